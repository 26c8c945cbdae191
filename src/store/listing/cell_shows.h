/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cell_shows.h - for statements: what a cell says to people, and whether it holds a word
 * they typed
 *
 *     shows(LISTING, COLUMN, value, :word)
 *     sort_text(LISTING, COLUMN, value): what an order by the column compares
 *     name_order(text): the same for a text, for a list of so few that no index is needed
 *
 * LISTING and COLUMN are numbers: of enum listing_kind and of its columns.  A choice is
 * compared in the words of the language shown.  The word is folded; it begins a word of
 * the cell, or with three letters and more stands anywhere in it.
 */
#ifndef ATELIER_STORE_CELL_SHOWS_H
#define ATELIER_STORE_CELL_SHOWS_H

#include "database/connection.h"

/* Once for a connection, before any statement is prepared. */
bool cell_shows_install(struct database *db, struct error *err);

#endif
