/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seat_warning_test.c - what reduces seats, or lets more people take one, warns with
 * figures and takes nobody off the list */
#include "atelier/app/change_settings.h"
#include "settle_office.h"

static struct settings *settings;
static struct settings *before;

static void
set_up_settings(void)
{
    set_up();
    settings = record_new(&settings_entity);
    before = record_new(&settings_entity);
}

static void
tear_down_settings(void)
{
    record_free(&settings_entity, settings);
    record_free(&settings_entity, before);
    tear_down();
}

static void
expect_settings_say(const char *sentence)
{
    struct buffer text = { 0 };

    ck_assert_msg(settings_change(at, settings, &err), "%s", err.message);
    ck_assert_int_eq(settings_warn_of_seats(at, before, settings, &text),
                     sentence != NULL);
    if (sentence)
        ck_assert_str_eq(buffer_text(&text), sentence);
    buffer_clear(&text);
    record_copy(&settings_entity, settings, atelier_settings(at));
    record_copy(&settings_entity, before, settings);
}

static void
expect_undo_says(bool redo, const char *sentences)
{
    struct buffer text = { 0 };

    ck_assert_msg(redo ? redo_last(at, NULL, &entry, &err)
                       : undo_last(at, NULL, &entry, &err),
                  "%s", err.message);
    ck_assert_int_eq(undo_warn(at, &entry, &text), sentences != NULL);
    ck_assert_str_eq(buffer_text(&text), sentences ? sentences : "");
    buffer_clear(&text);
}

/* Two of two seats are taken, by the usual rule. */
static void
fill_beside_a_speaker(void)
{
    const struct register_request speaker = { .meeting = meeting,
                                              .person = people[2],
                                              .role = REGISTRATION_SPEAKER };

    enter(people[0], REGISTRATION_ACCEPTED);
    enter(people[1], REGISTRATION_ACCEPTED);
    ck_assert_msg(register_add(at, &speaker, &outcome, &err), "%s", err.message);
    record_copy(&settings_entity, settings, atelier_settings(at));
    record_copy(&settings_entity, before, settings);
}

START_TEST(settings_by_which_more_take_a_seat__say_how_many_meetings_are_overbooked)
{
    fill_beside_a_speaker();
    settings->speaker_takes_seat = true;
    expect_settings_say("More people take a seat now: 1 meeting to come is overbooked.  "
                        "Nobody is taken off the list.");
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|accepted|-\nCem|accepted|-\n");
    memory_replace(&settings->network, "Another");
    expect_settings_say(NULL);
    settings->speaker_takes_seat = false;
    expect_settings_say(NULL);
}
END_TEST

START_TEST(a_meeting_that_was_overbooked_before__is_no_news)
{
    fill_beside_a_speaker();
    office_change(at, &meeting_entity, meeting, "seats", "1", NULL);
    settings->staff_takes_seat = true; /* there is nobody of the staff */
    expect_settings_say(NULL);
}
END_TEST

START_TEST(a_meeting_that_is_over__is_none_of_those_to_come)
{
    fill_beside_a_speaker();
    atelier_close(at);
    at = office_return(NULL, "2027-03-17 08:00");
    settings->speaker_takes_seat = true;
    expect_settings_say(NULL);
}
END_TEST

START_TEST(settings_that_an_undo_or_a_redo_brings_back__say_it_too)
{
    fill_beside_a_speaker();
    settings->speaker_takes_seat = true;
    expect_settings_say("More people take a seat now: 1 meeting to come is overbooked.  "
                        "Nobody is taken off the list.");
    expect_undo_says(false, NULL);
    expect_undo_says(true, "More people take a seat now: 1 meeting to come is "
                           "overbooked.  Nobody is taken off the list.\n");
}
END_TEST

START_TEST(an_undo_that_lowers_the_seats__says_how_many_are_taken)
{
    office_change(at, &meeting_entity, meeting, "seats", "3", NULL);
    for (size_t i = 0; i < 3; i++)
        enter(people[i], REGISTRATION_ACCEPTED);
    struct buffer text = { 0 };
    int64_t raised =
        database_file_number("SELECT max(id) FROM journal WHERE act = 'meeting.change'");
    ck_assert_msg(
        undo_act(at, raised, office_answer(QUESTION_SEAT, "they stay"), &entry, &err),
        "%s", err.message);
    ck_assert(undo_warn(at, &entry, &text));
    ck_assert_str_eq(buffer_text(&text),
                     "Seats: 2, taken: 3.  Nobody is taken off the list.  Who came "
                     "last: Cem.\n");
    buffer_clear(&text);
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|accepted|-\nCem|accepted|-\n");
    expect_undo_says(true, NULL); /* three for three */
}
END_TEST

START_TEST(an_undo_that_leaves_fewer_seats_than_are_held__says_so)
{
    office_change(at, &meeting_entity, meeting, "seats", "4", NULL);
    limit_to(towns, "hold", "3", NULL);
    int64_t raised =
        database_file_number("SELECT max(id) FROM journal WHERE act = 'meeting.change'");
    struct buffer text = { 0 };
    ck_assert_msg(undo_act(at, raised, NULL, &entry, &err), "%s", err.message);
    ck_assert(undo_warn(at, &entry, &text));
    ck_assert_str_eq(buffer_text(&text), "Held and not filled: 3, free: 2.  Give the "
                                         "meeting more seats or hold fewer.\n");
    buffer_clear(&text);
}
END_TEST

START_TEST(an_undo_that_lowers_a_quota__says_how_many_are_taken)
{
    const int64_t limit = limit_to(towns, "most", "1", NULL);

    let_work_for(people[0], town);
    let_work_for(people[1], town);
    office_change(at, &seat_limit_entity, limit, "people", "2", NULL);
    int64_t raised = database_file_number("SELECT max(id) FROM journal");
    enter(people[0], REGISTRATION_ACCEPTED);
    enter(people[1], REGISTRATION_ACCEPTED);
    struct buffer text = { 0 };
    ck_assert_msg(
        undo_act(at, raised, office_answer(QUESTION_QUOTA, "they stay"), &entry, &err),
        "%s", err.message);
    ck_assert(undo_warn(at, &entry, &text));
    ck_assert_str_eq(buffer_text(&text),
                     "At most: 1, taken: 2.  Nobody is taken off the list.  Who came "
                     "last: Bob.\n");
    buffer_clear(&text);
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|accepted|-\n");
}
END_TEST

START_TEST(an_undo_of_something_else__says_nothing_of_a_meeting_that_is_overfull)
{
    enter(people[0], REGISTRATION_ACCEPTED);
    enter(people[1], REGISTRATION_ACCEPTED);
    office_change(at, &meeting_entity, meeting, "seats", "1", NULL);
    office_change(at, &meeting_entity, meeting, "title", "Another", NULL);
    expect_undo_says(false, NULL);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up_settings, tear_down_settings);
    tcase_add_test(
        tests, settings_by_which_more_take_a_seat__say_how_many_meetings_are_overbooked);
    tcase_add_test(tests, a_meeting_that_was_overbooked_before__is_no_news);
    tcase_add_test(tests, a_meeting_that_is_over__is_none_of_those_to_come);
    tcase_add_test(tests, settings_that_an_undo_or_a_redo_brings_back__say_it_too);
    tcase_add_test(tests, an_undo_that_lowers_the_seats__says_how_many_are_taken);
    tcase_add_test(tests, an_undo_that_leaves_fewer_seats_than_are_held__says_so);
    tcase_add_test(tests, an_undo_that_lowers_a_quota__says_how_many_are_taken);
    tcase_add_test(tests,
                   an_undo_of_something_else__says_nothing_of_a_meeting_that_is_overfull);
}

SUITE_MAIN("seat_warning")
