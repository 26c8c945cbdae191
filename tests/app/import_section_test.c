/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_section_test.c - who a list says does not come, by a column or by a title */
#include <stdio.h>
#include <string.h>

#include "list_office.h"

static struct import *import;

static void
judge(const char *text)
{
    import = judged(text);
}

/* "new doubtful", a row each. */
static void
expect(const char *expected)
{
    struct buffer found = { 0 };

    for (size_t i = 0; i < import_row_count(import); i++)
        buffer_addf(&found, "%s%s", i > 0 ? " " : "",
                    import_verdicts[import_row_verdict(import, i)].name);
    ck_assert_str_eq(buffer_text(&found), expected);
    buffer_clear(&found);
}

#define NO(WORD)                                                                         \
    "“" WORD "”: this person does not seem to come; decide whether to take the row."

static const char *const noes[] = {
    "Non",      "non, désolée", "Annulé",    "Annulée",      "Not Attending",
    "absent",   "Absente",      "Excusé",    "excused",      "No",
    "declined", "Refunded",     "waiting",   "Waiting list", "Liste d’attente",
    "Nein",     "abgesagt",     "Peut-être", "Remboursé",    "Ne viendra pas",
    "afwezig",
};
static const char *const yeses[] = { "Oui", "Confirmé", "Attending", "Validé",    "Yes",
                                     "ja",  "X",        "Présente",  "registered" };

START_TEST(answer_that_is_a_no__is_not_taken_in_silence)
{
    char text[200];
    (void)snprintf(text, sizeof(text), "Nom;Prénom;Présence\nRoy;Luc;%s\nBlanc;Léa;Oui\n",
                   noes[_i]);
    judge(text);
    expect("doubtful new");
    ck_assert_ptr_nonnull(strstr(sheet_row(import, 0)->reason, noes[_i]));
    ck_assert_msg(import_settle(import, 0, 0, &err), "%s", err.message);
    ck_assert_int_eq(sheet_run(import).added, 2);
    import_free(import);
}
END_TEST

START_TEST(answer_that_is_a_yes__is_taken)
{
    char text[200];
    (void)snprintf(text, sizeof(text), "Nom;Prénom;Statut\nRoy;Luc;%s\n", yeses[_i]);
    judge(text);
    expect("new");
    import_free(import);
}
END_TEST

START_TEST(known_person__who_does_not_come__is_named)
{
    judge("Nom;Prénom;Courriel\nRoy;Luc;r@example.org\n");
    sheet_run(import);
    import_free(import);
    judge("Nom;Prénom;Courriel;Attendee Status\nRoy;Luc;r@example.org;Not Attending\n");
    expect("doubtful");
    sheet_expect_reason(
        import, 0, "This may be Roy, Luc, who is known already; " NO("Not Attending"));
    import_free(import);
}
END_TEST

static const char *const absences[] = { "Absent",     "Excusé(e)", "Non venu",
                                        "Absent O/N", "No show",   "Ne vient pas",
                                        "Abwesend",   "Absent ?",  "N'est pas présent",
                                        "Cancelled" };

START_TEST(yes_to_an_absence__is_a_no_to_coming)
{
    char text[200];
    (void)snprintf(text, sizeof(text),
                   "Nom;Prénom;%s\nUn;Ana;X\nDeux;Bob;\nTrois;Eva;non\nQuatre;Max;1\n",
                   absences[_i]);
    judge(text);
    expect("doubtful new new doubtful");
    ck_assert_ptr_nonnull(strstr(sheet_row(import, 0)->reason, "does not seem to come"));
    import_free(import);
    judge("Nom;Prénom;Absent;Motif d'absence\nUn;Ana;X;Congés\n");
    sheet_expect_reason(import, 0, NO("Absent"));
    import_free(import);
}
END_TEST

/* What somebody is, and who comes to one day or to lunch, is another question. */
START_TEST(column_of_something_else__says_nothing_of_coming)
{
    judge(
        "Nom;Prénom;Statut;Présence jour 2;Présence au déjeuner\nRoy;Luc;Élu;Non;Non\n");
    expect("new");
    import_free(import);
    judge("Nom;Prénom;Présence 16/03\nRoy;Luc;Non\n"); /* the only day that is asked */
    expect("doubtful");
    import_free(import);
}
END_TEST

START_TEST(those_below_a_title_of_the_excused__are_doubtful_until_another_title)
{
    judge("Nom;Prénom;Courriel\nUn;Ana;\nExcusés;;\nNom;Prénom;Courriel\nDeux;Bob;\n"
          "Trois;Eva;\nPrésents :;;\nQuatre;Max;\nListe d'attente;;\nCinq;Zoé;\n");
    expect("new refused refused doubtful doubtful refused new refused doubtful");
    sheet_expect_reason(import, 1, "“Excusés” is a title above others, not a person.");
    sheet_expect_reason(import, 2,
                        "The headings stand here again; this is not a person.");
    sheet_expect_reason(import, 3, NO("Excusés"));
    sheet_expect_reason(import, 8, NO("Liste d'attente"));
    import_free(import);
}
END_TEST

START_TEST(words_alone_where_nothing_is_read__are_a_title)
{
    judge("N°;Nom;Prénom\n1;Un;Ana\nCollège des élus;;\n2;Deux;Bob\nVILLES DU NORD;;\n"
          "3;Trois;Eva\n4;;\n");
    expect("new refused new refused new refused");
    sheet_expect_reason(import, 1,
                        "“Collège des élus” is a title above others, not a person.");
    sheet_expect_reason(import, 3,
                        "“VILLES DU NORD” is a title above others, not a person.");
    sheet_expect_reason(import, 5, "The family name is missing; fill it in.");
    import_free(import);
}
END_TEST

static const char *const totals[] = {
    "Total : 4 personnes", "Total présents : 4",  "TOTAL 4",
    "Sous-total : 2",      "Grand total: 8",      "Nombre d'inscrits : 3",
    "Effectif total : 12", "Number of people: 3", "Gesamtzahl: 8",
    "Totaux : 12",
};

/* Wherever it stands, and it says nothing of those below. */
START_TEST(total_line__is_called_so__and_opens_nothing)
{
    char text[200];
    char why[200];

    (void)snprintf(why, sizeof(why), "“%s” is a total line and is left out.", totals[_i]);
    (void)snprintf(text, sizeof(text), "N°;Nom;Prénom\n1;Un;Ana\n%s;;\n2;Deux;Bob\n",
                   totals[_i]);
    judge(text);
    expect("new refused new");
    sheet_expect_reason(import, 1, why);
    import_free(import);
    (void)snprintf(text, sizeof(text), "Nom;Prénom\nUn;Ana\n%s;\nDeux;Bob\n", totals[_i]);
    judge(text);
    expect("new refused new");
    sheet_expect_reason(import, 1, why);
    import_free(import);
}
END_TEST

START_TEST(total_of_the_excused__excuses_nobody_below)
{
    judge("N°;Nom;Prénom\n1;Un;Ana\nTotal excusés : 1;;\n2;Deux;Bob\n4 personnes;;\n"
          "Excusés;;\n3;Trois;Eva\nTotal : 3;;\n");
    expect("new refused new refused refused doubtful refused");
    sheet_expect_reason(import, 3, "“4 personnes” is a total line and is left out.");
    sheet_expect_reason(import, 4, "“Excusés” is a title above others, not a person.");
    sheet_expect_reason(import, 5, NO("Excusés"));
    import_free(import);
    judge("Nom;Prénom\nSuma;\n"); /* somebody may be called so */
    ck_assert_int_ne(import_row_verdict(import, 0), IMPORT_REFUSED);
    import_free(import);
}
END_TEST

START_TEST(empty_column__is_nothing_to_tell)
{
    judge("Nom;Prénom;Vide;Couleur\nUn;Ana; ;\nDeux;Bob;;bleu\n");
    ck_assert(import_column_is_idle(import, 2));
    ck_assert(!import_column_is_idle(import, 3)); /* the second row has one */
    ck_assert(!import_column_is_idle(import, 0));
    import_free(import);
    judge("Nom;Prénom;Courriel\nUn;Ana;\n"); /* it would be read */
    ck_assert(!import_column_is_idle(import, 2));
    import_free(import);
}
END_TEST

START_TEST(a_name_with_its_own_no__is_no_title_above_others)
{
    judge("Participant;Courriel\nM. VERT (excusé);\nAna Un;\nJean MARTIN - excusé;\n"
          "Anne BLANC (absente excusée);b@example.org\nPaul NOIR, excusé;\n"
          "Martine GRIS : absente;\nBo Deux;\nListe des excusés;\nEva Trois;\n");
    expect("doubtful new doubtful doubtful doubtful doubtful new refused doubtful");
    sheet_expect_reason(import, 0, NO("excusé"));
    sheet_expect_reason(import, 3, NO("absente excusée"));
    ck_assert_str_eq(sheet_row(import, 5)->values[IMPORT_FAMILY], "Gris");
    import_free(import);
}
END_TEST

START_TEST(headings_of_two_lines__are_read_as_one)
{
    judge("Nom;Coordonnées;;Structure\n;Mail;Tél;\n"
          "Luc ROUSSEL;r@example.org;0612345678;Lyon\n");
    expect("new");
    ck_assert_str_eq(sheet_row(import, 0)->values[IMPORT_PHONE], "0612345678");
    ck_assert_str_eq(sheet_row(import, 0)->values[IMPORT_EMAIL], "r@example.org");
    ck_assert_str_eq(sheet_row(import, 0)->values[IMPORT_ORGANISATION], "Lyon");
    ck_assert_str_eq(sheet_row(import, 0)->values[IMPORT_FAMILY], "Roussel");
    ck_assert_int_eq(import_headings_line(import), 2);
    import_free(import);
    judge("Identité;;Coordonnées;\nNom;Prénom;Mail;Tél\nRoy;Luc;r@example.org;\n");
    expect("new");
    import_free(import);
}
END_TEST

START_TEST(columns_of_two_lines__are_remembered)
{
    const char *text =
        "Nom;Coordonnées;;Structure\n;Mail;Tél;\nRoy;r@example.org;;Lyon\n";
    judge(text);
    import_mapping(import)->targets[3] = IMPORT_NOTE;
    sheet_judge(import);
    sheet_run(import);
    import_free(import);
    judge(text);
    ck_assert_int_eq(import_mapping(import)->targets[3], IMPORT_NOTE);
    ck_assert_int_eq(import_headings_line(import), 2);
    import_free(import);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_loop_test(tests, answer_that_is_a_no__is_not_taken_in_silence, 0,
                        sizeof(noes) / sizeof(noes[0]));
    tcase_add_loop_test(tests, answer_that_is_a_yes__is_taken, 0,
                        sizeof(yeses) / sizeof(yeses[0]));
    tcase_add_loop_test(tests, yes_to_an_absence__is_a_no_to_coming, 0,
                        sizeof(absences) / sizeof(absences[0]));
    tcase_add_test(tests, known_person__who_does_not_come__is_named);
    tcase_add_test(tests, column_of_something_else__says_nothing_of_coming);
    tcase_add_test(tests,
                   those_below_a_title_of_the_excused__are_doubtful_until_another_title);
    tcase_add_test(tests, words_alone_where_nothing_is_read__are_a_title);
    tcase_add_loop_test(tests, total_line__is_called_so__and_opens_nothing, 0,
                        sizeof(totals) / sizeof(totals[0]));
    tcase_add_test(tests, total_of_the_excused__excuses_nobody_below);
    tcase_add_test(tests, empty_column__is_nothing_to_tell);
    tcase_add_test(tests, a_name_with_its_own_no__is_no_title_above_others);
    tcase_add_test(tests, headings_of_two_lines__are_read_as_one);
    tcase_add_test(tests, columns_of_two_lines__are_remembered);
}

SUITE_MAIN("import_section")
