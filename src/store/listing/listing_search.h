/* SPDX-License-Identifier: GPL-3.0-or-later */
/* listing_search.h - the rows that the words typed find, as conditions of a statement
 */
#ifndef ATELIER_STORE_LISTING_SEARCH_H
#define ATELIER_STORE_LISTING_SEARCH_H

#include "listing/listing_statement.h"

/*
 * Settles, once, how the index is asked where a listing leaves it open
 * (LISTING_SEARCH_EACH).
 *
 * To ask it of one row costs as much as to gather some hundred hits: they are gathered
 * unless there are many.  Of many one soon meets a page full.
 */
bool listing_search_choose(struct listing_statement *listing, struct database *db,
                           struct error *err);

/* Adds " AND ...": that the index finds the row; nothing when there are no words. */
void listing_search_add(const struct listing_statement *listing, struct buffer *sql);

/* The same where each word may stand in a cell that the row shows instead. */
void listing_search_add_shown(const struct listing_statement *listing,
                              struct buffer *sql);

/* Adds " AND ...": that the hit is of the row of that id, SQL, among those that the
 * listing searches. */
void listing_search_add_place(const struct listing_statement *listing, const char *id,
                              struct buffer *sql);

#endif
