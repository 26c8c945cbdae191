/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_schema.h - is a file from elsewhere a database of ours, to the letter? */
#ifndef ATELIER_STORE_MAINTENANCE_SCHEMA_H
#define ATELIER_STORE_MAINTENANCE_SCHEMA_H

#include <stdbool.h>

#include "atelier/base/error.h"
#include "database/connection.h"

/*
 * The application id, a version that this program knows, and every table, index and
 * trigger as the migrations up to that version make them: a file with one more
 * trigger is not ours.  `name` is what the messages call it.
 */
bool maintenance_schema_check(sqlite3 *sqlite, const char *name, struct error *err);

#endif
