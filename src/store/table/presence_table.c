/* SPDX-License-Identifier: GPL-3.0-or-later */
/* presence_table.c - the marks in the slots of a meeting, and how many people came */
#include "atelier/store/presence_table.h"

#include "atelier/store/row_table.h"
#include "database/connection.h"
#include "table/record_list.h"

/* A person may have come under a registration that was withdrawn since. */
#define SQL_LAST                                                                         \
    "SELECT p.id FROM slot s"                                                            \
    " JOIN registration r ON r.person = :person AND r.meeting = s.meeting"               \
    " JOIN presence p ON p.registration = r.id AND p.slot = s.id"                        \
    " WHERE s.id = :slot ORDER BY p.id DESC LIMIT 1"

#define SQL_STANDING                                                                     \
    "WITH mark AS (SELECT p.id AS id, p.annuls AS annuls FROM slot s"                    \
    " JOIN registration r ON r.person = :person AND r.meeting = s.meeting"               \
    " JOIN presence p ON p.registration = r.id AND p.slot = s.id"                        \
    " WHERE s.id = :slot AND p.id < :below)"                                             \
    " SELECT id FROM mark WHERE id > coalesce((SELECT max(id) FROM mark"                 \
    " WHERE annuls = 1), 0) ORDER BY id"

#define SQL_WAS_THERE                                                                    \
    "SELECT EXISTS (SELECT 1 FROM presence p WHERE p.registration = :registration"       \
    " AND p.kind IN (:present, :left, :signed)"                                          \
    " AND NOT EXISTS (SELECT 1 FROM presence a WHERE a.registration = p.registration"    \
    " AND a.slot = p.slot AND a.id > p.id AND a.annuls = 1))"

/*
 * For each person in each slot the newest mark of each kind, then for each person.  A
 * mark that is older than an annulment is none.
 */
#define NEWEST(kinds, name)                                                              \
    "coalesce(max(p.id) FILTER (WHERE p.kind IN (" kinds ")), 0) AS " name

/* As presence_was_there() says. */
#define WAS_THERE ":present, :left, :signed"

#define NEWEST_REMOTE "coalesce(max(p.id) FILTER (WHERE p.remote = 1), 0) AS remote"

/* The marks of a person in a slot, for a table `mark` of what NEWEST() finds. */
#define MARKS                                                                            \
    " FROM slot s JOIN presence p ON p.slot = s.id"                                      \
    " JOIN registration r ON r.id = p.registration"                                      \
    " WHERE s.meeting = :meeting AND (:slot = 0 OR s.id = :slot)"                        \
    " GROUP BY s.id, r.person),"

/* Most meetings that are looked at have none, and the long question takes SQLite more
 * time to read than to answer. */
#define SQL_ANY_MARK                                                                     \
    "SELECT 1 FROM slot s CROSS JOIN presence p ON p.slot = s.id"                        \
    " WHERE s.meeting = :meeting LIMIT 1"

static const char sql_count[] = "WITH mark AS (SELECT r.person AS person, "
    /* clang-format off */
    NEWEST(WAS_THERE, "there") ", "
    NEWEST_REMOTE ", "
    NEWEST(":left", "gone") ", "
    NEWEST(":signed", "signed") ", "
    NEWEST(":excused", "excused") ", "
    NEWEST(":absent", "absent") ", "
    NEWEST(":annulled", "annulled")
    MARKS
    /* clang-format on */
    " seen AS (SELECT max(there > annulled) AS there,"
    " min(CASE WHEN there > annulled THEN remote = there END) AS remote,"
    " max(there > max(annulled, gone)) AS inside,"
    " max(signed > annulled) AS signed,"
    " max(excused > max(annulled, absent)) AS excused,"
    " max(absent > max(annulled, excused)) AS absent"
    " FROM mark GROUP BY person)"
    " SELECT coalesce(sum(there), 0), coalesce(sum(remote), 0),"
    " coalesce(sum(inside), 0),"
    " coalesce(sum(signed), 0), coalesce(sum(excused AND NOT there), 0),"
    " coalesce(sum(absent AND NOT excused AND NOT there), 0),"
    " (SELECT count(*) FROM slot WHERE meeting = :meeting) FROM seen";

/* Who was seen, by the category of their newest registration: that they came under an
 * older one does not make them two people. */
static const char sql_count_categories[] = "WITH mark AS (SELECT r.person AS person, "
    /* clang-format off */
    NEWEST(WAS_THERE, "there") ", "
    NEWEST(":annulled", "annulled")
    MARKS
    /* clang-format on */
    " seen AS (SELECT person FROM mark GROUP BY person HAVING max(there > annulled)),"
    " known AS (SELECT max(r.id), r.category AS category, r.role AS role FROM seen"
    " JOIN registration r ON r.person = seen.person AND r.meeting = :meeting"
    " GROUP BY r.person)"
    " SELECT coalesce(category, 0), count(*) FROM known WHERE role <> :staff"
    " GROUP BY category";

static void
bind_kinds(sqlite3_stmt *statement)
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
    COLUMN_SLOTS
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

static bool
has_marks(struct database *db, int64_t meeting, bool *has, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_ANY_MARK, err);
    int64_t one = 0;

    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", meeting);
    const bool ok = connection_read_number(statement, &one, err);
    *has = one == 1;
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
    bind_kinds(statement);
    const bool ok = connection_read_number(statement, &found, err);
    *was_there = ok && found != 0;
    return ok;
}

bool
presence_table_count(struct database *db, int64_t meeting, int64_t slot,
                     struct presence_count *count, struct error *err)
{
    bool has = false;

    *count = (struct presence_count){ 0 };
    if (!has_marks(db, meeting, &has, err))
        return false;
    if (!has)
        return true;
    sqlite3_stmt *statement = connection_prepare(db, sql_count, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", meeting);
    connection_bind_number(statement, ":slot", slot);
    bind_kinds(statement);
    bool there = false;
    bool ok = connection_step(statement, &there, err);
    if (there) {
        bool whole = slot == 0 && sqlite3_column_int64(statement, COLUMN_SLOTS) > 1;
        count->present = sqlite3_column_int64(statement, COLUMN_PRESENT);
        count->remote = sqlite3_column_int64(statement, COLUMN_REMOTE);
        count->inside = whole ? 0 : sqlite3_column_int64(statement, COLUMN_INSIDE);
        count->signatures = sqlite3_column_int64(statement, COLUMN_SIGNATURES);
        count->excused = sqlite3_column_int64(statement, COLUMN_EXCUSED);
        count->absent = sqlite3_column_int64(statement, COLUMN_ABSENT);
    }
    connection_release(statement);
    return ok;
}

bool
presence_table_count_categories(struct database *db, int64_t meeting,
                                struct quorum_count_list *list, struct error *err)
{
    quorum_count_list_clear(list);
    sqlite3_stmt *statement = connection_prepare(db, sql_count_categories, err);
    if (!statement)
        return false;
    connection_bind_number(statement, ":meeting", meeting);
    connection_bind_number(statement, ":slot", 0);
    connection_bind_number(statement, ":staff", REGISTRATION_STAFF);
    bind_kinds(statement);
    bool there = false;
    bool ok;
    while ((ok = connection_step(statement, &there, err)) && there)
        quorum_count_list_add(list, sqlite3_column_int64(statement, 0),
                              sqlite3_column_int64(statement, 1));
    connection_release(statement);
    return ok;
}
