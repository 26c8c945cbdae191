/* SPDX-License-Identifier: GPL-3.0-or-later */
/* attend_test.c - marking who was there (rules 6, 7, 9 and 13) */
#include "atelier/app/attend.h"

#include <check.h>
#include <string.h>

#include "atelier/app/browse.h"
#include "atelier/app/edit.h"
#include "atelier/app/plan.h"
#include "atelier/app/register.h"
#include "atelier/app/undo.h"
#include "atelier/domain/meeting.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/rows.h"
#include "support/suite.h"

#define MEETING "2027-03-16 09:30" /* in Paris */
#define AT_THE_DOOR "2027-03-16 08:20"
#define LATER "2027-03-16 08:50"
#define MARKS "SELECT kind, by, reason IS NOT NULL FROM presence_view ORDER BY id"

static struct atelier *at;
static struct atelier *door; /* Lea, door staff, ten minutes before it begins */
static struct error err;
static struct attend_outcome outcome;
static int64_t meeting;
static int64_t anna;
static int64_t annas; /* her registration */

static void
set_up(void)
{
    at = office_found();
    meeting = office_add_meeting(at, office_add_group(at, "URB"), MEETING, 9);
    anna = office_add_person(at, "Müller", "Anna");
    annas = office_register(at, meeting, anna);
    atelier_close(office_hire(at, "lea", ROLE_DOOR));
    door = office_return("lea", AT_THE_DOOR);
    err = (struct error){ 0 };
    attend_outcome_init(&outcome);
}

static void
tear_down(void)
{
    attend_outcome_clear(&outcome);
    atelier_close(door);
    office_end(at);
}

static bool
mark_as(struct atelier *who, int64_t person, int64_t slot, enum presence_kind kind,
        const char *reason)
{
    const struct attend_request request = { .meeting = meeting,
                                            .person = person,
                                            .slot = slot,
                                            .kind = kind,
                                            .means = "door",
                                            .reason = reason };
    err = (struct error){ 0 };
    return attend_mark(who, &request, &outcome, &err);
}

static bool
mark(enum presence_kind kind)
{
    return mark_as(door, anna, 0, kind, NULL);
}

static int64_t
add_slot(const char *label, const char *start, const char *end)
{
    return office_add(at, &slot_entity, "meeting", rows_number(meeting), "label", label,
                      "start", start, "end", end, NULL);
}

static void
expect_refused(enum error_kind kind, const char *words)
{
    ck_assert_int_eq(err.kind, kind);
    ck_assert_msg(strstr(err.message, words) != NULL, "%s", err.message);
}

static void
ck_whole(int64_t present)
{
    struct presence_count count;
    ck_assert(attend_count(at, meeting, 0, &count, &err));
    ck_assert_int_eq(count.present, present);
}

START_TEST(first_mark__makes_the_whole_meeting_one_slot)
{
    ck_assert_msg(mark(PRESENCE_PRESENT), "%s", err.message);
    ck_assert(!outcome.already);
    ck_assert_int_eq(outcome.slot.present, 1);
    ck_whole(1);
    office_expect("SELECT meeting, label, start, \"end\" FROM slot",
                  "1|09:30–11:30|2027-03-16 09:30|2027-03-16 11:30\n");
    office_expect("SELECT kind, by, means, registration, slot FROM presence_view",
                  "present|lea|door|1|1\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(second_mark__changes_nothing__and_says_who_marked_it_and_when)
{
    struct atelier *other = office_hire(at, "max", ROLE_DESK);
    ck_assert(mark(PRESENCE_PRESENT));
    const instant when = outcome.mark.at;
    const int64_t acts = database_file_number("SELECT count(*) FROM journal");

    ck_assert(mark_as(other, anna, 0, PRESENCE_PRESENT, NULL));
    ck_assert(outcome.already);
    ck_assert_str_eq(outcome.mark.by, "lea");
    ck_assert_int_eq(outcome.mark.at, when);
    ck_assert_int_eq(outcome.slot.present, 1);
    office_expect(MARKS, "present|lea|0\n");
    ck_assert_int_eq(database_file_number("SELECT count(*) FROM journal"), acts);
    atelier_close(other);
}
END_TEST

START_TEST(annulling__asks_a_reason__and_keeps_the_first_mark)
{
    ck_assert(mark(PRESENCE_PRESENT));
    ck_assert(!mark(PRESENCE_ANNULLED));
    expect_refused(ERROR_RULE, "reason");
    ck_assert_str_eq(err.field, "reason");
    ck_assert(mark_as(door, anna, 0, PRESENCE_ANNULLED, " the wrong  Müller "));
    ck_assert_int_eq(outcome.slot.present, 0);
    office_expect(MARKS, "present|lea|0\nannulled|lea|1\n");
    office_expect("SELECT act, reason FROM journal_view ORDER BY id DESC LIMIT 1",
                  "presence.annul|the wrong Müller\n");
    ck_assert(!mark_as(door, anna, 0, PRESENCE_ANNULLED, "again"));
    expect_refused(ERROR_RULE, "nothing to annul");
}
END_TEST

static bool
mark_place(enum presence_kind kind, enum attend_place place)
{
    const struct attend_request request = {
        .meeting = meeting, .person = anna, .kind = kind, .place = place
    };
    err = (struct error){ 0 };
    return attend_mark(door, &request, &outcome, &err);
}

START_TEST(place__stays_what_it_was__until_another_is_said)
{
    ck_assert(mark_place(PRESENCE_PRESENT, ATTEND_REMOTE));
    ck_assert_int_eq(outcome.slot.remote, 1);
    ck_assert(mark_place(PRESENCE_PRESENT, ATTEND_AS_BEFORE));
    ck_assert(outcome.already);
    ck_assert(mark_place(PRESENCE_LEFT, ATTEND_AS_BEFORE));
    ck_assert(outcome.mark.remote);
    ck_assert(mark_place(PRESENCE_PRESENT, ATTEND_IN_ROOM));
    ck_assert(!outcome.already);
    ck_assert_int_eq(outcome.slot.remote, 0);
    office_expect("SELECT kind, remote FROM presence_view ORDER BY id",
                  "present|1\nleft|1\npresent|0\n");
    ck_assert(!mark_place(PRESENCE_EXCUSED, ATTEND_REMOTE));
    office_expect_whole(at);
}
END_TEST

START_TEST(place__is_remote__where_the_meeting_is)
{
    office_change(at, &meeting_entity, meeting, "mode", "remote", NULL);
    ck_assert(mark(PRESENCE_PRESENT));
    ck_assert(outcome.mark.remote);
    ck_assert(!mark(PRESENCE_EXCUSED)); /* she was seen */
}
END_TEST

START_TEST(several__are_one_act__and_whoever_is_not_expected_is_left_out)
{
    const int64_t bert = office_add_person(at, "Novak", "Bert");
    const int64_t berts = office_register(at, meeting, bert);
    const int64_t cleo = office_add_person(at, "Okafor", "Cleo");
    const int64_t cleos = office_register(at, meeting, cleo);
    struct register_outcome registered;
    ck_assert(
        register_act(at, cleos, REGISTRATION_WITHDRAW, NULL, NULL, &registered, &err));
    const struct attend_request request = { .meeting = meeting,
                                            .kind = PRESENCE_PRESENT,
                                            .means = "door" };
    const int64_t all[] = { annas, cleos, berts, 999 };
    struct attend_sum sum;

    ck_assert(mark(PRESENCE_PRESENT)); /* Anna already */
    ck_assert_msg(attend_mark_many(door, &request, all, 4, &sum, &err), "%s",
                  err.message);
    ck_assert_uint_eq(sum.done, 1);
    ck_assert_uint_eq(sum.already, 1);
    ck_assert_uint_eq(sum.skipped.count, 2);
    ck_assert_uint_eq(sum.skipped.id_count, 1); /* nobody has the id 999 */
    ck_assert_int_eq(sum.skipped.ids[0], cleos);
    ck_assert_int_eq(sum.slot.present, 2);
    attend_sum_clear(&sum);
    office_expect("SELECT act, summary LIKE '%(1)' FROM journal_view"
                  " ORDER BY id DESC LIMIT 1",
                  "presence.add_many|1\n");
    office_expect_whole(at);

    /* All of them again: nothing to write. */
    const int64_t acts = database_file_number("SELECT count(*) FROM journal");
    ck_assert(attend_mark_many(door, &request, all, 3, &sum, &err));
    ck_assert_uint_eq(sum.already, 2);
    attend_sum_clear(&sum);
    ck_assert_int_eq(database_file_number("SELECT count(*) FROM journal"), acts);
}
END_TEST

START_TEST(several_marks__are_undone_together)
{
    const int64_t bert = office_add_person(at, "Novak", "Bert");
    const int64_t all[] = { annas, office_register(at, meeting, bert) };
    const struct attend_request request = { .meeting = meeting,
                                            .kind = PRESENCE_PRESENT };
    struct attend_sum sum;
    struct journal_entry entry = { 0 };
    struct presence_count count;

    ck_assert(attend_mark_many(door, &request, all, 2, &sum, &err));
    ck_assert_uint_eq(sum.done, 2); /* the slot was made, in an act of its own */
    attend_sum_clear(&sum);
    ck_assert_msg(undo_last(door, NULL, &entry, &err), "%s", err.message);
    journal_entry_clear(&entry);
    ck_assert(attend_count(at, meeting, 0, &count, &err));
    ck_assert_int_eq(count.present, 0);
    office_expect("SELECT kind FROM presence_view ORDER BY id",
                  "present\npresent\nannulled\nannulled\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(person_without_a_seat__is_refused__with_what_to_do)
{
    struct register_outcome registered;
    int64_t bert = office_add_person(at, "Novak", "Bert");

    ck_assert(!mark_as(at, bert, 0, PRESENCE_PRESENT, NULL));
    expect_refused(ERROR_RULE, "Novak, Bert is not on the list");
    /* The door is not told who else is known. */
    ck_assert(!mark_as(door, bert, 0, PRESENCE_PRESENT, NULL));
    ck_assert_ptr_null(strstr(err.message, "Novak"));
    expect_refused(ERROR_RULE, "Nobody of that name or number is on the list");
    ck_assert(
        register_act(at, annas, REGISTRATION_WITHDRAW, NULL, NULL, &registered, &err));
    ck_assert(!mark(PRESENCE_PRESENT));
    expect_refused(ERROR_RULE, "withdrawn");
    office_expect("SELECT count(*) FROM slot", "0\n");
}
END_TEST

START_TEST(mark_of_somebody_who_withdrew__can_be_annulled)
{
    struct register_outcome registered;
    ck_assert(mark(PRESENCE_PRESENT));
    ck_assert(
        register_act(at, annas, REGISTRATION_WITHDRAW, NULL, NULL, &registered, &err));
    ck_assert(!mark(PRESENCE_LEFT));
    ck_assert(mark_as(door, anna, 0, PRESENCE_ANNULLED, "was somebody else"));
}
END_TEST

START_TEST(cancelled_and_closed_meetings__keep_their_marks_and_slots)
{
    struct atelier *late = office_return(NULL, LATER);
    ck_assert(mark(PRESENCE_PRESENT));
    const int64_t slot = outcome.mark.slot;
    ck_assert(plan_act(late, meeting, MEETING_HOLD, NULL, &err));
    ck_assert(mark(PRESENCE_SIGNED)); /* the sheet is typed in after it was held */
    ck_assert(plan_act(late, meeting, MEETING_CLOSE, NULL, &err));

    ck_assert(!mark(PRESENCE_LEFT));
    expect_refused(ERROR_RULE, "closed");
    ck_assert(!mark_as(door, anna, 0, PRESENCE_ANNULLED, "no"));
    struct journal_entry entry = { 0 };
    ck_assert(!undo_last(door, NULL, &entry, &err));
    expect_refused(ERROR_RULE, "closed");
    journal_entry_clear(&entry);
    ck_assert(!edit_remove(late, &slot_entity, slot, 1, &err));
    expect_refused(ERROR_RULE, "closed");
    office_expect(MARKS, "present|lea|0\nsigned|lea|0\n");
    atelier_close(late);
}
END_TEST

static void
expect_present(int64_t people)
{
    struct presence_count count;

    ck_assert(attend_count(at, meeting, 0, &count, &err));
    ck_assert_int_eq(count.present, people);
}

START_TEST(undo__takes_a_mark_back__even_when_others_followed)
{
    struct atelier *desk = office_hire(at, "max", ROLE_DESK);
    int64_t bert = office_add_person(at, "Novak", "Bert");
    struct journal_entry entry = { 0 };
    office_register(at, meeting, bert);
    ck_assert(mark(PRESENCE_PRESENT));
    ck_assert_msg(mark_as(desk, bert, 0, PRESENCE_PRESENT, NULL), "%s", err.message);

    ck_assert_msg(undo_last(door, NULL, &entry, &err), "%s", err.message);
    ck_assert_str_eq(entry.act, "presence.add");
    journal_entry_clear(&entry);
    office_expect(MARKS, "present|lea|0\npresent|max|0\nannulled|lea|1\n");
    office_expect("SELECT count(*) FROM presence_view WHERE reason = 'It was undone.'",
                  "1\n");
    expect_present(1);
    office_expect_whole(at);
    atelier_close(desk);
}
END_TEST

/* Nothing of what was written goes, whatever is undone and redone. */
START_TEST(undo_and_redo_of_a_mark__annul_it_and_mark_again)
{
    struct journal_entry entry = { 0 };
    struct presence_count count;

    ck_assert(mark(PRESENCE_SIGNED));
    for (int i = 0; i < 2; i++) {
        ck_assert_msg(undo_last(door, NULL, &entry, &err), "%s", err.message);
        expect_present(0);
        ck_assert_msg(redo_last(door, NULL, &entry, &err), "%s", err.message);
        ck_assert_str_eq(entry.act, "presence.add");
        expect_present(1);
        office_expect_whole(at);
    }
    office_expect(MARKS, "signed|lea|0\nannulled|lea|1\nsigned|lea|0\nannulled|lea|1\n"
                         "signed|lea|0\n");
    ck_assert(attend_count(at, meeting, 0, &count, &err));
    ck_assert_int_eq(count.signatures, 1);
    /* The first mark opened the slot; it is nobody's to undo. */
    ck_assert_msg(undo_last(door, NULL, &entry, &err), "%s", err.message);
    ck_assert(!undo_last(door, NULL, &entry, &err));
    expect_refused(ERROR_NOT_FOUND, "nothing left to undo");
    journal_entry_clear(&entry);
}
END_TEST

START_TEST(undo_of_who_left__leaves_them_there_and_signed)
{
    struct journal_entry entry = { 0 };
    struct presence_count count;

    ck_assert(mark(PRESENCE_SIGNED));
    ck_assert(mark(PRESENCE_LEFT));
    ck_assert_msg(undo_last(door, NULL, &entry, &err), "%s", err.message);
    journal_entry_clear(&entry);
    ck_assert(attend_count(at, meeting, 0, &count, &err));
    ck_assert_int_eq(count.present, 1);
    ck_assert_int_eq(count.inside, 1);
    ck_assert_int_eq(count.signatures, 1);
    office_expect(MARKS, "signed|lea|0\nleft|lea|0\nannulled|lea|1\nsigned|lea|0\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(undo_of_a_mark__that_a_colleague_followed__says_who)
{
    struct journal_entry entry = { 0 };

    ck_assert(mark(PRESENCE_PRESENT));
    ck_assert(mark_as(at, anna, 0, PRESENCE_LEFT, NULL));
    ck_assert(!undo_last(door, NULL, &entry, &err));
    expect_refused(ERROR_RULE, "has marked");
    ck_assert_ptr_nonnull(strstr(err.message, "left"));
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    ck_assert_msg(undo_last(door, NULL, &entry, &err), "%s", err.message);
    journal_entry_clear(&entry);
    expect_present(0);
    office_expect_whole(at);
}
END_TEST

START_TEST(registration__with_an_undone_mark__is_withdrawn_not_undone)
{
    struct journal_entry entry = { 0 };
    const int64_t bert = office_add_person(at, "Novak", "Bert");

    office_register(at, meeting, bert);
    ck_assert(mark_as(at, bert, 0, PRESENCE_PRESENT, NULL));
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    ck_assert(!undo_last(at, NULL, &entry, &err));
    expect_refused(ERROR_RULE, "Withdraw the person");
    journal_entry_clear(&entry);
    office_expect_whole(at);
}
END_TEST

START_TEST(undo_of_an_annulment__brings_the_mark_back)
{
    struct presence_count count;
    struct journal_entry entry = { 0 };
    ck_assert(mark(PRESENCE_SIGNED));
    ck_assert(mark_as(door, anna, 0, PRESENCE_ANNULLED, "slip"));
    ck_assert(undo_last(door, NULL, &entry, &err));
    journal_entry_clear(&entry);
    ck_assert(attend_count(at, meeting, 0, &count, &err));
    ck_assert_int_eq(count.present, 1);
    ck_assert_int_eq(count.signatures, 1);
}
END_TEST

START_TEST(slot__is_the_one_that_runs__by_the_clock_of_the_meeting)
{
    int64_t first = add_slot("First", "2027-03-16 09:30", "2027-03-16 10:30");
    int64_t second = add_slot("Second", "2027-03-16 10:30", "2027-03-16 11:30");
    struct atelier *late = office_return("lea", "2027-03-16 09:31"); /* 10:31 there */

    ck_assert(mark(PRESENCE_PRESENT)); /* doors are open early */
    ck_assert_int_eq(outcome.mark.slot, first);
    ck_assert(mark_as(late, anna, 0, PRESENCE_PRESENT, NULL));
    ck_assert_int_eq(outcome.mark.slot, second);
    ck_assert(!outcome.already);
    ck_whole(1); /* one person in two slots */
    atelier_close(late);
}
END_TEST

START_TEST(slot_that_is_not_clear__is_asked_for__by_name)
{
    int64_t morning = add_slot("First", "2027-03-16 09:30", "2027-03-16 10:30");
    add_slot("Second", "2027-03-16 10:30", "2027-03-16 11:30");

    ck_assert(!mark_as(at, anna, 0, PRESENCE_PRESENT, NULL)); /* two weeks before */
    expect_refused(ERROR_INPUT, "1 First");
    ck_assert_ptr_nonnull(strstr(err.message, "2 Second"));
    ck_assert_str_eq(err.field, "slot");
    ck_assert(!mark_as(at, anna, 99, PRESENCE_PRESENT, NULL));
    expect_refused(ERROR_NOT_FOUND, "99");
    ck_assert(mark_as(at, anna, morning, PRESENCE_EXCUSED, "train"));
    office_expect("SELECT slot, kind, reason FROM presence_view", "1|excused|train\n");
}
END_TEST

START_TEST(slot__lies_within__its_meeting)
{
    struct slot *slot = record_new(&slot_entity);
    slot->meeting = meeting;
    ck_assert(local_time_parse("2027-03-16 09:00", &slot->start));
    ck_assert(local_time_parse("2027-03-16 10:00", &slot->end));
    ck_assert(!edit_add(at, &slot_entity, slot, NULL, &err));
    ck_assert_str_eq(err.field, "start");
    slot->start.minute = 30;
    ck_assert(edit_add(at, &slot_entity, slot, NULL, &err));
    ck_assert_str_eq(slot->label, "09:30–10:00");
    record_free(&slot_entity, slot);
}
END_TEST

START_TEST(unmarked_slots__move_with_their_meeting__and_go_with_it)
{
    struct journal_entry entry = { 0 };
    add_slot("First", "2027-03-16 09:30", "2027-03-16 10:30");
    office_change(at, &meeting_entity, meeting, "start", "2027-03-23 14:00", "end",
                  "2027-03-23 16:00", NULL);
    office_expect("SELECT start, \"end\" FROM slot",
                  "2027-03-23 14:00|2027-03-23 15:00\n");
    ck_assert(undo_last(at, NULL, &entry, &err));
    journal_entry_clear(&entry);
    office_expect("SELECT start FROM slot", "2027-03-16 09:30\n");

    int64_t empty = meeting + 1;
    ck_assert_int_eq(office_add_meeting(at, 1, "2027-04-16 09:30", 9), empty);
    meeting = empty;
    add_slot("First", "2027-04-16 09:30", "2027-04-16 10:30");
    ck_assert(database_file_run("UPDATE meeting SET state = 0 WHERE id = 2"));
    ck_assert_msg(edit_remove(at, &meeting_entity, empty, 1, &err), "%s", err.message);
    office_expect("SELECT count(*) FROM slot WHERE meeting = 2", "0\n");
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    journal_entry_clear(&entry);
    office_expect("SELECT count(*) FROM slot WHERE meeting = 2", "1\n");
}
END_TEST

/* Whether the newest entry stands in the history of a row. */
static bool
is_in_history(enum entity_kind kind, int64_t row)
{
    struct listing_query query = { .kind = LISTING_ROW_JOURNAL,
                                   .scope = row,
                                   .entity = (int)kind };
    struct listing_page page = { 0 };

    ck_assert_msg(listing_fetch(at, &query, LISTING_FIRST, NULL, 1, &page, &err), "%s",
                  err.message);
    const bool found =
        page.count == 1 && page.rows[0].id == database_file_number("SELECT max(id) FROM"
                                                                   " journal");
    listing_page_clear(&page);
    return found;
}

START_TEST(marks__are_in_the_history__of_the_meeting_and_the_person)
{
    ck_assert(mark(PRESENCE_PRESENT));
    office_expect("SELECT p.registration = r.id, r.meeting, r.person FROM presence p"
                  " JOIN registration r ON r.id = p.registration",
                  "1|1|1\n");
    ck_assert(is_in_history(ENTITY_REGISTRATION, outcome.mark.registration));
    ck_assert(is_in_history(ENTITY_MEETING, 1));
    ck_assert(is_in_history(ENTITY_PERSON, 1));
    ck_assert(!is_in_history(ENTITY_PERSON, 2));
}
END_TEST

START_TEST(a_mark__is_not_typed_or_removed__behind_the_rule)
{
    ck_assert(mark(PRESENCE_PRESENT));
    struct presence *typed = record_new(&presence_entity);
    ck_assert(edit_load(at, &presence_entity, outcome.mark.head.id, typed, &err));
    typed->kind = PRESENCE_ABSENT;
    ck_assert(!edit_change(at, &presence_entity, typed, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert(!edit_add(at, &presence_entity, typed, NULL, &err));
    ck_assert(!edit_remove(at, &presence_entity, typed->head.id, 1, &err));
    record_free(&presence_entity, typed);
    office_expect(MARKS, "present|lea|0\n");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, first_mark__makes_the_whole_meeting_one_slot);
    tcase_add_test(tests, second_mark__changes_nothing__and_says_who_marked_it_and_when);
    tcase_add_test(tests, annulling__asks_a_reason__and_keeps_the_first_mark);
    tcase_add_test(tests, place__stays_what_it_was__until_another_is_said);
    tcase_add_test(tests, place__is_remote__where_the_meeting_is);
    tcase_add_test(tests, several__are_one_act__and_whoever_is_not_expected_is_left_out);
    tcase_add_test(tests, several_marks__are_undone_together);
    tcase_add_test(tests, person_without_a_seat__is_refused__with_what_to_do);
    tcase_add_test(tests, mark_of_somebody_who_withdrew__can_be_annulled);
    tcase_add_test(tests, cancelled_and_closed_meetings__keep_their_marks_and_slots);
    tcase_add_test(tests, undo__takes_a_mark_back__even_when_others_followed);
    tcase_add_test(tests, undo_of_an_annulment__brings_the_mark_back);
    tcase_add_test(tests, undo_and_redo_of_a_mark__annul_it_and_mark_again);
    tcase_add_test(tests, undo_of_who_left__leaves_them_there_and_signed);
    tcase_add_test(tests, undo_of_a_mark__that_a_colleague_followed__says_who);
    tcase_add_test(tests, registration__with_an_undone_mark__is_withdrawn_not_undone);
    tcase_add_test(tests, slot__is_the_one_that_runs__by_the_clock_of_the_meeting);
    tcase_add_test(tests, slot_that_is_not_clear__is_asked_for__by_name);
    tcase_add_test(tests, slot__lies_within__its_meeting);
    tcase_add_test(tests, unmarked_slots__move_with_their_meeting__and_go_with_it);
    tcase_add_test(tests, marks__are_in_the_history__of_the_meeting_and_the_person);
    tcase_add_test(tests, a_mark__is_not_typed_or_removed__behind_the_rule);
}

SUITE_MAIN("attend")
