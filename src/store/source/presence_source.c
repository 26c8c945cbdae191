/* SPDX-License-Identifier: GPL-3.0-or-later */
/* presence_source.c - the slots of a meeting, and who was seen in them */
#include "source/listing_source.h"

static const struct listing_order slot_orders[] = {
    { .parts = { { "s.start", ":text" }, { "s.id", ":id" } } },
};

const struct listing_source listing_source_slot = {
    .id = "s.id",
    .cells = "s.meeting, s.label, s.start, s.\"end\", m.zone",
    .from = "slot s",
    .joins = " JOIN meeting m ON m.id = s.meeting",
    .where = "s.meeting = :scope",
    .orders = slot_orders,
};

/* The last mark of the person in that slot, under whichever registration. */
#define LAST                                                                             \
    "p.annuls IS NULL AND NOT EXISTS (SELECT 1 FROM registration o"                      \
    " JOIN presence later ON later.registration = o.id AND later.slot = p.slot"          \
    " WHERE o.person = r.person AND o.meeting = r.meeting AND later.id > p.id)"

/* By name; the marks of a person in the order in which they were made. */
static const struct listing_order presence_orders[] = {
    { .parts = { { "r.sort_key", ":text" }, { "p.id", ":id" } } },
};

static const struct listing_cell presence_shown[] = {
    { "organisation_name", "r.organisation_name" },
    { "slot_label", "(SELECT label FROM slot WHERE id = p.slot)" },
    { "kind", "p.kind" },
    { "remote", "p.remote" },
    { "by", "p.\"by\"" },
    { "means", "p.means" },
    { NULL, NULL }
};

const struct listing_source listing_source_presence = {
    .id = "p.id",
    .cells = "p.registration, r.person, r.family, r.given, r.organisation_name, p.slot,"
             " s.label, p.kind, p.remote, p.at, p.\"by\", p.means, p.reason",
    .from = "registration r JOIN presence p ON p.registration = r.id",
    .joins = " JOIN slot s ON s.id = p.slot",
    .where = "r.meeting = :scope AND (:person = 0 OR r.person = :person)"
             " AND (:slot = 0 OR p.slot = :slot)",
    .live = LAST,
    .orders = presence_orders,
    .search = LISTING_SEARCH_EACH,
    .searched = ENTITY_PERSON,
    .searched_id = "r.person",
    .shown = presence_shown,
};
