/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zone_alias_test.c - under which name a zone is kept */
#include <stdlib.h>

#include "atelier/calendar/zone.h"
#include "support/suite.h"

static const struct {
    const char *typed;
    const char *kept; /* NULL: of no place */
} names[] = {
    { "Europe/Paris", "Europe/Paris" },
    { "Europe/Oslo", "Europe/Oslo" }, /* a link for some, and the zone of a country */
    { "Europe/Kiev", "Europe/Kyiv" },
    { "US/Eastern", "America/New_York" },
    { "Asia/Calcutta", "Asia/Kolkata" },
    { "GB", "Europe/London" },
    { "UTC", "Etc/UTC" },
    { "Zulu", "Etc/UTC" },
    { "Etc/UTC", "Etc/UTC" },
    { "Etc/GMT+5", "Etc/GMT+5" },
    { "CET", NULL },
    { "EST5EDT", NULL },
    { "Factory", NULL },
};

START_TEST(zone__is_kept_under_one_name)
{
    char *kept = zone_canonical(names[_i].typed);

    ck_assert_str_eq(kept ? kept : "none", names[_i].kept ? names[_i].kept : "none");
    free(kept);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_loop_test(tests, zone__is_kept_under_one_name, 0,
                        (int)(sizeof names / sizeof *names));
}

SUITE_MAIN("zone_alias")
