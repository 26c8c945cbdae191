/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_header_together_test.c - headings of one list, weighed together: who comes
 * beside who registers, parts of a name, a second address */
#include "atelier/domain/import.h"

#include "support/suite.h"

/* What each column holds, by the headings and five rows of the same cells; without cells
 * by the headings alone. */
static void
expect_columns(const char *const *headers, const char *const *cells,
               const enum import_target *targets, size_t count)
{
    struct import_column columns[8] = { { 0 } };
    struct import_mapping mapping = { 0 };

    for (size_t c = 0; cells && c < count; c++)
        for (int i = 0; i < 5; i++)
            import_column_add(&columns[c], i > 2 ? "" : cells[c], NULL, NULL);
    import_mapping_guess_columns(&mapping, NULL, headers, cells ? columns : NULL, count);
    for (size_t c = 0; c < count; c++)
        ck_assert_msg(mapping.targets[c] == targets[c], "“%s” is %s", headers[c],
                      import_targets[mapping.targets[c]].name);
    import_mapping_clear(&mapping);
}

#define EXPECT_TWO(ONE, OTHER, ONE_TARGET, OTHER_TARGET)                                 \
    expect_columns((const char *const[]){ "Nom", "Prénom", ONE, OTHER }, NULL,           \
                   (const enum import_target[]){ IMPORT_FAMILY, IMPORT_GIVEN,            \
                                                 IMPORT_##ONE_TARGET,                    \
                                                 IMPORT_##OTHER_TARGET },                \
                   4)

START_TEST(who_comes__is_written_to__before_who_registers)
{
    EXPECT_TWO("Email du contact", "Email de l'inscrit", NOTHING, EMAIL);
    EXPECT_TWO("Registrant Email", "Attendee Email", NOTHING, EMAIL);
    EXPECT_TWO("Email", "E-mail du participant", NOTHING, EMAIL);
    EXPECT_TWO("E-Mail Ansprechpartner", "E-Mail Teilnehmer", NOTHING, EMAIL);
    EXPECT_TWO("Correo de contacto", "Correo del asistente", NOTHING, EMAIL);
    EXPECT_TWO("E-mail contactpersoon", "E-mail deelnemer", NOTHING, EMAIL);
    EXPECT_TWO("Email contatto", "Email partecipante", NOTHING, EMAIL);
    EXPECT_TWO("Mail N+1", "Mail", NOTHING, EMAIL);
    EXPECT_TWO("Mail DRH", "Mail N+2", NOTHING, NOTHING);
    EXPECT_TWO("Tél. du contact", "Tél. du stagiaire", NOTHING, PHONE);
    EXPECT_TWO("Email de contact", "Téléphone de contact", EMAIL, PHONE);
}

START_TEST(names_of_who_comes__are__the_names)
{
    static const char *const whose[][2] = {
        { "Nom de la personne inscrite", "Prénom de la personne inscrite" },
        { "Nom du stagiaire", "Prénom du stagiaire" },
        { "Nom de l’agent", "Prénom de l’agent" },
        { "Nom de l'élu(e)", "Prénom de l'élu(e)" },
        { "Nom de l’invité", "Prénom de l’invité" },
        { "Name des Teilnehmers", "Vorname des Teilnehmers" },
        { "Naam van de deelnemer", "Voornaam van de deelnemer" },
    };

    for (size_t i = 0; i < sizeof(whose) / sizeof(whose[0]); i++)
        expect_columns((const char *const[]){ "Nom du contact", "Prénom du contact",
                                              whose[i][0], whose[i][1] },
                       NULL,
                       (const enum import_target[]){ IMPORT_NOTHING, IMPORT_NOTHING,
                                                     IMPORT_FAMILY, IMPORT_GIVEN },
                       4);
}

START_TEST(alternates__are_other_people__than_the_members_of_their_rows)
{
    static const char *const names[] = { "Paul Dupont", "Anne Roux", "a@example.org" };
    static const enum import_target member_first[] = { IMPORT_NAME_GIVEN_FIRST,
                                                       IMPORT_NOTHING };
    static const enum import_target member_last[] = { IMPORT_NOTHING,
                                                      IMPORT_NAME_GIVEN_FIRST };
    static const char *const headings[][2] = {
        { "Titulaire", "Suppléant" }, { "Membre titulaire", "Membre suppléant" },
        { "Member", "Alternate" },    { "Mitglied", "Stellvertreter" },
        { "Titular", "Suplente" },
    };

    for (size_t i = 0; i < sizeof(headings) / sizeof(headings[0]); i++) {
        const char *const turned[] = { headings[i][1], headings[i][0] };
        expect_columns(headings[i], names, member_first, 2);
        expect_columns(turned, names, member_last, 2);
    }
    EXPECT_TWO("E-mail suppléant", "E-mail titulaire", NOTHING, EMAIL);
    EXPECT_TWO("Tél. du titulaire", "Tél. du suppléant", PHONE, NOTHING);
    expect_columns(
        (const char *const[]){ "Nom du suppléant", "Prénom du suppléant",
                               "Mail suppléant" },
        NULL, (const enum import_target[]){ IMPORT_FAMILY, IMPORT_GIVEN, IMPORT_EMAIL },
        3); /* a list of them alone */
}

START_TEST(parts_of_a_name__are_joined__to_it)
{
    expect_columns(
        (const char *const[]){ "Voornaam", "Tussenvoegsel", "Achternaam" }, NULL,
        (const enum import_target[]){ IMPORT_GIVEN, IMPORT_FAMILY, IMPORT_FAMILY }, 3);
    expect_columns(
        (const char *const[]){ "Achternaam", "Voorvoegsel", "Roepnaam" }, NULL,
        (const enum import_target[]){ IMPORT_FAMILY, IMPORT_FAMILY, IMPORT_GIVEN }, 3);
    expect_columns(
        (const char *const[]){ "Naam", "Voorletters", "Tussenvoegsels" }, NULL,
        (const enum import_target[]){ IMPORT_FAMILY, IMPORT_GIVEN, IMPORT_FAMILY }, 3);
    expect_columns(
        (const char *const[]){ "Nom", "Particule", "Prénom" }, NULL,
        (const enum import_target[]){ IMPORT_FAMILY, IMPORT_FAMILY, IMPORT_GIVEN }, 3);
    static const char *const surnames[][2] = { { "Primer apellido", "Segundo apellido" },
                                               { "Apellido 1", "Apellido 2" },
                                               { "Apellido paterno",
                                                 "Apellido materno" } };
    for (size_t i = 0; i < 3; i++)
        expect_columns(
            (const char *const[]){ surnames[i][0], surnames[i][1], "Nombre" }, NULL,
            (const enum import_target[]){ IMPORT_FAMILY, IMPORT_FAMILY, IMPORT_GIVEN },
            3);
    EXPECT_TWO("Anrede", "Titel", CIVILITY, CIVILITY);
    EXPECT_TWO("Name Prefix", "Nom de naissance", CIVILITY, NOTHING);
}

START_TEST(a_private_address__is_taken__where_the_first_is_blank)
{
    static const char *const headers[] = { "Nom", "Mail pro", "Mail perso", "Mail DRH",
                                           "E-mail 2" };
    static const char *const cells[] = { "Aubry", "a@example.org", "b@example.org",
                                         "c@example.org", "d@example.org" };
    expect_columns(headers, cells,
                   (const enum import_target[]){ IMPORT_NAME_GIVEN_FIRST, IMPORT_EMAIL,
                                                 IMPORT_SECOND_EMAIL, IMPORT_NOTHING,
                                                 IMPORT_SECOND_EMAIL },
                   5);
}

/* “D’où venez-vous ?” is no question of coming: nobody answers it with yes or no. */
START_TEST(a_question_of_coming__is_known_by_its_answers)
{
    static const char *const headers[] = { "Nom", "Prénom", "D’où venez-vous ?" };
    static const char *const from[] = { "Aubry", "Léo", "Albi" };
    static const char *const coming[] = { "Aubry", "Léo", "Non" };
    expect_columns(
        headers, from,
        (const enum import_target[]){ IMPORT_FAMILY, IMPORT_GIVEN, IMPORT_NOTHING }, 3);
    expect_columns(
        (const char *const[]){ "Nom", "Prénom", "Venez-vous ?" }, coming,
        (const enum import_target[]){ IMPORT_FAMILY, IMPORT_GIVEN, IMPORT_COMING }, 3);
}

START_TEST(capitals__show__which_name_comes_first)
{
    static const char *const headers[] = { "Nominativo", "Prénom Nom" };
    struct import_column columns[2] = { { 0 } };
    struct import_mapping mapping = { 0 };

    for (int i = 0; i < 2; i++) {
        import_column_add(&columns[0], "Dott.ssa Bianchi Oriella", NULL, NULL);
        import_mapping_guess_columns(&mapping, NULL, headers, columns, 1);
        ck_assert_int_eq(mapping.targets[0], IMPORT_NAME_GIVEN_FIRST);
    }
    for (int i = 0; i < 2; i++)
        import_column_add(&columns[0], "Sig. VERDI Mario", NULL, NULL);
    columns[1] = columns[0];
    import_mapping_guess_columns(&mapping, NULL, headers, columns, 1);
    ck_assert_int_eq(mapping.targets[0], IMPORT_NAME_FAMILY_FIRST);
    import_mapping_guess_columns(&mapping, NULL, headers + 1, columns + 1, 1);
    ck_assert_int_eq(mapping.targets[0], IMPORT_NAME_GIVEN_FIRST); /* as it says */
    import_mapping_clear(&mapping);
}

static enum import_target
guess_order(const char *heading, const char *const *cells, size_t count)
{
    const char *const headers[] = { heading };
    struct import_column column = { 0 };
    struct import_mapping mapping = { 0 };

    for (size_t i = 0; i < count; i++)
        import_column_add(&column, cells[i], NULL, NULL);
    import_mapping_guess_columns(&mapping, NULL, headers, &column, 1);
    const enum import_target target = mapping.targets[0];
    import_mapping_clear(&mapping);
    return target;
}

#define ORDER(HEADING, CELLS)                                                            \
    guess_order(HEADING, CELLS, sizeof(CELLS) / sizeof((CELLS)[0]))

START_TEST(usual_given_names__show__which_name_comes_first_where_no_capitals_do)
{
    static const char *const turned[] = { "Dupont Jean", "Martin Anne", "Noir Iseult",
                                          "Dr. Petit Luc" };
    static const char *const plain[] = { "Jean Dupont", "Anne Martin", "Luc Petit" };
    static const char *const mixed[] = { "Dupont Jean", "Anne Martin", "Petit Luc" };
    static const char *const few[] = { "Dupont Jean", "Okafor Chidi", "Noir Iseult",
                                       "Sato Yuki",   "Tanaka Ren",   "Dupont Anne",
                                       "Kaya Deniz" };
    static const char *const both[] = { "Anne Marie", "Jean Luc" };

    ck_assert_int_eq(ORDER("Participant", turned), IMPORT_NAME_FAMILY_FIRST);
    ck_assert_int_eq(ORDER("Nominativo", turned), IMPORT_NAME_FAMILY_FIRST);
    ck_assert_int_eq(ORDER("Prénom Nom", turned), IMPORT_NAME_GIVEN_FIRST);
    ck_assert_int_eq(ORDER("Participant", plain), IMPORT_NAME_GIVEN_FIRST);
    ck_assert_int_eq(ORDER("Participant", mixed), IMPORT_NAME_GIVEN_FIRST);
    ck_assert_int_eq(ORDER("Participant", few), IMPORT_NAME_GIVEN_FIRST);
    ck_assert_int_eq(ORDER("Participant", both), IMPORT_NAME_GIVEN_FIRST);
    ck_assert_int_eq(guess_order("Participant", turned, 1), IMPORT_NAME_GIVEN_FIRST);
}

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, who_comes__is_written_to__before_who_registers);
    tcase_add_test(tests, names_of_who_comes__are__the_names);
    tcase_add_test(tests, alternates__are_other_people__than_the_members_of_their_rows);
    tcase_add_test(tests, parts_of_a_name__are_joined__to_it);
    tcase_add_test(tests, a_private_address__is_taken__where_the_first_is_blank);
    tcase_add_test(tests, a_question_of_coming__is_known_by_its_answers);
    tcase_add_test(tests, capitals__show__which_name_comes_first);
    tcase_add_test(tests,
                   usual_given_names__show__which_name_comes_first_where_no_capitals_do);
}

SUITE_MAIN("import_header_together")
