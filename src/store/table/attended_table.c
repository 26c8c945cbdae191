/* SPDX-License-Identifier: GPL-3.0-or-later */
/* attended_table.c - who was there in which slots of a meeting */
#include "atelier/store/attended_table.h"

#include "atelier/domain/presence.h"
#include "database/connection.h"

/* A mark that is older than an annulment is none; somebody may have come under a
 * registration that was withdrawn since, or that was another person's until these two
 * were merged: the live one, then the newest, tells the name. */
#define SQL_EACH                                                                         \
    "WITH mark AS (SELECT s.id AS slot, r.person AS person,"                             \
    " coalesce(max(p.id) FILTER (WHERE (:there >> p.kind) & 1), 0) AS there,"            \
    " coalesce(max(p.id) FILTER (WHERE p.kind = :annulled), 0) AS annulled,"             \
    " coalesce(max(p.id) FILTER (WHERE p.remote = 1), 0) AS remote"                      \
    " FROM slot s CROSS JOIN presence p ON p.slot = s.id"                                \
    " CROSS JOIN registration r ON r.id = p.registration"                                \
    " WHERE s.meeting = :meeting AND (:person = 0 OR r.person = :person)"                \
    " GROUP BY s.id, r.person)"                                                          \
    " SELECT m.person, r.family, r.given, r.organisation_name, r.function, s.label,"     \
    " s.start, s.\"end\", m.remote = m.there FROM mark m JOIN slot s ON s.id = m.slot"   \
    " JOIN registration r ON r.id = (SELECT id FROM registration"                        \
    " WHERE person = m.person AND meeting = :meeting"                                    \
    " ORDER BY live DESC, id DESC LIMIT 1) WHERE m.there > m.annulled"                   \
    " ORDER BY r.sort_key, m.person, s.start, s.id"

static struct attended_slot
read_slot(sqlite3_stmt *row)
{
    int at = 0;
    struct attended_slot slot = { .person = sqlite3_column_int64(row, at++) };

    slot.family = connection_column_text(row, at++);
    slot.given = connection_column_text(row, at++);
    slot.organisation = connection_column_text(row, at++);
    slot.function = connection_column_text(row, at++);
    slot.label = connection_column_text(row, at++);
    (void)local_time_parse(connection_column_text(row, at++), &slot.start);
    (void)local_time_parse(connection_column_text(row, at++), &slot.end);
    slot.remote = sqlite3_column_int(row, at) != 0;
    return slot;
}

bool
attended_table_each(struct database *db, int64_t meeting, int64_t person,
                    attended_take *take, void *context, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_EACH, err);
    bool there = false;
    bool ok = statement != NULL;

    if (ok) {
        connection_bind_number(statement, ":meeting", meeting);
        connection_bind_number(statement, ":person", person);
        connection_bind_number(statement, ":there", presence_kinds_there());
        connection_bind_number(statement, ":annulled", PRESENCE_ANNULLED);
    }
    while (ok && (ok = connection_step(statement, &there, err)) && there) {
        const struct attended_slot slot = read_slot(statement);
        take(context, &slot);
    }
    connection_release(statement);
    return ok;
}
