/* SPDX-License-Identifier: GPL-3.0-or-later */
/* programme_table.c - who sits in two workshops */
#include "atelier/store/programme_table.h"

#include "atelier/domain/workshop_choice.h"
#include "database/connection.h"
#include "table/rule_sql.h"

#define SQL_IN_BOTH                                                                      \
    "SELECT r.family || coalesce(', ' || r.given, '') FROM workshop_choice a"            \
    " CROSS JOIN workshop_choice b ON b.registration = a.registration"                   \
    " AND b.workshop = :other AND b.state = :seated"                                     \
    " CROSS JOIN registration r ON r.id = a.registration"                                \
    " WHERE a.workshop = :workshop AND a.state = :seated AND " IS_REGISTRATION_LIVE(     \
        "r") " ORDER BY r.sort_key, r.id"

bool
programme_table_each_in_both(struct database *db, int64_t workshop, int64_t other,
                             void (*visit)(void *context, const char *name),
                             void *context, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_IN_BOTH, err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":workshop", workshop);
    connection_bind_number(statement, ":other", other);
    connection_bind_number(statement, ":seated", CHOICE_SEATED);
    bool there = false;
    bool ok;
    while ((ok = connection_step(statement, &there, err)) && there)
        visit(context, connection_column_text(statement, 0));
    connection_release(statement);
    return ok;
}
