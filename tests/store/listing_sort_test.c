/* SPDX-License-Identifier: GPL-3.0-or-later */
/* listing_sort_test.c - every list by every column that people see, and by what they show
 */
#include <stdio.h>

#include "atelier/base/memory.h"
#include "atelier/domain/category.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/report_entry.h"
#include "atelier/domain/staff.h"
#include "atelier/store/setting_table.h"
#include "listing_window.h"

static int
sort_of(enum listing_kind kind, const char *name)
{
    return (int)column(kind, name) + 1;
}

static void
add_organisation(const char *name, const char *territory)
{
    rows_add(db, &organisation_entity, "name", name, "territory", territory, NULL);
}

START_TEST(rows__go_by_any_column__accents_aside_and_what_is_empty_last)
{
    add_organisation("Foix", "Évreux");
    add_organisation("Albi", "Zurich");
    add_organisation("Brest", NULL);
    add_organisation("Caen", "ain");
    add_organisation("Dax", "Évreux");
    struct listing_query query = { .kind = LISTING_ORGANISATION };

    query.sort = sort_of(query.kind, "territory");
    assert_all(&query, "name", "Caen Dax Foix Albi Brest");
    assert_window(&query);
    query.reversed = true;
    assert_all(&query, "name", "Albi Foix Dax Caen Brest");
    assert_window(&query);
    query.search = "evreux";
    assert_all(&query, "name", "Foix Dax");
    assert_window(&query);
}
END_TEST

/* Whoever sorts people by their family names looks for a given name among namesakes. */
START_TEST(what_is_alike_in_a_column__stays_in_the_usual_order)
{
    add_person("Achard", "Zoé");
    add_person("Achard", "Anne");
    add_person("Bost", "Luc");
    add_person("Achard", "Marie");
    struct listing_query query = { .kind = LISTING_PERSON };

    query.sort = sort_of(query.kind, "family");
    assert_all(&query, "given", "Anne Marie Zoé Luc");
    assert_window(&query);

    /* of numbers by name, of names by the hour */
    add_organisation("Foix", "B");
    add_organisation("Albi", "A");
    query = (struct listing_query){ .kind = LISTING_ORGANISATION };
    query.sort = sort_of(query.kind, "people");
    assert_all(&query, "name", "Albi Foix");
    assert_window(&query);

    const int64_t group =
        rows_add(db, &working_group_entity, "code", "NUM", "name", "N", NULL);
    rows_add_meeting(db, group, "Later", "2027-04-16 09:30");
    rows_add_meeting(db, group, "Sooner", "2027-03-16 09:30");
    query = (struct listing_query){ .kind = LISTING_MEETING };
    query.sort = sort_of(query.kind, "group");
    assert_all(&query, "title", "Sooner Later");
    assert_window(&query);
}
END_TEST

START_TEST(numbers__are_in_the_order_of_numbers)
{
    rows_add(db, &category_entity, "name", "Ten", "order", "10", NULL);
    rows_add(db, &category_entity, "name", "Nine", "order", "9", NULL);
    rows_add(db, &category_entity, "name", "None", NULL);
    struct listing_query query = { .kind = LISTING_CATEGORY };

    query.sort = sort_of(query.kind, "order");
    assert_all(&query, "name", "Nine Ten None");
    assert_window(&query);
    query.reversed = true;
    assert_all(&query, "name", "Ten Nine None");
    assert_window(&query);
}
END_TEST

START_TEST(the_usual_order__is_turned_round)
{
    add_person("Ader", NULL);
    add_person("Bost", NULL);
    add_person("Caux", NULL);
    struct listing_query query = { .kind = LISTING_PERSON, .reversed = true };

    assert_all(&query, "family", "Caux Bost Ader");
    assert_window(&query);
}
END_TEST

/* A search of people answers in the order of its index: not when another is asked for. */
START_TEST(what_a_search_finds__is_sorted_too)
{
    add_person("Martin", "Anne");
    add_person("Marin", "Zoé");
    add_person("Mareuil", "Luc");
    struct listing_query query = { .kind = LISTING_PERSON, .search = "mar" };

    assert_all(&query, "given", "Luc Zoé Anne");
    query.sort = sort_of(query.kind, "given");
    assert_all(&query, "given", "Anne Luc Zoé");
    assert_window(&query);
    query.sort = 0;
    query.reversed = true;
    assert_all(&query, "given", "Anne Zoé Luc");
    assert_window(&query);
}
END_TEST

START_TEST(lists_without_an_index__are_searched_by_what_they_show)
{
    rows_add(db, &category_entity, "name", "Villes", "order", "12", NULL);
    rows_add(db, &category_entity, "name", "Écoles", NULL);
    rows_add(db, &staff_entity, "login", "a.roy", "name", "Anne Roy", "role", "reader",
             NULL);
    struct listing_query query = { .kind = LISTING_CATEGORY, .search = "ecol" };

    assert_all(&query, "name", "Écoles");
    query.search = "vill 12";
    assert_all(&query, "name", "Villes");
    query.search = "e";
    assert_all(&query, "name", "Écoles");
    query.search = "l";
    assert_all(&query, "name", "");
    query.search = "vill 13";
    assert_all(&query, "name", "");
    query = (struct listing_query){ .kind = LISTING_STAFF, .search = "read anne" };
    assert_all(&query, "login", "a.roy");
}
END_TEST

START_TEST(a_place__is_found__where_it_stands_beside_the_hour)
{
    const int64_t group = add_group("URB");
    const int64_t there = rows_add_meeting(db, group, "Away", "2027-03-16 09:00");
    const int64_t here = rows_add_meeting(db, group, "Here", "2027-03-17 09:00");
    const int64_t person = add_person("Ader", NULL);
    struct settings *settings = record_new(&settings_entity);

    ck_assert(setting_table_load(db, settings, &err));
    memory_replace(&settings->zone, "Europe/Paris");
    ck_assert(setting_table_save(db, settings, "anna", 1700000000, &err));
    record_free(&settings_entity, settings);
    rows_change(db, &meeting_entity, there, "zone", "Europe/Bucharest", NULL);
    rows_change(db, &meeting_entity, here, "zone", "Europe/Paris", NULL);
    rows_add_registration(db, there, person, "accepted");
    rows_add_registration(db, here, person, "accepted");
    struct listing_query query = { .kind = LISTING_MEETING, .search = "bucha" };

    for (int i = 0; i < 2; i++) {
        query.search = "bucha";
        assert_all(&query, "title", "Away");
        query.search = "paris";
        assert_all(&query, "title", "");
        query.search = "europe";
        assert_all(&query, "title", "");
        query = (struct listing_query){ .kind = LISTING_PERSON_MEETING, .scope = person };
    }
    query = (struct listing_query){ .kind = LISTING_WORKING_GROUP, .search = "bucha" };
    assert_all(&query, "code", "URB");
}
END_TEST

/* What not all may read would be told by an order. */
START_TEST(private_columns__are_no_order)
{
    rows_add(db, &person_entity, "family", "Ader", "phone", "+33 9 99 99 99 99", NULL);
    rows_add(db, &person_entity, "family", "Bost", "phone", "+33 1 11 11 11 11", NULL);
    struct listing_query query = { .kind = LISTING_PERSON };

    query.sort = sort_of(query.kind, "phone");
    assert_all(&query, "family", "Ader Bost");
}
END_TEST

START_TEST(every_list__has_every_order_and_can_be_searched)
{
    const struct listing *listing = listing_get((enum listing_kind)_i);

    ck_assert(listing->can_search);
    for (int sort = 0; sort <= (int)listing->column_count; sort++) {
        struct listing_query query = { .kind = listing->kind, .scope = 1, .sort = sort };

        fetch(&query, LISTING_FIRST, NULL, 9);
        query.search = "ab 1";
        query.reversed = true;
        fetch(&query, LISTING_LAST, NULL, 9);
    }
}
END_TEST

static bool
count_step(void *steps)
{
    (*(int *)steps)++;
    return false;
}

/* A step is of some thousand operations: to sort all of them takes more than these. */
START_TEST(what_is_open_of_reports__is_read_as_its_index_has_it__however_many_there_are)
{
    enum { MANY = 600, PAGE = 9, FEW = 1 };
    const int64_t group =
        rows_add(db, &working_group_entity, "code", "NUM", "name", "N", NULL);
    const int64_t meetings[] = { rows_add_meeting(db, group, "A", "2026-03-16 09:30"),
                                 rows_add_meeting(db, group, "B", "2026-04-16 09:30") };
    char due[16];

    for (int i = 0; i < MANY; i++) {
        (void)snprintf(due, sizeof(due), "2027-%02d-%02d", 1 + i * 7 % 12, 1 + i % 28);
        rows_add(db, &report_entry_entity, "meeting", rows_number(meetings[i % 2]),
                 "place", rows_number(i + 1), "indent", "0", "kind", "decision", "text",
                 "T", "due", due, NULL);
    }
    for (int of_group = 0; of_group < 2; of_group++) {
        const struct listing_query query = { .kind = LISTING_OPEN_ENTRY,
                                             .scope = of_group ? group : 0 };
        int steps = 0;
        database_set_progress(db, count_step, &steps);
        fetch(&query, LISTING_FIRST, NULL, PAGE);
        ck_assert_uint_eq(page.count, PAGE);
        ck_assert_str_eq(cell(query.kind, 0, "due"), "2027-01-01");
        fetch(&query, LISTING_AFTER, &page.rows[PAGE - 1].key, PAGE);
        fetch(&query, LISTING_LAST, NULL, PAGE);
        database_set_progress(db, NULL, NULL);
        ck_assert_int_le(steps, FEW);
    }
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, rows__go_by_any_column__accents_aside_and_what_is_empty_last);
    tcase_add_test(tests, numbers__are_in_the_order_of_numbers);
    tcase_add_test(tests, the_usual_order__is_turned_round);
    tcase_add_test(tests, what_a_search_finds__is_sorted_too);
    tcase_add_test(tests, what_is_alike_in_a_column__stays_in_the_usual_order);
    tcase_add_test(tests, lists_without_an_index__are_searched_by_what_they_show);
    tcase_add_test(tests, a_place__is_found__where_it_stands_beside_the_hour);
    tcase_add_test(tests, private_columns__are_no_order);
    tcase_add_test(
        tests,
        what_is_open_of_reports__is_read_as_its_index_has_it__however_many_there_are);
    tcase_add_loop_test(tests, every_list__has_every_order_and_can_be_searched, 0,
                        LISTING_COUNT);
}

SUITE_MAIN("listing_sort")
