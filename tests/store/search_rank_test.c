/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_rank_test.c - what is found stands in the order of how well its name fits */
#include "atelier/store/search_table.h"

#include <check.h>

#include "atelier/base/memory.h"
#include "atelier/domain/working_group.h"
#include "store/search_people.h"
#include "support/suite.h"

/* Who is called so comes before who only works for somebody called so. */
START_TEST(hits__are_ranked_by_the_name__and_counted)
{
    struct search_hit_list hits = { 0 };
    const int64_t awa = add_person("Colas", "Awa", "a@lodz.example.org");
    const int64_t leo = add_person("Colas", "Léo", NULL);
    const int64_t anna = add_person("Bel", "Colasse", NULL);

    commit();
    ck_assert(
        search_table_find_in(db, ENTITY_PERSON, "colas l", false, today, 9, &hits, &err));
    ck_assert_uint_eq(hits.count, 2);
    ck_assert_uint_eq(hits.found, 2);
    ck_assert_int_eq(hits.items[0].row, leo);
    ck_assert_int_eq(hits.items[1].row, awa);
    ck_assert(
        search_table_find_in(db, ENTITY_PERSON, "colas", false, today, 2, &hits, &err));
    ck_assert_uint_eq(hits.count, 2);
    ck_assert_uint_eq(hits.found, 3);
    ck_assert_int_eq(hits.items[0].row, awa);
    ck_assert_int_ne(hits.items[1].row, anna);
    search_hit_list_clear(&hits);
}
END_TEST

/* Beyond the letters that the index keeps, too. */
START_TEST(hits_of_one_rank__go_by_the_alphabet)
{
    struct search_hit_list hits = { 0 };
    const int64_t luc = add_person("Barthélemy", "Luc", NULL);
    const int64_t anne = add_person("Barthélemy", "Anne", NULL);
    const int64_t zoe = add_person("Barthélemy-Alix", "Zoé", NULL);

    commit();
    ck_assert(
        search_table_find_in(db, ENTITY_PERSON, "barth", false, today, 9, &hits, &err));
    ck_assert_uint_eq(hits.count, 3);
    ck_assert_int_eq(hits.items[0].row, anne);
    ck_assert_int_eq(hits.items[1].row, luc);
    ck_assert_int_eq(hits.items[2].row, zoe);
    search_hit_list_clear(&hits);
}
END_TEST

/* Of six hundred that only hold the words, none stands before the one that begins so. */
START_TEST(the_best_hit__is_first__however_many_there_are)
{
    struct search_hit_list hits = { 0 };
    const int64_t best = add_person("Zoltan", "Aa", NULL);
    for (int i = 0; i < 600; i++)
        add_person("Aa", "Zoltan", NULL);

    commit();
    ck_assert(
        search_table_find_in(db, ENTITY_PERSON, "zolt", false, today, 5, &hits, &err));
    ck_assert_int_eq(hits.items[0].row, best);
    ck_assert_uint_eq(hits.count, 5);
    ck_assert_uint_eq(hits.found, 601);
    search_hit_list_clear(&hits);
}
END_TEST

/* The code of a group comes before the people of that name's beginning. */
START_TEST(what_is_called_exactly_so__is_first_of_everything)
{
    struct search_hit_list hits = { 0 };
    struct working_group group;

    add_person("Urbain", "Anne", NULL);
    record_init(&working_group_entity, &group);
    group.code = memory_copy("URB");
    group.name = memory_copy("Towns");
    insert(&working_group_entity, &group);
    commit();
    ck_assert(search_table_find(db, "urb", false, today, 9, &hits, &err));
    ck_assert_uint_eq(hits.count, 2);
    ck_assert_int_eq(hits.items[0].entity, ENTITY_WORKING_GROUP);
    record_clear(&working_group_entity, &group);
    search_hit_list_clear(&hits);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, hits__are_ranked_by_the_name__and_counted);
    tcase_add_test(tests, hits_of_one_rank__go_by_the_alphabet);
    tcase_add_test(tests, the_best_hit__is_first__however_many_there_are);
    tcase_add_test(tests, what_is_called_exactly_so__is_first_of_everything);
}

SUITE_MAIN("search_rank")
