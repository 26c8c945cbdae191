/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zone_rules_test.c - the screens begin on a day on which the rules of a zone changed */
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "atelier/calendar/zone.h"
#include "support/program.h"
#include "support/suite.h"

#define SQL_ACTS "SELECT count(*) FROM journal WHERE act = 'meeting.recompute'"

enum { PATH_SIZE = 512 };

/* Paris goes by the clock of Cairo, and there is no other zone. */
static void
move_paris(void)
{
    char cairo[PATH_SIZE];

    (void)snprintf(cairo, sizeof cairo, "%s/Africa/Cairo", zone_directory());
    ck_assert_int_eq(mkdir(program_path("zones"), 0700), 0);
    ck_assert_int_eq(mkdir(program_path("zones/Europe"), 0700), 0);
    ck_assert_int_eq(symlink(cairo, program_path("zones/Europe/Paris")), 0);
}

START_TEST(the_first_screen__names_the_meetings_that_moved)
{
    char zones[PATH_SIZE];
    const char *const env[] = { zones, NULL };

    (void)snprintf(zones, sizeof zones, "ATELIER_ZONEINFO=%s", program_path("zones"));
    struct term *term = program_screens(NULL);
    term_settle(term);
    program_leave(term);
    ck_assert_int_eq(program_number(SQL_ACTS), 0);
    move_paris();
    for (int time = 0; time < 2; time++) {
        term = program_screens(env);
        term_expect(term, "its hour in UTC moved: rules of Europe/Paris changed · ");
        program_leave(term);
        ck_assert_int_eq(program_number(SQL_ACTS), 1);
    }
}
END_TEST

static void
add_tests(TCase *tests)
{
    program_prepare();
    tcase_add_checked_fixture(tests, program_open_folder, program_remove_folder);
    tcase_add_test(tests, the_first_screen__names_the_meetings_that_moved);
}

SUITE_MAIN("zone_rules")
