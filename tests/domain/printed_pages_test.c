/* SPDX-License-Identifier: GPL-3.0-or-later */
/* printed_pages_test.c - pages come over as they were, and nothing else is taken for them
 */
#include "atelier/domain/printed_pages.h"

#include "atelier/base/memory.h"
#include "support/suite.h"

static struct printed_pages sent, came;
static struct buffer wire;
static struct error err;

static void
set_up(void)
{
    sent.title = memory_copy("Müll\n.0:");
    sent.office.name = memory_copy("Réseau");
    sent.office.funding = memory_copy("Région");
    sent.landscape = 1;
    printed_pages_add(&sent, BLOCK_TITLE, "b0:", NULL);
    printed_pages_add(&sent, BLOCK_COLUMNS, "4 20", "30");
    printed_pages_add(&sent, BLOCK_ROW, NULL, NULL);
    printed_pages_add(&sent, BLOCK_CELL, NULL, "below");
    printed_pages_add(&sent, BLOCK_CELL, "two", NULL);
    printed_pages_add_wire(&wire, &sent);
}

static void
tear_down(void)
{
    printed_pages_clear(&sent);
    printed_pages_clear(&came);
    buffer_clear(&wire);
}

static bool
read_part(size_t length)
{
    printed_pages_clear(&came);
    return printed_pages_read_wire(buffer_text(&wire), length, &came, &err);
}

START_TEST(pages__come_over_as_they_were)
{
    ck_assert_msg(read_part(wire.length), "%s", err.message);
    ck_assert_str_eq(came.title, "Müll\n.0:");
    ck_assert_ptr_null(came.office.address);
    ck_assert_str_eq(came.office.funding, "Région");
    ck_assert_int_eq(came.landscape, 1);
    ck_assert_uint_eq(came.blocks.count, 5);
    ck_assert_str_eq(came.blocks.items[0].text, "b0:");
    ck_assert_ptr_null(came.blocks.items[3].text);
    ck_assert_str_eq(came.blocks.items[3].more, "below");
    ck_assert_str_eq(came.blocks.items[4].text, "two");
}
END_TEST

START_TEST(what_is_cut_anywhere__is_refused)
{
    for (size_t length = 0; length < wire.length; length++) {
        ck_assert_msg(!read_part(length), "%zu", length);
        ck_assert_int_eq(err.kind, ERROR_INPUT);
    }
}
END_TEST

static const char *const refused[] = {
    "e3:abc.0:",       "c3:abc.0:",
    "c0:.0:",          "c4:9999.0:",
    "t1:ae1:b.0:",     "c17:1 1 1 1 1 1 1 1 1.0:",
    "t1:a+1:b+1:c.0:", "z1:a.0:",
    "W1:2.0:",         "t1:a",
};

START_TEST(what_is_no_page_of_ours__is_refused)
{
    buffer_reset(&wire);
    buffer_addf(&wire, "atelier pages 1\n%s", refused[_i]);
    ck_assert_msg(!read_part(wire.length), "%s", refused[_i]);
    ck_assert_int_eq(err.kind, ERROR_INPUT);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, pages__come_over_as_they_were);
    tcase_add_test(tests, what_is_cut_anywhere__is_refused);
    tcase_add_loop_test(tests, what_is_no_page_of_ours__is_refused, 0,
                        sizeof(refused) / sizeof(refused[0]));
}

SUITE_MAIN("printed_pages")
