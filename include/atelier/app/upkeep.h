/* SPDX-License-Identifier: GPL-3.0-or-later */
/* upkeep.h - backup, restore and check, for the administrator
 */
#ifndef ATELIER_APP_UPKEEP_H
#define ATELIER_APP_UPKEEP_H

#include <stddef.h>
#include <stdint.h>

#include "atelier/app/atelier.h"
#include "atelier/base/work.h"
#include "atelier/domain/check_report.h"
#include "atelier/domain/restore_report.h"

bool upkeep_back_up(struct atelier *at, const char *target, work_progress *progress,
                    void *context, struct error *err);

/* The report is the caller's to clear, also after a failure.  The journal
 * of the restored database says who brought it back, and from which file. */
bool upkeep_restore(const struct atelier_options *options, const char *source,
                    struct restore_report *report, struct error *err);
bool upkeep_check(struct atelier *at, bool thorough, struct check_report *report,
                  struct error *err);

#endif
