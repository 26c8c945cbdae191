/* SPDX-License-Identifier: GPL-3.0-or-later */
/* audit_table.c - what does not hold of the attendance of meetings that are over
 *
 * A mark that was annulled is none; who was there by a link signs nothing.
 */
#include "atelier/store/audit_table.h"

#include "atelier/domain/meeting.h"
#include "atelier/domain/presence.h"
#include "database/connection.h"
#include "table/rule_sql.h"

#define ABOUT                                                                            \
    "WITH a AS MATERIALIZED (SELECT id, title, start, \"end\", zone, start_at, end_at,"  \
    " room, mode FROM meeting WHERE " NEEDS_ROOM(                                        \
        "meeting") " AND end_at <= :now"                                                 \
                   " AND CASE WHEN :meeting <> 0 THEN id = :meeting"                     \
                   " ELSE start_at >= :from AND start_at < :until END) "
#define CELLS "a.id, a.title, a.start, a.\"end\", a.zone, a.start_at"
#define NEWEST(kinds) "coalesce(max(p.id) FILTER (WHERE (" kinds " >> p.kind) & 1), 0)"

#define SQL_COUNT ABOUT "SELECT count(*) FROM a"

static const char sql_slots[] =
    /* clang-format off */
    ABOUT ", mark AS (SELECT s.id AS slot, "
    NEWEST(":there") " AS there, "
    NEWEST("1 << :signed") " AS signed, "
    NEWEST("1 << :annulled") " AS annulled, "
    "coalesce(max(p.id) FILTER (WHERE p.remote = 1), 0) AS remote"
                                                                /* clang-format on */
                                                                " FROM a CROSS JOIN slot "
                                                                "s ON s.meeting = a.id"
                                                                " CROSS JOIN presence p "
                                                                "ON p.slot = s.id"
                                                                " CROSS JOIN "
                                                                "registration r ON r.id "
                                                                "= p.registration GROUP "
                                                                "BY s.id, r.person),"
                                                                " seen AS (SELECT slot, "
                                                                "sum(there > annulled "
                                                                "AND remote <> there) AS "
                                                                "in_room,"
                                                                " sum(there > annulled "
                                                                "AND remote <> there AND "
                                                                "signed <= annulled) AS "
                                                                "unsigned,"
                                                                " sum(signed > annulled) "
                                                                "AS signatures FROM mark "
                                                                "GROUP BY slot)"
                                                                " SELECT " CELLS
                                                                ", s.label, room.name, "
                                                                "coalesce(seen.in_room, "
                                                                "0),"
                                                                " coalesce(seen.unsigned,"
                                                                " 0), "
                                                                "coalesce(seen."
                                                                "signatures, 0), "
                                                                "coalesce(room.seats, 0),"
                                                                " a.mode = :remote"
                                                                " FROM a LEFT JOIN slot "
                                                                "s ON s.meeting = a.id "
                                                                "LEFT JOIN seen ON "
                                                                "seen.slot = s.id"
                                                                " LEFT JOIN room ON "
                                                                "room.id = a.room ORDER "
                                                                "BY a.start_at, a.id, "
                                                                "s.start, s.id";

/* The hours of a slot on one clock for all zones. */
#define HOUR(row, column, meeting)                                                       \
    "(" meeting ".start_at + unixepoch(" row "." column ") - unixepoch(" meeting         \
    ".start))"

/* Seen in the room of a slot, by a mark that stands. */
#define SEEN(mark, registration)                                                         \
    "(:there >> " mark ".kind) & 1 AND " mark                                            \
    ".remote = 0 AND " MARK_STANDS(mark, registration)

#define SQL_TWO_PLACES                                                                   \
    ABOUT "SELECT DISTINCT " CELLS                                                       \
          ", s.label, r.family || coalesce(', ' || r.given, '')"                         \
          ", x.title, x.id FROM a CROSS JOIN slot s ON s.meeting = a.id"                 \
          " CROSS JOIN presence p ON p.slot = s.id"                                      \
          " CROSS JOIN registration r ON r.id = p.registration"                          \
          " CROSS JOIN registration q ON q.person = r.person AND q.meeting <> a.id"      \
          " CROSS JOIN meeting x ON x.id = q.meeting AND x.start_at < a.end_at"          \
          " AND x.end_at > a.start_at AND (:meeting <> 0 OR x.start_at < :from"          \
          " OR (x.start_at, x.id) > (a.start_at, a.id))"                                 \
          " CROSS JOIN presence o ON o.registration = q.id"                              \
          " CROSS JOIN slot t ON t.id = o.slot"                                          \
          " WHERE " SEEN("p", "r") " AND " SEEN("o", "q") " AND " HOUR(                  \
              "t", "start",                                                              \
              "x") " < " HOUR("s", "\"end\"",                                            \
                              "a") " AND " HOUR("t", "\"end\"",                          \
                                                "x") " > " HOUR("s", "start", "a")

/* The newest of the sheets that were printed once somebody had signed. */
#define SQL_REPRINTED                                                                    \
    ABOUT ", first AS (SELECT a.id AS meeting, min(p.at) AS at FROM a"                   \
          " CROSS JOIN slot s ON s.meeting = a.id"                                       \
          " CROSS JOIN presence p ON p.slot = s.id AND p.kind = :signed"                 \
          " CROSS JOIN registration r ON r.id = p.registration"                          \
          " WHERE " MARK_STANDS(                                                         \
              "p", "r") " GROUP BY a.id)"                                                \
                        " SELECT " CELLS                                                 \
                        ", NULL, NULL, max(sheet.version), sheet.created_at, first.at"   \
                        " FROM first CROSS JOIN a ON a.id = first.meeting"               \
                        " CROSS JOIN sheet ON sheet.meeting = a.id AND "                 \
                        "sheet.created_at > first.at"                                    \
                        " GROUP BY a.id"

/* Once something was scanned, each slot with a sheet of its own wants that one, too. */
#define SQL_UNSCANNED                                                                    \
    ABOUT "SELECT " CELLS ", slot.label, NULL, max(s.version) FROM a"                    \
          " CROSS JOIN sheet s ON s.meeting = a.id LEFT JOIN slot ON slot.id = s.slot"   \
          " WHERE a.mode <> :remote AND NOT EXISTS (SELECT 1 FROM sheet o"               \
          " WHERE o.meeting = a.id AND o.scan IS NOT NULL"                               \
          " AND (o.slot IN (0, s.slot) OR s.slot = 0)) GROUP BY a.id, s.slot"

enum { CELL_SLOT = 6, CELL_NAME, CELL_MORE };

static sqlite3_stmt *
prepare(struct database *db, const char *sql, const struct audit_query *query,
        struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, sql, err);

    if (!statement)
        return NULL;
    connection_bind_number(statement, ":meeting", query->meeting);
    connection_bind_number(statement, ":from", query->span.start);
    connection_bind_number(statement, ":until", query->span.end);
    connection_bind_number(statement, ":now", query->now);
    connection_bind_number(statement, ":there", presence_kinds_there());
    connection_bind_number(statement, ":signed", PRESENCE_SIGNED);
    connection_bind_number(statement, ":annulled", PRESENCE_ANNULLED);
    connection_bind_number(statement, ":remote", MODE_REMOTE);
    return statement;
}

static struct audit_finding *
add(struct audit_list *list, enum audit_kind kind, sqlite3_stmt *row)
{
    struct audit_finding *finding = audit_list_add(list);

    finding->kind = kind;
    finding->meeting = sqlite3_column_int64(row, 0);
    finding->title = connection_column_copy(row, 1);
    (void)local_time_parse(connection_column_text(row, 2), &finding->start);
    (void)local_time_parse(connection_column_text(row, 3), &finding->end);
    finding->zone = connection_column_copy(row, 4);
    finding->start_at = sqlite3_column_int64(row, 5);
    finding->slot = connection_column_copy(row, CELL_SLOT);
    finding->name = connection_column_copy(row, CELL_NAME);
    return finding;
}

static void
add_counts(struct audit_list *list, enum audit_kind kind, sqlite3_stmt *row)
{
    struct audit_finding *finding = add(list, kind, row);

    finding->in_room = sqlite3_column_int64(row, CELL_MORE);
    finding->unsigned_by = sqlite3_column_int64(row, CELL_MORE + 1);
    finding->signatures = sqlite3_column_int64(row, CELL_MORE + 2);
    finding->number = sqlite3_column_int64(row, CELL_MORE + 3);
}

/* Nobody signs where all are remote. */
static void
take_slot(struct audit_list *list, sqlite3_stmt *row)
{
    const int64_t missing = sqlite3_column_int64(row, CELL_MORE + 1);
    const int64_t signatures = sqlite3_column_int64(row, CELL_MORE + 2);
    const int64_t seats = sqlite3_column_int64(row, CELL_MORE + 3);
    const bool is_remote = sqlite3_column_int(row, CELL_MORE + 4) != 0;

    if (!is_remote && (missing > 0 || signatures == 0))
        add_counts(list, AUDIT_UNSIGNED, row);
    if (seats > 0 && signatures > seats)
        add_counts(list, AUDIT_ROOM, row);
}

static void
take_place(struct audit_list *list, sqlite3_stmt *row)
{
    struct audit_finding *finding = add(list, AUDIT_TWO_PLACES, row);

    finding->other = connection_column_copy(row, CELL_MORE);
    finding->other_id = sqlite3_column_int64(row, CELL_MORE + 1);
}

static void
take_sheet(struct audit_list *list, sqlite3_stmt *row)
{
    struct audit_finding *finding = add(list, AUDIT_REPRINTED, row);

    finding->number = sqlite3_column_int64(row, CELL_MORE);
    finding->at = sqlite3_column_int64(row, CELL_MORE + 1);
    finding->signed_at = sqlite3_column_int64(row, CELL_MORE + 2);
}

static void
take_unscanned(struct audit_list *list, sqlite3_stmt *row)
{
    add(list, AUDIT_SCAN, row)->number = sqlite3_column_int64(row, CELL_MORE);
}

static bool
find(struct database *db, const char *sql, const struct audit_query *query,
     void (*take)(struct audit_list *list, sqlite3_stmt *row), struct audit_list *list,
     struct error *err)
{
    sqlite3_stmt *statement = prepare(db, sql, query, err);
    bool there = false;
    bool ok = statement != NULL;

    while (ok && (ok = connection_step(statement, &there, err)) && there)
        take(list, statement);
    connection_release(statement);
    return ok;
}

static bool
count(struct database *db, const struct audit_query *query, int64_t *meetings,
      struct error *err)
{
    sqlite3_stmt *statement = prepare(db, SQL_COUNT, query, err);

    return statement && connection_read_number(statement, meetings, err);
}

bool
audit_table_find(struct database *db, const struct audit_query *query,
                 struct audit_list *list, struct error *err)
{
    return count(db, query, &list->meetings, err) &&
           find(db, sql_slots, query, take_slot, list, err) &&
           find(db, SQL_TWO_PLACES, query, take_place, list, err) &&
           find(db, SQL_REPRINTED, query, take_sheet, list, err) &&
           find(db, SQL_UNSCANNED, query, take_unscanned, list, err);
}
