/* SPDX-License-Identifier: GPL-3.0-or-later */
/* old_journal.h - acts in a file as the programs of schema 2 to 5 kept them, with a
 * changeset of SQLite each */
#ifndef ATELIER_TESTS_OLD_JOURNAL_H
#define ATELIER_TESTS_OLD_JOURNAL_H

#include <sqlite3.h>
#include <stdint.h>

/* Writes the entry of that number, one second after the one before it.  `values` are
 * those of staff, act, entity, row, summary, reason and undoes, as SQL. */
void old_journal_entry(sqlite3 *old, int64_t number, const char *values,
                       const void *changes, int size);

/* Runs SQL as one act with its entry: what it changed of nouns and settings. */
void old_journal_act(sqlite3 *old, int64_t number, const char *sql, const char *values);

#endif
