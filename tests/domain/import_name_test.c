/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_name_test.c - names in a list: the address tells their order, marks leave them
 */
#include <stdlib.h>
#include <string.h>

#include "atelier/domain/import.h"
#include "atelier/domain/person_name.h"

#include "support/suite.h"

static const char *
shown(const char *text)
{
    return text ? text : "nothing";
}

static struct import_row
read(const char *heading, enum import_target target, const char *name, const char *email)
{
    enum import_target targets[] = { target, IMPORT_EMAIL };
    const char *const headings[] = { heading, "E-mail" };
    const char *const cells[] = { name, email };
    struct import_mapping mapping = { .targets = targets, .count = 2 };
    struct import_row row = { 0 };

    import_mapping_ask(&mapping, headings);
    ck_assert(import_row_read(&row, &mapping, cells, 2, 2));
    import_mapping_ask(&mapping, NULL);
    return row;
}

static void
expect(const char *heading, enum import_target target, const char *name,
       const char *email, const char *family, const char *given)
{
    struct import_row row = read(heading, target, name, email);
    if (strcmp(shown(row.values[IMPORT_FAMILY]), family) != 0 ||
        strcmp(shown(row.values[IMPORT_GIVEN]), given) != 0)
        ck_abort_msg("“%s” is family “%s”, given “%s”", name,
                     shown(row.values[IMPORT_FAMILY]), shown(row.values[IMPORT_GIVEN]));
    import_row_clear(&row);
}

static void
expect_name(const char *name, const char *email, const char *family, const char *given)
{
    expect("Name", IMPORT_NAME_GIVEN_FIRST, name, email, family, given);
}

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

static void
expect_cells(const char *family, const char *given, const char *read_family,
             const char *read_given, bool is_asked)
{
    enum import_target targets[] = { IMPORT_FAMILY, IMPORT_GIVEN };
    const char *const cells[] = { family, given };
    struct import_mapping mapping = { .targets = targets, .count = 2 };
    struct import_row row = { 0 };

    ck_assert(import_row_read(&row, &mapping, cells, 2, 2));
    ck_assert_str_eq(shown(row.values[IMPORT_FAMILY]), read_family);
    ck_assert_str_eq(shown(row.values[IMPORT_GIVEN]), read_given);
    ck_assert_msg(!row.asked == !is_asked, "%s: %s", family, shown(row.asked));
    import_row_clear(&row);
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

static void
expect_doubtful(const char *name, const char *email)
{
    struct import_row row = read("Name", IMPORT_NAME_GIVEN_FIRST, name, email);
    import_row_judge(&row, NULL, 0);
    ck_assert_msg(row.verdict == IMPORT_DOUBTFUL, "%s", name);
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

START_TEST(organisation_behind_a_name__is_kept_as_a_note)
{
    static const char *const texts[] = { "Zoé AUBRY, Ville de Montclair",
                                         "Zoé AUBRY : Ville de Montclair",
                                         "Zoé AUBRY: Ville de Montclair",
                                         "AUBRY Zoé; Ville de Montclair" };
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        struct import_row row = read("Name", IMPORT_NAME_GIVEN_FIRST, texts[i], "");
        ck_assert_str_eq(row.values[IMPORT_FAMILY], "Aubry");
        ck_assert_str_eq(row.values[IMPORT_GIVEN], "Zoé");
        ck_assert_str_eq(row.values[IMPORT_NOTE], "Ville de Montclair");
        import_row_clear(&row);
    }
}

START_TEST(organisation_behind_both_names__leaves_the_given_name)
{
    static const char *const texts[] = {
        "Aubry, Zoé (Ville de Montclair)", "AUBRY, Zoé (Ville de Montclair)",
        "Aubry, Zoé, Ville de Montclair",  "Aubry, Zoé ; Ville de Montclair",
        "Aubry, Zoé: Ville de Montclair",  "AUBRY Zoé (Ville de Montclair)",
    };
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        struct import_row row = read("Name", IMPORT_NAME_GIVEN_FIRST, texts[i], "");
        ck_assert_msg(
            strcmp(shown(row.values[IMPORT_FAMILY]), "Aubry") == 0 &&
                strcmp(shown(row.values[IMPORT_GIVEN]), "Zoé") == 0 &&
                strcmp(shown(row.values[IMPORT_NOTE]), "Ville de Montclair") == 0,
            "“%s”: “%s”, “%s”, “%s”", texts[i], shown(row.values[IMPORT_FAMILY]),
            shown(row.values[IMPORT_GIVEN]), shown(row.values[IMPORT_NOTE]));
        import_row_clear(&row);
    }
}

static void
expect_guest(const char *text, const char *note)
{
    struct import_row row = read("Name", IMPORT_NAME_GIVEN_FIRST, text, "");
    if (strcmp(shown(row.values[IMPORT_FAMILY]), "Dupont") != 0 ||
        strcmp(shown(row.values[IMPORT_GIVEN]), "Paul") != 0 ||
        strcmp(shown(row.values[IMPORT_NOTE]), note) != 0)
        ck_abort_msg("“%s” is family “%s”, given “%s”, note “%s”", text,
                     shown(row.values[IMPORT_FAMILY]), shown(row.values[IMPORT_GIVEN]),
                     shown(row.values[IMPORT_NOTE]));
    ck_assert_msg(row.told && strstr(row.told, note), "%s: %s", text, shown(row.told));
    import_row_judge(&row, NULL, 0);
    ck_assert_msg(row.verdict == IMPORT_NEW, "%s: %s", text, shown(row.reason));
    import_row_clear(&row);
}

START_TEST(somebody_who_comes_with_a_person__is_kept_as_a_note__and_told)
{
    expect_guest("Paul Dupont (+1)", "+1");
    expect_guest("Paul DUPONT +1", "+1");
    expect_guest("DUPONT Paul + 1", "+ 1");
    expect_guest("Paul Dupont [+ 2]", "+ 2");
    expect_guest("Paul Dupont(+1)", "+1");
    expect_guest("Paul Dupont x2", "x2");
    expect_guest("Paul Dupont +1 invité", "+1 invité");
    expect_guest("Paul Dupont (2 personnes)", "2 personnes");
    expect_guest("Paul Dupont plus one", "plus one");
    expect_guest("Paul Dupont + guest", "+ guest");
    expect_guest("Paul Dupont et un collègue", "et un collègue");
    expect_guest("Paul Dupont et son épouse", "et son épouse");
    expect_guest("Paul DUPONT, accompagné d’un élu", "accompagné d’un élu");
    expect_guest("Paul Dupont mit Begleitung", "mit Begleitung");
    expect_guest("Paul Dupont und seine Frau", "und seine Frau");
    expect_guest("Paul Dupont y dos invitados", "y dos invitados");
    expect_guest("Paul Dupont e una collega", "e una collega");
    expect_guest("Paul Dupont met partner", "met partner");
    expect_guest("Paul Dupont et Mme", "et Mme");
    expect_guest("Paul Dupont accompagné de son DGS", "accompagné de son DGS");
    expect_guest("Paul DUPONT+1", "+1");
    expect_guest("Paul Dupont +1 (à confirmer)", "+1 (à confirmer)");
    expect_guest("Paul Dupont (+1 à confirmer)", "+1 à confirmer");
    expect_guest("Paul Dupont (+ 1, à confirmer)", "+ 1, à confirmer");
    expect_guest("Paul Dupont + un accompagnant (sous réserve)",
                 "+ un accompagnant (sous réserve)");
    expect_guest("Paul Dupont et 1 collègue à confirmer", "et 1 collègue à confirmer");
    expect_guest("Paul Dupont +2 (nom à préciser)", "+2 (nom à préciser)");
    expect_guest("Paul Dupont +1 tbc", "+1 tbc");
    expect_guest("Paul Dupont (+1 noch offen)", "+1 noch offen");
    expect_guest("Paul Dupont +1 ?", "+1 ?");
    expect_cells("Dupont (+1)", "Paul", "Dupont", "Paul", false);
    expect_cells("DUPONT", "Paul +1", "Dupont", "Paul", false);
}

static void
expect_remark(const char *text, const char *given, const char *note, const char *coming)
{
    struct import_row row = read("Name", IMPORT_NAME_GIVEN_FIRST, text, "");
    ck_assert_msg(strcmp(shown(row.values[IMPORT_FAMILY]), "Dupont") == 0 &&
                      strcmp(shown(row.values[IMPORT_GIVEN]), given) == 0,
                  "“%s” is family “%s”, given “%s”", text,
                  shown(row.values[IMPORT_FAMILY]), shown(row.values[IMPORT_GIVEN]));
    ck_assert_str_eq(shown(row.values[IMPORT_NOTE]), note);
    ck_assert_str_eq(shown(row.values[IMPORT_COMING]), coming);
    ck_assert_msg(row.told && strstr(row.told, note), "%s: %s", text, shown(row.told));
    import_row_clear(&row);
}

START_TEST(a_remark_behind_a_name__is_kept_as_a_note__and_says_whether_they_come)
{
    expect_remark("Paul Dupont à confirmer", "Paul", "à confirmer", "à confirmer");
    expect_remark("Paul Dupont (à confirmer)", "Paul", "à confirmer", "à confirmer");
    expect_remark("PAUL DUPONT À CONFIRMER", "Paul", "À CONFIRMER", "À CONFIRMER");
    expect_remark("Paul Dupont (sous réserve)", "Paul", "sous réserve", "sous réserve");
    expect_remark("Paul Dupont TBC", "Paul", "TBC", "TBC");
    expect_remark("Paul Dupont noch offen", "Paul", "noch offen", "noch offen");
    expect_remark("Paul Dupont ?", "Paul", "?", "nothing");
    expect_remark("Paul Dupont confirmé", "Paul", "confirmé", "nothing");
    expect_remark("Dupont (nom à préciser)", "nothing", "nom à préciser", "nothing");
    expect_name("Paul Sous", "", "Sous", "Paul");
    expect_name("à confirmer", "", "Confirmer", "À");
}

START_TEST(what_names_somebody__or_says_what_a_person_is__is_no_guest)
{
    expect_doubtful("Paul Dupont et Marie Petit", "");
    expect_doubtful("Paul et Anne Dupont", "");
    static const char *const ones[] = { "Paul Dupont (élu)", "Paul Dupont (stagiaire)",
                                        "Paul Dupont (1)", "Paul Dupont (chauffeur)" };
    for (size_t i = 0; i < sizeof(ones) / sizeof(ones[0]); i++) {
        struct import_row row = read("Name", IMPORT_NAME_GIVEN_FIRST, ones[i], "");
        ck_assert_msg(!row.told, "%s: %s", ones[i], row.told);
        import_row_clear(&row);
    }
    expect_name("Paul Enfant", "", "Enfant", "Paul");
    expect_name("Eva Mann", "", "Mann", "Eva");
    expect("Nom", IMPORT_FAMILY, "=1+1", "", "=1+1", "nothing");
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
    tcase_add_test(tests, organisation_behind_a_name__is_kept_as_a_note);
    tcase_add_test(tests, organisation_behind_both_names__leaves_the_given_name);
    tcase_add_test(tests, an_address_of_a_list__is_doubtful);
    tcase_add_test(tests, somebody_who_comes_with_a_person__is_kept_as_a_note__and_told);
    tcase_add_test(tests,
                   a_remark_behind_a_name__is_kept_as_a_note__and_says_whether_they_come);
    tcase_add_test(tests, what_names_somebody__or_says_what_a_person_is__is_no_guest);
}

SUITE_MAIN("import_name")
