/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_calendar_row.c - a row of a calendar being imported: made, told, forgotten */
#include <stdarg.h>
#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/when.h"
#include "calendar/import_calendar_state.h"

struct imported *
import_calendar_add(struct calendar_import *import)
{
    struct imported *imported = memory_new(1, sizeof *imported);

    record_init(&meeting_entity, &imported->row.meeting);
    record_init(&meeting_entity, &imported->wanted);
    import->rows = memory_grow(import->rows, &import->capacity, import->count + 1,
                               sizeof(struct imported *));
    import->rows[import->count++] = imported;
    return imported;
}

static void
clear_changes(struct calendar_import_change *changes, size_t *count)
{
    for (size_t i = 0; i < *count; i++) {
        free(changes[i].before);
        free(changes[i].after);
    }
    *count = 0;
}

void
imported_forget(struct imported *imported)
{
    struct calendar_import_row *row = &imported->row;

    clear_changes(row->changes, &row->change_count);
    clear_changes(row->stays, &row->stay_count);
    free(row->reason);
    row->reason = NULL;
    row->deed = CALENDAR_IMPORT_NOTHING;
    row->asks = CALENDAR_IMPORT_ASKS_NOTHING;
    row->confirms = false;
    row->is_off = false;
    row->new_room = NULL;
    imported->takes_nothing = false;
}

void
imported_free(struct imported *imported)
{
    imported_forget(imported);
    for (size_t i = 0; i < imported->people_count; i++) {
        free(imported->people[i].mail);
        free(imported->people[i].name);
    }
    free(imported->people);
    free(imported->row.changes);
    free(imported->row.stays);
    buffer_clear(&imported->row.notes);
    buffer_clear(&imported->row.warnings);
    record_clear(&meeting_entity, &imported->row.meeting);
    record_clear(&meeting_entity, &imported->wanted);
    free(imported);
}

void
imported_say(struct imported *imported, enum import_verdict verdict, const char *format,
             ...)
{
    imported_forget(imported);
    imported->row.verdict = verdict;
    if (!format)
        return;
    struct buffer reason = { 0 };
    va_list arguments;
    va_start(arguments, format);
    buffer_addv(&reason, format, arguments);
    va_end(arguments);
    imported->row.reason = buffer_take(&reason);
}

void
imported_ask(struct imported *imported, enum calendar_import_question question,
             const char *reason)
{
    imported_say(imported, IMPORT_DOUBTFUL, "%s", reason);
    imported->row.asks = question;
}

bool
imported_is_strange(const struct imported *imported)
{
    return imported->is_off_by_title || imported->is_long ||
           !local_time_is_none(imported->first_by_rule);
}

void
imported_remark(struct imported *imported, const char *format, ...)
{
    struct buffer reason = { 0 };
    va_list arguments;

    if (imported->row.reason)
        buffer_addf(&reason, "%s  ", imported->row.reason);
    va_start(arguments, format);
    buffer_addv(&reason, format, arguments);
    va_end(arguments);
    free(imported->row.reason);
    imported->row.reason = buffer_take(&reason);
}

void
calendar_import_add_when(const struct calendar_import_row *row, struct buffer *text)
{
    const struct meeting *meeting = &row->meeting;

    if (row->is_part) {
        when_format_span(row->part_start, row->part_end, text);
        return;
    }
    if (local_time_is_none(meeting->start))
        return;
    if (row->has_no_hours) {
        when_format_date(meeting->start.date, WHEN_SHORT, text);
        if (!local_time_is_none(meeting->end) &&
            date_compare(meeting->start.date, meeting->end.date) != 0) {
            buffer_add(text, "–");
            when_format_date(meeting->end.date, WHEN_SHORT, text);
        }
    } else if (local_time_is_none(meeting->end)) {
        when_format_local_time(meeting->start, text);
    } else {
        when_format_span(meeting->start, meeting->end, text);
    }
    buffer_add(text, row->is_in_utc ? " UTC" : "");
}

void
calendar_import_add_whole(const struct calendar_import_row *row, struct buffer *text)
{
    const struct meeting *meeting = &row->meeting;
    struct buffer when = { 0 };

    if (!row->is_part)
        return;
    when_format_span(meeting->start, meeting->end, &when);
    buffer_addf(text, _("It is a part of meeting %lld, %s."), (long long)meeting->head.id,
                buffer_text(&when));
    buffer_clear(&when);
}
