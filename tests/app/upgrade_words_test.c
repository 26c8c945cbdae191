/* SPDX-License-Identifier: GPL-3.0-or-later */
/* upgrade_words_test.c - who was there before names were joined, or telephones kept
 * apart, is found by them after */
#include <check.h>

#include "atelier/app/reference.h"
#include "support/office.h"
#include "support/old_database.h"
#include "support/suite.h"

/* Before names were joined, and before telephones were kept apart. */
static const int schemas[] = { 7, 13 };

static struct atelier *at;

#define NEW "1, 1700000000, 'ada', 1700000000, 'ada'"

/* As an older program left them: without the words of today. */
static const char content[] =
    "INSERT INTO staff (" OLD_HEAD ", login, role) VALUES (" NEW ", 'ada', 4);"
    "INSERT INTO person (" OLD_HEAD ", family, given, phone, consent, sort_key)"
    " VALUES (" NEW ", 'Le Goff', 'Anne', '06 99 00 11 22', 0, 'le goff');";

static void
tear_down(void)
{
    office_end(at);
}

static size_t
count_found(struct atelier *who, const char *text)
{
    struct search_hit_list list = { 0 };
    struct error err = { 0 };

    ck_assert_msg(reference_find(who, ENTITY_PERSON, text, 20, &list, &err), "%s",
                  err.message);
    size_t count = list.count;
    search_hit_list_clear(&list);
    return count;
}

START_TEST(people_of_before__are_found__by_joined_names_and_telephone)
{
    old_database_make(schemas[_i], content);
    at = office_return(NULL, OFFICE_NOW);
    struct atelier *rea = office_hire(at, "rea", ROLE_READER);

    ck_assert_uint_eq(count_found(at, "legoff"), 1);
    ck_assert_uint_eq(count_found(at, "0699001122"), 1);
    ck_assert_uint_eq(count_found(at, "le goff"), 1);
    ck_assert_uint_eq(count_found(at, "martin"), 0);
    ck_assert_uint_eq(count_found(rea, "0699001122"), 0);
    ck_assert_uint_eq(count_found(rea, "le goff"), 1);
    office_expect("SELECT count(*) FROM sqlite_schema WHERE name = 'search_due'", "0\n");
    atelier_close(rea);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, NULL, tear_down);
    tcase_add_loop_test(tests, people_of_before__are_found__by_joined_names_and_telephone,
                        0, sizeof schemas / sizeof schemas[0]);
}

SUITE_MAIN("upgrade_words")
