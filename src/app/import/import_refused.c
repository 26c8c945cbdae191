/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_refused.c - the rows that were left out, as a file to be corrected and sent
 * again */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "import/csv_cell.h"
#include "import/import_state.h"

static bool
fail(const char *path, struct error *err)
{
    return error_set(err, ERROR_SYSTEM, _("%s cannot be written: %s."), path,
                     error_system_text(errno));
}

/* Lines are gathered until they are worth a call of the system. */
enum { GATHERED = 65536 };

struct writer {
    struct import *import;
    const char *path;
    int fd;
    struct buffer text;
    int64_t rows;
};

static bool
write_out(struct writer *w, struct error *err)
{
    size_t done = 0;
    while (done < w->text.length) {
        ssize_t wrote = write(w->fd, w->text.text + done, w->text.length - done);
        if (wrote < 0 && errno != EINTR)
            return fail(w->path, err);
        done += wrote > 0 ? (size_t)wrote : 0;
    }
    buffer_reset(&w->text);
    return true;
}

static void
add_row(struct writer *w, const struct csv_row *row, const char *line, const char *reason)
{
    const char delimiter = w->import->file.delimiter;
    for (size_t c = 0; c < w->import->headers.count; c++) {
        csv_cell_add(&w->text, c < row->count ? row->cells[c] : "", delimiter);
        buffer_add_char(&w->text, delimiter);
    }
    csv_cell_add(&w->text, line, delimiter);
    buffer_add_char(&w->text, delimiter);
    csv_cell_add(&w->text, reason, delimiter);
    buffer_add(&w->text, "\r\n");
}

static bool
write_row(struct writer *w, size_t index, struct error *err)
{
    struct import_row row = { 0 };
    struct csv_row cells = { 0 };
    char line[24];
    bool ok = import_row_load(w->import, index, &row, err) &&
              csv_file_row(&w->import->file, w->import->first + index, &cells, err);
    if (ok) {
        (void)snprintf(line, sizeof(line), "%lld", (long long)row.line);
        add_row(w, &cells, line, row.reason ? row.reason : "");
        w->rows++;
        ok = w->text.length < GATHERED || write_out(w, err);
    }
    csv_row_clear(&cells);
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
        add_row(w, &import->headers, _("Line"), _("Reason"));
    for (size_t i = 0; i < import->count; i++) {
        enum import_verdict verdict = import_row_verdict(import, i);
        if ((verdict == IMPORT_REFUSED || verdict == IMPORT_DOUBTFUL) &&
            !write_row(w, i, err))
            return false;
    }
    return write_out(w, err);
}

bool
import_save_refused(struct import *import, const char *path, int64_t *rows,
                    struct error *err)
{
    struct writer w = { .import = import, .path = path };
    if (database_owns_name(path))
        return error_set(err, ERROR_INPUT,
                         _("%s belongs to the database; name another file."), path);
    w.fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (w.fd < 0 && errno == EEXIST)
        return error_set(err, ERROR_RULE, _("%s is there already; name another file."),
                         path);
    if (w.fd < 0)
        return fail(path, err);

    bool ok = write_rows(&w, err);
    if (close(w.fd) != 0 && ok)
        ok = fail(path, err);
    if (!ok)
        unlink(path);
    buffer_clear(&w.text);
    *rows = w.rows;
    return ok;
}
