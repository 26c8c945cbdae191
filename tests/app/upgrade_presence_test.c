/* SPDX-License-Identifier: GPL-3.0-or-later */
/* upgrade_presence_test.c - a file of before who was marked was counted has the counters
 * after
 */
#include <check.h>

#include "support/office.h"
#include "support/old_database.h"
#include "support/suite.h"

enum { SCHEMA = 26 };

static struct atelier *at;

#define NEW "1, 1700000000, 'ada', 1700000000, 'ada'"

/* Anna came under a registration that she withdrew since, linked in the first slot and in
 * the room in the second; Bert was linked alone, Cleo's mark was annulled, Dora was
 * excused in one slot and absent in the other; nobody marked Emil. */
static const char content[] =
    "INSERT INTO staff (" OLD_HEAD ", login, role) VALUES (" NEW ", 'ada', 4);"
    "INSERT INTO working_group (" OLD_HEAD ", code, name) VALUES (" NEW
    ", 'URB', 'Urban');"
    "INSERT INTO category (" OLD_HEAD ", name) VALUES (" NEW ", 'Towns');"
    "INSERT INTO person (" OLD_HEAD ", family, consent, sort_key) SELECT " NEW
    ", column1, 0, column1 FROM (VALUES ('a'), ('b'), ('c'), ('d'), ('e'));"
    "INSERT INTO meeting (" OLD_HEAD ", \"group\", number, title, start, \"end\", zone,"
    " mode, state, approval, waiting_list, start_at, end_at, ics_uid, ics_sequence)"
    " VALUES (" NEW ", 1, 1, 'M', '2027-03-16 09:30', '2027-03-16 11:30',"
    " 'Europe/Paris', 0, 1, 0, 0, 1805185800, 1805193000, 'u@example.org', 0);"
    "INSERT INTO slot (" OLD_HEAD ", meeting, label, start, \"end\") SELECT " NEW
    ", 1, column1, '2027-03-16 09:30', '2027-03-16 11:30' FROM (VALUES ('x'), ('y'));"
    "INSERT INTO registration (" OLD_HEAD ", meeting, person, family, category, role,"
    " state, previous_state, source, sort_key, live) SELECT " NEW ", 1, column1, 'x',"
    " column2, 0, column3, 0, 0, 'x', nullif(column3 = 4, 0) FROM (VALUES"
    " (1, 1, 9), (1, NULL, 4), (2, 1, 4), (3, 1, 4), (4, 1, 4), (5, 1, 4));"
    "INSERT INTO presence (" OLD_HEAD ", registration, slot, kind, at, \"by\", reason,"
    " annuls, remote) SELECT " NEW ", column1, column2, column3, 1805186000, 'ada', 'x',"
    " nullif(column3 = 5, 0), column4 FROM (VALUES (1, 1, 0, 1), (1, 2, 0, 0),"
    " (3, 1, 0, 1), (4, 1, 0, 0), (4, 1, 5, 0), (5, 1, 4, 0), (5, 2, 3, 0));";

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

START_TEST(who_was_marked__is_counted__after_the_upgrade)
{
    office_expect("SELECT kind, remote, state, category, people FROM presence_count"
                  " ORDER BY 1, 2",
                  "-1|0|9|1|1\n"
                  "0|0|4|0|1\n"
                  "0|1|4|1|1\n"
                  "3|0|4|1|1\n");
}
END_TEST

START_TEST(who_came_to_a_slot__is_counted__after_the_upgrade)
{
    office_expect("SELECT slot, present, remote, inside, signatures, excused, absent FROM"
                  " presence_slot_count WHERE present + excused + absent > 0",
                  "1|2|2|2|0|0|1\n"
                  "2|1|0|1|0|1|0\n");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, who_was_marked__is_counted__after_the_upgrade);
    tcase_add_test(tests, who_came_to_a_slot__is_counted__after_the_upgrade);
}

SUITE_MAIN("upgrade_presence")
