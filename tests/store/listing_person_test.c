/* SPDX-License-Identifier: GPL-3.0-or-later */
/* listing_person_test.c - the list of people: its order, its search, the post of today */
#include "atelier/domain/affiliation.h"
#include "atelier/domain/category.h"
#include "atelier/domain/organisation.h"
#include "listing_window.h"

START_TEST(listing__orders_people__by_name_without_accents)
{
    add_person("Étienne", "Zoé");
    add_person("Ader", "Luc");
    add_person("Etienne", "Anne");
    add_person("Faure", NULL);

    assert_all(&(struct listing_query){ .kind = LISTING_PERSON }, "given",
               "Luc Anne Zoé -");
}
END_TEST

START_TEST(listing__of_people__is_a_window)
{
    for (int i = 0; i < 9; i++)
        add_person(i % 2 ? "Faure" : "Ader", i % 3 ? "Anne" : NULL);

    assert_window(&(struct listing_query){ .kind = LISTING_PERSON });
    assert_window(&(struct listing_query){ .kind = LISTING_PERSON, .search = "fau" });
}
END_TEST

START_TEST(listing__finds_people__by_words_of_any_spelling)
{
    add_person("Müller", "Anna");
    add_person("Łódzki", "Jan");
    add_person("Ader", "Muriel");
    struct listing_query query = { .kind = LISTING_PERSON, .search = "mu" };

    assert_all(&query, "family", "Ader Müller");
    query.search = "mueller a";
    assert_all(&query, "family", "Müller");
    query.search = "lodz";
    assert_all(&query, "family", "Łódzki");
    query.search = " !? ";
    assert_all(&query, "family", "Ader Łódzki Müller");
}
END_TEST

START_TEST(listing__hides_the_merged__unless_history_is_asked_for)
{
    int64_t kept = add_person("Ader", "Luc");
    int64_t merged = add_person("Adér", "Luc");
    struct listing_query query = dated(&(struct listing_query){ .kind = LISTING_PERSON });
    struct listing_key key = { 0 };

    rows_change(db, &person_entity, merged, "merged_into", rows_number(kept), NULL);
    assert_all(&query, "family", "Ader");
    ck_assert(!listing_table_locate(db, &query, merged, &key, &err));
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
    query.history = true;
    assert_all(&query, "merged_into", "- 1");
    query.search = "ader";
    assert_all(&query, "family", "Ader Adér");
    query.history = false;
    assert_all(&query, "family", "Ader");
    ck_assert(!listing_table_locate(db, &query, merged, &key, &err));
    listing_key_clear(&key);
}
END_TEST

START_TEST(listing__shows_a_person__with_the_main_post_of_today)
{
    int64_t person = add_person("Ader", "Luc");
    int64_t category = rows_add(db, &category_entity, "name", "City", NULL);
    int64_t old = rows_add(db, &organisation_entity, "name", "Oldtown", NULL);
    int64_t side = rows_add(db, &organisation_entity, "name", "Sideby", NULL);
    int64_t main_one = rows_add(db, &organisation_entity, "name", "Maintown", "category",
                                rows_number(category), NULL);
    rows_add(db, &affiliation_entity, "person", rows_number(person), "organisation",
             rows_number(old), "main", "1", "to", "2001-01-01", NULL);
    rows_add(db, &affiliation_entity, "person", rows_number(person), "organisation",
             rows_number(main_one), "main", "1", "function", "Mayor", NULL);
    rows_add(db, &affiliation_entity, "person", rows_number(person), "organisation",
             rows_number(side), "main", "0", NULL);

    fetch(&(struct listing_query){ .kind = LISTING_PERSON }, LISTING_FIRST, NULL, 10);
    ck_assert_uint_eq(page.count, 1);
    ck_assert_str_eq(cell(LISTING_PERSON, 0, "organisation_name"), "Maintown");
    ck_assert_str_eq(cell(LISTING_PERSON, 0, "organisation"), rows_number(main_one));
    ck_assert_str_eq(cell(LISTING_PERSON, 0, "function"), "Mayor");
    ck_assert_str_eq(cell(LISTING_PERSON, 0, "category_name"), "City");

    struct listing_query posts = { .kind = LISTING_AFFILIATION, .scope = person };
    assert_all(&posts, "organisation_name", "Maintown Sideby");
    posts.history = true;
    assert_all(&posts, "organisation_name", "Maintown Sideby Oldtown");
    assert_window(&posts);

    struct listing_query people = { .kind = LISTING_ORGANISATION_PERSON, .scope = old };
    assert_all(&people, "family", "");
    people.history = true;
    assert_all(&people, "family", "Ader");
    people.search = "luc";
    assert_all(&people, "family", "Ader");
    people.search = "zoe";
    assert_all(&people, "family", "");
    assert_all(&(struct listing_query){ .kind = LISTING_ORGANISATION }, "people",
               "1 0 1");
    assert_all(&(struct listing_query){ .kind = LISTING_CATEGORY }, "organisations", "1");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, listing__orders_people__by_name_without_accents);
    tcase_add_test(tests, listing__of_people__is_a_window);
    tcase_add_test(tests, listing__finds_people__by_words_of_any_spelling);
    tcase_add_test(tests, listing__hides_the_merged__unless_history_is_asked_for);
    tcase_add_test(tests, listing__shows_a_person__with_the_main_post_of_today);
}

SUITE_MAIN("listing_person")
