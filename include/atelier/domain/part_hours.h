/* SPDX-License-Identifier: GPL-3.0-or-later */
/* part_hours.h - the hours of what lies within a meeting, by the wall clock */
#ifndef ATELIER_DOMAIN_PART_HOURS_H
#define ATELIER_DOMAIN_PART_HOURS_H

#include <stdbool.h>

#include "atelier/base/civil.h"
#include "atelier/base/error.h"

/* Whether the clock may show the one and later the other: when it is put back at night,
 * it may show an end that is not after the start.  Whether it is put back then is known
 * in the zone of the meeting. */
bool part_hours_can_be(struct local_time start, struct local_time end);

/* The same, or ERROR_RULE with field "end". */
bool part_hours_check(struct local_time start, struct local_time end, struct error *err);

/* Whether a part lies within hours that the meeting has. */
struct part_hours {
    bool starts; /* not before it, and not when it is over */
    bool ends;   /* not after it */
};
struct part_hours part_hours_within(struct local_time start, struct local_time end,
                                    struct local_time whole_start,
                                    struct local_time whole_end);

#endif
