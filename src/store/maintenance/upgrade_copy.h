/* SPDX-License-Identifier: GPL-3.0-or-later */
/* upgrade_copy.h - a file of before the schema began anew is copied, row by row and field
 * by field
 */
#ifndef ATELIER_STORE_UPGRADE_COPY_H
#define ATELIER_STORE_UPGRADE_COPY_H

#include "atelier/base/work.h"
#include "database/connection.h"

/* Copies nouns, settings, drafts, the ids that were given and the journal from `old` into
 * the empty database, which nobody else sees yet. */
bool upgrade_copy(struct database *db, sqlite3 *old, const struct telling *telling,
                  struct error *err);

#endif
