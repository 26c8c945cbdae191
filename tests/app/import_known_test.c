/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_known_test.c - an event that was imported before: which version was taken, and
 * which meeting it is */
#include "atelier/app/import_calendar.h"

#include "app/import_jobs.h"
#include "support/suite.h"

/* --- which version was taken */

START_TEST(event_on_again_after_its_cancellation__is_not_passed_over)
{
    take(JOBS);
    take(JOBS_AS(STATUS("CANCELLED")));
    expect(JOBS_AS(STATUS("CANCELLED")), "same\n");
    expect(JOBS, "refused: It takes place there, and is cancelled here: undo that or "
                 "plan another meeting.\n");
    take(JOBS);
    office_expect("SELECT state FROM meeting_view", "cancelled\n");
}
END_TEST

START_TEST(cancellation_that_both_made__is_noted_as_taken)
{
    take(JOBS);
    act(1, MEETING_CANCEL);
    take(JOBS_AS(STATUS("CANCELLED")));
    office_expect("SELECT state, reason FROM meeting_view", "cancelled|Reason.\n");
    expect(JOBS_AS(STATUS("CANCELLED")), "same\n");
}
END_TEST

/* Like every import that was taken back: the row says it before it is done. */
START_TEST(cancellation_that_was_taken_back__is_offered_again)
{
    take(JOBS);
    take(JOBS_AS(STATUS("CANCELLED")));
    undo();
    expect(JOBS, "same\n");
    expect(JOBS_AS(STATUS("CANCELLED")), "changed [state confirmed > cancelled]\n");
}
END_TEST

START_TEST(meeting_that_the_office_cancelled__stays_so_without_a_word)
{
    take(JOBS);
    act(1, MEETING_CANCEL);
    expect(JOBS, "same\n");
}
END_TEST

START_TEST(change_of_no_field__is_noted_so_that_the_office_may_edit_afterwards)
{
    const char *renamed = JOBS_AS("DESCRIPTION:Bring a pen\r\n");
    take(JOBS);
    office_change(at, &meeting_entity, 1, "description", "Bring a pen", NULL);
    office_expect("SELECT ics_sequence FROM meeting", "0\n");
    expect(renamed, "same\n");
    take(renamed);
    office_expect("SELECT ics_sequence FROM meeting", "0\n");
    office_change(at, &meeting_entity, 1, "description", "Bring two pens", NULL);
    expect(renamed, "same\n");
    take(renamed);
    office_expect("SELECT description FROM meeting", "Bring two pens\n");
}
END_TEST

START_TEST(same_file__leaves_no_new_revision)
{
    take(JOBS);
    take(JOBS);
    office_expect("SELECT rev FROM meeting", "1\n");
}
END_TEST

#define VERSION(sequence, stamp, lines)                                                  \
    OTHER_CALENDAR("BEGIN:VEVENT\r\nUID:jobs@x\r\nDTSTAMP:" stamp                        \
                   "\r\nSEQUENCE:" sequence "\r\nSUMMARY:Jobs\r\n" lines                 \
                   "END:VEVENT\r\n")
#define MORNING "20270101T080000Z"
#define A_SECOND_LATER "20270101T080001Z"
#define OLDER                                                                            \
    "doubtful: The file is older than what was imported of this event: import its "      \
    "newest "                                                                            \
    "version.\n"

START_TEST(older_file__moves_and_cancels_nothing)
{
    take(VERSION("0", MORNING, ON("20270316")));
    take(VERSION("2", MORNING, ON("20270317")));
    expect(VERSION("0", A_SECOND_LATER, ON("20270316")), OLDER);
    expect(VERSION("1", A_SECOND_LATER, ON("20270317") STATUS("CANCELLED")), OLDER);
    take(VERSION("1", A_SECOND_LATER, ON("20270317") STATUS("CANCELLED")));
    office_expect("SELECT substr(start, 6, 5), state FROM meeting_view",
                  "03-17|confirmed\n");
    expect(VERSION("3", MORNING, ON("20270317") STATUS("CANCELLED")), CALLED_OFF);
    undo();
    expect(VERSION("0", MORNING, ON("20270316")), "same\n");
}
END_TEST

START_TEST(of_one_sequence__the_later_stamp_is_newer)
{
    take(VERSION("1", A_SECOND_LATER, ON("20270316")));
    expect(VERSION("1", MORNING, ON("20270317")), OLDER);
    expect(VERSION("1", A_SECOND_LATER, ON("20270317")), TO("2027-03-17") "\n");
    expect(VERSION("1", "20270102T080000Z", ON("20270317")), TO("2027-03-17") "\n");
    expect(VERSION("1", "yesterday", ON("20270317")), TO("2027-03-17") "\n");
}
END_TEST

START_TEST(older_file_of_the_same_facts__is_the_same_and_makes_nothing_older)
{
    take(VERSION("2", MORNING, ON("20270316")));
    expect(VERSION("0", MORNING, ON("20270316")), "same\n");
    take(VERSION("0", MORNING, ON("20270316")));
    expect(VERSION("1", MORNING, ON("20270317")), OLDER);
    take(VERSION("4", MORNING, ON("20270316")));
    expect(VERSION("3", MORNING, ON("20270317")), OLDER);
}
END_TEST

START_TEST(new_stamp_alone__leaves_no_new_revision)
{
    take(VERSION("2", MORNING, ON("20270316")));
    take(VERSION("2", A_SECOND_LATER, ON("20270316")));
    office_expect("SELECT rev FROM meeting", "1\n");
}
END_TEST

START_TEST(older_series__adds_nothing_and_calls_nothing_off)
{
    const char *twice = VERSION("1", MORNING, ON("20270316") RULE("FREQ=WEEKLY;COUNT=2"));

    take(VERSION("2", MORNING,
                 ON("20270316") RULE("FREQ=WEEKLY;COUNT=3") NOT_ON("20270323")));
    expect(twice, "same\n" OLDER OLDER);
    take(twice);
    office_expect(SQL_STARTS, "03-16\n03-30\n");
    expect(OTHER_CALENDAR("METHOD:CANCEL\r\n" EVENT(
               "jobs@x", "SEQUENCE:1\r\n" ON("20270316") STATUS("CANCELLED"))),
           OLDER OLDER);
}
END_TEST

START_TEST(newer_of_two_in_a_file__is_taken)
{
    const char *text =
        OTHER_CALENDAR(EVENT("jobs@x", "SEQUENCE:1\r\n" ON("20270317"))
                           EVENT(" jobs@x", "SEQUENCE:2\r\n" ON("20270318")));
    expect(text, "refused: The file has it twice: line 12 is taken.\nnew\n");
}
END_TEST

/* --- which meeting it is */

START_TEST(uids_that_tidy_to_the_same__are_one_event)
{
    const char *text = OTHER_CALENDAR(EVENT("jobs@x", ON("20270317")) EVENT(
        "other@x", ON("20270318")) EVENT(" jobs@x", ON("20270319")));
    take(JOBS);
    expect(text, TO("2027-03-17") "\nnew\nrefused: The file has it twice: line 4 is "
                                  "taken.\n");
    take(text);
    office_expect(SQL_STARTS, "03-17\n03-18\n");
}
END_TEST

START_TEST(single_event_of_several_meetings__moves_none_of_them)
{
    const char *single = JOBS_ON("20270406", "");
    take(JOBS_AS(RULE("FREQ=WEEKLY;COUNT=3")));
    expect(single, PERHAPS ABSENT ABSENT ABSENT);
    act(1, MEETING_CANCEL);
    expect(single, PERHAPS ABSENT ABSENT);
    act(2, MEETING_CANCEL);
    act(3, MEETING_CANCEL);
    expect(single, "new\n");
}
END_TEST

START_TEST(single_event_that_moved_far__is_known_by_its_uid)
{
    take(JOBS);
    expect(JOBS_ON("20270602", ""), TO("2027-06-02") "\n");
}
END_TEST

START_TEST(days_that_shift_within_a_week__move_no_meeting_past_its_siblings)
{
    const char *later = JOBS_ON("20270317", RULE("FREQ=DAILY;COUNT=5"));
    take(JOBS_AS(RULE("FREQ=DAILY;COUNT=5")));
    expect(later, "same\nsame\nsame\nsame\n" PERHAPS ABSENT);
    take(later);
    office_expect(SQL_STARTS, "03-16\n03-17\n03-18\n03-19\n03-20\n");
}
END_TEST

START_TEST(two_in_a_week_that_moved__are_left_to_a_person)
{
    take(JOBS_AS(RULE("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=2")));
    expect(JOBS_ON("20270317", RULE("FREQ=WEEKLY;BYDAY=WE,FR;COUNT=2")),
           PERHAPS PERHAPS ABSENT ABSENT);
}
END_TEST

START_TEST(one_in_a_week_that_moved_beside_another__keeps_its_order)
{
    take(JOBS_AS(RULE("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=2")));
    expect(JOBS_AS(RULE("FREQ=WEEKLY;BYDAY=TU,FR;COUNT=2")),
           "same\nchanged [start 2027-03-18 09:30 > 2027-03-19 09:30] [end 2027-03-18 "
           "12:30 > 2027-03-19 12:30]\n");
}
END_TEST

/* --- meetings of which the import says nothing */

/* Tuesdays 16, 23 and 30; a Thursday is added in the week of the 23rd. */
START_TEST(meeting_outside_the_days__is_not_moved_onto_a_new_date)
{
    const char *longer = JOBS_AS(RULE("FREQ=WEEKLY;COUNT=3") ALSO_ON("20270325"));
    const char *earlier = JOBS_AS(RULE("FREQ=WEEKLY;COUNT=3") ALSO_ON("20270322"));
    take(JOBS_AS(RULE("FREQ=WEEKLY;COUNT=3")));
    expect(longer, "same\nsame\nnew\nsame\n");
    expect_as(longer, (struct calendar_import_choice){ .from = { 2027, 3, 24 } },
              "new\nsame\n");
    expect_as(earlier, (struct calendar_import_choice){ .until = { 2027, 3, 22 } },
              "same\nnew\n");
}
END_TEST

START_TEST(occurrence_that_moved_out_of_the_days__is_not_moved_onto_a_new_date)
{
    struct calendar_import_choice short_time = { .until = { 2027, 4, 15 } };
    take(JOBS_AS(RULE("FREQ=WEEKLY;COUNT=3")));
    expect_as(OTHER_CALENDAR(EVENT("jobs@x", ON("20270316") RULE("FREQ=WEEKLY;COUNT=3")
                                                 ALSO_ON("20270325"))
                                 EVENT("jobs@x", OCCURRENCE("20270323") ON("20270601"))),
              short_time, "same\nnew\nsame\n" AWAY);
}
END_TEST

START_TEST(series_that_shifted_and_moved_out_of_the_days__is_not_missing)
{
    struct calendar_import_choice short_time = { .until = { 2027, 4, 15 } };
    take(JOBS);
    expect_as(OTHER_CALENDAR(EVENT("jobs@x", AT_HALF_PAST_TEN("20270316")
                                                 RULE("FREQ=WEEKLY;COUNT=1"))
                                 EVENT("jobs@x", "RECURRENCE-ID;TZID=Europe/Paris:"
                                                 "20270316T103000\r\n" ON("20270601"))),
              short_time, AWAY);
}
END_TEST

/* What the file has on the other days of that week is read, though not taken. */
START_TEST(week_that_the_days_cut__is_judged_as_a_whole)
{
    struct calendar_import_choice later = { .from = { 2027, 3, 17 } };
    take(JOBS_AS(RULE("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=2")));
    expect_as(JOBS_AS(RULE("FREQ=WEEKLY;BYDAY=TU,FR;COUNT=2")), later,
              "changed [start 2027-03-18 09:30 > 2027-03-19 09:30] [end 2027-03-18 "
              "12:30 > 2027-03-19 12:30]\n");
    expect_as(JOBS_ON("20270315", RULE("FREQ=WEEKLY;BYDAY=MO,FR;COUNT=2")), later,
              PERHAPS ABSENT);
}
END_TEST

START_TEST(date_in_place_of_one_outside_the_days__is_left_to_a_person)
{
    take(JOBS_AS(RULE("FREQ=WEEKLY;COUNT=3")));
    expect_as(JOBS_ON("20270318", RULE("FREQ=WEEKLY;COUNT=1")),
              (struct calendar_import_choice){ .from = { 2027, 3, 17 },
                                               .until = { 2027, 3, 21 } },
              PERHAPS_UNREAD);
}
END_TEST

START_TEST(series_imported_in_parts_of_a_week__is_whole)
{
    const char *twice = JOBS_AS(RULE("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4"));
    take_as(twice, (struct calendar_import_choice){ .until = { 2027, 3, 24 } });
    take_as(twice, (struct calendar_import_choice){ .from = { 2027, 3, 24 } });
    office_expect(SQL_STARTS, "03-16\n03-18\n03-23\n03-25\n");
}
END_TEST

/* --- what is off here */

START_TEST(cancelled_meeting_of_a_series_that_moves__stays_so)
{
    take(JOBS_AS(RULE("FREQ=WEEKLY;COUNT=2")));
    act(2, MEETING_CANCEL);
    expect(OTHER_CALENDAR(
               EVENT("jobs@x", AT_HALF_PAST_TEN("20270316") RULE("FREQ=WEEKLY;COUNT=2"))),
           "changed [start 2027-03-16 09:30 > 2027-03-16 10:30] [end 2027-03-16 12:30 > "
           "2027-03-16 13:30]\n" OFF);
    expect(JOBS_ON("20270317", RULE("FREQ=WEEKLY;COUNT=2")), TO("2027-03-17") "\n" OFF);
}
END_TEST

START_TEST(meeting_that_the_calendar_cancelled__stays_so_when_its_series_moves)
{
    take(JOBS_AS(RULE("FREQ=WEEKLY;COUNT=2")));
    take(OTHER_CALENDAR(EVENT("jobs@x", ON("20270316") RULE("FREQ=WEEKLY;COUNT=2")) EVENT(
        "jobs@x", OCCURRENCE("20270323") ON("20270323") STATUS("CANCELLED"))));
    office_expect("SELECT state FROM meeting_view ORDER BY id", "confirmed\ncancelled\n");
    expect(JOBS_ON("20270317", RULE("FREQ=WEEKLY;COUNT=2")), TO("2027-03-17") "\n" OFF);
}
END_TEST

START_TEST(cancelled_meeting__gives_way_to_one_that_goes_on)
{
    take(JOBS_AS(RULE("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=2")));
    act(2, MEETING_CANCEL);
    expect(JOBS_ON("20270317", ""), TO("2027-03-17") "\n");
}
END_TEST

/* Nor does the meeting of another day become it. */
START_TEST(cancelled_meeting_of_the_same_day__is_meant_before_another_of_the_week)
{
    take(JOBS_AS(RULE("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=2")));
    act(1, MEETING_CANCEL);
    expect(OTHER_CALENDAR(
               EVENT("jobs@x", AT_HALF_PAST_TEN("20270316") RULE("FREQ=WEEKLY;COUNT=1"))),
           OFF ABSENT);
}
END_TEST

START_TEST(dates_of_a_week_where_all_is_off__are_left_to_a_person)
{
    const char *moved = JOBS_ON("20270317", RULE("FREQ=WEEKLY;BYDAY=WE,FR;COUNT=2"));
    take(JOBS_AS(RULE("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=2")));
    act(1, MEETING_CANCEL);
    act(2, MEETING_CANCEL);
    expect(moved, PERHAPS_OFF PERHAPS_OFF);
    expect_as(moved, (struct calendar_import_choice){ .from = { 2027, 3, 19 } },
              PERHAPS_OFF);
    expect(JOBS_ON("20270324", RULE("FREQ=WEEKLY;BYDAY=WE,FR;COUNT=2")), "new\nnew\n");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, event_on_again_after_its_cancellation__is_not_passed_over);
    tcase_add_test(tests, cancellation_that_both_made__is_noted_as_taken);
    tcase_add_test(tests, cancellation_that_was_taken_back__is_offered_again);
    tcase_add_test(tests, meeting_that_the_office_cancelled__stays_so_without_a_word);
    tcase_add_test(tests,
                   change_of_no_field__is_noted_so_that_the_office_may_edit_afterwards);
    tcase_add_test(tests, same_file__leaves_no_new_revision);
    tcase_add_test(tests, older_file__moves_and_cancels_nothing);
    tcase_add_test(tests, of_one_sequence__the_later_stamp_is_newer);
    tcase_add_test(tests,
                   older_file_of_the_same_facts__is_the_same_and_makes_nothing_older);
    tcase_add_test(tests, new_stamp_alone__leaves_no_new_revision);
    tcase_add_test(tests, older_series__adds_nothing_and_calls_nothing_off);
    tcase_add_test(tests, newer_of_two_in_a_file__is_taken);
    tcase_add_test(tests, uids_that_tidy_to_the_same__are_one_event);
    tcase_add_test(tests, single_event_of_several_meetings__moves_none_of_them);
    tcase_add_test(tests, single_event_that_moved_far__is_known_by_its_uid);
    tcase_add_test(tests,
                   days_that_shift_within_a_week__move_no_meeting_past_its_siblings);
    tcase_add_test(tests, two_in_a_week_that_moved__are_left_to_a_person);
    tcase_add_test(tests, one_in_a_week_that_moved_beside_another__keeps_its_order);
    tcase_add_test(tests, meeting_outside_the_days__is_not_moved_onto_a_new_date);
    tcase_add_test(tests,
                   occurrence_that_moved_out_of_the_days__is_not_moved_onto_a_new_date);
    tcase_add_test(tests, series_that_shifted_and_moved_out_of_the_days__is_not_missing);
    tcase_add_test(tests, week_that_the_days_cut__is_judged_as_a_whole);
    tcase_add_test(tests, date_in_place_of_one_outside_the_days__is_left_to_a_person);
    tcase_add_test(tests, series_imported_in_parts_of_a_week__is_whole);
    tcase_add_test(tests, cancelled_meeting_of_a_series_that_moves__stays_so);
    tcase_add_test(tests,
                   meeting_that_the_calendar_cancelled__stays_so_when_its_series_moves);
    tcase_add_test(tests, cancelled_meeting__gives_way_to_one_that_goes_on);
    tcase_add_test(
        tests, cancelled_meeting_of_the_same_day__is_meant_before_another_of_the_week);
    tcase_add_test(tests, dates_of_a_week_where_all_is_off__are_left_to_a_person);
}

SUITE_MAIN("import_known")
