/* SPDX-License-Identifier: GPL-3.0-or-later */
/* memo_test.c - an answer is kept until something changes, and gives way to newer ones */
#include "database/memo.h"

#include "atelier/base/memory.h"
#include "support/suite.h"

static struct memo memo;

static void
forget(void)
{
    memo_clear(&memo);
}

static void
keep(const char *question, const char *answer)
{
    ck_assert_str_eq(memo_keep(&memo, question, memory_copy(answer)), answer);
}

START_TEST(an_answer__is_found__until_the_file_changes)
{
    memo_check(&memo, 1, 0);
    ck_assert_ptr_null(memo_find(&memo, "aubert"));
    keep("aubert", "[1]");
    keep("bernard", "[2]");
    memo_check(&memo, 1, 0);
    ck_assert_str_eq(memo_find(&memo, "aubert"), "[1]");
    ck_assert_str_eq(memo_find(&memo, "bernard"), "[2]");
    memo_check(&memo, 1, 1); /* by this connection */
    ck_assert_ptr_null(memo_find(&memo, "aubert"));
    keep("aubert", "[3]");
    memo_check(&memo, 2, 1); /* by another */
    ck_assert_ptr_null(memo_find(&memo, "aubert"));
}
END_TEST

START_TEST(the_oldest_answer__gives_its_place_up)
{
    static const char *const questions[] = { "a", "b", "c", "d", "e" };

    for (size_t i = 0; i <= MEMO_MOST; i++)
        keep(questions[i], "[]");
    ck_assert_ptr_null(memo_find(&memo, questions[0]));
    for (size_t i = 1; i <= MEMO_MOST; i++)
        ck_assert_ptr_nonnull(memo_find(&memo, questions[i]));
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, NULL, forget);
    tcase_add_test(tests, an_answer__is_found__until_the_file_changes);
    tcase_add_test(tests, the_oldest_answer__gives_its_place_up);
}

SUITE_MAIN("memo")
