/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_cell_test.c - what a spreadsheet leaves in a cell, and what only looks like it
 */
#include <string.h>

#include "atelier/domain/import.h"
#include "support/suite.h"

static const char *const errors[] = {
    "#REF !",
    "#VALEUR\xC2\xA0!",
    "#NOM\xE2\x80\xAF?",
    "#REF!",
    "#N/A",
    "#N/D",
    "#NV",
    "#NOM?",
    "#NAME?",
    "#VALEUR!",
    "#DIV/0!",
    " #NUL! ",
    "#####",
    "Err:502",
    " Err:502",
    "\xe2\x80\x8b#REF!",
};

START_TEST(error__of_a_spreadsheet__is_named)
{
    struct error err = { 0 };
    ck_assert_msg(!import_cell_check(errors[_i], &err), "%s passes", errors[_i]);
    ck_assert_ptr_nonnull(strstr(err.message, "an error of the spreadsheet"));
}
END_TEST

static const char *const formulas[] = {
    "=CONCAT(A1)",        "=A1&B2", " =$A$1",      "=Feuil1!B2", "='Feuil 1'!A1",
    "=SI(A1=\"\";B1;C1)", "=+B12",  "@SUM(A1:A3)", "+SUM(A1)",   "=_xlfn.CONCAT(A1)",
};

START_TEST(formula__that_is_its_text__is_named)
{
    struct error err = { 0 };
    ck_assert_msg(!import_cell_check(formulas[_i], &err), "%s passes", formulas[_i]);
    ck_assert_ptr_nonnull(strstr(err.message, "a formula of the spreadsheet"));
}
END_TEST

static const char *const numbers[] = { "6.12E+08",     "6,12345678E+08", "3e+10",
                                       "3.36E+10",     "-6.12E+08",      " 6.12E+08",
                                       "6.12345678E8", "6,12E+8",        "3.36123E10" };

START_TEST(number__without_its_digits__is_named)
{
    struct error err = { 0 };
    ck_assert_msg(!import_cell_check(numbers[_i], &err), "%s passes", numbers[_i]);
    ck_assert_ptr_nonnull(strstr(err.message, numbers[_i] + strspn(numbers[_i], " ")));
}
END_TEST

static const char *const texts[] = {
    "",
    "#",
    "##",
    "#1",
    "#DD",
    "#Reseau!",
    "N/A",
    "Ref!",
    "Err:",
    "Erratum",
    "E+08",
    "12E+08",
    "6E8",
    "1.5e3",
    "2.1E",
    "4.2 E8",
    "= 12 p.",
    "=> voir la liste",
    "=",
    "==",
    "=50 %",
    "@dupont",
    "-B2",
    "- (voir)",
    "+33 (0)5 53",
    "=voir page 3",
    "1E8",
    "0612345678",
    "2E",
    "Martin",
    "A+ B",
    "#NOM? ou prénom",
};

START_TEST(text__that_a_person_may_have_typed__passes)
{
    struct error err = { 0 };
    ck_assert_msg(import_cell_check(texts[_i], &err), "%s: %s", texts[_i], err.message);
}
END_TEST

START_TEST(nothing__may_be_said__in_two_languages)
{
    static const char *const blanks[] = { "Geen / Aucun", "Aucun/None", "Keine / Nessuna",
                                          "n/a", "- / -" };
    static const char *const others[] = { "Aucun / Vegan", "Vegan / Aucun", "/ /x" };

    for (size_t i = 0; i < sizeof(blanks) / sizeof(blanks[0]); i++)
        ck_assert_msg(import_cell_is_blank(blanks[i], false), "%s", blanks[i]);
    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
        ck_assert_msg(!import_cell_is_blank(others[i], false), "%s", others[i]);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, nothing__may_be_said__in_two_languages);
    tcase_add_loop_test(tests, error__of_a_spreadsheet__is_named, 0,
                        (int)(sizeof errors / sizeof errors[0]));
    tcase_add_loop_test(tests, formula__that_is_its_text__is_named, 0,
                        sizeof(formulas) / sizeof(formulas[0]));
    tcase_add_loop_test(tests, number__without_its_digits__is_named, 0,
                        (int)(sizeof numbers / sizeof numbers[0]));
    tcase_add_loop_test(tests, text__that_a_person_may_have_typed__passes, 0,
                        (int)(sizeof texts / sizeof texts[0]));
}

SUITE_MAIN("import_cell")
