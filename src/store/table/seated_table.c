/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seated_table.c - who took a seat of a meeting or of a workshop last */
#include "atelier/store/seated_table.h"

#include "atelier/domain/registration.h"
#include "atelier/domain/workshop_choice.h"
#include "database/connection.h"
#include "table/workshop_sql.h"

#define IS_MEANT                                                                         \
    " AND (:category = 0 OR r.category = :category)"                                     \
    " AND (:organisation = 0 OR r.organisation = :organisation)"

#define SQL_OF_MEETING                                                                   \
    "SELECT r.id FROM registration r WHERE r.meeting = :meeting AND EXISTS"              \
    " (SELECT 1 FROM seat_rule t WHERE t.state = r.state AND t.role = r.role)" IS_MEANT  \
    " ORDER BY r.created_at DESC, r.id DESC LIMIT :most"

#define SQL_OF_WORKSHOP                                                                  \
    "SELECT r.id FROM workshop_choice c"                                                 \
    " CROSS JOIN registration r ON r.id = c.registration"                                \
    " WHERE c.workshop = :workshop AND c.state = :seated AND " TAKES_WORKSHOP_SEAT("r")  \
        IS_MEANT " ORDER BY c.changed_at DESC, c.id DESC LIMIT :most"

static sqlite3_stmt *
prepare(struct database *db, const struct seated_query *query, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(
        db, query->workshop != 0 ? SQL_OF_WORKSHOP : SQL_OF_MEETING, err);

    if (statement && query->workshop != 0) {
        connection_bind_number(statement, ":workshop", query->workshop);
        connection_bind_number(statement, ":seated", CHOICE_SEATED);
        connection_bind_number(statement, ":accepted", REGISTRATION_ACCEPTED);
    } else if (statement) {
        connection_bind_number(statement, ":meeting", query->meeting);
    }
    return statement;
}

bool
seated_table_last(struct database *db, const struct seated_query *query, size_t most,
                  int64_t *registrations, size_t *count, struct error *err)
{
    sqlite3_stmt *statement = prepare(db, query, err);
    bool there = false;
    bool ok = statement;

    *count = 0;
    if (!ok)
        return false;
    connection_bind_number(statement, ":category", query->category);
    connection_bind_number(statement, ":organisation", query->organisation);
    connection_bind_number(statement, ":most", (int64_t)most);
    while ((ok = connection_step(statement, &there, err)) && there && *count < most)
        registrations[(*count)++] = sqlite3_column_int64(statement, 0);
    connection_release(statement);
    return ok;
}
