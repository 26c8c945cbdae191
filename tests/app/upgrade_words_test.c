/* SPDX-License-Identifier: GPL-3.0-or-later */
/* upgrade_words_test.c - who was there before names were joined is found by them after */
#include <check.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "atelier/app/reference.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/paper.h"
#include "support/suite.h"

enum { SCHEMA = 7, APPLICATION_ID = 0x4154454c };

static struct atelier *at;

#define HEAD "rev, created_at, created_by, changed_at, changed_by"
#define NEW "1, 1700000000, 'ada', 1700000000, 'ada'"

/* As an older program left them: without the words of today. */
static const char content[] =
    "INSERT INTO staff (" HEAD ", login, role) VALUES (" NEW ", 'ada', 4);"
    "INSERT INTO person (" HEAD ", family, given, phone, consent, sort_key)"
    " VALUES (" NEW ", 'Le Goff', 'Anne', '06 99 00 11 22', 0, 'le goff');";

static void
run(sqlite3 *sqlite, const char *sql)
{
    ck_assert_msg(sqlite3_exec(sqlite, sql, NULL, NULL, NULL) == SQLITE_OK, "%s",
                  sqlite3_errmsg(sqlite));
}

static void
set_up(void)
{
    sqlite3 *sqlite = NULL;
    char text[600];

    database_file_begin();
    const char *path = database_file_path("atelier.db");
    ck_assert_int_eq(sqlite3_open(path, &sqlite), SQLITE_OK);
    (void)snprintf(text, sizeof text, "%s/share/migrations/0007-states-are-numbers.sql",
                   getenv("ATELIER_SRCDIR"));
    char *schema = paper_read(text, NULL);
    run(sqlite, schema);
    free(schema);
    run(sqlite, content);
    (void)snprintf(text, sizeof text,
                   "PRAGMA application_id = %d; PRAGMA user_version = %d", APPLICATION_ID,
                   (int)SCHEMA);
    run(sqlite, text);
    ck_assert_int_eq(sqlite3_close(sqlite), SQLITE_OK);
    ck_assert_int_eq(chmod(path, 0600), 0);
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
