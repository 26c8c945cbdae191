/* SPDX-License-Identifier: GPL-3.0-or-later */
/* source_refusal_test.c - files that no honest program writes, and odd ones that do */
#include "atelier/calendar/calendar_source.h"

#include <string.h>

#include "support/calendar_file.h"
#include "support/suite.h"

#define BEGIN "BEGIN:VCALENDAR\r\n"
#define END "END:VCALENDAR\r\n"
#define EVENT                                                                            \
    "BEGIN:VEVENT\r\nUID:a\r\nDTSTART;TZID=Europe/Paris:20270301T093000\r\n"             \
    "END:VEVENT\r\n"
#define BYTES(text) (text), sizeof(text) - 1

static const struct {
    const char *bytes;
    size_t size;
    const char *told;
} refused[] = {
    { BYTES(""), "/proc/self/fd/" },
    { BYTES("\r\n\r\n"), "The file is empty." },
    { BYTES("family;given\r\nRoy;Zo\xc3\xa9\r\n"), "Line 1 does not begin a calendar" },
    { BYTES("BEGIN:VCARD\r\nEND:VCARD\r\n"), "Line 1 begins VCARD outside a calendar" },
    { BYTES("\xff\xfe"
            "B\0E\0"),
      "Line 1 does not begin a calendar" },
    { BYTES(BEGIN "X:\xc3\xa9t\xc3\xa9\r\nX:caf\xe9\r\n" END), "Line 3 is not UTF-8" },
    { BYTES(BEGIN "VERSION:1.0\r\n" EVENT END),
      "Line 2: this is vCalendar 1.0 (.vcs), which came before iCalendar" },
    { BYTES(BEGIN "X:a\0b\r\n" END), "Line 2 holds a zero byte" },
    { BYTES(BEGIN "BEGIN;X=1:\r\n" END), "Line 2 begins or ends a part in a way" },
    { BYTES(BEGIN "BEGIN:VEVENT\r\nEND;X=1:VEVENT\r\nEND:VEVENT\r\n" END),
      "Line 3 begins or ends a part in a way" },
    { BYTES(BEGIN "end\r\n" END), "Line 2 begins or ends a part in a way" },
    { BYTES(BEGIN EVENT), "The file ends within the VCALENDAR of line 1: it is cut off" },
    { BYTES(BEGIN "BEGIN:VEVENT\r\nUID:a\r\n"),
      "The file ends within the VEVENT of line 2" },
    { BYTES(BEGIN "BEGIN:VEVENT\r\nEND:VTODO\r\n" END),
      "Line 3 ends VTODO, but the VEVENT of line 2 is still open" },
    { BYTES("END:VEVENT\r\n"), "Line 1 ends VEVENT, which did not begin" },
    { BYTES(BEGIN END EVENT), "Line 3 begins VEVENT outside a calendar" },
    { BYTES(BEGIN END "X:y\r\n"), "Line 3 stands behind the end of the calendar" },
    { BYTES(BEGIN "BEGIN:A\r\nBEGIN:B\r\nBEGIN:C\r\nBEGIN:D\r\n"),
      "Line 5: more than 4 parts lie within each other" },
    { BYTES(BEGIN "METHOD:REPLY\r\n" EVENT END),
      "Line 2: this is a message between people who plan (METHOD:REPLY)" },
    { BYTES(BEGIN "X:y\r\nmethod;X=1:declinecounter\r\n" EVENT END),
      "Line 3: this is a message between people who plan (METHOD:DECLINECOUNTER)" },
    { BYTES(BEGIN "METHOD:PUBLISH\r\n" END BEGIN "METHOD:ADD\r\n" EVENT END),
      "Line 5: this is a message between people who plan (METHOD:ADD)" },
    { BYTES(BEGIN "METHOD: REPLY \t\r\n" EVENT END),
      "Line 2: this is a message between people who plan (METHOD:REPLY)" },
    { BYTES(BEGIN EVENT "METHOD:COUNTER\r\n" END),
      "Line 6: this is a message between people who plan (METHOD:COUNTER)" },
};

START_TEST(file__is_refused__with_the_line)
{
    struct error err = { 0 };
    ck_assert_ptr_null(
        calendar_file_open(refused[_i].bytes, refused[_i].size, false, &err));
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_msg(strncmp(err.message, refused[_i].told, strlen(refused[_i].told)) == 0,
                  "%s", err.message);
}
END_TEST

static const char *const taken[] = {
    "\xef\xbb\xbf" BEGIN EVENT END, /* a mark of UTF-8 */
    "begin:vcalendar\nbegin:vevent\nuid:a\n"
    "dtstart:20270301t093000z\nduration:p1dt2h30m\nend:vevent\n"
    "end:vcalendar",                      /* small letters, plain breaks, no last one */
    BEGIN "\r\n" EVENT "\r\n" END "\r\n", /* lines without anything */
    BEGIN "BEGIN:VTODO\r\nEND:VTODO\r\n" EVENT END,
    BEGIN END BEGIN EVENT END, /* two calendars in a row */
    BEGIN "METHOD:REQUEST\r\n" EVENT END,
    BEGIN "METHOD:X-OURS\r\n" EVENT END,
    BEGIN "METHOD:CANCEL\r\n" END BEGIN EVENT END,
    BEGIN "METHOD:CANCEL\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20270301\r\n"
          "STATUS:CANCELLED\r\nEND:VEVENT\r\n" END,
    BEGIN EVENT END BEGIN "METHOD:CANCEL\r\n" END,
    BEGIN "BEGIN: VEVENT\t\r\nUID:a\r\nDTSTART:20270301\r\nEND:VEVENT \t\r\n" END,
    /* what a text was copied with: a break of a word processor, colours of a terminal */
    BEGIN "X:a\033[2Jb\r\nBEGIN:VEVENT\r\nUID:\x0b"
          "a\r\nDTSTART:20270301T093000\x7fZ\r\r\n"
          "DESCRIPTION:a\x0b"
          "b\r\n\x0b\r\nEND:VEVENT\r\n" END,
    /* a blank behind an empty line continues nothing, and ends nothing */
    BEGIN "BEGIN:VEVENT\r\nUID:a\r\n\r\n END:VEVENT\r\nDTSTART:20270301T093000Z\r\n"
          "END:VEVENT\r\n" END,
    /* what an alarm says is not the event's */
    BEGIN "BEGIN:VEVENT\r\nBEGIN:VALARM\r\nDTSTART:nonsense\r\nUID:z\r\nEND:VALARM\r\n"
          "UID:a\r\nDTSTART:2027\r\n 0301T0930\r\n\t00Z\r\nEND:VEVENT\r\n" END,
};

START_TEST(file__is_taken__although_it_is_odd)
{
    struct error err = { 0 };
    struct source_series series = { 0 };
    struct calendar_source *source =
        calendar_file_open(taken[_i], strlen(taken[_i]), false, &err);
    ck_assert_msg(source, "%s", err.message);
    ck_assert_uint_eq(calendar_source_count(source), 1);
    ck_assert_msg(calendar_source_read(source, 0, &series, &err), "%s", err.message);
    ck_assert_str_eq(series.master.uid, "a");
    ck_assert_int_eq(series.master.start.local.date.month, 3);
    source_series_clear(&series);
    calendar_source_close(source);
}
END_TEST

static const char *const taking_off[] = {
    BEGIN "METHOD:CANCEL\r\n" EVENT END,
    BEGIN "METHOD:CANCEL \r\n" EVENT END,
    BEGIN "METHOD:\tcancel\t\r\n" EVENT END,
    BEGIN "X:y\r\n" EVENT "METHOD:CANCEL\r\n" END,
    BEGIN "METHOD:CANCEL\r\n" EVENT "METHOD:REQUEST\r\n" END,
};

/* Or whoever was taken off the list would see the meeting go, or come anew. */
START_TEST(event__that_only_loses_people__is_refused)
{
    struct error err = { 0 };
    struct source_series series = { 0 };
    struct calendar_source *source =
        calendar_file_open(taking_off[_i], strlen(taking_off[_i]), false, &err);
    ck_assert_msg(source, "%s", err.message);
    ck_assert(!calendar_source_read(source, 0, &series, &err));
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_msg(strstr(err.message, ": this message takes people off the event"), "%s",
                  err.message);
    source_series_clear(&series);
    calendar_source_close(source);
}
END_TEST

/* It would come twice the next time; its neighbours are taken. */
START_TEST(event__without_a_uid__is_refused_alone)
{
    static const char text[] = BEGIN EVENT
        "BEGIN:VEVENT\r\nDTSTART;TZID=Europe/Paris:20270302T093000\r\nEND:VEVENT\r\n" END;
    struct calendar_source *source;
    size_t taken_count = 0, refused_count = 0;
    struct error err = { 0 };
    source = calendar_file_open(BYTES(text), false, &err);
    ck_assert_msg(source, "%s", err.message);
    ck_assert_uint_eq(calendar_source_count(source), 2);
    for (size_t i = 0; i < 2; i++) {
        struct source_series series = { 0 };
        if (calendar_source_read(source, i, &series, &err)) {
            taken_count++;
            source_series_clear(&series);
        } else {
            refused_count++;
            ck_assert_int_eq(err.kind, ERROR_INPUT);
            ck_assert_msg(strncmp(err.message, "Line 6: this event has no UID", 29) == 0,
                          "%s", err.message);
        }
    }
    ck_assert_uint_eq(taken_count, 1);
    ck_assert_uint_eq(refused_count, 1);
    calendar_source_close(source);
}
END_TEST

/* A character may be cut by a fold, as programs that count bytes do. */
START_TEST(fold__within_a_character__is_joined)
{
    static const char text[] = BEGIN "BEGIN:VEVENT\r\nUID:a\r\nDTSTART:20270301\r\n"
                                     "SUMMARY:caf\xc3\r\n \xa9\r\nEND:VEVENT\r\n" END;
    struct error err = { 0 };
    struct source_series series = { 0 };
    struct calendar_source *source = calendar_file_open(BYTES(text), false, &err);
    ck_assert_msg(source, "%s", err.message);
    ck_assert(calendar_source_read(source, 0, &series, &err));
    ck_assert_str_eq(series.master.summary, "café");
    source_series_clear(&series);
    calendar_source_close(source);
}
END_TEST

/* The numbers by which the UIDs are sorted are the same. */
START_TEST(events__of_two_uids__are_never_one)
{
    static const char text[] =
        BEGIN "BEGIN:VEVENT\r\nUID:8yn0iYCKYHlIj4-BwPqk\r\nDTSTART:20270301\r\n"
              "END:VEVENT\r\nBEGIN:VEVENT\r\nUID:GReLUrM4wMqfg9yzV3KQ\r\n"
              "DTSTART:20270302\r\nEND:VEVENT\r\n" END;
    struct error err = { 0 };
    struct source_series series = { 0 };
    struct calendar_source *source = calendar_file_open(BYTES(text), false, &err);
    ck_assert_uint_eq(calendar_source_count(source), 1);
    ck_assert(!calendar_source_read(source, 0, &series, &err));
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_ptr_nonnull(strstr(err.message, "cannot be told from that of line 2"));
    source_series_clear(&series);
    calendar_source_close(source);
}
END_TEST

static void
repeat(struct buffer *text, const char *part, size_t bytes)
{
    size_t length = strlen(part);
    for (size_t at = 0; at < bytes; at += length)
        buffer_add_part(text, part, length);
}

static const struct {
    const char *before;
    const char *part;
    size_t bytes;
    const char *told;
} large[] = {
    { BEGIN "X:", "aaaaaaaaaaaaaaaa", CALENDAR_SOURCE_LINE_BYTES + 16,
      "Line 2 is longer than 1 MB" },
    { BEGIN "X:a\r\n", " aaaaaaaaaaaaaaaa\r\n", 2 * CALENDAR_SOURCE_LINE_BYTES,
      "Line 2 is longer than 1 MB" },
    { BEGIN, "BEGIN:A\r\n", 1000000, "Line 5: more than 4 parts" },
    { BEGIN, "BEGIN:VEVENT\r\nEND:VEVENT\r\n", 26 * (CALENDAR_SOURCE_EVENTS + 1),
      "The file holds more than 100000 events" },
    { BEGIN, "X:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n",
      CALENDAR_SOURCE_BYTES + 1, "/proc/self/fd/" },
};

START_TEST(limit__is_said__before_it_costs_anything)
{
    struct buffer text = { 0 };
    struct error err = { 0 };
    buffer_add(&text, large[_i].before);
    repeat(&text, large[_i].part, large[_i].bytes);
    if (_i == 1)
        buffer_add(&text, END);
    ck_assert_ptr_null(calendar_file_open(text.text, text.length, false, &err));
    ck_assert_msg(strncmp(err.message, large[_i].told, strlen(large[_i].told)) == 0, "%s",
                  err.message);
    buffer_clear(&text);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_loop_test(tests, event__that_only_loses_people__is_refused, 0,
                        (int)(sizeof taking_off / sizeof *taking_off));
    tcase_add_loop_test(tests, file__is_refused__with_the_line, 0,
                        (int)(sizeof refused / sizeof *refused));
    tcase_add_loop_test(tests, file__is_taken__although_it_is_odd, 0,
                        (int)(sizeof taken / sizeof *taken));
    tcase_add_test(tests, event__without_a_uid__is_refused_alone);
    tcase_add_test(tests, fold__within_a_character__is_joined);
    tcase_add_test(tests, events__of_two_uids__are_never_one);
    tcase_add_loop_test(tests, limit__is_said__before_it_costs_anything, 0,
                        (int)(sizeof large / sizeof *large));
}

SUITE_MAIN("source_refusal")
