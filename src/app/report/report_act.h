/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_act.h - one act on an entry among the others of its report */
#ifndef ATELIER_APP_REPORT_ACT_H
#define ATELIER_APP_REPORT_ACT_H

#include <stddef.h>

#include "atelier/domain/act.h"
#include "atelier/domain/report_entry.h"
#include "session/session.h"

/* Inside the act. */
struct report_act {
    struct atelier *at;
    struct report_entry_list list; /* all of the report */
    size_t index;                  /* of the entry */
    void *context;                 /* the caller's */
};

/* Does it to an entry of a report that is not final.  rev as in write_report.h. */
bool report_act_do(struct atelier *at, enum act act, int64_t entry, int64_t rev,
                   bool (*how)(struct report_act *act, struct error *err), void *context,
                   struct error *err);

#endif
