/* SPDX-License-Identifier: GPL-3.0-or-later */
/* question_test.c - what an act asks, and what it was told */
#include "atelier/domain/question.h"

#include <check.h>

#include "support/suite.h"

static struct questions sheet;
static struct error err;

static void
set_up(void)
{
    err = (struct error){ 0 };
}

static void
tear_down(void)
{
    questions_clear(&sheet);
}

static bool
put_seat(void)
{
    return question_put(&sheet, QUESTION_SEAT, &err, "%d of %d are taken.", 2, 2);
}

static void
expect_reasons(const char *overtake, const char *seat)
{
    ck_assert_pstr_eq(question_reason(&sheet, QUESTION_OVERTAKE), overtake);
    ck_assert_pstr_eq(question_reason(&sheet, QUESTION_SEAT), seat);
    ck_assert_ptr_null(question_reason(&sheet, QUESTION_CLOCK));
}

START_TEST(a_question__is_put__and_is_open)
{
    ck_assert(!question_is_open(&sheet, QUESTION_SEAT));
    ck_assert(!put_seat());
    ck_assert_int_eq(err.kind, ERROR_QUESTION);
    ck_assert_int_eq(err.question, QUESTION_SEAT);
    ck_assert_str_eq(err.message, "2 of 2 are taken.");
    ck_assert_str_eq(sheet.entries[QUESTION_SEAT].sentence, err.message);
    ck_assert(question_is_open(&sheet, QUESTION_SEAT));
    ck_assert(!question_is_open(&sheet, QUESTION_OVERTAKE));
}
END_TEST

START_TEST(without_a_sheet__nothing_is_answered)
{
    ck_assert(!question_put(NULL, QUESTION_CLOCK, &err, "Which hour?"));
    ck_assert_int_eq(err.question, QUESTION_CLOCK);
    question_offer(NULL, QUESTION_CLOCK, "this one", 1);
    ck_assert_ptr_null(question_answer(NULL, QUESTION_CLOCK));
}
END_TEST

START_TEST(a_yes__that_wants_a_reason__is_none_without)
{
    put_seat();
    question_reply(&sheet, QUESTION_SEAT, QUESTION_YES, "  ");
    ck_assert_ptr_null(question_answer(&sheet, QUESTION_SEAT));
    ck_assert(question_is_open(&sheet, QUESTION_SEAT));
    question_reply(&sheet, QUESTION_SEAT, QUESTION_YES, " the mayor  asks ");
    ck_assert_str_eq(question_answer(&sheet, QUESTION_SEAT)->reason, "the mayor asks");
    ck_assert(!question_is_open(&sheet, QUESTION_SEAT));

    question_reply(&sheet, QUESTION_DUPLICATE, QUESTION_YES, NULL);
    ck_assert_ptr_nonnull(question_answer(&sheet, QUESTION_DUPLICATE));
}
END_TEST

START_TEST(a_choice__is_kept__until_the_question_is_put_anew)
{
    question_put(&sheet, QUESTION_DUPLICATE, &err, "One is known.");
    question_offer(&sheet, QUESTION_DUPLICATE, "Anna", 7);
    question_offer(&sheet, QUESTION_DUPLICATE, "Bruno", 9);
    ck_assert_uint_eq(sheet.entries[QUESTION_DUPLICATE].choice_count, 2);
    ck_assert(question_is_offered(&sheet, QUESTION_DUPLICATE, 9));
    ck_assert(!question_is_offered(&sheet, QUESTION_DUPLICATE, 8));
    question_reply(&sheet, QUESTION_DUPLICATE, 9, NULL);
    ck_assert_int_eq(question_answer(&sheet, QUESTION_DUPLICATE)->value, 9);

    question_put(&sheet, QUESTION_DUPLICATE, &err, "Another one is known.");
    ck_assert_uint_eq(sheet.entries[QUESTION_DUPLICATE].choice_count, 0);
    ck_assert(question_is_open(&sheet, QUESTION_DUPLICATE));
}
END_TEST

START_TEST(question_about_a_seat__is_one__and_its_answer_wants_the_seat)
{
    static const bool about_seat[QUESTION_COUNT] = {
        [QUESTION_OVERTAKE] = true, [QUESTION_SEAT] = true, [QUESTION_QUOTA] = true
    };

    for (int kind = 0; kind < QUESTION_COUNT; kind++) {
        question_put(&sheet, (enum question_kind)kind, &err, "Shall it be done?");
        ck_assert_msg(question_means_no_seat(&err) == about_seat[kind], "%s",
                      question_table[kind].option);
        ck_assert(!question_wants_seat(&sheet));
        question_reply(&sheet, (enum question_kind)kind, 0, "the mayor asks");
        ck_assert_msg(question_wants_seat(&sheet) == about_seat[kind], "%s",
                      question_table[kind].option);
        questions_clear(&sheet);
    }
    error_set(&err, ERROR_RULE, "It is cancelled.");
    ck_assert(!question_means_no_seat(&err));
    ck_assert(!question_wants_seat(NULL));
}
END_TEST

START_TEST(reasons__are_those__that_decided)
{
    question_reply(&sheet, QUESTION_SEAT, QUESTION_YES, "the mayor");
    question_reply(&sheet, QUESTION_OVERTAKE, QUESTION_YES, "she speaks");
    expect_reasons(NULL, NULL);
    question_decide(&sheet, QUESTION_SEAT);
    expect_reasons(NULL, "the mayor");
    question_decide(&sheet, QUESTION_OVERTAKE);
    expect_reasons("she speaks", "the mayor");
    question_decide(&sheet, QUESTION_CLOCK); /* nobody answered it */
    expect_reasons("she speaks", "the mayor");
}
END_TEST

START_TEST(reasons_of_the_journal__are_named_in_words)
{
    struct buffer text = { 0 };

    question_add_reasons(
        "past-quota: the mayor; overbook: chairs: ours; colleague:x; why", &text);
    ck_assert_str_eq(buffer_text(&text), "past a quota: the mayor; more people than "
                                         "seats: chairs: ours; colleague:x; why");
    buffer_clear(&text);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_question__is_put__and_is_open);
    tcase_add_test(tests, without_a_sheet__nothing_is_answered);
    tcase_add_test(tests, a_yes__that_wants_a_reason__is_none_without);
    tcase_add_test(tests, a_choice__is_kept__until_the_question_is_put_anew);
    tcase_add_test(tests, question_about_a_seat__is_one__and_its_answer_wants_the_seat);
    tcase_add_test(tests, reasons__are_those__that_decided);
    tcase_add_test(tests, reasons_of_the_journal__are_named_in_words);
}

SUITE_MAIN("question")
