/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_homeless_test.c - function and category of who comes without an organisation */
#include "list_office.h"

#define HEADER "Nom;Prénom;Courriel;Organisme;Fonction;Catégorie;Territoire\n"

/* Imports one row; its reason is the expected one. */
static void
take(const char *text, const char *reason)
{
    struct import *import = judged(text);

    sheet_expect_reason(import, 0, reason);
    sheet_run(import);
    import_free(import);
}

static const char sql[] =
    "SELECT ifnull(p.note, ''), ifnull(a.function, '') FROM person p "
    "LEFT JOIN affiliation a ON a.person = p.id AND a.\"to\" IS NULL";

START_TEST(newcomer_without_an_organisation__keeps_the_function_in_the_note)
{
    take("Nom;Prénom;Fonction;Remarque\nRoy;Luc;Maire;Végan\n",
         "no organisation is named: the note keeps “Maire”");
    office_expect("SELECT note FROM person", "Végan\nMaire\n");
}
END_TEST

START_TEST(category_and_territory__are_kept_by_name)
{
    take(HEADER "Roy;Luc;;;Maire;Villes;Nord\n",
         "no organisation is named: the note keeps “Maire; Category: Villes; Territory: "
         "Nord”");
    office_expect("SELECT note FROM person",
                  "Maire\nCategory: Villes\nTerritory: Nord\n");
}
END_TEST

START_TEST(known_person_without_a_post__keeps_it_in_the_note_once)
{
    take(HEADER "Roy;Luc;r@example.org;;;;\n", "");
    take(HEADER "Roy;Luc;r@example.org;;Maire;;\n", "Note: nothing → Maire");
    take(HEADER "Roy;Luc;r@example.org;;Maire;;\n", "");
    office_expect(sql, "Maire|\n");
}
END_TEST

START_TEST(known_person_with_a_post__gets_the_function_there)
{
    take(HEADER "Roy;Luc;r@example.org;Lyon;Chef;Villes;\n", "");
    take(HEADER "Roy;Luc;r@example.org;;Maire;Villes;\n",
         "Function: Chef → Maire; Category of Lyon stays blank, not “Villes”");
    office_expect(sql, "|Maire\n");
    take(HEADER "Roy;Luc;r@example.org;;Maire;Villes;\n",
         "Category of Lyon stays blank, not “Villes”");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests,
                   newcomer_without_an_organisation__keeps_the_function_in_the_note);
    tcase_add_test(tests, category_and_territory__are_kept_by_name);
    tcase_add_test(tests, known_person_without_a_post__keeps_it_in_the_note_once);
    tcase_add_test(tests, known_person_with_a_post__gets_the_function_there);
}

SUITE_MAIN("import_homeless")
