/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_name_test.c - both names in one cell, parted where a reader would */
#include "atelier/domain/import.h"

#include <stdlib.h>

#include "support/suite.h"

static void
expect_split(const char *name, bool family_first, const char *family, const char *given)
{
    char *is_family;
    char *is_given;

    import_name_split(name, family_first, &is_family, &is_given);
    ck_assert_str_eq(is_family, family);
    if (given == NULL)
        ck_assert_msg(is_given == NULL, "“%s” gave “%s”", name, is_given);
    else
        ck_assert_msg(is_given != NULL, "“%s” gave no given name", name);
    if (given != NULL)
        ck_assert_str_eq(is_given, given);
    free(is_family);
    free(is_given);
}

/* Signs in the name itself are the same for both orders. */
static void
expect_sure(const char *name, const char *family, const char *given)
{
    expect_split(name, false, family, given);
    expect_split(name, true, family, given);
}

START_TEST(comma__parts__the_names)
{
    expect_sure("Müller, Anna", "Müller", "Anna");
    expect_sure("de la Tour , Jean Paul", "de la Tour", "Jean Paul");
    expect_sure("Müller,", "Müller", NULL);
}

START_TEST(capitals__show__the_family_name)
{
    expect_sure("Anna MÜLLER", "MÜLLER", "Anna");
    expect_sure("DUPONT Anna", "DUPONT", "Anna");
    expect_sure("Jean-Pierre VAN DEN BERG", "VAN DEN BERG", "Jean-Pierre");
    expect_sure("LE GOFF Anne Marie", "LE GOFF", "Anne Marie");
    expect_sure("Anna de LA TOUR", "de LA TOUR", "Anna");
    expect_sure("de LA TOUR Anna", "de LA TOUR", "Anna");
    expect_sure("Seán O'BRIEN", "O'BRIEN", "Seán");
    expect_sure("LE-GOFF Zoé", "LE-GOFF", "Zoé");
}

START_TEST(order__decides__when_nothing_shows)
{
    expect_split("Anna Müller", false, "Müller", "Anna");
    expect_split("Müller Anna", true, "Müller", "Anna");
    expect_split("Anna Maria Müller", false, "Müller", "Anna Maria");
    expect_split("Müller Anna Maria", true, "Müller", "Anna Maria");
    expect_split("ANNA MULLER", false, "MULLER", "ANNA");
    expect_split("MULLER ANNA", true, "MULLER", "ANNA");
    expect_split("J.-P. Roe", false, "Roe", "J.-P.");
}

START_TEST(particles__belong__to_the_family_name)
{
    expect_split("Anna de la Fontaine", false, "de la Fontaine", "Anna");
    expect_split("de la Fontaine Anna", true, "de la Fontaine", "Anna");
    expect_split("Jan van den Berg", false, "van den Berg", "Jan");
    expect_split("van Gogh", false, "Gogh", "van"); /* one word is left to be given */
}

START_TEST(one_word__is__a_family_name)
{
    expect_sure("Müller", "Müller", NULL);
    expect_sure("  Müller ", "Müller", NULL);
    expect_sure("", "", NULL);
    expect_sure(" , ", "", NULL);
}

START_TEST(other_scripts__are_parted__by_their_blanks)
{
    expect_split("Άννα Παπαδοπούλου", false, "Παπαδοπούλου", "Άννα");
    expect_split("Иванова Анна", true, "Иванова", "Анна");
}

START_TEST(a_very_long_name__keeps__all_its_words)
{
    expect_split("a b c d e f g h i j k l m n p q r s", true, "a",
                 "b c d e f g h i j k l m n p q r s");
}

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, comma__parts__the_names);
    tcase_add_test(tests, capitals__show__the_family_name);
    tcase_add_test(tests, order__decides__when_nothing_shows);
    tcase_add_test(tests, particles__belong__to_the_family_name);
    tcase_add_test(tests, one_word__is__a_family_name);
    tcase_add_test(tests, other_scripts__are_parted__by_their_blanks);
    tcase_add_test(tests, a_very_long_name__keeps__all_its_words);
}

SUITE_MAIN("import_name")
