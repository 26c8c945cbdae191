/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when_days_test.c - several days in a row typed at once, and what may be a day or an
 * hour
 *
 * Today is Monday 1 March 2027 throughout.
 */
#include "atelier/domain/when.h"

#include <string.h>

#include "support/suite.h"

static const struct date monday = { 2027, 3, 1 };

static const struct {
    const char *text;
    const char *start;
    const char *end;
} spans[] = {
    { "3-4 mars 9h-17h", "2027-03-03 09:00", "2027-03-04 17:00" },
    { "3–4 mars 9h–17h", "2027-03-03 09:00", "2027-03-04 17:00" },
    { "3 - 4 mars, 9h - 17h", "2027-03-03 09:00", "2027-03-04 17:00" },
    { "3-4/3 9h-17h", "2027-03-03 09:00", "2027-03-04 17:00" },
    { "3/3-4/3 9h-17h", "2027-03-03 09:00", "2027-03-04 17:00" },
    { "3-4 mars 9-17", "2027-03-03 09:00", "2027-03-04 17:00" },
    { "3-4 mars 2028 9h30-16h45", "2028-03-03 09:30", "2028-03-04 16:45" },
    { "du 3 au 4 mars de 9h à 17h", "2027-03-03 09:00", "2027-03-04 17:00" },
    { "du 3 au 4 mars 2028 de 9h à 17h", "2028-03-03 09:00", "2028-03-04 17:00" },
    { "du lundi 3 au mercredi 5 mai 9h-17h", "2027-05-03 09:00", "2027-05-05 17:00" },
    { "du 3/3/2027 au 4/3/2027 de 9h à 17h", "2027-03-03 09:00", "2027-03-04 17:00" },
    { "du 3 au 5 de 9h à 17h", "2027-03-03 09:00", "2027-03-05 17:00" },
    { "3 et 4 mars 9h-17h", "2027-03-03 09:00", "2027-03-04 17:00" },
    { "les 3 et 4 mars de 9h à 17h", "2027-03-03 09:00", "2027-03-04 17:00" },
    { "3, 4 et 5 mars 9h-17h", "2027-03-03 09:00", "2027-03-05 17:00" },
    { "3 & 4 mars 9h-17h", "2027-03-03 09:00", "2027-03-04 17:00" },
    { "mer. 3 et jeu. 4 mars 9h-17h", "2027-03-03 09:00", "2027-03-04 17:00" },
    { "jeudi et vendredi 9h-17h", "2027-03-04 09:00", "2027-03-05 17:00" },
    { "demain et après-demain 9h-17h", "2027-03-02 09:00", "2027-03-03 17:00" },
    { "du jeudi au mardi 9h-17h", "2027-03-04 09:00", "2027-03-09 17:00" },
    { "entre le 3 et le 4 mars 9h-17h", "2027-03-03 09:00", "2027-03-04 17:00" },
    { "March 3-4 9am-5pm", "2027-03-03 09:00", "2027-03-04 17:00" },
    { "March 3-4, 2027, 9am to 5pm", "2027-03-03 09:00", "2027-03-04 17:00" },
    { "March 3rd to 5th, 9am to 5pm", "2027-03-03 09:00", "2027-03-05 17:00" },
    { "March 3, 4 and 5, 9am-5pm", "2027-03-03 09:00", "2027-03-05 17:00" },
    { "March 3 and 4 from 1 to 5pm", "2027-03-03 13:00", "2027-03-04 17:00" },
    { "from 3 to 4 March, 9:00-17:00", "2027-03-03 09:00", "2027-03-04 17:00" },
    { "30 mars - 2 avril 9h-17h", "2027-03-30 09:00", "2027-04-02 17:00" },
    { "30 déc - 2 janv 9h-17h", "2027-12-30 09:00", "2028-01-02 17:00" },
    { "30 décembre au 2 janvier 2029, 9h-17h", "2028-12-30 09:00", "2029-01-02 17:00" },
    { "2027-03-03 - 2027-03-04 9h-17h", "2027-03-03 09:00", "2027-03-04 17:00" },
    { "9h-17h les 3 et 4 mars", "2027-03-03 09:00", "2027-03-04 17:00" },
    { "3-4 mars 9h-17h chaque jour", "2027-03-03 09:00", "2027-03-04 17:00" },
    { "3-4 March 9-17 each day", "2027-03-03 09:00", "2027-03-04 17:00" },
    { "3-4 mars entre 9h et 17h", "2027-03-03 09:00", "2027-03-04 17:00" },
    { "3-4 mars 20h-2h", "2027-03-03 20:00", "2027-03-04 02:00" },
    { "3-4 mars 9h-24h", "2027-03-03 09:00", "2027-03-05 00:00" },
    { "3-4 mars midi-minuit", "2027-03-03 12:00", "2027-03-05 00:00" },
    { "3 mars 9h → 4 mars 17h", "2027-03-03 09:00", "2027-03-04 17:00" },
    /* as before: one day */
    { "10-12 14h-16h", "2027-12-10 14:00", "2027-12-10 16:00" },
    { "3 mars de 9h à 17h", "2027-03-03 09:00", "2027-03-03 17:00" },
    { "March 4, 27 9h-17h", "2027-03-04 09:00", "2027-03-04 17:00" },
    /* the half of the day of both times */
    { "tue 2-5pm", "2027-03-02 14:00", "2027-03-02 17:00" },
    { "16/3 2 to 5 p.m.", "2027-03-16 14:00", "2027-03-16 17:00" },
    { "2:30-5pm on 16/3", "2027-03-16 14:30", "2027-03-16 17:00" },
    { "16/3 9:30-10pm", "2027-03-16 21:30", "2027-03-16 22:00" },
    { "16/3 9-5pm", "2027-03-16 09:00", "2027-03-16 17:00" },
    { "16/3 10-2pm", "2027-03-16 10:00", "2027-03-16 14:00" },
    { "16/3 11-12pm", "2027-03-16 11:00", "2027-03-16 12:00" },
    { "16/3 12-2pm", "2027-03-16 12:00", "2027-03-16 14:00" },
    /* a number that can be no day, or no hour */
    { "mardi de 9 à 12h", "2027-03-02 09:00", "2027-03-02 12:00" },
    { "mardi 9h à 12h", "2027-03-02 09:00", "2027-03-02 12:00" },
    { "mardi 12 à 14h", "2027-03-02 12:00", "2027-03-02 14:00" },
    { "mardi 16 à 14h", "2027-03-16 14:00", "nothing" },
    { "jeudi 4 à 9h30", "2027-03-04 09:30", "nothing" },
    { "mardi 9 mars à 12h", "2027-03-09 12:00", "nothing" },
    { "16/3 10 à 12h", "2027-03-16 10:00", "2027-03-16 12:00" },
    { "16 mars 20 à 22h", "2027-03-16 20:00", "2027-03-16 22:00" },
};

START_TEST(span__of_days_or_hours__fills_start_and_end)
{
    const struct local_time none = { 0 };
    struct local_time from;
    struct local_time to;
    bool next_day = true;
    struct error err = { 0 };
    char start[LOCAL_TIME_TEXT_SIZE] = "nothing";
    char end[LOCAL_TIME_TEXT_SIZE] = "nothing";

    if (when_parse_span(spans[_i].text, monday, none, &from, &to, &next_day, &err)) {
        local_time_format(from, start);
        if (!local_time_is_none(to))
            local_time_format(to, end);
        ck_assert(!next_day);
    }
    ck_assert_msg(strcmp(start, spans[_i].start) == 0 && strcmp(end, spans[_i].end) == 0,
                  "“%s” is %s to %s: %s", spans[_i].text, start, end, err.message);
}

static const struct {
    const char *text;
    const char *saying;
} refusals[] = {
    { "3-4 mars", "“3-4 mars” is several days.  Write from what time to what time, like "
                  "“16-17/3 9h-17h”." },
    { "3 et 4 mars", "from what time to what time" },
    { "du 3 au 4 mars", "from what time to what time" },
    { "March 3-4", "from what time to what time" },
    { "3-4 mars 9h", "from what time to what time" },
    { "5 to 6 dec 9h", "from what time to what time" },
    { "3 et 5 mars 9h-17h", "leaves out a day in between" },
    { "3, 5 et 6 mars 9h-17h", "leaves out a day in between" },
    { "lundi 3 au mardi 5 mai 9h-17h", "is Wednesday 5 May 2027" },
    { "mardi 3 au mercredi 5 mai 9h-17h", "is Monday 3 May 2027" },
    { "3-4 février 9h-17h", "03/02/2028 if the next one is meant, else 03/02/2027" },
    { "28-29/2/2027 9h-17h", "no such day" },
    { "30-31 avril 9h-17h", "no such day" },
    { "3-4 mars 1027 9h-17h", "in the year 1027" },
    { "3-4 mars 2099 9h-17h", "in the year 2099" },
    { "4-3 mars 9h-17h", "is not a day and time" },
    { "3 mars 9h - 4 mars", "is not a day and time" },
    { "3/4 mars 9h-17h", "is not a day and time" },
    { "Thursday, first of April", "At what time?" },
    { "mardi 9 à 12h", "“mardi 9 à 12h” may be Tue 09/03/2027 12:00, or Tue 02/03/2027 "
                       "09:00–12:00.  Write which of them is meant." },
    { "mardi 9 à 12", "may be Tue 09/03/2027 12:00, or Tue 02/03/2027 09:00–12:00" },
    { "le mardi 9 à 12h30", "may be Tue 09/03/2027 12:30, or" },
    { "jeudi 11 à 13h30", "may be Thu 11/03/2027 13:30, or" },
    { "jeudi 18 a 20h", "may be Thu 18/03/2027 20:00, or" },
    { "mardi 16 à 17h", "may be Tue 16/03/2027 17:00, or" },
    { "mardi 5 à 12h", "is Friday 5 March 2027" },
};

START_TEST(what_is_no_span__is_refused__with_its_reason)
{
    const struct local_time none = { 0 };
    struct local_time from = { { 1999, 9, 9 }, 9, 9 };
    struct local_time to = from;
    bool next_day;
    struct error err = { 0 };

    ck_assert_msg(
        !when_parse_span(refusals[_i].text, monday, none, &from, &to, &next_day, &err),
        "“%s” is a span", refusals[_i].text);
    ck_assert_msg(strstr(err.message, refusals[_i].saying), "“%s”: %s", refusals[_i].text,
                  err.message);
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_int_eq(from.date.year, 1999);
    ck_assert_int_eq(to.date.year, 1999);
}

/* Where one day is asked for, and where one time is. */
START_TEST(several_days__where_one_is_asked_for__are_said_to_be)
{
    const struct local_time none = { 0 };
    struct date date;
    struct local_time time;
    struct error err = { 0 };

    ck_assert(!when_parse_date("3-4 mars", monday, &date, &err));
    ck_assert_str_eq(err.message, "“3-4 mars” is several days; write one of them.");
    ck_assert(!when_parse_local_time("du 3 au 4 mars", monday, none, &time, &err));
    ck_assert_str_eq(err.message, "“du 3 au 4 mars” is several days; write one of them.");
    ck_assert(when_parse_date("Thursday, 4 March", monday, &date, &err));
}

/* What is doubtful may be said again as it stands in the question. */
START_TEST(both_readings__are_read__as_they_are_written)
{
    const struct local_time none = { 0 };
    struct local_time start;
    struct local_time end;
    bool next_day;

    ck_assert(when_parse_span("Tue 09/03/2027 12:00", monday, none, &start, &end,
                              &next_day, NULL));
    ck_assert_int_eq(start.date.day, 9);
    ck_assert(local_time_is_none(end));
    ck_assert(when_parse_span("Tue 02/03/2027 09:00–12:00", monday, none, &start, &end,
                              &next_day, NULL));
    ck_assert_int_eq(start.date.day, 2);
    ck_assert_int_eq(end.hour, 12);
}

static void
add_tests(TCase *tests)
{
    tcase_add_loop_test(tests, span__of_days_or_hours__fills_start_and_end, 0,
                        sizeof(spans) / sizeof(spans[0]));
    tcase_add_loop_test(tests, what_is_no_span__is_refused__with_its_reason, 0,
                        sizeof(refusals) / sizeof(refusals[0]));
    tcase_add_test(tests, several_days__where_one_is_asked_for__are_said_to_be);
    tcase_add_test(tests, both_readings__are_read__as_they_are_written);
}

SUITE_MAIN("when_days")
