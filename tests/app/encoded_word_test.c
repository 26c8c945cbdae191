/* SPDX-License-Identifier: GPL-3.0-or-later */
/* encoded_word_test.c - words of e-mail headers are read as a mail program shows them */
#include "import/encoded_word.h"

#include <stdlib.h>

#include "support/suite.h"

static const struct {
    const char *text;
    const char *plain; /* NULL: it has none */
} words[] = {
    { "=?UTF-8?B?w4lsb8Ovc2U=?= Blanc", "Éloïse Blanc" },
    { "=?iso-8859-1?Q?L=E9ger?=", "Léger" },
    { "=?iso-8859-1?q?L=e9ger_Max?=", "Léger Max" },
    { "=?windows-1252?Q?=8Cuvrard?=", "Œuvrard" },
    { "=?utf-8?Q?Jos=C3=A9_?= =?utf-8?Q?Garc=C3=ADa?=", "José García" },
    { "=?utf-8?Q?Jos=C3?= =?utf-8?Q?=A9?=", "José" }, /* a letter cut in two */
    { "=?utf-8?Q?Jos=C3=A9?=\r\n =?iso-8859-1?Q?=E9?=", "Joséé" },
    { "=?UTF-8?B?w4k?= et =?UTF-8?B?w4k=?=", "É et É" },
    { "=?utf-8*fr?Q?=C3=A9?=", "é" },
    { "=?UTF-16BE?B?AOk=?=", "é" },
    { "=?utf-8?Q?a=00=0Ab?= c", "a b c" }, /* a cell has neither */
    { "=?utf-8?Q?=FF?=", "\xef\xbf\xbd" },
    { "Durand", NULL },
    { "=SUM(A1)?=", NULL },
    { "=?no-such-charset?Q?a?=", NULL },
    { "=??Q?a?=", NULL },
    { "=?utf-8?X?a?=", NULL },
    { "=?utf-8?Q?never ends", NULL },
    { "=?utf-8?Q", NULL },
    { "=?", NULL },
};

START_TEST(encoded_word__is_read)
{
    char *plain = encoded_word_decode(words[_i].text);

    if (words[_i].plain)
        ck_assert_str_eq(plain, words[_i].plain);
    else
        ck_assert_ptr_null(plain);
    free(plain);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_loop_test(tests, encoded_word__is_read, 0,
                        sizeof(words) / sizeof(words[0]));
}

SUITE_MAIN("encoded_word")
