/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_row_test.c - an undo brings back exactly what was, field by field, or says truly
 * what is in the way (rule 9) */
#include <stdlib.h>

#include "atelier/app/register_bulk.h"
#include "atelier/domain/category.h"
#include "atelier/domain/room.h"
#include "atelier/domain/venue.h"
#include "atelier/domain/working_group.h"
#include "undo_office.h"

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
    ck_assert(settings_change(at, settings, &err));
    record_free(&settings_entity, settings);
    office_expect(SQL_TAKEN, "2\n");
    expect_undone(at);
    office_expect(SQL_TAKEN, "1\n");
    expect_redone(at);
    office_expect(SQL_TAKEN, "2\n");
    office_expect_whole(at);
}
END_TEST

static int64_t
last_act(void)
{
    return database_file_number("SELECT max(id) FROM journal");
}

static void
withdraw_both(struct atelier *who, int64_t other)
{
    const int64_t both[] = { registration, other };
    struct bulk_request request = { .deed = BULK_ACT, .act = REGISTRATION_WITHDRAW };
    struct bulk_outcome outcome = { 0 };

    request.registrations = both;
    request.count = 2;
    ck_assert_msg(register_bulk(who, &request, &outcome, &err), "%s", err.message);
    bulk_outcome_clear(&outcome);
}

/* The newest took a row away, by undoing what brought it: it is named as the others are.
 */
START_TEST(a_later_act_that_took_a_row_away__is_named_among_several)
{
    const int64_t added = last_act();
    const int64_t other = office_register(at, meeting, bruno);
    act(at, registration, REGISTRATION_WITHDRAW, NULL);
    const int64_t withdrawn = last_act();
    act(at, registration, REGISTRATION_REVIVE, NULL);
    withdraw_both(lea, other);
    const int64_t both = last_act();
    ck_assert_msg(undo_act(at, withdrawn, NULL, &entry, &err), "%s", err.message);
    ck_assert_msg(undo_act(at, added, NULL, &entry, &err), "%s", err.message);
    act(lea, other, REGISTRATION_REVIVE, NULL);
    ck_assert(!undo_act(lea, both, NULL, &entry, &err));
    expect_said("2 later acts have changed what would come back: lea, ", "; ada, ",
                "undid, Müller, Anna", NULL);
    expect_undone(lea);
    ck_assert(!undo_act(lea, both, NULL, &entry, &err));
    expect_said("ada has removed the row since", NULL);
    office_expect_whole(at);
}
END_TEST

/* --- whoever waits for a long one */

struct listener {
    size_t rows;
    bool stops;
};

static bool
listen(void *context, int64_t done, int64_t total)
{
    struct listener *listener = context;

    (void)done;
    (void)total;
    listener->rows++;
    return listener->stops;
}

START_TEST(an_undo__tells_its_rows_while_somebody_listens)
{
    struct listener listener = { 0 };

    change_bruno(at, "phone", "1");
    undo_tell(at, listen, &listener);
    expect_undone(at);
    const size_t undone = listener.rows;
    ck_assert_uint_gt(undone, 0);
    expect_redone(at);
    ck_assert_uint_gt(listener.rows, undone);
    listener.rows = 0;
    undo_tell(at, NULL, NULL);
    expect_undone(at);
    ck_assert_uint_eq(listener.rows, 0);
}
END_TEST

START_TEST(an_undo_that_is_stopped__has_changed_nothing)
{
    struct listener listener = { .stops = true };

    change_bruno(at, "phone", "1");
    change_bruno(lea, "phone", "2");
    undo_tell(at, listen, &listener);
    expect_refused(at);
    ck_assert_int_eq(err.kind, ERROR_CANCELLED);
    undo_tell(lea, listen, &listener);
    expect_refused(lea);
    ck_assert_int_eq(err.kind, ERROR_CANCELLED);
    office_expect(SQL_BRUNO, "2|-|-\n");
    undo_tell(lea, NULL, NULL);
    expect_undone(lea);
    office_expect(SQL_BRUNO, "1|-|-\n");
    office_expect_whole(at);
}
END_TEST

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
    tcase_add_test(tests, a_later_act_that_took_a_row_away__is_named_among_several);
    tcase_add_test(tests, an_undo__tells_its_rows_while_somebody_listens);
    tcase_add_test(tests, an_undo_that_is_stopped__has_changed_nothing);
}

SUITE_MAIN("undo_row")
