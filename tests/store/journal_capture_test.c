/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_capture_test.c - every write of a row is captured, however many there are;
 * those of one row in one act are one change */
#include "journal/journal_capture.h"

#include "atelier/domain/affiliation.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/room.h"
#include "atelier/domain/venue.h"
#include "database/connection.h"
#include "journal_acts.h"

/* --- several writes of one row in one act */

START_TEST(several_changes__are_one__and_the_first_value_wins)
{
    const int64_t id = add_person("Müller");

    change_person(id, "phone", "1");
    begin();
    set(&person_entity, id, "phone", "2", NULL);
    set(&person_entity, id, "phone", "3", "given", "Jörg", NULL);
    set(&person_entity, id, "email", "j@example.org", NULL);
    end();
    expect(SQL_CHANGES, "3|1|1|{\"given\":null,\"email\":null,\"phone\":\"1\"}\n");
    expect(SQL_ROWS, "[[3,1,1]]\n");
    expect_whole();
}
END_TEST

START_TEST(what_is_set_back__was_not_changed)
{
    const int64_t id = add_person("Müller");

    begin();
    set(&person_entity, id, "phone", "1", "given", "Jörg", NULL);
    set(&person_entity, id, "phone", "", NULL);
    end();
    expect(SQL_CHANGES, "3|1|1|{\"given\":null}\n");
    begin();
    set(&person_entity, id, "phone", "1", NULL);
    set(&person_entity, id, "phone", "", NULL);
    ck_assert_int_eq(end(), 0);
    expect("SELECT count(*) FROM journal_change WHERE journal = 3", "0\n");
    expect_whole();
}
END_TEST

START_TEST(what_is_set_back_and_changed_again__is_one_change)
{
    const int64_t id = add_person("Müller");

    begin();
    set(&person_entity, id, "phone", "1", NULL);
    set(&person_entity, id, "phone", "", NULL);
    set(&person_entity, id, "phone", "2", NULL);
    expect_rows(end(), "person 1 1\n");
    expect(SQL_CHANGES, "3|1|1|{\"phone\":null}\n");
    expect_whole();
}
END_TEST

START_TEST(a_row_added_and_changed__was_added)
{
    begin();
    const int64_t id = put(&person_entity, "family", "Müller", NULL);
    set(&person_entity, id, "phone", "1", NULL);
    end();
    expect(SQL_CHANGES, "3|1|0|-\n");
    expect_whole(); /* the hash is of what it is in the end */
}
END_TEST

START_TEST(a_row_added_and_removed__was_never_there)
{
    begin();
    int64_t id = put(&person_entity, "family", "Müller", NULL);
    set(&person_entity, id, "phone", "1", NULL);
    drop(&person_entity, id);
    ck_assert_int_eq(end(), 0);
    expect("SELECT count(*) FROM journal_change", "0\n");

    begin();
    id = put(&person_entity, "family", "Müller", NULL);
    put(&organisation_entity, "name", "Łódź", NULL);
    drop(&person_entity, id);
    expect_rows(end(), "organisation 1 0\n");
    expect_whole();
}
END_TEST

START_TEST(a_row_changed_and_removed__keeps_what_the_act_found)
{
    const int64_t id = add_person("Müller");
    struct person *person = record_new(&person_entity);
    bool there = true;

    change_person(id, "phone", "1");
    begin();
    set(&person_entity, id, "phone", "2", "family", "Noël", NULL);
    set(&person_entity, id, "given", "Zoé", NULL);
    drop(&person_entity, id);
    const int64_t act = end();
    expect("SELECT kind, before ->> 'family', before ->> 'phone', before ->> 'given'"
           " FROM journal_change WHERE journal = 3",
           "2|Müller|1|-\n");
    ck_assert(journal_table_past(db, &person_entity, id, act - 1, person, &there, &err));
    ck_assert(there);
    ck_assert_str_eq(person->family, "Müller");
    ck_assert_str_eq(person->phone, "1");
    ck_assert_ptr_null(person->given);
    ck_assert_str_eq(person->head.created_by, "anna");
    ck_assert_int_eq(person->head.created_at, 1700000060);
    ck_assert(journal_table_past(db, &person_entity, id, act, person, &there, &err));
    ck_assert(!there);
    record_free(&person_entity, person);
    expect_whole();
}
END_TEST

START_TEST(a_row_removed_and_added_again__was_changed)
{
    const int64_t id = add_person("Müller");

    change_person(id, "phone", "1");
    begin();
    drop(&person_entity, id);
    put_back(id, "Müller", "2");
    const int64_t act = end();
    expect(SQL_CHANGES, "3|1|1|{\"phone\":\"1\"}\n");
    expect_rows(act, "person 1 1\n");
    begin();
    drop(&person_entity, id);
    put_back(id, "Müller", "2"); /* as it was */
    ck_assert_int_eq(end(), 0);
    expect_whole();
}
END_TEST

START_TEST(a_row_added_removed_and_added_again__was_added)
{
    begin();
    const int64_t id = put(&person_entity, "family", "Müller", NULL);
    drop(&person_entity, id);
    put_back(id, "Noël", NULL);
    const int64_t act = end();
    expect(SQL_CHANGES, "3|1|0|-\n");
    expect_rows(act, "person 1 0\n");
    expect_whole();
}
END_TEST

/* --- nothing is written past the journal */

/* Notes each row that SQLite writes, whoever wrote it. */
static void
watch_tables(void)
{
    static const char *const writes[][2] = { { "INSERT", "NEW" },
                                             { "UPDATE", "NEW" },
                                             { "DELETE", "OLD" } };
    struct buffer sql = { 0 };

    buffer_add(&sql, "CREATE TABLE written (entity TEXT, row INTEGER);");
    for (int kind = 0; kind < ENTITY_COUNT; kind++)
        for (size_t i = 0; i < 3; i++) {
            const char *name = entity_get((enum entity_kind)kind)->name;
            buffer_addf(&sql,
                        "CREATE TRIGGER watch_%s_%s AFTER %s ON \"%s\" BEGIN"
                        " INSERT INTO written VALUES ('%s', %s.id); END;",
                        name, writes[i][0], writes[i][0], name, name, writes[i][1]);
        }
    ck_assert(database_file_run(buffer_text(&sql)));
    buffer_clear(&sql);
}

START_TEST(every_row_that_is_written__has_its_change)
{
    watch_tables();
    const int64_t id = add_person("Müller");
    begin();
    const int64_t venue = put(&venue_entity, "name", "Old Mill", NULL);
    for (int i = 0; i < 10; i++)
        put(&room_entity, "venue", rows_number(venue), "name", rows_number(i), NULL);
    put(&affiliation_entity, "person", rows_number(id), "organisation",
        rows_number(put(&organisation_entity, "name", "Łódź", NULL)), NULL);
    end();
    begin();
    for (int64_t room = 2; room <= 8; room += 2)
        set(&room_entity, room, "seats", "9", NULL);
    drop(&room_entity, 3);
    drop(&affiliation_entity, 1);
    put_back(50, "Noël", NULL);
    end();
    ck_assert_int_gt(database_file_number("SELECT count(*) FROM written"), 15);
    expect("SELECT * FROM (SELECT DISTINCT entity, row FROM written EXCEPT"
           " SELECT e.name, c.row FROM journal_change c JOIN entity e"
           " ON e.number = c.entity)",
           "");
    ck_assert_int_eq(database_file_number("SELECT count(*) FROM written"),
                     database_file_number("SELECT count(*) FROM journal_change"));
}
END_TEST

/* --- long acts */

enum { MANY = 6000, BYTES_MOST = 64 * 1024 };

/* What SQLite holds, but for pages of the file, which have their own limit. */
static int64_t
memory_held(void)
{
    int pages = 0;
    int highest = 0;

    ck_assert_int_eq(
        sqlite3_db_status(db->sqlite, SQLITE_DBSTATUS_CACHE_USED, &pages, &highest, 0),
        SQLITE_OK);
    return sqlite3_memory_used() - pages;
}

static void
write_many(void)
{
    for (int i = 0; i < MANY; i++)
        put(&person_entity, "family", "Many", "note", "a note of some length for each",
            NULL);
}

START_TEST(an_act_of_thousands_of_rows__takes_no_memory)
{
    add_person("Müller");
    begin();
    put(&person_entity, "family", "One", NULL);
    const int64_t before = memory_held();
    write_many();
    set(&person_entity, 2, "given", "Late", NULL);
    ck_assert_int_lt(memory_held() - before, BYTES_MOST);
    ck_assert_uint_le(db->capture.run_count, 2);
    const int64_t act = end();
    ck_assert_int_lt(memory_held() - before, BYTES_MOST);

    struct journal_change_list list = { 0 };
    ck_assert(journal_table_changes(db, act, ENTITY_PERSON, MANY, &list, &err));
    ck_assert_uint_eq(list.count, 3); /* family, note, consent */
    journal_change_list_clear(&list);
    expect("SELECT count(*), count(DISTINCT row) FROM journal_change WHERE journal = 2",
           "6001|6001\n");
    expect(SQL_ROWS, "[[3,2,6002]]\n");
    expect_whole();
}
END_TEST

START_TEST(an_act_of_thousands_of_rows__that_is_given_up__leaves_nothing)
{
    begin();
    write_many();
    transaction_roll_back(db);
    add_person("Ader");
    expect("SELECT count(*) FROM person", "1\n");
    expect("SELECT count(*) FROM journal_change", "1\n");
    expect(SQL_ROWS, "-\n");
    expect_whole();
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, several_changes__are_one__and_the_first_value_wins);
    tcase_add_test(tests, what_is_set_back__was_not_changed);
    tcase_add_test(tests, what_is_set_back_and_changed_again__is_one_change);
    tcase_add_test(tests, a_row_added_and_changed__was_added);
    tcase_add_test(tests, a_row_added_and_removed__was_never_there);
    tcase_add_test(tests, a_row_changed_and_removed__keeps_what_the_act_found);
    tcase_add_test(tests, a_row_removed_and_added_again__was_changed);
    tcase_add_test(tests, a_row_added_removed_and_added_again__was_added);
    tcase_add_test(tests, every_row_that_is_written__has_its_change);
    tcase_add_test(tests, an_act_of_thousands_of_rows__takes_no_memory);
    tcase_add_test(tests, an_act_of_thousands_of_rows__that_is_given_up__leaves_nothing);
}

SUITE_MAIN("journal_capture")
