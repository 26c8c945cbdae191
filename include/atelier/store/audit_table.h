/* SPDX-License-Identifier: GPL-3.0-or-later */
/* audit_table.h - what does not hold of the attendance of meetings that are over
 */
#ifndef ATELIER_STORE_AUDIT_TABLE_H
#define ATELIER_STORE_AUDIT_TABLE_H

#include "atelier/base/civil.h"
#include "atelier/domain/audit_finding.h"
#include "atelier/store/database.h"

struct audit_query {
    int64_t meeting; /* this one alone; 0: all that begin in the span */
    struct span span;
    instant now; /* what is not over is not looked at */
};

/* Adds what marks and sheets tell, without the sentences; counts the meetings. */
bool audit_table_find(struct database *db, const struct audit_query *query,
                      struct audit_list *list, struct error *err);

#endif
