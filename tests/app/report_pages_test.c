/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_pages_test.c - the report on paper, drawn by atelier-print and read back by
 * poppler */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/report_writers.h"
#include "atelier/base/helper.h"
#include "atelier/base/memory.h"
#include "support/database_file.h"
#include "support/paper.h"
#include "support/picture.h"
#include "support/report_sample.h"
#include "support/suite.h"

static struct report_document document;
static struct printed_pages pages;
static char pdf[300];

static void
set_up(void)
{
    database_file_begin();
    (void)snprintf(pdf, sizeof(pdf), "%s", database_file_path("report.pdf"));
    report_sample_fill(&document, "en");
}

static void
tear_down(void)
{
    report_document_clear(&document);
    printed_pages_clear(&pages);
    database_file_remove(NULL);
}

static void
print(void)
{
    struct buffer wire = { 0 };
    char command[1000];
    char *program = helper_path("atelier-print");

    printed_pages_clear(&pages);
    report_pages(&document, &pages);
    printed_pages_add_wire(&wire, &pages);
    const char *request = paper_write_bytes("request", buffer_text(&wire), wire.length);
    (void)snprintf(command, sizeof(command), "%s <%s 3>%s >/dev/null", program, request,
                   pdf);
    ck_assert_int_eq(system(command), 0);
    free(program);
    buffer_clear(&wire);
}

/* The text of a page, 0: of all; NULL without poppler. */
static char *
read_page(int number)
{
    char command[700];
    const char *text = database_file_path("report.txt");

    if (system("command -v pdftotext >/dev/null") != 0)
        return NULL;
    (void)snprintf(command, sizeof(command), "pdftotext -layout -f %d -l %d %s %s",
                   number > 0 ? number : 1, number > 0 ? number : 9999, pdf, text);
    ck_assert_int_eq(system(command), 0);
    return paper_read(text, NULL);
}

static const char *
ck_has(const char *text, const char *part)
{
    const char *found = strstr(text, part);
    ck_assert_msg(found, "“%s” is not in %.3000s", part, text);
    return found;
}

START_TEST(a_report__is_read_back_whole)
{
    buffer_add_part(&document.logo, (const char *)picture_png, sizeof(picture_png));
    print();
    char *text = read_page(0);
    if (!text)
        return;
    const char *office = ck_has(text, "Network of Towns");
    const char *title = ck_has(text, "Mobility & towns: the fourth meeting");
    ck_assert(office < title);
    ck_has(text, "Léo Colas, director of planning");
    ck_has(text, "40 people of 18 organisations");
    ck_has(text, "1. more drivers");
    ck_has(text, "• of eight seats");
    ck_has(text, "“nobody rides at night”");
    ck_has(text, "— a project holder");
    ck_has(text, "Point of attention");
    ck_has(text, "Owner: Ville de Lille · Due: 30 June 2017");
    ck_has(text, "count (https://example.org/count)");
    ck_has(text, "Page 1/");
    ck_has(text, "Report no. 4 · Version 2 · Final, 18 March 2017");
    ck_assert_ptr_null(strchr(text, PRINTED_BOLD));
    free(text);
}
END_TEST

START_TEST(three_hundred_entries__stand_on_it_once_each__and_labels_stay_with_them)
{
    report_sample_add_lines(&document, 300);
    print();
    char *text = read_page(0);
    if (!text)
        return;
    const char *at = text;
    for (int i = 0; i < 300; i++) {
        char name[40];
        (void)snprintf(name, sizeof(name), "Finding%04d:", i);
        const char *found = ck_has(at, name);
        ck_assert_msg(!strstr(found + 1, name), "%s stands there twice", name);
        at = found;
    }
    /* No page ends with what something is called. */
    static const char *const labels[] = { "Question", "Point of attention", "Decision",
                                          "Recommendation" };
    for (const char *end = strstr(text, "Report no. 4 · Version"); end;
         end = strstr(end + 1, "Report no. 4 · Version")) {
        const char *last = end;
        while (last > text && strchr(" \n", last[-1]))
            last--;
        for (size_t i = 0; i < sizeof(labels) / sizeof(labels[0]); i++) {
            const size_t length = strlen(labels[i]);
            ck_assert_msg((size_t)(last - text) < length ||
                              strncmp(last - length, labels[i], length) != 0,
                          "a page ends with %s", labels[i]);
        }
    }
    free(text);
}
END_TEST

START_TEST(a_text_longer_than_a_page__goes_on_over_pages)
{
    struct buffer entry = { 0 };
    while (entry.length < 15000)
        buffer_addf(&entry, "word%05zu ", entry.length);
    buffer_add(&entry, "finis");
    memory_replace(&document.lines.items[4].text, buffer_text(&entry)); /* the quote */
    print();
    char *text = read_page(0);
    if (!text)
        return;
    ck_has(text, "word00000");
    ck_has(text, "finis");
    int words = 0;
    for (const char *at = text; (at = strstr(at, "word")); at++)
        words++;
    ck_assert_int_eq(words, 1500);
    free(text);
    buffer_clear(&entry);
}
END_TEST

static void
make_hostile(void *context, char **text)
{
    (void)context;
    memory_replace(text, "\x01\x02\x03<b>\"&</span> %s %n \xE2\x80\xAE"
                         "Abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz"
                         "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz");
}

START_TEST(hostile_texts__are_texts)
{
    report_sample_each_text(&document, make_hostile, NULL);
    print();
    char *text = read_page(0);
    if (!text)
        return;
    ck_has(text, "<b>");
    ck_has(text, "%n");
    free(text);
}
END_TEST

START_TEST(an_empty_report_and_other_scripts__are_printed)
{
    report_document_clear(&document);
    print();
    document.language = memory_copy("fr");
    document.title = memory_copy("Мобильность");
    report_document_add_line(&document.lines)->text =
        memory_copy("Ελληνικά **Кириллица** \"x\"");
    print();
    char *text = read_page(0);
    if (!text)
        return;
    ck_has(text, "Мобильность");
    ck_has(text, "Ελληνικά Кириллица «");
    free(text);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, a_report__is_read_back_whole);
    tcase_add_test(
        tests, three_hundred_entries__stand_on_it_once_each__and_labels_stay_with_them);
    tcase_add_test(tests, a_text_longer_than_a_page__goes_on_over_pages);
    tcase_add_test(tests, hostile_texts__are_texts);
    tcase_add_test(tests, an_empty_report_and_other_scripts__are_printed);
}

SUITE_MAIN("report_pages")
