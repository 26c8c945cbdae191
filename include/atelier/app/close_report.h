/* SPDX-License-Identifier: GPL-3.0-or-later */
/* close_report.h - a report is sent round, made final, reopened, approved: each one act
 *
 *     draft -> circulated -> final -> (reopened: the next version) draft
 *
 * A draft may become final at once.
 */
#ifndef ATELIER_APP_CLOSE_REPORT_H
#define ATELIER_APP_CLOSE_REPORT_H

#include "atelier/app/atelier.h"
#include "atelier/domain/report.h"

/* ERROR_RULE while nothing is in it. */
bool report_circulate(struct atelier *at, int64_t meeting, struct error *err);

/* What is kept of a report that becomes final: called inside the act, when the row is
 * written, so that nobody changes an entry meanwhile.  False takes all back. */
struct report_keeping {
    bool (*keep)(struct atelier *at, const struct report *report, void *context,
                 struct error *err);
    void *context;
};

/* Locks its entries and gives it a number within its group, which it keeps.  ERROR_RULE
 * before the meeting took place, and while a remark is still to be decided on.
 * keeping NULL: nothing is kept but the state. */
bool report_finalise(struct atelier *at, int64_t meeting,
                     const struct report_keeping *keeping, struct error *err);
/* Whether that would be refused, before anything is printed for it. */
bool report_check_finalise(struct atelier *at, int64_t meeting, struct error *err);

/* Makes it a draft of the next version, which nobody has approved.  ERROR_RULE where it
 * is not final, and once a later meeting of the group has its final report. */
bool report_reopen(struct atelier *at, int64_t meeting, const char *reason,
                   struct error *err);
/* Whether that would be refused, before somebody is asked for the reason. */
bool report_check_reopen(struct atelier *at, int64_t meeting, struct error *err);

/* Notes that the report of a meeting was approved at a later one of the group; 0: at the
 * next one. */
bool report_approve(struct atelier *at, int64_t meeting, int64_t approved_at,
                    struct error *err);

#endif
