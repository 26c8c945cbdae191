/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_form.c - a meeting's times: asks plan_prepare() what the group proposes, and
 * says what is in the way at that time
 */
#include <inttypes.h>
#include <string.h>

#include "atelier/app/display.h"
#include "atelier/app/edit.h"
#include "atelier/app/plan.h"
#include "atelier/app/plan_past.h"
#include "atelier/app/torn_line.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/room.h"
#include "atelier/domain/when.h"
#include "noun/noun_form.h"

struct meeting_memory {
    struct local_time proposed_end; /* it follows the start until typed */
    struct date start_day;          /* where the start was; or none */
    int64_t proposed_room;          /* of the group that was chosen last */
    unsigned warnings;              /* of the last save */
};

static bool
meeting_save(struct ui *ui, struct noun_saving *saving, void *record,
             struct questions *sheet, struct error *err)
{
    struct meeting_memory *memory = saving->memory;
    unsigned *warnings = &memory->warnings;

    return saving->base ? plan_change(ui_atelier(ui), record, sheet, warnings, err)
                        : plan_add(ui_atelier(ui), record, sheet, warnings, err);
}

static bool
meeting_warn(struct ui *ui, const struct noun_saving *saving, const void *record,
             struct buffer *text)
{
    const struct meeting_memory *memory = saving->memory;
    struct error ignored = { 0 };
    unsigned warnings = 0;

    return memory->warnings != 0 &&
           plan_warnings(ui_atelier(ui), record, &warnings, text, &ignored) &&
           text->length > 0;
}

/* How many came to the group's last meetings, while the seats are planned. */
static void
add_past(struct ui *ui, const struct meeting *meeting, struct buffer *text)
{
    struct meeting any_day = *meeting;
    struct plan_past past;
    struct error ignored = { 0 };

    any_day.start = (struct local_time){ 0 };
    if (meeting->group != 0 && meeting->state == MEETING_DRAFT &&
        plan_past_load(ui_atelier(ui), &any_day, &past, &ignored))
        plan_past_add(&past, text);
    error_clear(&ignored);
}

static void
meeting_advise(struct ui *ui, const void *record, const struct field *field,
               struct buffer *text)
{
    plan_advise(ui_atelier(ui), record, field->name, text);
    const struct meeting *meeting = record;
    const bool is_torn =
        (strcmp(field->name, "description") == 0 &&
         torn_line_is_in(meeting->description)) ||
        (strcmp(field->name, "title") == 0 && torn_line_is_in(meeting->title)) ||
        (strcmp(field->name, "place") == 0 && torn_line_is_in(meeting->place));
    if (text->length == 0 && is_torn)
        buffer_add(text, _("some calendars end a line at this backslash"));
    if (text->length == 0 && strcmp(field->name, "seats") == 0)
        add_past(ui, record, text);
}

static void
meeting_add_fit(struct ui *ui, const void *record, const struct field *field,
                struct buffer *standing)
{
    plan_add_fit(ui_atelier(ui), record, field->name, standing);
}

/* A new meeting lasts as its group's do, a moved one as long as before.  An end that was
 * typed keeps its hour, and goes with the start to another day, after midnight too. */
static void
propose_end(struct ui *ui, struct noun_saving *saving, struct meeting *meeting)
{
    struct meeting_memory *memory = saving->memory;
    const struct meeting *base = saving->base;
    bool follows = local_time_is_none(meeting->end) ||
                   local_time_compare(meeting->end, memory->proposed_end) == 0 ||
                   (base && local_time_compare(meeting->end, base->end) == 0);
    struct date before =
        base && date_is_none(memory->start_day) ? base->start.date : memory->start_day;

    if (local_time_is_none(meeting->start))
        return;
    memory->start_day = meeting->start.date;
    if (!follows) {
        int64_t nights = date_is_none(before)
                             ? -1
                             : date_to_days(meeting->end.date) - date_to_days(before);
        if (nights == 0 || nights == 1)
            meeting->end.date = date_add_days(meeting->start.date, nights);
        return;
    }
    if (base) {
        instant length =
            local_time_to_instant(base->end) - local_time_to_instant(base->start);

        meeting->end = local_time_add_minutes(meeting->start, length / 60);
    } else {
        struct meeting *proposed = record_new(&meeting_entity);

        record_copy(&meeting_entity, proposed, meeting);
        proposed->end = (struct local_time){ 0 };
        struct error ignored = { 0 };
        if (plan_prepare(ui_atelier(ui), meeting->group, proposed, &ignored))
            meeting->end = proposed->end;
        record_free(&meeting_entity, proposed);
    }
    memory->proposed_end = meeting->end;
}

/* As many as the room has. */
static void
propose_seats(struct ui *ui, struct meeting *meeting)
{
    struct room room;
    struct error ignored = { 0 };

    if (meeting->room == 0 || meeting->seats != NUMBER_NONE)
        return;
    record_init(&room_entity, &room);
    if (edit_load(ui_atelier(ui), &room_entity, meeting->room, &room, &ignored))
        meeting->seats = room.seats;
    record_clear(&room_entity, &room);
}

/* What the group gives, but for the title: its own name says nothing of a meeting beside
 * its code. */
static bool
prepare_of_group(struct ui *ui, struct meeting *meeting, struct error *err)
{
    const bool titled = meeting->title;
    const bool ok = plan_prepare(ui_atelier(ui), meeting->group, meeting, err);

    if (!titled)
        memory_replace(&meeting->title, NULL);
    return ok;
}

/* A room that was chosen before the group stays. */
static void
take_group(struct ui *ui, struct meeting_memory *memory, struct meeting *meeting)
{
    const int64_t room = meeting->room != memory->proposed_room ? meeting->room : 0;
    struct error ignored = { 0 };

    (void)prepare_of_group(ui, meeting, &ignored);
    memory->proposed_room = meeting->room;
    if (room != 0)
        meeting->room = room;
}

/* The group gives zone, room and seats, a room its seats; a start gives the end and
 * nothing else, as the rest may have been chosen by now. */
static void
meeting_changed(struct ui *ui, struct noun_saving *saving, void *record,
                const struct field *field)
{
    struct meeting *meeting = record;

    if (meeting->group == 0)
        return;
    if (strcmp(field->name, "group") == 0 && !saving->base)
        take_group(ui, saving->memory, meeting);
    else if (strcmp(field->name, "room") == 0 && !saving->base)
        propose_seats(ui, meeting);
    else if (strcmp(field->name, "start") == 0)
        propose_end(ui, saving, meeting);
}

static bool
meeting_prepare(struct ui *ui, void *record, struct error *err)
{
    struct meeting *meeting = record;

    return meeting->group != 0
               ? prepare_of_group(ui, meeting, err)
               : edit_prepare(ui_atelier(ui), &meeting_entity, meeting, err);
}

/* "As on 18/03/2027: Council chamber, 09:30–13:00, 40 seats." */
static void
tell_taken(struct ui *ui, const struct meeting *last, struct buffer *told)
{
    struct buffer day = { 0 };
    struct buffer where = { 0 };

    when_format_date(last->start.date, WHEN_SHORT, &day);
    if (last->room)
        display_title(ui_atelier(ui), ENTITY_ROOM, last->room, &where);
    else
        buffer_add(&where,
                   last->place ? last->place : _(meeting_modes[last->mode].label));
    /* TRANSLATORS: a day, a place, hours from and to */
    buffer_addf(told, _("As on %s: %s, %02d:%02d–%02d:%02d"), buffer_text(&day),
                buffer_text(&where), last->start.hour, last->start.minute, last->end.hour,
                last->end.minute);
    if (last->seats != NUMBER_NONE)
        buffer_addf(told,
                    ngettext(", %" PRId64 " seat", ", %" PRId64 " seats",
                             (unsigned long)last->seats),
                    last->seats);
    buffer_add(told, ".");
    buffer_clear(&day);
    buffer_clear(&where);
}

static bool
meeting_fill(struct ui *ui, struct noun_saving *saving, void *record, struct buffer *told,
             struct error *err)
{
    struct meeting_memory *memory = saving->memory;
    struct meeting *meeting = record;
    struct meeting last;

    if (meeting->group == 0)
        return error_set_field(err, ERROR_RULE, "group", _("Choose the group first."));
    record_init(&meeting_entity, &last);
    bool ok = plan_past_take(ui_atelier(ui), meeting, &last, err);
    if (ok) {
        tell_taken(ui, &last, told);
        memory->start_day = meeting->start.date; /* the end goes with it, at its hour */
    }
    record_clear(&meeting_entity, &last);
    return ok;
}

static bool
meeting_fills(struct ui *ui, const void *record)
{
    const struct meeting *meeting = record;

    return meeting->group != 0 && plan_past_can_take(ui_atelier(ui), meeting);
}

/* Meetings are moved more often than they are called otherwise. */
static const char *
begin_at(const void *row)
{
    (void)row;
    return "start";
}

const struct noun_form meeting_form = {
    .memory_size = sizeof(struct meeting_memory),
    .begin_at = begin_at,
    .prepare = meeting_prepare,
    .fill = meeting_fill,
    .fills = meeting_fills,
    .changed = meeting_changed,
    .save = meeting_save,
    .advise = meeting_advise,
    .add_fit = meeting_add_fit,
    .warn = meeting_warn,
};
