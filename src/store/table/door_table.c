/* SPDX-License-Identifier: GPL-3.0-or-later */
/* door_table.c - the list at the door of a meeting, read once; its marks as they come */
#include "atelier/store/door_table.h"

#include <stdlib.h>

#include "database/connection.h"
#include "table/rule_sql.h"

#define SQL_LIST                                                                         \
    "SELECT r.id, r.person, r.family, r.given, r.organisation_name, r.function,"         \
    " r.state, r.role FROM registration r WHERE r.meeting = :meeting"                    \
    " AND " IS_REGISTRATION_LIVE("r") " ORDER BY r.sort_key, r.id"

#define SQL_STAMP                                                                        \
    "SELECT count(*), coalesce(max(id), 0), coalesce(sum(rev), 0) FROM registration"     \
    " WHERE meeting = :meeting"

#define SQL_NEWEST_ACT "SELECT coalesce(max(id), 0) FROM journal"
/* Of a mark, and of no other row. */
#define SQL_MARKS_ONLY                                                                   \
    "SELECT NOT EXISTS (SELECT 1 FROM journal WHERE id > :after"                         \
    " AND (entity IS NOT :presence OR rows IS NOT NULL))"

#define SQL_MARKS                                                                        \
    "SELECT p.id, r.person, p.kind, p.remote, p.at, p.\"by\" FROM presence p"            \
    " CROSS JOIN registration r ON r.id = p.registration"                                \
    " WHERE p.slot = :slot AND p.id > :after ORDER BY p.id"

enum {
    LIST_ID,
    LIST_PERSON,
    LIST_FAMILY,
    LIST_GIVEN,
    LIST_ORGANISATION,
    LIST_FUNCTION,
    LIST_STATE,
    LIST_ROLE
};

static const char *
text_or_null(sqlite3_stmt *statement, int column)
{
    return (const char *)sqlite3_column_text(statement, column);
}

static void
add_row(sqlite3_stmt *statement, const struct seat_rule *rule, struct door_roll *roll)
{
    const struct registration registration = {
        .state = (enum registration_state)sqlite3_column_int(statement, LIST_STATE),
        .role = (enum registration_role)sqlite3_column_int(statement, LIST_ROLE),
    };
    const struct door_row row = {
        .registration = sqlite3_column_int64(statement, LIST_ID),
        .person = sqlite3_column_int64(statement, LIST_PERSON),
        .family = connection_column_text(statement, LIST_FAMILY),
        .given = text_or_null(statement, LIST_GIVEN),
        .organisation = text_or_null(statement, LIST_ORGANISATION),
        .function = text_or_null(statement, LIST_FUNCTION),
        .state = registration.state,
        .expected = presence_is_expected(&registration, rule),
    };

    door_roll_add(roll, &row);
}

bool
door_table_read(struct database *db, const struct seat_rule *rule, struct door_roll *roll,
                struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_LIST, err);
    bool there = false;
    bool ok;

    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", roll->meeting);
    while ((ok = connection_step(statement, &there, err)) && there)
        add_row(statement, rule, roll);
    connection_release(statement);
    door_roll_settle(roll);
    return ok;
}

bool
door_table_stamp(struct database *db, int64_t meeting, struct door_stamp *stamp,
                 struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_STAMP, err);
    bool there = false;

    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", meeting);
    const bool ok = connection_step(statement, &there, err);
    if (there)
        *stamp = (struct door_stamp){
            .count = sqlite3_column_int64(statement, 0),
            .newest = sqlite3_column_int64(statement, 1),
            .revisions = sqlite3_column_int64(statement, 2),
        };
    connection_release(statement);
    return ok;
}

bool
door_table_newest_act(struct database *db, int64_t *journal, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_NEWEST_ACT, err);

    return statement && connection_read_number(statement, journal, err);
}

bool
door_table_marks_only(struct database *db, int64_t journal, bool *marks_only,
                      struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_MARKS_ONLY, err);
    int64_t answer = 0;

    if (!statement)
        return false;
    connection_bind_number(statement, ":after", journal);
    connection_bind_number(statement, ":presence", presence_entity.number);
    const bool ok = connection_read_number(statement, &answer, err);
    *marks_only = ok && answer == 1;
    return ok;
}

enum { MARK_ID, MARK_PERSON, MARK_KIND, MARK_REMOTE, MARK_AT, MARK_BY };

static void
take_mark(sqlite3_stmt *statement, struct door_roll *roll)
{
    struct presence mark = {
        .head = { .id = sqlite3_column_int64(statement, MARK_ID) },
        .kind = (enum presence_kind)sqlite3_column_int(statement, MARK_KIND),
        .remote = sqlite3_column_int(statement, MARK_REMOTE) == 1,
        .at = sqlite3_column_int64(statement, MARK_AT),
        .by = connection_column_copy(statement, MARK_BY),
    };

    door_roll_mark(roll, sqlite3_column_int64(statement, MARK_PERSON), &mark);
    roll->last_mark = mark.head.id;
    free(mark.by);
}

bool
door_table_read_marks(struct database *db, struct door_roll *roll, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_MARKS, err);
    bool there = false;
    bool ok;

    if (!statement)
        return false;
    connection_bind_number(statement, ":slot", roll->slot);
    connection_bind_number(statement, ":after", roll->last_mark);
    while ((ok = connection_step(statement, &there, err)) && there)
        take_mark(statement, roll);
    connection_release(statement);
    return ok;
}
