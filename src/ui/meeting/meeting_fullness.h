/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_fullness.h - how full a meeting is, seen from a list of meetings: as on the
 * first screen, more than full is an alarm, full is worth a look
 */
#ifndef ATELIER_UI_MEETING_FULLNESS_H
#define ATELIER_UI_MEETING_FULLNESS_H

#include "widget/list.h"

/* The sign of more people than seats, where one can still do something about it. */
enum { MEETING_OVERBOOKED_SIGN = '!' };

/* For a list of meetings: the sign before a row, the look of its figures. */
void meeting_fullness_show(struct list *list);

/* The look alone, for a list that has more to say. */
enum style meeting_fullness_look(const struct list *list, const struct listing_row *row,
                                 size_t column);

#endif
