/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_place.c - where a meeting is, as paper says it */
#include "print/meeting_place.h"

#include "atelier/domain/room.h"
#include "atelier/domain/venue.h"
#include "atelier/store/row_table.h"
#include "session/session.h"

/* The lines of an address one behind the other. */
static void
add_part(struct buffer *text, const char *part)
{
    if (!part || !*part)
        return;
    if (text->length > 0)
        buffer_add(text, ", ");
    for (const char *c = part; *c; c++)
        if (*c == '\n')
            buffer_add(text, ", ");
        else
            buffer_add_char(text, *c);
}

bool
meeting_place_add(struct atelier *at, const struct meeting *meeting, struct buffer *text,
                  struct error *err)
{
    struct room *room = record_new(&room_entity);
    struct venue *venue = record_new(&venue_entity);
    struct buffer place = { 0 };
    const bool ok =
        (!meeting->room || row_load(at->db, &room_entity, meeting->room, room, err)) &&
        (!room->venue || row_load(at->db, &venue_entity, room->venue, venue, err));

    add_part(&place, room->name);
    add_part(&place, venue->name);
    add_part(&place, venue->address);
    if (place.length == 0)
        add_part(&place, meeting->place);
    if (ok)
        buffer_add(text, buffer_text(&place));
    buffer_clear(&place);
    record_free(&room_entity, room);
    record_free(&venue_entity, venue);
    return ok;
}
