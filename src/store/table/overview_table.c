/* SPDX-License-Identifier: GPL-3.0-or-later */
/* overview_table.c - reads what the page of a group, a person, an organisation says
 * besides its fields */
#include "atelier/store/overview_table.h"

#include "atelier/base/memory.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/presence.h"
#include "atelier/store/presence_table.h"
#include "database/connection.h"
#include "table/rule_sql.h"

/* Who chairs by the group, then who does by a membership, each once. */
#define SQL_CHAIRS                                                                       \
    "SELECT " LISTED_NAME(                                                               \
        "p") " FROM ("                                                                   \
             "SELECT g.chair AS person, 0 AS place FROM working_group g"                 \
             " WHERE g.id = :scope AND g.chair IS NOT NULL UNION ALL"                    \
             " SELECT ms.person, 1 FROM membership ms"                                   \
             " WHERE ms.\"group\" = :scope AND ms.role = :chair AND " HOLDS_ON(          \
                 "ms",                                                                   \
                 ":today") ") who CROSS JOIN person p ON p.id = who.person"              \
                           " GROUP BY p.id ORDER BY min(who.place), p.sort_key, p.id"

/* By the organisation for which each sits, else by that of the main post. */
#define SQL_SHARES                                                                       \
    "SELECT coalesce(c.name, ''), count(DISTINCT ms.person) FROM membership ms"          \
    " LEFT JOIN organisation o ON o.id = coalesce(ms.organisation,"                      \
    " (SELECT a.organisation FROM affiliation a WHERE a.id = " CURRENT_POST(             \
        "ms.person", ":today") "))"                                                      \
                               " LEFT JOIN category c ON c.id = o.category"              \
                               " WHERE ms.\"group\" = :scope AND " HOLDS_ON(             \
                                   "ms", ":today") " GROUP BY c.id"                      \
                                                   " ORDER BY c.id IS NULL,"             \
                                                   " coalesce(c.\"order\","              \
                                                   " 9223372036854775807),"              \
                                                   " c.name COLLATE NOCASE, c.id"

#define MEETING_CELLS                                                                    \
    "SELECT m.id, m.title, m.start, m.zone, m.state, m.seats, " SEATS_TAKEN(             \
        "m.id") " FROM meeting m WHERE m.\"group\" = :scope"

#define SQL_NEXT MEETING_CELLS " AND m.id = " NEXT_MEETING_OF(":scope")

#define SQL_LAST                                                                         \
    MEETING_CELLS " AND m.start_at < :now AND m.end_at <= :now AND " NEEDS_ROOM(         \
        "m") " ORDER BY m.start_at DESC, m.id DESC LIMIT 1"

/* A chair needs no membership. */
#define SQL_GROUPS                                                                       \
    "SELECT g.code, belongs.role FROM ("                                                 \
    "SELECT id AS \"group\", :chair AS role FROM working_group WHERE chair = :scope"     \
    " UNION SELECT ms.\"group\", ms.role FROM membership ms"                             \
    " WHERE ms.person = :scope AND " HOLDS_ON(                                           \
        "ms", ":today") ") belongs CROSS JOIN working_group g"                           \
                        " ON g.id = belongs.\"group\""                                   \
                        " ORDER BY g.code, belongs.role = :chair DESC, belongs.role"

#define SQL_PERSON                                                                       \
    "SELECT coalesce(sum(m.end_at > :now), 0), coalesce(sum(m.end_at <= :now"            \
    " AND " WAS_MARKED(                                                                  \
        "m") "), 0),"                                                                    \
             " coalesce(sum(m.end_at <= :now AND " WAS_AT(                               \
                 "r.person",                                                             \
                 "m.id") "), 0)"                                                         \
                         " FROM registration r CROSS JOIN meeting m ON m.id = r.meeting" \
                         " AND " NEEDS_ROOM("m") " WHERE r.person = :scope "             \
                                                 "AND " IS_REGISTRATION_LIVE("r")

/* Meeting by meeting of those years: an organisation may have more registrations than the
 * office has meetings.  The last twelve months are the first row. */
#define SQL_ORGANISATION                                                                 \
    "WITH listed AS (SELECT CAST(substr(m.start, 1, 4) AS INTEGER) AS year,"             \
    " substr(m.start, 1, 10) > date(:today, '-12 months') AS recent,"                    \
    " EXISTS (SELECT 1 FROM registration r WHERE r.organisation = :scope"                \
    " AND r.meeting = m.id AND " WAS_AT(                                                 \
        "r.person",                                                                      \
        "m.id") ") AS came"                                                              \
                " FROM meeting m WHERE m.start_at >= unixepoch(:since) AND m.start_at "  \
                "< :now"                                                                 \
                " AND m.end_at <= :now AND " NEEDS_ROOM("m") " AND " WAS_MARKED(         \
                    "m") " AND EXISTS (SELECT 1 FROM registration r WHERE "              \
                         "r.organisation = :scope"                                       \
                         " AND r.meeting = m.id))"                                       \
                         " SELECT 0, coalesce(sum(recent), 0), coalesce(sum(recent AND " \
                         "came), 0) FROM listed"                                         \
                         " UNION ALL SELECT year, count(*), sum(came) FROM listed "      \
                         "GROUP BY year"

static sqlite3_stmt *
prepare(struct database *db, const char *sql, int64_t scope, instant now,
        struct date today, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, sql, err);

    if (!statement)
        return NULL;
    char text[DATE_TEXT_SIZE];
    date_format(today, text);
    connection_bind_number(statement, ":scope", scope);
    connection_bind_number(statement, ":now", now);
    connection_bind_text(statement, ":today", text);
    connection_bind_number(statement, ":postponed", MEETING_POSTPONED);
    connection_bind_number(statement, ":chair", MEMBERSHIP_CHAIR);
    connection_bind_number(statement, ":there", presence_kinds_there());
    return statement;
}

static bool
read_chairs(struct database *db, int64_t group, struct date today,
            struct group_overview *overview, struct error *err)
{
    sqlite3_stmt *statement = prepare(db, SQL_CHAIRS, group, 0, today, err);
    struct buffer chairs = { 0 };
    bool there = false;
    bool ok = statement;

    while (ok && (ok = connection_step(statement, &there, err)) && there)
        buffer_addf(&chairs, "%s%s", chairs.length > 0 ? "; " : "",
                    connection_column_text(statement, 0));
    if (statement)
        connection_release(statement);
    overview->chairs = memory_copy(buffer_text(&chairs));
    buffer_clear(&chairs);
    return ok;
}

static bool
read_shares(struct database *db, int64_t group, struct date today,
            struct group_overview *overview, struct error *err)
{
    sqlite3_stmt *statement = prepare(db, SQL_SHARES, group, 0, today, err);
    bool there = false;
    bool ok = statement;

    while (ok && (ok = connection_step(statement, &there, err)) && there) {
        overview->shares = memory_grow(overview->shares, &overview->capacity,
                                       overview->count + 1, sizeof overview->shares[0]);
        overview->shares[overview->count++] = (struct overview_share){
            .name = connection_column_copy(statement, 0),
            .people = sqlite3_column_int64(statement, 1),
        };
    }
    if (statement)
        connection_release(statement);
    return ok;
}

static bool
read_meeting(struct database *db, const char *sql, int64_t group, instant now,
             struct date today, struct overview_meeting *meeting, struct error *err)
{
    enum { ID, TITLE, START, ZONE, STATE, SEATS, TAKEN };
    sqlite3_stmt *statement = prepare(db, sql, group, now, today, err);
    bool there = false;
    bool ok = statement && connection_step(statement, &there, err);

    if (ok && there) {
        *meeting = (struct overview_meeting){
            .id = sqlite3_column_int64(statement, ID),
            .title = connection_column_copy(statement, TITLE),
            .zone = connection_column_copy(statement, ZONE),
            .is_postponed = sqlite3_column_int(statement, STATE) == MEETING_POSTPONED,
            .seats = sqlite3_column_type(statement, SEATS) == SQLITE_NULL
                         ? NUMBER_NONE
                         : sqlite3_column_int64(statement, SEATS),
            .taken = sqlite3_column_int64(statement, TAKEN),
        };
        if (!local_time_parse(connection_column_text(statement, START), &meeting->start))
            meeting->start = (struct local_time){ 0 };
    }
    if (statement)
        connection_release(statement);
    return ok;
}

bool
overview_table_group(struct database *db, int64_t group, instant now, struct date today,
                     struct group_overview *overview, struct error *err)
{
    struct presence_count marks = { 0 };

    group_overview_clear(overview);
    bool ok = read_chairs(db, group, today, overview, err) &&
              read_shares(db, group, today, overview, err) &&
              read_meeting(db, SQL_NEXT, group, now, today, &overview->next, err) &&
              read_meeting(db, SQL_LAST, group, now, today, &overview->last, err) &&
              (overview->last.id == 0 ||
               presence_table_count(db, overview->last.id, 0, &marks, err));
    overview->last.present = marks.present;
    return ok;
}

static bool
read_groups(struct database *db, int64_t person, struct date today,
            struct person_overview *overview, struct error *err)
{
    sqlite3_stmt *statement = prepare(db, SQL_GROUPS, person, 0, today, err);
    bool there = false;
    bool ok = statement;

    while (ok && (ok = connection_step(statement, &there, err)) && there) {
        overview->groups = memory_grow(overview->groups, &overview->capacity,
                                       overview->count + 1, sizeof overview->groups[0]);
        overview->groups[overview->count++] = (struct overview_group){
            .code = connection_column_copy(statement, 0),
            .role = (enum membership_role)sqlite3_column_int(statement, 1),
        };
    }
    if (statement)
        connection_release(statement);
    return ok;
}

bool
overview_table_person(struct database *db, int64_t person, instant now, struct date today,
                      struct person_overview *overview, struct error *err)
{
    person_overview_clear(overview);
    if (!read_groups(db, person, today, overview, err))
        return false;
    sqlite3_stmt *statement = prepare(db, SQL_PERSON, person, now, today, err);
    bool there = false;
    bool ok = statement && connection_step(statement, &there, err);
    if (ok && there) {
        overview->coming = sqlite3_column_int64(statement, 0);
        overview->marked = sqlite3_column_int64(statement, 1);
        overview->came = sqlite3_column_int64(statement, 2);
    }
    if (statement)
        connection_release(statement);
    return ok;
}

/* The years before that of `today`; those without a meeting stay at nothing. */
static void
take_years(struct organisation_overview *overview, int year, int64_t listed, int64_t came)
{
    for (size_t i = 0; i < OVERVIEW_YEARS; i++)
        if (overview->years[i].year == year) {
            overview->years[i].listed = listed;
            overview->years[i].came = came;
        }
}

bool
overview_table_organisation(struct database *db, int64_t organisation, instant now,
                            struct date today, struct organisation_overview *overview,
                            struct error *err)
{
    *overview = (struct organisation_overview){ 0 };
    for (int i = 0; i < OVERVIEW_YEARS; i++)
        overview->years[i].year = today.year - i;
    sqlite3_stmt *statement =
        prepare(db, SQL_ORGANISATION, organisation, now, today, err);
    if (!statement)
        return false;
    char since[DATE_TEXT_SIZE];
    date_format((struct date){ today.year - OVERVIEW_YEARS + 1, 1, 1 }, since);
    connection_bind_text(statement, ":since", since);
    bool there = false;
    bool ok;
    while ((ok = connection_step(statement, &there, err)) && there) {
        int year = sqlite3_column_int(statement, 0);
        int64_t listed = sqlite3_column_int64(statement, 1);
        int64_t came = sqlite3_column_int64(statement, 2);

        if (year == 0)
            overview->recent = (struct overview_attendance){ 0, listed, came };
        else
            take_years(overview, year, listed, came);
    }
    connection_release(statement);
    return ok;
}
