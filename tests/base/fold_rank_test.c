/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fold_rank_test.c - a better fit comes before a worse one */
#include "atelier/base/fold_rank.h"

#include "support/suite.h"

START_TEST(a_name__ranks__by_where_the_words_are)
{
    static const struct {
        const char *name, *around, *typed;
        enum fold_rank rank;
    } cases[] = {
        { "salle du conseil", NULL, "salle du con", FOLD_RANK_BEGINS },
        { "salle du conseil", NULL, "", FOLD_RANK_BEGINS },
        { "colas leo", NULL, "le co", FOLD_RANK_WORDS },
        { "colas leo", NULL, " leo", FOLD_RANK_WORDS },
        { "colas awa", "ville de lodz", "colas lo", FOLD_RANK_AROUND },
        { "martin paul", NULL, "arti pa", FOLD_RANK_IN },
        { "martin paul", "lyon", "yon mar", FOLD_RANK_AROUND },
        { "martin paul", "lyon", "mar lille", FOLD_RANK_NONE },
        { "", NULL, "a", FOLD_RANK_NONE },
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
        ck_assert_msg(fold_rank(cases[i].name, cases[i].around, cases[i].typed) ==
                          cases[i].rank,
                      "“%s” in “%s”", cases[i].typed, cases[i].name);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, a_name__ranks__by_where_the_words_are);
}

SUITE_MAIN("fold_rank")
