/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_report.c - a sentence of a check for each row that a query answers */
#include "maintenance/maintenance_report.h"

bool
check_report_query(struct check_report *report, struct database *db, const char *sql,
                   void (*tell)(struct check_report *report, sqlite3_stmt *row),
                   struct error *err)
{
    sqlite3_stmt *statement = connection_prepare(db, sql, err);
    bool row = false;
    bool ok = statement;

    while (ok && (ok = connection_step(statement, &row, err)) && row)
        tell(report, statement);
    connection_release(statement);
    return ok;
}
