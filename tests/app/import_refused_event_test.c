/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_refused_event_test.c - the events that were left out, as a calendar of their own
 */
#include "atelier/app/import_calendar.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/database_file.h"
#include "support/office.h"
#include "support/other_calendar.h"
#include "support/paper.h"
#include "support/suite.h"

#define BEGIN(uid) "BEGIN:VEVENT\r\nUID:" uid "\r\nDTSTAMP:20270101T000000Z\r\n"
#define END_EVENT "END:VEVENT\r\n"
#define PARIS                                                                            \
    "DTSTART;TZID=Europe/Paris:20270401T093000\r\n"                                      \
    "DTEND;TZID=Europe/Paris:20270401T103000\r\n"
#define ZONE(tzid)                                                                       \
    "BEGIN:VTIMEZONE\r\nTZID:" tzid "\r\nBEGIN:STANDARD\r\n"                             \
    "DTSTART:19700101T000000\r\nTZOFFSETFROM:+0113\r\nTZOFFSETTO:+0113\r\n"              \
    "END:STANDARD\r\nEND:VTIMEZONE\r\n"

#define COMMENT "COMMENT;X-REASON-BY=atelier:"

static struct atelier *at;
static struct error err;
static struct calendar_import_choice choice;

static void
begin(void)
{
    at = office_found();
    err = (struct error){ 0 };
    choice = (struct calendar_import_choice){ .group = office_add_group(at, "URB") };
}

static void
end(void)
{
    office_end(at);
}

static struct calendar_import *
judged(const char *text)
{
    return other_calendar_judge(at, text, &choice);
}

/* What was left out, to be freed. */
static char *
left_out(const char *text, size_t expected)
{
    struct calendar_import *import = judged(text);
    const char *path = database_file_path("left.ics");
    size_t events;

    ck_assert_uint_eq(calendar_import_left_out(import), expected);
    ck_assert_msg(calendar_import_save_refused(import, path, &events, &err), "%s",
                  err.message);
    ck_assert_uint_eq(events, expected);
    calendar_import_free(import);
    char *left = paper_read(path, NULL);
    ck_assert_int_eq(remove(path), 0);
    return left;
}

START_TEST(what_is_left_out__is_whole_with_its_zone_and_its_reason)
{
    char *left = left_out(
        OTHER_CALENDAR(ZONE("Unused") ZONE("Nowhere") BEGIN("fine") PARIS
                       "SUMMARY:Fine\r\n" END_EVENT BEGIN(
                           "lost") "DTSTART;TZID=Nowhere:20270401T093000\r\n"
                                   "SUMMARY:Lost\r\nX-OTHER:keep\r\nBEGIN:VALARM\r\n"
                                   "ACTION:DISPLAY\r\nTRIGGER:-PT5M\r\nDESCRIPTION:x\r\n"
                                   "END:VALARM\r\n" END_EVENT),
        1);

    ck_assert_ptr_nonnull(
        strstr(left, ZONE("Nowhere") "BEGIN:VEVENT\r\n" COMMENT "The "));
    ck_assert_ptr_nonnull(strstr(left, "\r\nUID:lost\r\n"));
    ck_assert_ptr_nonnull(strstr(left, "X-OTHER:keep\r\nBEGIN:VALARM\r\n"));
    ck_assert_ptr_nonnull(strstr(left, "END:VALARM\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"));
    ck_assert_ptr_null(strstr(left, "Unused"));
    ck_assert_ptr_null(strstr(left, "fine"));
    free(left);
}
END_TEST

/* Mended by what was missing, the saved file brings what was left out. */
START_TEST(saved_file__can_be_imported)
{
    char *left = left_out(
        OTHER_CALENDAR(BEGIN("utc") "DTSTART:20270401T093000Z\r\n"
                                    "RRULE:FREQ=DAILY;COUNT=3\r\n"
                                    "SUMMARY:Daily\r\n" END_EVENT BEGIN(
                                        "utc") "RECURRENCE-ID:20270402T093000Z\r\n"
                                               "DTSTART:20270402T103000Z\r\n"
                                               "SUMMARY:Later\r\n" END_EVENT),
        1);
    const char *said = strstr(left, COMMENT "Its time is in UTC");

    ck_assert_ptr_nonnull(said);
    ck_assert_ptr_nonnull(said = strstr(said + 1, COMMENT "Its time is in UTC"));
    ck_assert_ptr_null(strstr(said + 1, COMMENT)); /* once for a part */
    choice.utc_zone = "Europe/Paris";
    struct calendar_import *import = judged(left);
    ck_assert_uint_eq(calendar_import_row_count(import), 3);
    ck_assert_uint_eq(calendar_import_left_out(import), 0);
    ck_assert_str_eq(calendar_import_row(import, 1)->meeting.title, "Later");
    calendar_import_free(import);
    free(left);
}
END_TEST

/* Without its method, a message that takes people off would be an event like others. */
START_TEST(message_that_takes_back__stays_one)
{
    char *left = left_out(
        OTHER_CALENDAR(BEGIN("utc") "DTSTART:20270401T093000Z\r\nSUMMARY:U\r\n" END_EVENT)
            OTHER_CALENDAR("METHOD:CANCEL\r\n" BEGIN("off") PARIS
                           "SUMMARY:O\r\n" END_EVENT),
        2);
    struct calendar_import *import = judged(left);

    ck_assert_uint_eq(calendar_import_left_out(import), 2);
    ck_assert_ptr_nonnull(strstr(left, "METHOD:CANCEL\r\n"));
    calendar_import_free(import);
    free(left);
}
END_TEST

static const struct {
    const char *lines;
    const char *saved; /* NULL: as they were */
} odd[] = {
    { "UID:q\r\n\r\n bla\r\nSUMMARY:S\r\n", NULL },
    { "UID:q\r\n\r\n\r\n\tbla\r\n  more\r\nSUMMARY:S\r\n", NULL },
    { "UID:q\r\nSUMMARY:a\r\n b\r\n \r\n\tc\r\n", NULL },
    { "\r\n bla\r\nUID:q\r\n", NULL },
    { "UID:q\n\n bla\n", "UID:q\r\n\r\n bla\r\n" },
    { "UID:q\r\n\x0b\r\n bla\r\n", "UID:q\r\nbla\r\n" },
    { "UID:q\r\n\x0b\r\n\x0b bla\r\n", "UID:q\r\n bla\r\n" },
};

/* Or a line that stood alone would become the end of the one before it. */
START_TEST(lines__are_as_whole_in_the_saved_file_as_they_were)
{
    struct buffer text = { 0 };
    buffer_addf(&text,
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n%sDTSTART:20270401T093000Z\r\n"
                "END:VEVENT\r\nEND:VCALENDAR\r\n",
                odd[_i].lines);
    char *left = left_out(buffer_text(&text), 1);
    const char *saved = odd[_i].saved ? odd[_i].saved : odd[_i].lines;
    const char *comment = strstr(left, COMMENT);

    ck_assert_ptr_nonnull(comment);
    ck_assert_msg(strstr(comment, saved) != NULL, "%s", left);
    free(left);
    buffer_clear(&text);
}
END_TEST

#define LATE                                                                             \
    "UID:late\r\nDTSTART;TZID=Europe/Paris:20270401T103000\r\n"                          \
    "DTEND;TZID=Europe/Paris:20270401T093000\r\n"

/* Its lines are those of another file, and what was said before may be mended. */
START_TEST(reason__names_no_line__and_replaces_that_of_an_earlier_time)
{
    char *first =
        left_out(OTHER_CALENDAR("BEGIN:VEVENT\r\nCOMMENT:Mine\r\n" LATE END_EVENT), 1);
    ck_assert_ptr_nonnull(strstr(first, "BEGIN:VEVENT\r\n" COMMENT
                                        "This event ends before it starts.\r\n"
                                        "COMMENT:Mine\r\nUID:late\r\n"));
    char *again =
        left_out(OTHER_CALENDAR("BEGIN:VEVENT\r\n" COMMENT
                                "Something long that does not hold any\r\n"
                                "  more\r\ncomment;x-reason-by=ATELIER:nor this\r\n" LATE
                                "COMMENT:Mine\r\n" COMMENT "nor this\r\n" END_EVENT),
                 1);
    ck_assert_ptr_nonnull(strstr(again, "BEGIN:VEVENT\r\n" COMMENT
                                        "This event ends before it starts.\r\n" LATE
                                        "COMMENT:Mine\r\nEND:VEVENT\r\n"));
    free(first);
    free(again);
    char *line =
        left_out(OTHER_CALENDAR(BEGIN("a") PARIS "no property\r\n" END_EVENT), 1);
    ck_assert_ptr_nonnull(strstr(line, COMMENT "“no property” is not a "));
    free(line);
}
END_TEST

START_TEST(file_that_is_there__and_nothing_left_out__are_refused)
{
    struct calendar_import *import = judged(OTHER_CALENDAR(
        BEGIN("utc") "DTSTART:20270401T093000Z\r\nSUMMARY:U\r\n" END_EVENT));
    const char *there = paper_write("there.ics", "mine");
    size_t events;

    ck_assert(!calendar_import_can_save_refused(import, there, &err));
    ck_assert(!calendar_import_save_refused(import, there, &events, &err));
    ck_assert_int_eq(err.kind, ERROR_EXISTS);
    char *text = paper_read(there, NULL);
    ck_assert_str_eq(text, "mine");
    free(text);
    calendar_import_free(import);
    import = judged(OTHER_CALENDAR(BEGIN("a") PARIS "SUMMARY:A\r\n" END_EVENT));
    const char *path = database_file_path("none.ics");
    ck_assert(calendar_import_can_save_refused(import, path, &err));
    ck_assert(!calendar_import_save_refused(import, path, &events, &err));
    ck_assert_uint_eq(paper_count("none.ics"), 0);
    calendar_import_free(import);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, what_is_left_out__is_whole_with_its_zone_and_its_reason);
    tcase_add_test(tests, saved_file__can_be_imported);
    tcase_add_test(tests, message_that_takes_back__stays_one);
    tcase_add_test(tests, reason__names_no_line__and_replaces_that_of_an_earlier_time);
    tcase_add_loop_test(tests, lines__are_as_whole_in_the_saved_file_as_they_were, 0,
                        (int)(sizeof odd / sizeof *odd));
    tcase_add_test(tests, file_that_is_there__and_nothing_left_out__are_refused);
}

SUITE_MAIN("import_refused_event")
