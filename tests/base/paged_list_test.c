/* SPDX-License-Identifier: GPL-3.0-or-later */
/* paged_list_test.c - items that lie in memory and in a spool */
#include "atelier/base/paged_list.h"

#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "support/suite.h"

enum { PAGE = 4096, MANY = 100000, ITEM = 24 };

struct item {
    uint64_t number;
    char rest[ITEM - sizeof(uint64_t)];
};

static struct paged_list *list;

static void
end(void)
{
    paged_list_free(list);
    list = NULL;
}

static void
put(size_t index, uint64_t number)
{
    struct item *item = paged_list_edit(list, index);
    item->number = number;
}

static uint64_t
get(size_t index)
{
    const struct item *item = paged_list_get(list, index);
    return item->number;
}

static void
fill(size_t bytes)
{
    list = paged_list_new(sizeof(struct item), bytes);
    paged_list_grow(list, MANY);
    for (size_t i = 0; i < MANY; i++)
        put(i, i * 7 + 1);
}

static void
check_all(void)
{
    for (size_t i = 0; i < MANY; i++)
        ck_assert_uint_eq(get(i), i * 7 + 1);
}

/* A whole number that goes through all of them without order. */
static size_t
anywhere(size_t step)
{
    return step * 7919 % MANY;
}

START_TEST(a_hundred_thousand_items__come_back__from_four_pages)
{
    fill((size_t)4 * PAGE);
    ck_assert_uint_eq(paged_list_count(list), MANY);
    check_all();
    for (size_t i = 0; i < MANY; i++)
        put(anywhere(i), get(anywhere(i)) + 1);
    for (size_t i = 0; i < MANY; i++)
        ck_assert_uint_eq(get(i), i * 7 + 2);
}
END_TEST

START_TEST(its_memory__hardly_grows__with_its_length)
{
    list = paged_list_new(sizeof(struct item), (size_t)4 * PAGE);
    paged_list_grow(list, 4096);
    for (size_t i = 0; i < 4096; i++)
        put(i, i);
    const size_t few = paged_list_bytes(list);
    end();
    fill((size_t)4 * PAGE);
    ck_assert_uint_le(paged_list_bytes(list), few + MANY / 20);
}
END_TEST

START_TEST(new_items__are_zeroed__wherever_they_lie)
{
    static const struct item nothing;

    list = paged_list_new(sizeof(struct item), PAGE);
    paged_list_grow(list, MANY);
    put(MANY - 1, 5);
    put(0, 5);
    for (size_t i = 1; i < MANY - 1; i++)
        ck_assert(memcmp(paged_list_get(list, i), &nothing, sizeof(nothing)) == 0);
    ck_assert_uint_eq(get(MANY - 1), 5);
    paged_list_grow(list, MANY + 1);
    ck_assert_uint_eq(get(MANY), 0);
    paged_list_grow(list, 3); /* it never shrinks */
    ck_assert_uint_eq(paged_list_count(list), MANY + 1);
}
END_TEST

START_TEST(a_short_list__needs_no_spool)
{
    const int before = open("/dev/null", O_RDONLY | O_CLOEXEC);

    list = paged_list_new(sizeof(struct item), (size_t)4 * PAGE);
    paged_list_grow(list, 600);
    for (size_t i = 0; i < 600; i++)
        put(i, i);
    const int after = open("/dev/null", O_RDONLY | O_CLOEXEC);
    ck_assert_int_eq(after, before + 1);
    (void)close(after);
    (void)close(before);
}
END_TEST

START_TEST(it_stays_in_memory__where_no_spool_can_be_made)
{
    ck_assert_int_eq(setenv("TMPDIR", "/nowhere/at/all", 1), 0);
    fill((size_t)4 * PAGE);
    ck_assert_int_eq(unsetenv("TMPDIR"), 0);
    check_all();
    ck_assert_uint_ge(paged_list_bytes(list), (size_t)MANY * ITEM);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, NULL, end);
    tcase_add_test(tests, a_hundred_thousand_items__come_back__from_four_pages);
    tcase_add_test(tests, its_memory__hardly_grows__with_its_length);
    tcase_add_test(tests, new_items__are_zeroed__wherever_they_lie);
    tcase_add_test(tests, a_short_list__needs_no_spool);
    tcase_add_test(tests, it_stays_in_memory__where_no_spool_can_be_made);
}

SUITE_MAIN("paged_list")
