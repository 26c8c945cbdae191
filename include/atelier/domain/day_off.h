/* SPDX-License-Identifier: GPL-3.0-or-later */
/* day_off.h - what a calendar says of a day on which the office does not plan
 *
 * Pure: a public holiday, or a day on which the office is closed, in words.
 */
#ifndef ATELIER_DOMAIN_DAY_OFF_H
#define ATELIER_DOMAIN_DAY_OFF_H

#include "atelier/domain/clash.h"

/* Adds what the day is: "Christmas Day", "Office closed (Summer)", of one that is both
 * "Christmas Day · Office closed"; false, and nothing, for any other day. */
bool day_off_add(const struct clash_days *days, struct date day, struct buffer *buffer);

/* The same where room is scarce: its name alone, where it has one. */
bool day_off_add_short(const struct clash_days *days, struct date day,
                       struct buffer *buffer);

/* Whether any of them is one, the first and the last among them. */
bool day_off_any(const struct clash_days *days, struct date first, struct date last);

/* The last day of the period in which the office is closed and that a list from `first`
 * on tells of on this day: on the day it begins, or on `first`.  A day without a date:
 * none. */
struct date day_off_closed_until(const struct clash_days *days, struct date day,
                                 struct date first);

#endif
