/* SPDX-License-Identifier: GPL-3.0-or-later */
/* heading_wish_test.c - columns of wishes for workshops, and their order */
#include "atelier/domain/import.h"

#include <stdlib.h>

#include "support/suite.h"

static const char *const wishes[] = {
    "Vœu 1",
    "VOEU N°2",
    "1er vœu",
    "2ème vœu",
    "Souhait 1",
    "1er choix",
    "Deuxième choix",
    "Choix d’atelier",
    "Atelier 1",
    "Ateliers",
    "Atelier du matin",
    "Atelier (1er choix)",
    "Voeu1",
    "Wish 1",
    "1st wish",
    "First choice",
    "3rd choice",
    "Workshop 1",
    "Workshops",
    "Workshop choice 2",
    "Wunsch 1",
    "1. Wunsch",
    "Zweiter Wunsch",
    "Erstwunsch",
    "Workshopwunsch",
    "Workshop 2 (Nachmittag)",
    "Deseo 1",
    "Primera opción",
    "2.ª opción",
    "Taller 1",
    "Talleres",
    "Desiderio 1",
    "Prima scelta",
    "Laboratorio 2",
    "Wens 1",
    "Tweede keuze",
    "Workshopkeuze 1",
    "Życzenie 1",
    "Pierwszy wybór",
    "Warsztaty",
};

static const char *const others[] = {
    "Choix",
    "Choix du menu",
    "Premier choix (menu)",
    "Animateur de l’atelier",
    "Prix atelier",
    "First name",
    "Second surname",
    "2ème prénom",
    "Option 1",
    "Nombre d’ateliers",
    "Wahl",
    "Workshop paid",
    "Premier jour",
    "1",
    "",
};

START_TEST(heading_of_a_wish__is_understood__in_six_languages)
{
    ck_assert_msg(import_target_guess(wishes[_i]) == IMPORT_WISH, "%s: %s", wishes[_i],
                  import_targets[import_target_guess(wishes[_i])].name);
}
END_TEST

START_TEST(heading_of_something_else__is_no_wish)
{
    ck_assert_msg(import_target_guess(others[_i]) != IMPORT_WISH, "%s", others[_i]);
}
END_TEST

static void
expect_order(const char *const *headings, size_t count, const size_t *expected)
{
    struct import_mapping mapping = { 0 };
    size_t columns[8];

    (void)import_mapping_guess(&mapping, headings, count);
    ck_assert_uint_eq(import_mapping_wishes(&mapping, columns), count - 1);
    for (size_t i = 0; i + 1 < count; i++)
        ck_assert_uint_eq(columns[i], expected[i]);
    import_mapping_clear(&mapping);
}

START_TEST(columns__are_in_the_order_of_their_numbers__else_as_they_stand)
{
    expect_order((const char *const[]){ "Vœu 3", "Nom", "2e vœu", "Premier vœu" }, 4,
                 (const size_t[]){ 3, 2, 0 });
    expect_order((const char *const[]){ "Nom", "Drittwunsch", "Wunsch 10", "Erstwunsch" },
                 4, (const size_t[]){ 3, 1, 2 });
    expect_order((const char *const[]){ "Name", "Workshop", "Wish", "Workshops" }, 4,
                 (const size_t[]){ 1, 2, 3 });
}
END_TEST

/* “Atelier” above yes and no says whether they come to one, not which one. */
START_TEST(answers_below__contradict_the_heading)
{
    const char *const headings[] = { "Nom", "Atelier" };
    struct import_column columns[2] = { 0 };
    struct import_mapping mapping = { 0 };

    import_column_add(&columns[0], "Durand", NULL, NULL);
    import_column_add(&columns[1], "oui", NULL, NULL);
    (void)import_mapping_guess_columns(&mapping, NULL, headings, columns, 2);
    ck_assert_int_eq(mapping.targets[1], IMPORT_NOTHING);
    import_mapping_clear(&mapping);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_loop_test(tests, heading_of_a_wish__is_understood__in_six_languages, 0,
                        (int)(sizeof(wishes) / sizeof(wishes[0])));
    tcase_add_loop_test(tests, heading_of_something_else__is_no_wish, 0,
                        (int)(sizeof(others) / sizeof(others[0])));
    tcase_add_test(tests, columns__are_in_the_order_of_their_numbers__else_as_they_stand);
    tcase_add_test(tests, answers_below__contradict_the_heading);
}

SUITE_MAIN("heading_wish")
