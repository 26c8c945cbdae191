/* SPDX-License-Identifier: GPL-3.0-or-later */
/* presence_table.c - the marks in the slots of a meeting, and how many people came */
#include "atelier/store/presence_table.h"

#include "atelier/store/row_table.h"
#include "database/connection.h"
#include "table/presence_sql.h"
#include "table/record_list.h"

/* A person may have come under a registration that was withdrawn since.  By the person
 * first: by the slot, all marks of it are gone through. */
#define SQL_LAST                                                                         \
    "SELECT p.id FROM slot s"                                                            \
    " CROSS JOIN registration r ON r.person = :person AND r.meeting = s.meeting"         \
    " CROSS JOIN presence p ON p.registration = r.id AND p.slot = s.id"                  \
    " WHERE s.id = :slot ORDER BY p.id DESC LIMIT 1"

#define SQL_STANDING                                                                     \
    "WITH mark AS (SELECT p.id AS id, p.annuls AS annuls FROM slot s"                    \
    " CROSS JOIN registration r ON r.person = :person AND r.meeting = s.meeting"         \
    " CROSS JOIN presence p ON p.registration = r.id AND p.slot = s.id"                  \
    " WHERE s.id = :slot AND p.id < :below)"                                             \
    " SELECT id FROM mark WHERE id > coalesce((SELECT max(id) FROM mark"                 \
    " WHERE annuls = 1), 0) ORDER BY id"

#define SQL_WAS_THERE                                                                    \
    "SELECT EXISTS (SELECT 1 FROM presence p WHERE p.registration = :registration"       \
    " AND p.kind IN (:present, :left, :signed)"                                          \
    " AND NOT EXISTS (SELECT 1 FROM presence a WHERE a.registration = p.registration"    \
    " AND a.slot = p.slot AND a.id > p.id AND a.annuls = 1))"

/* What is kept of the slots; how many they are, and in how many of them somebody was
 * marked. */
#define SQL_KEPT                                                                         \
    "SELECT coalesce(sum(c.present), 0), coalesce(sum(c.remote), 0),"                    \
    " coalesce(sum(c.inside), 0), coalesce(sum(c.signatures), 0),"                       \
    " coalesce(sum(c.excused), 0), coalesce(sum(c.absent), 0), count(*), count(c.slot)"  \
    " FROM slot s LEFT JOIN presence_slot_count c ON c.slot = s.id"                      \
    " WHERE s.meeting = :meeting AND (:slot = 0 OR s.id = :slot)"

/* Of a meeting that nobody was marked at, as most are, nothing is added up. */
#define SQL_IS_MARKED                                                                    \
    "SELECT 1 FROM slot s CROSS JOIN presence_slot_count c ON c.slot = s.id"             \
    " WHERE s.meeting = :meeting LIMIT 1"

/* Of all slots, each person once. */
static const char sql_count[] =
    "WITH mark AS (SELECT r.person AS person, "
    /* clang-format off */
    NEWEST_OF_ALL
    MARKS_OF_MEETING
    /* clang-format on */
    " seen AS (SELECT " PERSON_SEEN " FROM mark GROUP BY person)"
    " SELECT " PEOPLE_SEEN " FROM seen";

void
presence_sql_bind_kinds(sqlite3_stmt *statement)
{
    connection_bind_number(statement, ":present", PRESENCE_PRESENT);
    connection_bind_number(statement, ":left", PRESENCE_LEFT);
    connection_bind_number(statement, ":signed", PRESENCE_SIGNED);
    connection_bind_number(statement, ":excused", PRESENCE_EXCUSED);
    connection_bind_number(statement, ":absent", PRESENCE_ABSENT);
    connection_bind_number(statement, ":annulled", PRESENCE_ANNULLED);
}

enum {
    COLUMN_PRESENT,
    COLUMN_REMOTE,
    COLUMN_INSIDE,
    COLUMN_SIGNATURES,
    COLUMN_EXCUSED,
    COLUMN_ABSENT,
    COLUMN_SLOTS,
    COLUMN_MARKED_SLOTS
};

bool
presence_table_last(struct database *db, int64_t slot, int64_t person,
                    struct presence *mark, struct error *err)
{
    record_clear(&presence_entity, mark);
    sqlite3_stmt *statement = connection_prepare(db, SQL_LAST, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":slot", slot);
    connection_bind_number(statement, ":person", person);
    int64_t id = 0;
    return connection_read_number(statement, &id, err) &&
           (id == 0 || row_load(db, &presence_entity, id, mark, err));
}

bool
presence_table_standing(struct database *db, int64_t slot, int64_t person, int64_t below,
                        struct presence_list *list, struct error *err)
{
    presence_list_clear(list);
    sqlite3_stmt *statement = connection_prepare(db, SQL_STANDING, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":slot", slot);
    connection_bind_number(statement, ":person", person);
    connection_bind_number(statement, ":below", below);
    struct record_list rows;
    const bool ok = record_list_load(db, &presence_entity, statement, &rows, err);
    *list = (struct presence_list){ rows.items, rows.count, rows.capacity };
    return ok;
}

bool
presence_table_was_there(struct database *db, int64_t registration, bool *was_there,
                         struct error *err)
{
    int64_t found = 0;
    sqlite3_stmt *statement = connection_prepare(db, SQL_WAS_THERE, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":registration", registration);
    presence_sql_bind_kinds(statement);
    const bool ok = connection_read_number(statement, &found, err);
    *was_there = ok && found != 0;
    return ok;
}

static void
read_count(sqlite3_stmt *statement, struct presence_count *count)
{
    *count = (struct presence_count){
        .present = sqlite3_column_int64(statement, COLUMN_PRESENT),
        .remote = sqlite3_column_int64(statement, COLUMN_REMOTE),
        .inside = sqlite3_column_int64(statement, COLUMN_INSIDE),
        .signatures = sqlite3_column_int64(statement, COLUMN_SIGNATURES),
        .excused = sqlite3_column_int64(statement, COLUMN_EXCUSED),
        .absent = sqlite3_column_int64(statement, COLUMN_ABSENT),
    };
}

/* *marked: in how many slots. */
static bool
count_kept(struct database *db, int64_t meeting, int64_t slot,
           struct presence_count *count, int64_t *marked, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_KEPT, err);
    bool there = false;

    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", meeting);
    connection_bind_number(statement, ":slot", slot);
    const bool ok = connection_step(statement, &there, err);
    if (there) {
        read_count(statement, count);
        if (sqlite3_column_int64(statement, COLUMN_SLOTS) > 1)
            count->inside = 0;
        *marked = sqlite3_column_int64(statement, COLUMN_MARKED_SLOTS);
    }
    connection_release(statement);
    return ok;
}

static bool
count_people(struct database *db, int64_t meeting, struct presence_count *count,
             struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, sql_count, err);
    bool there = false;

    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", meeting);
    presence_sql_bind_kinds(statement);
    const bool ok = connection_step(statement, &there, err);
    if (there) {
        read_count(statement, count);
        count->inside = 0;
    }
    connection_release(statement);
    return ok;
}

static bool
is_marked(struct database *db, int64_t meeting, bool *marked, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_IS_MARKED, err);

    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", meeting);
    const bool ok = connection_step(statement, marked, err);
    connection_release(statement);
    return ok;
}

/* The figures of each slot are kept.  Those of several are no sum: somebody may have been
 * seen in two. */
bool
presence_table_count(struct database *db, int64_t meeting, int64_t slot,
                     struct presence_count *count, struct error *err)
{
    bool any = false;
    int64_t marked = 0;

    *count = (struct presence_count){ 0 };
    return is_marked(db, meeting, &any, err) &&
           (!any || (count_kept(db, meeting, slot, count, &marked, err) &&
                     (marked < 2 || count_people(db, meeting, count, err))));
}
