/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json_test.c - texts as JSON writes them (RFC 8259, section 7) */
#include "atelier/base/json.h"

#include <stdlib.h>

#include "support/suite.h"

static const struct {
    const char *text;
    const char *json;
} texts[] = {
    { NULL, "null" },
    { "", "\"\"" },
    { "Anna", "\"Anna\"" },
    { "say \"no\"", "\"say \\\"no\\\"\"" },
    { "C:\\new", "\"C:\\\\new\"" },
    { "\\", "\"\\\\\"" },
    { "two\nlines\n", "\"two\\nlines\\n\"" },
    { "\t\r\x01\x1f", "\"\\u0009\\u000d\\u0001\\u001f\"" },
    { " \x7f/", "\" \x7f/\"" },
    { "Łódź – 𝄞 😀", "\"Łódź – 𝄞 😀\"" },
    { "null", "\"null\"" },
};

START_TEST(a_text__stands_in_quotes__and_what_json_keeps_for_itself_is_escaped)
{
    struct buffer json = { 0 };

    json_add_text(&json, texts[_i].text);
    ck_assert_str_eq(buffer_text(&json), texts[_i].json);
    buffer_clear(&json);
}
END_TEST

START_TEST(a_text__is_added_behind_what_is_there)
{
    struct buffer json = { 0 };

    buffer_add(&json, "[");
    json_add_text(&json, "a");
    json_add_text(&json, NULL);
    ck_assert_str_eq(buffer_text(&json), "[\"a\"null");
    buffer_clear(&json);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_loop_test(
        tests, a_text__stands_in_quotes__and_what_json_keeps_for_itself_is_escaped, 0,
        (int)(sizeof texts / sizeof texts[0]));
    tcase_add_test(tests, a_text__is_added_behind_what_is_there);
}

SUITE_MAIN("json")
