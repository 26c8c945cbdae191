/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_name_test.c - names in a list: the address tells their order, marks leave them
 */
#include "import_names.h"

#include <stdlib.h>
#include <string.h>

START_TEST(an_address__tells__which_name_comes_first)
{
    expect_name("Petit Jean", "jean.petit@example.org", "Petit", "Jean");
    expect_name("Petit Jean <jean.petit@example.org>", "", "Petit", "Jean");
    expect_name("Petit Jean jean.petit@example.org", "", "Petit", "Jean");
    expect_name("Dupont Marie-Claude", "mc.dupont@example.org", "Dupont", "Marie-Claude");
    expect_name("Müller Hans", "hans.mueller@example.org", "Müller", "Hans");
    expect_name("Bauer Hans", "hbauer@example.org", "Bauer", "Hans");
    expect_name("Dupont Marie", "marie.d@example.org", "Dupont", "Marie");
    expect_name("Kovač Zoran", "zoran.kovac@example.org", "Kovač", "Zoran");
    expect_name("Jean Petit", "jean.petit@example.org", "Petit", "Jean");
    expect_name("Jean Petit", "petit.jean@example.org", "Petit", "Jean");
    expect_name("Jean Petit", "mairie@example.org", "Petit", "Jean");
    expect("Nom", IMPORT_NAME_FAMILY_FIRST, "Jean Petit", "jean.petit@example.org",
           "Petit", "Jean");
}

START_TEST(a_dash__between_two_halves_of_a_name__is_none_of_it)
{
    const enum import_target order = IMPORT_NAME_FAMILY_FIRST;

    expect("Nom - Prénom", order, "BERNARD - Sophie", "", "Bernard", "Sophie");
    expect("Nom - Prénom", order, "DA SILVA – Maria", "", "Da Silva", "Maria");
    expect("Nom - Prénom", order, "Bernard - Sophie", "", "Bernard", "Sophie");
    expect("Nom - Prénom", order, "Bernard — Xiuying", "", "Bernard", "Xiuying");
    expect("Nom - Prénom", order, "BERNARD | Anne Marie", "", "Bernard", "Anne Marie");
    expect("Nom / Prénom", order, "BERNARD / Sophie", "", "Bernard", "Sophie");
    expect("Nom ; Prénom", order, "BERNARD; Sophie", "", "Bernard", "Sophie");
    expect_name("BERNARD - Sophie", "", "Bernard", "Sophie");
    expect_name("Sophie - BERNARD", "", "Bernard", "Sophie");
    expect_name("Sophie – DE LA TOUR", "", "de la Tour", "Sophie");
    /* and these are something else */
    expect("Nom - Prénom", order, "BERNARD Sophie - Nantes", "", "Bernard", "Sophie");
    expect("Nom - Prénom", order, "BERNARD - Directrice", "", "Bernard", "nothing");
    expect_name("BERNARD - Nantes", "", "Bernard", "nothing");
    expect_name("DUPONT - MARTIN Claire", "", "Dupont-Martin", "Claire");
    expect_name("Claire DUPONT - Maire", "", "Dupont", "Claire");
}

/* What somebody is to look at in the row, "" where it is nothing. */
static void
expect_asked(enum import_target target, const char *name, const char *email,
             const char *asked)
{
    struct import_row row = read("Name", target, name, email);
    const char *said = row.asked ? row.asked : "";

    ck_assert_msg(*asked ? strstr(said, asked) != NULL : !*said, "“%s”: %s", name, said);
    import_row_clear(&row);
}

START_TEST(a_second_name__behind_a_sign__is_another_person)
{
    static const char *const two[] = {
        "HUE Tom - KER Guy",    "Tom HUE - Guy KER",        "Tom Hue – Guy Ker",
        "HUE Tom — KER Guy",    "HUE Tom / KER Guy",        "HUE Tom | KER Guy",
        "Tom Hue : Guy Ker",    "HUE Tom - DE LA TOUR Guy", "Tom HUE - Guy de Ker",
        "M. Tom HUE - Guy KER",
    };
    static const char *const one[] = {
        "HUE Tom - Ville de Lyon",     "HUE Tom - DIRECTION",   "DUPONT Jean - MARTIN SA",
        "HUE Tom - Lycée Jean Moulin", "HUE Tom - Saint Denis", "HUE Tom - Paris Nord",
        "HUE Tom (KER Guy)",           "HUE Tom - DRH",         "HUE - Tom",
        "DUPONT - MARTIN Claire",      "HUE Tom - Maire Guy",   "Table 3 : KER Guy",
    };

    for (size_t i = 0; i < sizeof two / sizeof two[0]; i++)
        expect_asked(IMPORT_NAME_FAMILY_FIRST, two[i], "", "two people");
    for (size_t i = 0; i < sizeof one / sizeof one[0]; i++)
        expect_asked(IMPORT_NAME_FAMILY_FIRST, one[i], "", "");
    expect_asked(IMPORT_NAME_FAMILY_FIRST, "Tom Hue: Guy Ker", "", "family name");
}

START_TEST(a_row__in_another_order_than_its_column__is_asked_about)
{
    const enum import_target given_first = IMPORT_NAME_GIVEN_FIRST;
    const enum import_target family_first = IMPORT_NAME_FAMILY_FIRST;

    expect_asked(given_first, "Schmidt Anna", "", "“Schmidt Anna” is the family name");
    expect_asked(given_first, "Schmidt Anna Maria", "", "the family name");
    expect_asked(given_first, "Schmidt Anna", "info@example.org", "the family name");
    expect_asked(given_first, "Maier Hans", "hans.maier@example.org", "");
    expect_asked(given_first, "Anna Schmidt", "", "");
    expect_asked(given_first, "SCHMIDT Anna", "", "");
    expect_asked(given_first, "Schmidt, Anna", "", "");
    expect_asked(given_first, "Anna Paul", "", "");
    expect_asked(given_first, "Zineb Roth", "", "");
    expect_asked(family_first, "Anna Roth", "", "the family name");
    expect_asked(family_first, "Roth Anna", "", "");
    expect_asked(family_first, "Anna ROTH", "", "");
    expect_asked(family_first, "Paul Anna", "", "");
}

START_TEST(letters_behind_a_name__are__none_of_it)
{
    static const struct {
        const char *name, *family, *given, *note;
    } rows[] = {
        { "Jane Roe MP", "Roe", "Jane", "MP" },
        { "Mr John Roe MP", "Roe", "John", "MP" },
        { "Jane Roe MEP", "Roe", "Jane", "MEP" },
        { "Jane Roe, MP", "Roe", "Jane", "MP" },
        { "Jane Roe OBE", "Roe", "Jane", "nothing" },
        { "Jane Roe MP OBE", "Roe", "Jane", "MP" },
        { "Jane Roe, MP, OBE", "Roe", "Jane", "MP" },
        { "Jane Roe QC", "Roe", "Jane", "nothing" },
        { "Jane de la Roe MEP", "de la Roe", "Jane", "MEP" },
        { "Xiuying Roe MRTPI", "Roe", "Xiuying", "nothing" },
        /* initials */
        { "Petit Durand JP", "Petit", "Durand JP", "nothing" },
        { "Dupont MP", "Dupont", "MP", "nothing" },
        { "Roe, JP", "Roe", "JP", "nothing" },
        { "Jane OBE", "Obe", "Jane", "nothing" },
    };

    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct import_row row = read("Name", IMPORT_NAME_GIVEN_FIRST, rows[i].name, "");
        ck_assert_str_eq(shown(row.values[IMPORT_FAMILY]), rows[i].family);
        ck_assert_str_eq(shown(row.values[IMPORT_GIVEN]), rows[i].given);
        ck_assert_str_eq(shown(row.values[IMPORT_NOTE]), rows[i].note);
        import_row_clear(&row);
    }
}

START_TEST(a_telephone__beside_an_address__is_taken_too)
{
    static const struct {
        const char *cell;
        const char *email;
        const char *phone;
    } rows[] = {
        { "ana@example.org 06 11 11 11 11", "ana@example.org", "06 11 11 11 11" },
        { "ana@example.org / 04 11 22 33 44", "ana@example.org", "04 11 22 33 44" },
        { "+33 4 11 22 33 44 - ana@example.org", "ana@example.org", "+33 4 11 22 33 44" },
        { "0411223344;ana@example.org", "ana@example.org", "0411223344" },
        { "ana1980@example.org", "ana1980@example.org", "nothing" },
        { "ana20261130@example.org", "ana20261130@example.org", "nothing" },
    };

    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct import_row row =
            read("Nom", IMPORT_NAME_FAMILY_FIRST, "PETIT Ana", rows[i].cell);
        ck_assert_str_eq(shown(row.values[IMPORT_EMAIL]), rows[i].email);
        ck_assert_str_eq(shown(row.values[IMPORT_PHONE]), rows[i].phone);
        import_row_clear(&row);
    }
}

START_TEST(d__is_don__in_a_list_of_spain)
{
    static const struct {
        const char *heading;
        const char *name;
        const char *language;
        const char *civility;
        const char *given;
    } rows[] = {
        { "Name", "D. Juan Ruiz", "español", "D.", "Juan" },
        { "Name", "D. Juan Ruiz", "es", "D.", "Juan" },
        { "Nombre y apellidos", "D. Juan Ruiz", "", "D.", "Juan" },
        { "Name", "D. Juan García López", "", "D.", "Juan" },
        { "Name", "D. José García", "", "D.", "José" },
        { "Name", "D. Ángel Ruiz", "", "D.", "Ángel" },
        { "Name", "D. Jose García", "", "nothing", "D. Jose" },
        { "Name", "D. Éric Martin", "", "nothing", "D. Éric" },
        { "Name", "D. Juan Ruiz", "", "nothing", "D. Juan" }, /* or David Juan */
        { "Name", "D. Martin", "", "nothing", "D." },
        { "Name", "D. Martin", "es", "nothing", "D." },
        { "Name", "J. D. Juan", "es", "nothing", "J. D." },
    };
    enum import_target targets[] = { IMPORT_NAME_GIVEN_FIRST, IMPORT_LANGUAGE };

    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        const char *const headings[] = { rows[i].heading, "Language" };
        const char *const cells[] = { rows[i].name, rows[i].language };
        struct import_mapping mapping = { .targets = targets, .count = 2 };
        struct import_row row = { 0 };
        import_mapping_ask(&mapping, headings);
        ck_assert(import_row_read(&row, &mapping, cells, 2, 2));
        ck_assert_str_eq(shown(row.values[IMPORT_CIVILITY]), rows[i].civility);
        ck_assert_str_eq(shown(row.values[IMPORT_GIVEN]), rows[i].given);
        import_mapping_ask(&mapping, NULL);
        import_row_clear(&row);
    }
}

START_TEST(an_address__tells__where_names_of_several_words_part)
{
    expect_name("García López José", "jose@example.org", "García López", "José");
    expect_name("García López José", "jgarcia@example.org", "García López", "José");
    expect_name("García López José", "jose.garcia@example.org", "García López", "José");
    expect_name("García López José", "jgl@example.org", "García López", "José");
    expect_name("José García López", "jgarcia@example.org", "García López", "José");
    expect_name("Ruiz Sánchez María del Carmen", "mcruiz@example.org", "Ruiz Sánchez",
                "María del Carmen");
    expect_name("Petit Jean <jean@example.org>", "", "Petit", "Jean");
    expect_name("Anna Maria Rossi", "annamaria@example.org", "Rossi", "Anna Maria");
    expect_name("Jean Pierre Martin", "jean.pierre@example.org", "Martin", "Jean Pierre");
    expect_name("Jean Petit Dupont", "jdupont@example.org", "Dupont", "Jean Petit");
    expect_name("Jean Petit", "petit@example.org", "Petit", "Jean");
    expect_name("Anna Rossi", "anna@example.org", "Rossi", "Anna");
}

/* Under no heading, before an address: nobody says which name is first. */
static char *
asked_of(const char *text)
{
    enum import_target targets[] = { IMPORT_EMAIL };
    struct import_mapping mapping = { .targets = targets, .count = 1 };
    struct import_row row = { 0 };

    ck_assert(import_row_read(&row, &mapping, &text, 1, 2));
    char *asked = row.asked;
    row.asked = NULL;
    import_row_clear(&row);
    return asked;
}

START_TEST(an_order_that_no_address_shows__is_asked)
{
    static const char *const asked[] = { "Kovač Bilić José <info99@example.org>",
                                         "Kovač Jean <kj-office@example.org>",
                                         "Quellec Marie <secretariat@example.org>" };
    for (size_t i = 0; i < sizeof(asked) / sizeof(asked[0]); i++) {
        char *why = asked_of(asked[i]);
        ck_assert_msg(why && strstr(why, "is the family name does not show"), "%s: %s",
                      asked[i], shown(why));
        free(why);
    }
    static const char *const plain[] = { "Jean Petit <office@example.org>",
                                         "Jean Martin <mairie@example.org>",
                                         "Petit Jean <jean@example.org>",
                                         "PETIT Jean <office@example.org>",
                                         "Petit, Jean <office@example.org>" };
    for (size_t i = 0; i < sizeof(plain) / sizeof(plain[0]); i++) {
        char *why = asked_of(plain[i]);
        ck_assert_msg(!why || !strstr(why, "does not show"), "%s: %s", plain[i], why);
        free(why);
    }
}

START_TEST(a_comma_in_a_cell__parts__both_names)
{
    expect_cells("LEFEVRE, Marc", "", "Lefevre", "Marc", false);
    expect_cells("Lefevre,Marc", "", "Lefevre", "Marc", false);
    expect_cells("Lefevre, Marc", "Marc", "Lefevre", "Marc", false);
    expect_cells("LEFEVRE, Zoé", "ZOE", "Lefevre", "Zoe", false);
    expect_cells("Lefevre, Marc", "Luc", "Lefevre, Marc", "Luc", true);
    expect_cells("", "Lefevre, Marc", "Lefevre", "Marc", false);
    expect_cells("van den Berg, Jan", "", "van den Berg", "Jan", false);
    expect_cells("Berg, Jan van den", "", "van den Berg", "Jan", false);
    expect_cells("Lefevre, Jr", "Marc", "Lefevre", "Marc Jr", false);
    expect_cells("Lefevre", "Marc", "Lefevre", "Marc", false);
}

START_TEST(an_order_that_is_turned__is_told)
{
    struct import_row row =
        read("Name", IMPORT_NAME_GIVEN_FIRST, "Petit Jean", "jean.petit@example.org");
    ck_assert_ptr_nonnull(strstr(shown(row.told), "Petit Jean"));
    import_row_clear(&row);
    row = read("Name", IMPORT_NAME_GIVEN_FIRST, "Jean Petit", "jean.petit@example.org");
    ck_assert_ptr_null(row.told);
    import_row_clear(&row);
}

START_TEST(two_surnames__are_the_family_name__where_the_heading_says_so)
{
    static const char heading[] = "Nombre y apellidos";
    const enum import_target first = IMPORT_NAME_GIVEN_FIRST;

    expect(heading, first, "José García López", "", "García López", "José");
    expect(heading, first, "María del Carmen Ruiz Sánchez", "", "Ruiz Sánchez",
           "María del Carmen");
    expect(heading, first, "Ana López", "", "López", "Ana");
    expect(heading, first, "María del Carmen López", "", "López", "María del Carmen");
    expect("Apellidos y nombre", IMPORT_NAME_FAMILY_FIRST, "García López José", "",
           "García López", "José");
    expect("Nom complet", first, "Anne Marie Petit", "", "Petit", "Anne Marie");
}

START_TEST(marks__leave__the_name)
{
    static const char *const texts[] = {
        "- Marie Dupont",
        "• Marie Dupont",
        "* Marie Dupont",
        "> Marie Dupont",
        "> > Marie Dupont",
        "1. Marie Dupont",
        "12) Marie Dupont",
        "(3) Marie Dupont",
        "– Marie Dupont",
        "Marie Dupont*",
        "Marie Dupont;",
        "Groupe Num: Marie Dupont",
        "Marie Dupont/VILLE/BOURGES",
    };

    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
        expect_name(texts[i], "", "Dupont", "Marie");
    expect_name("Karl Knoll (Vertretung: Eva Blum)", "", "Knoll", "Karl");
    expect("Nom", IMPORT_FAMILY, "PETIT*", "", "Petit", "nothing");
    expect("Nom", IMPORT_FAMILY, "Le Goff-Roux", "", "Le Goff-Roux", "nothing");
}

START_TEST(excused_behind_a_name__is__a_no)
{
    struct import_row row = read("Nom", IMPORT_FAMILY, "Roux excusé", "");
    ck_assert_str_eq(row.values[IMPORT_FAMILY], "Roux");
    ck_assert_str_eq(row.values[IMPORT_COMING], "excusé");
    import_row_clear(&row);
    row = read("Name", IMPORT_NAME_GIVEN_FIRST, "Anna Roth entschuldigt", "");
    ck_assert_str_eq(row.values[IMPORT_FAMILY], "Roth");
    ck_assert_ptr_nonnull(row.values[IMPORT_COMING]);
    import_row_clear(&row);
}

START_TEST(an_address_of_a_list__is_doubtful)
{
    struct import_row row = read("Name", IMPORT_NAME_GIVEN_FIRST,
                                 "\"Jean PETIT via Liste\" <liste@example.org>", "");
    ck_assert_str_eq(row.values[IMPORT_FAMILY], "Petit");
    import_row_judge(&row, NULL, 0);
    ck_assert_int_eq(row.verdict, IMPORT_DOUBTFUL);
    ck_assert_ptr_nonnull(strstr(row.reason, "Liste"));
    import_row_clear(&row);
}

START_TEST(two_people_in_a_name__are_doubtful)
{
    expect_doubtful("Paul Dupont ou Anne Durand", "");
    expect_doubtful("Paul Dupont; Anne Durand", "");
    expect_doubtful("Tom Brook or Anne Brook", "");
    expect_doubtful("Paul Dupont / Anne Durand", "");
    expect_doubtful("DUPONT Paul / DURAND Anne", "");
    expect_doubtful("Dupont / Durand", "");
    static const char *const ones[] = { "Zoé AUBRY / DREAL", "Zoé AUBRY / Ville d’Anne",
                                        "Zoé Aubry / Montclair" };
    for (size_t i = 0; i < sizeof(ones) / sizeof(ones[0]); i++) {
        struct import_row row = read("Name", IMPORT_NAME_GIVEN_FIRST, ones[i], "");
        import_row_judge(&row, NULL, 0);
        ck_assert_msg(row.verdict == IMPORT_NEW, "%s", ones[i]);
        import_row_clear(&row);
    }
}

START_TEST(tickets_teams_and_machines__are__nobody)
{
    expect_doubtful("Team Digital", "team@example.org");
    expect_doubtful("ALL", "all@example.org");
    expect_doubtful("Accompagnant de Paul Dupont", "");
    expect_doubtful("Guest of Paul Dupont", "");
    expect_doubtful("Info Requested", "");
    expect_doubtful("Anna Roth", "no-reply@example.org");
    expect_doubtful("Anna Roth", "noreply@example.org");
}

START_TEST(an_address_of_somebody_else__is_doubtful__and_names_them)
{
    struct import_row ann =
        read("Name", IMPORT_NAME_GIVEN_FIRST, "Ann Lee", "office@example.org");
    struct import_row cy =
        read("Name", IMPORT_NAME_GIVEN_FIRST, "Cy Fox", "Office@example.org");
    const struct import_candidate earlier = import_row_candidate(&ann);
    import_row_judge(&cy, &earlier, 1);
    ck_assert_int_eq(cy.verdict, IMPORT_DOUBTFUL);
    ck_assert_ptr_nonnull(strstr(cy.reason, "Lee, Ann"));
    struct import_candidate known = import_row_candidate(&ann);
    known.line = 0;
    known.person.head.id = 7;
    import_row_judge(&cy, &known, 1);
    ck_assert_int_eq(cy.verdict, IMPORT_DOUBTFUL);
    ck_assert_int_eq(cy.person, 7);
    ck_assert_ptr_nonnull(strstr(cy.reason, "Lee, Ann"));
    import_row_clear(&cy);
    import_row_clear(&ann);
}

static struct import_row
read_state(const char *state)
{
    enum import_target targets[] = { IMPORT_FAMILY, IMPORT_COMING };
    const char *const cells[] = { "Lee", state };
    struct import_mapping mapping = { .targets = targets, .count = 2 };
    struct import_row row = { 0 };
    ck_assert(import_row_read(&row, &mapping, cells, 2, 2));
    return row;
}

START_TEST(states_of_our_own_lists__are__understood)
{
    static const char *const noes[] = { "declined", "withdrawn",   "excused", "refused",
                                        "lapsed",   "substituted", "waiting", "décliné",
                                        "retiré",   "en attente" };
    for (size_t i = 0; i < sizeof(noes) / sizeof(noes[0]); i++) {
        struct import_row row = read_state(noes[i]);
        ck_assert_msg(row.values[IMPORT_COMING] != NULL, "%s", noes[i]);
        import_row_clear(&row);
    }
    static const char *const open[] = { "invited", "invité", "offered" };
    for (size_t i = 0; i < sizeof(open) / sizeof(open[0]); i++) {
        struct import_row row = read_state(open[i]);
        ck_assert_ptr_null(row.values[IMPORT_COMING]);
        ck_assert_msg(row.told && strstr(row.told, open[i]), "%s", open[i]);
        import_row_clear(&row);
    }
    struct import_row row = read_state("accepted");
    ck_assert_ptr_null(row.told);
    import_row_clear(&row);
}

/* “Mevr. / Mme” is one woman; “M. / Mme” may be two people. */
START_TEST(civility__in_two_languages__is_of_one_person)
{
    ck_assert(!person_name_is_of_two("Mevr. / Mme", "Ida", "Brun"));
    ck_assert(!person_name_is_of_two("Dhr. / M.", "Tom", "Gris"));
    ck_assert(!person_name_is_of_two("Herr / M. / Sig.", "Tom", "Gris"));
    ck_assert(person_name_is_of_two("M. / Mme", "Ida", "Brun"));
    ck_assert(person_name_is_of_two("Herr / Frau", "Ida", "Brun"));
    ck_assert(person_name_is_of_two("Mme et Mme", "Ida", "Brun"));
}

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, civility__in_two_languages__is_of_one_person);
    tcase_add_test(tests, a_second_name__behind_a_sign__is_another_person);
    tcase_add_test(tests, a_row__in_another_order_than_its_column__is_asked_about);
    tcase_add_test(tests, letters_behind_a_name__are__none_of_it);
    tcase_add_test(tests, a_telephone__beside_an_address__is_taken_too);
    tcase_add_test(tests, a_dash__between_two_halves_of_a_name__is_none_of_it);
    tcase_add_test(tests, d__is_don__in_a_list_of_spain);
    tcase_add_test(tests, an_address__tells__which_name_comes_first);
    tcase_add_test(tests, an_address__tells__where_names_of_several_words_part);
    tcase_add_test(tests, an_order_that_no_address_shows__is_asked);
    tcase_add_test(tests, a_comma_in_a_cell__parts__both_names);
    tcase_add_test(tests, an_order_that_is_turned__is_told);
    tcase_add_test(tests, two_surnames__are_the_family_name__where_the_heading_says_so);
    tcase_add_test(tests, marks__leave__the_name);
    tcase_add_test(tests, excused_behind_a_name__is__a_no);
    tcase_add_test(tests, two_people_in_a_name__are_doubtful);
    tcase_add_test(tests, tickets_teams_and_machines__are__nobody);
    tcase_add_test(tests, an_address_of_somebody_else__is_doubtful__and_names_them);
    tcase_add_test(tests, states_of_our_own_lists__are__understood);
    tcase_add_test(tests, an_address_of_a_list__is_doubtful);
}

SUITE_MAIN("import_name")
