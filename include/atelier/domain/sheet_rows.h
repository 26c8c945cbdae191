/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sheet_rows.h - an attendance sheet as the rows of a list, for a spreadsheet or as text
 *
 * The rows of the paper in its order and with its numbers: who is in the room, the empty
 * rows, who is remote, then who signs for the meeting, without a number.  Each slot is a
 * column that is empty, as on paper.
 */
#ifndef ATELIER_DOMAIN_SHEET_ROWS_H
#define ATELIER_DOMAIN_SHEET_ROWS_H

#include "atelier/domain/listing.h"
#include "atelier/domain/printed_sheet.h"

struct sheet_rows {
    struct listing listing;   /* of these columns */
    struct listing_page page; /* all rows */
    struct column *columns;
    char **slots; /* what heads each column to sign in */
    size_t slot_count;
};

/* Fills what is empty; sheet_rows_clear() frees it.  The sheet is not kept. */
void sheet_rows_fill(struct sheet_rows *rows, const struct printed_sheet *sheet);

/* The same with a line of underscores in each column to sign in: for text, where a column
 * is seen by what stands in it. */
void sheet_rows_fill_lined(struct sheet_rows *rows, const struct printed_sheet *sheet);

void sheet_rows_clear(struct sheet_rows *rows);

#endif
