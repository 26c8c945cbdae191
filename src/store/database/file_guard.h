/* SPDX-License-Identifier: GPL-3.0-or-later */
/* file_guard.h - is this a place where a database of ours can live? */
#ifndef ATELIER_STORE_FILE_GUARD_H
#define ATELIER_STORE_FILE_GUARD_H

#include <stdbool.h>
#include <sys/stat.h>

#include "atelier/base/error.h"

/* Refuses a folder on a network file system: WAL needs the memory of one machine. */
bool file_guard_check_place(const char *path, struct error *err);

/* Whether statfs(2)'s f_type is one of those. */
bool file_guard_is_network(long type);

/* Makes the missing folder of the file (0700), if its parent is there, and the file
 * itself, empty and of our mode (0660 when shared, else 0600).  ERROR_RULE when it is
 * there already. */
bool file_guard_create(const char *path, bool shared, struct error *err);

/* Whether the file and its folder can be written by us. */
bool file_guard_is_writable(const char *path);

/* Which of the file, those beside it and its folder we may not write to: its name, which
 * the caller frees, and what the system says of it.  NULL when all can be written. */
char *file_guard_find_barrier(const char *path, struct stat *status);

/* False for a folder, a device or a pipe; true for a file and for what is not there. */
bool file_guard_check_kind(const char *path, struct error *err);

#endif
