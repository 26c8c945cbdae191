/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_stay_test.c - what a list says otherwise than the office, or than itself, is
 * told; and our own lists come back as they are */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/import_people.h"
#include "atelier/app/register.h"
#include "atelier/domain/category.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/person.h"
#include "atelier/domain/registration.h"
#include "support/office.h"
#include "support/paper.h"
#include "support/sheet.h"
#include "support/suite.h"

#define HEADER "Nom;Prénom;Courriel;Organisme;Catégorie;Territoire\n"

static struct atelier *at;
static struct error err;

static void
begin(void)
{
    at = office_found();
    const int64_t category = office_add(at, &category_entity, "name", "Commune", NULL);
    char number[24];
    snprintf(number, sizeof(number), "%lld", (long long)category);
    office_add(at, &category_entity, "name", "Expert", NULL);
    office_add(at, &organisation_entity, "name", "Ville de Bourges", "category", number,
               "territory", "Cher", NULL);
    office_add(at, &organisation_entity, "name", "Ville de Gien", NULL);
}

static void
end(void)
{
    office_expect_whole(at);
    office_end(at);
}

static struct import *
judged(const char *text)
{
    return sheet_judged(at, paper_write("list.csv", text), 0);
}

/* What an older list brought. */
static void
take(const char *text)
{
    struct import *import = judged(text);

    sheet_run(import);
    import_free(import);
}

static void
expect(const char *row, const char *words)
{
    char text[400];
    snprintf(text, sizeof(text), HEADER "%s\n", row);
    struct import *import = judged(text);
    const char *reason = sheet_row(import, 0)->reason;

    ck_assert_msg(words ? reason && strstr(reason, words) : !reason, "%s: %s", row,
                  reason);
    ck_assert_int_eq(import_row_stays(import, 0), words != NULL);
    import_free(import);
}

START_TEST(category_of_an_organisation__stays__and_is_told)
{
    expect("Un;A;a@example.org;Ville de Bourges;Expert;",
           "Category of Ville de Bourges: “Commune” stays, not “Expert”");
    expect("Un;A;a@example.org;VILLE DE BOURGES;Autre;", "“Commune” stays, not “Autre”");
    expect("Un;A;a@example.org;Ville de Bourges;commune;", NULL);
    expect("Un;A;a@example.org;Ville de Bourges;;", NULL);
    expect("Un;A;a@example.org;Ville de Bourges;;Indre",
           "Territory of Ville de Bourges: “Cher” stays, not “Indre”");
    expect("Un;A;a@example.org;Ville de Bourges;Commune;CHER", NULL);
    expect("Un;A;a@example.org;Ville de Bourges;Expert;Indre",
           "not “Expert”; Territory of Ville de Bourges: “Cher” stays");
    expect("Un;A;a@example.org;Ville de Gien;Commune;",
           "Category of Ville de Gien stays blank, not “Commune”");
    expect("Un;A;a@example.org;Nouvelle;Commune;", NULL);
}
END_TEST

START_TEST(category_of_a_known_person_s_organisation__is_told__where_none_is_named)
{
    take(HEADER "Un;A;a@example.org;Ville de Bourges;;\n");
    expect("Un;A;a@example.org;;Expert;", "“Commune” stays, not “Expert”");
    expect("Un;A;a@example.org;;Commune;", NULL);
    expect("Un;A;a@example.org;Ville de Bourges;Expert;", "“Commune” stays");
}
END_TEST

START_TEST(two_lines_that_part_a_new_organisation_s_category__are_told)
{
    struct import *import = judged(HEADER "Un;A;a@example.org;Neuf;Commune;\n"
                                          "Deux;B;b@example.org;Neuf;Expert;\n"
                                          "Trois;C;c@example.org;NEUF;Commune;\n"
                                          "Quatre;D;d@example.org;Neuf;;\n");
    sheet_expect_reason(import, 1, "Category of Neuf: “Commune” stays, not “Expert”");
    for (size_t i = 0; i < 4; i++)
        ck_assert_int_eq(import_row_stays(import, i), i == 1);
    sheet_run(import);
    office_expect(
        "SELECT c.name FROM organisation o JOIN category c ON c.id = o.category "
        "WHERE o.name = 'Neuf'",
        "Commune\n");
    import_free(import);
}
END_TEST

static void
expect_second(const char *text, enum import_verdict verdict, const char *words)
{
    struct import *import = judged(text);
    const size_t last = import_row_count(import) - 1;
    const char *reason = sheet_row(import, last)->reason;

    ck_assert_int_eq(import_row_verdict(import, last), verdict);
    ck_assert_msg(words ? reason && strstr(reason, words) : true, "%s", reason);
    import_free(import);
}

#define LONG "Nom;Prénom;Courriel;Organisme;Fonction;Téléphone\n"

START_TEST(two_rows_of_one_person_that_disagree__are_told)
{
    expect_second(LONG "Un;A;a@example.org;Neuf;Maire;\nUn;A;a@example.org;Neuf;Agent;\n",
                  IMPORT_DOUBTFUL, "says otherwise: Function: Maire → Agent");
    expect_second(LONG
                  "Un;A;a@example.org;;;0380001122\nUn;A;a@example.org;;;0380001133\n",
                  IMPORT_DOUBTFUL, "says otherwise: Telephone: 0380001122 → 0380001133");
    expect_second(LONG "Un;A;a@example.org;Neuf;;\nUn;A;a@example.org;Vieux;;\n",
                  IMPORT_DOUBTFUL, "says otherwise: Organisation: Neuf → Vieux");
    expect_second(LONG "Un;A;a@example.org;Neuf;;\nUn;A;a@example.org;Neuf;;\n",
                  IMPORT_SAME, "Line 2 says the same");
    expect_second(LONG "Un;A;a@example.org;Neuf;;\nUn;A;a@example.org;Neuf;Maire;\n",
                  IMPORT_DOUBTFUL, "who may be the same person");
}
END_TEST

START_TEST(row_without_an_address_that_contradicts_another__is_told__and_may_be_taken)
{
    take(LONG "Un;Anne;a@example.org;Ville de Bourges;;\n");
    struct import *import = judged(
        LONG "Un;Anne;a@example.org;Ville de Gien;;\nUN;Anne;;Ville de Bourges;;\n");
    const char *reason = sheet_row(import, 1)->reason;
    ck_assert_int_eq(import_row_verdict(import, 0), IMPORT_CHANGED);
    ck_assert_int_eq(import_row_verdict(import, 1), IMPORT_DOUBTFUL);
    ck_assert_msg(
        strstr(reason, "says otherwise: Organisation: Ville de Gien → Ville de Bourges"),
        "%s", reason);
    const int64_t person = sheet_row(import, 1)->person;
    ck_assert_int_eq(person, sheet_row(import, 0)->person);
    ck_assert_msg(import_settle(import, 1, person, &err), "%s", err.message);
    import_free(import);
}
END_TEST

/* --- a role of each row */

static struct import *
judged_into(const char *text, int64_t group, enum membership_role role)
{
    struct import *import =
        import_open_as(at, paper_write("list.csv", text),
                       &(struct import_goal){ .group = group, .role = role },
                       &(struct import_choice){ 0 }, &err);
    ck_assert_msg(import, "%s", err.message);
    sheet_judge(import);
    return import;
}

START_TEST(role_of_each_row__is_read__in_the_words_of_the_list)
{
    const int64_t group = office_add_group(at, "URB");
    struct import *import = judged_into("Nom;Prénom;Rôle\n"
                                        "Un;A;présidence\n"
                                        "Deux;B;Suppléante\n"
                                        "Trois;C;observer\n"
                                        "Quatre;D;membre\n"
                                        "Cinq;E;\n"
                                        "Six;F;Capitaine\n",
                                        group, MEMBERSHIP_OBSERVER);
    const char *reason = sheet_row(import, 5)->reason;
    ck_assert_msg(reason && strstr(reason, "“Capitaine” is no role in a group"), "%s",
                  reason);
    const struct import_outcome outcome = sheet_run(import);
    ck_assert_int_eq(outcome.joined, 6);
    office_expect("SELECT group_concat(role, '') FROM (SELECT role FROM membership "
                  "ORDER BY id)",
                  "123033\n");
    import_free(import);
    import =
        judged_into("Name;Role\nUn A;chair\nDeux B;member\n", group, MEMBERSHIP_MEMBER);
    import_free(import);
}
END_TEST

START_TEST(role__is_passed_over__where_nobody_joins_a_group)
{
    struct import *import = judged("Nom;Prénom;Role\nUn;A;chair\nDeux;B;member\n");
    ck_assert_int_eq(import_mapping(import)->targets[2], IMPORT_NOTHING);
    import_free(import);
}
END_TEST

/* --- our own list of a meeting */

START_TEST(who_declined_here__and_in_the_list__is_the_same)
{
    const int64_t meeting = office_add_meeting(at, office_add_group(at, "URB"),
                                               "2027-03-16 09:30", NUMBER_NONE);
    const int64_t person = office_add(at, &person_entity, "family", "Durand", "given",
                                      "Paul", "email", "a@example.org", NULL);
    const int64_t registration = office_register(at, meeting, person);
    struct register_outcome outcome;
    static const char text[] = "Family name;Given name;State;E-mail\n"
                               "Durand;Paul;withdrawn;a@example.org\n";
    struct import *import = sheet_judged(at, paper_write("list.csv", text), meeting);
    ck_assert_int_eq(import_row_verdict(import, 0), IMPORT_DOUBTFUL);
    import_free(import);
    ck_assert_msg(
        register_act(at, registration, REGISTRATION_DECLINE, NULL, NULL, &outcome, &err),
        "%s", err.message);
    office_expect("SELECT state FROM registration", "9\n");
    import = sheet_judged(at, paper_write("list.csv", text), meeting);
    ck_assert_msg(import_row_verdict(import, 0) == IMPORT_SAME, "%s",
                  sheet_row(import, 0)->reason);
    ck_assert_int_eq(sheet_run(import).registered, 0);
    import_free(import);
}
END_TEST

START_TEST(who_is_invited_here__and_in_the_list__stays_invited)
{
    const int64_t meeting = office_add_meeting(at, office_add_group(at, "URB"),
                                               "2027-03-16 09:30", NUMBER_NONE);
    const int64_t person = office_add(at, &person_entity, "family", "Durand", "given",
                                      "Paul", "email", "a@example.org", NULL);
    const int64_t registration = office_register(at, meeting, person);
    office_change_row_unseen(&registration_entity, registration, "state", "invited");
    struct import *import =
        sheet_judged(at,
                     paper_write("list.csv", "Family name;Given name;State;E-mail\n"
                                             "Durand;Paul;invited;a@example.org\n"
                                             "Petit;Luc;invited;b@example.org\n"),
                     meeting);
    ck_assert_int_eq(sheet_run(import).registered, 1);
    import_free(import);
    office_expect("SELECT count(*) FROM registration WHERE state = 0", "1\n");
}
END_TEST

START_TEST(list_of_organisations__makes_nobody)
{
    const char *path = paper_write("list.csv", "Name;Short name;Category;Territory\n"
                                               "Ville de Bourges;;Commune;Cher\n"
                                               "Mairie de Gien;;Commune;Loiret\n");
    struct import *import = import_open(at, path, 0, &err);
    ck_assert_msg(import, "%s", err.message);
    ck_assert(!import_judge(import, NULL, NULL, &err));
    ck_assert_ptr_nonnull(strstr(err.message, "No column holds the family name"));
    import_free(import);
}
END_TEST

/* --- a second address */

START_TEST(second_address__is_taken_where_there_is_no_first__else_told)
{
    static const char *const headings[][2] = {
        { "E-mail Address", "E-mail 2 Address" },
        { "E-mail 1 - Value", "E-mail 2 - Value" },
        { "Adresse de messagerie", "Adresse de messagerie 2" },
        { "E-mail 1 - Valeur", "E-mail 2 - Valeur" },
        { "Primary Email", "Secondary Email" },
        { "E-Mail-Adresse", "E-Mail 2: Adresse" },
        { "Courriel", "Courriel 2" },
        { "Adresse e-mail", "Adresse e-mail 2" },
        { "Correo electrónico", "Correo electrónico 2" },
        { "Indirizzo e-mail", "Indirizzo e-mail 2" },
    };
    for (size_t i = 0; i < sizeof(headings) / sizeof(headings[0]); i++) {
        char text[400];
        snprintf(text, sizeof(text),
                 "First Name;Last Name;%s;%s\nA;Un;a@example.org ::: c@example.org;"
                 "b@example.org\nB;Deux;;d@example.org\n",
                 headings[i][0], headings[i][1]);
        struct import *import = judged(text);
        const struct import_row *row = sheet_row(import, 0);
        ck_assert_str_eq(row->values[IMPORT_EMAIL], "a@example.org");
        ck_assert_msg(row->reason && strstr(row->reason, "c@example.org") &&
                          strstr(row->reason, "without the second e-mail b@example.org"),
                      "%s: %s", headings[i][1], row->reason);
        row = sheet_row(import, 1);
        ck_assert_str_eq(row->values[IMPORT_EMAIL], "d@example.org");
        import_free(import);
    }
}
END_TEST

START_TEST(encoded_words_of_cells__are_read)
{
    struct import *import = judged("Nom;Prénom;Courriel\n"
                                   "=?UTF-8?B?w4lsb8Ovc2U=?=;=?utf-8?Q?Zo=C3=A9?=;\n");
    ck_assert_str_eq(sheet_row(import, 0)->values[IMPORT_FAMILY], "Éloïse");
    ck_assert_str_eq(sheet_row(import, 0)->values[IMPORT_GIVEN], "Zoé");
    import_free(import);
    import = judged("=?iso-8859-1?Q?L=E9ger=2C?= Max <max@example.org>\n"
                    "=?UTF-8?Q?Jos=C3=A9?=\n =?UTF-8?Q?_Blanc?= <j.blanc@example.org>\n");
    ck_assert_str_eq(sheet_row(import, 0)->values[IMPORT_FAMILY], "Léger");
    ck_assert_str_eq(sheet_row(import, 1)->values[IMPORT_GIVEN], "José");
    import_free(import);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, category_of_an_organisation__stays__and_is_told);
    tcase_add_test(
        tests, category_of_a_known_person_s_organisation__is_told__where_none_is_named);
    tcase_add_test(tests, two_lines_that_part_a_new_organisation_s_category__are_told);
    tcase_add_test(tests, two_rows_of_one_person_that_disagree__are_told);
    tcase_add_test(
        tests,
        row_without_an_address_that_contradicts_another__is_told__and_may_be_taken);
    tcase_add_test(tests, role_of_each_row__is_read__in_the_words_of_the_list);
    tcase_add_test(tests, role__is_passed_over__where_nobody_joins_a_group);
    tcase_add_test(tests, who_declined_here__and_in_the_list__is_the_same);
    tcase_add_test(tests, who_is_invited_here__and_in_the_list__stays_invited);
    tcase_add_test(tests, list_of_organisations__makes_nobody);
    tcase_add_test(tests, second_address__is_taken_where_there_is_no_first__else_told);
    tcase_add_test(tests, encoded_words_of_cells__are_read);
}

SUITE_MAIN("import_stay")
