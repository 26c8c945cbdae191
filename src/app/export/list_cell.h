/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_cell.h - a cell of a list as a spreadsheet takes it: a number, a date, a text */
#ifndef ATELIER_APP_LIST_CELL_H
#define ATELIER_APP_LIST_CELL_H

#include "atelier/app/atelier.h"
#include "atelier/base/buffer.h"
#include "atelier/domain/listing.h"

enum list_cell {
    LIST_CELL_EMPTY = 'E',
    LIST_CELL_TEXT = 'T',
    LIST_CELL_NUMBER = 'N',
    LIST_CELL_DATE = 'D',  /* date_format() */
    LIST_CELL_MOMENT = 'M' /* local_time_format(); an instant by the office's clock */
};

/* Whether people are shown the column; others are for programs, and a zone stands only
 * where one is not the office's: display_has_elsewhere(). */
bool list_cell_is_shown(const struct column *column, bool has_elsewhere);

/* What heads it. */
const char *list_cell_label(const struct column *column);

/* Adds its text, words in the language, the whole name of a zone that is not the
 * office's; canonical may be NULL. */
enum list_cell list_cell_add(struct atelier *at, const struct column *column,
                             const char *canonical, struct buffer *text);

#endif
