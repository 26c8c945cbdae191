/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_index_test.c - earlier rows are found, and fifty thousand take little memory */
#include "import/import_index.h"

#include <stdbool.h>
#include <stdio.h>

#include "atelier/base/memory.h"
#include "import/import_state.h"
#include "support/suite.h"

enum { MANY = 50000, MOST = 20 };

static struct import_index rows;

static void
end(void)
{
    import_index_clear(&rows);
}

static struct import_keys
keys_of(const char *family, const char *given, const char *email,
        const char *organisation)
{
    struct import_row row = { 0 };
    struct import_keys keys;

    row.values[IMPORT_FAMILY] = memory_copy(family);
    row.values[IMPORT_GIVEN] = memory_copy(given);
    row.values[IMPORT_EMAIL] = memory_copy(email);
    row.values[IMPORT_ORGANISATION] = memory_copy(organisation);
    import_keys_make(&keys, &row);
    import_row_clear(&row);
    return keys;
}

static void
add(size_t row, const char *family, const char *given, const char *email,
    const char *organisation)
{
    const struct import_keys keys = keys_of(family, given, email, organisation);
    import_index_add(&rows, &keys, row);
}

static size_t
find(size_t *found, const char *family, const char *given, const char *email,
     const char *organisation)
{
    const struct import_keys keys = keys_of(family, given, email, organisation);
    return import_index_find(&rows, &keys, found, MOST);
}

/* Somebody of many, who has an e-mail and an organisation. */
static struct import_keys
keys_of_one(size_t number)
{
    char family[32];
    char email[64];

    (void)snprintf(family, sizeof(family), "Family%zu", number);
    (void)snprintf(email, sizeof(email), "anna.%zu@example.org", number);
    return keys_of(family, "Anna", email, "Example Office");
}

static size_t
bytes_of(size_t count)
{
    import_index_init(&rows, count);
    for (size_t i = 0; i < count; i++) {
        const struct import_keys keys = keys_of_one(i);
        import_index_add(&rows, &keys, i);
    }
    const size_t bytes = import_index_bytes(&rows);
    import_index_clear(&rows);
    return bytes;
}

START_TEST(fifty_thousand_rows__take_hardly_more_memory__than_twenty_thousand)
{
    ck_assert_uint_le(bytes_of(MANY), bytes_of(20000) + 4096);
    ck_assert_uint_le(sizeof(struct import_ruling), 24);
    ck_assert_uint_le(sizeof(struct table_mark), 8);
}
END_TEST

START_TEST(each_of_fifty_thousand__is_found__and_hardly_anybody_else)
{
    size_t others = 0;

    import_index_init(&rows, MANY);
    for (size_t i = 0; i < MANY; i++) {
        const struct import_keys keys = keys_of_one(i);
        import_index_add(&rows, &keys, i);
    }
    for (size_t i = 0; i < MANY; i++) {
        const struct import_keys keys = keys_of_one(i);
        size_t found[MOST];
        const size_t count = import_index_find(&rows, &keys, found, MOST);
        bool is_found = false;
        for (size_t f = 0; f < count; f++)
            is_found = is_found || found[f] == i;
        ck_assert_msg(is_found, "row %zu is not found", i);
        others += count - 1;
    }
    ck_assert_uint_le(others, MANY / 100); /* each costs a row that is read again */
}
END_TEST

START_TEST(a_row__is_found__by_each_thing_that_it_shares)
{
    size_t found[MOST];

    import_index_init(&rows, 3);
    add(0, "Müller", "Zoé", "zoe@example.org", "Mairie de Lune");
    ck_assert_uint_eq(find(found, "Mueller", "ZOE", NULL, NULL), 1);
    ck_assert_uint_eq(find(found, "Autre", "Nom", "zoe@example.org", NULL), 1);
    ck_assert_uint_eq(find(found, "Müller", "Z.", NULL, "mairie de lune"), 1);
    ck_assert_uint_eq(find(found, "Müller", "Anne", NULL, NULL), 0);
    ck_assert_uint_eq(find(found, "Autre", "Zoé", NULL, "Mairie de Lune"), 0);
}
END_TEST

/* Such names have no form that kin could share. */
START_TEST(a_name_alone__and_one_without_letters__are_found)
{
    size_t found[MOST];

    import_index_init(&rows, 3);
    add(0, "Durand", NULL, NULL, NULL);
    add(1, "!?", "Anna", NULL, NULL);
    ck_assert_uint_eq(find(found, "DURAND", NULL, NULL, NULL), 1);
    ck_assert_uint_eq(found[0], 0);
    ck_assert_uint_eq(find(found, "!?", "Anna", NULL, NULL), 1);
    ck_assert_uint_eq(found[0], 1);
}
END_TEST

START_TEST(kin__is_found)
{
    size_t found[MOST];

    import_index_init(&rows, 3);
    add(0, "DELATOUR", "Anna", NULL, NULL);
    add(1, "Dupontel-Durand", "Anna Maria", NULL, NULL);
    ck_assert_uint_eq(find(found, "de La Tour", "Anna", NULL, NULL), 1);
    ck_assert_uint_eq(found[0], 0);
    ck_assert_uint_eq(find(found, "Dupontel", "Anna", NULL, NULL), 1);
    ck_assert_uint_eq(found[0], 1);
}
END_TEST

/* More share it than are given back. */
START_TEST(the_same_names_come_first__among_a_hundred_colleagues)
{
    size_t found[MOST];
    char given[16];

    import_index_init(&rows, 101);
    for (size_t i = 0; i < 100; i++) {
        (void)snprintf(given, sizeof(given), "Given%zu", i);
        add(i, "Martin", given, NULL, "Example Office");
    }
    ck_assert_uint_eq(find(found, "Martin", "Given99", NULL, "Example Office"), MOST);
    ck_assert_uint_eq(found[0], 99);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, NULL, end);
    tcase_add_test(tests,
                   fifty_thousand_rows__take_hardly_more_memory__than_twenty_thousand);
    tcase_add_test(tests, each_of_fifty_thousand__is_found__and_hardly_anybody_else);
    tcase_add_test(tests, a_row__is_found__by_each_thing_that_it_shares);
    tcase_add_test(tests, a_name_alone__and_one_without_letters__are_found);
    tcase_add_test(tests, kin__is_found);
    tcase_add_test(tests, the_same_names_come_first__among_a_hundred_colleagues);
}

SUITE_MAIN("import_index")
