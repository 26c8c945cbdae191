/* SPDX-License-Identifier: GPL-3.0-or-later */
/* invocation.c - what a command may ask of the words it was typed with */
#include "invocation.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/edit.h"
#include "atelier/app/reference.h"
#include "atelier/app/reference_within.h"
#include "atelier/app/zone_find.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/when.h"

const char *
invocation_option(const struct invocation *inv, const char *name)
{
    for (size_t i = inv->given_count; i-- > 0;)
        if (strcmp(inv->given[i].name, name) == 0)
            return inv->given[i].value;
    return NULL;
}

/* Options say --short-name where fields say short_name. */
static bool
is_option_of(const char *option, const char *field)
{
    for (; *option && *field; option++, field++)
        if (*option != *field && !(*option == '-' && *field == '_'))
            return false;
    return *option == *field;
}

/* The start of the meeting that the row belongs to, as a slot does. */
static struct local_time
start_of_meeting(struct invocation *inv, const void *record)
{
    const struct field *field = entity_field(inv->command->entity, "meeting");

    struct meeting meeting;
    record_init(&meeting_entity, &meeting);
    struct local_time start = { 0 };
    struct error ignored;
    if (field && edit_load(inv->at, &meeting_entity, field_number(field, record),
                           &meeting, &ignored))
        start = meeting.start;
    record_clear(&meeting_entity, &meeting);
    return start;
}

static bool
put_local_time(const struct field *field, void *record, struct local_time time,
               struct error *err)
{
    char text[LOCAL_TIME_TEXT_SIZE];
    local_time_format(time, text);
    return field_parse(field, record, text, err);
}

/* The time of a program is that of its offset: it is turned to the zone of the row. */
static bool
fill_instant(struct invocation *inv, const struct field *field, void *record, instant at,
             struct error *err)
{
    const char *zone = invocation_option(inv, "zone");
    const struct field *own = entity_field(inv->command->entity, "zone");
    struct local_time time;

    if (!zone && own)
        zone = field_text(own, record);
    return atelier_local_time(inv->at, at, zone, &time, err) &&
           put_local_time(field, record, time, err);
}

/* An end that names no day may be on the next one: that is said. */
static void
say_next_day(struct local_time end)
{
    struct buffer text = { 0 };
    when_format_local_time(end, &text);
    (void)fprintf(stderr, _("It ends on the next day: %s.\n"), buffer_text(&text));
    buffer_clear(&text);
}

/* A start may bring its end: 16/3 9h30-12h30. */
static bool
fill_span(struct invocation *inv, const struct field *field, void *record,
          const char *value, struct local_time base, struct error *err)
{
    const struct field *end_field = entity_field(inv->command->entity, "end");
    struct local_time start;
    struct local_time end;
    bool next_day = false;

    if (!when_parse_span(value, atelier_today(inv->at), base, &start, &end, &next_day,
                         err))
        return false;
    if (next_day && !invocation_option(inv, "end"))
        say_next_day(end);
    return put_local_time(field, record, start, err) &&
           (local_time_is_none(end) || put_local_time(end_field, record, end, err));
}

static bool
fill_local_time(struct invocation *inv, const struct field *field, void *record,
                const char *value, struct error *err)
{
    /* An end that names no day is the next such time after the start, a slot's start is
     * on the day of its meeting. */
    const struct entity *entity = inv->command->entity;
    const struct field *start = entity_field(entity, "start");
    struct local_time base =
        start ? field_local_time(start, record) : (struct local_time){ 0 };
    instant at;

    if (when_parse_instant(value, &at))
        return fill_instant(inv, field, record, at, err);
    if (local_time_is_none(base))
        base = start_of_meeting(inv, record);
    if (field == start && entity_field(entity, "end"))
        return fill_span(inv, field, record, value, base, err);
    struct local_time time;
    bool next_day = false;
    if (!when_parse_end(value, atelier_today(inv->at), base, &time, &next_day, err))
        return false;
    if (next_day)
        say_next_day(time);
    return put_local_time(field, record, time, err);
}

static bool
fill_date(struct invocation *inv, const struct field *field, void *record,
          const char *value, struct error *err)
{
    struct date date;
    if (!when_parse_date(value, atelier_today(inv->at), &date, err))
        return false;
    char text[DATE_TEXT_SIZE];
    date_format(date, text);
    return field_parse(field, record, text, err);
}

/* What is of a meeting is named within that of the row. */
static bool
fill_reference(struct invocation *inv, const struct field *field, void *record,
               const char *value, struct error *err)
{
    const enum entity_kind kind = (enum entity_kind)field->refers_to;
    const struct field *meeting = entity_field(inv->command->entity, "meeting");
    int64_t id;
    const bool ok =
        meeting && reference_is_within(kind)
            ? reference_get_within(inv->at, kind, field_number(meeting, record), value,
                                   &id, err)
            : reference_get(inv->at, kind, value, &id, err);

    if (ok)
        field_set_number(field, record, id);
    return ok;
}

static bool
fill_field(struct invocation *inv, const struct field *field, void *record,
           const char *value, struct error *err)
{
    if (!*value)
        return field_parse(field, record, NULL, err);

    switch (field->kind) {
    case FIELD_LOCAL_TIME:
        return fill_local_time(inv, field, record, value, err);
    case FIELD_DATE:
        return fill_date(inv, field, record, value, err);
    case FIELD_REFERENCE:
        return fill_reference(inv, field, record, value, err);
    case FIELD_BOOLEAN:
        if (strcmp(value, "yes") == 0 || strcmp(value, "true") == 0)
            value = "1";
        else if (strcmp(value, "no") == 0 || strcmp(value, "false") == 0)
            value = "0";
        return field_parse(field, record, value, err);
    case FIELD_ZONE:
        if (!zone_check(inv->at, value, err))
            return false;
        break;
    case FIELD_TEXT:
    case FIELD_LINES:
    case FIELD_EMAIL:
    case FIELD_PHONE:
    case FIELD_NUMBER:
    case FIELD_DURATION:
    case FIELD_INSTANT:
    case FIELD_CHOICE:
        break;
    }
    return field_parse(field, record, value, err);
}

/* In the order of the fields, so that a start is known before its end. */
bool
invocation_fill(struct invocation *inv, void *record, struct error *err)
{
    const struct entity *entity = inv->command->entity;
    for (size_t f = 0; f < entity->field_count; f++) {
        const struct field *field = &entity->fields[f];
        for (size_t i = 0; i < inv->given_count; i++) {
            if (!is_option_of(inv->given[i].name, field->name))
                continue;
            if (!fill_field(inv, field, record, inv->given[i].value, err)) {
                err->field = field->name;
                return false;
            }
        }
    }
    return true;
}

bool
invocation_row(struct invocation *inv, int operand, enum entity_kind entity, int64_t *id,
               struct error *err)
{
    return reference_get(inv->at, entity, inv->operands[operand], id, err);
}

bool
invocation_option_row(struct invocation *inv, const char *name, enum entity_kind entity,
                      int64_t *id, struct error *err)
{
    const char *value = invocation_option(inv, name);
    *id = 0;
    return !value || reference_get(inv->at, entity, value, id, err);
}

bool
invocation_given_row(struct invocation *inv, size_t given, enum entity_kind entity,
                     int64_t *id, struct error *err)
{
    return reference_get(inv->at, entity, inv->given[given].value, id, err);
}

bool
invocation_row_within(struct invocation *inv, int operand, enum entity_kind entity,
                      int64_t meeting, int64_t *id, struct error *err)
{
    return reference_get_within(inv->at, entity, meeting, inv->operands[operand], id,
                                err);
}

static bool
read_number(const char *text, int64_t *number)
{
    errno = 0;
    char *end;
    long long read = strtoll(text, &end, 10);
    if (errno || end == text || *end)
        return false;
    *number = read;
    return true;
}

bool
invocation_option_within(struct invocation *inv, const char *name,
                         enum entity_kind entity, int64_t meeting, int64_t *id,
                         struct error *err)
{
    const char *value = invocation_option(inv, name);
    *id = 0;
    if (!value || read_number(value, id) ||
        reference_get_within(inv->at, entity, meeting, value, id, err))
        return true;
    if (err)
        err->field = name;
    return false;
}

bool
invocation_number(struct invocation *inv, int operand, int64_t *number, struct error *err)
{
    const char *text = inv->operands[operand];
    return read_number(text, number) ||
           error_set(err, ERROR_INPUT, _("“%s” should be a whole number."), text);
}

bool
invocation_option_number(struct invocation *inv, const char *name, int64_t *number,
                         struct error *err)
{
    const char *text = invocation_option(inv, name);
    return !text || read_number(text, number) ||
           error_set_field(err, ERROR_INPUT, name,
                           _("--%s wants a whole number, not “%s”."), name, text);
}

bool
invocation_option_day(struct invocation *inv, const char *name, struct date *day,
                      struct error *err)
{
    const char *text = invocation_option(inv, name);

    if (!text || when_parse_date(text, atelier_today(inv->at), day, err))
        return true;
    if (err)
        err->field = name;
    return false;
}

bool
invocation_option_span(struct invocation *inv, struct span *span, struct error *err)
{
    struct date day = { 0 };

    if (!invocation_option_day(inv, "from", &day, err))
        return false;
    if (invocation_option(inv, "from"))
        span->start = atelier_midnight(inv->at, day);
    if (!invocation_option_day(inv, "to", &day, err))
        return false;
    if (invocation_option(inv, "to"))
        span->end = atelier_midnight(inv->at, date_add_days(day, 1));
    return true;
}
