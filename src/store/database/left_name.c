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

#include "atelier/base/new_file.h"
#include "atelier/base/path.h"

/* FILE.before-N, FILE.replaced, FILE.replaced-N. */
static bool
is_of_what_is_kept(const char *name, const char *own)
{
    static const char *const endings[] = { ".before-", ".replaced" };
    const size_t length = strlen(own);
    bool is = false;

    if (strncmp(name, own, length) != 0)
        return false;
    for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++)
        is = is || strncmp(name + length, endings[i], strlen(endings[i])) == 0;
    return is;
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
