/* SPDX-License-Identifier: GPL-3.0-or-later */
/* slot.c - the fields of a slot, what one row must keep to, and which slot is meant now
 */
#include "atelier/domain/slot.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/part_hours.h"
#include "atelier/domain/when.h"
#include "listing_column.h"
#include "noun/noun_table.h"

static const struct field fields[] = {
    {
        FIELD_OF(struct slot, meeting),
        .label = N_("Meeting"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_REQUIRED | FIELD_CONCERNS,
        .refers_to = ENTITY_MEETING,
    },
    {
        FIELD_OF(struct slot, label),
        .label = N_("Label"),
        .help = N_("e.g. Morning"),
        .kind = FIELD_TEXT,
        .flags = FIELD_MAIN,
    },
    {
        FIELD_OF(struct slot, start),
        .label = N_("Start"),
        .help = N_("e.g. 16/3 9:30"),
        .kind = FIELD_LOCAL_TIME,
        .flags = FIELD_REQUIRED | FIELD_MAIN | FIELD_TOGETHER,
    },
    {
        FIELD_OF(struct slot, end),
        .label = N_("End"),
        .help = N_("e.g. 12:30"),
        .kind = FIELD_LOCAL_TIME,
        .flags = FIELD_REQUIRED | FIELD_MAIN | FIELD_TOGETHER,
    },
};

static bool
slot_check(const void *record, struct error *err)
{
    const struct slot *slot = record;

    return part_hours_check(slot->start, slot->end, err);
}

static void
add_clock(const struct slot *slot, struct buffer *buffer)
{
    when_format_hours(slot->start, slot->end, buffer);
}

static void
add_moment(struct local_time time, struct buffer *buffer)
{
    when_format_brief_day(time.date, buffer);
    buffer_addf(buffer, " %02d:%02d", time.hour, time.minute);
}

/* Of several days with their dates: by the clock alone it would seem to be of one. */
static void
add_hours(const struct slot *slot, struct buffer *buffer)
{
    enum { MINUTES_A_DAY = 24 * 60 };

    if (local_time_minutes(slot->start, slot->end) < MINUTES_A_DAY) {
        add_clock(slot, buffer);
        return;
    }
    add_moment(slot->start, buffer);
    buffer_add(buffer, "–");
    add_moment(slot->end, buffer);
}

static void
slot_title(const void *record, struct buffer *buffer)
{
    const struct slot *slot = record;

    if (slot->label)
        buffer_add(buffer, slot->label);
    else
        add_hours(slot, buffer);
}

static bool
is_called(const struct slot *slot,
          void (*add)(const struct slot *slot, struct buffer *buffer))
{
    struct buffer made = { 0 };

    add(slot, &made);
    const bool is_alike = slot->label && strcmp(slot->label, buffer_text(&made)) == 0;
    buffer_clear(&made);
    return is_alike;
}

/* One of several days was once called by the clock alone. */
static bool
is_made(const struct slot *slot)
{
    return is_called(slot, add_hours) || is_called(slot, add_clock);
}

void
slot_settle_label(const struct slot *before, struct slot *after)
{
    struct buffer hours = { 0 };

    if (after->label &&
        (!before || !is_made(before) || strcmp(before->label, after->label) != 0))
        return;
    add_hours(after, &hours);
    memory_replace(&after->label, buffer_text(&hours));
    buffer_clear(&hours);
}

bool
slot_overlaps(const struct slot *slot, const struct slot *other)
{
    return local_time_compare(slot->start, other->start) == 0 ||
           (local_time_compare(other->start, slot->end) < 0 &&
            local_time_compare(slot->start, other->end) < 0);
}

const struct entity slot_entity = {
    .kind = ENTITY_SLOT,
    .number = 10,
    .name = "slot",
    .label = N_("Slot"),
    .plural = N_("Slots"),
    .another = N_("New slot"),
    ENTITY_OF(struct slot, fields),
    .check = slot_check,
    .title = slot_title,
    .listing = LISTING_SLOT,
    .only_by_id = true,
    .unknown_id = N_("No slot has the id %s.  “atelier slot list MEETING” shows them."),
    .unknown_name =
        N_("A slot is named by its id, not “%s”.  “atelier slot list MEETING” shows "
           "them."),
    .needed = N_("People were seen in this slot, so it stays."),
};

void
slot_list_clear(struct slot_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        record_clear(&slot_entity, &list->items[i]);
    free(list->items);
    *list = (struct slot_list){ 0 };
}

/* The only slot that runs at that time; *found counts all that do. */
static const struct slot *
find_running(const struct slot_list *list, struct local_time now, size_t *found)
{
    *found = 0;
    const struct slot *running = NULL;
    for (size_t i = 0; i < list->count; i++) {
        const struct slot *slot = &list->items[i];
        if (local_time_compare(slot->start, now) > 0 ||
            local_time_compare(slot->end, now) <= 0)
            continue;
        running = slot;
        (*found)++;
    }
    return *found == 1 ? running : NULL;
}

const struct slot *
slot_list_choose(const struct slot_list *list, struct local_time now)
{
    enum { DOORS_OPEN_BEFORE = 60 };

    if (list->count == 1)
        return &list->items[0];
    size_t found;
    const struct slot *slot = find_running(list, now, &found);
    if (found > 0)
        return slot;
    return find_running(list, local_time_add_minutes(now, DOORS_OPEN_BEFORE), &found);
}

/* --- its lists */

static const struct column slot_columns[] = {
    HIDDEN("meeting", FIELD_REFERENCE),
    COLUMN("label", N_("Label"), FIELD_TEXT, 24, 0, 1),
    MOMENT("start", N_("Start"), 1),
    MOMENT("end", N_("End"), 1),
    ELSEWHERE("zone"),
};

const struct listing slot_listing = {
    .kind = LISTING_SLOT,
    LISTING_OF(slot_columns),
    .can_search = true,
};
