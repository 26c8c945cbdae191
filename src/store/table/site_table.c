/* SPDX-License-Identifier: GPL-3.0-or-later */
/* site_table.c - what the pages that everybody may read are made of */
#include "atelier/store/site_table.h"

#include <stdlib.h>

#include "atelier/base/memory.h"
#include "atelier/domain/person.h"
#include "atelier/domain/report.h"
#include "atelier/domain/setting.h"
#include "database/connection.h"

/* Acts that are many are in no index. */
#define ARE_FEW(act)                                                                     \
    act " NOT IN ('registration.add', 'registration.accept', 'presence.add')"

/* When somebody was erased last whose name the list of a meeting keeps. */
#define KEPT_NAMES                                                                       \
    "SELECT r.meeting, max(j.at) AS erased_at FROM journal j"                            \
    " CROSS JOIN registration r ON r.person = j.row"                                     \
    " CROSS JOIN person e ON e.id = r.person AND e.family <> r.family"                   \
    " WHERE j.act = 'person.erase' AND " ARE_FEW(                                        \
        "j.act") " AND j.entity = :person GROUP BY r.meeting"

#define SQL_MEETINGS                                                                     \
    "SELECT m.id, m.\"group\", m.state, m.title, g.code, g.name,"                        \
    " coalesce(r.name || coalesce(', ' || v.name, ''), m.place, ''),"                    \
    " m.start, m.\"end\", coalesce(p.id, 0), coalesce(p.version, 0),"                    \
    " coalesce(p.final_at, 0), coalesce(k.erased_at >= p.final_at, 0)"                   \
    " FROM meeting m JOIN working_group g ON g.id = m.\"group\""                         \
    " LEFT JOIN room r ON r.id = m.room LEFT JOIN venue v ON v.id = r.venue"             \
    " LEFT JOIN report p ON p.meeting = m.id AND p.state = :final"                       \
    " LEFT JOIN (" KEPT_NAMES ") k ON k.meeting = m.id"                                  \
    " WHERE m.state <> :draft AND m.cancelled_draft = 0"                                 \
    " ORDER BY m.start, m.id"

#define SQL_ACT "SELECT coalesce(max(id), 0) FROM journal"
#define SQL_ACT_AT "SELECT coalesce((SELECT at FROM journal ORDER BY id DESC LIMIT 1), 0)"
#define SQL_ERASURE                                                                      \
    "SELECT coalesce(max(id), 0) FROM journal WHERE act = 'person.erase'"                \
    " AND " ARE_FEW("act")
#define SQL_NAMES                                                                        \
    "SELECT coalesce(max(j.at), 0) FROM journal_change c JOIN journal j"                 \
    " ON j.id = c.journal WHERE c.entity = :settings"                                    \
    " AND c.before -> '$.report_names' IS NOT NULL"

void
site_meeting_list_clear(struct site_meeting_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        free(list->items[i].title);
        free(list->items[i].group_code);
        free(list->items[i].group_name);
        free(list->items[i].place);
    }
    free(list->items);
    *list = (struct site_meeting_list){ 0 };
}

static void
add(struct site_meeting_list *list, sqlite3_stmt *statement)
{
    list->items = memory_grow(list->items, &list->capacity, list->count + 1,
                              sizeof(list->items[0]));
    struct site_meeting *meeting = &list->items[list->count++];

    *meeting = (struct site_meeting){
        .id = sqlite3_column_int64(statement, 0),
        .group = sqlite3_column_int64(statement, 1),
        .state = (enum meeting_state)sqlite3_column_int(statement, 2),
        .title = connection_column_copy(statement, 3),
        .group_code = connection_column_copy(statement, 4),
        .group_name = connection_column_copy(statement, 5),
        .place = connection_column_copy(statement, 6),
        .report = sqlite3_column_int64(statement, 9),
        .version = sqlite3_column_int64(statement, 10),
        .final_at = sqlite3_column_int64(statement, 11),
        .names_erased = sqlite3_column_int(statement, 12) != 0,
    };
    (void)local_time_parse(connection_column_text(statement, 7), &meeting->start);
    (void)local_time_parse(connection_column_text(statement, 8), &meeting->end);
}

bool
site_table_load(struct database *db, struct site_meeting_list *list, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_MEETINGS, err);
    bool row = false;

    site_meeting_list_clear(list);
    if (!statement)
        return false;
    connection_bind_number(statement, ":draft", MEETING_DRAFT);
    connection_bind_number(statement, ":final", REPORT_FINAL);
    connection_bind_number(statement, ":person", person_entity.number);
    bool ok;
    while ((ok = connection_step(statement, &row, err)) && row)
        add(list, statement);
    connection_release(statement);
    return ok;
}

static bool
read_number(struct database *db, const char *sql, int64_t *number, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, sql, err);

    *number = 0;
    if (!statement)
        return false;
    connection_bind_number(statement, ":settings", settings_entity.number);
    return connection_read_number(statement, number, err);
}

bool
site_table_act(struct database *db, struct site_epoch *epoch, struct error *err)
{
    return read_number(db, SQL_ACT, &epoch->act, err) &&
           read_number(db, SQL_ACT_AT, &epoch->act_at, err);
}

bool
site_table_epoch(struct database *db, struct site_epoch *epoch, struct error *err)
{
    return site_table_act(db, epoch, err) &&
           read_number(db, SQL_ERASURE, &epoch->erasure, err) &&
           read_number(db, SQL_NAMES, &epoch->names_changed, err);
}
