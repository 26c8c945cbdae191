/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_check.c - is the file whole, and does what it counts agree with what it
 * holds? */
#include "maintenance_check.h"

#include <stdarg.h>
#include <string.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/store/maintenance.h"

/* A file with ten thousand problems is told from one with a hundred by nobody. */
enum { PROBLEMS_MOST = 100 };

void
check_report_add(struct check_report *report, const char *format, ...)
{
    struct buffer sentence = { 0 };
    va_list arguments;

    if (report->count > PROBLEMS_MOST)
        return;
    va_start(arguments, format);
    if (report->count == PROBLEMS_MOST)
        buffer_add(&sentence, _("There are more problems than these."));
    else
        buffer_addv(&sentence, format, arguments);
    va_end(arguments);
    report->problems = memory_grow(report->problems, &report->capacity, report->count + 1,
                                   sizeof report->problems[0]);
    report->problems[report->count++] = buffer_take(&sentence);
}

bool
check_report_query(struct check_report *report, struct database *db, const char *sql,
                   void (*tell)(struct check_report *report, sqlite3_stmt *row),
                   struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, sql, err);
    bool row = false;
    bool ok = statement != NULL;

    while (ok && (ok = connection_step(statement, &row, err)) && row)
        tell(report, statement);
    connection_release(statement);
    return ok;
}

static void
tell_damage(struct check_report *report, sqlite3_stmt *row)
{
    const char *text = (const char *)sqlite3_column_text(row, 0);

    if (strcmp(text, "ok") != 0)
        check_report_add(report, _("The file is damaged: %s."), text);
}

static void
tell_reference(struct check_report *report, sqlite3_stmt *row)
{
    const struct entity *entity = entity_find((const char *)sqlite3_column_text(row, 0));
    const struct entity *parent = entity_find((const char *)sqlite3_column_text(row, 2));

    check_report_add(
        report, _("%s %lld refers to a row that is not there (%s)."),
        entity != NULL ? _(entity->label) : (const char *)sqlite3_column_text(row, 0),
        (long long)sqlite3_column_int64(row, 1),
        parent != NULL ? _(parent->label) : (const char *)sqlite3_column_text(row, 2));
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
