/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_people_test.c - a colleague's spreadsheet: read in any dress, judged row by row
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/edit.h"
#include "atelier/app/import_people.h"
#include "atelier/base/memory.h"
#include "atelier/domain/category.h"
#include "atelier/domain/person.h"
#include "support/database_file.h"
#include "support/office.h"
#include "support/paper.h"
#include "support/sheet.h"
#include "support/suite.h"

static struct atelier *at;
static int64_t anne; /* Dupont, of the town of Périgueux, with an e-mail */
static int64_t paul; /* Durand, with an e-mail and nothing else */

static int64_t
add_person(const char *family, const char *given, const char *email,
           const char *organisation, const char *function)
{
    struct person *person = record_new(&person_entity);
    struct error err = { 0 };

    person->family = memory_copy(family);
    person->given = memory_copy(given);
    person->email = memory_copy(email);
    ck_assert_msg(edit_add_person(at, person, organisation, 0, function, NULL, &err),
                  "%s", err.message);
    int64_t id = person->head.id;
    record_free(&person_entity, person);
    return id;
}

static void
begin(void)
{
    at = office_found();
    anne = add_person("Dupont", "Anne", "anne@example.org", "Mairie de Périgueux",
                      "Directrice");
    paul = add_person("Durand", "Paul", "paul@example.org", NULL, NULL);
}

static void
end(void)
{
    office_expect_whole(at);
    office_end(at);
}

static struct import *
judged(const char *path)
{
    return sheet_judged(at, path, 0);
}

/* "new changed same doubtful refused" */
static void
expect_counts(const struct import *import, const char *expected)
{
    int64_t counts[IMPORT_VERDICT_COUNT];
    char found[80];

    import_counts(import, counts);
    (void)snprintf(found, sizeof found, "%d %d %d %d %d", (int)counts[IMPORT_NEW],
                   (int)counts[IMPORT_CHANGED], (int)counts[IMPORT_SAME],
                   (int)counts[IMPORT_DOUBTFUL], (int)counts[IMPORT_REFUSED]);
    ck_assert_str_eq(found, expected);
}

static void
expect_value(struct import *import, size_t row, enum import_target target,
             const char *expected)
{
    const char *value = sheet_row(import, row)->values[target];

    ck_assert_msg(value != NULL && strcmp(value, expected) == 0, "row %zu: %s and not %s",
                  row, value != NULL ? value : "nothing", expected);
}

START_TEST(cell__that_a_spreadsheet_spoilt__refuses_its_row_unless_nobody_reads_it)
{
    struct import *import =
        judged(paper_write("list.csv", "Nom;Prénom;Téléphone;Couleur\n"
                                       "Un;Ana;6,12E+08;vert\n"
                                       "Deux;Léo;0612345678;#REF!\n"
                                       "#N/A;Zoé;;\n"));
    expect_counts(import, "1 0 0 0 2");
    ck_assert_uint_eq(sheet_row(import, 0)->column, 2);
    ck_assert_ptr_nonnull(strstr(sheet_row(import, 0)->reason, "6,12E+08"));
    ck_assert_ptr_nonnull(strstr(sheet_row(import, 2)->reason, "#N/A"));
    import_free(import);
}
END_TEST

/* ---- encodings, delimiters, quotes ---- */

static const struct {
    const char *encoding; /* of iconv(3) */
    const char *mark;
    const char *name; /* that the person sees */
} encodings[] = {
    { "UTF-8", "", "UTF-8" },
    { "UTF-8", "\xef\xbb\xbf", "UTF-8" },
    { "UTF-16LE", "\xff\xfe", "UTF-16" },
    { "UTF-16BE", "\xfe\xff", "UTF-16" },
    { "CP1252", "", "Windows-1252" },
};

static const char delimiters[] = ",;\t";

enum { ENCODINGS = sizeof encodings / sizeof *encodings };

/* The same three people in every dress: quotes doubled, a line break and every
 * delimiter within quotes. */
START_TEST(file__in_any_encoding_and_with_any_delimiter__is_read)
{
    char delimiter = delimiters[_i % 3];
    int dress = _i / 3;
    char text[] = "Courriel|Nom|Prénom|Organisme|Remarque\r\n"
                  "zoe@example.org|Lefèvre|Zoé|\"Ville, de \"\"Troyes\"\"; Champagne\"|"
                  "\"deux\r\nlignes\"\r\n"
                  "|O’Brien|Seán|Œuvre|\r\n"
                  "jose@example.org|de la Peña|José||\"\t\"\r\n";

    for (char *c = text; *c != '\0'; c++)
        *c = *c == '|' ? delimiter : *c;
    struct import *import = judged(paper_write_as(
        "list.csv", text, encodings[dress].encoding, encodings[dress].mark));

    ck_assert_str_eq(import_encoding(import), encodings[dress].name);
    ck_assert_int_eq(import_delimiter(import), delimiter);
    ck_assert(!import_is_headless(import));
    expect_counts(import, "3 0 0 0 0");
    expect_value(import, 0, IMPORT_FAMILY, "Lefèvre");
    expect_value(import, 0, IMPORT_ORGANISATION, "Ville, de \"Troyes\"; Champagne");
    expect_value(import, 0, IMPORT_NOTE, "deux\nlignes");
    expect_value(import, 1, IMPORT_FAMILY, "O’Brien");
    expect_value(import, 1, IMPORT_ORGANISATION, "Œuvre");
    expect_value(import, 2, IMPORT_GIVEN, "José");
    ck_assert_int_eq(sheet_row(import, 0)->line, 2);
    ck_assert_int_eq(sheet_row(import, 1)->line, 4);
    import_free(import);
}
END_TEST

/* ---- headings ---- */

START_TEST(headings__in_french_or_english_in_any_order__are_known)
{
    static const char *const heads[] = {
        "NOM;Prénom;Courriel;Organisme;Fonction;Téléphone",
        "Last name;First name;E-mail;Organization;Job title;Phone",
        "Surname;Given name;Mail;Company;Position;Mobile",
        "Nom de famille;Prénoms;Adresse électronique;Structure;Poste;Tél.",
    };
    char text[400];

    (void)snprintf(text, sizeof text, "%s\nLefèvre;Zoé;zoe@example.org;Ville;Chef;0102\n",
                   heads[_i]);
    struct import *import = judged(paper_write("list.csv", text));
    expect_value(import, 0, IMPORT_FAMILY, "Lefèvre");
    expect_value(import, 0, IMPORT_GIVEN, "Zoé");
    expect_value(import, 0, IMPORT_EMAIL, "zoe@example.org");
    expect_value(import, 0, IMPORT_ORGANISATION, "Ville");
    expect_value(import, 0, IMPORT_FUNCTION, "Chef");
    expect_value(import, 0, IMPORT_PHONE, "0102");
    import_free(import);
}
END_TEST

/* A spreadsheet often has a title above its table, or a line that tells the delimiter. */
START_TEST(headings__below_a_title__are_found)
{
    static const char *const above[] = {
        "Participants de la réunion du 16 mars\n\n",
        "sep=;\n",
        "Mairie de Troyes;;\nListe des contacts;mail;tél.\n",
    };
    char text[400];

    (void)snprintf(text, sizeof text, "%sNom;Prénom;Courriel\nLefèvre;Zoé;\n", above[_i]);
    struct import *import = judged(paper_write("list.csv", text));
    ck_assert(!import_is_headless(import));
    expect_counts(import, "1 0 0 0 0");
    expect_value(import, 0, IMPORT_FAMILY, "Lefèvre");
    ck_assert_int_eq(sheet_row(import, 0)->line, _i == 1 ? 3 : 4);
    import_free(import);
}
END_TEST

START_TEST(columns__that_say_nothing_to_us__can_be_given_a_meaning)
{
    struct error err = { 0 };
    struct import *import =
        import_open(at, paper_write("list.csv", "X;Y\nLefèvre;Zoé\n"), 0, &err);

    ck_assert_msg(import != NULL, "%s", err.message);
    ck_assert(import_is_headless(import));
    ck_assert(!import_judge(import, NULL, NULL, &err));
    ck_assert_str_eq(err.field, "mapping");

    import_mapping(import)->targets[0] = IMPORT_FAMILY;
    import_mapping(import)->targets[1] = IMPORT_GIVEN;
    import_set_headless(import, false);
    sheet_judge(import);
    expect_counts(import, "1 0 0 0 0");
    expect_value(import, 0, IMPORT_FAMILY, "Lefèvre");
    ck_assert_int_eq(sheet_row(import, 0)->line, 2);

    /* Judged again, with another mapping: what was said before is forgotten. */
    import_mapping(import)->targets[0] = IMPORT_GIVEN;
    import_mapping(import)->targets[1] = IMPORT_FAMILY;
    import_set_headless(import, true);
    sheet_judge(import);
    expect_counts(import, "2 0 0 0 0");
    expect_value(import, 0, IMPORT_FAMILY, "Y");
    expect_value(import, 1, IMPORT_FAMILY, "Zoé");
    import_free(import);
}
END_TEST

START_TEST(mapping__with_one_meaning_twice__is_refused)
{
    struct error err = { 0 };
    struct import *import =
        judged(paper_write("list.csv", "Nom;Structure\nLefèvre;Ville de Lens\n"));

    import_mapping(import)->targets[0] = IMPORT_ORGANISATION;
    import_mapping(import)->targets[1] = IMPORT_ORGANISATION;
    ck_assert(!import_judge(import, NULL, NULL, &err));
    ck_assert_str_eq(err.field, "mapping");
    ck_assert_uint_eq(import_row_count(import), 0);
    import_free(import);
}
END_TEST

/* ---- verdicts ---- */

#define HEADER "Nom;Prénom;Courriel;Organisme;Fonction\n"

START_TEST(rows__each_get_their_verdict_with_line_column_and_reason)
{
    add_person("Martin", "Jean", NULL, "Ville de Troyes", NULL);
    struct import *import =
        judged(paper_write("list.csv", HEADER "Lefèvre;Zoé;zoe@example.org;;\n"
                                              "DURAND;Paul;paul@example.org;;Chef\n"
                                              "dupont;anne;Anne@example.org;;\n"
                                              "\n"
                                              "Martin;Jean;;;\n"
                                              "Petit;Luc;luc.example.org;;\n"
                                              ";Marie;marie@example.org;;\n"));

    expect_counts(import, "1 1 1 1 2");
    ck_assert_int_eq(sheet_row(import, 1)->person, paul);
    ck_assert_int_eq(sheet_row(import, 2)->person, anne);
    ck_assert_int_eq(sheet_row(import, 3)->line, 6);
    ck_assert_ptr_nonnull(strstr(sheet_row(import, 3)->reason, "Ville de Troyes"));
    ck_assert_uint_eq(sheet_row(import, 4)->column, 2);
    ck_assert_int_eq(sheet_row(import, 4)->line, 7);
    ck_assert_ptr_nonnull(strstr(sheet_row(import, 4)->reason, "@"));
    ck_assert_uint_eq(sheet_row(import, 5)->column, 0);
    ck_assert_ptr_nonnull(strstr(sheet_row(import, 5)->reason, "family name"));
    import_free(import);
}
END_TEST

START_TEST(title__that_is_a_heading_too__is_no_heading)
{
    struct import *import = judged(paper_write(
        "list.csv",
        "Participants;;\nLundi;;\nNom;Prénom;Mail\nLefèvre;Zoé;z@example.org\n"));

    expect_counts(import, "1 0 0 0 0");
    ck_assert_str_eq(sheet_row(import, 0)->values[IMPORT_FAMILY], "Lefèvre");
    import_free(import);
}
END_TEST

/* The weight of a row: its headings that are known, and a name among them. */
START_TEST(headings__below_several_lines__are_found)
{
    static const char *const texts[] = {
        ("Réunion du 16 mars;;\nContact : mairie@example.org;;\n;;\n"
         "Civilité et nom;Organisme;Inscrit (O/N)\nMme Zoé LEFÈVRE;Ville;O\n"),
        "Membres;\nNom;Ville\nZoé LEFÈVRE;Troyes\n",
        "Organisme : Troyes;\nIdentité;Courriel\nMme Zoé LEFÈVRE;z@example.org\n",
    };
    struct import *import = judged(paper_write("list.csv", texts[_i]));

    expect_counts(import, "1 0 0 0 0");
    expect_value(import, 0, IMPORT_FAMILY, "Lefèvre");
    expect_value(import, 0, IMPORT_GIVEN, "Zoé");
    import_free(import);
}
END_TEST

START_TEST(headings__stand_in_the_line__that_a_person_says)
{
    struct error err = { 0 };
    struct import *import = import_open(
        at,
        paper_write("list.csv",
                    "Nom;Prénom;x\n\nWer;Vorname;Post\nRoe;Zoé;z@example.org\n"),
        0, &err);

    ck_assert_msg(import != NULL, "%s", err.message);
    ck_assert_int_eq(import_headings_line(import), 1);
    ck_assert(import_set_headings_line(import, 3, &err));
    ck_assert_int_eq(import_headings_line(import), 3);
    ck_assert(!import_is_headless(import));
    import_mapping(import)->targets[0] = IMPORT_FAMILY;
    sheet_judge(import);
    expect_counts(import, "1 0 0 0 0");
    expect_value(import, 0, IMPORT_FAMILY, "Roe");
    expect_value(import, 0, IMPORT_GIVEN, "Zoé");
    /* an empty line, the last one, one behind it */
    for (int64_t line = 2; line <= 5; line += line == 2 ? 2 : 1) {
        ck_assert(!import_set_headings_line(import, line, &err));
        ck_assert_int_eq(import_headings_line(import), 3);
    }
    int64_t line;
    struct buffer text = { 0 };
    ck_assert(import_add_line(import, 1, &line, &text, &err));
    ck_assert_int_eq(line, 3);
    ck_assert_str_eq(buffer_text(&text), "Wer | Vorname | Post");
    ck_assert(!import_add_line(import, 3, &line, &text, &err));
    buffer_clear(&text);
    import_free(import);
}
END_TEST

START_TEST(category__that_the_office_does_not_have__is_listed_once)
{
    struct import *import = judged(
        paper_write("list.csv", "Nom;Organisme;Catégorie\nLefèvre;Ville A;Métropole\n"
                                "Blanc;Ville B;métropole\nNoir;;Syndicat\n"
                                "Roux;Ville C;Syndicat\n"));
    const struct import_new_name *first =
        import_new_next(import, IMPORT_CREATED_CATEGORY, NULL);
    const struct import_new_name *second =
        import_new_next(import, IMPORT_CREATED_CATEGORY, first);

    expect_counts(import, "4 0 0 0 0");
    ck_assert_uint_eq(import_new_names(import, IMPORT_CREATED_CATEGORY), 2);
    ck_assert_str_eq(first->name, "Métropole");
    ck_assert_int_eq(first->rows, 2);
    ck_assert_int_eq(second->rows, 1); /* without an organisation it is nothing */
    import_free(import);
}
END_TEST

START_TEST(category__whose_name_stands_in_another__is_new)
{
    office_add(at, &category_entity, "name", "Conseil régional", NULL);
    office_add(at, &category_entity, "name", "Mairie", NULL);
    struct import *import =
        judged(paper_write("list.csv", "Nom;Organisme;Catégorie\nLefèvre;Ville A;Région\n"
                                       "Blanc;Ville B;mairie\nNoir;Ville C;régional\n"));
    const struct import_new_name *first =
        import_new_next(import, IMPORT_CREATED_CATEGORY, NULL);
    const struct import_new_name *second =
        import_new_next(import, IMPORT_CREATED_CATEGORY, first);

    ck_assert_uint_eq(import_new_names(import, IMPORT_CREATED_CATEGORY), 2);
    ck_assert_str_eq(first->name, "Région");
    ck_assert_str_eq(second->name, "régional");
    import_free(import);
}
END_TEST

START_TEST(person__named_twice_in_the_file__is_new_once)
{
    struct import *import =
        judged(paper_write("list.csv", HEADER "Lefèvre;Zoé;zoe@example.org;;\n"
                                              "LEFEVRE;zoé;zoe@example.org;;\n"
                                              "Lefèvre;Zoé;autre@example.org;;\n"));

    expect_counts(import, "1 0 1 1 0");
    ck_assert_int_eq(sheet_row(import, 1)->earlier, 2);
    ck_assert_int_eq(sheet_row(import, 2)->earlier, 2);
    import_free(import);
}
END_TEST

START_TEST(judging__writes_nothing)
{
    static const char everything[] =
        "SELECT count(*), (SELECT count(*) FROM person), (SELECT sum(rev) FROM person),"
        " (SELECT count(*) FROM organisation), (SELECT count(*) FROM affiliation)"
        " FROM journal";
    char *before = database_file_dump(everything);
    struct error err = { 0 };

    struct import *import =
        judged(paper_write("list.csv", HEADER "Lefèvre;Zoé;zoe@example.org;Ville;Chef\n"
                                              "Durand;Paul;paul@example.org;Ville;Chef\n"
                                              "Durand;Paul;;;\n"));
    ck_assert_msg(import_settle(import, 2, paul, &err), "%s", err.message);
    import_free(import);
    office_expect(everything, before);
    free(before);
}
END_TEST

static bool
stop(void *context, int64_t done, int64_t total)
{
    (void)total;
    ck_assert_uint_eq(import_row_count(context), 0); /* no half is seen */
    return done > 0;
}

START_TEST(judging__that_is_stopped__leaves_no_half_of_a_judgement)
{
    char text[4000] = HEADER;
    struct error err = { 0 };

    for (int i = 0; i < 60; i++)
        (void)snprintf(text + strlen(text), sizeof text - strlen(text), "Nom%d;A;;;\n",
                       i);
    struct import *import = import_open(at, paper_write("list.csv", text), 0, &err);
    ck_assert_msg(import != NULL, "%s", err.message);
    ck_assert(!import_judge(import, stop, import, &err));
    ck_assert_int_eq(err.kind, ERROR_CANCELLED);
    ck_assert_uint_eq(import_row_count(import), 0);
    import_free(import);
}
END_TEST

START_TEST(reader__may_not_import)
{
    struct atelier *reader = office_hire(at, "rosa", ROLE_READER);
    struct error err = { 0 };

    ck_assert_ptr_null(
        import_open(reader, paper_write("list.csv", HEADER "A;B;;;\n"), 0, &err));
    ck_assert_int_eq(err.kind, ERROR_RULE);
    atelier_close(reader);
}
END_TEST

START_TEST(unknown_headings__are_nobody__when_it_is_said)
{
    struct error err = { 0 };
    struct import *import =
        import_open(at, paper_write("list.csv", "a;b\nBlanc;Zoé\n"), 0, &err);

    ck_assert_msg(import != NULL, "%s", err.message);
    ck_assert(import_is_headless(import));
    import_mapping(import)->targets[0] = IMPORT_FAMILY;
    import_set_headless(import, false);
    sheet_judge(import);
    expect_counts(import, "1 0 0 0 0");
    ck_assert_int_eq(sheet_row(import, 0)->line, 2);
    import_free(import);

    import = import_open(at, paper_write("bare.csv", "a;b\n"), 0, &err);
    ck_assert_msg(import != NULL, "%s", err.message);
    import_mapping(import)->targets[0] = IMPORT_FAMILY;
    import_set_headless(import, false);
    ck_assert(!import_judge(import, NULL, NULL, &err));
    ck_assert_str_eq(err.message, "bare.csv has only headings, no people.");
    import_free(import);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_loop_test(tests, file__in_any_encoding_and_with_any_delimiter__is_read, 0,
                        ENCODINGS * 3);
    tcase_add_loop_test(tests, headings__in_french_or_english_in_any_order__are_known, 0,
                        4);
    tcase_add_loop_test(tests, headings__below_a_title__are_found, 0, 3);
    tcase_add_test(
        tests, cell__that_a_spreadsheet_spoilt__refuses_its_row_unless_nobody_reads_it);
    tcase_add_test(tests, columns__that_say_nothing_to_us__can_be_given_a_meaning);
    tcase_add_test(tests, mapping__with_one_meaning_twice__is_refused);
    tcase_add_test(tests, rows__each_get_their_verdict_with_line_column_and_reason);
    tcase_add_test(tests, title__that_is_a_heading_too__is_no_heading);
    tcase_add_loop_test(tests, headings__below_several_lines__are_found, 0, 3);
    tcase_add_test(tests, headings__stand_in_the_line__that_a_person_says);
    tcase_add_test(tests, category__that_the_office_does_not_have__is_listed_once);
    tcase_add_test(tests, category__whose_name_stands_in_another__is_new);
    tcase_add_test(tests, person__named_twice_in_the_file__is_new_once);
    tcase_add_test(tests, judging__writes_nothing);
    tcase_add_test(tests, judging__that_is_stopped__leaves_no_half_of_a_judgement);
    tcase_add_test(tests, reader__may_not_import);
    tcase_add_test(tests, unknown_headings__are_nobody__when_it_is_said);
}

SUITE_MAIN("import_people")
