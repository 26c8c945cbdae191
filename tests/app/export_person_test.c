/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export_person_test.c - what a person's calendar says of their seats */
#include "export_office.h"

#define PENCILLED                                                                        \
    "STATUS:TENTATIVE\r\nTRANSP:TRANSPARENT\r\nCLASS:PUBLIC\r\n"                         \
    "X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE\r\n"

/* The state is written into the file alone: how one comes to it is tested elsewhere. */
START_TEST(scope__of_a_person__holds_what_they_may_rely_on)
{
    static const struct {
        const char *state;
        const char *stands; /* NULL: left out */
        bool when_held;
    } cases[] = {
        { "accepted",
          "STATUS:CONFIRMED\r\nTRANSP:OPAQUE\r\nCLASS:PUBLIC\r\n"
          "X-MICROSOFT-CDO-BUSYSTATUS:BUSY\r\n",
          true },
        { "invited", PENCILLED, false },
        { "pending", PENCILLED, false },
        { "offered", PENCILLED, false },
        { "waiting", NULL, false },
    };
    const struct row_ref scope = { ENTITY_PERSON, person };
    int64_t registration;
    struct error err = { 0 };

    ck_assert(register_find(at, meeting, person, &registration, &err));
    office_change_row_unseen(&registration_entity, registration, "state",
                             cases[_i].state);
    char *text = exported_by(at, scope, cases[_i].stands != NULL);
    ck_assert(!cases[_i].stands || strstr(text, cases[_i].stands));
    ck_assert_int_eq(strstr(text, "BEGIN:VEVENT") != NULL, cases[_i].stands != NULL);
    free(text);
    ck_assert(says("\r\nSTATUS:CONFIRMED\r\n")); /* for everybody else */
    office_change_unseen(meeting, "state", "held");
    free(exported_by(at, scope, cases[_i].when_held));
}
END_TEST

START_TEST(event__of_a_person__is_newer_when_their_registration_is)
{
    struct atelier *later = office_return(NULL, "2027-03-05 10:00");
    struct error err = { 0 };
    int64_t registration;

    ck_assert(register_find(later, meeting, person, &registration, &err));
    office_change(later, &registration_entity, registration, "note", "by train", NULL);
    char *text = exported_by(later, (struct row_ref){ ENTITY_PERSON, person }, 1);
    ck_assert_ptr_nonnull(strstr(text, "\r\nDTSTAMP:20270305T100000Z\r\n"));
    ck_assert_ptr_null(strstr(text, "train"));
    free(text);
    atelier_close(later);
    ck_assert_str_eq(value("DTSTAMP"), "DTSTAMP:20270301T090000Z");
}
END_TEST

/* The sequence that the person's own calendar prints, beside what it says. */
static void
expect_of_person(const char *status, int sequence)
{
    char *text = exported_by(at, (struct row_ref){ ENTITY_PERSON, person }, 1);
    char line[40];

    ck_assert_msg(strstr(text, status), "%s", text);
    (void)snprintf(line, sizeof line, "\r\nSEQUENCE:%d\r\n", sequence);
    ck_assert_msg(strstr(text, line), "%s in %s", line, text);
    free(text);
}

static void
act_on_registration(enum registration_act act)
{
    struct register_outcome outcome;
    struct error err = { 0 };
    int64_t registration;

    ck_assert(register_find(at, meeting, person, &registration, &err));
    ck_assert_msg(register_act(at, registration, act, NULL, NULL, &outcome, &err), "%s",
                  err.message);
}

START_TEST(sequence__of_a_person__rises_with_what_they_may_rely_on)
{
    struct error err = { 0 };
    int64_t registration;

    expect_of_person("STATUS:CONFIRMED", 0);
    ck_assert(register_find(at, meeting, person, &registration, &err));
    office_change_row_unseen(&registration_entity, registration, "state", "invited");
    act_on_registration(REGISTRATION_ACCEPT);
    expect_of_person("STATUS:CONFIRMED", 1);
    office_change(at, &registration_entity, registration, "note", "by train", NULL);
    expect_of_person("STATUS:CONFIRMED", 1);
    undo();
    undo();
    expect_of_person("STATUS:TENTATIVE", 2);
    act_on_registration(REGISTRATION_ACCEPT);
    act_on_registration(REGISTRATION_WITHDRAW);
    office_register(at, meeting, person); /* a row of its own */
    expect_of_person("STATUS:CONFIRMED", 5);
    ck_assert_str_eq(value("SEQUENCE"), "SEQUENCE:0"); /* for everybody else */
}
END_TEST

/* An undo takes the row away, and with it the count; calendars keep theirs. */
START_TEST(sequence__of_a_person__goes_on_after_a_registration_that_was_undone)
{
    expect_of_person("STATUS:CONFIRMED", 0);
    undo();
    office_register(at, meeting, person);
    expect_of_person("STATUS:CONFIRMED", 1);
    undo();
    office_register(at, meeting, person);
    expect_of_person("STATUS:CONFIRMED", 2);
}
END_TEST

START_TEST(scope__of_a_person_who_withdrew__holds_the_meeting_no_more)
{
    struct register_outcome outcome;
    struct error err = { 0 };
    int64_t registration;

    ck_assert(register_find(at, meeting, person, &registration, &err));
    ck_assert_msg(
        register_act(at, registration, REGISTRATION_WITHDRAW, NULL, NULL, &outcome, &err),
        "%s", err.message);
    free(exported_by(at, (struct row_ref){ ENTITY_PERSON, person }, 0));
}
END_TEST

/* It was in their calendar, and lapsed with the meeting. */
START_TEST(scope__of_a_person_with_an_offer__tells_that_the_meeting_is_off)
{
    struct error err = { 0 };
    int64_t registration;

    ck_assert(register_find(at, meeting, person, &registration, &err));
    office_change_row_unseen(&registration_entity, registration, "rank", "1");
    office_change_row_unseen(&registration_entity, registration, "state", "offered");
    ck_assert_msg(plan_act(at, meeting, MEETING_CANCEL, "no room", &err), "%s",
                  err.message);
    office_expect("SELECT state FROM registration_view", "lapsed\n");
    char *text = exported_by(at, (struct row_ref){ ENTITY_PERSON, person }, 1);
    ck_assert_ptr_nonnull(strstr(text, "\r\nSTATUS:CANCELLED\r\n"));
    free(text);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_loop_test(tests, scope__of_a_person__holds_what_they_may_rely_on, 0, 5);
    tcase_add_test(tests, event__of_a_person__is_newer_when_their_registration_is);
    tcase_add_test(tests, sequence__of_a_person__rises_with_what_they_may_rely_on);
    tcase_add_test(tests,
                   sequence__of_a_person__goes_on_after_a_registration_that_was_undone);
    tcase_add_test(tests, scope__of_a_person_who_withdrew__holds_the_meeting_no_more);
    tcase_add_test(tests,
                   scope__of_a_person_with_an_offer__tells_that_the_meeting_is_off);
}

SUITE_MAIN("export_person")
