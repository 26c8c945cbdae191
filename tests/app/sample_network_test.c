/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sample_network_test.c - the sample network: as large and as varied as it is said to be,
 * and invented
 *
 * It is filled once; its tests only look.
 */
#include "atelier/app/sample.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/suite.h"

/* The meeting on jobs and activities created by digital technology in urban areas. */
#define DIGITAL "(SELECT id FROM meeting WHERE start LIKE '2017-03-16%')"

/* Closed before the tests: each runs in a process of its own. */
static void
fill(void)
{
    struct error err = { 0 };
    struct atelier *at = office_found();

    ck_assert_msg(sample_fill(at, SAMPLE_SMALL, NULL, NULL, &err), "%s", err.message);
    atelier_close(at);
}

static void
empty(void)
{
    database_file_remove(NULL);
}

static void
expect_between(int64_t least, int64_t most, const char *sql)
{
    int64_t number = database_file_number(sql);

    ck_assert_msg(number >= least && number <= most, "%s is %d", sql, (int)number);
}

START_TEST(sample__is_a_network_of_the_promised_size)
{
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
    office_expect(
        "SELECT count(*) FROM meeting_view m WHERE m.state = 'held' AND NOT EXISTS"
        " (SELECT 1 FROM slot s JOIN presence_view p ON p.slot = s.id"
        " WHERE s.meeting = m.id AND p.kind = 'present')",
        "0\n");
    office_expect("SELECT count(*) FROM slot s JOIN meeting_view m ON m.id = s.meeting"
                  " WHERE m.state <> 'held' AND NOT EXISTS"
                  " (SELECT 1 FROM workshop w WHERE w.meeting = m.id)",
                  "0\n");
    office_expect("SELECT label FROM slot WHERE meeting = " DIGITAL " ORDER BY start",
                  "Matin\nAprès-midi\n");
    expect_between(5, 5, "SELECT count(DISTINCT kind) FROM presence_view");
    /* More than a few members of a group came to one of its meetings. */
    office_expect(
        "SELECT m.\"group\" FROM membership m GROUP BY m.\"group\" HAVING 4 * sum("
        "EXISTS (SELECT 1 FROM registration r JOIN meeting t ON t.id = r.meeting"
        " JOIN presence_view p ON p.registration = r.id"
        " WHERE r.person = m.person AND t.\"group\" = m.\"group\""
        " AND p.kind = 'present')) < count(*)",
        "");
    expect_between(30, 39,
                   "SELECT count(DISTINCT r.person) FROM presence_view p"
                   " JOIN registration r ON r.id = p.registration"
                   " WHERE p.kind = 'present' AND r.meeting = " DIGITAL);
}
END_TEST

/* Paris and Brussels show the same hours. */
START_TEST(sample__meets_by_the_clocks_of_its_rooms)
{
    expect_between(20, 30, "SELECT count(*) FROM meeting WHERE room IS NOT NULL");
    expect_between(0, 0,
                   "SELECT count(*) FROM meeting m JOIN room r ON r.id = m.room"
                   " JOIN venue v ON v.id = r.venue"
                   " WHERE m.zone <> coalesce(v.zone, 'Europe/Paris')"
                   " AND m.zone <> 'Europe/Brussels'");
}
END_TEST

START_TEST(sample__names_people_as_people_are_named)
{
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
    office_expect("SELECT count(*) FROM person WHERE email IS NOT NULL"
                  " AND email NOT LIKE '%@example.org'"
                  " AND email NOT LIKE '%.example.org'",
                  "0\n");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_unchecked_fixture(tests, fill, empty);
    tcase_add_test(tests, sample__is_a_network_of_the_promised_size);
    tcase_add_test(tests,
                   sample__has_meetings_past_and_to_come_in_several_states_of_fullness);
    tcase_add_test(tests, sample__holds_the_meeting_of_march_2017_with_forty_people);
    tcase_add_test(tests, sample__knows_who_came_to_the_meetings_that_were_held);
    tcase_add_test(tests, sample__meets_by_the_clocks_of_its_rooms);
    tcase_add_test(tests, sample__names_people_as_people_are_named);
    tcase_add_test(tests, sample__is_invented_and_writes_to_nobody);
}

SUITE_MAIN("sample_network")
