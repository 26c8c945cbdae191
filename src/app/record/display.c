/* SPDX-License-Identifier: GPL-3.0-or-later */
/* display.c - values and rows in the words that people read */
#include "atelier/app/display.h"

#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/domain/css_colour.h"
#include "atelier/domain/erased_mark.h"
#include "atelier/domain/journal.h"
#include "atelier/domain/when.h"
#include "atelier/store/journal_table.h"
#include "atelier/store/row_table.h"
#include "session/session.h"

/* By the words that it had when it was removed. */
static bool
add_title_of_gone(struct atelier *at, const struct entity *entity, int64_t id,
                  struct buffer *buffer)
{
    void *record = record_new(entity);
    bool there = false;
    const bool ok = journal_table_gone(at->db, entity, id, record, &there, NULL) && there;
    const size_t length = buffer->length;

    if (ok)
        display_row(at, entity, record, buffer);
    record_free(entity, record);
    return buffer->length > length;
}

void
display_title(struct atelier *at, enum entity_kind entity, int64_t id,
              struct buffer *buffer)
{
    if (!row_title(at->db, entity_get(entity), id, buffer) &&
        !add_title_of_gone(at, entity_get(entity), id, buffer))
        buffer_addf(buffer, "#%lld", (long long)id);
}

/* An instant shows the office's wall clock; without an office, UTC. */
static void
add_instant(struct atelier *at, instant when, struct buffer *buffer)
{
    struct local_time local;
    if (!at || !atelier_local_time(at, when, NULL, &local, NULL))
        local = local_time_from_instant(when);
    when_format_local_time(local, buffer);
}

static void
add_choice(const struct choice *choices, const char *name, struct buffer *buffer)
{
    int index = choice_find(choices, name);
    buffer_add(buffer, index >= 0 ? _(choices[index].label) : name);
}

static void
add_value(struct atelier *at, enum field_kind kind, const struct choice *choices,
          int refers_to, const char *text, struct buffer *buffer)
{
    struct date date;
    struct local_time time;
    instant when;

    switch (kind) {
    case FIELD_DATE:
        if (date_parse(text, &date)) {
            when_format_date(date, WHEN_SHORT, buffer);
            return;
        }
        break;
    case FIELD_LOCAL_TIME:
        if (local_time_parse(text, &time)) {
            when_format_local_time(time, buffer);
            return;
        }
        break;
    case FIELD_INSTANT:
        if (instant_parse(text, &when)) {
            add_instant(at, when, buffer);
            return;
        }
        break;
    case FIELD_DURATION:
        when_format_duration(strtoll(text, NULL, 10), buffer);
        return;
    case FIELD_CHOICE:
        if (choices) {
            add_choice(choices, text, buffer);
            return;
        }
        break;
    case FIELD_BOOLEAN:
        buffer_add(buffer, text[0] == '1' ? _("yes") : _("no"));
        return;
    case FIELD_REFERENCE:
        if (at) {
            display_title(at, (enum entity_kind)refers_to, strtoll(text, NULL, 10),
                          buffer);
            return;
        }
        break;
    case FIELD_TEXT:
    case FIELD_LINES:
        if (choices && choice_find(choices, text) >= 0)
            add_choice(choices, text, buffer);
        else
            erased_mark_show(text, buffer);
        return;
    case FIELD_EMAIL:
    case FIELD_PHONE:
    case FIELD_ZONE:
    case FIELD_NUMBER:
        break;
    }
    buffer_add(buffer, text);
}

void
display_text(struct atelier *at, const struct field *field, const char *canonical,
             struct buffer *buffer)
{
    /* The label of an instant that stands on no form says that it is in UTC. */
    if (field->kind == FIELD_INSTANT && (field->flags & FIELD_HIDDEN))
        at = NULL;
    if (canonical && field->kind == FIELD_CHOICE && (field->flags & FIELD_OWN_WORDS))
        buffer_add(buffer, field->choices[choice_find(field->choices, canonical)].label);
    else if (canonical && (field->flags & FIELD_COLOUR) != 0)
        buffer_add(buffer, css_colour_shown(canonical));
    else if (canonical)
        add_value(at, field->kind, field->choices, field->refers_to, canonical, buffer);
}

void
display_field(struct atelier *at, const struct field *field, const void *record,
              struct buffer *buffer)
{
    struct buffer canonical = { 0 };
    if (field_format(field, record, &canonical))
        display_text(at, field, buffer_text(&canonical), buffer);
    buffer_clear(&canonical);
}

void
display_cell(struct atelier *at, const struct column *column, const char *canonical,
             struct buffer *buffer)
{
    if (!canonical)
        return;
    struct date date;
    if (column->words) {
        struct buffer said = { 0 };
        column->words(canonical, &said);
        erased_mark_show(buffer_text(&said), buffer);
        buffer_clear(&said);
    } else if (column->kind == FIELD_REFERENCE) {
        buffer_add(buffer, canonical);
    } else if (column->kind == FIELD_ZONE) {
        if (display_is_elsewhere(at, canonical))
            when_format_place(canonical, buffer);
    } else if (column->kind == FIELD_DATE && date_parse(canonical, &date)) {
        when_format_day(date, buffer);
    } else {
        add_value(at, column->kind, column->choices, 0, canonical, buffer);
    }
}

/* Whose quota or quorum it is; of each organisation or of everybody it says nothing. */
static void
add_whose(struct atelier *at, const struct entity *entity, const void *record,
          const char *behind, struct buffer *buffer)
{
    static const char *const names[] = { "category", "organisation" };

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        const struct field *field = entity_field(entity, names[i]);
        if (!field || field_is_absent(field, record))
            continue;
        display_field(at, field, record, buffer);
        buffer_add(buffer, behind);
    }
}

void
display_summary(struct atelier *at, const struct entity *entity, const void *record,
                struct buffer *buffer)
{
    if (entity->kind == ENTITY_SEAT_LIMIT) {
        add_whose(at, entity, record, "", buffer);
        journal_sign_limit(record, buffer);
    } else if (entity->kind == ENTITY_QUORUM) {
        add_whose(at, entity, record, "", buffer);
        journal_sign_quorum(record, buffer);
    } else {
        display_row(at, entity, record, buffer);
    }
}

void
display_row(struct atelier *at, const struct entity *entity, const void *record,
            struct buffer *buffer)
{
    const struct field *person = entity_field(entity, "person");
    const struct field *other = entity_field(entity, "group");
    if (!person)
        person = entity_field(entity, "staff"); /* whose role counts for a group */
    if (!other)
        other = entity_field(entity, "organisation");
    if (!other)
        other = entity_field(entity, "workshop");
    if (!person || !other) {
        if (entity->kind == ENTITY_SEAT_LIMIT || entity->kind == ENTITY_QUORUM)
            add_whose(at, entity, record, ", ", buffer);
        if (entity->title)
            entity->title(record, buffer);
        return;
    }
    display_field(at, person, record, buffer);
    buffer_add(buffer, " · ");
    display_field(at, other, record, buffer);
}
