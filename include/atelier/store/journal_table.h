/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_table.h - the journal: written with each operation, read as history, inverted
 * for undo
 *
 * Each operation's changeset (SQLite's session extension) is stored with who, when and
 * what. Tables that are derived (counters, search rows, journal_row) are not captured.
 */
#ifndef ATELIER_STORE_JOURNAL_TABLE_H
#define ATELIER_STORE_JOURNAL_TABLE_H

#include "atelier/domain/journal.h"
#include "atelier/store/database.h"

/* A row that the operation concerns without changing it: the meeting and the person
 * of a registration.  Rows that it changes are found in the changeset. */
struct journal_concern {
    enum entity_kind entity;
    int64_t row;
};

/* Writes the entry of the open transaction, last thing before commit, and sets its id.
 * Writes nothing and leaves id 0 when nothing was changed. */
bool journal_table_write(struct database *db, struct journal_entry *entry,
                         const struct journal_concern *concerns, size_t concern_count,
                         struct error *err);

/* The same for an act that changes no row: the whole file was put in place. */
bool journal_table_note(struct database *db, struct journal_entry *entry,
                        struct error *err);

/* The newest entry of that login that is no undo and is not undone; ERROR_NOT_FOUND when
 * none. How the database began (created, restored, filled with the sample) is not undone.
 */
bool journal_table_last_undoable(struct database *db, const char *login,
                                 struct journal_entry *entry, struct error *err);
/* Whether an undo may take that entry back, as far as it itself says. */
bool journal_table_is_undoable(struct database *db, int64_t id, bool *undoable,
                               struct error *err);
bool journal_table_load(struct database *db, int64_t id, struct journal_entry *entry,
                        struct error *err);

/* An entry after `id` that touched a row of its changeset, is not undone and is no undo:
 * who moved it since.  id 0 in *entry when nobody did (rule 9). */
bool journal_table_moved_since(struct database *db, int64_t id,
                               struct journal_entry *entry, struct error *err);

/* Applies the inverse of an entry's changes inside the open transaction: rev rises, head
 * columns are set from login and at, search rows and counters are derived anew.
 * ERROR_RULE when a row moved since or others need a row that would go.  A failure takes
 * the whole transaction back, as one of transaction_commit() does. */
bool journal_table_revert(struct database *db, int64_t id, const char *login, instant at,
                          struct error *err);

/* The meetings whose seats, slots or marks an entry touched, for the enrolment that the
 * undo passes (rules 3 and 7).  The caller frees. */
bool journal_table_meetings(struct database *db, int64_t id, int64_t **meetings,
                            size_t *count, struct error *err);

/* Field by field: what an entry changed; with row != 0 only in that row. */
bool journal_table_changes(struct database *db, int64_t id, enum entity_kind entity,
                           int64_t row, struct journal_change_list *list,
                           struct error *err);

#endif
