/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seats_table.c - how many seats are taken, and which states and roles take one */
#include "atelier/store/seats_table.h"

#include <stddef.h>

#include "atelier/base/language.h"
#include "database/connection.h"
#include "table/overbooked.h"
#include "table/rule_sql.h"

/* Of each kind of people how many, and whether they take seats; one row without a kind
 * where there is nobody. */
#define SQL_COUNT                                                                        \
    "SELECT m.seats, h.state, h.people, t.state IS NOT NULL FROM meeting m"              \
    " LEFT JOIN head_count h ON h.meeting = m.id AND h.workshop = 0"                     \
    " LEFT JOIN seat_rule t ON t.state = h.state AND t.role = h.role"                    \
    " WHERE m.id = :meeting"

enum { COLUMN_SEATS, COLUMN_STATE, COLUMN_PEOPLE, COLUMN_TAKES };

#define SQL_RULE "SELECT state, role FROM seat_rule"
#define SQL_NO_RULE "DELETE FROM seat_rule"
#define SQL_ADD_RULE "INSERT INTO seat_rule (state, role) VALUES (:state, :role)"

/* The kinds of people of those that are not over, meeting by meeting. */
#define SQL_OVERBOOKED                                                                   \
    "SELECT o.meeting, h.state, h.role FROM overbooked o"                                \
    " CROSS JOIN meeting m ON m.id = o.meeting"                                          \
    " CROSS JOIN head_count h ON h.meeting = o.meeting AND h.workshop = 0"               \
    " WHERE o.workshop = 0 AND " IS_MEETING_TO_COME(                                     \
        "m", ":now") " AND " IS_MEETING_UNDECIDED("m") " ORDER BY o.meeting"

/* The same of all that are not decided. */
#define SQL_UNDECIDED                                                                    \
    "SELECT m.id, h.state, h.role FROM meeting m"                                        \
    " CROSS JOIN head_count h ON h.meeting = m.id AND h.workshop = 0"                    \
    " WHERE h.people > 0 AND " IS_MEETING_UNDECIDED("m") " ORDER BY m.id"

static void
add_kind(struct seats *seats, sqlite3_stmt *statement)
{
    const int64_t state = sqlite3_column_int64(statement, COLUMN_STATE);
    const int64_t people = sqlite3_column_int64(statement, COLUMN_PEOPLE);

    if (sqlite3_column_type(statement, COLUMN_SEATS) != SQLITE_NULL)
        seats->seats = sqlite3_column_int64(statement, COLUMN_SEATS);
    if (sqlite3_column_type(statement, COLUMN_STATE) == SQLITE_NULL ||
        !choice_is_one(registration_states, state))
        return;
    seats->state[state] += people;
    if (sqlite3_column_int(statement, COLUMN_TAKES))
        seats->taken += people;
}

bool
seats_table_count(struct database *db, int64_t meeting, struct seats *seats,
                  struct error *err)
{
    bool there = false;
    bool found = false;
    bool ok;

    *seats = (struct seats){ .seats = NUMBER_NONE };
    sqlite3_stmt *statement = connection_prepare(db, SQL_COUNT, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", meeting);
    while ((ok = connection_step(statement, &there, err)) && there) {
        found = true;
        add_kind(seats, statement);
    }
    connection_release(statement);
    if (ok && !found)
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
        const int64_t state = sqlite3_column_int64(statement, 0);
        const int64_t role = sqlite3_column_int64(statement, 1);
        if (choice_is_one(registration_states, state) &&
            choice_is_one(registration_roles, role))
            rule->takes[state][role] = true;
    }
    connection_release(statement);
    return ok;
}

static bool
add_rule(struct database *db, int state, int role, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_ADD_RULE, err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":state", state);
    connection_bind_number(statement, ":role", role);
    return connection_run(statement, err);
}

bool
seats_table_set_rule(struct database *db, const struct seat_rule *rule, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_NO_RULE, err);

    if (!statement || !connection_run(statement, err))
        return false;
    for (int state = 0; state < REGISTRATION_STATE_COUNT; state++)
        for (int role = 0; role < REGISTRATION_ROLE_COUNT; role++)
            if (rule->takes[state][role] && !add_rule(db, state, role, err))
                return false;
    return overbooked_renew(db, err);
}

/* Each meeting once that has people of these kinds; the statement goes through meetings,
 * states and roles, and is released. */
static bool
each_of_kinds(sqlite3_stmt *statement, const struct seat_rule *kinds,
              bool (*visit)(void *context, int64_t meeting, struct error *err),
              void *context, struct error *err)
{
    int64_t last = 0;
    bool there = false;
    bool ok;

    while ((ok = connection_step(statement, &there, err)) && there) {
        const int64_t meeting = sqlite3_column_int64(statement, 0);
        const int64_t state = sqlite3_column_int64(statement, 1);
        const int64_t role = sqlite3_column_int64(statement, 2);
        if (meeting == last || !choice_is_one(registration_states, state) ||
            !choice_is_one(registration_roles, role) || !kinds->takes[state][role])
            continue;
        last = meeting;
        if (!visit(context, meeting, err)) {
            ok = false;
            break;
        }
    }
    connection_release(statement);
    return ok;
}

static bool
count_meeting(void *context, int64_t meeting, struct error *err)
{
    (void)meeting;
    (void)err;
    ++*(int64_t *)context;
    return true;
}

bool
seats_table_overbooked_with(struct database *db, const struct seat_rule *kinds,
                            instant now, int64_t *count, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_OVERBOOKED, err);

    *count = 0;
    if (!statement)
        return false;
    connection_bind_number(statement, ":now", now);
    return each_of_kinds(statement, kinds, count_meeting, count, err);
}

bool
seats_table_each_with(struct database *db, const struct seat_rule *kinds,
                      bool (*visit)(void *context, int64_t meeting, struct error *err),
                      void *context, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_UNDECIDED, err);

    return statement && each_of_kinds(statement, kinds, visit, context, err);
}
