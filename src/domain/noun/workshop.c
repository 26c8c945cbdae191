/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop.c - the fields of a workshop, and what one row must keep to */
#include "atelier/domain/workshop.h"

#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/domain/part_hours.h"
#include "atelier/domain/seats.h"
#include "listing_column.h"
#include "noun/noun_table.h"

const struct choice workshop_states[] = {
    [WORKSHOP_PLANNED] = { "planned", N_("takes place") },
    [WORKSHOP_CANCELLED] = { "cancelled", N_("is cancelled") },
    { NULL, NULL },
};

static const struct field fields[] = {
    {
        FIELD_OF(struct workshop, meeting),
        .label = N_("Meeting"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_REQUIRED | FIELD_CONCERNS,
        .refers_to = ENTITY_MEETING,
    },
    {
        FIELD_OF(struct workshop, title),
        .label = N_("Title"),
        .kind = FIELD_TEXT,
        .flags = FIELD_REQUIRED | FIELD_MAIN,
    },
    {
        FIELD_OF(struct workshop, slot),
        .label = N_("Slot"),
        .help = N_("empty: hours of its own"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_MAIN | FIELD_TOGETHER,
        .refers_to = ENTITY_SLOT,
    },
    {
        FIELD_OF(struct workshop, start),
        .label = N_("Start"),
        .help = N_("without a slot, e.g. 9:30"),
        .kind = FIELD_LOCAL_TIME,
        .flags = FIELD_MAIN | FIELD_TOGETHER,
    },
    {
        FIELD_OF(struct workshop, end),
        .label = N_("End"),
        .help = N_("without a slot, e.g. 12:30"),
        .kind = FIELD_LOCAL_TIME,
        .flags = FIELD_MAIN | FIELD_TOGETHER,
    },
    {
        FIELD_OF(struct workshop, room),
        .label = N_("Room"),
        .help = N_("empty: that of the meeting"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_MAIN,
        .refers_to = ENTITY_ROOM,
    },
    {
        FIELD_OF(struct workshop, seats),
        .label = N_("Seats"),
        .help = N_("at most; empty: no limit"),
        .kind = FIELD_NUMBER,
        .flags = FIELD_MAIN | FIELD_PEOPLE,
    },
    {
        FIELD_OF(struct workshop, least),
        .label = N_("At least"),
        .help = N_("people; fewer are told, never forced"),
        .kind = FIELD_NUMBER,
        .flags = FIELD_MAIN | FIELD_PEOPLE,
    },
    {
        FIELD_OF(struct workshop, leader),
        .label = N_("Leader"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_MAIN | FIELD_CONCERNS,
        .refers_to = ENTITY_PERSON,
    },
    {
        FIELD_OF(struct workshop, again),
        .label = N_("Once more"),
        .help = N_("the workshop that is given again here: nobody sits in both"),
        .kind = FIELD_REFERENCE,
        .refers_to = ENTITY_WORKSHOP,
    },
    {
        FIELD_OF(struct workshop, state),
        .label = N_("State"),
        .kind = FIELD_CHOICE,
        .flags = FIELD_DERIVED | FIELD_TOGETHER,
        .choices = workshop_states,
    },
    {
        FIELD_OF(struct workshop, reason),
        .label = N_("Reason"),
        .kind = FIELD_TEXT,
        .flags = FIELD_DERIVED | FIELD_TOGETHER,
    },
    {
        FIELD_OF(struct workshop, description),
        .label = N_("Description"),
        .kind = FIELD_LINES,
    },
    {
        FIELD_OF(struct workshop, start_at),
        .label = N_("Start (UTC)"),
        .kind = FIELD_INSTANT,
        .flags = FIELD_DERIVED | FIELD_HIDDEN | FIELD_TOGETHER,
    },
    {
        FIELD_OF(struct workshop, end_at),
        .label = N_("End (UTC)"),
        .kind = FIELD_INSTANT,
        .flags = FIELD_DERIVED | FIELD_HIDDEN | FIELD_TOGETHER,
    },
    {
        FIELD_OF(struct workshop, ics_uid),
        .label = N_("Calendar identifier"),
        .kind = FIELD_TEXT,
        .flags = FIELD_DERIVED | FIELD_HIDDEN,
    },
    {
        FIELD_OF(struct workshop, ics_sequence),
        .label = N_("Calendar sequence"),
        .kind = FIELD_NUMBER,
        .flags = FIELD_DERIVED | FIELD_HIDDEN | FIELD_COUNTED,
    },
};

static bool
check_hours(const struct workshop *workshop, struct error *err)
{
    const bool starts = !local_time_is_none(workshop->start);
    const bool ends = !local_time_is_none(workshop->end);

    if (workshop->slot != 0 && (starts || ends))
        return error_set_field(
            err, ERROR_RULE, starts ? "start" : "end",
            _("It lies in a slot and has its hours.  For hours of its own empty the slot "
              "(--slot \"\"); for the slot empty start and end (--start \"\" --end "
              "\"\")."));
    if (workshop->slot == 0 && starts != ends)
        return error_set_field(err, ERROR_INPUT, starts ? "end" : "start",
                               _("Hours of its own have a start and an end."));
    return !starts || part_hours_check(workshop->start, workshop->end, err);
}

static bool
workshop_check(const void *record, struct error *err)
{
    const struct workshop *workshop = record;

    if (!check_hours(workshop, err) || !seats_check(workshop->seats, "seats", err) ||
        !seats_check(workshop->least, "least", err))
        return false;
    if (workshop->seats != NUMBER_NONE && workshop->least != NUMBER_NONE &&
        workshop->least > workshop->seats)
        return error_set_field(
            err, ERROR_RULE, "least",
            _("There are not as many seats: the least number must not be more."));
    if (workshop->again != 0 && workshop->again == workshop->head.id)
        return error_set_field(err, ERROR_RULE, "again",
                               _("A workshop is not given again by itself."));
    return true;
}

static void
workshop_title(const void *record, struct buffer *buffer)
{
    const struct workshop *workshop = record;

    buffer_add(buffer, workshop->title);
}

const struct entity workshop_entity = {
    .kind = ENTITY_WORKSHOP,
    .number = 16,
    .name = "workshop",
    .label = N_("Workshop"),
    .plural = N_("Workshops"),
    .another = N_("New workshop"),
    ENTITY_OF(struct workshop, fields),
    .check = workshop_check,
    .title = workshop_title,
    .listing = LISTING_WORKSHOP,
    .only_by_id = true,
    .unknown_id =
        N_("No workshop has the id %s.  “atelier workshop list MEETING” shows them."),
    .unknown_name = N_("A workshop is named by its id, not “%s”.  “atelier workshop list "
                       "MEETING” shows them."),
    .needed = N_("People chose this workshop, or it is given again, so it stays.  Cancel "
                 "it instead."),
};

void
workshop_list_clear(struct workshop_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        record_clear(&workshop_entity, &list->items[i]);
    free(list->items);
    *list = (struct workshop_list){ 0 };
}

bool
workshop_overlaps(const struct workshop *a, const struct workshop *b)
{
    return a->start_at < b->end_at && b->start_at < a->end_at;
}

/* The one that the others name. */
static int64_t
first_of(const struct workshop *workshop)
{
    return workshop->again != 0 ? workshop->again : workshop->head.id;
}

bool
workshop_is_again(const struct workshop *a, const struct workshop *b)
{
    return a->head.id != b->head.id && first_of(a) == first_of(b);
}

bool
workshop_sequence_rises(const struct workshop *before, const struct workshop *after)
{
    return before->start_at != after->start_at || before->end_at != after->end_at ||
           before->room != after->room || before->state != after->state;
}

/* --- its lists */

static const struct column workshop_columns[] = {
    HIDDEN("meeting", FIELD_REFERENCE),
    HIDDEN("slot", FIELD_REFERENCE),
    COLUMN("slot_label", N_("Slot"), FIELD_TEXT, 12, 20, 2),
    MOMENT("start", N_("Start"), 1),
    HIDDEN("end", FIELD_LOCAL_TIME),
    COLUMN("title", N_("Title"), FIELD_TEXT, 26, 0, 1),
    HIDDEN("room", FIELD_REFERENCE),
    COLUMN("room_name", N_("Room"), FIELD_TEXT, 14, 30, 2),
    COUNT("taken", N_("Taken"), 5, 1),
    COUNT("seats", N_("Seats"), 5, 1),
    COUNT("waiting", N_("Waiting"), 7, 2),
    COUNT("least", N_("At least"), 8, 4),
    COUNT("first_wishes", N_("First wishes"), 12, 5),
    HIDDEN("leader", FIELD_REFERENCE),
    COLUMN("leader_name", N_("Leader"), FIELD_TEXT, 18, 34, 3),
    CHOICE("state", N_("State"), workshop_states, 12, 3),
    HIDDEN("again", FIELD_REFERENCE),
    BESIDE("description", N_("Description"), FIELD_LINES),
};

const struct listing workshop_listing = {
    .kind = LISTING_WORKSHOP,
    LISTING_OF(workshop_columns),
    .can_search = true,
};
