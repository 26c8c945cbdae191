/* SPDX-License-Identifier: GPL-3.0-or-later */
/* upgrade_overbooked_test.c - a file of before the overbooked were kept knows them after
 */
#include <check.h>

#include "support/office.h"
#include "support/old_database.h"
#include "support/suite.h"

enum { SCHEMA = 7 };

static struct atelier *at;

#define NEW "1, 1700000000, 'ada', 1700000000, 'ada'"

/* One seat too few at the first meeting, none at the second, one left at the third. */
static const char content[] =
    "INSERT INTO staff (" OLD_HEAD ", login, role) VALUES (" NEW ", 'ada', 4);"
    "INSERT INTO working_group (" OLD_HEAD ", code, name) VALUES (" NEW
    ", 'URB', 'Urban');"
    "INSERT INTO meeting (" OLD_HEAD ", \"group\", number, title, start, \"end\", zone,"
    " mode, state, approval, waiting_list, start_at, end_at, ics_uid, ics_sequence,"
    " seats) SELECT " NEW ", 1, column1, 'M' || column1, '2027-03-16 09:30',"
    " '2027-03-16 11:30', 'Europe/Paris', 0, 1, 0, 0, 1805185800, 1805193000,"
    " 'u' || column1 || '@example.org', 0, column2 FROM (VALUES (1, 2), (2, 3), (3, 4));"
    "INSERT INTO head_count (meeting, workshop, state, role, category, people)"
    " VALUES (1, 0, 4, 0, 0, 3), (1, 0, 0, 0, 0, 9), (2, 0, 4, 0, 0, 3),"
    " (3, 0, 4, 0, 0, 3);";

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
