/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zone_test.c - zones against glibc, and the hours that come twice or never */
#include "atelier/calendar/zone.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "support/suite.h"

static struct zone *
load(const char *name)
{
    struct error err = { 0 };
    struct zone *zone = zone_load(name, &err);

    ck_assert_msg(zone != NULL, "%s: %s", name, err.message);
    return zone;
}

static instant
utc(const char *text)
{
    struct local_time time;

    ck_assert_msg(local_time_parse(text, &time), "%s", text);
    return local_time_to_instant(time);
}

static void
expect_reading(const char *name, const char *local, enum zone_match match,
               const char *earlier, const char *later)
{
    struct zone *zone = load(name);
    struct local_time time;
    struct zone_reading reading;

    ck_assert(local_time_parse(local, &time));
    reading = zone_read_local(zone, time);
    ck_assert_msg(reading.match == match, "%s %s: %d", name, local, (int)reading.match);
    ck_assert_msg(reading.earlier == utc(earlier), "%s %s: earlier is %lld off", name,
                  local, (long long)(reading.earlier - utc(earlier)));
    ck_assert_msg(reading.later == utc(later), "%s %s: later is %lld off", name, local,
                  (long long)(reading.later - utc(later)));
    zone_free(zone);
}

static void
expect_exact(const char *name, const char *local, const char *at)
{
    expect_reading(name, local, ZONE_EXACT, at, at);
}

START_TEST(zone__reads_a_plain_time__once)
{
    expect_exact("Europe/Paris", "2027-03-16 09:30", "2027-03-16 08:30");
    expect_exact("Europe/Paris", "2027-07-16 09:30", "2027-07-16 07:30");
    expect_exact("Asia/Kathmandu", "2027-07-16 09:30", "2027-07-16 03:45");
    expect_exact("Etc/UTC", "2027-07-16 09:30", "2027-07-16 09:30");
    expect_exact("Pacific/Kiritimati", "2027-07-16 09:30", "2027-07-15 19:30");
}
END_TEST

START_TEST(zone__reads_both_sides_of_a_change__once)
{
    expect_exact("Europe/Paris", "2027-03-28 01:59", "2027-03-28 00:59");
    expect_exact("Europe/Paris", "2027-03-28 03:00", "2027-03-28 01:00");
    expect_exact("Europe/Paris", "2027-10-31 01:59", "2027-10-30 23:59");
    expect_exact("Europe/Paris", "2027-10-31 03:00", "2027-10-31 02:00");
}
END_TEST

START_TEST(zone__reads_an_hour_that_never_comes__around_the_gap)
{
    expect_reading("Europe/Paris", "2027-03-28 02:00", ZONE_GAP, "2027-03-28 00:00",
                   "2027-03-28 01:00");
    expect_reading("Europe/Paris", "2027-03-28 02:30", ZONE_GAP, "2027-03-28 00:30",
                   "2027-03-28 01:30");
    expect_reading("America/New_York", "2027-03-14 02:30", ZONE_GAP, "2027-03-14 06:30",
                   "2027-03-14 07:30");
    expect_reading("Africa/Cairo", "2025-04-25 00:30", ZONE_GAP, "2025-04-24 21:30",
                   "2025-04-24 22:30");
    expect_reading("America/Nuuk", "2025-03-29 23:30", ZONE_GAP, "2025-03-30 00:30",
                   "2025-03-30 01:30");
    /* winter is the exception by Irish law; the clock does as in London */
    expect_reading("Europe/Dublin", "2027-03-28 01:30", ZONE_GAP, "2027-03-28 00:30",
                   "2027-03-28 01:30");
    /* half an hour on Lord Howe */
    expect_reading("Australia/Lord_Howe", "2027-10-03 02:15", ZONE_GAP,
                   "2027-10-02 15:15", "2027-10-02 15:45");
    /* clocks go back for Ramadan, forward behind it */
    expect_reading("Africa/Casablanca", "2025-04-06 02:30", ZONE_GAP, "2025-04-06 01:30",
                   "2025-04-06 02:30");
    /* Samoa changed sides of the date line and had no 30 December 2011 */
    expect_reading("Pacific/Apia", "2011-12-30 12:00", ZONE_GAP, "2011-12-29 22:00",
                   "2011-12-30 22:00");
}
END_TEST

START_TEST(zone__reads_an_hour_that_comes_twice__as_both)
{
    expect_reading("Europe/Paris", "2027-10-31 02:00", ZONE_FOLD, "2027-10-31 00:00",
                   "2027-10-31 01:00");
    expect_reading("Europe/Paris", "2027-10-31 02:59", ZONE_FOLD, "2027-10-31 00:59",
                   "2027-10-31 01:59");
    expect_reading("America/New_York", "2027-11-07 01:30", ZONE_FOLD, "2027-11-07 05:30",
                   "2027-11-07 06:30");
    expect_reading("Europe/Dublin", "2027-10-31 01:30", ZONE_FOLD, "2027-10-31 00:30",
                   "2027-10-31 01:30");
    expect_reading("Australia/Lord_Howe", "2027-04-04 01:45", ZONE_FOLD,
                   "2027-04-03 14:45", "2027-04-03 15:15");
    expect_reading("Africa/Casablanca", "2025-02-23 02:30", ZONE_FOLD, "2025-02-23 01:30",
                   "2025-02-23 02:30");
    expect_reading("Africa/Cairo", "2025-10-30 23:30", ZONE_FOLD, "2025-10-30 20:30",
                   "2025-10-30 21:30");
    expect_reading("America/Nuuk", "2025-10-25 23:30", ZONE_FOLD, "2025-10-26 00:30",
                   "2025-10-26 01:30");
}
END_TEST

START_TEST(zone__asks__when_a_time_is_not_exact)
{
    struct zone *zone = load("Europe/Paris");
    struct local_time twice = { { 2027, 10, 31 }, 2, 30 };
    struct local_time plain = { { 2027, 10, 31 }, 12, 0 };
    instant at = 7;

    ck_assert(!zone_local_to_instant(zone, twice, ZONE_ASK, &at));
    ck_assert_int_eq(at, 7);
    ck_assert(zone_local_to_instant(zone, twice, ZONE_EARLIER, &at));
    ck_assert_int_eq(at, utc("2027-10-31 00:30"));
    ck_assert(zone_local_to_instant(zone, twice, ZONE_LATER, &at));
    ck_assert_int_eq(at, utc("2027-10-31 01:30"));
    ck_assert(zone_local_to_instant(zone, plain, ZONE_ASK, &at));
    ck_assert_int_eq(at, utc("2027-10-31 11:00"));
    zone_free(zone);
}
END_TEST

START_TEST(zone__survives__the_ends_of_time)
{
    struct zone *zone = load("Europe/Paris");
    struct local_time first = { { 1, 1, 1 }, 0, 0 };
    struct local_time last = { { 9999, 12, 31 }, 23, 59 };
    instant at;

    (void)zone_read_local(zone, first);
    (void)zone_read_local(zone, last);
    (void)zone_instant_to_local(zone, INT64_MIN);
    (void)zone_instant_to_local(zone, INT64_MAX);
    ck_assert(zone_next_change(zone, INT64_MIN, &at));
    ck_assert(!zone_next_change(zone, INT64_MAX, &at));
    zone_free(zone);
}
END_TEST

START_TEST(zone__refuses__what_is_no_zone)
{
    static const char *const names[] = {
        "",
        "Europe",
        "Europe/",
        "/Europe/Paris",
        "Europe//Paris",
        "Europe/../Europe/Paris",
        "../../etc/passwd",
        "Europe/Paris\n",
        "Europe/Atlantis",
        "Mars/Phobos",
        "localtime",
        "posixrules",
        "posix/Europe/Paris",
        "right/Europe/Paris",
        "tzdata.zi",
        "zone.tab",
        "Europe/Paris\x1b[2J",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "W. Europe Standard Time",
    };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct error err = { 0 };

        ck_assert_msg(!zone_is_known(names[i]), "%s", names[i]);
        ck_assert_msg(zone_load(names[i], &err) == NULL, "%s", names[i]);
        ck_assert_int_eq(err.kind, ERROR_INPUT);
        ck_assert_str_eq(err.field, "zone");
        ck_assert_ptr_null(strchr(err.message, '\x1b'));
    }
    ck_assert(!zone_is_known(NULL));
    ck_assert_ptr_null(zone_load(NULL, NULL));
    ck_assert(zone_is_known("Europe/Paris"));
    ck_assert(zone_is_known("America/Argentina/Buenos_Aires"));
    ck_assert(zone_is_known("Etc/GMT+5"));
    ck_assert(zone_is_known("UTC"));
}
END_TEST

START_TEST(zone__says__that_tzdata_is_missing)
{
    struct error err = { 0 };

    ck_assert_ptr_null(zone_load_from("/nonexistent", "Europe/Paris", &err));
    ck_assert_int_eq(err.kind, ERROR_SYSTEM);
    ck_assert_ptr_nonnull(strstr(err.message, "tzdata"));
}
END_TEST

START_TEST(zone_cache__gives__the_same_zone_twice)
{
    struct error err = { 0 };
    struct zone_cache *cache = zone_cache_new();
    const struct zone *paris = zone_cache_get(cache, "Europe/Paris", &err);

    ck_assert_ptr_nonnull(paris);
    ck_assert_str_eq(zone_name(paris), "Europe/Paris");
    ck_assert_ptr_ne(zone_cache_get(cache, "Europe/Berlin", &err), paris);
    ck_assert_ptr_eq(zone_cache_get(cache, "Europe/Paris", &err), paris);
    ck_assert_ptr_null(zone_cache_get(cache, "Europe/Atlantis", &err));
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_ptr_null(zone_cache_get(cache, NULL, NULL));
    zone_cache_free(cache);
}
END_TEST

/* ---- all zones against glibc ---- */

static const instant year_2015 = 1420070400;
static const instant year_2046 = 2398377600;
static size_t zones_seen;

static void
expect_as_glibc(const struct zone *zone, instant at)
{
    time_t when = (time_t)at;
    struct tm broken;
    struct zone_offset offset = zone_offset_at(zone, at);
    struct local_time local = zone_instant_to_local(zone, at);
    struct zone_reading reading;

    ck_assert_ptr_nonnull(localtime_r(&when, &broken));
    if (broken.tm_gmtoff != offset.seconds || broken.tm_hour != local.hour ||
        broken.tm_mday != local.date.day ||
        strcmp(broken.tm_zone, offset.abbreviation) != 0)
        ck_abort_msg("%s at %lld: %d %s, glibc %ld %s", zone_name(zone), (long long)at,
                     offset.seconds, offset.abbreviation, broken.tm_gmtoff,
                     broken.tm_zone);
    if (at % 60 != 0)
        return;
    reading = zone_read_local(zone, local);
    if ((reading.earlier != at && reading.later != at) || reading.match == ZONE_GAP)
        ck_abort_msg("%s at %lld: does not come back", zone_name(zone), (long long)at);
}

static void
compare_zone(const char *name)
{
    struct zone *zone = load(name);
    char variable[128];
    instant at;

    (void)snprintf(variable, sizeof variable, ":%s", name);
    ck_assert_int_eq(setenv("TZ", variable, 1), 0);
    tzset();
    for (at = year_2015; at < year_2046; at += 23 * 86400 + 3540)
        expect_as_glibc(zone, at);
    at = year_2015;
    while (zone_next_change(zone, at, &at) && at < year_2046) {
        expect_as_glibc(zone, at - 1);
        expect_as_glibc(zone, at);
        expect_as_glibc(zone, at - 60);
        expect_as_glibc(zone, at + 60);
    }
    zone_free(zone);
    zones_seen++;
}

static int
visit(const char *path, const struct stat *status, int kind, struct FTW *where)
{
    const char *name = path + strlen(zone_directory()) + 1;

    (void)status;
    (void)where;
    if (kind == FTW_F && zone_is_known(name))
        compare_zone(name);
    return 0;
}

START_TEST(zone__agrees_with_glibc__in_every_zone_from_2015_to_2045)
{
    ck_assert_int_eq(nftw(zone_directory(), visit, 16, 0), 0);
    ck_assert_uint_gt(zones_seen, 300);
}
END_TEST

/* Behind the second head of a zone's file: its changes, 8 bytes each and 1 for the kind,
 * its types, 6 bytes each, and what they are called. */
struct zone_bytes {
    unsigned char bytes[16 * 1024];
    size_t size;
    unsigned char *last_change;
    unsigned char *first_type;
    unsigned char *names;
};

static size_t
read_count(const unsigned char *at)
{
    return (size_t)at[2] << 8 | at[3];
}

static void
read_bytes(const char *name, struct zone_bytes *read)
{
    char path[256];

    (void)snprintf(path, sizeof path, "%s/%s", zone_directory(), name);
    FILE *file = fopen(path, "rb");
    ck_assert_ptr_nonnull(file);
    read->size = fread(read->bytes, 1, sizeof read->bytes, file);
    ck_assert_int_eq(fclose(file), 0);
    unsigned char *head = read->bytes + 1;
    while (memcmp(head, "TZif", 4) != 0)
        head++;
    const size_t changes = read_count(head + 32);
    read->last_change = head + 44 + 8 * (changes - 1);
    read->first_type = head + 44 + 9 * changes;
    read->names = read->first_type + 6 * read_count(head + 36);
}

static uint64_t
fingerprint(const struct zone_bytes *read)
{
    struct zone *zone = zone_read("Africa/Casablanca", read->bytes, read->size);
    ck_assert_ptr_nonnull(zone);
    const uint64_t fingerprint = zone_fingerprint(zone);
    zone_free(zone);
    return fingerprint;
}

START_TEST(zone_fingerprint__differs__where_clocks_do)
{
    static struct zone_bytes read;

    read_bytes("Africa/Casablanca", &read);
    const uint64_t before = fingerprint(&read);
    ck_assert_uint_eq(fingerprint(&read), before);
    read.names[0] = read.names[0] == 'L' ? 'M' : 'L';
    ck_assert_uint_eq(fingerprint(&read), before);
    read.last_change[7] ^= 1;
    ck_assert_uint_ne(fingerprint(&read), before);
    read.last_change[7] ^= 1;
    read.first_type[3] ^= 1;
    ck_assert_uint_ne(fingerprint(&read), before);
}
END_TEST

static void
expect_alike(const char *name, const char *other, const char *from, const char *to,
             bool is_alike)
{
    struct zone *zone = load(name);
    struct zone *compared = load(other);

    ck_assert_int_eq(zone_is_alike(zone, compared, utc(from), utc(to)), is_alike);
    ck_assert_int_eq(zone_is_alike(compared, zone, utc(from), utc(to)), is_alike);
    zone_free(zone);
    zone_free(compared);
}

START_TEST(zones__are_alike__as_long_as_their_clocks_are)
{
    expect_alike("Europe/Paris", "Europe/Paris", "1900-01-01 00:00", "2100-01-01 00:00",
                 true);
    expect_alike("Europe/Paris", "Europe/Brussels", "2000-01-01 00:00",
                 "2050-01-01 00:00", true);
    expect_alike("Europe/Paris", "Europe/Lisbon", "2000-01-01 00:00", "2050-01-01 00:00",
                 false);
    /* The same hour in winter, another one in summer. */
    expect_alike("Europe/Paris", "Africa/Algiers", "2027-01-01 00:00", "2027-03-28 01:00",
                 true);
    expect_alike("Europe/Paris", "Africa/Algiers", "2027-01-01 00:00", "2027-03-28 01:01",
                 false);
    /* Clocks of only one of them change, and not any more. */
    expect_alike("Africa/Lagos", "Africa/Algiers", "2027-01-01 00:00", "2050-01-01 00:00",
                 true);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, zone__reads_a_plain_time__once);
    tcase_add_test(tests, zone__reads_both_sides_of_a_change__once);
    tcase_add_test(tests, zone__reads_an_hour_that_never_comes__around_the_gap);
    tcase_add_test(tests, zone__reads_an_hour_that_comes_twice__as_both);
    tcase_add_test(tests, zones__are_alike__as_long_as_their_clocks_are);
    tcase_add_test(tests, zone_fingerprint__differs__where_clocks_do);
    tcase_add_test(tests, zone__asks__when_a_time_is_not_exact);
    tcase_add_test(tests, zone__survives__the_ends_of_time);
    tcase_add_test(tests, zone__refuses__what_is_no_zone);
    tcase_add_test(tests, zone__says__that_tzdata_is_missing);
    tcase_add_test(tests, zone_cache__gives__the_same_zone_twice);
    tcase_add_test(tests, zone__agrees_with_glibc__in_every_zone_from_2015_to_2045);
}

SUITE_MAIN("zone")
