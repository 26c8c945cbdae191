/* SPDX-License-Identifier: GPL-3.0-or-later */
/* other_calendar.h - a calendar of another program, imported by an office of the tests */
#ifndef ATELIER_TESTS_OTHER_CALENDAR_H
#define ATELIER_TESTS_OTHER_CALENDAR_H

#include "atelier/app/import_calendar.h"

#define OTHER_CALENDAR(events)                                                           \
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n" events "END:"             \
    "VCALENDAR\r\n"

/* Opened and judged, to be freed; what fails fails the test. */
struct calendar_import *other_calendar_judge(struct atelier *at, const char *text,
                                             const struct calendar_import_choice *choice);

/* The same, and written. */
void other_calendar_take(struct atelier *at, const char *text,
                         const struct calendar_import_choice *choice,
                         struct calendar_import_outcome *outcome);

/* A line a row, in their order: "changed: sentence [field old > new] [field stays
 * this, not that]". */
void other_calendar_expect(const struct calendar_import *import, const char *expected);

#endif
