/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seat_limit_table_test.c - the quotas of a meeting, and the seats counted for them */
#include "atelier/store/seat_limit_table.h"

#include <check.h>

#include "atelier/domain/category.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/person.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/working_group.h"
#include "atelier/store/listing_table.h"
#include "atelier/store/seats_table.h"
#include "support/rows.h"
#include "support/suite.h"

static struct database *db;
static struct error err;
static int64_t meeting, other;
static int64_t city, state;
static int64_t lille, ghent;

static void
set_up(void)
{
    db = database_open(":memory:", DATABASE_CREATE, false, &err);
    ck_assert_msg(db != NULL, "%s", err.message);
    int64_t group =
        rows_add(db, &working_group_entity, "code", "URB", "name", "Towns", NULL);
    meeting = rows_add_meeting(db, group, "Jobs", "2027-03-16 09:00");
    other = rows_add_meeting(db, group, "Homes", "2027-04-16 09:00");
    city = rows_add(db, &category_entity, "name", "City", NULL);
    state = rows_add(db, &category_entity, "name", "State", NULL);
    lille = rows_add(db, &organisation_entity, "name", "Lille", NULL);
    ghent = rows_add(db, &organisation_entity, "name", "Ghent", NULL);
}

static void
tear_down(void)
{
    database_close(db);
}

/* Somebody on the list of a meeting; category and organisation 0: none. */
static int64_t
put_on_list(int64_t where, const char *how, int64_t category, int64_t organisation)
{
    int64_t person = rows_add(db, &person_entity, "family", "Müller", NULL);
    int64_t id = rows_add_registration(db, where, person, how);
    if (category)
        rows_change(db, &registration_entity, id, "category", rows_number(category),
                    NULL);
    if (organisation)
        rows_change(db, &registration_entity, id, "organisation",
                    rows_number(organisation), NULL);
    return id;
}

static int64_t
add_limit(int64_t where, const char *scope, int64_t key, const char *kind,
          const char *people)
{
    if (key == 0)
        return rows_add(db, &seat_limit_entity, "meeting", rows_number(where), "scope",
                        scope, "kind", kind, "people", people, NULL);
    return rows_add(db, &seat_limit_entity, "meeting", rows_number(where), "scope", scope,
                    scope, rows_number(key), "kind", kind, "people", people, NULL);
}

static int64_t
taken_by_category(int64_t category)
{
    struct seating_count_list list = { 0 };
    ck_assert_msg(seat_limit_table_count_categories(db, meeting, &list, &err), "%s",
                  err.message);
    int64_t taken = seating_count_list_get(&list, category);
    seating_count_list_clear(&list);
    return taken;
}

static int64_t
taken_by_organisation(int64_t organisation)
{
    struct seating_count_list list = { 0 };
    ck_assert_msg(seat_limit_table_count_organisations(db, meeting, &list, &err), "%s",
                  err.message);
    int64_t taken = seating_count_list_get(&list, organisation);
    seating_count_list_clear(&list);
    return taken;
}

START_TEST(limits__are_those_of_the_meeting__as_they_were_made)
{
    struct seat_limit_list list = { 0 };
    int64_t first = add_limit(meeting, "category", state, "most", "3");
    add_limit(other, "category", city, "most", "3");
    int64_t second = add_limit(meeting, "each-organisation", 0, "most", "2");

    for (int round = 0; round < 2; round++) {
        ck_assert(seat_limit_table_list(db, meeting, &list, &err));
        ck_assert_uint_eq(list.count, 2);
    }
    ck_assert_int_eq(list.items[0].head.id, first);
    ck_assert_int_eq(list.items[0].category, state);
    ck_assert_int_eq(list.items[0].people, 3);
    ck_assert_int_eq(list.items[1].head.id, second);
    ck_assert_int_eq(list.items[1].scope, SEAT_LIMIT_EACH_ORGANISATION);
    seat_limit_list_clear(&list);
}
END_TEST

START_TEST(seats__are_counted__for_those_who_take_one_in_this_meeting)
{
    put_on_list(meeting, "accepted", city, lille);
    put_on_list(meeting, "offered", city, ghent);
    put_on_list(meeting, "accepted", state, lille);
    put_on_list(meeting, "accepted", 0, 0);
    put_on_list(meeting, "waiting", city, lille);
    put_on_list(meeting, "withdrawn", city, lille);
    put_on_list(other, "accepted", city, lille);
    ck_assert_int_eq(taken_by_category(city), 2);
    ck_assert_int_eq(taken_by_category(state), 1);
    ck_assert_int_eq(taken_by_organisation(lille), 2);
    ck_assert_int_eq(taken_by_organisation(ghent), 1);
    ck_assert_int_eq(taken_by_category(0), 0);
    ck_assert_int_eq(taken_by_organisation(0), 0);
}
END_TEST

START_TEST(seats__follow_the_rule__of_who_takes_one)
{
    struct seat_rule rule;
    int64_t speaker = put_on_list(meeting, "accepted", city, lille);

    rows_change(db, &registration_entity, speaker, "role", "speaker", NULL);
    ck_assert_int_eq(taken_by_category(city), 0);
    ck_assert_int_eq(taken_by_organisation(lille), 0);
    seat_rule_init(&rule, false, true, false);
    ck_assert(transaction_begin(db, &err));
    ck_assert(seats_table_set_rule(db, &rule, &err));
    ck_assert(transaction_commit(db, &err));
    ck_assert_int_eq(taken_by_category(city), 1);
    ck_assert_int_eq(taken_by_organisation(lille), 1);
}
END_TEST

/* --- their list */

enum { NAME = 4, TAKEN = 7, LEFT = 8 };

static void
fetch(const char *today, struct listing_page *page)
{
    struct listing_query query = { .kind = LISTING_SEAT_LIMIT, .scope = meeting };

    ck_assert(date_parse(today, &query.today));
    listing_page_clear(page);
    ck_assert_msg(listing_table_fetch(db, &query, LISTING_FIRST, NULL, 10, page, &err),
                  "%s", err.message);
}

START_TEST(list__tells__what_is_taken_and_left_of_each)
{
    struct listing_page page = { 0 };
    int64_t hold = add_limit(meeting, "organisation", lille, "hold", "3");
    add_limit(meeting, "category", city, "most", "1");
    add_limit(meeting, "each-organisation", 0, "most", "5");
    rows_change(db, &seat_limit_entity, hold, "until", "2027-03-10", NULL);
    put_on_list(meeting, "accepted", city, lille);
    put_on_list(meeting, "accepted", city, ghent);
    put_on_list(meeting, "accepted", state, ghent);

    fetch("2027-03-10", &page);
    ck_assert_uint_eq(page.count, 3);
    ck_assert_str_eq(page.rows[0].cells[NAME], "Lille");
    ck_assert_str_eq(page.rows[0].cells[TAKEN], "1");
    ck_assert_str_eq(page.rows[0].cells[LEFT], "2");
    ck_assert_str_eq(page.rows[1].cells[NAME], "City");
    ck_assert_str_eq(page.rows[1].cells[TAKEN], "2");
    ck_assert_str_eq(page.rows[1].cells[LEFT], "0");
    ck_assert_ptr_null(page.rows[2].cells[NAME]);
    ck_assert_str_eq(page.rows[2].cells[TAKEN], "2"); /* those of Ghent */
    ck_assert_str_eq(page.rows[2].cells[LEFT], "3");
    fetch("2027-03-11", &page);
    ck_assert_str_eq(page.rows[0].cells[LEFT], "0");
    listing_page_clear(&page);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, limits__are_those_of_the_meeting__as_they_were_made);
    tcase_add_test(tests, seats__are_counted__for_those_who_take_one_in_this_meeting);
    tcase_add_test(tests, seats__follow_the_rule__of_who_takes_one);
    tcase_add_test(tests, list__tells__what_is_taken_and_left_of_each);
}

SUITE_MAIN("seat_limit_table")
