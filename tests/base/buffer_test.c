/* SPDX-License-Identifier: GPL-3.0-or-later */
/* buffer_test.c - a text that grows */
#include "atelier/base/buffer.h"

#include <stdlib.h>
#include <string.h>

#include "support/suite.h"

START_TEST(empty_buffer__has__a_text)
{
    struct buffer buffer = { 0 };
    ck_assert_str_eq(buffer_text(&buffer), "");
    buffer_add(&buffer, NULL);
    ck_assert_str_eq(buffer_text(&buffer), "");
    ck_assert_ptr_null(buffer.text);
    buffer_reset(&buffer);
    ck_assert_str_eq(buffer_text(&buffer), "");
    buffer_clear(&buffer);
}

START_TEST(buffer__keeps__what_it_holds_while_it_grows)
{
    struct buffer buffer = { 0 };
    for (int i = 0; i < 100000; i++) {
        buffer_add_char(&buffer, (char)('a' + i % 26));
        if (buffer.length >= buffer.capacity)
            ck_abort_msg("no room for the zero byte at %zu", buffer.length);
    }
    ck_assert_uint_eq(buffer.length, 100000);
    ck_assert_uint_gt(buffer.capacity, buffer.length);
    ck_assert_uint_eq(strlen(buffer_text(&buffer)), 100000);
    for (int i = 0; i < 100000; i++)
        if (buffer.text[i] != 'a' + i % 26)
            ck_abort_msg("byte %d changed", i);
    buffer_clear(&buffer);
    ck_assert_ptr_null(buffer.text);
    ck_assert_uint_eq(buffer.length, 0);
}

START_TEST(part__takes__only_its_bytes)
{
    struct buffer buffer = { 0 };
    buffer_add_part(&buffer, "Ada Lovelace", 3);
    ck_assert_str_eq(buffer_text(&buffer), "Ada");
    buffer_add_part(&buffer, "Ada", 0);
    ck_assert_str_eq(buffer_text(&buffer), "Ada");
    buffer_add_part(&buffer, "\0x", 2);
    ck_assert_uint_eq(buffer.length, 5);
    ck_assert_mem_eq(buffer.text, "Ada\0x", 6);
    buffer_clear(&buffer);
}

START_TEST(format__is_added__behind_what_was_there)
{
    struct buffer buffer = { 0 };
    buffer_addf(&buffer, "%s", "");
    ck_assert_str_eq(buffer_text(&buffer), "");
    buffer_add(&buffer, "seats: ");
    buffer_addf(&buffer, "%d of %d, %s", 39, 40, "Łódź");
    ck_assert_str_eq(buffer_text(&buffer), "seats: 39 of 40, Łódź");
    buffer_addf(&buffer, "%*s", 5000, "x");
    ck_assert_uint_eq(buffer.length, strlen("seats: 39 of 40, Łódź") + 5000);
    ck_assert_int_eq(buffer.text[buffer.length - 1], 'x');
    ck_assert_int_eq(buffer.text[buffer.length], '\0');
    buffer_clear(&buffer);
}

START_TEST(reset__keeps__the_memory)
{
    struct buffer buffer = { 0 };
    buffer_add(&buffer, "a first line that is thrown away");
    size_t capacity = buffer.capacity;
    buffer_reset(&buffer);
    ck_assert_str_eq(buffer_text(&buffer), "");
    ck_assert_uint_eq(buffer.length, 0);
    ck_assert_uint_eq(buffer.capacity, capacity);
    buffer_add(&buffer, "next");
    ck_assert_str_eq(buffer_text(&buffer), "next");
    buffer_clear(&buffer);
}

START_TEST(taken_text__outlives__the_buffer)
{
    struct buffer buffer = { 0 };
    buffer_add(&buffer, "kept");
    char *text = buffer_take(&buffer);
    ck_assert_ptr_null(buffer.text);
    ck_assert_uint_eq(buffer.length, 0);
    buffer_add(&buffer, "other");
    ck_assert_str_eq(text, "kept");
    ck_assert_str_eq(buffer_text(&buffer), "other");
    buffer_clear(&buffer);
    free(text);

    text = buffer_take(&buffer);
    ck_assert_str_eq(text, "");
    free(text);
}

START_TEST(end__is_dropped__where_it_is_that_byte)
{
    struct buffer buffer = { 0 };

    buffer_drop_end(&buffer, '.');
    buffer_add(&buffer, "Said.");
    buffer_drop_end(&buffer, '.');
    buffer_drop_end(&buffer, '.');
    ck_assert_str_eq(buffer_text(&buffer), "Said");
    buffer_clear(&buffer);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, empty_buffer__has__a_text);
    tcase_add_test(tests, buffer__keeps__what_it_holds_while_it_grows);
    tcase_add_test(tests, part__takes__only_its_bytes);
    tcase_add_test(tests, format__is_added__behind_what_was_there);
    tcase_add_test(tests, reset__keeps__the_memory);
    tcase_add_test(tests, end__is_dropped__where_it_is_that_byte);
    tcase_add_test(tests, taken_text__outlives__the_buffer);
}

SUITE_MAIN("buffer")
