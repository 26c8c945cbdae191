/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_table.c - the next number of a meeting, the last ones, those to come */
#include "atelier/store/meeting_table.h"

#include "atelier/base/memory.h"
#include "database/connection.h"
#include "table/rule_sql.h"

#define SQL_NUMBER                                                                       \
    "SELECT coalesce(max(number), 0) + 1 FROM meeting WHERE \"group\" = :group"

#define SQL_LONGEST "SELECT coalesce(max(end_at - start_at), 0) FROM meeting"

#define SQL_LAST                                                                         \
    "SELECT id FROM meeting WHERE \"group\" = :group AND id <> :except AND " NEEDS_ROOM( \
        "meeting") " ORDER BY start_at DESC, id DESC LIMIT 1"

#define SQL_HELD                                                                         \
    "SELECT id FROM meeting WHERE \"group\" = :group AND state IN (:held, :closed)"      \
    " AND start_at < :before ORDER BY start_at DESC, id DESC LIMIT :most"

#define SQL_TO_COME                                                                      \
    "SELECT m.id FROM meeting m WHERE " IS_MEETING_TO_COME(                              \
        "m", ":now") " AND (:zone IS NULL OR m.zone = :zone) ORDER BY m.start_at, m.id"

bool
meeting_table_next_number(struct database *db, int64_t group, int64_t *number,
                          struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_NUMBER, err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":group", group);
    *number = 0;
    return connection_read_number(statement, number, err);
}

bool
meeting_table_longest(struct database *db, int64_t *seconds, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_LONGEST, err);

    *seconds = 0;
    return statement && connection_read_number(statement, seconds, err);
}

bool
meeting_table_last(struct database *db, int64_t group, int64_t except, int64_t *id,
                   struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_LAST, err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":group", group);
    connection_bind_number(statement, ":except", except);
    *id = 0;
    return connection_read_number(statement, id, err);
}

bool
meeting_table_held(struct database *db, int64_t group, instant before, size_t most,
                   int64_t *ids, size_t *count, struct error *err)
{
    *count = 0;
    sqlite3_stmt *statement = connection_prepare(db, SQL_HELD, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":group", group);
    connection_bind_number(statement, ":held", MEETING_HELD);
    connection_bind_number(statement, ":closed", MEETING_CLOSED);
    connection_bind_number(statement, ":before",
                           before == INSTANT_NONE ? INT64_MAX : before);
    connection_bind_number(statement, ":most", (int64_t)most);
    bool there = false;
    bool ok;
    while ((ok = connection_step(statement, &there, err)) && there && *count < most)
        ids[(*count)++] = sqlite3_column_int64(statement, 0);
    connection_release(statement);
    return ok;
}

bool
meeting_table_to_come(struct database *db, const char *zone, instant now, int64_t **ids,
                      size_t *count, struct error *err)
{
    size_t capacity = 0;
    *ids = NULL;
    *count = 0;
    sqlite3_stmt *statement = connection_prepare(db, SQL_TO_COME, err);
    if (!statement)
        return false;
    connection_bind_text(statement, ":zone", zone);
    connection_bind_number(statement, ":now", now);
    bool there = false;
    bool ok;
    while ((ok = connection_step(statement, &there, err)) && there) {
        *ids = memory_grow(*ids, &capacity, *count + 1, sizeof **ids);
        (*ids)[(*count)++] = sqlite3_column_int64(statement, 0);
    }
    connection_release(statement);
    return ok;
}
