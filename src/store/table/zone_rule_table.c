/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zone_rule_table.c - which rules of each zone the instants of meetings follow */
#include "atelier/store/zone_rule_table.h"

#include <string.h>

#include "database/connection.h"
#include "table/zone_rule_follow.h"

#define SQL_EACH "SELECT zone, fingerprint FROM zone_rule ORDER BY zone"
#define SQL_ADD "INSERT INTO zone_rule (zone) VALUES (:zone) ON CONFLICT DO NOTHING"
#define SQL_SET "UPDATE zone_rule SET fingerprint = :fingerprint WHERE zone = :zone"
#define SQL_NOTE                                                                         \
    "INSERT INTO zone_rule (zone, fingerprint) VALUES (:zone, :fingerprint)"             \
    " ON CONFLICT DO UPDATE SET fingerprint = NULL"                                      \
    " WHERE fingerprint <> excluded.fingerprint"

bool
zone_rule_table_each(struct database *db,
                     void (*visit)(void *context, const char *zone,
                                   const uint64_t *fingerprint),
                     void *context, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_EACH, err);
    if (!statement)
        return false;
    bool there = false;
    bool ok;
    while ((ok = connection_step(statement, &there, err)) && there) {
        const uint64_t fingerprint = (uint64_t)sqlite3_column_int64(statement, 1);
        const bool is_known = sqlite3_column_type(statement, 1) != SQLITE_NULL;
        visit(context, connection_column_text(statement, 0),
              is_known ? &fingerprint : NULL);
    }
    connection_release(statement);
    return ok;
}

static bool
write_rule(struct database *db, const char *sql, const char *zone, uint64_t fingerprint,
           struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, sql, err);
    if (!statement)
        return false;
    connection_bind_text(statement, ":zone", zone);
    connection_bind_number(statement, ":fingerprint", (int64_t)fingerprint);
    return connection_run(statement, err);
}

bool
zone_rule_table_set(struct database *db, const char *zone, uint64_t fingerprint,
                    struct error *err)
{
    return write_rule(db, SQL_SET, zone, fingerprint, err);
}

bool
zone_rule_table_note(struct database *db, const char *zone, uint64_t fingerprint,
                     struct error *err)
{
    return write_rule(db, SQL_NOTE, zone, fingerprint, err);
}

bool
zone_rule_follow(struct database *db, const struct meeting *before,
                 const struct meeting *after, struct error *err)
{
    if (!after || (before && strcmp(before->zone, after->zone) == 0))
        return true;
    sqlite3_stmt *statement = connection_prepare(db, SQL_ADD, err);
    if (!statement)
        return false;
    connection_bind_text(statement, ":zone", after->zone);
    return connection_run(statement, err);
}
