/* SPDX-License-Identifier: GPL-3.0-or-later */
/* door_roll_test.c - for whom a text stands at the door */
#include "atelier/domain/door_roll.h"

#include <string.h>

#include "support/suite.h"

static struct door_roll roll;

static void
add(int64_t person, const char *family, const char *given, const char *organisation,
    enum registration_state state)
{
    const struct door_row row = {
        .registration = 100 - person,
        .person = person,
        .family = family,
        .given = given,
        .organisation = organisation,
        .state = state,
        .expected = state == REGISTRATION_ACCEPTED,
    };

    door_roll_add(&roll, &row);
}

static void
set_up(void)
{
    roll = (struct door_roll){ .meeting = 1, .slot = 1 };
    add(9, "Colas", "Léo", "Ville de Nice", REGISTRATION_ACCEPTED);
    add(2, "Colin", "Ève", NULL, REGISTRATION_ACCEPTED);
    add(7, "Colomb", "Marc", "Nice", REGISTRATION_INVITED);
    add(3, "Müller", "Anna Maria", "Stadt Köln", REGISTRATION_ACCEPTED);
    add(5, "Nicolas", "Zoé", "Lyon", REGISTRATION_ACCEPTED);
    door_roll_settle(&roll);
}

static void
tear_down(void)
{
    door_roll_clear(&roll);
}

static void
mark(int64_t id, int64_t person, enum presence_kind kind)
{
    char by[] = "lea";
    const struct presence made = { .head = { .id = id }, .kind = kind, .by = by };

    door_roll_mark(&roll, person, &made);
}

/* The persons found, the best first. */
static void
expect(const char *typed, const char *persons)
{
    struct buffer found = { 0 };

    door_roll_narrow(&roll, typed);
    for (size_t i = 0; i < roll.hit_count; i++)
        buffer_addf(&found, "%s%d", i > 0 ? " " : "",
                    (int)roll.entries[roll.hits[i]].person);
    ck_assert_msg(strcmp(buffer_text(&found), persons) == 0, "%s: %s", typed,
                  buffer_text(&found));
    buffer_clear(&found);
}

START_TEST(text__finds_by_parts_of_names__without_accents)
{
    expect("muller", "3");
    expect("mueller", "3");
    expect("MARIA mul", "3");
    expect("anna m", "3");
    expect("eve", "2");
    expect("koln", "3");
    expect("mul koln", "3");
    expect("mueller koln", "3");
    expect("koln nice", "");
    expect("oeln", "");
    expect("nobody", "");
}
END_TEST

START_TEST(beginnings__come_before_what_is_inside__and_before_who_has_no_seat)
{
    expect("col", "9 2 7 5");
    expect("nic", "5 9 7"); /* the name before the city */
}
END_TEST

START_TEST(whoever_is_marked__comes_last__of_those_who_fit_as_well)
{
    mark(1, 9, PRESENCE_PRESENT);
    expect("col", "2 7 9 5");
    expect("", "2 3 5 7 9");
    mark(2, 9, PRESENCE_ANNULLED);
    expect("col", "9 2 7 5");
}
END_TEST

START_TEST(another_person__is_not_marked_instead_of_who_is_here)
{
    mark(1, 9, PRESENCE_PRESENT);
    expect("colas", "9 5"); /* Nicolas has it inside, and has not come */
}
END_TEST

START_TEST(older_mark__changes_nothing__nor_does_one_of_a_stranger)
{
    mark(4, 9, PRESENCE_LEFT);
    mark(3, 9, PRESENCE_PRESENT);
    mark(5, 1234, PRESENCE_PRESENT);
    ck_assert_int_eq(door_roll_person(&roll, 9)->kind, PRESENCE_LEFT);
    ck_assert_str_eq(door_roll_person(&roll, 9)->by, "lea");
}
END_TEST

static void
mark_at(int64_t id, enum presence_kind kind, instant when)
{
    char by[] = "lea";
    const struct presence made = {
        .head = { .id = id }, .kind = kind, .at = when, .by = by
    };

    door_roll_mark(&roll, 9, &made);
}

START_TEST(who_signs__had_left_when_they_left__until_they_are_back)
{
    const struct door_entry *entry = door_roll_person(&roll, 9);

    mark_at(1, PRESENCE_PRESENT, 100);
    mark_at(2, PRESENCE_SIGNED, 200);
    ck_assert_int_eq(entry->left, INSTANT_NONE);
    mark_at(3, PRESENCE_LEFT, 300);
    mark_at(4, PRESENCE_SIGNED, 400);
    ck_assert_int_eq(entry->kind, PRESENCE_SIGNED);
    ck_assert_int_eq(entry->at, 400);
    ck_assert_int_eq(entry->left, 300);
    mark_at(5, PRESENCE_PRESENT, 500);
    ck_assert_int_eq(entry->left, INSTANT_NONE);
    mark_at(6, PRESENCE_LEFT, 600);
    mark_at(7, PRESENCE_ANNULLED, 700);
    mark_at(8, PRESENCE_SIGNED, 800);
    ck_assert_int_eq(entry->left, INSTANT_NONE);
}
END_TEST

START_TEST(text_that_goes_on__finds_what_it_would_find_at_once)
{
    expect("ni", "5 9 7");
    expect("nic", "5 9 7");
    expect("nice", "9 7");
    expect("nic", "5 9 7"); /* a letter less */
    expect("v", "2 9");
    expect("vi", "9");
    expect("vil nic", "9");
    expect("vil ni", "9");
    expect("a", "3 9 5 7");
    expect("a c", "9 5 7"); /* the name again, behind what is around it */
    expect("col", "9 2 7 5");
}
END_TEST

/* One letter is answered otherwise than two words, which here are the same. */
START_TEST(letter__finds_the_same__typed_once_and_twice)
{
    for (char letter = 'a'; letter <= 'z'; letter++) {
        const char alone[] = { letter, '\0' };
        const char twice[] = { letter, ' ', letter, '\0' };
        size_t hits[5];
        door_roll_narrow(&roll, alone);
        const size_t count = roll.hit_count;
        memcpy(hits, roll.hits, sizeof(hits));
        door_roll_narrow(&roll, twice);
        ck_assert_msg(roll.hit_count == count, "%s: %zu, %zu", alone, count,
                      roll.hit_count);
        for (size_t i = 0; i < count; i++) {
            bool found = false;
            for (size_t k = 0; k < count; k++)
                found = found || roll.hits[k] == hits[i];
            ck_assert_msg(found, "%s", alone);
        }
    }
    expect("c", "9 2 7 5");
    expect("m", "3 7");
    expect("v", "2 9"); /* a name before a city */
}
END_TEST

START_TEST(each__is_found_by_person_and_by_registration)
{
    static const int64_t persons[] = { 2, 3, 5, 7, 9 };

    for (size_t i = 0; i < sizeof(persons) / sizeof(persons[0]); i++) {
        ck_assert_int_eq(door_roll_person(&roll, persons[i])->person, persons[i]);
        ck_assert_int_eq(door_roll_registration(&roll, 100 - persons[i])->person,
                         persons[i]);
    }
    ck_assert_ptr_null(door_roll_person(&roll, 4));
    ck_assert_ptr_null(door_roll_registration(&roll, 4));
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, text__finds_by_parts_of_names__without_accents);
    tcase_add_test(tests,
                   beginnings__come_before_what_is_inside__and_before_who_has_no_seat);
    tcase_add_test(tests, whoever_is_marked__comes_last__of_those_who_fit_as_well);
    tcase_add_test(tests, another_person__is_not_marked_instead_of_who_is_here);
    tcase_add_test(tests, older_mark__changes_nothing__nor_does_one_of_a_stranger);
    tcase_add_test(tests, who_signs__had_left_when_they_left__until_they_are_back);
    tcase_add_test(tests, text_that_goes_on__finds_what_it_would_find_at_once);
    tcase_add_test(tests, letter__finds_the_same__typed_once_and_twice);
    tcase_add_test(tests, each__is_found_by_person_and_by_registration);
}

SUITE_MAIN("door_roll")
