/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_coming_test.c - which answers say that somebody does not come */
#include "atelier/domain/import.h"

#include "support/suite.h"

/* Who is read as coming takes a seat, and nobody hears that they said no. */
START_TEST(answers__that_say_no_in_other_words__are_noes)
{
    static const char *const noes[] = { "Absage",
                                        "Ablehnung",
                                        "verhindert",
                                        "keine Zeit",
                                        "Indisponible",
                                        "Empêchée",
                                        "Malade",
                                        "Je ne peux pas venir",
                                        "N’est pas disponible",
                                        "Désinscrit",
                                        "À confirmer",
                                        "Non confirmé",
                                        "Rifiutato",
                                        "Non posso",
                                        "Rechazado",
                                        "No puedo ir",
                                        "Geweigerd",
                                        "Regrets",
                                        "Unable",
                                        "Can’t make it",
                                        "Won't come",
                                        "Not confirmed",
                                        "KO",
                                        "❌",
                                        "👎 trop loin" };
    for (size_t i = 0; i < sizeof(noes) / sizeof(noes[0]); i++)
        ck_assert_msg(import_cell_is_no(noes[i]), "%s", noes[i]);
}

/* They are looked for by their first letters, in their order. */
START_TEST(noes__are_found__each_of_them)
{
    static const char *const noes[] = {
#define NO(words) words,
#include "import/no_word.def"
#undef NO
        "absent",        "abgesagt",  "Annulé",         "en attente",   "Excusée",
        "liste attente", "maybe",     "ne viendra pas", "nie przyjdę",  "not attending",
        "peut-être",     "no-show",   "Odwołane",       "Remplacée",    "retiré",
        "storniert",     "tentative", "vielleicht",     "waiting list", "Désolé, excusé",
    };
    for (size_t i = 0; i < sizeof(noes) / sizeof(noes[0]); i++)
        ck_assert_msg(import_cell_is_no(noes[i]), "%s", noes[i]);
}

START_TEST(answers__that_say_yes_or_something_else__are_none)
{
    static const char *const others[] = { "Oui",         "Zusage",  "Confirmé",
                                          "Présent",     "Coming!", "Avec plaisir",
                                          "Passager",    "OK",      "Keiner",
                                          "Paid in full" };
    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
        ck_assert_msg(!import_cell_is_no(others[i]), "%s", others[i]);
}

/* Names stand above others too. */
/* Forms of two languages offer “Oui / Ja” and “Non / Nee”. */
START_TEST(answers__in_two_languages__are_answers)
{
    static const char *const yes[] = { "Oui / Yes", "Ja/Oui", "Yes (Oui)",
                                       "Sí | Bai | Yes" };
    static const char *const noes[] = { "Non / No", "Nee/Non", "No – Nein", "No (Non)" };
    static const char *const others[] = { "Oui / Non", "Ja Si",    "No / Brun",
                                          "non yes",   "Yes/No/?", "No / Nee / Ja" };

    for (size_t i = 0; i < sizeof(yes) / sizeof(yes[0]); i++)
        ck_assert_msg(!import_cell_is_no(yes[i]), "%s", yes[i]);
    for (size_t i = 0; i < sizeof(noes) / sizeof(noes[0]); i++) {
        ck_assert_msg(import_cell_answer(noes[i]) == IMPORT_ANSWER_NO, "%s", noes[i]);
        ck_assert_msg(import_cell_is_no(noes[i]), "%s", noes[i]);
    }
    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
        ck_assert_msg(import_cell_answer(others[i]) == IMPORT_ANSWER_NONE, "%s",
                      others[i]);
    ck_assert_int_eq(import_cell_answer(yes[0]), IMPORT_ANSWER_YES);
    ck_assert_int_eq(import_cell_answer(yes[1]), IMPORT_ANSWER_YES);
    ck_assert_int_eq(import_cell_answer(yes[2]), IMPORT_ANSWER_YES);
}

START_TEST(word_of_an_answer__is_no_title)
{
    static const char *const names[] = { "van der Pas", "Krank", "Void" };
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        ck_assert_msg(import_title_of(names[i]) == IMPORT_TITLE_NONE, "%s", names[i]);
}

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, answers__that_say_no_in_other_words__are_noes);
    tcase_add_test(tests, noes__are_found__each_of_them);
    tcase_add_test(tests, answers__that_say_yes_or_something_else__are_none);
    tcase_add_test(tests, answers__in_two_languages__are_answers);
    tcase_add_test(tests, word_of_an_answer__is_no_title);
}

SUITE_MAIN("import_coming")
