/* SPDX-License-Identifier: GPL-3.0-or-later */
/* day_list_test.c - days and periods as an office writes them down, and what is refused
 */
#include "atelier/domain/day_list.h"

#include <string.h>

#include "atelier/base/buffer.h"
#include "support/suite.h"

static struct day_list list;
static struct error err;

static void
set_up(void)
{
    err = (struct error){ 0 };
}

static void
tear_down(void)
{
    day_list_clear(&list);
}

static void
expect(size_t index, struct date first, struct date last, const char *name)
{
    ck_assert_uint_gt(list.count, index);
    ck_assert_int_eq(date_compare(list.items[index].first, first), 0);
    ck_assert_int_eq(date_compare(list.items[index].last, last), 0);
    ck_assert_str_eq(list.items[index].name, name);
}

START_TEST(lines__are_days_and_periods__with_a_name_or_without)
{
    ck_assert(day_list_read("# ours\n2027-05-07 Bridge day\n\n"
                            "2/8/2027..20.8.2027\tSummer  # all of it\r\n"
                            "  2027-12-24\n2027-12-31; Eve",
                            &list, &err));
    ck_assert_uint_eq(list.count, 4);
    expect(0, (struct date){ 2027, 5, 7 }, (struct date){ 2027, 5, 7 }, "Bridge day");
    expect(1, (struct date){ 2027, 8, 2 }, (struct date){ 2027, 8, 20 }, "Summer");
    expect(2, (struct date){ 2027, 12, 24 }, (struct date){ 2027, 12, 24 }, "");
    expect(3, (struct date){ 2027, 12, 31 }, (struct date){ 2027, 12, 31 }, "Eve");
}
END_TEST

START_TEST(a_period__is_written_with_any_dash__and_blanks_around_it)
{
    static const char *const alike[] = {
        "2026-12-24..2026-12-31 Christmas",  "24/12/2026-31/12/2026 Christmas",
        "24/12/2026 - 31/12/2026 Christmas", "24.12.2026–31.12.2026 Christmas",
        "2026-12-24-2026-12-31 Christmas",   "2026-12-24 — 31/12/2026; Christmas",
        "24/12/2026 … 2026-12-31 Christmas",
    };

    for (size_t i = 0; i < sizeof alike / sizeof alike[0]; i++) {
        ck_assert_msg(day_list_read(alike[i], &list, &err), "%s", err.message);
        ck_assert_uint_eq(list.count, 1);
        expect(0, (struct date){ 2026, 12, 24 }, (struct date){ 2026, 12, 31 },
               "Christmas");
        day_list_clear(&list);
    }
    ck_assert(day_list_read("1/8/2027-5/8/2027\n24/12/2026 - 2 of us stay", &list, &err));
    expect(0, (struct date){ 2027, 8, 1 }, (struct date){ 2027, 8, 5 }, "");
    expect(1, (struct date){ 2026, 12, 24 }, (struct date){ 2026, 12, 24 },
           "- 2 of us stay");
}
END_TEST

START_TEST(no_text__is_no_day)
{
    ck_assert(day_list_read(NULL, &list, &err));
    ck_assert_uint_eq(list.count, 0);
    ck_assert(day_list_read("\n # nothing\n", &list, &err));
    ck_assert_uint_eq(list.count, 0);
}
END_TEST

START_TEST(a_line_that_cannot_be_read__is_named__and_nothing_is_kept)
{
    static const char *const wrong[] = {
        "Bridge day",
        "2027-02-29 No such day",
        "31/4/2027 Nor this",
        "2027-05-07Glued",
        "7/5/27 Two digits",
        "2027-05-07.. Open",
        "2027-05-07..2027-05-01 Backwards",
        "2027-05-07...2027-05-08",
        "7/5/2027 - 1/5/2027 Backwards too",
        "2027-05-07-08 Half",
    };

    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
        struct buffer text = { 0 };
        buffer_addf(&text, "2027-05-06 Ascension\n%s\n", wrong[i]);
        ck_assert_msg(!day_list_read(buffer_text(&text), &list, &err), "%s", wrong[i]);
        ck_assert_int_eq(err.kind, ERROR_INPUT);
        ck_assert_ptr_nonnull(strstr(err.message, "Line 2, “"));
        ck_assert_ptr_nonnull(strstr(err.message, wrong[i]));
        ck_assert_uint_eq(list.count, 0);
        buffer_clear(&text);
    }
}
END_TEST

START_TEST(a_period__is_found__from_its_first_day_to_its_last)
{
    const struct date before = { 2027, 8, 1 }, first = { 2027, 8, 2 };
    const struct date last = { 2027, 8, 20 }, after = { 2027, 8, 21 };

    ck_assert(day_list_read("2027-08-02..2027-08-20 Summer", &list, &err));
    ck_assert_ptr_null(day_list_find(&list, before, before));
    ck_assert_ptr_nonnull(day_list_find(&list, first, first));
    ck_assert_ptr_nonnull(day_list_find(&list, last, last));
    ck_assert_ptr_null(day_list_find(&list, after, after));
    ck_assert_ptr_nonnull(day_list_find(&list, before, first));
    ck_assert_ptr_nonnull(day_list_find(&list, before, after));
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, lines__are_days_and_periods__with_a_name_or_without);
    tcase_add_test(tests, a_period__is_written_with_any_dash__and_blanks_around_it);
    tcase_add_test(tests, no_text__is_no_day);
    tcase_add_test(tests, a_line_that_cannot_be_read__is_named__and_nothing_is_kept);
    tcase_add_test(tests, a_period__is_found__from_its_first_day_to_its_last);
}

SUITE_MAIN("day_list")
