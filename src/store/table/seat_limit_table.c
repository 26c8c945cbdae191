/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seat_limit_table.c - the limits of a meeting, and the counts of seats that they need */
#include "atelier/store/seat_limit_table.h"

#include "database/connection.h"
#include "table/record_list.h"

#define SQL_LIMITS                                                                       \
    "SELECT id FROM seat_limit WHERE meeting = :meeting AND workshop IS NULL ORDER BY "  \
    "id"
#define SQL_LIMITS_OF_WORKSHOP                                                           \
    "SELECT id FROM seat_limit WHERE workshop = :workshop ORDER BY id"

#define SQL_COUNT_CATEGORIES                                                             \
    "SELECT h.category, sum(h.people) FROM seat_rule t CROSS JOIN head_count h"          \
    " ON h.meeting = :meeting AND h.workshop = 0 AND h.state = t.state"                  \
    " AND h.role = t.role WHERE h.category <> 0 GROUP BY h.category"

#define SQL_COUNT_ORGANISATIONS                                                          \
    "SELECT r.organisation, count(*) FROM registration r WHERE r.meeting = :meeting"     \
    " AND r.organisation IS NOT NULL AND EXISTS (SELECT 1 FROM seat_rule t"              \
    " WHERE t.state = r.state AND t.role = r.role) GROUP BY r.organisation"

bool
seat_limit_table_list(struct database *db, int64_t meeting, struct seat_limit_list *list,
                      struct error *err)
{
    seat_limit_list_clear(list);
    sqlite3_stmt *statement = connection_prepare(db, SQL_LIMITS, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", meeting);
    struct record_list rows;
    const bool ok = record_list_load(db, &seat_limit_entity, statement, &rows, err);
    *list = (struct seat_limit_list){ rows.items, rows.count, rows.capacity };
    return ok;
}

bool
seat_limit_table_list_of_workshop(struct database *db, int64_t workshop,
                                  struct seat_limit_list *list, struct error *err)
{
    seat_limit_list_clear(list);
    sqlite3_stmt *statement = connection_prepare(db, SQL_LIMITS_OF_WORKSHOP, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":workshop", workshop);
    struct record_list rows;
    const bool ok = record_list_load(db, &seat_limit_entity, statement, &rows, err);
    *list = (struct seat_limit_list){ rows.items, rows.count, rows.capacity };
    return ok;
}

static bool
count_by(struct database *db, const char *sql, int64_t meeting,
         struct seating_count_list *list, struct error *err)
{
    seating_count_list_clear(list);
    sqlite3_stmt *statement = connection_prepare(db, sql, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", meeting);
    bool there = false;
    bool ok;
    while ((ok = connection_step(statement, &there, err)) && there)
        seating_count_list_add(list, sqlite3_column_int64(statement, 0),
                               sqlite3_column_int64(statement, 1));
    connection_release(statement);
    return ok;
}

bool
seat_limit_table_count_categories(struct database *db, int64_t meeting,
                                  struct seating_count_list *list, struct error *err)
{
    return count_by(db, SQL_COUNT_CATEGORIES, meeting, list, err);
}

bool
seat_limit_table_count_organisations(struct database *db, int64_t meeting,
                                     struct seating_count_list *list, struct error *err)
{
    return count_by(db, SQL_COUNT_ORGANISATIONS, meeting, list, err);
}
