/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_source_table.c - meetings that an event of a calendar file may be */
#include "atelier/store/meeting_source_table.h"

#include <stdlib.h>

#include "atelier/base/memory.h"
#include "database/connection.h"

/* A day counts on from its meeting until it is gone. */
#define SQL_DAYS                                                                         \
    "SELECT 3, d.meeting, NULL, d.start, d.\"end\", d.gone OR m.state = :cancelled,"     \
    " d.ics_sequence + CASE WHEN d.gone THEN 0 ELSE m.ics_sequence END, NULL, d.slot"    \
    " FROM meeting_day d JOIN meeting m ON m.id = d.meeting WHERE d.ics_uid = :uid"
#define SQL_OURS                                                                         \
    "SELECT 2, id, NULL, start, \"end\", state = :cancelled, ics_sequence, NULL, NULL"   \
    " FROM meeting WHERE ics_uid = :uid"
#define SQL_IMPORTED                                                                     \
    "SELECT 1, id, source_start, start, \"end\", state = :cancelled, source_sequence,"   \
    " source_stamp, NULL FROM meeting WHERE source_uid = :uid"
#define SQL_FIND                                                                         \
    SQL_DAYS " UNION ALL " SQL_OURS " UNION ALL " SQL_IMPORTED " ORDER BY 1 DESC, 3"
#define SQL_FIND_PAST                                                                    \
    "SELECT 0, m.id, NULL, m.start, m.\"end\", 1, NULL, NULL, NULL"                      \
    " FROM past_uid p JOIN meeting m ON m.id = p.meeting WHERE p.uid = :uid"

void
meeting_source_list_clear(struct meeting_source_list *list)
{
    free(list->items);
    *list = (struct meeting_source_list){ 0 };
}

static struct local_time
read_time(sqlite3_stmt *statement, int column)
{
    struct local_time time = { 0 };
    const char *text = connection_column_text(statement, column);

    if (text)
        (void)local_time_parse(text, &time);
    return time;
}

static int64_t
read_number(sqlite3_stmt *statement, int column)
{
    return sqlite3_column_type(statement, column) == SQLITE_NULL
               ? NUMBER_NONE
               : sqlite3_column_int64(statement, column);
}

static void
add(struct meeting_source_list *list, sqlite3_stmt *statement)
{
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof list->items[0]);
    list->items[list->count++] = (struct meeting_source){
        .kind = (enum meeting_source_kind)sqlite3_column_int(statement, 0),
        .meeting = sqlite3_column_int64(statement, 1),
        .original = read_time(statement, 2),
        .start = read_time(statement, 3),
        .end = read_time(statement, 4),
        .is_off = sqlite3_column_int(statement, 5) != 0,
        .sequence = read_number(statement, 6),
        .stamp = read_number(statement, 7),
        .slot = sqlite3_column_int64(statement, 8),
    };
}

static bool
find(struct database *db, const char *sql, const char *uid,
     struct meeting_source_list *list, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, sql, err);
    if (!statement)
        return false;
    connection_bind_text(statement, ":uid", uid);
    connection_bind_number(statement, ":cancelled", MEETING_CANCELLED);
    bool there = false;
    bool ok;
    while ((ok = connection_step(statement, &there, err)) && there)
        add(list, statement);
    connection_release(statement);
    return ok;
}

bool
meeting_source_table_find(struct database *db, const char *uid,
                          struct meeting_source_list *list, struct error *err)
{
    list->count = 0;
    return find(db, SQL_FIND, uid, list, err) &&
           (list->count > 0 || find(db, SQL_FIND_PAST, uid, list, err));
}
