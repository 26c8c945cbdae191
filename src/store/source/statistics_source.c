/* SPDX-License-Identifier: GPL-3.0-or-later */
/* statistics_source.c - the people behind a figure, each at each meeting once */
#include "source/listing_source.h"
#include "table/statistics_sql.h"

#define KEPT WAS_MARKED("m")

#define KEY_OF_ROW                                                                       \
    "CASE :counted_by WHEN :by_category THEN " KEY_CATEGORY                              \
    " WHEN :by_organisation THEN " KEY_ORGANISATION                                      \
    " WHEN :by_territory THEN " KEY_TERRITORY " WHEN :by_person THEN " KEY_PERSON        \
    " WHEN :by_meeting THEN " KEY_MEETING " WHEN :by_group THEN " KEY_GROUP " END"

/* By name, then from the first meeting on. */
static const struct listing_order counted_orders[] = {
    { .parts = { { "r.sort_key", ":text" },
                 { "m.start_at", ":number" },
                 { "r.id", ":id" } } },
};

static const struct listing_cell counted_shown[] = {
    { "group_code", "(SELECT code FROM working_group WHERE id = m.\"group\")" },
    { "title", "m.title" },
    { "organisation_name", "r.organisation_name" },
    { "category_name", "(SELECT name FROM category WHERE id = r.category)" },
    { "state", "r.state" },
    { "outcome", OUTCOME(KEPT) },
    { NULL, NULL }
};

/* What a figure asks for first is what costs least to know. */
const struct listing_source listing_source_counted = {
    .id = "r.id",
    .cells = "m.id, m.start, m.zone, m.\"group\", g.code, m.title, r.person, r.family,"
             " r.given, r.organisation, r.organisation_name, r.category, c.name, r.state,"
             " " OUTCOME(KEPT),
    .from = "meeting m CROSS JOIN registration r ON r.meeting = m.id",
    .joins = " LEFT JOIN working_group g ON g.id = m.\"group\""
             " LEFT JOIN category c ON c.id = r.category",
    .where = IS_COUNTED_MEETING
    " AND (:counted_period IS NULL"
    " OR substr(m.start, 1, length(:counted_period)) = :counted_period)"
    " AND (:counted_whole OR CAST(" KEY_OF_ROW " AS TEXT) IS :counted_key)"
    " AND " IS_COUNTED_ONCE " AND " IN_FIGURE(KEPT),
    .orders = counted_orders,
    .search = LISTING_SEARCH_EACH,
    .searched = ENTITY_PERSON,
    .searched_id = "r.person",
    .shown = counted_shown,
};
