/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clash_table_test.c - what clashes with what, of all meetings and of one */
#include "atelier/store/clash_table.h"

#include <string.h>

#include "atelier/base/memory.h"
#include "atelier/domain/membership.h"
#include "atelier/domain/person.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/room.h"
#include "atelier/domain/venue.h"
#include "atelier/domain/working_group.h"
#include "atelier/store/row_table.h"
#include "support/rows.h"
#include "support/suite.h"

static struct database *db;
static struct error err;
static struct clash_list list;
static struct clash_days days;
static int64_t group_days;
static int64_t group;
static int64_t other;
static int64_t room;
static int64_t one; /* 09:00 to 11:00 */
static int64_t two; /* 10:00 to 12:00, of the other group */

static void
set_up(void)
{
    db = database_open(":memory:", DATABASE_CREATE, false, &err);
    ck_assert_msg(db != NULL, "%s", err.message);
    group = rows_add(db, &working_group_entity, "code", "URB", "name", "Towns", NULL);
    other = rows_add(db, &working_group_entity, "code", "MOB", "name", "Roads", NULL);
    int64_t venue = rows_add(db, &venue_entity, "name", "Town hall", NULL);
    room = rows_add(db, &room_entity, "venue", rows_number(venue), "name", "Blue",
                    "seats", "2", NULL);
    one = rows_add_meeting(db, group, "one", "2027-03-16 09:00");
    two = rows_add_meeting(db, other, "two", "2027-03-16 10:00");
    days = (struct clash_days){ 0 };
    group_days = 0;
}

static void
tear_down(void)
{
    clash_list_clear(&list);
    clash_days_clear(&days);
    database_close(db);
}

static instant
at(const char *text)
{
    struct local_time time;

    ck_assert(local_time_parse(text, &time));
    return local_time_to_instant(time);
}

static void
find(struct clash_query *query)
{
    query->kinds = CLASH_ANY;
    query->group_days = group_days;
    query->days = &days;
    clash_list_clear(&list);
    ck_assert_msg(clash_table_find(db, query, &list, &err), "%s", err.message);
}

/* Of one meeting, the first `most` of each statement. */
static void
find_first(int64_t id, size_t most)
{
    struct meeting *meeting = record_new(&meeting_entity);
    struct clash_query query = { .meeting = meeting, .most = most };

    ck_assert(row_load(db, &meeting_entity, id, meeting, &err));
    find(&query);
    record_free(&meeting_entity, meeting);
}

static void
find_from(const char *from, const char *until)
{
    struct clash_query query = { .span = { at(from), at(until) } };

    find(&query);
}

static void
find_all(void)
{
    find_from("2027-01-01 00:00", "2028-01-01 00:00");
}

static void
find_of(int64_t id)
{
    struct meeting *meeting = record_new(&meeting_entity);
    struct clash_query query = { .meeting = meeting };

    ck_assert(row_load(db, &meeting_entity, id, meeting, &err));
    find(&query);
    record_free(&meeting_entity, meeting);
}

/* "room:1:2 people;" for each. */
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
use_room(int64_t meeting)
{
    rows_change(db, &meeting_entity, meeting, "room", rows_number(room), NULL);
}

START_TEST(a_room__is_taken_once__by_meetings_that_have_a_minute_in_common)
{
    use_room(one);
    find_all();
    expect("");
    use_room(two);
    find_all();
    expect("room:1:2;");
    ck_assert_str_eq(list.items[0].first.title, "one");
    ck_assert_str_eq(list.items[0].second.title, "two");
    ck_assert_int_eq(list.items[0].second.start.hour, 10);
    find_of(two);
    expect("room:1:2;");
    ck_assert_str_eq(list.items[0].first.title, "two");
    rows_change(db, &meeting_entity, two, "state", "cancelled", NULL);
    find_all();
    expect("");
    find_of(one);
    expect("");
}
END_TEST

START_TEST(meetings_that_follow_each_other__do_not_clash)
{
    int64_t next = rows_add_meeting(db, other, "next", "2027-03-16 11:00");

    use_room(one);
    use_room(next);
    find_all();
    expect("");
    find_of(one);
    expect("");
    find_of(next);
    expect("");
}
END_TEST

START_TEST(a_span__has_the_meetings_that_are_held_in_it)
{
    use_room(one);
    use_room(two);
    find_from("2027-03-16 10:59", "2027-03-17 00:00");
    expect("room:1:2;");
    find_from("2027-03-16 12:00", "2027-03-17 00:00");
    expect("");
    find_from("2027-03-01 00:00", "2027-03-16 09:00");
    expect("");
}
END_TEST

START_TEST(a_chair__is_in_one_place__on_the_day_of_the_meeting)
{
    const char *ader =
        rows_number(rows_add(db, &person_entity, "family", "Ader", "given", "Léo", NULL));

    rows_change(db, &working_group_entity, group, "chair", ader, NULL);
    find_all();
    expect("");
    int64_t membership = rows_add(db, &membership_entity, "group", rows_number(other),
                                  "person", ader, "role", "chair", NULL);
    find_all();
    expect("chair:1:2 Ader, Léo;");
    rows_change(db, &membership_entity, membership, "to", "2027-03-15", NULL);
    find_all();
    expect("");
}
END_TEST

START_TEST(a_chair__of_two_groups_by_memberships_alone__is_found_in_the_span)
{
    const char *ader = rows_number(rows_add(db, &person_entity, "family", "Ader", NULL));

    rows_add(db, &membership_entity, "group", rows_number(group), "person", ader, "role",
             "chair", NULL);
    rows_add(db, &membership_entity, "group", rows_number(other), "person", ader, "role",
             "chair", NULL);
    find_all();
    expect("chair:1:2 Ader;");
}
END_TEST

START_TEST(people__who_come_to_both__are_told_with_their_number)
{
    static const char *const names[] = { "Ader", "Bost", "Cros", "Dorn" };
    int64_t people[4];

    for (size_t i = 0; i < 4; i++) {
        people[i] = rows_add(db, &person_entity, "family", names[i], NULL);
        rows_add_registration(db, one, people[i], "accepted");
    }
    rows_add_registration(db, two, people[1], "invited");
    find_all();
    expect("");
    for (size_t i = 0; i < 4; i += i == 0 ? 2 : 1)
        rows_add_registration(db, two, people[i], "accepted");
    find_all();
    expect("person:1:2 Ader; Cros; Dorn;");
    ck_assert_int_eq(list.items[0].count, 3);
    const uint64_t mark = list.items[0].mark;
    find_of(two);
    expect("person:1:2 Ader; Cros; Dorn;");
    ck_assert_uint_eq(list.items[0].mark, mark);
    rows_change(db, &registration_entity, 1, "state", "withdrawn", NULL);
    find_of(one);
    expect("person:1:2 Cros; Dorn;");
    ck_assert_uint_ne(list.items[0].mark, mark);
}
END_TEST

START_TEST(whoever_chairs_both__is_told_once__though_on_both_lists)
{
    int64_t ader = rows_add(db, &person_entity, "family", "Ader", NULL);

    rows_change(db, &working_group_entity, group, "chair", rows_number(ader), NULL);
    rows_change(db, &working_group_entity, other, "chair", rows_number(ader), NULL);
    rows_add_registration(db, one, ader, "accepted");
    rows_add_registration(db, two, ader, "accepted");
    find_all();
    expect("chair:1:2 Ader;");
}
END_TEST

START_TEST(a_room__is_too_small__for_its_seats_or_for_who_comes)
{
    use_room(one);
    rows_change(db, &meeting_entity, one, "seats", "2", NULL);
    find_all();
    expect("");
    rows_change(db, &meeting_entity, one, "seats", "3", NULL);
    find_all();
    expect("small:1;");
    ck_assert_int_eq(list.items[0].count, 3);
    ck_assert_int_eq(list.items[0].seats, 2);
    ck_assert(list.items[0].is_planned);
    rows_change(db, &meeting_entity, one, "seats", NULL, NULL);
    for (int i = 0; i < 3; i++)
        rows_add_registration(
            db, one, rows_add(db, &person_entity, "family", "Ader", NULL), "accepted");
    find_of(one);
    expect("small:1;");
    ck_assert(!list.items[0].is_planned);
    rows_change(db, &meeting_entity, one, "mode", "remote", NULL);
    find_all();
    expect("");
}
END_TEST

START_TEST(the_first_few__are_whole__and_it_is_known_that_there_are_more)
{
    int64_t people[2];

    use_room(one);
    use_room(two);
    const int64_t three = rows_add_meeting(db, other, "three", "2027-03-16 10:00");
    use_room(three);
    for (size_t i = 0; i < 2; i++) {
        people[i] =
            rows_add(db, &person_entity, "family", i == 0 ? "Ader" : "Bost", NULL);
        rows_add_registration(db, one, people[i], "accepted");
        rows_add_registration(db, two, people[i], "accepted");
        rows_add_registration(db, three, people[i], "accepted");
    }
    find_first(one, 1);
    expect("room:1:2;person:1:2 Ader; Bost;");
    ck_assert(list.is_cut);
    find_first(one, 2);
    expect("room:1:2;room:1:3;person:1:2 Ader; Bost;person:1:3 Ader; Bost;");
    ck_assert(!list.is_cut);
}
END_TEST

START_TEST(what_was_accepted__is_counted_by_meeting__as_first_or_as_second)
{
    static const char *const names[] = { "room:3:12", "chair:12w4:13", "person:112:120",
                                         "leader:1:12i7", "small:12" };
    int64_t count = 0;

    for (size_t i = 0; i < 5; i++)
        rows_add(db, &clash_acceptance_entity, "clash", names[i], "mark", "1", "reason",
                 "fits", NULL);
    ck_assert(clash_table_count_accepted(db, 12, &count, &err));
    ck_assert_int_eq(count, 4);
    ck_assert(clash_table_count_accepted(db, 2, &count, &err));
    ck_assert_int_eq(count, 0);
}
END_TEST

START_TEST(a_group__meets_again__after_the_days_that_were_set)
{
    rows_add_meeting(db, group, "again", "2027-03-30 08:00"); /* 14 days later */
    find_all();
    expect("");
    group_days = 14;
    find_all();
    expect("");
    group_days = 15;
    find_all();
    expect("group:1:3;");
    find_of(3);
    expect("group:1:3;");
    ck_assert_str_eq(list.items[0].first.title, "again");
}
END_TEST

/* Which of the two it is in does not matter, nor to the minute. */
START_TEST(a_group__that_meets_again__is_told_where_either_is_in_the_span)
{
    rows_add_meeting(db, group, "again", "2027-03-30 08:00");
    group_days = 15;
    find_from("2027-03-16 00:00", "2027-03-17 00:00");
    expect("group:1:3;");
    find_from("2027-03-30 00:00", "2027-03-31 00:00");
    expect("group:1:3;");
    ck_assert_str_eq(list.items[0].first.title, "one");
    find_from("2027-03-17 00:00", "2027-03-30 08:00");
    expect("");
    find_from("2027-03-17 00:00", "2027-03-30 08:01");
    expect("group:1:3;");
    find_from("2027-03-30 10:00", "2027-04-30 00:00");
    expect("");
    find_from("2027-03-30 09:59", "2027-04-30 00:00");
    expect("group:1:3;");
    rows_change(db, &meeting_entity, one, "state", "cancelled", NULL);
    find_from("2027-03-30 00:00", "2027-03-31 00:00");
    expect("");
}
END_TEST

START_TEST(a_day__is_looked_at__from_the_first_to_the_last_of_the_meeting)
{
    ck_assert(day_list_read("2027-03-17 Feast", &days.own, &err));
    ck_assert(day_list_read("2027-03-10..2027-03-15\n2027-06-01", &days.closed, &err));
    find_all();
    expect("");
    rows_change(db, &meeting_entity, one, "end", "2027-03-17 00:00", NULL);
    find_of(one);
    expect("");
    rows_change(db, &meeting_entity, one, "end", "2027-03-17 00:01", NULL);
    find_of(one);
    expect("holiday:1 Feast;");
    ck_assert_int_eq(list.items[0].day.day, 17);
    rows_add_meeting(db, other, "three", "2027-05-06 09:00");
    rows_add_meeting(db, other, "four", "2027-06-01 09:00");
    rows_remove(db, &meeting_entity, one);
    days.holidays = HOLIDAYS_FRANCE;
    find_all();
    expect("holiday:3 Ascension Day;closed:4 ;");
}
END_TEST

START_TEST(a_mark__is_another_one__once_an_hour_or_the_room_changes)
{
    use_room(one);
    use_room(two);
    find_all();
    const uint64_t mark = list.items[0].mark;
    rows_change(db, &meeting_entity, two, "title", "renamed", NULL);
    find_all();
    ck_assert_uint_eq(list.items[0].mark, mark);
    rows_change(db, &meeting_entity, two, "end_at", "2027-03-16T13:00:00Z", NULL);
    find_of(one);
    expect("room:1:2;");
    const uint64_t second = list.items[0].mark;
    ck_assert_uint_ne(second, mark);
    rows_change(db, &meeting_entity, one, "end_at", "2027-03-16T11:30:00Z", NULL);
    find_of(one);
    expect("room:1:2;");
    ck_assert_uint_ne(list.items[0].mark, mark);
    ck_assert_uint_ne(list.items[0].mark, second);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests,
                   a_room__is_taken_once__by_meetings_that_have_a_minute_in_common);
    tcase_add_test(tests, meetings_that_follow_each_other__do_not_clash);
    tcase_add_test(tests, a_span__has_the_meetings_that_are_held_in_it);
    tcase_add_test(tests, a_chair__is_in_one_place__on_the_day_of_the_meeting);
    tcase_add_test(tests,
                   a_chair__of_two_groups_by_memberships_alone__is_found_in_the_span);
    tcase_add_test(tests, people__who_come_to_both__are_told_with_their_number);
    tcase_add_test(tests, whoever_chairs_both__is_told_once__though_on_both_lists);
    tcase_add_test(tests, the_first_few__are_whole__and_it_is_known_that_there_are_more);
    tcase_add_test(tests,
                   what_was_accepted__is_counted_by_meeting__as_first_or_as_second);
    tcase_add_test(tests, a_room__is_too_small__for_its_seats_or_for_who_comes);
    tcase_add_test(tests, a_group__that_meets_again__is_told_where_either_is_in_the_span);
    tcase_add_test(tests, a_group__meets_again__after_the_days_that_were_set);
    tcase_add_test(tests, a_day__is_looked_at__from_the_first_to_the_last_of_the_meeting);
    tcase_add_test(tests, a_mark__is_another_one__once_an_hour_or_the_room_changes);
}

SUITE_MAIN("clash_table")
