/* SPDX-License-Identifier: GPL-3.0-or-later */
/* input_file.c - a file that comes into the program */
#include "atelier/base/input_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "atelier/base/language.h"
#include "atelier/base/real_path.h"

/* A pipe is not waited for: it is refused. */
enum { READING = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY };

static bool
check(const struct own_folder *within, const char *path, const struct stat *is,
      struct error *err)
{
    if (within)
        return own_folder_check_file(path, is, err);
    return S_ISREG(is->st_mode) ||
           error_set(err, ERROR_INPUT, _("%s is not a file."), path);
}

/* What has such a name and is a link is refused like one that was opened. */
static bool
fail_open(const struct own_folder *within, const char *path, struct error *err)
{
    const struct stat none = { 0 };

    if (within && errno == ELOOP)
        return own_folder_check_file(path, &none, err);
    if (errno == ENOENT && strcmp(path, "-") == 0)
        return error_set(err, ERROR_INPUT,
                         _("With “-” the file is sent on standard input, as with “- < "
                           "FILE”; here is a terminal.  Name a file."));
    return error_set(err, errno == ENOENT ? ERROR_NOT_FOUND : ERROR_SYSTEM,
                     _("%s cannot be opened: %s."), path, error_system_text(errno));
}

int
input_file_open(const struct own_folder *within, const char *path, struct stat *is,
                struct error *err)
{
    if (within && !own_folder_check_name(path, err))
        return -1;
    char *real = NULL; /* what a colleague's link leads to is not theirs to choose */
    if (!within && !real_path_find(path, &real, err))
        return -1;
    const int fd = within ? own_folder_find(within, path, READING) : open(real, READING);
    const int why = errno;
    free(real);
    errno = why;
    if (fd < 0) {
        fail_open(within, path, err);
        return -1;
    }
    if (fstat(fd, is) != 0)
        error_set(err, ERROR_SYSTEM, _("%s cannot be read: %s."), path,
                  error_system_text(errno));
    else if (check(within, path, is, err))
        return fd;
    (void)close(fd);
    return -1;
}

bool
input_file_look(const struct own_folder *within, const char *path, struct stat *is)
{
    if (!within)
        return stat(path, is) == 0;
    const int fd =
        own_folder_check_name(path, NULL) ? own_folder_find(within, path, O_PATH) : -1;
    const bool found = fd >= 0 && fstat(fd, is) == 0;

    if (fd >= 0)
        (void)close(fd);
    return found;
}
