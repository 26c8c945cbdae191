/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_told_test.c - what an import of a calendar tells of what it does not keep as it
 * stands there, or asks */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/import_jobs.h"
#include "atelier/app/export_calendar.h"
#include "atelier/app/import_calendar_mend.h"
#include "atelier/domain/meeting.h"
#include "support/paper.h"
#include "support/suite.h"

/* --- descriptions that are web pages */

static const struct {
    const char *written, *read;
} pages[] = {
    { "<html><body><p>Bonjour&nbsp\\;à tous</p><b>Ordre du jour</b></body></html>",
      "Bonjour à tous|Ordre du jour" },
    { "<p>Un</p><p>Deux<br>Trois<br/>Quatre</p>", "Un|Deux|Trois|Quatre" },
    { "<ul><li>Un</li><li>Deux</li></ul>", "- Un|- Deux" },
    { "Lien : <a href=\"https://example.org/a\">ici</a>.",
      "Lien : ici (https://example.org/a)." },
    { "<a href=\"https://example.org/a\">https://example.org/a</a>",
      "https://example.org/a" },
    { "<style>p { x }</style><p>R&eacute\\;union &amp\\; caf&#233\\;</p>",
      "Réunion & café" },
    { "Sans page&nbsp\\;: a < b & c > d", "Sans page : a < b & c > d" },
    { "a < b and <nobody@example.org>", "a < b and <nobody@example.org>" },
    { "R&D\\, l'eau\\; 5 <p", "R&D, l'eau; 5 <p" },
};

START_TEST(description_that_is_a_web_page__is_plain_text)
{
    struct buffer text = { 0 };
    struct buffer expected = { 0 };
    buffer_addf(&text, JOBS_AS("DESCRIPTION:%s\r\n"), pages[_i].written);
    take(buffer_text(&text));
    buffer_addf(&expected, "%s\n", pages[_i].read);
    office_expect("SELECT replace(description, char(10), '|') FROM meeting",
                  buffer_text(&expected));
    buffer_clear(&text);
    buffer_clear(&expected);
}
END_TEST

/* --- letters that are spelt as in a web page, in texts that are none */

static const struct {
    const char *written, *read;
} spelt[] = {
    { "R&eacute;union B &amp; C", "Réunion B & C" },
    { "R&eacute\\;union", "Réunion" },
    { "Caf&#233; &#xe0; 9h", "Café à 9h" },
    { "l&apos;eau &quot;bleue&quot;", "l'eau \"bleue\"" },
    { "R&amp;eacute;union", "Réunion" },
    { "a &lt; b", "a < b" },
    /* and these are what they are */
    { "R&D &amp; Co", "R&D &amp; Co" },
    { "Tom & Anna", "Tom & Anna" },
    { "The entity &scedil; of HTML and &amp;", "The entity &scedil; of HTML and &amp;" },
    { "&#7; &amp;", "&#7; &amp;" },
    { "Q&A", "Q&A" },
};

START_TEST(letters_that_are_spelt__are_read__where_all_signs_are_such)
{
    static const char note[] = "Letters of its texts are spelt as in a web page";
    struct buffer text = { 0 };
    struct buffer expected = { 0 };

    buffer_addf(&text,
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:jobs@x\r\n" ON(
                    "20270316") "SUMMARY:%s\r\nDESCRIPTION:%s\r\nEND:VEVENT\r\n"
                                "END:VCALENDAR\r\n",
                spelt[_i].written, spelt[_i].written);
    struct calendar_import *import = judged(buffer_text(&text), as_it_is);
    ck_assert_int_eq(strstr(buffer_text(&calendar_import_row(import, 0)->notes), note) !=
                         NULL,
                     strcmp(spelt[_i].written, spelt[_i].read) != 0);
    calendar_import_free(import);
    take(buffer_text(&text));
    buffer_addf(&expected, "%s|%s\n", spelt[_i].read, spelt[_i].read);
    office_expect("SELECT title, description FROM meeting", buffer_text(&expected));
    buffer_clear(&text);
    buffer_clear(&expected);
}
END_TEST

/* Each would be looked for to the end of the text. */
START_TEST(description_of_tags_that_do_not_end__takes_no_time)
{
    static const char *const tags[] = { "<style>", "<p ", "<a>", "<a href=x>", "&nbsp" };
    enum { TIMES = 100000 };
    struct buffer text = { 0 };
    buffer_add(&text,
               "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:jobs@x\r\n" ON(
                   "20270316") "SUMMARY:Jobs\r\nDESCRIPTION:");
    for (size_t i = 0; i < TIMES; i++)
        buffer_add(&text, tags[_i]);
    buffer_add(&text, "<p>end\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
    take_as(buffer_text(&text), (struct calendar_import_choice){ .cut = true });
    office_expect("SELECT count(*) FROM meeting", "1\n");
    buffer_clear(&text);
}
END_TEST

static void
expect_notes(const char *text, const char *expected)
{
    struct calendar_import *import = judged(text, as_it_is);
    ck_assert_str_eq(buffer_text(&calendar_import_row(import, 0)->notes), expected);
    calendar_import_free(import);
}

START_TEST(what_is_not_kept_as_it_stands__is_told)
{
    expect_notes(JOBS_AS("DESCRIPTION:<p>Un</p>\r\n"),
                 "Its description is a web page, and is taken as plain text.\n");
    expect_notes(JOBS_AS("DESCRIPTION:Un\r\n"), "");
    expect_notes(JOBS_AS("COMMENT:Un\r\nCOMMENT:Deux\r\n"),
                 "Its comments are not taken.\n");
    expect_notes(JOBS_AS("COMMENT;X-REASON-BY=atelier:It has no start.\r\n"), "");
    expect_notes(JOBS_AS("ATTACH:https://example.org/a.pdf\r\n"),
                 "Its attachments are not taken.\n");
}
END_TEST

/* --- what is wrong beside its time */

static const struct {
    const char *lines;
    const char *wrong; /* NULL: nothing is */
} wrongs[] = {
    { "no property\r\n", "Line 10: “no property” is not a property of an event." },
    { "ATTENDEE;CN=\"X:mailto:x@example.org\r\n",
      "Line 10: “ATTENDEE;CN=\"X:mailto:x@example.org” is not a property of an event." },
    { "DESCRIPTION;ENCODING=QUOTED-PRINTABLE:=ZZ\r\n",
      "Line 10: “DESCRIPTION” is in QUOTED-PRINTABLE, as vCalendar 1.0 has it, and "
      "cannot "
      "be read; let the other program export iCalendar 2.0." },
    { "DURATION:2 hours\r\n",
      "Line 10: “2 hours” is not a time that a calendar can hold." },
    { "EXDATE:\r\n", NULL },
    { "RDATE;VALUE=DATE:\r\n", NULL },
    { "GEO:abc\r\nSEQUENCE:x\r\nSTATUS:MAYBE\r\nORGANIZER:nobody\r\n", NULL },
};

START_TEST(event_with_a_line_that_cannot_be_read__comes_without_it_when_that_is_said)
{
    const char *wrong = wrongs[_i].wrong;
    struct calendar_import_choice choice = as_it_is;
    struct buffer text = { 0 };
    struct buffer left_out = { 0 };
    buffer_addf(&text, JOBS_AS("%s"), wrongs[_i].lines);
    struct calendar_import *import = judged(buffer_text(&text), choice);
    const struct calendar_import_row *row = calendar_import_row(import, 0);
    ck_assert_int_eq(row->verdict, wrong ? IMPORT_REFUSED : IMPORT_NEW);
    ck_assert_int_eq(row->asks,
                     wrong ? CALENDAR_IMPORT_ASKS_WRONG : CALENDAR_IMPORT_ASKS_NOTHING);
    if (wrong)
        ck_assert_str_eq(row->reason, wrong);
    calendar_import_free(import);

    choice.drop_wrong = true;
    import = judged(buffer_text(&text), choice);
    row = calendar_import_row(import, 0);
    ck_assert_int_eq(row->verdict, IMPORT_NEW);
    ck_assert_str_eq(row->meeting.title, "Jobs");
    if (wrong)
        buffer_addf(&left_out, "Left out: %s\n", wrong);
    ck_assert_str_eq(buffer_text(&row->notes), buffer_text(&left_out));
    calendar_import_free(import);
    buffer_clear(&left_out);
    buffer_clear(&text);
}
END_TEST

static const struct {
    const char *asked;
    const char *event;
} slips[] = {
    { "ends", "DTSTART;TZID=Europe/Paris:20270316T093000\r\n"
              "DTEND;TZID=Europe/Paris:20270420T093000\r\nSUMMARY:Jobs\r\n" },
    { "starts", ON("20270316") "SUMMARY:Jobs\r\nRRULE:FREQ=WEEKLY;BYDAY=WE;COUNT=2\r\n" },
    { "titles", ON("20270316") "SUMMARY:Cancelled: Jobs\r\n" },
};

START_TEST(what_seems_a_slip__is_taken_once_somebody_says_so)
{
    struct calendar_import_choice choice = as_it_is;
    struct calendar_import_choice others = as_it_is;
    struct buffer text = { 0 };
    for (size_t i = 0; i < sizeof slips / sizeof slips[0]; i++)
        ck_assert(calendar_import_read_as_written(
            slips[i].asked, (int)i == _i ? &choice : &others, &err));
    buffer_addf(&text, OTHER_CALENDAR("BEGIN:VEVENT\r\nUID:slip@x\r\n%sEND:VEVENT\r\n"),
                slips[_i].event);
    struct calendar_import *import = judged(buffer_text(&text), others);
    ck_assert_int_eq(calendar_import_row(import, 0)->verdict, IMPORT_DOUBTFUL);
    calendar_import_free(import);
    import = judged(buffer_text(&text), choice);
    ck_assert_int_eq(calendar_import_row(import, 0)->verdict, IMPORT_NEW);
    calendar_import_free(import);
    buffer_clear(&text);
    ck_assert(!calendar_import_read_as_written("ends,rooms", &choice, &err));
    ck_assert_str_eq(err.field, "as-written");
}
END_TEST

START_TEST(slips_of_several_kinds__are_taken_together)
{
    struct calendar_import_choice choice = as_it_is;

    ck_assert_msg(calendar_import_read_as_written("titles,ends,starts", &choice, &err),
                  "%s", err.message);
    ck_assert_uint_eq(choice.as_written, CALENDAR_IMPORT_ENDS | CALENDAR_IMPORT_STARTS |
                                             CALENDAR_IMPORT_TITLES);
}
END_TEST

static void
expect_file_notes(const char *text, const char *expected)
{
    struct calendar_import *import = judged(text, as_it_is);
    ck_assert_str_eq(calendar_import_notes(import), expected);
    calendar_import_free(import);
}

START_TEST(free_and_busy_times__are_no_tasks)
{
    expect_file_notes(
        OTHER_CALENDAR(
            "BEGIN:VFREEBUSY\r\nEND:VFREEBUSY\r\nBEGIN:VTODO\r\nEND:VTODO\r\n"),
        "1 task or journal is passed over.\n"
        "1 list of free and busy times is passed over.\n");
}
END_TEST

START_TEST(cancelled_event_that_was_never_known__is_not_the_same)
{
    struct calendar_import *import = judged(JOBS_AS(STATUS("CANCELLED")), as_it_is);
    int64_t counts[IMPORT_VERDICT_COUNT];
    calendar_import_counts(import, counts);
    ck_assert_int_eq(counts[IMPORT_SAME], 0);
    ck_assert_int_eq(calendar_import_off_count(import), 1);
    calendar_import_free(import);
    take(JOBS);
    act(1, MEETING_CANCEL);
    import = judged(JOBS_AS(STATUS("CANCELLED")), as_it_is);
    calendar_import_counts(import, counts);
    ck_assert_int_eq(counts[IMPORT_SAME], 1);
    ck_assert_int_eq(calendar_import_off_count(import), 0);
    calendar_import_free(import);
}
END_TEST

/* --- an end that is perhaps a slip */

#define TWO_MONTHS                                                                       \
    OTHER_CALENDAR(EVENT("jobs@x", "DTSTART;TZID=Europe/Paris:20270316T093000\r\n"       \
                                   "DTEND;TZID=Europe/Paris:20270516T123000\r\n"))

START_TEST(event_of_two_months__is_asked__and_taken_once_mended)
{
    struct calendar_import_choice choice = { .group = group };
    struct calendar_mend_list mends = { 0 };
    struct calendar_import *import = judged(TWO_MONTHS, choice);
    struct meeting values;

    other_calendar_expect(import,
                          "doubtful: It ends on Sun 16/05/2027 12:30 only: is its "
                          "end right?\n");
    record_init(&meeting_entity, &values);
    ck_assert(calendar_import_can_mend(import, 0));
    calendar_import_mendable(import, 0, &values);
    ck_assert_msg(calendar_import_mend(import, 0, &values, &mends, &err), "%s",
                  err.message);
    choice.mends = &mends;
    take_as(TWO_MONTHS, choice);
    office_expect("SELECT \"end\" FROM meeting_view", "2027-05-16 12:30\n");
    record_clear(&meeting_entity, &values);
    calendar_mend_list_clear(&mends);
    calendar_import_free(import);
    expect(TWO_MONTHS, "same\n");
}
END_TEST

/* --- our own, in UTC */

static bool
add_bytes(void *context, const char *bytes, size_t length)
{
    buffer_add_part(context, bytes, length);
    return true;
}

/* Two yearly rules never tell the clocks of Nuuk, of the last Sunday but for the hours.
 */
START_TEST(our_meeting_that_is_written_in_utc__is_known_again)
{
    const int64_t id = office_add_meeting(at, group, "2027-03-16 09:30", NUMBER_NONE);
    struct buffer text = { 0 };
    int64_t events;

    office_change(at, &meeting_entity, id, "zone", "America/Nuuk", NULL);
    ck_assert(export_calendar(at, ROW_NONE, add_bytes, &text, &events, &err));
    ck_assert_ptr_nonnull(strstr(buffer_text(&text), "DTSTART:20270316T"));
    expect(buffer_text(&text), "same\n");
    buffer_clear(&text);
}
END_TEST

/* --- where it comes from */

START_TEST(calendar__may_come_in_on_standard_input)
{
    const int before = dup(STDIN_FILENO);
    FILE *file = freopen(paper_write("other.ics", JOBS), "r", stdin);
    struct calendar_import_choice choice = { .group = group };

    ck_assert(before >= 0 && file != NULL);
    struct calendar_import *import = calendar_import_open(at, "-", &choice, &err);
    ck_assert_msg(import != NULL, "%s", err.message);
    ck_assert_uint_eq(calendar_import_row_count(import), 1);
    calendar_import_free(import);
    ck_assert(dup2(before, STDIN_FILENO) == STDIN_FILENO);
    close(before);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_loop_test(tests, letters_that_are_spelt__are_read__where_all_signs_are_such,
                        0, sizeof spelt / sizeof spelt[0]);
    tcase_add_loop_test(tests, description_that_is_a_web_page__is_plain_text, 0,
                        (int)(sizeof pages / sizeof pages[0]));
    tcase_add_loop_test(tests, description_of_tags_that_do_not_end__takes_no_time, 0, 5);
    tcase_add_test(tests, what_is_not_kept_as_it_stands__is_told);
    tcase_add_loop_test(
        tests, event_with_a_line_that_cannot_be_read__comes_without_it_when_that_is_said,
        0, (int)(sizeof wrongs / sizeof wrongs[0]));
    tcase_add_loop_test(tests, what_seems_a_slip__is_taken_once_somebody_says_so, 0,
                        (int)(sizeof slips / sizeof slips[0]));
    tcase_add_test(tests, slips_of_several_kinds__are_taken_together);
    tcase_add_test(tests, free_and_busy_times__are_no_tasks);
    tcase_add_test(tests, cancelled_event_that_was_never_known__is_not_the_same);
    tcase_add_test(tests, event_of_two_months__is_asked__and_taken_once_mended);
    tcase_add_test(tests, our_meeting_that_is_written_in_utc__is_known_again);
    tcase_add_test(tests, calendar__may_come_in_on_standard_input);
}

SUITE_MAIN("import_told")
