/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_empty.c - columns that hold nothing, of which there is nothing to tell */
#include <stdlib.h>

#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "import/import_columns.h"

/* Up to the row where each column has held something: mostly the first ones. */
static void
find_filled(struct import *import)
{
    const size_t count = import->headers.count;
    struct table_store *rows = &import->file->rows;
    struct table_row row = { 0 };
    struct error ignored = { 0 };
    size_t left = count;

    import->filled = memory_new(count + 1, sizeof(*import->filled));
    for (size_t i = import->head + !import->headless;
         left > 0 && i < rows->count && table_store_row(rows, i, &row, &ignored); i++)
        for (size_t c = 0; c < count && c < row.count; c++)
            if (!import->filled[c] && !text_is_blank(row.cells[c])) {
                import->filled[c] = true;
                left--;
            }
    table_row_clear(&row);
}

bool
import_column_is_idle(struct import *import, size_t column)
{
    if (import_column_brings(import, column) != IMPORT_NOTHING)
        return false;
    if (!import->filled)
        find_filled(import);
    return column < import->headers.count && !import->filled[column];
}

void
import_columns_forget_filled(struct import *import)
{
    free(import->filled);
    import->filled = NULL;
}
