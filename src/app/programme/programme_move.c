/* SPDX-License-Identifier: GPL-3.0-or-later */
/* programme_move.c - a workshop goes to another slot or room, and what is in the way */
#include "atelier/app/programme_move.h"

#include <inttypes.h>

#include "atelier/app/clashes.h"
#include "atelier/app/edit.h"
#include "atelier/base/language.h"
#include "atelier/domain/clash.h"
#include "atelier/store/programme_table.h"
#include "atelier/store/row_table.h"
#include "calendar/meeting_part_span.h"
#include "session/session.h"

struct programme_place
programme_place_of(const struct programme *programme, const struct programme_part *part,
                   const struct programme_row *row, int64_t room)
{
    const struct slot *slot = programme_slot(programme, row->slot);
    struct programme_place place = { .room = room };

    if (local_time_compare(row->start, part->start) >= 0 &&
        local_time_compare(row->end, part->end) <= 0) {
        place.slot = part->slot;
        place.start = part->start;
        place.end = part->end;
    } else if (part->slot != 0 && slot) {
        place.slot = slot->head.id;
        place.start = slot->start;
        place.end = slot->end;
    } else {
        place.start = row->start;
        place.end = part->slot != 0
                        ? row->end
                        : local_time_add_minutes(
                              row->start, local_time_minutes(part->start, part->end));
    }
    return place;
}

/* --- what is in the way */

struct judging {
    struct atelier *at;
    const struct meeting *meeting;
    const struct programme *programme;
    const struct programme_part *part;
    const struct programme_place *place;
    struct span span; /* of the place */
    struct buffer *text;
};

static struct span
span_of(struct atelier *at, const struct meeting *meeting, struct local_time start,
        struct local_time end, struct span chosen)
{
    const struct meeting_whole whole = { .start = meeting->start,
                                         .end = meeting->end,
                                         .span = { meeting->start_at, meeting->end_at } };

    return meeting_part_span_chosen(zone_cache_get(at->zones, meeting->zone, NULL), start,
                                    end, &whole, chosen);
}

/* Which of two hours is meant is kept with a workshop; an item does not say it. */
static struct span
span_of_part(const struct judging *judging, const struct programme_part *part)
{
    struct span chosen = { 0 };
    struct workshop workshop;

    record_init(&workshop_entity, &workshop);
    if (!programme_part_is_item(part) &&
        row_load(judging->at->db, &workshop_entity, part->row.id, &workshop, NULL))
        chosen = (struct span){ workshop.start_at, workshop.end_at };
    record_clear(&workshop_entity, &workshop);
    return span_of(judging->at, judging->meeting, part->start, part->end, chosen);
}

/* Where it stays, it keeps which of two hours is meant. */
static struct span
span_of_place(const struct judging *judging)
{
    const struct programme_place *place = judging->place;
    const struct programme_part *part = judging->part;

    if (local_time_compare(place->start, part->start) == 0 &&
        local_time_compare(place->end, part->end) == 0)
        return span_of_part(judging, part);
    return span_of(judging->at, judging->meeting, place->start, place->end,
                   (struct span){ 0 });
}

/* Whether the clock is changed while the meeting lasts: only then does it not say what is
 * at once. */
static bool
is_clock_changed(const struct meeting *meeting)
{
    enum { MINUTE_SECONDS = 60 };

    return meeting->end_at - meeting->start_at !=
           local_time_minutes(meeting->start, meeting->end) * MINUTE_SECONDS;
}

static bool
is_at_once(const struct judging *judging, const struct programme_part *other)
{
    if (!is_clock_changed(judging->meeting))
        return programme_part_meets(other, judging->place->start, judging->place->end);
    const struct span span = span_of_part(judging, other);
    return span.start == judging->span.start ||
           (span.start < judging->span.end && judging->span.start < span.end);
}

static void
begin_sentence(const struct judging *judging)
{
    buffer_add(judging->text, judging->text->length > 0 ? "  " : "");
}

static const struct programme_room *
room_of(const struct judging *judging)
{
    const struct programme *programme = judging->programme;

    for (size_t i = 0; i < programme->room_count; i++)
        if (programme->rooms[i].id == judging->place->room)
            return &programme->rooms[i];
    return NULL;
}

/* An item without a room is in that of the meeting; a break without one is in none. */
static int64_t
room_of_part(const struct judging *judging, const struct programme_part *part)
{
    const struct meeting *meeting = judging->meeting;

    if (part->room != 0 && !part->is_roomless)
        return part->room;
    if (meeting->mode == MODE_REMOTE ||
        (programme_part_is_item(part) && part->kind == ITEM_BREAK))
        return 0;
    return meeting->room;
}

/* Of two workshops without a room of their own, neither has it yet. */
static bool
is_in_the_room(const struct judging *judging, const struct programme_part *other)
{
    const int64_t room = judging->place->room;
    const bool is_roomless = judging->part->is_roomless && room == judging->part->room;

    if (is_roomless && (other->is_roomless || judging->meeting->mode == MODE_REMOTE))
        return false;
    return room != 0 && room_of_part(judging, other) == room;
}

static void
warn_of_room(const struct judging *judging, const struct programme_part *other)
{
    const struct programme_room *room = room_of(judging);

    begin_sentence(judging);
    buffer_addf(judging->text,
                /* TRANSLATORS: a room; hours; a workshop */
                _("%s is taken %02d:%02d–%02d:%02d by “%s”."), room ? room->name : "",
                other->start.hour, other->start.minute, other->end.hour,
                other->end.minute, other->title);
}

static void
warn_of_leader(const struct judging *judging, const struct programme_part *other)
{
    if (judging->part->leader == 0 || judging->part->leader != other->leader)
        return;
    begin_sentence(judging);
    buffer_addf(judging->text,
                /* TRANSLATORS: a person; hours; a workshop */
                _("%s is %02d:%02d–%02d:%02d also in “%s”."), other->leader_name,
                other->start.hour, other->start.minute, other->end.hour,
                other->end.minute, other->title);
}

struct people {
    struct buffer names;
    size_t count;
};

static void
add_person(void *context, const char *name)
{
    enum { NAMED = 3 };
    struct people *people = context;

    if (people->count++ < NAMED)
        buffer_addf(&people->names, "%s%s", people->count > 1 ? "; " : "", name);
    else if (people->count == NAMED + 1)
        buffer_add(&people->names, "; …");
}

static bool
warn_of_seated(const struct judging *judging, const struct programme_part *other,
               struct error *err)
{
    struct people people = { 0 };

    if (programme_part_is_item(other))
        return true;
    const bool ok = programme_table_each_in_both(judging->at->db, judging->part->row.id,
                                                 other->row.id, add_person, &people, err);
    if (ok && people.count > 0) {
        begin_sentence(judging);
        buffer_addf(judging->text,
                    /* TRANSLATORS: how many; a workshop; names */
                    ngettext("%zu person sits in “%s” too: %s.",
                             "%zu people sit in “%s” too: %s.", people.count),
                    people.count, other->title, buffer_text(&people.names));
    }
    buffer_clear(&people.names);
    return ok;
}

static bool
warn_of_parts(const struct judging *judging, struct error *err)
{
    bool ok = true;

    for (size_t i = 0; ok && i < judging->programme->count; i++) {
        const struct programme_part *other = &judging->programme->parts[i];

        if (other == judging->part || other->state == WORKSHOP_CANCELLED ||
            !is_at_once(judging, other))
            continue;
        if (is_in_the_room(judging, other))
            warn_of_room(judging, other);
        warn_of_leader(judging, other);
        ok = warn_of_seated(judging, other, err);
    }
    return ok;
}

/* Who leads it, and what else is in the room, at other meetings: what is of this one was
 * said with its hours. */
static bool
warn_of_meetings(const struct judging *judging, struct error *err)
{
    const struct programme_place *place = judging->place;
    const struct meeting *meeting = judging->meeting;
    const struct clash_part part = { .row = judging->part->row,
                                     .person = judging->part->leader };
    struct clash_list list = { 0 };
    struct meeting there;

    record_init(&meeting_entity, &there);
    record_copy(&meeting_entity, &there, meeting);
    there.head.id = meeting->head.id;
    there.start = place->start;
    there.end = place->end;
    there.start_at = judging->span.start;
    there.end_at = judging->span.end;
    there.room = place->room;
    const bool ok = clashes_of_part(judging->at, &there, &part,
                                    CLASH_BIT(ROOM) | CLASH_BIT(LEADER), &list, err);
    for (size_t i = 0; ok && i < list.count; i++) {
        if (list.items[i].second.meeting == meeting->head.id)
            continue;
        begin_sentence(judging);
        clash_describe(judging->at, &list.items[i], judging->text);
    }
    clash_list_clear(&list);
    record_clear(&meeting_entity, &there);
    return ok;
}

static void
warn_of_size(const struct judging *judging)
{
    const struct programme_room *room = room_of(judging);
    const int64_t seats = judging->part->seats;

    if (!room || room->seats == NUMBER_NONE || seats == NUMBER_NONE ||
        seats <= room->seats)
        return;
    begin_sentence(judging);
    buffer_addf(judging->text,
                /* TRANSLATORS: a room and its seats; those of the workshop */
                _("%s seats %" PRId64 ", the workshop has %" PRId64 "."), room->name,
                room->seats, seats);
}

bool
programme_place_warn(struct atelier *at, const struct meeting *meeting,
                     const struct programme *programme, const struct programme_part *part,
                     const struct programme_place *place, struct buffer *text,
                     struct error *err)
{
    struct judging judging = { .at = at,
                               .meeting = meeting,
                               .programme = programme,
                               .part = part,
                               .place = place,
                               .text = text };

    if (!atelier_may(at, MAY_READ, ROW_NONE, err))
        return false;
    judging.span = span_of_place(&judging);
    if (!warn_of_meetings(&judging, err) || !warn_of_parts(&judging, err))
        return false;
    warn_of_size(&judging);
    return true;
}

/* --- the move */

bool
programme_move(struct atelier *at, const struct programme_part *part,
               const struct programme_place *place, struct questions *questions,
               bool *moved, struct error *err)
{
    struct workshop workshop;
    struct workshop before;

    record_init(&workshop_entity, &workshop);
    record_init(&workshop_entity, &before);
    bool ok = edit_load(at, &workshop_entity, part->row.id, &workshop, err);
    if (ok) {
        const struct local_time none = { 0 };

        record_copy(&workshop_entity, &before, &workshop);
        workshop.slot = place->slot;
        workshop.start = place->slot != 0 ? none : place->start;
        workshop.end = place->slot != 0 ? none : place->end;
        if (place->room != part->room)
            workshop.room = place->room;
        *moved = !record_equal(&workshop_entity, &before, &workshop);
        ok =
            !*moved || edit_change_asked(at, &workshop_entity, &workshop, questions, err);
    }
    record_clear(&workshop_entity, &before);
    record_clear(&workshop_entity, &workshop);
    return ok;
}
