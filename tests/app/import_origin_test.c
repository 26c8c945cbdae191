/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_origin_test.c - a meeting that goes from office to office stays the meeting that
 * it was first
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "app/calendar_office.h"
#include "atelier/app/export_calendar.h"
#include "atelier/app/plan.h"
#include "atelier/app/undo.h"
#include "atelier/domain/person.h"
#include "atelier/domain/slot.h"
#include "atelier/domain/working_group.h"
#include "support/database_file.h"

#define OFFICE_CALENDAR(events)                                                          \
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//atelier//atelier 0.1.0//EN\r\n" events  \
    "END:VCALENDAR\r\n"
#define FOREIGN "0123abcd-0123-4abc-8def-0123456789ab@north.example.org"
#define COPY(uid, origin) EVENT(uid, JOBS_LINES "X-ATELIER-ORIGIN" origin "\r\n")
#define TAKEN_OVER                                                                       \
    "same: Another office took it over from meeting 1 here: nothing is taken.\n"
#define OLDER                                                                            \
    "The file is older than what was imported of this event: import its newest "         \
    "version.\n"

/* What has happened to a meeting of one office is at home in `home`; the others have
 * their own database, from before there was any meeting. */
enum { OTHERS = 4 };
static struct atelier *home;
static struct atelier *others[OTHERS];
static int64_t meeting;

static void
open_others(void)
{
    for (int i = 0; i < OTHERS; i++) {
        char name[32];
        char sql[4096];
        (void)snprintf(name, sizeof name, "other%d.db", i);
        (void)snprintf(sql, sizeof sql, "VACUUM INTO '%s'", database_file_path(name));
        ck_assert(database_file_run(sql));
        ck_assert_int_eq(chmod(database_file_path(name), 0600), 0);
        const struct atelier_options options = { .database = database_file_path(name),
                                                 .identity = OFFICE_IDENTITY,
                                                 .now = atelier_now(at) + 3600 };
        others[i] = atelier_open(&options, &err);
        ck_assert_msg(others[i] != NULL, "%s", err.message);
    }
}

static void
begin_all(void)
{
    begin();
    home = at;
    open_others();
}

static void
end_all(void)
{
    for (int i = 0; i < OTHERS; i++)
        atelier_close(others[i]);
    at = home;
    end();
}

/* Everything that the office has; the caller frees. */
static char *
calendar_of(struct atelier *office)
{
    return other_calendar_exported(office, ROW_NONE);
}

static void
hand_over(struct atelier *from, struct atelier *to)
{
    char *text = calendar_of(from);
    at = to;
    take(text);
    at = home;
    free(text);
}

/* What the calendar of one is to the other. */
static void
expect_between(struct atelier *from, struct atelier *to, const char *expected)
{
    char *text = calendar_of(from);
    at = to;
    expect(text, expected);
    at = home;
    free(text);
}

static void
plan(const char *start, const char *end)
{
    meeting = office_add_meeting(home, group, start, NUMBER_NONE);
    office_change(home, &meeting_entity, meeting, "end", end, NULL);
}

static void
move(struct atelier *office, const char *start, const char *end)
{
    office_change(office, &meeting_entity, 1, "start", start, "end", end, NULL);
}

/* At home, and from there by the first of the others to the last. */
static void
plan_and_hand_on(void)
{
    plan("2027-05-11 09:30", "2027-05-11 16:00");
    hand_over(home, others[0]);
    for (int i = 1; i < OTHERS; i++)
        hand_over(others[i - 1], others[i]);
}

START_TEST(meeting_that_came_from_an_office__says_from_which_event)
{
    take(OFFICE_CALENDAR(EVENT(FOREIGN, JOBS_LINES "SEQUENCE:7\r\n")));
    char *text = calendar_of(home);
    ck_assert_ptr_nonnull(strstr(text, "X-ATELIER-ORIGIN;X-SEQUENCE=7:0123abcd-0123"));
    free(text);
}
END_TEST

/* A UID of another program may hold somebody's address. */
START_TEST(meeting_that_came_from_another_program__does_not)
{
    take(OTHER_CALENDAR(EVENT("paul@example.org", JOBS_LINES) EVENT(
        "0123ABCD-0123-4ABC-8DEF-0123456789AB",
        AT("20270317T093000", "20270317T123000") "SUMMARY:Two\r\n")));
    office_add_meeting(at, group, "2027-05-11 09:30", NUMBER_NONE);
    char *text = calendar_of(home);
    ck_assert_ptr_null(strstr(text, "X-ATELIER-ORIGIN"));
    free(text);
}
END_TEST

/* Each of several from one event is a meeting of its own everywhere. */
START_TEST(occurrences_of_a_series__are_of_no_event)
{
    take(OTHER_CALENDAR(EVENT(FOREIGN, JOBS_LINES "RRULE:FREQ=WEEKLY;COUNT=3\r\n")));
    char *text = calendar_of(home);
    ck_assert_ptr_null(strstr(text, "X-ATELIER-ORIGIN"));
    free(text);
    hand_over(home, others[0]);
    expect_between(home, others[0], "same\nsame\nsame\n");
    expect_between(others[0], home,
                   TAKEN_OVER
                   "same: Another office took it over from meeting 2 here: nothing is "
                   "taken.\n"
                   "same: Another office took it over from meeting 3 here: nothing is "
                   "taken.\n");
}
END_TEST

/* The days that it was given here are no events of theirs. */
START_TEST(day_that_was_added_here__is_of_no_event_there)
{
    take(OFFICE_CALENDAR(EVENT(FOREIGN, JOBS_LINES)));
    office_change(at, &meeting_entity, 1, "end", "2027-03-17 12:30", NULL);
    char *text = calendar_of(home);
    char *first = strstr(text, "X-ATELIER-ORIGIN");
    ck_assert_ptr_nonnull(first);
    ck_assert_ptr_null(strstr(first + 1, "X-ATELIER-ORIGIN"));
    free(text);
    const char *part = "new: It is one of the 2 parts of a meeting there, the first of "
                       "them on line 26: each comes as a meeting of its own.\n";
    struct buffer parts = { 0 };
    buffer_addf(&parts, "%s%s", part, part);
    expect_between(home, others[0], buffer_text(&parts));
    buffer_clear(&parts);
}
END_TEST

START_TEST(meeting__comes_home_by_any_number_of_offices)
{
    plan_and_hand_on();
    for (int i = 0; i < OTHERS; i++) {
        expect_between(others[i], home, TAKEN_OVER);
        hand_over(others[i], home);
        for (int other = 0; other < OTHERS; other++)
            expect_between(others[i], others[other], "same\n");
        expect_between(home, others[i], "same\n");
    }
    office_expect("SELECT count(*) FROM meeting", "1\n");
}
END_TEST

START_TEST(hour_that_one_office_changed__is_a_change_in_all_others)
{
    plan_and_hand_on();
    move(others[1], "2027-05-11 10:30", "2027-05-11 17:00");
    hand_over(others[1], others[2]);
    hand_over(others[2], others[3]);
    const char *change = "changed [start 2027-05-11 09:30 > 2027-05-11 10:30]"
                         " [end 2027-05-11 16:00 > 2027-05-11 17:00]\n";
    expect_between(others[3], others[0], change);
    expect_between(others[3], home, change);
    hand_over(others[3], home);
    for (int i = 1; i < OTHERS; i++)
        expect_between(home, others[i], "same\n");
    hand_over(home, others[0]);
    expect_between(others[0], others[3], "same\n");
    expect_between(others[0], home, TAKEN_OVER);
}
END_TEST

/* Whoever has it from before says nothing of it. */
START_TEST(copy_from_before_a_change_at_home__is_older_everywhere)
{
    plan_and_hand_on();
    move(home, "2027-05-11 10:30", "2027-05-11 17:00");
    expect_between(others[3], home, TAKEN_OVER);
    hand_over(home, others[0]);
    expect_between(others[3], others[0], "doubtful: " OLDER);
    expect_between(others[0], others[3],
                   "changed [start 2027-05-11 09:30 > 2027-05-11 10:30]"
                   " [end 2027-05-11 16:00 > 2027-05-11 17:00]\n");
}
END_TEST

START_TEST(what_an_office_wrote_into_its_own__is_weighed_field_by_field)
{
    plan_and_hand_on();
    office_change(others[1], &meeting_entity, 1, "title", "Harbour", "link",
                  "https://visio.example.org/h", NULL);
    office_change(others[2], &meeting_entity, 1, "place", "Hall", NULL);
    hand_over(others[1], others[2]);
    expect_between(others[2], others[3],
                   "changed [title URB > Harbour] [place - > Hall]"
                   " [link - > https://visio.example.org/h] [mode on-site > hybrid]\n");
    expect_between(others[2], home, TAKEN_OVER);
}
END_TEST

/* An echo of our own hour leaves the event itself as new as it was. */
START_TEST(copy_that_says_nothing_new__makes_no_file_older)
{
    plan_and_hand_on();
    move(others[0], "2027-05-11 10:30", "2027-05-11 17:00");
    hand_over(others[0], others[1]);
    hand_over(others[1], others[0]);
    expect_between(home, others[0], "same\n");
}
END_TEST

START_TEST(cancelled_by_one__is_asked_about_at_home__and_cancelled_elsewhere)
{
    plan_and_hand_on();
    ck_assert(plan_act(others[2], 1, MEETING_CANCEL, "why", &err));
    expect_between(others[2], home,
                   "doubtful: It is a meeting of this office, and cancelled there: "
                   "cancel it here, if it is off.\n");
    expect_between(others[2], others[3], "changed [state confirmed > cancelled]\n");
    ck_assert(plan_act(home, meeting, MEETING_CANCEL, "why", &err));
    expect_between(others[2], home, TAKEN_OVER);
    expect_between(others[3], home, TAKEN_OVER);
    expect_between(home, others[2], "same\n");
}
END_TEST

/* What is over stays as it was. */
START_TEST(hour_that_one_changed_of_a_meeting_that_is_closed__is_theirs)
{
    plan_and_hand_on();
    move(others[1], "2027-05-11 10:30", "2027-05-11 17:00");
    atelier_close(home);
    home = at = office_return(NULL, "2027-05-11 16:30");
    ck_assert_msg(plan_act(home, meeting, MEETING_HOLD, NULL, &err), "%s", err.message);
    ck_assert_msg(plan_act(home, meeting, MEETING_CLOSE, NULL, &err), "%s", err.message);
    expect_between(others[1], home, TAKEN_OVER);
}
END_TEST

START_TEST(postponed_by_one__stays_confirmed_elsewhere)
{
    plan_and_hand_on();
    ck_assert(plan_act(others[2], 1, MEETING_POSTPONE, "why", &err));
    expect_between(others[2], others[3],
                   "same: It is postponed there, and stays confirmed here: postpone it, "
                   "if its date does not hold.\n");
    expect_between(others[2], home, TAKEN_OVER);
}
END_TEST

START_TEST(parts__come_home_as_parts)
{
    plan("2027-05-11 09:30", "2027-05-13 16:00");
    hand_over(home, others[0]);
    hand_over(others[0], others[1]);
    expect_between(others[1], home, TAKEN_OVER TAKEN_OVER TAKEN_OVER);
    expect_between(others[1], others[0], "same\nsame\nsame\n");
    office_change(others[1], &meeting_entity, 2, "start", "2027-05-12 10:30", NULL);
    expect_between(others[1], home,
                   TAKEN_OVER "refused: It is a day of a meeting of this office, whose "
                              "days have the hours of the meeting: move the meeting or "
                              "divide it into slots here.\n" TAKEN_OVER);
    hand_over(others[1], home);
    office_expect("SELECT count(*) FROM meeting", "1\n");
}
END_TEST

START_TEST(slots_of_a_workshop__come_home_with_their_hours)
{
    char number[32];

    plan("2027-05-11 09:30", "2027-05-12 16:00");
    (void)snprintf(number, sizeof number, "%lld", (long long)meeting);
    office_add(home, &slot_entity, "meeting", number, "label", "Talks", "start",
               "2027-05-12 09:30", "end", "2027-05-12 11:00", NULL);
    office_add(home, &slot_entity, "meeting", number, "label", "Visit", "start",
               "2027-05-12 14:00", "end", "2027-05-12 16:00", NULL);
    hand_over(home, others[0]);
    hand_over(others[0], others[1]);
    expect_between(others[1], home, TAKEN_OVER TAKEN_OVER TAKEN_OVER);
    office_change(others[1], &meeting_entity, 3, "start", "2027-05-12 14:30", NULL);
    hand_over(others[1], home);
    office_expect("SELECT start FROM slot ORDER BY id",
                  "2027-05-12 09:30\n2027-05-12 14:30\n");
}
END_TEST

START_TEST(group_with_another_code_there__is_no_other_meeting)
{
    plan_and_hand_on();
    office_change(others[1], &working_group_entity, group, "code", "SEA", NULL);
    expect_between(others[1], others[2], "same\n");
    expect_between(others[1], home, TAKEN_OVER);
}
END_TEST

/* Put together by another program, which keeps what it does not know. */
START_TEST(calendars_of_two_offices_in_one_file__have_it_once)
{
    plan("2027-05-11 09:30", "2027-05-11 16:00");
    hand_over(home, others[0]);
    char *ours = calendar_of(home);
    char *theirs = calendar_of(others[0]);
    struct buffer both = { 0 };
    char *end_of_ours = strstr(ours, "END:VCALENDAR");
    buffer_add_part(&both, ours, (size_t)(end_of_ours - ours));
    buffer_add(&both, strstr(theirs, "BEGIN:VEVENT"));
    at = others[1];
    expect(buffer_text(&both), "same: The file has it twice: line 41 is taken.\nnew\n");
    take(buffer_text(&both));
    at = home;
    expect_between(others[1], home, TAKEN_OVER);
    expect(buffer_text(&both),
           "same: The file has it twice: line 41 is taken.\n" TAKEN_OVER);
    buffer_clear(&both);
    free(ours);
    free(theirs);
}
END_TEST

/* On again long after it was called off, it is another event for calendars. */
START_TEST(copy_of_a_past_event__is_no_new_meeting)
{
    plan_and_hand_on();
    ck_assert(plan_act(home, meeting, MEETING_CANCEL, "why", &err));
    atelier_close(home);
    home = at = office_return(NULL, "2027-03-03 09:00");
    struct journal_entry entry = { 0 };
    ck_assert_msg(undo_last(home, NULL, &entry, &err), "%s", err.message);
    journal_entry_clear(&entry);
    expect_between(others[3], home,
                   "same: Calendars took this entry of meeting 1 back since: there is "
                   "nothing to do.\n");
}
END_TEST

/* By another program: two offices have it from there, and it is one meeting. */
START_TEST(event_of_another_program__is_the_same_by_two_ways)
{
    const char *text = OTHER_CALENDAR(EVENT(FOREIGN, JOBS_LINES "SEQUENCE:2\r\n"));
    at = others[0];
    take(text);
    at = home;
    take(text);
    expect_between(others[0], home, "same\n");
    hand_over(others[0], others[1]);
    expect_between(others[1], home, "same\n");
}
END_TEST

/* None of these is the UID of an office: each is an event of its own. */
START_TEST(strange_origin__is_none)
{
    static const char *const strange[] = {
        ":jobs@x",
        ":",
        ";X-SEQUENCE=3:",
        ":0123abcd-0123-4abc-8def-0123456789ab",
        ":0123abcd-0123-4abc-8def-0123456789ab@",
        ":0123ABCD-0123-4ABC-8DEF-0123456789AB@north.example.org",
        (":" FOREIGN " "),
        (":" FOREIGN "@example.org"),
        (":x" FOREIGN),
    };
    struct buffer text = { 0 };
    struct buffer expected = { 0 };

    take(OFFICE_CALENDAR(EVENT(FOREIGN, JOBS_LINES)));
    buffer_add(&text, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n");
    for (size_t i = 0; i < sizeof strange / sizeof strange[0]; i++) {
        buffer_addf(&text,
                    "BEGIN:VEVENT\r\nUID:%zu@south.example.org\r\n"
                    "DTSTAMP:20270101T000000Z\r\n" JOBS_LINES
                    "X-ATELIER-ORIGIN%s\r\nEND:VEVENT\r\n",
                    i, strange[i]);
        buffer_add(&expected, "new\n");
    }
    buffer_add(&text, "END:VCALENDAR\r\n");
    expect(buffer_text(&text), buffer_text(&expected));
    buffer_clear(&text);
    buffer_clear(&expected);
}
END_TEST

/* A number that cannot be one is the first version, older than what is here. */
START_TEST(strange_version_of_an_origin__is_the_first)
{
    take(OFFICE_CALENDAR(EVENT(FOREIGN, JOBS_LINES "SEQUENCE:2\r\n")));
    const char *moved = "doubtful: " OLDER;
    expect(OFFICE_CALENDAR(EVENT(
               "a@x",
               AT("20270316T103000",
                  "20270316T133000") "SUMMARY:Jobs\r\nX-ATELIER-ORIGIN:" FOREIGN "\r\n")),
           moved);
    expect(OFFICE_CALENDAR(
               EVENT("a@x", AT("20270316T103000",
                               "20270316T133000") "SUMMARY:Jobs\r\nX-ATELIER-ORIGIN;X-"
                                                  "SEQUENCE=-9:" FOREIGN "\r\n")),
           moved);
    expect(OFFICE_CALENDAR(
               EVENT("a@x", AT("20270316T103000",
                               "20270316T133000") "SUMMARY:Jobs\r\nX-ATELIER-ORIGIN;X-"
                                                  "SEQUENCE=2x:" FOREIGN "\r\n")),
           moved);
}
END_TEST

START_TEST(many_events_of_one_origin__are_one)
{
    expect(OFFICE_CALENDAR(COPY("a@x", ":" FOREIGN) COPY("b@x", ":" FOREIGN)
                               COPY("c@x", ":" FOREIGN)),
           "new\n"
           "same: The file has it twice: line 4 is taken.\n"
           "same: The file has it twice: line 4 is taken.\n");
}
END_TEST

/* Whoever repeats it made something else of it. */
START_TEST(copy_that_is_repeated__is_asked_about)
{
    plan_and_hand_on();
    char *text = calendar_of(others[0]);
    struct buffer repeated = { 0 };
    char *end_of_event = strstr(text, "END:VEVENT");
    buffer_add_part(&repeated, text, (size_t)(end_of_event - text));
    buffer_add(&repeated, "RRULE:FREQ=DAILY;COUNT=2\r\n");
    buffer_add(&repeated, end_of_event);
    expect(buffer_text(&repeated),
           TAKEN_OVER "doubtful: It is a meeting of this office, and repeated there: "
                      "plan the others here, if they take place.\n");
    buffer_clear(&repeated);
    free(text);
}
END_TEST

START_TEST(event__that_is_known_by_its_own_uid__is_not_asked_for_its_origin)
{
    take(OFFICE_CALENDAR(EVENT("a@x", JOBS_LINES)));
    plan("2027-05-11 09:30", "2027-05-11 16:00");
    char *uid = database_file_dump("SELECT ics_uid FROM meeting WHERE id = 2");
    uid[strcspn(uid, "\n")] = '\0';
    struct buffer text = { 0 };
    buffer_addf(&text,
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n"
                "BEGIN:VEVENT\r\nUID:a@x\r\nDTSTAMP:20270101T000000Z\r\n" JOBS_LINES
                "X-ATELIER-ORIGIN;X-SEQUENCE=9:%s\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
                uid);
    expect(buffer_text(&text), "same\n");
    buffer_clear(&text);
    free(uid);
}
END_TEST

START_TEST(event_that_was_taken_over__brings_nobody)
{
    plan_and_hand_on();
    office_add(at, &person_entity, "family", "Durand", "given", "Paul", "email",
               "paul@example.org", NULL);
    char *text = calendar_of(others[3]);
    struct buffer with = { 0 };
    char *end_of_event = strstr(text, "END:VEVENT");
    buffer_add_part(&with, text, (size_t)(end_of_event - text));
    buffer_add(&with, "ATTENDEE;PARTSTAT=ACCEPTED:mailto:paul@example.org\r\n");
    buffer_add(&with, end_of_event);
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
    tcase_add_checked_fixture(tests, begin_all, end_all);
    tcase_add_test(tests, meeting_that_came_from_an_office__says_from_which_event);
    tcase_add_test(tests, meeting_that_came_from_another_program__does_not);
    tcase_add_test(tests, occurrences_of_a_series__are_of_no_event);
    tcase_add_test(tests, day_that_was_added_here__is_of_no_event_there);
    tcase_add_test(tests, meeting__comes_home_by_any_number_of_offices);
    tcase_add_test(tests, hour_that_one_office_changed__is_a_change_in_all_others);
    tcase_add_test(tests, copy_from_before_a_change_at_home__is_older_everywhere);
    tcase_add_test(tests, what_an_office_wrote_into_its_own__is_weighed_field_by_field);
    tcase_add_test(tests, copy_that_says_nothing_new__makes_no_file_older);
    tcase_add_test(tests,
                   cancelled_by_one__is_asked_about_at_home__and_cancelled_elsewhere);
    tcase_add_test(tests, hour_that_one_changed_of_a_meeting_that_is_closed__is_theirs);
    tcase_add_test(tests, postponed_by_one__stays_confirmed_elsewhere);
    tcase_add_test(tests, parts__come_home_as_parts);
    tcase_add_test(tests, slots_of_a_workshop__come_home_with_their_hours);
    tcase_add_test(tests, group_with_another_code_there__is_no_other_meeting);
    tcase_add_test(tests, calendars_of_two_offices_in_one_file__have_it_once);
    tcase_add_test(tests, copy_of_a_past_event__is_no_new_meeting);
    tcase_add_test(tests, event_of_another_program__is_the_same_by_two_ways);
    tcase_add_test(tests, strange_origin__is_none);
    tcase_add_test(tests, strange_version_of_an_origin__is_the_first);
    tcase_add_test(tests, many_events_of_one_origin__are_one);
    tcase_add_test(tests, copy_that_is_repeated__is_asked_about);
    tcase_add_test(tests,
                   event__that_is_known_by_its_own_uid__is_not_asked_for_its_origin);
    tcase_add_test(tests, event_that_was_taken_over__brings_nobody);
}

SUITE_MAIN("import_origin")
