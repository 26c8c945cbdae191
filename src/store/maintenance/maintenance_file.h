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

/* Whether its pages hang together and its references lead somewhere. */
bool maintenance_file_is_sound(sqlite3 *sqlite, const char *name, struct error *err);

#endif
