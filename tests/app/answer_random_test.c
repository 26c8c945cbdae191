/* SPDX-License-Identifier: GPL-3.0-or-later */
/* answer_random_test.c - whatever an office does with answers: no choice has more takers
 * than its seats without a reason
 *
 * ATELIER_FIRE=full plays two hundred thousand acts, else it is three thousand.
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/answering.h"
#include "atelier/app/edit.h"
#include "atelier/app/register.h"
#include "atelier/app/undo.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/meeting_question.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/random_work.h"
#include "support/suite.h"

enum { PEOPLE = 6, CHOICES = 5, STEPS = 300, SEEDS = 10, SEEDS_FULL = 700 };
enum { ACTS_MOST = 2000 };

static struct atelier *at;
static struct error err;
static int64_t meeting;
static int64_t people[PEOPLE];
static int64_t meal;
static int64_t days;
static int done;

/* By how many each choice is past its seats after each act. */
static int64_t past[ACTS_MOST][CHOICES];
static const char *const choices[CHOICES] = { "meat", "fish", "Mon", "Tue", "Wed" };

static void
set_up(void)
{
    at = office_found();
    meeting = office_add_meeting(at, office_add_group(at, "URB"), "2027-03-16 09:30", 20);
    meal = office_add(at, &meeting_question_entity, "meeting", "1", "text", "Meal",
                      "kind", "one", "choices", "meat; fish", "seats", "2", NULL);
    days = office_add(at, &meeting_question_entity, "meeting", "1", "text", "Days",
                      "kind", "several", "choices", "Mon; Tue; Wed", "seats", "1", NULL);
    for (int i = 0; i < PEOPLE; i++) {
        char name[24];
        (void)snprintf(name, sizeof name, "Person%02d", i);
        people[i] = office_add_person(at, name, "A");
        office_register(at, meeting, people[i]);
    }
    database_file_stay_open();
    memset(past, 0, sizeof past);
    done = 0;
}

static void
tear_down(void)
{
    office_end(at);
}

/* --- what they do */

/* One act in three is done with a reason. */
static struct questions *
some_answer(void)
{
    return office_answer(QUESTION_SEAT, random_below(3) == 0 ? "they insist" : NULL);
}

static int64_t
some_registration(void)
{
    int64_t id = 0;

    return register_find(at, meeting, people[random_below(PEOPLE)], &id, &err) ? id : 0;
}

static bool
answer(struct questions *sheet)
{
    static const char *const meals[] = { "meat", "fish", "fish", "" };
    static const char *const some[] = { "Mon", "Mon, Tue", "Wed", "Mon, Tue, Wed", "" };
    const int64_t registration = some_registration();
    const bool of_meal = random_below(2) == 0;
    const unsigned which = random_below(of_meal ? 4 : 5);

    return answer_give(at, registration, of_meal ? meal : days,
                       of_meal ? meals[which] : some[which], sheet, &err);
}

static bool
come_or_go(struct questions *sheet)
{
    static const enum registration_act acts[] = {
        REGISTRATION_WITHDRAW, REGISTRATION_REVIVE, REGISTRATION_EXCUSE,
        REGISTRATION_DECLINE,  REGISTRATION_ACCEPT,
    };
    struct register_outcome outcome;
    const int64_t registration = some_registration();

    return register_act(at, registration, acts[random_below(5)], NULL, sheet, &outcome,
                        &err);
}

static bool
change_seats(struct questions *sheet)
{
    static const char *const seats[] = { "1", "2", "3", NULL };
    void *record = record_new(&meeting_question_entity);
    const int64_t id = random_below(2) ? meal : days;
    const char *value = seats[random_below(4)];
    const bool ok = edit_load(at, &meeting_question_entity, id, record, &err) &&
                    field_parse(entity_field(&meeting_question_entity, "seats"), record,
                                value, &err) &&
                    edit_change(at, &meeting_question_entity, record, &err);

    (void)sheet;
    record_free(&meeting_question_entity, record);
    return ok;
}

static bool
take_back(struct questions *sheet)
{
    struct journal_entry entry = { 0 };
    const bool ok = random_below(3) > 0 ? undo_last(at, sheet, &entry, &err)
                                        : redo_last(at, sheet, &entry, &err);

    journal_entry_clear(&entry);
    return ok;
}

/* An earlier act, past later ones. */
static bool
take_back_some(struct questions *sheet)
{
    struct journal_entry entry = { 0 };
    const int64_t newest = database_file_number("SELECT max(id) FROM journal");
    const bool ok = undo_act(at, newest - 1 - random_below(8), sheet, &entry, &err);

    journal_entry_clear(&entry);
    return ok;
}

/* --- what must be true */

static void
count_past(int64_t counts[CHOICES])
{
    for (int i = 0; i < CHOICES; i++) {
        char sql[512];
        (void)snprintf(sql, sizeof sql,
                       "SELECT max(0, count(*) - coalesce(q.seats, 1000)) FROM answer a"
                       " JOIN registration r ON r.id = a.registration AND r.live = 1"
                       " JOIN question q ON q.id = a.question"
                       " WHERE '; ' || a.text || '; ' LIKE '%%; %s; %%'",
                       choices[i]);
        counts[i] = database_file_number(sql);
    }
}

/* The act that the newest one takes back or puts back; 0: none. */
static int64_t
reverted(void)
{
    return database_file_number("SELECT coalesce(undoes, redoes, 0) FROM journal"
                                " ORDER BY id DESC LIMIT 1");
}

static bool
has_reason(void)
{
    return database_file_number("SELECT count(*) FROM journal_view WHERE id ="
                                " (SELECT max(id) FROM journal) AND reason IS NOT NULL");
}

/* Fewer seats take no answer from anybody; else it is the past that comes back. */
static void
expect_reasons(int64_t before, int64_t now, bool (*deed)(struct questions *sheet))
{
    const int64_t act = reverted();

    count_past(past[now]);
    for (int i = 0; i < CHOICES; i++)
        ck_assert_msg(past[now][i] <= past[before][i] || deed == change_seats ||
                          has_reason() || (act > 0 && past[now][i] <= past[act - 1][i]),
                      "act %lld: “%s” is %lld past its seats, and was %lld",
                      (long long)now, choices[i], (long long)past[now][i],
                      (long long)past[before][i]);
}

START_TEST(whatever_an_office_does__no_choice_is_past_its_seats_without_a_reason)
{
    static bool (*const deeds[])(struct questions * sheet) = {
        answer,         answer,         answer,     answer,       answer,
        answer,         come_or_go,     come_or_go, come_or_go,   take_back,
        take_back_some, take_back_some, take_back,  change_seats,
    };

    random_work_begin((uint64_t)_i + 1, false);
    for (int i = 0; i < STEPS; i++) {
        bool (*deed)(struct questions * sheet) =
            deeds[random_below(sizeof deeds / sizeof deeds[0])];
        const int64_t before = database_file_number("SELECT max(id) FROM journal");
        err = (struct error){ 0 };
        if (deed(some_answer()))
            done++;
        else
            ck_assert_msg(err.kind == ERROR_RULE || err.kind == ERROR_QUESTION ||
                              err.kind == ERROR_NOT_FOUND,
                          "%d: %s", (int)err.kind, err.message);
        const int64_t now = database_file_number("SELECT max(id) FROM journal");
        ck_assert_int_lt(now, ACTS_MOST);
        if (now > before)
            expect_reasons(before, now, deed);
    }
    ck_assert_int_gt(done, STEPS / 3);
}
END_TEST

static void
add_tests(TCase *tests)
{
    const char *fire = getenv("ATELIER_FIRE");
    const bool full = fire && strcmp(fire, "full") == 0;

    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(
        tests, whatever_an_office_does__no_choice_is_past_its_seats_without_a_reason, 0,
        full ? SEEDS_FULL : SEEDS);
}

SUITE_MAIN("answer_random")
