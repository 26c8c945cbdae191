/* SPDX-License-Identifier: GPL-3.0-or-later */
/* form_item.c - from what people type to values, and back, for each kind of field */
#include "widget/form_item.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/app/display.h"
#include "atelier/app/edit.h"
#include "atelier/app/reference.h"
#include "atelier/app/reference_within.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/erased_mark.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/when.h"

enum { LINES_ROWS = 3 };

bool
form_item_is_colour(const struct form_item *item)
{
    return (item->field->flags & FIELD_COLOUR) != 0;
}

bool
form_item_names_row(const struct form_item *item)
{
    return (item->field->flags & FIELD_NAMES) != 0;
}

bool
form_item_is_text(const struct form_item *item)
{
    if (form_item_is_colour(item) || form_item_names_row(item))
        return false;
    switch (item->field->kind) {
    case FIELD_BOOLEAN:
    case FIELD_CHOICE:
    case FIELD_REFERENCE:
    case FIELD_ZONE:
    case FIELD_INSTANT:
        return false;
    case FIELD_TEXT:
    case FIELD_LINES:
    case FIELD_EMAIL:
    case FIELD_PHONE:
    case FIELD_NUMBER:
    case FIELD_DURATION:
    case FIELD_DATE:
    case FIELD_LOCAL_TIME:
        break;
    }
    return true;
}

bool
form_item_is_answered(const struct form_item *item)
{
    return item->field->kind == FIELD_CHOICE || item->field->kind == FIELD_BOOLEAN;
}

const char *
form_item_text(const struct form_item *item)
{
    return item->field->kind == FIELD_LINES ? text_area_text(&item->lines)
                                            : line_edit_text(&item->line);
}

void
form_item_set_text(struct form_item *item, const char *text)
{
    if (item->field->kind == FIELD_LINES)
        text_area_set(&item->lines, text);
    else
        line_edit_set(&item->line, text);
}

void
form_item_clear(struct form_item *item)
{
    line_edit_clear(&item->line);
    text_area_clear(&item->lines);
    buffer_clear(&item->word);
    free(item->error);
    free(item->advice);
    item->error = item->advice = NULL;
}

int
form_item_rows(const struct form_item *item)
{
    return item->field->kind == FIELD_LINES ? LINES_ROWS : 1;
}

bool
form_item_breaks_lines(const struct form_item *item)
{
    return item->field->kind == FIELD_LINES && *text_area_text(&item->lines) != '\0';
}

static void
add_date(struct date date, struct buffer *text)
{
    if (!date_is_none(date))
        when_format_day(date, text);
}

/* The mark of who was erased by the reader's word; untouched, it is not read back. */
static void
add_text(const struct field *field, const void *record, struct buffer *text)
{
    struct buffer stored = { 0 };

    (void)field_format(field, record, &stored);
    erased_mark_show(buffer_text(&stored), text);
    buffer_clear(&stored);
}

void
form_item_show(struct form *form, struct ui *ui, struct form_item *item)
{
    const struct field *field = item->field;
    const void *record = form->request->record;
    struct buffer text = { 0 };

    if (field->kind == FIELD_DATE) {
        add_date(field_date(field, record), &text);
    } else if (field->kind == FIELD_LOCAL_TIME) {
        struct local_time time = field_local_time(field, record);

        add_date(time.date, &text);
        if (!local_time_is_none(time))
            buffer_addf(&text, " %02d:%02d", time.hour, time.minute);
    } else if (field->kind == FIELD_DURATION && !field_is_absent(field, record)) {
        when_format_duration(field_number(field, record), &text);
    } else if (form_item_is_text(item) && !form_item_is_colour(item)) {
        add_text(field, record, &text);
    } else if (field->kind == FIELD_BOOLEAN) {
        buffer_add(&text, field_number(field, record) != 0 ? "[x] " : "[ ] ");
        buffer_add(&text, field_number(field, record) != 0 ? _("yes") : _("no"));
    } else if (!field_is_absent(field, record)) {
        display_field(ui_atelier(ui), field, record, &text);
    }
    form_item_set_text(item, buffer_text(&text));
    item->typed = false;
    buffer_clear(&text);
}

/* The start that an end without a day belongs to: the nearest local time above. */
static struct local_time
base_of(const struct form *form, const struct form_item *item)
{
    struct local_time base = { 0 };

    for (size_t i = 0; &form->items[i] != item; i++)
        if (form->items[i].field->kind == FIELD_LOCAL_TIME)
            base = field_local_time(form->items[i].field, form->request->record);
    return base;
}

/* What belongs to a meeting is on its day, unless another is named. */
static struct local_time
start_of_meeting(const struct form *form, struct ui *ui)
{
    const struct row_ref of =
        record_subject(form->request->entity, form->request->record);
    struct local_time start = { 0 };
    struct error ignored = { 0 };
    struct meeting meeting;

    if (of.entity != ENTITY_MEETING || form->request->entity->kind == ENTITY_MEETING)
        return start;
    record_init(&meeting_entity, &meeting);
    if (edit_load(ui_atelier(ui), &meeting_entity, of.id, &meeting, &ignored))
        start = meeting.start;
    record_clear(&meeting_entity, &meeting);
    return start;
}

/* A day alone keeps the hour that stood there; that of an end is not its start's. */
static void
keep_hour(const struct form *form, struct ui *ui, const struct form_item *item,
          struct local_time base, struct local_time *time)
{
    const struct local_time old = field_local_time(item->field, form->request->record);
    struct error ignored = { 0 };
    struct date day;

    if (local_time_is_none(old) ||
        !when_parse_date(form_item_text(item), atelier_today(ui_atelier(ui)), &day,
                         &ignored) ||
        date_compare(day, time->date) != 0 || time->hour != base.hour ||
        time->minute != base.minute)
        return;
    time->hour = old.hour;
    time->minute = old.minute;
}

/* The end that a start may bring: 16/3 9h30-12h30. */
static struct form_item *
end_of(struct form *form, const struct form_item *start)
{
    if (strcmp(start->field->name, "start") != 0)
        return NULL;
    for (size_t i = 0; i < form->count; i++)
        if (form->items[i].field->kind == FIELD_LOCAL_TIME &&
            strcmp(form->items[i].field->name, "end") == 0)
            return &form->items[i];
    return NULL;
}

/* The time of a program is that of its offset: it is turned to the zone of the row. */
static bool
read_instant(const struct form *form, struct ui *ui, instant at, struct local_time *time,
             struct error *err)
{
    const struct field *zone = entity_field(form->request->entity, "zone");

    return atelier_local_time(ui_atelier(ui), at,
                              zone ? field_text(zone, form->request->record) : NULL, time,
                              err);
}

static bool
read_local_time(struct form *form, struct ui *ui, const struct form_item *item,
                struct local_time *time, struct local_time *end, struct error *err)
{
    const char *text = form_item_text(item);
    struct date today = atelier_today(ui_atelier(ui));
    struct local_time base = base_of(form, item);
    bool next_day; /* said beside the field, where its day stands in words */
    instant at;

    if (when_parse_instant(text, &at))
        return read_instant(form, ui, at, time, err);
    if (local_time_is_none(base))
        base = field_local_time(item->field, form->request->record);
    if (local_time_is_none(base))
        base = start_of_meeting(form, ui);
    const bool ok = end_of(form, item)
                        ? when_parse_span(text, today, base, time, end, &next_day, err)
                    : strcmp(item->field->name, "end") == 0
                        ? when_parse_end(text, today, base, time, &next_day, err)
                        : when_parse_local_time(text, today, base, time, err);
    if (ok)
        keep_hour(form, ui, item, base, time);
    return ok;
}

/* The canonical text of a day or time that a person wrote; *end: of its end, or none. */
static bool
read_when(struct form *form, struct ui *ui, const struct form_item *item,
          char text[LOCAL_TIME_TEXT_SIZE], struct local_time *end, struct error *err)
{
    text[0] = '\0';
    if (text_is_blank(form_item_text(item)))
        return true;
    if (item->field->kind == FIELD_DATE) {
        struct date date;
        if (!when_parse_date(form_item_text(item), atelier_today(ui_atelier(ui)), &date,
                             err))
            return false;
        date_format(date, text);
        return true;
    }
    struct local_time time;
    if (!read_local_time(form, ui, item, &time, end, err))
        return false;
    local_time_format(time, text);
    return true;
}

/* A room that is taken is so because of the start, too: all are looked at. */
void
form_item_advise(struct form *form, struct ui *ui)
{
    const struct form_request *request = form->request;
    struct buffer text = { 0 };

    for (size_t i = 0; request->advise && i < form->count; i++) {
        buffer_reset(&text);
        request->advise(ui, request->context, request->record, form->items[i].field,
                        &text);
        memory_replace(&form->items[i].advice,
                       text.length > 0 ? buffer_text(&text) : NULL);
    }
    buffer_clear(&text);
}

void
form_item_find_fill(struct form *form, struct ui *ui)
{
    const struct form_request *request = form->request;

    form->fills = request->fill && request->fills(ui, request->context, request->record);
}

/* The fields that follow from one that was left with a new value. */
void
form_item_tell_change(struct form *form, struct ui *ui, const struct form_item *item)
{
    if (form->request->changed) {
        form->request->changed(ui, form->request->context, form->request->record,
                               item->field);
        for (size_t i = 0; i < form->count; i++)
            if (!form->items[i].typed)
                form_item_show(form, ui, &form->items[i]);
    }
    form_item_advise(form, ui);
    form_item_find_fill(form, ui);
}

/* After what the start alone proposes. */
static void
put_end(struct form *form, struct ui *ui, struct form_item *item, struct local_time end)
{
    char text[LOCAL_TIME_TEXT_SIZE];
    struct error err = { 0 };

    local_time_format(end, text);
    if (!field_parse(item->field, form->request->record, text, &err))
        return;
    item->touched = true;
    memory_replace(&item->error, NULL);
    form_item_show(form, ui, item);
    form_item_tell_change(form, ui, item);
}

/* What the whole record says against this field, like an end before the start. */
static bool
check_with_others(const struct form *form, const struct form_item *item,
                  struct error *err)
{
    const struct entity *entity = form->request->entity;

    if (!entity->check || entity->check(form->request->record, err) ||
        (err->field && strcmp(err->field, item->field->name) == 0))
        return err->message[0] == '\0';
    error_clear(err);
    return true;
}

bool
form_item_check(struct form *form, struct ui *ui, struct form_item *item)
{
    void *record = form->request->record;
    bool was_wrong = item->error;

    memory_replace(&item->error, NULL);
    if (!form_item_is_text(item))
        return true;
    struct error err = { 0 };
    if (!item->typed) { /* what was wrong when it was to be saved may be so still */
        if (!was_wrong || check_with_others(form, item, &err))
            return true;
        memory_replace(&item->error, err.message);
        return false;
    }
    char when[LOCAL_TIME_TEXT_SIZE];
    struct local_time end = { 0 };
    bool ok;
    if (item->field->kind == FIELD_DATE || item->field->kind == FIELD_LOCAL_TIME)
        ok = read_when(form, ui, item, when, &end, &err) &&
             field_parse(item->field, record, when, &err);
    else
        ok = field_parse(item->field, record, form_item_text(item), &err);
    if (!ok || !check_with_others(form, item, &err)) {
        memory_replace(&item->error, err.message);
        return false;
    }
    form_item_show(form, ui, item);
    form_item_tell_change(form, ui, item);
    if (!local_time_is_none(end))
        put_end(form, ui, end_of(form, item), end);
    return true;
}

/* In the language of the screens, but where the words are somebody's own. */
const char *
form_item_word(const struct field *field, const char *word)
{
    if ((field->flags & FIELD_OWN_WORDS) != 0)
        return word;
    return _(word);
}

/* Whether the picker shows what there is before anything is typed. */
static bool
is_of_few(const struct field *field)
{
    const enum entity_kind kind = (enum entity_kind)field->refers_to;

    return reference_has_few(kind) || reference_is_within(kind);
}

void
form_item_add_note(const struct form *form, const struct form_item *item, bool focus,
                   struct buffer *note)
{
    const struct field *field = item->field;
    const void *record = form->request->record;

    if (item->error) {
        buffer_addf(note, "! %s", item->error);
        return;
    }
    if (item->advice && !item->typed) {
        buffer_add(note, item->advice);
        return;
    }
    if (!item->typed && !field_is_absent(field, record)) {
        if (field->kind == FIELD_DATE)
            when_format_date(field_date(field, record), WHEN_LONG, note);
        else if (field->kind == FIELD_LOCAL_TIME)
            when_format_date(field_local_time(field, record).date, WHEN_LONG, note);
    }
    if (note->length > 0 || !focus)
        return;
    if (field->kind == FIELD_BOOLEAN)
        buffer_addf(note, _("%s or %s"), _("yes"), _("no"));
    if (field->help)
        buffer_addf(note, "%s%s", note->length > 0 ? " · " : "",
                    form_item_word(field, field->help));
    else if (field->kind == FIELD_CHOICE)
        buffer_add(note, _("← → change it"));
    else if (field->kind == FIELD_REFERENCE && is_of_few(field))
        buffer_add(note, _("space shows them"));
    else if (field->kind == FIELD_REFERENCE || form_item_names_row(item))
        buffer_add(note, _("type three letters"));
    if (form_item_is_colour(item))
        buffer_addf(note, "%s%s", note->length > 0 ? " · " : "",
                    _("type its first letters"));
    if (field->kind == FIELD_ZONE)
        buffer_addf(note, "%s%s", note->length > 0 ? " · " : "",
                    _("type three letters of a city or a country"));
}
