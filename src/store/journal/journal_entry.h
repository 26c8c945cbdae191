/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_entry.h - entries as the table holds them, for the files that read the journal
 */
#ifndef ATELIER_STORE_JOURNAL_ENTRY_H
#define ATELIER_STORE_JOURNAL_ENTRY_H

#include <stddef.h>

#include "atelier/domain/journal.h"
#include "database/connection.h"

/* The columns that journal_entry_read() reads, in its order. */
#define JOURNAL_ENTRY_COLUMNS                                                            \
    "j.id, j.at, j.staff, j.act, j.entity, j.row, j.summary, j.reason, j.undoes, "       \
    "j.undone_by"

/* Clears the entry and copies the present row of the statement into it. */
void journal_entry_read(sqlite3_stmt *statement, struct journal_entry *entry);

/* The changes of an entry; the caller frees *bytes. ERROR_NOT_FOUND when there is no such
 * entry. */
bool journal_entry_changeset(struct database *db, int64_t id, void **bytes, size_t *size,
                             struct error *err);

#endif
