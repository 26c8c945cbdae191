/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_addresses_test.c - which addresses are copied of the rows that were chosen */
#include "widget/list_addresses.h"

#include <string.h>

#include "atelier/base/memory.h"
#include "support/suite.h"

/* The rows of a list: id 1 is the first. */
static const char *const cells[] = {
    "a@x.test",
    NULL,
    "b@x.test",
    "a@x.test", /* once is enough */
    "no address",
    "c@x.test\033]52;c;eA==\a", /* a command where it is pasted */
    "d@x.test\n",
    "e@x.test, f@x.test", /* two of them, or a way to hide one */
    "Léa <g@x.test>",
    "h@\xff.test",
    "i\xe2\x80\xae@x.test", /* written backwards from here */
    "zoé@élan.test",
    "j k@x.test",
    "xa@x.test", /* another one, which ends like the first */
};
enum { ROWS = sizeof(cells) / sizeof(cells[0]), GONE = 99 };

static const struct column columns[] = {
    { .name = "family", .kind = FIELD_TEXT },
    { .name = "email", .kind = FIELD_EMAIL },
    { .name = "given", .kind = FIELD_TEXT },
};
static const struct listing listing = { .columns = columns, .column_count = 3 };

static bool
locate(struct ui *ui, void *context, const struct listing_query *query, int64_t id,
       struct listing_key *key, struct error *err)
{
    (void)ui;
    (void)context;
    (void)query;
    key->id = id;
    return id != GONE || error_set(err, ERROR_NOT_FOUND, "It is gone.");
}

static bool
fetch(struct ui *ui, void *context, const struct listing_query *query,
      enum listing_direction direction, const struct listing_key *key, size_t count,
      struct listing_page *page, struct error *err)
{
    (void)ui;
    (void)context;
    (void)query;
    (void)err;
    ck_assert_int_eq(direction, LISTING_FROM);
    ck_assert_uint_eq(count, 1);
    const char *cell = cells[key->id - 1];
    const char family[] = { (char)('A' + key->id - 1), '\0' };
    page->rows = memory_new(1, sizeof(*page->rows));
    page->rows[0] = (struct listing_row){ .id = key->id };
    page->rows[0].cells = memory_new(3, sizeof(char *));
    page->rows[0].cells[0] = memory_copy(family);
    if (key->id % 2 == 0)
        page->rows[0].cells[2] = memory_copy("Ana");
    page->rows[0].cells[1] = cell ? memory_copy(cell) : NULL;
    page->count = 1;
    page->column_count = 3;
    return true;
}

static const struct list_source source = { .fetch = fetch, .locate = locate };

static void
expect(int64_t *marks, size_t count, const char *text, size_t found, size_t without,
       const char *nobody)
{
    struct list list = {
        .listing = &listing, .source = &source, .marks = marks, .mark_count = count
    };
    struct list_addresses addresses = { 0 };
    struct error err = { 0 };

    ck_assert_msg(list_addresses(&list, NULL, &addresses, &err), "%s", err.message);
    ck_assert_str_eq(buffer_text(&addresses.text), text);
    ck_assert_uint_eq(addresses.count, found);
    ck_assert_uint_eq(addresses.without, without);
    ck_assert_str_eq(buffer_text(&addresses.nobody), nobody);
    list_addresses_clear(&addresses);
}

START_TEST(addresses__are_there_once__and_what_is_none_is_counted)
{
    int64_t all[ROWS];

    for (int i = 0; i < ROWS; i++)
        all[i] = i + 1;
    expect(all, ROWS, "a@x.test, b@x.test, zoé@élan.test, xa@x.test", 4, 9,
           "Ana B, E, Ana F");
}
END_TEST

START_TEST(address__that_ends_like_another__is_its_own)
{
    int64_t two[] = { 14, 1 };

    expect(two, 2, "xa@x.test, a@x.test", 2, 0, "");
}
END_TEST

START_TEST(row__that_has_left_the_list__is_passed_over)
{
    int64_t two[] = { GONE, 3 };

    expect(two, 2, "b@x.test", 1, 0, "");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, addresses__are_there_once__and_what_is_none_is_counted);
    tcase_add_test(tests, address__that_ends_like_another__is_its_own);
    tcase_add_test(tests, row__that_has_left_the_list__is_passed_over);
}

SUITE_MAIN("list_addresses")
