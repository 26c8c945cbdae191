/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_part_span.h - when a day or slot of a meeting is, by instants */
#ifndef ATELIER_APP_MEETING_PART_SPAN_H
#define ATELIER_APP_MEETING_PART_SPAN_H

#include "atelier/calendar/zone.h"

/* A meeting as a whole, by the clock and by instants. */
struct meeting_whole {
    struct local_time start;
    struct local_time end;
    struct span span;
};

/* The instants of one of several days; where it starts or ends the meeting, those that
 * the meeting has: somebody may have chosen one of two.  Without its zone (NULL) they are
 * as far from the meeting's as the wall clock says. */
struct span meeting_part_span(const struct zone *zone, struct local_time start,
                              struct local_time end, const struct meeting_whole *whole);

/* The same of one that keeps which of two hours is meant (`chosen`): where the clock
 * shows one twice and nobody chose, it has both. */
struct span meeting_part_span_chosen(const struct zone *zone, struct local_time start,
                                     struct local_time end,
                                     const struct meeting_whole *whole,
                                     struct span chosen);

#endif
