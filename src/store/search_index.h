/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_index.h - keeps the words of every row findable
 *
 * Triggers note which rows need their words made anew (table search_due);
 * the program makes them before it commits, because FTS5 may not be written
 * by triggers while the schema is not trusted.
 */
#ifndef ATELIER_STORE_SEARCH_INDEX_H
#define ATELIER_STORE_SEARCH_INDEX_H

#include "connection.h"
#include "search_rank.h"

/* Makes anew the words of all rows that were noted, or the whole index when they are a
 * large part of it; nothing to do costs a microsecond. */
bool search_index_settle(struct database *db, struct error *err);

/* The same for one row, noted or not; the words of a row that is gone are removed. */
bool search_index_refresh(struct database *db, enum entity_kind entity, int64_t id,
                          struct error *err);

/* Makes the whole index anew: faster than row by row when thousands came at once. */
bool search_index_rebuild(struct database *db, struct error *err);

/* What a row should be found by at present. */
struct search_entry {
    bool exists;
    struct buffer words;            /* as the index holds them */
    struct search_rank_span places; /* where it may stand */
};

/* `past` adds the organisations of posts that have ended. */
bool search_entry_make(struct search_entry *entry, struct database *db,
                       enum entity_kind entity, int64_t id, bool past, struct error *err);
void search_entry_clear(struct search_entry *entry);

#endif
