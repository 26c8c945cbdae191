/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_file.h - a database that may come from anywhere is read with caution
 */
#ifndef ATELIER_STORE_MAINTENANCE_FILE_H
#define ATELIER_STORE_MAINTENANCE_FILE_H

#include <stdbool.h>

#include "atelier/base/error.h"
#include "atelier/base/interruption.h"
#include "database/connection.h"

/* Before its first reading: no trigger or view of the file is run, and what it may ask
 * for is limited. */
bool maintenance_file_guard(sqlite3 *sqlite, const char *name, struct error *err);

/* What a check of the pages found may be one that could not be read: SQLite's code for
 * why not, or SQLITE_OK where it is damage. */
int maintenance_file_unread(const char *found);

/* Whether it ends within a page, as after a copying that did not come to its end. */
bool maintenance_file_is_cut(sqlite3 *sqlite);

/* Whether its pages hang together and its references lead somewhere. */
bool maintenance_file_is_sound(sqlite3 *sqlite, const char *name, struct error *err);

#endif
