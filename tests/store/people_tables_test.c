/* SPDX-License-Identifier: GPL-3.0-or-later */
/* people_tables_test.c - people, organisations and staff are found */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>

#include "atelier/domain/affiliation.h"
#include "atelier/domain/grant.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/person.h"
#include "atelier/domain/staff.h"
#include "atelier/domain/working_group.h"
#include "atelier/store/organisation_table.h"
#include "atelier/store/person_alike.h"
#include "atelier/store/person_table.h"
#include "atelier/store/staff_table.h"
#include "support/rows.h"
#include "support/suite.h"

static struct database *db;
static struct error err;

static void
set_up(void)
{
    db = database_open(":memory:", DATABASE_CREATE, false, &err);
    ck_assert_msg(db != NULL, "%s", err.message);
}

static void
tear_down(void)
{
    database_close(db);
}

static int64_t
add_person(const char *family, const char *given, const char *email)
{
    return rows_add(db, &person_entity, "family", family, "given", given, "email", email,
                    NULL);
}

START_TEST(person__is_found_by_email__whatever_its_case)
{
    int64_t one = add_person("Ader", "Luc", "Office@Example.org");
    int64_t two = add_person("Bost", "Zoé", "office@example.org");
    add_person("Caux", NULL, NULL);
    struct person_list list = { 0 };

    ck_assert(person_table_find_email(db, "OFFICE@example.org", &list, &err));
    ck_assert_uint_eq(list.count, 2);
    ck_assert_int_eq(list.items[0].head.id, one);
    ck_assert_int_eq(list.items[1].head.id, two);
    ck_assert(person_table_find_email(db, "nobody@example.org", &list, &err));
    ck_assert_uint_eq(list.count, 0);
    person_list_clear(&list);
}
END_TEST

/* How many may be the same person; a filter changes nothing about it. */
static size_t
count_alike(const char *family, const char *given, const char *email)
{
    struct person person;
    struct person_list list = { 0 };
    struct person_filter *filter = person_filter_new(db, &err);

    ck_assert_ptr_nonnull(filter);
    record_init(&person_entity, &person);
    field_set_text(entity_field(&person_entity, "family"), &person, family);
    field_set_text(entity_field(&person_entity, "given"), &person, given);
    field_set_text(entity_field(&person_entity, "email"), &person, email);
    ck_assert_msg(person_alike_find(db, &person, NULL, 10, &list, &err), "%s",
                  err.message);
    size_t count = list.count;
    ck_assert_msg(person_alike_find(db, &person, filter, 10, &list, &err), "%s",
                  err.message);
    ck_assert_msg(list.count == count, "%zu of %zu pass the filter", list.count, count);
    record_clear(&person_entity, &person);
    person_list_clear(&list);
    person_filter_free(filter);
    return count;
}

START_TEST(person__may_be_another__of_the_same_name_in_any_spelling)
{
    add_person("Müller", "Anna", "anna@example.org");

    ck_assert_uint_eq(count_alike("MULLER", "A.", NULL), 1);
    ck_assert_uint_eq(count_alike("Mueller", "Anna", NULL), 1);
    ck_assert_uint_eq(count_alike("Anna", "Müller", NULL), 1);
    ck_assert_uint_eq(count_alike("Ader", "Anna", "ANNA@example.org"), 1);
    ck_assert_uint_eq(count_alike("Müllerin", "Zoé", NULL), 0);

    add_person("Joergensen", "Bo", NULL);
    ck_assert_uint_eq(count_alike("Jørgensen", "B.", NULL), 1);
}
END_TEST

/* A saint is written in four ways, joined or not, behind a particle or not; whoever is
 * called so without one is somebody else. */
START_TEST(person__called_after_a_saint__may_be_another_in_any_spelling)
{
    static const struct {
        const char *known;
        const char *others[6];
    } saints[] = {
        { "St-Maur", { "Saint-Maur", "SAINT MAUR", "St Maur", "Saintmaur", "Stmaur" } },
        { "Saint-Clair",
          { "St Clair", "ST-CLAIR", "St. Clair", "Saintclair", "saint clair",
            "StClair" } },
        { "Ste-Croix",
          { "Sainte-Croix", "SAINTE CROIX", "Ste. Croix", "Ste-croix", "ste croix" } },
        { "Sainte-Foy",
          { "Ste-Foy", "STE FOY", "Ste. Foy", "sainte-foy", "sainte foy", "Stefoy" } },
        { "StAmand", { "Saint-Amand", "St-Amand", "ST AMAND", "Saintamand" } },
        { "Stetienne", { "Saint-Étienne", "St-Étienne", "SAINT ETIENNE" } },
        { "SteCécile", { "Sainte-Cécile", "Ste Cecile", "SAINTECECILE" } },
        { "Dupré-Stvaast", { "Dupré Saint-Vaast", "DUPRE-ST-VAAST" } },
        { "de St-Leu",
          { "Saint-Leu", "de Saint-Leu", "DE SAINT LEU", "St-Leu", "De Saintleu" } },
    };

    for (size_t i = 0; i < sizeof(saints) / sizeof(saints[0]); i++) {
        add_person(saints[i].known, "Ana", NULL);
        for (size_t j = 0; j < 6 && saints[i].others[j]; j++)
            ck_assert_msg(count_alike(saints[i].others[j], "Ana", NULL) == 1, "%s",
                          saints[i].others[j]);
    }
    ck_assert_uint_eq(count_alike("Maur", "Ana", NULL), 0);
    ck_assert_uint_eq(count_alike("Étienne", "Ana", NULL), 0);
    ck_assert_uint_eq(count_alike("Stein", "Ana", NULL), 0);
}
END_TEST

START_TEST(person__of_a_mac_or_mc__may_be_another_joined_or_not)
{
    static const struct {
        const char *known;
        const char *others[4];
    } sons[] = {
        { "MacAder", { "Mac Ader", "McAder", "Mc Ader", "MACADER" } },
        { "Mac Bost", { "MacBost", "McBost", "Mc Bost", "MACBOST" } },
        { "McCole", { "Mac Cole", "MacCole", "Mc Cole", "MCCOLE" } },
        { "Mc Dorn", { "Mac Dorn", "MacDorn", "McDorn", "MCDORN" } },
    };

    for (size_t i = 0; i < sizeof sons / sizeof sons[0]; i++) {
        add_person(sons[i].known, "Ana", NULL);
        for (size_t j = 0; j < 4; j++)
            ck_assert_msg(count_alike(sons[i].others[j], "Ana", NULL) == 1, "%s",
                          sons[i].others[j]);
    }
    ck_assert_uint_eq(count_alike("Ader", "Ana", NULL), 0);
}
END_TEST

/* Asking the database five times for each of fifty thousand strangers takes longer than
 * writing them: the filter knows nearly all of them for strangers. */
START_TEST(filter__knows_a_stranger__without_asking_the_database)
{
    char family[32], email[64];
    int taken = 0;

    for (int i = 0; i < 200; i++) {
        (void)snprintf(family, sizeof family, "Ader%03d", i);
        (void)snprintf(email, sizeof email, "%s@example.org", family);
        add_person(family, i % 2 ? "Zoé" : "Luc", email);
    }
    struct person_filter *filter = person_filter_new(db, &err);
    ck_assert_ptr_nonnull(filter);
    for (int i = 0; i < 200; i++) {
        (void)snprintf(family, sizeof family, "ader%03d", i);
        (void)snprintf(email, sizeof email, "ADER%03d@EXAMPLE.ORG", i);
        ck_assert(person_filter_has_family(filter, family));
        ck_assert(person_filter_has_email(filter, email));
        ck_assert(person_filter_has_slip(filter, family, i % 2 ? "Zoe" : "LUC"));

        (void)snprintf(family, sizeof family, "Bost%03d", i);
        taken += person_filter_has_family(filter, family);
        taken += person_filter_has_email(filter, family);
        taken += person_filter_has_slip(filter, family, "Ann");
    }
    ck_assert_int_lt(taken, 600 / 20);
    person_filter_free(filter);
}
END_TEST

START_TEST(person__who_was_merged__is_nobody_else)
{
    int64_t kept = add_person("Ader", "Luc", NULL);
    int64_t merged = add_person("Ader", "Luc", NULL);

    ck_assert_uint_eq(count_alike("Ader", "Luc", NULL), 2);
    rows_change(db, &person_entity, merged, "merged_into", rows_number(kept), NULL);
    ck_assert_uint_eq(count_alike("Ader", "Luc", NULL), 1);
}
END_TEST

START_TEST(person__is_found__past_a_slip_in_the_family_name)
{
    const char *const slips[] = { "Mueler", "Muler",   "Mullerr", "Nuller",
                                  "uller",  "Mülller", "Müllor",  "Muelle" };

    for (int i = 0; i < 300; i++) /* who has the given name alone is not read */
        add_person("Dupont", "Anna", NULL);
    add_person("Müller", "Anna", NULL);
    for (size_t i = 0; i < sizeof slips / sizeof slips[0]; i++)
        ck_assert_msg(count_alike(slips[i], "Anna", NULL) == 1, "%s", slips[i]);
    ck_assert_uint_eq(count_alike("Mueler", "Bill", NULL), 0);
    ck_assert_uint_eq(count_alike("Mueler", NULL, NULL), 0);
    /* Or and Mueller would be a double name, of which one half is known. */
    ck_assert_uint_eq(count_alike("\" OR \"muelle", "\"Anna", NULL), 0);
    ck_assert_uint_eq(count_alike("Or Mueller", "Anna", NULL), 1);
    ck_assert_uint_eq(count_alike("de la Miller", "Anna", NULL), 0);
}
END_TEST

START_TEST(person__is_found__past_a_slip_whatever_namesakes_do)
{
    const int64_t town = rows_add(db, &organisation_entity, "name", "Town", NULL);

    for (int i = 0; i < 120; i++) /* more than are read */
        rows_add(db, &affiliation_entity, "person",
                 rows_number(add_person("Ader", "Anna", NULL)), "organisation",
                 rows_number(town), "function", "Muller", NULL);
    add_person("Müller", "Anna", NULL);
    ck_assert_uint_eq(count_alike("Nuller", "Anna", NULL), 1);
}
END_TEST

/* The index is asked for the first letters, which more have than are read. */
START_TEST(person__is_found__past_a_slip_among_many_who_begin_so)
{
    for (int i = 0; i < 120; i++) {
        add_person("Mulder", "Christine", NULL);
        add_person("Sainte-Claire", "Christine", NULL);
    }
    add_person("Müller", "Christophe", NULL);
    add_person("Ste-Clarisse", "Christophe", NULL);
    ck_assert_uint_eq(count_alike("Mullor", "Christophe", NULL), 1);
    ck_assert_uint_eq(count_alike("Nuller", "Christophe", NULL), 1);
    ck_assert_uint_eq(count_alike("Muller", "Christophe-Jean", NULL), 1);
    ck_assert_uint_eq(count_alike("Sainte Clarisse", "Christophe", NULL), 1);
    ck_assert_uint_eq(count_alike("Muldor", "Christophe", NULL), 0);
}
END_TEST

/* Half of a family name is in most of the ways to write it, in its other part it is not.
 */
START_TEST(person__is_found__by_a_part_of_a_name_without_the_longest_word)
{
    add_person("Durand", "Anna", NULL);
    ck_assert_uint_eq(count_alike("Dupontel-Durand", "Anna", NULL), 1);
    ck_assert_uint_eq(count_alike("Durand", "Zoé-Anna", NULL), 1);
    ck_assert_uint_eq(count_alike("Dupontel-Dufour", "Anna", NULL), 0);

    add_person("Vandenberghe", "Bo", NULL);
    ck_assert_uint_eq(count_alike("van den Berghe", "Bo", NULL), 1);
    ck_assert_uint_eq(count_alike("Berghe (van den)", "Bo", NULL), 1);
    ck_assert_uint_eq(count_alike("Иванов", "Bo", NULL), 0);
    add_person("Ivanov", "Bo", NULL);
    ck_assert_uint_eq(count_alike("Иванов", "Bo", NULL), 1);
}
END_TEST

/* So many with half of the name are read, and kin beside them. */
START_TEST(person__who_is_kin__is_found_beside_many_who_begin_so)
{
    for (int i = 0; i < 120; i++)
        add_person("Dupontier", "Anna", NULL);
    add_person("Durand", "Anna", NULL);
    ck_assert_uint_eq(count_alike("Dupontel-Durand", "Anna", NULL), 1);
}
END_TEST

START_TEST(person__may_be_another__whose_family_name_is_in_one_word_or_several)
{
    add_person("De Santis", "Marco", NULL);
    add_person("Van den Berg", "Piet", NULL);
    add_person("Fitzgerald", "Ann", NULL);
    add_person("MacLeod", "Ian", NULL);
    add_person("Leroux", "Anne", NULL);
    add_person("Delatour", "Élise", NULL);
    ck_assert_uint_eq(count_alike("DeSantis", "Marko", NULL), 1);
    ck_assert_uint_eq(count_alike("Vandenberg", "Pieter", NULL), 1);
    ck_assert_uint_eq(count_alike("van Denberg", "P.", NULL), 1);
    ck_assert_uint_eq(count_alike("Vandenbergh", "Piet", NULL), 1);
    ck_assert_uint_eq(count_alike("Fitz Gerald", "Anne", NULL), 1);
    ck_assert_uint_eq(count_alike("Mac Leod", "Iain", NULL), 1);
    ck_assert_uint_eq(count_alike("Le Roux", "A", NULL), 1);
    ck_assert_uint_eq(count_alike("de la Tour", "Elsa", NULL), 1);
    ck_assert_uint_eq(count_alike("DeSantis", "Paolo", NULL), 0);
    ck_assert_uint_eq(count_alike("Le Rouge", "Anne", NULL), 0);

    add_person("Vandenbossche", "Ria", NULL);
    ck_assert_uint_eq(count_alike("Van den Bosche", "Ria", NULL), 1);
}
END_TEST

/* So many bear the family name, or share the address, that not all are read. */
START_TEST(person__may_be_another__among_very_many_namesakes)
{
    for (int i = 0; i < 30; i++) {
        struct buffer given = { 0 };
        buffer_addf(&given, "%c%s", 'A' + i % 26, i < 26 ? "bel" : "nna");
        add_person("Martin", buffer_text(&given), "contact@example.org");
        buffer_clear(&given);
    }
    for (int i = 0; i < 30; i++)
        add_person("Martin", "Zaira", NULL);
    const int64_t known = add_person("Martin", "Zoé", NULL);
    const struct person sought = { .family = "Martin",
                                   .given = "Zoe",
                                   .email = "contact@example.org" };
    struct person_list list = { 0 };
    ck_assert(person_alike_find(db, &sought, NULL, 10, &list, &err));
    ck_assert_uint_gt(list.count, 0);
    ck_assert_int_eq(list.items[0].head.id, known);
    const struct person turned = { .family = "Zoe", .given = "Martin" };
    ck_assert(person_alike_find(db, &turned, NULL, 10, &list, &err));
    ck_assert_int_eq(list.items[0].head.id, known);
    person_list_clear(&list);
}
END_TEST

START_TEST(person__is_not_alike__to_oneself_nor_beyond_the_most)
{
    struct person_list list = { 0 };
    struct person person;

    record_init(&person_entity, &person);
    person.head.id = add_person("Ader", "Luc", "luc@example.org");
    field_set_text(entity_field(&person_entity, "family"), &person, "Ader");
    field_set_text(entity_field(&person_entity, "email"), &person, "luc@example.org");
    for (int i = 0; i < 5; i++)
        add_person("Ader", NULL, i % 2 ? "luc@example.org" : NULL);
    ck_assert(person_alike_find(db, &person, NULL, 10, &list, &err));
    ck_assert_uint_eq(list.count, 5);
    ck_assert(person_alike_find(db, &person, NULL, 3, &list, &err));
    ck_assert_uint_eq(list.count, 3);
    record_clear(&person_entity, &person);
    person_list_clear(&list);
}
END_TEST

START_TEST(affiliation__of_a_day__is_the_main_one_that_holds)
{
    const char *person = rows_number(add_person("Ader", "Luc", NULL));
    const char *town =
        rows_number(rows_add(db, &organisation_entity, "name", "Town", NULL));
    int64_t before = rows_add(db, &affiliation_entity, "person", person, "organisation",
                              town, "main", "1", "to", "2026-12-31", NULL);
    int64_t side = rows_add(db, &affiliation_entity, "person", person, "organisation",
                            town, "from", "2026-06-01", NULL);
    int64_t after = rows_add(db, &affiliation_entity, "person", person, "organisation",
                             town, "main", "1", "from", "2027-02-01", NULL);
    struct affiliation found;

    record_init(&affiliation_entity, &found);
    ck_assert(
        person_table_affiliation(db, 1, (struct date){ 2026, 12, 31 }, &found, &err));
    ck_assert_int_eq(found.head.id, before);
    ck_assert(person_table_affiliation(db, 1, (struct date){ 2027, 1, 1 }, &found, &err));
    ck_assert_int_eq(found.head.id, side);
    ck_assert(person_table_affiliation(db, 1, (struct date){ 2027, 2, 1 }, &found, &err));
    ck_assert_int_eq(found.head.id, after);
    ck_assert(
        person_table_affiliation(db, 99, (struct date){ 2027, 2, 1 }, &found, &err));
    ck_assert_int_eq(found.head.id, 0);
    record_clear(&affiliation_entity, &found);
}
END_TEST

START_TEST(organisation__is_found_by_name__or_short_name_however_written)
{
    int64_t id = rows_add(db, &organisation_entity, "name", "Communauté d’Évry",
                          "short_name", "C.É.", NULL);
    struct organisation found;

    record_init(&organisation_entity, &found);
    ck_assert(organisation_table_find_name(db, "communaute d'evry", &found, &err));
    ck_assert_int_eq(found.head.id, id);
    ck_assert(organisation_table_find_name(db, "c.e.", &found, &err));
    ck_assert_int_eq(found.head.id, id);
    char *name = organisation_table_name(db, id);
    ck_assert_str_eq(name, "Communauté d’Évry");
    free(name);
    ck_assert_ptr_null(organisation_table_name(db, id + 1));
    ck_assert(!organisation_table_find_name(db, "communaute", &found, &err));
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
    record_clear(&organisation_entity, &found);
}
END_TEST

static void
add_login(void *logins, const char *login)
{
    buffer_addf(logins, "%s ", login);
}

START_TEST(staff__is_found_by_login__and_administrators_are_shown)
{
    struct staff found;
    struct buffer logins = { 0 };

    rows_add(db, &staff_entity, "login", "anna", "role", "administrator", NULL);
    rows_add(db, &staff_entity, "login", "luc", "role", "desk", NULL);
    record_init(&staff_entity, &found);
    ck_assert(staff_table_find(db, "luc", &found, &err));
    ck_assert_int_eq(found.role, ROLE_DESK);
    ck_assert(!staff_table_find(db, "eve", &found, &err));
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
    ck_assert(staff_table_administrators(db, add_login, &logins, &err));
    ck_assert_str_eq(buffer_text(&logins), "anna ");
    buffer_clear(&logins);
    record_clear(&staff_entity, &found);
}
END_TEST

START_TEST(role_of_a_login__comes_with_the_groups_for_which_it_counts)
{
    enum staff_role role = ROLE_READER;
    struct grant_list grants = { 0 };
    char staff[24], group[24];

    rows_add(db, &staff_entity, "login", "anna", "role", "administrator", NULL);
    (void)snprintf(
        staff, sizeof staff, "%lld",
        (long long)rows_add(db, &staff_entity, "login", "luc", "role", "desk", NULL));
    const int64_t urban =
        rows_add(db, &working_group_entity, "code", "URB", "name", "Urban", NULL);
    (void)snprintf(group, sizeof group, "%lld", (long long)urban);
    rows_add(db, &grant_entity, "staff", staff, "group", group, NULL);

    ck_assert(staff_table_role(db, "luc", &role, &grants, &err));
    ck_assert_int_eq(role, ROLE_DESK);
    ck_assert_uint_eq(grants.count, 1);
    ck_assert_int_eq(grants.items[0].group, urban);
    ck_assert(staff_table_role(db, "anna", &role, &grants, &err));
    ck_assert_int_eq(role, ROLE_ADMINISTRATOR);
    ck_assert_uint_eq(grants.count, 0);
    ck_assert(!staff_table_role(db, "eve", &role, &grants, &err));
    ck_assert_int_eq(err.kind, ERROR_NOT_FOUND);
    grant_list_clear(&grants);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, person__is_found_by_email__whatever_its_case);
    tcase_add_test(tests, person__may_be_another__of_the_same_name_in_any_spelling);
    tcase_add_test(tests, person__called_after_a_saint__may_be_another_in_any_spelling);
    tcase_add_test(tests, person__of_a_mac_or_mc__may_be_another_joined_or_not);
    tcase_add_test(tests, filter__knows_a_stranger__without_asking_the_database);
    tcase_add_test(tests, person__who_was_merged__is_nobody_else);
    tcase_add_test(tests, person__is_found__past_a_slip_in_the_family_name);
    tcase_add_test(tests, person__is_found__past_a_slip_whatever_namesakes_do);
    tcase_add_test(tests, person__is_found__past_a_slip_among_many_who_begin_so);
    tcase_add_test(tests, person__is_found__by_a_part_of_a_name_without_the_longest_word);
    tcase_add_test(tests, person__who_is_kin__is_found_beside_many_who_begin_so);
    tcase_add_test(tests,
                   person__may_be_another__whose_family_name_is_in_one_word_or_several);
    tcase_add_test(tests, person__may_be_another__among_very_many_namesakes);
    tcase_add_test(tests, person__is_not_alike__to_oneself_nor_beyond_the_most);
    tcase_add_test(tests, affiliation__of_a_day__is_the_main_one_that_holds);
    tcase_add_test(tests, organisation__is_found_by_name__or_short_name_however_written);
    tcase_add_test(tests, staff__is_found_by_login__and_administrators_are_shown);
    tcase_add_test(tests, role_of_a_login__comes_with_the_groups_for_which_it_counts);
}

SUITE_MAIN("people_tables")
