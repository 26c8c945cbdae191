/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calendar_import_rows.c - the rows of a calendar that is imported, in text and JSON */
#include "command/calendar_import_rows.h"

#include <inttypes.h>
#include <string.h>

#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "print.h"

/* A title of five hundred letters is nothing to find a line by. */
enum { TITLE_COLUMNS = 60 };

static json_t *
changes_json(const struct calendar_import_change *list, size_t count, const char *first,
             const char *second)
{
    json_t *changes = json_object();
    for (size_t i = 0; i < count; i++) {
        const struct calendar_import_change *change = &list[i];
        json_object_set_new(
            changes, change->field->name,
            json_pack("{s:o, s:o}", first,
                      print_json_value(change->field->kind, change->before), second,
                      print_json_value(change->field->kind, change->after)));
    }
    return changes;
}

/* What people read of a meeting; the rest is the program's own. */
static json_t *
values_json(const struct meeting *meeting)
{
    json_t *values = json_object();
    for (size_t i = 0; i < meeting_entity.field_count; i++) {
        const struct field *field = &meeting_entity.fields[i];
        struct buffer text = { 0 };
        const bool is_told = (field->flags & FIELD_HIDDEN) == 0 ||
                             strncmp(field->name, "source_", strlen("source_")) == 0;
        if (is_told && field_format(field, meeting, &text))
            json_object_set_new(values, field->name,
                                print_json_value(field->kind, buffer_text(&text)));
        buffer_clear(&text);
    }
    return values;
}

json_t *
calendar_import_lines_json(const struct buffer *text)
{
    json_t *lines = json_array();
    const char *rest = buffer_text(text);
    while (*rest) {
        const size_t length = strcspn(rest, "\n");
        if (length > 0)
            json_array_append_new(lines, json_stringn(rest, length));
        rest += length + (rest[length] == '\n');
    }
    return lines;
}

/* What is wrong, and the option that mends it; nothing when all is well. */
static void
add_reason(const struct calendar_import_row *row, struct buffer *text)
{
    static const char *const answers[CALENDAR_IMPORT_QUESTIONS] = {
        [CALENDAR_IMPORT_ASKS_UTC] = N_("--utc-as ZONE says it."),
        [CALENDAR_IMPORT_ASKS_ZONE] = N_("--zone ZONE says it."),
        [CALENDAR_IMPORT_ASKS_HOURS] = N_("--hours 9:30-17:00 says them."),
        [CALENDAR_IMPORT_ASKS_PRIVATE] = N_("--private takes it."),
        [CALENDAR_IMPORT_ASKS_CUT] = N_("--cut cuts it."),
        [CALENDAR_IMPORT_ASKS_WRONG] = N_("--drop-wrong takes it without."),
    };

    buffer_add(text, row->reason);
    if (answers[row->asks])
        buffer_addf(text, "  %s", _(answers[row->asks]));
}

/* When the day or slot is that the row is; null: it is no part of a meeting. */
static json_t *
part_json(const struct calendar_import_row *row)
{
    char start[LOCAL_TIME_TEXT_SIZE];
    char end[LOCAL_TIME_TEXT_SIZE];

    if (!row->is_part)
        return json_null();
    local_time_format(row->part_start, start);
    local_time_format(row->part_end, end);
    return json_pack("{s:s, s:s}", "start", start, "end", end);
}

static json_t *
row_json(const struct calendar_import_row *row)
{
    json_t *object = json_object();
    struct buffer reason = { 0 };
    add_reason(row, &reason);
    json_object_set_new(object, "line",
                        row->line ? json_integer(row->line) : json_null());
    json_object_set_new(object, "verdict",
                        json_string(import_verdicts[row->verdict].name));
    json_object_set_new(
        object, "reason",
        print_json_value(FIELD_TEXT, row->reason ? buffer_text(&reason) : NULL));
    json_object_set_new(object, "notes", calendar_import_lines_json(&row->notes));
    json_object_set_new(object, "warnings", calendar_import_lines_json(&row->warnings));
    json_object_set_new(object, "meeting",
                        row->meeting.head.id ? json_integer(row->meeting.head.id)
                                             : json_null());
    json_object_set_new(object, "part", part_json(row));
    json_object_set_new(object, "values", values_json(&row->meeting));
    json_object_set_new(object, "changes",
                        changes_json(row->changes, row->change_count, "before", "after"));
    json_object_set_new(object, "stays",
                        changes_json(row->stays, row->stay_count, "here", "calendar"));
    json_object_set_new(
        object, "new_room",
        print_json_value(FIELD_TEXT, row->new_room ? row->new_room->room : NULL));
    buffer_clear(&reason);
    return object;
}

static void
put_lines(struct invocation *inv, const struct buffer *text)
{
    const char *rest = buffer_text(text);
    while (*rest) {
        const size_t length = strcspn(rest, "\n");
        if (length > 0)
            print_line(inv, "    %.*s", (int)length, rest);
        rest += length + (rest[length] == '\n');
    }
}

static void
put_changes(struct invocation *inv, const struct calendar_import_change *changes,
            size_t count, bool stays)
{
    for (size_t i = 0; i < count; i++) {
        const struct calendar_import_change *change = &changes[i];
        struct buffer before = { 0 };
        struct buffer after = { 0 };
        display_text(inv->at, change->field, change->before, &before);
        display_text(inv->at, change->field, change->after, &after);
        struct buffer text = { 0 };
        buffer_addf(&text,
                    stays ? _("%s: %s stays, changed here since; the calendar has %s")
                          : _("%s: %s → %s"),
                    _(change->field->label),
                    before.length > 0 ? buffer_text(&before) : "–",
                    after.length > 0 ? buffer_text(&after) : "–");
        print_line(inv, "    %s", buffer_text(&text));
        buffer_clear(&text);
        buffer_clear(&before);
        buffer_clear(&after);
    }
}

static void
put_new_room(struct invocation *inv, const struct calendar_import_row *row)
{
    if (!row->new_room)
        return;
    struct buffer text = { 0 };
    struct buffer venue = { 0 };
    display_title(inv->at, ENTITY_VENUE, row->new_room->venue, &venue);
    buffer_addf(&text, _("New room: %s, %s"), row->new_room->room, buffer_text(&venue));
    print_line(inv, "    %s", buffer_text(&text));
    buffer_clear(&venue);
    buffer_clear(&text);
}

static void
put_row(struct invocation *inv, const struct calendar_import_row *row)
{
    struct buffer what = { 0 };
    buffer_addf(&what, _("line %" PRId64 ": %s"), row->line,
                _(import_verdicts[row->verdict].label));
    if (!local_time_is_none(row->meeting.start)) {
        buffer_add(&what, ", ");
        calendar_import_add_when(row, &what);
    }
    if (row->meeting.title) {
        buffer_add(&what, ", ");
        text_add_cut(&what, row->meeting.title, TITLE_COLUMNS, false, false);
    }
    print_line(inv, "%s", buffer_text(&what));
    buffer_reset(&what);
    calendar_import_add_whole(row, &what);
    if (what.length > 0)
        print_line(inv, "    %s", buffer_text(&what));
    buffer_reset(&what);
    add_reason(row, &what);
    if (what.length > 0)
        print_line(inv, "    %s", buffer_text(&what));
    buffer_clear(&what);
    put_changes(inv, row->changes, row->change_count, false);
    put_changes(inv, row->stays, row->stay_count, true);
    put_new_room(inv, row);
    put_lines(inv, &row->notes);
    put_lines(inv, &row->warnings);
}

/* Rows that change nothing are not worth a line each. */
static bool
is_worth_a_line(const struct calendar_import_row *row)
{
    return row->verdict != IMPORT_SAME || row->reason || row->stay_count > 0 ||
           row->warnings.length > 0;
}

json_t *
calendar_import_show_rows(struct invocation *inv, const struct calendar_import *import)
{
    json_t *rows = json_array();
    for (size_t i = 0; i < calendar_import_row_count(import); i++) {
        const struct calendar_import_row *row = calendar_import_row(import, i);
        if (inv->options->json)
            json_array_append_new(rows, row_json(row));
        else if (is_worth_a_line(row))
            put_row(inv, row);
    }
    return rows;
}
