/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_origin_test.c - what another office took over from our calendar comes back */
#include <stdlib.h>
#include <string.h>

#include "app/calendar_office.h"
#include "atelier/app/export_calendar.h"
#include "atelier/app/plan.h"
#include "atelier/domain/person.h"
#include "support/database_file.h"

#define OFFICE_CALENDAR(events)                                                          \
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//atelier//atelier 0.1.0//EN\r\n" events  \
    "END:VCALENDAR\r\n"
#define FOREIGN "0123abcd-0123-4abc-8def-0123456789ab@north.example.org"
#define TAKEN_OVER "Another office took it over from meeting 1 here"

static int64_t meeting;

static char *
exported(int64_t of)
{
    return other_calendar_exported(at, (struct row_ref){ ENTITY_MEETING, of });
}

/* What the other office sends: each event by a UID of theirs, with where it is from.
 * The caller frees. */
static char *
sent_back(void)
{
    char *text = exported(meeting);
    struct buffer sent = { 0 };
    int number = 0;
    char *line = text;

    for (char *next; *line; line = next) {
        next = strstr(line, "\r\n") + 2;
        if (strncmp(line, "UID:", 4) == 0)
            buffer_addf(&sent, "UID:%d@north.example.org\r\nX-ATELIER-ORIGIN:%.*s",
                        ++number, (int)(next - line - 4), line + 4);
        else if (strncmp(line, "RELATED-TO:", 11) != 0)
            buffer_add_part(&sent, line, (size_t)(next - line));
    }
    free(text);
    return buffer_take(&sent);
}

static void
plan(const char *start, const char *end)
{
    meeting = office_add_meeting(at, group, start, NUMBER_NONE);
    office_change(at, &meeting_entity, meeting, "end", end, NULL);
}

START_TEST(meeting_that_came_from_an_office__says_from_which_event)
{
    take(OFFICE_CALENDAR(EVENT(FOREIGN, JOBS_LINES)));
    char *text = exported(1);
    ck_assert_ptr_nonnull(strstr(text, "X-ATELIER-ORIGIN:" FOREIGN "\r\n"));
    free(text);
}
END_TEST

/* A UID of another program may hold somebody's address. */
START_TEST(meeting_that_came_from_another_program__does_not)
{
    take(OTHER_CALENDAR(EVENT("paul@example.org", JOBS_LINES) EVENT(
        "0123ABCD-0123-4ABC-8DEF-0123456789AB",
        AT("20270317T093000", "20270317T123000") "SUMMARY:Two\r\n")));
    meeting = office_add_meeting(at, group, "2027-05-11 09:30", NUMBER_NONE);
    for (int64_t each = 1; each <= meeting; each++) {
        char *text = exported(each);
        ck_assert_ptr_null(strstr(text, "X-ATELIER-ORIGIN"));
        free(text);
    }
}
END_TEST

/* The days that it was given here are no events of theirs. */
START_TEST(day_that_was_added_here__is_of_no_event_there)
{
    take(OFFICE_CALENDAR(EVENT(FOREIGN, JOBS_LINES)));
    office_change(at, &meeting_entity, 1, "end", "2027-03-17 12:30", NULL);
    char *text = exported(1);
    char *first = strstr(text, "X-ATELIER-ORIGIN");
    ck_assert_ptr_nonnull(first);
    ck_assert_ptr_null(strstr(first + 1, "X-ATELIER-ORIGIN"));
    free(text);
}
END_TEST

START_TEST(meeting_of_ours__that_comes_back_from_another_office__is_no_new_one)
{
    plan("2027-05-11 09:30", "2027-05-11 16:00");
    char *text = sent_back();
    expect(text, "same: " TAKEN_OVER ": nothing is taken.\n");
    take(text);
    office_expect("SELECT count(*) FROM meeting", "1\n");
    free(text);
}
END_TEST

START_TEST(parts__that_come_back_from_another_office__are_no_new_ones)
{
    plan("2027-05-11 09:30", "2027-05-13 16:00");
    char *text = sent_back();
    expect(text, "same: " TAKEN_OVER ": nothing is taken.\n"
                 "same: " TAKEN_OVER ": nothing is taken.\n"
                 "same: " TAKEN_OVER ": nothing is taken.\n");
    other_calendar_set(text, "20270512T093000", "20270512T103000");
    expect(text, "same: " TAKEN_OVER ": nothing is taken.\n"
                 "doubtful: " TAKEN_OVER ", and has other hours for it: move it here, if "
                 "they hold.\n"
                 "same: " TAKEN_OVER ": nothing is taken.\n");
    free(text);
}
END_TEST

/* Theirs is theirs: whatever its number, it moves and cancels nothing here. */
START_TEST(what_they_changed__is_left_to_a_person)
{
    plan("2027-05-11 09:30", "2027-05-11 16:00");
    char *text = sent_back();
    other_calendar_set(text, "SEQUENCE:1", "SEQUENCE:0");
    other_calendar_set(text, "20270511T093000", "20270511T103000");
    expect(text, "doubtful: " TAKEN_OVER ", and has other hours for it: move it here, if "
                 "they hold.\n");
    other_calendar_set(text, "STATUS:CONFIRMED", "STATUS:CANCELLED");
    expect(text,
           "doubtful: " TAKEN_OVER ", and it is cancelled there: cancel it here, if "
           "it is off.\n");
    ck_assert(plan_act(at, meeting, MEETING_CANCEL, "why", &err));
    expect(text, "same: " TAKEN_OVER ": nothing is taken.\n");
    free(text);
}
END_TEST

/* It came to both of us from a third, and goes on as what it is here. */
START_TEST(meeting_that_both_have_from_a_third__is_the_same)
{
    take(OFFICE_CALENDAR(EVENT(FOREIGN, JOBS_LINES)));
    meeting = 1;
    const char *copy = OFFICE_CALENDAR(
        EVENT("theirs@south.example.org", JOBS_LINES "X-ATELIER-ORIGIN:" FOREIGN "\r\n"));
    expect(copy, "same: " TAKEN_OVER ": nothing is taken.\n");
    expect(OFFICE_CALENDAR(EVENT(FOREIGN, JOBS_LINES)), "same\n");
}
END_TEST

/* That from which it came is not known here: it is a meeting like any other. */
START_TEST(event_of_an_unknown_origin__is_new)
{
    const char *text = OFFICE_CALENDAR(
        EVENT("theirs@south.example.org", JOBS_LINES "X-ATELIER-ORIGIN:" FOREIGN "\r\n"));
    expect(text, "new\n");
    take(text);
    expect(text, "same\n");
}
END_TEST

START_TEST(event__that_is_known_by_its_own_uid__is_not_asked_for_its_origin)
{
    plan("2027-05-11 09:30", "2027-05-11 16:00");
    char *text = sent_back();
    (void)database_file_run("UPDATE meeting SET ics_uid = 'elsewhere'");
    (void)database_file_run("UPDATE past_uid SET uid = 'x' || uid");
    take(text);
    office_expect("SELECT count(*) FROM meeting", "2\n");
    (void)database_file_run(
        "UPDATE meeting SET ics_uid = (SELECT substr(uid, 2) FROM past_uid)"
        " WHERE id = 1");
    expect(text, "same\n");
    free(text);
}
END_TEST

START_TEST(event_that_was_taken_over__brings_nobody)
{
    plan("2027-05-11 09:30", "2027-05-11 16:00");
    office_add(at, &person_entity, "family", "Durand", "given", "Paul", "email",
               "paul@example.org", NULL);
    char *text = sent_back();
    struct buffer with = { 0 };
    char *end = strstr(text, "END:VEVENT");
    buffer_add_part(&with, text, (size_t)(end - text));
    buffer_add(&with, "ATTENDEE;PARTSTAT=ACCEPTED:mailto:paul@example.org\r\n");
    buffer_add(&with, end);
    struct calendar_import_outcome outcome;
    take_as(buffer_text(&with), &(struct calendar_import_choice){ .attendees = true },
            &outcome);
    ck_assert_int_eq(outcome.registered, 0);
    buffer_clear(&with);
    free(text);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, meeting_that_came_from_an_office__says_from_which_event);
    tcase_add_test(tests, meeting_that_came_from_another_program__does_not);
    tcase_add_test(tests, day_that_was_added_here__is_of_no_event_there);
    tcase_add_test(tests,
                   meeting_of_ours__that_comes_back_from_another_office__is_no_new_one);
    tcase_add_test(tests, parts__that_come_back_from_another_office__are_no_new_ones);
    tcase_add_test(tests, what_they_changed__is_left_to_a_person);
    tcase_add_test(tests, meeting_that_both_have_from_a_third__is_the_same);
    tcase_add_test(tests, event_of_an_unknown_origin__is_new);
    tcase_add_test(tests,
                   event__that_is_known_by_its_own_uid__is_not_asked_for_its_origin);
    tcase_add_test(tests, event_that_was_taken_over__brings_nobody);
}

SUITE_MAIN("import_origin")
