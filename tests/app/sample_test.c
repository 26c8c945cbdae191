/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sample_test.c - filling a database with the sample network, at any time, whole or not
 * at all
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
    at = atelier_found(&options, &err); /* as `init --sample` does */
    ck_assert_msg(at != NULL, "%s", err.message);
    fill();
    ck_assert_msg(atelier_place(at, &err), "%s", err.message);
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
    tcase_add_test(tests, sample__is_whole);
    tcase_add_loop_test(tests, sample__can_be_made__at_any_time, 0,
                        (int)(sizeof clocks / sizeof clocks[0]));
    tcase_add_test(tests, sample__fills_an_empty_database_only);
    tcase_add_test(tests, sample__is_for_administrators);
    tcase_add_test(tests, database__whose_filling_was_stopped__is_thrown_away);
}

SUITE_MAIN("sample")
