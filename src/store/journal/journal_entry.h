/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_entry.h - entries as the table holds them, for the files that read the journal
 */
#ifndef ATELIER_STORE_JOURNAL_ENTRY_H
#define ATELIER_STORE_JOURNAL_ENTRY_H

#include "atelier/domain/journal.h"
#include "database/connection.h"

/* That who did it came by the gateway stands beside the reasons, and is none. */
#define JOURNAL_GATEWAY "gateway"
#define JOURNAL_IS_REASON "question <> '" JOURNAL_GATEWAY "'"
#define JOURNAL_BY_GATEWAY                                                               \
    "EXISTS (SELECT 1 FROM journal_reason WHERE journal = j.id"                          \
    " AND question = '" JOURNAL_GATEWAY "')"

/* Why an act was done, in one text: an answer behind the name of its question where there
 * are several. */
#define JOURNAL_REASON                                                                   \
    "CASE WHEN EXISTS (SELECT 1 FROM journal_reason WHERE journal = j.id"                \
    " AND " JOURNAL_IS_REASON ") THEN"                                                   \
    " (SELECT group_concat(CASE WHEN several AND question <> 'reason'"                   \
    " THEN question || ': ' || text ELSE text END, '; ') FROM"                           \
    " (SELECT question, text, count(*) OVER () > 1 AS several FROM journal_reason"       \
    " WHERE journal = j.id AND " JOURNAL_IS_REASON " ORDER BY question DESC)) END"

/* Whether it is undone, and not redone since: of what undid it, what redid that and so on
 * the number is odd. */
#define JOURNAL_IS_UNDONE                                                                \
    "(j.undone_by IS NOT NULL AND (WITH RECURSIVE since (id) AS (SELECT j.undone_by"     \
    " UNION ALL SELECT e.undone_by FROM since JOIN journal e USING (id)"                 \
    " WHERE e.undone_by IS NOT NULL) SELECT count(*) % 2 FROM since))"

/* journal_entry_taken() of the entry that stands under that name: NULL for an act. */
#define JOURNAL_TAKEN(entry) "coalesce(" entry ".undoes, " entry ".redoes)"

/* The columns that journal_entry_read() reads, in its order. */
#define JOURNAL_ENTRY_COLUMNS                                                            \
    "j.id, j.at, j.staff, j.act, j.entity, j.row, j.summary, " JOURNAL_REASON            \
    ", j.undoes, j.undone_by, j.redoes, " JOURNAL_BY_GATEWAY

/* Clears the entry and copies the present row of the statement into it. */
void journal_entry_read(sqlite3_stmt *statement, struct journal_entry *entry);

#endif
