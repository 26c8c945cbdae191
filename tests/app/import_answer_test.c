/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_answer_test.c - what people answer comes in with the list of a meeting */
#include <stdlib.h>
#include <string.h>

#include "atelier/app/answering.h"
#include "atelier/app/export_list.h"
#include "atelier/app/import_people.h"
#include "atelier/app/undo.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/meeting_question.h"
#include "atelier/domain/person.h"
#include "support/office.h"
#include "support/paper.h"
#include "support/sheet.h"
#include "support/suite.h"

#define HEADER "Nom;Prénom;Courriel;REPAS ?;Nuits\n"
#define PAUL "Durand;Paul;paul@example.org;"
#define ZOE "Petit;Zoé;zoe@example.org;"

static struct atelier *at;
static int64_t meeting;
static int64_t registration;
static int64_t meal;
static int64_t nights;
static struct error err;

static int64_t
ask(const char *text, const char *kind, const char *choices, const char *seats)
{
    return office_add(at, &meeting_question_entity, "meeting", "1", "text", text, "kind",
                      kind, "choices", choices, "seats", seats, NULL);
}

static void
begin(void)
{
    at = office_found();
    meeting = office_add_meeting(at, office_add_group(at, "URB"), "2027-03-16 09:30",
                                 NUMBER_NONE);
    meal = ask("Repas", "one", "viande; poisson; aucun", "1");
    nights = ask("Nuits", "number", "", "");
    registration =
        office_register(at, meeting,
                        office_add(at, &person_entity, "family", "Durand", "given",
                                   "Paul", "email", "paul@example.org", NULL));
}

static void
end(void)
{
    office_expect_whole(at);
    office_end(at);
}

static struct import *
judged(const char *text)
{
    return sheet_judged(at, paper_write("list.csv", text), meeting);
}

static struct import_outcome
take(const char *text)
{
    struct import *import = judged(text);
    const struct import_outcome outcome = sheet_run(import);

    import_free(import);
    return outcome;
}

static void
expect_verdict(const char *text, enum import_verdict verdict, const char *reason)
{
    struct import *import = judged(text);

    ck_assert_msg(import_row_verdict(import, 0) == verdict, "%s: %s",
                  import_verdicts[import_row_verdict(import, 0)].name,
                  sheet_row(import, 0)->reason);
    sheet_expect_reason(import, 0, reason);
    import_free(import);
}

static void
answer(int64_t question, const char *text)
{
    ck_assert_msg(answer_give(at, registration, question, text, NULL, &err), "%s",
                  err.message);
}

static const char answers[] =
    "SELECT p.family, a.question, a.text FROM answer a"
    " JOIN registration r ON r.id = a.registration JOIN person p ON p.id = r.person"
    " ORDER BY p.family, a.question";

START_TEST(answers__are_shown_old_and_new__and_then_the_same)
{
    expect_verdict(HEADER PAUL "POISSON;2\n", IMPORT_CHANGED,
                   "Answer to a question: nothing → Repas: poisson / Nuits: 2");
    ck_assert_int_eq(take(HEADER PAUL "POISSON;2\n").answered, 1);
    office_expect(answers, "Durand|1|poisson\nDurand|2|2\n");
    office_expect("SELECT rev FROM person", "1\n");
    expect_verdict(HEADER PAUL "poisson;2\n", IMPORT_SAME, "");
    expect_verdict(HEADER PAUL "viande;\n", IMPORT_CHANGED,
                   "Answer to a question: Repas: poisson → Repas: viande");
    (void)take(HEADER PAUL "aucun;\n");
    office_expect(answers, "Durand|1|aucun\nDurand|2|2\n");
    (void)take(HEADER PAUL ";-\n");
    office_expect(answers, "Durand|1|aucun\nDurand|2|2\n");
}
END_TEST

START_TEST(what_is_no_answer__is_refused_in_its_column__mended_or_left_out)
{
    static const char *const right[] = { "Durand", "Paul", "paul@example.org", "viande",
                                         "1" };
    struct import *import = judged(HEADER PAUL "pain;1\n");
    size_t column;
    bool done;

    ck_assert_int_eq(import_row_verdict(import, 0), IMPORT_REFUSED);
    ck_assert_uint_eq(sheet_row(import, 0)->column, 3);
    sheet_expect_reason(import, 0,
                        "“pain” is no answer to “Repas”; choose from: viande; poisson; "
                        "aucun.");
    ck_assert(import_mend_row(import, 0, right, 5, &column, &err));
    ck_assert(import_judge(import, NULL, NULL, &err));
    ck_assert_int_eq(import_row_verdict(import, 0), IMPORT_CHANGED);
    import_free(import);

    import = judged(HEADER PAUL "pain;1\n");
    ck_assert(import_leave_out_wrong(import, 0, &done, &err));
    ck_assert(done);
    ck_assert(import_judge(import, NULL, NULL, &err));
    (void)sheet_run(import);
    office_expect(answers, "Durand|2|1\n");
    import_free(import);
}
END_TEST

START_TEST(who_has_no_seat_for_an_answer__is_told_with_its_numbers__and_comes)
{
    struct import *import = judged(HEADER PAUL "viande;1\n" ZOE "viande;2\n");
    struct import_outcome rehearsed;
    struct buffer why = { 0 };
    struct journal_entry entry = { 0 };

    ck_assert_msg(import_rehearse(import, NULL, NULL, &rehearsed, &err), "%s",
                  err.message);
    const struct import_outcome outcome = sheet_run(import);
    ck_assert_mem_eq(&outcome, &rehearsed, sizeof(outcome));
    ck_assert_int_eq(outcome.registered, 1);
    ck_assert_int_eq(outcome.answered, 2);
    ck_assert_int_eq(outcome.unanswered, 1);
    ck_assert_int_eq(outcome.full, 0);
    ck_assert(!import_row_is_full(import, 0) && import_row_is_full(import, 1));
    import_row_add_no_seat(import, 1, &why);
    ck_assert_str_eq(buffer_text(&why),
                     "answer not taken: “viande” for “Repas”: 1 of 1 taken.  Choose "
                     "another answer, or give the question more seats.");
    office_expect(answers, "Durand|1|viande\nDurand|2|1\nPetit|2|2\n");
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    office_expect(answers, "");
    journal_entry_clear(&entry);
    buffer_clear(&why);
    import_free(import);
}
END_TEST

static bool
gather(void *context, const char *bytes, size_t length)
{
    buffer_add_part(context, bytes, length);
    return true;
}

START_TEST(an_exported_list__changes_nothing_when_it_comes_back)
{
    const struct list_export list = {
        .query = { .kind = LISTING_REGISTRATION, .scope = meeting },
        .form = LIST_CSV,
    };
    struct buffer text = { 0 };
    int64_t rows;

    (void)ask("Car ?", "yes-no", "", "");
    (void)ask("Telephone", "text", "", "");
    answer(meal, "aucun");
    answer(nights, "0");
    answer(3, "no");
    answer(4, "no, thanks");
    ck_assert_msg(export_list(at, &list, gather, &text, &rows, &err), "%s", err.message);
    struct import *import = judged(buffer_text(&text));
    ck_assert_msg(import_row_verdict(import, 0) == IMPORT_SAME, "%s",
                  sheet_row(import, 0)->reason);
    ck_assert_str_eq(sheet_row(import, 0)->values[IMPORT_ANSWER],
                     "Repas: aucun\nNuits: 0\nCar ?: no\nTelephone: no, thanks");
    import_free(import);
    buffer_clear(&text);
}
END_TEST

/* What somebody is known by is not lost to a question of the same name. */
START_TEST(question_called_as_a_field__is_answered_by_a_second_column_alone)
{
    static const char *const names[] = { "Organisation", "Courriel", "Nom", "Téléphone" };
    struct import *import;

    for (size_t i = 0; i < 4; i++)
        (void)ask(names[i], "text", "", "");
    import = judged("Nom;Prénom;Organisation;Courriel;Téléphone;Repas\n"
                    "Petit;Zoé;Ville du Mans;zoe@example.org;0639980001;viande\n");
    ck_assert_int_eq(import_mapping(import)->targets[0], IMPORT_FAMILY);
    ck_assert_int_eq(import_mapping(import)->targets[2], IMPORT_ORGANISATION);
    ck_assert_int_eq(import_mapping(import)->targets[3], IMPORT_EMAIL);
    ck_assert_int_eq(import_mapping(import)->targets[4], IMPORT_PHONE);
    ck_assert_int_eq(import_mapping(import)->targets[5], IMPORT_ANSWER);
    import_free(import);
    import = judged(
        "Nom;Prénom;Organisation;Courriel;Téléphone;Organisation;Courriel;Nom;Téléphone\n"
        "Petit;Zoé;Ville du Mans;zoe@example.org;0639980001;a;b;c;d\n");
    for (size_t c = 5; c < 9; c++)
        ck_assert_int_eq(import_mapping(import)->targets[c], IMPORT_ANSWER);
    ck_assert_int_eq(import_mapping(import)->targets[2], IMPORT_ORGANISATION);
    ck_assert_int_eq(import_mapping(import)->targets[4], IMPORT_PHONE);
    import_free(import);
}
END_TEST

START_TEST(what_a_person_said_of_a_column__holds_for_the_next_file)
{
    struct import *import = judged(HEADER PAUL "viande;1\n");
    struct buffer told = { 0 };

    ck_assert_int_eq(import_mapping(import)->targets[3], IMPORT_ANSWER);
    import_mapping(import)->targets[3] = IMPORT_NOTE;
    ck_assert(import_judge(import, NULL, NULL, &err));
    (void)sheet_run(import);
    import_free(import);
    office_expect(answers, "Durand|2|1\n");
    import = judged(HEADER PAUL "poisson;1\n");
    ck_assert_int_eq(import_mapping(import)->targets[3], IMPORT_NOTE);
    ck_assert_int_eq(import_mapping(import)->targets[4], IMPORT_ANSWER);
    import_free(import);

    import = sheet_judged(at, paper_write("list.csv", HEADER PAUL "poisson;1\n"), 0);
    ck_assert_int_eq(import_column_brings(import, 4), IMPORT_NOTHING);
    import_add_passed_answers(import, &told);
    ck_assert_ptr_nonnull(strstr(buffer_text(&told), "the list of a meeting takes them"));
    buffer_clear(&told);
    import_free(import);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, answers__are_shown_old_and_new__and_then_the_same);
    tcase_add_test(tests,
                   what_is_no_answer__is_refused_in_its_column__mended_or_left_out);
    tcase_add_test(tests,
                   who_has_no_seat_for_an_answer__is_told_with_its_numbers__and_comes);
    tcase_add_test(tests, an_exported_list__changes_nothing_when_it_comes_back);
    tcase_add_test(tests,
                   question_called_as_a_field__is_answered_by_a_second_column_alone);
    tcase_add_test(tests, what_a_person_said_of_a_column__holds_for_the_next_file);
}

SUITE_MAIN("import_answer")
