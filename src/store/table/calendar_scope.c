/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calendar_scope.c - what the calendars of meetings and those of workshops ask alike */
#include "table/calendar_scope.h"

#include "atelier/domain/meeting.h"
#include "atelier/domain/workshop.h"
#include "atelier/domain/workshop_choice.h"

bool
calendar_scope_is_of_person(const struct calendar_scope *scope)
{
    return scope->of.id != 0 && scope->of.entity == ENTITY_PERSON;
}

sqlite3_stmt *
calendar_scope_prepare(struct database *db, struct buffer *sql,
                       const struct calendar_scope *scope, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, buffer_text(sql), err);

    buffer_clear(sql);
    if (!statement)
        return NULL;
    connection_bind_number(statement, ":id", scope->of.id);
    connection_bind_number(statement, ":draft", MEETING_DRAFT);
    connection_bind_number(statement, ":cancelled", MEETING_CANCELLED);
    connection_bind_number(statement, ":off", WORKSHOP_CANCELLED);
    connection_bind_number(statement, ":cancelled_since", scope->cancelled_since);
    if (calendar_scope_is_of_person(scope)) {
        connection_bind_number(statement, ":seated", CHOICE_SEATED);
        connection_bind_number(statement, ":accepted", REGISTRATION_ACCEPTED);
        connection_bind_number(statement, ":waiting", REGISTRATION_WAITING);
        connection_bind_number(statement, ":lapsed", REGISTRATION_LAPSED);
        connection_bind_number(statement, ":held", MEETING_HELD);
        connection_bind_number(statement, ":closed", MEETING_CLOSED);
    }
    return statement;
}

/* A time that cannot be read is none: no calendar shows such an event. */
static struct calendar_hours
read_hours(sqlite3_stmt *statement)
{
    struct calendar_hours hours = {
        .zone = connection_column_text(statement, 0),
        .span = { sqlite3_column_int64(statement, 3),
                  sqlite3_column_int64(statement, 4) },
        .is_day = sqlite3_column_int(statement, 5) != 0,
    };
    (void)local_time_parse(connection_column_text(statement, 1), &hours.start);
    (void)local_time_parse(connection_column_text(statement, 2), &hours.end);
    hours.meeting_start = hours.start;
    hours.meeting_end = hours.end;
    if (hours.is_day) {
        (void)local_time_parse(connection_column_text(statement, 6),
                               &hours.meeting_start);
        (void)local_time_parse(connection_column_text(statement, 7), &hours.meeting_end);
    }
    return hours;
}

bool
calendar_scope_visit_hours(sqlite3_stmt *statement,
                           bool (*visit)(void *context,
                                         const struct calendar_hours *hours),
                           void *context, struct error *err)
{
    if (!statement)
        return false;
    bool there = false;
    bool ok;
    while ((ok = connection_step(statement, &there, err)) && there) {
        const struct calendar_hours hours = read_hours(statement);
        if (!(ok = visit(context, &hours)))
            break;
    }
    connection_release(statement);
    return ok;
}
