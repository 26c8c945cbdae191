/* SPDX-License-Identifier: GPL-3.0-or-later */
/* attendee.c - a person at a meeting: their registrations, and the marks under all of
 * them
 */
#include "table/attendee.h"

#include <stdlib.h>

#include "atelier/base/memory.h"
#include "database/connection.h"

#define SQL_ATTENDEE                                                                     \
    "SELECT r.id, p.id, p.slot, p.kind, p.remote, r.state, coalesce(r.category, 0)"      \
    " FROM registration r LEFT JOIN presence p ON p.registration = r.id"                 \
    " WHERE r.person = :person AND r.meeting = :meeting"
#define SQL_MARKS                                                                        \
    "SELECT registration, id, slot, kind, remote FROM presence"                          \
    " WHERE registration = :registration"

enum { REGISTRATION, MARK, SLOT, KIND, REMOTE, STATE, CATEGORY };

void
attendee_add_registration(struct attendee *attendee,
                          const struct attendee_registration *registration)
{
    attendee->registrations =
        memory_grow(attendee->registrations, &attendee->registration_capacity,
                    attendee->registration_count + 1, sizeof attendee->registrations[0]);
    attendee->registrations[attendee->registration_count++] = *registration;
}

void
attendee_add_mark(struct attendee *attendee, int64_t registration,
                  const struct outcome_mark *mark)
{
    size_t place = attendee->mark_count;

    attendee->marks = memory_grow(attendee->marks, &attendee->mark_capacity,
                                  attendee->mark_count + 1, sizeof attendee->marks[0]);
    for (; place > 0 && attendee->marks[place - 1].mark.slot > mark->slot; place--)
        attendee->marks[place] = attendee->marks[place - 1];
    attendee->marks[place] = (struct attendee_mark){ registration, *mark };
    attendee->mark_count++;
}

static void
read_mark(sqlite3_stmt *row, struct attendee *attendee)
{
    const struct outcome_mark mark = {
        .id = sqlite3_column_int64(row, MARK),
        .slot = sqlite3_column_int64(row, SLOT),
        .kind = (enum presence_kind)sqlite3_column_int(row, KIND),
        .remote = sqlite3_column_int(row, REMOTE) == 1,
    };

    if (mark.id != 0)
        attendee_add_mark(attendee, sqlite3_column_int64(row, REGISTRATION), &mark);
}

static void
read_registration(sqlite3_stmt *row, struct attendee *attendee)
{
    const struct attendee_registration registration = {
        .id = sqlite3_column_int64(row, REGISTRATION),
        .state = (enum registration_state)sqlite3_column_int(row, STATE),
        .category = sqlite3_column_int64(row, CATEGORY),
    };

    if (!attendee_find(attendee, registration.id))
        attendee_add_registration(attendee, &registration);
}

bool
attendee_load(struct database *db, int64_t person, int64_t meeting,
              struct attendee *attendee, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_ATTENDEE, err);
    bool there = false;
    bool ok = statement;

    if (!statement)
        return false;
    connection_bind_number(statement, ":person", person);
    connection_bind_number(statement, ":meeting", meeting);
    while ((ok = connection_step(statement, &there, err)) && there) {
        read_registration(statement, attendee);
        read_mark(statement, attendee);
    }
    connection_release(statement);
    return ok;
}

bool
attendee_load_marks(struct database *db, int64_t registration, struct attendee *attendee,
                    struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_MARKS, err);
    bool there = false;
    bool ok = statement;

    if (!statement)
        return false;
    connection_bind_number(statement, ":registration", registration);
    while ((ok = connection_step(statement, &there, err)) && there)
        read_mark(statement, attendee);
    connection_release(statement);
    return ok;
}

void
attendee_clear(struct attendee *attendee)
{
    free(attendee->registrations);
    free(attendee->marks);
    *attendee = (struct attendee){ 0 };
}

struct attendee_registration *
attendee_find(const struct attendee *attendee, int64_t id)
{
    for (size_t i = 0; i < attendee->registration_count; i++)
        if (attendee->registrations[i].id == id)
            return &attendee->registrations[i];
    return NULL;
}

const struct attendee_registration *
attendee_newest(const struct attendee *attendee)
{
    const struct attendee_registration *newest = NULL;

    for (size_t i = 0; i < attendee->registration_count; i++)
        if (!newest || attendee->registrations[i].id > newest->id)
            newest = &attendee->registrations[i];
    return newest;
}

enum outcome
attendee_outcome(const struct attendee *attendee)
{
    struct outcome_mark *marks;
    size_t count = 0;

    if (attendee->mark_count == 0)
        return OUTCOME_UNKNOWN;
    marks = memory_new(attendee->mark_count, sizeof marks[0]);
    for (size_t i = 0; i < attendee->mark_count; i++)
        if (attendee_find(attendee, attendee->marks[i].registration))
            marks[count++] = attendee->marks[i].mark;
    const enum outcome outcome = outcome_of_marks(marks, count);
    free(marks);
    return outcome;
}
