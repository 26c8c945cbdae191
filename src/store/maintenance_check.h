/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_check.h - the parts of a check, each of which adds what it finds to the
 * report
 *
 * Each is true when it ran to its end, whatever it found.
 */
#ifndef ATELIER_STORE_MAINTENANCE_CHECK_H
#define ATELIER_STORE_MAINTENANCE_CHECK_H

#include "atelier/domain/check_report.h"
#include "connection.h"

/* Counters recounted, rule 1 (one live registration) and rule 2 (seats). */
bool maintenance_check_seats(struct database *db, struct check_report *report,
                             struct error *err);

/* Every row is found by its words; `thorough` compares the words themselves. */
bool maintenance_check_search(struct database *db, bool thorough,
                              struct check_report *report, struct error *err);

/* Entries, their undoes and the rows they name agree; `thorough` reads every change. */
bool maintenance_check_journal(struct database *db, bool thorough,
                               struct check_report *report, struct error *err);

/* Adds a sentence, which is not repeated without end: after a score it says no more. */
void check_report_add(struct check_report *report, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* For each row that a query answers, whose columns are texts or numbers: adds the
 * sentence that `tell` makes of it. */
bool check_report_query(struct check_report *report, struct database *db, const char *sql,
                        void (*tell)(struct check_report *report, sqlite3_stmt *row),
                        struct error *err);

#endif
