/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_table.c - the meetings between two instants, in one question by the index on
 * their start
 */
#include "atelier/store/agenda_table.h"

#include "atelier/domain/workshop.h"
#include "atelier/domain/workshop_choice.h"
#include "database/connection.h"
#include "table/rule_sql.h"

enum {
    ID,
    STATE,
    START,
    END,
    ZONE,
    START_AT,
    GROUP,
    TITLE,
    ROOM,
    PLACE,
    WORKSHOP,
    WHOLE
};

#define SQL_AGENDA                                                                       \
    "SELECT m.id, m.state, coalesce(d.start, m.start), coalesce(d.\"end\", m.\"end\"),"  \
    " m.zone, m.start_at, g.code, m.title, coalesce(m.room, 0),"                         \
    " coalesce(r.name || ', ' || v.name, m.place), 0, NULL"                              \
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

/* A workshop lies within its meeting, and is found by the index on its own start. */
#define SQL_WORKSHOPS                                                                    \
    "SELECT m.id, CASE WHEN w.state = :off THEN :cancelled ELSE m.state END,"            \
    " coalesce(w.start, s.start), coalesce(w.\"end\", s.\"end\"), m.zone, w.start_at,"   \
    " g.code, w.title, coalesce(w.room, m.room, 0),"                                     \
    " coalesce(r.name || ', ' || v.name, m.place), w.id, m.title"                        \
    " FROM workshop w CROSS JOIN meeting m ON m.id = w.meeting"                          \
    " LEFT JOIN slot s ON s.id = w.slot LEFT JOIN working_group g ON g.id = m.\"group\"" \
    " LEFT JOIN room r ON r.id = coalesce(w.room, m.room)"                               \
    " LEFT JOIN venue v ON v.id = r.venue WHERE w.start_at < :end"                       \
    " AND " IS_MEETING_TO_COME(                                                          \
        "w",                                                                             \
        ":start") " AND (:group = 0 OR m.\"group\" = :group)"                            \
                  " AND (:room = 0 OR coalesce(w.room, m.room) = :room)"                 \
                  " AND (:person = 0 OR w.leader = :person OR EXISTS (SELECT 1"          \
                  " FROM speaker k WHERE k.workshop = w.id AND k.person = :person)"      \
                  " OR EXISTS (SELECT 1 FROM registration own"                           \
                  " CROSS JOIN workshop_choice c ON c.registration = own.id"             \
                  " AND c.workshop = w.id AND c.state = :seated"                         \
                  " WHERE own.person = :person AND own.meeting = m.id"                   \
                  " AND " IS_REGISTRATION_LIVE("own") ")) ORDER BY w.start_at, w.id"

#define SQL_PARTS                                                                        \
    "SELECT w.title || coalesce(' ' || r.name, '') FROM workshop w"                      \
    " LEFT JOIN room r ON r.id = w.room WHERE w.meeting = :meeting UNION ALL"            \
    " SELECT i.title || coalesce(' ' || p.title, '') || coalesce(' ' || r.name, '')"     \
    " FROM item i LEFT JOIN project p ON p.id = i.project LEFT JOIN room r"              \
    " ON r.id = i.room WHERE i.meeting = :meeting"

static bool
read_entry(sqlite3_stmt *row, struct agenda_entry *entry)
{
    entry->row = (struct row_ref){ ENTITY_MEETING, sqlite3_column_int64(row, ID) };
    entry->state = (enum meeting_state)sqlite3_column_int(row, STATE);
    entry->start_at = sqlite3_column_int64(row, START_AT);
    entry->room = sqlite3_column_int64(row, ROOM);
    entry->group = connection_column_copy(row, GROUP);
    entry->title = connection_column_copy(row, TITLE);
    entry->workshop = sqlite3_column_int64(row, WORKSHOP);
    entry->whole = connection_column_copy(row, WHOLE);
    entry->place = connection_column_copy(row, PLACE);
    return entry->state < MEETING_STATE_COUNT &&
           local_time_parse(connection_column_text(row, START), &entry->start) &&
           local_time_parse(connection_column_text(row, END), &entry->end);
}

static bool
each(struct database *db, const char *sql, const struct agenda_query *query,
     bool (*visit)(void *context, struct agenda_entry *entry, const char *zone,
                   struct error *err),
     void *context, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, sql, err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":start", query->span.start);
    connection_bind_number(statement, ":end", query->span.end);
    connection_bind_number(statement, ":group", query->group);
    connection_bind_number(statement, ":room", query->room);
    connection_bind_number(statement, ":person", query->person);
    connection_bind_number(statement, ":off", WORKSHOP_CANCELLED);
    connection_bind_number(statement, ":cancelled", MEETING_CANCELLED);
    connection_bind_number(statement, ":seated", CHOICE_SEATED);
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

bool
agenda_table_each(struct database *db, const struct agenda_query *query,
                  bool (*visit)(void *context, struct agenda_entry *entry,
                                const char *zone, struct error *err),
                  void *context, struct error *err)
{
    return each(db, SQL_AGENDA, query, visit, context, err);
}

bool
agenda_table_each_workshop(struct database *db, const struct agenda_query *query,
                           bool (*visit)(void *context, struct agenda_entry *entry,
                                         const char *zone, struct error *err),
                           void *context, struct error *err)
{
    return each(db, SQL_WORKSHOPS, query, visit, context, err);
}

bool
agenda_table_add_parts(struct database *db, int64_t meeting, struct buffer *titles,
                       struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_PARTS, err);
    bool there = false;
    bool ok;

    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", meeting);
    while ((ok = connection_step(statement, &there, err)) && there)
        buffer_addf(titles, " %s", connection_column_text(statement, 0));
    connection_release(statement);
    return ok;
}
