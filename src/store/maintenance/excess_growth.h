/* SPDX-License-Identifier: GPL-3.0-or-later */
/* excess_growth.h - did an act bring more people to seats under a quota than it allows?
 */
#ifndef ATELIER_STORE_EXCESS_GROWTH_H
#define ATELIER_STORE_EXCESS_GROWTH_H

#include "database/connection.h"

/* A quota that is passed. */
struct excess {
    int64_t limit;
    int64_t meeting;
    int64_t people;       /* as many seats it allows */
    int64_t taken;        /* more than these */
    int64_t organisation; /* of a quota of each organisation: which; else 0 */
};

/* Whether an act that stands has raised it since the quota is what it is.  Lowering
 * expels nobody (rule 3), and a seat that goes from an offer to a yes, or from one person
 * to another under the same quota, is the same seat.  What an undo or a redo brought back
 * was there before. */
bool excess_grew(struct database *db, const struct excess *excess, bool *grew,
                 struct error *err);

#endif
