/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_check_journal.c - do the journal's entries, their changes and the rows
 * themselves agree? */
#include <inttypes.h>

#include "atelier/base/language.h"
#include "atelier/domain/journal.h"
#include "atelier/domain/row_image.h"
#include "atelier/domain/setting.h"
#include "atelier/store/setting_table.h"
#include "journal/journal_before.h"
#include "journal/journal_entry.h"
#include "maintenance/maintenance_check.h"
#include "table/row_value.h"

#define SQL_LINKS                                                                        \
    "SELECT j.id FROM journal j WHERE"                                                   \
    " (" JOURNAL_TAKEN(                                                                  \
        "j") " IS NOT NULL AND (SELECT undone_by FROM journal"                           \
             "  WHERE id = " JOURNAL_TAKEN(                                              \
                 "j") ") IS NOT j.id)"                                                   \
                      " OR (j.undone_by IS NOT NULL AND (SELECT " JOURNAL_TAKEN(         \
                          "t") " FROM journal t"                                         \
                               "  WHERE t.id = j.undone_by) IS NOT j.id)"

#define SQL_STRAY                                                                        \
    "SELECT DISTINCT c.journal FROM journal_change c"                                    \
    " WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = c.journal)"

/* Whether every change is named by its act: as many as the acts name. */
#define SQL_CHANGES "SELECT count(*) FROM journal_change"
#define SQL_NAMED                                                                        \
    "SELECT count(*) FROM journal j,"                                                    \
    " json_each(coalesce(j.rows, json_array(json_array(j.entity, j.row, j.row)))) r"     \
    " CROSS JOIN journal_change c ON c.entity = r.value ->> 0"                           \
    " AND c.row BETWEEN r.value ->> 1 AND r.value ->> 2 AND c.journal = j.id"
#define SQL_UNREADABLE                                                                   \
    "SELECT id FROM journal WHERE rows IS NOT NULL AND NOT json_valid(rows)"             \
    " UNION SELECT journal FROM journal_change WHERE before IS NOT NULL"                 \
    " AND NOT json_valid(before)"

/* The rows of a noun that the journal knows, and the changes of one, the newest first. */
#define SQL_KNOWN                                                                        \
    "SELECT DISTINCT row FROM journal_change WHERE entity = :entity ORDER BY row"
#define SQL_CHANGES_OF                                                                   \
    "SELECT kind, hash, before FROM journal_change WHERE entity = :entity AND row = "    \
    ":row"                                                                               \
    " ORDER BY journal DESC"

static void
tell_link(struct check_report *report, sqlite3_stmt *row)
{
    check_report_add_damage(
        report,
        _("Journal, act %" PRId64 ": it and what undid it do not name each other."),
        (int64_t)sqlite3_column_int64(row, 0));
}

static void
tell_stray(struct check_report *report, sqlite3_stmt *row)
{
    check_report_add_damage(
        report, _("Journal, act %" PRId64 ": rows name it, but it is not there."),
        (int64_t)sqlite3_column_int64(row, 0));
}

static void
tell_unreadable(struct check_report *report, sqlite3_stmt *row)
{
    check_report_add_damage(report,
                            _("Journal, act %" PRId64 ": its changes cannot be read."),
                            (int64_t)sqlite3_column_int64(row, 0));
}

static bool
count(struct database *db, const char *sql, int64_t *number, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, sql, err);

    return statement && connection_read_number(statement, number, err);
}

static bool
check_named(struct database *db, struct check_report *report, struct error *err)
{
    const size_t before = report->count;
    int64_t changes = 0;
    int64_t named = 0;

    if (!check_report_query(report, db, SQL_UNREADABLE, tell_unreadable, err))
        return false;
    if (report->count > before) /* they would not be counted */
        return true;
    if (!count(db, SQL_CHANGES, &changes, err) || !count(db, SQL_NAMED, &named, err))
        return false;
    if (changes != named)
        check_report_add_damage(report,
                                _("The journal holds %" PRId64
                                  " changes, its acts name %" PRId64 " of them."),
                                changes, named);
    return true;
}

/* --- rows beside what the journal says of them */

/* A walk through the rows that the journal knows of a noun, beside one through its rows.
 */
struct walk {
    struct database *db;
    const struct entity *entity;
    struct check_report *report;
    sqlite3_stmt *known;
    int64_t row; /* the next that the journal knows; 0: behind the last one */
};

static bool
next_known(struct walk *walk, struct error *err)
{
    bool there = false;
    const bool ok = connection_step(walk->known, &there, err);

    walk->row = there ? sqlite3_column_int64(walk->known, 0) : 0;
    return ok;
}

static void
tell_row(struct walk *walk, int64_t id, const char *words)
{
    check_report_add_damage(walk->report, "%s %" PRId64 ": %s", _(walk->entity->label),
                            id, words);
}

/* Whether the change left the row as it stands in the record; then takes it back there.
 */
static bool
take_back(struct walk *walk, sqlite3_stmt *change, void *record, bool *there,
          bool *agrees, struct error *err)
{
    const int kind = sqlite3_column_int(change, 0);
    const bool hashed = sqlite3_column_type(change, 1) != SQLITE_NULL;
    const int64_t hash = sqlite3_column_int64(change, 1);

    *agrees = *there == (kind != JOURNAL_REMOVED) &&
              (!hashed || hash == (int64_t)row_image_hash(walk->entity, record));
    if (kind != JOURNAL_CHANGED)
        record_clear(walk->entity, record);
    *there = kind != JOURNAL_ADDED;
    return journal_before_restore(walk->db, walk->entity, record,
                                  (const char *)sqlite3_column_text(change, 2), err);
}

/* From how the row is back to how it came, change by change: each must have left what the
 * next one found. */
static bool
check_changes(struct walk *walk, int64_t id, void *record, bool there, struct error *err)
{
    const char *const fault = there
                                  ? _("it was changed, but not by an act of the journal.")
                                  : _("the journal has it, but it is not there.");
    sqlite3_stmt *changes = connection_prepare(walk->db, SQL_CHANGES_OF, err);
    bool more = false;
    bool agrees = true;
    bool ok = changes;

    if (changes) {
        connection_bind_number(changes, ":entity", walk->entity->number);
        connection_bind_number(changes, ":row", id);
    }
    while (ok && agrees && (ok = connection_step(changes, &more, err)) && more)
        ok = take_back(walk, changes, record, &there, &agrees, err);
    connection_release(changes);
    if (ok && !agrees)
        tell_row(walk, id, fault);
    return ok;
}

/* Rows of which the journal knows, and which are not there: removed, each of them? */
static bool
pass_missing(struct walk *walk, int64_t until, struct error *err)
{
    void *none = record_new(walk->entity);
    bool ok = true;

    while (ok && walk->row != 0 && walk->row < until) {
        record_clear(walk->entity, none);
        ok = check_changes(walk, walk->row, none, false, err) && next_known(walk, err);
    }
    record_free(walk->entity, none);
    return ok;
}

static bool
check_row(struct walk *walk, void *record, struct error *err)
{
    const int64_t id = ((const struct record *)record)->id;

    if (!pass_missing(walk, id, err))
        return false;
    if (walk->row != id) {
        tell_row(walk, id, _("it is there, but the journal does not have it."));
        return true;
    }
    return check_changes(walk, id, record, true, err) && next_known(walk, err);
}

static bool
check_rows(struct walk *walk, sqlite3_stmt *rows, struct error *err)
{
    void *record = record_new(walk->entity);
    bool there = false;
    bool ok = next_known(walk, err);

    while (ok && (ok = connection_step(rows, &there, err)) && there) {
        record_clear(walk->entity, record);
        row_record_read(rows, walk->entity, record);
        ok = check_row(walk, record, err);
    }
    record_free(walk->entity, record);
    return ok && pass_missing(walk, INT64_MAX, err);
}

static bool
check_noun(struct database *db, const struct entity *entity, struct check_report *report,
           struct error *err)
{
    struct walk walk = { .db = db, .entity = entity, .report = report };
    struct buffer sql = { 0 };

    buffer_add(&sql, "SELECT ");
    row_add_columns(&sql, entity, "");
    buffer_addf(&sql, " FROM \"%s\" ORDER BY id", entity->name);
    sqlite3_stmt *rows = connection_prepare(db, buffer_text(&sql), err);
    buffer_clear(&sql);
    walk.known = rows ? connection_prepare(db, SQL_KNOWN, err) : NULL;
    if (walk.known)
        connection_bind_number(walk.known, ":entity", entity->number);
    const bool ok = walk.known && check_rows(&walk, rows, err);
    connection_release(walk.known);
    connection_release(rows);
    return ok;
}

/* They are one row, of which there is no table. */
static bool
check_settings(struct database *db, struct check_report *report, struct error *err)
{
    struct walk walk = { .db = db, .entity = &settings_entity, .report = report };
    struct settings settings;

    record_init(&settings_entity, &settings);
    const bool ok = setting_table_load(db, &settings, err) &&
                    check_changes(&walk, settings.head.id, &settings, true, err);
    record_clear(&settings_entity, &settings);
    return ok;
}

static bool
check_nouns(struct database *db, struct check_report *report, struct error *err)
{
    bool ok = true;

    for (int kind = 0; ok && kind < ENTITY_COUNT; kind++)
        ok = check_noun(db, entity_get((enum entity_kind)kind), report, err);
    return ok && check_settings(db, report, err);
}

bool
maintenance_check_journal(struct database *db, bool thorough, struct check_report *report,
                          struct error *err)
{
    return check_report_query(report, db, SQL_LINKS, tell_link, err) &&
           check_report_query(report, db, SQL_STRAY, tell_stray, err) &&
           (!thorough || (check_named(db, report, err) && check_nouns(db, report, err)));
}
