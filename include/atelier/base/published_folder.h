/* SPDX-License-Identifier: GPL-3.0-or-later */
/* published_folder.h - a folder of pages that others read: each is whole, and only those
 * that changed are written
 *
 *     folder = published_folder_open(path, false, &err);
 *     for each page: published_folder_keep(folder, name, key) ||
 *                    published_folder_put(folder, name, key, bytes, length, &err);
 *     published_folder_finish(folder, &outcome, &err);
 *     published_folder_free(folder);
 *
 * A list in the folder, .atelier-site, says what was published: of each page the key, by
 * which its maker knows what it was made of, the SHA-256, and how the file stood.  A page
 * whose file stands so is not read again.  What the list does not name is not ours: it is
 * neither replaced nor removed.  Pages are written beside, all go through to the disk at
 * once, then each takes its place; a program that is killed leaves the older pages, or
 * the new ones.  No link in the folder is followed.
 */
#ifndef ATELIER_BASE_PUBLISHED_FOLDER_H
#define ATELIER_BASE_PUBLISHED_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

#include "atelier/base/error.h"

enum { PUBLISHED_NAME = 64, PUBLISHED_KEY = 160 }; /* bytes, at the most */

struct published_folder;

/* Made where its parent is there.  Nobody else may write to it: ERROR_INPUT.  With
 * `only_looks` nothing at all is written, and finish() tells what would be.  NULL and a
 * sentence. */
struct published_folder *published_folder_open(const char *path, bool only_looks,
                                               struct error *err);

/* Whether that page stands as it was published under that key: then it stays. */
bool published_folder_keep(struct published_folder *folder, const char *name,
                           const char *key);

/* Whether the whole folder was finished under that key and every page stands as it was
 * published: then all of them stay, and nothing is left but to finish. */
bool published_folder_keep_all(struct published_folder *folder, const char *key);

/* The page as it shall be.  ERROR_EXISTS: a file of that name is there, which was not
 * published. */
bool published_folder_put(struct published_folder *folder, const char *name,
                          const char *key, const char *bytes, size_t length,
                          struct error *err);

struct published_names {
    char **items;
    size_t count;
    size_t capacity;
};

struct published_outcome {
    struct published_names written;
    struct published_names removed;
    struct published_names left; /* no page any more, and changed by others: it stays */
    size_t unchanged;
};

void published_outcome_clear(struct published_outcome *outcome);

/* Puts the pages in their places, and removes those that were neither kept nor put.  The
 * key is that of all of them. */
bool published_folder_finish(struct published_folder *folder, const char *key,
                             struct published_outcome *outcome, struct error *err);

/* What was not finished leaves nothing behind.  NULL is fine. */
void published_folder_free(struct published_folder *folder);

#endif
