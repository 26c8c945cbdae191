/* SPDX-License-Identifier: GPL-3.0-or-later */
/* erased_names_test.c - the names of somebody, found and replaced in any text */
#include <check.h>
#include <string.h>

#include "atelier/domain/erased_names.h"
#include "support/suite.h"

static struct erased_names names;

static void
set_up(void)
{
    names = (struct erased_names){ 0 };
    erased_names_add_full(&names, "Müller", "Anna");
    erased_names_add_full(&names, "O’Brien-Łódzki", "Siobhán");
    erased_names_add_full(&names, "山田", "太郎");
    erased_names_add_alone(&names, "Petit");
    erased_names_add_text(&names, "anna@example.org");
    erased_names_add_text(&names, "+33 1 99 00");
}

static void
tear_down(void)
{
    erased_names_clear(&names);
}

/* What stays: NULL. */
static const struct {
    const char *text;
    const char *replaced;
} texts[] = {
    { "Anna Müller", "X" },
    { "with Müller, Anna.", "with X." },
    { "MULLER Anna and Mueller, anna", "X and X" },
    { "d’Anna Müller\nsoon", "d’X\nsoon" },
    { "anna müller, müller anna", "X, X" },
    { "Siobhán O'Brien Lodzki!", "X!" },
    { "写 山田太郎 写", "写 X 写" },
    { "Ask Petit, or M. PETIT", "Ask X, or M. X" },
    { "write to Anna@Example.org, call +33 1 99 00", "write to X, call +X" },
    { "“Anna Müller”", "“X”" },
    { "Anna", NULL },
    { "Müller, Luc", NULL },
    { "Anna Müllerin", NULL },
    { "un petit train", NULL },
    { "Petitjean", NULL },
    { "", NULL },
};

START_TEST(a_name__goes_from_a_text__and_nothing_else_does)
{
    struct buffer replaced = { 0 };
    const bool any = erased_names_replace(&names, texts[_i].text, "X", &replaced);
    ck_assert_msg(any == (texts[_i].replaced != NULL), "%s", texts[_i].text);
    ck_assert_str_eq(buffer_text(&replaced), any ? texts[_i].replaced : "");
    ck_assert(!any || erased_names_may_be_in(&names, texts[_i].text));
    buffer_clear(&replaced);
}
END_TEST

START_TEST(without_names__nothing_is_replaced)
{
    const struct erased_names none = { 0 };
    struct buffer replaced = { 0 };
    ck_assert(!erased_names_replace(&none, "Anna Müller", "X", &replaced));
    ck_assert(!erased_names_replace(&names, NULL, "X", &replaced));
    buffer_clear(&replaced);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, a_name__goes_from_a_text__and_nothing_else_does, 0,
                        (int)(sizeof texts / sizeof texts[0]));
    tcase_add_test(tests, without_names__nothing_is_replaced);
}

SUITE_MAIN("erased_names")
