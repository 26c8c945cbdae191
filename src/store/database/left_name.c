/* SPDX-License-Identifier: GPL-3.0-or-later */
/* left_name.c - the second name of a database that a killed program left */
#include "database/left_name.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "maintenance/replacement.h"

#include "atelier/base/new_file.h"
#include "atelier/base/path.h"

/* -N, once or twice; "" unless there has to be one. */
static bool
is_numbers(const char *text, int least, int most)
{
    int count = 0;

    while (*text == '-' && text[1] >= '0' && text[1] <= '9' && count < most) {
        text++;
        text += strspn(text, "0123456789");
        count++;
    }
    return *text == '\0' && count >= least;
}

/* FILE.before-N, FILE.before-N-N, FILE.replaced, FILE.replaced-N: another name is
 * somebody's own. */
static bool
is_of_what_is_kept(const char *name, const char *own)
{
    static const char before[] = "." REPLACEMENT_BEFORE;
    static const char replaced[] = "." REPLACEMENT_REPLACED;
    const size_t length = strlen(own);

    if (strncmp(name, own, length) != 0)
        return false;
    name += length;
    if (strncmp(name, before, sizeof(before) - 1) == 0)
        return is_numbers(name + sizeof(before) - 1, 1, 2);
    return strncmp(name, replaced, sizeof(replaced) - 1) == 0 &&
           is_numbers(name + sizeof(replaced) - 1, 0, 1);
}

void
left_name_remove(const char *path)
{
    struct stat own;

    if (lstat(path, &own) != 0 || !S_ISREG(own.st_mode) || own.st_nlink <= 1)
        return;
    char *folder = path_folder(path);
    DIR *entries = opendir(folder);
    free(folder);
    if (!entries)
        return;
    struct dirent *entry;
    while ((entry = readdir(entries))) {
        struct stat there;
        if (is_of_what_is_kept(entry->d_name, path_name(path)) &&
            fstatat(dirfd(entries), entry->d_name, &there, AT_SYMLINK_NOFOLLOW) == 0 &&
            new_file_is_same(&there, &own))
            (void)unlinkat(dirfd(entries), entry->d_name, 0);
    }
    (void)closedir(entries);
}
