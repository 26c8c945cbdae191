/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_tables_test.c - groups, meetings, seats and calendars answer */
#include <check.h>
#include <string.h>

#include "atelier/domain/meeting.h"
#include "atelier/domain/membership.h"
#include "atelier/domain/person.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/room.h"
#include "atelier/domain/venue.h"
#include "atelier/store/calendar_table.h"
#include "atelier/store/meeting_table.h"
#include "atelier/store/membership_table.h"
#include "atelier/store/registration_table.h"
#include "atelier/store/seats_table.h"
#include "atelier/store/waiting_table.h"
#include "atelier/store/working_group_table.h"
#include "support/rows.h"
#include "support/suite.h"

static struct database *db;
static struct error err;
static int64_t group;

static int64_t
add_person(const char *family)
{
    return rows_add(db, &person_entity, "family", family, NULL);
}

static void
set_up(void)
{
    db = database_open(":memory:", DATABASE_CREATE, false, &err);
    ck_assert_msg(db != NULL, "%s", err.message);
    group = rows_add(db, &working_group_entity, "code", "URB", "name", "Towns", "colour",
                     "teal", NULL);
}

static void
tear_down(void)
{
    database_close(db);
}

static int64_t
add_room(void)
{
    int64_t venue =
        rows_add(db, &venue_entity, "name", "Town hall", "geo", "45.1;0.7", NULL);

    return rows_add(db, &room_entity, "venue", rows_number(venue), "name", "Blue",
                    "seats", "10", NULL);
}

START_TEST(group__is_found_by_code__in_small_letters_too)
{
    struct working_group found;

    record_init(&working_group_entity, &found);
    ck_assert(working_group_table_find_code(db, "urb", &found, &err));
    ck_assert_int_eq(found.head.id, group);
    ck_assert(!working_group_table_find_code(db, "EAU", &found, &err));
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
    record_clear(&working_group_entity, &found);
}
END_TEST

START_TEST(meeting__has_the_next_number__of_its_group)
{
    int64_t number;

    ck_assert(meeting_table_next_number(db, group, &number, &err));
    ck_assert_int_eq(number, 1);
    int64_t meeting = rows_add_meeting(db, group, "m", "2027-03-16 09:00");
    rows_change(db, &meeting_entity, meeting, "number", "7", NULL);
    ck_assert(meeting_table_next_number(db, group, &number, &err));
    ck_assert_int_eq(number, 8);
}
END_TEST

START_TEST(seats__are_counted__by_state_and_by_who_takes_one)
{
    int64_t meeting = rows_add_meeting(db, group, "m", "2027-03-16 09:00");
    struct seats seats;

    ck_assert(seats_table_count(db, meeting, &seats, &err));
    ck_assert_int_eq(seats.seats, NUMBER_NONE);
    ck_assert_int_eq(seats.taken, 0);
    rows_change(db, &meeting_entity, meeting, "seats", "5", NULL);
    for (int state = 0; state < REGISTRATION_STATE_COUNT; state++)
        for (int i = 0; i <= state; i++)
            rows_add_registration(db, meeting, add_person("Ader"),
                                  registration_states[state].name);
    ck_assert(seats_table_count(db, meeting, &seats, &err));
    ck_assert_int_eq(seats.seats, 5);
    for (int state = 0; state < REGISTRATION_STATE_COUNT; state++)
        ck_assert_int_eq(seats.state[state], state + 1);
    ck_assert_int_eq(seats.taken, seats.state[REGISTRATION_OFFERED] +
                                      seats.state[REGISTRATION_ACCEPTED]);
    ck_assert(!seats_table_count(db, meeting + 1, &seats, &err));
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
}
END_TEST

START_TEST(seat_rule__that_changes__is_followed_by_every_count)
{
    int64_t meeting = rows_add_meeting(db, group, "m", "2027-03-16 09:00");
    int64_t speaker = rows_add_registration(db, meeting, add_person("Ader"), "accepted");
    struct seat_rule rule, stored;
    struct seats seats;

    rows_change(db, &registration_entity, speaker, "role", "speaker", NULL);
    rows_add_registration(db, meeting, add_person("Bost"), "pending");
    ck_assert(seats_table_count(db, meeting, &seats, &err));
    ck_assert_int_eq(seats.taken, 0);
    seat_rule_init(&rule, true, true, false);
    ck_assert(transaction_begin(db, &err));
    ck_assert_msg(seats_table_set_rule(db, &rule, &err), "%s", err.message);
    ck_assert(transaction_commit(db, &err));
    ck_assert(seats_table_count(db, meeting, &seats, &err));
    ck_assert_int_eq(seats.taken, 2);
    ck_assert(seats_table_rule(db, &stored, &err));
    ck_assert_mem_eq(&stored, &rule, sizeof rule);
    rows_change(db, &registration_entity, speaker, "state", "withdrawn", NULL);
    ck_assert(seats_table_count(db, meeting, &seats, &err));
    ck_assert_int_eq(seats.taken, 1);
}
END_TEST

START_TEST(registration__that_is_live__is_found_before_a_newer_one)
{
    int64_t meeting = rows_add_meeting(db, group, "m", "2027-03-16 09:00");
    int64_t person = add_person("Ader");
    struct registration found;

    record_init(&registration_entity, &found);
    ck_assert(registration_table_find(db, meeting, person, &found, &err));
    ck_assert_int_eq(found.head.id, 0);
    int64_t live = rows_add_registration(db, meeting, person, "invited");
    int64_t newer = rows_add_registration(db, meeting, person, "withdrawn");
    ck_assert(registration_table_find(db, meeting, person, &found, &err));
    ck_assert_int_eq(found.head.id, live);
    rows_change(db, &registration_entity, live, "state", "declined", NULL);
    ck_assert(registration_table_find(db, meeting, person, &found, &err));
    ck_assert_int_eq(found.head.id, newer);
    ck_assert(registration_table_find(db, meeting + 1, person, &found, &err));
    ck_assert_int_eq(found.head.id, 0);
    record_clear(&registration_entity, &found);
}
END_TEST

START_TEST(waiting_list__grows__at_its_end)
{
    int64_t meeting = rows_add_meeting(db, group, "m", "2027-03-16 09:00");
    int64_t rank;

    ck_assert(waiting_table_next_rank(db, meeting, &rank, &err));
    ck_assert_int_eq(rank, 1);
    int64_t last = rows_add_registration(db, meeting, add_person("Ader"), "waiting");
    rows_change(db, &registration_entity, last, "rank", "4", NULL);
    ck_assert(waiting_table_next_rank(db, meeting, &rank, &err));
    ck_assert_int_eq(rank, 5);
}
END_TEST

START_TEST(members__of_a_day__come_by_name)
{
    const char *number = rows_number(group);
    int64_t caux = add_person("Caux");
    int64_t ader = add_person("Ader");
    int64_t bost = add_person("Bost");
    struct membership_list list = { 0 };
    struct membership found;

    rows_add(db, &membership_entity, "group", number, "person", rows_number(caux), NULL);
    rows_add(db, &membership_entity, "group", number, "person", rows_number(ader), "from",
             "2027-01-01", NULL);
    rows_add(db, &membership_entity, "group", number, "person", rows_number(bost), "to",
             "2026-12-31", NULL);
    ck_assert(membership_table_on(db, group, (struct date){ 2027, 1, 1 }, &list, &err));
    ck_assert_uint_eq(list.count, 2);
    ck_assert_int_eq(list.items[0].person, ader);
    ck_assert_int_eq(list.items[1].person, caux);
    ck_assert(membership_table_on(db, group, (struct date){ 2026, 12, 31 }, &list, &err));
    ck_assert_uint_eq(list.count, 2);
    ck_assert_int_eq(list.items[0].person, bost);
    membership_list_clear(&list);

    record_init(&membership_entity, &found);
    struct date day = { 2026, 12, 31 };
    ck_assert(membership_table_find(db, group, bost, day, &found, &err));
    ck_assert_int_eq(found.person, bost);
    ck_assert(membership_table_find(db, group, ader, day, &found, &err));
    ck_assert_int_eq(found.head.id, 0);
    record_clear(&membership_entity, &found);
}
END_TEST

static bool
note_hours(void *context, const struct calendar_hours *hours)
{
    char start[LOCAL_TIME_TEXT_SIZE];
    char end[LOCAL_TIME_TEXT_SIZE];

    local_time_format(hours->start, start);
    local_time_format(hours->end, end);
    buffer_addf(context, "%s %s %s %d;", hours->zone, start, end,
                (int)(hours->span.end - hours->span.start));
    return true;
}

static bool
note_meeting(void *context, const struct calendar_row *row)
{
    buffer_addf(context, "%s %s %s %s %s;", row->meeting->title, row->group_code,
                row->colour, row->room_name ? row->room_name : "-",
                row->geo ? row->geo : "-");
    return true;
}

static bool
refuse_meeting(void *context, const struct calendar_row *row)
{
    (void)row;
    return error_set(context, ERROR_CANCELLED, "enough");
}

static void
assert_calendar(struct row_ref of, const char *expected)
{
    const struct calendar_scope scope = { .of = of };
    struct buffer told = { 0 };

    ck_assert_msg(calendar_table_meetings(db, &scope, note_meeting, &told, &err), "%s",
                  err.message);
    ck_assert_str_eq(buffer_text(&told), expected);
    buffer_clear(&told);
}

START_TEST(calendar__covers_its_scope__in_order_of_start)
{
    int64_t other = rows_add(db, &working_group_entity, "code", "EAU", "name", "Water",
                             "colour", "blue", NULL);
    int64_t late = rows_add_meeting(db, group, "late", "2027-04-16 09:00");
    int64_t early = rows_add_meeting(db, other, "early", "2027-03-16 09:00");
    int64_t person = add_person("Ader");
    struct buffer told = { 0 };

    rows_change(db, &meeting_entity, late, "room", rows_number(add_room()), "zone",
                "Europe/Paris", NULL);
    rows_add_registration(db, late, person, "accepted");
    rows_add_registration(db, early, person, "withdrawn");

    assert_calendar(ROW_NONE, "early EAU blue - -;late URB teal Blue 45.1;0.7;");
    assert_calendar((struct row_ref){ ENTITY_MEETING, early }, "early EAU blue - -;");
    assert_calendar((struct row_ref){ ENTITY_WORKING_GROUP, group },
                    "late URB teal Blue 45.1;0.7;");
    assert_calendar((struct row_ref){ ENTITY_PERSON, person },
                    "late URB teal Blue 45.1;0.7;");
    const struct calendar_scope of_group = { .of = { ENTITY_WORKING_GROUP, group } };
    ck_assert(calendar_table_hours(db, &of_group, note_hours, &told, &err));
    ck_assert_str_eq(buffer_text(&told),
                     "Europe/Paris 2027-04-16 09:00 2027-04-16 11:00 7200;");
    buffer_clear(&told);
    const struct calendar_scope all = { .of = ROW_NONE };
    ck_assert(!calendar_table_meetings(db, &all, refuse_meeting, &err, &err));
    ck_assert_int_eq(err.kind, ERROR_CANCELLED);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, group__is_found_by_code__in_small_letters_too);
    tcase_add_test(tests, meeting__has_the_next_number__of_its_group);
    tcase_add_test(tests, seats__are_counted__by_state_and_by_who_takes_one);
    tcase_add_test(tests, seat_rule__that_changes__is_followed_by_every_count);
    tcase_add_test(tests, registration__that_is_live__is_found_before_a_newer_one);
    tcase_add_test(tests, waiting_list__grows__at_its_end);
    tcase_add_test(tests, members__of_a_day__come_by_name);
    tcase_add_test(tests, calendar__covers_its_scope__in_order_of_start);
}

SUITE_MAIN("meeting_tables")
