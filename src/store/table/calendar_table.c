/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calendar_table.c - what calendars need to know of meetings */
#include "atelier/store/calendar_table.h"

#include <assert.h>
#include <stdlib.h>

#include "table/calendar_scope.h"
#include "table/printed_row.h"
#include "table/row_value.h"
#include "table/rule_sql.h"

#define OF_MEETINGS " FROM meeting m"

/* What this person may rely on or has to answer: not a place on a waiting list, and of
 * what is over only what they came to.  An offer that lapsed with a meeting that was
 * called off was in their calendar, and is told as cancelled there. */
#define OF_PERSON " FROM registration own CROSS JOIN meeting m ON m.id = own.meeting"
#define BY_PERSON                                                                        \
    " WHERE own.person = :id AND (" IS_REGISTRATION_LIVE(                                \
        "own") " AND (own.state = :accepted"                                             \
               " OR (own.state <> :waiting AND m.state NOT IN (:held, :closed)))"        \
               " OR (own.state = :lapsed AND m.state = :cancelled))"

/* Who follows a calendar has seen by now that it was called off. */
#define NOT_FORGOTTEN "(m.state <> :cancelled OR m.changed_at >= :cancelled_since)"

#define SQL_HOURS                                                                        \
    "SELECT m.zone, coalesce(d.start, m.start), coalesce(d.\"end\", m.\"end\"),"         \
    " m.start_at, m.end_at, d.id IS NOT NULL, m.start, m.\"end\""
/* A meeting that was parted always has days that are not gone. */
#define SQL_DAYS                                                                         \
    " LEFT JOIN meeting_day d ON d.meeting = m.id"                                       \
    " AND (d.gone = 0 OR (d.changed_at >= :cancelled_since"
#define SQL_DAYS_OF_NOBODY "))"
/* Who came to the list later was never told of it. */
#define SQL_DAYS_OF_PERSON " AND d.changed_at >= own.created_at))"

#define PRINTED PRINTED_ROW_FACTS("m")
#define CHANGES PRINTED_ROW_CHANGES("m")
/* Before the columns of the meeting itself. */
#define SQL_MEETINGS                                                                     \
    ", " PRINTED ", d.id, d.slot, d.start, d.\"end\", d.ics_uid, d.ics_sequence,"        \
    " d.gone, d.changed_at, max(coalesce(d.changed_at, 0), " CHANGES
#define SQL_NOBODY "), NULL, 0"
#define SQL_PERSON ", own.changed_at), own.state, coalesce(own.ics_sequence, 0)"
/* An event that is repeated there is several meetings here. */
#define SQL_OF_SOURCE                                                                    \
    ", m.source_uid IS NOT NULL AND NOT EXISTS (SELECT 1 FROM meeting other"             \
    " WHERE other.source_uid = m.source_uid AND other.id <> m.id)"
#define SQL_BESIDE PRINTED_ROW_JOINS("main", "m")
#define SQL_MEETINGS_END " ORDER BY m.start_at, m.id, d.start, d.id"

enum { HEAD_COLUMNS = 6, DAY_COLUMNS = 8 };

/* Plans are the office's own: they are in the calendar of everything alone. */
#define NO_DRAFT "m.state <> :draft AND m.cancelled_draft = 0"

/* Whose meetings may be asked for; a meeting by itself, whatever became of it. */
static const char *const scopes[ENTITY_COUNT] = {
    [ENTITY_MEETING] = " WHERE m.id = :id",
    [ENTITY_WORKING_GROUP] =
        " WHERE m.\"group\" = :id AND " NO_DRAFT " AND " NOT_FORGOTTEN,
    [ENTITY_ROOM] = " WHERE m.room = :id AND " NO_DRAFT " AND " NOT_FORGOTTEN,
    [ENTITY_PERSON] = BY_PERSON " AND " NO_DRAFT " AND " NOT_FORGOTTEN,
};
#define SCOPE_ALL " WHERE " NOT_FORGOTTEN

static void
add_source(struct buffer *sql, const struct calendar_scope *scope)
{
    buffer_add(sql, calendar_scope_is_of_person(scope) ? OF_PERSON : OF_MEETINGS);
}

static void
add_days(struct buffer *sql, const struct calendar_scope *scope)
{
    buffer_add(sql, SQL_DAYS);
    buffer_add(sql, calendar_scope_is_of_person(scope) ? SQL_DAYS_OF_PERSON
                                                       : SQL_DAYS_OF_NOBODY);
}

static void
add_scope(struct buffer *sql, const struct calendar_scope *scope)
{
    assert(scope->of.id == 0 || scopes[scope->of.entity]);
    buffer_add(sql, scope->of.id != 0 ? scopes[scope->of.entity] : SCOPE_ALL);
    buffer_add(sql, scope->without_drafts ? " AND " NO_DRAFT : "");
}

bool
calendar_table_hours(struct database *db, const struct calendar_scope *scope,
                     bool (*visit)(void *context, const struct calendar_hours *hours),
                     void *context, struct error *err)
{
    struct buffer sql = { 0 };

    buffer_add(&sql, SQL_HOURS);
    add_source(&sql, scope);
    add_days(&sql, scope);
    add_scope(&sql, scope);
    return calendar_scope_visit_hours(calendar_scope_prepare(db, &sql, scope, err), visit,
                                      context, err);
}

static const char *
text_at(sqlite3_stmt *statement, int column)
{
    return (const char *)sqlite3_column_text(statement, column);
}

/* Its columns follow each other from `at` on; false for a meeting that is one event. */
static bool
read_day(sqlite3_stmt *statement, int at, struct meeting_day *day)
{
    *day = (struct meeting_day){
        .id = sqlite3_column_int64(statement, at),
        .slot = sqlite3_column_int64(statement, at + 1),
        .uid = (char *)(uintptr_t)text_at(statement, at + 4),
        .sequence = sqlite3_column_int64(statement, at + 5),
        .is_gone = sqlite3_column_int(statement, at + 6) != 0,
        .changed_at = sqlite3_column_int64(statement, at + 7),
    };
    (void)local_time_parse(connection_column_text(statement, at + 2), &day->start);
    (void)local_time_parse(connection_column_text(statement, at + 3), &day->end);
    return day->id != 0;
}

static bool
visit_meeting(sqlite3_stmt *statement, struct meeting *meeting,
              bool (*visit)(void *context, const struct calendar_row *row), void *context)
{
    int at = HEAD_COLUMNS + (int)meeting_entity.field_count;
    struct calendar_row row = { .meeting = meeting };
    const char **const texts[] = { &row.group_code,  &row.group_name,
                                   &row.colour,      &row.room_name,
                                   &row.venue_name,  &row.venue_address,
                                   &row.geo,         &row.venue_access,
                                   &row.chair_given, &row.chair_family };

    record_clear(&meeting_entity, meeting);
    row_record_read(statement, &meeting_entity, meeting);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *texts[i] = text_at(statement, at++);
    struct meeting_day day;
    row.day = read_day(statement, at, &day) ? &day : NULL;
    at += DAY_COLUMNS;
    row.changed_at = sqlite3_column_int64(statement, at++);
    row.is_of_person = sqlite3_column_type(statement, at) != SQLITE_NULL;
    row.standing = (enum registration_state)sqlite3_column_int(statement, at++);
    row.own_sequence = sqlite3_column_int64(statement, at++);
    row.is_whole_source = sqlite3_column_int(statement, at) != 0;
    return visit(context, &row);
}

bool
calendar_table_meetings(struct database *db, const struct calendar_scope *scope,
                        bool (*visit)(void *context, const struct calendar_row *row),
                        void *context, struct error *err)
{
    struct buffer sql = { 0 };

    buffer_add(&sql, "SELECT ");
    row_add_columns(&sql, &meeting_entity, "m.");
    buffer_add(&sql, SQL_MEETINGS);
    buffer_add(&sql, calendar_scope_is_of_person(scope) ? SQL_PERSON : SQL_NOBODY);
    buffer_add(&sql, SQL_OF_SOURCE);
    add_source(&sql, scope);
    add_days(&sql, scope);
    buffer_add(&sql, SQL_BESIDE);
    add_scope(&sql, scope);
    buffer_add(&sql, SQL_MEETINGS_END);
    sqlite3_stmt *statement = calendar_scope_prepare(db, &sql, scope, err);
    if (!statement)
        return false;
    struct meeting meeting;
    record_init(&meeting_entity, &meeting);
    bool there = false;
    bool ok;
    while ((ok = connection_step(statement, &there, err)) && there)
        if (!(ok = visit_meeting(statement, &meeting, visit, context)))
            break;
    record_clear(&meeting_entity, &meeting);
    connection_release(statement);
    return ok;
}

bool
calendar_table_count_drafts(struct database *db, struct row_ref of, int64_t *count,
                            struct error *err)
{
    static const char *const statements[ENTITY_COUNT] = {
        [ENTITY_WORKING_GROUP] = "SELECT count(*) FROM meeting m"
                                 " WHERE m.\"group\" = :id AND m.state = :draft",
        [ENTITY_PERSON] = "SELECT count(*) FROM registration own"
                          " JOIN meeting m ON m.id = own.meeting"
                          " WHERE own.person = :id AND m.state = :draft"
                          " AND " IS_REGISTRATION_LIVE("own"),
    };

    *count = 0;
    if (of.id == 0 || !statements[of.entity])
        return true;
    sqlite3_stmt *statement = connection_prepare(db, statements[of.entity], err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":id", of.id);
    connection_bind_number(statement, ":draft", MEETING_DRAFT);
    return connection_read_number(statement, count, err);
}
