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

/* Whether a new database may get this name; makes the missing folders (0700).
 * ERROR_INPUT when the names of what lies beside it would be too long.
 * ERROR_RULE when something has the name already that is not an empty file of ours, or
 * when what lies beside it is left of a database that is gone and would be taken for a
 * part of the new one. */
bool file_guard_check_new(const char *path, struct error *err);

/* Removes the empty file of ours that has the name, if one has: a database that was begun
 * there left it. */
void file_guard_take_empty(const char *path);

/* Whether nothing lies beside the name that SQLite would take for a part of the file that
 * comes there, or write over: ERROR_RULE. */
bool file_guard_check_alone(const char *path, struct error *err);
/* Says, of errno, why it cannot be made there.  Returns false. */
bool file_guard_refuse_new(const char *path, struct error *err);
/* Says that something has the name.  Returns false. */
bool file_guard_refuse_there(const char *path, struct error *err);

/* Whether the file and its folder can be written by us. */
bool file_guard_is_writable(const char *path);

/* Removes the file and what lies beside it. */
void file_guard_remove(const char *path);

/* Which of the file, those beside it and its folder we may not write to: its name, which
 * the caller frees, and what the system says of it.  NULL when all can be written. */
char *file_guard_find_barrier(const char *path, struct stat *status);

/* Which of the file and those beside it we may not read, as above. */
char *file_guard_find_unreadable(const char *path, struct stat *status);

/* Refuses a file with a second name: what lies beside a database goes by its name, so
 * that each name would have a log, and a queue, of its own. */
bool file_guard_check_one_name(const char *path, struct error *err);

/* False for a folder, a device or a pipe; true for a file and for what is not there. */
bool file_guard_check_kind(const char *path, struct error *err);

/* Refuses a link, a folder, a device or a pipe beside it, where SQLite and we make files:
 * in a folder of several people each can lay one there. */
bool file_guard_check_beside(const char *path, struct error *err);

#endif
