/* SPDX-License-Identifier: GPL-3.0-or-later */
/* source_encoding_test.c - calendars in other encodings than theirs */
#include "atelier/calendar/calendar_source.h"

#include <string.h>

#include "support/calendar_file.h"
#include "support/suite.h"

#define CALENDAR(lines)                                                                  \
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\n"                        \
    "DTSTART:20270301T093000Z\r\n" lines "END:VEVENT\r\nEND:VCALENDAR\r\n"
#define GUESSED                                                                          \
    "The file is not in UTF-8 and is read as Windows-1252: look at its accents."

/* The text of a file with a letter a unit, each of so many bytes. */
static void
widen(struct buffer *wide, const char *mark, const char *text, bool high_first)
{
    buffer_add_part(wide, mark, strlen(mark));
    for (; *text; text++) {
        const char unit[] = { high_first ? '\0' : *text, high_first ? *text : '\0' };
        buffer_add_part(wide, unit, sizeof unit);
    }
}

static void
expect(const struct buffer *bytes, const char *summary, const char *note)
{
    struct source_series series = { 0 };
    struct error err = { 0 };
    struct calendar_source *source =
        calendar_file_open(buffer_text(bytes), bytes->length, false, &err);

    ck_assert_msg(source, "%s", err.message);
    ck_assert_msg(calendar_source_read(source, 0, &series, &err), "%s", err.message);
    ck_assert_str_eq(series.master.summary, summary);
    ck_assert_uint_eq(calendar_source_note_count(source), note ? 1 : 0);
    if (note)
        ck_assert_str_eq(calendar_source_note(source, 0), note);
    source_series_clear(&series);
    calendar_source_close(source);
}

static const struct {
    const char *bytes, *summary, *note;
} encoded[] = {
    { CALENDAR("SUMMARY:R\xe9union d\x92\xe9t\xe9\r\n"), "Réunion d’été", GUESSED },
    { CALENDAR("SUMMARY:\xc3"
               "a\xa9\r\n"),
      "Ãa©", GUESSED },
    { CALENDAR("SUMMARY:Réunion\r\n"), "Réunion", NULL },
    /* folded within a letter */
    { CALENDAR("SUMMARY:R\xc3\r\n \xa9union\r\n"), "Réunion", NULL },
    { CALENDAR("SUMMARY;ENCODING=QUOTED-PRINTABLE:R=C3=A9union=0D=0Ade travail\r\n"),
      "Réunion\nde travail", NULL },
    { CALENDAR("SUMMARY;CHARSET=UTF-8;ENCODING=quoted-printable:=c3=89t=C3=A9\r\n"),
      "Été", NULL },
};

START_TEST(text__is_read__in_the_encoding_of_its_file)
{
    struct buffer bytes = { 0 };
    buffer_add(&bytes, encoded[_i].bytes);
    expect(&bytes, encoded[_i].summary, encoded[_i].note);
    buffer_clear(&bytes);
}
END_TEST

/* Bytes are looked at several at a time. */
START_TEST(only_letter_that_is_not_ascii__is_seen__wherever_it_stands)
{
    struct buffer bytes = { 0 };
    struct buffer summary = { 0 };
    buffer_addf(&bytes,
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:a\r\n"
                "DTSTART:20270301T093000Z\r\nSUMMARY:%.*s\xe9t\r\nEND:VEVENT\r\n"
                "END:VCALENDAR\r\n",
                _i, "abcdefgh");
    buffer_addf(&summary, "%.*sét", _i, "abcdefgh");
    expect(&bytes, buffer_text(&summary), GUESSED);
    buffer_clear(&summary);
    buffer_clear(&bytes);
}
END_TEST

static const struct {
    const char *mark;
    bool high_first;
} wide[] = { { "\xff\xfe", false }, { "\xfe\xff", true }, { "", false }, { "", true } };

START_TEST(calendar__in_utf_16__is_read)
{
    struct buffer bytes = { 0 };
    widen(&bytes, wide[_i].mark, CALENDAR("SUMMARY:R\xe9union\r\n"), wide[_i].high_first);
    expect(&bytes, "Réunion", NULL);
    buffer_clear(&bytes);
}
END_TEST

static const char *const unreadable[] = {
    CALENDAR("SUMMARY;ENCODING=QUOTED-PRINTABLE:R=E9union\r\n"),
    CALENDAR("SUMMARY;ENCODING=QUOTED-PRINTABLE:a line that goes on=\r\n here\r\n"),
    CALENDAR("SUMMARY;ENCODING=QUOTED-PRINTABLE:a line that goes on=\r\n"),
};

START_TEST(quoted_printable__that_is_no_text__is_told_with_its_name)
{
    struct source_series series = { 0 };
    struct error err = { 0 };
    struct calendar_source *source =
        calendar_file_open(unreadable[_i], strlen(unreadable[_i]), false, &err);

    ck_assert_msg(source, "%s", err.message);
    ck_assert_msg(calendar_source_read(source, 0, &series, &err), "%s", err.message);
    ck_assert_uint_eq(series.master.wrong.count, 1);
    ck_assert_str_eq(series.master.wrong.items[0],
                     "Line 6: “SUMMARY” is in QUOTED-PRINTABLE, as vCalendar 1.0 has it, "
                     "and cannot be read; let the other program export iCalendar 2.0.");
    source_series_clear(&series);
    calendar_source_close(source);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_loop_test(tests, text__is_read__in_the_encoding_of_its_file, 0,
                        (int)(sizeof encoded / sizeof encoded[0]));
    tcase_add_loop_test(tests, only_letter_that_is_not_ascii__is_seen__wherever_it_stands,
                        0, 8);
    tcase_add_loop_test(tests, calendar__in_utf_16__is_read, 0,
                        (int)(sizeof wide / sizeof wide[0]));
    tcase_add_loop_test(tests, quoted_printable__that_is_no_text__is_told_with_its_name,
                        0, (int)(sizeof unreadable / sizeof unreadable[0]));
}

SUITE_MAIN("source_encoding")
