/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_report_columns.c - what the columns of an import hold, and which are unknown
 * and passed over */
#include "command/import_report.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"

/* Nobody wants to read ten thousand letters that are no heading. */
enum { PASSED_COLUMNS = 60, HEADING_COLUMNS = 200 };

/* What is no heading but a whole list without line ends is not given back. */
static void
add_heading(const char *heading, struct buffer *buffer)
{
    text_add_cut(buffer, heading, HEADING_COLUMNS, false, false);
}

json_t *
import_report_columns(struct import *import)
{
    size_t count;
    const char *const *headers = import_headers(import, &count);
    const struct import_mapping *mapping = import_mapping(import);
    json_t *array = json_array();
    for (size_t c = 0; c < count && c < mapping->count; c++) {
        json_t *column = json_object();
        struct buffer heading = { 0 };
        add_heading(headers[c], &heading);
        json_object_set_new(column, "heading", json_string(buffer_text(&heading)));
        buffer_clear(&heading);
        json_object_set_new(
            column, "holds",
            json_string(import_targets[import_column_brings(import, c)].name));
        json_array_append_new(array, column);
    }
    return array;
}

void
import_report_mapping(struct invocation *inv, struct import *import)
{
    size_t count;
    const char *const *headers = import_headers(import, &count);
    const struct import_mapping *mapping = import_mapping(import);
    for (size_t c = 0; c < count && c < mapping->count; c++) {
        if (import_column_is_idle(import, c))
            continue;
        struct buffer heading = { 0 };
        add_heading(headers[c], &heading);
        print_line(inv, "%3zu  %s → %s", c + 1, buffer_text(&heading),
                   _(import_targets[import_column_brings(import, c)].label));
        buffer_clear(&heading);
    }
    if (import_is_headless(import) && invocation_option(inv, "headings") &&
        !invocation_option(inv, "map"))
        print_line(inv, _("There are no headings: what columns hold is guessed from "
                          "their cells; --map says it better."));
}

void
import_report_passed_over(struct invocation *inv, struct import *import)
{
    size_t count;
    const char *const *headers = import_headers(import, &count);
    const struct import_mapping *mapping = import_mapping(import);
    struct buffer names = { 0 };
    for (size_t c = 0; c < count && c < mapping->count; c++) {
        if (import_column_brings(import, c) != IMPORT_NOTHING ||
            text_is_blank(headers[c]) || import_column_is_idle(import, c))
            continue;
        struct buffer cut = { 0 };
        text_add_cut(&cut, headers[c], PASSED_COLUMNS, false, false);
        buffer_addf(&names, "%s%zu %s", names.length > 0 ? ", " : "", c + 1,
                    buffer_text(&cut));
        buffer_clear(&cut);
    }
    if (names.length > 0)
        print_line(inv, _("Columns passed over: %s.  --map says what they hold."),
                   buffer_text(&names));
    buffer_clear(&names);
}

/* Each with what to do about it. */
static void
print_notes(struct invocation *inv, const char *lines, const char *remedy, json_t *object)
{
    char *rest = NULL;
    char *copy = memory_copy(lines);
    for (char *line = strtok_r(copy, "\n", &rest); line;
         line = strtok_r(NULL, "\n", &rest)) {
        print_line(inv, "%s%s%s", line, remedy[0] ? "  " : "", remedy);
        json_array_append_new(json_object_get(object, "notes"), json_string(line));
    }
    free(copy);
}

/* A no that nobody reads puts somebody on the list who will not come. */
void
import_report_noes(struct invocation *inv, struct import *import, json_t *object)
{
    struct buffer lines = { 0 };

    import_add_passed_noes(import, &lines);
    print_notes(inv, buffer_text(&lines), _("--map N=coming takes it so."), object);
    buffer_reset(&lines);
    import_add_empty_answers(import, &lines);
    print_notes(inv, buffer_text(&lines), _("--leave-out LINES does not take them."),
                object);
    buffer_reset(&lines);
    import_add_passed_people(import, &lines);
    print_notes(inv, buffer_text(&lines),
                _("--map N=name-given-first and --role alternate do so."), object);
    buffer_reset(&lines);
    import_add_passed_wishes(import, &lines);
    import_add_passed_answers(import, &lines);
    print_notes(inv, buffer_text(&lines), "", object);
    buffer_clear(&lines);
}
