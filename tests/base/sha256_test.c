/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sha256_test.c - the SHA-256 of bytes, beside what the standard and sha256sum say */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/sha256.h"
#include "support/suite.h"

static void
expect(const char *bytes, size_t length, const char *sum)
{
    char text[SHA256_TEXT_SIZE];

    sha256_text(bytes, length, text);
    ck_assert_str_eq(text, sum);
}

START_TEST(the_examples_of_the_standard__come_out)
{
    static const char two[] = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
    char *million = malloc(1000000);

    expect("", 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect("abc", 3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect(two, strlen(two),
           "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    memset(million, 'a', 1000000);
    expect(million, 1000000,
           "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    free(million);
}
END_TEST

/* What is left behind the last whole block may need one more. */
START_TEST(each_length__near_a_block__comes_out)
{
    static const struct {
        size_t length;
        const char *sum;
    } known[] = {
        { 55, "5a383411d906da80612f366cb9b90ae54bcf6e7743b4117ace0884d98cd159ca" },
        { 56, "c66a5b692b9a20229733ef8b87cfec52679c86a0c0245643484c46d4dcd82afa" },
        { 63, "85021e4907c21645631d596eee989bf43c2cd56b074175d5393804dbf1744412" },
        { 64, "72996563049cc84daa2c3f31fd5c3d10770e69d6ebbb8da5b6d76db303dbae43" },
        { 65, "57685f5e43ddac1567f4d404c357c44bab70744b8b6af6009760389170c5c062" },
        { 119, "de05957e72aca438f9b0c770cb2ee7fa0e58e08eb54536478db136d54c097abb" },
        { 120, "46a063da7dc0c878899dfc50adf2558256652c05dd1afc0b1341f7608c7a4776" },
        { 128, "8169c725edd39f00140ffcf57c45b9c5143e2ffe375869e4cf2805342715d2b1" },
    };
    char zs[128];

    memset(zs, 'z', sizeof(zs));
    for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
        expect(zs, known[i].length, known[i].sum);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, the_examples_of_the_standard__come_out);
    tcase_add_test(tests, each_length__near_a_block__comes_out);
}

SUITE_MAIN("sha256")
