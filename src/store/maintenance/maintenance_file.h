/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_file.h - database files that are not open as such: copied, checked, put in
 * place
 */
#ifndef ATELIER_STORE_MAINTENANCE_FILE_H
#define ATELIER_STORE_MAINTENANCE_FILE_H

#include <stdbool.h>
#include <sys/types.h>

#include "atelier/base/error.h"
#include "database/connection.h"

/* Makes an empty file of its own beside `path`, for what will get that name when it is
 * whole.  The caller frees the name; NULL when it could not be made. */
char *maintenance_file_make(const char *path, mode_t mode, struct error *err);

/* Opens it with caution, for it may come from anywhere: no trigger or view of the file is
 * run, and what it may ask for is limited.  The caller closes *sqlite, also on failure.
 */
bool maintenance_file_open(const char *path, sqlite3 **sqlite, struct error *err);

/* Whether its pages hang together and its references lead somewhere. */
bool maintenance_file_is_sound(sqlite3 *sqlite, const char *path, struct error *err);

/* Writes it through to the disk. */
bool maintenance_file_sync(const char *path, struct error *err);

/* Gives it its name, unless something has that name, and writes the folder through. */
bool maintenance_file_place(const char *from, const char *to, struct error *err);

/* Writes the folder that holds `path` through to the disk. */
bool maintenance_folder_sync(const char *path, struct error *err);

#endif
