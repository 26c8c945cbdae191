/* SPDX-License-Identifier: GPL-3.0-or-later */
/* markdown_test.c - what CommonMark makes of a text, and what it may not */
#include "report/markdown.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "support/suite.h"

static struct markdown markdown;
static struct buffer told;

static void
tear_down(void)
{
    markdown_clear(&markdown);
    buffer_clear(&told);
}

static void
tell_run(const struct markdown_run *run)
{
    buffer_add(&told, run->style & MARKDOWN_BOLD ? "b" : "");
    buffer_add(&told, run->style & MARKDOWN_ITALIC ? "i" : "");
    buffer_add(&told, run->style & MARKDOWN_MONO ? "c" : "");
    buffer_addf(&told, "{%s%s%s}", run->text, run->address ? "|" : "",
                run->address ? run->address : "");
}

/* All of it in one line: a letter a part, its number, its runs. */
static const char *
read_as(const char *language, const char *text)
{
    static const char letters[] = "PHC-L)I]Q/";

    markdown_clear(&markdown);
    buffer_reset(&told);
    markdown_read(text, language, &markdown);
    for (size_t i = 0; i < markdown.parts.count; i++) {
        const struct markdown_part *part = &markdown.parts.items[i];
        buffer_add_char(&told, letters[part->kind]);
        if (part->number)
            buffer_addf(&told, "%d", part->number);
        for (size_t j = 0; j < part->runs; j++)
            tell_run(&markdown.runs.items[part->first + j]);
    }
    return buffer_text(&told);
}

static void
ck_read(const char *text, const char *expected)
{
    ck_assert_str_eq(read_as("en", text), expected);
}

START_TEST(paragraphs_and_runs__are_told_apart)
{
    ck_read("one *two* **three** `four`", "P{one }i{two}{ }b{three}{ }c{four}");
    ck_read("**bold *both* bold**", "Pb{bold }bi{both}b{ bold}");
    ck_read("**a **b** c**", "Pb{a }b{b}b{ c}");
    ck_read("one\ntwo\n\nthree", "P{one}{ }{two}P{three}");
    ck_read("one\\\ntwo", "P{one}{\n}{two}");
    ck_read("## Two *b*", "H2{Two }i{b}");
    ck_read("***", "-");
    ck_read("```\na < b\n  c\n```", "Cc{a < b\n  c}");
    ck_read("", "");
    ck_read(NULL, "");
}
END_TEST

START_TEST(lists_and_quotes__stand_in_one_another)
{
    ck_read("- a\n- b", "L-1I-1P{a}]I-1P{b}])");
    ck_read("3. a\n4. b\n   - c", "L3I3P{a}]I4P{b}L-1I-1P{c}])])");
    ck_read("> a\n>\n> - b", "QP{a}L-1I-1P{b}])/");
}
END_TEST

START_TEST(html__is_shown_as_it_was_typed)
{
    ck_read("a <b>\"x\"</b>", "P{a }{<b>}{“x”}{</b>}");
    ck_read("<script>\nalert('1')\n</script>",
            "P{<script>}{\n}{alert('1')}{\n}{</script>}");
    ck_read("a &lt;script&gt; &amp; b", "P{a <script> & b}");
}
END_TEST

START_TEST(only_addresses_of_the_web_and_of_mail__are_links)
{
    ck_read("[a](https://example.org/x)", "P{a|https://example.org/x}");
    ck_read("[a](HTTP://example.org)", "P{a|HTTP://example.org}");
    ck_read("[a](mailto:a@example.org)", "P{a|mailto:a@example.org}");
    ck_read("<https://example.org>", "P{https://example.org|https://example.org}");
    ck_read("[a](javascript:alert(1)) b", "P{a}{ b}");
    ck_read("[a](data:text/html,x)", "P{a}");
    ck_read("[a](java&#10;script:x)", "P{a}");
    ck_read("[a](/etc/passwd)", "P{a}");
    ck_read("[a](https://)", "P{a}");
    ck_read("[a](https://example.org/%22\"><b>)",
            "P{a|https://example.org/%22%22%3E%3Cb%3E}");
    ck_read("[a](<https://example.org/\"é>)", "P{a|https://example.org/%22%C3%A9}");
    ck_read("[a **b**](http://x.org) c", "P{a |http://x.org}b{b|http://x.org}{ c}");
    ck_read("![picture](https://example.org/x.png)", "P{picture}");
}
END_TEST

START_TEST(controls__are_left_out)
{
    ck_read("a&#1;b&#27;[31mc&#x202e;d&#x9b;e", "P{ab[31mcde}");
    ck_read("`a\x1b[31m\x01`", "Pc{a[31m}");
}
END_TEST

START_TEST(words_are_set__and_code_is_not)
{
    ck_assert_str_eq(read_as("fr", "l'\"eau\" `l'\"eau\"` ?"),
                     "P{l’«\u00A0eau\u00A0» }c{l'\"eau\"}{\u202F?}");
    ck_assert_str_eq(read_as("fr", "\"**eau**\" !"), "P{«\u00A0}b{eau}{\u00A0»\u202F!}");
    ck_assert_str_eq(read_as("fr", "\"un\n\ndeux\""), "P{«\u00A0un}P{deux\u00A0»}");
}
END_TEST

START_TEST(depth_and_size__are_bounded)
{
    struct buffer text = { 0 };
    for (int i = 0; i < 500; i++)
        buffer_add(&text, "> ");
    buffer_add(&text, "deep");
    markdown_read(buffer_text(&text), "en", &markdown);
    size_t quotes = 0;
    size_t ends = 0;
    for (size_t i = 0; i < markdown.parts.count; i++) {
        quotes += markdown.parts.items[i].kind == MARKDOWN_QUOTE;
        ends += markdown.parts.items[i].kind == MARKDOWN_QUOTE_END;
    }
    ck_assert_uint_eq(quotes, MARKDOWN_DEPTH_MOST);
    ck_assert_uint_eq(ends, MARKDOWN_DEPTH_MOST);
    markdown_add_plain(&markdown, &told);
    ck_assert_str_eq(buffer_text(&told), "deep");

    buffer_reset(&text);
    for (int i = 0; i < 30; i++) {
        for (int j = 0; j < 2 * i; j++)
            buffer_add(&text, " ");
        buffer_addf(&text, "- level%d\n", i);
    }
    (void)read_as("en", buffer_text(&text));
    ck_assert(strstr(buffer_text(&told), "level29"));

    buffer_reset(&text);
    while (text.length <= MARKDOWN_MOST)
        buffer_add(&text, "*a* ");
    (void)read_as("en", buffer_text(&text));
    ck_assert_uint_eq(markdown.parts.count, 1);
    ck_assert_uint_eq(markdown.runs.count, 1);
    buffer_clear(&text);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, NULL, tear_down);
    tcase_set_timeout(tests, 30);
    tcase_add_test(tests, paragraphs_and_runs__are_told_apart);
    tcase_add_test(tests, lists_and_quotes__stand_in_one_another);
    tcase_add_test(tests, html__is_shown_as_it_was_typed);
    tcase_add_test(tests, only_addresses_of_the_web_and_of_mail__are_links);
    tcase_add_test(tests, controls__are_left_out);
    tcase_add_test(tests, words_are_set__and_code_is_not);
    tcase_add_test(tests, depth_and_size__are_bounded);
}

SUITE_MAIN("markdown")
