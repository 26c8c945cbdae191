/* SPDX-License-Identifier: GPL-3.0-or-later */
/* membership_table.c - the members of a group on a day */
#include "atelier/store/membership_table.h"

#include "atelier/store/row_table.h"
#include "database/connection.h"
#include "table/record_list.h"
#include "table/rule_sql.h"

#define SQL_ON                                                                           \
    "SELECT ms.id FROM membership ms CROSS JOIN person p ON p.id = ms.person"            \
    " WHERE ms.\"group\" = :group AND " HOLDS_ON("ms",                                   \
                                                 ":day") " ORDER BY p.sort_key, ms.id"

/* The newest, should somebody be a member twice. */
#define SQL_FIND                                                                         \
    "SELECT ms.id FROM membership ms"                                                    \
    " WHERE ms.\"group\" = :group AND ms.person = :person AND " HOLDS_ON(                \
        "ms", ":day") " ORDER BY ms.id DESC LIMIT 1"

#define SQL_LAST                                                                         \
    "SELECT ms.id FROM membership ms"                                                    \
    " WHERE ms.\"group\" = :group AND ms.person = :person"                               \
    " ORDER BY ms.\"to\" DESC, ms.id DESC LIMIT 1"

/* Absent ends are open. */
#define SQL_OVERLAP                                                                      \
    "SELECT id FROM membership WHERE \"group\" = :group AND person = :person"            \
    " AND id IS NOT :id"                                                                 \
    " AND (\"from\" IS NULL OR :to IS NULL OR \"from\" <= :to)"                          \
    " AND (\"to\" IS NULL OR :from IS NULL OR \"to\" >= :from) LIMIT 1"

static sqlite3_stmt *
prepare(struct database *db, const char *sql, int64_t group, struct date day,
        struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, sql, err);

    if (!statement)
        return NULL;
    char text[DATE_TEXT_SIZE];
    date_format(day, text);
    connection_bind_number(statement, ":group", group);
    connection_bind_text(statement, ":day", text);
    return statement;
}

bool
membership_table_on(struct database *db, int64_t group, struct date day,
                    struct membership_list *list, struct error *err)
{
    membership_list_clear(list);
    sqlite3_stmt *statement = prepare(db, SQL_ON, group, day, err);
    if (!statement)
        return false;
    struct record_list rows;
    const bool ok = record_list_load(db, &membership_entity, statement, &rows, err);
    *list = (struct membership_list){ rows.items, rows.count, rows.capacity };
    return ok;
}

bool
membership_table_find(struct database *db, int64_t group, int64_t person, struct date day,
                      struct membership *membership, struct error *err)
{
    record_clear(&membership_entity, membership);
    sqlite3_stmt *statement = prepare(db, SQL_FIND, group, day, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":person", person);
    int64_t id = 0;
    return connection_read_number(statement, &id, err) &&
           (id == 0 || row_load(db, &membership_entity, id, membership, err));
}

bool
membership_table_last(struct database *db, int64_t group, int64_t person,
                      struct membership *membership, struct error *err)
{
    record_clear(&membership_entity, membership);
    sqlite3_stmt *statement = connection_prepare(db, SQL_LAST, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":group", group);
    connection_bind_number(statement, ":person", person);
    int64_t id = 0;
    return connection_read_number(statement, &id, err) &&
           (id == 0 || row_load(db, &membership_entity, id, membership, err));
}

static void
bind_day(sqlite3_stmt *statement, const char *name, struct date day)
{
    if (date_is_none(day))
        return;
    char text[DATE_TEXT_SIZE];
    date_format(day, text);
    connection_bind_text(statement, name, text);
}

bool
membership_table_overlap(struct database *db, const struct membership *membership,
                         int64_t *id, struct error *err)
{
    *id = 0;
    sqlite3_stmt *statement = connection_prepare(db, SQL_OVERLAP, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":group", membership->group);
    connection_bind_number(statement, ":person", membership->person);
    connection_bind_number(statement, ":id", membership->head.id);
    bind_day(statement, ":from", membership->from);
    bind_day(statement, ":to", membership->to);
    return connection_read_number(statement, id, err);
}
