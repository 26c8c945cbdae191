/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_columns.c - what the columns of a file hold, by its headings and first rows */
#include "import/import_columns.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "import/import_asked.h"
#include "import/import_category_names.h"
#include "import/import_seen_cells.h"

/* Fifty rows tell what a column is like, and of a wide file as many as have so many
 * cells; a category is asked for until a few are none. */
enum { ROWS_READ = 50, CELLS_READ = 2400, MISSES_MOST = 4 };

static size_t
rows_to_read(size_t columns)
{
    return columns * ROWS_READ > CELLS_READ ? CELLS_READ / columns + 1 : ROWS_READ;
}

static bool
asks_for_categories(const struct import_column *column)
{
    return column->filled - column->categories < MISSES_MOST + column->categories;
}

static void
add_cell(struct import_column *column, const struct import_column *alone)
{
    const size_t categories = asks_for_categories(column)
                                  ? column->categories + alone->categories
                                  : column->categories;
    import_column_join(column, alone);
    column->categories = categories;
}

static bool
read_rows(struct import *import, struct import_seen_cells *seen, bool headless,
          struct import_column *columns, struct error *err)
{
    const size_t from = import->head + (headless ? 0 : 1);
    const size_t most = rows_to_read(import->headers.count);
    struct table_store *rows = &import->file->rows;
    struct table_row *row = &import->cells;

    for (size_t i = from; i < rows->count && i < from + most; i++) {
        if (!table_store_row(rows, i, row, err))
            return false;
        for (size_t c = 0; c < import->headers.count && c < row->count; c++) {
            const char *cell = row->cells[c];
            add_cell(&columns[c], import_seen_cells_alone(seen, cell));
            if (headless)
                import_column_add_words(&columns[c], cell);
        }
    }
    return true;
}

static bool
read_columns(struct import *import, bool headless, struct import_column *columns,
             struct error *err)
{
    struct import_category_names categories = { 0 };
    struct import_seen_cells *seen = import_seen_cells_new(&categories);
    const bool ok = import_category_names_read(&categories, import->at, err) &&
                    read_rows(import, seen, headless, columns, err);
    import_seen_cells_free(seen);
    import_category_names_clear(&categories);
    return ok;
}

/* Nine digits are not a number of the office's country in a list that names others. */
static enum import_zero
find_zero(struct import *import, const struct import_column *columns, size_t count)
{
    /* A guest or two from abroad say nothing of the others. */
    enum { ABROAD_LEAST = 5 };
    static const char *const zones[] = {
        "Europe/Madrid", "Europe/Lisbon",     "Europe/Rome",   "Europe/Warsaw",
        "Europe/Prague", "Europe/Luxembourg", "Europe/Athens", "Europe/Copenhagen",
        "Europe/Oslo",   "Atlantic/Canary",   "Africa/Ceuta"
    };
    const char *zone = atelier_settings(import->at)->zone;
    size_t abroad = 0;
    size_t numbered = 0;

    for (size_t i = 0; zone && i < sizeof(zones) / sizeof(zones[0]); i++)
        if (strcmp(zone, zones[i]) == 0)
            return IMPORT_ZERO_NEVER;
    const enum import_zero said =
        import->headless
            ? IMPORT_ZERO_LOST
            : import_headings_zero((const char *const *)import->headers.cells, count);
    if (said != IMPORT_ZERO_LOST)
        return said;
    for (size_t c = 0; c < count; c++) {
        abroad += columns[c].abroad;
        numbered += columns[c].abroad > 0 ? columns[c].numbered : 0;
    }
    return abroad > 0 && abroad * ABROAD_LEAST >= numbered ? IMPORT_ZERO_ASKED
                                                           : IMPORT_ZERO_LOST;
}

/* The kind of file says what its columns hold, and its headings come first. */
static size_t
take_holds(struct import *import)
{
    import_mapping_clear(&import->mapping);
    import->mapping.count = import->headers.count;
    import->mapping.targets =
        memory_new(import->headers.count, sizeof(*import->mapping.targets));
    for (size_t c = 0; c < import->headers.count; c++)
        import->mapping.targets[c] = import->file->holds[c];
    return import->headers.count;
}

/* A role is one in a group. */
static void
pass_roles_over(struct import *import)
{
    for (size_t c = 0; !import->goal.group && c < import->mapping.count; c++)
        if (import->mapping.targets[c] == IMPORT_ROLE)
            import->mapping.targets[c] = IMPORT_NOTHING;
}

bool
import_columns_guess(struct import *import, size_t *known, struct error *err)
{
    import_columns_forget_filled(import);
    if (import->file->holds) {
        *known = import->head == 0 ? take_holds(import) : 0;
        return true;
    }
    const char *const *headers = (const char *const *)import->headers.cells;
    size_t count = import->headers.count;

    *known = 0;
    if (!import_headings_any(import->words, headers, count)) {
        import_mapping_clear(&import->mapping);
        import->mapping.targets = memory_new(count, sizeof(*import->mapping.targets));
        import->mapping.count = count;
        return true;
    }
    struct import_column *columns = memory_new(count, sizeof(*columns));
    bool ok = read_columns(import, false, columns, err);
    if (ok) {
        *known = import_mapping_guess_columns(&import->mapping, import->words, headers,
                                              columns, count);
        *known += import_asked_guess(import);
        pass_roles_over(import);
        import->mapping.zero = find_zero(import, columns, count);
    }
    free(columns);
    return ok;
}

bool
import_columns_read(struct import *import, struct import_column *columns,
                    struct error *err)
{
    return read_columns(import, import->headless, columns, err);
}

bool
import_columns_guess_headless(struct import *import, struct error *err)
{
    import_columns_forget_filled(import);
    if (import->file->holds)
        return true;
    const size_t count = import->headers.count;
    struct import_column *columns = memory_new(count, sizeof(*columns));
    const bool ok = read_columns(import, true, columns, err);
    if (ok) {
        import_mapping_guess_cells(&import->mapping, columns, count);
        import->mapping.zero = find_zero(import, columns, count);
    }
    free(columns);
    return ok;
}

char *
import_column_name(const struct import *import, size_t column)
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
    buffer_clear(&cut);
    return buffer_take(&name);
}
