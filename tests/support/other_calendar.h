/* SPDX-License-Identifier: GPL-3.0-or-later */
/* other_calendar.h - a calendar of another program, imported by an office of the tests;
 * and our own, as others send it back */
#ifndef ATELIER_TESTS_OTHER_CALENDAR_H
#define ATELIER_TESTS_OTHER_CALENDAR_H

#include "atelier/app/import_calendar.h"
#include "atelier/domain/entity.h"

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

/* What the office exports of it; the caller frees. */
char *other_calendar_exported(struct atelier *at, struct row_ref scope);

/* One text for another of the same length, wherever it stands. */
void other_calendar_set(char *text, const char *from, const char *to);

#endif
