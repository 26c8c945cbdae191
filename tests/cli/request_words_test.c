/* SPDX-License-Identifier: GPL-3.0-or-later */
/* request_words_test.c - what ssh was asked for is cut into words, and nothing expands */
#include "gateway/request_words.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/buffer.h"
#include "support/suite.h"

static void
expect(const char *text, enum request_fault fault, const char *joined)
{
    struct request_words words;
    struct buffer seen = { 0 };

    request_words_init(&words, text);
    ck_assert_msg(words.fault == fault, "%s: fault %d", text, words.fault);
    for (int i = 0; fault == REQUEST_FINE && i < words.count; i++)
        buffer_addf(&seen, "[%s]", words.words[1 + i]);
    if (fault == REQUEST_FINE)
        ck_assert_str_eq(buffer_text(&seen), joined);
    buffer_clear(&seen);
    request_words_clear(&words);
}

START_TEST(words__are_parted_by_blanks__and_kept_by_quotes)
{
    expect(NULL, REQUEST_FINE, "");
    expect("", REQUEST_FINE, "");
    expect("   ", REQUEST_FINE, "");
    expect("registration list 12", REQUEST_FINE, "[registration][list][12]");
    expect("  a\t b ", REQUEST_FINE, "[a][b]");
    expect("a 'b c' \"d e\" f\\ g", REQUEST_FINE, "[a][b c][d e][f g]");
    expect("--search='Saint Aubin'", REQUEST_FINE, "[--search=Saint Aubin]");
    expect("a '' \"\" b", REQUEST_FINE, "[a][][][b]");
    expect("'it'\\''s'", REQUEST_FINE, "[it's]");
    expect("\"a \\\"b\\\" \\\\ \\n 'c'\"", REQUEST_FINE, "[a \"b\" \\ \\n 'c']");
    expect("'a\\'", REQUEST_FINE, "[a\\]");
    expect("é ŁÓDŹ", REQUEST_FINE, "[é][ŁÓDŹ]");
}
END_TEST

START_TEST(nothing__is_expanded)
{
    expect("list $HOME ~ * `id` $(id) a;b|c>d & #x", REQUEST_FINE,
           "[list][$HOME][~][*][`id`][$(id)][a;b|c>d][&][#x]");
    expect("\"$HOME `id`\"", REQUEST_FINE, "[$HOME `id`]");
}
END_TEST

START_TEST(what_is_unfinished_or_no_line__is_refused)
{
    expect("a 'b", REQUEST_UNFINISHED, NULL);
    expect("a \"b", REQUEST_UNFINISHED, NULL);
    expect("a \"b\\\"", REQUEST_UNFINISHED, NULL);
    expect("a\\", REQUEST_UNFINISHED, NULL);
    expect("a\nb", REQUEST_CONTROL, NULL);
    expect("a\rb", REQUEST_CONTROL, NULL);
    expect("a '\x1b[2J'", REQUEST_CONTROL, NULL);
    expect("a\x7f", REQUEST_CONTROL, NULL);

    char *longest = calloc(REQUEST_BYTES_MOST + 2, 1);
    ck_assert_ptr_nonnull(longest);
    memset(longest, 'x', REQUEST_BYTES_MOST + 1);
    expect(longest, REQUEST_LONG, NULL);
    for (int i = 0; i < REQUEST_BYTES_MOST; i += 2)
        longest[i] = ' ';
    longest[REQUEST_BYTES_MOST] = '\0';
    struct request_words words;
    request_words_init(&words, longest);
    ck_assert_int_eq(words.fault, REQUEST_FINE);
    ck_assert_int_eq(words.count, REQUEST_BYTES_MOST / 2);
    ck_assert_ptr_null(words.words[1 + words.count]);
    request_words_clear(&words);
    free(longest);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, words__are_parted_by_blanks__and_kept_by_quotes);
    tcase_add_test(tests, nothing__is_expanded);
    tcase_add_test(tests, what_is_unfinished_or_no_line__is_refused);
}

SUITE_MAIN("request_words")
