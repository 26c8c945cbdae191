/* SPDX-License-Identifier: GPL-3.0-or-later */
/* substitute_test.c - somebody comes in the place of somebody else: the same seat, and
 * the trace of it */
#include <check.h>
#include <stdio.h>
#include <string.h>

#include "atelier/app/browse.h"
#include "atelier/app/convene.h"
#include "atelier/app/register.h"
#include "atelier/app/substitute.h"
#include "atelier/app/undo.h"
#include "atelier/domain/affiliation.h"
#include "atelier/domain/category.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/membership.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/seat_limit.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/rows.h"
#include "support/suite.h"

#define SQL_LIST                                                                         \
    "SELECT r.family, r.state, o.family FROM registration_view r"                        \
    " LEFT JOIN registration o ON o.id = r.substitute_for ORDER BY r.id"
#define SQL_ACT                                                                          \
    "SELECT act, summary, coalesce((SELECT text FROM journal_reason"                     \
    " WHERE journal = journal_view.id LIMIT 1), '')"                                     \
    " FROM journal_view ORDER BY id DESC LIMIT 1"

enum { SEATS = 1, PEOPLE = 4 };

static struct atelier *at;
static struct error err;
static int64_t group;
static int64_t meeting;
static int64_t people[PEOPLE]; /* Ada, Bob, Cem, Dia */
static struct register_outcome outcome;
static struct journal_entry entry;

static void
set_up(void)
{
    static const char *const names[PEOPLE] = { "Ada", "Bob", "Cem", "Dia" };

    at = office_found();
    group = office_add_group(at, "URB");
    meeting = office_add_meeting(at, group, "2027-03-16 09:30", SEATS);
    office_change(at, &meeting_entity, meeting, "waiting_list", "propose", NULL);
    for (size_t i = 0; i < PEOPLE; i++)
        people[i] = office_add_person(at, names[i], NULL);
    err = (struct error){ 0 };
}

static void
tear_down(void)
{
    journal_entry_clear(&entry);
    office_expect_whole(at);
    office_end(at);
}

static int64_t
find(int64_t person)
{
    int64_t registration = 0;

    ck_assert(register_find(at, meeting, person, &registration, &err));
    return registration;
}

static void
enter(int64_t person, enum registration_role role, const char *note)
{
    const struct register_request request = {
        .meeting = meeting, .person = person, .role = role, .note = note
    };

    ck_assert_msg(register_add(at, &request, &outcome, &err), "%s", err.message);
}

static bool
act(int64_t person, enum registration_act what)
{
    struct register_outcome ignored;

    return register_act(at, find(person), what, NULL, NULL, &ignored, &err);
}

static bool
instead(int64_t person, int64_t by, enum registration_act what, const char *reason,
        struct questions *questions)
{
    const struct substitute_request request = { .registration = find(person),
                                                .person = by,
                                                .act = what,
                                                .reason = reason,
                                                .questions = questions };

    err = (struct error){ 0 };
    return register_substitute(at, &request, &outcome, &err);
}

static bool
substitute(int64_t person, int64_t by)
{
    return instead(person, by, REGISTRATION_SUBSTITUTE, NULL, NULL);
}

static void
expect_refusal(enum error_kind kind, const char *words)
{
    ck_assert_int_eq(err.kind, kind);
    ck_assert_msg(strstr(err.message, words) != NULL, "%s", err.message);
}

/* --- the seat */

START_TEST(a_full_meeting__keeps_the_seat__though_somebody_waits)
{
    enter(people[0], REGISTRATION_PARTICIPANT, "Sits in front");
    enter(people[1], REGISTRATION_PARTICIPANT, NULL);
    ck_assert_msg(substitute(people[0], people[2]), "%s", err.message);
    ck_assert_int_eq(outcome.state, REGISTRATION_ACCEPTED);
    ck_assert_int_eq(outcome.seats.taken, 1);
    ck_assert_uint_eq(outcome.given.count, 0);
    office_expect(SQL_LIST, "Ada|substituted|-\nBob|waiting|-\nCem|accepted|Ada\n");
    office_expect("SELECT note FROM registration WHERE family = 'Cem'",
                  "Sits in front\n");
    office_expect(SQL_ACT, "registration.substitute|Ada → Cem · URB|\n");
}
END_TEST

START_TEST(a_role__goes_on_with_the_seat)
{
    enter(people[0], REGISTRATION_SPEAKER, NULL);
    ck_assert_msg(substitute(people[0], people[2]), "%s", err.message);
    office_expect("SELECT role FROM registration_view WHERE family = 'Cem'", "speaker\n");
}
END_TEST

START_TEST(an_offer__is_taken_by_who_comes_instead)
{
    enter(people[0], REGISTRATION_PARTICIPANT, NULL);
    enter(people[1], REGISTRATION_PARTICIPANT, NULL);
    enter(people[3], REGISTRATION_PARTICIPANT, NULL);
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    ck_assert_msg(substitute(people[1], people[2]), "%s", err.message);
    office_expect(SQL_LIST, "Ada|withdrawn|-\nBob|substituted|-\nDia|waiting|-\n"
                            "Cem|accepted|Bob\n");
}
END_TEST

START_TEST(after_the_last_day__somebody_else_may_come)
{
    enter(people[0], REGISTRATION_PARTICIPANT, NULL);
    office_change(at, &meeting_entity, meeting, "closes", "2027-02-01", NULL);
    ck_assert_msg(substitute(people[0], people[2]), "%s", err.message);
    /* Without a seat they come as anybody. */
    ck_assert(act(people[2], REGISTRATION_WITHDRAW));
    ck_assert(!substitute(people[2], people[3]));
    expect_refusal(ERROR_RULE, "closed on");
}
END_TEST

START_TEST(who_waits__takes_the_seat__and_leaves_the_list)
{
    enter(people[0], REGISTRATION_PARTICIPANT, NULL);
    enter(people[1], REGISTRATION_PARTICIPANT, NULL);
    enter(people[2], REGISTRATION_PARTICIPANT, NULL);
    ck_assert_msg(substitute(people[0], people[2]), "%s", err.message);
    office_expect(SQL_LIST, "Ada|substituted|-\nBob|waiting|-\nCem|accepted|Ada\n");
    office_expect("SELECT count(*) FROM registration WHERE rank IS NOT NULL", "1\n");
}
END_TEST

START_TEST(who_is_on_the_list__or_holds_nothing__is_refused)
{
    office_change(at, &meeting_entity, meeting, "seats", "2", NULL);
    for (size_t i = 0; i < PEOPLE; i++)
        enter(people[i], REGISTRATION_PARTICIPANT, NULL);
    ck_assert(!substitute(people[0], people[1]));
    expect_refusal(ERROR_RULE, "on the list already (accepted)");
    ck_assert(!substitute(people[0], people[0]));
    expect_refusal(ERROR_RULE, "Nobody comes in their own place");
    ck_assert(!substitute(people[2], office_add_person(at, "Eva", NULL)));
    expect_refusal(ERROR_RULE, "on the waiting list");
    office_expect("SELECT count(*) FROM registration", "4\n");
}
END_TEST

START_TEST(who_was_substituted__comes_back_as_anybody)
{
    enter(people[0], REGISTRATION_PARTICIPANT, NULL);
    ck_assert(substitute(people[0], people[1]));
    ck_assert(!act(people[0], REGISTRATION_REVIVE));
    ck_assert(!substitute(people[0], people[2]));
    enter(people[0], REGISTRATION_PARTICIPANT, NULL);
    ck_assert_int_eq(outcome.state, REGISTRATION_WAITING);
}
END_TEST

/* --- quotas */

static int64_t
limit_to(const char *category, const char *kind)
{
    const int64_t id = office_add(at, &category_entity, "name", category, NULL);

    office_add(at, &seat_limit_entity, "meeting", rows_number(meeting), "scope",
               "category", "category", rows_number(id), "kind", kind, "people", "1",
               NULL);
    return id;
}

static void
let_work_for(int64_t category, int64_t person)
{
    const int64_t organisation = office_add(at, &organisation_entity, "name", "Office",
                                            "category", rows_number(category), NULL);

    office_add(at, &affiliation_entity, "person", rows_number(person), "organisation",
               rows_number(organisation), "main", "1", NULL);
}

START_TEST(a_full_quota__asks__but_not_for_its_own_seat)
{
    office_change(at, &meeting_entity, meeting, "seats", "3", NULL);
    const int64_t towns = limit_to("Town", "most");
    for (size_t i = 0; i < 3; i++)
        let_work_for(towns, people[i]);
    enter(people[0], REGISTRATION_PARTICIPANT, NULL);
    enter(people[3], REGISTRATION_PARTICIPANT, NULL);
    ck_assert_msg(substitute(people[0], people[1]), "%s", err.message);
    ck_assert(!substitute(people[3], people[2]));
    expect_refusal(ERROR_QUESTION, "The quota of Town is full");
    ck_assert_int_eq(err.question, QUESTION_QUOTA);
    ck_assert_msg(instead(people[3], people[2], REGISTRATION_SUBSTITUTE, NULL,
                          office_answer(QUESTION_QUOTA, "The mayor insists.")),
                  "%s", err.message);
    ck_assert(outcome.passed.quota);
    office_expect(SQL_ACT, "registration.past_quota|Dia → Cem · URB|"
                           "The mayor insists.\n");
    /* Two of one: who replaces one of them makes it no worse. */
    let_work_for(towns, people[3]);
    ck_assert_msg(substitute(people[2], people[3]), "%s", err.message);
}
END_TEST

START_TEST(past_a_quota__somebody_else_asks_what_every_way_to_a_seat_asks)
{
    struct questions sheet = { 0 };

    office_change(at, &meeting_entity, meeting, "seats", "3", NULL);
    const int64_t towns = limit_to("Town", "most");
    for (size_t i = 0; i < 3; i++)
        let_work_for(towns, people[i]);
    enter(people[3], REGISTRATION_PARTICIPANT, NULL);
    enter(people[0], REGISTRATION_PARTICIPANT, NULL);
    enter(people[1], REGISTRATION_PARTICIPANT, NULL); /* waits for the quota */
    enter(people[2], REGISTRATION_PARTICIPANT, NULL); /* behind them */
    const int64_t eva = office_add_person(at, "Eva", NULL);
    let_work_for(towns, eva);
    ck_assert(!instead(people[3], eva, REGISTRATION_SUBSTITUTE, NULL, &sheet));
    ck_assert(question_is_open(&sheet, QUESTION_QUOTA));
    ck_assert_str_eq(sheet.entries[QUESTION_OVERTAKE].sentence,
                     "2 people wait longer, Bob first.");
    /* Whose turn it is goes before nobody. */
    questions_clear(&sheet);
    ck_assert(!instead(people[3], people[1], REGISTRATION_SUBSTITUTE, NULL, &sheet));
    ck_assert(question_is_open(&sheet, QUESTION_QUOTA));
    ck_assert(!question_is_open(&sheet, QUESTION_OVERTAKE));
    /* Late, nobody comes past a quota. */
    office_change(at, &meeting_entity, meeting, "closes", "2027-02-01", NULL);
    question_reply(&sheet, QUESTION_QUOTA, QUESTION_YES, "The mayor insists.");
    ck_assert(!instead(people[3], people[1], REGISTRATION_SUBSTITUTE, NULL, &sheet));
    expect_refusal(ERROR_RULE, "closed on");
    questions_clear(&sheet);
}
END_TEST

START_TEST(a_seat_that_was_held__is_not_passed_to_others__unasked)
{
    const int64_t towns = limit_to("Town", "hold");
    let_work_for(towns, people[0]);
    enter(people[0], REGISTRATION_PARTICIPANT, NULL);
    ck_assert(!substitute(people[0], people[1]));
    ck_assert_int_eq(err.question, QUESTION_QUOTA);
}
END_TEST

/* The seat of a quota is free again: who waited for it comes. */
START_TEST(a_quota_that_somebody_left__lets_in_who_waited_for_it)
{
    office_change(at, &meeting_entity, meeting, "seats", "3", NULL);
    const int64_t towns = limit_to("Town", "most");
    let_work_for(towns, people[0]);
    let_work_for(towns, people[1]);
    enter(people[0], REGISTRATION_PARTICIPANT, NULL);
    enter(people[1], REGISTRATION_PARTICIPANT, NULL);
    ck_assert_int_eq(outcome.state, REGISTRATION_WAITING);
    ck_assert_msg(substitute(people[0], people[2]), "%s", err.message);
    ck_assert_uint_eq(outcome.given.count, 1);
    ck_assert_int_eq(outcome.given.person, people[1]);
}
END_TEST

/* --- represented by */

START_TEST(who_is_excused__keeps_the_reason__and_passes_the_seat_on)
{
    enter(people[0], REGISTRATION_PARTICIPANT, NULL);
    enter(people[1], REGISTRATION_PARTICIPANT, NULL);
    ck_assert_msg(instead(people[0], people[2], REGISTRATION_EXCUSE, " ill ", NULL), "%s",
                  err.message);
    office_expect(SQL_LIST, "Ada|excused|-\nBob|waiting|-\nCem|accepted|Ada\n");
    office_expect("SELECT excuse FROM registration WHERE family = 'Ada'", "ill\n");
    office_expect(SQL_ACT, "registration.substitute|Ada → Cem · URB|ill\n");
}
END_TEST

START_TEST(an_invited_member__is_represented__where_there_is_a_seat)
{
    const int64_t member = office_add_member(at, group, "Eva", "member", "", "");
    struct convene_outcome convened;

    ck_assert(convene_members(at, meeting, false, &convened, &err));
    ck_assert_msg(instead(member, people[2], REGISTRATION_EXCUSE, "ill", NULL), "%s",
                  err.message);
    office_expect(SQL_LIST, "Eva|excused|-\nCem|accepted|Eva\n");
    ck_assert(undo_last(at, NULL, &entry, &err));
    enter(people[0], REGISTRATION_PARTICIPANT, NULL);
    ck_assert_msg(instead(member, people[2], REGISTRATION_EXCUSE, "ill", NULL), "%s",
                  err.message);
    ck_assert_int_eq(outcome.state, REGISTRATION_WAITING);
}
END_TEST

/* --- undo */

START_TEST(undo__gives_all_back__and_redo_does_it_again)
{
    enter(people[0], REGISTRATION_PARTICIPANT, NULL);
    enter(people[1], REGISTRATION_PARTICIPANT, NULL);
    ck_assert(instead(people[0], people[1], REGISTRATION_EXCUSE, "ill", NULL));
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|waiting|-\n");
    office_expect("SELECT rank, excuse FROM registration ORDER BY id", "-|-\n1|-\n");
    ck_assert_msg(redo_last(at, NULL, &entry, &err), "%s", err.message);
    office_expect(SQL_LIST, "Ada|excused|-\nBob|accepted|Ada\n");
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    ck_assert(substitute(people[0], people[2]));
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    office_expect(SQL_LIST, "Ada|accepted|-\nBob|waiting|-\n");
}
END_TEST

/* --- the trace */

static void
expect_why(int64_t person, const char *expected)
{
    office_expect_why(at, find(person), expected);
}

START_TEST(why__says_who_comes_for_whom)
{
    enter(people[0], REGISTRATION_PARTICIPANT, NULL);
    ck_assert(substitute(people[0], people[1]));
    expect_why(people[0],
               "On the list as: substituted.  Bob comes in their place (accepted).");
    expect_why(people[1], "They come.  In the place of Ada.");
}
END_TEST

/* A cell of the registration of a person, NULL where it is empty; good until the next. */
static const char *
cell_of(int64_t person, const char *column)
{
    static char cell[64];
    const struct listing_query query = { .kind = LISTING_REGISTRATION,
                                         .scope = meeting,
                                         .history = true };
    const struct listing *listing = listing_get(LISTING_REGISTRATION);
    struct listing_page page = { 0 };
    const int64_t id = find(person);

    cell[0] = '\0';
    ck_assert(listing_fetch(at, &query, LISTING_FIRST, NULL, 10, &page, &err));
    for (size_t i = 0; i < page.count; i++)
        for (size_t k = 0; page.rows[i].id == id && k < listing->column_count; k++)
            if (strcmp(listing->columns[k].name, column) == 0 && page.rows[i].cells[k])
                (void)snprintf(cell, sizeof cell, "%s", page.rows[i].cells[k]);
    listing_page_clear(&page);
    return cell[0] ? cell : NULL;
}

START_TEST(the_list__names_both)
{
    enter(people[0], REGISTRATION_PARTICIPANT, NULL);
    ck_assert(substitute(people[0], people[1]));
    ck_assert_str_eq(cell_of(people[0], "counterpart_name"), "Bob");
    ck_assert_str_eq(cell_of(people[0], "replaced_by_name"), "Bob");
    ck_assert_ptr_null(cell_of(people[0], "substitute_name"));
    ck_assert_str_eq(cell_of(people[1], "counterpart_name"), "Ada");
    ck_assert_str_eq(cell_of(people[1], "substitute_name"), "Ada");
    ck_assert_ptr_null(cell_of(people[1], "replaced_by_name"));
}
END_TEST

START_TEST(who_comes_after_all__is_not_replaced_any_more)
{
    office_change(at, &meeting_entity, meeting, "seats", "2", NULL);
    enter(people[0], REGISTRATION_PARTICIPANT, NULL);
    ck_assert(instead(people[0], people[1], REGISTRATION_EXCUSE, "ill", NULL));
    ck_assert_str_eq(cell_of(people[0], "counterpart_name"), "Bob");
    ck_assert_msg(act(people[0], REGISTRATION_REVIVE), "%s", err.message);
    ck_assert_ptr_null(cell_of(people[0], "counterpart_name"));
    expect_why(people[0], "They come.");
}
END_TEST

/* --- alternates */

static int64_t
add_alternate(const char *family, int64_t of, const char *from)
{
    const int64_t person = office_add_person(at, family, NULL);

    office_add(at, &membership_entity, "group", rows_number(group), "person",
               rows_number(person), "role", "alternate", "alternate_of", rows_number(of),
               "from", from, NULL);
    return person;
}

static int64_t
membership_of(int64_t person)
{
    struct buffer sql = { 0 };

    buffer_addf(&sql, "SELECT id FROM membership WHERE person = %lld", (long long)person);
    const int64_t id = database_file_number(buffer_text(&sql));
    buffer_clear(&sql);
    return id;
}

static void
expect_alternates(int64_t person, bool has_seat, const char *expected)
{
    struct register_alternates list = { 0 };
    struct buffer text = { 0 };

    ck_assert(register_alternates(at, find(person), &list, &err));
    ck_assert_int_eq(list.has_seat, has_seat);
    ck_assert_int_eq(register_alternates_say(at, &list, &text), *expected != '\0');
    ck_assert_str_eq(buffer_text(&text), expected);
    buffer_clear(&text);
    register_alternates_clear(&list);
}

START_TEST(alternates__are_proposed_by_name__on_the_day_of_the_meeting)
{
    enter(people[0], REGISTRATION_PARTICIPANT, NULL);
    expect_alternates(people[0], true, "");
    const int64_t zoe = add_alternate("Zoe", people[0], "");
    const int64_t eva = add_alternate("Eva", people[0], "2027-03-16");
    add_alternate("Fay", people[0], "2027-03-17");
    add_alternate("Gil", people[1], "");
    expect_alternates(people[0], true, "Eva is their alternate.  Others: Zoe.");
    enter(eva, REGISTRATION_PARTICIPANT, NULL); /* waits: could have the seat */
    expect_alternates(people[0], true, "Eva is their alternate.  Others: Zoe.");
    ck_assert(act(people[0], REGISTRATION_WITHDRAW));
    expect_alternates(people[0], false, "Zoe is their alternate.");
    enter(zoe, REGISTRATION_PARTICIPANT, NULL);
    ck_assert(act(zoe, REGISTRATION_WITHDRAW));
    expect_alternates(people[0], false, "");
}
END_TEST

START_TEST(an_alternate__is_invited__where_there_was_no_seat)
{
    const int64_t member = office_add_member(at, group, "Eva", "member", "", "");
    struct convene_outcome convened;

    ck_assert(convene_members(at, meeting, false, &convened, &err));
    const int64_t zoe = add_alternate("Zoe", member, "");
    expect_alternates(member, false, "Zoe is their alternate.");
    const struct substitute_request request = { .registration = find(member),
                                                .person = zoe,
                                                .act = REGISTRATION_DECLINE,
                                                .invites = true };
    ck_assert_msg(register_substitute(at, &request, &outcome, &err), "%s", err.message);
    office_expect(SQL_LIST, "Eva|declined|-\nZoe|invited|Eva\n");
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    office_expect(SQL_LIST, "Eva|invited|-\n");
}
END_TEST

START_TEST(an_alternate_who_is_invited__is_proposed_for_a_seat__or_after_a_refusal)
{
    const int64_t member = office_add_member(at, group, "Eva", "member", "", "");
    struct convene_outcome convened;

    const int64_t zoe = office_add_member(at, group, "Zoe", "member", "", "");
    ck_assert(convene_members(at, meeting, false, &convened, &err));
    /* Invited as a member, an alternate since. */
    office_change(at, &membership_entity, membership_of(zoe), "role", "alternate",
                  "alternate_of", rows_number(member), NULL);
    expect_alternates(member, false, "");
    ck_assert(act(member, REGISTRATION_DECLINE));
    expect_alternates(member, false, "Zoe, Anna is their alternate.");
    ck_assert(act(member, REGISTRATION_REVIVE));
    expect_alternates(member, true, "Zoe, Anna is their alternate.");
}
END_TEST

START_TEST(after_a_refusal__the_alternate_comes_as_anybody__and_says_for_whom)
{
    enter(people[0], REGISTRATION_PARTICIPANT, NULL);
    enter(people[1], REGISTRATION_PARTICIPANT, NULL);
    ck_assert(act(people[0], REGISTRATION_DECLINE)); /* Bob is offered the seat */
    ck_assert_msg(substitute(people[0], people[2]), "%s", err.message);
    office_expect(SQL_LIST, "Ada|withdrawn|-\nBob|offered|-\nCem|waiting|Ada\n");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_full_meeting__keeps_the_seat__though_somebody_waits);
    tcase_add_test(tests, a_role__goes_on_with_the_seat);
    tcase_add_test(tests, an_offer__is_taken_by_who_comes_instead);
    tcase_add_test(tests, after_the_last_day__somebody_else_may_come);
    tcase_add_test(tests, who_waits__takes_the_seat__and_leaves_the_list);
    tcase_add_test(tests, who_is_on_the_list__or_holds_nothing__is_refused);
    tcase_add_test(tests, who_was_substituted__comes_back_as_anybody);
    tcase_add_test(tests, a_full_quota__asks__but_not_for_its_own_seat);
    tcase_add_test(tests, past_a_quota__somebody_else_asks_what_every_way_to_a_seat_asks);
    tcase_add_test(tests, a_seat_that_was_held__is_not_passed_to_others__unasked);
    tcase_add_test(tests, a_quota_that_somebody_left__lets_in_who_waited_for_it);
    tcase_add_test(tests, who_is_excused__keeps_the_reason__and_passes_the_seat_on);
    tcase_add_test(tests, an_invited_member__is_represented__where_there_is_a_seat);
    tcase_add_test(tests, undo__gives_all_back__and_redo_does_it_again);
    tcase_add_test(tests, why__says_who_comes_for_whom);
    tcase_add_test(tests, the_list__names_both);
    tcase_add_test(tests, who_comes_after_all__is_not_replaced_any_more);
    tcase_add_test(tests, alternates__are_proposed_by_name__on_the_day_of_the_meeting);
    tcase_add_test(tests, an_alternate__is_invited__where_there_was_no_seat);
    tcase_add_test(
        tests, an_alternate_who_is_invited__is_proposed_for_a_seat__or_after_a_refusal);
    tcase_add_test(tests,
                   after_a_refusal__the_alternate_comes_as_anybody__and_says_for_whom);
}

SUITE_MAIN("substitute")
