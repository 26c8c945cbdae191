/* SPDX-License-Identifier: GPL-3.0-or-later */
/* room.c - the fields of a room, and what one row must keep to */
#include "atelier/domain/room.h"

#include "atelier/base/language.h"
#include "atelier/domain/seats.h"
#include "listing_column.h"
#include "noun/noun_table.h"

static const struct field fields[] = {
    {
        FIELD_OF(struct room, venue),
        .label = N_("Venue"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_REQUIRED | FIELD_MAIN | FIELD_CONCERNS,
        .refers_to = ENTITY_VENUE,
    },
    {
        FIELD_OF(struct room, name),
        .label = N_("Name"),
        .help = N_("e.g. Council chamber"),
        .kind = FIELD_TEXT,
        .flags = FIELD_REQUIRED | FIELD_MAIN,
    },
    {
        FIELD_OF(struct room, seats),
        .label = N_("Seats"),
        .help = N_("how many people it holds"),
        .kind = FIELD_NUMBER,
        .flags = FIELD_MAIN | FIELD_PEOPLE,
    },
};

static bool
room_check(const void *record, struct error *err)
{
    const struct room *room = record;

    return seats_check(room->seats, "seats", err);
}

static void
room_title(const void *record, struct buffer *buffer)
{
    const struct room *room = record;

    buffer_add(buffer, room->name);
}

static const struct unique uniques[] = {
    { "room.venue, room.name", "name",
      N_("There is already a room of this name there.") },
    { 0 },
};

const struct entity room_entity = {
    .kind = ENTITY_ROOM,
    .number = 8,
    .name = "room",
    .label = N_("Room"),
    .plural = N_("Rooms"),
    .another = N_("New room"),
    ENTITY_OF(struct room, fields),
    .groupless = true,
    .check = room_check,
    .title = room_title,
    .listing = LISTING_ROOM,
    .unknown_id = N_("No room has the id %s.  “atelier room list” shows them."),
    .unknown_name = N_("No room is called “%s”.  “atelier room list” shows them."),
    .needed = N_("Meetings or groups use this room, so it stays."),
    .uniques = uniques,
};

/* --- its lists */

static const struct column room_columns[] = {
    HIDDEN("venue", FIELD_REFERENCE),
    COLUMN("venue_name", N_("Venue"), FIELD_TEXT, 30, 44, 1),
    COLUMN("name", N_("Room"), FIELD_TEXT, 34, 0, 1),
    COUNT("seats", N_("Seats"), 6, 1),
    COLUMN("address", N_("Address"), FIELD_LINES, 30, 50, 3),
};

const struct listing room_listing = {
    .kind = LISTING_ROOM,
    LISTING_OF(room_columns),
    .can_search = true,
};
