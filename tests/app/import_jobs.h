/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_jobs.h - an office that imports another program's calendar of the meeting Jobs
 * again and again */
#ifndef ATELIER_TESTS_IMPORT_JOBS_H
#define ATELIER_TESTS_IMPORT_JOBS_H

#include <check.h>

#include "atelier/app/plan.h"
#include "atelier/app/undo.h"
#include "support/office.h"
#include "support/other_calendar.h"

#define EVENT(uid, lines)                                                                \
    "BEGIN:VEVENT\r\nUID:" uid "\r\nDTSTAMP:20270101T000000Z\r\nSUMMARY:Jobs\r\n" lines  \
    "END:VEVENT\r\n"
/* From half past nine to half past twelve. */
#define ON(day)                                                                          \
    "DTSTART;TZID=Europe/Paris:" day "T093000\r\nDTEND;TZID=Europe/Paris:" day           \
    "T123000\r\n"
#define RULE(rule) "RRULE:" rule "\r\n"
#define STATUS(status) "STATUS:" status "\r\n"
#define OCCURRENCE(day) "RECURRENCE-ID;TZID=Europe/Paris:" day "T093000\r\n"

#define JOBS OTHER_CALENDAR(EVENT("jobs@x", ON("20270316")))
#define JOBS_AS(lines) OTHER_CALENDAR(EVENT("jobs@x", ON("20270316") lines))
#define JOBS_ON(day, lines) OTHER_CALENDAR(EVENT("jobs@x", ON(day) lines))

#define ABSENT "doubtful: The calendar has it no more: cancel it here, if it is off.\n"
#define PERHAPS                                                                          \
    "doubtful: It may be one of those that the calendar has no more: cancel these here " \
    "first, if they are off.\n"
#define AWAY                                                                             \
    "doubtful: The calendar has moved it out of the days that are imported: import "     \
    "more "                                                                              \
    "of them, or move it here.\n"
#define PERHAPS_OFF                                                                      \
    "doubtful: It may be one of that week that is cancelled here: plan it here, if it "  \
    "takes place.\n"
#define PERHAPS_UNREAD                                                                   \
    "doubtful: It may be another meeting of that week, which was not looked at: import " \
    "that week as a whole, from the whole calendar.\n"
#define OFF                                                                              \
    "refused: It takes place there, and is cancelled here: undo that or plan another "   \
    "meeting.\n"
#define CALLED_OFF "changed [state confirmed > cancelled]\n"
#define TO(day)                                                                          \
    "changed [start 2027-03-16 09:30 > " day " 09:30] [end 2027-03-16 12:30 > " day      \
    " 12:30]"

/* The same an hour later. */
#define AT_HALF_PAST_TEN(day)                                                            \
    "DTSTART;TZID=Europe/Paris:" day "T103000\r\nDTEND;TZID=Europe/Paris:" day           \
    "T133000\r\n"
#define ALSO_ON(day) "RDATE;TZID=Europe/Paris:" day "T093000\r\n"
#define NOT_ON(day) "EXDATE;TZID=Europe/Paris:" day "T093000\r\n"
#define MESSAGE(method, event)                                                           \
    OTHER_CALENDAR("METHOD:" method "\r\n" EVENT("jobs@x", "SEQUENCE:3\r\n" event))

#define SQL_STARTS "SELECT substr(start, 6, 5) FROM meeting ORDER BY id"

static struct atelier *at;
static struct error err;
static int64_t group;
static const struct calendar_import_choice as_it_is;

static inline void
begin(void)
{
    at = office_found();
    group = office_add_group(at, "URB");
    err = (struct error){ 0 };
}

static inline void
end(void)
{
    office_expect_whole(at);
    office_end(at);
}

static inline struct calendar_import *
judged(const char *text, struct calendar_import_choice choice)
{
    if (!choice.group)
        choice.group = group;
    return other_calendar_judge(at, text, &choice);
}

static inline void
take_as(const char *text, struct calendar_import_choice choice)
{
    struct calendar_import_outcome outcome;
    if (!choice.group)
        choice.group = group;
    other_calendar_take(at, text, &choice, &outcome);
}

static inline void
take(const char *text)
{
    take_as(text, as_it_is);
}

static inline void
expect_as(const char *text, struct calendar_import_choice choice, const char *expected)
{
    struct calendar_import *import = judged(text, choice);
    other_calendar_expect(import, expected);
    calendar_import_free(import);
}

static inline void
expect(const char *text, const char *expected)
{
    expect_as(text, as_it_is, expected);
}

static inline void
act(int64_t meeting, enum meeting_act act)
{
    ck_assert_msg(plan_act(at, meeting, act, "Reason.", &err), "%s", err.message);
}

static inline void
undo(void)
{
    struct journal_entry entry = { 0 };
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    journal_entry_clear(&entry);
}

#endif
