/* SPDX-License-Identifier: GPL-3.0-or-later */
/* groups_source.c - working groups, and who belongs to them */
#include "source/listing_source.h"
#include "source/search_source.h"
#include "table/rule_sql.h"

static const struct listing_order working_group_orders[] = {
    { .parts = { { "g.code", ":text" }, { "g.id", ":id" } } },
};

/* Of the next meeting, what is said beside its day: that it is postponed. */
#define PUT_OFF(row) "CASE " row ".state WHEN :postponed THEN " row ".state END"

#define OF_NEXT(cell)                                                                    \
    "(SELECT " cell " FROM meeting next WHERE next.id = " NEXT_MEETING_OF("g.id") ")"

#define MEMBERS                                                                          \
    "(SELECT count(DISTINCT ms.person) FROM membership ms"                               \
    " WHERE ms.\"group\" = g.id AND " HOLDS_ON("ms", ":today") ")"

static const struct listing_cell working_group_shown[] = {
    { "chair_name",
      "(SELECT " LISTED_NAME("chair") " FROM person chair"
                                      " WHERE chair.id = " CHAIR_OF("g") ")" },
    { "next_start", OF_NEXT("next.start") },
    { "next_zone", OF_NEXT(ZONE_ELSEWHERE("next.zone")) },
    { "next_state", OF_NEXT(PUT_OFF("next")) },
    { "members", MEMBERS },
    { NULL, NULL }
};

const struct listing_source listing_source_working_group = {
    .id = "g.id",
    .cells = "g.code, g.name, g.theme, " MEMBERS ", m.id, m.start, m.zone, " PUT_OFF(
        "m") ", p.id, " LISTED_NAME("p") ", g.zone",
    .from = "working_group g",
    .joins = " LEFT JOIN meeting m ON m.id = " NEXT_MEETING_OF(
        "g.id") " LEFT JOIN person p ON p.id = " CHAIR_OF("g"),
    .orders = working_group_orders,
    .search = LISTING_SEARCH_FEW,
    .searched = ENTITY_WORKING_GROUP,
    .searched_id = "g.id",
    .shown = working_group_shown,
};

/* Of the group's last meetings, those that a membership is old enough for, and to how
 * many of them the member came; nothing where there are none. */
#define OLD_ENOUGH                                                                       \
    " FROM meeting m WHERE m.id IN " LAST_MEETINGS                                       \
    " AND (ms.\"from\" IS NULL OR substr(m.start, 1, 10) >= ms.\"from\")"
#define CAME "(SELECT sum(" WAS_AT("ms.person", "m.id") ")" OLD_ENOUGH ")"
#define CAME_OF "(SELECT nullif(count(*), 0)" OLD_ENOUGH ")"

static const struct listing_cell membership_shown[] = {
    { "role", "ms.role" },
    { "organisation_name", "(SELECT name FROM organisation WHERE id = ms.organisation)" },
    { "alternate_of_name",
      "(SELECT " LISTED_NAME("other") " FROM person other"
                                      " WHERE other.id = ms.alternate_of)" },
    { "from", "ms.\"from\"" },
    { "to", "ms.\"to\"" },
    { "came", CAME },
    { "came_of", CAME_OF },
    { NULL, NULL }
};

static const struct listing_order membership_orders[] = {
    { .parts = { { "p.sort_key", ":text" }, { "ms.id", ":id" } } },
};

/* Who sits for no organisation in particular is shown with that of the main
 * post. */
const struct listing_source listing_source_membership = {
    .id = "ms.id",
    .cells = "ms.\"group\", ms.person, p.family, p.given, o.id, o.name, ms.role,"
             " ms.alternate_of,"
             " " LISTED_NAME("other") ", ms.\"from\", "
                                      "ms.\"to\", p.email, " CAME ", " CAME_OF,
    .from = "membership ms CROSS JOIN person p ON p.id = ms.person",
    .joins = " LEFT JOIN organisation o ON o.id = coalesce(ms.organisation,"
             " (SELECT a.organisation FROM affiliation a"
             " WHERE a.id = " CURRENT_POST(
                 "ms.person",
                 ":today") "))"
                           " LEFT JOIN person other ON other.id = ms.alternate_of",
    .where = "ms.\"group\" = :scope",
    .live = HAS_NOT_ENDED("ms", ":today"),
    .orders = membership_orders,
    .search = LISTING_SEARCH_EACH,
    .searched = ENTITY_PERSON,
    .searched_id = "ms.person",
    .by_post = true,
    .shown = membership_shown,
};

/* --- what they are found by */

const struct search_source search_source_working_group = {
    .order = SEARCH_BY_NAME,
    .words = "SELECT code, name, theme FROM working_group WHERE id = :id",
    .causes = { { .noun = ENTITY_WORKING_GROUP, .fields = { "code", "name", "theme" } } },
    SEARCH_OF_FEW("g.id, g.theme", " CROSS JOIN working_group g ON g.id = s.row"),
};
