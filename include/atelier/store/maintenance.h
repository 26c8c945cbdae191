/* SPDX-License-Identifier: GPL-3.0-or-later */
/* maintenance.h - backup while open, restore, and the check that all is well
 */
#ifndef ATELIER_STORE_MAINTENANCE_H
#define ATELIER_STORE_MAINTENANCE_H

#include "atelier/base/own_folder.h"
#include "atelier/base/work.h"
#include "atelier/domain/check_report.h"
#include "atelier/domain/restore_report.h"
#include "atelier/store/database.h"

/* A consistent copy, verified, made in one step while others write; the target must not
 * be there, and appears when it is whole.  `progress` may be NULL; true stops, as do
 * Ctrl-C and its kind.  One that could not be restored, because the schema is not ours,
 * is kept, and an error.  `within` as in struct output_rule. */
bool maintenance_back_up(struct database *db, const char *target,
                         const struct own_folder *within, work_progress *progress,
                         void *context, struct error *err);

/* Replaces `path` by a backup while nobody is in it; the old file is kept as
 * FILE.replaced, or a name like it that is free, which the report then names (the
 * caller's to clear, also after a failure).  The new file has the owner, the group and
 * the mode of the old one, and this program's schema.  The source is checked as
 * untrusted.  What calendars count goes on from the old file. */
bool maintenance_restore(const char *path, const char *source, instant now,
                         struct restore_report *report, struct error *err);

/* Whether the file is not there, or was read and found to be no database, a damaged one,
 * or none of atelier.  False when it can be read, and, with an error, when that could not
 * be found out: everybody has to be out. */
bool maintenance_is_unreadable(const char *path, struct error *err);

/* Integrity, schema, foreign keys, counters recounted, rules 1 and 2 recounted (an
 * overbooking without a reason in the journal is a problem), search rows, journal.  True
 * when it ran to its end, whatever it found. */
bool maintenance_check(struct database *db, bool thorough, struct check_report *report,
                       struct error *err);

#endif
