/* SPDX-License-Identifier: GPL-3.0-or-later */
/* closed_meeting_test.c - the list of a closed meeting, by every way to it (rule 7) */
#include <check.h>
#include <stdlib.h>

#include "atelier/app/attend.h"
#include "atelier/app/convene.h"
#include "atelier/app/edit.h"
#include "atelier/app/import_people.h"
#include "atelier/app/merge.h"
#include "atelier/app/plan.h"
#include "atelier/app/print_sheet.h"
#include "atelier/app/register.h"
#include "atelier/app/undo.h"
#include "atelier/base/memory.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/membership.h"
#include "atelier/domain/person.h"
#include "atelier/domain/slot.h"
#include "atelier/domain/working_group.h"
#include "atelier/domain/workshop.h"
#include "several.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/paper.h"
#include "support/rows.h"
#include "support/suite.h"

#define THE_LIST                                                                         \
    "SELECT coalesce(group_concat(line, ';'), '') FROM ("                                \
    "SELECT r.id || '/' || r.meeting || r.person || r.state || r.role || r.rev ||"       \
    " coalesce(r.note, '') || r.family AS line FROM registration r"                      \
    " UNION ALL SELECT s.id || '/' || s.rev || coalesce(s.label, '') || s.start"         \
    " FROM slot s UNION ALL SELECT p.id || p.kind FROM presence p"                       \
    " UNION ALL SELECT m.id || m.state || m.rev FROM meeting m)"

static struct atelier *at;
static struct error err;
static int64_t meeting; /* closed */
static int64_t other;   /* open */
static int64_t slot;
static int64_t anna;
static int64_t clara; /* on no list */
static int64_t accepted;
static int64_t withdrawn;
static int64_t open_registration; /* on the other list */

static bool
act(enum registration_act deed, int64_t registration)
{
    struct register_outcome outcome;
    return register_act(at, registration, deed, "why", NULL, &outcome, &err);
}

static bool
mark(enum presence_kind kind)
{
    const struct attend_request request = {
        .meeting = meeting, .person = anna, .slot = slot, .kind = kind, .reason = "why"
    };
    struct attend_outcome outcome;
    attend_outcome_init(&outcome);
    bool ok = attend_mark(at, &request, &outcome, &err);
    attend_outcome_clear(&outcome);
    return ok;
}

static void
set_up(void)
{
    at = office_found();
    int64_t group = office_add_group(at, "URB");
    office_add_member(at, group, "Silva", "member", "2020-01-01", "");
    meeting = office_add_meeting(at, group, "2027-02-15 09:30", NUMBER_NONE);
    other = office_add_meeting(at, group, "2027-04-15 09:30", NUMBER_NONE);
    slot = office_add(at, &slot_entity, "meeting", rows_number(meeting), "label", "day",
                      "start", "2027-02-15 09:30", "end", "2027-02-15 11:30", NULL);
    anna = office_add_person(at, "Müller", "Anna");
    clara = office_add_person(at, "Costa", "Clara");
    accepted = office_register(at, meeting, anna);
    withdrawn = office_register(at, meeting, office_add_person(at, "Roe", "Bill"));
    open_registration = office_register(at, other, clara);
    ck_assert(act(REGISTRATION_WITHDRAW, withdrawn));
    ck_assert(plan_act(at, meeting, MEETING_HOLD, NULL, &err));
    ck_assert(mark(PRESENCE_PRESENT));
    ck_assert(plan_act(at, meeting, MEETING_CLOSE, NULL, &err));
    err = (struct error){ 0 };
}

static void
tear_down(void)
{
    office_end(at);
}

/* Changes a field of a row and frees it. */
static bool
change(const struct entity *entity, int64_t id, const char *name, const char *value)
{
    void *record = record_new(entity);
    ck_assert(edit_load(at, entity, id, record, &err));
    ck_assert(field_parse(entity_field(entity, name), record, value, &err));
    bool ok = edit_change(at, entity, record, &err);
    record_free(entity, record);
    return ok;
}

static bool
enter(void)
{
    const struct register_request request = { .meeting = meeting, .person = clara };
    struct register_outcome outcome;
    return register_add(at, &request, &outcome, &err);
}

static bool
enter_overbooked(void)
{
    const struct register_request request = { .meeting = meeting,
                                              .person = clara,
                                              .questions = office_answer(
                                                  QUESTION_SEAT, "The mayor asks.") };
    struct register_outcome outcome;
    return register_add(at, &request, &outcome, &err);
}

static bool
withdraw(void)
{
    return act(REGISTRATION_WITHDRAW, accepted);
}

static bool
revive(void)
{
    return act(REGISTRATION_REVIVE, withdrawn);
}

/* Skipped, and why. */
static bool
withdraw_many(void)
{
    const struct bulk_request request = several(REGISTRATION_WITHDRAW, &accepted, 1);
    struct bulk_outcome outcome = { 0 };
    const bool ok = register_bulk(at, &request, &outcome, &err);
    const bool done = ok && outcome.done > 0;

    if (ok)
        err = outcome.rows[0].refusal;
    bulk_outcome_clear(&outcome);
    return done;
}

static bool
edit_note(void)
{
    return change(&registration_entity, accepted, "note", "was late");
}

static bool
edit_name(void)
{
    return change(&registration_entity, accepted, "family", "Schmidt");
}

static bool
edit_away(void)
{
    return change(&registration_entity, accepted, "meeting", rows_number(other));
}

static bool
edit_in(void)
{
    return change(&registration_entity, open_registration, "meeting",
                  rows_number(meeting));
}

static bool
edit_person(void)
{
    return change(&registration_entity, open_registration, "person", rows_number(anna));
}

static bool
remove_registration(void)
{
    return edit_remove(at, &registration_entity, accepted, 1, &err);
}

static bool
edit_slot(void)
{
    return change(&slot_entity, slot, "label", "Morning");
}

static bool
add_slot(void)
{
    struct slot *added = record_new(&slot_entity);
    ck_assert(edit_load(at, &slot_entity, slot, added, &err));
    added->head.id = 0;
    memory_replace(&added->label, "Evening");
    bool ok = edit_add(at, &slot_entity, added, NULL, &err);
    record_free(&slot_entity, added);
    return ok;
}

static bool
remove_slot(void)
{
    return edit_remove(at, &slot_entity, slot, 1, &err);
}

static bool
edit_meeting(void)
{
    return change(&meeting_entity, meeting, "title", "Another");
}

static bool
remove_meeting(void)
{
    const int64_t rev = database_file_number("SELECT rev FROM meeting WHERE id = 1");
    return edit_remove(at, &meeting_entity, meeting, rev, &err);
}

static bool
cancel(void)
{
    return plan_act(at, meeting, MEETING_CANCEL, "why", &err);
}

static bool
convene(void)
{
    struct convene_outcome outcome;
    return convene_members(at, meeting, false, &outcome, &err);
}

static bool
mark_again(void)
{
    return mark(PRESENCE_LEFT);
}

static bool
annul(void)
{
    return mark(PRESENCE_ANNULLED);
}

static bool
import(void)
{
    const char *path = paper_write("list.csv", "Nom;Prénom\nBlanc;Zoé\n");
    struct import *rows = import_open(at, path, meeting, &err);
    struct import_outcome outcome;
    bool ok = rows != NULL && import_judge(rows, NULL, NULL, &err) &&
              import_run(rows, NULL, NULL, &outcome, &err);
    import_free(rows);
    return ok;
}

/* A way that is left open lets somebody change what a report was written from. */
static const struct {
    const char *name;
    bool (*run)(void);
} ways[] = {
    { "register", enter },
    { "register with a reason", enter_overbooked },
    { "withdraw", withdraw },
    { "revive", revive },
    { "withdraw several", withdraw_many },
    { "edit a note", edit_note },
    { "edit a name", edit_name },
    { "edit a registration into another meeting", edit_away },
    { "edit a registration out of another meeting", edit_in },
    { "edit who is registered", edit_person },
    { "remove a registration", remove_registration },
    { "edit a slot", edit_slot },
    { "add a slot", add_slot },
    { "remove a slot", remove_slot },
    { "edit the meeting", edit_meeting },
    { "remove the meeting", remove_meeting },
    { "cancel", cancel },
    { "convene", convene },
    { "mark", mark_again },
    { "annul", annul },
    { "import", import },
};

START_TEST(a_closed_meetings_list__stays_as_it_is__by_every_way_to_it)
{
    char *before = database_file_dump(THE_LIST);

    bool done = ways[_i].run();
    ck_assert_msg(!done, "%s", ways[_i].name);
    ck_assert_msg(err.kind == ERROR_RULE, "%s: %d, %s", ways[_i].name, (int)err.kind,
                  err.message);
    char *after = database_file_dump(THE_LIST);
    ck_assert_str_eq(after, before);
    free(before);
    free(after);
    office_expect_whole(at);
}
END_TEST

/* What was done before it was closed is not undone after it. */
START_TEST(a_colleagues_acts__from_before__are_not_undone)
{
    struct journal_entry entry = { 0 };
    struct atelier *lea = office_hire(at, "lea", ROLE_ORGANISER);

    int64_t third =
        office_add_meeting(lea, database_file_number("SELECT id FROM working_group"),
                           "2027-02-16 09:30", NUMBER_NONE);
    office_register(lea, third, clara);
    ck_assert(plan_act(at, third, MEETING_HOLD, NULL, &err));
    ck_assert(plan_act(at, third, MEETING_CLOSE, NULL, &err));
    char *before = database_file_dump(THE_LIST);
    ck_assert(!undo_last(lea, NULL, &entry, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    char *after = database_file_dump(THE_LIST);
    ck_assert_str_eq(after, before);
    free(before);
    free(after);
    journal_entry_clear(&entry);
    atelier_close(lea);
}
END_TEST

/* --- its sheet */

/* "Chair Silva, x;Leader ..." */
static void
expect_signers(const char *expected)
{
    const struct sheet_request request = { .meeting = meeting };
    struct printed_sheet sheet = { 0 };
    struct buffer text = { 0 };

    ck_assert_msg(sheet_read(at, &request, &sheet, &err), "%s", err.message);
    buffer_addf(&text, "%s", sheet.group);
    for (size_t i = 0; i < sheet.signers.count; i++)
        buffer_addf(&text, "; %s %s", sheet.signers.items[i].role,
                    sheet.signers.items[i].name ? sheet.signers.items[i].name : "-");
    ck_assert_str_eq(buffer_text(&text), expected);
    buffer_clear(&text);
    printed_sheet_clear(&sheet);
}

static void
merge(int64_t keep, int64_t other_person)
{
    const struct merge_request request = { .keep = keep, .other = other_person };
    struct merge_outcome done;

    merge_outcome_init(&done);
    ck_assert_msg(merge_people(at, &request, &done, &err), "%s", err.message);
    merge_outcome_clear(&done);
}

START_TEST(a_closed_sheet__keeps_its_chair_and_leaders__merged_and_married_ones_too)
{
    const int64_t urb = database_file_number("SELECT id FROM working_group");
    const int64_t leader = office_add_person(at, "Papin", "Nadia");
    const int64_t chair = database_file_number("SELECT person FROM membership");

    ck_assert(plan_act(at, meeting, MEETING_REOPEN, "a slip", &err));
    office_change(at, &membership_entity,
                  database_file_number("SELECT id FROM membership"), "role", "chair",
                  NULL);
    expect_signers("URB; Chair Silva, Anna; Leader -");
    const int64_t workshop =
        office_add(at, &workshop_entity, "meeting", rows_number(meeting), "title",
                   "Squares", "start", "2027-02-15 09:30", "end", "2027-02-15 10:30",
                   "leader", rows_number(leader), NULL);
    ck_assert_int_ne(workshop, 0);
    ck_assert_msg(plan_act(at, meeting, MEETING_CLOSE, NULL, &err), "%s", err.message);
    expect_signers("URB; Chair Silva, Anna; Leader Papin, Nadia");

    office_change(at, &person_entity, chair, "family", "Costa-Silva", NULL);
    merge(clara, leader);
    expect_signers("URB; Chair Silva, Anna; Leader Papin, Nadia");
    merge(clara, chair);
    office_change(at, &working_group_entity, urb, "chair", rows_number(clara), "name",
                  "Towns", NULL);
    expect_signers("URB; Chair Silva, Anna; Leader Papin, Nadia");

    ck_assert(plan_act(at, meeting, MEETING_REOPEN, "a slip", &err));
    expect_signers("URB · Towns; Chair Costa, Clara; Leader Costa, Clara");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, a_closed_meetings_list__stays_as_it_is__by_every_way_to_it,
                        0, (int)(sizeof ways / sizeof ways[0]));
    tcase_add_test(tests, a_colleagues_acts__from_before__are_not_undone);
    tcase_add_test(
        tests, a_closed_sheet__keeps_its_chair_and_leaders__merged_and_married_ones_too);
}

SUITE_MAIN("closed_meeting")
