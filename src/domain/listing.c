/* SPDX-License-Identifier: GPL-3.0-or-later */
/* listing.c - copies a key and frees a page; the columns are with each noun, the rows
 * in listing_table.c of the store */
#include "atelier/domain/listing.h"

#include <stdlib.h>

#include "atelier/base/memory.h"

bool
listing_add_with_next(const struct listing *listing, size_t column, char *const cells[],
                      struct buffer *buffer)
{
    const struct column *of = &listing->columns[column];

    if (column > 0 && of[-1].with_next && cells[column - 1] && cells[column])
        return true;
    if (!of->with_next || !cells[column] || !cells[column + 1])
        return false;
    of->with_next(cells[column], cells[column + 1], buffer);
    return true;
}

void
listing_key_copy(struct listing_key *to, const struct listing_key *from)
{
    memory_replace(&to->text, from->text);
    to->number = from->number;
    to->id = from->id;
}

void
listing_key_clear(struct listing_key *key)
{
    free(key->text);
    *key = (struct listing_key){ 0 };
}

void
listing_page_clear(struct listing_page *page)
{
    for (size_t i = 0; i < page->count; i++) {
        struct listing_row *row = &page->rows[i];

        for (size_t cell = 0; cell < page->column_count; cell++)
            free(row->cells[cell]);
        free(row->cells);
        listing_key_clear(&row->key);
    }
    free(page->rows);
    *page = (struct listing_page){ 0 };
}
