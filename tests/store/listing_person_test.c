/* SPDX-License-Identifier: GPL-3.0-or-later */
/* listing_person_test.c - the list of people: its order, its search, the post of today */
#include "atelier/domain/affiliation.h"
#include "atelier/domain/category.h"
#include "atelier/domain/membership.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/working_group.h"
#include "atelier/store/search_table.h"
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

/* A person with a post; the id of the post. */
static int64_t
add_post(int64_t person, int64_t organisation, const char *function, const char *to)
{
    return rows_add(db, &affiliation_entity, "person", rows_number(person),
                    "organisation", rows_number(organisation), "function", function, "to",
                    to, NULL);
}

START_TEST(listing__finds_people__by_what_they_do_and_the_category_of_where)
{
    search_table_set_today(db, (struct date){ 2026, 11, 28 });
    const int64_t category =
        rows_add(db, &category_entity, "name", "Agglomération", NULL);
    const int64_t other = rows_add(db, &category_entity, "name", "État", NULL);
    const int64_t city = rows_add(db, &organisation_entity, "name", "Lys", "category",
                                  rows_number(category), NULL);
    const int64_t post =
        add_post(add_person("Maire", "Luc"), city, "Chargée d’études", NULL);
    struct listing_query query = { .kind = LISTING_PERSON };

    add_post(add_person("Faure", "Anne"), city, "Maire adjointe", NULL);
    add_post(add_person("Ader", "Zoé"), city, "Maire", "2001-01-01");
    query.search = "maire"; /* in the order of the list, as all lists that are filtered */
    assert_all(&query, "family", "Faure Maire");
    query.search = "etudes luc";
    assert_all(&query, "family", "Maire");
    query.search = "agg";
    assert_all(&query, "family", "Faure Maire");
    query.search = "a adj";
    assert_all(&query, "family", "Faure");
    query.search = "glo";
    assert_all(&query, "family", "");
    assert_window(&(struct listing_query){ .kind = LISTING_PERSON, .search = "agg" });

    rows_change(db, &affiliation_entity, post, "function", "Géomètre", NULL);
    query.search = "etudes";
    assert_all(&query, "family", "");
    query.search = "geom";
    assert_all(&query, "family", "Maire");
    rows_change(db, &category_entity, category, "name", "Métropole", NULL);
    query.search = "agg";
    assert_all(&query, "family", "");
    query.search = "metro";
    assert_all(&query, "family", "Faure Maire");
    rows_change(db, &organisation_entity, city, "category", rows_number(other), NULL);
    assert_all(&query, "family", "");
    query.search = "etat";
    assert_all(&query, "family", "Faure Maire");
}
END_TEST

START_TEST(listing__of_members__finds_them_by_what_they_do_and_the_category_of_where)
{
    const int64_t category =
        rows_add(db, &category_entity, "name", "Agglomération", NULL);
    const int64_t city = rows_add(db, &organisation_entity, "name", "Lys", "category",
                                  rows_number(category), NULL);
    const int64_t group =
        rows_add(db, &working_group_entity, "code", "NUM", "name", "Numérique", NULL);
    const int64_t person = add_person("Ader", "Luc");

    add_post(person, city, "Maire", NULL);
    rows_add(db, &membership_entity, "group", rows_number(group), "person",
             rows_number(person), NULL);
    rows_add(db, &membership_entity, "group", rows_number(group), "person",
             rows_number(add_person("Faure", NULL)), NULL);
    struct listing_query query = { .kind = LISTING_MEMBERSHIP, .scope = group };
    query.search = "maire";
    assert_all(&query, "family", "Ader");
    query.search = "agglo member";
    assert_all(&query, "family", "Ader");
}
END_TEST

START_TEST(search__of_a_name__is_not_told_of_people_by_post_or_category)
{
    const int64_t category = rows_add(db, &category_entity, "name", "Expert", NULL);
    const int64_t firm = rows_add(db, &organisation_entity, "name", "Lys", "category",
                                  rows_number(category), NULL);
    struct search_hit_list list = { 0 };

    add_post(add_person("Ader", "Luc"), firm, "Expert", NULL);
    const int64_t named = add_person("Expert", "Zoé");
    ck_assert(search_table_find_in(db, ENTITY_PERSON, "expert", true,
                                   (struct date){ 2027, 3, 16 }, 20, &list, &err));
    ck_assert_uint_eq(list.count, 1);
    ck_assert_int_eq(list.items[0].row, named);
    search_hit_list_clear(&list);
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
    tcase_add_test(tests,
                   listing__finds_people__by_what_they_do_and_the_category_of_where);
    tcase_add_test(
        tests, listing__of_members__finds_them_by_what_they_do_and_the_category_of_where);
    tcase_add_test(tests, search__of_a_name__is_not_told_of_people_by_post_or_category);
}

SUITE_MAIN("listing_person")
