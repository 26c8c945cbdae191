/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_check_journal.c - do the journal's entries, their undoes and their rows
 * agree? */
#include <inttypes.h>

#include "atelier/base/language.h"
#include "journal/journal_changeset.h"
#include "maintenance/maintenance_check.h"

#define SQL_LINKS                                                                        \
    "SELECT j.id FROM journal j WHERE"                                                   \
    " (j.undoes IS NOT NULL AND"                                                         \
    "  (SELECT undone_by FROM journal WHERE id = j.undoes) IS NOT j.id)"                 \
    " OR (j.undone_by IS NOT NULL AND"                                                   \
    "  (SELECT undoes FROM journal WHERE id = j.undone_by) IS NOT j.id)"

#define SQL_STRAY                                                                        \
    "SELECT DISTINCT r.journal FROM journal_row r"                                       \
    " WHERE NOT EXISTS (SELECT 1 FROM journal WHERE id = r.journal)"

#define SQL_ENTRIES "SELECT id, changeset FROM journal ORDER BY id"
#define SQL_NOTED                                                                        \
    "SELECT 1 FROM journal_row WHERE entity = :entity AND row = :row AND journal = "     \
    ":journal"                                                                           \
    " AND changed"

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

static bool
is_noted(const struct changeset *changes, int64_t entry, bool *noted, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(changes->db, SQL_NOTED, err);

    if (!statement)
        return false;
    connection_bind_text(statement, ":entity", changes->entity->name);
    connection_bind_number(statement, ":row", changes->row);
    connection_bind_number(statement, ":journal", entry);
    const bool ok = connection_step(statement, noted, err);
    connection_release(statement);
    return ok;
}

/* A changeset that cannot be read is a finding, not a failure of the check. */
static bool
check_entry(struct database *db, int64_t id, const void *bytes, size_t size,
            struct check_report *report, struct error *err)
{
    struct changeset changes;
    bool readable = changeset_open(&changes, db, bytes, size, NULL);

    changes.rows_only = true;

    bool more = false;
    bool noted = true;
    bool ok = true;
    while (readable && ok && noted &&
           (readable = changeset_next(&changes, &more, NULL)) && more)
        ok = is_noted(&changes, id, &noted, err);
    changeset_close(&changes);
    if (!readable)
        check_report_add_damage(
            report, _("Journal, act %" PRId64 ": its changes cannot be read."), id);
    else if (ok && !noted)
        check_report_add_damage(
            report,
            _("Journal, act %" PRId64 ": a row that it changed does not name it."), id);
    return ok;
}

static bool
check_entries(struct database *db, struct check_report *report, struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, SQL_ENTRIES, err);
    bool row = false;
    bool ok = statement;

    while (ok && (ok = connection_step(statement, &row, err)) && row)
        ok = check_entry(db, sqlite3_column_int64(statement, 0),
                         sqlite3_column_blob(statement, 1),
                         (size_t)sqlite3_column_bytes(statement, 1), report, err);
    connection_release(statement);
    return ok;
}

bool
maintenance_check_journal(struct database *db, bool thorough, struct check_report *report,
                          struct error *err)
{
    return check_report_query(report, db, SQL_LINKS, tell_link, err) &&
           check_report_query(report, db, SQL_STRAY, tell_stray, err) &&
           (!thorough || check_entries(db, report, err));
}
