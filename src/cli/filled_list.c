/* SPDX-License-Identifier: GPL-3.0-or-later */
/* filled_list.c - a list whose rows are filled here, not by the store */
#include "filled_list.h"

#include <inttypes.h>
#include <stdio.h>

#include "atelier/base/memory.h"

enum { NUMBER_SIZE = 24 };

char *
filled_list_id(int64_t id)
{
    char text[NUMBER_SIZE];

    (void)snprintf(text, sizeof(text), "%" PRId64, id);
    return id > 0 ? memory_copy(text) : NULL;
}

char *
filled_list_time(struct local_time time)
{
    char text[LOCAL_TIME_TEXT_SIZE];

    local_time_format(time, text);
    return memory_copy(text);
}

void
filled_list_init(struct listing_page *page, size_t rows, size_t columns)
{
    page->rows = memory_new(rows + 1, sizeof(*page->rows));
    page->column_count = columns;
}

void
filled_list_add(struct listing_page *page, int64_t id, char *const *cells)
{
    struct listing_row *row = &page->rows[page->count++];

    row->id = id;
    row->cells = memory_new(page->column_count, sizeof(*row->cells));
    for (size_t i = 0; i < page->column_count; i++)
        row->cells[i] = cells[i];
}
