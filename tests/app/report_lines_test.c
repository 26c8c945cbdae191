/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_lines_test.c - the report as text of 80 columns and as Markdown, which is read
 * again as it was meant */
#include <stdlib.h>
#include <string.h>

#include "atelier/app/report_writers.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/report_entry.h"
#include "report/markdown.h"
#include "support/report_sample.h"
#include "support/suite.h"

static struct report_document document;
static struct buffer page;

static void
set_up(void)
{
    report_sample_fill(&document, "en");
}

static void
tear_down(void)
{
    report_document_clear(&document);
    buffer_clear(&page);
}

static const char *
ck_has(const char *text)
{
    const char *found = strstr(buffer_text(&page), text);
    ck_assert_msg(found, "“%s” is not in %.3000s", text, buffer_text(&page));
    return found;
}

static void
ck_narrow(void)
{
    for (const char *at = buffer_text(&page); *at;) {
        const size_t length = strcspn(at, "\n");
        char *line = memory_copy_part(at, length);
        ck_assert_msg(text_width(line) <= 80, "%s", line);
        free(line);
        at += length + (at[length] == '\n');
    }
}

START_TEST(a_text__has_all_of_it__in_80_columns)
{
    report_sample_add_lines(&document, 30);
    report_text(&document, &page);
    ck_narrow();
    ck_has("Mobility & towns: the fourth meeting\n====");
    ck_has("- Present: 40 people of 18 organisations\n");
    ck_has("- Ville de Lille (Agglomerations) · Léo Colas, director of planning; Rui");
    ck_has("- 10:00–11:30 Workshop: buses at night · Salle du Conseil · led by Anna");
    ck_has("see the count (https://example.org/count).\n");
    ck_has("   Who pays for the last bus?\n");
    ck_has("1. more drivers\n2. smaller buses\n   - of eight seats\n   - of 12 seats\n");
    ck_has("Quote\n\n> We were told “nobody rides at night”");
    ck_has(">\n> — a project holder\n");
    ck_has("Owner: Ville de Lille · Due: 30 June 2017\n");
}
END_TEST

static void
add_said(struct report_document *said, enum report_entry_kind kind, int64_t indent,
         const char *text)
{
    struct report_line *line = report_document_add_line(&said->lines);

    line->kind = kind;
    line->indent = indent;
    line->text = memory_copy(text);
}

/* Else it would read as a part of the question. */
START_TEST(a_finding_behind_what_has_a_word__has_its_own__once)
{
    struct report_document said = { .language = memory_copy("en") };

    add_said(&said, ENTRY_FINDING, 0, "Shops close.");
    add_said(&said, ENTRY_QUESTION, 0, "Who pays?");
    add_said(&said, ENTRY_FINDING, 0, "Nobody.");
    add_said(&said, ENTRY_FINDING, 0, "Still nobody.");
    add_said(&said, ENTRY_DECISION, 0, "Count.");
    add_said(&said, ENTRY_FINDING, 1, "Below.");
    report_text(&said, &page);
    ck_has("said\n-------------\n\nShops close.\n\nQuestion\n\nWho pays?\n\nFinding\n\n"
           "Nobody.\n\nStill nobody.\n\nDecision\n\nCount.\n\n   Below.\n");
    buffer_reset(&page);
    report_html(&said, &page);
    ck_has("<p class=\"label\"><strong>Finding</strong></p>\n<p>Nobody.</p>");
    report_document_clear(&said);
}
END_TEST

START_TEST(words_of_no_width_to_spare__are_cut__and_no_byte_is_a_command)
{
    struct buffer word = { 0 };
    for (int i = 0; i < 300; i++)
        buffer_add(&word, "Ab");
    buffer_add(&word, "\n\n- \x1b[31m");
    memory_replace(&document.lines.items[0].text, buffer_text(&word));
    memory_replace(&document.title, buffer_text(&word));
    report_text(&document, &page);
    ck_narrow();
    ck_assert_ptr_null(strchr(buffer_text(&page), '\x1b'));
    buffer_clear(&word);
}
END_TEST

START_TEST(french__has_its_headings)
{
    memory_replace(&document.language, "fr");
    report_text(&document, &page);
    ck_has("« nobody rides at night »");
    buffer_reset(&page);
    report_markdown(&document, &page);
    ck_has("«\u00A0nobody rides at night\u00A0»");
}
END_TEST

/* What a text says, and what is said once it was written as Markdown. */
static void
tell(const char *text, struct buffer *told)
{
    struct markdown markdown = { 0 };
    markdown_read(text, "en", &markdown);
    buffer_reset(told);
    for (size_t i = 0; i < markdown.parts.count; i++) {
        const struct markdown_part *part = &markdown.parts.items[i];
        if (part->kind == MARKDOWN_HEADING && part->number > 1)
            continue;
        buffer_addf(told, "\n%d:%d ", part->kind, part->number);
        for (size_t j = 0; j < part->runs; j++) {
            const struct markdown_run *run = &markdown.runs.items[part->first + j];
            const struct markdown_run *before = j > 0 ? run - 1 : NULL;
            if (!before || before->style != run->style ||
                !before->address != !run->address)
                buffer_addf(told, "<%u%s%s>", run->style, run->address ? " " : "",
                            run->address ? run->address : "");
            buffer_add(told, run->text);
        }
    }
    markdown_clear(&markdown);
}

START_TEST(markdown__is_read_again_as_it_was_meant)
{
    static const char *const texts[] = {
        "one **two *three* two** [four](https://example.org/a_(b)) `c`",
        "***a** b* c",
        "*a **b***",
        "a\\*b\\* \\_c\\_ \\[d\\](e) \\`f\\` \\<b\\> &amp;lt; \\# g",
        "\\# no heading",
        "\\- no list",
        "1\\. no list",
        "2017\\) no list",
        "\\> no quote",
        "\\=\\=\\=",
        "- a\n- b\n  1. c\n  2. d",
        "7. a\n8. b",
        "> q\n>\n> r\n\ns",
        "- > q\n- r",
        "```\ncode *x*\n````\n  more\n```",
        "`` a`b ``",
        "a\\\nb",
        "<div>x</div>",
        "a <b>x</b>",
        "![pic](https://example.org)",
        "[a **b** c](https://example.org/1)[d](https://example.org/2)",
        "***",
        "* one\n\n  two\n* three",
    };
    struct buffer meant = { 0 };
    struct buffer read = { 0 };
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        report_document_clear(&document);
        report_document_add_line(&document.lines)->text = memory_copy(texts[i]);
        buffer_reset(&page);
        report_markdown(&document, &page);
        tell(texts[i], &meant);
        const char *said = strstr(buffer_text(&page), "## What was said\n");
        ck_assert_ptr_nonnull(said);
        tell(said, &read);
        ck_assert_msg(strcmp(buffer_text(&meant), buffer_text(&read)) == 0,
                      "%.200s\nmeant:%.500s\nread:%.500s\nof:\n%.500s", texts[i],
                      buffer_text(&meant), buffer_text(&read), said);
    }
    buffer_clear(&meant);
    buffer_clear(&read);
}
END_TEST

START_TEST(markdown__has_headings_and_quotes)
{
    report_markdown(&document, &page);
    ck_has("# Mobility \\& towns: the fourth meeting\n");
    ck_has("\n## Who came\n");
    ck_has("\n### Workshop: buses at night\n");
    ck_has("**Point of attention**\n");
    ck_has("\n> We were told “nobody rides at night”, and then the buses were full.\n>\n"
           "> — a project holder\n");
    ck_has("[count](<https://example.org/count>)");
}
END_TEST

static const char hostile[] = "\n# x\n\n- y\n<script>a</script>\n[z](javascript:a) | `";

static void
make_hostile(void *context, char **text)
{
    (void)context;
    memory_replace(text, hostile);
}

START_TEST(hostile_texts__begin_nothing_in_markdown)
{
    struct markdown read = { 0 };
    report_sample_each_text(&document, make_hostile, NULL);
    report_markdown(&document, &page);
    markdown_read(buffer_text(&page), "en", &read);
    size_t titles = 0;
    for (size_t i = 0; i < read.parts.count; i++)
        titles += read.parts.items[i].kind == MARKDOWN_HEADING &&
                  read.parts.items[i].number == 1;
    ck_assert_uint_le(titles, 1);
    ck_assert_ptr_null(strstr(buffer_text(&page), "\n<script"));
    ck_assert_ptr_null(strstr(buffer_text(&page), " <script"));
    markdown_clear(&read);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_text__has_all_of_it__in_80_columns);
    tcase_add_test(tests, a_finding_behind_what_has_a_word__has_its_own__once);
    tcase_add_test(tests, words_of_no_width_to_spare__are_cut__and_no_byte_is_a_command);
    tcase_add_test(tests, french__has_its_headings);
    tcase_add_test(tests, markdown__is_read_again_as_it_was_meant);
    tcase_add_test(tests, markdown__has_headings_and_quotes);
    tcase_add_test(tests, hostile_texts__begin_nothing_in_markdown);
}

SUITE_MAIN("report_lines")
