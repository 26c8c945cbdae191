/* SPDX-License-Identifier: GPL-3.0-or-later */
/* registration_table.c - a person's registration, and those that acts changed */
#include "atelier/store/registration_table.h"

#include "atelier/store/row_table.h"
#include "database/connection.h"
#include "table/rule_sql.h"

/* The live one comes first: the order in which the index lies, so that nothing is sorted.
 */
#define SQL_FIND                                                                         \
    "SELECT id FROM registration WHERE person = :person AND meeting = :meeting"          \
    " ORDER BY live DESC, id DESC LIMIT 1"

#define OF_PERSON " WHERE person = :person AND meeting = :meeting"
#define SQL_SEQUENCE                                                                     \
    "SELECT max(sequence) FROM (SELECT coalesce(ics_sequence, 0) AS sequence"            \
    " FROM registration" OF_PERSON                                                       \
    " UNION ALL SELECT ics_sequence FROM registration_gone" OF_PERSON ")"

#define SQL_JOIN(table, what)                                                            \
    "INSERT INTO " table " (person, " what ", ics_sequence)"                             \
    " SELECT :keep, " what ", ics_sequence FROM " table " WHERE person = :other"         \
    " ON CONFLICT DO UPDATE"                                                             \
    " SET ics_sequence = max(ics_sequence, excluded.ics_sequence)"

#define SQL_SUBSTITUTE                                                                   \
    "SELECT id FROM registration WHERE substitute_for = :registration"                   \
    " ORDER BY id DESC LIMIT 1"

#define SQL_COMING                                                                       \
    "SELECT r.id FROM registration r JOIN meeting m ON m.id = r.meeting"                 \
    " WHERE r.person = :person AND " IS_REGISTRATION_LIVE(                               \
        "r") " AND " IS_MEETING_UNDECIDED("m") " AND m.start_at >= :from ORDER BY "      \
                                               "m.start_at, r.id"

/* Those that are gone left the meeting when they were removed. */
#define SQL_TOUCHED                                                                      \
    "SELECT r.id FROM registration r WHERE r.meeting = :meeting AND EXISTS"              \
    " (SELECT 1 FROM journal_change c WHERE c.entity = :entity AND c.row = r.id"         \
    " AND c.journal >= :act)"                                                            \
    " UNION SELECT c.row FROM journal_change c WHERE c.leaves = 1"                       \
    " AND c.entity = :entity AND c.journal >= :act"                                      \
    " AND CAST(c.before ->> '$.meeting' AS INTEGER) = :meeting"

/* Releases the statement. */
static bool
load_found(struct database *db, sqlite3_stmt *statement,
           struct registration *registration, struct error *err)
{
    int64_t id = 0;
    return connection_read_number(statement, &id, err) &&
           (id == 0 || row_load(db, &registration_entity, id, registration, err));
}

bool
registration_table_find(struct database *db, int64_t meeting, int64_t person,
                        struct registration *registration, struct error *err)
{
    record_clear(&registration_entity, registration);
    sqlite3_stmt *statement = connection_prepare(db, SQL_FIND, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", meeting);
    connection_bind_number(statement, ":person", person);
    return load_found(db, statement, registration, err);
}

bool
registration_table_sequence(struct database *db, int64_t meeting, int64_t person,
                            int64_t *sequence, struct error *err)
{
    *sequence = NUMBER_NONE;
    sqlite3_stmt *statement = connection_prepare(db, SQL_SEQUENCE, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", meeting);
    connection_bind_number(statement, ":person", person);
    bool there = false;
    const bool ok = connection_step(statement, &there, err);
    if (there && sqlite3_column_type(statement, 0) != SQLITE_NULL)
        *sequence = sqlite3_column_int64(statement, 0);
    connection_release(statement);
    return ok;
}

bool
registration_table_join_counts(struct database *db, int64_t keep, int64_t other,
                               struct error *err)
{
    static const char *const joins[] = { SQL_JOIN("registration_gone", "meeting"),
                                         SQL_JOIN("workshop_left", "workshop") };
    bool ok = true;

    for (size_t i = 0; ok && i < sizeof joins / sizeof joins[0]; i++) {
        sqlite3_stmt *statement = connection_prepare(db, joins[i], err);
        if (!statement)
            return false;
        connection_bind_number(statement, ":keep", keep);
        connection_bind_number(statement, ":other", other);
        ok = connection_run(statement, err);
    }
    return ok;
}

bool
registration_table_substitute(struct database *db, int64_t registration,
                              struct registration *substitute, struct error *err)
{
    record_clear(&registration_entity, substitute);
    sqlite3_stmt *statement = connection_prepare(db, SQL_SUBSTITUTE, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":registration", registration);
    return load_found(db, statement, substitute, err);
}

bool
registration_table_each_touched(struct database *db, int64_t meeting, int64_t act,
                                bool (*visit)(void *context, int64_t id,
                                              struct error *err),
                                void *context, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_TOUCHED, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", meeting);
    connection_bind_number(statement, ":entity", registration_entity.number);
    connection_bind_number(statement, ":act", act);
    return connection_each_number(statement, visit, context, err);
}

bool
registration_table_each_coming(struct database *db, int64_t person, instant from,
                               bool (*visit)(void *context, int64_t id,
                                             struct error *err),
                               void *context, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_COMING, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":person", person);
    connection_bind_number(statement, ":from", from);
    return connection_each_number(statement, visit, context, err);
}
