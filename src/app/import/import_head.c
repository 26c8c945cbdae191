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

static size_t
count_filled(const struct table_row *row)
{
    size_t filled = 0;
    for (size_t c = 0; c < row->count; c++)
        filled += !text_is_blank(row->cells[c]);
    return filled;
}

/* Whether each cell of a row is a heading, below another row that has several. */
static bool
goes_on(const struct import *import, const struct table_row *above,
        const struct table_row *row)
{
    return import_cells_are_headings(import->words, (const char *const *)row->cells,
                                     row->count) &&
           count_filled(above) > 1;
}

/* A cell that is blank is the one above it. */
static void
join_lines(struct table_row *row, const struct table_row *above)
{
    struct buffer text = { 0 };

    for (size_t c = 0; c < row->count; c++) {
        const bool blank = c < above->count && text_is_blank(row->cells[c]);
        buffer_add(&text, blank ? above->cells[c] : row->cells[c]);
        buffer_add_char(&text, '\0');
    }
    free(row->text);
    row->text_capacity = text.length;
    row->text = buffer_take(&text);
    char *cell = row->text;
    for (size_t c = 0; c < row->count; c++) {
        row->cells[c] = cell;
        cell += strlen(cell) + 1;
    }
}

/* Headings in a row, or in two lines: “Coordonnées” above “Mail” and “Tél”.  *found is
 * false where the row does not go on with those above it. */
static bool
load_headings(struct import *import, size_t row, bool two, bool *found, struct error *err)
{
    struct table_store *rows = &import->file->rows;
    struct table_row above = { 0 };
    bool ok = table_store_row(rows, row, &import->headers, err);

    *found = ok && (!two || row > 0);
    if (*found && two) {
        ok = table_store_row(rows, row - 1, &above, err);
        *found = ok && goes_on(import, &above, &import->headers);
    }
    if (*found && two)
        join_lines(&import->headers, &above);
    table_row_clear(&above);
    return ok;
}

/* Takes a row for the headings; *known is how many of them are understood. */
static bool
take_headings(struct import *import, size_t row, bool two, size_t *known,
              struct error *err)
{
    bool found;
    *known = 0;
    import->head = row;
    import_mapping_clear(&import->mapping);
    return load_headings(import, row, two, &found, err) &&
           (!found || import_columns_guess(import, known, err));
}

void
import_set_headless(struct import *import, bool headless)
{
    import->headless = headless && !import->file->holds;
    import_mapping_ask(&import->mapping,
                       import->headless ? NULL
                                        : (const char *const *)import->headers.cells);
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
    import->guessed_zero = import->mapping.zero;
}

static bool
take_guess(struct import *import, size_t row, bool two, struct error *err)
{
    size_t known;
    if (!take_headings(import, row, two, &known, err))
        return false;
    keep_guess(import, known);
    import_set_headless(import, known == 0);
    return true;
}

/* How much a row is like headings. */
struct weight {
    size_t row;
    bool two;      /* lines, of which it is the second */
    size_t known;  /* cells that are a heading */
    size_t filled; /* cells */
    bool names;    /* one of them is for the names, and none is there twice */
};

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
may_be_heavier(const struct import *import, const struct weight *than)
{
    const struct table_row *row = &import->headers;

    if (!than->names)
        return true;
    const struct weight most = {
        .known = import_headings_known(import->words, (const char *const *)row->cells,
                                       row->count, than->known),
        .filled = count_filled(row),
        .names = true,
    };
    return is_heavier(&most, than);
}

static bool
weigh(struct import *import, struct weight *weight, struct error *err)
{
    if (!take_headings(import, weight->row, weight->two, &weight->known, err))
        return false;
    weight->filled = count_filled(&import->headers);
    weight->names = weight->known > 0 && import_mapping_check(&import->mapping, NULL);
    return true;
}

/* Weighs a row, alone or with the one above it, and keeps its guess if it is heavier. */
static bool
weigh_against(struct import *import, struct weight weight, struct weight *best,
              struct error *err)
{
    const bool first = weight.row == 0 && !weight.two;
    bool found;
    if (!load_headings(import, weight.row, weight.two, &found, err))
        return false;
    if (!first && (!found || !may_be_heavier(import, best)))
        return true;
    if (!weigh(import, &weight, err))
        return false;
    if (first || is_heavier(&weight, best)) {
        *best = weight;
        keep_guess(import, weight.known);
    }
    return true;
}

/* No heading is known: the cells say what they can. */
static bool
guess_cells(struct import *import, struct error *err)
{
    if (!import_columns_guess_headless(import, err))
        return false;
    keep_guess(import, 0);
    return true;
}

bool
import_take_headless(struct import *import, struct error *err)
{
    if (import->file->holds)
        return true;
    import->head = 0;
    if (!table_store_row(&import->file->rows, 0, &import->headers, err) ||
        !guess_cells(import, err))
        return false;
    import_set_headless(import, true);
    return true;
}

/* Takes the row whose guess was kept, after others were looked at. */
static bool
take_kept(struct import *import, const struct weight *best, struct error *err)
{
    bool found;
    import->head = best->row;
    if (!load_headings(import, best->row, best->two, &found, err))
        return false;
    const size_t count = import->headers.count;
    import_mapping_clear(&import->mapping);
    import->mapping.targets = memory_new(count, sizeof(*import->mapping.targets));
    import->mapping.count = count;
    for (size_t c = 0; c < count; c++)
        import->mapping.targets[c] = import->guess[c];
    import->mapping.zero = import->guessed_zero;
    import_set_headless(import, import->guessed_headless);
    return true;
}

/* A title may stand above the headings, or the line by which a spreadsheet tells its
 * delimiter. */
bool
import_head_guess(struct import *import, struct error *err)
{
    struct weight best = { 0 };
    for (size_t i = 0; i < import->file->rows.count && i < HEADINGS_WITHIN; i++)
        if (!weigh_against(import, (struct weight){ .row = i }, &best, err) ||
            !weigh_against(import, (struct weight){ .row = i, .two = true }, &best, err))
            return false;
    return take_kept(import, &best, err);
}

/* What a person said of the headings that were read is what their columns hold. */
static bool
take_remembered(struct import *import, size_t row, bool two, struct error *err)
{
    if (!take_guess(import, row, two, err))
        return false;
    import_headings_apply(import);
    import_set_headless(import, false);
    return true;
}

static bool
find_remembered_in(struct import *import, size_t row, bool two, bool *found,
                   struct error *err)
{
    bool read;
    *found = false;
    if (!load_headings(import, row, two, &read, err))
        return false;
    if (!read)
        return true;
    if (!import_headings_find(import, err))
        return false;
    *found = import->remembered.holds != NULL;
    return !*found || take_remembered(import, row, two, err);
}

/* What a person said of such headings knows better than any guess, also which row they
 * are. */
static bool
find_remembered(struct import *import, bool *found, struct error *err)
{
    const struct table_store *rows = &import->file->rows;
    *found = false;
    for (size_t i = 0; !*found && i < rows->count && i < HEADINGS_WITHIN; i++)
        for (int lines = 1; !*found && lines <= 2; lines++)
            if (!find_remembered_in(import, i, lines == 2, found, err))
                return false;
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
    return table_store_line(&import->file->rows, import->head);
}

bool
import_add_line(struct import *import, size_t index, int64_t *line, struct buffer *text,
                struct error *err)
{
    if (index >= import->file->rows.count ||
        !table_store_row(&import->file->rows, index, &import->cells, err))
        return false;
    *line = table_store_line(&import->file->rows, index);
    for (size_t c = 0; c < import->cells.count; c++)
        if (!text_is_blank(import->cells.cells[c]))
            buffer_addf(text, "%s%s", text->length > 0 ? " | " : "",
                        import->cells.cells[c]);
    return true;
}

/* Whether it is one of the texts that stand there, with a comma between them. */
static bool
is_sample(const char *samples, const char *cell)
{
    const size_t length = strlen(cell);

    for (const char *at = samples; (at = strstr(at, cell)); at++)
        if ((at == samples || strncmp(at - 2, ", ", 2) == 0) &&
            (!at[length] || strncmp(at + length, ", ", 2) == 0))
            return true;
    return false;
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
        if (text->length == begin || !is_sample(text->text + begin, buffer_text(&cell))) {
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
    while (row < rows->count && table_store_line(rows, row) != line)
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
    struct weight one = { .row = row };
    struct weight two = { .row = row, .two = true };
    bool found;
    if (!weigh(import, &one, err) || !weigh(import, &two, err))
        return false;
    const bool goes_on_above = is_heavier(&two, &one);
    if (!find_remembered_in(import, row, goes_on_above, &found, err) ||
        (!found && !take_guess(import, row, goes_on_above, err)))
        return false;
    import_set_headless(import, false);
    return true;
}
