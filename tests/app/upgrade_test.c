/* SPDX-License-Identifier: GPL-3.0-or-later */
/* upgrade_test.c - a file of each schema of before comes with all that its journal tells
 *
 * It is made with the SQL of its time, and its acts with changesets of SQLite, as the
 * programs of before wrote them.
 */
#include <check.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "atelier/app/history.h"
#include "atelier/app/undo.h"
#include "atelier/app/upkeep.h"
#include "atelier/domain/person.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/old_database.h"
#include "support/old_journal.h"
#include "support/suite.h"

enum { FIRST = 1, JOURNAL_CAME = 2, LAST = 5 };

static struct atelier *at;
static struct error err;
static struct journal_entry entry;

/* --- a file of before */

static sqlite3 *old;
static int64_t act; /* the last one */

/* One act: what it writes, and its entry, if there was a journal at the time. */
static void
do_act(int version, const char *sql, const char *values)
{
    if (version < JOURNAL_CAME)
        old_database_run(old, sql);
    else
        old_journal_act(old, ++act, sql, values);
}

#define NEW "1, 1700000000, 'lea', 1700000000, 'lea'"
#define PERSON                                                                           \
    "INSERT INTO person (" OLD_HEAD ", family, given, consent, sort_key) VALUES (" NEW   \
    ", "
#define REGISTRATION                                                                     \
    "INSERT INTO registration (" OLD_HEAD ", meeting, person, family, role, state,"      \
    " previous_state, source, sort_key) VALUES (" NEW ", 1, "
#define ACCEPTED "'participant', 'accepted', 'invited', 'desk', 'k')"

enum {
    CREATED = 1,
    GROUP_ADDED,
    PEOPLE_IMPORTED,
    MEETING_PLANNED,
    ANNA_REGISTERED,
    BRUNO_OVERBOOKED,
    PHONE_GIVEN,
    PHONE_CHANGED,
    CHANGE_UNDONE,
    CARLA_REMOVED,
    NETWORK_NAMED,
    NOTHING_READABLE,
    ACTS = NOTHING_READABLE
};

static void
make_file(int version)
{
    old = old_database_begin(version);
    do_act(version,
           "INSERT INTO staff (" OLD_HEAD ", login, role) VALUES"
           " (" NEW ", 'ada', 'administrator'), (" NEW ", 'lea', 'administrator');"
           "INSERT INTO setting (name, value) VALUES ('zone', 'Europe/Paris'),"
           " ('domain', 'example.org'), ('network', 'Rivers')",
           "'ada', 'database.create', NULL, NULL, NULL, NULL, NULL");
    do_act(version,
           "INSERT INTO working_group (" OLD_HEAD ", code, name) VALUES (" NEW
           ", 'URB', 'Urban')",
           "'ada', 'working_group.add', 'working_group', 1, 'URB', NULL, NULL");
    do_act(version,
           PERSON "'Müller', 'Anna', 0, 'muller');" PERSON
                  "'Bianchi', 'say \"no\" \\', 1, 'bianchi');" PERSON
                  "'Costa', NULL, 0, 'costa')",
           "'lea', 'person.import', 'person', 1, '3', NULL, NULL");
    do_act(version,
           "INSERT INTO meeting (" OLD_HEAD
           ", \"group\", number, title, start, \"end\", zone,"
           " mode, state, approval, waiting_list, start_at, end_at, ics_uid,"
           " ics_sequence, seats) VALUES (" NEW ", 1, 1, 'Streets', '2027-03-16 09:30',"
           " '2027-03-16 11:30', 'Europe/Paris', 'on-site', 'confirmed', 0, 'none',"
           " 1805185800, 1805193000, 'a@example.org', 0, 1)",
           "'ada', 'meeting.add', 'meeting', 1, 'Streets', NULL, NULL");
    do_act(version, REGISTRATION "1, 'Müller', " ACCEPTED,
           "'lea', 'registration.add', 'registration', 1, 'Müller', NULL, NULL");
    do_act(version, REGISTRATION "2, 'Bianchi', " ACCEPTED,
           "'ada', 'registration.overbook', 'registration', 2, 'Bianchi', 'the mayor',"
           " NULL");
    do_act(version, "UPDATE person SET phone = '1', rev = 2 WHERE id = 2",
           "'ada', 'person.change', 'person', 2, 'Bianchi', NULL, NULL");
    do_act(version, "UPDATE person SET phone = '2', rev = 3 WHERE id = 2",
           "'lea', 'person.change', 'person', 2, 'Bianchi', NULL, NULL");
    do_act(version, "UPDATE person SET phone = '1', rev = 4 WHERE id = 2",
           "'lea', 'undo', 'person', 2, 'Bianchi', NULL, 8");
    do_act(version, "DELETE FROM person WHERE id = 3",
           "'ada', 'person.remove', 'person', 3, 'Costa', NULL, NULL");
    do_act(version, "UPDATE setting SET value = 'Lakes' WHERE name = 'network'",
           "'ada', 'settings.change', NULL, NULL, NULL, NULL, NULL");
    if (version >= JOURNAL_CAME) {
        old_database_run(old, "UPDATE journal SET undone_by = 9 WHERE id = 8");
        old_journal_entry(old, ++act,
                          "'ada', 'person.change', 'person', 1, 'Müller', NULL, NULL",
                          "T\xff", 2);
    }
    if (version < JOURNAL_CAME) /* where no reason could be given */
        old_database_run(old, "UPDATE meeting SET seats = 2");
    old_database_end(old);
}

static void
open_file(int version)
{
    act = 0;
    make_file(version);
    at = office_return(NULL, OFFICE_NOW);
    office_expect_whole(at);
}

static void
tear_down(void)
{
    journal_entry_clear(&entry);
    office_end(at);
}

/* --- what is there afterwards */

/* Field by field: "phone: 1 > 2". */
static void
expect_changes(int64_t id, enum entity_kind kind, int64_t row, const char *expected)
{
    struct journal_change_list list = { 0 };
    struct buffer text = { 0 };

    ck_assert_msg(history_changes(at, id, kind, row, &list, &err), "%s", err.message);
    for (size_t i = 0; i < list.count; i++)
        buffer_addf(&text, "%s: %s > %s\n", list.items[i].field->name,
                    list.items[i].before ? list.items[i].before : "-",
                    list.items[i].after ? list.items[i].after : "-");
    ck_assert_msg(strcmp(buffer_text(&text), expected) == 0, "act %lld: %s",
                  (long long)id, buffer_text(&text));
    buffer_clear(&text);
    journal_change_list_clear(&list);
}

START_TEST(who_did_what_when_and_why__is_there)
{
    open_file(_i);
    office_expect("SELECT id, at, staff, act, summary, undoes, undone_by FROM journal"
                  " ORDER BY id LIMIT 12",
                  "1|1700000001|ada|database.create|-|-|-\n"
                  "2|1700000002|ada|working_group.add|URB|-|-\n"
                  "3|1700000003|lea|person.import|3|-|-\n"
                  "4|1700000004|ada|meeting.add|Streets|-|-\n"
                  "5|1700000005|lea|registration.add|Müller|-|-\n"
                  "6|1700000006|ada|registration.overbook|Bianchi|-|-\n"
                  "7|1700000007|ada|person.change|Bianchi|-|-\n"
                  "8|1700000008|lea|person.change|Bianchi|-|9\n"
                  "9|1700000009|lea|undo|Bianchi|8|-\n"
                  "10|1700000010|ada|person.remove|Costa|-|-\n"
                  "11|1700000011|ada|settings.change|-|-|-\n"
                  "12|1700000012|ada|person.change|Müller|-|-\n");
    ck_assert(history_load(at, BRUNO_OVERBOOKED, &entry, &err));
    ck_assert_str_eq(entry.reason, "the mayor");
    ck_assert_int_eq(entry.entity, ENTITY_REGISTRATION);
    ck_assert_int_eq(entry.row, 2);
    ck_assert(history_load(at, ANNA_REGISTERED, &entry, &err));
    ck_assert_ptr_null(entry.reason);
}
END_TEST

START_TEST(what_each_act_changed__is_there__field_by_field)
{
    open_file(_i);
    expect_changes(PHONE_GIVEN, ENTITY_PERSON, 2, "phone: - > 1\n");
    expect_changes(PHONE_CHANGED, ENTITY_PERSON, 2, "phone: 1 > 2\n");
    expect_changes(CHANGE_UNDONE, ENTITY_PERSON, 2, "phone: 2 > 1\n");
    expect_changes(CARLA_REMOVED, ENTITY_PERSON, 3,
                   "family: Costa > -\nconsent: 0 > -\n");
    expect_changes(PEOPLE_IMPORTED, ENTITY_PERSON, 2,
                   "family: - > Bianchi\ngiven: - > say \"no\" \\\nconsent: - > 1\n");
    expect_changes(PEOPLE_IMPORTED, ENTITY_PERSON, 3,
                   "family: - > Costa\nconsent: - > 0\n");
    expect_changes(NETWORK_NAMED, ENTITY_COUNT, 0, "network: Rivers > Lakes\n");
    expect_changes(NOTHING_READABLE, ENTITY_PERSON, 1, "");
    office_expect("SELECT count(*) FROM journal_change WHERE journal = 3", "3\n");
}
END_TEST

static void
expect_undone(int64_t id)
{
    ck_assert_msg(undo_act(at, id, NULL, &entry, &err), "%s", err.message);
    office_expect_whole(at);
}

START_TEST(an_old_act__is_undone)
{
    open_file(_i);
    expect_undone(PHONE_GIVEN);
    office_expect("SELECT phone FROM person WHERE id = 2", "-\n");
    expect_undone(CARLA_REMOVED);
    office_expect("SELECT id, family, created_by, created_at, rev > 1 FROM"
                  " person WHERE id = 3",
                  "3|Costa|lea|1700000000|1\n");
    expect_undone(NETWORK_NAMED);
    office_expect("SELECT value FROM setting WHERE name = 'network'", "Rivers\n");
    expect_undone(BRUNO_OVERBOOKED);
    office_expect("SELECT family FROM registration", "Müller\n");
    office_expect("SELECT taken FROM seat_view", "1\n");
    ck_assert(!undo_act(at, CREATED, NULL, &entry, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
}
END_TEST

/* Nothing is left of what it changed: it is noted as undone, and out of the way. */
START_TEST(an_old_act_that_cannot_be_read__is_in_no_way)
{
    open_file(_i);
    ck_assert(undo_last(at, NULL, &entry, &err));
    ck_assert_int_eq(entry.id, NOTHING_READABLE);
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    ck_assert_int_eq(entry.id, NETWORK_NAMED);
    office_expect_whole(at);
}
END_TEST

START_TEST(an_old_undo__is_redone)
{
    open_file(_i);
    struct atelier *lea = office_return("lea", OFFICE_NOW);
    ck_assert_msg(redo_last(lea, NULL, &entry, &err), "%s", err.message);
    office_expect("SELECT phone FROM person WHERE id = 2", "2\n");
    office_expect_whole(at);
    atelier_close(lea);
}
END_TEST

START_TEST(rows_and_ids__are_there__and_none_is_given_again)
{
    open_file(_i);
    office_expect("SELECT id, family, given, phone, consent, created_by FROM person",
                  "1|Müller|Anna|-|0|lea\n2|Bianchi|say \"no\" \\|1|1|lea\n");
    office_expect("SELECT id, family, state FROM registration_view",
                  "1|Müller|accepted\n2|Bianchi|accepted\n");
    office_expect("SELECT taken FROM seat_view", "2\n");
    ck_assert_str_eq(atelier_settings(at)->network, "Lakes");
    ck_assert_int_eq(office_add_person(at, "Dupont", "Denis"), 4);
    office_expect_whole(at);
}
END_TEST

START_TEST(a_change_past_the_journal__is_found_from_now_on)
{
    struct check_report report = { 0 };

    open_file(_i);
    ck_assert(database_file_run("UPDATE person SET phone = '9'"));
    ck_assert(database_file_run("UPDATE registration SET note = 'x' WHERE id = 1"));
    ck_assert(upkeep_check(at, true, &report, &err));
    ck_assert_uint_eq(report.count, 3);
    check_report_clear(&report);
}
END_TEST

/* No journal had told of them. */
START_TEST(a_file_without_a_journal__begins_one)
{
    open_file(FIRST);
    office_expect("SELECT staff, act FROM journal", "ada|database.create\n");
    ck_assert(!undo_last(at, NULL, &entry, &err));
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
    ck_assert_int_eq(office_add_person(at, "Dupont", "Denis"), 4);
    ck_assert(undo_last(at, NULL, &entry, &err));
    office_expect_whole(at);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, NULL, tear_down);
    tcase_add_loop_test(tests, who_did_what_when_and_why__is_there, JOURNAL_CAME,
                        LAST + 1);
    tcase_add_loop_test(tests, what_each_act_changed__is_there__field_by_field,
                        JOURNAL_CAME, LAST + 1);
    tcase_add_loop_test(tests, an_old_act__is_undone, JOURNAL_CAME, LAST + 1);
    tcase_add_loop_test(tests, an_old_act_that_cannot_be_read__is_in_no_way, JOURNAL_CAME,
                        LAST + 1);
    tcase_add_loop_test(tests, an_old_undo__is_redone, JOURNAL_CAME, LAST + 1);
    tcase_add_loop_test(tests, rows_and_ids__are_there__and_none_is_given_again,
                        FIRST + 1, LAST + 1);
    tcase_add_loop_test(tests, a_change_past_the_journal__is_found_from_now_on, FIRST,
                        LAST + 1);
    tcase_add_test(tests, a_file_without_a_journal__begins_one);
}

SUITE_MAIN("upgrade")
