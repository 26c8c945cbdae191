/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_refused.c - the rows that were left out, as a file to be corrected and sent
 * again */
#include <stdio.h>

#include "atelier/base/buffer.h"
#include "atelier/base/csv_cell.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/output_file.h"
#include "atelier/base/text.h"
#include "import/import_mend.h"
#include "import/import_state.h"

struct writer {
    struct import *import;
    struct output_file *file;
    struct buffer text;
    int64_t rows;
};

static bool
write_out(struct writer *w, struct error *err)
{
    bool ok = output_file_write(w->file, buffer_text(&w->text), w->text.length, err);
    buffer_reset(&w->text);
    return ok;
}

/* Cells that are too many stand behind the reason, below no heading: a row that nobody
 * corrects is refused again for them. */
static void
add_row(struct writer *w, const char *const *cells, size_t count, const char *line,
        const char *reason)
{
    const char delimiter =
        w->import->file->delimiter ? w->import->file->delimiter : CSV_CELL_DELIMITER;
    const size_t columns = w->import->headers.count;

    for (size_t c = 0; c < columns; c++) {
        csv_cell_add(&w->text, c < count ? cells[c] : "", delimiter);
        buffer_add_char(&w->text, delimiter);
    }
    csv_cell_add(&w->text, line, delimiter);
    buffer_add_char(&w->text, delimiter);
    csv_cell_add(&w->text, reason, delimiter);
    while (count > columns && text_is_blank(cells[count - 1]))
        count--;
    for (size_t c = columns; c < count; c++) {
        buffer_add_char(&w->text, delimiter);
        csv_cell_add(&w->text, cells[c], delimiter);
    }
    buffer_add(&w->text, "\r\n");
}

/* A row as it is to be corrected.  What was left out of it, so that it could be read, is
 * there again: nobody took the row. */
static bool
load_cells(struct import *import, size_t index, struct import_mend *whole,
           struct error *err)
{
    const struct import_mend *mend = import_mend_find(import, import->first + index);
    const char *const *cells = NULL;
    size_t count = 0;
    if (!import_row_cells(import, index, &cells, &count, err))
        return false;

    whole->count = count;
    whole->cells = memory_new(count + 1, sizeof(*whole->cells));
    for (size_t c = 0; c < count; c++) {
        const bool is_cut =
            mend && mend->left_out && text_is_blank(cells[c]) && c < import->cells.count;
        whole->cells[c] = memory_copy(is_cut ? import->cells.cells[c] : cells[c]);
    }
    return true;
}

static bool
write_row(struct writer *w, size_t index, struct error *err)
{
    struct import_row row = { 0 };
    struct import_mend whole = { 0 };
    bool ok = import_row_load(w->import, index, &row, err) &&
              load_cells(w->import, index, &whole, err);
    if (ok) {
        char line[24];
        (void)snprintf(line, sizeof(line), "%lld", (long long)row.line);
        struct buffer seatless = { 0 };
        if (row.full)
            import_row_add_no_seat(w->import, index, &seatless);
        add_row(w, (const char *const *)whole.cells, whole.count, line,
                row.full     ? buffer_text(&seatless)
                : row.reason ? row.reason
                             : "");
        buffer_clear(&seatless);
        w->rows++;
        ok = write_out(w, err);
    }
    import_mend_free(&whole);
    import_row_clear(&row);
    return ok;
}

/* A byte order mark, because the spreadsheets that need one would guess otherwise. */
static bool
write_rows(struct writer *w, struct error *err)
{
    struct import *import = w->import;
    buffer_add(&w->text, "\xef\xbb\xbf");
    if (import->first > 0)
        add_row(w, (const char *const *)import->headers.cells, import->headers.count,
                _("Line"), _("Reason"));
    for (size_t i = 0; i < import->count; i++) {
        enum import_verdict verdict = import_row_verdict(import, i);
        if ((verdict == IMPORT_REFUSED || verdict == IMPORT_DOUBTFUL ||
             import_row_is_full(import, i)) &&
            !write_row(w, i, err))
            return false;
    }
    return write_out(w, err);
}

static bool
is_allowed(void *context, const char *path, const struct stat *there, struct error *err)
{
    (void)context;
    (void)there;
    return !database_owns_name(path) || database_refuse_name(path, NULL, err);
}

static struct output_file *
open_output(const struct atelier *at, const char *path, struct error *err)
{
    const struct output_rule rule = { .mode = OUTPUT_FOR_OWNER,
                                      .allows = is_allowed,
                                      .within = atelier_folder(at) };

    return output_file_open(path, &rule, err);
}

bool
import_can_save_refused(const struct atelier *at, const char *path, struct error *err)
{
    struct output_file *file = open_output(at, path, err);

    if (file)
        output_file_discard(file);
    return file;
}

bool
import_save_refused(struct import *import, const char *path, int64_t *rows,
                    struct error *err)
{
    struct writer w = { .import = import, .file = open_output(import->at, path, err) };
    if (!w.file)
        return false;

    bool ok = write_rows(&w, err);
    if (ok)
        ok = output_file_finish(w.file, NULL, err);
    else
        output_file_discard(w.file);
    buffer_clear(&w.text);
    *rows = w.rows;
    return ok;
}
