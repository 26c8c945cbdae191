/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export_state_test.c - what a calendar says of a meeting that moved, is off or came back
 */
#include "export_office.h"

static void
act_on_meeting(enum meeting_act act, const char *reason)
{
    struct error err = { 0 };

    ck_assert_msg(plan_act(at, meeting, act, reason, &err), "%s", err.message);
}

/* Some programs drop STATUS, and then a meeting that is off looks like any other. */
START_TEST(event__that_is_cancelled__says_so_in_its_title_in_the_networks_language)
{
    act_on_meeting(MEETING_CANCEL, "no room");
    ck_assert_str_eq(value("SUMMARY"), "SUMMARY:[Cancelled] URB: URB");
    set_setting("calendar_language", "fr");
    ck_assert_str_eq(value("SUMMARY"), "SUMMARY:[Annulée] URB: URB");
}
END_TEST

START_TEST(event__that_is_cancelled__leaves_what_people_follow_after_60_days)
{
    const struct row_ref followed[] = { { ENTITY_WORKING_GROUP, group },
                                        { ENTITY_PERSON, person },
                                        ROW_NONE };
    const int64_t others = _i == 2;

    act_on_meeting(MEETING_CANCEL, "no room");
    struct atelier *then = office_return(NULL, "2027-04-30 09:00"); /* day 60 */
    free(exported_by(then, followed[_i], others + 1));
    atelier_close(then);
    then = office_return(NULL, "2027-04-30 09:01");
    char *text = exported_by(then, followed[_i], others);
    ck_assert_ptr_null(strstr(text, "[Cancelled]"));
    free(text);
    free(exported_by(then, (struct row_ref){ ENTITY_MEETING, meeting }, 1));
    atelier_close(then);
}
END_TEST

START_TEST(scope__that_others_follow__holds_no_draft)
{
    /* beside one that is confirmed */
    meeting =
        office_add(at, &meeting_entity, "group", rows_number(group), "title", "Rivers",
                   "start", "2027-03-23 09:30", "end", "2027-03-23 11:30", NULL);
    office_register(at, meeting, person);
    free(exported_by(at, (struct row_ref){ ENTITY_WORKING_GROUP, group }, 1));
    free(exported_by(at, (struct row_ref){ ENTITY_PERSON, person }, 1));
    free(exported_by(at, (struct row_ref){ ENTITY_MEETING, meeting }, 1));
    ck_assert_str_eq(value("STATUS"), "STATUS:TENTATIVE");

    act_on_meeting(MEETING_CANCEL, "no room"); /* who never heard of it hears nothing */
    free(exported_by(at, (struct row_ref){ ENTITY_WORKING_GROUP, group }, 1));
    undo();

    /* confirmed, it is told anew */
    ck_assert_str_eq(value("SEQUENCE"), "SEQUENCE:2");
    act_on_meeting(MEETING_CONFIRM, NULL);
    ck_assert_str_eq(value("SEQUENCE"), "SEQUENCE:3");
    free(exported_by(at, (struct row_ref){ ENTITY_WORKING_GROUP, group }, 2));
}
END_TEST

#define POSTPONED                                                                        \
    "STATUS:TENTATIVE\r\nTRANSP:TRANSPARENT\r\nCLASS:PUBLIC\r\n"                         \
    "X-MICROSOFT-CDO-BUSYSTATUS:FREE\r\n"

/* Its old hour is nobody's any more, the new one may be. */
START_TEST(event__that_is_postponed__takes_no_time_until_it_has_another_start)
{
    act_on_meeting(MEETING_POSTPONE, "strike");
    if (_i == 1) /* by a program that did not keep the day */
        ck_assert(database_file_run("UPDATE meeting SET postponed_from = NULL"));
    ck_assert_str_eq(value("SUMMARY"), "SUMMARY:[Postponed] URB: URB");
    ck_assert(says("\r\n" POSTPONED));
    office_change(at, &meeting_entity, meeting, "title", "Rivers", NULL);
    ck_assert(says("\r\n" POSTPONED));
    office_change(at, &meeting_entity, meeting, "start", "2027-03-23 09:30", "end",
                  "2027-03-23 11:30", NULL);
    ck_assert_str_eq(value("SUMMARY"), "SUMMARY:URB: Rivers");
    ck_assert_str_eq(value("STATUS"), "STATUS:TENTATIVE");
    ck_assert_str_eq(value("TRANSP"), "TRANSP:OPAQUE");
    act_on_meeting(MEETING_CONFIRM, NULL);
    act_on_meeting(MEETING_POSTPONE, "strike");
    ck_assert_str_eq(value("TRANSP"), "TRANSP:TRANSPARENT");
}
END_TEST

/* Changes a field of the first meeting through the plan; then UID and SEQUENCE. */
static void
expect_sequence(const char *field, const char *text, const char *sequence)
{
    struct meeting *record = record_new(&meeting_entity);
    struct error err = { 0 };
    const char *uid = value("UID");
    unsigned warnings;

    ck_assert(edit_load(at, &meeting_entity, meeting, record, &err));
    ck_assert(field_parse(entity_field(&meeting_entity, field), record, text, &err));
    ck_assert_msg(plan_change(at, record, NULL, &warnings, &err), "%s", err.message);
    record_free(&meeting_entity, record);
    ck_assert_str_eq(value("SEQUENCE"), sequence);
    ck_assert_str_eq(value("UID"), uid);
}

START_TEST(sequence__rises_when_the_meeting_moves_and_not_when_it_is_renamed)
{
    ck_assert_str_eq(value("SEQUENCE"), "SEQUENCE:0");
    expect_sequence("title", "Emplois et numérique", "SEQUENCE:0");
    ck_assert(says("\r\nSUMMARY:URB: Emplois et numérique\r\n"));
    expect_sequence("description", "Ordre du jour", "SEQUENCE:0");
    expect_sequence("seats", "12", "SEQUENCE:0");
    expect_sequence("start", "2027-03-16 09:00", "SEQUENCE:1");
    expect_sequence("end", "2027-03-16 12:00", "SEQUENCE:2");
    expect_sequence("place", "Hôtel de ville", "SEQUENCE:3");
    expect_sequence("link", "https://example.org/m/1", "SEQUENCE:4");
    expect_sequence("zone", "Europe/London", "SEQUENCE:5");
    expect_sequence("zone", "Europe/London", "SEQUENCE:5");
}
END_TEST

START_TEST(sequence__rises_when_the_meeting_is_cancelled)
{
    struct error err = { 0 };
    const char *uid = value("UID");

    ck_assert_str_eq(value("STATUS"), "STATUS:CONFIRMED");
    ck_assert_msg(plan_act(at, meeting, MEETING_CANCEL, "no room", &err), "%s",
                  err.message);
    ck_assert_str_eq(value("SEQUENCE"), "SEQUENCE:1");
    ck_assert_str_eq(value("STATUS"), "STATUS:CANCELLED");
    ck_assert_str_eq(value("UID"), uid);
}
END_TEST

/* Programs remember what was cancelled, and show nothing of that identifier again. */
START_TEST(uid__of_a_meeting_revived_later__is_another)
{
    const char *uid = value("UID");

    act_on_meeting(MEETING_CANCEL, "no room");
    struct atelier *first = at;
    at = office_return(NULL, "2027-03-02 09:00"); /* a day */
    undo();
    ck_assert_str_eq(value("UID"), uid);
    atelier_close(at);
    at = first;
    act_on_meeting(MEETING_CANCEL, "no room");
    at = office_return(NULL, "2027-03-03 09:00");
    undo();
    ck_assert_str_eq(value("STATUS"), "STATUS:CONFIRMED");
    ck_assert_str_ne(value("UID"), uid);
    ck_assert_str_eq(value("SEQUENCE"), "SEQUENCE:0");
    ck_assert(says("@example.org\r\n"));

    /* Once told, the newer one stays, and counts on. */
    uid = value("UID");
    struct journal_entry entry = { 0 };
    struct error err = { 0 };
    ck_assert_msg(redo_last(at, NULL, &entry, &err), "%s", err.message);
    journal_entry_clear(&entry);
    ck_assert_str_eq(value("STATUS"), "STATUS:CANCELLED");
    ck_assert_str_eq(value("UID"), uid);
    ck_assert_str_eq(value("SEQUENCE"), "SEQUENCE:1");
    atelier_close(at);
    at = first;
}
END_TEST

/* An undo does not take back what calendars were told. */
START_TEST(draft_that_was_confirmed_once__is_cancelled_and_not_removed)
{
    struct error err = { 0 };

    office_change_unseen(meeting, "state", "draft");
    act_on_meeting(MEETING_CONFIRM, NULL);
    undo();
    ck_assert(!edit_remove(at, &meeting_entity, meeting,
                           database_file_number("SELECT rev FROM meeting WHERE id = 1"),
                           &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    ck_assert_ptr_nonnull(strstr(err.message, "was confirmed"));
    act_on_meeting(MEETING_CANCEL, "no room");
    char *text = exported_by(at, (struct row_ref){ ENTITY_WORKING_GROUP, group }, 1);
    ck_assert_ptr_nonnull(strstr(text, "\r\nSTATUS:CANCELLED\r\n"));
    free(text);
}
END_TEST

START_TEST(uid__is_random_and_under_the_offices_domain)
{
    char *text = exported_by(at, ROW_NONE, 2);
    const char *first = strstr(text, "\r\nUID:");
    const char *second = strstr(first + 1, "\r\nUID:");

    ck_assert_ptr_nonnull(second);
    ck_assert_uint_eq(strcspn(first + 6, "@"), 36);
    ck_assert(strncmp(first + 6 + 36, "@example.org\r\n", 14) == 0);
    ck_assert(strncmp(first + 6, second + 6, 36) != 0);
    free(text);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(
        tests, event__that_is_cancelled__says_so_in_its_title_in_the_networks_language);
    tcase_add_test(tests, scope__that_others_follow__holds_no_draft);
    tcase_add_loop_test(
        tests, event__that_is_postponed__takes_no_time_until_it_has_another_start, 0, 2);
    tcase_add_loop_test(
        tests, event__that_is_cancelled__leaves_what_people_follow_after_60_days, 0, 3);
    tcase_add_test(tests,
                   sequence__rises_when_the_meeting_moves_and_not_when_it_is_renamed);
    tcase_add_test(tests, sequence__rises_when_the_meeting_is_cancelled);
    tcase_add_test(tests, uid__of_a_meeting_revived_later__is_another);
    tcase_add_test(tests, draft_that_was_confirmed_once__is_cancelled_and_not_removed);
    tcase_add_test(tests, uid__is_random_and_under_the_offices_domain);
}

SUITE_MAIN("export_state")
