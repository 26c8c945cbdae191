/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_table.h - the journal: an entry for each act, with what it replaced in each row
 *
 * Rows note their changes while they are written (row_table.h); the entry says who, when
 * and why, and is written last.  What is derived (counters, search) is in no change.
 */
#ifndef ATELIER_STORE_JOURNAL_TABLE_H
#define ATELIER_STORE_JOURNAL_TABLE_H

#include "atelier/domain/journal.h"
#include "atelier/store/database.h"

/* Writes the entry of the open transaction, last thing before commit, and sets its id.
 * Writes nothing and leaves id 0 when nothing was changed, unless it takes an act back
 * that itself changed nothing. */
bool journal_table_write(struct database *db, struct journal_entry *entry,
                         struct error *err);

/* Why it was done, as an answer to that question. */
bool journal_table_give_reason(struct database *db, int64_t id, const char *question,
                               const char *text, struct error *err);
/* The reasons of another entry hold for this one, too, where it has none of its own. */
bool journal_table_share_reasons(struct database *db, int64_t id, int64_t other,
                                 struct error *err);

/* The same for an act that changes no row: the whole file was put in place. */
bool journal_table_note(struct database *db, struct journal_entry *entry,
                        struct error *err);

/* The newest entry of that login, or with `before` the newest before that one, that is
 * not an undo and is not undone; ERROR_NOT_FOUND when none. How the database began
 * (created, restored, filled with the sample) is not undone. */
bool journal_table_last_undoable(struct database *db, const char *login, int64_t before,
                                 struct journal_entry *entry, struct error *err);
/* Whether an undo may take that entry back, as far as it itself says. */
bool journal_table_is_undoable(struct database *db, int64_t id, bool *undoable,
                               struct error *err);

/* The undo of that login that a redo takes back next: its newest that stands, with
 * nothing but undoes and redoes after it.  ERROR_NOT_FOUND when there is none. */
bool journal_table_last_redoable(struct database *db, const char *login,
                                 struct journal_entry *entry, struct error *err);

/* When the newest entry was written; INSTANT_NONE: there is none. */
bool journal_table_newest(struct database *db, instant *at, struct error *err);

/* The newest entry of that login; 0: it has written none. */
bool journal_table_newest_of(struct database *db, const char *login, int64_t *id,
                             struct error *err);

bool journal_table_load(struct database *db, int64_t id, struct journal_entry *entry,
                        struct error *err);

/* A row that an act changed, and what it replaced there (row_image.h). */
struct journal_row {
    const struct entity *entity; /* the settings, too */
    int64_t row;
    enum journal_change_kind kind;
    const char *before; /* NULL: the row was added */
};

/* Calls visit() for each row that the act changed, until it answers false.  It may read
 * and write other rows meanwhile; texts are borrowed until it returns. */
bool journal_table_each_row(struct database *db, int64_t id,
                            bool (*visit)(void *context, const struct journal_row *row,
                                          struct error *err),
                            void *context, struct error *err);

/* Whether the act changed that row. */
bool journal_table_did_change(struct database *db, int64_t id,
                              const struct entity *entity, int64_t row, bool *did,
                              struct error *err);

/* Sets in the record what the act replaced there; true when nothing was. */
bool journal_table_restore(struct database *db, const struct journal_row *row,
                           void *record, struct error *err);

/* Loads the row as the act left it, and as it is; *there is false when it had none. */
bool journal_table_past(struct database *db, const struct entity *entity, int64_t row,
                        int64_t act, void *record, bool *there, struct error *err);
bool journal_table_now(struct database *db, const struct entity *entity, int64_t row,
                       void *record, bool *there, struct error *err);
/* Loads a row that is gone as it was when it was removed last; *there is false when it
 * never was. */
bool journal_table_gone(struct database *db, const struct entity *entity, int64_t row,
                        void *record, bool *there, struct error *err);
/* Makes of the row as it is the row as the act left it. */
bool journal_table_take_back(struct database *db, const struct entity *entity,
                             int64_t row, int64_t act, void *record, bool *there,
                             struct error *err);

/* The newest entry after `act` that changed that row, or with `field` that field of it,
 * and whose effect lasts: it is not undone, nor the undo of an act that is later than
 * `act` too; what takes an act back without that row leaves the row as it was.  id 0 in
 * *entry when there is none. */
bool journal_table_moved_since(struct database *db, int64_t act,
                               const struct entity *entity, int64_t row,
                               const struct field *field, struct journal_entry *entry,
                               struct error *err);

/* The same, the oldest of them: the next after `act`. */
bool journal_table_moved_next(struct database *db, int64_t act,
                              const struct entity *entity, int64_t row,
                              const struct field *field, struct journal_entry *entry,
                              struct error *err);

/* The newest entry after `act` that changed that row, whether its effect lasts or not;
 * id 0 in *entry when there is none. */
bool journal_table_touched_since(struct database *db, int64_t act,
                                 const struct entity *entity, int64_t row,
                                 struct journal_entry *entry, struct error *err);

/* The newest entry of that act, or that put one of these back, which changed that field
 * of the row, or brought the row, and whose effect lasts; id 0 when there is none. */
bool journal_table_moved_by(struct database *db, const char *act,
                            const struct entity *entity, int64_t row,
                            const struct field *field, struct journal_entry *entry,
                            struct error *err);

/* Whether what that act, or one after it, replaced in the row was erased with somebody:
 * nothing can be taken back there. */
bool journal_table_was_erased(struct database *db, int64_t act,
                              const struct entity *entity, int64_t row, bool *erased,
                              struct error *err);

/* Whether an act, of whatever name, undone since or not, ever found that text in a field
 * of the row and replaced it; an act that is still open counts. */
bool journal_table_had_value(struct database *db, const struct entity *entity,
                             int64_t row, const char *field, const char *text, bool *had,
                             struct error *err);

/* Field by field: what an entry changed; with row != 0 only in that row. */
bool journal_table_changes(struct database *db, int64_t id, enum entity_kind entity,
                           int64_t row, struct journal_change_list *list,
                           struct error *err);

#endif
