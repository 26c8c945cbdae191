/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seats_table.c - how many seats are taken, and which states and roles take one */
#include "atelier/store/seats_table.h"

#include <stddef.h>

#include "atelier/base/language.h"
#include "database/connection.h"

/* The states in the order of enum registration_state. */
#define SQL_COUNT                                                                        \
    "SELECT m.seats, n.taken, n.invited, n.pending, n.waiting, n.offered, n.accepted,"   \
    " n.declined, n.excused, n.refused, n.lapsed, n.withdrawn, n.substituted"            \
    " FROM meeting m JOIN meeting_count n ON n.meeting = m.id WHERE m.id = :meeting"

enum { COLUMN_SEATS, COLUMN_TAKEN, COLUMN_FIRST_STATE };

#define SQL_RULE "SELECT state, role, takes FROM seat_rule"

#define SQL_SET_RULE                                                                     \
    "INSERT INTO seat_rule (state, role, takes) VALUES (:state, :role, :takes)"          \
    " ON CONFLICT (state, role) DO UPDATE SET takes = excluded.takes"

#define SQL_RECOUNT                                                                      \
    "UPDATE meeting_count SET taken = (SELECT count(*) FROM registration r"              \
    " JOIN seat_rule s ON s.state = r.state AND s.role = r.role AND s.takes"             \
    " WHERE r.meeting = meeting_count.meeting)"

bool
seats_table_count(struct database *db, int64_t meeting, struct seats *seats,
                  struct error *err)
{
    bool there = false;

    *seats = (struct seats){ .seats = NUMBER_NONE };
    sqlite3_stmt *statement = connection_prepare(db, SQL_COUNT, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", meeting);
    bool ok = connection_step(statement, &there, err);
    if (there) {
        if (sqlite3_column_type(statement, COLUMN_SEATS) != SQLITE_NULL)
            seats->seats = sqlite3_column_int64(statement, COLUMN_SEATS);
        seats->taken = sqlite3_column_int64(statement, COLUMN_TAKEN);
        for (int i = 0; i < REGISTRATION_STATE_COUNT; i++)
            seats->state[i] = sqlite3_column_int64(statement, COLUMN_FIRST_STATE + i);
    }
    connection_release(statement);
    if (ok && !there)
        return error_set_field(err, ERROR_NOT_FOUND, "meeting",
                               _("There is no meeting %lld."), (long long)meeting);
    return ok;
}

bool
seats_table_rule(struct database *db, struct seat_rule *rule, struct error *err)
{
    bool there = false;
    bool ok;

    *rule = (struct seat_rule){ 0 };
    sqlite3_stmt *statement = connection_prepare(db, SQL_RULE, err);
    if (!statement)
        return false;
    while ((ok = connection_step(statement, &there, err)) && there) {
        int state =
            choice_find(registration_states, connection_column_text(statement, 0));
        int role = choice_find(registration_roles, connection_column_text(statement, 1));
        if (state >= 0 && role >= 0)
            rule->takes[state][role] = sqlite3_column_int(statement, 2) != 0;
    }
    connection_release(statement);
    return ok;
}

static bool
set_takes(struct database *db, int state, int role, bool takes, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_SET_RULE, err);

    if (!statement)
        return false;
    connection_bind_text(statement, ":state", registration_states[state].name);
    connection_bind_text(statement, ":role", registration_roles[role].name);
    connection_bind_number(statement, ":takes", takes);
    return connection_run(statement, err);
}

bool
seats_table_set_rule(struct database *db, const struct seat_rule *rule, struct error *err)
{
    for (int state = 0; state < REGISTRATION_STATE_COUNT; state++)
        for (int role = 0; role < REGISTRATION_ROLE_COUNT; role++)
            if (!set_takes(db, state, role, rule->takes[state][role], err))
                return false;
    sqlite3_stmt *statement = connection_prepare(db, SQL_RECOUNT, err);
    return statement != NULL && connection_run(statement, err);
}
