/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_head.c - which row of a file holds its headings */
#include "import/import_head.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "import/import_columns.h"
#include "import/import_headings.h"

/* Headings further down than this are not looked for: a person says which row they are.
 */
enum { HEADINGS_WITHIN = 10 };

/* Takes a row for the headings; *known is how many of them are understood. */
static bool
take_headings(struct import *import, size_t row, size_t *known, struct error *err)
{
    import->head = row;
    import_mapping_clear(&import->mapping);
    return table_store_row(&import->file->rows, row, &import->headers, err) &&
           import_columns_guess(import, known, err);
}

void
import_set_headless(struct import *import, bool headless)
{
    import->headless = headless;
    import_mapping_ask(&import->mapping,
                       headless ? NULL : (const char *const *)import->headers.cells);
}

/* Remembers what the columns seem to hold. */
static void
keep_guess(struct import *import, size_t known)
{
    const size_t count = import->mapping.count;
    free(import->guess);
    import->guess = memory_new(count + 1, sizeof(*import->guess));
    for (size_t c = 0; c < count; c++)
        import->guess[c] = import->mapping.targets[c];
    import->guessed_headless = known == 0;
}

static bool
take_guess(struct import *import, size_t row, struct error *err)
{
    size_t known;
    if (!take_headings(import, row, &known, err))
        return false;
    keep_guess(import, known);
    import_set_headless(import, known == 0);
    return true;
}

/* Takes a row whose guess was kept, after others were looked at. */
static bool
take_kept(struct import *import, size_t row, struct error *err)
{
    import->head = row;
    if (!table_store_row(&import->file->rows, row, &import->headers, err))
        return false;
    const size_t count = import->headers.count;
    import_mapping_clear(&import->mapping);
    import->mapping.targets = memory_new(count, sizeof(*import->mapping.targets));
    import->mapping.count = count;
    for (size_t c = 0; c < count; c++)
        import->mapping.targets[c] = import->guess[c];
    import_set_headless(import, import->guessed_headless);
    return true;
}

/* How much a row is like headings. */
struct weight {
    size_t row;
    size_t known;  /* cells that are a heading */
    size_t filled; /* cells */
    bool names;    /* one of them is for the names, and none is there twice */
};

static size_t
count_filled(const struct table_row *row)
{
    size_t filled = 0;
    for (size_t c = 0; c < row->count; c++)
        filled += !text_is_blank(row->cells[c]);
    return filled;
}

/* A title can be a heading too, but stands alone: “Participants”. */
static bool
is_heavier(const struct weight *one, const struct weight *than)
{
    if (one->names != than->names)
        return one->names;
    if (one->known != than->known)
        return one->known > than->known;
    return one->known > 0 && than->filled == 1 && one->filled > 1;
}

/* The cells below a row cost more to look at than the row itself: they are not for one
 * that would not be heavier if each of its cells were right. */
static bool
may_be_heavier(const struct table_row *row, const struct weight *than)
{
    if (!than->names)
        return true;
    const struct weight most = {
        .known = import_headings_known((const char *const *)row->cells, row->count),
        .filled = count_filled(row),
        .names = true,
    };
    return is_heavier(&most, than);
}

/* A title may stand above the headings, or the line by which a spreadsheet tells its
 * delimiter. */
bool
import_head_guess(struct import *import, struct error *err)
{
    struct weight best = { 0 };
    for (size_t i = 0; i < import->file->rows.count && i < HEADINGS_WITHIN; i++) {
        struct weight weight = { .row = i };
        if (!table_store_row(&import->file->rows, i, &import->headers, err))
            return false;
        if (i > 0 && !may_be_heavier(&import->headers, &best))
            continue;
        if (!take_headings(import, i, &weight.known, err))
            return false;
        weight.filled = count_filled(&import->headers);
        weight.names = weight.known > 0 && import_mapping_check(&import->mapping, NULL);
        if (i == 0 || is_heavier(&weight, &best)) {
            best = weight;
            keep_guess(import, best.known);
        }
    }
    return take_kept(import, best.row, err);
}

/* What a person said of the headings that were read is what their columns hold. */
static bool
take_remembered(struct import *import, size_t row, struct error *err)
{
    if (!take_guess(import, row, err))
        return false;
    import_headings_apply(import);
    import_set_headless(import, false);
    return true;
}

/* What a person said of such headings knows better than any guess, also which row they
 * are. */
static bool
find_remembered(struct import *import, bool *found, struct error *err)
{
    const struct table_store *rows = &import->file->rows;
    *found = false;
    for (size_t i = 0; !*found && i < rows->count && i < HEADINGS_WITHIN; i++) {
        if (!table_store_row(&import->file->rows, i, &import->headers, err) ||
            !import_headings_find(import, err))
            return false;
        if (!import->remembered.holds)
            continue;
        if (!take_remembered(import, i, err))
            return false;
        *found = true;
    }
    return true;
}

bool
import_head_find(struct import *import, struct error *err)
{
    bool found;
    return find_remembered(import, &found, err) &&
           (found || import_head_guess(import, err));
}

/* --- what a person says of it */

int64_t
import_headings_line(const struct import *import)
{
    return import->file->rows.marks[import->head].line;
}

bool
import_add_line(struct import *import, size_t index, int64_t *line, struct buffer *text,
                struct error *err)
{
    if (index >= import->file->rows.count ||
        !table_store_row(&import->file->rows, index, &import->cells, err))
        return false;
    *line = import->file->rows.marks[index].line;
    for (size_t c = 0; c < import->cells.count; c++)
        if (!text_is_blank(import->cells.cells[c]))
            buffer_addf(text, "%s%s", text->length > 0 ? " | " : "",
                        import->cells.cells[c]);
    return true;
}

void
import_add_samples(struct import *import, size_t column, size_t most, struct buffer *text)
{
    enum { ROWS_MOST = 50, CELL_COLUMNS = 18 };
    const size_t begin = text->length;
    const size_t first = import->headless ? import->head : import->head + 1;
    struct error ignored = { 0 };
    size_t found = 0;

    for (size_t i = first;
         found < most && i < first + ROWS_MOST && i < import->file->rows.count &&
         table_store_row(&import->file->rows, i, &import->cells, &ignored);
         i++) {
        if (column >= import->cells.count || text_is_blank(import->cells.cells[column]))
            continue;
        struct buffer cell = { 0 };
        text_add_cut(&cell, import->cells.cells[column], CELL_COLUMNS, false, false);
        if (text->length == begin || !strstr(text->text + begin, buffer_text(&cell))) {
            buffer_addf(text, "%s%s", found > 0 ? ", " : "", buffer_text(&cell));
            found++;
        }
        buffer_clear(&cell);
    }
}

bool
import_set_headings_line(struct import *import, int64_t line, struct error *err)
{
    const struct table_store *rows = &import->file->rows;
    size_t row = 0;
    while (row < rows->count && rows->marks[row].line != line)
        row++;
    if (row == rows->count)
        return error_set_field(err, ERROR_INPUT, "headings-in",
                               _("Line %lld of the file is empty or missing; say the "
                                 "line in which the headings stand."),
                               (long long)line);
    if (row + 1 == rows->count)
        return error_set_field(err, ERROR_INPUT, "headings-in",
                               _("Nobody stands below line %lld of the file; say the "
                                 "line in which the headings stand."),
                               (long long)line);
    if (!table_store_row(&import->file->rows, row, &import->headers, err) ||
        !import_headings_find(import, err))
        return false;
    if (import->remembered.holds)
        return take_remembered(import, row, err);
    if (!take_guess(import, row, err))
        return false;
    import_set_headless(import, false);
    return true;
}
