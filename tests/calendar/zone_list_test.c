/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zone_list_test.c - the zones to choose from, and how they are found */
#include "atelier/calendar/zone_list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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
    char country_name[] = "República Argentina";
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
    ck_assert(!zone_entry_matches(&entry, "republica"));
    entry.country_name = country_name;
    ck_assert(zone_entry_matches(&entry, "república"));
    entry.comment = NULL;
    ck_assert(zone_entry_matches(&entry, "buenos"));
}
END_TEST

static const struct {
    const char *typed;
    const char *first; /* NULL: none */
} typed[] = {
    { "paris", "Europe/Paris" },
    { "PAR", "America/Paramaribo" }, /* by name, before Europe */
    { "São", "Africa/Sao_Tome" },
    { "sao paulo", "America/Sao_Paulo" },
    { "lisbonne", "Europe/Lisbon" },
    { "Europe/Lisbonne", "Europe/Lisbon" },
    { "Europe/Pari", "Europe/Paris" },
    { "new york", "America/New_York" },
    { "germany", "Europe/Berlin" },
    { "ger", "Europe/Berlin" },
    { "portug", "Atlantic/Azores" },
    { "lu", "Africa/Luanda" },
    { "Etc/UTC", "Etc/UTC" },
    { "atlantide", NULL },
    { "xyz", NULL },
};

START_TEST(zone_list__offers_first__the_likeliest)
{
    const struct zone_entry *found[2];
    struct zone_list list;

    ck_assert(zone_list_load(&list, NULL));
    const size_t count = zone_list_find(&list, typed[_i].typed, found, 1);
    ck_assert_str_eq(count == 1 ? found[0]->name : "none",
                     typed[_i].first != NULL ? typed[_i].first : "none");
    ck_assert_uint_eq(zone_list_find(&list, "", found, 2), 2);
    zone_list_clear(&list);
}
END_TEST

START_TEST(zone_that_is_unknown__is_refused__with_those_that_may_be_meant)
{
    static const struct {
        const char *name;
        const char *end;
    } refused[] = {
        { "paris", "do you mean Europe/Paris?" },
        { "Europe/Lisbonne", "do you mean Europe/Lisbon?" },
        { "indi", "such as America/Indiana/Indianapolis, Asia/Kolkata, "
                  "America/Indiana/Knox." },
        { "W. Europe Standard Time", "do you mean Europe/Berlin?" },
        { "w. europe daylight time", "do you mean Europe/Berlin?" },
        { "Romance Standard Time", "do you mean Europe/Paris?" },
        { "India Standard Time", "do you mean Asia/Kolkata?" },
        { "(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna",
          "such as Europe/Amsterdam, Europe/Berlin, Europe/Rome." },
        { "(UTC+01:00) Brussels, Copenhagen, Madrid, Paris",
          "such as Europe/Brussels, Europe/Copenhagen, Europe/Madrid." },
        { "(GMT-05:00) Eastern Time (US & Canada)", "do you mean America/New_York?" },
        { "(UTC+09:00) Osaka, Sapporo, Tokyo", "do you mean Asia/Tokyo?" },
        { "(UTC+01:00)", "such as Europe/Paris." },
        { "CEST", "such as Europe/Paris, Europe/Berlin, Europe/Brussels." },
        { "BST", "do you mean Europe/London?" },
        { "MESZ", "such as Europe/Berlin, Europe/Vienna, Europe/Zurich." },
        { "UTC+1", "such as Europe/Paris, Europe/Berlin, Africa/Lagos." },
        { "GMT+01:00", "such as Europe/Paris, Europe/Berlin, Africa/Lagos." },
        { "+0200", "such as Europe/Athens, Africa/Johannesburg." },
        { "utc -5", "such as America/New_York, America/Bogota." },
        { "UTC+25", "such as Europe/Paris." },
        { "Standard Time", "such as Europe/Paris." },
        { "../etc/passwd", "such as Europe/Paris." },
        { "", "such as Europe/Paris." },
        { "/", "such as Europe/Paris." },
    };

    for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++) {
        struct error err = { 0 };
        const char *end = refused[i].end;

        ck_assert_ptr_null(zone_load(refused[i].name, &err));
        ck_assert_int_eq(err.kind, ERROR_INPUT);
        ck_assert_str_eq(err.field, "zone");
        ck_assert_msg(strcmp(err.message + strlen(err.message) - strlen(end), end) == 0,
                      "%s", err.message);
    }
}
END_TEST

START_TEST(zone_list__says__that_tzdata_is_missing)
{
    struct error err = { 0 };
    struct zone_list list;

    ck_assert_int_eq(setenv("ATELIER_ZONEINFO", "/nonexistent", 1), 0);
    ck_assert(!zone_list_load(&list, &err));
    ck_assert_int_eq(err.kind, ERROR_SYSTEM);
}
END_TEST

/* Small systems have the source of the zones and no table of countries.  A link counts,
 * what has no slash or is not there does not. */
START_TEST(zone_list__is_read_from_the_source__where_there_is_no_table)
{
    struct error err = { 0 };
    struct zone_list list;
    char folder[128], path[160];

    suite_make_folder("atelier-zones", folder, sizeof(folder));
    (void)snprintf(path, sizeof(path), "%s/tzdata.zi", folder);
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    ck_assert_int_ge(fputs("# version 2027a\nR F o 1916 - Jun 14 23s 1 S\n"
                           "Z Europe/Paris 0:9:21 - LMT 1891 Mar 16\n0:9:21 - PMT 1911\n"
                           "Z Europe/Nowhere 1 - CET\nZ EST -5 - EST\nZ\n"
                           "L Europe/Paris Europe/Monaco\nL Europe/Paris\n",
                           file),
                     0);
    ck_assert_int_eq(fclose(file), 0);
    (void)snprintf(path, sizeof(path), "%s/Europe", folder);
    ck_assert_int_eq(symlink("/usr/share/zoneinfo/Europe", path), 0);
    ck_assert_int_eq(setenv("ATELIER_ZONEINFO", folder, 1), 0);
    ck_assert_msg(zone_list_load(&list, &err), "%s", err.message);
    ck_assert_uint_eq(list.count, 2);
    ck_assert_str_eq(list.entries[0].name, "Europe/Monaco");
    ck_assert_str_eq(list.entries[1].name, "Europe/Paris");
    ck_assert_str_eq(list.entries[1].country, "");
    zone_list_clear(&list);
    ck_assert_int_eq(unlink(path), 0);
    (void)snprintf(path, sizeof(path), "%s/tzdata.zi", folder);
    ck_assert_int_eq(unlink(path) + rmdir(folder), 0);
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
    tcase_add_loop_test(tests, zone_list__offers_first__the_likeliest, 0,
                        (int)(sizeof(typed) / sizeof(typed[0])));
    tcase_add_test(tests, zone_that_is_unknown__is_refused__with_those_that_may_be_meant);
    tcase_add_test(tests, zone_list__says__that_tzdata_is_missing);
    tcase_add_test(tests, zone_list__is_read_from_the_source__where_there_is_no_table);
    tcase_add_test(tests, zone_directory__is_that_of_the_environment);
}

SUITE_MAIN("zone_list")
