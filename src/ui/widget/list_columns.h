/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_columns.h - which columns fit, and how wide they are */
#ifndef ATELIER_UI_LIST_COLUMNS_H
#define ATELIER_UI_LIST_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

#include "atelier/domain/listing.h"

enum { LIST_COLUMNS_MOST = 48 };

/* Sets widths[i] for each column of the listing, 0 for those not shown.  Columns of
 * priority 1 stay (narrower if they must); the others come as there is room, those that a
 * screen of 80 does not have where nothing is cut for them; then what is left goes to
 * those that may grow, and what the rows of one do not need to those whose rows are cut.
 * `with` is a column that stays as those of priority 1, `without` one that is not shown,
 * or NULL; needs[i] is the widest cell of a column among the rows, 0: nothing, so that a
 * column of zones takes no room.
 */
void list_columns_fit(const struct listing *listing, const char *with,
                      const char *without, int room, const int needs[LIST_COLUMNS_MOST],
                      int widths[LIST_COLUMNS_MOST]);

/* Whether its cells end where the column ends, as figures do. */
bool list_columns_stands_right(const struct column *column);

/* The blanks between a shown column and the next one that is shown: two where a figure is
 * followed by words, which would begin like a part of it ("35 40 avenue des Dunes"); 0
 * after the last. */
int list_columns_gap(const struct listing *listing, const int widths[], size_t column);

#endif
