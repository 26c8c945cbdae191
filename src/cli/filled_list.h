/* SPDX-License-Identifier: GPL-3.0-or-later */
/* filled_list.h - a list whose rows are filled here, not by the store: its columns, cells
 * and page
 */
#ifndef ATELIER_CLI_FILLED_LIST_H
#define ATELIER_CLI_FILLED_LIST_H

#include <stddef.h>
#include <stdint.h>

#include "atelier/base/civil.h"
#include "atelier/domain/listing.h"

/* What programs alone find. */
#define FILLED_HIDDEN(column, how)                                                       \
    {                                                                                    \
        .name = (column), .kind = (how)                                                  \
    }
#define FILLED_COLUMN(column, head, how, grows)                                          \
    {                                                                                    \
        .name = (column), .label = (head), .kind = (how), .most = (grows), .priority = 1 \
    }
#define FILLED_CHOICE(column, head, of, grows)                                           \
    {                                                                                    \
        .name = (column), .label = (head), .kind = FIELD_CHOICE, .choices = (of),        \
        .most = (grows), .priority = 1                                                   \
    }
#define FILLED_TIME(column, head)                                                        \
    FILLED_COLUMN(column, head, FIELD_LOCAL_TIME, LOCAL_TIME_TEXT_SIZE)
#define FILLED_TEXT(column, head) FILLED_COLUMN(column, head, FIELD_TEXT, 60)

/* Cells: the caller's.  NULL for no id. */
char *filled_list_id(int64_t id);
char *filled_list_time(struct local_time time);

/* Makes a zeroed page for so many rows of so many columns: listing_page_clear(). */
void filled_list_init(struct listing_page *page, size_t rows, size_t columns);

/* Adds a row; takes the cells, in the order of the columns. */
void filled_list_add(struct listing_page *page, int64_t id, char *const *cells);

#endif
