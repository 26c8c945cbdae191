/* SPDX-License-Identifier: GPL-3.0-or-later */
/* upgrade_overbooked_test.c - a file of before the overbooked were kept knows them after
 */
#include <check.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "support/database_file.h"
#include "support/office.h"
#include "support/paper.h"
#include "support/suite.h"

enum { SCHEMA = 7, APPLICATION_ID = 0x4154454c };

static struct atelier *at;

#define HEAD "rev, created_at, created_by, changed_at, changed_by"
#define NEW "1, 1700000000, 'ada', 1700000000, 'ada'"

/* One seat too few at the first meeting, none at the second, one left at the third. */
static const char content[] =
    "INSERT INTO staff (" HEAD ", login, role) VALUES (" NEW ", 'ada', 4);"
    "INSERT INTO working_group (" HEAD ", code, name) VALUES (" NEW ", 'URB', 'Urban');"
    "INSERT INTO meeting (" HEAD ", \"group\", number, title, start, \"end\", zone,"
    " mode, state, approval, waiting_list, start_at, end_at, ics_uid, ics_sequence,"
    " seats) SELECT " NEW ", 1, column1, 'M' || column1, '2027-03-16 09:30',"
    " '2027-03-16 11:30', 'Europe/Paris', 0, 1, 0, 0, 1805185800, 1805193000,"
    " 'u' || column1 || '@example.org', 0, column2 FROM (VALUES (1, 2), (2, 3), (3, 4));"
    "INSERT INTO head_count (meeting, workshop, state, role, category, people)"
    " VALUES (1, 0, 4, 0, 0, 3), (1, 0, 0, 0, 0, 9), (2, 0, 4, 0, 0, 3),"
    " (3, 0, 4, 0, 0, 3);";

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

START_TEST(meetings_with_too_few_seats__are_known__after_the_upgrade)
{
    office_expect("SELECT meeting, workshop, excess FROM overbooked", "1|0|1\n");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, meetings_with_too_few_seats__are_known__after_the_upgrade);
}

SUITE_MAIN("upgrade_overbooked")
