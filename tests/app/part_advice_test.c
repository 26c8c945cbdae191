/* SPDX-License-Identifier: GPL-3.0-or-later */
/* part_advice_test.c - what is said of a workshop, an item and a speaker while they are
 * typed, and once they are saved
 */
#include "atelier/app/part_advice.h"

#include <string.h>

#include "atelier/app/clashes.h"
#include "atelier/app/edit.h"
#include "atelier/app/workshop_seats.h"
#include "atelier/base/memory.h"
#include "atelier/domain/room.h"
#include "atelier/domain/venue.h"
#include "support/office.h"
#include "support/suite.h"

static struct atelier *at;
static struct error err;
static struct workshop workshop;
static struct item item;
static int64_t meeting, other, studio, ana;

#define DAY "2027-03-16 "

static void
set_up(void)
{
    at = office_found();
    office_add_group(at, "URB");
    office_add(at, &venue_entity, "name", "House", NULL);
    office_add(at, &room_entity, "venue", "1", "name", "Hall", "seats", "50", NULL);
    studio =
        office_add(at, &room_entity, "venue", "1", "name", "Studio", "seats", "12", NULL);
    ana = office_add_person(at, "Petit", "Ana");
    meeting = office_add_meeting(at, 1, DAY "09:30", 40);
    other = office_add_meeting(at, 1, DAY "09:30", 40);
    office_change(at, &meeting_entity, other, "title", "Budget", NULL);
    office_change(at, &meeting_entity, meeting, "title", "Forum", "room", "1", NULL);
    record_init(&workshop_entity, &workshop);
    record_init(&item_entity, &item);
    workshop.meeting = item.meeting = meeting;
    err = (struct error){ 0 };
}

static void
tear_down(void)
{
    record_clear(&workshop_entity, &workshop);
    record_clear(&item_entity, &item);
    office_end(at);
}

static void
set_hours(const char *start, const char *end)
{
    ck_assert(local_time_parse(start, &workshop.start));
    ck_assert(local_time_parse(end, &workshop.end));
    item.start = workshop.start;
    item.end = workshop.end;
}

static void
expect(const char *field, const char *expected)
{
    struct buffer text = { 0 };

    workshop_advise(at, &workshop, field, ADVICE_WHOLE, &text);
    ck_assert_str_eq(buffer_text(&text), expected);
    buffer_clear(&text);
}

static void
expect_item(const char *field, const char *expected)
{
    struct buffer text = { 0 };

    item_advise(at, &item, field, ADVICE_WHOLE, &text);
    ck_assert_str_eq(buffer_text(&text), expected);
    buffer_clear(&text);
}

static void
expect_warning(const struct entity *entity, int64_t id, const char *expected)
{
    void *record = record_new(entity);
    struct buffer text = { 0 };

    ck_assert(edit_load(at, entity, id, record, &err));
    ck_assert_int_eq(edit_warning(at, entity, record, &text), expected[0] != '\0');
    ck_assert_str_eq(buffer_text(&text), expected);
    buffer_clear(&text);
    record_free(entity, record);
}

#define BUDGET "“Budget”, Tue 16/03/2027 09:30–11:30"

START_TEST(room__is_taken__by_another_meeting__at_those_hours)
{
    office_change(at, &meeting_entity, other, "room", "2", NULL);
    set_hours(DAY "11:00", DAY "11:20");
    workshop.room = item.room = studio;
    expect("room", "Studio is taken by " BUDGET ".");
    expect_item("room", "Studio is taken by " BUDGET ".");
    expect("leader", "");
    office_change(at, &meeting_entity, other, "end", DAY "10:30", NULL);
    expect("room", "");
    expect_item("room", "");
}
END_TEST

START_TEST(room__is_taken__by_what_is_in_the_meeting__but_not_by_itself)
{
    const int64_t first =
        office_add(at, &workshop_entity, "meeting", "1", "title", "First", "start",
                   DAY "10:00", "end", DAY "11:00", "room", "2", NULL);
    const char *const taken = "Studio is taken by “First”, Tue 16/03/2027 10:00–11:00.";

    set_hours(DAY "10:30", DAY "11:30");
    workshop.room = item.room = studio;
    expect("room", taken);
    expect_item("room", taken);
    workshop.head.id = first;
    expect("room", "");
    set_hours(DAY "11:00", DAY "11:30");
    workshop.head.id = 0;
    expect("room", "");
}
END_TEST

/* The room of the meeting, of a workshop that has none: two such have none yet. */
START_TEST(room__of_the_meeting__is_that_of_who_has_none)
{
    const int64_t first =
        office_add(at, &workshop_entity, "meeting", "1", "title", "First", "start",
                   DAY "10:00", "end", DAY "11:00", NULL);
    set_hours(DAY "10:30", DAY "11:30");
    expect("room", "");
    workshop.room = 1;
    expect("room", "Hall is taken by “First”, Tue 16/03/2027 10:00–11:00.");
    workshop.room = 0;
    office_change(at, &workshop_entity, first, "room", "1", NULL);
    expect("room", "Hall is taken by “First”, Tue 16/03/2027 10:00–11:00.");
    office_change(at, &workshop_entity, first, "room", NULL, NULL);
    workshop.room = studio;
    expect("room", "");
    expect_item("room", "Hall is taken by “First”, Tue 16/03/2027 10:00–11:00.");
    item.kind = ITEM_BREAK; /* in none */
    expect_item("room", "");
    item.room = 1;
    expect_item("room", "Hall is taken by “First”, Tue 16/03/2027 10:00–11:00.");
}
END_TEST

START_TEST(leader__is_expected_elsewhere)
{
    set_hours(DAY "10:30", DAY "11:30");
    workshop.leader = item.speaker = ana;
    expect("leader", "");
    office_add(at, &workshop_entity, "meeting", "2", "title", "Maps", "start",
               DAY "10:00", "end", DAY "11:00", "leader", "1", NULL);
    expect("leader", "Petit, Ana is also expected at “Maps” of “Budget”, Tue 16/03/2027 "
                     "10:00–11:00.");
    expect_item("speaker", "Petit, Ana is also expected at “Maps” of “Budget”, Tue "
                           "16/03/2027 10:00–11:00.");
    set_hours(DAY "11:00", DAY "11:30");
    expect("leader", "");
    office_register(at, other, ana);
    expect("leader", "Petit, Ana is also expected at " BUDGET ".");
}
END_TEST

START_TEST(leader__who_speaks_or_sits_or_has_an_item_in_the_meeting__is_told)
{
    static const char *const kinds[] = { "speaks", "sits", "item" };
    const int64_t first =
        office_add(at, &workshop_entity, "meeting", "1", "title", "First", "start",
                   DAY "10:00", "end", DAY "11:00", NULL);
    struct workshop_person people = { .person = ana };

    set_hours(DAY "10:30", DAY "11:30");
    workshop.leader = ana;
    if (strcmp(kinds[_i], "speaks") == 0)
        office_add(at, &speaker_entity, "workshop", "1", "person", "1", NULL);
    else if (strcmp(kinds[_i], "item") == 0)
        office_add(at, &item_entity, "meeting", "1", "title", "First", "start",
                   DAY "10:00", "end", DAY "11:00", "speaker", "1", NULL);
    else
        office_register(at, meeting, ana);
    if (strcmp(kinds[_i], "sits") == 0)
        ck_assert_msg(workshop_register(at, first, &people, 1, &err), "%s", err.message);
    expect("leader", "Petit, Ana is also expected at “First”, Tue 16/03/2027 "
                     "10:00–11:00.");
}
END_TEST

START_TEST(seats__are_more_than_the_room_has)
{
    workshop.seats = 30;
    expect("seats", "");
    workshop.room = studio;
    expect("seats", "Studio seats 12, the workshop 30.");
    workshop.seats = 12;
    expect("seats", "");
}
END_TEST

#define FORUM "Tue 16/03/2027 09:30–11:30"

START_TEST(hours__lie_outside_the_meeting__or_end_before_they_start)
{
    set_hours(DAY "09:00", DAY "11:30");
    expect("start", "The workshop must lie within its meeting: " FORUM ".");
    expect("end", "");
    expect_item("start", "It must lie within its meeting: " FORUM ".");
    set_hours(DAY "09:30", DAY "13:00");
    expect("start", "");
    expect("end", "The workshop must lie within its meeting: " FORUM ".");
    expect_item("end", "It must lie within its meeting: " FORUM ".");
    set_hours(DAY "11:30", DAY "10:30");
    expect("end", "The end is not after the start.");
    expect_item("end", "The end is not after the start.");
    workshop.slot = 7;
    expect("end", "");
}
END_TEST

START_TEST(speaker__is_expected_elsewhere__typed_and_saved)
{
    struct speaker speaker;
    struct buffer text = { 0 };
    const char *const expected = "Petit, Ana is also expected at " BUDGET ".";

    office_register(at, other, ana);
    office_add(at, &workshop_entity, "meeting", "1", "title", "First", "start",
               DAY "10:00", "end", DAY "11:00", NULL);
    record_init(&speaker_entity, &speaker);
    speaker.workshop = 1;
    speaker.person = ana;
    speaker_advise(at, &speaker, "person", ADVICE_WHOLE, &text);
    ck_assert_str_eq(buffer_text(&text), expected);
    buffer_reset(&text);
    speaker_advise(at, &speaker, "subject", ADVICE_WHOLE, &text);
    ck_assert_str_eq(buffer_text(&text), "");
    buffer_clear(&text);
    record_clear(&speaker_entity, &speaker);
    const int64_t id =
        office_add(at, &speaker_entity, "workshop", "1", "person", "1", NULL);
    expect_warning(
        &speaker_entity, id,
        "“First”, Tue 16/03/2027 10:00–11:00: Petit, Ana is also expected at " BUDGET
        ".");
}
END_TEST

START_TEST(whoever_is_chosen_from__is_told_of__in_few_words)
{
    const char *const elsewhere = "! expected elsewhere: 09:30–11:30 “Budget”";
    struct buffer text = { 0 };

    office_register(at, other, ana);
    office_change(at, &meeting_entity, other, "room", "2", NULL);
    set_hours(DAY "10:00", DAY "11:00");
    workshop.leader = item.speaker = ana;
    workshop_advise(at, &workshop, "leader", ADVICE_BRIEF, &text);
    ck_assert_str_eq(buffer_text(&text), elsewhere);
    buffer_reset(&text);
    item_advise(at, &item, "speaker", ADVICE_BRIEF, &text);
    ck_assert_str_eq(buffer_text(&text), elsewhere);
    buffer_reset(&text);
    workshop.room = studio;
    workshop_advise(at, &workshop, "room", ADVICE_BRIEF, &text);
    ck_assert_str_eq(buffer_text(&text), "! taken: 09:30–11:30 “Budget”");
    buffer_reset(&text);
    set_hours(DAY "11:30", DAY "12:00");
    workshop_advise(at, &workshop, "leader", ADVICE_BRIEF, &text);
    workshop_advise(at, &workshop, "room", ADVICE_BRIEF, &text);
    ck_assert_str_eq(buffer_text(&text), "");
    buffer_clear(&text);
}
END_TEST

START_TEST(item__that_is_saved__says_what_is_in_its_way__until_somebody_accepts_it)
{
    office_change(at, &meeting_entity, other, "room", "2", NULL);
    const int64_t id =
        office_add(at, &item_entity, "meeting", "1", "title", "Opening", "start",
                   DAY "10:00", "end", DAY "11:00", "room", "2", NULL);

    expect_warning(&item_entity, id,
                   "“Opening”, Tue 16/03/2027 10:00–11:00: Studio is taken by " BUDGET
                   ".");
    ck_assert_msg(clash_accept(at, "room:1i1:2", "they share it", &err), "%s",
                  err.message);
    expect_warning(&item_entity, id, "");
}
END_TEST

START_TEST(workshop__that_is_saved__says_so_of_the_room_of_the_meeting)
{
    const int64_t first =
        office_add(at, &workshop_entity, "meeting", "1", "title", "First", "start",
                   DAY "10:00", "end", DAY "11:00", NULL);
    const int64_t id = office_add(at, &workshop_entity, "meeting", "1", "title", "Second",
                                  "start", DAY "10:00", "end", DAY "11:30", NULL);

    expect_warning(&workshop_entity, id, ""); /* neither has its room yet */
    office_change(at, &workshop_entity, first, "room", "1", NULL);
    expect_warning(&workshop_entity, id,
                   "“Second”, Tue 16/03/2027 10:00–11:30: Hall is taken by “First” of "
                   "“Forum”, Tue 16/03/2027 10:00–11:00.");
    office_change(at, &workshop_entity, id, "room", "2", "seats", "30", NULL);
    expect_warning(
        &workshop_entity, id,
        "“Second”, Tue 16/03/2027 10:00–11:30: Studio seats 12; the workshop is "
        "planned for 30: choose a larger room or fewer seats.");
}
END_TEST

/* The other one begins first. */
START_TEST(workshop__that_is_saved__is_what_its_warning_is_about)
{
    office_add(at, &workshop_entity, "meeting", "1", "title", "First", "start",
               DAY "10:00", "end", DAY "11:00", "room", "2", NULL);
    const int64_t id =
        office_add(at, &workshop_entity, "meeting", "1", "title", "Second", "start",
                   DAY "10:30", "end", DAY "11:30", "room", "2", NULL);

    expect_warning(&workshop_entity, id,
                   "“Second”, Tue 16/03/2027 10:30–11:30: Studio is taken by “First” of "
                   "“Forum”, Tue 16/03/2027 10:00–11:00.");
}
END_TEST

static void
expect_coming(int64_t to, const char *expected)
{
    struct buffer text = { 0 };

    registration_advise(at, to, ana, &text);
    ck_assert_str_eq(buffer_text(&text), expected);
    buffer_clear(&text);
}

static void
expect_sitting(int64_t in, const char *expected)
{
    struct buffer text = { 0 };

    seat_advise(at, in, ana, &text);
    ck_assert_str_eq(buffer_text(&text), expected);
    buffer_clear(&text);
}

START_TEST(who_comes__is_expected_elsewhere__with_both_names_and_hours)
{
    office_register(at, meeting, ana);
    expect_coming(meeting, "");
    expect_coming(other, BUDGET ": Petit, Ana is also expected at “Forum”, " FORUM ".");
    office_add(at, &workshop_entity, "meeting", "1", "title", "First", "start",
               DAY "10:00", "end", DAY "11:00", "leader", "1", NULL);
    expect_coming(meeting, ""); /* what is within it they come for */
    expect_coming(other,
                  BUDGET ": Petit, Ana is also expected at “Forum”, " FORUM ".\n" BUDGET
                         ": Petit, Ana is also expected at “First” of “Forum”, "
                         "Tue 16/03/2027 10:00–11:00.");
    office_change(at, &meeting_entity, other, "start", "2027-03-17 09:30", "end",
                  "2027-03-17 11:30", NULL);
    expect_coming(other, "");
}
END_TEST

START_TEST(who_sits_in_a_workshop__is_expected_elsewhere__in_the_meeting_too)
{
    const int64_t first =
        office_add(at, &workshop_entity, "meeting", "1", "title", "First", "start",
                   DAY "10:00", "end", DAY "11:00", "leader", "1", NULL);
    const int64_t second =
        office_add(at, &workshop_entity, "meeting", "1", "title", "Second", "start",
                   DAY "10:30", "end", DAY "11:30", NULL);

    expect_sitting(first, "");
    expect_sitting(second, "“Second”, Tue 16/03/2027 10:30–11:30: Petit, Ana is also "
                           "expected at “First”, Tue 16/03/2027 10:00–11:00.");
    office_change(at, &workshop_entity, first, "end", DAY "10:30", NULL);
    expect_sitting(second, "");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, who_comes__is_expected_elsewhere__with_both_names_and_hours);
    tcase_add_test(tests,
                   who_sits_in_a_workshop__is_expected_elsewhere__in_the_meeting_too);
    tcase_add_test(tests, room__is_taken__by_another_meeting__at_those_hours);
    tcase_add_test(tests, room__is_taken__by_what_is_in_the_meeting__but_not_by_itself);
    tcase_add_test(tests, room__of_the_meeting__is_that_of_who_has_none);
    tcase_add_test(tests, leader__is_expected_elsewhere);
    tcase_add_loop_test(
        tests, leader__who_speaks_or_sits_or_has_an_item_in_the_meeting__is_told, 0, 3);
    tcase_add_test(tests, seats__are_more_than_the_room_has);
    tcase_add_test(tests, hours__lie_outside_the_meeting__or_end_before_they_start);
    tcase_add_test(tests, speaker__is_expected_elsewhere__typed_and_saved);
    tcase_add_test(tests, whoever_is_chosen_from__is_told_of__in_few_words);
    tcase_add_test(
        tests, item__that_is_saved__says_what_is_in_its_way__until_somebody_accepts_it);
    tcase_add_test(tests, workshop__that_is_saved__is_what_its_warning_is_about);
    tcase_add_test(tests, workshop__that_is_saved__says_so_of_the_room_of_the_meeting);
}

SUITE_MAIN("part_advice")
