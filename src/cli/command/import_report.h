/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_report.h - what an import tells: the reading, the columns, each row, what was
 * written
 *
 * To people as lines, and to scripts as JSON, which the caller owns.
 */
#ifndef ATELIER_CLI_IMPORT_REPORT_H
#define ATELIER_CLI_IMPORT_REPORT_H

#include "atelier/app/import_people.h"
#include "print.h"

/* How the file was read, and what is strange in it. */
void import_report_reading(struct invocation *inv, const struct import *import,
                           json_t *object);

/* Words that look wrong, as each encoding would read them. */
void import_report_encodings(struct invocation *inv, const struct import *import);

/* --- import_report_columns.c */

/* What each column holds; those that are passed over are named alone, as nobody looks for
 * what is not there. */
json_t *import_report_columns(struct import *import);
void import_report_mapping(struct invocation *inv, struct import *import);
void import_report_passed_over(struct invocation *inv, struct import *import);
/* Columns of yes and no that are passed over, on the way to a meeting. */
void import_report_noes(struct invocation *inv, struct import *import, json_t *object);

/* --- import_report_rows.c */

/* How doubtful rows are decided, when there are any. */
void import_report_doubts(struct invocation *inv, const struct import *import);

/* Rows that change nothing are not worth a line each. */
bool import_report_rows(struct invocation *inv, struct import *import, json_t *rows,
                        struct error *err);
/* How many rows of each verdict. */
json_t *import_report_counts(struct invocation *inv,
                             const int64_t counts[IMPORT_VERDICT_COUNT]);

/* Who was taken, but found no seat, is known once the rows are written. */
bool import_report_full(struct invocation *inv, struct import *import, json_t *rows,
                        struct error *err);

/* --- import_report_outcome.c */

/* Organisations and categories that the office does not have, once each, and what becomes
 * of them. */
void import_report_new_names(struct invocation *inv, const struct import *import,
                             bool dry_run, json_t *object);

/* What was written, or would be. */
void import_report_outcome(struct invocation *inv, const struct import *import,
                           const struct import_outcome *outcome, bool dry_run,
                           json_t *object);

#endif
