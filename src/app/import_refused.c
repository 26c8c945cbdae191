/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_refused.c - the rows that were left out, as a file to be corrected and sent
 * again */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "import_state.h"

static bool
fail(const char *path, struct error *err)
{
    return error_set(err, ERROR_SYSTEM, _("%s cannot be written: %s."), path,
                     error_system_text(errno));
}

static void
add_row(const struct import *import, const struct csv_row *row, const char *line,
        const char *reason, struct buffer *text)
{
    const char delimiter = import->file.delimiter;
    for (size_t c = 0; c < import->file.rows[0].count; c++) {
        csv_add_cell(text, c < row->count ? row->cells[c] : "", delimiter);
        buffer_add_char(text, delimiter);
    }
    csv_add_cell(text, line, delimiter);
    buffer_add_char(text, delimiter);
    csv_add_cell(text, reason, delimiter);
    buffer_add(text, "\r\n");
}

/* A byte order mark, because the spreadsheets that need one would guess otherwise. */
static int64_t
write_rows(const struct import *import, struct buffer *text)
{
    int64_t rows = 0;
    size_t first = import->headless ? 0 : 1;
    buffer_add(text, "\xef\xbb\xbf");
    if (!import->headless)
        add_row(import, &import->file.rows[0], _("Line"), _("Reason"), text);
    for (size_t i = 0; i < import->rows.count; i++) {
        const struct import_row *row = &import->rows.items[i];
        char line[24];
        if (row->verdict != IMPORT_REFUSED && row->verdict != IMPORT_DOUBTFUL)
            continue;
        (void)snprintf(line, sizeof(line), "%lld", (long long)row->line);
        add_row(import, &import->file.rows[first + i], line,
                row->reason ? row->reason : "", text);
        rows++;
    }
    return rows;
}

bool
import_save_refused(const struct import *import, const char *path, int64_t *rows,
                    struct error *err)
{
    struct buffer text = { 0 };
    *rows = write_rows(import, &text);
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0) {
        buffer_clear(&text);
        if (errno == EEXIST)
            return error_set(err, ERROR_RULE,
                             _("%s is there already; name another file."), path);
        return fail(path, err);
    }

    size_t done = 0;
    bool ok = true;
    while (ok && done < text.length) {
        ssize_t wrote = write(fd, text.text + done, text.length - done);
        if (wrote < 0 && errno != EINTR)
            ok = fail(path, err);
        done += wrote > 0 ? (size_t)wrote : 0;
    }
    if (close(fd) != 0 && ok)
        ok = fail(path, err);
    if (!ok)
        unlink(path);
    buffer_clear(&text);
    return ok;
}
