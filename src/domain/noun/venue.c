/* SPDX-License-Identifier: GPL-3.0-or-later */
/* venue.c - the fields of a venue, and what one row must keep to */
#include "atelier/domain/venue.h"

#include "atelier/base/language.h"
#include "atelier/domain/coordinates.h"
#include "listing_column.h"
#include "noun/noun_table.h"

static const struct field fields[] = {
    {
        FIELD_OF(struct venue, name),
        .label = N_("Name"),
        .help = N_("e.g. Town hall"),
        .kind = FIELD_TEXT,
        .flags = FIELD_REQUIRED | FIELD_MAIN,
    },
    {
        FIELD_OF(struct venue, address),
        .label = N_("Address"),
        .kind = FIELD_LINES,
        .flags = FIELD_MAIN,
    },
    {
        FIELD_OF(struct venue, geo),
        .label = N_("Coordinates"),
        .help = N_("latitude;longitude: 45.184000;0.721000"),
        .kind = FIELD_TEXT,
    },
    {
        FIELD_OF(struct venue, access),
        .label = N_("Access"),
        .help = N_("how to get there, and in"),
        .kind = FIELD_LINES,
    },
    {
        FIELD_OF(struct venue, zone),
        .label = N_("Time zone"),
        .help = N_("empty: that of the office"),
        .kind = FIELD_ZONE,
    },
};

static bool
venue_check(const void *record, struct error *err)
{
    const struct venue *venue = record;
    struct coordinates ignored;

    if (venue->geo && !coordinates_parse(venue->geo, &ignored))
        return error_set_field(
            err, ERROR_INPUT, "geo",
            _("“%s” are not coordinates; write latitude;longitude: 45.184000;0.721000."),
            venue->geo);
    return true;
}

static void
venue_title(const void *record, struct buffer *buffer)
{
    const struct venue *venue = record;

    buffer_add(buffer, venue->name);
}

static const struct unique uniques[] = {
    { "venue.name", "name", N_("There is already a venue of this name.") },
    { 0 },
};

const struct entity venue_entity = {
    .kind = ENTITY_VENUE,
    .number = 7,
    .name = "venue",
    .label = N_("Venue"),
    .plural = N_("Venues"),
    .another = N_("New venue"),
    ENTITY_OF(struct venue, fields),
    .groupless = true,
    .check = venue_check,
    .title = venue_title,
    .listing = LISTING_VENUE,
    .unknown_id = N_("No venue has the id %s.  “atelier venue list” shows them."),
    .unknown_name = N_("No venue is called “%s”.  “atelier venue list” shows them."),
    .needed = N_("This venue has rooms: remove them first."),
    .uniques = uniques,
};

/* --- its lists */

static const struct column venue_columns[] = {
    COLUMN("name", N_("Name"), FIELD_TEXT, 28, 44, 1),
    COLUMN("address", N_("Address"), FIELD_LINES, 40, 0, 1),
    COUNT("rooms", N_("Rooms"), 6, 2),
    HIDDEN("geo", FIELD_TEXT),
    HIDDEN("access", FIELD_LINES),
};

const struct listing venue_listing = {
    .kind = LISTING_VENUE,
    LISTING_OF(venue_columns),
    .can_search = true,
};
