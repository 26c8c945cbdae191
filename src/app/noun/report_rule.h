/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_rule.h - what reports and their entries keep to, inside an act */
#ifndef ATELIER_APP_REPORT_RULE_H
#define ATELIER_APP_REPORT_RULE_H

#include "atelier/domain/report.h"
#include "atelier/domain/report_entry.h"
#include "session/session.h"

/* ERROR_RULE when the report is final or the meeting called off: its entries stay as they
 * are. */
bool report_rule_check_open(struct atelier *at, int64_t meeting, struct error *err);

/* Only that it is not final: what was written before the meeting was called off may be
 * taken back, and put back, afterwards. */
bool report_rule_check_not_final(struct atelier *at, int64_t meeting, struct error *err);

/* The report of a meeting, with a row made for it where it has none. */
bool report_rule_ready(struct atelier *at, int64_t meeting, struct report *report,
                       struct error *err);

/* Before an entry is written: it stays in its meeting and is about a part of it. */
bool report_rule_check_entry(struct atelier *at, const struct report_entry *before,
                             const struct report_entry *after, struct error *err);

/* Before a meeting is removed: its report goes, unless something was written. */
bool report_rule_remove(struct atelier *at, int64_t meeting, struct error *err);

#endif
