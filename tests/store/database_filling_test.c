/* SPDX-License-Identifier: GPL-3.0-or-later */
/* database_filling_test.c - a new file is filled fast, and is as strict as any afterwards
 */
#include <check.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "atelier/domain/affiliation.h"
#include "atelier/domain/person.h"
#include "atelier/store/row_table.h"
#include "database/connection.h"
#include "support/database_file.h"
#include "support/rows.h"
#include "support/suite.h"

static struct database *db;
static struct error err;

static void
set_up(void)
{
    db = database_file_create();
}

static void
tear_down(void)
{
    database_file_remove(db);
}

static void
fill_and_end(void)
{
    ck_assert_msg(database_set_filling(db, true, &err), "%s", err.message);
    rows_add(db, &person_entity, "family", "Müller", NULL);
    ck_assert_msg(database_set_filling(db, false, &err), "%s", err.message);
}

static bool
insert(const struct entity *entity, void *record)
{
    ck_assert(transaction_begin(db, &err));
    bool ok = row_insert(db, entity, record, "anna", 1700000000, &err);
    transaction_roll_back(db);
    record_clear(entity, record);
    return ok;
}

START_TEST(filled__rows_are_in_the_file__for_everybody)
{
    fill_and_end();
    ck_assert_int_eq(database_file_number("SELECT count(*) FROM person"), 1);
    ck_assert_int_eq(database_file_number("SELECT count(*) FROM search_rank"), 1);
}

START_TEST(filled__a_reference_to_nobody__is_refused_again)
{
    struct affiliation post;

    fill_and_end();
    record_init(&affiliation_entity, &post);
    post.person = 99;
    post.organisation = 99;
    ck_assert(!insert(&affiliation_entity, &post));
    ck_assert_int_eq(err.kind, ERROR_RULE);
}

START_TEST(filled__a_value_that_the_schema_forbids__is_refused_again)
{
    struct person person;

    fill_and_end();
    record_init(&person_entity, &person);
    person.family = memory_copy("Ruiz");
    person.keep_until = (struct date){ .year = 2027, .month = 2, .day = 30 };
    ck_assert(!insert(&person_entity, &person));
    ck_assert_int_eq(err.kind, ERROR_INPUT);
}

/* How much of the file is in memory once all people were read. */
static int
read_all(void)
{
    int used = 0, ignored = 0;
    int64_t sum = 0;
    sqlite3_stmt *statement =
        connection_prepare(db, "SELECT sum(length(note)) FROM person NOT INDEXED", &err);

    ck_assert_msg(statement && connection_read_number(statement, &sum, &err), "%s",
                  err.message);
    ck_assert_int_eq(
        sqlite3_db_status(db->sqlite, SQLITE_DBSTATUS_CACHE_USED, &used, &ignored, 0),
        SQLITE_OK);
    return used;
}

START_TEST(sparing__few_pages_are_kept_in_memory__and_as_many_as_ever_afterwards)
{
    char note[2000];

    memset(note, 'n', sizeof(note) - 1);
    note[sizeof(note) - 1] = '\0';
    ck_assert(database_set_filling(db, true, &err));
    for (int i = 0; i < 1000; i++)
        rows_add(db, &person_entity, "family", "Müller", "note", note, NULL);
    ck_assert(database_set_filling(db, false, &err));

    database_set_sparing(db, true);
    ck_assert_int_lt(read_all(), 500000);
    database_set_sparing(db, false);
    ck_assert_int_gt(read_all(), 1500000);
    database_set_sparing(db, true);
    ck_assert_int_lt(read_all(), 500000);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, filled__rows_are_in_the_file__for_everybody);
    tcase_add_test(tests, filled__a_reference_to_nobody__is_refused_again);
    tcase_add_test(tests, filled__a_value_that_the_schema_forbids__is_refused_again);
    tcase_add_test(tests,
                   sparing__few_pages_are_kept_in_memory__and_as_many_as_ever_afterwards);
}

SUITE_MAIN("database_filling")
