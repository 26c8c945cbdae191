/* SPDX-License-Identifier: GPL-3.0-or-later */
/* upgrade_rows.h - a file of before the schema began anew is copied, row by row and field
 * by field
 */
#ifndef ATELIER_STORE_UPGRADE_ROWS_H
#define ATELIER_STORE_UPGRADE_ROWS_H

#include "atelier/base/work.h"
#include "database/connection.h"

/* Copies nouns, settings, drafts, the ids that were given and the journal from `old` into
 * the empty database, which nobody else sees yet. */
bool upgrade_rows(struct database *db, sqlite3 *old, const struct telling *telling,
                  struct error *err);

#endif
