/* SPDX-License-Identifier: GPL-3.0-or-later */
/* today_table.c - what waits for a decision, counted
 *
 * A short question for each kind: one long one takes SQLite more time to read than to
 * answer.
 */
#include "atelier/store/today_table.h"

#include <stdlib.h>

#include "atelier/base/memory.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/report.h"
#include "atelier/domain/workshop.h"
#include "atelier/domain/workshop_choice.h"
#include "database/connection.h"
#include "table/workshop_sql.h"

/* How long before a meeting its people should know. */
#define SOON "21 * 86400"

/* How long it is said who came in from the waiting list. */
#define RECENT "3 * 86400"

/* How long it is told that an hour moved. */
#define TOLD_FOR "14 * 86400"

/* How long before its day, and behind it, a meeting that is put off is asked after. */
#define NEAR "14 * 86400"
#define LONG_AGO "365 * 86400"

/* How long a report that is not final is asked after. */
#define REPORTED_WITHIN "60 * 86400"

#define TO_COME IS_MEETING_NOT_OVER("m", ":now") " AND " IS_MEETING_UNDECIDED("m")

/* Each kind ends at as many as are asked for, in the order of the whole. */
#define IN_ORDER " ORDER BY m.start_at, m.id LIMIT :most"

#define COLUMNS(count, other, other_title)                                               \
    "SELECT m.id, m.title, m.start, m.start_at, " count ", " other ", " other_title

/* There are people in one of these states at few meetings, which are looked for first;
 * those that are over are among them, as who waited stays on its list. */
#define AT_MEETINGS_WITH(state)                                                          \
    " FROM (SELECT meeting, sum(people) AS people FROM head_count WHERE state = " state  \
    " AND workshop = 0 AND people > 0 GROUP BY meeting) few"                             \
    " CROSS JOIN meeting m ON m.id = few.meeting AND " TO_COME

#define PENDING COLUMNS("few.people", "0", "NULL") AT_MEETINGS_WITH(":pending")

#define HAS_FREE_SEAT "(m.seats IS NULL OR " SEATS_TAKEN("m.id") " < m.seats)"

#define WAITING                                                                          \
    COLUMNS("few.people", "0", "NULL")                                                   \
    AT_MEETINGS_WITH(":waiting")                                                         \
    " AND " HAS_FREE_SEAT

/* One line each: it is answered on the spot. */
#define OFFERED                                                                          \
    COLUMNS("1", "r.id", "r.family || coalesce(', ' || r.given, '')")                    \
    AT_MEETINGS_WITH(":offered")                                                         \
    " CROSS JOIN registration r ON r.meeting = m.id"                                     \
    " AND r.rank IS NOT NULL AND r.state = :offered"

/* The workshops for which anybody waits are looked for first; no seat is counted of the
 * others, nor of those that are over. */
#define WORKSHOPS_FREE                                                                   \
    "(SELECT DISTINCT workshop FROM workshop_choice"                                     \
    " INDEXED BY workshop_choice_waiting WHERE state = " CHOICE_WAITING_SQL ") few"      \
    " CROSS JOIN workshop w ON w.id = few.workshop AND w.state = :planned"               \
    " CROSS JOIN meeting m ON m.id = w.meeting AND " TO_COME                             \
    " AND (w.seats IS NULL OR " WORKSHOP_TAKEN("w") " < w.seats)"

/* Somebody waits for a workshop with a free seat, and sits nowhere else at that time. All
 * but the number is that of who waits first. */
#define WORKSHOP_FREE                                                                    \
    COLUMNS("count(*)", "c.id", "w.title")                                               \
    ", 0, w.id, min(c.rank) FROM " WORKSHOPS_FREE                                        \
    " CROSS JOIN workshop_choice c ON c.workshop = w.id"                                 \
    " AND c.state = " CHOICE_WAITING_SQL                                                 \
    " CROSS JOIN registration r ON r.id = c.registration"                                \
    " AND " IS_REGISTRATION_LIVE("r") " AND NOT " SITS_ELSEWHERE                         \
                                      " GROUP BY m.start_at, m.id, w.id"

#define OVERBOOKED                                                                       \
    COLUMNS("o.excess", "0", "NULL")                                                     \
    " FROM overbooked o CROSS JOIN meeting m ON m.id = o.meeting"                        \
    " WHERE o.workshop = 0 AND " TO_COME

/* When somebody was given a freed seat last; the row may have been changed since. */
#define GIVEN_AT                                                                         \
    "(SELECT max(j.at) FROM journal_change c CROSS JOIN journal j ON j.id = c.journal"   \
    " AND j.act = 'registration.promote'"                                                \
    " WHERE c.entity = :registration_noun AND c.\"row\" = r.id)"

/* Whoever was accepted by a person has no rank any more.  All but the number is that of
 * who came in first: SQLite reads what stands beside min() from its row. */
#define CAME_IN                                                                          \
    COLUMNS("count(*)", "r.id", "r.family || coalesce(', ' || r.given, '')")             \
    ", min(" GIVEN_AT ") FROM meeting m CROSS JOIN registration r ON r.meeting = m.id"   \
    " AND r.rank IS NOT NULL AND r.state = :accepted AND r.changed_at > :now - " RECENT  \
    " WHERE m.waiting_list = :automatic AND " TO_COME " AND " GIVEN_AT                   \
    " > :now - " RECENT " GROUP BY m.start_at, m.id"

/* Whoever is on a list in any state is counted; the counts are far fewer pages.  The
 * members are counted of what is found, which is little. */
#define NOBODY_INVITED                                                                   \
    COLUMNS("0", "0", "NULL")                                                            \
    " FROM meeting m WHERE m.start_at > :now AND m.start_at < :now + " SOON              \
    " AND m.state = 1"                                                                   \
    " AND NOT EXISTS (SELECT 1 FROM head_count h WHERE h.meeting = m.id)"

#define MEMBERS                                                                          \
    "SELECT count(DISTINCT ms.person) FROM meeting m CROSS JOIN membership ms"           \
    " ON ms.\"group\" = m.\"group\" AND " HOLDS_ON(                                      \
        "ms", "date(m.start)") " WHERE m.id = :meeting"

/* The index journal_recompute knows the few acts, which are none on most days.  The plus
 * keeps SQLite from making an index of all meetings for each of them. */
#define HOUR_MOVED                                                                       \
    COLUMNS("0", "0", "m.zone")                                                          \
    " FROM journal j CROSS JOIN meeting m CROSS JOIN journal_change c"                   \
    " ON c.entity = :meeting_noun AND c.row = m.id AND c.journal = j.id"                 \
    " WHERE j.act = 'meeting.recompute' AND j.at > :now - " TOLD_FOR                     \
    " AND m.start_at > :now AND +" IS_MEETING_UNDECIDED("m") " GROUP BY m.id"

#define OVER                                                                             \
    COLUMNS(PEOPLE_IN("m.id", ":accepted"), "0", "NULL")                                 \
    " FROM meeting m WHERE m.start_at < :now AND m.end_at <= :now "                      \
    "AND " IS_MEETING_UNDECIDED("m")

/* Who forgets one for a year will not hold it. */
#define POSTPONED                                                                        \
    COLUMNS("0", "0", "NULL")                                                            \
    " FROM meeting m INDEXED BY meeting_postponed WHERE m.start_at > :now - " LONG_AGO   \
    " AND m.start_at < :now + " NEAR " AND m.state = 2"

/* Of late only: who has written none since then will not, and what is long over is not
 * read.  The latest comes first. */
#define UNREPORTED                                                                       \
    COLUMNS("coalesce(r.state, -1)", "0", "NULL")                                        \
    " FROM meeting m LEFT JOIN report r ON r.meeting = m.id"                             \
    " WHERE m.start_at > :now - " REPORTED_WITHIN " AND m.start_at < :now"               \
    " AND m.state IN (:held, :closed) AND (r.state IS NULL OR r.state <> :final)"        \
    " ORDER BY m.start_at DESC, m.id DESC LIMIT :most"

/*
 * Before the long questions about what is seldom there, one short question about all of
 * it, whose bits say which of them have an answer at most.
 */
enum seldom {
    ALWAYS,
    WITH_PENDING = 1 << 0,
    WITH_OFFERED = 1 << 1,
    WITH_WAITING = 1 << 2,
    WITH_OVERBOOKED = 1 << 3,
    WITH_MOVED_HOURS = 1 << 4,
    WITH_AUTOMATIC = 1 << 5,
    WITH_POSTPONED = 1 << 6,
    WITH_QUEUES = 1 << 7
};

#define IS_ANY(from) "EXISTS (SELECT 1 FROM " from ")"

/* Of each state, once for all three: what is asked of many is read only once.  Where
 * people wait most meetings are full, and of no more use than one where nobody does. */
#define IN_STATES                                                                        \
    "(SELECT coalesce(sum(s.column1), 0)"                                                \
    " FROM (VALUES (1, :pending), (2, :offered), (4, :waiting)) s WHERE " IS_ANY(        \
        "head_count h CROSS JOIN meeting m ON m.id = h.meeting AND " TO_COME             \
        " WHERE h.state = s.column2 AND h.people > 0"                                    \
        " AND (h.state <> :waiting OR " HAS_FREE_SEAT ")") ")"

/* clang-format off */
#define SELDOM                                                                           \
    "SELECT " IN_STATES " + 8 * " IS_ANY("overbooked")                                   \
    " + 16 * " IS_ANY("journal WHERE act = 'meeting.recompute'"                          \
                      " AND at > :now - " TOLD_FOR)                                      \
    " + 32 * " IS_ANY("meeting m WHERE m.waiting_list = :automatic AND " TO_COME)        \
    " + 64 * " IS_ANY("meeting m INDEXED BY meeting_postponed"                           \
                      " WHERE m.state = 2 AND m.start_at > :now - " LONG_AGO             \
                      " AND m.start_at < :now + " NEAR)                                  \
    " + 128 * " IS_ANY(WORKSHOPS_FREE)
/* clang-format on */

/* The kinds, each with its question, and what there has to be for an answer. */
static const struct part {
    enum today_kind kind;
    const char *sql;
    enum seldom needs;
} parts[] = {
    { TODAY_PENDING, PENDING IN_ORDER, WITH_PENDING },
    { TODAY_OFFERED, OFFERED IN_ORDER, WITH_OFFERED },
    { TODAY_CAME_IN, CAME_IN IN_ORDER, WITH_AUTOMATIC },
    { TODAY_WAITING_FREE_SEAT, WAITING IN_ORDER, WITH_WAITING },
    { TODAY_WORKSHOP_FREE_SEAT, WORKSHOP_FREE IN_ORDER, WITH_QUEUES },
    { TODAY_NOT_CONVENED, NOBODY_INVITED IN_ORDER, ALWAYS },
    { TODAY_OVERBOOKED, OVERBOOKED IN_ORDER, WITH_OVERBOOKED },
    { TODAY_HOUR_MOVED, HOUR_MOVED IN_ORDER, WITH_MOVED_HOURS },
    { TODAY_POSTPONED, POSTPONED IN_ORDER, WITH_POSTPONED },
    { TODAY_STILL_OPEN, OVER IN_ORDER, ALWAYS },
    { TODAY_UNREPORTED, UNREPORTED, ALWAYS },
};

static const struct {
    const char *name;
    int64_t value;
} parameters[] = {
    { ":pending", REGISTRATION_PENDING },
    { ":waiting", REGISTRATION_WAITING },
    { ":accepted", REGISTRATION_ACCEPTED },
    { ":offered", REGISTRATION_OFFERED },
    { ":automatic", WAITING_AUTOMATIC },
    { ":planned", WORKSHOP_PLANNED },
    { ":held", MEETING_HELD },
    { ":closed", MEETING_CLOSED },
    { ":final", REPORT_FINAL },
};

/* Where there is an index of one state alone the number is said: only so SQLite knows
 * whether it holds what is asked for, and does not prepare the statement again once the
 * state is bound. */
_Static_assert(MEETING_CONFIRMED == 1 && MEETING_POSTPONED == 2,
               "the states of meetings");

enum order { AT_ONCE, AFTER_WHAT_COMES, AFTER_ALL };

/* The items, and when the meeting of each begins. */
struct found {
    struct today_item *items;
    size_t capacity;
    struct place {
        instant start_at;
        size_t item;
        int64_t meeting;
        enum today_kind kind;
        enum order after;
    } * places;
    size_t place_capacity;
    size_t count;
};

static enum order
order_of(const struct today_item *item, instant now)
{
    if (item->kind == TODAY_UNREPORTED)
        return AFTER_ALL;
    return item->kind == TODAY_STILL_OPEN ||
                   (item->kind == TODAY_POSTPONED && item->start_at < now)
               ? AFTER_WHAT_COMES
               : AT_ONCE;
}

/* Takes what it owns. */
static void
add_item(struct found *found, const struct today_item *item, instant now)
{
    found->items = memory_grow(found->items, &found->capacity, found->count + 1,
                               sizeof found->items[0]);
    found->places = memory_grow(found->places, &found->place_capacity, found->count + 1,
                                sizeof found->places[0]);
    found->items[found->count] = *item;
    found->places[found->count] = (struct place){
        .start_at = item->start_at,
        .item = found->count,
        .meeting = item->meeting,
        .kind = item->kind,
        .after = order_of(item, now),
    };
    found->count++;
}

static void
read_item(struct found *found, enum today_kind kind, instant now, sqlite3_stmt *row)
{
    enum { MEETING, TITLE, START, START_AT, COUNT, OTHER, OTHER_TITLE, SINCE, WORKSHOP };

    struct today_item item = {
        .kind = kind,
        .meeting = sqlite3_column_int64(row, MEETING),
        .title = connection_column_copy(row, TITLE),
        .start_at = sqlite3_column_int64(row, START_AT),
        .count = sqlite3_column_int64(row, COUNT),
        .other = sqlite3_column_int64(row, OTHER),
        .other_title = connection_column_copy(row, OTHER_TITLE),
        .since = sqlite3_column_count(row) > SINCE ? sqlite3_column_int64(row, SINCE)
                                                   : INSTANT_NONE,
        .workshop =
            sqlite3_column_int64(row, WORKSHOP), /* 0 where there is no such column */
    };
    if (!local_time_parse(connection_column_text(row, START), &item.start))
        item.start = (struct local_time){ 0 };
    add_item(found, &item, now);
}

static sqlite3_stmt *
prepare(struct database *db, const char *sql, instant now, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, sql, err);

    if (!statement)
        return NULL;
    for (size_t i = 0; i < sizeof parameters / sizeof parameters[0]; i++)
        connection_bind_number(statement, parameters[i].name, parameters[i].value);
    connection_bind_number(statement, ":now", now);
    return statement;
}

static bool
find_seldom(struct database *db, instant now, int64_t *seldom, struct error *err)
{
    sqlite3_stmt *statement = prepare(db, SELDOM, now, err);

    return statement && connection_read_number(statement, seldom, err);
}

static bool
find_part(struct database *db, const struct part *part, instant now, size_t most,
          struct found *found, struct error *err)
{
    sqlite3_stmt *statement = prepare(db, part->sql, now, err);
    bool there = false;
    bool ok = statement;

    if (!ok)
        return false;
    connection_bind_number(statement, ":meeting_noun", meeting_entity.number);
    connection_bind_number(statement, ":registration_noun", registration_entity.number);
    connection_bind_number(statement, ":most", (int64_t)most);
    while ((ok = connection_step(statement, &there, err)) && there)
        read_item(found, part->kind, now, statement);
    connection_release(statement);
    return ok;
}

/* How many people might be invited to each that was found last. */
static bool
count_members(struct database *db, struct found *found, size_t first, struct error *err)
{
    bool ok = true;

    for (size_t i = first; ok && i < found->count; i++) {
        sqlite3_stmt *statement = connection_prepare(db, MEMBERS, err);
        if (!statement)
            return false;
        connection_bind_number(statement, ":meeting", found->items[i].meeting);
        ok = connection_read_number(statement, &found->items[i].count, err);
    }
    return ok;
}

/* What is over comes behind, and reports last, the latest of them first. */
static int
compare_places(const void *a, const void *b)
{
    const struct place *x = a;
    const struct place *y = b;

    if (x->after != y->after)
        return x->after < y->after ? -1 : 1;
    if (x->start_at != y->start_at)
        return (x->start_at < y->start_at) == (x->after != AFTER_ALL) ? -1 : 1;
    if (x->meeting != y->meeting)
        return x->meeting < y->meeting ? -1 : 1;
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    return (x->item > y->item) - (x->item < y->item);
}

/* The first of all go into the list, in their order; the rest is freed. */
static void
take_first(struct found *found, size_t most, struct today_list *list)
{
    struct today_list rest = { 0 };

    if (found->count == 0)
        return;
    qsort(found->places, found->count, sizeof found->places[0], compare_places);
    list->items = memory_new(found->count, sizeof list->items[0]);
    list->capacity = found->count;
    rest.items = memory_new(found->count, sizeof rest.items[0]);
    for (size_t i = 0; i < found->count; i++) {
        struct today_list *into = i < most ? list : &rest;
        into->items[into->count++] = found->items[found->places[i].item];
    }
    today_list_clear(&rest);
}

bool
today_table_load(struct database *db, instant now, size_t most, struct today_list *more,
                 struct today_list *list, struct error *err)
{
    struct found found = { 0 };
    int64_t seldom = 0;

    today_list_clear(list);
    bool ok = find_seldom(db, now, &seldom, err);
    for (size_t i = 0; ok && i < sizeof parts / sizeof parts[0]; i++)
        if (parts[i].needs == ALWAYS || (seldom & (int64_t)parts[i].needs) != 0) {
            const size_t first = found.count;
            ok = find_part(db, &parts[i], now, most, &found, err) &&
                 (parts[i].kind != TODAY_NOT_CONVENED ||
                  count_members(db, &found, first, err));
        }
    for (size_t i = 0; more && i < more->count; i++)
        add_item(&found, &more->items[i], now);
    if (more)
        more->count = 0; /* they are found's */
    take_first(&found, ok ? most : 0, list);
    free(found.items);
    free(found.places);
    return ok;
}
