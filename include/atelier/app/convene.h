/* SPDX-License-Identifier: GPL-3.0-or-later */
/* convene.h - the members of a group onto the list of its meeting, in one act */
#ifndef ATELIER_APP_CONVENE_H
#define ATELIER_APP_CONVENE_H

#include <stdint.h>

#include "atelier/app/atelier.h"

struct convene_outcome {
    int64_t invited;    /* put on the list now */
    int64_t already;    /* were on it, in whatever state */
    int64_t members;    /* of the group on the day of the meeting */
    int64_t alternates; /* of them: not asked before the member they stand for declines */
};

/* The group's members on the day of the meeting are on its list as invited, in one act
 * (observers too; alternates where the member they stand for is none on that day).  With
 * dry_run only counted. */
bool convene_members(struct atelier *at, int64_t meeting, bool dry_run,
                     struct convene_outcome *outcome, struct error *err);

#endif
