/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_event_table.c - what calendars need to know of workshops */
#include "atelier/store/workshop_event_table.h"

#include <assert.h>
#include <stdlib.h>

#include "table/calendar_scope.h"
#include "table/printed_row.h"
#include "table/rule_sql.h"

#define SQL_HOURS                                                                        \
    "SELECT m.zone, coalesce(w.start, s.start), coalesce(w.\"end\", s.\"end\"),"         \
    " m.start_at, m.end_at, 1, m.start, m.\"end\""
#define SQL_FROM                                                                         \
    " FROM workshop w CROSS JOIN meeting m ON m.id = w.meeting"                          \
    " LEFT JOIN slot s ON s.id = w.slot"

/* Of the meeting's room nothing is told where the workshop has one. */
#define OF_ROOM(name, column)                                                            \
    "CASE WHEN w.room IS NULL THEN m_" name "." column " ELSE wm_" name "." column       \
    " END, "
#define PLACE_CELLS                                                                      \
    OF_ROOM("r", "name")                                                                 \
    OF_ROOM("v", "name")                                                                 \
    OF_ROOM("v", "address") OF_ROOM("v", "geo") OF_ROOM("v", "access")
/* When one of them changed last, and behind it a line each; NULL without any, which costs
 * one look into the index. */
#define SPEAKERS                                                                         \
    "CASE WHEN EXISTS (SELECT 1 FROM speaker WHERE workshop = w.id) THEN"                \
    " (SELECT max(changed) || char(10) || group_concat(told, char(10)) FROM"             \
    " (SELECT max(k.changed_at, p.changed_at) AS changed, " SAID_NAME(                   \
        "p") " || coalesce(' (' || k.subject || ')', '') AS told FROM speaker k"         \
             " CROSS JOIN person p ON p.id = k.person WHERE k.workshop = w.id ORDER BY " \
             "k.id)) "                                                                   \
             "END"

#define SQL_CELLS                                                                        \
    "SELECT w.id, w.created_at, w.title, w.state, w.reason, w.description, w.ics_uid,"   \
    " w.ics_sequence, w.start_at, w.end_at, coalesce(w.start, s.start), "                \
    "coalesce(w.\"end\", s.\"end\"), "                                                   \
    "m.id, m.title,"                                                                     \
    " m.start, m.\"end\", m.zone, m.start_at, m.end_at, m.state, m.reason, m.place,"     \
    " m.link, m.ics_uid, m.ics_sequence, m.cancelled_draft, m.postponed_from,"           \
    " m_g.code, m_g.name, m_g.colour, " PLACE_CELLS "led.given, led.family, " SPEAKERS   \
    ", max(w.changed_at, coalesce(s.changed_at, 0), coalesce(led.changed_at, 0),"        \
    " coalesce(wm_r.changed_at, 0), coalesce(wm_v.changed_at, 0), " PRINTED_ROW_CHANGES( \
        "m")
#define SQL_JOINS                                                                        \
    " LEFT JOIN person led ON led.id = w.leader"                                         \
    " LEFT JOIN room wm_r ON wm_r.id = w.room LEFT JOIN venue wm_v ON wm_v.id = "        \
    "wm_r.venue" PRINTED_ROW_JOINS("main", "m")
#define SQL_ORDER " ORDER BY w.start_at, w.id"

/* What this person's registrations say, and whether the workshop is firm for them: who
 * leads it comes, and who sits there once they are accepted. */
#define OWN " FROM registration own WHERE own.person = :id AND own.meeting = m.id"
#define IS_ON_STAGE                                                                      \
    "(w.leader IS :id OR EXISTS (SELECT 1 FROM speaker k WHERE k.workshop = w.id"        \
    " AND k.person = :id))"
#define SQL_NOBODY "), 0, NULL"
#define SQL_PERSON                                                                       \
    ", coalesce((SELECT max(own.changed_at)" OWN "), 0),"                                \
    " coalesce((SELECT max(c.changed_at) FROM workshop_choice c JOIN registration own"   \
    " ON own.id = c.registration WHERE c.workshop = w.id AND own.person = :id), 0)),"    \
    " coalesce((SELECT max(own.ics_sequence)" OWN "), 0)"                                \
    " + coalesce((SELECT gone.ics_sequence FROM workshop_left gone"                      \
    " WHERE gone.person = :id AND gone.workshop = w.id), 0),"                            \
    " CASE WHEN NOT " IS_ON_STAGE " THEN (SELECT own.state" OWN                          \
    " AND " IS_REGISTRATION_LIVE("own") ") END"

#define SITS_HERE                                                                        \
    "SELECT c.workshop FROM registration own CROSS JOIN workshop_choice c"               \
    " ON c.registration = own.id AND c.state = :seated CROSS JOIN meeting at"            \
    " ON at.id = own.meeting WHERE own.person = :id AND " IS_REGISTRATION_LIVE(          \
        "own") " AND (own.state = :accepted"                                             \
               " OR (own.state <> :waiting AND at.state NOT IN (:held, :closed)))"
#define IN_ROOM                                                                          \
    "SELECT id FROM workshop WHERE room = :id UNION"                                     \
    " SELECT beside.id FROM meeting at CROSS JOIN workshop beside"                       \
    " ON beside.meeting = at.id AND beside.room IS NULL WHERE at.room = :id"

/* As in the calendars of meetings. */
#define NO_DRAFT "m.state <> :draft AND m.cancelled_draft = 0"
#define NOT_FORGOTTEN                                                                    \
    "(m.state <> :cancelled OR m.changed_at >= :cancelled_since)"                        \
    " AND (w.state <> :off OR w.changed_at >= :cancelled_since)"

static const char *const scopes[ENTITY_COUNT] = {
    [ENTITY_WORKSHOP] = " WHERE w.id = :id",
    [ENTITY_MEETING] = " WHERE w.meeting = :id",
    [ENTITY_WORKING_GROUP] =
        " WHERE w.id IN (SELECT beside.id FROM meeting at CROSS JOIN workshop beside"
        " ON beside.meeting = at.id WHERE at.\"group\" = :id)"
        " AND " NO_DRAFT " AND " NOT_FORGOTTEN,
    [ENTITY_ROOM] = " WHERE w.id IN (" IN_ROOM ") AND " NO_DRAFT " AND " NOT_FORGOTTEN,
    [ENTITY_PERSON] = " WHERE w.id IN (SELECT id FROM workshop WHERE leader = :id UNION"
                      " SELECT workshop FROM speaker WHERE person = :id UNION " SITS_HERE
                      ") AND " NO_DRAFT " AND " NOT_FORGOTTEN,
};
#define SCOPE_ALL " WHERE " NOT_FORGOTTEN

/* Prepares and empties the buffer. */
static sqlite3_stmt *
prepare(struct database *db, struct buffer *sql, const struct calendar_scope *scope,
        const char *order, struct error *err)
{
    assert(scope->of.id == 0 || scopes[scope->of.entity]);
    buffer_add(sql, scope->of.id != 0 ? scopes[scope->of.entity] : SCOPE_ALL);
    buffer_add(sql, scope->without_drafts ? " AND " NO_DRAFT : "");
    buffer_add(sql, order);
    return calendar_scope_prepare(db, sql, scope, err);
}

bool
workshop_event_table_hours(struct database *db, const struct calendar_scope *scope,
                           bool (*visit)(void *context,
                                         const struct calendar_hours *hours),
                           void *context, struct error *err)
{
    struct buffer sql = { 0 };

    buffer_add(&sql, SQL_HOURS SQL_FROM);
    return calendar_scope_visit_hours(prepare(db, &sql, scope, "", err), visit, context,
                                      err);
}

/* Texts are borrowed from the row. */
static char *
text_at(sqlite3_stmt *statement, int column)
{
    return (char *)(uintptr_t)sqlite3_column_text(statement, column);
}

enum {
    WORKSHOP_ID,
    WORKSHOP_CREATED_AT,
    WORKSHOP_TITLE,
    WORKSHOP_STATE,
    WORKSHOP_REASON,
    WORKSHOP_DESCRIPTION,
    WORKSHOP_UID,
    WORKSHOP_SEQUENCE,
    WORKSHOP_START_AT,
    WORKSHOP_END_AT,
    WORKSHOP_COLUMNS
};

static void
read_workshop(sqlite3_stmt *statement, struct workshop *workshop)
{
    *workshop = (struct workshop){
        .head.id = sqlite3_column_int64(statement, WORKSHOP_ID),
        .head.created_at = sqlite3_column_int64(statement, WORKSHOP_CREATED_AT),
        .title = text_at(statement, WORKSHOP_TITLE),
        .state = (enum workshop_state)sqlite3_column_int(statement, WORKSHOP_STATE),
        .reason = text_at(statement, WORKSHOP_REASON),
        .description = text_at(statement, WORKSHOP_DESCRIPTION),
        .ics_uid = text_at(statement, WORKSHOP_UID),
        .ics_sequence = sqlite3_column_int64(statement, WORKSHOP_SEQUENCE),
        .start_at = sqlite3_column_int64(statement, WORKSHOP_START_AT),
        .end_at = sqlite3_column_int64(statement, WORKSHOP_END_AT),
    };
}

enum {
    MEETING_ID,
    MEETING_TITLE,
    MEETING_START,
    MEETING_END,
    MEETING_ZONE,
    MEETING_START_AT,
    MEETING_END_AT,
    MEETING_STATE,
    MEETING_REASON,
    MEETING_PLACE,
    MEETING_LINK,
    MEETING_UID,
    MEETING_SEQUENCE,
    MEETING_CANCELLED_DRAFT,
    MEETING_POSTPONED_FROM,
    MEETING_COLUMNS
};

static void
read_meeting(sqlite3_stmt *statement, int at, struct meeting *meeting)
{
    *meeting = (struct meeting){
        .head.id = sqlite3_column_int64(statement, at + MEETING_ID),
        .title = text_at(statement, at + MEETING_TITLE),
        .zone = text_at(statement, at + MEETING_ZONE),
        .start_at = sqlite3_column_int64(statement, at + MEETING_START_AT),
        .end_at = sqlite3_column_int64(statement, at + MEETING_END_AT),
        .state = (enum meeting_state)sqlite3_column_int(statement, at + MEETING_STATE),
        .reason = text_at(statement, at + MEETING_REASON),
        .place = text_at(statement, at + MEETING_PLACE),
        .link = text_at(statement, at + MEETING_LINK),
        .ics_uid = text_at(statement, at + MEETING_UID),
        .ics_sequence = sqlite3_column_int64(statement, at + MEETING_SEQUENCE),
        .cancelled_draft =
            sqlite3_column_int(statement, at + MEETING_CANCELLED_DRAFT) != 0,
    };
    (void)local_time_parse(connection_column_text(statement, at + MEETING_START),
                           &meeting->start);
    (void)local_time_parse(connection_column_text(statement, at + MEETING_END),
                           &meeting->end);
    (void)local_time_parse(connection_column_text(statement, at + MEETING_POSTPONED_FROM),
                           &meeting->postponed_from);
}

/* Cuts off when they changed last. */
static void
read_speakers(struct workshop_event_row *row)
{
    char *lines;

    if (!row->speakers)
        return;
    const instant changed_at = strtoll(row->speakers, &lines, 10);
    if (row->of.changed_at < changed_at)
        row->of.changed_at = changed_at;
    row->speakers = lines + 1;
}

static bool
visit_workshop(sqlite3_stmt *statement, const struct calendar_scope *scope,
               bool (*visit)(void *context, const struct workshop_event_row *row),
               void *context)
{
    int at = WORKSHOP_COLUMNS;
    struct workshop workshop;
    struct meeting meeting;
    struct workshop_event_row row = { .workshop = &workshop, .of.meeting = &meeting };
    const char **const texts[] = {
        &row.of.group_code, &row.of.group_name,    &row.of.colour, &row.of.room_name,
        &row.of.venue_name, &row.of.venue_address, &row.of.geo,    &row.of.venue_access,
        &row.leader_given,  &row.leader_family,    &row.speakers
    };

    read_workshop(statement, &workshop);
    (void)local_time_parse(connection_column_text(statement, at++), &row.start);
    (void)local_time_parse(connection_column_text(statement, at++), &row.end);
    read_meeting(statement, at, &meeting);
    at += MEETING_COLUMNS;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *texts[i] = text_at(statement, at++);
    row.of.changed_at = sqlite3_column_int64(statement, at++);
    read_speakers(&row);
    row.of.own_sequence = sqlite3_column_int64(statement, at++);
    row.of.is_of_person = calendar_scope_is_of_person(scope) &&
                          sqlite3_column_type(statement, at) != SQLITE_NULL;
    row.of.standing = (enum registration_state)sqlite3_column_int(statement, at);
    return visit(context, &row);
}

bool
workshop_event_table_each(struct database *db, const struct calendar_scope *scope,
                          bool (*visit)(void *context,
                                        const struct workshop_event_row *row),
                          void *context, struct error *err)
{
    struct buffer sql = { 0 };

    buffer_add(&sql, SQL_CELLS);
    buffer_add(&sql, calendar_scope_is_of_person(scope) ? SQL_PERSON : SQL_NOBODY);
    buffer_add(&sql, SQL_FROM SQL_JOINS);
    sqlite3_stmt *statement = prepare(db, &sql, scope, SQL_ORDER, err);
    if (!statement)
        return false;
    bool there = false;
    bool ok;
    while ((ok = connection_step(statement, &there, err)) && there)
        if (!(ok = visit_workshop(statement, scope, visit, context)))
            break;
    connection_release(statement);
    return ok;
}
