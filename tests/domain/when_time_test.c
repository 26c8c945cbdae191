/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when_time_test.c - times, times of a day and durations as people write them
 *
 * Today is Monday 1 March 2027 throughout.
 */
#include "atelier/domain/when.h"

#include <stdio.h>
#include <string.h>

#include "support/suite.h"

static const struct date monday = { 2027, 3, 1 };

static void
expect_time(const char *text, int hour, int minute)
{
    const struct local_time base = { monday, 1, 1 };
    struct local_time time = { { 1999, 9, 9 }, 99, 99 };
    if (!when_parse_local_time(text, monday, base, &time, NULL) ||
        date_compare(time.date, monday) != 0 || time.hour != hour ||
        time.minute != minute)
        ck_abort_msg("“%s” is %d:%d, not %d:%d", text, time.hour, time.minute, hour,
                     minute);
}

START_TEST(time__is_read__as_people_write_it)
{
    expect_time("14h", 14, 0);
    expect_time("14h30", 14, 30);
    expect_time("14 h 30", 14, 30);
    expect_time("14 heures 30", 14, 30);
    expect_time("9H05", 9, 5);
    expect_time("14:30", 14, 30);
    expect_time("9:00", 9, 0);
    expect_time("09:00", 9, 0);
    expect_time("9.30", 9, 30);
    expect_time("14", 14, 0);
    expect_time("1430", 14, 30);
    expect_time("0930", 9, 30);
    expect_time(" 14:30 ", 14, 30);
    expect_time("23:59", 23, 59);
}

START_TEST(noon_and_midnight__have__words_and_figures)
{
    expect_time("midi", 12, 0);
    expect_time("Noon", 12, 0);
    expect_time("minuit", 0, 0);
    expect_time("midnight", 0, 0);
    expect_time("0:00", 0, 0);
    expect_time("0h", 0, 0);
    expect_time("12", 12, 0);
    expect_time("12am", 0, 0);
    expect_time("12pm", 12, 0);
    expect_time("12:30 am", 0, 30);
}

START_TEST(half_of_the_day__may_be_said__in_english)
{
    expect_time("2pm", 14, 0);
    expect_time("2 PM", 14, 0);
    expect_time("2:30pm", 14, 30);
    expect_time("9am", 9, 0);
    expect_time("11.45 pm", 23, 45);
}

START_TEST(each_minute__of_a_day__is_read_in_each_way)
{
    static const char *const ways[] = { "%d:%02d", "%02d:%02d", "%dh%02d", "%02d.%02d",
                                        "%02d%02d" };
    for (int minute = 0; minute < 24 * 60; minute++) {
        for (size_t way = 0; way < sizeof(ways) / sizeof(ways[0]); way++) {
            char text[16];
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
            snprintf(text, sizeof(text), ways[way], minute / 60, minute % 60);
#pragma GCC diagnostic pop
            expect_time(text, minute / 60, minute % 60);
        }
    }
}

START_TEST(time__is_read__with_words_and_seconds)
{
    expect_time("3:30 p.m.", 15, 30);
    expect_time("3:30 P. M.", 15, 30);
    expect_time("9 a.m.", 9, 0);
    expect_time("14 h 30 min", 14, 30);
    expect_time("14h30mn", 14, 30);
    expect_time("midi et demi", 12, 30);
    expect_time("midi et quart", 12, 15);
    expect_time("minuit et demi", 0, 30);
    expect_time("14h et demie", 14, 30);
    expect_time("09:30:00", 9, 30);
    expect_time("9 o'clock", 9, 0);
    expect_time("8h du soir", 20, 0);
    expect_time("8 in the evening", 20, 0);
    expect_time("9h du matin", 9, 0);
    expect_time("3h de l’après-midi", 15, 0);
    expect_time("à 9h", 9, 0);
}

/* What is a day is none of them: "14 mars" has its own time to be asked for. */
START_TEST(what_is_no_time__is_refused)
{
    static const char *const bad[] = {
        "",         " ",    "24:01",   "25h", "14:60", "14:5",  "14h3",
        "2460",     "930",  "13pm",    "0am", "h30",   "14/30", "14h30m45",
        "14:30:45", "soon", "14hippo", "pm",  "-1",    "+2",    "99999999999",
    };
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        const struct local_time base = { monday, 1, 1 };
        struct local_time time = { { 1999, 9, 9 }, 9, 9 };
        struct error err = { 0 };
        if (when_parse_local_time(bad[i], monday, base, &time, &err))
            ck_abort_msg("“%s” is %d:%d", bad[i], time.hour, time.minute);
        ck_assert_int_eq(err.kind, ERROR_INPUT);
        ck_assert_int_eq(time.date.year, 1999);
    }
}

static const struct local_time none;
static const struct local_time start = { { 2027, 3, 16 }, 9, 30 };

static void
expect_both(const char *text, struct local_time base, const char *expected)
{
    struct local_time time;
    struct error err = { 0 };
    char read[LOCAL_TIME_TEXT_SIZE] = "nothing";
    if (when_parse_local_time(text, monday, base, &time, &err))
        local_time_format(time, read);
    if (strcmp(read, expected) != 0)
        ck_abort_msg("“%s” is %s, not %s: %s", text, read, expected, err.message);
}

static void
expect_neither(const char *text, struct local_time base, const char *saying)
{
    struct local_time time = { { 1999, 9, 9 }, 9, 9 };
    struct error err = { 0 };
    if (when_parse_local_time(text, monday, base, &time, &err))
        ck_abort_msg("“%s” is %d-%d-%d %d:%d", text, time.date.year, time.date.month,
                     time.date.day, time.hour, time.minute);
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    if (!strstr(err.message, saying))
        ck_abort_msg("“%s”: %s", text, err.message);
    ck_assert_int_eq(time.date.year, 1999);
    ck_assert_int_eq(time.hour, 9);
}

START_TEST(day_and_time__are_read__together)
{
    expect_both("jeu 14h30", none, "2027-03-04 14:30");
    expect_both("tomorrow 9:00", none, "2027-03-02 09:00");
    expect_both("demain 9h", none, "2027-03-02 09:00");
    expect_both("demain midi", none, "2027-03-02 12:00");
    expect_both("demain à midi", none, "2027-03-02 12:00");
    expect_both("jeudi minuit", none, "2027-03-04 00:00");
    expect_both("16/3 14:30", none, "2027-03-16 14:30");
    expect_both("16/3 9", none, "2027-03-16 09:00");
    expect_both("16/3/2027 1430", none, "2027-03-16 14:30");
    expect_both("24.12.2026 9.30", none, "2026-12-24 09:30");
    expect_both("+7d 14:30", none, "2027-03-08 14:30");
    expect_both("16 mars 2027 à 14h30", none, "2027-03-16 14:30");
    expect_both("16 mars 2027 14 h 30", none, "2027-03-16 14:30");
    expect_both("March 16 at 2:30 pm", none, "2027-03-16 14:30");
    expect_both("next monday 2 pm", none, "2027-03-08 14:00");
    expect_both("2027-03-16 14:30", none, "2027-03-16 14:30");
    expect_both("2027-03-16T14:30", none, "2027-03-16 14:30");
    expect_both("2027-03-16 9h", none, "2027-03-16 09:00");
    expect_both("  16/3   14:30  ", none, "2027-03-16 14:30");
    expect_both("29/2/28 10h", none, "2028-02-29 10:00");
    expect_neither("29/2 10h", none, "write it like 29/02/2028");
}

START_TEST(words_of_the_day__turn__its_hours)
{
    expect_both("ce soir 18h", none, "2027-03-01 18:00");
    expect_both("tonight 8", none, "2027-03-01 20:00");
    expect_both("demain matin 9h", none, "2027-03-02 09:00");
    expect_both("demain soir 8h", none, "2027-03-02 20:00");
    expect_both("jeudi après-midi 3h", none, "2027-03-04 15:00");
    expect_both("demain après midi 15h", none, "2027-03-02 15:00");
    expect_both("vendredi en huit 9h", none, "2027-03-12 09:00");
    expect_both("9h30 jeudi en quinze", none, "2027-03-18 09:30");
    expect_both("friday week 9:00", none, "2027-03-12 09:00");
    expect_neither("04/16/2027 9:30", none, "Write the day first: Fri 16/04/2027");
    expect_both("in 3 days 14:30", none, "2027-03-04 14:30");
    expect_both("dans deux semaines à 14h", none, "2027-03-15 14:00");
    expect_both("in two weeks at 10", none, "2027-03-15 10:00");
    expect_both("la semaine prochaine à 9h", none, "2027-03-08 09:00");
    expect_both("16/3 midi et demi", none, "2027-03-16 12:30");
    expect_both("16/3 14 h 30 min", none, "2027-03-16 14:30");
    expect_neither("demain matin", none, "At what time?");
}

START_TEST(mar_and_a_number__is_in_march__with_a_time_too)
{
    expect_both("Mar 16, 2027 9:30 AM", none, "2027-03-16 09:30");
    expect_both("Mar 16 9:30", none, "2027-03-16 09:30");
    expect_both("Mar. 16 at 9:30 p.m.", none, "2027-03-16 21:30");
    expect_both("mar 9h", none, "2027-03-02 09:00");
    expect_both("mar 16/3 9h", none, "2027-03-16 09:00");
    expect_neither("mar 9", none, "At what time?");
}

START_TEST(time__may_stand__before_the_day)
{
    expect_both("9h30 le 16/3", none, "2027-03-16 09:30");
    expect_both("9:30 16/3", none, "2027-03-16 09:30");
    expect_both("2pm tomorrow", none, "2027-03-02 14:00");
    expect_both("à 14h demain", none, "2027-03-02 14:00");
    expect_both("midi jeudi", none, "2027-03-04 12:00");
    expect_both("9:30 on March 16, 2027", none, "2027-03-16 09:30");
    expect_both("3:30 p.m. 16/3", none, "2027-03-16 15:30");
}

START_TEST(time_of_a_program__is_read__with_its_seconds)
{
    expect_both("2027-03-16T09:30:00", none, "2027-03-16 09:30");
    expect_both("2027-03-16 09:30:59.123", none, "2027-03-16 09:30");
    expect_both("16/03/2027 09:30:00", none, "2027-03-16 09:30");
    expect_both("20270316T093000", none, "2027-03-16 09:30");
    expect_both("20270316T0930", none, "2027-03-16 09:30");
    expect_neither("2027-03-16T09:30:00+01:00", none, "not a day and time");
    expect_neither("2027-03-16T09:30:61", none, "not a day and time");
    expect_neither("1027-03-16T09:30", none, "in the year 1027");
}

static void
expect_instant(const char *text, const char *expected)
{
    instant at;
    char read[INSTANT_TEXT_SIZE] = "nothing";
    if (when_parse_instant(text, &at))
        instant_format(at, read);
    if (strcmp(read, expected) != 0)
        ck_abort_msg("“%s” is %s, not %s", text, read, expected);
}

START_TEST(offset__makes__an_instant)
{
    expect_instant("2027-03-16T09:30:00+01:00", "2027-03-16T08:30:00Z");
    expect_instant("2027-03-16T09:30-0530", "2027-03-16T15:00:00Z");
    expect_instant("2027-03-16 09:30:00Z", "2027-03-16T09:30:00Z");
    expect_instant("20270316T003000+01", "2027-03-15T23:30:00Z");
    expect_instant("2027-03-16T09:30:00", "nothing");
    expect_instant("2027-03-16T09:30:00+25:00", "nothing");
    expect_instant("16/3 9h", "nothing");
}

static const struct local_time morning = { { 2027, 3, 16 }, 9, 0 };
static const struct local_time evening = { { 2027, 3, 16 }, 20, 0 };

static void
expect_end_of(struct local_time from, const char *text, const char *expected,
              bool expected_next)
{
    struct local_time time;
    bool next_day = false;
    struct error err = { 0 };
    char read[LOCAL_TIME_TEXT_SIZE] = "nothing";
    if (when_parse_end(text, monday, from, &time, &next_day, &err))
        local_time_format(time, read);
    if (strcmp(read, expected) != 0 || next_day != expected_next)
        ck_abort_msg("“%s” is %s, not %s: %s", text, read, expected, err.message);
}

static void
expect_end(const char *text, const char *expected, bool expected_next)
{
    expect_end_of(evening, text, expected, expected_next);
}

START_TEST(end__is_the_next_such_time__after_the_start)
{
    expect_end("22h", "2027-03-16 22:00", false);
    expect_end("minuit", "2027-03-17 00:00", true);
    expect_end("midnight", "2027-03-17 00:00", true);
    expect_end("0h", "2027-03-17 00:00", true);
    expect_end("24h", "2027-03-17 00:00", true);
    expect_end("24:00", "2027-03-17 00:00", true);
    expect_end("1h", "2027-03-17 01:00", true);
    expect_end("2:30 am", "2027-03-17 02:30", true);
    expect_end("20h", "2027-03-17 20:00", true);
    expect_end("16/3 minuit", "2027-03-17 00:00", false);
    expect_end("16/3 24:00", "2027-03-17 00:00", false);
    expect_end("17/3 0h", "2027-03-17 00:00", false);
    /* a day that was named is meant */
    expect_end("16/3 19h", "2027-03-16 19:00", false);
    expect_end("16/3 0h", "2027-03-16 00:00", false);
}

/* Nobody meets from the morning to the next night: that long it takes. */
START_TEST(end__is_a_length__where_the_hour_is_half_a_day_off)
{
    expect_end_of(morning, "3h", "2027-03-16 12:00", false);
    expect_end_of(morning, "3h30", "2027-03-16 12:30", false);
    expect_end_of(morning, "9h", "2027-03-16 18:00", false);
    expect_end_of(morning, "12h", "2027-03-16 12:00", false);
    expect_end_of(morning, "3:00", "2027-03-17 03:00", true);
    expect_end_of(morning, "17/3 3h", "2027-03-17 03:00", false);
    expect_end_of(morning, "0h", "2027-03-17 00:00", true);
    /* by the hour it is no longer than an evening and a night */
    expect_end("7h", "2027-03-17 07:00", true);
    expect_end("9h", "2027-03-17 05:00", true);
}

static void
expect_span(const char *text, struct local_time base, const char *expected,
            const char *expected_end)
{
    struct local_time from;
    struct local_time to;
    bool next_day;
    struct error err = { 0 };
    char read[LOCAL_TIME_TEXT_SIZE] = "nothing";
    char read_end[LOCAL_TIME_TEXT_SIZE] = "nothing";
    if (when_parse_span(text, monday, base, &from, &to, &next_day, &err)) {
        local_time_format(from, read);
        if (!local_time_is_none(to))
            local_time_format(to, read_end);
    }
    if (strcmp(read, expected) != 0 || strcmp(read_end, expected_end) != 0)
        ck_abort_msg("“%s” is %s to %s: %s", text, read, read_end, err.message);
}

START_TEST(start_and_end__may_be_typed__at_once)
{
    expect_span("16/3 9h30-12h30", none, "2027-03-16 09:30", "2027-03-16 12:30");
    expect_span("16/3 9:30–12:30", none, "2027-03-16 09:30", "2027-03-16 12:30");
    expect_span("16/3 9h30 - 12h30", none, "2027-03-16 09:30", "2027-03-16 12:30");
    expect_span("16/3 9-12", none, "2027-03-16 09:00", "2027-03-16 12:00");
    expect_span("2027-03-16 9h-12h", none, "2027-03-16 09:00", "2027-03-16 12:00");
    expect_span("16-3-2027 9h-12h", none, "2027-03-16 09:00", "2027-03-16 12:00");
    expect_span("jeudi de 9h à 12h", none, "2027-03-04 09:00", "2027-03-04 12:00");
    expect_span("thu from 9am to 2pm", none, "2027-03-04 09:00", "2027-03-04 14:00");
    expect_span("16/3 20h-1h", none, "2027-03-16 20:00", "2027-03-17 01:00");
    expect_span("16/3 9h - 18/3 17h", none, "2027-03-16 09:00", "2027-03-18 17:00");
    expect_span("9h30-12h30 le 16/3", none, "2027-03-16 09:30", "2027-03-16 12:30");
    expect_span("9h-12h", start, "2027-03-16 09:00", "2027-03-16 12:00");
    expect_span("du 16/3 9h au 18/3 17h", none, "2027-03-16 09:00", "2027-03-18 17:00");
    expect_span("vom 16.3. 9 Uhr bis 18.3. 17 Uhr", none, "2027-03-16 09:00",
                "2027-03-18 17:00");
    expect_span("le 16 mars entre 9h et 12h", none, "2027-03-16 09:00",
                "2027-03-16 12:00");
    expect_span("March 16 between 9 and 12", none, "2027-03-16 09:00",
                "2027-03-16 12:00");
    expect_span("between 9am and 2pm on 16 March", none, "2027-03-16 09:00",
                "2027-03-16 14:00");
    expect_span("mardi 16 9h-12h", none, "2027-03-16 09:00", "2027-03-16 12:00");
    expect_span("du 16 au 18 mars 9h", none, "nothing", "nothing");
    expect_span("entre 9h et 12h", none, "nothing", "nothing");
    expect_span("Tue 16/03/2027 09:30–12:30", none, "2027-03-16 09:30",
                "2027-03-16 12:30");
    expect_span("16 mars à 14h", none, "2027-03-16 14:00", "nothing");
    expect_span("16-3 9h", none, "2027-03-16 09:00", "nothing");
    expect_span("16/3 - 18/3", none, "nothing", "nothing");
    expect_span("9h-12h", none, "nothing", "nothing");
}

START_TEST(day_behind_two_times__counts__whatever_the_base)
{
    expect_span("9-12h le 16/3", none, "2027-03-16 09:00", "2027-03-16 12:00");
    expect_span("from 9 to 12h on 16/3", none, "2027-03-16 09:00", "2027-03-16 12:00");
    expect_span("9-12h le 17/3", start, "2027-03-17 09:00", "2027-03-17 12:00");
    expect_span("9h to 12h on 17/3", start, "2027-03-17 09:00", "2027-03-17 12:00");
    expect_span("10h à 12", start, "2027-03-16 10:00", "2027-03-16 12:00");
    expect_span("10 to 12", start, "2027-03-16 10:00", "2027-03-16 12:00");
}

START_TEST(range_of_days__is_never_taken__for_times)
{
    static const char *const ranges[] = { "5 to 6 dec 9h",
                                          "from 5 to 6 dec 9h",
                                          "5th to 6th dec 9h",
                                          "5 and 6 dec 9h",
                                          "5, 6 dec 9h",
                                          "5/6 dec 9h",
                                          "5 à 6 déc 9h",
                                          "5 à 16 déc 9h",
                                          "le 5 au 6 déc 9h",
                                          "du 5 au 6 décembre 9h",
                                          "jeu 4 - ven 5 mars 14h",
                                          "thu 4 to fri 5 mar 2pm",
                                          "10-12/3 14h",
                                          "10-12/03 14h",
                                          "10-12/03/2027 14h",
                                          "10.-12.3. 14h",
                                          "10 à 12/3 14h",
                                          "10 à 12/03 14h",
                                          "10-12 mars 14h",
                                          "10–12 mars 14h",
                                          "10./12. mars 14h",
                                          "10-12 mars 2027 14h",
                                          "1er-2 mars 14h",
                                          "March 10-12 14h",
                                          "March 10 to 12 14h",
                                          "mars 10 à 12 14h",
                                          "10 à 12 14h",
                                          "10 to 12 14h",
                                          "16/3 14h au 18" };
    for (size_t i = 0; i < sizeof(ranges) / sizeof(ranges[0]); i++) {
        expect_span(ranges[i], none, "nothing", "nothing");
        expect_span(ranges[i], start, "nothing", "nothing");
    }
    expect_span("mars 9 - 12", none, "nothing", "nothing");
    expect_span("16/3 – 18", none, "nothing", "nothing");
    expect_span("16/3 - 14h", none, "2027-03-16 14:00", "nothing");
    expect_span("mars 9 - 12", start, "nothing", "nothing");
    expect_span("16/3 9 - 18/3 17h", none, "2027-03-16 09:00", "2027-03-18 17:00");
    expect_span("10-12 14h", none, "2027-12-10 14:00", "nothing");
}

START_TEST(what_is_missing__comes_from__the_base)
{
    expect_both("12:30", start, "2027-03-16 12:30");
    expect_both("12h30", start, "2027-03-16 12:30");
    expect_both("14", start, "2027-03-16 14:00");
    expect_both("midi", start, "2027-03-16 12:00");
    expect_both("17/3", start, "2027-03-17 09:30");
    expect_both("demain", start, "2027-03-02 09:30");
    expect_both("+7d", start, "2027-03-08 09:30");
    expect_both("17/3 8h", start, "2027-03-17 08:00");
    expect_both("17 mars", start, "2027-03-17 09:30");
    expect_both("24.12.2027", start, "2027-12-24 09:30");
}

START_TEST(year__is_not_taken__for_a_time)
{
    expect_both("17 mars 2027", start, "2027-03-17 09:30");
    expect_both("March 17, 2028", start, "2028-03-17 09:30");
    expect_both("17 mars 2027 ", start, "2027-03-17 09:30");
    expect_both("17 mars 2027 1430", start, "2027-03-17 14:30");
    expect_both("17 mars 1430", start, "2027-03-17 14:30");
    expect_neither("17 mars 2027", none, "At what time?");
}

START_TEST(day_alone__is_asked__for_its_hour)
{
    expect_neither("16/3", none, "At what time?");
    expect_neither("demain", none, "“demain 14:30”");
    expect_neither("16 mars", none, "At what time?");
}

START_TEST(time_alone__without_a_day__is_refused)
{
    expect_neither("14:30", none, "not a day and time");
    expect_neither("9:10", none, "not a day and time");
    expect_neither("midi", none, "not a day and time");
}

START_TEST(day__that_no_calendar_has__is_said_to_be_one)
{
    static const char *const bad[] = {
        "31/2 14:30", "29/2/2027 9h",     "30 février 9h",
        "31/2",       "2027-02-29 09:30", "31 avril 2027"
    };
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        expect_neither(bad[i], none, "no such day");
        expect_neither(bad[i], start, "no such day");
    }
}

START_TEST(what_is_no_day_and_time__is_refused)
{
    static const char *const bad[] = { "16/3 24:30",
                                       "16/3 14:60",
                                       "2027-03-16 24:01",
                                       "",
                                       "   ",
                                       "soon",
                                       "14:30 14:30",
                                       "demain demain",
                                       "16/3 14:30 14:30",
                                       "25:00",
                                       "16/13 14:30",
                                       "16/3/202 9h" };
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        expect_neither(bad[i], none, "not a day and time");
        expect_neither(bad[i], start, "not a day and time");
    }
}

START_TEST(other_weekday__is_refused__with_a_time_too)
{
    expect_both("mar 16/3 14:30", none, "2027-03-16 14:30");
    expect_neither("jeu 16/3 14:30", none, "is Tuesday 16 March 2027");
    expect_neither("jeu 16/3", start, "is Tuesday 16 March 2027");
}

static void
expect_duration(const char *text, int64_t expected)
{
    int64_t minutes = -7;
    if (!when_parse_duration(text, &minutes, NULL) || minutes != expected)
        ck_abort_msg("“%s” is %lld minutes", text, (long long)minutes);
}

START_TEST(duration__is_read__in_hours_and_minutes)
{
    expect_duration("3h", 180);
    expect_duration("1h30", 90);
    expect_duration("1 h 30", 90);
    expect_duration("1h30min", 90);
    expect_duration("2 heures", 120);
    expect_duration("1 hour 15 minutes", 75);
    expect_duration("90 min", 90);
    expect_duration("90m", 90);
    expect_duration("90", 90);
    expect_duration("36h", 2160);
    expect_duration("3:30", 210);
    expect_duration("0:45", 45);
    expect_duration("3h30", 210);
    expect_duration("3 h 05", 185);
}

START_TEST(what_is_no_duration__is_refused)
{
    static const char *const bad[] = {
        "",      " ",   "long",    "h",        "min 90", "1h60",      "1h30h", "2,5h",
        "-90",   "-1h", "90 mars", "3 hippos", "1:60",   "123456789", "1 2 3", "1:5",
        "1::30", ":30", "1:30:00", "1:30 pm",  "1.30",   "1h 30:15"
    };
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        int64_t minutes = -7;
        struct error err = { 0 };
        if (when_parse_duration(bad[i], &minutes, &err))
            ck_abort_msg("“%s” is %lld minutes", bad[i], (long long)minutes);
        ck_assert_int_eq(err.kind, ERROR_INPUT);
        ck_assert_ptr_nonnull(strstr(err.message, "3h30"));
        ck_assert_int_eq(minutes, -7);
    }
}

START_TEST(duration__is_written__as_it_may_be_typed_again)
{
    static const struct {
        int64_t minutes;
        const char *text;
    } durations[] = { { 1, "1 min" },   { 59, "59 min" },  { 60, "1 h" },
                      { 65, "1 h 05" }, { 210, "3 h 30" }, { 2160, "36 h" } };
    for (size_t i = 0; i < sizeof(durations) / sizeof(durations[0]); i++) {
        struct buffer text = { 0 };
        when_format_duration(durations[i].minutes, &text);
        ck_assert_str_eq(buffer_text(&text), durations[i].text);
        expect_duration(buffer_text(&text), durations[i].minutes);
        buffer_clear(&text);
    }
}

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, time__is_read__as_people_write_it);
    tcase_add_test(tests, noon_and_midnight__have__words_and_figures);
    tcase_add_test(tests, half_of_the_day__may_be_said__in_english);
    tcase_add_test(tests, each_minute__of_a_day__is_read_in_each_way);
    tcase_add_test(tests, time__is_read__with_words_and_seconds);
    tcase_add_test(tests, what_is_no_time__is_refused);
    tcase_add_test(tests, day_and_time__are_read__together);
    tcase_add_test(tests, words_of_the_day__turn__its_hours);
    tcase_add_test(tests, mar_and_a_number__is_in_march__with_a_time_too);
    tcase_add_test(tests, time__may_stand__before_the_day);
    tcase_add_test(tests, time_of_a_program__is_read__with_its_seconds);
    tcase_add_test(tests, offset__makes__an_instant);
    tcase_add_test(tests, end__is_the_next_such_time__after_the_start);
    tcase_add_test(tests, end__is_a_length__where_the_hour_is_half_a_day_off);
    tcase_add_test(tests, start_and_end__may_be_typed__at_once);
    tcase_add_test(tests, day_behind_two_times__counts__whatever_the_base);
    tcase_add_test(tests, range_of_days__is_never_taken__for_times);
    tcase_add_test(tests, what_is_missing__comes_from__the_base);
    tcase_add_test(tests, year__is_not_taken__for_a_time);
    tcase_add_test(tests, day_alone__is_asked__for_its_hour);
    tcase_add_test(tests, time_alone__without_a_day__is_refused);
    tcase_add_test(tests, day__that_no_calendar_has__is_said_to_be_one);
    tcase_add_test(tests, what_is_no_day_and_time__is_refused);
    tcase_add_test(tests, other_weekday__is_refused__with_a_time_too);
    tcase_add_test(tests, duration__is_read__in_hours_and_minutes);
    tcase_add_test(tests, what_is_no_duration__is_refused);
    tcase_add_test(tests, duration__is_written__as_it_may_be_typed_again);
}

SUITE_MAIN("when_time")
