/* SPDX-License-Identifier: GPL-3.0-or-later */
/* listing_shown.h - the words typed, held against what the cells of a row show
 *
 * The search index knows what a person or a meeting is called; what a row says besides,
 * its state, its role, its category, is asked of the row.  Each word is found in either.
 */
#ifndef ATELIER_STORE_LISTING_SHOWN_H
#define ATELIER_STORE_LISTING_SHOWN_H

#include "database/connection.h"
#include "search/search_match.h"
#include "search/search_words.h"
#include "source/listing_source.h"

/* The time that a word names, and the range of ids in which it lies; 0 at its end: it
 * names none. */
struct listing_shown_time {
    instant since, until;
    int64_t low, high;
};

struct listing_shown {
    bool reads_private;               /* cells that not all may read are looked in, too */
    char *words[SEARCH_TYPED_MOST];   /* folded */
    char *matches[SEARCH_TYPED_MOST]; /* the same for the index; NULL: it has no such */
    struct listing_shown_time times[SEARCH_TYPED_MOST];
    size_t count;
};

/* To be cleared. */
void listing_shown_init(struct listing_shown *shown, const char *typed,
                        const struct search_ways *as);
void listing_shown_clear(struct listing_shown *shown);

/* Adds a condition, "(...) AND (...)", a part a word; `indexed`, SQL that the number of
 * the word and a ) complete, asks the index; NULL: there is none. */
void listing_shown_add_sql(const struct listing_shown *shown,
                           const struct listing_source *source, enum listing_kind kind,
                           const char *indexed, struct buffer *sql);

/* Whether the index is asked for the word by itself: not for one letter, which begins
 * everything. */
bool listing_shown_is_indexed(const struct listing_shown *shown, size_t word);

void listing_shown_bind(const struct listing_shown *shown, sqlite3_stmt *statement);

#endif
