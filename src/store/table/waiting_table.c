/* SPDX-License-Identifier: GPL-3.0-or-later */
/* waiting_table.c - who waits for a seat of a meeting, in what order */
#include "atelier/store/waiting_table.h"

#include <stdlib.h>

#include "atelier/base/memory.h"
#include "database/connection.h"
#include "table/rule_sql.h"

/* Whoever waits has a rank, and so have those who waited once. */
#define SQL_LIST                                                                         \
    "SELECT id, rank, coalesce(category, 0), coalesce(organisation, 0), role"            \
    " FROM registration WHERE meeting = :meeting AND rank IS NOT NULL"                   \
    " AND state = :state ORDER BY rank, id"

/* Who had their turn first, then who came onto the list first. */
#define SQL_PENDING                                                                      \
    "SELECT id, coalesce(rank, 0), coalesce(category, 0), coalesce(organisation, 0),"    \
    " role FROM registration WHERE meeting = :meeting AND state = :state"                \
    " ORDER BY rank IS NULL, rank, id"

#define SQL_RANK                                                                         \
    "SELECT coalesce(max(rank), 0) + 1 FROM registration WHERE meeting = :meeting"       \
    " AND rank IS NOT NULL"

#define SQL_HAS_RANK                                                                     \
    "SELECT 1 FROM registration WHERE meeting = :meeting AND rank = :rank"               \
    " AND id <> :id AND state IN (:waiting, :offered, :pending) LIMIT 1"

/* From those who wait, as most meetings have nobody who does. */
#define SQL_MEETINGS                                                                     \
    "SELECT DISTINCT m.id FROM head_count h CROSS JOIN meeting m ON m.id = h.meeting"    \
    " WHERE h.state = :waiting AND h.people > 0 AND " IS_MEETING_UNDECIDED("m")
/* Those alone that are to come, where the day has brought seats. */
#define SQL_RELEASED                                                                     \
    SQL_MEETINGS " AND " IS_MEETING_NOT_OVER(                                            \
        "m", ":now") " AND (m.opens <= :day OR"                                          \
                     " EXISTS (SELECT 1 FROM seat_limit l WHERE l.meeting = m.id AND "   \
                     "l.until < :day))"

void
waiting_list_clear(struct waiting_list *list)
{
    free(list->items);
    *list = (struct waiting_list){ 0 };
}

static bool
read_list(struct database *db, const char *sql, int64_t meeting,
          enum registration_state state, struct waiting_list *list, struct error *err)
{
    list->count = 0;
    sqlite3_stmt *statement = connection_prepare(db, sql, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", meeting);
    connection_bind_number(statement, ":state", state);
    bool there = false;
    bool ok;
    while ((ok = connection_step(statement, &there, err)) && there) {
        const int64_t role = sqlite3_column_int64(statement, 4);
        list->items = memory_grow(list->items, &list->capacity, list->count + 1,
                                  sizeof list->items[0]);
        list->items[list->count++] = (struct waiting){
            .registration = sqlite3_column_int64(statement, 0),
            .rank = sqlite3_column_int64(statement, 1),
            .category = sqlite3_column_int64(statement, 2),
            .organisation = sqlite3_column_int64(statement, 3),
            .role = choice_is_one(registration_roles, role) ? (enum registration_role)role
                                                            : REGISTRATION_PARTICIPANT,
        };
    }
    connection_release(statement);
    return ok;
}

bool
waiting_table_list(struct database *db, int64_t meeting, enum registration_state state,
                   struct waiting_list *list, struct error *err)
{
    return read_list(db, SQL_LIST, meeting, state, list, err);
}

bool
waiting_table_list_pending(struct database *db, int64_t meeting,
                           struct waiting_list *list, struct error *err)
{
    return read_list(db, SQL_PENDING, meeting, REGISTRATION_PENDING, list, err);
}

bool
waiting_table_next_rank(struct database *db, int64_t meeting, int64_t *rank,
                        struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_RANK, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", meeting);
    return connection_read_number(statement, rank, err);
}

bool
waiting_table_has_rank(struct database *db, const struct registration *registration,
                       bool *has, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_HAS_RANK, err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", registration->meeting);
    connection_bind_number(statement, ":rank", registration->rank);
    connection_bind_number(statement, ":id", registration->head.id);
    connection_bind_number(statement, ":waiting", REGISTRATION_WAITING);
    connection_bind_number(statement, ":offered", REGISTRATION_OFFERED);
    connection_bind_number(statement, ":pending", REGISTRATION_PENDING);
    const bool ok = connection_step(statement, has, err);
    connection_release(statement);
    return ok;
}

bool
waiting_table_each_meeting(struct database *db, struct date released, instant now,
                           bool (*visit)(void *context, int64_t meeting,
                                         struct error *err),
                           void *context, struct error *err)
{
    char day[DATE_TEXT_SIZE];

    sqlite3_stmt *statement =
        connection_prepare(db, date_is_none(released) ? SQL_MEETINGS : SQL_RELEASED, err);
    if (!statement)
        return false;
    if (!date_is_none(released)) {
        date_format(released, day);
        connection_bind_text(statement, ":day", day);
        connection_bind_number(statement, ":now", now);
    }
    connection_bind_number(statement, ":waiting", REGISTRATION_WAITING);
    return connection_each_number(statement, visit, context, err);
}
