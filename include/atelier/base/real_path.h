/* SPDX-License-Identifier: GPL-3.0-or-later */
/* real_path.h - where the links of a path lead, as far as they are to be followed
 *
 * In a folder of several people each can lay a link where a file was, to any file of
 * whoever writes next.
 */
#ifndef ATELIER_BASE_REAL_PATH_H
#define ATELIER_BASE_REAL_PATH_H

#include <stdbool.h>
#include <sys/types.h>

#include "atelier/base/error.h"

/*
 * Gives the path without links, or as it is where that cannot be said: of what is not
 * there, or not seen.
 *
 * A link counts that is one's own, root's, or of whoever owns its folder; another is
 * refused.  The caller frees *real, which is NULL then.
 */
bool real_path_find(const char *path, char **real, struct error *err);

/* The same of a file that is opened and stays: a link counts, too, of whoever owns the
 * file that it leads to, and could have laid that file in its place. */
bool real_path_find_to_open(const char *path, char **real, struct error *err);

/* The same of a file that is to be made, or to be read as it is: the links on the way to
 * its folder are settled, and then that is opened (O_PATH) with no further one in it.
 * *folder is -1, with errno, where it cannot be; false when a link is refused. */
bool real_path_open_folder(const char *path, int *folder, struct error *err);

/* The same of the folder at the path itself, opened to be read; one that is missing is
 * made with that mode, unless it is 0. */
bool real_path_enter_folder(const char *path, mode_t mode, int *folder,
                            struct error *err);

/* Whether it is a link that leads to nothing. */
bool real_path_is_broken_link(const char *path);

#endif
