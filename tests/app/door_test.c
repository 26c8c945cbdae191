/* SPDX-License-Identifier: GPL-3.0-or-later */
/* door_test.c - the list at the entrance keeps up with colleagues, and knows badges */
#include "atelier/app/door.h"

#include <check.h>
#include <string.h>

#include "atelier/app/attend.h"
#include "atelier/app/register.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/suite.h"

#define MEETING "2027-03-16 09:30" /* in Paris */
#define AT_THE_DOOR "2027-03-16 08:20"

static struct atelier *at;
static struct atelier *door; /* Lea, door staff */
static struct error err;
static struct door_roll roll;
static int64_t group;
static int64_t meeting;
static int64_t anna;
static int64_t annas; /* her registration */
static int64_t slot;

static void
set_up(void)
{
    at = office_found();
    group = office_add_group(at, "URB");
    meeting = office_add_meeting(at, group, MEETING, 9);
    anna = office_add_person(at, "Müller", "Anna");
    annas = office_register(at, meeting, anna);
    atelier_close(office_hire(at, "lea", ROLE_DOOR));
    door = office_return("lea", AT_THE_DOOR);
    err = (struct error){ 0 };
    slot = 0;
}

static void
tear_down(void)
{
    door_roll_clear(&roll);
    atelier_close(door);
    office_end(at);
}

static void
mark(int64_t person, enum presence_kind kind, const char *reason)
{
    const struct attend_request request = {
        .meeting = meeting, .person = person, .kind = kind, .reason = reason
    };
    struct attend_outcome outcome;

    attend_outcome_init(&outcome);
    ck_assert_msg(attend_mark(at, &request, &outcome, &err), "%s", err.message);
    slot = outcome.mark.slot;
    attend_outcome_clear(&outcome);
}

static void
follow(void)
{
    ck_assert_msg(door_follow(door, meeting, slot, &roll, &err), "%s", err.message);
}

static const struct door_entry *
find(int64_t person)
{
    return door_roll_person(&roll, person);
}

START_TEST(colleagues_marks__are_followed__without_reading_the_list_again)
{
    follow();
    ck_assert_int_eq(find(anna)->mark, 0);
    mark(anna, PRESENCE_PRESENT, NULL);
    follow(); /* the meeting has its slot since */
    const struct door_entry *entries = roll.entries;
    ck_assert_int_eq(find(anna)->kind, PRESENCE_PRESENT);
    ck_assert_str_eq(find(anna)->by, "ada");
    mark(anna, PRESENCE_ANNULLED, "wrong one");
    follow();
    ck_assert_int_eq(find(anna)->mark, 0);
    ck_assert_ptr_eq(roll.entries, entries);
}
END_TEST

START_TEST(list_that_changed__is_read_again__with_its_marks)
{
    struct register_outcome outcome;
    const int64_t bert = office_add_person(at, "Novak", "Bert");

    mark(anna, PRESENCE_PRESENT, NULL);
    follow();
    ck_assert_ptr_null(find(bert));
    office_register(at, meeting, bert);
    follow();
    ck_assert_ptr_nonnull(find(bert));
    ck_assert_int_eq(find(anna)->kind, PRESENCE_PRESENT);
    ck_assert(find(anna)->mark != 0);
    ck_assert(register_act(at, annas, REGISTRATION_WITHDRAW, NULL, NULL, &outcome, &err));
    follow();
    ck_assert_ptr_null(find(anna));
}
END_TEST

/* Else twenty thousand rows would be looked through after every mark. */
START_TEST(marks_of_colleagues__do_not_have_the_list_looked_through)
{
    follow();
    mark(anna, PRESENCE_PRESENT, NULL);
    follow();
    ck_assert(database_file_run("UPDATE registration SET family = 'X', rev = rev + 1"));
    const struct door_entry *entries = roll.entries;
    mark(anna, PRESENCE_LEFT, NULL);
    follow();
    ck_assert_ptr_eq(roll.entries, entries);
    ck_assert_int_eq(find(anna)->kind, PRESENCE_LEFT);
    (void)office_register(at, meeting, office_add_person(at, "Novak", "Bert"));
    follow();
    ck_assert_str_eq(find(anna)->name, "X, Anna");
}
END_TEST

START_TEST(badge__is_whose_it_is)
{
    int64_t person = 0;

    follow();
    ck_assert(door_badge(door, &roll, annas, &person, &err));
    ck_assert_int_eq(person, anna);
    ck_assert(!door_badge(door, &roll, 4711, &person, &err));
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
}
END_TEST

START_TEST(badge_of_another_meeting__names_it)
{
    const int64_t other = office_add_meeting(at, group, "2027-03-16 14:30", 9);
    const int64_t registration = office_register(at, other, anna);
    int64_t person = 0;

    office_change_unseen(other, "title", "Streets for all");
    follow();
    ck_assert(!door_badge(door, &roll, registration, &person, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_msg(strstr(err.message, "Streets for all") != NULL, "%s", err.message);
    ck_assert_msg(strstr(err.message, "Müller, Anna") != NULL, "%s", err.message);
    ck_assert_msg(strstr(err.message, "2027") != NULL, "%s", err.message);
}
END_TEST

START_TEST(badge_of_who_withdrew__says_so__until_they_are_on_the_list_again)
{
    struct register_outcome outcome;
    int64_t person = 0;

    ck_assert(register_act(at, annas, REGISTRATION_WITHDRAW, NULL, NULL, &outcome, &err));
    follow();
    ck_assert(!door_badge(door, &roll, annas, &person, &err));
    ck_assert_msg(strstr(err.message, "withdrawn") != NULL, "%s", err.message);
    ck_assert_msg(strncmp(err.message, "Müller, Anna ", 13) == 0, "%s", err.message);
    (void)office_register(at, meeting, anna);
    follow();
    ck_assert(door_badge(door, &roll, annas, &person, &err));
    ck_assert_int_eq(person, anna);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, colleagues_marks__are_followed__without_reading_the_list_again);
    tcase_add_test(tests, list_that_changed__is_read_again__with_its_marks);
    tcase_add_test(tests, marks_of_colleagues__do_not_have_the_list_looked_through);
    tcase_add_test(tests, badge__is_whose_it_is);
    tcase_add_test(tests, badge_of_another_meeting__names_it);
    tcase_add_test(tests,
                   badge_of_who_withdrew__says_so__until_they_are_on_the_list_again);
}

SUITE_MAIN("door")
