/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_brings_test.c - what an event may change in the meeting that it became, or that
 * this office told */
#include "atelier/app/import_calendar.h"

#include <stdlib.h>
#include <string.h>

#include "app/import_jobs.h"
#include "atelier/app/export_calendar.h"
#include "support/paper.h"
#include "support/suite.h"

/* --- what it brings */

START_TEST(link_or_place_that_comes_later__changes_the_mode)
{
    take(JOBS_AS("LOCATION:Town hall\r\n"));
    expect(JOBS_AS("LOCATION:Town hall\r\nURL:https://meet.example/1\r\n"),
           "changed [link - > https://meet.example/1] [mode on-site > hybrid]\n");
    take(JOBS_AS("LOCATION:https://meet.example/1\r\n"));
    office_expect("SELECT mode FROM meeting_view", "hybrid\n");
}
END_TEST

START_TEST(place_of_a_remote_meeting__keeps_the_link_and_says_so)
{
    take(JOBS_AS("LOCATION:https://meet.example/1\r\n"));
    office_expect("SELECT mode FROM meeting_view", "remote\n");
    expect(JOBS_AS("LOCATION:Town hall\r\n"),
           "changed: Its link stays, for the calendar gives none: remove it, if nobody "
           "takes part from afar. [place - > Town hall] [mode remote > hybrid]\n");
}
END_TEST

START_TEST(mode_that_the_office_chose__stays_while_nothing_moves)
{
    take(JOBS_AS("URL:https://meet.example/1\r\n"));
    office_change(at, &meeting_entity, 1, "mode", "hybrid", NULL);
    expect(OTHER_CALENDAR("BEGIN:VEVENT\r\nUID:jobs@x\r\nDTSTAMP:20270101T000000Z\r\n" ON(
               "20270316") "SUMMARY:Skills\r\nURL:https://meet.example/1\r\n"
                           "END:VEVENT\r\n"),
           "changed [title Jobs > Skills]\n");
}
END_TEST

START_TEST(draft__is_confirmed_by_an_event_without_status)
{
    take(JOBS_AS(STATUS("TENTATIVE")));
    expect(JOBS, "changed [state draft > confirmed]\n");
    take(JOBS);
    office_expect("SELECT state FROM meeting_view", "confirmed\n");
    expect(JOBS_AS(STATUS("TENTATIVE")),
           "same: It is tentative there, and stays confirmed here.\n");
}
END_TEST

START_TEST(postponed_meeting__is_confirmed_by_its_new_date)
{
    take(JOBS);
    act(1, MEETING_POSTPONE);
    expect(JOBS, "same\n");
    expect(JOBS_AS(STATUS("CONFIRMED")),
           "same: The meeting stays postponed: confirm it, if it takes place.\n");
    expect(JOBS_ON("20270317", STATUS("CONFIRMED")),
           TO("2027-03-17") " [state postponed > confirmed]\n");
    take(JOBS_ON("20270317", ""));
    office_expect("SELECT state, postponed_from FROM meeting", "1|-\n");
}
END_TEST

START_TEST(postponed_meeting__stays_so_while_its_new_date_is_tentative)
{
    take(JOBS);
    act(1, MEETING_POSTPONE);
    expect(JOBS_ON("20270317", STATUS("TENTATIVE")),
           "changed: The meeting stays postponed: confirm it, if it takes place. [start "
           "2027-03-16 09:30 > 2027-03-17 09:30] [end 2027-03-16 12:30 > 2027-03-17 "
           "12:30]\n");
}
END_TEST

START_TEST(meeting_of_another_group__is_named_on_its_row)
{
    struct calendar_import_choice other = { .group = office_add_group(at, "ECO") };

    take(JOBS);
    expect_as(JOBS_ON("20270317", ""), other,
              "changed: It is a meeting of URB URB. [start 2027-03-16 09:30 > "
              "2027-03-17 09:30] [end 2027-03-16 12:30 > 2027-03-17 12:30]\n");
    expect_as(JOBS, other, "same: It is a meeting of URB URB.\n");
}
END_TEST

START_TEST(import__needs_the_right_to_plan)
{
    struct atelier *desk = office_hire(at, "dora", ROLE_DESK);
    const struct calendar_import_choice choice = { .group = group };

    ck_assert_ptr_null(
        calendar_import_open(desk, paper_write("other.ics", JOBS), &choice, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    atelier_close(desk);
}
END_TEST

/* --- our own */

static bool
write_text(void *context, const char *bytes, size_t length)
{
    buffer_add_part(context, bytes, length);
    return true;
}

/* Our calendar, as somebody has changed it elsewhere. */
static char *
exported(const char *from, const char *to)
{
    struct buffer text = { 0 };
    int64_t events;
    ck_assert(export_calendar(at, ROW_NONE, write_text, &text, &events, &err));
    char *all = buffer_take(&text);
    for (char *rest = all; from;) {
        char *there = strstr(rest, from);
        buffer_add_part(&text, rest, there ? (size_t)(there - rest) : strlen(rest));
        if (!there)
            break;
        buffer_add(&text, to);
        rest = there + strlen(from);
    }
    if (!from)
        return all;
    ck_assert_str_ne(all, buffer_text(&text));
    free(all);
    return buffer_take(&text);
}

static void
expect_exported(const char *from, const char *to, const char *expected)
{
    char *text = exported(from, to);
    expect(text, expected);
    free(text);
}

START_TEST(our_meeting_that_was_moved_there__moves)
{
    office_add_meeting(at, group, "2027-03-16 09:30", 10);
    expect_exported(":20270316T", ":20270317T",
                    "changed [start 2027-03-16 09:30 > 2027-03-17 09:30] [end 2027-03-16 "
                    "11:30 > 2027-03-17 11:30]\n");
    char *moved = exported(":20270316T", ":20270317T");
    take(moved);
    expect(moved, "same\n");
    office_expect(SQL_STARTS, "03-17\n");
    free(moved);
}
END_TEST

START_TEST(our_postponed_meeting_that_was_moved_there__stays_postponed_and_says_so)
{
    const int64_t meeting = office_add_meeting(at, group, "2027-03-16 09:30", 10);
    char *moved = exported(":20270316T", ":20270317T");
    char *as_it_was = exported(NULL, NULL);
    act(meeting, MEETING_POSTPONE);
    char *sequence = strstr(moved, "SEQUENCE:");
    ck_assert_ptr_nonnull(sequence);
    sequence[strlen("SEQUENCE:")] = '9';
    expect(moved, "changed: The meeting stays postponed: confirm it, if it takes place. "
                  "[start 2027-03-16 09:30 > 2027-03-17 09:30] [end 2027-03-16 11:30 > "
                  "2027-03-17 11:30]\n");
    expect(as_it_was, "same\n");
    take(moved);
    office_expect("SELECT state FROM meeting_view", "postponed\n");
    free(as_it_was);
    free(moved);
}
END_TEST

START_TEST(our_meeting_that_was_cancelled_there__is_left_to_a_person)
{
    office_add_meeting(at, group, "2027-03-16 09:30", 10);
    expect_exported("STATUS:CONFIRMED", "STATUS:CANCELLED",
                    "doubtful: It is a meeting of this office, and cancelled there: "
                    "cancel it here, if it is off.\n");
}
END_TEST

START_TEST(older_copy_of_our_meeting__moves_nothing)
{
    const int64_t meeting = office_add_meeting(at, group, "2027-03-16 09:30", 10);
    char *older = exported(NULL, NULL);
    office_change(at, &meeting_entity, meeting, "start", "2027-03-18 09:30", "end",
                  "2027-03-18 12:30", NULL);
    expect(older, "same\n");
    free(older);
}
END_TEST

START_TEST(our_meeting_by_other_clocks__is_compared_by_its_instant)
{
    office_add_meeting(at, group, "2027-03-16 09:30", 10);
    char *there = exported("DTSTART;TZID=Europe/Paris:20270316T0930",
                           "DTSTART;TZID=Europe/Bucharest:20270316T1030");
    expect(there, "same\n");
    free(there);
    expect_exported("TZID=Europe/Paris:20270316T", "TZID=Europe/Bucharest:20270316T",
                    "changed [zone Europe/Paris > Europe/Bucharest]\n");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, link_or_place_that_comes_later__changes_the_mode);
    tcase_add_test(tests, place_of_a_remote_meeting__keeps_the_link_and_says_so);
    tcase_add_test(tests, mode_that_the_office_chose__stays_while_nothing_moves);
    tcase_add_test(tests, draft__is_confirmed_by_an_event_without_status);
    tcase_add_test(tests, postponed_meeting__is_confirmed_by_its_new_date);
    tcase_add_test(tests, postponed_meeting__stays_so_while_its_new_date_is_tentative);
    tcase_add_test(tests, meeting_of_another_group__is_named_on_its_row);
    tcase_add_test(tests, import__needs_the_right_to_plan);
    tcase_add_test(tests, our_meeting_that_was_moved_there__moves);
    tcase_add_test(
        tests, our_postponed_meeting_that_was_moved_there__stays_postponed_and_says_so);
    tcase_add_test(tests, our_meeting_that_was_cancelled_there__is_left_to_a_person);
    tcase_add_test(tests, older_copy_of_our_meeting__moves_nothing);
    tcase_add_test(tests, our_meeting_by_other_clocks__is_compared_by_its_instant);
}

SUITE_MAIN("import_brings")
