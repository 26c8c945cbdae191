/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_check_journal.c - do the journal's entries, their changes and the rows
 * themselves agree? */
#include <inttypes.h>

#include "atelier/base/language.h"
#include "atelier/domain/journal.h"
#include "atelier/domain/row_image.h"
#include "maintenance/maintenance_check.h"
#include "table/row_value.h"

#define SQL_LINKS                                                                        \
    "SELECT j.id FROM journal j WHERE"                                                   \
    " (coalesce(j.undoes, j.redoes) IS NOT NULL AND (SELECT undone_by FROM journal"      \
    "  WHERE id = coalesce(j.undoes, j.redoes)) IS NOT j.id)"                            \
    " OR (j.undone_by IS NOT NULL AND (SELECT coalesce(undoes, redoes) FROM journal"     \
    "  WHERE id = j.undone_by) IS NOT j.id)"

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

/* What each row's newest change left. */
#define SQL_LEFT                                                                         \
    "SELECT row, kind, hash, journal FROM journal_change WHERE entity = :entity"         \
    " ORDER BY row, journal"

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
    bool there = false;

    if (!statement)
        return false;
    const bool ok = connection_step(statement, &there, err);
    *number = there ? sqlite3_column_int64(statement, 0) : 0;
    connection_release(statement);
    return ok;
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

/* A walk through the changes of a noun, beside one through its rows. */
struct walk {
    struct database *db;
    const struct entity *entity;
    struct check_report *report;
    sqlite3_stmt *changes;
    bool more;   /* the statement stands on a change */
    int64_t row; /* whose newest change this is; 0: behind the last one */
    enum journal_change_kind kind;
    bool hashed;
    int64_t hash;
};

/* Goes to the newest change of the next row. */
static bool
next_left(struct walk *walk, struct error *err)
{
    bool ok = true;

    walk->row = walk->more ? sqlite3_column_int64(walk->changes, 0) : 0;
    while (ok && walk->more && sqlite3_column_int64(walk->changes, 0) == walk->row) {
        walk->kind = (enum journal_change_kind)sqlite3_column_int(walk->changes, 1);
        walk->hashed = sqlite3_column_type(walk->changes, 2) != SQLITE_NULL;
        walk->hash = sqlite3_column_int64(walk->changes, 2);
        ok = connection_step(walk->changes, &walk->more, err);
    }
    return ok;
}

static void
tell_row(struct walk *walk, int64_t id, const char *format)
{
    struct buffer name = { 0 };

    buffer_addf(&name, "%s %" PRId64, _(walk->entity->label), id);
    check_report_add_damage(walk->report, "%s: %s", buffer_text(&name), format);
    buffer_clear(&name);
}

/* Rows of which the journal says that they are there. */
static bool
pass_missing(struct walk *walk, int64_t until, struct error *err)
{
    bool ok = true;

    while (ok && walk->row != 0 && walk->row < until) {
        if (walk->kind != JOURNAL_REMOVED)
            tell_row(walk, walk->row, _("the journal has it, but it is not there."));
        ok = next_left(walk, err);
    }
    return ok;
}

static bool
check_row(struct walk *walk, const void *record, struct error *err)
{
    const int64_t id = ((const struct record *)record)->id;

    if (!pass_missing(walk, id, err))
        return false;
    if (walk->row != id || walk->kind == JOURNAL_REMOVED) {
        tell_row(walk, id, _("it is there, but the journal does not have it."));
        return walk->row != id || next_left(walk, err);
    }
    if (walk->hashed && walk->hash != (int64_t)row_image_hash(walk->entity, record))
        tell_row(walk, id, _("it was changed, but not by an act of the journal."));
    return next_left(walk, err);
}

static bool
check_rows(struct walk *walk, sqlite3_stmt *rows, struct error *err)
{
    void *record = record_new(walk->entity);
    bool there = false;
    bool ok = connection_step(walk->changes, &walk->more, err) && next_left(walk, err);

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
    walk.changes = rows ? connection_prepare(db, SQL_LEFT, err) : NULL;
    if (walk.changes)
        connection_bind_number(walk.changes, ":entity", entity->number);
    const bool ok = walk.changes && check_rows(&walk, rows, err);
    connection_release(walk.changes);
    connection_release(rows);
    return ok;
}

static bool
check_nouns(struct database *db, struct check_report *report, struct error *err)
{
    bool ok = true;

    for (int kind = 0; ok && kind < ENTITY_COUNT; kind++)
        ok = check_noun(db, entity_get((enum entity_kind)kind), report, err);
    return ok;
}

bool
maintenance_check_journal(struct database *db, bool thorough, struct check_report *report,
                          struct error *err)
{
    return check_report_query(report, db, SQL_LINKS, tell_link, err) &&
           check_report_query(report, db, SQL_STRAY, tell_stray, err) &&
           (!thorough || (check_named(db, report, err) && check_nouns(db, report, err)));
}
