/* SPDX-License-Identifier: GPL-3.0-or-later */
/* question_test.c - what a meeting asks, and what is answered: what is an answer, how
 * many may give it, and what an undo brings back */
#include <stdio.h>

#include "atelier/app/answering.h"
#include "atelier/app/edit.h"
#include "atelier/app/export_list.h"
#include "atelier/app/undo.h"
#include "atelier/domain/answer.h"
#include "atelier/domain/meeting_question.h"
#include "register_office.h"
#include "support/rows.h"

#define SQL_ANSWERS                                                                      \
    "SELECT r.family, q.text, a.text FROM answer a JOIN registration r"                  \
    " ON r.id = a.registration JOIN question q ON q.id = a.question ORDER BY a.id"

static int64_t annas;
static int64_t brunos;
static struct journal_entry entry;

static void
ask(void)
{
    set_up();
    fill();
    annas = database_file_number("SELECT min(id) FROM registration");
    brunos = database_file_number("SELECT max(id) FROM registration");
}

static void
end(void)
{
    journal_entry_clear(&entry);
    tear_down();
}

static int64_t
question(const char *text, const char *kind, const char *choices, const char *seats)
{
    return office_add(at, &meeting_question_entity, "meeting", rows_number(meeting),
                      "text", text, "kind", kind, "required", "1", "choices",
                      choices ? choices : "", "seats", seats ? seats : "", NULL);
}

static void
expect_read(const char *kind, const char *typed, const char *stored)
{
    char text[64];
    (void)snprintf(text, sizeof(text), "%s, %s as it is", typed, kind);
    const int64_t id = question(text, kind,
                                strcmp(kind, "one") == 0 || strcmp(kind, "several") == 0
                                    ? "meat; fish;fish ; Käse, warm"
                                    : NULL,
                                NULL);
    const bool ok = answer_give(at, annas, id, typed, NULL, &err);

    ck_assert_msg(ok == (stored != NULL), "%s: %s", typed, err.message);
    if (!ok) {
        ck_assert_str_eq(err.field, "text");
        return;
    }
    struct answer_list list = { 0 };
    ck_assert(answer_list(at, annas, &list, &err));
    ck_assert_str_eq(answer_to(&list, id)->text, stored);
    answer_list_clear(&list);
}

START_TEST(an_answer__is_what_the_question_asks_for)
{
    expect_read("text", "  by  train ", "by train");
    expect_read("one", "FISH", "fish");
    expect_read("one", "kase, warm", "Käse, warm");
    expect_read("one", "bread", NULL);
    expect_read("one", "meat; fish", NULL);
    expect_read("several", "fish, Meat", "meat; fish");
    expect_read("several", "Käse, warm; fish", "fish; Käse, warm");
    expect_read("several", "Käse, warm", "Käse, warm");
    expect_read("several", "fish; bread", NULL);
    expect_read("yes-no", "Oui", "yes");
    expect_read("yes-no", "n", "no");
    expect_read("yes-no", "maybe", NULL);
    expect_read("number", "-12", "-12");
    expect_read("number", "12.5", NULL);
    expect_read("number", "99999999999999999999", NULL);
}
END_TEST

START_TEST(a_choice__has_as_many_seats_as_the_question_says)
{
    const int64_t meal = question("Meal", "several", "meat; fish", "1");

    ck_assert(answer_give(at, annas, meal, "fish", NULL, &err));
    ck_assert(!answer_give(at, brunos, meal, "meat, fish", NULL, &err));
    ck_assert_int_eq(err.kind, ERROR_QUESTION);
    ck_assert_ptr_nonnull(strstr(err.message, "“fish”"));
    ck_assert(answer_give(at, annas, meal, "meat, fish", NULL, &err));
    office_expect(SQL_ANSWERS, "Müller|Meal|meat; fish\n");
    ck_assert(act(annas, REGISTRATION_WITHDRAW, NULL));
    ck_assert_msg(answer_give(at, brunos, meal, "fish", NULL, &err), "%s", err.message);
    ck_assert(!answer_give(at, annas, meal, "meat", NULL, &err));
    ck_assert_ptr_nonnull(strstr(err.message, "not on the list"));
    office_expect_whole(at);
}
END_TEST

START_TEST(who_is_registered_again__has_other_answers_noted__and_those_missing_told)
{
    const int64_t meal = question("Meal", "one", "meat; fish", NULL);
    (void)question("Bus", "yes-no", NULL, NULL);
    const struct answer_typed typed = { .question = meal, .text = "fish" };
    const struct register_request request = {
        .meeting = meeting, .person = anna, .typed = &typed, .typed_count = 1
    };
    struct register_outcome outcome;
    struct buffer missing = { 0 };

    ck_assert(answer_missing(at, annas, &missing, &err));
    ck_assert_str_eq(buffer_text(&missing), "Meal, Bus");
    for (int again = 0; again < 2; again++) {
        ck_assert_msg(register_add(at, &request, &outcome, &err), "%s", err.message);
        ck_assert(outcome.already);
        ck_assert_int_eq(outcome.answered, !again);
    }
    office_expect(SQL_ANSWERS, "Müller|Meal|fish\n");
    buffer_reset(&missing);
    ck_assert(answer_missing(at, annas, &missing, &err));
    ck_assert_str_eq(buffer_text(&missing), "Bus");
    buffer_clear(&missing);
}
END_TEST

START_TEST(a_seat_past_the_last__is_given_with_a_reason_alone__and_told)
{
    const int64_t meal = question("Meal", "one", "meat; fish", "1");
    struct questions *sheet = office_answer(QUESTION_SEAT, "no pork left");

    ck_assert(answer_give(at, annas, meal, "fish", NULL, &err));
    ck_assert(!answer_give(at, brunos, meal, "fish", NULL, &err));
    ck_assert_int_eq(err.question, QUESTION_SEAT);
    ck_assert_msg(answer_give(at, brunos, meal, "fish", sheet, &err), "%s", err.message);
    office_expect("SELECT reason FROM journal_view WHERE reason IS NOT NULL",
                  "no pork left\n");
    office_expect_whole(at);
}
END_TEST

/* One of several is passed over, and the others come. */
START_TEST(an_answer_without_a_seat__keeps_its_newcomer_out_alone)
{
    const int64_t meal = question("Meal", "one", "meat; fish", "1");
    const struct answer_typed typed = { .question = meal, .text = "fish" };
    const struct register_request request = { .meeting = meeting,
                                              .typed = &typed,
                                              .typed_count = 1 };
    struct register_added people[] = {
        { .person = office_add_person(at, "Conti", "Carla") },
        { .person = office_add_person(at, "Dubois", "Dora") },
    };

    office_change(at, &meeting_entity, meeting, "seats", "9", NULL);
    ck_assert_msg(register_add_many(at, &request, people, 2, &err), "%s", err.message);
    ck_assert_int_eq(people[0].refusal.kind, ERROR_NONE);
    ck_assert_int_eq(people[1].refusal.kind, ERROR_QUESTION);
    office_expect(SQL_ANSWERS, "Conti|Meal|fish\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(an_undo_that_lowers_the_seats_of_a_choice__says_how_many_are_taken)
{
    const int64_t meal = question("Meal", "one", "meat; fish", "1");
    struct buffer text = { 0 };

    ck_assert(answer_give(at, annas, meal, "fish", NULL, &err));
    office_change(at, &meeting_question_entity, meal, "seats", "2", NULL);
    const int64_t raised =
        database_file_number("SELECT max(id) FROM journal WHERE act = 'question.change'");
    ck_assert_msg(answer_give(at, brunos, meal, "fish", NULL, &err), "%s", err.message);
    ck_assert_msg(
        undo_act(at, raised, office_answer(QUESTION_SEAT, "they eat"), &entry, &err),
        "%s", err.message);
    ck_assert(undo_warn(at, &entry, &text));
    ck_assert_msg(strstr(buffer_text(&text), "fish") != NULL, "%s", buffer_text(&text));
    buffer_clear(&text);
}
END_TEST

START_TEST(who_comes_back__loses_an_answer_whose_seat_another_has_taken)
{
    const int64_t meal = question("Meal", "one", "meat; fish", "1");
    const int64_t car = question("Car", "yes-no", NULL, NULL);

    ck_assert(answer_give(at, annas, meal, "fish", NULL, &err));
    ck_assert(answer_give(at, annas, car, "yes", NULL, &err));
    ck_assert(act(annas, REGISTRATION_WITHDRAW, NULL));
    ck_assert(answer_give(at, brunos, meal, "fish", NULL, &err));
    ck_assert_msg(act(annas, REGISTRATION_REVIVE, NULL), "%s", err.message);
    office_expect(SQL_ANSWERS, "Müller|Car|yes\n"
                               "Bianchi|Meal|fish\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(an_undo__brings_the_answer_back__and_those_of_a_question_that_was_removed)
{
    const int64_t meal = question("Meal", "one", "meat; fish", NULL);

    ck_assert(answer_give(at, annas, meal, "fish", NULL, &err));
    ck_assert(answer_give(at, annas, meal, "meat", NULL, &err));
    const int64_t acts = database_file_number(SQL_ACTS);
    ck_assert(answer_give(at, annas, meal, "meat", NULL, &err));
    ck_assert_int_eq(database_file_number(SQL_ACTS), acts);
    ck_assert(undo_last(at, NULL, &entry, &err));
    office_expect(SQL_ANSWERS, "Müller|Meal|fish\n");
    ck_assert(answer_give(at, annas, meal, "", NULL, &err));
    office_expect(SQL_ANSWERS, "");
    ck_assert(undo_last(at, NULL, &entry, &err));
    ck_assert_msg(edit_remove(at, &meeting_question_entity, meal, 1, &err), "%s",
                  err.message);
    office_expect("SELECT count(*) FROM question, answer", "0\n");
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    office_expect(SQL_ANSWERS, "Müller|Meal|fish\n");
}
END_TEST

START_TEST(a_question_that_changes__keeps_what_was_answered)
{
    const int64_t meal = question("Meal", "one", "meat; fish", NULL);
    struct meeting_question row;

    ck_assert(answer_give(at, annas, meal, "fish", NULL, &err));
    record_init(&meeting_question_entity, &row);
    ck_assert(edit_load(at, &meeting_question_entity, meal, &row, &err));
    ck_assert(field_parse(entity_field(&meeting_question_entity, "choices"), &row,
                          "meat; bread", &err));
    ck_assert(!edit_change(at, &meeting_question_entity, &row, &err));
    ck_assert_str_eq(err.field, "choices");
    ck_assert(field_parse(entity_field(&meeting_question_entity, "choices"), &row,
                          "bread; fish; meat", &err));
    ck_assert_msg(edit_change(at, &meeting_question_entity, &row, &err), "%s",
                  err.message);
    record_clear(&meeting_question_entity, &row);
}
END_TEST

START_TEST(a_question__is_told_from_others_by_more_than_case_and_accents)
{
    const int64_t next = office_add_meeting(at, group, "2027-04-16 09:30", SEATS);
    const int64_t meal = question("Début", "text", NULL, NULL);
    struct meeting_question row;
    size_t count;

    record_init(&meeting_question_entity, &row);
    row.meeting = meeting;
    ck_assert(
        field_parse(entity_field(&meeting_question_entity, "text"), &row, "DEBUT", &err));
    ck_assert(!edit_add(at, &meeting_question_entity, &row, NULL, &err));
    ck_assert_str_eq(err.field, "text");
    ck_assert(edit_load(at, &meeting_question_entity, meal, &row, &err));
    ck_assert(
        field_parse(entity_field(&meeting_question_entity, "text"), &row, "DEBUT", &err));
    ck_assert_msg(edit_change(at, &meeting_question_entity, &row, &err), "%s",
                  err.message);
    record_clear(&meeting_question_entity, &row);
    office_add(at, &meeting_question_entity, "meeting", rows_number(next), "text",
               "debut", "kind", "text", NULL);
    ck_assert(question_copy(at, meeting, next, &count, &err));
    ck_assert_uint_eq(count, 0);
}
END_TEST

START_TEST(questions__are_taken_over_once__without_the_answers)
{
    const int64_t next = office_add_meeting(at, group, "2027-04-16 09:30", SEATS);
    size_t count;

    ck_assert(answer_give(at, annas, question("Meal", "one", "meat; fish", "9"), "fish",
                          NULL, &err));
    office_add(at, &meeting_question_entity, "meeting", rows_number(next), "text",
               "Nights", "kind", "number", NULL);
    question("Nights", "number", NULL, NULL);
    ck_assert_msg(question_copy(at, 0, next, &count, &err), "%s", err.message);
    ck_assert_uint_eq(count, 1);
    office_expect("SELECT meeting, text, choices, seats, required FROM question"
                  " WHERE meeting = 2 ORDER BY id",
                  "2|Nights|-|-|0\n2|Meal|meat; fish|9|1\n");
    office_expect("SELECT count(*) FROM answer", "1\n");
    const int64_t acts = database_file_number(SQL_ACTS);
    ck_assert(question_copy(at, meeting, next, &count, &err));
    ck_assert_int_eq(database_file_number(SQL_ACTS), acts);
}
END_TEST

START_TEST(a_question__moves_among_the_others__and_back)
{
    const int64_t meal = question("Meal", "text", NULL, NULL);
    const int64_t nights = question("Nights", "number", NULL, NULL);
    const int64_t train = question("Train", "text", NULL, NULL);
    const int64_t elsewhere =
        office_add(at, &meeting_question_entity, "meeting",
                   rows_number(office_add_meeting(at, group, "2027-04-16 09:30", SEATS)),
                   "text", "Nights", "kind", "number", NULL);
    struct meeting_question_list list = { 0 };
    bool moved;

    ck_assert(question_place(at, train, 0, &moved, &err) && moved);
    ck_assert(question_place(at, meal, nights, &moved, &err) && moved);
    ck_assert(question_place(at, meal, nights, &moved, &err) && !moved);
    ck_assert(!question_place(at, meal, elsewhere, &moved, &err));
    ck_assert_str_eq(err.field, "after");
    const int64_t car = question("Car", "yes-no", NULL, NULL);
    ck_assert(question_list(at, meeting, &list, &err));
    ck_assert_uint_eq(list.count, 4);
    ck_assert_int_eq(list.items[0].head.id, train);
    ck_assert_int_eq(list.items[1].head.id, nights);
    ck_assert_int_eq(list.items[2].head.id, meal);
    ck_assert_int_eq(list.items[3].head.id, car);

    /* As lists, pages and files have them. */
    const struct listing_query query = { .kind = LISTING_MEETING_QUESTION,
                                         .scope = meeting };
    struct listing_page page = { 0 };
    ck_assert(listing_fetch(at, &query, LISTING_FIRST, NULL, 2, &page, &err));
    ck_assert_int_eq(page.rows[0].id, train);
    struct listing_key key = { 0 };
    listing_key_copy(&key, &page.rows[1].key);
    listing_page_clear(&page);
    ck_assert(listing_fetch(at, &query, LISTING_AFTER, &key, 9, &page, &err));
    ck_assert_uint_eq(page.count, 2);
    ck_assert_int_eq(page.rows[0].id, meal);
    listing_page_clear(&page);
    listing_key_clear(&key);

    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message); /* the car */
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    ck_assert(question_list(at, meeting, &list, &err));
    ck_assert_int_eq(list.items[0].head.id, meal);
    ck_assert_int_eq(list.items[2].head.id, train);
    office_expect("SELECT count(*) FROM question WHERE place IS NOT NULL", "0\n");
    meeting_question_list_clear(&list);

    /* What another meeting takes over stands in the same order, behind what it asks. */
    ck_assert(question_place(at, train, 0, &moved, &err) && moved);
    size_t count;
    ck_assert(question_copy(at, meeting, 2, &count, &err));
    office_expect("SELECT text, place FROM question WHERE meeting = 2 ORDER BY id",
                  "Nights|-\nTrain|-\nMeal|-\n");
}
END_TEST

/* --- lists */

static bool
gather(void *context, const char *bytes, size_t length)
{
    buffer_add_part(context, bytes, length);
    return true;
}

START_TEST(a_file__has_a_column_for_each_question)
{
    const struct list_export list = {
        .query = { .kind = LISTING_REGISTRATION, .scope = meeting }, .form = LIST_CSV
    };
    struct buffer text = { 0 };
    int64_t rows;

    ck_assert(answer_give(at, annas,
                          question("Nights; or \"none\"", "number", NULL, NULL), "-2",
                          NULL, &err));
    ck_assert(answer_give(at, brunos, question("Note", "yes-no", NULL, NULL), "no", NULL,
                          &err));
    ck_assert(export_list(at, &list, gather, &text, &rows, &err));
    ck_assert_ptr_nonnull(
        strstr(buffer_text(&text), ";\"Nights; or \"\"none\"\"\";Note\r\n"));
    ck_assert_ptr_nonnull(strstr(buffer_text(&text), ";-2;\r\n"));
    ck_assert_ptr_nonnull(strstr(buffer_text(&text), ";;no\r\n"));
    ck_assert_ptr_null(strstr(buffer_text(&text), "Answers;"));
    buffer_clear(&text);
}
END_TEST

START_TEST(a_list__counts_answers__and_finds_who_gave_one_or_gave_none)
{
    const struct listing_query query = { .kind = LISTING_MEETING_QUESTION,
                                         .scope = meeting };
    struct listing_query found = { .kind = LISTING_REGISTRATION, .scope = meeting };
    struct listing_page page = { 0 };

    ck_assert(answer_give(at, annas, question("Days", "several", "Mon; Tue", NULL),
                          "Mon, Tue", NULL, &err));
    ck_assert(listing_fetch(at, &query, LISTING_FIRST, NULL, 9, &page, &err));
    ck_assert_uint_eq(page.count, 1);
    ck_assert_str_eq(page.rows[0].cells[6], "1");
    ck_assert_str_eq(page.rows[0].cells[7], "1");
    ck_assert_str_eq(page.rows[0].cells[8], "Mon: 1, Tue: 1");
    listing_page_clear(&page);
    found.search = "tue";
    ck_assert(listing_fetch(at, &found, LISTING_FIRST, NULL, 9, &page, &err));
    ck_assert_uint_eq(page.count, 1);
    ck_assert_int_eq(page.rows[0].id, annas);
    listing_page_clear(&page);
    found.search = NULL;
    found.states = LISTING_UNANSWERED;
    ck_assert(listing_fetch(at, &found, LISTING_FIRST, NULL, 9, &page, &err));
    ck_assert_uint_eq(page.count, 1);
    ck_assert_int_eq(page.rows[0].id, brunos);
    found.states = 0;
    ck_assert(answer_give(at, annas, database_file_number("SELECT id FROM question"), "",
                          NULL, &err));
    listing_page_clear(&page);
    found.search = "days";
    ck_assert(listing_fetch(at, &found, LISTING_FIRST, NULL, 9, &page, &err));
    ck_assert_uint_eq(page.count, 2);
    listing_page_clear(&page);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, ask, end);
    tcase_add_test(tests, an_answer__is_what_the_question_asks_for);
    tcase_add_test(tests, a_choice__has_as_many_seats_as_the_question_says);
    tcase_add_test(
        tests, who_is_registered_again__has_other_answers_noted__and_those_missing_told);
    tcase_add_test(tests, a_seat_past_the_last__is_given_with_a_reason_alone__and_told);
    tcase_add_test(tests, an_answer_without_a_seat__keeps_its_newcomer_out_alone);
    tcase_add_test(tests,
                   an_undo_that_lowers_the_seats_of_a_choice__says_how_many_are_taken);
    tcase_add_test(tests, who_comes_back__loses_an_answer_whose_seat_another_has_taken);
    tcase_add_test(
        tests, an_undo__brings_the_answer_back__and_those_of_a_question_that_was_removed);
    tcase_add_test(tests, a_question_that_changes__keeps_what_was_answered);
    tcase_add_test(tests, a_question__is_told_from_others_by_more_than_case_and_accents);
    tcase_add_test(tests, questions__are_taken_over_once__without_the_answers);
    tcase_add_test(tests, a_question__moves_among_the_others__and_back);
    tcase_add_test(tests, a_file__has_a_column_for_each_question);
    tcase_add_test(tests, a_list__counts_answers__and_finds_who_gave_one_or_gave_none);
}

SUITE_MAIN("question")
