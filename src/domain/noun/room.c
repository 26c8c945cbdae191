/* SPDX-License-Identifier: GPL-3.0-or-later */
/* room.c - the fields of a room, and what one row must keep to */
#include "atelier/domain/room.h"

#include "atelier/base/language.h"
#include "noun/noun_table.h"

static const struct field fields[] = {
    {
        FIELD_OF(struct room, venue),
        .label = N_("Venue"),
        .kind = FIELD_REFERENCE,
        .flags = FIELD_REQUIRED | FIELD_MAIN,
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
        .flags = FIELD_MAIN,
    },
};

static bool
room_check(const void *record, struct error *err)
{
    const struct room *room = record;

    if (room->seats != NUMBER_NONE && room->seats < 0)
        return error_set_field(
            err, ERROR_INPUT, "seats",
            _("There cannot be fewer than 0 seats; correct the number."));
    return true;
}

static void
room_title(const void *record, struct buffer *buffer)
{
    const struct room *room = record;

    buffer_add(buffer, room->name);
}

const struct entity room_entity = {
    .kind = ENTITY_ROOM,
    .name = "room",
    .label = N_("Room"),
    .plural = N_("Rooms"),
    .another = N_("New room"),
    ENTITY_OF(struct room, fields),
    .check = room_check,
    .title = room_title,
};
