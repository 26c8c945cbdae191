/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_table.c - the meetings between two instants, in one question by the index on
 * their start
 */
#include "atelier/store/agenda_table.h"

#include "database/connection.h"
#include "table/rule_sql.h"

enum { ID, STATE, START, END, ZONE, START_AT, GROUP, TITLE, ROOM, PLACE };

#define SQL_AGENDA                                                                       \
    "SELECT m.id, m.state, coalesce(d.start, m.start), coalesce(d.\"end\", m.\"end\"),"  \
    " m.zone, m.start_at, g.code, m.title, coalesce(m.room, 0),"                         \
    " coalesce(r.name || ', ' || v.name, m.place)"                                       \
    " FROM meeting m LEFT JOIN working_group g ON g.id = m.\"group\""                    \
    " LEFT JOIN room r ON r.id = m.room LEFT JOIN venue v ON v.id = r.venue"             \
    " LEFT JOIN meeting_day d ON d.meeting = m.id AND d.gone = 0"                        \
    " WHERE m.start_at < :end AND " IS_MEETING_TO_COME(                                  \
        "m", ":start") " AND (:group = 0 OR m.\"group\" = :group)"                       \
                       " AND (:room = 0 OR m.room = :room)"                              \
                       " AND (:person = 0 OR EXISTS (SELECT 1 FROM registration own"     \
                       " WHERE own.person = :person AND own.meeting = m.id "             \
                       "AND " IS_REGISTRATION_LIVE(                                      \
                           "own") ")) ORDER BY m.start_at, m.id, d.start"

static bool
read_entry(sqlite3_stmt *row, struct agenda_entry *entry)
{
    entry->row = (struct row_ref){ ENTITY_MEETING, sqlite3_column_int64(row, ID) };
    entry->state = (enum meeting_state)sqlite3_column_int(row, STATE);
    entry->start_at = sqlite3_column_int64(row, START_AT);
    entry->room = sqlite3_column_int64(row, ROOM);
    entry->group = connection_column_copy(row, GROUP);
    entry->title = connection_column_copy(row, TITLE);
    entry->place = connection_column_copy(row, PLACE);
    return entry->state < MEETING_STATE_COUNT &&
           local_time_parse(connection_column_text(row, START), &entry->start) &&
           local_time_parse(connection_column_text(row, END), &entry->end);
}

bool
agenda_table_each(struct database *db, const struct agenda_query *query,
                  bool (*visit)(void *context, struct agenda_entry *entry,
                                const char *zone, struct error *err),
                  void *context, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_AGENDA, err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":start", query->span.start);
    connection_bind_number(statement, ":end", query->span.end);
    connection_bind_number(statement, ":group", query->group);
    connection_bind_number(statement, ":room", query->room);
    connection_bind_number(statement, ":person", query->person);
    bool there = false;
    bool ok;
    while ((ok = connection_step(statement, &there, err)) && there) {
        struct agenda one = { 0 };
        struct agenda_entry *entry = agenda_add(&one);

        ok = !read_entry(statement, entry) ||
             visit(context, entry, connection_column_text(statement, ZONE), err);
        agenda_clear(&one);
        if (!ok)
            break;
    }
    connection_release(statement);
    return ok;
}
