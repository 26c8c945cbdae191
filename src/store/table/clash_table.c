/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clash_table.c - the clashes of a span of time, or of one meeting, saved or not
 *
 * Each kind has one statement about a meeting m, which is either all that are held in a
 * span or the one that is bound.  The other meeting x is found by an index on its start.
 */
#include "atelier/store/clash_table.h"

#include <assert.h>

#include "atelier/domain/item.h"
#include "atelier/domain/membership.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/workshop.h"
#include "atelier/domain/workshop_choice.h"
#include "database/connection.h"
#include "table/clash_part_sql.h"
#include "table/clash_typed_sql.h"
#include "table/rule_sql.h"

#define FACTS                                                                            \
    "id, \"group\", room, title, start, \"end\", zone, start_at, end_at, seats, mode"

#define OF_THOSE(meetings)                                                               \
    "WITH m AS NOT MATERIALIZED (SELECT " FACTS                                          \
    ", start AS was, 0 AS shift FROM " meetings                                          \
    " AND start_at < :until AND end_at > :from AND " NEEDS_ROOM("meeting") ") "
#define IN_TIME " start_at > :from - " LONGEST_MEETING
#define OF_ALL OF_THOSE("meeting INDEXED BY meeting_start WHERE" IN_TIME)

/* Of all, those with a room, their own or that of something within them, which are few
 * where most meet elsewhere: found by their rooms. */
#define OF_ROOMED                                                                        \
    OF_THOSE("(" ROOMED_MEETINGS ") roomed CROSS JOIN meeting ON meeting.id = "          \
             "roomed.meeting WHERE" IN_TIME)
#define ROOMED_AFTER(WITH) OF_ROOMED
#define ROOMED_AROUND(WITH) WITH

/* Of all, those of the groups that anybody chairs at any time. */
#define OF_CHAIRED                                                                       \
    OF_THOSE("(SELECT g.id AS chaired FROM working_group g WHERE g.chair IS NOT NULL"    \
             " OR EXISTS (SELECT 1 FROM membership c WHERE c.\"group\" = g.id"           \
             " AND c.role = :chair)) CROSS JOIN meeting INDEXED BY meeting_group_start"  \
             " ON \"group\" = chaired WHERE" IN_TIME)
#define SAVED(column) "(SELECT " column " FROM meeting WHERE id = :id)"
/* Not materialized: a table of one row is made and thrown away in the time that all else
 * takes. */
#define OF_ONE                                                                           \
    "WITH m AS NOT MATERIALIZED (SELECT :id AS id, :group AS \"group\", :room AS room,"  \
    " :title AS title, :start AS start, :end AS \"end\", :zone AS zone,"                 \
    " :start_at AS start_at, :end_at AS end_at, :seats AS seats, :mode AS mode,"         \
    " coalesce(" SAVED("start") ", :start) AS was,"                                      \
                                " coalesce(:start_at - " SAVED(                          \
                                    "start_at") ", 0) AS shift) "

/* Another meeting at the same time: of all, the one that starts later; of one, any. */
#define X_AFTER                                                                          \
    " x.start_at >= m.start_at AND x.start_at < m.end_at"                                \
    " AND (x.start_at, x.id) > (m.start_at, m.id) AND " NEEDS_ROOM("x")
#define X_AROUND_SINCE(from, until)                                                      \
    " x.start_at > m.start_at - " from " AND x.start_at < " until                        \
    " AND x.end_at > m.start_at AND x.id <> m.id AND " NEEDS_ROOM("x")
#define LONGEST "coalesce(:longest, " LONGEST_MEETING ")"
#define X_AROUND X_AROUND_SINCE(LONGEST, "m.end_at")

/* First what begins within a day, so that of many the few are found without those of the
 * month before: one bound on each side, for an index is walked from the first of two. */
#define X_NEAR X_AROUND_SINCE("86400", "m.end_at")
#define X_FAR                                                                            \
    X_AROUND_SINCE(LONGEST, "min(m.end_at, m.start_at - 86399)")                         \
    " AND " LONGEST " > 86400"

#define X_SOON_AFTER                                                                     \
    " x.start_at >= m.start_at AND x.start_at < m.start_at + (:days + 1) * 86400"        \
    " AND (x.start_at, x.id) > (m.start_at, m.id) AND " NEEDS_ROOM("x")
#define X_SOON_AROUND                                                                    \
    " x.start_at > m.start_at - (:days + 1) * 86400"                                     \
    " AND x.start_at < m.start_at + (:days + 1) * 86400 AND x.id <> m.id "               \
    "AND " NEEDS_ROOM("x")

#define MEETING_CELLS(row)                                                               \
    row ".id, 0, 0, " row ".title, NULL, " row ".start, " row ".\"end\", " row           \
        ".zone, " row ".start_at, " row ".end_at"
#define NO_MEETING "0, 0, 0, NULL, NULL, NULL, NULL, NULL, 0, 0"

/* The cells: both meetings, the id of what it is about, its words, how many. */
#define OF_TWO(about, words, count)                                                      \
    "SELECT " MEETING_CELLS("m") ", " MEETING_CELLS("x") ", " about ", " words           \
                                                         ", " count                      \
                                                         " FROM m CROSS JOIN meeting x "
#define OF_ITSELF(about, words, count)                                                   \
    "SELECT " MEETING_CELLS("m") ", " NO_MEETING ", " about ", " words ", " count        \
                                 " FROM m "
/* In order of time; of one meeting as they are found, so that the first few are found
 * without the others. */
#define BY_TIME_AFTER " ORDER BY m.start_at, m.id, x.start_at, x.id"
#define BY_TIME_AROUND ""
/* The same in a statement of several: start, meeting and part of both, then the words. */
#define BY_CELLS " ORDER BY 9, 1, 3, 19, 11, 13, 22"
#define AT_ONCE "INDEXED BY meeting_start ON "

/* Who chairs it on its day: as the group says, else by a membership. */
#define CHAIR_THEN(row)                                                                  \
    "(SELECT coalesce(g.chair, (SELECT chairs.person FROM membership chairs"             \
    " WHERE chairs.\"group\" = g.id AND chairs.role = :chair AND " HOLDS_ON(             \
        "chairs", "date(" row ".start)") " ORDER BY chairs.id LIMIT 1))"                 \
                                         " FROM working_group g WHERE g.id = " row       \
                                         ".\"group\")"

#define NAME_OF(row) row ".family || coalesce(', ' || " row ".given, '')"

/* --- the statements of each line of clash.def; `WITH` says which meetings m are asked
 * about, `X` which others x are meant */

#define MEETING_ROOM(WITH, at_once, order)                                               \
    WITH OF_TWO("m.room", "NULL", "0") "ON x.room = m.room AND " at_once order
#define MEETING_ROOM_AFTER(WITH) MEETING_ROOM(WITH, X_AFTER, BY_TIME_AFTER)
#define MEETING_ROOM_AROUND(WITH)                                                        \
    MEETING_ROOM(WITH, X_NEAR, ""), MEETING_ROOM(WITH, X_FAR, "")
#define SQL_ROOM(WITH, X)                                                                \
    MEETING_ROOM_##X(ROOMED_##X(WITH)), SQL_WORKSHOP_ROOMS(ROOMED_##X(WITH), X),         \
        SQL_ITEM_ROOMS(ROOMED_##X(WITH), X), SQL_OTHER_ROOMS_##X(WITH)

/* Of the groups that somebody chairs at any time, for it may be many that meet at once.
 */
#define GROUPS_OF_CHAIR                                                                  \
    "(SELECT g.id FROM working_group g WHERE g.chair = p.id"                             \
    " UNION ALL SELECT c.\"group\" FROM membership c WHERE c.person = p.id"              \
    " AND c.role = :chair)"
#define SAME_CHAIR                                                                       \
    "(x.\"group\" = m.\"group\" AND substr(x.start, 1, 10) = substr(m.start, 1, 10))"
#define CHAIR_ELSEWHERE(WITH, at_once, order)                                            \
    OF_PERSON(WITH, MEETING_CELLS("m"), MEETING_CELLS("x"))                              \
    " CROSS JOIN person p ON p.id = " CHAIR_THEN(                                        \
        "m") " CROSS JOIN meeting x INDEXED BY meeting_group_start"                      \
             " ON x.\"group\" IN " GROUPS_OF_CHAIR " AND " at_once " AND (" SAME_CHAIR   \
             " OR p.id = " CHAIR_THEN("x") ")" order
#define CHAIR_AFTER(WITH) CHAIR_ELSEWHERE(OF_CHAIRED, X_AFTER, BY_TIME_AFTER)
#define CHAIR_AROUND(WITH)                                                               \
    CHAIR_ELSEWHERE(WITH, X_NEAR, ""), CHAIR_ELSEWHERE(WITH, X_FAR, "")
#define SQL_CHAIR(WITH, X) CHAIR_##X(WITH)

/* They are found so, too. */
#define BY_NAME_AFTER BY_TIME_AFTER ", r.sort_key, r.id"
#define BY_NAME_AROUND ""

/* Whoever chairs both is told of already: asked of those few who come to both.  Who sits
 * in a workshop comes to its meeting, and is told of here. */
#define SQL_PERSON(WITH, X)                                                              \
    WITH OF_TWO("r.person", NAME_OF("r"), "1") AT_ONCE X_##X                             \
        " AND EXISTS (SELECT 1 FROM registration e WHERE e.meeting = m.id)"              \
        " CROSS JOIN registration r INDEXED BY registration_meeting"                     \
        " ON r.meeting = m.id AND r.state = :accepted"                                   \
        " CROSS JOIN registration q ON q.person = r.person AND q.meeting = x.id"         \
        " AND " IS_REGISTRATION_LIVE(                                                    \
            "q") " AND q.state = :accepted"                                              \
                 " WHERE NOT coalesce(q.person = " CHAIR_THEN(                           \
                     "m") " AND q.person = " CHAIR_THEN("x") ", 0)" BY_NAME_##X

/* Of all, the one before the span counts, too: what is close to it lies in the span. */
#define OF_ALL_BEFORE                                                                    \
    "WITH m AS NOT MATERIALIZED (SELECT " FACTS " FROM meeting INDEXED BY meeting_start" \
    " WHERE start_at > :from - " LONGEST_MEETING " - (:days + 1) * 86400"                \
    " AND start_at < :until AND " NEEDS_ROOM("meeting") ") "
#define IN_SPAN_AFTER                                                                    \
    " AND (m.end_at > :from OR (x.end_at > :from AND x.start_at < :until))"
#define IN_SPAN_AROUND ""
#define SOON_AFTER OF_ALL_BEFORE
#define SOON_AROUND OF_ONE

#define SQL_GROUP(WITH, X)                                                               \
    SOON_##X OF_TWO("0", "NULL",                                                         \
                    "0") "ON :days > 0 AND x.\"group\" = m.\"group\" AND " X_SOON_##X    \
        " AND abs(julianday(date(x.start)) - julianday(date(m.start))) < "               \
        ":days" IN_SPAN_##X BY_TIME_##X

#define NEEDED "max(coalesce(m.seats, 0), " PEOPLE_IN("m.id", ":accepted") ")"
#define SQL_SMALL_MEETING(WITH)                                                          \
    WITH OF_ITSELF(                                                                      \
        "r.id", "NULL",                                                                  \
        NEEDED                                                                           \
        ", r.seats, coalesce(m.seats, 0)") "CROSS JOIN room r ON r.id = m.room AND "     \
                                           "m.mode <> :remote AND r.seats < " NEEDED     \
                                           " ORDER BY m.start_at, m.id"
#define SQL_SMALL(WITH, X)                                                               \
    SQL_SMALL_MEETING(ROOMED_##X(WITH)), SQL_SMALL_WORKSHOP(ROOMED_##X(WITH))

#define SQL_DAY(WITH) WITH OF_ITSELF("0", "NULL", "0") "ORDER BY m.start_at, m.id"
#define SQL_HOLIDAY(WITH, X) SQL_DAY(WITH)
#define SQL_CLOSED(WITH, X) SQL_DAY(WITH)

/* Of a meeting within which nothing is: most are so. */
#define BARE_ROOM(WITH) MEETING_ROOM_AROUND(WITH), SQL_ROOM_OF_OTHERS(WITH)
#define BARE_SMALL(WITH) SQL_SMALL_MEETING(WITH)
#define BARE_CHAIR(WITH) SQL_CHAIR(WITH, AROUND)
#define BARE_PERSON(WITH) SQL_PERSON(WITH, AROUND)
#define BARE_GROUP(WITH) SQL_GROUP(WITH, AROUND)
#define BARE_HOLIDAY(WITH) SQL_DAY(WITH)
#define BARE_CLOSED(WITH) SQL_DAY(WITH)
#define BARE_LEADER(WITH) SQL_STAGES_OF_OTHERS(WITH, AROUND)
#define BARE_SEATED(WITH) NULL
#define BARE_LEAST(WITH) NULL

/* Each ends with a NULL. */
enum { STATEMENTS_MOST = 17 };

static const struct {
    const char *of_all[STATEMENTS_MOST];
    const char *of_one[STATEMENTS_MOST];
    const char *of_bare[STATEMENTS_MOST];
} statements[] = {
#define CLASH(KIND, name, label)                                                         \
    [CLASH_##KIND] = { { SQL_##KIND(OF_ALL, AFTER) },                                    \
                       { SQL_##KIND(OF_ONE, AROUND) },                                   \
                       { BARE_##KIND(OF_ONE) } },
#include "atelier/domain/clash.def"
#undef CLASH
};

/* Of a part of a meeting as it is typed; the other kinds are found once it is saved. */
static const char *const statements_typed[CLASH_COUNT][STATEMENTS_MOST] = {
    [CLASH_ROOM] = { SQL_TYPED_ROOM },
    [CLASH_LEADER] = { SQL_TYPED_LEADER },
};

#define SQL_IS_BARE                                                                      \
    "SELECT NOT EXISTS (SELECT 1 FROM workshop WHERE meeting = :id)"                     \
    " AND NOT EXISTS (SELECT 1 FROM item WHERE meeting = :id)"
/* The names of clashes of a meeting or of its parts: "room:3w5:7". */
#define SQL_ACCEPTED_OF                                                                  \
    "SELECT count(*) FROM clash_acceptance WHERE clash GLOB '*:' || :id"                 \
    " OR clash GLOB '*:' || :id || '[^0-9]*'"
#define SQL_ACCEPTANCE "SELECT id FROM clash_acceptance WHERE clash = :clash"
#define SQL_ANY_ACCEPTED "SELECT EXISTS (SELECT 1 FROM clash_acceptance)"

/* --- */

static void
bind_reference(sqlite3_stmt *statement, const char *name, int64_t id)
{
    if (id)
        connection_bind_number(statement, name, id);
}

static void
bind_time(sqlite3_stmt *statement, const char *name, struct local_time time)
{
    char text[LOCAL_TIME_TEXT_SIZE];

    local_time_format(time, text);
    connection_bind_text(statement, name, text);
}

static void
bind_meeting(sqlite3_stmt *statement, const struct meeting *meeting)
{
    connection_bind_number(statement, ":id", meeting->head.id);
    bind_reference(statement, ":group", meeting->group);
    bind_reference(statement, ":room", meeting->room);
    connection_bind_text(statement, ":title", meeting->title);
    bind_time(statement, ":start", meeting->start);
    bind_time(statement, ":end", meeting->end);
    connection_bind_text(statement, ":zone", meeting->zone);
    connection_bind_number(statement, ":start_at", meeting->start_at);
    connection_bind_number(statement, ":end_at", meeting->end_at);
    if (meeting->seats != NUMBER_NONE)
        connection_bind_number(statement, ":seats", meeting->seats);
    connection_bind_number(statement, ":mode", (int64_t)meeting->mode);
}

static void
bind_part(sqlite3_stmt *statement, const struct clash_part *part)
{
    bind_reference(statement, ":person", part->person);
    connection_bind_number(statement, ":roomless", part->is_roomless);
    if (part->row.entity == ENTITY_WORKSHOP)
        bind_reference(statement, ":workshop", part->row.id);
    if (part->row.entity == ENTITY_ITEM)
        bind_reference(statement, ":item", part->row.id);
}

static void
bind(sqlite3_stmt *statement, const struct clash_query *query)
{
    char today[DATE_TEXT_SIZE];

    date_format(query->today, today);
    if (query->meeting)
        bind_meeting(statement, query->meeting);
    if (query->part)
        bind_part(statement, query->part);
    connection_bind_number(statement, ":from", query->span.start);
    connection_bind_number(statement, ":until", query->span.end);
    bind_reference(statement, ":longest", query->longest);
    connection_bind_number(statement, ":days",
                           query->group_days == NUMBER_NONE ? 0 : query->group_days);
    connection_bind_number(statement, ":chair", MEMBERSHIP_CHAIR);
    connection_bind_number(statement, ":accepted", REGISTRATION_ACCEPTED);
    connection_bind_number(statement, ":remote", MODE_REMOTE);
    connection_bind_number(statement, ":planned", WORKSHOP_PLANNED);
    connection_bind_number(statement, ":seated", CHOICE_SEATED);
    connection_bind_number(statement, ":break", ITEM_BREAK);
    connection_bind_number(statement, ":now", query->now);
    connection_bind_text(statement, ":today", today);
}

enum {
    CELL_FIRST,
    CELL_SECOND = 10,
    CELL_ABOUT = 20,
    CELL_WORDS,
    CELL_COUNT,
    CELL_SEATS,
    CELL_PLANNED
};

enum { SIDE_MEETING, SIDE_KIND, SIDE_PART, SIDE_TITLE, SIDE_WHOLE };

/* The kinds as the statements number them. */
static struct row_ref
read_part(sqlite3_stmt *row, int cell)
{
    static const enum entity_kind kinds[] = { ENTITY_MEETING, ENTITY_WORKSHOP,
                                              ENTITY_ITEM };
    const int kind = sqlite3_column_int(row, cell + SIDE_KIND);

    return kind == 0 ? ROW_NONE
                     : (struct row_ref){ kinds[kind],
                                         sqlite3_column_int64(row, cell + SIDE_PART) };
}

static void
read_side(sqlite3_stmt *row, int cell, struct clash_side *side)
{
    int at = cell + SIDE_WHOLE;

    side->meeting = sqlite3_column_int64(row, cell);
    side->part = read_part(row, cell);
    side->title = connection_column_copy(row, cell + SIDE_TITLE);
    side->whole = connection_column_copy(row, at++);
    (void)local_time_parse(connection_column_text(row, at++), &side->start);
    (void)local_time_parse(connection_column_text(row, at++), &side->end);
    side->zone = connection_column_copy(row, at++);
    side->start_at = sqlite3_column_int64(row, at++);
    side->end_at = sqlite3_column_int64(row, at);
}

static bool
is_same_side(const struct clash_side *side, sqlite3_stmt *row, int cell)
{
    return side->meeting == sqlite3_column_int64(row, cell) &&
           side->part.entity == read_part(row, cell).entity &&
           side->part.id == sqlite3_column_int64(row, cell + SIDE_PART);
}

/* More people of the clash that was read last. */
static bool
is_same(const struct clash_list *list, enum clash_kind kind, sqlite3_stmt *row)
{
    const struct clash *last = &list->items[list->count - 1];

    return last->kind == kind && is_same_side(&last->first, row, CELL_FIRST) &&
           is_same_side(&last->second, row, CELL_SECOND);
}

static void
read_row(struct clash_list *list, size_t before, enum clash_kind kind, sqlite3_stmt *row)
{
    const int64_t about = sqlite3_column_int64(row, CELL_ABOUT);
    const bool is_of_people = sqlite3_column_type(row, CELL_WORDS) != SQLITE_NULL;

    if (!is_of_people || list->count == before || !is_same(list, kind, row)) {
        struct clash *clash = clash_list_add(list);
        clash->kind = kind;
        read_side(row, CELL_FIRST, &clash->first);
        read_side(row, CELL_SECOND, &clash->second);
    }
    struct clash *clash = &list->items[list->count - 1];
    if (is_of_people) {
        clash_add_person(clash, about, connection_column_text(row, CELL_WORDS));
    } else {
        clash->room = about;
        clash->count = sqlite3_column_int64(row, CELL_COUNT);
        clash->seats = sqlite3_column_int64(row, CELL_SEATS); /* 0: of no room */
        clash->is_planned = sqlite3_column_int64(row, CELL_PLANNED) >= clash->count;
    }
}

/* One more than are wanted shows that there are more. */
static bool
is_enough(const struct clash_query *query, const struct clash_list *list, size_t before)
{
    return query->most != 0 && list->count - before > query->most;
}

static bool
find_by(struct database *db, const struct clash_query *query, enum clash_kind kind,
        const char *sql, struct clash_list *list, struct error *err)
{
    const size_t before = list->count;
    sqlite3_stmt *statement = connection_prepare(db, sql, err);

    if (!statement)
        return false;
    bind(statement, query);
    bool there = false;
    bool ok = true;
    while (!is_enough(query, list, before) &&
           (ok = connection_step(statement, &there, err)) && there) {
        read_row(list, before, kind, statement);
        if (!clash_days_settle(query->days, &list->items[list->count - 1]))
            clash_list_remove(list, list->count - 1);
    }
    connection_release(statement);
    if (is_enough(query, list, before)) { /* of the last, not all people are known */
        clash_list_remove(list, list->count - 1);
        list->is_cut = true;
    }
    for (size_t i = before; i < list->count; i++)
        clash_settle(&list->items[i]);
    return ok;
}

/* Once there are more than are wanted of a kind, no other statement is asked. */
static bool
find_kind(struct database *db, const struct clash_query *query, enum clash_kind kind,
          const char *const *sql, struct clash_list *list, struct error *err)
{
    const bool was_cut = list->is_cut;
    bool ok = true;

    list->is_cut = false;
    for (; ok && *sql && !list->is_cut; sql++)
        ok = find_by(db, query, kind, *sql, list, err);
    list->is_cut = list->is_cut || was_cut;
    return ok;
}

/* Whether nothing is within the meeting that is asked about. */
static bool
is_bare(struct database *db, const struct clash_query *query, bool *bare,
        struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_IS_BARE, err);
    int64_t number = 0;

    if (!statement)
        return false;
    connection_bind_number(statement, ":id", query->meeting->head.id);
    const bool ok = connection_read_number(statement, &number, err);
    *bare = number != 0;
    return ok;
}

static const char *const *
statements_of(const struct clash_query *query, enum clash_kind kind, bool bare)
{
    if (query->part)
        return statements_typed[kind];
    if (bare)
        return statements[kind].of_bare;
    return query->meeting ? statements[kind].of_one : statements[kind].of_all;
}

/* What nothing can be found of is not asked for: no room is taken twice, or too small,
 * where a meeting has none and nothing is within it. */
static bool
is_asked(const struct clash_query *query, enum clash_kind kind, bool bare)
{
    if ((kind == CLASH_ROOM || kind == CLASH_SMALL) && bare && !query->part &&
        query->meeting->room == 0)
        return false;
    if (kind == CLASH_GROUP && query->group_days <= 0)
        return false;
    if (kind == CLASH_HOLIDAY && query->days->holidays == HOLIDAYS_NONE &&
        query->days->own.count == 0)
        return false;
    if (kind == CLASH_CLOSED && query->days->closed.count == 0)
        return false;
    return (query->kinds & 1U << kind) != 0;
}

bool
clash_table_find(struct database *db, const struct clash_query *query,
                 struct clash_list *list, struct error *err)
{
    bool bare = false;
    bool ok = !query->meeting || is_bare(db, query, &bare, err);

    assert(query->days);
    for (int kind = 0; ok && kind < CLASH_COUNT; kind++)
        if (is_asked(query, (enum clash_kind)kind, bare))
            ok = find_kind(db, query, (enum clash_kind)kind,
                           statements_of(query, (enum clash_kind)kind, bare), list, err);
    return ok;
}

bool
clash_table_acceptance(struct database *db, const char *name, int64_t *id,
                       struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_ACCEPTANCE, err);

    if (!statement)
        return false;
    connection_bind_text(statement, ":clash", name);
    *id = 0;
    return connection_read_number(statement, id, err);
}

bool
clash_table_count_accepted(struct database *db, int64_t meeting, int64_t *count,
                           struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_ACCEPTED_OF, err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":id", meeting);
    *count = 0;
    return connection_read_number(statement, count, err);
}

bool
clash_table_is_any_accepted(struct database *db, bool *any, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_ANY_ACCEPTED, err);
    int64_t number = 0;

    const bool ok = statement && connection_read_number(statement, &number, err);
    *any = number != 0;
    return ok;
}
