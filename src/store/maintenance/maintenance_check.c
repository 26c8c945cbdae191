/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_check.c - is the file whole, and does what it counts agree with what it
 * holds? */
#include "maintenance/maintenance_check.h"

#include <string.h>

#include "atelier/base/language.h"
#include "atelier/store/maintenance.h"

static void
tell_damage(struct check_report *report, sqlite3_stmt *row)
{
    const char *text = connection_column_text(row, 0);

    if (strcmp(text, "ok") != 0)
        check_report_add_damage(report, _("The file is damaged: %s."), text);
}

static void
tell_reference(struct check_report *report, sqlite3_stmt *row)
{
    const char *name = connection_column_text(row, 0);
    const char *parent_name = connection_column_text(row, 2);
    const struct entity *entity = entity_find(name);
    const struct entity *parent = entity_find(parent_name);

    check_report_add_damage(report, _("%s %lld refers to a row that is not there (%s)."),
                            entity != NULL ? _(entity->label) : name,
                            (long long)sqlite3_column_int64(row, 1),
                            parent != NULL ? _(parent->label) : parent_name);
}

bool
maintenance_check(struct database *db, bool thorough, struct check_report *report,
                  struct error *err)
{
    check_report_clear(report);
    if (!transaction_read_begin(db, err))
        return false;
    bool ok = check_report_query(
        report, db, thorough ? "PRAGMA integrity_check" : "PRAGMA quick_check",
        tell_damage, err);
    /* What a damaged file answers further on says nothing. */
    if (ok && report->count == 0)
        ok = check_report_query(report, db, "PRAGMA foreign_key_check", tell_reference,
                                err) &&
             maintenance_check_seats(db, report, err) &&
             maintenance_check_search(db, thorough, report, err) &&
             maintenance_check_journal(db, thorough, report, err);
    transaction_read_end(db);
    return ok;
}
