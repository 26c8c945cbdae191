/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_part.c - a workshop is moved to where the keys go in the calendar
 *
 * It stays within its meeting: a slot more or less, one on another of its days, another
 * room.  What is in the way there is said at each key.
 */
#include "screen/agenda_part.h"

#include <stdlib.h>

#include "atelier/app/browse_programme.h"
#include "atelier/app/display.h"
#include "atelier/app/edit.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/when.h"
#include "screen/programme_view.h"
#include "sentence.h"
#include "widget/question_ask.h"

struct agenda_part {
    struct meeting meeting;
    struct programme programme;
    const struct programme_part *part;
    struct programme_place place;
    struct date
        shown; /* the day of the place, which the calendar shows by its own clock */
    struct date begun; /* that the calendar showed then */
};

static void
part_free(struct agenda_part *part)
{
    if (!part)
        return;
    programme_clear(&part->programme);
    record_clear(&meeting_entity, &part->meeting);
    free(part);
}

void
agenda_part_leave(struct agenda_view *view)
{
    part_free(view->part);
    view->part = NULL;
}

const struct programme_place *
agenda_part_place(const struct agenda_view *view)
{
    return view->part ? &view->part->place : NULL;
}

/* Adds what is in the way where it would be. */
static void
judge(const struct agenda_part *part, struct ui *ui, struct buffer *text)
{
    struct error ignored = { 0 };

    (void)programme_place_warn(ui_atelier(ui), &part->meeting, &part->programme,
                               part->part, &part->place, text, &ignored);
    error_clear(&ignored);
}

static void
say_what_is_in_the_way(const struct agenda_part *part, struct ui *ui)
{
    struct buffer text = { 0 };

    judge(part, ui, &text);
    if (text.length > 0) {
        ui_refuse(ui, "%s", buffer_text(&text));
        ui_repeat(ui); /* it is still there when the menu or the help was looked at */
    }
    buffer_clear(&text);
}

static void
place_as_it_is(struct agenda_part *part)
{
    part->place = (struct programme_place){ .slot = part->part->slot,
                                            .start = part->part->start,
                                            .end = part->part->end,
                                            .room = part->part->room };
    part->shown = part->place.start.date;
}

static bool
load(struct agenda_part *part, struct ui *ui, int64_t meeting, int64_t workshop,
     struct error *err)
{
    if (!edit_load(ui_atelier(ui), &meeting_entity, meeting, &part->meeting, err) ||
        !browse_programme(ui_atelier(ui), &part->meeting, &part->programme, err))
        return false;
    const size_t at =
        programme_find(&part->programme, (struct row_ref){ ENTITY_WORKSHOP, workshop });
    if (at == PROGRAMME_NONE)
        return error_set(err, ERROR_NOT_FOUND,
                         _("Somebody has removed that workshop meanwhile."));
    part->part = &part->programme.parts[at];
    place_as_it_is(part);
    return true;
}

void
agenda_part_begin(struct agenda_view *view, struct ui *ui, int64_t meeting,
                  int64_t workshop)
{
    struct agenda_part *part = memory_new(1, sizeof *part);
    struct error err = { 0 };

    record_init(&meeting_entity, &part->meeting);
    agenda_part_leave(view);
    if (load(part, ui, meeting, workshop, &err)) {
        part->begun = view->day;
        view->part = part;
    } else {
        ui_fail(ui, &err);
        part_free(part);
    }
}

struct date
agenda_part_step(struct agenda_view *view, struct ui *ui, int days, int steps)
{
    struct agenda_part *part = view->part;
    const int64_t shown = date_to_days(part->shown);

    if (programme_place_step(&part->programme, days, steps, &part->place)) {
        part->shown = part->place.start.date;
        say_what_is_in_the_way(part, ui);
        return date_add_days(view->day, date_to_days(part->shown) - shown);
    }
    struct buffer span = { 0 };
    when_format_span(part->meeting.start, part->meeting.end, &span);
    /* TRANSLATORS: a day and its hours */
    ui_refuse(ui, _("A workshop stays within the slots and hours of its meeting: %s."),
              buffer_text(&span));
    buffer_clear(&span);
    return view->day;
}

struct date
agenda_part_back(struct agenda_view *view)
{
    place_as_it_is(view->part);
    return view->part->begun;
}

static void
know_room(struct programme *programme, int64_t id, const char *name, int64_t seats)
{
    for (size_t i = 0; i < programme->room_count; i++)
        if (programme->rooms[i].id == id)
            return;
    struct programme_room *room = programme_add_room(programme);
    room->id = id;
    room->name = memory_copy(name);
    room->seats = seats;
}

void
agenda_part_room(void *state, struct ui *ui, int64_t room, const char *name,
                 int64_t seats)
{
    const struct agenda_view *view = state;

    know_room(&view->part->programme, room, name, seats);
    view->part->place.room = room;
    say_what_is_in_the_way(view->part, ui);
}

static void
add_place(const struct agenda_part *part, struct ui *ui, struct buffer *text)
{
    const struct programme_place *place = &part->place;

    if (date_compare(part->meeting.start.date, part->meeting.end.date) != 0)
        when_format_span(place->start, place->end, text);
    else
        when_format_hours_of_day(place->start, place->end, text);
    if (place->room != 0) {
        buffer_add(text, ", ");
        display_title(ui_atelier(ui), ENTITY_ROOM, place->room, text);
    }
}

/* What is done first, and behind it what may be wrong with it. */
static void
say_moved(const struct agenda_part *part, struct ui *ui)
{
    struct buffer there = { 0 };
    struct buffer wrong = { 0 };

    add_place(part, ui, &there);
    judge(part, ui, &wrong);
    if (wrong.length > 0)
        ui_say(ui, _("Moved to %s.  %s  %%K{program.undo} takes it back."),
               buffer_text(&there), buffer_text(&wrong));
    else
        ui_say(ui, _("Moved to %s.  %%K{program.undo} takes it back."),
               buffer_text(&there));
    buffer_clear(&there);
    buffer_clear(&wrong);
}

struct move {
    struct ui *ui;
    const struct agenda_part *part;
    bool moved;
};

static bool
move(void *context, struct questions *sheet, struct error *err)
{
    struct move *move = context;

    return programme_move(ui_atelier(move->ui), move->part->part, &move->part->place,
                          sheet, &move->moved, err);
}

void
agenda_part_end(struct ui *ui, void *state)
{
    struct agenda_view *view = state;
    const struct agenda_part *part = view->part;
    struct questions sheet = { .subject = part->part->row };
    struct move moving = { .ui = ui, .part = part };
    struct error err = { 0 };

    const bool ok = question_ask_all(ui, &sheet, move, &moving, &err);
    questions_clear(&sheet);
    if (ok && moving.moved)
        say_moved(part, ui);
    else if (ok || err.kind == ERROR_QUESTION || err.kind == ERROR_CANCELLED)
        ui_say(ui, _("Nothing changed."));
    else
        ui_fail(ui, &err);
    agenda_part_leave(view);
}

void
agenda_part_add(const struct agenda_view *view, struct ui *ui, struct buffer *buffer)
{
    struct buffer there = { 0 };
    struct buffer text = { 0 };

    add_place(view->part, ui, &there);
    /* TRANSLATORS: hours and a room, a title */
    buffer_addf(&text,
                _("%%K{calendar.open} moves the workshop to %s, %%K{Esc} leaves it: %s"),
                buffer_text(&there), view->part->part->title);
    sentence_add(ui, buffer_text(&text), buffer);
    buffer_clear(&there);
    buffer_clear(&text);
}
