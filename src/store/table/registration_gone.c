/* SPDX-License-Identifier: GPL-3.0-or-later */
/* registration_gone.c - how far the calendars of people had counted whose registration an
 * undo took away
 */
#include "table/registration_gone.h"

#include "database/connection.h"

#define SQL_GONE                                                                         \
    "INSERT INTO registration_gone (person, meeting, ics_sequence)"                      \
    " VALUES (:person, :meeting, :sequence) ON CONFLICT DO UPDATE"                       \
    " SET ics_sequence = max(ics_sequence, excluded.ics_sequence)"

bool
registration_gone_follow(struct database *db, const struct registration *before,
                         const struct registration *after, struct error *err)
{
    if (after)
        return true;
    sqlite3_stmt *statement = connection_prepare(db, SQL_GONE, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":person", before->person);
    connection_bind_number(statement, ":meeting", before->meeting);
    connection_bind_number(statement, ":sequence",
                           before->ics_sequence == NUMBER_NONE ? 0
                                                               : before->ics_sequence);
    return connection_run(statement, err);
}
