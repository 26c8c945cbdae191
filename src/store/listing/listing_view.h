/* SPDX-License-Identifier: GPL-3.0-or-later */
/* listing_view.h - a listing as a table of its own, its cells by the names c0, c1 ...
 *
 * So that rows can be put in the order of any column, and held against what is typed cell
 * by cell, whatever SQL a cell is made of.  For lists of some ten thousand rows: each
 * page looks at all of them.
 */
#ifndef ATELIER_STORE_LISTING_VIEW_H
#define ATELIER_STORE_LISTING_VIEW_H

#include "listing/listing_shown.h"
#include "source/listing_source.h"

enum { LISTING_VIEW_KEY_SIZE = 160 };

/* Behind a key that is a text: of equal ones the text of the usual order decides. */
#define LISTING_VIEW_THEN_TEXT " || char(1) || by_text"

/* Whether rows can be put in the order of that column, numbered from 1, 0 being none:
 * people see it, and all may read it. */
bool listing_view_sorts(const struct listing *listing, int sort);

/* What such an order compares, as SQL; what is empty comes last.  Returns the parameter
 * that holds the key of a row: ":text" or ":number". */
const char *listing_view_key(const struct listing *listing, int sort, bool reversed,
                             char sql[LISTING_VIEW_KEY_SIZE]);

/* Adds "c0, c1 ...". */
void listing_view_add_cells(const struct listing *listing, struct buffer *sql);

/* Adds a condition: each word typed is in a cell that people see and all may read. */
void listing_view_add_words(const struct listing *listing,
                            const struct listing_shown *words, struct buffer *sql);

#endif
