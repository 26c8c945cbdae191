/* SPDX-License-Identifier: GPL-3.0-or-later */
/* working_group.c - the fields of a group, and what one row must keep to */
#include "atelier/domain/working_group.h"

#include <string.h>

#include "atelier/base/language.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/seats.h"
#include "listing_column.h"
#include "noun/noun_table.h"

static const struct field fields[] = {
    {
        FIELD_OF(struct working_group, code),
        .label = N_("Code"),
        .help = N_("short, in capitals: URB"),
        .kind = FIELD_TEXT,
        .flags = FIELD_REQUIRED | FIELD_MAIN | FIELD_CAPITALS,
    },
    {
        FIELD_OF(struct working_group, name),
        .label = N_("Name"),
        .help = N_("e.g. Integrated urban development"),
        .kind = FIELD_TEXT,
        .flags = FIELD_REQUIRED | FIELD_MAIN,
    },
    {
        FIELD_OF(struct working_group, theme),
        .label = N_("Theme"),
        .kind = FIELD_TEXT,
    },
    {
        FIELD_OF(struct working_group, description),
        .label = N_("Description"),
        .kind = FIELD_LINES,
    },
    {
        FIELD_OF(struct working_group, chair),
        .label = N_("Chair"),
        .kind = FIELD_REFERENCE,
        .refers_to = ENTITY_PERSON,
    },
    {
        FIELD_OF(struct working_group, zone),
        .label = N_("Time zone"),
        .help = N_("of its meetings: Europe/Paris"),
        .kind = FIELD_ZONE,
    },
    {
        FIELD_OF(struct working_group, room),
        .label = N_("Room"),
        .help = N_("where it usually meets"),
        .kind = FIELD_REFERENCE,
        .refers_to = ENTITY_ROOM,
    },
    {
        FIELD_OF(struct working_group, seats),
        .label = N_("Seats"),
        .help = N_("of a usual meeting; empty: no limit"),
        .kind = FIELD_NUMBER,
        .flags = FIELD_PEOPLE,
    },
    {
        FIELD_OF(struct working_group, duration),
        .label = N_("Duration"),
        .help = N_("of a usual meeting: 3h30 or 90 min"),
        .kind = FIELD_DURATION,
    },
    {
        FIELD_OF(struct working_group, colour),
        .label = N_("Colour"),
        .help = N_("in calendars: teal, orange, slateblue"),
        .kind = FIELD_TEXT,
        .flags = FIELD_COLOUR,
    },
};

static bool
is_code(const char *text)
{
    size_t length = strlen(text);

    return length >= 1 && length <= 12 &&
           strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == length;
}

static bool
working_group_check(const void *record, struct error *err)
{
    const struct working_group *group = record;

    if (group->code && !is_code(group->code))
        return error_set_field(
            err, ERROR_INPUT, "code",
            _("“%s” is not a code: use at most 12 capital letters, digits and hyphens."),
            group->code);
    if (!seats_check(group->seats, "seats", err))
        return false;
    if (group->duration != NUMBER_NONE && group->duration < 1)
        return error_set_field(
            err, ERROR_INPUT, "duration",
            _("A meeting lasts at least one minute; correct the duration."));
    return true;
}

static void
working_group_title(const void *record, struct buffer *buffer)
{
    const struct working_group *group = record;

    buffer_add(buffer, group->code);
    if (group->name) {
        buffer_add(buffer, " ");
        buffer_add(buffer, group->name);
    }
}

static const struct unique uniques[] = {
    { "working_group.code", "code",
      N_("There is already a working group with this code; choose another.") },
    { 0 },
};

const struct entity working_group_entity = {
    .kind = ENTITY_WORKING_GROUP,
    .number = 5,
    .name = "working_group",
    .label = N_("Working group"),
    .plural = N_("Working groups"),
    .another = N_("New working group"),
    ENTITY_OF(struct working_group, fields),
    .check = working_group_check,
    .title = working_group_title,
    .listing = LISTING_WORKING_GROUP,
    .unknown_id = N_("No working group has the id %s.  “atelier group list” shows them."),
    .unknown_name =
        N_("No working group has the code “%s”.  “atelier group list” shows them."),
    .needed = N_("This group has members, meetings, quorums or rights of colleagues, so "
                 "it stays."),
    .uniques = uniques,
};

/* --- its lists */

static const struct column working_group_columns[] = {
    COLUMN("code", N_("Code"), FIELD_TEXT, 8, 12, 1),
    COLUMN("name", N_("Name"), FIELD_TEXT, 38, 0, 1),
    COLUMN("theme", N_("Theme"), FIELD_TEXT, 20, 36, 4),
    COUNT("members", N_("Members"), 8, 1), /* today */
    HIDDEN("next_meeting", FIELD_REFERENCE),
    MOMENT("next_start", N_("Next meeting"), 1),
    ELSEWHERE("next_zone"),
    SELDOM_CHOICE("next_state", N_("Its state"), meeting_states, 10, 1), /* postponed */
    HIDDEN("chair", FIELD_REFERENCE),
    COLUMN("chair_name", N_("Chair"), FIELD_TEXT, 20, 30, 3),
    HIDDEN("zone", FIELD_ZONE),
};

const struct listing working_group_listing = {
    .kind = LISTING_WORKING_GROUP,
    LISTING_OF(working_group_columns),
    .can_search = true,
};
