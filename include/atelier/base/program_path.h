/* SPDX-License-Identifier: GPL-3.0-or-later */
/* program_path.h - where the program of a name is, as a shell finds it */
#ifndef ATELIER_BASE_PROGRAM_PATH_H
#define ATELIER_BASE_PROGRAM_PATH_H

/* In the folders of PATH that begin with /, the first that holds a file of that name
 * which may be run; a name with a / is a path itself.  NULL: nowhere.  The caller frees.
 */
char *program_path_find(const char *name);

#endif
