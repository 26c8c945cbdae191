/* SPDX-License-Identifier: GPL-3.0-or-later */
/* upgrade_import_test.c - an import of 50,000 people, kept as one changeset, comes over
 * whole and is undone */
#include <check.h>

#include "atelier/app/history.h"
#include "atelier/app/undo.h"
#include "support/office.h"
#include "support/old_database.h"
#include "support/old_journal.h"
#include "support/suite.h"

enum { SCHEMA = 5, IMPORTED = 2, FIRST_CHANGED = 100, CHANGED = 3 };

static struct atelier *at;
static struct error err;
static struct journal_entry entry;

#define NEW "1, 1700000000, 'ada', 1700000000, 'ada'"

/* 50,000 people came by one act; then somebody changed a hundred of them by another. */
static void
make_file(void)
{
    sqlite3 *old = old_database_begin(SCHEMA);

    old_journal_act(old, 1,
                    "INSERT INTO staff (" OLD_HEAD ", login, role) VALUES"
                    " (" NEW ", 'ada', 'administrator');"
                    "INSERT INTO setting (name, value) VALUES ('zone', 'Europe/Paris'),"
                    " ('domain', 'example.org')",
                    "'ada', 'database.create', NULL, NULL, NULL, NULL, NULL");
    old_journal_act(old, IMPORTED,
                    "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n"
                    " WHERE i < 50000)"
                    "INSERT INTO person (" OLD_HEAD ", family, given, email, consent,"
                    " sort_key) SELECT " NEW ", 'Family ' || i, 'Ada',"
                    " 'p' || i || '@example.org', i % 2, 'family ' || i FROM n",
                    "'ada', 'person.import', 'person', 1, '50000', NULL, NULL");
    old_journal_act(old, CHANGED,
                    "UPDATE person SET phone = '0123', rev = 2 WHERE id <= 100",
                    "'ada', 'person.change', 'person', 1, 'Family 1', NULL, NULL");
    old_database_end(old);
}

static void
set_up(void)
{
    make_file();
    at = office_return("ada", OFFICE_NOW);
}

static void
tear_down(void)
{
    journal_entry_clear(&entry);
    office_end(at);
}

static void
expect_people(const char *expected)
{
    office_expect("SELECT count(*), min(id), max(id) FROM person", expected);
}

/* One test, as an upgrade of so many takes seconds. */
START_TEST(import_of_before__is_in_the_history_of_each_row__and_is_undone)
{
    struct journal_change_list list = { 0 };

    expect_people("50000|1|50000\n");
    office_expect("SELECT journal, count(*) FROM journal_change WHERE journal > 1"
                  " GROUP BY journal",
                  "2|50000\n3|100\n");
    ck_assert(history_changes(at, IMPORTED, ENTITY_PERSON, 49999, &list, &err));
    ck_assert_uint_eq(list.count, 4);
    ck_assert_str_eq(list.items[0].field->name, "family");
    ck_assert_str_eq(list.items[0].after, "Family 49999");
    journal_change_list_clear(&list);
    ck_assert(history_changes(at, IMPORTED, ENTITY_PERSON, FIRST_CHANGED, &list, &err));
    for (size_t i = 0; i < list.count; i++)
        ck_assert_str_ne(list.items[i].field->name, "phone");
    journal_change_list_clear(&list);
    ck_assert(!undo_act(at, IMPORTED, NULL, &entry, &err));
    ck_assert_msg(err.kind == ERROR_RULE, "%s", err.message);
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    ck_assert_int_eq(entry.id, CHANGED);
    ck_assert_msg(undo_last(at, NULL, &entry, &err), "%s", err.message);
    ck_assert_int_eq(entry.id, IMPORTED);
    expect_people("0|-|-\n");
    office_expect_whole(at);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, import_of_before__is_in_the_history_of_each_row__and_is_undone);
}

SUITE_MAIN("upgrade_import")
