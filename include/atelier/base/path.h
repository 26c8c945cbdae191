/* SPDX-License-Identifier: GPL-3.0-or-later */
/* path.h - the parts of a file's name
 */
#ifndef ATELIER_BASE_PATH_H
#define ATELIER_BASE_PATH_H

/* The folder that it names a file in: "." without a slash, "/" for the root's.  The
 * caller frees. */
char *path_folder(const char *path);

/* What stands behind the last slash. */
const char *path_name(const char *path);

#endif
