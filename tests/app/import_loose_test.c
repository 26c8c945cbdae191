/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_loose_test.c - lists that are no table of headings: addresses out of a mail
 * program, rows without headings, cells that a spreadsheet spoilt */
#include <stdio.h>
#include <string.h>

#include "list_office.h"

static struct import *import;

/* "1 new Durand|Zoé|z@example.org", a row each, "-" for what is not there. */
static void
expect_rows(const char *expected)
{
    static const enum import_target told[] = { IMPORT_FAMILY, IMPORT_GIVEN,
                                               IMPORT_EMAIL };
    struct buffer found = { 0 };

    for (size_t i = 0; i < import_row_count(import); i++) {
        const struct import_row *row = sheet_row(import, i);
        buffer_addf(&found, "%lld %s", (long long)row->line,
                    import_verdicts[row->verdict].name);
        for (size_t t = 0; t < 3; t++)
            buffer_addf(&found, "%s%s", t ? "|" : " ",
                        row->values[told[t]] ? row->values[told[t]] : "-");
        buffer_add_char(&found, '\n');
    }
    ck_assert_str_eq(buffer_text(&found), expected);
    buffer_clear(&found);
}

static void
expect_file(const char *text, const char *expected)
{
    import = judged(text);
    expect_rows(expected);
    import_free(import);
}

/* ---- addresses ---- */

#define BOTH "1 new Durand|Zoé|z@example.org\n2 new Le Goff|Yann|y@example.org\n"

static const char *const addresses[] = {
    "\"DURAND, Zoé\" <z@example.org>; \"Le Goff, Yann\" <y@example.org>\n",
    "\"DURAND, Zoé\" <z@example.org>\n\"Le Goff, Yann\" <y@example.org>\n",
    "Zoé Durand <z@example.org>, Yann Le Goff <y@example.org>",
    "Durand, Zoé <z@example.org>, Le Goff, Yann <y@example.org>,\n",
    "To: \"DURAND, Zoé\" <z@example.org>,\r\n \"Le Goff, Yann\" <y@example.org>\r\n",
    "À : DURAND Zoé <z@example.org>;\nCc : LE GOFF Yann <y@example.org>\n",
    ("\"\"\"DURAND, Zoé\"\" <z@example.org>\"\n"
     "\"\"\"LE GOFF, Yann\"\" <y@example.org>\"\n"),
    "Zoé Durand (z@example.org)\nYann Le Goff [y@example.org]\n",
    "Zoé Durand z@example.org\nYann Le Goff\ty@example.org\n",
    "Zoé Durand <z@example.org>\tYann Le Goff <mailto:y@example.org>\n",
};

START_TEST(addresses__as_a_mail_program_copies_them__are_people)
{
    expect_file(addresses[_i], BOTH);
}
END_TEST

START_TEST(address__without_a_name__is_a_doubtful_guess__or_whom_it_is_known_of)
{
    import = sheet_judged(
        at, paper_write("list.csv", "Nom;Prénom;Courriel\nRoy;Anne;a@example.org\n"), 0);
    sheet_run(import);
    import_free(import);
    import = sheet_judged(at,
                          paper_write("list.csv",
                                      "jean-luc.petit2@example.org;zdurand@example.org;"
                                      "a@example.org"),
                          0);
    expect_rows("1 doubtful Petit|Jean-Luc|jean-luc.petit2@example.org\n"
                "2 doubtful Zdurand|-|zdurand@example.org\n3 same A|-|a@example.org\n");
    sheet_expect_reason(import, 0,
                        "The name is only guessed from the address "
                        "jean-luc.petit2@example.org; correct it, or take the row as it "
                        "is.");
    import_free(import);
    expect_file("E-mail\nana.roy@example.org\n",
                "2 doubtful Roy|Ana|ana.roy@example.org\n");
}
END_TEST

START_TEST(slip_among_addresses__is_a_row_that_is_refused)
{
    import =
        sheet_judged(at,
                     paper_write("list.csv", "Ana Roy <a@example.org>\nb@example.org\n"
                                             "c@example.org\nd@example.org\nLyon\n"),
                     0);
    ck_assert_int_eq(import_row_verdict(import, 4), IMPORT_REFUSED);
    ck_assert_int_eq(import_row_line(import, 4), 5);
    import_free(import);
}
END_TEST

START_TEST(quotation__that_ends_inside_a_cell__swallows_no_row)
{
    expect_file("Personne;Ville\n\"DURAND, Zoé\" <z@example.org>;Lille\n"
                "\"LE GOFF, Yann\" <y@example.org>;\"Paris\"\n",
                "2 new Durand|Zoé|z@example.org\n3 new Le Goff|Yann|y@example.org\n");
    expect_file("E-mail;Ville\n\"DURAND, Zoé\" <z@example.org>;Lille\n",
                "2 new Durand|Zoé|z@example.org\n");
    import = sheet_judged(at,
                          paper_write("list.csv",
                                      "Nom;Prénom;Note\nUn;Ana;\"Chef\" de projet\n"
                                      "Deux;Bob;\"a \"\"b\"\"; c\"\nTrois;Eva;5\" écran\n"
                                      "Quatre;Max;\"deux\nlignes\"\n"),
                          0);
    ck_assert_str_eq(sheet_row(import, 0)->values[IMPORT_NOTE], "\"Chef\" de projet");
    ck_assert_str_eq(sheet_row(import, 1)->values[IMPORT_NOTE], "a \"b\"; c");
    ck_assert_str_eq(sheet_row(import, 2)->values[IMPORT_NOTE], "5\" écran");
    ck_assert_str_eq(sheet_row(import, 3)->values[IMPORT_NOTE], "deux\nlignes");
    import_free(import);
}
END_TEST

/* The tab behind a quotation parts cells, and is no blank in front of more words. */
START_TEST(quotation__in_front_of_a_tab__is_around_its_cell)
{
    import = sheet_judged(at,
                          paper_write("list.csv",
                                      "Nom\tNote\tPrénom\nUn\t\"a \"\"b\"\"\"\tAna\n"
                                      "Deux\t\"\"\"c\"\" d\"\tBob\nTrois\t\t\"Eva\"\n"
                                      "Quatre\t\"e\" \tMax\nCinq\t\"Chef\" de\tTom\n"),
                          0);
    ck_assert_str_eq(sheet_row(import, 0)->values[IMPORT_NOTE], "a \"b\"");
    ck_assert_str_eq(sheet_row(import, 0)->values[IMPORT_GIVEN], "Ana");
    ck_assert_str_eq(sheet_row(import, 1)->values[IMPORT_NOTE], "\"c\" d");
    ck_assert_ptr_null(sheet_row(import, 2)->values[IMPORT_NOTE]);
    ck_assert_str_eq(sheet_row(import, 2)->values[IMPORT_GIVEN], "Eva");
    ck_assert_str_eq(sheet_row(import, 3)->values[IMPORT_NOTE], "e");
    ck_assert_str_eq(sheet_row(import, 4)->values[IMPORT_NOTE], "\"Chef\" de");
    import_free(import);
}
END_TEST

/* ---- no headings ---- */

static const struct {
    const char *text, *holds;
} headless[] = {
    { "DURAND Zoé;Mme;z@example.org;0601020304;Ville de Lille\n"
      "MARTIN Karl;M.;y@example.org;0601020305;Métropole de Lyon\n",
      "name-family-first civility email phone organisation" },
    { "Zoé;DURAND;Maire\nAna;LE GOFF;DGS\n", "given family function" },
    { "Durand;Zoé;z@example.org;b@example.org\nMartin;Ana;y@example.org;\n",
      "family given email second-email" },
    { "1;Zoé Durand;59000;12/03/1975\n2;Ana Roy;69000;01/02/1980\n",
      "nothing name-given-first nothing nothing" },
    { "\"DURAND, Zoé\" <z@example.org>;Lille\nAna Roy <a@example.org>;Lyon\n",
      "name-given-first nothing" },
    { "Qwert;Zuiop\nAsdf;Hjkl\n", "nothing nothing" },
};

START_TEST(columns_without_headings__are_guessed_from_their_cells)
{
    import = import_open(at, paper_write("list.csv", headless[_i].text), 0, &err);
    ck_assert_msg(import != NULL, "%s", err.message);
    ck_assert_msg(import_take_headless(import, &err), "%s", err.message);
    const struct import_mapping *mapping = import_mapping(import);
    struct buffer holds = { 0 };
    ck_assert(import_is_headless(import));
    for (size_t c = 0; c < mapping->count; c++)
        buffer_addf(&holds, "%s%s", c ? " " : "",
                    import_targets[mapping->targets[c]].name);
    ck_assert_str_eq(buffer_text(&holds), headless[_i].holds);
    buffer_clear(&holds);
    import_free(import);
}
END_TEST

START_TEST(first_row__that_seemed_headings__is_somebody_when_a_person_says_so)
{
    import = import_open(at, paper_write("list.csv", "Zoé;Durand;Note\nAna;Roy;Train\n"),
                         0, &err);
    ck_assert_msg(import != NULL, "%s", err.message);
    ck_assert_msg(import_take_headless(import, &err), "%s", err.message);
    ck_assert(import_is_headless(import));
    ck_assert_int_eq(import_mapping(import)->targets[0], IMPORT_GIVEN);
    ck_assert_int_eq(import_mapping(import)->targets[2], IMPORT_NOTHING);
    import_free(import);
}
END_TEST

/* ---- encoded twice ---- */

START_TEST(letters_that_were_encoded_twice__are_mended__and_that_is_said_once)
{
    import = sheet_judged(at,
                          paper_write("list.csv", "Nom;PrÃ©nom;Courriel\n"
                                                  "DurÃ©;ZoÃ©;z@example.org\n"
                                                  "DÃƒÂ©;Zoé;d@example.org\n"
                                                  "Lâ€™Hote;Ana;a@example.org\n"),
                          0);
    expect_rows("2 new Duré|Zoé|z@example.org\n3 new Dé|Zoé|d@example.org\n"
                "4 new L’Hote|Ana|a@example.org\n");
    ck_assert_int_eq(import_wrong_lines(import), 0);
    ck_assert_str_eq(import_notes(import),
                     "5 texts were encoded twice and are mended: “PrÃ©nom” is read as "
                     "“Prénom”.\n");
    import_free(import);
}
END_TEST

/* Nobody stores a control: with it or without it a text is read alike. */
START_TEST(control_within_a_text_that_was_encoded_twice__changes_nothing)
{
    static const char *const names[] = { "Du\003rÃ©", "DurÃ\001©", "D\177urÃ©",
                                         "DurÃ©\002", "DurÃ©" };

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        char text[100];
        (void)snprintf(text, sizeof(text), "Nom;Prénom;Courriel\n%s;Zoé;z@example.org\n",
                       names[i]);
        import = sheet_judged(at, paper_write("list.csv", text), 0);
        expect_rows("2 new Duré|Zoé|z@example.org\n");
        import_free(import);
    }
}
END_TEST

START_TEST(encoding_that_a_person_chose__is_left_as_it_is)
{
    const struct import_choice choice = { .encoding = "UTF-8" };
    const struct import_goal goal = { 0 };
    import = import_open_as(at, paper_write("list.csv", "Nom;Prénom\nDurÃ©;Zoé\n"), &goal,
                            &choice, &err);
    ck_assert_msg(import != NULL, "%s", err.message);
    sheet_judge(import);
    expect_rows("2 new DurÃ©|Zoé|-\n");
    import_free(import);
}
END_TEST

/* ---- what a spreadsheet left ---- */

static const char *const odd[] = { "50 %", "0.5",        "0,5",   "TRUE",    "vrai",
                                   "FAUX", "12/03/2026", "09:30", "1 200 €", "45231.5" };

START_TEST(figure_or_answer__where_words_should_stand__is_doubtful_and_named)
{
    char text[200];
    (void)snprintf(text, sizeof(text),
                   "Nom;Prénom;Organisation;Fonction\nUn;Ana;Lille;%s\n"
                   "Deux;Bob;%s;Maire\nTrois;Eva;Lille;Maire 2\n",
                   odd[_i], odd[_i]);
    import = judged(text);
    expect_rows("2 doubtful Un|Ana|-\n3 doubtful Deux|Bob|-\n4 new Trois|Eva|-\n");
    ck_assert_ptr_nonnull(strstr(sheet_row(import, 0)->reason, odd[_i]));
    ck_assert_ptr_nonnull(strstr(sheet_row(import, 1)->reason, "Organisation “"));
    import_free(import);
}
END_TEST

START_TEST(figure__that_a_known_person_would_get__is_doubtful_until_somebody_says_yes)
{
    const char *head = "Nom;Prénom;E-mail;Organisation;Fonction\n";
    char text[200];
    (void)snprintf(text, sizeof(text), "%sUn;Ana;a@example.org;Lille;DGS\n", head);
    import = judged(text);
    sheet_run(import);
    import_free(import);
    (void)snprintf(text, sizeof(text), "%sUn;Ana;a@example.org;Lille;TRUE\n", head);
    import = judged(text);
    sheet_expect_reason(import, 0,
                        "This may be Un, Ana (Lille), who is known already; Function "
                        "“TRUE” seems to be an answer of a spreadsheet, not words; "
                        "correct it, or take the row as it is.");
    ck_assert_int_eq(import_row_verdict(import, 0), IMPORT_DOUBTFUL);
    ck_assert_msg(import_settle(import, 0, sheet_row(import, 0)->person, &err), "%s",
                  err.message);
    ck_assert_int_eq(sheet_run(import).changed, 1);
    import_free(import);
}
END_TEST

START_TEST(name__that_is_a_word_of_spreadsheets__stays_a_name_beside_another)
{
    expect_file("Nom;Prénom\nFAUX;Jean\nTRUE;Jean\n0.5;Eva\nUn;Ana\nDeux;Bob\n",
                "2 new Faux|Jean|-\n3 doubtful True|Jean|-\n4 doubtful 0.5|Eva|-\n"
                "5 new Un|Ana|-\n6 new Deux|Bob|-\n");
}
END_TEST

START_TEST(cells_beside_the_columns__are_told_with_their_place)
{
    import = sheet_judged(at,
                          paper_write("list.csv", "Nom;Prénom;;\nUn;Ana\nDeux;Bob;x;\n"
                                                  "Trois;Eva;;;c;d\nQuatre;Max;7;\n"),
                          0);
    expect_rows(
        "2 new Un|Ana|-\n3 new Deux|Bob|-\n4 refused -|-|-\n5 new Quatre|Max|-\n");
    sheet_expect_reason(import, 1, "without “x”, column 3, which has no heading");
    sheet_expect_reason(import, 2,
                        "The row has 6 columns, the first row 4: “c” in column 5, “d” in "
                        "column 6; is a separator in a text?");
    sheet_expect_reason(import, 3, "");
    import_free(import);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_loop_test(tests, addresses__as_a_mail_program_copies_them__are_people, 0,
                        sizeof(addresses) / sizeof(addresses[0]));
    tcase_add_test(tests,
                   address__without_a_name__is_a_doubtful_guess__or_whom_it_is_known_of);
    tcase_add_test(tests, slip_among_addresses__is_a_row_that_is_refused);
    tcase_add_test(tests, quotation__that_ends_inside_a_cell__swallows_no_row);
    tcase_add_test(tests, quotation__in_front_of_a_tab__is_around_its_cell);
    tcase_add_loop_test(tests, columns_without_headings__are_guessed_from_their_cells, 0,
                        sizeof(headless) / sizeof(headless[0]));
    tcase_add_test(tests,
                   first_row__that_seemed_headings__is_somebody_when_a_person_says_so);
    tcase_add_test(tests,
                   letters_that_were_encoded_twice__are_mended__and_that_is_said_once);
    tcase_add_test(tests, control_within_a_text_that_was_encoded_twice__changes_nothing);
    tcase_add_test(tests, encoding_that_a_person_chose__is_left_as_it_is);
    tcase_add_loop_test(tests,
                        figure_or_answer__where_words_should_stand__is_doubtful_and_named,
                        0, sizeof(odd) / sizeof(odd[0]));
    tcase_add_test(
        tests,
        figure__that_a_known_person_would_get__is_doubtful_until_somebody_says_yes);
    tcase_add_test(tests,
                   name__that_is_a_word_of_spreadsheets__stays_a_name_beside_another);
    tcase_add_test(tests, cells_beside_the_columns__are_told_with_their_place);
}

SUITE_MAIN("import_loose")
