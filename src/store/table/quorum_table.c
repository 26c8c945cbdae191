/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quorum_table.c - the quorums of a group, and the people counted for them */
#include "atelier/store/quorum_table.h"

#include "database/connection.h"
#include "table/record_list.h"

#define SQL_QUORUMS "SELECT id FROM quorum WHERE \"group\" = :group ORDER BY id"

#define SQL_COUNT_COMING                                                                 \
    "SELECT category, sum(people) FROM head_count WHERE meeting = :meeting"              \
    " AND workshop = 0 AND state = :accepted AND role <> :staff GROUP BY category"

bool
quorum_table_list(struct database *db, int64_t group, struct quorum_list *list,
                  struct error *err)
{
    quorum_list_clear(list);
    sqlite3_stmt *statement = connection_prepare(db, SQL_QUORUMS, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":group", group);
    struct record_list rows;
    const bool ok = record_list_load(db, &quorum_entity, statement, &rows, err);
    *list = (struct quorum_list){ rows.items, rows.count, rows.capacity };
    return ok;
}

bool
quorum_table_count_coming(struct database *db, int64_t meeting,
                          struct quorum_count_list *list, struct error *err)
{
    quorum_count_list_clear(list);
    sqlite3_stmt *statement = connection_prepare(db, SQL_COUNT_COMING, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", meeting);
    connection_bind_number(statement, ":accepted", REGISTRATION_ACCEPTED);
    connection_bind_number(statement, ":staff", REGISTRATION_STAFF);
    bool there = false;
    bool ok;
    while ((ok = connection_step(statement, &there, err)) && there)
        quorum_count_list_add(list, sqlite3_column_int64(statement, 0),
                              sqlite3_column_int64(statement, 1));
    connection_release(statement);
    return ok;
}
