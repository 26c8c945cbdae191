/* SPDX-License-Identifier: GPL-3.0-or-later */
/* upgrade_words_test.c - who was there before names were joined, telephones kept apart,
 * or posts among the words, is found by them after */
#include <check.h>

#include "atelier/app/browse.h"
#include "atelier/app/reference.h"
#include "atelier/store/database.h"
#include "support/database_file.h"
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

/* Before posts were among the words. */
static const char posts[] =
    "INSERT INTO staff (" OLD_HEAD ", login, role) VALUES (" NEW ", 'ada', 4);"
    "INSERT INTO category (" OLD_HEAD ", name) VALUES (" NEW ", 'Agglomération');"
    "INSERT INTO organisation (" OLD_HEAD ", name, category, sort_key)"
    " VALUES (" NEW ", 'Lys', 1, 'lys');"
    "INSERT INTO person (" OLD_HEAD ", family, consent, sort_key)"
    " VALUES (" NEW ", 'Ader', 0, 'ader'), (" NEW ", 'Faure', 0, 'faure');"
    "INSERT INTO affiliation (" OLD_HEAD ", person, organisation, function, main)"
    " VALUES (" NEW ", 1, 1, 'Maire', 1);";

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

START_TEST(people_of_before__are_found__by_what_they_do_and_the_category_of_where)
{
    int64_t count = 0;
    struct error err = { 0 };

    old_database_make(18, posts);
    at = office_return(NULL, OFFICE_NOW);
    for (const char *const *word = (const char *const[]){ "maire", "agglo", NULL }; *word;
         word++) {
        const struct listing_query query = { .kind = LISTING_PERSON, .search = *word };
        ck_assert(listing_count(at, &query, 10, &count, &err));
        ck_assert_int_eq(count, 1);
    }
}
END_TEST

/* More people than are made at once. */
static const char crowd[] =
    "INSERT INTO organisation (" OLD_HEAD ", name, sort_key) VALUES (" NEW
    ", 'Lys', 'lys');"
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)"
    " INSERT INTO person (" OLD_HEAD ", family, consent, sort_key)"
    " SELECT " NEW ", 'Ader', 0, 'ader' FROM n;"
    "INSERT INTO affiliation (" OLD_HEAD ", person, organisation, main)"
    " SELECT " NEW ", id, 1, 1 FROM person;";

static bool
note_progress(void *context, int64_t done, int64_t total)
{
    ck_assert_int_eq(total, 5000);
    *(int64_t *)context = done;
    return false;
}

START_TEST(words_of_many__are_made__with_progress)
{
    struct error err = { 0 };
    int64_t done = 0;

    old_database_make(18, crowd);
    struct database *db = database_open_telling(
        database_file_path("atelier.db"), DATABASE_OPEN, note_progress, &done, &err);
    ck_assert_msg(db != NULL, "%s", err.message);
    ck_assert_int_gt(done, 0);
    database_close(db);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, NULL, tear_down);
    tcase_add_loop_test(tests, people_of_before__are_found__by_joined_names_and_telephone,
                        0, sizeof schemas / sizeof schemas[0]);
    tcase_add_test(
        tests, people_of_before__are_found__by_what_they_do_and_the_category_of_where);
    tcase_add_test(tests, words_of_many__are_made__with_progress);
}

SUITE_MAIN("upgrade_words")
