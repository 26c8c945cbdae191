/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_named.h - the acts that a word is about: those on people, organisations,
 * groups, meetings, rooms and venues that are called so, or were before they were
 * removed, on what belongs to them, and the acts of a colleague or of a kind
 *
 * Found by indexes, however old they are and whatever their summary says: an import tells
 * of thousands of people and names none.  Names are bound as listing_shown_bind() does.
 */
#ifndef ATELIER_STORE_JOURNAL_NAMED_H
#define ATELIER_STORE_JOURNAL_NAMED_H

#include "atelier/base/buffer.h"
#include "database/connection.h"

/* So many people, or rows of another noun, are looked up for a word, and so many of each
 * noun that belong to them, the newest: "mar" begins thousands of names. */
enum {
    JOURNAL_NAMED_PEOPLE = 100,
    JOURNAL_NAMED_ROWS = 20,
    JOURNAL_NAMED_PARTS = 4000,
    JOURNAL_NAMED_ACTS = 1000 /* of a colleague or a kind */
};

/* The ids of the acts on the rows that are called so, as JSON: for `match`, the word as
 * an expression for the index.  It is the database's, until the next question; several
 * statements ask it for each letter typed, and it is looked up once (memo.h). */
bool journal_named_ids(struct database *db, const char *word, const char *match,
                       const char **ids, struct error *err);

/* Adds three tables whose names end in the number of the word: `named`, the ids that are
 * bound as :named and that number (NULL: none), `login`, the colleagues, and `kind`, the
 * acts that are called so. */
void journal_named_add_tables(struct buffer *sql, size_t word);

/* Adds a SELECT of the ids of the acts up to `newest`, SQL, that may have to do with the
 * word, of those tables: on its rows, and the newest of each colleague and kind. */
void journal_named_add_older(struct buffer *sql, size_t word, const char *newest);

/* Whether more rows are called so than are looked up. */
bool journal_named_is_many(struct database *db, const char *match, bool *many,
                           struct error *err);

/* The range of ids in which the acts of that time stand; of a journal that is small, all:
 * clocks may have been put back. */
bool journal_named_span(struct database *db, instant since, instant until, int64_t *first,
                        int64_t *last, struct error *err);

#endif
