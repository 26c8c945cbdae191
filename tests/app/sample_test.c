/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sample_test.c - the sample network: as large, as varied and as sound as it is said to
 * be
 */
#include "atelier/app/sample.h"

#include <stdlib.h>
#include <unistd.h>

#include "atelier/app/undo.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/suite.h"

/* The meeting on jobs and activities created by digital technology in urban areas. */
#define DIGITAL "(SELECT id FROM meeting WHERE start LIKE '2017-03-16%')"

static struct atelier *at;

static void
begin(void)
{
    at = office_found();
}

static void
end(void)
{
    office_end(at);
}

static void
fill(void)
{
    struct error err = { 0 };

    ck_assert_msg(sample_fill(at, SAMPLE_SMALL, NULL, NULL, &err), "%s", err.message);
}

static void
expect_between(int64_t least, int64_t most, const char *sql)
{
    int64_t number = database_file_number(sql);

    ck_assert_msg(number >= least && number <= most, "%s is %d", sql, (int)number);
}

START_TEST(sample__is_a_network_of_the_promised_size)
{
    fill();
    expect_between(8, 8, "SELECT count(*) FROM working_group");
    expect_between(110, 130, "SELECT count(*) FROM organisation");
    expect_between(400, 400, "SELECT count(*) FROM person");
    expect_between(30, 30, "SELECT count(*) FROM meeting");
    expect_between(7, 7, "SELECT count(DISTINCT category) FROM organisation");
    expect_between(0, 0,
                   "SELECT count(*) FROM category c WHERE NOT EXISTS"
                   " (SELECT 1 FROM organisation o WHERE o.category = c.id)");
}
END_TEST

/* Seen from OFFICE_NOW. */
START_TEST(sample__has_meetings_past_and_to_come_in_several_states_of_fullness)
{
    fill();
    expect_between(5, 25, "SELECT count(*) FROM meeting WHERE start < '2027-03-01'");
    expect_between(5, 25, "SELECT count(*) FROM meeting WHERE start > '2027-03-01'");
    expect_between(4, 6, "SELECT count(DISTINCT state) FROM meeting_view");
    expect_between(1, 30,
                   "SELECT count(*) FROM meeting m JOIN seat_view c"
                   " ON c.meeting = m.id WHERE c.taken >= m.seats");
    expect_between(1, 30,
                   "SELECT count(*) FROM meeting m JOIN seat_view c"
                   " ON c.meeting = m.id WHERE c.taken > 0 AND c.taken < m.seats");
    expect_between(1, 9999,
                   "SELECT count(*) FROM registration_view WHERE state = 'waiting'");
}
END_TEST

START_TEST(sample__holds_the_meeting_of_march_2017_with_forty_people)
{
    fill();
    office_expect("SELECT count(*) FROM meeting WHERE start LIKE '2017-03-16%'", "1\n");
    office_expect("SELECT count(*) FROM registration_view WHERE state = 'accepted'"
                  " AND meeting = " DIGITAL,
                  "40\n");
    expect_between(3, 7,
                   "SELECT count(DISTINCT category) FROM registration_view"
                   " WHERE state = 'accepted' AND meeting = " DIGITAL);
    expect_between(40, 40,
                   "SELECT count(*) FROM registration_view WHERE meeting = " DIGITAL
                   " AND state = 'accepted' AND organisation_name IS NOT NULL");
}
END_TEST

/* The meeting of March 2017 had a morning and an afternoon. */
START_TEST(sample__knows_who_came_to_the_meetings_that_were_held)
{
    fill();
    office_expect(
        "SELECT count(*) FROM meeting_view m WHERE m.state = 'held' AND NOT EXISTS"
        " (SELECT 1 FROM slot s JOIN presence_view p ON p.slot = s.id"
        " WHERE s.meeting = m.id AND p.kind = 'present')",
        "0\n");
    office_expect("SELECT count(*) FROM slot s JOIN meeting_view m ON m.id = s.meeting"
                  " WHERE m.state <> 'held'",
                  "0\n");
    office_expect("SELECT label FROM slot WHERE meeting = " DIGITAL " ORDER BY start",
                  "Matin\nAprès-midi\n");
    expect_between(5, 5, "SELECT count(DISTINCT kind) FROM presence_view");
    expect_between(30, 39,
                   "SELECT count(DISTINCT r.person) FROM presence_view p"
                   " JOIN registration r ON r.id = p.registration"
                   " WHERE p.kind = 'present' AND r.meeting = " DIGITAL);
}
END_TEST

START_TEST(sample__names_people_as_people_are_named)
{
    fill();
    /* accents, apostrophes, particles, and a script besides Latin */
    expect_between(5, 400, "SELECT count(*) FROM person WHERE family LIKE '%é%'");
    expect_between(1, 400,
                   "SELECT count(*) FROM person WHERE family LIKE '%’%'"
                   " OR family LIKE '%''%'");
    expect_between(1, 400,
                   "SELECT count(*) FROM person WHERE family GLOB 'd[eui]* *'"
                   " OR family GLOB 'v[ao]n *'");
    expect_between(1, 400,
                   "SELECT count(*) FROM person WHERE unicode(family) >= 0x370"
                   " AND unicode(family) < 0x1e00");
}
END_TEST

START_TEST(sample__is_invented_and_writes_to_nobody)
{
    fill();
    office_expect("SELECT count(*) FROM person WHERE email IS NOT NULL"
                  " AND email NOT LIKE '%@example.org'"
                  " AND email NOT LIKE '%.example.org'",
                  "0\n");
}
END_TEST

START_TEST(sample__is_whole)
{
    struct journal_entry entry = { 0 };
    struct error err = { 0 };

    fill();
    office_expect_whole(at);
    /* The founder is back at the desk, and at work today. */
    ck_assert_int_eq(atelier_role(at), ROLE_ADMINISTRATOR);
    office_add_group(at, "NEW");
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    ck_assert_str_eq(entry.act, "working_group.add");
    journal_entry_clear(&entry);
}
END_TEST

/* The clock on which the sample is made, and who was present in March 2017 then. */
static const struct {
    const char *now;
    const char *zone; /* of the machine */
    int64_t held;     /* 1: the meeting of March 2017 has taken place */
} clocks[] = {
    { "2017-01-01 00:00", "UTC", 0 },
    { "2017-03-01 09:00", "UTC", 0 },
    { "2017-03-15 23:59", "Pacific/Auckland", 0 },
    { "2017-03-16 08:30", "UTC", 0 },
    { "2017-03-17 23:59", "UTC", 1 },
    { "2017-03-26 01:00", "Europe/Paris", 1 },
    { "2018-10-28 00:59", "Europe/Paris", 1 },
    { "2020-02-29 12:00", "UTC", 1 },
    { "2024-02-29 23:59", "Asia/Kathmandu", 1 },
    { "2026-03-29 02:30", "Europe/Lisbon", 1 },
    { "2038-01-19 03:14", "UTC", 1 },
};

START_TEST(sample__can_be_made__at_any_time)
{
    office_end(at);
    (void)setenv("TZ", clocks[_i].zone, 1);
    struct local_time now;
    ck_assert(local_time_parse(clocks[_i].now, &now));
    struct atelier_options options = {
        .database = database_file_path("atelier.db"),
        .identity = OFFICE_IDENTITY,
        .now = local_time_to_instant(now),
        .create = true,
    };
    struct error err = { 0 };
    at = atelier_create(&options, &err);
    ck_assert_msg(at != NULL, "%s", err.message);
    fill();
    office_expect_whole(at);
    ck_assert_int_eq(database_file_number("SELECT count(*) FROM meeting"), 30);
    ck_assert_int_eq(
        database_file_number("SELECT count(*) FROM meeting_view WHERE state = 'held'"
                             " AND id = " DIGITAL),
        clocks[_i].held);
    office_expect("SELECT count(*) FROM registration_view WHERE state = 'accepted'"
                  " AND meeting = " DIGITAL,
                  "40\n");
    /* Nothing was done in the future, and every meeting had its members. */
    struct buffer sql = { 0 };
    buffer_addf(&sql, "SELECT count(*) FROM journal WHERE at > %lld",
                (long long)options.now);
    ck_assert_int_eq(database_file_number(buffer_text(&sql)), 0);
    buffer_clear(&sql);
    ck_assert_int_eq(
        database_file_number("SELECT count(*) FROM meeting m WHERE m.state = 'confirmed'"
                             " AND NOT EXISTS (SELECT 1 FROM registration r"
                             " WHERE r.meeting = m.id AND r.source = 'convened')"),
        0);
}
END_TEST

START_TEST(sample__fills_an_empty_database_only)
{
    struct error err = { 0 };

    office_add_person(at, "Durand", "Paul");
    ck_assert(!sample_fill(at, SAMPLE_SMALL, NULL, NULL, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    office_expect("SELECT count(*) FROM person", "1\n");
    office_expect("SELECT count(*) FROM staff", "1\n");
}
END_TEST

START_TEST(sample__is_for_administrators)
{
    struct atelier *colleague = office_hire(at, "claire", ROLE_ORGANISER);
    struct error err = { 0 };

    ck_assert(!sample_fill(colleague, SAMPLE_SMALL, NULL, NULL, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    office_expect("SELECT count(*) FROM person", "0\n");
    atelier_close(colleague);
}
END_TEST

static bool
stop(void *context, int64_t done, int64_t total)
{
    (void)context;
    return done > total / 2;
}

START_TEST(database__whose_filling_was_stopped__is_thrown_away)
{
    struct error err = { 0 };

    ck_assert(!sample_fill(at, SAMPLE_SMALL, stop, NULL, &err));
    ck_assert_int_eq(err.kind, ERROR_CANCELLED);
    atelier_discard(at);
    at = NULL;
    ck_assert_int_ne(access(database_file_path("atelier.db"), F_OK), 0);
    ck_assert_int_ne(access(database_file_path("atelier.db-wal"), F_OK), 0);
    ck_assert_int_ne(access(database_file_path("atelier.db.queue"), F_OK), 0);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, sample__is_a_network_of_the_promised_size);
    tcase_add_test(tests,
                   sample__has_meetings_past_and_to_come_in_several_states_of_fullness);
    tcase_add_test(tests, sample__holds_the_meeting_of_march_2017_with_forty_people);
    tcase_add_test(tests, sample__knows_who_came_to_the_meetings_that_were_held);
    tcase_add_test(tests, sample__names_people_as_people_are_named);
    tcase_add_test(tests, sample__is_invented_and_writes_to_nobody);
    tcase_add_test(tests, sample__is_whole);
    tcase_add_loop_test(tests, sample__can_be_made__at_any_time, 0,
                        (int)(sizeof clocks / sizeof clocks[0]));
    tcase_add_test(tests, sample__fills_an_empty_database_only);
    tcase_add_test(tests, sample__is_for_administrators);
    tcase_add_test(tests, database__whose_filling_was_stopped__is_thrown_away);
}

SUITE_MAIN("sample")
