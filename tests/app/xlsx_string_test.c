/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xlsx_string_test.c - a text as a cell of a workbook can hold it */
#include "export/xlsx_string.h"

#include <check.h>
#include <string.h>

#include "support/suite.h"

START_TEST(text__that_xml_cannot_hold__is_left_out_of_a_workbook)
{
    struct buffer text = { 0 };
    xlsx_string_add(&text, "a\x01"
                           "b\xef\xbf\xbe"
                           "c\xff"
                           "d\n_x0041__x4_");
    ck_assert_str_eq(buffer_text(&text), "abc\xef\xbf\xbd"
                                         "d\n_x005F_x0041__x005F_x4_");
    buffer_clear(&text);
}
END_TEST

/* One that another program wrote must not cost the others their workbook. */
START_TEST(text__longer_than_a_cell_holds__is_cut)
{
    enum { MOST = 32767 };
    struct buffer whole = { 0 };
    struct buffer text = { 0 };

    for (int i = 0; i < MOST; i++)
        buffer_add(&whole, "é");
    xlsx_string_add(&text, buffer_text(&whole));
    ck_assert_str_eq(buffer_text(&text), buffer_text(&whole));
    buffer_add(&whole, "é");
    buffer_reset(&text);
    xlsx_string_add(&text, buffer_text(&whole));
    ck_assert_uint_eq(text.length, (MOST - 1) * strlen("é") + strlen("…"));
    ck_assert_str_eq(buffer_text(&text) + text.length - strlen("é…"), "é…");
    buffer_clear(&text);
    buffer_clear(&whole);
}
END_TEST

START_TEST(text__of_signs_that_count_twice__is_cut_between_them)
{
    enum { SIGNS = 20000, MOST = 16383 };
    struct buffer whole = { 0 };
    struct buffer text = { 0 };

    for (int i = 0; i < SIGNS; i++)
        buffer_add(&whole, "\xf0\x9f\x8c\xb3");
    xlsx_string_add(&text, buffer_text(&whole));
    ck_assert_uint_eq(text.length, (size_t)MOST * 4 + strlen("…"));
    buffer_clear(&text);
    buffer_clear(&whole);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, text__that_xml_cannot_hold__is_left_out_of_a_workbook);
    tcase_add_test(tests, text__longer_than_a_cell_holds__is_cut);
    tcase_add_test(tests, text__of_signs_that_count_twice__is_cut_between_them);
}

SUITE_MAIN("xlsx_string")
