/* SPDX-License-Identifier: GPL-3.0-or-later */
/* path.h - the parts of a file's name
 */
#ifndef ATELIER_BASE_PATH_H
#define ATELIER_BASE_PATH_H

#include <stdbool.h>

/* The folder that it names a file in: "." without a slash, "/" for the root's.  The
 * caller frees. */
char *path_folder(const char *path);

/* What stands behind the last slash. */
const char *path_name(const char *path);

/* What stands behind the last dot of its name, such as "pdf"; "" without a dot. */
const char *path_ending(const char *path);

/* Whether its name ends so, in capitals or not. */
bool path_ends_in(const char *path, const char *ending);

#endif
