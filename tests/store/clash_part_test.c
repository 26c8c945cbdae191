/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clash_part_test.c - what workshops and items clash with, of all meetings and of one */
#include <stdio.h>

#include "atelier/base/identifier.h"
#include "atelier/domain/item.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/person.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/room.h"
#include "atelier/domain/speaker.h"
#include "atelier/domain/venue.h"
#include "atelier/domain/working_group.h"
#include "atelier/domain/workshop.h"
#include "atelier/domain/workshop_choice.h"
#include "atelier/store/clash_table.h"
#include "atelier/store/row_table.h"
#include "support/rows.h"
#include "support/suite.h"

static struct database *db;
static struct error err;
static struct clash_list list;
static struct clash_days days;
static int64_t venue;
static int64_t red; /* seats 2 */
static int64_t group;
static int64_t one; /* 09:00 to 11:00 */
static int64_t two; /* 10:00 to 12:00, of the other group */
static instant now;

static int64_t
add_room(const char *name)
{
    return rows_add(db, &room_entity, "venue", rows_number(venue), "name", name, "seats",
                    "2", NULL);
}

static void
set_up(void)
{
    db = database_open(":memory:", DATABASE_CREATE, false, &err);
    ck_assert_msg(db != NULL, "%s", err.message);
    group = rows_add(db, &working_group_entity, "code", "URB", "name", "Towns", NULL);
    int64_t other =
        rows_add(db, &working_group_entity, "code", "MOB", "name", "Roads", NULL);
    venue = rows_add(db, &venue_entity, "name", "Town hall", NULL);
    red = add_room("Red");
    one = rows_add_meeting(db, group, "one", "2027-03-16 09:00");
    two = rows_add_meeting(db, other, "two", "2027-03-16 10:00");
    now = 0;
}

static void
tear_down(void)
{
    clash_list_clear(&list);
    database_close(db);
}

static instant
at(const char *text)
{
    struct local_time time;

    ck_assert(local_time_parse(text, &time));
    return local_time_to_instant(time);
}

/* With hours of its own, "10:00" to "11:00". */
static int64_t
add_workshop(int64_t meeting, const char *title, const char *from, const char *until)
{
    char start[40];
    char end[40];
    char start_at[40];
    char end_at[40];
    char uid[UUID_TEXT_SIZE];

    uuid_make(uid);
    (void)snprintf(start, sizeof start, "2027-03-16 %s", from);
    (void)snprintf(end, sizeof end, "2027-03-16 %s", until);
    (void)snprintf(start_at, sizeof start_at, "2027-03-16T%s:00Z", from);
    (void)snprintf(end_at, sizeof end_at, "2027-03-16T%s:00Z", until);
    return rows_add(db, &workshop_entity, "meeting", rows_number(meeting), "title", title,
                    "start", start, "end", end, "start_at", start_at, "end_at", end_at,
                    "ics_uid", uid, "ics_sequence", "0", NULL);
}

static int64_t
add_item(int64_t meeting, const char *title, const char *from, const char *until)
{
    char start[40];
    char end[40];

    (void)snprintf(start, sizeof start, "2027-03-16 %s", from);
    (void)snprintf(end, sizeof end, "2027-03-16 %s", until);
    return rows_add(db, &item_entity, "meeting", rows_number(meeting), "kind", "plenary",
                    "title", title, "start", start, "end", end, "room", rows_number(red),
                    NULL);
}

static int64_t
add_person(const char *family)
{
    return rows_add(db, &person_entity, "family", family, NULL);
}

static void
choose(int64_t workshop, int64_t registration, const char *state)
{
    rows_add(db, &workshop_choice_entity, "workshop", rows_number(workshop),
             "registration", rows_number(registration), "state", state, NULL);
}

static void
put_in(const struct entity *entity, int64_t id)
{
    rows_change(db, entity, id, "room", rows_number(red), NULL);
}

static void
find(struct clash_query *query)
{
    query->kinds = CLASH_ANY;
    query->days = &days;
    query->now = now;
    query->today = local_time_from_instant(now).date;
    clash_list_clear(&list);
    ck_assert_msg(clash_table_find(db, query, &list, &err), "%s", err.message);
}

/* "room:1w1:2 people;" for each. */
static void
expect(const char *expected)
{
    struct buffer told = { 0 };

    for (size_t i = 0; i < list.count; i++) {
        clash_add_name(&list.items[i], &told);
        buffer_addf(&told, "%s%s;", list.items[i].about ? " " : "",
                    list.items[i].about ? list.items[i].about : "");
    }
    ck_assert_str_eq(buffer_text(&told), expected);
    buffer_clear(&told);
}

static void
expect_of_all(const char *expected)
{
    struct clash_query query = { .span = { at("2027-01-01 00:00"),
                                           at("2028-01-01 00:00") } };

    find(&query);
    expect(expected);
}

/* As the meeting stands on a form, so many minutes later than it is saved. */
static void
expect_later(int64_t id, int minutes, const char *expected)
{
    struct meeting *meeting = record_new(&meeting_entity);
    struct clash_query query = { .meeting = meeting };

    ck_assert(row_load(db, &meeting_entity, id, meeting, &err));
    meeting->start = local_time_add_minutes(meeting->start, minutes);
    meeting->end = local_time_add_minutes(meeting->end, minutes);
    meeting->start_at += (instant)minutes * 60;
    meeting->end_at += (instant)minutes * 60;
    find(&query);
    expect(expected);
    record_free(&meeting_entity, meeting);
}

/* From either meeting and of all the same. */
static void
expect_everywhere(const char *expected)
{
    expect_of_all(expected);
    expect_later(one, 0, expected);
    expect_later(two, 0, expected);
}

START_TEST(a_room__is_taken_by_a_workshop__of_another_meeting_at_that_time)
{
    int64_t a = add_workshop(one, "a", "09:00", "10:30");
    int64_t b = add_workshop(two, "b", "10:00", "11:00");

    put_in(&workshop_entity, a);
    expect_everywhere("");
    put_in(&workshop_entity, b);
    expect_everywhere("room:1w1:2w2;");
    ck_assert_str_eq(list.items[0].first.title, "b");
    ck_assert_str_eq(list.items[0].second.whole, "one");
    ck_assert_int_eq(list.items[0].second.end.minute, 30);
    rows_change(db, &workshop_entity, b, "room", NULL, NULL);
    put_in(&meeting_entity, two);
    expect_everywhere("room:1w1:2;");
    rows_change(db, &workshop_entity, a, "end_at", "2027-03-16T10:00:00Z", NULL);
    expect_everywhere("");
    rows_change(db, &workshop_entity, a, "end_at", "2027-03-16T10:30:00Z", "state",
                "cancelled", NULL);
    expect_everywhere("");
}
END_TEST

START_TEST(a_workshop__in_the_room_of_its_own_meeting__is_no_clash__two_of_them_are)
{
    int64_t a = add_workshop(one, "a", "09:00", "10:00");
    int64_t b = add_workshop(one, "b", "09:30", "10:30");

    put_in(&meeting_entity, one);
    put_in(&workshop_entity, a);
    rows_change(db, &workshop_entity, b, "room", rows_number(add_room("Blue")), NULL);
    expect_of_all("");
    put_in(&workshop_entity, b);
    expect_of_all("room:1w1:1w2;");
    expect_later(one, 0, "room:1w1:1w2;");
    expect_later(one, 600, "room:1w1:1w2;"); /* they go with it */
}
END_TEST

START_TEST(a_workshop_without_a_room__is_in_that_of_its_meeting__with_who_was_given_it)
{
    int64_t a = add_workshop(one, "a", "09:00", "10:00");
    int64_t b = add_workshop(one, "b", "09:30", "10:30");
    add_workshop(one, "later", "10:30", "11:00");

    put_in(&meeting_entity, one);
    expect_of_all(""); /* their rooms are not given yet */
    put_in(&workshop_entity, b);
    expect_of_all("room:1w1:1w2;");
    ck_assert_int_eq(list.items[0].room, red);
    expect_later(one, 0, "room:1w1:1w2;");
    expect_later(one, 600, "room:1w1:1w2;");
    rows_change(db, &workshop_entity, b, "room", rows_number(add_room("Blue")), NULL);
    expect_of_all("");
    rows_change(db, &workshop_entity, b, "room", NULL, NULL);
    put_in(&workshop_entity, a);
    expect_of_all("room:1w1:1w2;"); /* the other way round, the same clash */
    rows_change(db, &meeting_entity, one, "mode", "remote", NULL);
    expect_of_all("");
    rows_change(db, &meeting_entity, one, "mode", "hybrid", NULL);
    rows_change(db, &workshop_entity, b, "state", "cancelled", NULL);
    expect_of_all("");
}
END_TEST

START_TEST(a_meeting__that_is_moved_on_a_form__takes_its_workshops_along)
{
    put_in(&workshop_entity, add_workshop(one, "a", "09:00", "09:30"));
    put_in(&meeting_entity, two);
    expect_later(one, 0, "");
    expect_later(one, 60, "room:1w1:2;");
    expect_later(one, 180, "");
}
END_TEST

START_TEST(an_item__takes_its_room__as_a_workshop_does)
{
    int64_t a = add_workshop(one, "a", "09:30", "10:30");

    add_item(one, "Opening", "09:00", "09:30");
    put_in(&workshop_entity, a);
    expect_everywhere("");
    add_item(one, "Vote", "10:00", "11:00");
    expect_of_all("room:1w1:1i2;");
    rows_change(db, &workshop_entity, a, "room", NULL, NULL);
    expect_of_all("");
    put_in(&meeting_entity, two);
    expect_everywhere("room:1i2:2;");
    rows_change(db, &meeting_entity, two, "room", NULL, NULL);
    put_in(&workshop_entity, add_workshop(two, "b", "10:30", "11:00"));
    expect_everywhere("room:1i2:2w2;");
    rows_change(db, &workshop_entity, 2, "room", NULL, NULL);
    add_item(two, "Lunch", "10:30", "12:00");
    expect_everywhere("room:1i2:2i3;");
}
END_TEST

START_TEST(what_has_no_room_of_its_own__is_in_that_of_its_meeting__but_for_a_break)
{
    const int64_t opening = add_item(one, "Opening", "09:30", "10:00");
    const int64_t vote = add_item(one, "Vote", "09:45", "10:15");

    rows_change(db, &item_entity, opening, "room", NULL, NULL);
    rows_change(db, &item_entity, vote, "room", NULL, NULL);
    expect_everywhere(""); /* in no room */
    put_in(&meeting_entity, one);
    expect_of_all("room:1i1:1i2;");
    ck_assert_int_eq(list.items[0].room, red);
    expect_later(one, 0, "room:1i1:1i2;");
    put_in(&item_entity, vote);
    expect_of_all("room:1i1:1i2;");
    rows_change(db, &item_entity, opening, "kind", "break", NULL);
    expect_of_all("");
    rows_change(db, &item_entity, opening, "kind", "project", "start", "2027-03-16 10:15",
                "end", "2027-03-16 10:45", NULL);
    expect_of_all("");
    const int64_t a = add_workshop(one, "a", "10:30", "11:00");
    expect_of_all("room:1w1:1i1;");
    put_in(&workshop_entity, a);
    expect_of_all("room:1w1:1i1;");
    expect_later(one, 0, "room:1w1:1i1;");
    rows_change(db, &workshop_entity, a, "room", rows_number(add_room("Blue")), NULL);
    expect_of_all("");
    rows_change(db, &workshop_entity, a, "room", NULL, NULL);
    rows_change(db, &meeting_entity, one, "mode", "remote", NULL);
    expect_of_all("");
}
END_TEST

START_TEST(a_room__is_too_small__for_the_seats_of_a_workshop_or_who_sits_there)
{
    int64_t a = add_workshop(one, "a", "09:00", "10:00");

    put_in(&workshop_entity, a);
    rows_change(db, &workshop_entity, a, "seats", "3", NULL);
    expect_of_all("small:1w1;");
    ck_assert(list.items[0].is_planned);
    ck_assert_int_eq(list.items[0].count, 3);
    rows_change(db, &workshop_entity, a, "seats", "2", NULL);
    expect_of_all("");
    for (int i = 0; i < 3; i++)
        choose(a, rows_add_registration(db, one, add_person("Ader"), "accepted"),
               "seated");
    expect_of_all("small:1w1;");
    expect_later(one, 0, "small:1w1;");
    ck_assert(!list.items[0].is_planned);
    ck_assert_int_eq(list.items[0].count, 3);
    rows_change(db, &registration_entity, 3, "state", "withdrawn", NULL);
    expect_of_all("");
}
END_TEST

START_TEST(a_leader__is_at_one_workshop_at_a_time)
{
    const char *ader = rows_number(add_person("Ader"));
    int64_t a = add_workshop(one, "a", "09:00", "10:30");
    int64_t b = add_workshop(one, "b", "10:00", "11:00");
    int64_t c = add_workshop(two, "c", "10:00", "11:00");

    rows_change(db, &workshop_entity, a, "leader", ader, NULL);
    expect_everywhere("");
    rows_add(db, &speaker_entity, "workshop", rows_number(b), "person", ader, NULL);
    expect_of_all("leader:1w1:1w2 Ader;");
    rows_remove(db, &speaker_entity, 1);
    rows_change(db, &workshop_entity, c, "leader", ader, NULL);
    expect_everywhere("leader:1w1:2w3 Ader;");
    rows_change(db, &workshop_entity, c, "leader", NULL, NULL);
    rows_add(db, &speaker_entity, "workshop", rows_number(c), "person", ader, NULL);
    expect_everywhere("leader:1w1:2w3 Ader;");
    rows_change(db, &workshop_entity, c, "start_at", "2027-03-16T10:30:00Z", NULL);
    expect_everywhere("");
}
END_TEST

START_TEST(a_leader__neither_comes_to_another_meeting_nor_chairs_it_nor_sits_elsewhere)
{
    int64_t person = add_person("Ader");
    const char *ader = rows_number(person);
    int64_t a = add_workshop(two, "a", "10:00", "10:30");
    int64_t b = add_workshop(two, "b", "10:00", "12:00");

    rows_change(db, &workshop_entity, a, "leader", ader, NULL);
    int64_t comes = rows_add_registration(db, one, person, "invited");
    expect_everywhere("");
    rows_change(db, &registration_entity, comes, "state", "accepted", NULL);
    expect_everywhere("leader:1:2w1 Ader;");
    rows_remove(db, &registration_entity, comes);
    rows_change(db, &working_group_entity, group, "chair", ader, NULL);
    expect_everywhere("leader:1:2w1 Ader;");
    rows_change(db, &working_group_entity, group, "chair", NULL, NULL);
    const int64_t comes_to_two = rows_add_registration(db, two, person, "accepted");
    choose(b, comes_to_two, "seated");
    expect_of_all("leader:2w1:2w2 Ader;");
    /* Told once, where they lead both as well. */
    rows_change(db, &workshop_entity, b, "leader", ader, NULL);
    expect_of_all("leader:2w1:2w2 Ader;");
    rows_change(db, &workshop_entity, b, "leader", NULL, NULL);
    rows_add(db, &speaker_entity, "workshop", rows_number(b), "person", ader, NULL);
    expect_of_all("leader:2w1:2w2 Ader;");
}
END_TEST

static int64_t
add_talk(int64_t meeting, const char *title, const char *from, const char *until,
         const char *speaker)
{
    const int64_t item = add_item(meeting, title, from, until);

    rows_change(db, &item_entity, item, "room", NULL, "speaker", speaker, NULL);
    return item;
}

START_TEST(who_speaks_at_an_item__is_at_no_other__and_in_no_workshop)
{
    const int64_t person = add_person("Ader");
    const char *ader = rows_number(person);
    const int64_t opening = add_talk(one, "Opening", "10:00", "10:30", ader);
    const int64_t tea = add_talk(one, "Tea", "10:29", "11:00", NULL);

    expect_everywhere("");
    rows_change(db, &item_entity, tea, "speaker", ader, NULL);
    expect_of_all("leader:1i1:1i2 Ader;");
    expect_later(one, 0, "leader:1i1:1i2 Ader;");
    rows_change(db, &item_entity, tea, "start", "2027-03-16 10:30", NULL);
    expect_everywhere("");
    const int64_t a = add_workshop(one, "a", "09:00", "10:01");
    rows_change(db, &workshop_entity, a, "leader", ader, NULL);
    expect_of_all("leader:1w1:1i1 Ader;");
    rows_change(db, &workshop_entity, a, "leader", NULL, NULL);
    choose(a, rows_add_registration(db, one, person, "accepted"), "seated");
    expect_of_all("leader:1w1:1i1 Ader;");
    rows_change(db, &workshop_entity, a, "state", "cancelled", NULL);
    expect_of_all("");
    rows_change(db, &item_entity, opening, "speaker", NULL, NULL);
    expect_of_all("");
}
END_TEST

START_TEST(who_speaks_at_an_item__is_not_expected_at_another_meeting)
{
    const int64_t person = add_person("Ader");
    const char *ader = rows_number(person);
    const int64_t opening = add_talk(one, "Opening", "10:00", "10:30", ader);
    const int64_t vote = add_talk(two, "Vote", "10:15", "10:45", ader);

    expect_everywhere("leader:1i1:2i2 Ader;");
    ck_assert_str_eq(list.items[0].first.title, "Vote");
    ck_assert_str_eq(list.items[0].second.title, "Opening");
    rows_change(db, &item_entity, vote, "start", "2027-03-16 10:30", NULL);
    expect_everywhere("");
    rows_change(db, &item_entity, vote, "speaker", NULL, NULL);
    const int64_t a = add_workshop(two, "a", "10:00", "10:30");
    rows_change(db, &workshop_entity, a, "leader", ader, NULL);
    expect_everywhere("leader:1i1:2w1 Ader;");
    rows_change(db, &workshop_entity, a, "leader", NULL, NULL);
    rows_add(db, &speaker_entity, "workshop", rows_number(a), "person", ader, NULL);
    expect_everywhere("leader:1i1:2w1 Ader;");
    rows_remove(db, &speaker_entity, 1);
    const int64_t comes = rows_add_registration(db, two, person, "accepted");
    expect_everywhere("leader:1i1:2 Ader;");
    rows_change(db, &item_entity, opening, "start", "2027-03-16 09:00", "end",
                "2027-03-16 10:00", NULL);
    expect_everywhere("");
    rows_remove(db, &registration_entity, comes);
    rows_change(db, &item_entity, opening, "speaker", NULL, NULL);
    rows_change(db, &item_entity, vote, "speaker", ader, NULL);
    rows_change(db, &working_group_entity, group, "chair", ader, NULL);
    expect_everywhere("leader:1:2i2 Ader;");
}
END_TEST

START_TEST(who_sits_in_two_workshops_at_once__or_in_one_twice__is_told)
{
    int64_t comes = rows_add_registration(db, one, add_person("Ader"), "accepted");
    int64_t a = add_workshop(one, "a", "09:00", "10:00");
    int64_t b = add_workshop(one, "b", "10:00", "11:00");

    choose(a, comes, "seated");
    choose(b, comes, "seated");
    expect_of_all("");
    rows_change(db, &workshop_entity, b, "again", rows_number(a), NULL);
    expect_of_all("seated:1w1:1w2 Ader;");
    rows_change(db, &workshop_entity, b, "again", NULL, "start_at",
                "2027-03-16T09:59:00Z", NULL);
    expect_of_all("seated:1w1:1w2 Ader;");
    rows_change(db, &workshop_choice_entity, 2, "state", "wished", NULL);
    expect_of_all("");
}
END_TEST

START_TEST(too_few__are_told_from_the_end_of_the_wishes_on__else_a_week_before)
{
    int64_t a = add_workshop(one, "a", "09:00", "10:00");

    rows_change(db, &workshop_entity, a, "least", "2", NULL);
    now = at("2027-03-09 08:59");
    expect_of_all("");
    now = at("2027-03-09 09:01");
    expect_of_all("least:1w1;");
    expect_later(one, 0, "least:1w1;");
    ck_assert_int_eq(list.items[0].count, 0);
    ck_assert_int_eq(list.items[0].seats, 2);
    const uint64_t mark = list.items[0].mark;
    choose(a, rows_add_registration(db, one, add_person("Ader"), "accepted"), "seated");
    expect_of_all("least:1w1;");
    ck_assert_int_eq(list.items[0].count, 1);
    ck_assert_uint_eq(list.items[0].mark, mark); /* an acceptance holds */
    rows_change(db, &meeting_entity, one, "wishes_until", "2027-03-09", NULL);
    expect_of_all("");
    now = at("2027-03-10 00:00");
    expect_of_all("least:1w1;");
    choose(a, rows_add_registration(db, one, add_person("Bost"), "accepted"), "seated");
    expect_of_all("");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests,
                   a_room__is_taken_by_a_workshop__of_another_meeting_at_that_time);
    tcase_add_test(
        tests, a_workshop__in_the_room_of_its_own_meeting__is_no_clash__two_of_them_are);
    tcase_add_test(
        tests,
        a_workshop_without_a_room__is_in_that_of_its_meeting__with_who_was_given_it);
    tcase_add_test(tests, a_meeting__that_is_moved_on_a_form__takes_its_workshops_along);
    tcase_add_test(tests, an_item__takes_its_room__as_a_workshop_does);
    tcase_add_test(
        tests, what_has_no_room_of_its_own__is_in_that_of_its_meeting__but_for_a_break);
    tcase_add_test(tests,
                   a_room__is_too_small__for_the_seats_of_a_workshop_or_who_sits_there);
    tcase_add_test(tests, a_leader__is_at_one_workshop_at_a_time);
    tcase_add_test(
        tests,
        a_leader__neither_comes_to_another_meeting_nor_chairs_it_nor_sits_elsewhere);
    tcase_add_test(tests, who_speaks_at_an_item__is_at_no_other__and_in_no_workshop);
    tcase_add_test(tests, who_speaks_at_an_item__is_not_expected_at_another_meeting);
    tcase_add_test(tests, who_sits_in_two_workshops_at_once__or_in_one_twice__is_told);
    tcase_add_test(tests,
                   too_few__are_told_from_the_end_of_the_wishes_on__else_a_week_before);
}

SUITE_MAIN("clash_part")
