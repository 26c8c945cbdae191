/* SPDX-License-Identifier: GPL-3.0-or-later */
/* head_count.c - how many people of each kind there are at a meeting */
#include "table/head_count.h"

#include "database/connection.h"

#define OF_KIND                                                                          \
    " WHERE meeting = :meeting AND workshop = 0 AND state = :state AND role = :role"     \
    " AND category = :category"

#define SQL_COME                                                                         \
    "INSERT INTO head_count (meeting, workshop, state, role, category, people)"          \
    " VALUES (:meeting, 0, :state, :role, :category, 1)"                                 \
    " ON CONFLICT DO UPDATE SET people = people + 1"
#define SQL_GO "UPDATE head_count SET people = people - 1" OF_KIND " AND people > 1"
#define SQL_GO_LAST "DELETE FROM head_count" OF_KIND

/* How the registration is counted, for one person. */
static struct head_count
head_count_of(const struct registration *registration)
{
    return (struct head_count){
        .meeting = registration->meeting,
        .state = registration->state,
        .role = registration->role,
        .category = registration->category,
        .people = 1,
    };
}

bool
head_count_equal(const struct head_count *a, const struct head_count *b)
{
    return a->meeting == b->meeting && a->state == b->state && a->role == b->role &&
           a->category == b->category;
}

static bool
run(struct database *db, const char *sql, const struct head_count *count,
    struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, sql, err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", count->meeting);
    connection_bind_number(statement, ":state", count->state);
    connection_bind_number(statement, ":role", count->role);
    connection_bind_number(statement, ":category", count->category);
    return connection_run(statement, err);
}

/* A kind without people has no row. */
static bool
go(struct database *db, const struct head_count *count, struct error *err)
{
    return run(db, SQL_GO, count, err) &&
           (sqlite3_changes(db->sqlite) > 0 || run(db, SQL_GO_LAST, count, err));
}

bool
head_count_follow(struct database *db, const struct registration *before,
                  const struct registration *after, struct error *err)
{
    const struct head_count old =
        before ? head_count_of(before) : (struct head_count){ 0 };
    const struct head_count new = after ? head_count_of(after) : (struct head_count){ 0 };

    if (before && after && head_count_equal(&old, &new))
        return true;
    return (!before || go(db, &old, err)) && (!after || run(db, SQL_COME, &new, err));
}
