/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plan_test.c - a meeting from its first day to its last: planned, moved, called off,
 * held, closed (rules 3, 7 and 8) */
#include "plan_office.h"

#include "atelier/app/convene.h"
#include "atelier/app/register.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/person.h"
#include "atelier/domain/room.h"
#include "atelier/domain/venue.h"
#include "atelier/domain/working_group.h"
#include "support/database_file.h"

#define SQL_LAST_ACT "SELECT act, reason FROM journal_view ORDER BY id DESC LIMIT 1"
#define SQL_SEQUENCE "SELECT ics_sequence FROM meeting"

START_TEST(the_group__gives_what_is_not_said)
{
    int64_t venue =
        office_add(at, &venue_entity, "name", "Old Mill", "zone", "Europe/Lisbon", NULL);
    int64_t room = office_add(at, &room_entity, "venue", rows_number(venue), "name",
                              "Loft", "seats", "40", NULL);
    office_change(at, &working_group_entity, group, "zone", "Europe/Lisbon", "room",
                  rows_number(room), "seats", "25", "duration", "90", NULL);
    meeting->start = local("2027-03-16 09:30");
    ck_assert(plan_prepare(at, group, meeting, &err));
    ck_assert(plan_add(at, meeting, NULL, &warnings, &err));
    ck_assert_uint_eq(warnings, 0);
    office_expect("SELECT number, title, start, end, zone, seats, state, ics_sequence "
                  "FROM meeting_view",
                  "1|URB|2027-03-16 09:30|2027-03-16 11:00|Europe/Lisbon|25|draft|0\n");
    expect_instants("2027-03-16T09:30:00Z", "2027-03-16T11:00:00Z");
}
END_TEST

START_TEST(meetings_of_a_group__are_numbered__each_with_its_own_uid)
{
    office_add_meeting(at, group, "2027-03-16 09:30", 10);
    office_add_meeting(at, group, "2027-04-16 09:30", 10);
    office_add_meeting(at, office_add_group(at, "MOB"), "2027-04-17 09:30", 10);
    office_expect("SELECT number FROM meeting ORDER BY id", "1\n2\n1\n");
    office_expect("SELECT count(DISTINCT ics_uid), min(ics_uid LIKE '%@example.org') "
                  "FROM meeting",
                  "3|1\n");
}
END_TEST

START_TEST(an_end__before_the_start__goes_back_to_the_end)
{
    ck_assert(!plan("2027-03-16 09:30", "2027-03-16 09:00", NULL));
    ck_assert_str_eq(err.field, "end");
    ck_assert(!plan("2027-03-16 09:30", "2027-03-16 09:30", NULL));
    ck_assert_str_eq(err.field, "end");
    office_expect("SELECT count(*) FROM meeting", "0\n");
    office_expect("SELECT count(*) FROM journal WHERE act = 'meeting.add'", "0\n");
}
END_TEST

START_TEST(a_day__that_does_not_exist__is_no_time)
{
    const struct field *start = entity_field(&meeting_entity, "start");
    struct local_time before = local("2027-03-16 09:30");

    meeting->start = before;
    ck_assert(!field_parse(start, meeting, "2027-02-29 09:30", &err));
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_str_eq(err.field, "start");
    ck_assert_int_eq(local_time_compare(meeting->start, before), 0);
    ck_assert(field_parse(start, meeting, "2028-02-29 09:30", &err));
    ck_assert(!field_parse(start, meeting, "2027-02-28 24:30", &err));
}
END_TEST

START_TEST(an_unknown_zone__names_the_field)
{
    set_times("2027-03-16 09:30", "2027-03-16 12:30");
    ck_assert(plan_prepare(at, group, meeting, &err));
    field_set_text(entity_field(&meeting_entity, "zone"), meeting, "Europe/Atlantis");
    ck_assert(!plan_add(at, meeting, NULL, &warnings, &err));
    ck_assert_str_eq(err.field, "zone");
    ck_assert_ptr_nonnull(strstr(err.message, "Europe/Atlantis"));
    office_expect("SELECT count(*) FROM meeting", "0\n");
}
END_TEST

/* One that stood in the file before keeps nobody from the other fields. */
START_TEST(a_zone__is_kept_under_one_name__or_refused_when_it_is_of_no_place)
{
    const struct field *zone = entity_field(&meeting_entity, "zone");

    load(office_add_meeting(at, group, "2027-03-16 09:30", 10));
    field_set_text(zone, meeting, "US/Eastern");
    ck_assert(change());
    office_expect("SELECT zone FROM meeting", "America/New_York\n");
    field_set_text(zone, meeting, "CET");
    ck_assert(!change());
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_str_eq(err.field, "zone");

    office_change_unseen(meeting->head.id, "zone", "CET");
    load(meeting->head.id);
    meeting->seats = 12;
    ck_assert_msg(change(), "%s", err.message);
    office_expect("SELECT zone, seats FROM meeting", "CET|12\n");
}
END_TEST

START_TEST(an_hour_that_comes_twice__is_asked_about__and_answered)
{
    ck_assert(!plan("2027-10-31 02:30", "2027-10-31 04:00", NULL));
    ck_assert_int_eq(err.kind, ERROR_QUESTION);
    ck_assert_str_eq(err.field, "start");
    ck_assert_ptr_nonnull(strstr(err.message, "Europe/Paris"));
    office_expect("SELECT count(*) FROM meeting", "0\n");

    ck_assert(plan("2027-10-31 02:30", "2027-10-31 04:00", answer(CLOCK_EARLIER)));
    expect_instants("2027-10-31T00:30:00Z", "2027-10-31T03:00:00Z");
    record_clear(&meeting_entity, meeting);
    ck_assert(plan("2027-10-31 02:30", "2027-10-31 04:00", answer(CLOCK_LATER)));
    expect_instants("2027-10-31T01:30:00Z", "2027-10-31T03:00:00Z");
}
END_TEST

START_TEST(the_question_of_an_hour__offers_both__and_says_what_they_are)
{
    const struct question_entry *asked = &sheet.entries[QUESTION_CLOCK];

    ck_assert(!plan("2027-10-31 02:30", "2027-10-31 04:00", &sheet));
    ck_assert_int_eq(err.question, QUESTION_CLOCK);
    ck_assert_uint_eq(asked->choice_count, 2);
    ck_assert_int_eq(asked->choices[0].value, CLOCK_EARLIER);
    ck_assert_ptr_nonnull(strstr(asked->choices[0].text, "02:30 (00:30 UTC)"));
    ck_assert_int_eq(asked->choices[1].value, CLOCK_LATER);
    ck_assert_ptr_nonnull(strstr(asked->choices[1].text, "02:30 (01:30 UTC)"));
}
END_TEST

START_TEST(an_answer__stays__when_something_else_changes)
{
    ck_assert(plan("2027-10-31 02:30", "2027-10-31 04:00", answer(CLOCK_LATER)));
    load(meeting->head.id);
    meeting->seats = 12;
    ck_assert(change());
    expect_instants("2027-10-31T01:30:00Z", "2027-10-31T03:00:00Z");
}
END_TEST

START_TEST(an_hour_that_is_left_out__is_asked_about__and_moved)
{
    ck_assert(!plan("2027-03-28 01:00", "2027-03-28 02:30", NULL));
    ck_assert_int_eq(err.kind, ERROR_QUESTION);
    ck_assert_str_eq(err.field, "end");
    ck_assert(!plan("2027-03-28 02:30", "2027-03-28 05:00", NULL));
    ck_assert_str_eq(err.field, "start");

    ck_assert(plan("2027-03-28 02:30", "2027-03-28 05:00", answer(CLOCK_EARLIER)));
    expect_instants("2027-03-28T00:30:00Z", "2027-03-28T03:00:00Z");
    record_clear(&meeting_entity, meeting);
    ck_assert(plan("2027-03-28 02:30", "2027-03-28 05:00", answer(CLOCK_LATER)));
    expect_instants("2027-03-28T01:30:00Z", "2027-03-28T03:00:00Z");
    office_expect("SELECT start FROM meeting ORDER BY id",
                  "2027-03-28 01:30\n2027-03-28 03:30\n");
}
END_TEST

START_TEST(moving_into_a_changed_hour__is_asked_about_too)
{
    load(office_add_meeting(at, group, "2027-03-16 09:30", 10));
    set_times("2027-10-31 02:30", "2027-10-31 04:30");
    ck_assert(!change());
    ck_assert_int_eq(err.kind, ERROR_QUESTION);
    office_expect("SELECT start, rev FROM meeting", "2027-03-16 09:30|1\n");
    ck_assert(plan_change(at, meeting, answer(CLOCK_LATER), &warnings, &err));
    expect_instants("2027-10-31T01:30:00Z", "2027-10-31T03:30:00Z");
}
END_TEST

START_TEST(moving__keeps_the_uid__and_raises_the_sequence)
{
    char uid[100];

    load(office_add_meeting(at, group, "2027-03-16 09:30", 10));
    ck_assert_uint_lt(strlen(meeting->ics_uid), sizeof uid);
    strcpy(uid, meeting->ics_uid);
    set_times("2027-03-17 14:00", "2027-03-17 16:00");
    ck_assert(change());
    office_expect(SQL_LAST_ACT, "meeting.move|-\n");
    office_expect("SELECT start, ics_sequence FROM meeting", "2027-03-17 14:00|1\n");
    expect_instants("2027-03-17T13:00:00Z", "2027-03-17T15:00:00Z");
    ck_assert_str_eq(meeting->ics_uid, uid);

    field_set_text(entity_field(&meeting_entity, "place"), meeting, "Town hall");
    ck_assert(change());
    office_expect(SQL_LAST_ACT, "meeting.move|-\n");
    field_set_text(entity_field(&meeting_entity, "zone"), meeting, "Europe/Lisbon");
    ck_assert(change());
    expect_instants("2027-03-17T14:00:00Z", "2027-03-17T16:00:00Z");
    office_expect(SQL_SEQUENCE, "3\n");

    meeting->seats = 11;
    meeting->ics_sequence = 0; /* a form that does not know it cannot lower it */
    ck_assert(change());
    office_expect(SQL_LAST_ACT, "meeting.change|-\n");
    office_expect(SQL_SEQUENCE, "3\n");
}
END_TEST

START_TEST(what_calendars_show_as_gone_or_back__raises_the_sequence)
{
    ck_assert(plan("2027-03-16 09:30", "2027-03-16 12:30", NULL));
    ck_assert(act(MEETING_CONFIRM, NULL));
    office_expect("SELECT state, ics_sequence FROM meeting_view", "confirmed|1\n");
    ck_assert(act(MEETING_POSTPONE, "flood"));
    office_expect(SQL_LAST_ACT, "meeting.postpone|flood\n");
    office_expect("SELECT state, reason, ics_sequence FROM meeting_view",
                  "postponed|flood|2\n");
    ck_assert(act(MEETING_CONFIRM, NULL));
    office_expect("SELECT state, reason, ics_sequence FROM meeting_view",
                  "confirmed|-|3\n");
    ck_assert(act(MEETING_CANCEL, "  no  speakers "));
    office_expect("SELECT state, reason, ics_sequence FROM meeting_view",
                  "cancelled|no speakers|4\n");
}
END_TEST

/* Rule 14. */
START_TEST(what_was_confirmed__is_cancelled_and_not_removed)
{
    load(office_add_meeting(at, group, "2027-03-16 09:30", 10));
    for (int i = 0; i < 2; i++) {
        ck_assert(
            !edit_remove(at, &meeting_entity, meeting->head.id, meeting->head.rev, &err));
        ck_assert_int_eq(err.kind, ERROR_RULE);
        ck_assert_ptr_nonnull(strstr(err.message, "cancel"));
        if (i == 0)
            ck_assert(act(MEETING_CANCEL, "no room"));
        load(meeting->head.id);
    }
    office_expect("SELECT count(*) FROM meeting", "1\n");

    /* a draft, cancelled or not, is nobody's business */
    for (int i = 0; i < 2; i++) {
        record_clear(&meeting_entity, meeting);
        ck_assert(plan("2027-03-17 09:30", "2027-03-17 12:30", NULL));
        if (i == 1)
            ck_assert(act(MEETING_CANCEL, "no room"));
        load(meeting->head.id);
        ck_assert_msg(
            edit_remove(at, &meeting_entity, meeting->head.id, meeting->head.rev, &err),
            "%s", err.message);
    }
}
END_TEST

START_TEST(calling_off__wants_a_reason)
{
    load(office_add_meeting(at, group, "2027-03-16 09:30", 10));
    ck_assert(!act(MEETING_CANCEL, NULL));
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_str_eq(err.field, "reason");
    ck_assert(!act(MEETING_POSTPONE, " "));
    ck_assert_str_eq(err.field, "reason");
    office_expect("SELECT state FROM meeting_view", "confirmed\n");
}
END_TEST

START_TEST(a_meeting__is_held_when_it_began__and_closed_then)
{
    load(office_add_meeting(at, group, "2027-03-16 09:30", 10));
    ck_assert(!act(MEETING_CLOSE, NULL));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert(!act(MEETING_HOLD, NULL));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    atelier_close(at);
    at = office_return(NULL, "2027-03-16 08:30");
    ck_assert(act(MEETING_HOLD, NULL));
    ck_assert(!act(MEETING_CANCEL, "too late"));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert(act(MEETING_CLOSE, NULL));
    ck_assert(!act(MEETING_CONFIRM, NULL));
    office_expect("SELECT state, ics_sequence FROM meeting_view", "closed|0\n");
    office_expect("SELECT act FROM journal WHERE act LIKE 'meeting.%' ORDER BY id",
                  "meeting.add\nmeeting.hold\nmeeting.close\n");
}
END_TEST

/* States have acts with their own rules: a reason, the day, what calendars owe. */
START_TEST(a_state__is_not_typed)
{
    load(office_add_meeting(at, group, "2027-03-16 09:30", 10));
    meeting->state = MEETING_CLOSED;
    ck_assert(!change());
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_str_eq(err.field, "state");
    meeting->state = MEETING_CANCELLED;
    ck_assert(!change());
    office_expect("SELECT state, rev FROM meeting_view", "confirmed|1\n");

    record_clear(&meeting_entity, meeting);
    meeting->state = MEETING_CANCELLED;
    ck_assert(!plan("2027-05-16 09:30", "2027-05-16 12:30", NULL));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_str_eq(err.field, "state");
}
END_TEST

START_TEST(a_closed_meeting__keeps_its_names__whoever_marries_or_moves)
{
    struct register_outcome outcome;
    struct convene_outcome convened;
    struct person *anna = record_new(&person_entity);
    struct registration *row = record_new(&registration_entity);

    field_set_text(entity_field(&person_entity, "family"), anna, "Müller");
    field_set_text(entity_field(&person_entity, "given"), anna, "Anna");
    ck_assert(edit_add_person(at, anna, "City of Ulm", 0, "planner", NULL, &err));
    load(office_add_meeting(at, group, "2027-03-16 09:30", 10));
    int64_t registration = office_register(at, meeting->head.id, anna->head.id);
    atelier_close(at);
    at = office_return(NULL, "2027-03-17 08:30");
    ck_assert(act(MEETING_HOLD, NULL));
    ck_assert(act(MEETING_CLOSE, NULL));

    office_change(at, &person_entity, anna->head.id, "family", "Schmidt", NULL);
    office_change(at, &organisation_entity,
                  database_file_number("SELECT id FROM organisation"), "name",
                  "City of Neu-Ulm", NULL);
    office_expect("SELECT family, given, organisation_name, function FROM registration",
                  "Müller|Anna|City of Ulm|planner\n");

    ck_assert(edit_load(at, &registration_entity, registration, row, &err));
    field_set_text(entity_field(&registration_entity, "function"), row, "mayor");
    ck_assert(!edit_change(at, &registration_entity, row, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert(!register_act(at, registration, REGISTRATION_WITHDRAW, NULL, NULL, &outcome,
                            &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert(!convene_members(at, meeting->head.id, false, &convened, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    load(meeting->head.id);
    meeting->seats = 3;
    ck_assert(!change());
    ck_assert_int_eq(err.kind, ERROR_RULE);
    record_free(&registration_entity, row);
    record_free(&person_entity, anna);
}
END_TEST

START_TEST(a_refused_plan__leaves_nothing)
{
    struct atelier *desk = office_hire(at, "lea", ROLE_DESK);

    set_times("2027-03-16 09:30", "2027-03-16 12:30");
    ck_assert(plan_prepare(desk, group, meeting, &err));
    ck_assert(!plan_add(desk, meeting, NULL, &warnings, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    office_expect("SELECT count(*) FROM meeting", "0\n");
    atelier_close(desk);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, the_group__gives_what_is_not_said);
    tcase_add_test(tests, meetings_of_a_group__are_numbered__each_with_its_own_uid);
    tcase_add_test(tests, an_end__before_the_start__goes_back_to_the_end);
    tcase_add_test(tests, a_day__that_does_not_exist__is_no_time);
    tcase_add_test(tests, an_unknown_zone__names_the_field);
    tcase_add_test(tests,
                   a_zone__is_kept_under_one_name__or_refused_when_it_is_of_no_place);
    tcase_add_test(tests, an_hour_that_comes_twice__is_asked_about__and_answered);
    tcase_add_test(tests, the_question_of_an_hour__offers_both__and_says_what_they_are);
    tcase_add_test(tests, an_answer__stays__when_something_else_changes);
    tcase_add_test(tests, an_hour_that_is_left_out__is_asked_about__and_moved);
    tcase_add_test(tests, moving_into_a_changed_hour__is_asked_about_too);
    tcase_add_test(tests, moving__keeps_the_uid__and_raises_the_sequence);
    tcase_add_test(tests, what_calendars_show_as_gone_or_back__raises_the_sequence);
    tcase_add_test(tests, what_was_confirmed__is_cancelled_and_not_removed);
    tcase_add_test(tests, calling_off__wants_a_reason);
    tcase_add_test(tests, a_meeting__is_held_when_it_began__and_closed_then);
    tcase_add_test(tests, a_state__is_not_typed);
    tcase_add_test(tests, a_closed_meeting__keeps_its_names__whoever_marries_or_moves);
    tcase_add_test(tests, a_refused_plan__leaves_nothing);
}

SUITE_MAIN("plan")
