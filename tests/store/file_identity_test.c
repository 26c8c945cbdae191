/* SPDX-License-Identifier: GPL-3.0-or-later */
/* file_identity_test.c - a schema is known by its digest, and by nothing less */
#include <check.h>
#include <string.h>

#include "maintenance/file_identity.h"

#include "database/migration.h"
#include "support/database_file.h"
#include "support/suite.h"

static struct database *db;
static sqlite3 *other; /* which may do what the store's own connection refuses */

static void
set_up(void)
{
    db = database_file_create();
    ck_assert_int_eq(sqlite3_open(database_file_path("atelier.db"), &other), SQLITE_OK);
}

static void
tear_down(void)
{
    sqlite3_close(other);
    database_file_remove(db);
}

static void
expect_digest(const char *digest, bool same)
{
    char found[SHA256_TEXT_SIZE];

    ck_assert(file_identity_digest(other, found));
    ck_assert_msg((strcmp(found, digest) == 0) == same, "the digest is %s", found);
}

/* Without it every check makes another database to lay beside. */
START_TEST(digest__of_the_latest_schema__is_the_one_that_is_written_down)
{
    expect_digest(MIGRATION_LATEST_DIGEST, true);
}
END_TEST

/* Each as small as a change can be: one row, one column, one byte. */
static const char *const changes[] = {
    "CREATE INDEX fast ON person (email)",
    "CREATE TRIGGER evil AFTER INSERT ON person BEGIN SELECT 1; END",
    "CREATE VIEW names AS SELECT family FROM person",
    "CREATE TABLE zoo (animal)",
    "PRAGMA writable_schema = ON;"
    " UPDATE sqlite_schema SET tbl_name = 'room' WHERE name = 'person'",
    "PRAGMA writable_schema = ON;"
    " UPDATE sqlite_schema SET sql = sql || ' ' WHERE name = 'person'",
    "PRAGMA writable_schema = ON;"
    " UPDATE sqlite_schema SET sql = '' WHERE sql IS NULL",
};

START_TEST(digest__of_a_schema_with_the_smallest_change__is_another)
{
    ck_assert_int_eq(sqlite3_exec(other, changes[_i], NULL, NULL, NULL), SQLITE_OK);
    expect_digest(MIGRATION_LATEST_DIGEST, false);
}
END_TEST

/* What a planner is told is not of the schema. */
START_TEST(digest__of_a_database_with_rows__is_the_same)
{
    ck_assert_int_eq(sqlite3_exec(other, "ANALYZE", NULL, NULL, NULL), SQLITE_OK);
    expect_digest(MIGRATION_LATEST_DIGEST, true);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, digest__of_the_latest_schema__is_the_one_that_is_written_down);
    tcase_add_loop_test(tests, digest__of_a_schema_with_the_smallest_change__is_another,
                        0, sizeof changes / sizeof changes[0]);
    tcase_add_test(tests, digest__of_a_database_with_rows__is_the_same);
}

SUITE_MAIN("file_identity")
