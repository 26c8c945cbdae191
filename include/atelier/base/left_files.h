/* SPDX-License-Identifier: GPL-3.0-or-later */
/* left_files.h - what lies in the folder of a login (own_folder.h), for others than they
 */
#ifndef ATELIER_BASE_LEFT_FILES_H
#define ATELIER_BASE_LEFT_FILES_H

#include <stddef.h>
#include <stdint.h>

#include "atelier/base/error.h"

struct left_files {
    char **names; /* in the order of their bytes */
    size_t count;
    uint64_t bytes;
};

/* Reads what lies in the folder of that name in the root: ERROR_NOT_FOUND when there is
 * no such folder, ERROR_SYSTEM when it is there and not for this process. */
bool left_files_read(const char *root, const char *login, struct left_files *left,
                     struct error *err);
void left_files_clear(struct left_files *left);

/* The names of the folders in the root, as if they were files of it. */
bool left_files_read_logins(const char *root, struct left_files *logins,
                            struct error *err);

/*
 * Gives the folder `from` the name `to`, with all that is in it.
 *
 * No link is followed, and of a folder `to` that has files nothing is replaced:
 * ERROR_EXISTS.  ERROR_NOT_FOUND when there is none to move; ERROR_SYSTEM when this
 * process may not, or when it is the folder of an account whose login `from` is, and `to`
 * is another's, who could not use it.
 */
bool left_files_move(const char *root, const char *from, const char *to,
                     struct error *err);

/* Removes the files and the folder; *count is how many there were.  What else somebody
 * put there, such as a folder, stays and is ERROR_SYSTEM. */
bool left_files_remove(const char *root, const char *login, size_t *count,
                       struct error *err);

#endif
