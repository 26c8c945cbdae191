/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_people_table.c - who is told of in the report of a meeting */
#include "atelier/store/report_people_table.h"

#include "table/rule_sql.h"
#include "table/statistics_sql.h"

#define SQL_MARKED "SELECT " WAS_MARKED("m") " FROM meeting m WHERE m.id = :meeting"

/* Somebody came in their place, and was seen wherever anybody was. */
#define IS_REPRESENTED                                                                   \
    "EXISTS (SELECT 1 FROM registration s WHERE s.substitute_for = r.id"                 \
    " AND " IS_REGISTRATION_LIVE("s") " AND (NOT :marked OR " WAS_AT("s.person",         \
                                                                     "m.id") "))"

#define SQL_EACH                                                                         \
    "SELECT r.person, r.family, r.given, r.function, r.organisation_name, c.name,"       \
    " p.email, p.consent, r.state, " OUTCOME(                                            \
        ":marked") ", r.state IN (:substituted, :state_excused) AND " IS_REPRESENTED     \
                   " FROM meeting m CROSS JOIN registration r ON r.meeting = m.id"       \
                   " JOIN person p ON p.id = r.person"                                   \
                   " LEFT JOIN category c ON c.id = r.category"                          \
                   " WHERE m.id = :meeting AND " IS_COUNTED_ONCE                         \
                   " ORDER BY c.\"order\" IS NULL, c.\"order\", c.name, c.id,"           \
                   " r.organisation_name IS NULL, coalesce((SELECT sort_key FROM "       \
                   "organisation o"                                                      \
                   " WHERE o.id = r.organisation), lower(r.organisation_name)), "        \
                   "r.organisation_name,"                                                \
                   " r.sort_key, r.person"

static const char *
text_at(sqlite3_stmt *row, int column)
{
    return (const char *)sqlite3_column_text(row, column);
}

static struct report_attendee
read_attendee(sqlite3_stmt *row)
{
    int at = 0;
    struct report_attendee attendee = { .person = sqlite3_column_int64(row, at++) };

    attendee.family = text_at(row, at++);
    attendee.given = text_at(row, at++);
    attendee.function = text_at(row, at++);
    attendee.organisation = text_at(row, at++);
    attendee.category = text_at(row, at++);
    attendee.email = text_at(row, at++);
    attendee.consents = sqlite3_column_int(row, at++) != 0;
    attendee.state = (enum registration_state)sqlite3_column_int(row, at++);
    attendee.outcome = (enum outcome)sqlite3_column_int(row, at++);
    attendee.represented = sqlite3_column_int(row, at) != 0;
    return attendee;
}

static bool
was_marked(struct database *db, int64_t meeting, bool *marked, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_MARKED, err);
    int64_t found = 0;

    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", meeting);
    const bool ok = connection_read_number(statement, &found, err);
    *marked = found != 0;
    return ok;
}

bool
report_people_each(struct database *db, int64_t meeting, instant now, bool *marked,
                   report_attendee_take *take, void *context, struct error *err)
{
    if (!was_marked(db, meeting, marked, err))
        return false;
    sqlite3_stmt *statement = connection_prepare(db, SQL_EACH, err);
    bool there = false;
    bool ok = statement != NULL;

    if (ok) {
        connection_bind_number(statement, ":meeting", meeting);
        connection_bind_number(statement, ":now", now);
        connection_bind_number(statement, ":marked", *marked);
        connection_bind_number(statement, ":substituted", REGISTRATION_SUBSTITUTED);
        statistics_bind_outcomes(statement);
    }
    while (ok && (ok = connection_step(statement, &there, err)) && there) {
        const struct report_attendee attendee = read_attendee(statement);
        take(context, &attendee);
    }
    connection_release(statement);
    return ok;
}
