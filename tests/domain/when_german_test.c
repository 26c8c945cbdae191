/* SPDX-License-Identifier: GPL-3.0-or-later */
/* when_german_test.c - days and times as people write them in German, and with weekdays
 * of two letters in three languages
 *
 * Today is Monday 1 March 2027 throughout.
 */
#include "atelier/domain/when.h"

#include <string.h>

#include "support/suite.h"

static const struct date monday = { 2027, 3, 1 };

static void
expect_date(const char *text, const char *expected)
{
    struct date date;
    struct error err = { 0 };
    char read[DATE_TEXT_SIZE] = "nothing";
    if (when_parse_date(text, monday, &date, &err))
        date_format(date, read);
    if (strcmp(read, expected) != 0)
        ck_abort_msg("“%s” is %s, not %s: %s", text, read, expected, err.message);
}

static void
expect_span(const char *text, const char *expected, const char *expected_end)
{
    const struct local_time none = { 0 };
    struct local_time from;
    struct local_time to;
    bool next_day;
    struct error err = { 0 };
    char read[LOCAL_TIME_TEXT_SIZE] = "nothing";
    char read_end[LOCAL_TIME_TEXT_SIZE] = "nothing";
    if (when_parse_span(text, monday, none, &from, &to, &next_day, &err)) {
        local_time_format(from, read);
        if (!local_time_is_none(to))
            local_time_format(to, read_end);
    }
    if (strcmp(read, expected) != 0 || strcmp(read_end, expected_end) != 0)
        ck_abort_msg("“%s” is %s to %s: %s", text, read, read_end, err.message);
}

static void
expect_time(const char *text, const char *expected)
{
    expect_span(text, expected, "nothing");
}

START_TEST(german_day__is_read)
{
    expect_date("Di 16.3.", "2027-03-16");
    expect_date("Di., 16. März", "2027-03-16");
    expect_date("Dienstag, 16. März 2027", "2027-03-16");
    expect_date("Mi., 17. März", "2027-03-17");
    expect_date("am 17. Maerz", "2027-03-17");
    expect_date("den 17.3.27", "2027-03-17");
    expect_date("5. Mai", "2027-05-05");
    expect_date("3. Juni", "2027-06-03");
    expect_date("3. Juli", "2027-07-03");
    expect_date("3. Okt.", "2027-10-03");
    expect_date("24. Dez. 2027", "2027-12-24");
    expect_date("7. Jänner 2028", "2028-01-07");
    expect_date("heute", "2027-03-01");
    expect_date("morgen", "2027-03-02");
    expect_date("übermorgen", "2027-03-03");
    expect_date("gestern", "2027-02-28");
    expect_date("Donnerstag", "2027-03-04");
    expect_date("nächsten Dienstag", "2027-03-02");
    expect_date("Sonnabend", "2027-03-06");
    expect_date("in 3 Tagen", "2027-03-04");
    expect_date("in einer Woche", "2027-03-08");
    expect_date("nächste Woche", "2027-03-08");
}

START_TEST(german_time__is_read)
{
    expect_time("Di 16.3. 9:30 Uhr", "2027-03-16 09:30");
    expect_time("Mi., 17. März 9 Uhr", "2027-03-17 09:00");
    expect_time("Dienstag, 16. März 2027, 9 Uhr 30", "2027-03-16 09:30");
    expect_time("am 16.3. um 9 Uhr", "2027-03-16 09:00");
    expect_time("am 16.3. um 9.30 Uhr", "2027-03-16 09:30");
    expect_time("16.3.2027, 14:30 Uhr", "2027-03-16 14:30");
    expect_time("9 Uhr am 16.3.", "2027-03-16 09:00");
    expect_time("morgen um 9 Uhr", "2027-03-02 09:00");
    expect_time("morgen früh um 9", "2027-03-02 09:00");
    expect_time("heute Abend 8 Uhr", "2027-03-01 20:00");
    expect_time("Donnerstag Mittag", "2027-03-04 12:00");
    expect_time("Fr. 5.3. 24 Uhr", "2027-03-06 00:00");
    expect_span("Di 16.3. 9:30-12:30 Uhr", "2027-03-16 09:30", "2027-03-16 12:30");
    expect_span("Do 18.3. 14-16 Uhr", "2027-03-18 14:00", "2027-03-18 16:00");
    expect_span("16.3. von 9 bis 12 Uhr", "2027-03-16 09:00", "2027-03-16 12:00");
    expect_span("16.3. 9 Uhr bis 12 Uhr", "2027-03-16 09:00", "2027-03-16 12:00");
    expect_span("von 9 bis 12 Uhr am 16.3.", "2027-03-16 09:00", "2027-03-16 12:00");
}

START_TEST(weekday_of_two_letters__stands_beside_its_day)
{
    expect_time("mar 16/3 9h30", "2027-03-16 09:30");
    expect_time("ma 16/3 9h30", "2027-03-16 09:30");
    expect_time("me. 17 mars 9h", "2027-03-17 09:00");
    expect_time("Di 16.3. 9h", "2027-03-16 09:00");
    expect_time("di 14/3 9h", "2027-03-14 09:00"); /* dimanche */
    expect_time("Tu 16 March 9:30", "2027-03-16 09:30");
    expect_time("Fr 19.3. 9:30", "2027-03-19 09:30");
    expect_date("Mi", "nothing"); /* alone it may be anything */
    expect_date("di", "nothing");
    expect_date("Mi 16.3.", "nothing");
    expect_date("Di 17.3.", "nothing");
}

START_TEST(weekday_of_two_letters__before_a_time__is_the_next_such_day)
{
    expect_time("Do 9 Uhr", "2027-03-04 09:00");
    expect_time("Do. 9:30", "2027-03-04 09:30");
    expect_time("am Mi. um 14 Uhr", "2027-03-03 14:00");
    expect_time("nächsten Fr 9 Uhr", "2027-03-05 09:00");
    expect_time("ma 9h30", "2027-03-02 09:30");
    expect_time("So 10 Uhr", "2027-03-07 10:00");
    expect_time("Mo 9h", "2027-03-08 09:00"); /* not today */
    expect_time("Di 9 Uhr", "2027-03-02 09:00");
    expect_span("Do 9-12 Uhr", "2027-03-04 09:00", "2027-03-04 12:00");
    expect_span("Di 9-12 Uhr", "2027-03-02 09:00", "2027-03-02 12:00");
    expect_span("ma 9 à 12h30", "2027-03-02 09:00", "2027-03-02 12:30");
    expect_time("Di 9h", "nothing"); /* Dienstag, or dimanche */
    expect_time("Do 9", "nothing");
    expect_time("so 9", "nothing");
    expect_time("it 9h", "nothing");
}

START_TEST(german_duration__is_read)
{
    int64_t minutes = 0;

    ck_assert(when_parse_duration("3 Stunden", &minutes, NULL));
    ck_assert_int_eq(minutes, 180);
    ck_assert(when_parse_duration("90 Minuten", &minutes, NULL));
    ck_assert_int_eq(minutes, 90);
}

START_TEST(other_words__stay__no_day)
{
    static const char *const others[] = { "Uhr", "bis", "am", "um 9", "der" };

    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
        expect_date(others[i], "nothing");
    expect_date("16/3 am", "nothing");
    expect_time("16/3 9 am", "2027-03-16 09:00");
    expect_time("16/3 9", "2027-03-16 09:00");
}

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, german_day__is_read);
    tcase_add_test(tests, german_time__is_read);
    tcase_add_test(tests, weekday_of_two_letters__stands_beside_its_day);
    tcase_add_test(tests, weekday_of_two_letters__before_a_time__is_the_next_such_day);
    tcase_add_test(tests, german_duration__is_read);
    tcase_add_test(tests, other_words__stay__no_day);
}

SUITE_MAIN("when_german")
