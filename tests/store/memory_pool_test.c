/* SPDX-License-Identifier: GPL-3.0-or-later */
/* memory_pool_test.c - what SQLite keeps in a piece of memory stays, whatever its size */
#include "database/memory_pool.h"

#include <stdint.h>
#include <string.h>

#include <sqlite3.h>

#include "support/suite.h"

enum { SIZE_MOST = 5000, ALIGNED = 8 };

static void
begin(void)
{
    ck_assert_int_eq(sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0), SQLITE_OK);
    memory_pool_prepare();
    ck_assert_int_eq(sqlite3_initialize(), SQLITE_OK);
}

static unsigned char *
take(int size)
{
    unsigned char *piece = sqlite3_malloc(size);

    ck_assert_ptr_nonnull(piece);
    ck_assert_uint_eq((uintptr_t)piece % ALIGNED, 0);
    ck_assert_uint_ge(sqlite3_msize(piece), (unsigned)size);
    memset(piece, size & 0xFF, (size_t)size);
    return piece;
}

static void
assert_holds(const unsigned char *piece, int bytes, int size)
{
    for (int i = 0; i < bytes; i++)
        ck_assert_msg(piece[i] == (size & 0xFF), "%d of %d", i, size);
}

START_TEST(pieces_of_all_sizes__keep_what_is_in_them)
{
    static unsigned char *pieces[SIZE_MOST + 1];

    for (int round = 0; round < 3; round++) { /* cut first, then taken again */
        for (int size = 1; size <= SIZE_MOST; size++)
            pieces[size] = take(size);
        for (int size = 1; size <= SIZE_MOST; size++) {
            assert_holds(pieces[size], size, size);
            sqlite3_free(pieces[size]);
        }
    }
}
END_TEST

START_TEST(a_piece_that_grows_or_shrinks__keeps_its_beginning)
{
    static const int sizes[] = { 1, 8, 9, 100, 504, 505, 512, 513, 4700, 9000 };
    enum { SIZES = sizeof sizes / sizeof sizes[0] };

    for (size_t i = 0; i < SIZES; i++)
        for (size_t j = 0; j < SIZES; j++) {
            unsigned char *piece = sqlite3_realloc(take(sizes[i]), sizes[j]);

            ck_assert_ptr_nonnull(piece);
            ck_assert_uint_ge(sqlite3_msize(piece), (unsigned)sizes[j]);
            assert_holds(piece, sizes[i] < sizes[j] ? sizes[i] : sizes[j], sizes[i]);
            memset(piece, 0, (size_t)sizes[j]);
            sqlite3_free(piece);
        }
}
END_TEST

START_TEST(a_piece_that_is_given_back__is_the_next_of_its_size)
{
    unsigned char *first = take(100), *other = take(100);

    ck_assert_ptr_ne(first, other);
    sqlite3_free(first);
    unsigned char *smaller = take(50), *next = take(98);
    ck_assert_ptr_ne(smaller, first);
    ck_assert_ptr_eq(next, first);
    assert_holds(other, 100, 100);
    sqlite3_free(other);
    sqlite3_free(next);
    ck_assert_ptr_eq(take(100), next);
    ck_assert_ptr_eq(take(100), other);
}
END_TEST

START_TEST(small_pieces__stand_one_behind_another)
{
    const unsigned char *first = take(24), *second = take(24);

    ck_assert_ptr_eq(second, first + 32);
}
END_TEST

START_TEST(larger_pieces__are_the_c_librarys)
{
    ck_assert_uint_eq(sqlite3_msize(take(500)), 504);
    ck_assert_uint_eq(sqlite3_msize(take(505)), 505);
    ck_assert_uint_eq(sqlite3_msize(take(5001)), 5001);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, NULL);
    tcase_add_test(tests, pieces_of_all_sizes__keep_what_is_in_them);
    tcase_add_test(tests, a_piece_that_grows_or_shrinks__keeps_its_beginning);
    if (suite_is_sanitized()) /* each is the C library's then */
        return;
    tcase_add_test(tests, a_piece_that_is_given_back__is_the_next_of_its_size);
    tcase_add_test(tests, small_pieces__stand_one_behind_another);
    tcase_add_test(tests, larger_pieces__are_the_c_librarys);
}

SUITE_MAIN("memory_pool")
