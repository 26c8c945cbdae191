/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_passed_noes.c - columns of yes and no that are passed over, on the way to a
 * meeting: the no may be one to coming */
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
    enum { NAME_COLUMNS = 60 };
    struct buffer cut = { 0 };
    struct buffer name = { 0 };

    if (!import->headless)
        text_add_cut(&cut, import->headers.cells[column], NAME_COLUMNS, false, false);
    if (cut.length > 0)
        buffer_addf(&name, _("Column %zu, “%s”"), column + 1, buffer_text(&cut));
    else
        buffer_addf(&name, _("Column %zu"), column + 1);
    buffer_addf(text,
                ngettext("%s: %" PRId64
                         " row says no, and the column is passed over; does it tell who "
                         "comes?",
                         "%s: %" PRId64
                         " rows say no, and the column is passed over; does it tell who "
                         "comes?",
                         (unsigned long)noes),
                buffer_text(&name), noes);
    buffer_add_char(text, '\n');
    buffer_clear(&name);
    buffer_clear(&cut);
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
