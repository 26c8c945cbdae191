/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_table_test.c - an act leaves an entry that nobody rewrites, and names its rows
 */
#include "atelier/store/journal_table.h"

#include <stdio.h>

#include "atelier/domain/organisation.h"
#include "atelier/domain/room.h"
#include "atelier/domain/venue.h"
#include "journal_acts.h"

/* --- entries */

START_TEST(an_entry__holds__who_did_what_when_and_why)
{
    struct journal_entry entry = { .at = 1700000123,
                                   .staff = memory_copy("anna"),
                                   .act = memory_copy("person.add"),
                                   .entity = ENTITY_PERSON,
                                   .summary = memory_copy("Müller, “Jörg”"),
                                   .reason = memory_copy("no \"reason\"") };

    begin();
    entry.row = put(&person_entity, "family", "Müller", NULL);
    ck_assert_msg(journal_table_write(db, &entry, &err), "%s", err.message);
    ck_assert(transaction_commit(db, &err));
    const int64_t id = entry.id;
    const int64_t row = entry.row;
    ck_assert_int_gt(id, 0);
    ck_assert(journal_table_load(db, id, &entry, &err));
    ck_assert_int_eq(entry.id, id);
    ck_assert_int_eq(entry.at, 1700000123);
    ck_assert_str_eq(entry.staff, "anna");
    ck_assert_str_eq(entry.act, "person.add");
    ck_assert_int_eq(entry.entity, ENTITY_PERSON);
    ck_assert_int_eq(entry.row, row);
    ck_assert_str_eq(entry.summary, "Müller, “Jörg”");
    ck_assert_str_eq(entry.reason, "no \"reason\"");
    ck_assert_int_eq(entry.undoes, 0);
    ck_assert_int_eq(entry.redoes, 0);
    ck_assert_int_eq(entry.undone_by, 0);
    ck_assert(!journal_table_load(db, id + 1, &entry, &err));
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
    ck_assert_ptr_null(entry.staff);
    journal_entry_clear(&entry);
}
END_TEST

START_TEST(an_act__answers_several_questions)
{
    struct journal_entry entry = { 0 };
    char sql[160];

    const int64_t person = add_person("Müller");
    const int64_t id = change_person(person, "phone", "1");
    (void)snprintf(sql, sizeof sql,
                   "INSERT INTO journal_reason VALUES (%lld, 'overbook', 'the mayor'),"
                   " (%lld, 'overtake', 'her deputy')",
                   (long long)id, (long long)id);
    ck_assert(database_file_run(sql));
    ck_assert(journal_table_load(db, id, &entry, &err));
    ck_assert_str_eq(entry.reason, "overtake: her deputy; overbook: the mayor");
    journal_entry_clear(&entry);
}
END_TEST

START_TEST(the_journal__stays_empty__when_nothing_changed)
{
    begin();
    ck_assert_int_eq(commit("anna", "person.change", ENTITY_PERSON, 1), 0);
    expect("SELECT count(*) FROM journal", "0\n");
}
END_TEST

START_TEST(the_journal__notes_an_act_that_changed_no_row)
{
    struct journal_entry entry = { .at = now,
                                   .staff = memory_copy("anna"),
                                   .act = memory_copy("database.restore"),
                                   .entity = -1 };

    begin();
    ck_assert(journal_table_note(db, &entry, &err));
    ck_assert(transaction_commit(db, &err));
    expect("SELECT act, entity, row, rows FROM journal", "database.restore|-|-|-\n");
    journal_entry_clear(&entry);
    expect_whole();
}
END_TEST

START_TEST(the_journal__forgets__what_was_rolled_back)
{
    begin();
    put(&person_entity, "family", "Noël", NULL);
    transaction_roll_back(db);
    begin();
    ck_assert_int_eq(end(), 0);
    expect("SELECT count(*) FROM journal_change", "0\n");
    const int64_t id = add_person("Ader");
    ck_assert_int_gt(id, 0);
    expect("SELECT journal, kind FROM journal_change", "1|0\n");
    expect_whole();
}
END_TEST

START_TEST(the_journal__refuses__to_be_rewritten)
{
    static const char *const tries[] = {
        "DELETE FROM journal",
        "UPDATE journal SET staff = 'paul'",
        "UPDATE journal SET at = 0",
        "UPDATE journal SET rows = NULL",
        "UPDATE journal SET summary = 'nothing'",
        "DELETE FROM journal_change",
        "UPDATE journal_change SET row = 7",
        "UPDATE journal_change SET before = NULL",
        "UPDATE journal_change SET hash = 0",
        "DELETE FROM journal_reason",
        "UPDATE journal_reason SET text = 'because'",
    };
    const int64_t id = add_person("Müller");
    const int64_t act = change_person(id, "phone", "1");

    ck_assert(database_file_run("INSERT INTO journal_reason VALUES (1, 'seat', 'x')"));
    for (size_t i = 0; i < sizeof tries / sizeof tries[0]; i++)
        ck_assert_msg(!database_file_run(tries[i]), "%s", tries[i]);
    ck_assert_int_eq(act, 2);
    ck_assert(!database_file_run("UPDATE journal SET undone_by = 1 WHERE id = 2"));
    ck_assert(database_file_run("UPDATE journal SET undone_by = 2 WHERE id = 1"));
    ck_assert(!database_file_run("UPDATE journal SET undone_by = NULL WHERE id = 1"));
    expect("SELECT staff, act FROM journal", "anna|person.add\nanna|person.change\n");
}
END_TEST

/* --- the rows of an act */

START_TEST(an_act__names_its_rows__in_runs)
{
    const int64_t first = add_person("Müller");
    expect(SQL_ROWS, "-\n"); /* the one that it was about */

    begin();
    for (int i = 0; i < 5; i++)
        put(&person_entity, "family", "Noël", NULL);
    put(&organisation_entity, "name", "Łódź", NULL);
    set(&person_entity, first, "phone", "1", NULL);
    commit("anna", "person.import", ENTITY_PERSON, first);
    expect(SQL_ROWS, "[[3,2,6],[2,1,1],[3,1,1]]\n");

    begin();
    set(&person_entity, 2, "phone", "1", NULL);
    commit("anna", "person.change", ENTITY_PERSON, first); /* about another */
    expect(SQL_ROWS, "[[3,2,2]]\n");
    begin();
    set(&person_entity, 2, "phone", "2", NULL);
    commit("anna", "person.change", ENTITY_COUNT, 0); /* about none */
    expect(SQL_ROWS, "[[3,2,2]]\n");
    expect_whole();
}
END_TEST

START_TEST(the_rows_of_an_act__are_told__each_once)
{
    const int64_t id = add_person("Müller");

    expect_rows(1, "person 1 0\n");
    begin();
    const int64_t venue = put(&venue_entity, "name", "Old Mill", NULL);
    put(&room_entity, "venue", rows_number(venue), "name", "1", NULL);
    put(&room_entity, "venue", rows_number(venue), "name", "2", NULL);
    drop(&person_entity, id);
    const int64_t act = end();
    expect_rows(act, "venue 1 0\nroom 1 0\nroom 2 0\nperson 1 2\n");
    expect_rows(act + 1, "");
    expect_whole();
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, an_entry__holds__who_did_what_when_and_why);
    tcase_add_test(tests, an_act__answers_several_questions);
    tcase_add_test(tests, the_journal__stays_empty__when_nothing_changed);
    tcase_add_test(tests, the_journal__notes_an_act_that_changed_no_row);
    tcase_add_test(tests, the_journal__forgets__what_was_rolled_back);
    tcase_add_test(tests, the_journal__refuses__to_be_rewritten);
    tcase_add_test(tests, an_act__names_its_rows__in_runs);
    tcase_add_test(tests, the_rows_of_an_act__are_told__each_once);
}

SUITE_MAIN("journal_table")
