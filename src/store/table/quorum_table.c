/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quorum_table.c - the quorums of a group, and the people counted for them */
#include "atelier/store/quorum_table.h"

#include "database/connection.h"
#include "table/presence_sql.h"
#include "table/record_list.h"

#define SQL_QUORUMS "SELECT id FROM quorum WHERE \"group\" = :group ORDER BY id"

#define SQL_COUNT_COMING                                                                 \
    "SELECT category, sum(people) FROM head_count WHERE meeting = :meeting"              \
    " AND workshop = 0 AND state = :accepted AND role <> :staff GROUP BY category"

/* Who was seen, by the category of their newest registration: that they came under an
 * older one does not make them two people. */
static const char sql_count_present[] = "WITH mark AS (SELECT r.person AS person, "
    /* clang-format off */
    NEWEST(WAS_THERE, "there") ", "
    NEWEST(":annulled", "annulled")
    MARKS_OF_MEETING
    /* clang-format on */
    " seen AS (SELECT person FROM mark GROUP BY person HAVING max(there > annulled)),"
    " known AS (SELECT max(r.id), r.category AS category, r.role AS role FROM seen"
    " JOIN registration r ON r.person = seen.person AND r.meeting = :meeting"
    " GROUP BY r.person)"
    " SELECT coalesce(category, 0), count(*) FROM known WHERE role <> :staff"
    " GROUP BY category";

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

/* The rows of a statement that is bound: a category, and how many people. */
static bool
read_counts(sqlite3_stmt *statement, struct quorum_count_list *list, struct error *err)
{
    bool there = false;
    bool ok;

    while ((ok = connection_step(statement, &there, err)) && there)
        quorum_count_list_add(list, sqlite3_column_int64(statement, 0),
                              sqlite3_column_int64(statement, 1));
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
    return read_counts(statement, list, err);
}

bool
quorum_table_count_present(struct database *db, int64_t meeting,
                           struct quorum_count_list *list, struct error *err)
{
    quorum_count_list_clear(list);
    sqlite3_stmt *statement = connection_prepare(db, sql_count_present, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", meeting);
    connection_bind_number(statement, ":staff", REGISTRATION_STAFF);
    presence_sql_bind_kinds(statement);
    return read_counts(statement, list, err);
}
