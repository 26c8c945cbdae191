/* SPDX-License-Identifier: GPL-3.0-or-later */
/* configuration_test.c - the pages that SQLite reads first have their place */
#include "database/configuration.h"

#include <sqlite3.h>

#include "support/suite.h"

static sqlite3_int64
pages_in_place(void)
{
    sqlite3_int64 now, most;

    ck_assert_int_eq(sqlite3_status64(SQLITE_STATUS_PAGECACHE_USED, &now, &most, 0),
                     SQLITE_OK);
    return now;
}

static void
run(sqlite3 *db, const char *sql)
{
    ck_assert_int_eq(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
}

START_TEST(the_pages_that_are_read_first__have_their_place__and_no_others)
{
    sqlite3 *db;

    configuration_prepare();
    ck_assert_int_eq(sqlite3_open(":memory:", &db), SQLITE_OK);
    configuration_prepare();
    run(db, "CREATE TABLE t(x); INSERT INTO t VALUES(zeroblob(160000))");
    ck_assert_int_ge(pages_in_place(), 40);
    run(db, "INSERT INTO t VALUES(zeroblob(2000000))");
    ck_assert_int_eq(pages_in_place(), 60);
    ck_assert_int_eq(sqlite3_close(db), SQLITE_OK);
    ck_assert_int_eq(pages_in_place(), 0);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, the_pages_that_are_read_first__have_their_place__and_no_others);
}

SUITE_MAIN("configuration")
