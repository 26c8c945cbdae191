/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_index.h - keeps the words of every row findable
 */
#ifndef ATELIER_STORE_SEARCH_INDEX_H
#define ATELIER_STORE_SEARCH_INDEX_H

#include "atelier/base/work.h"
#include "database/connection.h"
#include "search/search_rank.h"

/* Makes anew the words of all rows that were noted (search_due.h), and forgets them;
 * those of rows that are gone are removed. */
bool search_index_settle(struct database *db, struct error *err);
/* The same for as many as there are, and how far it is. */
bool search_index_settle_telling(struct database *db, const struct telling *telling,
                                 struct error *err);

/* What a row should be found by at present. */
struct search_entry {
    bool exists;
    struct buffer words;            /* as the index holds them */
    struct search_rank_span places; /* where it may stand */
};

/* `past` adds the organisations of posts that have ended; where no day is set (see
 * search_table_set_today()), of all that have an end. */
bool search_entry_make(struct search_entry *entry, struct database *db,
                       enum entity_kind entity, int64_t id, bool past, struct error *err);
void search_entry_clear(struct search_entry *entry);

/*
 * Makes the index hold of a row what the entry says.
 *
 * Rows are best put in the order of their places: *place is where the one before was
 * put, SEARCH_PLACE_NONE at first, so that thousands of one name do not all look for a
 * free place from the first on.
 */
enum { SEARCH_PLACE_NONE = -1 };
bool search_index_put(struct database *db, enum entity_kind entity, int64_t id,
                      const struct search_entry *entry, int64_t *place,
                      struct error *err);

#endif
