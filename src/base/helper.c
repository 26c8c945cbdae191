/* SPDX-License-Identifier: GPL-3.0-or-later */
/* helper.c - where the programs are that work for us */
#include "atelier/base/helper.h"

#include <stdlib.h>
#include <unistd.h>

#include "atelier/base/buffer.h"
#include "atelier/base/path.h"

enum { PATH_MOST = 4096 };

static char *
join(const char *folder, const char *program)
{
    struct buffer path = { 0 };

    buffer_addf(&path, "%s/%s", folder, program);
    return buffer_take(&path);
}

/* Where both were built and nothing is installed. */
static char *
beside_us(const char *program)
{
    char own[PATH_MOST];
    const ssize_t length = readlink("/proc/self/exe", own, sizeof(own));

    if (length <= 0 || (size_t)length == sizeof(own))
        return NULL;
    own[length] = '\0';
    char *folder = path_folder(own);
    char *path = join(folder, program);
    free(folder);
    return path;
}

char *
helper_path(const char *program)
{
    const char *folder = getenv("ATELIER_LIBEXECDIR");
    if (folder && *folder)
        return join(folder, program);
    char *beside = beside_us(program);
    if (beside && access(beside, X_OK) == 0)
        return beside;
    free(beside);
    return join(PKGLIBEXECDIR, program);
}
