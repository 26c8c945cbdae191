/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zone_list_test.c - the zones to choose from, and how they are found */
#include "atelier/calendar/zone_list.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/calendar/zone.h"
#include "support/suite.h"

static const struct zone_entry *
find(const struct zone_list *list, const char *name)
{
    for (size_t i = 0; i < list->count; i++) {
        if (strcmp(list->entries[i].name, name) == 0)
            return &list->entries[i];
    }
    ck_abort_msg("%s is not offered", name);
}

START_TEST(zone_list__offers__a_zone_for_each_country_and_utc)
{
    struct error err = { 0 };
    struct zone_list list;

    ck_assert_msg(zone_list_load(&list, &err), "%s", err.message);
    ck_assert_uint_gt(list.count, 250);
    ck_assert_str_eq(find(&list, "Europe/Paris")->country, "FR");
    ck_assert_str_eq(find(&list, "Europe/Luxembourg")->country, "LU");
    ck_assert_str_eq(find(&list, "America/New_York")->country, "US");
    ck_assert_ptr_nonnull(find(&list, "America/New_York")->comment);
    ck_assert_str_eq(find(&list, "Etc/UTC")->country, "");
    for (size_t i = 0; i < list.count; i++) {
        ck_assert_msg(zone_is_known(list.entries[i].name), "%s", list.entries[i].name);
        ck_assert(i == 0 || strcmp(list.entries[i - 1].name, list.entries[i].name) < 0);
    }
    zone_list_clear(&list);
}
END_TEST

START_TEST(zone_list__finds__by_words_and_country)
{
    char name[] = "America/Argentina/Buenos_Aires";
    char comment[] = "Buenos Aires (BA, CF)";
    struct zone_entry entry = { .name = name, .country = "AR", .comment = comment };

    ck_assert(zone_entry_matches(&entry, ""));
    ck_assert(zone_entry_matches(&entry, "buenos"));
    ck_assert(zone_entry_matches(&entry, "aires arg"));
    ck_assert(zone_entry_matches(&entry, "ÀIRES"));
    ck_assert(zone_entry_matches(&entry, "ar"));
    ck_assert(zone_entry_matches(&entry, "Argentina/Buenos_Aires"));
    ck_assert(!zone_entry_matches(&entry, "paris"));
    ck_assert(!zone_entry_matches(&entry, "uenos"));
    ck_assert(!zone_entry_matches(&entry, "buenos paris"));
    entry.comment = NULL;
    ck_assert(zone_entry_matches(&entry, "buenos"));
}
END_TEST

START_TEST(zone_list__says__that_tzdata_is_missing)
{
    struct error err = { 0 };
    struct zone_list list;
    char version[ZONE_VERSION_SIZE];

    ck_assert_int_eq(setenv("ATELIER_ZONEINFO", "/nonexistent", 1), 0);
    ck_assert(!zone_list_load(&list, &err));
    ck_assert_int_eq(err.kind, ERROR_SYSTEM);
    ck_assert(!zone_version(version));
    ck_assert_str_eq(version, "");
}
END_TEST

START_TEST(zone_list__knows__the_version_of_tzdata)
{
    char version[ZONE_VERSION_SIZE];

    ck_assert(zone_version(version));
    ck_assert_uint_eq(strspn(version, "0123456789"), 4);
}
END_TEST

START_TEST(zone_directory__is_that_of_the_environment)
{
    ck_assert_int_eq(unsetenv("ATELIER_ZONEINFO"), 0);
    ck_assert_int_eq(setenv("TZDIR", "/one", 1), 0);
    ck_assert_str_eq(zone_directory(), "/one");
    ck_assert_int_eq(setenv("ATELIER_ZONEINFO", "/two", 1), 0);
    ck_assert_str_eq(zone_directory(), "/two");
    ck_assert_int_eq(setenv("ATELIER_ZONEINFO", "", 1), 0);
    ck_assert_int_eq(unsetenv("TZDIR"), 0);
    ck_assert_str_eq(zone_directory(), "/usr/share/zoneinfo");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, zone_list__offers__a_zone_for_each_country_and_utc);
    tcase_add_test(tests, zone_list__finds__by_words_and_country);
    tcase_add_test(tests, zone_list__says__that_tzdata_is_missing);
    tcase_add_test(tests, zone_list__knows__the_version_of_tzdata);
    tcase_add_test(tests, zone_directory__is_that_of_the_environment);
}

SUITE_MAIN("zone_list")
