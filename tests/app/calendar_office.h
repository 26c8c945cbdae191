/* SPDX-License-Identifier: GPL-3.0-or-later */
/* calendar_office.h - an office that imports the calendars of other programs, and a
 * colleague who works beside it */
#ifndef ATELIER_TESTS_CALENDAR_OFFICE_H
#define ATELIER_TESTS_CALENDAR_OFFICE_H

#include <check.h>

#include "support/office.h"
#include "support/other_calendar.h"
#include "support/suite.h"

#define EVENT(uid, lines)                                                                \
    "BEGIN:VEVENT\r\nUID:" uid "\r\nDTSTAMP:20270101T000000Z\r\n" lines "END:VEVENT\r\n"
#define AT(start, end)                                                                   \
    "DTSTART;TZID=Europe/Paris:" start "\r\nDTEND;TZID=Europe/Paris:" end "\r\n"

#define JOBS_LINES AT("20270316T093000", "20270316T123000") "SUMMARY:Jobs\r\n"
#define JOBS EVENT("jobs@x", JOBS_LINES "LOCATION:Town hall\r\n")

static struct atelier *at;
static struct atelier *colleague;
static struct error err;
static int64_t group;

static inline void
begin(void)
{
    at = office_found();
    colleague = office_hire(at, "claire", ROLE_ORGANISER);
    group = office_add_group(at, "URB");
    err = (struct error){ 0 };
}

static inline void
end(void)
{
    atelier_close(colleague);
    office_expect_whole(at);
    office_end(at);
}

static inline struct calendar_import *
judged_as(const char *text, const struct calendar_import_choice *asked)
{
    struct calendar_import_choice choice = *asked;
    choice.group = group;
    return other_calendar_judge(at, text, &choice);
}

static inline struct calendar_import *
judged(const char *text)
{
    return judged_as(text, &(struct calendar_import_choice){ 0 });
}

static inline void
run(struct calendar_import *import, struct calendar_import_outcome *outcome)
{
    ck_assert_msg(calendar_import_run(import, NULL, NULL, outcome, &err), "%s",
                  err.message);
}

static inline void
take_as(const char *text, const struct calendar_import_choice *choice,
        struct calendar_import_outcome *outcome)
{
    struct calendar_import *import = judged_as(text, choice);
    run(import, outcome);
    calendar_import_free(import);
}

static inline void
take(const char *text)
{
    struct calendar_import_outcome outcome;
    take_as(text, &(struct calendar_import_choice){ 0 }, &outcome);
}

static inline void
expect(const char *text, const char *expected)
{
    struct calendar_import *import = judged(text);
    other_calendar_expect(import, expected);
    calendar_import_free(import);
}

/* What is noted of the only row. */
static inline void
expect_note(const char *text, const char *expected)
{
    struct calendar_import *import = judged(text);
    ck_assert_uint_eq(calendar_import_row_count(import), 1);
    ck_assert_str_eq(buffer_text(&calendar_import_row(import, 0)->notes), expected);
    calendar_import_free(import);
}

#endif
