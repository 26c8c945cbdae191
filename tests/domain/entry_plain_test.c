/* SPDX-License-Identifier: GPL-3.0-or-later */
/* entry_plain_test.c - the words of an entry without the signs of Markdown */
#include "atelier/domain/entry_plain.h"

#include <stdlib.h>

#include "support/suite.h"

START_TEST(signs_of_markdown__are_left_out)
{
    static const struct {
        const char *typed, *plain;
    } cases[] = {
        { "a **bold** and _soft_ word", "a bold and soft word" },
        { "un**believ**able", "unbelievable" },
        { "snake_case 2 * 3 * 4", "snake_case 2 * 3 * 4" },
        { "`code` ~~gone~~ ~40 km", "code gone ~40 km" },
        { "# Head\n\n> quoted\n>  - one\n- two", "Head quoted one two" },
        { "-1 degree\n#5 is first", "-1 degree #5 is first" },
        { "see [the **page**](https://example.org/a(b)), [1]", "see the page, [1]" },
        { "![map](map.png) <https://example.org>", "map https://example.org" },
        { "\\*not\\* soft, a\\b", "*not* soft, a\\b" },
        { "  two   blanks \n and\ta line  ", "two blanks and a line" },
        { "[open [a](b", "[open [a](b" },
        { "l’été « ici »", "l’été « ici »" },
        { "", "" },
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct buffer plain = { 0 };
        entry_plain_add(cases[i].typed, &plain);
        ck_assert_str_eq(buffer_text(&plain), cases[i].plain);
        buffer_clear(&plain);
    }
}
END_TEST

START_TEST(lines__stay_lines__with_the_signs_of_lists)
{
    static const struct {
        const char *typed, *plain;
    } cases[] = {
        { "three **ways**:\n\n- *places*,\n  - `here`\n* more",
          "three ways:\n\n- places,\n  - here\n* more" },
        { "# Head\n> said _so_\n1. first", "Head\nsaid so\n1. first" },
        { "", "" },
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct buffer plain = { 0 };
        entry_plain_add_lines(cases[i].typed, &plain);
        ck_assert_str_eq(buffer_text(&plain), cases[i].plain);
        buffer_clear(&plain);
    }
}
END_TEST

START_TEST(what_stood_before__stays)
{
    struct buffer text = { 0 };

    buffer_add(&text, "x ");
    entry_plain_add(" ", &text);
    entry_plain_add(NULL, &text);
    ck_assert_str_eq(buffer_text(&text), "x ");
    buffer_clear(&text);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, signs_of_markdown__are_left_out);
    tcase_add_test(tests, lines__stay_lines__with_the_signs_of_lists);
    tcase_add_test(tests, what_stood_before__stays);
}

SUITE_MAIN("entry_plain")
