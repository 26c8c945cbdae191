/* SPDX-License-Identifier: GPL-3.0-or-later */
/* upgrade_words_test.c - who was there before names were joined is found by them after */
#include <check.h>

#include "atelier/app/reference.h"
#include "support/office.h"
#include "support/old_database.h"
#include "support/suite.h"

enum { SCHEMA = 7 };

static struct atelier *at;

#define NEW "1, 1700000000, 'ada', 1700000000, 'ada'"

/* As an older program left them: without the words of today. */
static const char content[] =
    "INSERT INTO staff (" OLD_HEAD ", login, role) VALUES (" NEW ", 'ada', 4);"
    "INSERT INTO person (" OLD_HEAD ", family, given, phone, consent, sort_key)"
    " VALUES (" NEW ", 'Le Goff', 'Anne', '06 99 00 11 22', 0, 'le goff');";

static void
set_up(void)
{
    old_database_make(SCHEMA, content);
    at = office_return(NULL, OFFICE_NOW);
}

static void
tear_down(void)
{
    office_end(at);
}

static size_t
count_found(const char *text)
{
    struct search_hit_list list = { 0 };
    struct error err = { 0 };

    ck_assert_msg(reference_find(at, ENTITY_PERSON, text, 20, &list, &err), "%s",
                  err.message);
    size_t count = list.count;
    search_hit_list_clear(&list);
    return count;
}

START_TEST(people_of_before__are_found__by_joined_names_and_telephone)
{
    ck_assert_uint_eq(count_found("legoff"), 1);
    ck_assert_uint_eq(count_found("0699001122"), 1);
    ck_assert_uint_eq(count_found("le goff"), 1);
    ck_assert_uint_eq(count_found("martin"), 0);
    office_expect("SELECT count(*) FROM sqlite_schema WHERE name = 'search_due'", "0\n");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, people_of_before__are_found__by_joined_names_and_telephone);
}

SUITE_MAIN("upgrade_words")
