/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_report.c - the sentences of a check, as many as a person will read */
#include "maintenance_report.h"

#include <stdarg.h>

#include "atelier/base/buffer.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"

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
