/* SPDX-License-Identifier: GPL-3.0-or-later */
/* thrift_test.c - what a key costs on the line and in the program, whatever the machine
 *
 * Bytes and system calls are the same under any load; times and instructions are
 * measured by make bench.
 */
#include <string.h>
#include <termios.h>

#include "support/suite.h"
#include "support/terminal.h"
#include "support/tracer.h"

static const char *const gallery[] = { "tests/ui/gallery", NULL };
static const char *const million[] = { "ROOMS=1000000", NULL };

static struct term *
start_at(unsigned speed)
{
    struct term *term = term_start_at(gallery, million, 24, 80, speed);

    term_expect(term, "F10 menu");
    term_settle(term);
    return term;
}

static struct term *
start(void)
{
    return start_at(B38400);
}

/* Bytes of the keys until the line rests. */
static size_t
bytes_of(struct term *term, const char *keys)
{
    term_keys(term, keys);
    term_settle(term);
    return term_bytes(term);
}

static void
end(struct term *term)
{
    term_keys(term, "<Ctrl-Q>");
    ck_assert_int_eq(term_end(term), 0);
    term_free(term);
}

/* A bar over the whole row, or on a slow line over its beginning alone. */
static const struct {
    unsigned speed;
    size_t bytes;
    const char *look;
} lines[] = { { B38400, 300, "white on blue" }, { B19200, 75, "plain" } };
enum { LINES = sizeof lines / sizeof lines[0] };

START_TEST(a_row_down__sends_few_bytes__anywhere_in_a_million)
{
    struct term *term = start_at(lines[_i].speed);

    ck_assert_uint_le(bytes_of(term, "<Down>"), lines[_i].bytes);
    term_expect_look(term, "São Paulo 2", "São Paulo 2", lines[_i].look);
    (void)bytes_of(term, "<End><Up><Up>");
    ck_assert_uint_le(bytes_of(term, "<Down>"), lines[_i].bytes);
    end(term);
}

START_TEST(a_row_down__sends_few_bytes__with_the_row_in_full_beside_it)
{
    struct term *term = term_start_at(gallery, million, 40, 140, B38400);

    term_expect(term, "F10 menu");
    term_expect(term, "In full");
    term_settle(term);
    ck_assert_uint_le(bytes_of(term, "<Down>"), 800);
    ck_assert_uint_le(bytes_of(term, "<Down>"), 800);
    end(term);
}
END_TEST

START_TEST(a_list__scrolls_by_one__without_being_painted_again)
{
    struct term *term = start();

    (void)bytes_of(term, "<PgDn>");
    ck_assert_uint_le(bytes_of(term, "<Down>"), 200);
    end(term);
}

START_TEST(a_held_key__ends_at_the_same_screen__on_a_slow_line)
{
    struct term *fast = start(), *slow = start();

    for (int i = 0; i < 50; i++)
        term_keys(fast, "<Down>");
    term_hold(slow, "Down", 10, 0);
    term_hold(slow, "Down", 40, 200); /* too late for all columns of all rows */
    term_settle(fast);
    ck_assert_msg(term_wait_screen(slow, term_screen(fast), 5000), "%s",
                  term_screen(slow));
    end(fast);
    end(slow);
}
END_TEST

START_TEST(only_a_key_that_repeats__asks_the_terminal__whose_answer_is_no_key)
{
    struct term *term = start();

    (void)bytes_of(term, "<Down>");
    (void)bytes_of(term, "<Up>");
    ck_assert(!term_has_written(term, "\033[5n", 4));
    (void)bytes_of(term, "<Down><Down><Down><Down>");
    ck_assert(term_has_written(term, "\033[5n", 4));
    ck_assert_ptr_null(strstr(term_screen(term), "does nothing"));
    end(term);
}
END_TEST

START_TEST(a_typed_letter__is_one_byte_and_a_little)
{
    struct term *term = start();

    term_keys(term, "n");
    term_expect(term, "must be filled in");
    term_keys(term, "lodz");
    term_expect(term, "Łódź 8");
    term_keys(term, "<Enter>");
    term_expect(term, "Łódź 1");
    term_settle(term);
    term_keys(term, "<Tab>Ha");
    term_expect(term, "Ha");
    term_settle(term);
    ck_assert_uint_le(bytes_of(term, "l"), 10);
    term_expect(term, "Hal");
    term_free(term);
}

START_TEST(the_first_screen__is_sent_once__modes_included)
{
    struct term *term = start();

    ck_assert_uint_le(term_bytes(term), 24 * 80);
    end(term);
}
END_TEST

START_TEST(a_new_size__paints_once__and_erases_nothing_first)
{
    struct term *term = start();
    size_t again;

    term_resize(term, 40, 120);
    term_settle(term);
    ck_assert_uint_gt(term_bytes(term), 0);
    ck_assert_uint_le(term_bytes(term), 40 * 120);
    ck_assert(!term_was_erased(term));
    again = bytes_of(term, "<Down>");
    ck_assert_uint_le(again, 300);
    end(term);
}

/* A wait, the key, a question whether more came, and the frame in one piece. */
START_TEST(a_row_down__takes_few_system_calls)
{
    struct term *term = start_at(lines[_i].speed);

    /* What an allocator asks for once, it has asked for then. */
    (void)bytes_of(term, "<Down>");
    (void)bytes_of(term, "<Up>");
    if (!tracer_catch(term_pid(term))) {
        term_free(term); /* it is not allowed here */
        return;
    }
    term_keys(term, "<Down>");
    ck_assert_int_le(tracer_calls(term_pid(term)), 6);
    tracer_release(term_pid(term));
    end(term);
}

static void
add_tests(TCase *tests)
{
    tcase_add_loop_test(tests, a_row_down__sends_few_bytes__anywhere_in_a_million, 0,
                        LINES);
    tcase_add_test(tests, a_row_down__sends_few_bytes__with_the_row_in_full_beside_it);
    tcase_add_test(tests, a_list__scrolls_by_one__without_being_painted_again);
    tcase_add_test(tests, a_held_key__ends_at_the_same_screen__on_a_slow_line);
    tcase_add_test(tests,
                   only_a_key_that_repeats__asks_the_terminal__whose_answer_is_no_key);
    tcase_add_test(tests, a_typed_letter__is_one_byte_and_a_little);
    tcase_add_test(tests, the_first_screen__is_sent_once__modes_included);
    tcase_add_test(tests, a_new_size__paints_once__and_erases_nothing_first);
    tcase_add_loop_test(tests, a_row_down__takes_few_system_calls, 0, LINES);
}

SUITE_MAIN("thrift")
