/* SPDX-License-Identifier: GPL-3.0-or-later */
/* upgrade_history_test.c - a file of before removed rows were found finds them after
 */
#include <check.h>

#include "atelier/app/browse.h"
#include "support/office.h"
#include "support/old_database.h"
#include "support/suite.h"

enum { SCHEMA = 16 };

static struct atelier *at;

static const char content[] =
    "INSERT INTO staff (" OLD_HEAD ", login, role)"
    " VALUES (1, 1700000000, 'ada', 1700000000, 'ada', 'ada', 4);"
    "INSERT INTO journal (id, at, staff, act, entity, row, summary)"
    " VALUES (1, 1700000000, 'ada', 'person.add', 3, 7, 'Aubert, Léa'),"
    " (2, 1700000001, 'ada', 'person.remove', 3, 7, 'Bernard, Léa');"
    "INSERT INTO journal_change (entity, row, journal, kind, leaves, before)"
    " VALUES (3, 7, 1, 0, 0, NULL), (3, 7, 2, 2, 0, '{\"family\":\"Bernard\"}');";

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

START_TEST(a_row_removed_before_the_upgrade__is_found_in_all_its_acts)
{
    const struct listing_query query = { .kind = LISTING_JOURNAL, .search = "bernard" };
    int64_t count = 0;
    struct error err = { 0 };

    ck_assert_msg(listing_count(at, &query, 10, &count, &err), "%s", err.message);
    ck_assert_int_eq(count, 2);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_row_removed_before_the_upgrade__is_found_in_all_its_acts);
}

SUITE_MAIN("upgrade_history")
