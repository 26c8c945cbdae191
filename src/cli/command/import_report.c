/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_report.c - how the file of an import was read, and the encodings beside it */
#include "command/import_report.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"

/* That the columns are no guess. */
static void
put_remembered(struct invocation *inv, const struct import *import, json_t *notes)
{
    struct buffer text = { 0 };
    import_add_remembered(import, &text);
    if (text.length > 0) {
        print_line(inv, _("%s  --forget-columns guesses them again."),
                   buffer_text(&text));
        json_array_append_new(notes, json_string(buffer_text(&text)));
    }
    buffer_clear(&text);
}

void
import_report_reading(struct invocation *inv, const struct import *import, json_t *object)
{
    const char *sheet = import_sheet(import);
    if (sheet)
        print_line(inv, _("Read as %s, sheet “%s”."), import_encoding(import), sheet);
    else if (import_delimiter(import) == '\0')
        print_line(inv, _("Read as address cards, %s."), import_encoding(import));
    else
        print_line(inv, _("Read as %s."), import_encoding(import));
    json_object_set_new(object, "encoding", json_string(import_encoding(import)));
    json_object_set_new(object, "sheet", sheet ? json_string(sheet) : json_null());
    json_t *notes = json_array();
    json_object_set_new(object, "notes", notes);
    char *copy = memory_copy(import_notes(import));
    char *rest = NULL;
    for (char *note = strtok_r(copy, "\n", &rest); note;
         note = strtok_r(NULL, "\n", &rest)) {
        print_line(inv, "%s", note);
        json_array_append_new(notes, json_string(note));
    }
    free(copy);
    put_remembered(inv, import, notes);
}

void
import_report_encodings(struct invocation *inv, const struct import *import)
{
    struct buffer words[IMPORT_ENCODING_COUNT] = { 0 };

    import_add_previews(import, import_encodings, IMPORT_ENCODING_COUNT, words);
    for (size_t i = 0; i < IMPORT_ENCODING_COUNT; i++) {
        if (words[i].length > 0)
            print_line(inv, "  --encoding %-12s  %s", import_encodings[i],
                       buffer_text(&words[i]));
        buffer_clear(&words[i]);
    }
}
