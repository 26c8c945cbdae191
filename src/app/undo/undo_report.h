/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_report.h - reports that an undo would change: what is final stays as it is */
#ifndef ATELIER_APP_UNDO_REPORT_H
#define ATELIER_APP_UNDO_REPORT_H

#include <stdint.h>

#include "session/session.h"

/* Before the rows of the act are taken back, inside the open operation.  ERROR_RULE where
 * an entry of a report that is final would change, but for what became of it; where a
 * report would be final again though its entries were written since; where one would be a
 * draft again that is not the latest of its group. */
bool undo_report_check(struct atelier *at, int64_t act, struct error *err);

#endif
