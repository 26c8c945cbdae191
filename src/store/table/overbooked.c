/* SPDX-License-Identifier: GPL-3.0-or-later */
/* overbooked.c - the meetings at which more seats are taken than there are */
#include "table/overbooked.h"

#include "database/connection.h"
#include "table/rule_sql.h"

/* How many are taken too much, and how many of them are known. */
#define SQL_COMPARE                                                                      \
    "SELECT max(coalesce(" SEATS_TAKEN(                                                  \
        "m.id") " - m.seats, 0), 0),"                                                    \
                " coalesce((SELECT excess FROM overbooked WHERE meeting = m.id AND "     \
                "workshop = 0), 0)"                                                      \
                " FROM meeting m WHERE m.id = :meeting"
#define SQL_KEEP                                                                         \
    "INSERT INTO overbooked (meeting, workshop, excess) VALUES (:meeting, 0, :excess)"   \
    " ON CONFLICT DO UPDATE SET excess = :excess"
#define SQL_FORGET "DELETE FROM overbooked WHERE meeting = :meeting AND workshop = 0"

#define SQL_NONE "DELETE FROM overbooked"
#define SQL_ALL                                                                          \
    "INSERT INTO overbooked (meeting, workshop, excess)"                                 \
    " SELECT meeting, 0, taken - seats FROM seat_view WHERE taken > seats"

static bool
write_excess(struct database *db, int64_t meeting, int64_t excess, struct error *err)
{
    sqlite3_stmt *statement =
        connection_prepare(db, excess > 0 ? SQL_KEEP : SQL_FORGET, err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", meeting);
    connection_bind_number(statement, ":excess", excess);
    return connection_run(statement, err);
}

/* Nothing is written where nothing changes, as at nearly every registration. */
static bool
follow(struct database *db, int64_t meeting, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_COMPARE, err);
    bool there = false;

    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", meeting);
    const bool ok = connection_step(statement, &there, err);
    const int64_t excess = ok && there ? sqlite3_column_int64(statement, 0) : 0;
    const int64_t known = ok && there ? sqlite3_column_int64(statement, 1) : 0;
    connection_release(statement);
    return ok && (excess == known || write_excess(db, meeting, excess, err));
}

bool
overbooked_follow(struct database *db, const struct registration *before,
                  const struct registration *after, struct error *err)
{
    const struct registration *registration = after ? after : before;

    if (!registration ||
        (before && after && before->state == after->state && before->role == after->role))
        return true;
    return follow(db, registration->meeting, err);
}

bool
overbooked_follow_meeting(struct database *db, const struct meeting *before,
                          const struct meeting *after, struct error *err)
{
    return !before || !after || before->seats == after->seats ||
           follow(db, after->head.id, err);
}

static bool
run(struct database *db, const char *sql, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, sql, err);

    return statement && connection_run(statement, err);
}

bool
overbooked_renew(struct database *db, struct error *err)
{
    return run(db, SQL_NONE, err) && run(db, SQL_ALL, err);
}
