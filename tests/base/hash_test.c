/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hash_test.c - the hash that the files hold is the one of every program to come */
#include "atelier/base/hash.h"

#include <string.h>

#include "support/suite.h"

/* As its authors published them (FNV-1a, 64 bits). */
static const struct {
    const char *text;
    uint64_t hash;
} known[] = {
    { "", UINT64_C(0xcbf29ce484222325) },
    { "a", UINT64_C(0xaf63dc4c8601ec8c) },
    { "foobar", UINT64_C(0x85944171f73967e8) },
};

START_TEST(the_hash__is_the_known_one)
{
    const char *text = known[_i].text;

    ck_assert_uint_eq(hash_add(HASH_EMPTY, text, strlen(text)), known[_i].hash);
}
END_TEST

START_TEST(the_hash__goes_on_where_it_was)
{
    const uint64_t begun = hash_add(HASH_EMPTY, "foo", 3);

    ck_assert_uint_eq(hash_add(begun, "bar", 3), known[2].hash);
    ck_assert_uint_eq(hash_add(begun, "", 0), begun);
}
END_TEST

START_TEST(the_hash__tells_bytes_apart__that_are_no_text)
{
    const uint64_t zero = hash_add(HASH_EMPTY, "\0", 1);

    ck_assert_uint_ne(zero, HASH_EMPTY);
    ck_assert_uint_ne(hash_add(HASH_EMPTY, "\xff", 1), zero);
    ck_assert_uint_ne(hash_add(HASH_EMPTY, "ab\0c", 4), hash_add(HASH_EMPTY, "a\0bc", 4));
}
END_TEST

START_TEST(the_hash_of_many__differs__wherever_a_bit_does)
{
    unsigned char bytes[43];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (unsigned char)i;
    const uint64_t is = hash_add_many(HASH_EMPTY, bytes, sizeof bytes);
    for (size_t bit = 0; bit < sizeof bytes * 8; bit++) {
        bytes[bit / 8] ^= (unsigned char)(1 << bit % 8);
        ck_assert_uint_ne(hash_add_many(HASH_EMPTY, bytes, sizeof bytes), is);
        bytes[bit / 8] ^= (unsigned char)(1 << bit % 8);
    }
    ck_assert_uint_eq(hash_add_many(hash_add_many(HASH_EMPTY, bytes, 16), bytes + 16, 27),
                      is);
    memcpy(bytes, "eight by", 8);
    memcpy(bytes + 8, "sixteen.", 8);
    const uint64_t one = hash_add_many(HASH_EMPTY, bytes, 16);
    memcpy(bytes, "sixteen.eight by", 16);
    ck_assert_uint_ne(hash_add_many(HASH_EMPTY, bytes, 16), one);
    const uint64_t other = hash_add_many(HASH_EMPTY, bytes, 16);
    for (size_t i = 0; i < 16; i++)
        bytes[i] ^= i % 8 == 7 ? 0x80 : 0; /* the highest bits of two words */
    ck_assert_uint_ne(hash_add_many(HASH_EMPTY, bytes, 16), other);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_loop_test(tests, the_hash__is_the_known_one, 0,
                        (int)(sizeof known / sizeof known[0]));
    tcase_add_test(tests, the_hash__goes_on_where_it_was);
    tcase_add_test(tests, the_hash__tells_bytes_apart__that_are_no_text);
    tcase_add_test(tests, the_hash_of_many__differs__wherever_a_bit_does);
}

SUITE_MAIN("hash")
