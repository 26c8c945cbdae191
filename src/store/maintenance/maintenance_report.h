/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_report.h - how the parts of a check say what a query finds
 */
#ifndef ATELIER_STORE_MAINTENANCE_REPORT_H
#define ATELIER_STORE_MAINTENANCE_REPORT_H

#include "atelier/domain/check_report.h"
#include "database/connection.h"

/* For each row that a query answers, whose columns are texts or numbers: adds the
 * sentence that `tell` makes of it. */
bool check_report_query(struct check_report *report, struct database *db, const char *sql,
                        void (*tell)(struct check_report *report, sqlite3_stmt *row),
                        struct error *err);

#endif
