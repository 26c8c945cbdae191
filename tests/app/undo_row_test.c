/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_row_test.c - an undo brings back exactly what was, field by field, or says truly
 * what is in the way; a redo puts it back again (rule 9) */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/edit.h"
#include "atelier/app/plan.h"
#include "atelier/app/register.h"
#include "atelier/app/undo.h"
#include "atelier/app/upkeep.h"
#include "atelier/base/memory.h"
#include "atelier/domain/category.h"
#include "atelier/domain/membership.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/person.h"
#include "atelier/domain/room.h"
#include "atelier/domain/venue.h"
#include "atelier/domain/working_group.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/rows.h"
#include "support/suite.h"

#define SQL_STATES "SELECT family, state FROM registration_view ORDER BY id"
#define SQL_TAKEN "SELECT taken FROM seat_view"
#define SQL_BRUNO "SELECT phone, note, email FROM person WHERE family = 'Bianchi'"

static struct atelier *at;  /* ada */
static struct atelier *lea; /* a colleague */
static struct error err;
static struct journal_entry entry;
static int64_t group;
static int64_t meeting; /* of two seats */
static int64_t anna;
static int64_t bruno;
static int64_t registration; /* Anna's */

static void
set_up(void)
{
    at = office_found();
    lea = office_hire(at, "lea", ROLE_ADMINISTRATOR);
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
    atelier_close(lea);
    office_end(at);
}

/* --- what people do */

static void
expect_undone(struct atelier *who)
{
    err = (struct error){ 0 };
    ck_assert_msg(undo_last(who, NULL, &entry, &err), "%s", err.message);
}

static void
expect_redone(struct atelier *who)
{
    err = (struct error){ 0 };
    ck_assert_msg(redo_last(who, NULL, &entry, &err), "%s", err.message);
}

/* The sentence holds all of these words, up to a NULL. */
static void
expect_said(const char *word, ...)
{
    va_list words;

    ck_assert_msg(err.kind == ERROR_RULE ||
                      (err.kind == ERROR_QUESTION && err.question == QUESTION_SEAT),
                  "%d: %s", (int)err.kind, err.message);
    va_start(words, word);
    for (; word; word = va_arg(words, const char *))
        ck_assert_msg(strstr(err.message, word) != NULL, "“%s” does not say “%s”",
                      err.message, word);
    va_end(words);
}

#define SQL_ACTS "SELECT count(*) FROM journal"

static void
expect_refused(struct atelier *who)
{
    const int64_t acts = database_file_number(SQL_ACTS);

    err = (struct error){ 0 };
    ck_assert(!undo_last(who, NULL, &entry, &err));
    ck_assert_int_eq(database_file_number(SQL_ACTS), acts);
}

static void
expect_not_redone(struct atelier *who)
{
    const int64_t acts = database_file_number(SQL_ACTS);

    err = (struct error){ 0 };
    ck_assert(!redo_last(who, NULL, &entry, &err));
    ck_assert_int_eq(database_file_number(SQL_ACTS), acts);
}

static const char *
label(const struct entity *entity, const char *field)
{
    return entity_field(entity, field)->label;
}

static void
change_bruno(struct atelier *who, const char *field, const char *value)
{
    office_change(who, &person_entity, bruno, field, value, NULL);
}

static void
act(struct atelier *who, int64_t id, enum registration_act what,
    struct questions *questions)
{
    struct register_outcome outcome;

    ck_assert_msg(register_act(who, id, what, NULL, questions, &outcome, &err), "%s",
                  err.message);
}

static int64_t
overbook(struct atelier *who, int64_t person)
{
    struct register_request request = { .meeting = meeting, .person = person };
    struct register_outcome outcome;

    request.questions = office_answer(QUESTION_SEAT, "the mayor");
    ck_assert_msg(register_add(who, &request, &outcome, &err), "%s", err.message);
    ck_assert(outcome.overbooked);
    return outcome.registration;
}

static void
remove_row(struct atelier *who, const struct entity *entity, int64_t id)
{
    struct record *record = record_new(entity);

    ck_assert(edit_load(who, entity, id, record, &err));
    ck_assert_msg(edit_remove(who, entity, id, record->rev, &err), "%s", err.message);
    record_free(entity, &record[0]);
}

/* --- a field that moved since */

START_TEST(a_field_that_moved__is_named_with_the_colleague_and_the_act)
{
    change_bruno(at, "phone", "1");
    change_bruno(lea, "phone", "2");
    expect_refused(at);
    expect_said(label(&person_entity, "phone"), "lea", "changed a person",
                "Bianchi, Bruno", NULL);
    office_expect(SQL_BRUNO, "2|-|-\n");
}
END_TEST

START_TEST(another_field_that_moved__is_in_nobodys_way)
{
    change_bruno(at, "phone", "1");
    change_bruno(lea, "note", "calls back");
    expect_undone(at);
    office_expect(SQL_BRUNO, "-|calls back|-\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(a_field_that_moved_and_moved_back__is_in_nobodys_way)
{
    change_bruno(at, "phone", "1");
    change_bruno(lea, "phone", "2");
    change_bruno(lea, "phone", "1");
    expect_undone(at);
    office_expect(SQL_BRUNO, "-|-|-\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(the_colleague_who_moved_it_last__is_named)
{
    struct atelier *paul = office_hire(at, "paul", ROLE_ADMINISTRATOR);

    change_bruno(at, "phone", "1");
    change_bruno(paul, "phone", "2");
    change_bruno(lea, "phone", "3");
    change_bruno(paul, "email", "b@example.org"); /* another field */
    expect_refused(at);
    expect_said(label(&person_entity, "phone"), "lea", NULL);
    expect_undone(lea);
    expect_refused(at);
    expect_said(label(&person_entity, "phone"), "paul", NULL);
    expect_redone(lea);
    expect_refused(at);
    expect_said("lea", NULL);
    atelier_close(paul);
}
END_TEST

START_TEST(an_undo_of_an_older_act__is_named__when_it_moved_the_field)
{
    change_bruno(at, "phone", "1");
    const int64_t first = database_file_number("SELECT max(id) FROM journal");
    change_bruno(at, "phone", "2");
    change_bruno(lea, "phone", "1");
    ck_assert_msg(undo_act(at, first, NULL, &entry, &err), "%s", err.message);
    expect_refused(lea);
    expect_said(label(&person_entity, "phone"), "ada", "undid", NULL);
    expect_redone(at);
    expect_undone(lea); /* nothing has moved it any more */
    expect_redone(lea);
    expect_undone(at); /* the redo */
    expect_refused(lea);
    expect_said(label(&person_entity, "phone"), "ada", "undid", NULL);
    office_expect_whole(at);
}
END_TEST

START_TEST(a_row_that_is_gone__is_said_to_be__with_who_removed_it)
{
    change_bruno(at, "phone", "1");
    remove_row(lea, &person_entity, bruno);
    expect_refused(at);
    expect_said("lea", "removed a person", "Bianchi, Bruno", NULL);
    expect_undone(lea);
    expect_undone(at);
    office_expect(SQL_BRUNO, "-|-|-\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(a_row_that_would_go__keeps_what_was_written_into_it)
{
    const int64_t carla = office_add_person(at, "Costa", "Carla");

    office_change(lea, &person_entity, carla, "note", "calls back", NULL);
    expect_refused(at);
    expect_said(label(&person_entity, "note"), "lea", NULL);
    expect_undone(lea);
    expect_undone(at);
    office_expect("SELECT count(*) FROM person", "2\n");
    office_expect_whole(at);
}
END_TEST

/* --- fields that mean something only together */

START_TEST(times_and_their_zone__come_back_together)
{
    office_change(at, &meeting_entity, meeting, "start", "2027-03-17 09:30", "end",
                  "2027-03-17 11:30", NULL);
    office_change(lea, &meeting_entity, meeting, "zone", "Europe/London", NULL);
    expect_refused(at);
    expect_said("lea", NULL);
    expect_undone(lea);
    expect_undone(at);
    office_expect("SELECT start, \"end\", zone FROM meeting",
                  "2027-03-16 09:30|2027-03-16 11:30|Europe/Paris\n");

    office_change(at, &meeting_entity, meeting, "title", "Rivers", NULL);
    office_change(lea, &meeting_entity, meeting, "zone", "Europe/London", NULL);
    expect_undone(at); /* the title means something by itself */
    office_expect("SELECT title, zone FROM meeting", "URB|Europe/London\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(a_state_and_its_excuse__come_back_together)
{
    act(at, registration, REGISTRATION_WITHDRAW, NULL);
    office_change(lea, &registration_entity, registration, "excuse", "ill", NULL);
    expect_refused(at);
    expect_said(label(&registration_entity, "excuse"), "lea", NULL);
    expect_undone(lea);
    office_change(lea, &registration_entity, registration, "note", "late", NULL);
    expect_undone(at);
    office_expect("SELECT state, excuse, note FROM registration_view",
                  "accepted|-|late\n");
    office_expect_whole(at);
}
END_TEST

/* --- rows that come back */

START_TEST(a_removed_row__comes_back__as_it_was)
{
    const int64_t rev = 3;

    change_bruno(lea, "phone", "1");
    change_bruno(lea, "note", "say \"no\"\nC:\\new 😀");
    office_expect("SELECT rev FROM person WHERE family = 'Bianchi'", "3\n");
    char *before = database_file_dump("SELECT id, created_at, created_by, family, given,"
                                      " phone, note, consent, sort_key FROM person");
    remove_row(lea, &person_entity, bruno);
    office_add_person(at, "Costa", "Carla");
    remove_row(at, &person_entity, bruno + 1);
    expect_undone(lea);
    char *after = database_file_dump("SELECT id, created_at, created_by, family, given,"
                                     " phone, note, consent, sort_key FROM person");
    ck_assert_str_eq(before, after);
    ck_assert_int_gt(
        database_file_number("SELECT rev FROM person WHERE family = 'Bianchi'"), rev);
    office_expect("SELECT changed_by FROM person WHERE family = 'Bianchi'", "lea\n");
    free(before);
    free(after);
    office_expect_whole(at);
}
END_TEST

/* What another took meanwhile, in the words of the form. */
static const struct {
    const struct entity *entity;
    const char *field;
    const char *value;
    const char *second; /* a field that is required, too */
    const char *text;
} taken[] = {
    { &venue_entity, "name", "Old Mill", "address", "Quai 1" },
    { &category_entity, "name", "expert", "order", "3" },
    { &working_group_entity, "code", "RIV", "name", "Rivers" },
    { &staff_entity, "login", "otto", "role", "desk" },
};

START_TEST(what_is_there_once_only__does_not_come_back_twice)
{
    const struct entity *entity = taken[_i].entity;
    const int64_t id = office_add(at, entity, taken[_i].field, taken[_i].value,
                                  taken[_i].second, taken[_i].text, NULL);

    remove_row(at, entity, id);
    const int64_t other = office_add(lea, entity, taken[_i].field, taken[_i].value,
                                     taken[_i].second, taken[_i].text, NULL);
    expect_refused(at);
    expect_said("already", NULL);
    ck_assert_ptr_null(strstr(err.message, "UNIQUE"));
    remove_row(lea, entity, other);
    expect_undone(at);
    office_expect_whole(at);
}
END_TEST

START_TEST(a_value_that_is_there_once_only__is_not_set_back_twice)
{
    office_change(at, &working_group_entity, group, "code", "ROW", NULL);
    const int64_t other = office_add_group(lea, "URB");
    expect_refused(at);
    expect_said("already a working group", NULL);
    office_change(lea, &working_group_entity, other, "code", "RIV", NULL);
    expect_undone(at);
    office_expect("SELECT code FROM working_group ORDER BY id", "URB\nRIV\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(a_row_that_others_need__is_named__and_who_needs_it)
{
    const int64_t venue = office_add(at, &venue_entity, "name", "Old Mill", NULL);
    const int64_t room =
        office_add(lea, &room_entity, "venue", rows_number(venue), "name", "Loft", NULL);

    expect_refused(at);
    expect_said("Venue", "Loft", "Room", NULL);
    remove_row(lea, &room_entity, room);
    expect_undone(at);
    office_expect("SELECT count(*) FROM venue", "0\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(a_row_whose_reference_is_gone__is_named__and_the_reference)
{
    const int64_t venue = office_add(at, &venue_entity, "name", "Old Mill", NULL);
    const int64_t room =
        office_add(at, &room_entity, "venue", rows_number(venue), "name", "Loft", NULL);

    remove_row(at, &room_entity, room);
    remove_row(lea, &venue_entity, venue);
    expect_refused(at);
    expect_said("Loft", label(&room_entity, "venue"), NULL);
    expect_undone(lea);
    expect_undone(at);
    office_expect("SELECT name FROM room", "Loft\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(a_reference_to_what_is_gone__is_not_set_back)
{
    office_change(at, &working_group_entity, group, "chair", rows_number(bruno), NULL);
    office_change(at, &working_group_entity, group, "chair", rows_number(anna), NULL);
    remove_row(lea, &person_entity, bruno);
    expect_refused(at);
    expect_said("URB", label(&working_group_entity, "chair"), NULL);
    office_expect("SELECT chair FROM working_group", "1\n");
    expect_undone(lea);
    expect_undone(at);
    office_expect("SELECT chair FROM working_group", "2\n");
    office_expect_whole(at);
}
END_TEST

/* --- settings */

static void
set_settings(struct atelier *who, const char *network, bool pending_takes_seat)
{
    struct settings *settings = record_new(&settings_entity);

    atelier_changed(who);
    record_copy(&settings_entity, settings, atelier_settings(who));
    memory_replace(&settings->network, network);
    settings->pending_takes_seat = pending_takes_seat;
    ck_assert_msg(upkeep_change_settings(who, settings, &err), "%s", err.message);
    record_free(&settings_entity, settings);
}

#define SQL_NETWORK "SELECT value FROM setting WHERE name = 'network'"
#define SQL_PENDING                                                                      \
    "SELECT count(*) FROM seat_rule t JOIN registration_state s ON s.number = t.state"   \
    " WHERE s.name = 'pending'"

START_TEST(settings__come_back__one_by_one)
{
    set_settings(at, "Rivers", false);
    set_settings(at, "Rivers", true);
    set_settings(lea, "Lakes", true);
    office_expect(SQL_PENDING, "1\n");
    expect_undone(at);
    office_expect(SQL_PENDING, "0\n");
    office_expect(SQL_NETWORK, "Lakes\n");
    ck_assert(!atelier_settings(at)->pending_takes_seat);
    expect_refused(at);
    expect_said(label(&settings_entity, "network"), "lea", NULL);
    expect_undone(lea);
    expect_undone(at);
    office_expect_whole(at);
}
END_TEST

START_TEST(a_seat_rule_that_comes_back__counts_the_seats_anew)
{
    const int64_t asked = office_register(at, meeting, bruno);

    office_change(at, &registration_entity, asked, "role", "speaker", NULL);
    office_expect(SQL_TAKEN, "1\n");
    struct settings *settings = record_new(&settings_entity);
    record_copy(&settings_entity, settings, atelier_settings(at));
    settings->speaker_takes_seat = true;
    ck_assert(upkeep_change_settings(at, settings, &err));
    record_free(&settings_entity, settings);
    office_expect(SQL_TAKEN, "2\n");
    expect_undone(at);
    office_expect(SQL_TAKEN, "1\n");
    expect_redone(at);
    office_expect(SQL_TAKEN, "2\n");
    office_expect_whole(at);
}
END_TEST

/* --- seats */

START_TEST(who_withdrew_from_an_overfull_meeting__comes_back)
{
    office_register(at, meeting, bruno);
    office_change(at, &meeting_entity, meeting, "seats", "1", NULL);
    act(at, registration, REGISTRATION_WITHDRAW, NULL);
    office_expect(SQL_TAKEN, "1\n");
    expect_undone(at);
    office_expect(SQL_TAKEN, "2\n");
    office_expect(SQL_STATES, "Müller|accepted\nBianchi|accepted\n");
    expect_undone(at); /* and on to the seats */
    office_expect("SELECT seats FROM meeting", "2\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(a_limit_that_was_lowered_since__is_no_limit_of_before)
{
    office_register(at, meeting, bruno);
    act(at, registration, REGISTRATION_WITHDRAW, NULL);
    office_change(lea, &meeting_entity, meeting, "seats", "1", NULL);
    expect_refused(at);
    expect_said("1 of 1", NULL);
    expect_undone(lea);
    expect_undone(at);
    office_expect(SQL_TAKEN, "2\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(an_overbooking_that_was__comes_back)
{
    const int64_t bianchi = office_register(at, meeting, bruno);

    overbook(at, office_add_person(at, "Costa", "Carla"));
    office_expect(SQL_TAKEN, "3\n");
    act(at, bianchi, REGISTRATION_WITHDRAW, NULL);
    office_expect(SQL_TAKEN, "2\n");
    expect_undone(at);
    office_expect(SQL_TAKEN, "3\n");
    expect_undone(at);
    ck_assert_str_eq(entry.act, "registration.overbook");
    office_expect(SQL_TAKEN, "2\n");
    expect_redone(at);
    office_expect(SQL_TAKEN, "3\n");
    expect_redone(at);
    office_expect(SQL_TAKEN, "2\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(an_overbooking_that_is_redone__keeps_its_reason)
{
    office_register(at, meeting, bruno);
    overbook(at, office_add_person(at, "Costa", "Carla"));
    for (int i = 0; i < 2; i++) {
        expect_undone(at);
        expect_redone(at);
        office_expect_whole(at);
    }
    ck_assert(undo_next(at, 0, &entry, &err));
    ck_assert_str_eq(entry.act, "redo");
    ck_assert_str_eq(entry.reason, "the mayor");
    expect_undone(at);
    office_expect("SELECT count(*) FROM journal_reason r JOIN journal j ON j.id ="
                  " r.journal WHERE j.act = 'undo'",
                  "0\n");
}
END_TEST

START_TEST(a_seat_that_somebody_took__is_not_given_twice)
{
    const int64_t carla = office_add_person(lea, "Costa", "Carla");

    office_register(at, meeting, bruno);
    act(at, registration, REGISTRATION_WITHDRAW, NULL);
    const int64_t hers = office_register(lea, meeting, carla);
    expect_refused(at);
    expect_said("2 of 2", NULL);
    office_expect(SQL_TAKEN, "2\n");

    act(lea, hers, REGISTRATION_WITHDRAW, NULL);
    expect_undone(at);
    office_expect(SQL_STATES, "Müller|accepted\nBianchi|accepted\nCosta|withdrawn\n");
    expect_refused(lea); /* now it is hers that was taken */
    expect_said("2 of 2", NULL);
    office_expect_whole(at);
}
END_TEST

/* What a yes does, who may say it, and that it is kept. */
START_TEST(a_seat_that_is_gone__is_taken_knowingly)
{
    struct questions sheet = { 0 };
    const int64_t carla = office_add_person(lea, "Costa", "Carla");
    const int64_t hers = office_register(at, meeting, bruno);
    struct atelier *desk = office_hire(at, "ida", ROLE_DESK);

    act(desk, registration, REGISTRATION_WITHDRAW, NULL);
    act(at, hers, REGISTRATION_WITHDRAW, NULL);
    office_register(lea, meeting, carla);
    office_register(lea, meeting, office_add_person(lea, "Diaz", "Dora"));
    question_reply(&sheet, QUESTION_SEAT, QUESTION_YES, "agreed on the phone");
    ck_assert(!undo_last(desk, &sheet, &entry, &err)); /* the desk may not overbook */
    ck_assert_int_eq(err.kind, ERROR_RULE);
    office_expect(SQL_TAKEN, "2\n");
    ck_assert_msg(undo_last(at, &sheet, &entry, &err), "%s", err.message);
    office_expect(SQL_TAKEN, "3\n");
    office_expect("SELECT act, reason FROM journal_view ORDER BY id DESC LIMIT 1",
                  "undo|agreed on the phone\n");
    office_expect_whole(at);
    questions_clear(&sheet);
    atelier_close(desk);
}
END_TEST

/* --- what a colleague did */

START_TEST(what_a_colleague_did__takes_an_organiser_and_a_reason)
{
    struct questions sheet = { 0 };
    struct atelier *desk = office_hire(at, "ida", ROLE_DESK);
    struct atelier *organiser = office_hire(at, "oda", ROLE_ORGANISER);

    change_bruno(lea, "phone", "1");
    const int64_t hers = database_file_number("SELECT max(id) FROM journal");
    ck_assert(!undo_act(desk, hers, &sheet, &entry, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert(!undo_act(organiser, hers, &sheet, &entry, &err));
    ck_assert_int_eq(err.kind, ERROR_QUESTION);
    ck_assert_int_eq(err.question, QUESTION_COLLEAGUE);
    ck_assert_ptr_nonnull(strstr(err.message, "lea"));
    office_expect(SQL_BRUNO, "1|-|-\n");
    question_reply(&sheet, QUESTION_COLLEAGUE, QUESTION_YES, "the wrong Bruno");
    ck_assert_msg(undo_act(organiser, hers, &sheet, &entry, &err), "%s", err.message);
    office_expect(SQL_BRUNO, "-|-|-\n");
    office_expect("SELECT staff, act, reason FROM journal_view ORDER BY id DESC LIMIT 1",
                  "oda|undo|the wrong Bruno\n");
    questions_clear(&sheet);
    atelier_close(desk);
    atelier_close(organiser);
}
END_TEST

/* What is refused keeps nobody from the act before it. */
START_TEST(the_act_before_one_that_is_refused__is_found)
{
    change_bruno(at, "note", "calls back");
    change_bruno(at, "phone", "1");
    change_bruno(lea, "phone", "2");
    expect_refused(at);
    ck_assert(undo_next(at, 0, &entry, &err));
    const int64_t refused = entry.id;
    ck_assert(undo_next(at, refused, &entry, &err));
    ck_assert_int_lt(entry.id, refused);
    ck_assert_msg(undo_act(at, entry.id, NULL, &entry, &err), "%s", err.message);
    office_expect("SELECT phone, note FROM person WHERE family = 'Bianchi'", "2|-\n");
}
END_TEST

START_TEST(an_act_that_was_redone__is_undone_by_its_own_number)
{
    change_bruno(at, "phone", "1");
    const int64_t first = database_file_number("SELECT max(id) FROM journal");
    expect_undone(at);
    ck_assert(!undo_act(at, first, NULL, &entry, &err));
    ck_assert_ptr_nonnull(strstr(err.message, "undone already"));
    expect_redone(at);
    ck_assert_msg(undo_act(at, first, NULL, &entry, &err), "%s", err.message);
    ck_assert_str_eq(entry.act, "person.change");
    office_expect(SQL_BRUNO, "-|-|-\n");
    ck_assert(!undo_act(at, first, NULL, &entry, &err));
}
END_TEST

START_TEST(a_closed_meeting__does_not_change_by_undo)
{
    struct atelier *organiser = office_return(NULL, "2027-03-17 12:00");

    office_change(organiser, &meeting_entity, meeting, "title", "Another", NULL);
    const int64_t titled = database_file_number("SELECT max(id) FROM journal");
    ck_assert_msg(plan_act(organiser, meeting, MEETING_HOLD, NULL, &err) &&
                      plan_act(organiser, meeting, MEETING_CLOSE, NULL, &err),
                  "%s", err.message);
    ck_assert(!undo_act(organiser, titled, NULL, &entry, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    office_expect("SELECT title FROM meeting", "Another\n");
    ck_assert_msg(undo_last(organiser, NULL, &entry, &err), "%s", err.message);
    ck_assert_str_eq(entry.act, "meeting.close");
    atelier_close(organiser);
}
END_TEST

/* --- redo */

START_TEST(a_redo__puts_back__what_an_undo_took)
{
    change_bruno(at, "phone", "1");
    expect_undone(at);
    const int64_t undone = entry.id;
    office_expect(SQL_BRUNO, "-|-|-\n");
    expect_redone(at);
    ck_assert_str_eq(entry.act, "person.change");
    office_expect(SQL_BRUNO, "1|-|-\n");
    office_expect("SELECT r.act, u.act, u.undone_by = r.id, r.undoes FROM journal r"
                  " JOIN journal u ON u.id = r.redoes",
                  "redo|undo|1|-\n");
    ck_assert(undo_next(at, 0, &entry, &err));
    ck_assert_str_eq(entry.act, "redo");
    ck_assert_int_gt(entry.id, undone);
    expect_not_redone(at);
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
    office_expect_whole(at);
}
END_TEST

START_TEST(undos_and_redos__go_back_and_forth)
{
    static const char *const phones[] = { "-", "1", "2", "3" };

    for (int i = 1; i < 4; i++)
        change_bruno(at, "phone", phones[i]);
    for (int round = 0; round < 3; round++) {
        for (int i = 2; i >= 0; i--) {
            expect_undone(at);
            char *found = database_file_dump("SELECT phone FROM person WHERE id = 2");
            ck_assert_msg(strncmp(found, phones[i], 1) == 0, "%d: %s", i, found);
            free(found);
        }
        for (int i = 1; i < 4; i++) {
            expect_redone(at);
            char *found = database_file_dump("SELECT phone FROM person WHERE id = 2");
            ck_assert_msg(strncmp(found, phones[i], 1) == 0, "%d: %s", i, found);
            free(found);
        }
        expect_not_redone(at);
    }
    for (int i = 0; i < 3; i++)
        expect_undone(at);
    expect_undone(at); /* and on to the act before them */
    ck_assert_str_eq(entry.act, "registration.add");
    office_expect(SQL_STATES, "");
    office_expect_whole(at);
}
END_TEST

START_TEST(a_redo_of_what_was_removed_or_added__keeps_the_id)
{
    const int64_t carla = office_add_person(at, "Costa", "Carla");

    expect_undone(at);
    office_add_person(lea, "Dupont", "Denis"); /* another's act is in nobody's way */
    expect_redone(at);
    ck_assert_int_eq(database_file_number("SELECT id FROM person WHERE family = 'Costa'"),
                     carla);
    remove_row(at, &person_entity, carla);
    expect_undone(at);
    expect_redone(at);
    office_expect("SELECT count(*) FROM person WHERE family = 'Costa'", "0\n");
    expect_undone(at);
    ck_assert_int_eq(database_file_number("SELECT id FROM person WHERE family = 'Costa'"),
                     carla);
    office_expect_whole(at);
}
END_TEST

START_TEST(another_act__ends_what_can_be_redone)
{
    change_bruno(at, "phone", "1");
    expect_undone(at);
    change_bruno(at, "note", "calls back");
    expect_not_redone(at);
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
    expect_undone(at);
    expect_redone(at); /* of the note alone */
    expect_not_redone(at);
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
    office_expect(SQL_BRUNO, "-|calls back|-\n");
    expect_not_redone(lea); /* it is nobody else's */
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
}
END_TEST

START_TEST(a_redo__is_refused__when_a_colleague_moved_the_field)
{
    change_bruno(at, "phone", "1");
    expect_undone(at);
    change_bruno(lea, "phone", "2");
    expect_not_redone(at);
    expect_said(label(&person_entity, "phone"), "lea", "changed a person", NULL);
    office_expect(SQL_BRUNO, "2|-|-\n");
    change_bruno(lea, "phone", "");
    expect_redone(at);
    office_expect(SQL_BRUNO, "1|-|-\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(a_redo__does_not_give_a_seat_twice)
{
    const int64_t carla = office_add_person(lea, "Costa", "Carla");

    office_register(at, meeting, bruno);
    expect_undone(at);
    office_register(lea, meeting, carla);
    expect_not_redone(at);
    expect_said("2 of 2", NULL);
    office_expect(SQL_TAKEN, "2\n");
    office_expect_whole(at);
}
END_TEST

START_TEST(a_redo__takes_what_the_act_took)
{
    set_settings(lea, "Rivers", false);
    expect_undone(lea);
    office_change(at, &staff_entity,
                  database_file_number("SELECT id FROM staff WHERE login = 'lea'"),
                  "role", "desk", NULL);
    ck_assert(atelier_changed(lea));
    expect_not_redone(lea);
    ck_assert_int_eq(err.kind, ERROR_RULE);
    office_expect(SQL_NETWORK, "");
    office_change(at, &staff_entity,
                  database_file_number("SELECT id FROM staff WHERE login = 'lea'"),
                  "role", "administrator", NULL);
    ck_assert(atelier_changed(lea));
    expect_redone(lea);
    office_expect(SQL_NETWORK, "Rivers\n");
    office_change(at, &staff_entity,
                  database_file_number("SELECT id FROM staff WHERE login = 'lea'"),
                  "role", "desk", NULL);
    ck_assert(atelier_changed(lea));
    expect_refused(lea); /* nor is it undone again with less */
    ck_assert_int_eq(err.kind, ERROR_RULE);
    office_expect(SQL_NETWORK, "Rivers\n");
}
END_TEST

static void
add_seat_and_redo_tests(TCase *tests)
{
    tcase_add_test(tests, a_seat_that_is_gone__is_taken_knowingly);
    tcase_add_test(tests, what_a_colleague_did__takes_an_organiser_and_a_reason);
    tcase_add_test(tests, the_act_before_one_that_is_refused__is_found);
    tcase_add_test(tests, an_act_that_was_redone__is_undone_by_its_own_number);
    tcase_add_test(tests, a_closed_meeting__does_not_change_by_undo);
    tcase_add_test(tests, who_withdrew_from_an_overfull_meeting__comes_back);
    tcase_add_test(tests, a_limit_that_was_lowered_since__is_no_limit_of_before);
    tcase_add_test(tests, an_overbooking_that_was__comes_back);
    tcase_add_test(tests, an_overbooking_that_is_redone__keeps_its_reason);
    tcase_add_test(tests, a_seat_that_somebody_took__is_not_given_twice);
    tcase_add_test(tests, a_redo__puts_back__what_an_undo_took);
    tcase_add_test(tests, undos_and_redos__go_back_and_forth);
    tcase_add_test(tests, a_redo_of_what_was_removed_or_added__keeps_the_id);
    tcase_add_test(tests, another_act__ends_what_can_be_redone);
    tcase_add_test(tests, a_redo__is_refused__when_a_colleague_moved_the_field);
    tcase_add_test(tests, a_redo__does_not_give_a_seat_twice);
    tcase_add_test(tests, a_redo__takes_what_the_act_took);
}

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, a_field_that_moved__is_named_with_the_colleague_and_the_act);
    tcase_add_test(tests, another_field_that_moved__is_in_nobodys_way);
    tcase_add_test(tests, a_field_that_moved_and_moved_back__is_in_nobodys_way);
    tcase_add_test(tests, the_colleague_who_moved_it_last__is_named);
    tcase_add_test(tests, an_undo_of_an_older_act__is_named__when_it_moved_the_field);
    tcase_add_test(tests, a_row_that_is_gone__is_said_to_be__with_who_removed_it);
    tcase_add_test(tests, a_row_that_would_go__keeps_what_was_written_into_it);
    tcase_add_test(tests, times_and_their_zone__come_back_together);
    tcase_add_test(tests, a_state_and_its_excuse__come_back_together);
    tcase_add_test(tests, a_removed_row__comes_back__as_it_was);
    tcase_add_loop_test(tests, what_is_there_once_only__does_not_come_back_twice, 0,
                        (int)(sizeof taken / sizeof taken[0]));
    tcase_add_test(tests, a_value_that_is_there_once_only__is_not_set_back_twice);
    tcase_add_test(tests, a_row_that_others_need__is_named__and_who_needs_it);
    tcase_add_test(tests, a_row_whose_reference_is_gone__is_named__and_the_reference);
    tcase_add_test(tests, a_reference_to_what_is_gone__is_not_set_back);
    tcase_add_test(tests, settings__come_back__one_by_one);
    tcase_add_test(tests, a_seat_rule_that_comes_back__counts_the_seats_anew);
    add_seat_and_redo_tests(tests);
}

SUITE_MAIN("undo_row")
