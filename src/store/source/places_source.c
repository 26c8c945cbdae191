/* SPDX-License-Identifier: GPL-3.0-or-later */
/* places_source.c - venues and rooms, as lists show them and searches find them */
#include "source/listing_source.h"
#include "source/search_source.h"

/* Room 2 before room 10. */
static const struct listing_order venue_orders[] = {
    { .parts = { { "name_order(v.name)", ":text" }, { "v.id", ":id" } } },
};

#define ROOMS "(SELECT count(*) FROM room r WHERE r.venue = v.id)"

static const struct listing_cell venue_shown[] = { { "rooms", ROOMS }, { NULL, NULL } };

const struct listing_source listing_source_venue = {
    .id = "v.id",
    .cells = "v.name, v.address, " ROOMS ", v.geo, v.access",
    .from = "venue v",
    .orders = venue_orders,
    .search = LISTING_SEARCH_FEW,
    .searched = ENTITY_VENUE,
    .searched_id = "v.id",
    .shown = venue_shown,
};

static const struct listing_cell room_shown[] = {
    { "address", "(SELECT address FROM venue WHERE id = r.venue)" },
    { "seats", "r.seats" },
    { NULL, NULL }
};

/* Venue by venue, also where two have one name.  */
static const struct listing_order room_orders[] = {
    { .parts = { { "coalesce(name_order(v.name), '') || char(1) ||"
                   " printf('%020d', coalesce(r.venue, 0)) || name_order(r.name)",
                   ":text" },
                 { "r.id", ":id" } } },
};

const struct listing_source listing_source_room = {
    .id = "r.id",
    .cells = "r.venue, v.name, r.name, r.seats, v.address",
    .from = "room r LEFT JOIN venue v ON v.id = r.venue",
    .orders = room_orders,
    .search = LISTING_SEARCH_FEW,
    .searched = ENTITY_ROOM,
    .searched_id = "r.id",
    .shown = room_shown,
};

/* --- what they are found by */

const struct search_source search_source_venue = {
    .order = SEARCH_BY_NAME,
    .words = "SELECT name, address FROM venue WHERE id = :id",
    .causes = { { .noun = ENTITY_VENUE, .fields = { "name", "address" } } },
    SEARCH_OF_FEW("v.id, v.address", " CROSS JOIN venue v ON v.id = s.row"),
};

const struct search_source search_source_room = {
    .order = SEARCH_BY_NAME,
    .words = "SELECT r.name, v.name FROM room r LEFT JOIN venue v ON v.id = r.venue"
             " WHERE r.id = :id",
    .causes = { { .noun = ENTITY_ROOM, .fields = { "name", "venue" } },
                { .noun = ENTITY_VENUE,
                  .fields = { "name" },
                  .rows = "SELECT id FROM room WHERE venue = :id" } },
    SEARCH_OF_FEW("r.id, v.name", " CROSS JOIN room r ON r.id = s.row"
                                  " LEFT JOIN venue v ON v.id = r.venue"),
};
