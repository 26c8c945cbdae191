/* SPDX-License-Identifier: GPL-3.0-or-later */
/* badge_code_test.c - codes of badges, and every slip in reading one */
#include "atelier/domain/badge_code.h"

#include <string.h>

#include "atelier/base/memory.h"

#include "support/suite.h"

enum { MANY = 20000, STEP = 7919 };

static enum badge_reading
read_code(const char *text, int64_t *id)
{
    *id = -1;
    return badge_code_read(text, id);
}

static void
expect_read(const char *text, int64_t expected)
{
    int64_t id;

    ck_assert_msg(read_code(text, &id) == BADGE_READ, "%s", text);
    ck_assert_int_eq(id, expected);
}

static void
expect_not(const char *text, enum badge_reading reading)
{
    int64_t id;

    ck_assert_msg(read_code(text, &id) == reading, "%s", text);
    ck_assert_int_eq(id, -1);
}

START_TEST(code__is_the_number_with_the_check_of_iso_7064)
{
    struct buffer code = { 0 };

    badge_code_add(1, &code);
    ck_assert_str_eq(buffer_text(&code), "0000000195");
    buffer_reset(&code);
    badge_code_add(97, &code);
    ck_assert_str_eq(buffer_text(&code), "0000009798");
    expect_not("0000009701", BADGE_BROKEN); /* as much of a remainder, and not the code */
    buffer_reset(&code);
    badge_code_add(794, &code); /* the example of the standard: 79444 */
    ck_assert_str_eq(buffer_text(&code), "0000079444");
    buffer_clear(&code);
}
END_TEST

/* Numbers near each other, and of all lengths. */
static int64_t
number(int i)
{
    return i % 3 == 0 ? i + 1 : (int64_t)(i + 1) * STEP * (i % 3 == 1 ? 1 : 104729);
}

START_TEST(code__is_read_back)
{
    static const int64_t ends[] = { 99999999, 100000000, INT64_MAX };
    struct buffer code = { 0 };

    for (int i = 0; i < MANY; i++) {
        buffer_reset(&code);
        badge_code_add(number(i), &code);
        expect_read(buffer_text(&code), number(i));
    }
    for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
        buffer_reset(&code);
        badge_code_add(ends[i], &code);
        expect_read(buffer_text(&code), ends[i]);
    }
    buffer_clear(&code);
}
END_TEST

START_TEST(wrong_digit__is_refused__wherever_it_stands)
{
    struct buffer code = { 0 };

    for (int i = 0; i < MANY; i++) {
        buffer_reset(&code);
        badge_code_add(number(i), &code);
        for (size_t at = 0; at < code.length; at++) {
            const char right = code.text[at];

            for (char wrong = '0'; wrong <= '9'; wrong++) {
                code.text[at] = wrong;
                if (wrong != right)
                    expect_not(code.text, BADGE_BROKEN);
            }
            code.text[at] = right;
        }
    }
    buffer_clear(&code);
}
END_TEST

START_TEST(neighbours_that_changed_places__are_refused)
{
    struct buffer code = { 0 };

    for (int i = 0; i < MANY; i++) {
        buffer_reset(&code);
        badge_code_add(number(i), &code);
        for (size_t at = 0; at + 1 < code.length; at++) {
            const char first = code.text[at];

            code.text[at] = code.text[at + 1];
            code.text[at + 1] = first;
            if (code.text[at] != first)
                expect_not(code.text, BADGE_BROKEN);
            code.text[at + 1] = code.text[at];
            code.text[at] = first;
        }
    }
    buffer_clear(&code);
}
END_TEST

START_TEST(keyboard_set_otherwise__types_the_same_code)
{
    struct buffer code = { 0 };
    static const char *const rows[][10] = {
        { "à", "&", "é", "\"", "'", "(", "-", "è", "_", "ç" },
        { "à", "&", "é", "\"", "'", "(", "§", "è", "!", "ç" },
        { "a\u0300", "&", "e\u0301", "\"", "'", "(", "-", "e\u0300", "_", "c\u0327" },
        { "０", "１", "２", "３", "４", "５", "６", "７", "８", "９" },
    };

    for (size_t row = 0; row < sizeof(rows) / sizeof(rows[0]); row++)
        for (int i = 0; i < MANY; i++) {
            struct buffer typed = { 0 };

            buffer_reset(&code);
            badge_code_add(number(i), &code);
            for (size_t at = 0; at < code.length; at++)
                buffer_add(&typed, rows[row][code.text[at] - '0']);
            expect_read(buffer_text(&typed), number(i));
            buffer_clear(&typed);
        }
    buffer_clear(&code);
}
END_TEST

START_TEST(blanks__are_passed_over)
{
    expect_read("  0000079444 ", 794);
    expect_read("0000 0794 44", 794);
    expect_read("0000\u00a00794\u300044", 794);
    expect_read("\t0000079444\r\n", 794);
}
END_TEST

START_TEST(words__are_no_code__and_cut_codes_are_broken)
{
    expect_not("", BADGE_NONE);
    expect_not("martin", BADGE_NONE);
    expect_not("2027", BADGE_NONE);
    expect_not("00000", BADGE_NONE);
    expect_not("000007944", BADGE_BROKEN);
    expect_not("0000079444x", BADGE_NONE);
    expect_not("00000079444", BADGE_BROKEN); /* a digit twice */
    expect_not("00000794440000079444", BADGE_BROKEN);
    expect_not("0000000001", BADGE_BROKEN); /* nobody's */
    expect_not("9999999999999999999999999999999999999999", BADGE_BROKEN);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, code__is_the_number_with_the_check_of_iso_7064);
    tcase_add_test(tests, code__is_read_back);
    tcase_add_test(tests, wrong_digit__is_refused__wherever_it_stands);
    tcase_add_test(tests, neighbours_that_changed_places__are_refused);
    tcase_add_test(tests, keyboard_set_otherwise__types_the_same_code);
    tcase_add_test(tests, blanks__are_passed_over);
    tcase_add_test(tests, words__are_no_code__and_cut_codes_are_broken);
}

SUITE_MAIN("badge_code")
