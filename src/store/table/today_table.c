/* SPDX-License-Identifier: GPL-3.0-or-later */
/* today_table.c - what waits for a decision, counted */
#include "atelier/store/today_table.h"

#include "atelier/base/memory.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/registration.h"
#include "database/connection.h"
#include "table/rule_sql.h"

/* How long before a meeting its people should know. */
#define SOON "21 * 86400"

/* How long it is said who came in from the waiting list. */
#define RECENT "3 * 86400"

/* How long it is told that an hour moved. */
#define TOLD_FOR "14 * 86400"

#define TO_COME IS_MEETING_TO_COME("m", ":now") " AND " IS_MEETING_UNDECIDED("m")

/* Each part ends at as many as are asked for, in the order of the whole. */
#define PART(select) "SELECT * FROM (" select " ORDER BY m.start_at, m.id LIMIT :most)"

/* The kinds come in as they are numbered in enum today_kind. */
static const struct {
    const char *parameter;
    enum today_kind kind;
} kinds[] = {
    { ":offered", TODAY_OFFERED },           { ":came_in", TODAY_CAME_IN },
    { ":pending", TODAY_PENDING },           { ":waiting", TODAY_WAITING_FREE_SEAT },
    { ":not_convened", TODAY_NOT_CONVENED }, { ":overbooked", TODAY_OVERBOOKED },
    { ":room_clash", TODAY_ROOM_CLASH },     { ":room_small", TODAY_ROOM_SMALL },
    { ":hour_moved", TODAY_HOUR_MOVED },     { ":still_open", TODAY_STILL_OPEN },
};

#define COLUMNS(kind, count, other, other_title)                                         \
    "SELECT " kind " AS kind, m.id AS meeting, m.title, m.start, " count ", " other      \
    ", " other_title ", m.start_at AS start_at"

#define WAITS_FOR_FREE_SEAT "m.waiting > 0 AND (m.seats IS NULL OR m.taken < m.seats)"
#define ROOM_IS_SMALL "m.seats > r.seats AND m.mode <> :remote"

/* Of each meeting to come, once.  In these states there are people at few of them; NULL
 * is nobody. */
#define FEW                                                                              \
    "few AS (SELECT meeting, state, sum(people) AS people FROM head_count"               \
    " WHERE state IN (:state_offered, :state_pending, :state_waiting) AND workshop = 0"  \
    " GROUP BY state, meeting)"
#define FEW_IN(state)                                                                    \
    "(SELECT people FROM few WHERE meeting = m.id AND state = " state ")"
/* clang-format off */
#define COUNTED                                                                          \
    "counted AS MATERIALIZED (SELECT m.id, m.title, m.start, m.start_at, m.seats,"       \
    " m.room, m.mode, m.waiting_list, "                                                  \
    FEW_IN(":state_offered") " AS offered, "                                             \
    FEW_IN(":state_pending") " AS pending, "                                             \
    FEW_IN(":state_waiting") " AS waiting, "                                             \
    SEATS_TAKEN("m.id") " AS taken FROM meeting m WHERE " TO_COME ")"
/* clang-format on */

/* What the counts and the seats say: looked at once for all four kinds. */
#define SEATS                                                                            \
    COLUMNS("k.column1",                                                                 \
            "CASE k.column1 WHEN :pending THEN m.pending WHEN :waiting THEN m.waiting"   \
            " WHEN :overbooked THEN m.taken - m.seats ELSE m.seats - r.seats END",       \
            "0", "NULL")                                                                 \
    " FROM counted m LEFT JOIN room r ON r.id = m.room"                                  \
    " CROSS JOIN (VALUES (:pending), (:waiting), (:overbooked), (:room_small)) k "       \
    "WHERE (m.pending > 0 OR m.waiting > 0 OR m.taken > m.seats OR m.seats > r.seats)"   \
    " AND CASE k.column1 WHEN :pending THEN m.pending > 0 WHEN :waiting "                \
    "THEN " WAITS_FOR_FREE_SEAT                                                          \
    " WHEN :overbooked THEN m.taken > m.seats ELSE " ROOM_IS_SMALL " END"

/* One line each: it is answered on the spot. */
#define OFFERS                                                                           \
    COLUMNS(":offered", "1", "r.id", "r.family || coalesce(', ' || r.given, '')")        \
    " FROM counted m CROSS JOIN registration r ON r.meeting = m.id"                      \
    " AND r.rank IS NOT NULL AND r.state = :state_offered WHERE m.offered > 0"

/* Whoever was accepted by a person has no rank any more. */
#define CAME_IN                                                                          \
    COLUMNS(":came_in", "count(*)", "min(r.id)",                                         \
            "min(r.family || coalesce(', ' || r.given, ''))")                            \
    " FROM counted m CROSS JOIN registration r ON r.meeting = m.id"                      \
    " AND r.rank IS NOT NULL AND r.state = :accepted AND r.changed_at > :now - " RECENT  \
    " WHERE m.waiting_list = :automatic GROUP BY m.id"

#define NOBODY_INVITED                                                                   \
    COLUMNS(":not_convened",                                                             \
            "(SELECT count(DISTINCT ms.person) FROM membership ms"                       \
            " WHERE ms.\"group\" = m.\"group\""                                          \
            " AND " HOLDS_ON("ms", "date(m.start)") ")",                                 \
            "0", "NULL")                                                                 \
    " FROM meeting m WHERE m.start_at > :now AND m.start_at < :now + " SOON              \
    " AND m.state = :confirmed"                                                          \
    " AND NOT EXISTS (SELECT 1 FROM registration r WHERE r.meeting = m.id)"

#define CLASHES                                                                          \
    COLUMNS(":room_clash", "0", "x.id", "x.title")                                       \
    " FROM meeting m CROSS JOIN meeting x ON x.room = m.room AND x.id <> m.id"           \
    " AND x.start_at >= m.start_at AND x.start_at < m.end_at"                            \
    " AND (x.start_at, x.id) > (m.start_at, m.id)"                                       \
    " AND " NEEDS_ROOM("x") " WHERE " TO_COME

/* The index journal_recompute knows the few acts, which are none on most days.  The plus
 * keeps SQLite from making an index of all meetings for each of them. */
#define HOUR_MOVED                                                                       \
    COLUMNS(":hour_moved", "0", "0", "m.zone")                                           \
    " FROM journal j CROSS JOIN meeting m CROSS JOIN journal_change c"                   \
    " ON c.entity = :meeting_noun AND c.row = m.id AND c.journal = j.id"                 \
    " WHERE j.act = 'meeting.recompute' AND j.at > :now - " TOLD_FOR                     \
    " AND m.start_at > :now AND +" IS_MEETING_UNDECIDED("m") " GROUP BY m.id"

#define OVER                                                                             \
    COLUMNS(":still_open", PEOPLE_IN("m.id", ":accepted"), "0", "NULL")                  \
    " FROM meeting m WHERE m.start_at < :now AND m.end_at <= :now "                      \
    "AND " IS_MEETING_UNDECIDED("m")

/* What is over comes last. */
static const char sql[] =
    "WITH " FEW ", " COUNTED
    /* clang-format off */
    " SELECT * FROM (" PART(SEATS)
    " UNION ALL " PART(OFFERS)
    " UNION ALL " PART(CAME_IN)
    " UNION ALL " PART(NOBODY_INVITED)
    " UNION ALL " PART(CLASHES)
    " UNION ALL " PART(HOUR_MOVED)
    " UNION ALL " PART(OVER)
    /* clang-format on */
    ") ORDER BY kind = :still_open, start_at, meeting, kind LIMIT :most";

static void
read_item(sqlite3_stmt *statement, struct today_item *item)
{
    *item = (struct today_item){
        .kind = (enum today_kind)sqlite3_column_int(statement, 0),
        .meeting = sqlite3_column_int64(statement, 1),
        .title = connection_column_copy(statement, 2),
        .count = sqlite3_column_int64(statement, 4),
        .other = sqlite3_column_int64(statement, 5),
        .other_title = connection_column_copy(statement, 6),
    };
    const char *start = connection_column_text(statement, 3);
    if (!local_time_parse(start, &item->start))
        item->start = (struct local_time){ 0 };
}

bool
today_table_load(struct database *db, instant now, size_t most, struct today_list *list,
                 struct error *err)
{
    today_list_clear(list);
    sqlite3_stmt *statement = connection_prepare(db, sql, err);
    if (!statement)
        return false;
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
        connection_bind_number(statement, kinds[i].parameter, kinds[i].kind);
    connection_bind_number(statement, ":state_pending", REGISTRATION_PENDING);
    connection_bind_number(statement, ":state_waiting", REGISTRATION_WAITING);
    connection_bind_number(statement, ":accepted", REGISTRATION_ACCEPTED);
    connection_bind_number(statement, ":state_offered", REGISTRATION_OFFERED);
    connection_bind_number(statement, ":automatic", WAITING_AUTOMATIC);
    connection_bind_number(statement, ":confirmed", MEETING_CONFIRMED);
    connection_bind_number(statement, ":remote", MODE_REMOTE);
    connection_bind_number(statement, ":meeting_noun", meeting_entity.number);
    connection_bind_number(statement, ":now", now);
    connection_bind_number(statement, ":most", (int64_t)most);
    bool there = false;
    bool ok;
    while ((ok = connection_step(statement, &there, err)) && there) {
        list->items = memory_grow(list->items, &list->capacity, list->count + 1,
                                  sizeof list->items[0]);
        read_item(statement, &list->items[list->count++]);
    }
    connection_release(statement);
    return ok;
}
