/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xlsx_merge.c - merged cells: the first alone counts, and what the others hide is said
 */
#include "import/xlsx_merge.h"

#include <inttypes.h>
#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "import/table_kind.h"

/* A spreadsheet has 16,384 columns and 1,048,576 rows. */
enum { LETTERS = 26, COLUMNS_MOST = 16384, ROWS_MOST = 1048576, MERGES_MOST = 100000 };

/* More notes of a kind say nothing new. */
enum { NOTES_MOST = 5 };

bool
xlsx_cell_parse(const char *reference, size_t *column, int64_t *row, const char **end)
{
    const char *c = reference;
    int letters = 0;
    for (; *c >= 'A' && *c <= 'Z' && letters < COLUMNS_MOST; c++)
        letters = letters * LETTERS + (*c - 'A') + 1;
    if (letters == 0 || letters > COLUMNS_MOST)
        return false;
    int digits = 0;
    for (; *c >= '0' && *c <= '9' && digits <= ROWS_MOST; c++)
        digits = digits * 10 + (*c - '0');
    *column = (size_t)letters - 1;
    *row = digits;
    *end = c;
    return digits <= ROWS_MOST;
}

void
xlsx_merge_list_add(struct xlsx_merge_list *list, const char *reference)
{
    struct xlsx_merge merge;
    const char *end;
    if (list->count == MERGES_MOST ||
        !xlsx_cell_parse(reference, &merge.first_column, &merge.first_row, &end) ||
        *end != ':' ||
        !xlsx_cell_parse(end + 1, &merge.last_column, &merge.last_row, &end) || *end)
        return;
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof(*list->items));
    list->items[list->count++] = merge;
}

void
xlsx_merge_list_clear(struct xlsx_merge_list *list)
{
    free(list->items);
    *list = (struct xlsx_merge_list){ 0 };
}

/* The first row of the store on that line of the sheet or below it. */
static size_t
find_line(const struct table_store *rows, int64_t line)
{
    size_t low = 0;
    size_t high = rows->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (table_store_line(rows, middle) < line)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Whether a merge hides texts, and on which line the first; whether it spans rows of the
 * list, which then have none. */
static bool
look(const struct xlsx_merge *merge, struct table_file *file, int64_t *hides, bool *spans,
     struct error *err)
{
    struct table_store *rows = &file->rows;
    struct table_row row = { 0 };
    bool first_has = false;
    *hides = 0;
    *spans = false;
    for (size_t i = find_line(rows, merge->first_row);
         i < rows->count && table_store_line(rows, i) <= merge->last_row; i++) {
        if (!table_store_row(rows, i, &row, err)) {
            table_row_clear(&row);
            return false;
        }
        for (size_t c = merge->first_column; c <= merge->last_column && c < row.count;
             c++) {
            bool first = row.line == merge->first_row && c == merge->first_column;
            bool has = !text_is_blank(row.cells[c]);
            first_has = first_has || (first && has);
            if (!first && has && !*hides)
                *hides = row.line;
        }
        *spans = *spans || (first_has && row.line > merge->first_row);
    }
    table_row_clear(&row);
    return true;
}

bool
xlsx_merge_list_note(const struct xlsx_merge_list *list, struct table_file *file,
                     struct error *err)
{
    int notes = 0;
    for (size_t i = 0; i < list->count && notes < NOTES_MOST; i++) {
        const struct xlsx_merge *merge = &list->items[i];
        int64_t hides;
        bool spans;
        if (!look(merge, file, &hides, &spans, err))
            return false;
        if (hides)
            table_kind_note(file,
                            _("Line %" PRId64 ": merged cells hide a text, which is read "
                              "too; look at the row."),
                            hides);
        else if (spans)
            table_kind_note(file,
                            _("Lines %" PRId64 " to %" PRId64 ": cells are merged; their "
                              "text counts for the first line only."),
                            merge->first_row, merge->last_row);
        notes += hides || spans;
    }
    return true;
}
