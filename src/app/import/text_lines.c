/* SPDX-License-Identifier: GPL-3.0-or-later */
/* text_lines.c - the lines of a text file, one behind another */
#include "import/text_lines.h"

#include "atelier/base/buffer.h"

enum { PART = 32768 };

struct lines {
    text_line *line;
    void *context;
    struct buffer text; /* of the line, so far */
    int64_t number;
    bool returned; /* it ends with \r: \n may follow */
};

static bool
give(struct lines *l, struct error *err)
{
    bool ok = l->text.length == 0 ||
              l->line(l->context, buffer_text(&l->text), l->text.length, l->number, err);
    l->number += l->text.length > 0;
    buffer_reset(&l->text);
    l->returned = false;
    return ok;
}

static bool
take_part(struct lines *l, const char *part, size_t length, struct error *err)
{
    size_t begun = 0;
    for (size_t i = 0; i < length; i++) {
        if (l->returned && part[i] != '\n') {
            buffer_add_part(&l->text, part + begun, i - begun);
            begun = i;
            if (!give(l, err))
                return false;
        }
        l->returned = part[i] == '\r';
        if (part[i] != '\n')
            continue;
        buffer_add_part(&l->text, part + begun, i + 1 - begun);
        begun = i + 1;
        if (!give(l, err))
            return false;
    }
    buffer_add_part(&l->text, part + begun, length - begun);
    return true;
}

bool
text_lines_read(const struct spool *spool, uint64_t start, text_line *line, void *context,
                struct error *err)
{
    struct lines l = { .line = line, .context = context, .number = 1 };
    char part[PART];
    size_t got;
    bool ok;
    do {
        ok = spool_read(spool, start, part, sizeof(part), &got, err) &&
             take_part(&l, part, got, err);
        start += got;
    } while (ok && got > 0);
    ok = ok && give(&l, err);
    buffer_clear(&l.text);
    return ok;
}
