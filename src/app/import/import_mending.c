/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_mending.c - a person mends a refused row, or takes it without what is wrong */
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "import/import_candidate.h"
#include "import/import_mend.h"

enum { CELL_COLUMNS = 60 };

/* A copy of these cells, as many as the file has columns. */
static struct import_mend
copy_cells(const struct import *import, size_t index, const char *const *cells,
           size_t count)
{
    struct import_mend mend = { .row = import->first + index,
                                .count = import->headers.count };

    mend.cells = memory_new(mend.count + 1, sizeof(*mend.cells));
    for (size_t c = 0; c < mend.count; c++)
        mend.cells[c] = memory_copy(c < count ? cells[c] : "");
    return mend;
}

/* Whether it can be read with these cells; the row says why not. */
static bool
is_readable(const struct import *import, const struct import_mend *mend,
            struct import_row *row)
{
    import_row_clear(row);
    return import_candidate_read_cells(import, (const char *const *)mend->cells,
                                       mend->count, 0, row);
}

bool
import_mend_row(struct import *import, size_t index, const char *const *cells,
                size_t count, size_t *column, struct error *err)
{
    struct import_mend mend = copy_cells(import, index, cells, count);
    struct import_row row = { 0 };
    const bool ok = is_readable(import, &mend, &row);

    *column = row.column;
    if (ok) {
        import_mend_drop(import, mend.row, true);
        import_mend_put(import, mend);
    } else {
        error_set(err, ERROR_INPUT, "%s", row.reason);
        import_mend_free(&mend);
    }
    import_row_clear(&row);
    return ok;
}

bool
import_row_cells(struct import *import, size_t index, const char *const **cells,
                 size_t *count, struct error *err)
{
    const char *ignored;
    if (!table_store_row(&import->file->rows, import->first + index, &import->cells, err))
        return false;
    *cells =
        import_mend_cells(import, import->first + index, &import->cells, count, &ignored);
    return true;
}

bool
import_row_is_mended(const struct import *import, size_t index)
{
    return import_mend_find(import, import->first + index) != NULL;
}

void
import_unmend_row(struct import *import, size_t index)
{
    import_mend_drop(import, import->first + index, false);
}

bool
import_mended_column(struct import *import, size_t index, size_t *column,
                     struct error *err)
{
    const struct import_mend *mend = import_mend_find(import, import->first + index);
    const struct table_row *cells = &import->cells;
    size_t c = 0;

    if (!table_store_row(&import->file->rows, import->first + index, &import->cells, err))
        return false;
    while (mend && c < mend->count &&
           strcmp(mend->cells[c], c < cells->count ? cells->cells[c] : "") == 0)
        c++;
    *column = mend ? c : SIZE_MAX;
    return true;
}

void
import_type_row(struct import *import, size_t index, const char *const *cells,
                size_t count)
{
    struct import_mend mend = copy_cells(import, index, cells, count);
    mend.unsaved = true;
    import_mend_put(import, mend);
}

const char *const *
import_typed_cells(const struct import *import, size_t index, size_t *count)
{
    const struct import_mend *mend =
        import_mend_find_unsaved(import, import->first + index);
    *count = mend ? mend->count : 0;
    return mend ? (const char *const *)mend->cells : NULL;
}

void
import_untype_row(struct import *import, size_t index)
{
    import_mend_drop(import, import->first + index, true);
}

/* --- a row is taken without what is wrong in it */

static bool
is_name(enum import_target target)
{
    return target == IMPORT_FAMILY || target == IMPORT_GIVEN ||
           target == IMPORT_NAME_GIVEN_FIRST || target == IMPORT_NAME_FAMILY_FIRST;
}

/* Blanks the column that the row is refused for, and those that are joined to it, unless
 * a spreadsheet spoilt this one cell or it is one wish of several; false when it is the
 * name, or no column. */
static bool
leave_out(const struct import_mapping *mapping, size_t column, struct import_mend *mend,
          struct buffer *left_out)
{
    if (column >= mapping->count || column >= mend->count ||
        is_name(mapping->targets[column]))
        return false;
    const enum import_target target = mapping->targets[column];
    const bool is_spoilt =
        target == IMPORT_WISH || target == IMPORT_ANSWER ||
        !import_cell_check(mend->cells[column], NULL) ||
        (target == IMPORT_PHONE && !import_phone_check(mend->cells[column], NULL));
    bool any = false;
    for (size_t c = 0; c < mapping->count && c < mend->count; c++) {
        if (mapping->targets[c] != target || (is_spoilt && c != column) ||
            text_is_blank(mend->cells[c]))
            continue;
        struct buffer cut = { 0 };
        text_add_cut(&cut, mend->cells[c], CELL_COLUMNS, false, false);
        buffer_add(left_out, left_out->length > 0 ? ", " : "");
        buffer_addf(left_out, _("%s “%s”"), _(import_targets[target].label),
                    buffer_text(&cut));
        buffer_clear(&cut);
        memory_replace(&mend->cells[c], "");
        any = true;
    }
    return any;
}

/* What has more or fewer cells than columns is shifted: nobody knows what is wrong. */
static bool
is_whole(const struct import *import, const char *const *cells, size_t count)
{
    bool ok = count >= import->mapping.count;
    for (size_t c = import->mapping.count; ok && c < count; c++)
        ok = text_is_blank(cells[c]);
    return ok;
}

bool
import_leave_out_wrong(struct import *import, size_t index, bool *done, struct error *err)
{
    size_t count;
    const char *const *cells;
    *done = false;
    if (!import_row_cells(import, index, &cells, &count, err))
        return false;

    struct import_mend mend = copy_cells(import, index, cells, count);
    struct import_row row = { 0 };
    struct buffer left_out = { 0 };
    const struct import_mend *earlier = import_mend_find(import, mend.row);
    if (earlier && earlier->left_out)
        buffer_add(&left_out, earlier->left_out);
    const bool may =
        is_whole(import, cells, count) && (earlier || !import->cells.refusal);
    bool readable = may && is_readable(import, &mend, &row);
    const bool was_readable = readable;
    while (may && !readable && leave_out(&import->mapping, row.column, &mend, &left_out))
        readable = is_readable(import, &mend, &row);
    *done = readable && !was_readable;
    if (*done) {
        mend.left_out = buffer_take(&left_out);
        import_mend_put(import, mend);
    } else {
        import_mend_free(&mend);
    }
    buffer_clear(&left_out);
    import_row_clear(&row);
    return true;
}
