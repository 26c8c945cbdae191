/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance_check.h - the parts of a check, each of which adds what it finds to the
 * report
 *
 * Each is true when it ran to its end, whatever it found.
 */
#ifndef ATELIER_STORE_MAINTENANCE_CHECK_H
#define ATELIER_STORE_MAINTENANCE_CHECK_H

#include "atelier/domain/check_report.h"
#include "database/connection.h"
#include "maintenance/maintenance_report.h"

/* Counters recounted, rule 1 (one live registration) and rule 2 (seats). */
bool maintenance_check_seats(struct database *db, struct check_report *report,
                             struct error *err);

/* What takes a seat is counted as the settings say. */
bool maintenance_check_rule(struct database *db, struct check_report *report,
                            struct error *err);

/* No number of a row can be given twice. */
bool maintenance_check_ids(struct database *db, struct check_report *report,
                           struct error *err);

/* Counters of who was marked, recounted. */
bool maintenance_check_presence(struct database *db, struct check_report *report,
                                struct error *err);

/* Quotas are passed with a reason alone (rule 2). */
bool maintenance_check_limits(struct database *db, struct check_report *report,
                              struct error *err);

/* Seats in workshops: too many without a reason, two at once, those of another meeting.
 */
bool maintenance_check_workshops(struct database *db, struct check_report *report,
                                 struct error *err);

/* Each mark stands where it holds (struct mark), and nowhere else. */
bool maintenance_check_marks(struct database *db, struct check_report *report,
                             struct error *err);

/* Calendars are told the days that meetings have. */
bool maintenance_check_days(struct database *db, struct check_report *report,
                            struct error *err);

/* Slots, workshops and items lie within their meetings. */
bool maintenance_check_parts(struct database *db, struct check_report *report,
                             struct error *err);

/* Every row is found by its words; `thorough` compares the words themselves. */
bool maintenance_check_search(struct database *db, bool thorough,
                              struct check_report *report, struct error *err);

/* Entries, their undoes and the rows they name agree; `thorough` reads every change. */
bool maintenance_check_journal(struct database *db, bool thorough,
                               struct check_report *report, struct error *err);

#endif
