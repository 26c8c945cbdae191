/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_run_test.c - an import that was agreed on: written whole, as one act, or not at
 * all */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "atelier/app/edit.h"
#include "atelier/app/import_people.h"
#include "atelier/app/join.h"
#include "atelier/app/plan.h"
#include "atelier/app/undo.h"
#include "atelier/base/memory.h"
#include "atelier/domain/category.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/person.h"
#include "atelier/domain/seat_limit.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/paper.h"
#include "support/rows.h"
#include "support/sheet.h"
#include "support/suite.h"

#define HEADER "Nom;Prénom;Courriel;Organisme;Fonction;Téléphone\n"

static const char people[] =
    "SELECT p.family, p.given, p.email, p.phone, o.name, a.function FROM person p"
    " LEFT JOIN affiliation a ON a.person = p.id AND a.\"to\" IS NULL"
    " LEFT JOIN organisation o ON o.id = a.organisation ORDER BY p.id";

static struct atelier *at;
static struct atelier *colleague;
static int64_t paul;

static void
begin(void)
{
    at = office_found();
    colleague = office_hire(at, "claire", ROLE_ORGANISER);
    paul = office_add(at, &person_entity, "family", "Durand", "given", "Paul", "email",
                      "paul@example.org", NULL);
}

static void
end(void)
{
    atelier_close(colleague);
    office_expect_whole(at);
    office_end(at);
}

static struct import *
judged(const char *text, int64_t meeting)
{
    return sheet_judged(at, paper_write("list.csv", text), meeting);
}

static const char three[] = HEADER "LEFÈVRE;Zoé;zoe@example.org;Ville de Troyes;Cheffe;\n"
                                   "durand;PAUL;paul@example.org;;;0102030405\n"
                                   "van der Berg;Jan;;Ville de troyes;;\n"
                                   "Petit;Luc;luc;;;\n";

/* ---- what is written ---- */

START_TEST(run__writes_what_was_judged_and_capitals_are_the_usual_ones)
{
    struct import *import = judged(three, 0);
    int64_t counts[IMPORT_VERDICT_COUNT];

    import_counts(import, counts);
    struct import_outcome outcome = sheet_run(import);
    ck_assert_int_eq(outcome.added, counts[IMPORT_NEW]);
    ck_assert_int_eq(outcome.changed, counts[IMPORT_CHANGED]);
    ck_assert_int_eq(outcome.added, 2);
    ck_assert_int_eq(outcome.changed, 1);
    ck_assert_int_eq(outcome.organisations, 1);
    office_expect(people, "Durand|Paul|paul@example.org|0102030405|-|-\n"
                          "Lefèvre|Zoé|zoe@example.org|-|Ville de Troyes|Cheffe\n"
                          "van der Berg|Jan|-|-|Ville de Troyes|-\n");
    import_free(import);
}
END_TEST

START_TEST(run__is_one_act_and_undone_as_one)
{
    char *before = database_file_dump(people);
    struct import *import = judged(three, 0);
    struct journal_entry entry = { 0 };
    struct error err = { 0 };

    sheet_run(import);
    office_expect("SELECT act, summary FROM journal ORDER BY id DESC LIMIT 1",
                  "person.import|list.csv (+2, ~1)\n");
    office_expect("SELECT count(*) FROM journal WHERE act = 'person.import'", "1\n");
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    ck_assert_str_eq(entry.act, "person.import");
    office_expect(people, before);
    office_expect("SELECT count(*) FROM organisation", "0\n");
    journal_entry_clear(&entry);
    import_free(import);
    free(before);
}
END_TEST

START_TEST(same_file__a_second_time__brings_nothing)
{
    struct import *import = judged(three, 0);
    int64_t counts[IMPORT_VERDICT_COUNT];

    sheet_run(import);
    import_free(import);
    import = judged(three, 0);
    import_counts(import, counts);
    ck_assert_int_eq(counts[IMPORT_SAME], 3);
    ck_assert_int_eq(counts[IMPORT_REFUSED], 1);
    import_free(import);
}
END_TEST

static struct import *
judged_into(const char *text, struct import_goal goal)
{
    struct error err = { 0 };
    struct import *import = import_open_as(at, paper_write("list.csv", text), &goal,
                                           &(struct import_choice){ 0 }, &err);

    ck_assert_msg(import != NULL, "%s", err.message);
    sheet_judge(import);
    return import;
}

static const char members[] =
    "SELECT p.family, ms.role, o.name, ms.\"from\", ms.\"to\" FROM membership ms"
    " JOIN person p ON p.id = ms.person"
    " LEFT JOIN organisation o ON o.id = ms.organisation ORDER BY ms.id";

START_TEST(group__takes_those_who_are_no_members_in_the_same_act)
{
    int64_t group = office_add_group(at, "URB");
    struct import *import = judged_into(
        three, (struct import_goal){ .group = group, .role = MEMBERSHIP_OBSERVER });
    struct import_outcome rehearsed;
    struct journal_entry entry = { 0 };
    struct error err = { 0 };

    struct membership membership;
    record_init(&membership_entity, &membership);
    membership.group = group;
    membership.person = paul;
    ck_assert_msg(membership_join(at, &membership, &err), "%s", err.message);
    record_clear(&membership_entity, &membership);
    sheet_judge(import);
    char *before = database_file_dump(members);
    ck_assert_msg(import_rehearse(import, NULL, NULL, &rehearsed, &err), "%s",
                  err.message);
    office_expect(members, before);
    struct import_outcome outcome = sheet_run(import);
    ck_assert_int_eq(rehearsed.joined, outcome.joined);
    ck_assert_int_eq(outcome.joined, 2);
    ck_assert_int_eq(outcome.members, 1);
    office_expect("SELECT summary FROM journal ORDER BY id DESC LIMIT 1",
                  "list.csv (+2, ~1, ∈ 2)\n");
    office_expect("SELECT p.family, ms.role, o.name FROM membership ms"
                  " JOIN person p ON p.id = ms.person"
                  " LEFT JOIN organisation o ON o.id = ms.organisation ORDER BY ms.id",
                  "Durand|0|-\nLefèvre|3|Ville de Troyes\n"
                  "van der Berg|3|Ville de Troyes\n");
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    journal_entry_clear(&entry);
    office_expect(members, before);
    free(before);
    import_free(import);
}
END_TEST

/* Rule 11: the figures of the rehearsal are those of the run, seats included. */
START_TEST(rehearsal__says_what_the_run_will_do_and_writes_nothing)
{
    int64_t group = office_add_group(at, "URB");
    int64_t meeting = office_add_meeting(at, group, "2027-03-16 09:30", 2);
    struct import *import = judged(three, meeting);
    struct import_outcome rehearsed;
    struct error err = { 0 };
    char *before = database_file_dump(people);
    int64_t acts = database_file_number("SELECT max(id) FROM journal");

    ck_assert_msg(import_rehearse(import, NULL, NULL, &rehearsed, &err), "%s",
                  err.message);
    office_expect(people, before);
    office_expect("SELECT count(*) FROM registration", "0\n");
    ck_assert_int_eq(database_file_number("SELECT max(id) FROM journal"), acts);

    struct import_outcome outcome = sheet_run(import);
    ck_assert_int_eq(rehearsed.added, outcome.added);
    ck_assert_int_eq(rehearsed.changed, outcome.changed);
    ck_assert_int_eq(rehearsed.organisations, outcome.organisations);
    ck_assert_int_eq(rehearsed.registered, outcome.registered);
    ck_assert_int_eq(rehearsed.full, outcome.full);
    ck_assert_int_eq(outcome.full, 1);
    import_free(import);
    free(before);
}
END_TEST

/* ---- doubtful rows ---- */

START_TEST(doubtful_row__is_left_out_until_somebody_says_who_it_is)
{
    static const char doubtful[] = HEADER "Durand;Paul;;;;0102030405\n"
                                          "Durand;Paul;autre@example.org;;;\n"
                                          "Durand;Paul;tiers@example.org;;;\n";
    struct error err = { 0 };
    struct import *import = judged(doubtful, 0);
    int64_t counts[IMPORT_VERDICT_COUNT];

    import_counts(import, counts);
    ck_assert_int_eq(counts[IMPORT_DOUBTFUL], 3);
    ck_assert_msg(import_settle(import, 0, paul, &err), "%s", err.message);
    ck_assert_msg(import_settle(import, 1, 0, &err), "%s", err.message);
    import_counts(import, counts);
    ck_assert_int_eq(counts[IMPORT_CHANGED], 1);
    ck_assert_int_eq(counts[IMPORT_NEW], 1);
    sheet_run(import);
    office_expect(people, "Durand|Paul|paul@example.org|0102030405|-|-\n"
                          "Durand|Paul|autre@example.org|-|-|-\n");
    import_free(import);
}
END_TEST

START_TEST(doubtful_row__settled_as_nobody_there__is_refused)
{
    struct error err = { 0 };
    struct import *import = judged(HEADER "Durand;Paul;;;;0102030405\n", 0);

    ck_assert(!import_settle(import, 0, 4711, &err));
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
    sheet_run(import);
    office_expect(people, "Durand|Paul|paul@example.org|-|-|-\n");
    import_free(import);
}
END_TEST

/* ---- onto a meeting's list ---- */

START_TEST(meeting__with_two_seats__takes_two_and_counts_the_others)
{
    int64_t group = office_add_group(at, "URB");
    int64_t meeting = office_add_meeting(at, group, "2027-03-16 09:30", 2);
    struct import *import = judged(three, meeting);
    struct journal_entry entry = { 0 };
    struct error err = { 0 };

    struct import_outcome outcome = sheet_run(import);
    ck_assert_int_eq(outcome.registered, 2);
    ck_assert_int_eq(outcome.full, 1);
    ck_assert(!sheet_row(import, 0)->full && !sheet_row(import, 1)->full);
    ck_assert(sheet_row(import, 2)->full);
    office_expect("SELECT family, state, source FROM registration_view ORDER BY id",
                  "Lefèvre|accepted|import\nDurand|accepted|import\n");
    office_expect("SELECT count(*) FROM person", "3\n");
    import_free(import);

    /* Who is on the list already is not put there twice. */
    import = judged(three, meeting);
    outcome = sheet_run(import);
    ck_assert_int_eq(outcome.registered, 0);
    ck_assert_int_eq(outcome.full, 1);
    import_free(import);

    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    journal_entry_clear(&entry);
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    journal_entry_clear(&entry);
    office_expect("SELECT count(*) FROM registration", "0\n");
    office_expect("SELECT count(*) FROM person", "1\n");
}
END_TEST

START_TEST(meeting__that_keeps_a_waiting_list__lets_the_others_wait)
{
    int64_t group = office_add_group(at, "URB");
    int64_t id = office_add_meeting(at, group, "2027-03-16 09:30", 1);

    office_change(at, &meeting_entity, id, "waiting_list", "propose", NULL);
    struct import *import = judged(three, id);
    struct import_outcome outcome = sheet_run(import);
    ck_assert_int_eq(outcome.registered, 3);
    ck_assert_int_eq(outcome.waiting, 2);
    ck_assert_int_eq(outcome.full, 0);
    office_expect("SELECT state, count(*) FROM registration_view GROUP BY state",
                  "accepted|1\nwaiting|2\n");
    import_free(import);
}
END_TEST

/* Zoé fills two holds with one seat. */
START_TEST(a_hold__that_is_filled__leaves_its_other_seat_to_who_waits)
{
    static const char zoe[] =
        HEADER "LEFÈVRE;Zoé;zoe@example.org;Ville de Troyes;Cheffe;\n";
    const int64_t group = office_add_group(at, "URB");
    const int64_t id = office_add_meeting(at, group, "2027-03-16 09:30", 3);
    const int64_t towns = office_add(at, &category_entity, "name", "Town", NULL);
    const int64_t troyes = office_add(at, &organisation_entity, "name", "Ville de Troyes",
                                      "category", rows_number(towns), NULL);

    office_change(at, &meeting_entity, id, "waiting_list", "propose", NULL);
    office_add(at, &seat_limit_entity, "meeting", rows_number(id), "scope", "category",
               "category", rows_number(towns), "kind", "hold", "people", "1", NULL);
    office_add(at, &seat_limit_entity, "meeting", rows_number(id), "scope",
               "organisation", "organisation", rows_number(troyes), "kind", "hold",
               "people", "1", NULL);
    office_register(at, id, paul);
    office_register(at, id, office_add_person(at, "Wu", NULL));
    struct import *import = judged(zoe, id);
    ck_assert_int_eq(sheet_run(import).registered, 1);
    office_expect("SELECT family, state FROM registration_view ORDER BY id",
                  "Durand|accepted\nWu|offered\nLefèvre|accepted\n");
    import_free(import);
}
END_TEST

/* Posts begin with the import. */
START_TEST(meeting__that_is_past__has_the_organisations_of_the_sheet)
{
    const int64_t category = office_add(at, &category_entity, "name", "Towns", NULL);
    int64_t group = office_add_group(at, "URB");
    int64_t meeting = office_add_meeting(at, group, "2026-11-02 09:30", NUMBER_NONE);

    office_add(at, &organisation_entity, "name", "Ville de Gap", "category",
               rows_number(category), NULL);
    struct import *import =
        judged(HEADER "Noir;Ève;eve@example.org;Ville de Gap;Maire;\n", meeting);
    sheet_run(import);
    import_free(import);
    office_expect("SELECT organisation_name, function, category FROM registration WHERE "
                  "family = 'Noir'",
                  "Ville de Gap|Maire|1\n");
}
END_TEST

START_TEST(meeting__that_is_cancelled__takes_nobody_and_nothing_is_written)
{
    int64_t group = office_add_group(at, "URB");
    int64_t meeting = office_add_meeting(at, group, "2027-03-16 09:30", NUMBER_NONE);
    struct import_outcome outcome;
    struct error err = { 0 };

    ck_assert_msg(plan_act(at, meeting, MEETING_CANCEL, "strike", &err), "%s",
                  err.message);
    struct import *import = judged(three, meeting);
    ck_assert(!import_run(import, NULL, NULL, &outcome, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    office_expect("SELECT count(*) FROM person", "1\n");
    import_free(import);
}
END_TEST

/* ---- a colleague in between, a change of mind ---- */

static void
expect_conflict(struct import *import, const char *line)
{
    char *before = database_file_dump(people);
    struct import_outcome outcome;
    struct error err = { 0 };

    ck_assert(!import_run(import, NULL, NULL, &outcome, &err));
    ck_assert_int_eq(err.kind, ERROR_CONFLICT);
    ck_assert_msg(strstr(err.message, line) != NULL, "%s", err.message);
    office_expect(people, before);
    free(before);

    /* Judged again it is a row like others. */
    err = (struct error){ 0 };
    sheet_judge(import);
    sheet_run(import);
    import_free(import);
}

START_TEST(colleague__who_does_something_else__is_none__below_a_title_either)
{
    struct import *import = judged("Participants\n\nNom;Prénom\nLefèvre;Zoé\n", 0);

    office_add(colleague, &person_entity, "family", "Bost", NULL);
    ck_assert_int_eq(sheet_run(import).added, 1);
    import_free(import);
}
END_TEST

START_TEST(needs__that_grew_too_long__are_refused_with_their_line)
{
    char needs[501];
    struct import_outcome outcome;
    struct error err = { 0 };

    memset(needs, 'x', sizeof needs - 1);
    needs[sizeof needs - 1] = '\0';
    office_change(at, &person_entity, paul, "needs", needs, NULL);
    struct import *import = judged("Nom;Prénom;E-mail;Besoins\n"
                                   "Durand;Paul;paul@example.org;lift\n",
                                   0);
    ck_assert(!import_run(import, NULL, NULL, &outcome, &err));
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_msg(strstr(err.message, "Line 2: ") != NULL, "%s", err.message);
    import_free(import);
}
END_TEST

START_TEST(colleague__who_adds_the_person_meanwhile__is_a_conflict)
{
    struct import *import = judged(three, 0);

    office_add(colleague, &person_entity, "family", "Lefèvre", "given", "Zoé", NULL);
    expect_conflict(import, "line 2");
}
END_TEST

/* Rule 10: both wrote the same field of a known person. */
START_TEST(colleague__who_changes_the_person_meanwhile__is_a_conflict)
{
    struct import *import = judged(three, 0);

    office_change(colleague, &person_entity, paul, "phone", "0999999999", NULL);
    expect_conflict(import, "line 3");
}
END_TEST

START_TEST(colleague__who_changes_whom_a_row_was_settled_as__is_a_conflict)
{
    struct error err = { 0 };
    struct import *import = judged(HEADER "Durand;Paul;;;;0102030405\n", 0);

    ck_assert_msg(import_settle(import, 0, paul, &err), "%s", err.message);
    office_change(colleague, &person_entity, paul, "phone", "0999999999", NULL);
    expect_conflict(import, "line 2");
    office_expect(people, "Durand|Paul|paul@example.org|0999999999|-|-\n");
}
END_TEST

START_TEST(colleague__who_adds_whom_a_row_was_settled_as_new__is_a_conflict)
{
    struct error err = { 0 };
    struct import *import = judged(HEADER "Durand;Paul;autre@example.org;;;\n", 0);

    ck_assert_msg(import_settle(import, 0, 0, &err), "%s", err.message);
    office_add(colleague, &person_entity, "family", "Durand", "given", "Paul", "email",
               "autre@example.org", NULL);
    expect_conflict(import, "line 2");
    office_expect("SELECT count(*) FROM person", "2\n");
}
END_TEST

START_TEST(colleague__who_works_on_other_things__is_none)
{
    struct import *import = judged(three, 0);

    office_add_group(colleague, "NUM");
    office_add(colleague, &person_entity, "family", "Moreau", "given", "Léa", NULL);
    sheet_run(import);
    import_free(import);
}
END_TEST

/* Rule 11: what was shown is what is written, or nothing. */
START_TEST(file__that_changes_after_it_was_seen__is_not_written)
{
    struct import *import = judged(three, 0);
    struct import_outcome outcome;
    struct error err = { 0 };

    paper_write("list.csv", HEADER "Autre;Liste;;;;\n");
    ck_assert(!import_run(import, NULL, NULL, &outcome, &err));
    ck_assert_int_eq(err.kind, ERROR_CONFLICT);
    ck_assert_ptr_nonnull(strstr(err.message, "list.csv has changed"));
    office_expect("SELECT count(*) FROM person", "1\n");
    ck_assert_str_eq(sheet_row(import, 0)->values[IMPORT_FAMILY], "Lefèvre");
    import_free(import);

    import = judged(HEADER "Blanc;Léa;;;;\n", 0);
    ck_assert_int_eq(unlink(database_file_path("list.csv")), 0);
    ck_assert_int_eq(sheet_run(import).added, 1); /* a stick that was taken out */
    import_free(import);
}
END_TEST

static bool
stop_late(void *context, int64_t done, int64_t total)
{
    *(int *)context += 1;
    return done >= total / 2;
}

START_TEST(run__that_is_stopped_in_the_middle__writes_nothing)
{
    char text[8000] = HEADER;
    struct import_outcome outcome;
    struct error err = { 0 };
    int calls = 0;

    for (int i = 0; i < 100; i++)
        (void)snprintf(text + strlen(text), sizeof text - strlen(text),
                       "Nom%c%c;A;;Ville %d;;\n", 'a' + i / 10, 'a' + i % 10, i);
    struct import *import = judged(text, 0);
    ck_assert(!import_run(import, stop_late, &calls, &outcome, &err));
    ck_assert_int_eq(err.kind, ERROR_CANCELLED);
    ck_assert_int_gt(calls, 1);
    office_expect("SELECT count(*) FROM person", "1\n");
    office_expect("SELECT count(*) FROM organisation", "0\n");

    /* And may be run after all. */
    ck_assert_int_eq(sheet_run(import).added, 100);
    import_free(import);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, run__writes_what_was_judged_and_capitals_are_the_usual_ones);
    tcase_add_test(tests, run__is_one_act_and_undone_as_one);
    tcase_add_test(tests, same_file__a_second_time__brings_nothing);
    tcase_add_test(tests, rehearsal__says_what_the_run_will_do_and_writes_nothing);
    tcase_add_test(tests, group__takes_those_who_are_no_members_in_the_same_act);
    tcase_add_test(tests, doubtful_row__is_left_out_until_somebody_says_who_it_is);
    tcase_add_test(tests, doubtful_row__settled_as_nobody_there__is_refused);
    tcase_add_test(tests, meeting__with_two_seats__takes_two_and_counts_the_others);
    tcase_add_test(tests, meeting__that_keeps_a_waiting_list__lets_the_others_wait);
    tcase_add_test(tests, a_hold__that_is_filled__leaves_its_other_seat_to_who_waits);
    tcase_add_test(tests, meeting__that_is_past__has_the_organisations_of_the_sheet);
    tcase_add_test(tests,
                   meeting__that_is_cancelled__takes_nobody_and_nothing_is_written);
    tcase_add_test(tests,
                   colleague__who_does_something_else__is_none__below_a_title_either);
    tcase_add_test(tests, needs__that_grew_too_long__are_refused_with_their_line);
    tcase_add_test(tests, colleague__who_adds_the_person_meanwhile__is_a_conflict);
    tcase_add_test(tests, colleague__who_changes_the_person_meanwhile__is_a_conflict);
    tcase_add_test(tests,
                   colleague__who_changes_whom_a_row_was_settled_as__is_a_conflict);
    tcase_add_test(tests,
                   colleague__who_adds_whom_a_row_was_settled_as_new__is_a_conflict);
    tcase_add_test(tests, colleague__who_works_on_other_things__is_none);
    tcase_add_test(tests, file__that_changes_after_it_was_seen__is_not_written);
    tcase_add_test(tests, run__that_is_stopped_in_the_middle__writes_nothing);
}

SUITE_MAIN("import_run")
