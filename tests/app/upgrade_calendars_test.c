/* SPDX-License-Identifier: GPL-3.0-or-later */
/* upgrade_calendars_test.c - a file of before calendars were told more says the same
 * after
 */
#include <check.h>
#include <string.h>

#include "atelier/app/export_calendar.h"
#include "atelier/base/buffer.h"
#include "support/office.h"
#include "support/old_database.h"
#include "support/suite.h"

static struct atelier *at;

#define NEW "1, 1800000000, 'ada', 1800000000, 'ada'"

/* A postponed meeting, a cancelled one, and a person who comes to a third, of three days;
 * choices were words once. */
#define CONTENT(administrator, choices, states, seat, more)                              \
    "INSERT INTO staff (" OLD_HEAD ", login, role) VALUES (" NEW                         \
    ", 'ada', " administrator ");"                                                       \
    "INSERT INTO working_group (" OLD_HEAD ", code, name) VALUES (" NEW                  \
    ", 'URB', 'Urban');"                                                                 \
    "INSERT INTO meeting (" OLD_HEAD ", \"group\", number, title, start, \"end\", zone," \
    " approval, mode, waiting_list, state, start_at, end_at, ics_uid, ics_sequence)"     \
    " SELECT " NEW ", 1, column1, 'M' || column1, '2027-03-16 09:30',"                   \
    " '2027-03-16 11:30', 'Europe/Paris', 0, " choices                                   \
    ", column2, 1805185800, 1805193000,"                                                 \
    " 'u' || column1 || '@example.org', 4 FROM (VALUES " states ");"                     \
    "UPDATE meeting SET \"end\" = '2027-03-18 11:30', end_at = 1805365800 WHERE id = 3;" \
    "INSERT INTO person (" OLD_HEAD ", family, consent, sort_key)"                       \
    " VALUES (" NEW ", 'Durand', 0, 'durand');"                                          \
    "INSERT INTO registration (" OLD_HEAD ", meeting, person, family, sort_key, role,"   \
    " state, previous_state, source)"                                                    \
    " VALUES (" NEW ", 3, 1, 'Durand', 'durand', " seat ");" more

#define IN_WORDS                                                                         \
    CONTENT("'administrator'", "'on-site', 'none'",                                      \
            "(1, 'postponed'), (2, 'cancelled'), (3, 'confirmed')",                      \
            "'participant', 'accepted', 'invited', 'desk'", "")

/* Copied row by row, with another journal at first, and then step by step. */
static const struct {
    int schema;
    const char *content;
} files[] = {
    { 1, IN_WORDS },
    { 6, IN_WORDS },
    { 8, CONTENT("4", "0, 0", "(1, 2), (2, 3), (3, 1)", "0, 4, 0, 0",
                 "UPDATE registration SET live = 1;") },
};

static void
set_up(void)
{
    at = NULL;
}

static void
upgrade(int schema, const char *content)
{
    old_database_make(schema, content);
    at = office_return(NULL, OFFICE_NOW);
}

static void
tear_down(void)
{
    office_end(at);
}

static bool
keep(void *context, const char *bytes, size_t length)
{
    buffer_add_part(context, bytes, length);
    return true;
}

static void
expect_calendar(struct row_ref scope, int64_t expected, const char *text)
{
    struct buffer calendar = { 0 };
    struct error err = { 0 };
    int64_t events;

    ck_assert_msg(export_calendar(at, scope, keep, &calendar, &events, &err), "%s",
                  err.message);
    ck_assert_int_eq(events, expected);
    ck_assert_msg(strstr(buffer_text(&calendar), text), "%s", buffer_text(&calendar));
    buffer_clear(&calendar);
}

START_TEST(what_calendars_told__is_told_on__after_the_upgrade)
{
    const struct row_ref group = { ENTITY_WORKING_GROUP, 1 };
    const struct row_ref person = { ENTITY_PERSON, 1 };

    upgrade(files[_i].schema, files[_i].content);
    expect_calendar(group, 3, "SUMMARY:[Postponed] URB: M1");
    expect_calendar(group, 3, "SUMMARY:[Cancelled] URB: M2");
    /* Its first day was the whole of it until now. */
    expect_calendar(person, 1,
                    "SEQUENCE:5\r\nDTSTART;TZID=Europe/Paris:20270316T093000\r\n"
                    "DTEND;TZID=Europe/Paris:20270316T113000\r\n");
    expect_calendar(person, 1,
                    "SEQUENCE:4\r\nDTSTART;TZID=Europe/Paris:20270318T093000\r\n");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, what_calendars_told__is_told_on__after_the_upgrade, 0,
                        (int)(sizeof files / sizeof files[0]));
}

SUITE_MAIN("upgrade_calendars")
