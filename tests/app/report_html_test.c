/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_html_test.c - the page of the web that a report becomes: sound, whole, and
 * without anything that runs */
#include "atelier/app/report_writers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "support/database_file.h"
#include "support/paper.h"
#include "support/picture.h"
#include "support/report_sample.h"
#include "support/suite.h"

static struct report_document document;
static struct buffer page;

static void
set_up(void)
{
    database_file_begin();
    report_sample_fill(&document, "en");
}

static void
tear_down(void)
{
    report_document_clear(&document);
    buffer_clear(&page);
    database_file_remove(NULL);
}

static const char *
write_page(void)
{
    buffer_reset(&page);
    report_html(&document, &page);
    return buffer_text(&page);
}

static const char *
ck_has(const char *text)
{
    const char *found = strstr(buffer_text(&page), text);
    ck_assert_msg(found, "“%s” is not in the page", text);
    return found;
}

static size_t
count_of(const char *text)
{
    size_t count = 0;
    for (const char *at = buffer_text(&page); (at = strstr(at, text)); at++)
        count++;
    return count;
}

/* What tidy finds of it, where there is one; no word of it may be of an error or a
 * warning. */
static void
ck_valid(void)
{
    char command[600];
    const char *path = paper_write("report.html", buffer_text(&page));
    if (system("command -v tidy >/dev/null") != 0)
        return;
    (void)snprintf(command, sizeof(command), "tidy -e -q --drop-empty-elements no %s >&2",
                   path);
    ck_assert_msg(system(command) == 0, "tidy finds faults");
}

/* Levels of headings go down by one at most. */
static void
ck_headings(void)
{
    int before = 0;
    for (const char *at = buffer_text(&page); (at = strstr(at, "<h")); at++)
        if (at[2] >= '1' && at[2] <= '6' && (at[3] == '>' || at[3] == ' ')) {
            const int level = at[2] - '0';
            ck_assert_msg(level <= before + 1, "h%d behind h%d: %.60s", level, before,
                          at);
            before = level;
        }
    ck_assert_uint_eq(count_of("<h1"), 1);
}

START_TEST(a_full_report__is_valid__in_both_languages)
{
    buffer_add_part(&document.logo, (const char *)picture_png, sizeof(picture_png));
    (void)write_page();
    ck_has("<html lang=\"en\">");
    ck_has("<h2>Who came</h2>");
    ck_has("“nobody rides at night”");
    ck_has("<img alt=\"Network of Towns\" width=\"2\" src=\"data:image/png;base64,iVBOR");
    ck_headings();
    ck_valid();
    memory_replace(&document.language, "fr");
    (void)write_page();
    ck_has("<html lang=\"fr\">");
    ck_has("«\u00A0nobody rides at night\u00A0»");
    ck_assert_str_eq(language_code(), "en"); /* spoken as before */
    ck_headings();
    ck_valid();
}
END_TEST

START_TEST(an_empty_report__is_valid)
{
    report_document_clear(&document);
    (void)write_page();
    ck_has("Nothing has been written down yet.");
    ck_headings();
    ck_valid();
}
END_TEST

START_TEST(the_group__is_told__where_the_office_has_no_name)
{
    memory_replace(&document.office, NULL);
    (void)write_page();
    ck_has(document.group);
}
END_TEST

START_TEST(each_kind__is_told_by_a_word)
{
    (void)write_page();
    ck_has("<p class=\"label\"><strong>Point of attention</strong></p>");
    ck_has("<p class=\"label\"><strong>Recommendation</strong></p>");
    ck_has("<p class=\"label\"><strong>Decision</strong></p>");
    const char *quote = ck_has("<blockquote>\n<p>We were told");
    const char *cite = ck_has("<cite>a project holder</cite>");
    ck_assert(quote < cite && cite < strstr(quote, "</blockquote>"));
    ck_has("Owner: Ville de Lille · Due: 30 June 2017");
    ck_has("From: Mobility, 12 January 2017 · done");
    ck_has("<a href=\"https://example.org/count\">count</a>");
    ck_has("<ol>\n<li><p>more drivers</p>");
}
END_TEST

START_TEST(entries__stand_below_what_they_are_about)
{
    (void)write_page();
    const char *said = ck_has("<h2>What was said</h2>");
    const char *none = ck_has("Two people of three");
    const char *child = ck_has("Who pays for the last bus?");
    const char *remark = ck_has("The figures are of 2016.");
    const char *workshop = ck_has("<h3>Workshop: buses at night</h3>");
    const char *tried = ck_has("Three things were");
    const char *count = ck_has("Count by night");
    const char *project = strstr(said, "<h3>Night lines</h3>");
    const char *carried = ck_has("<h2>From earlier meetings</h2>");
    const char *conclusion = ck_has("<h2>Conclusion</h2>");
    const char *end = ck_has("To be continued in June.");
    ck_assert(project);
    ck_assert(said < none && none < child && child < remark && remark < workshop &&
              workshop < tried && tried < count && count < project && project < carried &&
              carried < conclusion && conclusion < end);
    ck_assert_uint_eq(count_of("<h3>Workshop: buses at night</h3>"), 1);
}
END_TEST

START_TEST(machines__read_the_event)
{
    (void)write_page();
    ck_has("<body lang=\"en\" itemscope itemtype=\"https://schema.org/Event\" "
           "itemref=\"mode\">");
    ck_has("itemprop=\"startDate\" datetime=\"2017-03-16T09:30:00+01:00\"");
    ck_has("https://schema.org/OfflineEventAttendanceMode");
    ck_has("property=\"og:title\" content=\"Mobility &amp; towns: the fourth meeting\"");
    ck_has("property=\"og:url\" content=\"https://example.org/reports/4?a=1&amp;b=2\"");
    ck_has("mailto:?subject=Mobility%20%26%20towns%3A%20the%20fourth%20meeting&amp;body="
           "https%3A%2F%2Fexample.org%2Freports%2F4%3Fa%3D1%26b%3D2\"");
    ck_has("href=\"mailto:anna.muller@example.org\"");
}
END_TEST

/* They show what they do not know of a head as comments, and know no classes of what is
 * around a paragraph: tests/readers lets one read such a page. */
START_TEST(word_processors__are_given_what_they_know)
{
    const struct report_way way = { "index.html", "Office", "year-2017.html", "2017" };
    (void)write_page();
    ck_assert_uint_eq(count_of("property=\"og:"), count_of("<meta name=\"og:"));
    ck_assert_uint_eq(count_of("http-equiv"), 0);
    ck_has("<div class=\"entry question\" style=\"margin-left:20px\">");
    buffer_reset(&page);
    report_html_in_site(&document, &way, &page);
    ck_assert_uint_eq(count_of("http-equiv=\"Content-Security-Policy\""), 1);
    ck_valid();
}
END_TEST

/* A picture of so many points stands in a box, and its shape stays. */
static void
expect_logo(unsigned width, unsigned height, const char *shown)
{
    unsigned char picture[sizeof(picture_png)];
    memcpy(picture, picture_png, sizeof(picture));
    for (int i = 0; i < 4; i++) {
        picture[16 + i] = (unsigned char)(width >> (24 - 8 * i));
        picture[20 + i] = (unsigned char)(height >> (24 - 8 * i));
    }
    buffer_reset(&document.logo);
    buffer_add_part(&document.logo, (const char *)picture, sizeof(picture));
    (void)write_page();
    ck_has(shown);
}

START_TEST(a_large_logo__is_made_small)
{
    expect_logo(600, 100, "width=\"192\"");
    expect_logo(600, 600, "width=\"80\"");
    expect_logo(4000, 4000, "width=\"80\"");
    expect_logo(1, 4000, "width=\"1\"");
    expect_logo(60, 20, "width=\"60\"");
}
END_TEST

START_TEST(nothing__is_fetched_or_run)
{
    (void)write_page();
    ck_assert_uint_eq(count_of("<script"), 0);
    ck_assert_uint_eq(count_of("url("), 0);
    ck_assert_uint_eq(count_of("@import"), 0);
    ck_assert_uint_eq(count_of(" src="), 0);
    ck_assert_uint_eq(count_of("rel=\"stylesheet\""), 0);
}
END_TEST

START_TEST(names__stand_there_only_if_they_are_in_the_document)
{
    (void)write_page();
    ck_has("Léo Colas, director of planning");
    struct report_organisation *town = &document.present.items[0];
    struct report_person_list people = town->people;
    town->people = (struct report_person_list){ 0 };
    (void)write_page();
    ck_assert_uint_eq(count_of("Nováková"), 0);
    ck_has("<th scope=\"row\">Ville de Lille</th><td>Agglomerations</td><td>"
           "<span class=\"whole\">2 people</span></td>");
    town->people = people;
}
END_TEST

static const char hostile[] =
    "\"'><script>alert(1)</script><img src=x onerror=alert(1)>\n\n<!-- --> </style>"
    "</title></textarea> &amp; &#60; \x01\x1b[31m\x7f javascript:alert(1) "
    "[a](javascript:alert(1)) `<b>` <https://example.org/\"onclick=x> ]]> \\";

static void
make_hostile(void *context, char **text)
{
    (void)context;
    memory_replace(text, hostile);
}

START_TEST(hostile_texts__are_texts)
{
    report_sample_each_text(&document, make_hostile, NULL);
    document.lines.items[0].kind = 99; /* of no writer of ours */
    (void)write_page();
    ck_assert_uint_eq(count_of("<script"), 0);
    ck_assert_uint_eq(count_of("<img"), 0);
    ck_assert_uint_eq(count_of("<!--"), 0);
    ck_assert_uint_eq(count_of("</style>"), 1);
    ck_assert_uint_eq(count_of("</title>"), 1);
    ck_assert_uint_eq(count_of("href=\"javascript"), 0);
    ck_assert_uint_eq(count_of("\x01") + count_of("\x1b") + count_of("\x7f"), 0);
    ck_has("<html lang=\"en\">");
    ck_has("&lt;script&gt;alert(1)&lt;/script&gt;");
    ck_valid();
}
END_TEST

static void
make_broken(void *context, char **text)
{
    (void)context;
    memory_replace(text, "a\xFF\xC3(b");
}

START_TEST(what_is_no_utf_8__is_made_it)
{
    report_sample_each_text(&document, make_broken, NULL);
    (void)write_page();
    ck_assert_uint_eq(count_of("\xFF"), 0);
    ck_has("a\uFFFD");
}
END_TEST

START_TEST(long_words_and_texts__stay_whole)
{
    struct buffer word = { 0 };
    for (int i = 0; i < 5000; i++)
        buffer_add(&word, "Ab");
    memory_replace(&document.lines.items[0].text, buffer_text(&word));
    memory_replace(&document.title, buffer_text(&word));
    (void)write_page();
    ck_has(buffer_text(&word));
    ck_has("overflow-wrap:anywhere");
    ck_valid();
    buffer_clear(&word);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, a_full_report__is_valid__in_both_languages);
    tcase_add_test(tests, an_empty_report__is_valid);
    tcase_add_test(tests, the_group__is_told__where_the_office_has_no_name);
    tcase_add_test(tests, each_kind__is_told_by_a_word);
    tcase_add_test(tests, entries__stand_below_what_they_are_about);
    tcase_add_test(tests, machines__read_the_event);
    tcase_add_test(tests, word_processors__are_given_what_they_know);
    tcase_add_test(tests, a_large_logo__is_made_small);
    tcase_add_test(tests, nothing__is_fetched_or_run);
    tcase_add_test(tests, names__stand_there_only_if_they_are_in_the_document);
    tcase_add_test(tests, hostile_texts__are_texts);
    tcase_add_test(tests, what_is_no_utf_8__is_made_it);
    tcase_add_test(tests, long_words_and_texts__stay_whole);
}

SUITE_MAIN("report_html")
