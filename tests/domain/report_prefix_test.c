/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_prefix_test.c - the sign that begins a typed entry, and what only looks like one
 */
#include "atelier/domain/report_prefix.h"

#include "support/suite.h"

static void
expect(const char *typed, enum report_entry_kind kind, int64_t indent, const char *text)
{
    struct report_typed read;

    report_prefix_read(typed, &read);
    ck_assert_msg(read.kind == kind, "%s: %d", typed, (int)read.kind);
    ck_assert_msg(read.indent == indent, "%s: %d deep", typed, (int)read.indent);
    ck_assert_str_eq(read.text, text);
    ck_assert(read.has_sign == (kind != ENTRY_FINDING));
}

START_TEST(a_sign__says_of_which_kind_it_is__with_a_blank_or_without)
{
    expect("? Who pays", ENTRY_QUESTION, 0, "Who pays");
    expect("?Qui paie", ENTRY_QUESTION, 0, "Qui paie");
    expect("!\tLate", ENTRY_ATTENTION, 0, "Late");
    expect("> “We wait”", ENTRY_QUOTE, 0, "“We wait”");
    expect(">“We wait”", ENTRY_QUOTE, 0, "“We wait”");
    expect(">\"We wait\"", ENTRY_QUOTE, 0, "\"We wait\"");
    expect("+ Ask early", ENTRY_RECOMMENDATION, 0, "Ask early");
    expect("+Écrire", ENTRY_RECOMMENDATION, 0, "Écrire");
    expect("=\xC2\xA0"
           "Agreed",
           ENTRY_DECISION, 0, "Agreed");
    expect(". All in all", ENTRY_CONCLUSION, 0, "All in all");
    expect("~ Line two", ENTRY_REMARK, 0, "Line two");
    expect("Towns wait", ENTRY_FINDING, 0, "Towns wait");
    expect("+", ENTRY_RECOMMENDATION, 0, "");
    expect("", ENTRY_FINDING, 0, "");
}
END_TEST

START_TEST(what_only_looks_like_a_sign__is_a_finding)
{
    static const char *const texts[] = {
        "... and so on", "…",    "?!",        "!!",         "+33 1 02 03",
        "+5 %",          "=5",   "=> so",     ">> nested",  "==",
        ".5 of them",    ".NET", "- a list",  "![plan](x)", "?? really",
        "+-2",           "≥ 3",  "~ 40 came", "~40 came",   "~~gone~~",
        "~ten"
    };

    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        expect(texts[i], ENTRY_FINDING, 0, texts[i]);
}
END_TEST

START_TEST(a_backslash__keeps_the_sign__and_stays_where_markdown_needs_it)
{
    expect("\\? really", ENTRY_FINDING, 0, "? really");
    expect("\\. x", ENTRY_FINDING, 0, ". x");
    expect("\\~ x", ENTRY_FINDING, 0, "~ x");
    expect("\\> x", ENTRY_FINDING, 0, "\\> x");
    expect("\\+ x", ENTRY_FINDING, 0, "\\+ x");
    expect("\\*x", ENTRY_FINDING, 0, "\\*x");
    expect("\\...", ENTRY_FINDING, 0, "\\...");
}
END_TEST

START_TEST(blanks_before__are_levels)
{
    expect(" x", ENTRY_FINDING, 0, "x");
    expect("  ? x", ENTRY_QUESTION, 1, "x");
    expect("\t\tx", ENTRY_FINDING, 2, "x");
    expect("            = x", ENTRY_DECISION, 3, "x");
}
END_TEST

START_TEST(what_is_written__is_read_as_the_same)
{
    static const char *const texts[] = { "Towns wait", "? really", "+33", "> x",
                                         "... y" };

    for (int kind = 0; kind < ENTRY_KIND_COUNT; kind++)
        for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
            struct buffer line = { 0 };
            struct report_typed read;
            report_prefix_add((enum report_entry_kind)kind, 2, texts[i], &line);
            report_prefix_read(buffer_text(&line), &read);
            ck_assert_int_eq(read.kind, kind);
            ck_assert_int_eq(read.indent, 2);
            /* Of a finding the backslash stays before what is Markdown. */
            ck_assert_str_eq(read.text + (*read.text == '\\'), texts[i]);
            buffer_clear(&line);
        }
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, a_sign__says_of_which_kind_it_is__with_a_blank_or_without);
    tcase_add_test(tests, what_only_looks_like_a_sign__is_a_finding);
    tcase_add_test(tests, a_backslash__keeps_the_sign__and_stays_where_markdown_needs_it);
    tcase_add_test(tests, blanks_before__are_levels);
    tcase_add_test(tests, what_is_written__is_read_as_the_same);
}

SUITE_MAIN("report_prefix")
