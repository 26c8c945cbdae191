/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance.h - backup while open, restore, and the check that all is well
 */
#ifndef ATELIER_STORE_MAINTENANCE_H
#define ATELIER_STORE_MAINTENANCE_H

#include "atelier/base/work.h"
#include "atelier/domain/check_report.h"
#include "atelier/store/database.h"

/* A consistent copy, verified, made in one step while others write; the target must not
 * be there (it is written beside and renamed in).  `progress` may be NULL; true stops. */
bool maintenance_back_up(struct database *db, const char *target, work_progress *progress,
                         void *context, struct error *err);

/* Replaces `path` by a backup: all connections must be closed; -wal and -shm are removed,
 * the old file is kept as FILE.replaced, or a name like it that is free, which *kept then
 * names (the caller's; NULL when there was none).  The new file has the owner, the group
 * and the mode of the old one.  The source is checked as untrusted. */
bool maintenance_restore(const char *path, const char *source, char **kept,
                         struct error *err);

/* Integrity, foreign keys, counters recounted, rules 1 and 2 recounted (an overbooking
 * without a reason in the journal is a problem), search rows, journal.  True when it ran
 * to its end, whatever it found. */
bool maintenance_check(struct database *db, bool thorough, struct check_report *report,
                       struct error *err);

#endif
