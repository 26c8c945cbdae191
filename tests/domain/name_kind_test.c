/* SPDX-License-Identifier: GPL-3.0-or-later */
/* name_kind_test.c - words that are a title, a family name or that of a father: they part
 * a name whatever the order of its list
 */
#include <string.h>

#include "atelier/domain/person_name.h"

#include "support/suite.h"

static const char *
shown(const char *text)
{
    return text ? text : "nothing";
}

static void
expect(const char *text, enum person_name_order order, const char *civility,
       const char *family, const char *given)
{
    struct person_name name = { 0 };

    person_name_read(&name, text, order);
    if (strcmp(shown(name.family), shown(family)) != 0 ||
        strcmp(shown(name.given), shown(given)) != 0 ||
        strcmp(shown(name.civility), shown(civility)) != 0)
        ck_abort_msg("“%s” is family “%s”, given “%s”, civility “%s”", text,
                     shown(name.family), shown(name.given), shown(name.civility));
    person_name_clear(&name);
}

static void
expect_both(const char *text, const char *family, const char *given)
{
    expect(text, NAME_GIVEN_FIRST, NULL, family, given);
    expect(text, NAME_FAMILY_FIRST, NULL, family, given);
}

START_TEST(titles__go__to_the_civility)
{
    const enum person_name_order order = NAME_GIVEN_FIRST;

    expect("Lady Anne Brook", order, "Lady", "Brook", "Anne");
    expect("Lady Brook", order, "Lady", "Brook", NULL);
    expect("Lord Tom Brook", order, "Lord", "Brook", "Tom");
    expect("Sir Tom Brook", order, "Sir", "Brook", "Tom");
    expect("Dame Anne Brook", order, "Dame", "Brook", "Anne");
    expect("Abbé Léo Aubry", order, "Abbé", "Aubry", "Léo");
    expect("M. l’abbé Léo Aubry", order, "M. l’abbé", "Aubry", "Léo");
    expect("Père Jean Dupont", order, "Père", "Dupont", "Jean");
    expect("Sœur Anne Aubry", order, "Sœur", "Aubry", "Anne");
    expect("Graf Hans von Maier", order, "Graf", "von Maier", "Hans");
    expect("Gräfin Eva Maier", order, "Gräfin", "Maier", "Eva");
    expect("Freiherr Hans von Maier", order, "Freiherr", "von Maier", "Hans");
    expect("Général Léo AUBRY", order, "Général", "AUBRY", "Léo");
    expect("Baronne Anne de Roth", order, "Baronne", "de Roth", "Anne");
    expect("Don Luis García", order, "Don", "García", "Luis");
    expect("Lt Col Tom Brook", order, "Lt Col", "Brook", "Tom");
    expect("Lt-Col Tom Brook", order, "Lt-Col", "Brook", "Tom");
    expect("Lieutenant-colonel Tom BROOK", order, "Lieutenant-colonel", "BROOK", "Tom");
    expect("Adjudant-chef Luc PETIT", order, "Adjudant-chef", "PETIT", "Luc");
    expect("Contre-amiral Luc PETIT", order, "Contre-amiral", "PETIT", "Luc");
    expect("Adjudant Luc Petit", order, "Adjudant", "Petit", "Luc");
    expect("S.E.M. Luc Petit", order, "S.E.M.", "Petit", "Luc");
    expect("Dr Med. Sophie LENOIR", order, "Dr Med.", "LENOIR", "Sophie");
    expect("Med Hondo", order, NULL, "Hondo", "Med");
    expect("Hon. Anne Brook", order, "Hon.", "Brook", "Anne");
    expect("Univ.-Prof. Hans Maier", order, "Univ.-Prof.", "Maier", "Hans");
    expect("Jhr. Jan van Dam", order, "Jhr.", "van Dam", "Jan");
    expect("Rabbi Levi Stern", order, "Rabbi", "Stern", "Levi");
    expect("Pfarrer Hans Maier", order, "Pfarrer", "Maier", "Hans");
    expect("Excmo. Sr. Luis García", order, "Excmo. Sr.", "García", "Luis");
    expect("ABBÉ LÉO AUBRY", order, "ABBÉ", "AUBRY", "LÉO");
    expect("Brook, Lady Anne", order, "Lady", "Brook", "Anne");
    expect("Aubry, Abbé Léo", order, "Abbé", "Aubry", "Léo");
    expect("Abbé AUBRY Léo", NAME_FAMILY_FIRST, "Abbé", "AUBRY", "Léo");
    expect("Graf von Maier Hans", NAME_FAMILY_FIRST, "Graf", "von Maier", "Hans");
}

START_TEST(titles_that_are_names__stay)
{
    expect("GRAF Hans Peter", NAME_GIVEN_FIRST, NULL, "GRAF", "Hans Peter");
    expect("Graf Hans Peter", NAME_FAMILY_FIRST, NULL, "Graf", "Hans Peter");
    expect("Baron Paul", NAME_FAMILY_FIRST, NULL, "Baron", "Paul");
    expect("Louis Pasteur", NAME_GIVEN_FIRST, NULL, "Pasteur", "Louis");
    expect("Steffi Graf", NAME_GIVEN_FIRST, NULL, "Graf", "Steffi");
    expect("Lord, Anne", NAME_GIVEN_FIRST, NULL, "Lord", "Anne");
    expect("Père, Marius", NAME_GIVEN_FIRST, NULL, "Père", "Marius");
    struct person_name name = { .family = strdup("Lord"), .given = strdup("Anne") };
    person_name_mend(&name);
    ck_assert_str_eq(name.family, "Lord");
    ck_assert_ptr_null(name.civility);
    person_name_clear(&name);
}

START_TEST(german_nobility_behind_a_given_name__is__of_the_family_name)
{
    expect("Hans Freiherr von Maier", NAME_GIVEN_FIRST, NULL, "Freiherr von Maier",
           "Hans");
    expect("Eva Gräfin von MAIER", NAME_GIVEN_FIRST, NULL, "Gräfin von MAIER", "Eva");
    expect("Maier, Hans Graf von", NAME_GIVEN_FIRST, NULL, "Graf von Maier", "Hans");
    expect("Dr. Hans Graf zu Maier", NAME_GIVEN_FIRST, "Dr.", "Graf zu Maier", "Hans");
}

START_TEST(patronymic__shows__the_order)
{
    expect_both("Ivan Ivanovich Petrov", "Petrov", "Ivan Ivanovich");
    expect_both("Petrov Ivan Ivanovich", "Petrov", "Ivan Ivanovich");
    expect_both("Anna Ivanovna Petrova", "Petrova", "Anna Ivanovna");
    expect_both("Иванова Анна Петровна", "Иванова", "Анна Петровна");
    expect_both("Анна Петровна Иванова", "Иванова", "Анна Петровна");
    expect_both("ИВАНОВА АННА ПЕТРОВНА", "ИВАНОВА", "АННА ПЕТРОВНА");
    expect_both("Иван Ильич Петров", "Петров", "Иван Ильич");
    expect_both("Адам Иванович Рабинович", "Рабинович", "Адам Иванович");
    expect("Anna Petrovich", NAME_GIVEN_FIRST, NULL, "Petrovich", "Anna");
}

START_TEST(ending_of_a_family_name__shows__the_order)
{
    expect_both("Anna Jónsdóttir", "Jónsdóttir", "Anna");
    expect_both("Jónsdóttir Anna", "Jónsdóttir", "Anna");
    expect_both("Anna Margrét Jónsdóttir", "Jónsdóttir", "Anna Margrét");
    expect_both("Nikos Papadopoulos", "Papadopoulos", "Nikos");
    expect_both("Mehmet Hacıoğlu", "Hacıoğlu", "Mehmet");
    expect("Dottir Anna", NAME_GIVEN_FIRST, NULL, "Anna", "Dottir");
}

START_TEST(two_family_names_of_a_spaniard__stay__together)
{
    const enum person_name_order order = NAME_GIVEN_FIRST;

    expect("José García López", order, NULL, "García López", "José");
    expect("María del Carmen Ruiz Sánchez", order, NULL, "Ruiz Sánchez",
           "María del Carmen");
    expect("José Luis Rodríguez de la Vega", order, NULL, "Rodríguez de la Vega",
           "José Luis");
    expect_both("García López José", "García López", "José");
    expect("García Márquez Ana María", NAME_FAMILY_FIRST, NULL, "García Márquez",
           "Ana María");
    expect("Ana López", order, NULL, "López", "Ana");
    expect("García Ana", NAME_FAMILY_FIRST, NULL, "García", "Ana");
    expect("Anne Marie Lopez", order, NULL, "Lopez", "Anne Marie");
    expect("Marie Inez Petit", order, NULL, "Petit", "Marie Inez");
}

START_TEST(family_name_in_front__goes_on__behind_its_particle)
{
    expect("Martin du Gard Roger", NAME_FAMILY_FIRST, NULL, "Martin du Gard", "Roger");
    expect("Dupont de la Tour Anne Marie", NAME_FAMILY_FIRST, NULL, "Dupont de la Tour",
           "Anne Marie");
    expect("Ruiz María del Carmen", NAME_FAMILY_FIRST, NULL, "Ruiz", "María del Carmen");
}

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, titles__go__to_the_civility);
    tcase_add_test(tests, titles_that_are_names__stay);
    tcase_add_test(tests, german_nobility_behind_a_given_name__is__of_the_family_name);
    tcase_add_test(tests, patronymic__shows__the_order);
    tcase_add_test(tests, ending_of_a_family_name__shows__the_order);
    tcase_add_test(tests, two_family_names_of_a_spaniard__stay__together);
    tcase_add_test(tests, family_name_in_front__goes_on__behind_its_particle);
}

SUITE_MAIN("name_kind")
