/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_passed_noes.c - noes that nobody reads, on the way to a meeting: in a column of
 * yes and no that is passed over, or left empty beside those who say yes */
#include <inttypes.h>
#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "import/import_columns.h"

static bool
says_no(const char *cell)
{
    return import_cell_answer(cell) == IMPORT_ANSWER_NO || import_cell_is_no(cell);
}

/* How many rows say no in the columns that are looked at, of the whole file. */
static bool
count_noes(struct import *import, const bool *looked_at, int64_t *noes)
{
    const size_t count = import->mapping.count;
    struct table_store *rows = &import->file->rows;
    struct error ignored = { 0 };

    for (size_t i = import->head + !import->headless; i < rows->count; i++) {
        if (!table_store_row(rows, i, &import->cells, &ignored))
            return false;
        for (size_t c = 0; c < count && c < import->cells.count; c++)
            noes[c] += looked_at[c] && says_no(import->cells.cells[c]);
    }
    return true;
}

static bool
find_answers(struct import *import, bool *looked_at)
{
    const size_t count = import->mapping.count;
    struct import_column *columns = memory_new(count + 1, sizeof(*columns));
    struct error ignored = { 0 };
    bool any = false;

    bool ok = import_columns_read(import, columns, &ignored);
    for (size_t c = 0; ok && c < count; c++) {
        looked_at[c] = import->mapping.targets[c] == IMPORT_NOTHING &&
                       columns[c].filled > 0 &&
                       columns[c].answers * 2 > columns[c].filled;
        any = any || looked_at[c];
    }
    free(columns);
    return any;
}

static void
add_column(const struct import *import, size_t column, int64_t noes, struct buffer *text)
{
    char *name = import_column_name(import, column);
    buffer_addf(text,
                ngettext("%s: %" PRId64
                         " row says no, and the column is passed over; does it tell who "
                         "comes?",
                         "%s: %" PRId64
                         " rows say no, and the column is passed over; does it tell who "
                         "comes?",
                         (unsigned long)noes),
                name, noes);
    buffer_add_char(text, '\n');
    free(name);
}

/* Another column tells who comes. */
static bool
tells_coming(const struct import *import)
{
    for (size_t c = 0; c < import->mapping.count; c++)
        if (import->mapping.targets[c] == IMPORT_COMING ||
            import->mapping.targets[c] == IMPORT_AWAY)
            return true;
    return false;
}

void
import_add_passed_noes(struct import *import, struct buffer *text)
{
    const size_t count = import->mapping.count;
    bool *looked_at = memory_new(count + 1, sizeof(*looked_at));
    int64_t *noes = memory_new(count + 1, sizeof(*noes));

    if (import->goal.meeting && !tells_coming(import) &&
        find_answers(import, looked_at) && count_noes(import, looked_at, noes))
        for (size_t c = 0; c < count; c++)
            if (noes[c] > 0)
                add_column(import, c, noes[c], text);
    free(noes);
    free(looked_at);
}

static bool
is_empty_row(const struct table_row *row)
{
    for (size_t c = 0; c < row->count; c++)
        if (!text_is_blank(row->cells[c]))
            return false;
    return true;
}

/* Rows that are empty in a column where others say yes, and none says no; 0 where it is
 * otherwise. */
static int64_t
count_empty(struct import *import, size_t column)
{
    struct table_store *rows = &import->file->rows;
    struct error ignored = { 0 };
    int64_t yes = 0;
    int64_t empty = 0;

    for (size_t i = import->head + !import->headless; i < rows->count; i++) {
        if (!table_store_row(rows, i, &import->cells, &ignored))
            return 0;
        const struct table_row *row = &import->cells;
        const char *cell = column < row->count ? row->cells[column] : "";
        if (says_no(cell))
            return 0;
        yes += import_cell_answer(cell) == IMPORT_ANSWER_YES;
        empty += text_is_blank(cell) && !is_empty_row(row);
    }
    return yes > 0 ? empty : 0;
}

void
import_add_empty_answers(struct import *import, struct buffer *text)
{
    for (size_t c = 0; import->goal.meeting && c < import->mapping.count; c++) {
        const int64_t empty =
            import->mapping.targets[c] == IMPORT_COMING ? count_empty(import, c) : 0;
        if (empty == 0)
            continue;
        char *name = import_column_name(import, c);
        buffer_addf(
            text,
            ngettext("%s: %" PRId64 " row is empty there, and comes all the same; "
                     "does it say no?",
                     "%s: %" PRId64 " rows are empty there, and come all the same; "
                     "do they say no?",
                     (unsigned long)empty),
            name, empty);
        buffer_add_char(text, '\n');
        free(name);
    }
}
