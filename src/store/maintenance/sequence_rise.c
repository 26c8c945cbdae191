/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sequence_rise.c - a backup counts on from where the calendars of people are
 *
 * What has to rise is looked up in both files and noted in tables of its own, which the
 * copy follows then: damage of the database there is met while nothing is written yet.
 * In the statements "own" is of the backup and "other" of the database there.
 */
#include "maintenance/sequence_rise.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/workshop_choice.h"
#include "database/migration.h"
#include "maintenance/file_identity.h"
#include "maintenance/workshop_rise_sql.h"
#include "table/printed_row.h"
#include "table/printed_setting.h"
#include "table/rule_sql.h"

/* Nobody else knows the copy, and it is thrown away when anything fails; what is noted
 * is kept on the disk, however much it is. */
static const char copy_sql[] =
    "PRAGMA temp_store = FILE;"
    "CREATE TEMP TABLE pair (other INTEGER PRIMARY KEY, own INTEGER NOT NULL) STRICT;"
    "CREATE TEMP TABLE renamed (own INTEGER PRIMARY KEY, other INTEGER NOT NULL,"
    " uid TEXT NOT NULL, past TEXT NOT NULL) STRICT;"
    "CREATE TEMP TABLE renamed_day (id INTEGER PRIMARY KEY, uid TEXT NOT NULL,"
    " meeting INTEGER NOT NULL, past TEXT NOT NULL) STRICT;"
    "CREATE TEMP TABLE past (uid TEXT PRIMARY KEY, meeting INTEGER NOT NULL) STRICT;"
    "CREATE TEMP TABLE risen (id INTEGER PRIMARY KEY, sequence INTEGER NOT NULL,"
    " changed_at INTEGER NOT NULL) STRICT;"
    "CREATE TEMP TABLE known_day (id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,"
    " sequence INTEGER NOT NULL, changed_at INTEGER NOT NULL) STRICT;"
    "CREATE TEMP TABLE added_day (meeting INTEGER NOT NULL, start TEXT NOT NULL,"
    " \"end\" TEXT NOT NULL, uid TEXT NOT NULL, sequence INTEGER NOT NULL,"
    " gone INTEGER NOT NULL, changed_at INTEGER NOT NULL) STRICT;"
    "CREATE TEMP TABLE touched (own INTEGER NOT NULL, person INTEGER NOT NULL,"
    " other INTEGER NOT NULL, PRIMARY KEY (own, person)) STRICT, WITHOUT ROWID;"
    "CREATE TEMP TABLE counted (person INTEGER NOT NULL, meeting INTEGER NOT NULL,"
    " sequence INTEGER NOT NULL) STRICT;"
    "CREATE TEMP TABLE workshop_pair (other INTEGER PRIMARY KEY, own INTEGER NOT NULL)"
    " STRICT;"
    "CREATE TEMP TABLE renamed_workshop (own INTEGER PRIMARY KEY, other INTEGER NOT NULL,"
    " uid TEXT NOT NULL) STRICT;"
    "CREATE TEMP TABLE seat_left (person INTEGER NOT NULL, workshop INTEGER NOT NULL,"
    " sequence INTEGER NOT NULL) STRICT;"
    "CREATE TEMP TABLE printed (at INTEGER NOT NULL) STRICT";

/* --- meetings: the same UID is the same event */

#define SQL_PAIRS                                                                        \
    "INSERT INTO temp.pair SELECT other.id, own.id FROM other.meeting other"             \
    " JOIN main.meeting own ON own.ics_uid = other.ics_uid"

/* One that was on again long after it was cancelled has another UID since: people know it
 * by that one, and their calendars keep the older one as cancelled. */
#define SQL_RENAMED                                                                      \
    "INSERT INTO temp.renamed SELECT own.id, other.id, other.ics_uid, own.ics_uid"       \
    " FROM other.meeting other JOIN main.meeting own"                                    \
    " ON own.id = other.id AND own.created_at = other.created_at"                        \
    " WHERE other.ics_uid NOT IN (SELECT ics_uid FROM main.meeting)"                     \
    " AND own.ics_uid NOT IN (SELECT ics_uid FROM other.meeting)"
#define SQL_RENAME                                                                       \
    "INSERT INTO temp.pair SELECT other, own FROM temp.renamed;"                         \
    "UPDATE main.meeting SET ics_uid = r.uid FROM temp.renamed r"                        \
    " WHERE r.own = meeting.id"

/* What follows is of the file alone: the UID itself is changed by an act of the journal.
 */
#define SQL_NAME_BACK                                                                    \
    "UPDATE main.meeting SET ics_uid = r.past FROM temp.renamed r"                       \
    " WHERE r.own = meeting.id"
#define SQL_NAMES                                                                        \
    "SELECT :meeting, own, uid FROM temp.renamed UNION ALL"                              \
    " SELECT :workshop, own, uid FROM temp.renamed_workshop ORDER BY 1, own"

/* What an event of a calendar is made of. */
#define FACTS(row)                                                                       \
    "(" row ".start, " row ".\"end\", " row ".zone, " row ".state, " row ".title, " row  \
    ".description, " row ".reason, " row ".place, " row ".link, " row                    \
    ".postponed_from, " row ".cancelled_draft, " PRINTED_ROW_FACTS(row) ")"
#define NEWEST(row) "max(" PRINTED_ROW_CHANGES(row) ")"

#define FACTS_HERE FACTS("own")
#define FACTS_THERE FACTS("other")
#define NEWEST_HERE NEWEST("own")
#define NEWEST_THERE NEWEST("other")
#define BESIDE_HERE PRINTED_ROW_JOINS("main", "own")
#define BESIDE_THERE PRINTED_ROW_JOINS("other", "other")
#define SQL_MEETINGS                                                                     \
    "INSERT INTO temp.risen SELECT id, max(sequence, other_sequence) + differs,"         \
    " max(newest, other_newest, differs * :now) FROM ("                                  \
    "SELECT own.id AS id, own.ics_sequence AS sequence,"                                 \
    " other.ics_sequence AS other_sequence,"                                             \
    " (" FACTS_HERE " IS NOT " FACTS_THERE                                               \
    " OR own.id IN (SELECT own FROM temp.renamed)) AS differs,"                          \
    " " NEWEST_HERE " AS newest, " NEWEST_THERE " AS other_newest"                       \
    " FROM temp.pair JOIN main.meeting own ON own.id = pair.own"                         \
    " JOIN other.meeting other ON other.id = pair.other" BESIDE_HERE BESIDE_THERE ")"    \
    " WHERE differs OR other_sequence > sequence OR other_newest > newest"
#define SQL_RAISE(table)                                                                 \
    "UPDATE main." table " SET ics_sequence = r.sequence, changed_at = r.changed_at"     \
    " FROM temp.risen r WHERE r.id = " table ".id; DELETE FROM temp.risen"

/* --- days */

/* A day that is gone keeps the whole SEQUENCE that it was told with; the others add
 * theirs to the meeting's, `m` here and `om` there. */
#define TOLD_THERE "(other.ics_sequence + (other.gone = 0) * om.ics_sequence)"
#define OF_MEETINGS                                                                      \
    " JOIN main.meeting m ON m.id = own.meeting"                                         \
    " JOIN other.meeting om ON om.id = other.meeting"

/* Those that an upgrade has only just made get the UIDs that people were sent. */
#define SQL_KNOWN_DAYS                                                                   \
    "INSERT OR IGNORE INTO temp.known_day SELECT own.id, other.ics_uid,"                 \
    " max(0, " TOLD_THERE " - (own.gone = 0) * m.ics_sequence), other.changed_at"        \
    " FROM temp.pair"                                                                    \
    " JOIN main.meeting_day own ON own.meeting = pair.own"                               \
    " JOIN other.meeting_day other ON other.meeting = pair.other"                        \
    " AND (other.start, other.\"end\", other.slot, other.gone)"                          \
    " IS (own.start, own.\"end\", own.slot, own.gone)" OF_MEETINGS                       \
    " WHERE own.ics_uid NOT IN (SELECT ics_uid FROM other.meeting_day)"                  \
    " AND other.ics_uid NOT IN (SELECT ics_uid FROM main.meeting_day)"
#define SQL_KNOW_DAYS                                                                    \
    "UPDATE main.meeting_day SET ics_uid = k.uid, ics_sequence = k.sequence,"            \
    " changed_at = k.changed_at FROM temp.known_day k WHERE k.id = meeting_day.id"

/* Of a meeting that took another UID no day goes on by one that was cancelled since: its
 * first takes the meeting's, if that is free, and the others are new to calendars. */
#define NEW_UID(uid)                                                                     \
    "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4'"                      \
    " || substr(hex(randomblob(2)), 2) || '-8' || substr(hex(randomblob(2)), 2)"         \
    " || '-' || hex(randomblob(6))) || substr(" uid ", instr(" uid ", '@'))"
#define SQL_RENAMED_DAYS                                                                 \
    "INSERT INTO temp.renamed_day SELECT own.id,"                                        \
    " CASE WHEN own.ics_uid = r.past"                                                    \
    " AND r.uid NOT IN (SELECT ics_uid FROM main.meeting_day)"                           \
    " THEN r.uid ELSE " NEW_UID(                                                         \
        "r.uid") " END, own.meeting, own.ics_uid"                                        \
                 " FROM temp.renamed r JOIN main.meeting_day own ON own.meeting = r.own" \
                 " WHERE (own.gone = 0 OR own.ics_uid = r.past)"                         \
                 " AND own.ics_uid NOT IN (SELECT ics_uid FROM other.meeting_day)"       \
                 " AND own.ics_uid <> r.uid"
#define SQL_RENAME_DAYS                                                                  \
    "UPDATE main.meeting_day SET ics_uid = r.uid FROM temp.renamed_day r"                \
    " WHERE r.id = meeting_day.id"

#define SQL_DAYS                                                                         \
    "INSERT INTO temp.risen SELECT id, max(sequence, other_sequence) + differs,"         \
    " max(newest, other_newest, differs * :now) FROM ("                                  \
    "SELECT own.id AS id, own.ics_sequence AS sequence,"                                 \
    " " TOLD_THERE " - (own.gone = 0) * m.ics_sequence AS other_sequence,"               \
    " own.changed_at AS newest,"                                                         \
    " other.changed_at AS other_newest, (own.start, own.\"end\", own.gone)"              \
    " IS NOT (other.start, other.\"end\", other.gone) AS differs"                        \
    " FROM main.meeting_day own"                                                         \
    " JOIN other.meeting_day other ON other.ics_uid = own.ics_uid" OF_MEETINGS ")"       \
    " WHERE differs OR other_sequence > sequence OR other_newest > newest"

/* A meeting that had no days yet goes on as one of them ... */
#define SQL_ONE_EVENT                                                                    \
    "INSERT INTO temp.added_day SELECT own.id, own.start, own.\"end\", own.ics_uid,"     \
    " max(0, " TOLD_THERE                                                                \
    " - own.ics_sequence) + ((other.start, other.\"end\", other.gone)"                   \
    " IS NOT (own.start, own.\"end\", 0)), 0, max(own.changed_at, other.changed_at)"     \
    " FROM temp.pair JOIN main.meeting own ON own.id = pair.own"                         \
    " JOIN other.meeting_day other ON other.ics_uid = own.ics_uid"                       \
    " JOIN other.meeting om ON om.id = other.meeting"                                    \
    " WHERE NOT EXISTS (SELECT 1 FROM main.meeting_day d WHERE d.meeting = own.id)"
/* ... and the days that it was given since are told as called off. */
#define SQL_LATER_DAYS                                                                   \
    "INSERT INTO temp.added_day SELECT pair.own, other.start, other.\"end\","            \
    " other.ics_uid, " TOLD_THERE " + (other.gone = 0), 1,"                              \
    " max(other.changed_at, (other.gone = 0) * :now) FROM temp.pair"                     \
    " JOIN main.meeting own ON own.id = pair.own"                                        \
    " JOIN other.meeting_day other ON other.meeting = pair.other"                        \
    " JOIN other.meeting om ON om.id = other.meeting"                                    \
    " WHERE (other.ics_uid <> own.ics_uid OR EXISTS"                                     \
    " (SELECT 1 FROM main.meeting_day d WHERE d.meeting = own.id))"                      \
    " AND other.ics_uid NOT IN (SELECT ics_uid FROM main.meeting_day)"
#define SQL_ADD_DAYS                                                                     \
    "INSERT INTO main.meeting_day (meeting, start, \"end\", ics_uid, ics_sequence, "     \
    "gone,"                                                                              \
    " changed_at) SELECT * FROM temp.added_day"

/* What calendars knew once, there and until now: the older UID of the meeting itself is
 * kept by the act that gives it the other. */
#define SQL_PAST                                                                         \
    "INSERT OR IGNORE INTO temp.past SELECT p.uid, pair.own FROM other.past_uid p"       \
    " JOIN temp.pair ON pair.other = p.meeting"                                          \
    " UNION ALL SELECT past, meeting FROM temp.renamed_day"
#define SQL_KEEP_PAST                                                                    \
    "INSERT OR IGNORE INTO main.past_uid SELECT uid, meeting FROM temp.past"             \
    " WHERE uid NOT IN (SELECT ics_uid FROM main.meeting)"                               \
    " AND uid NOT IN (SELECT ics_uid FROM main.meeting_day)"

/* --- people: what a calendar says of somebody who may come */

#define STATUS(row)                                                                      \
    "(CASE WHEN " row ".state = :accepted THEN 2 WHEN " IS_REGISTRATION_LIVE(            \
        row) " AND " row ".state <> :waiting THEN 1 ELSE 0 END)"
#define OF_PERSON(row, meeting)                                                          \
    " WHERE " row ".person = touched.person AND " row ".meeting = touched." meeting
#define COUNTED(file, meeting)                                                           \
    "(SELECT coalesce(max(sequence), 0) FROM (SELECT ics_sequence AS sequence "          \
    "FROM " file ".registration r" OF_PERSON(                                            \
        "r", meeting) " UNION ALL SELECT ics_sequence FROM " file                        \
                      ".registration_gone r" OF_PERSON("r", meeting) "))"
#define STANDING(file, meeting)                                                          \
    "(SELECT coalesce(max(" STATUS("r") "), 0) FROM " file                               \
                                        ".registration r" OF_PERSON("r", meeting) ")"

#define SQL_TOUCHED                                                                      \
    "INSERT OR IGNORE INTO temp.touched SELECT pair.own, other.person, pair.other"       \
    " FROM other.registration other CROSS JOIN temp.pair ON pair.other = other.meeting"  \
    " LEFT JOIN main.registration own ON own.id = other.id"                              \
    " WHERE (own.person, own.meeting, own.state, own.ics_sequence, own.changed_at)"      \
    " IS NOT (other.person, pair.own, other.state, other.ics_sequence,"                  \
    " other.changed_at)"
#define SQL_TOUCHED_GONE                                                                 \
    "INSERT OR IGNORE INTO temp.touched SELECT pair.own, other.person, pair.other"       \
    " FROM other.registration_gone other JOIN temp.pair ON pair.other = other.meeting"

#define OF_PERSON_HERE OF_PERSON("r", "own")
#define OF_PERSON_THERE OF_PERSON("r", "other")
#define COUNTED_HERE COUNTED("main", "own")
#define COUNTED_THERE COUNTED("other", "other")
#define STANDING_HERE STANDING("main", "own")
#define STANDING_THERE STANDING("other", "other")

/* The registration that counts on: the one that is live, else the last. */
#define SQL_PEOPLE                                                                       \
    "INSERT INTO temp.risen SELECT id, sequence + differs,"                              \
    " max(newest, other_newest, differs * :now) FROM (SELECT own.id AS id,"              \
    " max(" COUNTED_HERE ", " COUNTED_THERE ") AS sequence,"                             \
    " " STANDING_HERE " <> " STANDING_THERE " AS differs,"                               \
    " own.changed_at AS newest, (SELECT coalesce(max(r.changed_at), 0)"                  \
    " FROM other.registration r" OF_PERSON_THERE ") AS other_newest"                     \
    " FROM temp.touched JOIN main.registration own ON own.id ="                          \
    " (SELECT r.id FROM main.registration r" OF_PERSON_HERE                              \
    " ORDER BY r.live DESC, r.id DESC LIMIT 1))"
#define SQL_COUNTED                                                                      \
    "INSERT INTO temp.counted SELECT touched.person, touched.own, " COUNTED_THERE        \
    " FROM temp.touched JOIN main.person p ON p.id = touched.person"                     \
    " WHERE NOT EXISTS (SELECT 1 FROM main.registration r" OF_PERSON_HERE ")"
#define SQL_COUNT                                                                        \
    "INSERT INTO main.registration_gone SELECT * FROM temp.counted WHERE true"           \
    " ON CONFLICT DO UPDATE SET ics_sequence = max(ics_sequence, excluded.ics_sequence)"

/* --- the settings that events print */

#define PRINTED(file)                                                                    \
    "SELECT name, value FROM " file ".setting"                                           \
    " WHERE name IN " PRINTED_SETTING_LIST
#define PRINTED_AT(file)                                                                 \
    "(SELECT coalesce(max(CAST(value AS INTEGER)), 0) FROM " file                        \
    ".setting WHERE name = (SELECT max(name) FROM " file                                 \
    ".setting WHERE name IN ('printed_at', 'changed_at')))"
#define PRINTED_HERE PRINTED("main")
#define PRINTED_THERE PRINTED("other")
#define PRINTED_AT_HERE PRINTED_AT("main")
#define PRINTED_AT_THERE PRINTED_AT("other")
#define SQL_PRINTED                                                                      \
    "INSERT INTO temp.printed SELECT max(other, differs * :now) FROM (SELECT"            \
    " " PRINTED_AT_HERE " AS own, " PRINTED_AT_THERE " AS other,"                        \
    " (EXISTS (" PRINTED_HERE " EXCEPT " PRINTED_THERE ")"                               \
    " OR EXISTS (" PRINTED_THERE " EXCEPT " PRINTED_HERE ")) AS differs)"                \
    " WHERE differs OR other > own"
#define SQL_PRINT                                                                        \
    "INSERT INTO main.setting (name, value)"                                             \
    " SELECT 'printed_at', CAST(at AS TEXT) FROM temp.printed WHERE true"                \
    " ON CONFLICT (name) DO UPDATE SET value = excluded.value"

/* What is looked up, and what is written when that was read to its end. */
static const struct {
    const char *look;
    const char *write;
} steps[] = {
    { SQL_PAIRS, NULL },
    { SQL_RENAMED, SQL_RENAME },
    { SQL_MEETINGS, SQL_RAISE("meeting") },
    { SQL_KNOWN_DAYS, SQL_KNOW_DAYS },
    { SQL_RENAMED_DAYS, SQL_RENAME_DAYS },
    { SQL_DAYS, SQL_RAISE("meeting_day") },
    { SQL_ONE_EVENT, NULL },
    { SQL_LATER_DAYS, SQL_ADD_DAYS },
    { SQL_PAST, SQL_KEEP_PAST },
    { SQL_WORKSHOP_PAIRS, NULL },
    { SQL_RENAMED_WORKSHOPS, SQL_PAIR_RENAMED },
    { SQL_WORKSHOPS, SQL_RAISE("workshop") },
    { SQL_SEATS_LEFT, SQL_COUNT_SEATS },
    { SQL_TOUCHED, NULL },
    { SQL_TOUCHED_GONE, NULL },
    { SQL_PEOPLE, SQL_RAISE("registration") },
    { SQL_COUNTED, SQL_COUNT },
    { SQL_PRINTED, SQL_PRINT },
};

/* --- the work */

struct rise {
    sqlite3 *sqlite;
    const char *path;
    instant now;
    const struct interruption *interruption;
    struct restore_report *report;
};

static bool
fail(const struct rise *rise, struct error *err)
{
    return connection_fail_code(sqlite3_extended_errcode(rise->sqlite),
                                sqlite3_system_errno(rise->sqlite), rise->path, err);
}

static bool
run(const struct rise *rise, const char *sql, struct error *err)
{
    return sqlite3_exec(rise->sqlite, sql, NULL, NULL, NULL) == SQLITE_OK ||
           fail(rise, err);
}

static void
bind(sqlite3_stmt *statement, const char *name, int64_t number)
{
    const int at = sqlite3_bind_parameter_index(statement, name);

    if (at > 0)
        sqlite3_bind_int64(statement, at, number);
}

/* False: the database there cannot be read. */
static bool
look(const struct rise *rise, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    bool ok = sqlite3_prepare_v2(rise->sqlite, sql, -1, &statement, NULL) == SQLITE_OK;

    if (ok) {
        bind(statement, ":now", rise->now);
        bind(statement, ":accepted", REGISTRATION_ACCEPTED);
        bind(statement, ":waiting", REGISTRATION_WAITING);
        bind(statement, ":seated", CHOICE_SEATED);
        ok = sqlite3_step(statement) == SQLITE_DONE;
    }
    sqlite3_finalize(statement);
    return ok;
}

/* What can be read the next time, with more memory or fewer files open. */
static bool
passes(int code)
{
    switch (code & 0xff) {
    case SQLITE_NOMEM:
    case SQLITE_CANTOPEN:
    case SQLITE_FULL:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return true;
    default:
        return false;
    }
}

/* Damage, a disk that fails, another program's tables: the handle that reads says which.
 * Who stops, stops all, and what passes is waited for. */
static bool
leave_unread(const struct rise *rise, sqlite3 *reader, struct error *err)
{
    const int code = sqlite3_extended_errcode(reader);

    if (interruption_has_come(rise->interruption))
        return error_set(err, ERROR_CANCELLED, _("The restore was stopped."));
    if (passes(code))
        return connection_fail_code(code, sqlite3_system_errno(reader), rise->path, err);
    rise->report->is_unread = true;
    return true;
}

#define SQL_LOST                                                                         \
    " FROM other.meeting other LEFT JOIN other.working_group g"                          \
    " ON g.id = other.\"group\""                                                         \
    " WHERE other.ics_uid NOT IN (SELECT ics_uid FROM main.meeting)"
/* Those of a meeting that is lost, too, go with it. */
#define SQL_LOST_WORKSHOPS                                                               \
    " FROM other.workshop w JOIN other.meeting other ON other.id = w.meeting"            \
    " LEFT JOIN other.working_group g ON g.id = other.\"group\""                         \
    " WHERE w.id NOT IN (SELECT other FROM temp.workshop_pair)"                          \
    " AND other.id IN (SELECT other FROM temp.pair)"
#define OF_LOST(lost, workshop, order)                                                   \
    "SELECT count(*) OVER (), g.code, other.title, other.start, " workshop lost          \
    " ORDER BY " order

/* "URB: Congress (26/03/2027) · Bicycles", the workshop where it is one. */
static char *
lost_name(sqlite3_stmt *row)
{
    enum { CELL_GROUP = 1, CELL_TITLE, CELL_START, CELL_WORKSHOP };
    struct meeting meeting = { .title = connection_column_copy(row, CELL_TITLE) };
    const char *workshop = connection_column_text(row, CELL_WORKSHOP);
    struct buffer name = { 0 };

    (void)local_time_parse(connection_column_text(row, CELL_START), &meeting.start);
    buffer_addf(&name, "%s: ", connection_column_text(row, CELL_GROUP));
    meeting_entity.title(&meeting, &name);
    if (workshop[0])
        buffer_addf(&name, " · %s", workshop);
    free(meeting.title);
    return buffer_take(&name);
}

static bool
name_lost(const struct rise *rise, const char *sql, struct restore_lost *lost)
{
    sqlite3_stmt *names = NULL;
    int result = sqlite3_prepare_v2(rise->sqlite, sql, -1, &names, NULL);

    for (size_t i = 0; result == SQLITE_OK && i < RESTORE_LOST_NAMED; i++) {
        const int step = sqlite3_step(names);
        if (step != SQLITE_ROW) {
            result = step;
            break;
        }
        lost->count = sqlite3_column_int64(names, 0);
        lost->names[i] = lost_name(names);
    }
    sqlite3_finalize(names);
    return result == SQLITE_OK || result == SQLITE_DONE;
}

static bool
name_all_lost(const struct rise *rise)
{
    struct restore_report *report = rise->report;

    return name_lost(rise, OF_LOST(SQL_LOST, "NULL", "other.start_at DESC, other.id"),
                     &report->lost_meetings) &&
           name_lost(rise,
                     OF_LOST(SQL_LOST_WORKSHOPS, "w.title", "w.start_at DESC, w.id"),
                     &report->lost_workshops);
}

static bool
note_renamed(const struct rise *rise, struct error *err)
{
    struct restore_report *report = rise->report;
    sqlite3_stmt *names = NULL;
    int result = sqlite3_prepare_v2(rise->sqlite, SQL_NAMES, -1, &names, NULL);

    if (result == SQLITE_OK) {
        bind(names, ":meeting", ENTITY_MEETING);
        bind(names, ":workshop", ENTITY_WORKSHOP);
    }
    while (result == SQLITE_OK && (result = sqlite3_step(names)) == SQLITE_ROW) {
        report->renamed =
            memory_grow(report->renamed, &report->renamed_capacity,
                        report->renamed_count + 1, sizeof report->renamed[0]);
        report->renamed[report->renamed_count++] = (struct restore_renamed){
            .row = { (enum entity_kind)sqlite3_column_int(names, 0),
                     sqlite3_column_int64(names, 1) },
            .uid = connection_column_copy(names, 2),
        };
        result = SQLITE_OK;
    }
    const bool ok = result == SQLITE_DONE || fail(rise, err);
    sqlite3_finalize(names);
    return ok && run(rise, SQL_NAME_BACK, err);
}

static bool
follow(const struct rise *rise, struct error *err)
{
    bool is_read = true;
    bool ok = true;

    for (size_t i = 0; ok && is_read && i < sizeof steps / sizeof steps[0]; i++) {
        is_read = look(rise, steps[i].look);
        if (is_read && steps[i].write)
            ok = run(rise, steps[i].write, err);
    }
    if (ok && (!is_read || !name_all_lost(rise)))
        ok = leave_unread(rise, rise->sqlite, err);
    return ok && note_renamed(rise, err);
}

/*
 * The lock is held by another connection, so it is read without asking for one: that no
 * log lies beside it was seen to, and nobody writes it.
 */
static bool
attach(const struct rise *rise)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                "0123456789/._-";
    struct buffer name = { 0 };

    buffer_add(&name, "file:");
    for (const char *at = rise->path; *at; at++)
        buffer_addf(&name, strchr(plain, *at) ? "%c" : "%%%02x", (unsigned char)*at);
    buffer_add(&name, "?immutable=1&mode=ro");
    sqlite3_stmt *statement = NULL;
    const bool ok = sqlite3_prepare_v2(rise->sqlite, "ATTACH :name AS other", -1,
                                       &statement, NULL) == SQLITE_OK &&
                    sqlite3_bind_text(statement, 1, buffer_text(&name), -1,
                                      SQLITE_STATIC) == SQLITE_OK &&
                    sqlite3_step(statement) == SQLITE_DONE;
    sqlite3_finalize(statement);
    buffer_clear(&name);
    return ok;
}

static int
is_stopped(void *interruption)
{
    return interruption_has_come(interruption);
}

/* One of an older program, too, that could not be upgraded, is not read. */
static bool
is_readable(const struct replacement *replacement)
{
    struct error ignored = { 0 };

    return !replacement->damaged &&
           file_identity_version(replacement->old) == migration_latest() &&
           file_identity_is_ours(replacement->old, replacement->path, &ignored);
}

bool
sequence_rise(struct scratch_file *scratch, const struct replacement *replacement,
              instant now, const struct interruption *interruption,
              struct restore_report *report, struct error *err)
{
    const struct rise rise = { .sqlite = scratch->sqlite,
                               .path = replacement->path,
                               .now = now,
                               .interruption = interruption,
                               .report = report };
    enum { OPERATIONS = 100000 };

    if (!replacement->old)
        return true;
    if (!is_readable(replacement))
        return leave_unread(&rise, replacement->old, err);
    if (!attach(&rise))
        return leave_unread(&rise, rise.sqlite, err);
    sqlite3_progress_handler(rise.sqlite, OPERATIONS, is_stopped,
                             (void *)(uintptr_t)interruption);
    /* Neither what is searched nor what is counted depends on it. */
    const bool ok = sqlite3_db_config(rise.sqlite, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0,
                                      NULL) == SQLITE_OK &&
                    run(&rise, copy_sql, err) && follow(&rise, err);
    sqlite3_progress_handler(rise.sqlite, 0, NULL, NULL);
    return ok;
}
