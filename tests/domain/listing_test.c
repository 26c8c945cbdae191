/* SPDX-License-Identifier: GPL-3.0-or-later */
/* listing_test.c - the columns of every list, and what a page owns */
#include "atelier/domain/listing.h"

#include <string.h>

#include "atelier/base/memory.h"

#include "support/suite.h"

START_TEST(every_listing__has_columns__of_unique_names)
{
    for (int kind = 0; kind < LISTING_COUNT; kind++) {
        const struct listing *listing = listing_get((enum listing_kind)kind);

        ck_assert_int_eq(listing->kind, kind);
        ck_assert_uint_gt(listing->column_count, 0);
        for (size_t i = 0; i < listing->column_count; i++)
            for (size_t j = 0; j < i; j++)
                ck_assert_str_ne(listing->columns[i].name, listing->columns[j].name);
    }
}

START_TEST(columns__have_a_label_and_a_width__when_they_are_shown)
{
    for (int kind = 0; kind < LISTING_COUNT; kind++) {
        const struct listing *listing = listing_get((enum listing_kind)kind);

        for (size_t i = 0; i < listing->column_count; i++) {
            const struct column *column = &listing->columns[i];

            ck_assert(column->priority == 0 || column->label);
            ck_assert_int_eq(column->priority > 0, column->width > 0);
            ck_assert(column->most == 0 || column->most >= column->width);
            if (column->kind != FIELD_TEXT) /* whose words may be the program's */
                ck_assert_int_eq(column->kind == FIELD_CHOICE, column->choices != NULL);
        }
    }
}

START_TEST(what_is_always_shown__fits__eighty_columns)
{
    for (int kind = 0; kind < LISTING_COUNT; kind++) {
        const struct listing *listing = listing_get((enum listing_kind)kind);
        int width = 0;
        int stretching = 0;

        for (size_t i = 0; i < listing->column_count; i++) {
            if (listing->columns[i].priority != 1 || listing->columns[i].is_seldom)
                continue;
            width += listing->columns[i].width + 1;
            stretching += listing->columns[i].most == 0;
        }
        ck_assert_msg(width - 1 <= 78, "listing %d is %d wide", kind, width - 1);
        ck_assert_int_eq(stretching, 1);
    }
}

START_TEST(references__are_paired__with_their_words)
{
    /* What a person reads in place of an id is in the same listing. */
    const struct listing *listing = listing_get(LISTING_REGISTRATION);
    static const char *const names[] = { "organisation", "organisation_name", "category",
                                         "category_name" };

    for (size_t n = 0; n < 4; n++) {
        bool found = false;
        for (size_t i = 0; i < listing->column_count; i++)
            found = found || strcmp(listing->columns[i].name, names[n]) == 0;
        ck_assert_msg(found, "%s", names[n]);
    }
}

START_TEST(page__frees__its_cells_and_keys)
{
    struct listing_page page = { .count = 2, .column_count = 3 };

    page.rows = memory_new(2, sizeof *page.rows);
    for (size_t i = 0; i < 2; i++) {
        page.rows[i].cells = memory_new(3, sizeof *page.rows[i].cells);
        page.rows[i].cells[0] = memory_copy("cell");
        page.rows[i].key.text = memory_copy("key");
    }
    listing_page_clear(&page);
    ck_assert_ptr_null(page.rows);
    ck_assert_uint_eq(page.count, 0);
}

START_TEST(key__is_copied__and_cleared)
{
    struct listing_key one = { .text = memory_copy("roe"), .number = 3, .id = 9 };
    struct listing_key other = { .text = memory_copy("before") };

    listing_key_copy(&other, &one);
    listing_key_clear(&one);
    ck_assert_str_eq(other.text, "roe");
    ck_assert_int_eq(other.number, 3);
    ck_assert_int_eq(other.id, 9);
    listing_key_clear(&other);
    ck_assert_ptr_null(other.text);
}

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, every_listing__has_columns__of_unique_names);
    tcase_add_test(tests, columns__have_a_label_and_a_width__when_they_are_shown);
    tcase_add_test(tests, what_is_always_shown__fits__eighty_columns);
    tcase_add_test(tests, references__are_paired__with_their_words);
    tcase_add_test(tests, page__frees__its_cells_and_keys);
    tcase_add_test(tests, key__is_copied__and_cleared);
}

SUITE_MAIN("listing")
