/* SPDX-License-Identifier: GPL-3.0-or-later */
/* upgrade_calendars_test.c - a file of before calendars were told more says the same
 * after
 */
#include <check.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "atelier/app/export_calendar.h"
#include "atelier/base/buffer.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/paper.h"
#include "support/suite.h"

enum { SCHEMA = 8, APPLICATION_ID = 0x4154454c };

static struct atelier *at;

#define HEAD "rev, created_at, created_by, changed_at, changed_by"
#define NEW "1, 1800000000, 'ada', 1800000000, 'ada'"

/* A postponed meeting, a cancelled one, and a person who comes to a third. */
static const char content[] =
    "INSERT INTO staff (" HEAD ", login, role) VALUES (" NEW ", 'ada', 4);"
    "INSERT INTO working_group (" HEAD ", code, name) VALUES (" NEW ", 'URB', 'Urban');"
    "INSERT INTO meeting (" HEAD ", \"group\", number, title, start, \"end\", zone,"
    " mode, state, approval, waiting_list, start_at, end_at, ics_uid, ics_sequence)"
    " SELECT " NEW ", 1, column1, 'M' || column1, '2027-03-16 09:30',"
    " '2027-03-16 11:30', 'Europe/Paris', 0, column2, 0, 0, 1805185800, 1805193000,"
    " 'u' || column1 || '@example.org', 4 FROM (VALUES (1, 2), (2, 3), (3, 1));"
    "INSERT INTO person (" HEAD ", family, consent, sort_key)"
    " VALUES (" NEW ", 'Durand', 0, 'durand');"
    "INSERT INTO registration (" HEAD ", meeting, person, family, role, state,"
    " previous_state, source, sort_key, live)"
    " VALUES (" NEW ", 3, 1, 'Durand', 0, 4, 0, 0, 'durand', 1);";

static void
run(sqlite3 *sqlite, const char *sql)
{
    ck_assert_msg(sqlite3_exec(sqlite, sql, NULL, NULL, NULL) == SQLITE_OK, "%s",
                  sqlite3_errmsg(sqlite));
}

static void
run_migration(sqlite3 *sqlite, const char *name)
{
    char path[600];

    (void)snprintf(path, sizeof path, "%s/share/migrations/%s", getenv("ATELIER_SRCDIR"),
                   name);
    char *sql = paper_read(path, NULL);
    run(sqlite, sql);
    free(sql);
}

static void
set_up(void)
{
    sqlite3 *sqlite = NULL;
    char text[100];

    database_file_begin();
    const char *path = database_file_path("atelier.db");
    ck_assert_int_eq(sqlite3_open(path, &sqlite), SQLITE_OK);
    run_migration(sqlite, "0007-states-are-numbers.sql");
    run_migration(sqlite, "0008-overbooked.sql");
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

static bool
keep(void *context, const char *bytes, size_t length)
{
    buffer_add_part(context, bytes, length);
    return true;
}

static void
expect_calendar(struct row_ref scope, int64_t expected, const char *text)
{
    struct buffer calendar = { 0 };
    struct error err = { 0 };
    int64_t events;

    ck_assert_msg(export_calendar(at, scope, keep, &calendar, &events, &err), "%s",
                  err.message);
    ck_assert_int_eq(events, expected);
    ck_assert_msg(strstr(buffer_text(&calendar), text), "%s", buffer_text(&calendar));
    buffer_clear(&calendar);
}

START_TEST(what_calendars_told__is_told_on__after_the_upgrade)
{
    const struct row_ref group = { ENTITY_WORKING_GROUP, 1 };
    const struct row_ref person = { ENTITY_PERSON, 1 };

    expect_calendar(group, 3, "SUMMARY:[Postponed] URB: M1");
    expect_calendar(group, 3, "SUMMARY:[Cancelled] URB: M2");
    expect_calendar(person, 1, "SEQUENCE:4\r\n");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, what_calendars_told__is_told_on__after_the_upgrade);
}

SUITE_MAIN("upgrade_calendars")
