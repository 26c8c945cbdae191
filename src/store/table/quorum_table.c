/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quorum_table.c - the quorums of a group, and the people counted for them */
#include "atelier/store/quorum_table.h"

#include "atelier/base/memory.h"
#include "atelier/store/row_table.h"
#include "database/connection.h"

#define SQL_QUORUMS "SELECT id FROM quorum WHERE \"group\" = :group ORDER BY id"

#define SQL_COUNT_COMING                                                                 \
    "SELECT category, sum(people) FROM head_count WHERE meeting = :meeting"              \
    " AND workshop = 0 AND state = :accepted AND role <> :staff GROUP BY category"

static bool
add_quorum(struct database *db, int64_t id, struct quorum_list *list, struct error *err)
{
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof list->items[0]);
    struct quorum *quorum = &list->items[list->count++];
    record_init(&quorum_entity, quorum);
    return row_load(db, &quorum_entity, id, quorum, err);
}

bool
quorum_table_list(struct database *db, int64_t group, struct quorum_list *list,
                  struct error *err)
{
    quorum_list_clear(list);
    sqlite3_stmt *statement = connection_prepare(db, SQL_QUORUMS, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":group", group);
    bool there = true;
    bool ok = true;
    while (ok && there)
        ok = connection_step(statement, &there, err) &&
             (!there || add_quorum(db, sqlite3_column_int64(statement, 0), list, err));
    connection_release(statement);
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
