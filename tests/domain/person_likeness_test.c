/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person_likeness_test.c - duplicates noticed, namesakes left alone */
#include "atelier/domain/person.h"

#include "atelier/base/memory.h"

#include "support/suite.h"

static struct person
person_of(const char *family, const char *given, const char *email)
{
    struct person person;

    record_init(&person_entity, &person);
    person.family = memory_copy(family);
    person.given = memory_copy(given);
    person.email = memory_copy(email);
    return person;
}

static enum likeness
alike(const char *family, const char *given, const char *email, const char *other_family,
      const char *other_given, const char *other_email)
{
    struct person one = person_of(family, given, email);
    struct person other = person_of(other_family, other_given, other_email);
    enum likeness likeness = person_likeness(&one, &other);

    /* Likeness has no direction. */
    ck_assert_int_eq(person_likeness(&other, &one), likeness);
    record_clear(&person_entity, &one);
    record_clear(&person_entity, &other);
    return likeness;
}

START_TEST(same_names_and_email__are__the_same)
{
    ck_assert_int_eq(
        alike("Müller", "Anna", "a@example.org", "MULLER", "anna", "A@Example.org"),
        LIKENESS_SAME);
}

START_TEST(particles__that_stand_behind_the_name__are_those_before_it)
{
    ck_assert_int_eq(alike("Tour (de la)", "Anne", NULL, "de La Tour", "Anne", NULL),
                     LIKENESS_OTHERWISE);
    ck_assert_int_eq(alike("Berg, van den", "Jan", NULL, "van den Berg", "Jan", NULL),
                     LIKENESS_OTHERWISE);
    ck_assert_int_eq(alike("Tour (de la)", "Anne", NULL, "Martin", "Anne", NULL),
                     LIKENESS_NONE);
}

START_TEST(mac_and_mc__are_one_family__joined_or_not)
{
    static const char *const ways[] = { "MacDonald", "Mac Donald", "McDonald",
                                        "Mc Donald", "MACDONALD" };

    for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++)
        for (size_t k = 0; k < sizeof ways / sizeof ways[0]; k++)
            ck_assert_msg(alike(ways[i], "Jo", NULL, ways[k], "Jo", NULL) >=
                              LIKENESS_OTHERWISE,
                          "%s, %s", ways[i], ways[k]);
    ck_assert_int_eq(alike("MacDonald", "Jo", NULL, "Donald", "Jo", NULL), LIKENESS_NONE);
    ck_assert_int_eq(alike("Mac", "Jo", NULL, "Mc", "Jo", NULL), LIKENESS_NONE);
}
END_TEST

START_TEST(same_names__are_probable__in_either_spelling)
{
    ck_assert_int_eq(alike("Müller", "Anna", NULL, "Mueller", "Anna", NULL),
                     LIKENESS_PROBABLE);
    ck_assert_int_eq(alike("Müller", "Anna", NULL, "Muller", "Anna", "a@example.org"),
                     LIKENESS_PROBABLE);
    ck_assert_int_eq(alike("O’Brien", "Jean-Luc", NULL, "OBrien", "Jean Luc", NULL),
                     LIKENESS_PROBABLE);
    ck_assert_int_eq(alike("Łódzki", "Jan", NULL, "Lodzki", "Jan", NULL),
                     LIKENESS_PROBABLE);
}

START_TEST(same_names__are_probable__even_with_another_email)
{
    ck_assert_int_eq(
        alike("Roe", "Anna", "a@example.org", "Roe", "Anna", "b@example.org"),
        LIKENESS_PROBABLE);
}

START_TEST(same_email_and_family__are_probable__whatever_the_given_name)
{
    ck_assert_int_eq(
        alike("Roe", "A.", "roe@example.org", "Roe", "Bill", "roe@example.org"),
        LIKENESS_PROBABLE);
}

START_TEST(initials_swaps_and_weddings__are__possible)
{
    ck_assert_int_eq(alike("Roe", "A.", NULL, "Roe", "Anna", NULL), LIKENESS_POSSIBLE);
    ck_assert_int_eq(alike("Roe", "Élise", NULL, "Roe", "Emma", NULL), LIKENESS_POSSIBLE);
    ck_assert_int_eq(alike("Roe", NULL, NULL, "Roe", "Anna", NULL), LIKENESS_POSSIBLE);
    ck_assert_int_eq(alike("Martin", "Paul", NULL, "Paul", "Martin", NULL),
                     LIKENESS_POSSIBLE);
    ck_assert_int_eq(
        alike("Roe", "Anna", "anna@example.org", "Doe", "Anna", "anna@example.org"),
        LIKENESS_POSSIBLE);
}

START_TEST(people_who_are_numbered__are__not_alike)
{
    ck_assert_int_eq(alike("Guest 1", "Anna", NULL, "Guest 2", "Anna", NULL),
                     LIKENESS_NONE);
    ck_assert_int_eq(alike("Guest 1", "Anna", NULL, "Guest 12", "Anna", NULL),
                     LIKENESS_NONE);
    ck_assert_int_eq(alike("Guest 1", "Anna", NULL, "guest 1", "Anna", NULL),
                     LIKENESS_PROBABLE);
}

START_TEST(one_letters_slip__is_possible__in_a_name_of_five_letters_or_more)
{
    const char *const slips[] = { "Muller",   "Mueler",  "Mueller", "Müler",
                                  "Muelller", "Nueller", "Muelle",  "Mullor" };

    for (size_t i = 0; i < sizeof slips / sizeof slips[0]; i++)
        ck_assert_msg(alike(slips[i], "Anna", NULL, "Müller", "Anna", NULL) !=
                          LIKENESS_NONE,
                      "%s", slips[i]);
    ck_assert_int_eq(alike("Mueler", "Anna", NULL, "Müller", "Anna", NULL),
                     LIKENESS_POSSIBLE);
    ck_assert_int_eq(alike("Παπάς", "Anna", NULL, "Παπάτ", "Anna", NULL),
                     LIKENESS_POSSIBLE);
    ck_assert_int_eq(alike("Mueler", "Bill", NULL, "Müller", "Anna", NULL),
                     LIKENESS_NONE);
    ck_assert_int_eq(alike("Mueler", NULL, NULL, "Müller", NULL, NULL), LIKENESS_NONE);
    ck_assert_int_eq(alike("Miler", "Anna", NULL, "Müller", "Anna", NULL), LIKENESS_NONE);
    ck_assert_int_eq(alike("Roes", "Anna", NULL, "Roe", "Anna", NULL), LIKENESS_NONE);
    ck_assert_int_eq(alike("Roth", "Anna", NULL, "Rothe", "Anna", NULL), LIKENESS_NONE);
}
END_TEST

START_TEST(a_family_name_in_one_word__is_that_in_several__beside_an_initial)
{
    static const char *const pairs[][4] = {
        { "De Santis", "Marco", "DeSantis", "Marko" },
        { "Van den Berg", "Piet", "Vandenberg", "Pieter" },
        { "Van den Berg", "Piet", "Van Denberg", "P." },
        { "Fitz Gerald", "Ann", "Fitzgerald", "Anne" },
        { "Le Roux", NULL, "Leroux", "Anne" },
        { "O Brien", "Ann", "O’Brien", "Anne" },
        { "Ben Ali", "Sami", "Benali", "Samy" },
        { "Garcia-Lopez", "Ana", "Garcialopez", "Anna" },
        /* or one letter from it, with the same given name */
        { "Van den Berg", "Piet", "Vandenbergh", "Piet" },
        { "De Sanctis", "Marco", "DeSantis", "Marco" },
    };

    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
        ck_assert_msg(alike(pairs[i][0], pairs[i][1], NULL, pairs[i][2], pairs[i][3],
                            NULL) == LIKENESS_POSSIBLE,
                      "%s, %s", pairs[i][0], pairs[i][2]);
    ck_assert_int_eq(alike("De Santis", "Marco", NULL, "DeSantis", "Paolo", NULL),
                     LIKENESS_NONE);
    ck_assert_int_eq(alike("Van den Berg", "Piet", NULL, "Vandenbergh", "Pieter", NULL),
                     LIKENESS_NONE);
    ck_assert_int_eq(alike("De Santis", "Marco", NULL, "Santis", "Marko", NULL),
                     LIKENESS_NONE);
    ck_assert_int_eq(alike("Guest 1", "Anna", NULL, "Guest2", "Anna", NULL),
                     LIKENESS_NONE);
}
END_TEST

START_TEST(strangers__are__nothing_to_each_other)
{
    ck_assert_int_eq(alike("Roe", "Anna", NULL, "Roe", "Bill", NULL), LIKENESS_NONE);
    ck_assert_int_eq(alike("Roe", "Anna", NULL, "Doe", "Anna", NULL), LIKENESS_NONE);
    ck_assert_int_eq(
        alike("Roe", "Anna", "office@example.org", "Doe", "Bill", "office@example.org"),
        LIKENESS_NONE);
    ck_assert_int_eq(alike(NULL, NULL, NULL, NULL, NULL, NULL), LIKENESS_NONE);
}

START_TEST(somebody_without_a_given_name__is_like__only_who_has_none)
{
    ck_assert_int_eq(alike("Roe", NULL, NULL, "Roe", NULL, NULL), LIKENESS_PROBABLE);
    ck_assert_int_eq(alike("Roe", NULL, "r@example.org", "Roe", NULL, "r@example.org"),
                     LIKENESS_SAME);
    ck_assert_int_eq(alike("Roe", NULL, NULL, "ROE", "", NULL), LIKENESS_PROBABLE);
    ck_assert_int_eq(alike("Roe", NULL, NULL, "Doe", NULL, NULL), LIKENESS_NONE);
    ck_assert_int_eq(alike("Roe", NULL, "r@example.org", "Roe", "Anna", "r@example.org"),
                     LIKENESS_PROBABLE);
    ck_assert_int_eq(alike("Roe", NULL, "r@example.org", "Doe", NULL, "r@example.org"),
                     LIKENESS_NONE);
    /* A family name in the place of the other's given name is no swap. */
    ck_assert_int_eq(alike("Roe", NULL, NULL, "Doe", "Roe", NULL), LIKENESS_NONE);
}
END_TEST

/* Nothing but signs is left of such a name when case and accents are taken off. */
START_TEST(a_family_name_of_signs__is_like__no_other)
{
    ck_assert_int_eq(alike("---", "Anna", NULL, "...", "Anna", NULL), LIKENESS_NONE);
    ck_assert_int_eq(alike("---", NULL, NULL, "...", NULL, NULL), LIKENESS_NONE);
    ck_assert_int_eq(
        alike("---", "Anna", "a@example.org", "...", "Anna", "a@example.org"),
        LIKENESS_POSSIBLE);
}
END_TEST

START_TEST(a_missing_email__is__no_email_in_common)
{
    ck_assert_int_eq(alike("Roe", "Anna", NULL, "Roe", "Anna", NULL), LIKENESS_PROBABLE);
    ck_assert_int_eq(alike("Roe", "Anna", "a@example.org", "Roe", "Anna", NULL),
                     LIKENESS_PROBABLE);
    ck_assert_int_eq(alike("Roe", "Anna", NULL, "Doe", "Anna", NULL), LIKENESS_NONE);
    ck_assert_int_eq(alike("Martin", "Paul", NULL, "Paul", "Martin", NULL),
                     LIKENESS_POSSIBLE);
    ck_assert_int_eq(
        alike("Martin", "Paul", "m@example.org", "Paul", "Martin", "m@example.org"),
        LIKENESS_PROBABLE);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, same_names_and_email__are__the_same);
    tcase_add_test(tests, particles__that_stand_behind_the_name__are_those_before_it);
    tcase_add_test(tests, mac_and_mc__are_one_family__joined_or_not);
    tcase_add_test(tests, same_names__are_probable__in_either_spelling);
    tcase_add_test(tests, same_names__are_probable__even_with_another_email);
    tcase_add_test(tests, same_email_and_family__are_probable__whatever_the_given_name);
    tcase_add_test(tests, initials_swaps_and_weddings__are__possible);
    tcase_add_test(tests,
                   one_letters_slip__is_possible__in_a_name_of_five_letters_or_more);
    tcase_add_test(tests, people_who_are_numbered__are__not_alike);
    tcase_add_test(tests, somebody_without_a_given_name__is_like__only_who_has_none);
    tcase_add_test(tests, a_family_name_of_signs__is_like__no_other);
    tcase_add_test(tests, a_missing_email__is__no_email_in_common);
    tcase_add_test(tests,
                   a_family_name_in_one_word__is_that_in_several__beside_an_initial);
    tcase_add_test(tests, strangers__are__nothing_to_each_other);
}

SUITE_MAIN("person_likeness")
