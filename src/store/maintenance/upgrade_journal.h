/* SPDX-License-Identifier: GPL-3.0-or-later */
/* upgrade_journal.h - the journal of a file of before the schema began anew
 *
 * Its acts held a changeset of SQLite each.  Who, when, what and why are kept; of the
 * changesets what was there before each act, where they can be read.
 */
#ifndef ATELIER_STORE_UPGRADE_JOURNAL_H
#define ATELIER_STORE_UPGRADE_JOURNAL_H

#include "database/connection.h"

/* First the changes, while no entry forbids to touch them, at the end the entries. */
bool upgrade_journal_changes(struct database *db, sqlite3 *old, struct error *err);
bool upgrade_journal_entries(struct database *db, sqlite3 *old, struct error *err);

/* Notes a row that no act of the old journal knows, so that a later change past the
 * journal is found: as one of how the database began, which nobody undoes.  Between the
 * two. */
bool upgrade_journal_row(struct database *db, sqlite3 *old, const struct entity *entity,
                         const void *record, struct error *err);

#endif
