/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_judge_test.c - the pause before clashes are looked for in the calendar: a key
 * that is held down walks on before they are
 */
#include "screen/agenda_judge.h"

#include "screen/agenda_view.h"
#include "support/suite.h"
#include "terminal/terminal.h"

enum { REPEAT = 33 /* milliseconds between two keys of one that is held */ };

START_TEST(clashes__wait_for_longer__than_a_held_key_takes_to_come_again)
{
    const int64_t before = terminal_clock();
    const int64_t from = agenda_judge_from();

    ck_assert_int_gt(from - before, REPEAT);
    ck_assert_int_gt(agenda_judge_in(from + REPEAT), REPEAT / 2);
    ck_assert_int_eq(agenda_judge_in(before), 0);
}
END_TEST

START_TEST(a_view__that_was_read__is_judged_behind_the_pause__and_once)
{
    struct agenda_view view = { .unjudged = true,
                                .judged_from = terminal_clock() + 1000000 };

    ck_assert_int_gt(agenda_view_tick_in(&view), 100000);
    view.judged_from = 1;
    ck_assert_int_eq(agenda_view_tick_in(&view), 0);
    view.unjudged = false;
    ck_assert_int_eq(agenda_view_tick_in(&view), -1);
    view.stale = true; /* words were typed: that is read first */
    view.unjudged = true;
    view.judged_from = terminal_clock() + 1000000;
    ck_assert_int_eq(agenda_view_tick_in(&view), 0);
}
END_TEST

START_TEST(rows__that_a_key_has_passed__let_the_pause_begin_anew)
{
    struct listing_row rows[] = { { .id = 3 }, { .id = 4 } };
    struct list list = { .rows = rows };
    struct agenda_judge judge = { .is_stale = true };

    ck_assert_int_eq(agenda_judge_due_in(&judge, &list), -1);
    list.count = 2;
    (void)agenda_judge_due_in(&judge, &list);
    judge.from = 1; /* long ago */
    ck_assert_int_eq(agenda_judge_due_in(&judge, &list), 0);
    rows[1].id = 5; /* the list went a row down */
    (void)agenda_judge_due_in(&judge, &list);
    ck_assert_int_gt(judge.from, 1);
    judge.from = 1;
    rows[0].id = 4;
    (void)agenda_judge_due_in(&judge, &list);
    ck_assert_int_gt(judge.from, 1);
    judge = (struct agenda_judge){ .first = 4, .last = 5, .count = 2 };
    ck_assert_int_eq(agenda_judge_due_in(&judge, &list), -1);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, clashes__wait_for_longer__than_a_held_key_takes_to_come_again);
    tcase_add_test(tests, a_view__that_was_read__is_judged_behind_the_pause__and_once);
    tcase_add_test(tests, rows__that_a_key_has_passed__let_the_pause_begin_anew);
}

SUITE_MAIN("agenda_judge")
