/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vtimezone_test.c - zones as they are written, read by libical, judged by glibc */
#include "atelier/calendar/vtimezone.h"

#include <ftw.h>
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "atelier/calendar/tz_rule.h"
#include "support/suite.h"

enum { DAY = 86400 };

static struct zone *
load(const char *name)
{
    struct error err = { 0 };
    struct zone *zone = zone_load(name, &err);

    ck_assert_msg(zone != NULL, "%s: %s", name, err.message);
    return zone;
}

static instant
new_year(int year)
{
    return date_to_days((struct date){ .year = year, .month = 1, .day = 1 }) * DAY;
}

/* The caller frees. */
static char *
write_zone(const char *name, struct span window)
{
    struct buffer text = { 0 };
    struct content_line out;
    struct zone *zone = load(name);

    content_line_init(&out, ics_sink_to_buffer(&text));
    vtimezone_write(&out, zone, window);
    ck_assert(content_line_flush(&out));
    content_line_clear(&out);
    zone_free(zone);
    return buffer_take(&text);
}

static void
expect_text(const char *name, int from, int until, const char *expected)
{
    char *text = write_zone(name, (struct span){ new_year(from), new_year(until) - 1 });

    ck_assert_str_eq(text, expected);
    free(text);
}

static const char paris[] = "BEGIN:VTIMEZONE\r\n"
                            "TZID:Europe/Paris\r\n"
                            "BEGIN:STANDARD\r\n"
                            "DTSTART:19961027T030000\r\n"
                            "TZOFFSETFROM:+0200\r\n"
                            "TZOFFSETTO:+0100\r\n"
                            "TZNAME:CET\r\n"
                            "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
                            "END:STANDARD\r\n"
                            "BEGIN:DAYLIGHT\r\n"
                            "DTSTART:19810329T020000\r\n"
                            "TZOFFSETFROM:+0100\r\n"
                            "TZOFFSETTO:+0200\r\n"
                            "TZNAME:CEST\r\n"
                            "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
                            "END:DAYLIGHT\r\n"
                            "END:VTIMEZONE\r\n";

START_TEST(vtimezone__is_two_rules__where_the_present_rule_holds)
{
    expect_text("Europe/Paris", 2027, 2028, paris);
    expect_text("Europe/Paris", 1997, 2099, paris);
}
END_TEST

START_TEST(vtimezone__goes_change_by_change__before_the_present_rule)
{
    expect_text("Europe/Paris", 1976, 1977,
                "BEGIN:VTIMEZONE\r\n"
                "TZID:Europe/Paris\r\n"
                "BEGIN:STANDARD\r\n"
                "DTSTART:19700101T000000\r\n"
                "TZOFFSETFROM:+0100\r\n"
                "TZOFFSETTO:+0100\r\n"
                "TZNAME:CET\r\n"
                "END:STANDARD\r\n"
                "BEGIN:DAYLIGHT\r\n"
                "DTSTART:19760328T010000\r\n"
                "TZOFFSETFROM:+0100\r\n"
                "TZOFFSETTO:+0200\r\n"
                "TZNAME:CEST\r\n"
                "END:DAYLIGHT\r\n"
                "BEGIN:STANDARD\r\n"
                "DTSTART:19760926T010000\r\n"
                "TZOFFSETFROM:+0200\r\n"
                "TZOFFSETTO:+0100\r\n"
                "TZNAME:CET\r\n"
                "END:STANDARD\r\n"
                "END:VTIMEZONE\r\n");
}
END_TEST

START_TEST(vtimezone__is_one_standard_time__without_changes)
{
    expect_text("Asia/Tokyo", 2027, 2030,
                "BEGIN:VTIMEZONE\r\n"
                "TZID:Asia/Tokyo\r\n"
                "BEGIN:STANDARD\r\n"
                "DTSTART:19700101T000000\r\n"
                "TZOFFSETFROM:+0900\r\n"
                "TZOFFSETTO:+0900\r\n"
                "TZNAME:JST\r\n"
                "END:STANDARD\r\n"
                "END:VTIMEZONE\r\n");
}
END_TEST

START_TEST(vtimezone__goes_change_by_change__where_a_rule_leaves_its_day)
{
    expect_text("Africa/Cairo", 2025, 2026,
                "BEGIN:VTIMEZONE\r\n"
                "TZID:Africa/Cairo\r\n"
                "BEGIN:STANDARD\r\n"
                "DTSTART:19700101T000000\r\n"
                "TZOFFSETFROM:+0200\r\n"
                "TZOFFSETTO:+0200\r\n"
                "TZNAME:EET\r\n"
                "END:STANDARD\r\n"
                "BEGIN:DAYLIGHT\r\n"
                "DTSTART:20250425T000000\r\n"
                "TZOFFSETFROM:+0200\r\n"
                "TZOFFSETTO:+0300\r\n"
                "TZNAME:EEST\r\n"
                "END:DAYLIGHT\r\n"
                "BEGIN:STANDARD\r\n"
                "DTSTART:20251031T000000\r\n"
                "TZOFFSETFROM:+0300\r\n"
                "TZOFFSETTO:+0200\r\n"
                "TZNAME:EET\r\n"
                "END:STANDARD\r\n"
                "END:VTIMEZONE\r\n");
}
END_TEST

START_TEST(vtimezone__calls_summer_daylight__also_where_the_law_does_not)
{
    char *dublin =
        write_zone("Europe/Dublin", (struct span){ new_year(2027), new_year(2028) });
    const char *summer = strstr(dublin, "BEGIN:DAYLIGHT");

    ck_assert_ptr_nonnull(summer);
    ck_assert_ptr_nonnull(strstr(summer, "TZOFFSETTO:+0100"));
    ck_assert_ptr_nonnull(strstr(summer, "TZNAME:IST"));
    free(dublin);
}
END_TEST

START_TEST(vtimezone__is_whole__whatever_the_window)
{
    static const struct span windows[] = {
        { INT64_MIN, INT64_MIN },
        { INT64_MAX, INT64_MAX },
        { INT64_MIN, 0 },
        { 1800000000, 1700000000 },
    };

    for (size_t i = 0; i < sizeof windows / sizeof *windows; i++) {
        char *text = write_zone("Africa/Casablanca", windows[i]);

        ck_assert_ptr_nonnull(strstr(text, "BEGIN:STANDARD"));
        ck_assert_ptr_nonnull(strstr(text, "END:VTIMEZONE"));
        free(text);
    }
}
END_TEST

/* ---- a zone made for the test ---- */

static unsigned char file[4096];
static size_t size;

static void
put(const void *bytes, size_t length)
{
    memcpy(file + size, bytes, length);
    size += length;
}

static void
put_header(unsigned char changes, unsigned char types, unsigned char letters)
{
    unsigned char header[44] = { 'T', 'Z', 'i', 'f', '2' };

    header[35] = changes;
    header[39] = types;
    header[43] = letters;
    put(header, sizeof header);
}

/* Of the two kinds of Central European time. */
static struct zone *
make_zone(const char *name, const instant *times, const unsigned char *kinds,
          unsigned char count, const char *rule)
{
    static const unsigned char types[] = {
        0, 0, 0x0E, 0x10, 0, 0, 0, 0, 0x1C, 0x20, 1, 4
    };
    static const unsigned char one[] = { 0, 0, 0, 0, 0, 0, 'X', 0 };

    size = 0;
    put_header(0, 1, 2);
    put(one, sizeof one);
    put_header(count, 2, 9);
    for (size_t i = 0; i < count; i++) {
        unsigned char bytes[8];

        for (size_t k = 0; k < 8; k++)
            bytes[k] = (unsigned char)((uint64_t)times[i] >> (56 - 8 * k));
        put(bytes, sizeof bytes);
    }
    put(kinds, count);
    put(types, sizeof types);
    put("CET\0CEST", 9);
    put("\n", 1);
    put(rule, strlen(rule));
    put("\n", 1);
    struct zone *zone = zone_read(name, file, size);
    ck_assert_ptr_nonnull(zone);
    return zone;
}

/* A month of summer time in each year until 2069, from a table, and none after, as
 * Morocco told its months of Ramadan until 2026. */
static struct zone *
make_zone_with_table(void)
{
    instant times[140];
    unsigned char kinds[140];
    unsigned char count = 0;

    for (int year = 2000; year < 2070; year++) {
        times[count] = new_year(year) + INT64_C(60) * DAY;
        kinds[count++] = 1;
        times[count] = new_year(year) + INT64_C(90) * DAY;
        kinds[count++] = 0;
    }
    return make_zone("Test/Table", times, kinds, count, "CET-1");
}

/* Central European time since 2005, where summer time paused in August 2010,
 * as it did in Egypt. */
static struct zone *
make_zone_with_pause(void)
{
    static const char rule[] = "CET-1CEST,M3.5.0,M10.5.0/3";
    instant times[64];
    unsigned char kinds[64];
    unsigned char count = 0;
    struct tz_rule parsed;

    ck_assert(tz_rule_parse(rule, strlen(rule), &parsed));
    for (int year = 2005; year < 2016; year++) {
        times[count] = tz_rule_to_daylight(&parsed, year);
        kinds[count++] = 1;
        if (year == 2010) {
            times[count] = new_year(2010) + INT64_C(212) * DAY;
            kinds[count++] = 0;
            times[count] = new_year(2010) + INT64_C(243) * DAY;
            kinds[count++] = 1;
        }
        times[count] = tz_rule_to_standard(&parsed, year);
        kinds[count++] = 0;
    }

    return make_zone("Test/Pause", times, kinds, count, rule);
}

START_TEST(vtimezone__goes_change_by_change__where_the_present_rule_paused)
{
    struct zone *zone = make_zone_with_pause();
    struct buffer text = { 0 };
    struct content_line out;

    content_line_init(&out, ics_sink_to_buffer(&text));
    vtimezone_write(&out, zone, (struct span){ new_year(2010), new_year(2011) });
    ck_assert(content_line_flush(&out));
    ck_assert_ptr_nonnull(strstr(buffer_text(&text), "DTSTART:20100801T020000"));
    ck_assert_ptr_null(strstr(buffer_text(&text), "RRULE"));

    buffer_reset(&text);
    vtimezone_write(&out, zone, (struct span){ new_year(2011), new_year(2012) });
    ck_assert(content_line_flush(&out));
    ck_assert_ptr_null(strstr(buffer_text(&text), "DTSTART:2010"));
    ck_assert_ptr_nonnull(strstr(buffer_text(&text), "DTSTART:20050327T020000"));
    ck_assert_ptr_nonnull(strstr(buffer_text(&text), "RRULE"));
    content_line_clear(&out);
    buffer_clear(&text);
    zone_free(zone);
}
END_TEST

/* From when on an event may name the zone, and what is then written for it. */
START_TEST(vtimezone__is_told_by_its_present_rules__since)
{
    static const struct {
        const char *name;
        instant since;
        bool has_rules;
    } zones[] = {
        { "Europe/Paris", 846378000, true },      /* 27 October 1996, 01:00 UTC */
        { "America/New_York", 1194156000, true }, /* 4 November 2007, 06:00 UTC */
        { "Asia/Tokyo", -577962000, false },      /* 1951 */
        { "Europe/Moscow", 1414274400, false },   /* 25 October 2014, 22:00 UTC */
    };
    static const char *const never[] = { "America/Nuuk", "Africa/Cairo", "Etc/UTC",
                                         "Zulu" };

    for (size_t i = 0; i < sizeof zones / sizeof *zones; i++) {
        struct zone *zone = zone_load(zones[i].name, NULL);
        ck_assert_ptr_nonnull(zone);
        ck_assert_int_eq(vtimezone_since(zone), zones[i].since);
        zone_free(zone);
        char *text =
            write_zone(zones[i].name, (struct span){ zones[i].since, new_year(2030) });
        const char *first = strstr(text, "DTSTART");
        ck_assert_ptr_nonnull(first);
        ck_assert_int_eq(strstr(text, "RRULE") != NULL, zones[i].has_rules);
        ck_assert_int_eq(strstr(first + 1, "DTSTART") != NULL, zones[i].has_rules);
        free(text);
    }
    for (size_t i = 0; i < sizeof never / sizeof *never; i++) {
        struct zone *zone = zone_load(never[i], NULL);
        ck_assert_ptr_nonnull(zone);
        ck_assert_msg(vtimezone_since(zone) == VTIMEZONE_NEVER, "%s", never[i]);
        zone_free(zone);
    }
    struct zone *zone = make_zone_with_pause();
    ck_assert_int_ge(vtimezone_since(zone), new_year(2010));
    ck_assert_int_lt(vtimezone_since(zone), new_year(2011) + 90 * 86400);
    zone_free(zone);
    zone = make_zone_with_table();
    ck_assert_int_gt(vtimezone_since(zone), new_year(2060));
    zone_free(zone);
}
END_TEST

START_TEST(vtimezone__is_told_since_the_last_change__behind_which_one_changes_nothing)
{
    /* as zic -b fat writes it */
    const instant times[] = { new_year(1970), new_year(1980), INT32_MAX };
    const unsigned char kinds[] = { 1, 0, 0 };
    struct zone *zone = make_zone("Test/Number", times, kinds, 3, "CET-1");

    ck_assert_int_eq(vtimezone_since(zone), new_year(1980));
    zone_free(zone);
}
END_TEST

/* ---- libical reads what was written, glibc says what is right ---- */

static size_t zones_seen;

static icaltimezone *
read_zone(const char *name, const char *text)
{
    icalcomponent *component = icalparser_parse_string(text);
    icaltimezone *zone = icaltimezone_new();

    ck_assert_msg(component != NULL, "%s", name);
    ck_assert_int_eq(icalcomponent_count_errors(component), 0);
    ck_assert(icaltimezone_set_component(zone, component));
    ck_assert_str_eq(icaltimezone_get_tzid(zone), name);
    return zone;
}

static void
compare_at(icaltimezone *zone, const char *name, instant at)
{
    time_t when = (time_t)at;
    struct icaltimetype time =
        icaltime_from_timet_with_zone(when, 0, icaltimezone_get_utc_timezone());
    int is_daylight;
    int offset = icaltimezone_get_utc_offset_of_utc_time(zone, &time, &is_daylight);
    struct tm broken;

    ck_assert_ptr_nonnull(localtime_r(&when, &broken));
    if (offset != broken.tm_gmtoff)
        ck_abort_msg("%s at %lld: %d, glibc %ld", name, (long long)at, offset,
                     broken.tm_gmtoff);
}

static void
compare_window(const char *name, int from, int until)
{
    struct span window = { new_year(from), new_year(until) - 1 };
    char *text = write_zone(name, window);
    struct zone *changes = load(name);
    icaltimezone *zone = read_zone(name, text);
    instant at;

    ck_assert_ptr_nonnull(strstr(text, "BEGIN:STANDARD"));
    for (at = window.start; at < window.end; at += 17 * DAY + 3540)
        compare_at(zone, name, at);
    for (at = window.start; zone_next_change(changes, at, &at) && at < window.end;) {
        compare_at(zone, name, at - 1);
        compare_at(zone, name, at);
    }
    icaltimezone_free(zone, 1);
    zone_free(changes);
    free(text);
}

/* Also years in which rules began, ended or paused. */
static void
compare_zone(const char *name)
{
    static const int first_years[] = { 2027, 2016, 2011, 2007, 1996, 1988, 1980, 1970 };
    char variable[128];

    (void)snprintf(variable, sizeof variable, ":%s", name);
    ck_assert_int_eq(setenv("TZ", variable, 1), 0);
    tzset();
    compare_window(name, 2015, 2046);
    for (size_t i = 0; i < sizeof first_years / sizeof *first_years; i++)
        compare_window(name, first_years[i], first_years[i] + 1 + (int)i);
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

START_TEST(vtimezone__agrees_with_glibc__in_every_zone_from_2015_to_2045)
{
    ck_assert_int_eq(nftw(zone_directory(), visit, 16, 0), 0);
    ck_assert_uint_gt(zones_seen, 300);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, vtimezone__is_two_rules__where_the_present_rule_holds);
    tcase_add_test(tests, vtimezone__goes_change_by_change__before_the_present_rule);
    tcase_add_test(tests, vtimezone__is_one_standard_time__without_changes);
    tcase_add_test(tests, vtimezone__goes_change_by_change__where_a_rule_leaves_its_day);
    tcase_add_test(tests, vtimezone__is_whole__whatever_the_window);
    tcase_add_test(tests, vtimezone__calls_summer_daylight__also_where_the_law_does_not);
    tcase_add_test(tests,
                   vtimezone__goes_change_by_change__where_the_present_rule_paused);
    tcase_add_test(tests, vtimezone__is_told_by_its_present_rules__since);
    tcase_add_test(
        tests,
        vtimezone__is_told_since_the_last_change__behind_which_one_changes_nothing);
    tcase_add_test(tests, vtimezone__agrees_with_glibc__in_every_zone_from_2015_to_2045);
}

SUITE_MAIN("vtimezone")
