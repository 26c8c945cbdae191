/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_check.c - is the file whole, and does what it counts agree with what it
 * holds? */
#include "maintenance/maintenance_check.h"

#include <string.h>

#include "atelier/base/language.h"
#include "atelier/store/maintenance.h"
#include "maintenance/file_identity.h"
#include "maintenance/maintenance_file.h"

/* What could not be read, for want of memory or by the disk's fault, is not damaged. */
static bool
check_pages(struct check_report *report, struct database *db, bool thorough,
            struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(
        db, thorough ? "PRAGMA integrity_check" : "PRAGMA quick_check", err);
    bool row = false;
    bool ok = statement;

    while (ok && (ok = connection_step(statement, &row, err)) && row) {
        const char *found = connection_column_text(statement, 0);
        const int unread = maintenance_file_unread(found);
        if (unread != SQLITE_OK)
            ok = connection_fail_code(unread, sqlite3_system_errno(db->sqlite), db->path,
                                      err);
        else if (strcmp(found, "ok") != 0)
            check_report_add_damage(report, _("The file is damaged: %s."), found);
    }
    connection_release(statement);
    if (ok && maintenance_file_is_cut(db->sqlite))
        check_report_add_damage(report, _("The file is damaged: its last page is cut "
                                          "off."));
    return ok;
}

static void
tell_reference(struct check_report *report, sqlite3_stmt *row)
{
    const char *name = connection_column_text(row, 0);
    const char *parent_name = connection_column_text(row, 2);
    const struct entity *entity = entity_find(name);
    const struct entity *parent = entity_find(parent_name);

    check_report_add_damage(report, _("%s %lld refers to a row that is not there (%s)."),
                            entity ? _(entity->label) : name,
                            (long long)sqlite3_column_int64(row, 1),
                            parent ? _(parent->label) : parent_name);
}

static void
tell_schema(void *context, enum schema_fault fault, const char *type, const char *name)
{
    struct check_report *report = context;

    switch (fault) {
    case SCHEMA_MISSING:
        check_report_add_damage(
            report, _("The %s %s is missing: another program removed it."), type, name);
        break;
    case SCHEMA_FOREIGN:
        check_report_add_damage(
            report, _("The %s %s is not of atelier: another program made it."), type,
            name);
        break;
    case SCHEMA_CHANGED:
        check_report_add_damage(report, _("The %s %s is not as atelier makes it."), type,
                                name);
        break;
    }
}

static bool
check_schema(struct check_report *report, struct database *db, struct error *err)
{
    return file_identity_compare(db->sqlite, tell_schema, report) ||
           connection_fail(db, err);
}

/* Where another program changed the tables they may not answer at all, which then has
 * been said. */
static bool
check_content(struct database *db, bool thorough, struct check_report *report,
              bool is_changed, struct error *err)
{
    struct error found = { 0 };

    if ((check_report_query(report, db, "PRAGMA foreign_key_check", tell_reference,
                            &found) &&
         maintenance_check_seats(db, report, &found) &&
         maintenance_check_presence(db, report, &found) &&
         maintenance_check_limits(db, report, &found) &&
         maintenance_check_marks(db, report, &found) &&
         maintenance_check_workshops(db, report, &found) &&
         (!thorough || (maintenance_check_rule(db, report, &found) &&
                        maintenance_check_ids(db, report, &found) &&
                        maintenance_check_days(db, report, &found) &&
                        maintenance_check_parts(db, report, &found))) &&
         maintenance_check_search(db, thorough, report, &found) &&
         maintenance_check_journal(db, thorough, report, &found)) ||
        (is_changed && found.kind == ERROR_DATABASE))
        return true;
    if (err)
        *err = found;
    return false;
}

bool
maintenance_check(struct database *db, bool thorough, struct check_report *report,
                  struct error *err)
{
    check_report_clear(report);
    if (!transaction_read_begin(db, err))
        return false;
    bool ok = check_pages(report, db, thorough, err);
    /* What a damaged file answers further on says nothing. */
    if (ok && report->count == 0)
        ok = check_schema(report, db, err) &&
             check_content(db, thorough, report, report->count > 0, err);
    transaction_read_end(db);
    return ok;
}
