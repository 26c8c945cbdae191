/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_test.c - an act of one's own is taken back, or refused with a sentence (rule 9) */
#include "atelier/app/change_settings.h"
#include "atelier/app/undo.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/convene.h"
#include "atelier/app/edit.h"
#include "atelier/app/history.h"
#include "atelier/app/plan.h"
#include "atelier/base/memory.h"
#include "atelier/domain/membership.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/person.h"
#include "atelier/domain/venue.h"
#include "atelier/domain/working_group.h"
#include "several.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/rows.h"
#include "support/suite.h"

#define SQL_ACTS "SELECT count(*) FROM journal"
#define SQL_STATES "SELECT family, state FROM registration_view ORDER BY id"

static struct atelier *at;
static struct error err;
static struct journal_entry entry;
static int64_t group;
static int64_t meeting;
static int64_t anna;
static int64_t bruno;
static int64_t registration; /* Anna's */

static void
set_up(void)
{
    at = office_found();
    group = office_add_group(at, "URB");
    meeting = office_add_meeting(at, group, "2027-03-16 09:30", 2);
    anna = office_add_person(at, "Müller", "Anna");
    bruno = office_add_person(at, "Bianchi", "Bruno");
    registration = office_register(at, meeting, anna);
    err = (struct error){ 0 };
}

static void
tear_down(void)
{
    journal_entry_clear(&entry);
    office_end(at);
}

static bool
undo(struct atelier *who)
{
    journal_entry_clear(&entry);
    return undo_last(who, NULL, &entry, &err);
}

static bool
act(struct atelier *who, int64_t id, enum registration_act what, const char *reason)
{
    struct register_outcome outcome;
    return register_act(who, id, what, reason, NULL, &outcome, &err);
}

/* Everything that an undo must bring back: all but what counts up. */
static char *
picture(void)
{
    return database_file_dump(
        "SELECT 'p', id, family, given, email, '' FROM person UNION ALL "
        "SELECT 'o', id, name, category, territory, '' FROM organisation UNION ALL "
        "SELECT 'a', id, person, organisation, \"from\", main FROM affiliation UNION ALL "
        "SELECT 'g', id, code, name, seats, chair FROM working_group UNION ALL "
        "SELECT 'b', id, \"group\", person, \"from\", \"to\" FROM membership UNION ALL "
        "SELECT 'v', id, name, address, '', '' FROM venue UNION ALL "
        "SELECT 'm', id, title, start_at, state, reason FROM meeting UNION ALL "
        "SELECT 'r', id, person, state, excuse, rank FROM registration UNION ALL "
        "SELECT 'c', meeting, state, role, category, people FROM head_count UNION ALL "
        "SELECT 'o', meeting, workshop, excess, '', '' FROM overbooked "
        "UNION ALL SELECT 's', id, login, name, role, '' FROM staff UNION ALL "
        "SELECT 't', name, value, '', '', '' FROM setting "
        "WHERE name NOT IN ('rev', 'changed_at', 'changed_by') ORDER BY 1, 2");
}

/* One thing that a person can do, and the act that it must be in the journal. */
struct deed {
    const char *act;
    void (*run)(void);
};

static void
add_a_person(void)
{
    struct person *person = record_new(&person_entity);
    memory_replace(&person->family, "Costa");
    ck_assert(edit_add_person(at, person, "City of Ulm", 0, "planner", NULL, &err));
    record_free(&person_entity, person);
}

static void
change_a_person(void)
{
    office_change(at, &person_entity, bruno, "email", "bruno@example.org", NULL);
}

static void
remove_a_person(void)
{
    ck_assert(edit_remove(at, &person_entity, bruno, 1, &err));
}

static void
add_an_organisation(void)
{
    office_add(at, &organisation_entity, "name", "City of Łódź", NULL);
}

static void
change_the_group(void)
{
    office_change(at, &working_group_entity, group, "code", "URB2", "seats", "9", "chair",
                  rows_number(anna), NULL);
}

static void
add_a_venue(void)
{
    office_add(at, &venue_entity, "name", "Old Mill", NULL);
}

static void
join(void)
{
    office_add(at, &membership_entity, "group", rows_number(group), "person",
               rows_number(bruno), NULL);
}

static void
plan_another(void)
{
    office_add_meeting(at, group, "2027-04-16 09:30", 5);
}

static void
move_the_meeting(void)
{
    office_change(at, &meeting_entity, meeting, "start", "2027-03-17 09:30", "end",
                  "2027-03-17 11:30", NULL);
}

static void
postpone(void)
{
    ck_assert(plan_act(at, meeting, MEETING_POSTPONE, "flood", &err));
}

static void
cancel(void)
{
    ck_assert(plan_act(at, meeting, MEETING_CANCEL, "flood", &err));
}

static void
register_somebody(void)
{
    office_register(at, meeting, bruno);
}

static void
withdraw(void)
{
    ck_assert(act(at, registration, REGISTRATION_WITHDRAW, "ill"));
}

static void
hire(void)
{
    office_add(at, &staff_entity, "login", "lea", "role", "desk", NULL);
}

static void
change_a_setting(void)
{
    struct settings *settings = record_new(&settings_entity);
    record_copy(&settings_entity, settings, atelier_settings(at));
    settings->speaker_takes_seat = true;
    memory_replace(&settings->network, "Cities by Rivers");
    ck_assert(settings_change(at, settings, &err));
    record_free(&settings_entity, settings);
}

static const struct deed deeds[] = {
    { "person.add", add_a_person },
    { "person.change", change_a_person },
    { "person.remove", remove_a_person },
    { "organisation.add", add_an_organisation },
    { "working_group.change", change_the_group },
    { "venue.add", add_a_venue },
    { "membership.join", join },
    { "meeting.add", plan_another },
    { "meeting.move", move_the_meeting },
    { "meeting.postpone", postpone },
    { "meeting.cancel", cancel },
    { "registration.add", register_somebody },
    { "registration.withdraw", withdraw },
    { "staff.add", hire },
    { "settings.change", change_a_setting },
};

START_TEST(every_kind_of_act__is_taken_back__whole)
{
    const struct deed *deed = &deeds[_i];
    char *before = picture();

    deed->run();
    char *between = picture();
    ck_assert_str_ne(before, between);
    ck_assert(undo_next(at, 0, &entry, &err));
    ck_assert_str_eq(entry.act, deed->act);
    ck_assert_msg(undo(at), "%s: %s", deed->act, err.message);
    ck_assert_str_eq(entry.act, deed->act);
    char *after = picture();
    ck_assert_msg(strcmp(before, after) == 0, "%s: before\n%safter\n%s", deed->act,
                  before, after);
    free(before);
    free(between);
    free(after);
    office_expect_whole(at);
}
END_TEST

START_TEST(an_overbooking_of_several__is_taken_back__as_one)
{
    const int64_t people[] = { bruno, office_add_person(at, "Costa", "Carla") };
    struct register_outcome outcome;
    struct bulk_outcome several_done = { 0 };
    int64_t ids[2];

    for (int i = 0; i < 2; i++) {
        ids[i] = office_register(at, meeting, people[i]);
        ck_assert(
            register_act(at, ids[i], REGISTRATION_WITHDRAW, NULL, NULL, &outcome, &err));
    }
    struct bulk_request request = several(REGISTRATION_REVIVE, ids, 2);
    request.questions = office_answer(QUESTION_SEAT, "large room");
    ck_assert(register_bulk(at, &request, &several_done, &err));
    ck_assert_uint_eq(several_done.done, 2);
    bulk_outcome_clear(&several_done);
    office_expect("SELECT taken FROM seat_view", "3\n");
    ck_assert(undo(at));
    ck_assert_str_eq(entry.act, "registration.overbook");
    office_expect(SQL_STATES, "Müller|accepted\nBianchi|withdrawn\nCosta|withdrawn\n");
    office_expect("SELECT taken FROM seat_view", "1\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(undo_again__takes_back_the_one_before)
{
    office_change(at, &person_entity, bruno, "phone", "1", NULL);
    office_change(at, &person_entity, bruno, "phone", "2", NULL);
    office_change(at, &person_entity, bruno, "phone", "3", NULL);
    ck_assert(undo(at));
    office_expect("SELECT phone FROM person WHERE family = 'Bianchi'", "2\n");
    ck_assert(undo(at));
    office_expect("SELECT phone FROM person WHERE family = 'Bianchi'", "1\n");
    office_change(at, &person_entity, bruno, "phone", "4", NULL);
    ck_assert(undo(at));
    ck_assert(undo(at));
    office_expect("SELECT phone FROM person WHERE family = 'Bianchi'", "-\n");
    ck_assert(undo(at));
    ck_assert_str_eq(entry.act, "registration.add");
    office_expect(SQL_STATES, "");
}
END_TEST

START_TEST(an_undo__is_an_act__that_names_what_it_undid)
{
    int64_t acts = database_file_number(SQL_ACTS);

    ck_assert(undo(at));
    ck_assert_int_eq(database_file_number(SQL_ACTS), acts + 1);
    office_expect("SELECT u.act, d.act, d.undone_by = u.id FROM journal u "
                  "JOIN journal d ON d.id = u.undoes",
                  "undo|registration.add|1\n");
    ck_assert(undo_next(at, 0, &entry, &err));
    ck_assert_str_eq(entry.act, "person.add");
}
END_TEST

START_TEST(a_row_that_moved_since__is_left__and_says_who_moved_it)
{
    struct atelier *desk = office_hire(at, "lea", ROLE_DESK);

    office_change(at, &person_entity, bruno, "phone", "1", NULL);
    office_change(desk, &person_entity, bruno, "phone", "2", "note", "calls back", NULL);
    int64_t acts = database_file_number(SQL_ACTS);
    ck_assert(!undo(at));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_ptr_nonnull(strstr(err.message, "lea has changed “Telephone”"));
    ck_assert_int_eq(database_file_number(SQL_ACTS), acts);
    office_expect("SELECT phone, note FROM person WHERE family = 'Bianchi'",
                  "2|calls back\n");

    ck_assert(undo(desk)); /* then the way is free again */
    ck_assert(undo(at));
    office_expect("SELECT phone, note FROM person WHERE family = 'Bianchi'", "-|-\n");
    atelier_close(desk);
}
END_TEST

START_TEST(a_field_that_nobody_moved__comes_back__beside_a_colleagues)
{
    struct atelier *desk = office_hire(at, "lea", ROLE_DESK);

    office_change(at, &person_entity, bruno, "phone", "1", NULL);
    office_change(desk, &person_entity, bruno, "note", "calls back", NULL);
    ck_assert(undo(at));
    office_expect("SELECT phone, note FROM person WHERE family = 'Bianchi'",
                  "-|calls back\n");
    atelier_close(desk);
}
END_TEST

START_TEST(a_row_that_others_need__stays__and_says_who_needs_it)
{
    struct atelier *desk = office_hire(at, "lea", ROLE_DESK);

    int64_t carla = office_add_person(at, "Costa", "Carla");
    office_register(desk, meeting, carla);
    ck_assert(!undo(at));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_ptr_nonnull(strstr(err.message, "Costa"));
    office_expect("SELECT count(*) FROM person WHERE family = 'Costa'", "1\n");
    atelier_close(desk);
}
END_TEST

START_TEST(a_seat_given_away__does_not_come_back_by_undo)
{
    struct atelier *desk = office_hire(at, "lea", ROLE_DESK);

    withdraw();
    office_register(desk, meeting, bruno);
    office_register(desk, meeting, office_add_person(desk, "Costa", "Carla"));
    ck_assert(!undo(at));
    ck_assert_int_eq(err.kind, ERROR_QUESTION);
    ck_assert_ptr_nonnull(strstr(err.message, "2 of 2"));
    office_expect("SELECT taken FROM seat_view", "2\n");

    ck_assert(undo(desk));
    ck_assert(undo(at));
    office_expect("SELECT taken FROM seat_view", "2\n");
    office_expect(SQL_STATES, "Müller|accepted\nBianchi|accepted\n");
    atelier_close(desk);
}
END_TEST

START_TEST(convening__is_taken_back_as_one__unless_somebody_answered)
{
    struct convene_outcome outcome;
    struct atelier *desk = office_hire(at, "lea", ROLE_DESK);
    int64_t invited;

    int64_t member = office_add_member(at, group, "Abel", "member", "2027-01-01", "");
    office_add_member(at, group, "Blum", "member", "2027-01-01", "");
    ck_assert(convene_members(at, meeting, false, &outcome, &err));
    ck_assert_int_eq(outcome.invited, 2);
    ck_assert(register_find(at, meeting, member, &invited, &err));
    ck_assert(act(desk, invited, REGISTRATION_ACCEPT, NULL));
    ck_assert(!undo(at));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_ptr_nonnull(strstr(err.message, "lea"));

    ck_assert(undo(desk));
    ck_assert(undo(at));
    ck_assert_str_eq(entry.act, "meeting.convene");
    office_expect(SQL_STATES, "Müller|accepted\n");
    office_expect_whole(at);
    atelier_close(desk);
}
END_TEST

START_TEST(an_undone_move__raises_the_sequence__once_more)
{
    move_the_meeting();
    office_expect("SELECT start, ics_sequence FROM meeting", "2027-03-17 09:30|1\n");
    ck_assert(undo(at));
    office_expect("SELECT start, ics_sequence FROM meeting", "2027-03-16 09:30|2\n");
}
END_TEST

START_TEST(the_desk__undoes_all_that_it_did)
{
    struct atelier *desk = office_hire(at, "lea", ROLE_DESK);
    struct bulk_outcome outcome = { 0 };

    office_register(desk, meeting, bruno);
    const struct bulk_request request = several(REGISTRATION_WITHDRAW, &registration, 1);
    ck_assert(register_bulk(desk, &request, &outcome, &err));
    bulk_outcome_clear(&outcome);
    ck_assert_msg(undo(desk), "%s", err.message);
    ck_assert_msg(undo(desk), "%s", err.message);
    office_expect(SQL_STATES, "Müller|accepted\n");
    atelier_close(desk);
}
END_TEST

START_TEST(who_may_not_do_it_any_more__may_not_undo_it)
{
    struct atelier *lea = office_hire(at, "lea", ROLE_ADMINISTRATOR);
    struct settings *settings = record_new(&settings_entity);

    record_copy(&settings_entity, settings, atelier_settings(lea));
    memory_replace(&settings->network, "Cities by Rivers");
    ck_assert(settings_change(lea, settings, &err));
    record_free(&settings_entity, settings);
    office_change(at, &staff_entity,
                  database_file_number("SELECT id FROM staff WHERE login = 'lea'"),
                  "role", "desk", NULL);
    ck_assert(atelier_changed(lea));
    ck_assert(!undo(lea));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    office_expect("SELECT value FROM setting WHERE name = 'network'",
                  "Cities by Rivers\n");
    atelier_close(lea);
}
END_TEST

/* Rule 7: the list of a closed or cancelled meeting is final for undo as well. */
START_TEST(the_list_of_a_closed_meeting__does_not_change_by_undo)
{
    struct atelier *desk = office_hire(at, "lea", ROLE_DESK);

    office_register(desk, meeting, bruno);
    cancel();
    ck_assert(!undo(desk));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    office_expect(SQL_STATES, "Müller|accepted\nBianchi|accepted\n");

    ck_assert(undo(at)); /* taking the cancellation itself back is no change of it */
    office_expect("SELECT state FROM meeting_view", "confirmed\n");
    ck_assert(undo(desk));
    office_expect(SQL_STATES, "Müller|accepted\n");
    atelier_close(desk);
}
END_TEST

START_TEST(history__tells_an_act__field_by_field)
{
    struct journal_change_list list = { 0 };

    office_change(at, &person_entity, bruno, "email", "bruno@example.org", "given",
                  "Benno", NULL);
    ck_assert(undo_next(at, 0, &entry, &err));
    ck_assert_str_eq(entry.act, "person.change");
    ck_assert(history_changes(at, entry.id, ENTITY_PERSON, bruno, &list, &err));
    ck_assert_uint_eq(list.count, 2);
    ck_assert_str_eq(list.items[0].field->name, "given");
    ck_assert_str_eq(list.items[0].before, "Bruno");
    ck_assert_str_eq(list.items[0].after, "Benno");
    ck_assert_str_eq(list.items[1].field->name, "email");
    ck_assert_ptr_null(list.items[1].before);
    ck_assert_str_eq(list.items[1].after, "bruno@example.org");
    ck_assert_str_eq(list.items[1].title, "Bianchi, Benno");
    journal_change_list_clear(&list);

    int64_t changed = entry.id;
    ck_assert(undo(at));
    journal_entry_clear(&entry);
    ck_assert(history_load(at, changed, &entry, &err));
    ck_assert_int_gt(entry.undone_by, changed);
    ck_assert(history_changes(at, entry.undone_by, ENTITY_PERSON, bruno, &list, &err));
    ck_assert_uint_eq(list.count, 2);
    ck_assert_str_eq(list.items[0].before, "Benno");
    ck_assert_str_eq(list.items[0].after, "Bruno");
    journal_change_list_clear(&list);
}
END_TEST

START_TEST(the_beginning__is_not_undone)
{
    while (undo(at))
        ck_assert_str_ne(entry.act, "database.create");
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
    office_expect("SELECT count(*) FROM staff", "1\n");
    office_expect("SELECT count(*) FROM meeting", "0\n");
    office_expect_whole(at);
}
END_TEST

static bool
undo_chosen(struct atelier *who, const char *act_sql)
{
    journal_entry_clear(&entry);
    err = (struct error){ 0 };
    return undo_act(who, database_file_number(act_sql), NULL, &entry, &err);
}

START_TEST(an_act_of_another_program__is_shown__and_not_undone)
{
    ck_assert(database_file_run("DROP TRIGGER journal_keeps_what_happened"));
    ck_assert(database_file_run("UPDATE journal SET act = 'unicorn.ride'"
                                " WHERE act = 'registration.add'"));
    ck_assert(!undo(at));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_ptr_nonnull(strstr(err.message, "unicorn.ride"));
    ck_assert(!undo_may(at));
    office_expect(SQL_STATES, "Müller|accepted\n");
    ck_assert(undo_chosen(at, "SELECT max(id) FROM journal WHERE act = 'person.add'"));
    ck_assert_str_eq(entry.summary, "Bianchi, Bruno");
}
END_TEST

START_TEST(an_undo__leaves_an_administrator)
{
    const int64_t lea =
        office_add(at, &staff_entity, "login", "lea", "role", "desk", NULL);
    office_change(at, &staff_entity, lea, "role", "administrator", NULL);
    ck_assert(undo_may(at));
    /* Past the program: whoever is called ada now is that colleague, and alone. */
    ck_assert(database_file_run("UPDATE staff SET login = 'x', role = 0"
                                " WHERE login = 'ada'"));
    ck_assert(database_file_run("UPDATE staff SET login = 'ada' WHERE login = 'lea'"));
    ck_assert(!undo(at));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_ptr_nonnull(strstr(err.message, "administrator"));
    office_expect("SELECT role FROM staff_view WHERE login = 'ada'", "administrator\n");
}
END_TEST

START_TEST(who_lowered_or_removed_themselves__cannot_come_back_by_undo)
{
    office_add(at, &staff_entity, "login", "lea", "role", "administrator", NULL);
    office_change(at, &staff_entity, 1, "role", "desk", NULL);
    ck_assert(!undo_may(at));
    ck_assert(!undo(at));
    ck_assert_int_eq(err.kind, ERROR_RULE);
}
END_TEST

START_TEST(an_overbooking__is_taken_back_by_who_might_overbook)
{
    struct atelier *lea = office_hire(at, "lea", ROLE_ORGANISER);
    struct register_request request = { .meeting = meeting,
                                        .questions =
                                            office_answer(QUESTION_SEAT, "the mayor") };
    struct register_outcome outcome;

    office_register(at, meeting, bruno);
    request.person = office_add_person(at, "Costa", "Carla");
    request.questions = office_answer(QUESTION_SEAT, "the mayor");
    ck_assert_msg(register_add(lea, &request, &outcome, &err), "%s", err.message);
    ck_assert(outcome.passed.seats);
    office_change(at, &staff_entity,
                  database_file_number("SELECT id FROM staff WHERE login = 'lea'"),
                  "role", "desk", NULL);
    ck_assert(!undo(lea));
    ck_assert_ptr_nonnull(strstr(err.message, "overbook"));
    office_change(at, &staff_entity,
                  database_file_number("SELECT id FROM staff WHERE login = 'lea'"),
                  "role", "organiser", NULL);
    ck_assert_msg(undo(lea), "%s", err.message);
    atelier_close(lea);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, every_kind_of_act__is_taken_back__whole, 0,
                        (int)(sizeof deeds / sizeof deeds[0]));
    tcase_add_test(tests, an_act_of_another_program__is_shown__and_not_undone);
    tcase_add_test(tests, an_undo__leaves_an_administrator);
    tcase_add_test(tests, who_lowered_or_removed_themselves__cannot_come_back_by_undo);
    tcase_add_test(tests, an_overbooking__is_taken_back_by_who_might_overbook);
    tcase_add_test(tests, an_overbooking_of_several__is_taken_back__as_one);
    tcase_add_test(tests, undo_again__takes_back_the_one_before);
    tcase_add_test(tests, an_undo__is_an_act__that_names_what_it_undid);
    tcase_add_test(tests, a_row_that_moved_since__is_left__and_says_who_moved_it);
    tcase_add_test(tests, a_field_that_nobody_moved__comes_back__beside_a_colleagues);
    tcase_add_test(tests, a_row_that_others_need__stays__and_says_who_needs_it);
    tcase_add_test(tests, a_seat_given_away__does_not_come_back_by_undo);
    tcase_add_test(tests, convening__is_taken_back_as_one__unless_somebody_answered);
    tcase_add_test(tests, an_undone_move__raises_the_sequence__once_more);
    tcase_add_test(tests, the_desk__undoes_all_that_it_did);
    tcase_add_test(tests, who_may_not_do_it_any_more__may_not_undo_it);
    tcase_add_test(tests, the_list_of_a_closed_meeting__does_not_change_by_undo);
    tcase_add_test(tests, history__tells_an_act__field_by_field);
    tcase_add_test(tests, the_beginning__is_not_undone);
}

SUITE_MAIN("undo")
