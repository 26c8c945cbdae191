/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meetings_source.c - meetings with their counted seats */
#include "source/listing_source.h"
#include "source/search_source.h"
#include "table/rule_sql.h"

static const struct listing_order start_orders[] = {
    { .parts = { { "m.start_at", ":number" }, { "m.id", ":id" } } },
};

/* clang-format off */
#define CELLS                                                                            \
    "m.start, m.\"end\", m.zone, m.\"group\", g.code, m.number, m.title, m.room, r.name,"  \
    " v.name, m.place, coalesce(r.name || ', ' || v.name, m.place), m.mode, m.link,"     \
    " m.state, (SELECT nullif(count(*), 0) FROM seat_limit WHERE meeting = m.id),"       \
    " m.closes,"                                                                         \
    " " LISTED_NAME("chair") ","                                                           \
    " " SEATS_TAKEN("m.id") ", m.seats,"                                                 \
    " max(m.seats - " SEATS_TAKEN("m.id") ", 0), "                                       \
    PEOPLE_IN("m.id", ":invited") ", " PEOPLE_IN("m.id", ":waiting") ", "                \
    PEOPLE_IN("m.id", ":pending") ", " PEOPLE_IN("m.id", ":accepted")                    \
    ", m.start_at, m.end_at, last.at AS last_act_at, last.staff AS last_act_by,"         \
    " last.act AS last_act"
/* clang-format on */

/* What one line says of each: of a first screen's few rows the reading of the rest costs
 * SQLite more than the rows. */
static const struct listing_cell brief_cells[] = {
    { "start", "m.start" }, { "zone", "m.zone" },   { "group_code", "g.code" },
    { "title", "m.title" }, { "state", "m.state" }, { "taken", SEATS_TAKEN("m.id") },
    { "seats", "m.seats" }, { NULL, NULL },
};

#define BRIEF_JOINS " LEFT JOIN working_group g ON g.id = m.\"group\""

/* What changed the meeting itself last: found at the end of a key. */
#define LAST_ACT                                                                         \
    " LEFT JOIN journal last ON last.id ="                                               \
    " (SELECT max(journal) FROM journal_change WHERE row = m.id"                         \
    " AND entity = (SELECT number FROM entity WHERE name = 'meeting'))"

#define JOINS                                                                            \
    " LEFT JOIN working_group g ON g.id = m.\"group\""                                   \
    " LEFT JOIN room r ON r.id = m.room LEFT JOIN venue v ON v.id = r.venue"             \
    " LEFT JOIN person chair ON chair.id = " CHAIR_OF("g") LAST_ACT

#define LOCATION                                                                         \
    "coalesce((SELECT r.name || ', ' || v.name FROM room r"                              \
    " LEFT JOIN venue v ON v.id = r.venue WHERE r.id = m.room), m.place)"
#define DAY "substr(m.start, 1, 10)"
#define HOURS "m.start || '/' || m.\"end\""

/* When and where it is, and how it stands: "postponed". */
static const struct listing_cell meeting_shown[] = {
    { "start", "m.start" }, { "zone", ZONE_ELSEWHERE("m.zone") },
    { "state", "m.state" }, { "location", LOCATION },
    { "mode", "m.mode" },   { "taken", SEATS_TAKEN("m.id") },
    { "seats", "m.seats" }, { NULL, NULL }
};

/* What a meeting consists of is found with it, and the rooms of that. */
#define WORKSHOP_TITLES                                                                  \
    "(SELECT group_concat(w.title || coalesce(' ' || at.name, ''), ' ') FROM workshop w" \
    " LEFT JOIN room at ON at.id = w.room WHERE w.meeting = m.id)"
#define ITEM_TITLES                                                                      \
    "(SELECT group_concat(i.title || coalesce(' ' || p.title, '')"                       \
    " || coalesce(' ' || at.name, ''), ' ') FROM item i LEFT JOIN project p"             \
    " ON p.id = i.project LEFT JOIN room at ON at.id = i.room WHERE i.meeting = m.id)"

/* By day: that, and the hours in place of the moment. */
static const struct listing_cell agenda_shown[] = { { "day", DAY },
                                                    { "hours", HOURS },
                                                    { "zone", ZONE_ELSEWHERE("m.zone") },
                                                    { "state", "m.state" },
                                                    { "location", LOCATION },
                                                    { "mode", "m.mode" },
                                                    { "title", WORKSHOP_TITLES },
                                                    { "title", ITEM_TITLES },
                                                    { NULL, NULL } };

#define MEETINGS                                                                         \
    .id = "m.id", .cells = CELLS, .from = "meeting m", .joins = JOINS,                   \
    .orders = start_orders, .search = LISTING_SEARCH_FEW, .searched = ENTITY_MEETING,    \
    .searched_id = "m.id", .shown = meeting_shown, .state = "m.state"

/* IS_MEETING_TO_COME: those that are to begin, and of those that began the few that are
 * not over. */
#define COUNT_TO_COME                                                                    \
    "(SELECT count(*) FROM meeting m WHERE m.start_at >= :from)"                         \
    " + (SELECT count(*) FROM meeting m WHERE m.start_at < :from "                       \
    "AND " IS_MEETING_TO_COME("m", ":from") ")"

const struct listing_source listing_source_meeting = { MEETINGS };

/* Also those that have begun. */
const struct listing_source listing_source_meeting_to_come = {
    MEETINGS,
    .where = IS_MEETING_TO_COME("m", ":from"),
    .count = COUNT_TO_COME,
    .brief_cells = brief_cells,
    .brief_joins = BRIEF_JOINS,
};

/* They are on its list. */
#define OF_PEOPLE                                                                        \
    "m.id IN (SELECT own.meeting FROM json_each(:people) p"                              \
    " CROSS JOIN registration own ON own.person = p.value"                               \
    " WHERE " IS_REGISTRATION_LIVE("own") ")"

/* From 0 on: all of them. */
const struct listing_source listing_source_agenda = {
    .id = "m.id",
    .cells = DAY ", " HOURS ", " CELLS,
    .from = "meeting m",
    .joins = JOINS,
    .where = IS_MEETING_TO_COME("m", ":from"),
    .count = COUNT_TO_COME,
    .orders = start_orders,
    .search = LISTING_SEARCH_FEW,
    .searched = ENTITY_MEETING,
    .searched_id = "m.id",
    .shown = agenda_shown,
    .of_people = OF_PEOPLE,
};

const struct listing_source listing_source_group_meeting = {
    MEETINGS,
    .where = "m.\"group\" = :scope AND (:from = 0 OR m.end_at > :from)",
};

/* --- what they are found by */

const struct search_source search_source_meeting = {
    .order = SEARCH_BY_START,
    .first_word = 1,
    .words = "SELECT m.start_at, m.title, m.number, g.code FROM meeting m"
             " LEFT JOIN working_group g ON g.id = m.\"group\" WHERE m.id = :id",
    .causes = { { .noun = ENTITY_MEETING,
                  .fields = { "group", "number", "title", "start_at" } },
                { .noun = ENTITY_WORKING_GROUP,
                  .fields = { "code" },
                  .rows = "SELECT id FROM meeting WHERE \"group\" = :id" } },
    .hits = "SELECT m.id, g.code, m.start, m.zone" SEARCH_FOUND(
        " CROSS JOIN meeting m ON m.id = s.row"
        " LEFT JOIN working_group g ON g.id = m.\"group\"",
        ""),
};
