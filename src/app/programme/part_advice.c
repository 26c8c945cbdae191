/* SPDX-License-Identifier: GPL-3.0-or-later */
/* part_advice.c - what may be wrong with a part of a meeting, while it is typed and once
 * it is saved
 */
#include "atelier/app/part_advice.h"

#include <string.h>

#include "atelier/app/clashes.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/part_hours.h"
#include "atelier/domain/room.h"
#include "atelier/domain/slot.h"
#include "atelier/domain/when.h"
#include "atelier/store/row_table.h"
#include "calendar/meeting_part_span.h"
#include "session/session.h"
#include "workshop/workshop_overfull.h"

enum { CLASHES_MOST = 3 }; /* that are read beside a field */

struct draft {
    struct atelier *at;
    struct meeting meeting; /* as it is saved */
    struct clash_part part;
    int64_t room;                 /* its own; 0: none */
    struct local_time start, end; /* none: not known yet */
    struct span chosen;           /* which of two hours is meant */
    enum advice advice;
};

static bool
draft_load(struct draft *draft, struct atelier *at, int64_t meeting)
{
    *draft = (struct draft){ .at = at };
    record_init(&meeting_entity, &draft->meeting);
    return atelier_may(at, MAY_READ, ROW_NONE, NULL) && meeting != 0 &&
           row_load(at->db, &meeting_entity, meeting, &draft->meeting, NULL);
}

static void
draft_clear(struct draft *draft)
{
    record_clear(&meeting_entity, &draft->meeting);
}

/* Without a slot and hours of its own it lasts as long as the meeting. */
static void
take_hours(struct draft *draft, const struct workshop *workshop)
{
    const bool has_hours =
        !local_time_is_none(workshop->start) || !local_time_is_none(workshop->end);
    struct slot slot;

    record_init(&slot_entity, &slot);
    if (has_hours) {
        draft->start = workshop->start;
        draft->end = workshop->end;
        draft->chosen = (struct span){ workshop->start_at, workshop->end_at };
    } else if (workshop->slot == 0) {
        draft->start = draft->meeting.start;
        draft->end = draft->meeting.end;
    } else if (row_load(draft->at->db, &slot_entity, workshop->slot, &slot, NULL)) {
        draft->start = slot.start;
        draft->end = slot.end;
    }
    record_clear(&slot_entity, &slot);
}

static struct span
span_of(const struct draft *draft)
{
    const struct meeting *meeting = &draft->meeting;
    const struct meeting_whole whole = { .start = meeting->start,
                                         .end = meeting->end,
                                         .span = { meeting->start_at, meeting->end_at } };

    return meeting_part_span_chosen(zone_cache_get(draft->at->zones, meeting->zone, NULL),
                                    draft->start, draft->end, &whole, draft->chosen);
}

static bool
has_hours(const struct draft *draft)
{
    return !local_time_is_none(draft->start) && !local_time_is_none(draft->end);
}

/* Those that it would have; of this meeting without its title. */
static void
find_clashes(const struct draft *draft, unsigned kind, int64_t room,
             struct clash_list *list)
{
    const struct span span = span_of(draft);
    const int64_t own = draft->meeting.head.id;
    struct meeting there;

    if (!has_hours(draft) || span.start >= span.end ||
        !meeting_takes_place(&draft->meeting))
        return;
    record_init(&meeting_entity, &there);
    record_copy(&meeting_entity, &there, &draft->meeting);
    there.start = draft->start;
    there.end = draft->end;
    there.start_at = span.start;
    there.end_at = span.end;
    there.room = room;
    if (!clashes_of_part(draft->at, &there, &draft->part, kind, list, NULL))
        clash_list_clear(list);
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].second.meeting == own)
            memory_replace(&list->items[i].second.whole, NULL);
    record_clear(&meeting_entity, &there);
}

/* The first few of them. */
static void
add_clash(const struct draft *draft, unsigned kind, int64_t room, struct buffer *text)
{
    struct clash_list list = { 0 };

    find_clashes(draft, kind, room, &list);
    if (draft->advice == ADVICE_BRIEF && list.count > 0)
        clash_add_choice(&list.items[0], text);
    for (size_t i = 0;
         draft->advice == ADVICE_WHOLE && i < list.count && i < CLASHES_MOST; i++) {
        buffer_add(text, i > 0 ? "  " : "");
        clash_describe(draft->at, &list.items[i], text);
    }
    if (draft->advice == ADVICE_WHOLE && list.count > CLASHES_MOST)
        buffer_addf(text, "  (+%zu)", list.count - CLASHES_MOST);
    clash_list_clear(&list);
}

/* Of one that has none, it is that of the meeting. */
static int64_t
room_of(const struct draft *draft)
{
    return draft->room != 0 || draft->meeting.mode == MODE_REMOTE ? draft->room
                                                                  : draft->meeting.room;
}

static void
add_hours(const struct draft *draft, const char *field, struct buffer *text)
{
    const struct meeting *meeting = &draft->meeting;
    const struct span span = span_of(draft);
    struct buffer whole = { 0 };

    if (!has_hours(draft))
        return;
    const struct part_hours within =
        part_hours_within(draft->start, draft->end, meeting->start, meeting->end);
    const bool is_start = strcmp(field, "start") == 0;
    when_format_span(meeting->start, meeting->end, &whole);
    if (is_start ? !within.starts : within.starts && !within.ends)
        buffer_addf(text,
                    draft->part.row.entity == ENTITY_WORKSHOP
                        ? _("The workshop must lie within its meeting: %s.")
                        : _("It must lie within its meeting: %s."),
                    buffer_text(&whole));
    else if (!is_start && span.start >= span.end)
        buffer_add(text, _("The end is not after the start."));
    buffer_clear(&whole);
}

static void
add_size(const struct draft *draft, int64_t seats, struct buffer *text)
{
    struct room room;

    record_init(&room_entity, &room);
    if (seats != NUMBER_NONE && room_of(draft) != 0 &&
        row_load(draft->at->db, &room_entity, room_of(draft), &room, NULL) &&
        room.seats != NUMBER_NONE && room.seats < seats)
        buffer_addf(text, _("%s seats %lld, the workshop %lld."), room.name,
                    (long long)room.seats, (long long)seats);
    record_clear(&room_entity, &room);
}

/* People who sit there matter more than the size of the room. */
static void
add_seats(const struct draft *draft, const struct workshop *workshop, struct buffer *text)
{
    if (workshop->head.id == 0 || !workshop_overfull_warn(draft->at, workshop, text))
        add_size(draft, workshop->seats, text);
}

static bool
is_of_hours(const char *field)
{
    return strcmp(field, "start") == 0 || strcmp(field, "end") == 0;
}

void
workshop_advise(struct atelier *at, const struct workshop *workshop, const char *field,
                enum advice advice, struct buffer *text)
{
    struct draft draft;

    if (draft_load(&draft, at, workshop->meeting) &&
        workshop->state != WORKSHOP_CANCELLED) {
        draft.advice = advice;
        draft.part.row = (struct row_ref){ ENTITY_WORKSHOP, workshop->head.id };
        draft.part.person = workshop->leader;
        draft.part.is_roomless = workshop->room == 0;
        draft.room = workshop->room;
        take_hours(&draft, workshop);
        if (is_of_hours(field) && workshop->slot == 0)
            add_hours(&draft, field, text);
        else if (strcmp(field, "room") == 0)
            add_clash(&draft, CLASH_BIT(ROOM), room_of(&draft), text);
        else if (strcmp(field, "leader") == 0)
            add_clash(&draft, CLASH_BIT(LEADER), 0, text);
        else if (strcmp(field, "seats") == 0)
            add_seats(&draft, workshop, text);
    }
    draft_clear(&draft);
}

void
item_advise(struct atelier *at, const struct item *item, const char *field,
            enum advice advice, struct buffer *text)
{
    struct draft draft;

    if (draft_load(&draft, at, item->meeting)) {
        draft.advice = advice;
        draft.part.row = (struct row_ref){ ENTITY_ITEM, item->head.id };
        draft.part.person = item->speaker;
        draft.room = item->room;
        draft.start = item->start;
        draft.end = item->end;
        if (is_of_hours(field))
            add_hours(&draft, field, text);
        else if (strcmp(field, "room") == 0)
            add_clash(&draft, CLASH_BIT(ROOM),
                      item->kind == ITEM_BREAK ? item->room : room_of(&draft), text);
        else if (strcmp(field, "speaker") == 0)
            add_clash(&draft, CLASH_BIT(LEADER), 0, text);
    }
    draft_clear(&draft);
}

void
speaker_advise(struct atelier *at, const struct speaker *speaker, const char *field,
               enum advice advice, struct buffer *text)
{
    struct workshop workshop;
    struct draft draft;

    record_init(&workshop_entity, &workshop);
    if (strcmp(field, "person") == 0 && speaker->workshop != 0 &&
        row_load(at->db, &workshop_entity, speaker->workshop, &workshop, NULL)) {
        if (draft_load(&draft, at, workshop.meeting) &&
            workshop.state != WORKSHOP_CANCELLED) {
            draft.advice = advice;
            draft.part.row = (struct row_ref){ ENTITY_WORKSHOP, workshop.head.id };
            draft.part.person = speaker->person;
            take_hours(&draft, &workshop);
            add_clash(&draft, CLASH_BIT(LEADER), 0, text);
        }
        draft_clear(&draft);
    }
    record_clear(&workshop_entity, &workshop);
}

/* --- somebody who comes */

/* Behind the name and the hours of what they come for. */
static void
add_elsewhere(const struct draft *draft, const char *title, bool is_whole,
              struct buffer *text)
{
    struct clash_list list = { 0 };

    find_clashes(draft, CLASH_BIT(LEADER), 0, &list);
    for (size_t i = 0; i < list.count; i++) {
        struct clash *clash = &list.items[i];
        if (is_whole && clash->second.meeting == draft->meeting.head.id)
            continue;
        clash->first.part = draft->part.row;
        memory_replace(&clash->first.title, title);
        if (text->length > 0)
            buffer_add(text, "\n");
        clash_describe_part(draft->at, clash, text);
    }
    clash_list_clear(&list);
}

void
registration_advise(struct atelier *at, int64_t meeting, int64_t person,
                    struct buffer *text)
{
    struct draft draft;

    if (draft_load(&draft, at, meeting)) {
        draft.part =
            (struct clash_part){ .row = { ENTITY_MEETING, meeting }, .person = person };
        draft.start = draft.meeting.start;
        draft.end = draft.meeting.end;
        add_elsewhere(&draft, draft.meeting.title, true, text);
    }
    draft_clear(&draft);
}

void
seat_advise(struct atelier *at, int64_t id, int64_t person, struct buffer *text)
{
    struct workshop workshop;
    struct draft draft;

    record_init(&workshop_entity, &workshop);
    if (row_load(at->db, &workshop_entity, id, &workshop, NULL)) {
        if (draft_load(&draft, at, workshop.meeting) &&
            workshop.state != WORKSHOP_CANCELLED) {
            draft.part =
                (struct clash_part){ .row = { ENTITY_WORKSHOP, id }, .person = person };
            take_hours(&draft, &workshop);
            add_elsewhere(&draft, workshop.title, false, text);
        }
        draft_clear(&draft);
    }
    record_clear(&workshop_entity, &workshop);
}

static bool
is_part(const struct clash_side *side, struct row_ref part)
{
    return side->part.id == part.id && side->part.entity == part.entity;
}

/* It is said of the part, whichever begins first. */
static void
exchange_sides(struct clash *clash)
{
    const struct clash_side first = clash->first;

    clash->first = clash->second;
    clash->second = first;
}

bool
part_warn(struct atelier *at, int64_t id, struct row_ref part, struct buffer *text)
{
    struct clash_list list = { 0 };
    struct meeting meeting;
    bool said = false;

    record_init(&meeting_entity, &meeting);
    const bool ok = row_load(at->db, &meeting_entity, id, &meeting, NULL) &&
                    meeting_takes_place(&meeting) &&
                    clashes_of_meeting(at, &meeting, CLASH_ANY, &list, NULL);
    for (size_t i = 0; ok && i < list.count; i++) {
        struct clash *clash = &list.items[i];
        if (!is_part(&clash->first, part) && is_part(&clash->second, part))
            exchange_sides(clash);
        if (clash->is_accepted || !is_part(&clash->first, part))
            continue;
        buffer_add(text, said ? "\n" : "");
        said = true;
        clash_describe_part(at, clash, text);
    }
    clash_list_clear(&list);
    record_clear(&meeting_entity, &meeting);
    return said;
}
