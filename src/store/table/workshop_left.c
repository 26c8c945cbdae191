/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_left.c - how often the seat of a person in a workshop has ended */
#include "table/workshop_left.h"

#include "database/connection.h"

#define SQL_LEFT                                                                         \
    "INSERT INTO workshop_left (person, workshop, ics_sequence)"                         \
    " SELECT person, :workshop, 1 FROM registration WHERE id = :registration"            \
    " ON CONFLICT DO UPDATE SET ics_sequence = ics_sequence + 1"

bool
workshop_left_follow(struct database *db, const struct workshop_choice *before,
                     const struct workshop_choice *after, struct error *err)
{
    if (!before || before->state != CHOICE_SEATED ||
        (after && after->state == CHOICE_SEATED))
        return true;
    sqlite3_stmt *statement = connection_prepare(db, SQL_LEFT, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":workshop", before->workshop);
    connection_bind_number(statement, ":registration", before->registration);
    return connection_run(statement, err);
}
