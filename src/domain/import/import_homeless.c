/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_homeless.c - what only an organisation can hold, in a row that names none */
#include "import/import_homeless.h"

#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"

/* Takes a value out of the row, as a line of a note: a function speaks for itself. */
static void
take_line(struct import_row *row, enum import_target target, struct buffer *lines)
{
    char *value = row->values[target];

    if (!value)
        return;
    buffer_add(lines, lines->length > 0 ? "\n" : "");
    if (target == IMPORT_FUNCTION)
        buffer_add(lines, value);
    else
        buffer_addf(lines, _("%s: %s"), _(import_targets[target].label), value);
    free(value);
    row->values[target] = NULL;
}

/* Of somebody new no change says it. */
static void
tell(struct import_row *row, const char *lines)
{
    struct buffer told = { 0 };

    if (row->told)
        buffer_addf(&told, "%s%s", row->told, _("; "));
    struct buffer words = { 0 };
    for (const char *at = lines; *at; at++) {
        if (*at == '\n')
            buffer_add(&words, _("; "));
        else
            buffer_add_char(&words, *at);
    }
    buffer_addf(&told, _("no organisation is named: the note keeps “%s”"),
                buffer_text(&words));
    buffer_clear(&words);
    memory_replace(&row->told, buffer_text(&told));
    buffer_clear(&told);
}

void
import_homeless_keep(struct import_row *row, const struct import_candidate *known)
{
    static const enum import_target targets[] = { IMPORT_FUNCTION, IMPORT_CATEGORY,
                                                  IMPORT_TERRITORY };
    struct buffer lines = { 0 };

    if (row->values[IMPORT_ORGANISATION] ||
        (known && (known->organisation || known->line > 0)))
        return;
    for (size_t i = 0; i < sizeof(targets) / sizeof(targets[0]); i++)
        take_line(row, targets[i], &lines);
    if (lines.length > 0) {
        struct buffer note = { 0 };
        if (row->values[IMPORT_NOTE])
            buffer_addf(&note, "%s\n", row->values[IMPORT_NOTE]);
        buffer_add(&note, buffer_text(&lines));
        memory_replace(&row->values[IMPORT_NOTE], buffer_text(&note));
        buffer_clear(&note);
    }
    if (lines.length > 0 && !known)
        tell(row, buffer_text(&lines));
    buffer_clear(&lines);
}
