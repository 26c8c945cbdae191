/* SPDX-License-Identifier: GPL-3.0-or-later */
/* upgrade_text_states_test.c - a file whose states were texts keeps its rows, and its
 * journal as it is */
#include <check.h>
#include <string.h>

#include "atelier/app/undo.h"
#include "atelier/app/upkeep.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/old_database.h"
#include "support/suite.h"

enum { SCHEMA = 6 };

static struct atelier *at;
static struct error err;
static struct journal_entry entry;

#define NEW "1, 1700000000, 'lea', 1700000000, 'lea'"

/* One of each choice, and an act that was undone, one that gave two reasons. */
static const char content[] =
    "INSERT INTO staff (" OLD_HEAD ", login, role) VALUES"
    " (" NEW ", 'ada', 'administrator'), (" NEW ", 'lea', 'desk');"
    "INSERT INTO setting (name, value) VALUES ('zone', 'Europe/Paris'),"
    " ('domain', 'example.org'), ('speaker_takes_seat', '1');"
    "UPDATE seat_rule SET takes = 1 WHERE role = 'speaker' AND state IN ('accepted',"
    " 'offered');"
    "INSERT INTO category (" OLD_HEAD ", name) VALUES (" NEW ", 'Town');"
    "INSERT INTO working_group (" OLD_HEAD ", code, name) VALUES (" NEW
    ", 'URB', 'Urban');"
    "INSERT INTO person (" OLD_HEAD ", family, consent, sort_key) VALUES"
    " (" NEW ", 'Müller', 0, 'muller'), (" NEW ", 'Bianchi', 1, 'bianchi'),"
    " (" NEW ", 'Costa', 0, 'costa');"
    "INSERT INTO membership (" OLD_HEAD ", \"group\", person, role) VALUES"
    " (" NEW ", 1, 1, 'chair'), (" NEW ", 1, 2, 'observer');"
    "INSERT INTO meeting (" OLD_HEAD ", \"group\", number, title, start, \"end\", zone,"
    " mode, state, approval, waiting_list, start_at, end_at, ics_uid, ics_sequence, "
    "seats)"
    " VALUES (" NEW ", 1, 1, 'Streets', '2027-03-16 09:30', '2027-03-16 11:30',"
    " 'Europe/Paris', 'hybrid', 'confirmed', 0, 'automatic', 1805185800, 1805193000,"
    " 'a@example.org', 0, 3);"
    "INSERT INTO slot (" OLD_HEAD ", meeting, label, start, \"end\") VALUES"
    " (" NEW ", 1, 'Day', '2027-03-16 09:30', '2027-03-16 11:30');"
    "INSERT INTO registration (" OLD_HEAD ", meeting, person, family, role, state,"
    " previous_state, source, category, sort_key) VALUES"
    " (" NEW ", 1, 1, 'Müller', 'speaker', 'accepted', 'invited', 'convened', 1, 'k'),"
    " (" NEW ", 1, 2, 'Bianchi', 'participant', 'withdrawn', 'accepted', 'door', NULL,"
    " 'k'), (" NEW ", 1, 3, 'Costa', 'staff', 'waiting', 'pending', 'import', NULL, 'k');"
    "INSERT INTO presence (" OLD_HEAD ", registration, slot, kind, at, \"by\") VALUES"
    " (" NEW ", 1, 1, 'signed', 1700000003, 'lea');"
    "INSERT INTO draft (staff, screen, entity, row, fields, at) VALUES"
    " ('lea', 'person.form', 'person', 0, '{}', 1700000000);"
    "INSERT INTO journal_change (entity, row, journal, kind, leaves, before, hash) VALUES"
    " (13, 1, 1, 0, 0, NULL, NULL), (13, 2, 1, 0, 0, NULL, NULL),"
    " (14, 1, 1, 0, 0, NULL, NULL), (1, 1, 1, 0, 0, NULL, NULL),"
    " (5, 1, 1, 0, 0, NULL, NULL), (3, 1, 1, 0, 0, NULL, NULL),"
    " (3, 2, 1, 0, 0, NULL, NULL), (3, 3, 1, 0, 0, NULL, NULL),"
    " (6, 1, 1, 0, 0, NULL, NULL), (6, 2, 1, 0, 0, NULL, NULL),"
    " (9, 1, 1, 0, 0, NULL, NULL), (10, 1, 1, 0, 0, NULL, NULL),"
    " (11, 1, 1, 0, 0, NULL, NULL), (11, 2, 1, 0, 0, NULL, NULL),"
    " (11, 3, 1, 0, 0, NULL, NULL), (12, 1, 1, 0, 0, NULL, NULL),"
    " (11, 2, 2, 1, 0, '{\"state\":\"accepted\",\"previous_state\":\"invited\"}', NULL),"
    " (3, 1, 3, 1, 0, '{\"phone\":null}', NULL), (3, 1, 4, 1, 0, '{\"phone\":\"1\"}',"
    " 1234567890123456789);"
    "INSERT INTO journal_reason (journal, question, text) VALUES"
    " (2, 'reason', 'ill'), (2, 'seat', 'the mayor');"
    "INSERT INTO journal (id, at, staff, act, entity, row, summary, rows, undoes,"
    " undone_by) VALUES"
    " (1, 1700000001, 'ada', 'database.create', NULL, NULL, NULL,"
    "  '[[13,1,2],[14,1,1],[1,1,1],[5,1,1],[3,1,3],[6,1,2],[9,1,1],[10,1,1],[11,1,3],"
    "[12,1,1]]', NULL, NULL),"
    " (2, 1700000002, 'ada', 'registration.withdraw', 11, 2, 'Bianchi', NULL, NULL, "
    "NULL),"
    " (3, 1700000003, 'lea', 'person.change', 3, 1, 'Müller', NULL, NULL, 4),"
    " (4, 1700000004, 'lea', 'undo', 3, 1, 'Müller', NULL, 3, NULL);";

static void
set_up(void)
{
    old_database_make(SCHEMA, content);
    at = office_return(NULL, OFFICE_NOW);
}

static void
tear_down(void)
{
    journal_entry_clear(&entry);
    office_end(at);
}

START_TEST(each_choice__is_there__under_its_name)
{
    office_expect("SELECT login, role FROM staff_view", "ada|administrator\nlea|desk\n");
    office_expect("SELECT person, role FROM membership_view", "1|chair\n2|observer\n");
    office_expect("SELECT mode, state, waiting_list FROM meeting_view",
                  "hybrid|confirmed|automatic\n");
    office_expect("SELECT family, role, state, previous_state, source, category, live"
                  " FROM registration_view ORDER BY id",
                  "Müller|speaker|accepted|invited|convened|1|1\n"
                  "Bianchi|participant|withdrawn|accepted|door|-|-\n"
                  "Costa|staff|waiting|pending|import|-|1\n");
    office_expect("SELECT kind, \"by\" FROM presence_view", "signed|lea\n");
    office_expect("SELECT staff, screen, fields FROM draft", "lea|person.form|{}\n");
}
END_TEST

START_TEST(people__are_counted__and_the_rule_on_seats_is_kept)
{
    office_expect("SELECT state, role, category, people, takes_seat FROM head_count_view"
                  " ORDER BY state",
                  "accepted|speaker|Town|1|1\nwaiting|staff|-|1|0\n"
                  "withdrawn|participant|-|1|0\n");
    office_expect("SELECT seats, taken FROM seat_view", "3|1\n");
    office_expect("SELECT entity, count(*) FROM search_rank GROUP BY entity",
                  "meeting|1\nperson|3\nworking_group|1\n");
}
END_TEST

START_TEST(its_journal__is_copied__as_it_is)
{
    office_expect(
        "SELECT id, at, staff, act, entity, row, summary, undoes, undone_by"
        " FROM journal_view WHERE id <= 4",
        "1|2023-11-14 22:13:21|ada|database.create|-|-|-|-|-\n"
        "2|2023-11-14 22:13:22|ada|registration.withdraw|registration|2|Bianchi|"
        "-|-\n"
        "3|2023-11-14 22:13:23|lea|person.change|person|1|Müller|-|4\n"
        "4|2023-11-14 22:13:24|lea|undo|person|1|Müller|3|-\n");
    office_expect("SELECT question, text FROM journal_reason ORDER BY 1",
                  "reason|ill\nseat|the mayor\n");
    office_expect("SELECT journal, before, hash FROM journal_change WHERE before"
                  " IS NOT NULL ORDER BY journal",
                  "2|{\"state\":\"accepted\",\"previous_state\":\"invited\"}|-\n"
                  "3|{\"phone\":null}|-\n"
                  "4|{\"phone\":\"1\"}|1234567890123456789\n");
}
END_TEST

START_TEST(an_act_of_before__is_undone)
{
    ck_assert_msg(undo_act(at, 2, NULL, &entry, &err), "%s", err.message);
    office_expect(
        "SELECT state, previous_state, live FROM registration_view WHERE id = 2",
        "accepted|invited|1\n");
    office_expect("SELECT taken FROM seat_view", "2\n");
}
END_TEST

/* A row that is not as the journal left it is still found: no hash was made anew. */
START_TEST(a_change_past_the_journal__is_not_forgotten)
{
    struct check_report report = { 0 };

    ck_assert(upkeep_check(at, true, &report, &err));
    ck_assert_uint_eq(report.count, 1);
    ck_assert_ptr_nonnull(strstr(report.problems[0], "Person 1"));
    check_report_clear(&report);
}
END_TEST

struct told {
    int times;
    int64_t done;
    int64_t total;
};

static bool
hear(void *context, int64_t done, int64_t total)
{
    struct told *told = context;

    told->times++;
    ck_assert_int_gt(done, told->done);
    told->done = done;
    told->total = total;
    return false;
}

START_TEST(whoever_waits_for_it__is_told_how_far_it_is)
{
    struct told told = { 0 };

    office_end(at);
    old_database_make(SCHEMA, content);
    struct database *db = database_open_telling(database_file_path("atelier.db"),
                                                DATABASE_OPEN, hear, &told, &err);
    ck_assert_msg(db != NULL, "%s", err.message);
    database_close(db);
    ck_assert_int_gt(told.times, 0);
    ck_assert_int_eq(told.total, 15); /* the rows of all nouns */
    ck_assert_int_le(told.done, told.total);
    at = office_return(NULL, OFFICE_NOW);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, whoever_waits_for_it__is_told_how_far_it_is);
    tcase_add_test(tests, each_choice__is_there__under_its_name);
    tcase_add_test(tests, people__are_counted__and_the_rule_on_seats_is_kept);
    tcase_add_test(tests, its_journal__is_copied__as_it_is);
    tcase_add_test(tests, an_act_of_before__is_undone);
    tcase_add_test(tests, a_change_past_the_journal__is_not_forgotten);
}

SUITE_MAIN("upgrade_text_states")
