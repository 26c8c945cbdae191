/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_nobody_test.c - rows that are no person, or two */
#include <stdio.h>
#include <string.h>

#include "atelier/domain/import.h"

#include "support/suite.h"

/* A row of one column with both names, as a file has it. */
static enum import_verdict
verdict_of(const char *cell, const char **reason)
{
    static char said[200];
    enum import_target target = IMPORT_NAME_GIVEN_FIRST;
    struct import_mapping mapping = { .targets = &target, .count = 1 };
    struct import_row row = { 0 };

    if (import_row_read(&row, &mapping, &cell, 1, 5))
        import_row_judge(&row, NULL, 0);
    enum import_verdict verdict = row.verdict;
    (void)snprintf(said, sizeof(said), "%s", row.reason ? row.reason : "");
    *reason = said;
    import_row_clear(&row);
    return verdict;
}

START_TEST(totals_and_remarks__are_doubtful__with_their_reason)
{
    static const char *const nobody[] = {
        "TOTAL",
        "Total : 2 personnes",
        "Total 8",
        "Totaux",
        "Sous-total",
        "SOUS TOTAL : 4",
        "À confirmer",
        "A confirmer",
        "Nombre de participants",
        "Nombre de participants : 8",
        "Liste arrêtée au 12/03/2027",
        "Liste mise à jour le 3 mars",
        "8 participants",
        "À désigner",
        "Subtotal",
        "Grand total",
        "Number of people: 8",
        "To be confirmed",
        "TBC",
        "Gesamt",
        "Gesamtzahl: 8",
        "Zwischensumme",
        "Summe",
        "Anzahl Teilnehmer",
        "Noch offen",
        "N.N.",
        "Suma total",
        "Número de participantes",
        "Por confirmar",
        "Totale",
        "Subtotale",
        "Numero di partecipanti",
        "Da confermare",
        "Totaal: 8",
        "Aantal deelnemers",
        "Nog te bevestigen",
        "Participants : 8",
        "Nota",
        "Légende",
        "Poste vacant",
        "Siège vacant",
        "Poste à pourvoir",
        "Non pourvu",
        "Vacant seat",
        "Nicht besetzt",
        "Xxxx",
        "yyyy",
        "Maire ou son représentant",
        "Le Président ou sa suppléante",
        "Bürgermeister oder Vertretung",
        "Mayor or their deputy",
        "Alcalde o su representante",
        "Sindaco o suo delegato",
        "Wethouder of zijn vervanger",
    };
    const char *reason;

    for (size_t i = 0; i < sizeof(nobody) / sizeof(nobody[0]); i++) {
        ck_assert_msg(verdict_of(nobody[i], &reason) == IMPORT_DOUBTFUL, "“%s”",
                      nobody[i]);
        ck_assert_ptr_nonnull(strstr(reason, "not a person"));
    }
    /* and these are people */
    static const char *const people[] = {
        "Anne Total",   "Jean Somme",  "Marie Nombre",
        "Paul Liste",   "Summe Eva",   "Notat Nicole",
        "Anne Reserve", "Totally Ann", "Luc BON (ou son suppléant)",
        "Xu Xx",        "Paolo Osu"
    };
    for (size_t i = 0; i < sizeof(people) / sizeof(people[0]); i++)
        ck_assert_msg(verdict_of(people[i], &reason) == IMPORT_NEW ||
                          !strstr(reason, "not a person"),
                      "“%s”", people[i]);
}

START_TEST(two_people__in_one_row__are_doubtful)
{
    static const char *const couples[] = {
        "M. et Mme DUPONT Paul et Marie",
        "M. et Mme Dupont",
        "M. ET MME DUPONT",
        "M. Et Mme Dupont",
        "M. + Mme Dupont",
        "M. / Mme Dupont",
        "MR AND MRS ROE",
        "SR. Y SRA. GIL",
        "Paul et Marie DUPONT",
        "Mr & Mrs Roe",
        "Herr und Frau Roth",
        "DUPONT Paul & Marie",
        "Paul DUPONT et Marie PETIT",
        "MM. Dupont",
        "Ana y Luis GIL",
        "Ann and Bob ROE",
        "Fam. Schulze",
        "Familie Roth",
        "Famille PETIT",
    };
    const char *reason;

    for (size_t i = 0; i < sizeof(couples) / sizeof(couples[0]); i++) {
        ck_assert_msg(verdict_of(couples[i], &reason) == IMPORT_DOUBTFUL, "“%s”",
                      couples[i]);
        ck_assert_ptr_nonnull(strstr(reason, "two people"));
    }
    static const char *const people[] = {
        "José Ortega y Gasset", "Étienne Roux", "Mme Marie-Claude LE BIHAN",
        "Eva von und zu Roth",  "Andrew Etty",  "Dr. Anna E Roth"
    };
    for (size_t i = 0; i < sizeof(people) / sizeof(people[0]); i++)
        ck_assert_msg(verdict_of(people[i], &reason) == IMPORT_NEW, "“%s”", people[i]);
}

/* What stands below a list, in the column of the names. */
START_TEST(sentences_below_a_list__are_nobody)
{
    static const char *const sentences[] = {
        "* cotisation réduite pour les étudiants",
        "(1) Les suppléants sont en italique",
        "Merci de répondre avant vendredi",
        "Source : fichier des adhérents, sans doublons",
        "Members who have paid twice",
        "* Please bring your badge",
        "Die Plätze sind nicht nummeriert",
        "Bitte bis Freitag antworten",
        "Los suplentes están en cursiva",
        "I supplenti sono in corsivo",
        "De lijst is niet volledig",
    };
    const char *reason;

    for (size_t i = 0; i < sizeof(sentences) / sizeof(sentences[0]); i++)
        ck_assert_msg(verdict_of(sentences[i], &reason) == IMPORT_DOUBTFUL &&
                          strstr(reason, "not a person"),
                      "“%s”: %s", sentences[i], reason);
    static const char *const people[] = { "Maria de los Ángeles García López",
                                          "Per van den Berg", "Will Smith Jones Brown",
                                          "Juan Pablo de la Cruz y Soto",
                                          "Thi Hoa Nguyen Van" };
    for (size_t i = 0; i < sizeof(people) / sizeof(people[0]); i++)
        ck_assert_msg(verdict_of(people[i], &reason) == IMPORT_NEW, "“%s”: %s", people[i],
                      reason);
}

START_TEST(words_of_sentences__in_a_name_with_an_address__are_a_name)
{
    enum import_target targets[] = { IMPORT_NAME_GIVEN_FIRST, IMPORT_EMAIL };
    const char *const cells[] = { "Anna Are For Bei", "anna@example.org" };
    struct import_mapping mapping = { .targets = targets, .count = 2 };
    struct import_row row = { 0 };

    ck_assert(import_row_read(&row, &mapping, cells, 2, 5));
    import_row_judge(&row, NULL, 0);
    ck_assert_int_eq(row.verdict, IMPORT_NEW);
    import_row_clear(&row);
}

/* The same of a row with the names in two columns. */
static enum import_verdict
verdict_of_two(const char *family, const char *given, const char **reason)
{
    static char said[200];
    enum import_target targets[] = { IMPORT_FAMILY, IMPORT_GIVEN };
    const char *const cells[] = { family, given };
    struct import_mapping mapping = { .targets = targets, .count = 2 };
    struct import_row row = { 0 };

    if (import_row_read(&row, &mapping, cells, 2, 5))
        import_row_judge(&row, NULL, 0);
    const enum import_verdict verdict = row.verdict;
    (void)snprintf(said, sizeof(said), "%s", row.reason ? row.reason : "");
    *reason = said;
    import_row_clear(&row);
    return verdict;
}

START_TEST(nothing_of_a_program__is_doubtful__unless_it_is_a_name)
{
    static const char *const words[] = {
        "NULL", "null", "nan", "NaN", "None", "undefined"
    };
    const char *reason;

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        ck_assert_msg(verdict_of_two(words[i], words[i], &reason) == IMPORT_DOUBTFUL &&
                          strstr(reason, "has nothing"),
                      "“%s”: %s", words[i], reason);
        ck_assert_msg(verdict_of(words[i], &reason) == IMPORT_DOUBTFUL, "“%s”", words[i]);
    }
    /* the given name is left out */
    ck_assert_int_eq(verdict_of_two("Durand", "NULL", &reason), IMPORT_NEW);
    ck_assert_int_eq(verdict_of_two("Null", "Peter", &reason), IMPORT_NEW);
    ck_assert_int_eq(verdict_of_two("Roth", "Nan", &reason), IMPORT_DOUBTFUL);
}

START_TEST(date__in_place_of_a_name__is_doubtful)
{
    static const char *const dates[] = { "mars-12", "1-Mar",  "Jan-26",     "12 mars",
                                         "01. Mrz", "Mrz 12", "1-mrt",      "ene-05",
                                         "01-ago",  "déc-05", "1-Mar-2026", "2026-03-01",
                                         "1.3.2026" };
    const char *reason;

    for (size_t i = 0; i < sizeof(dates) / sizeof(dates[0]); i++)
        ck_assert_msg(verdict_of_two(dates[i], "Anna", &reason) == IMPORT_DOUBTFUL &&
                          strstr(reason, "seems to be a date"),
                      "“%s”: %s", dates[i], reason);
    static const char *const people[] = { "Mars", "Avril", "May", "März", "Juin-Martin" };
    for (size_t i = 0; i < sizeof(people) / sizeof(people[0]); i++)
        ck_assert_msg(verdict_of_two(people[i], "Anna", &reason) == IMPORT_NEW,
                      "“%s”: %s", people[i], reason);
}

/* A row with a family name, and perhaps a given one. */
static enum import_verdict
verdict_of_names(const char *family, const char *given)
{
    enum import_target targets[] = { IMPORT_FAMILY, IMPORT_GIVEN };
    const struct import_mapping mapping = { .targets = targets, .count = 2 };
    const char *const cells[] = { family, given };
    struct import_row row = { 0 };

    if (import_row_read(&row, &mapping, cells, 2, 5))
        import_row_judge(&row, NULL, 0);
    const enum import_verdict verdict = row.verdict;
    import_row_clear(&row);
    return verdict;
}

START_TEST(several_people__under_one_title__are_nobody)
{
    static const char *const titles[] = { "Collège des experts", "Conseil régional",
                                          "Groupe A", "Ville de Montclair" };

    for (size_t i = 0; i < sizeof(titles) / sizeof(titles[0]); i++)
        ck_assert_msg(verdict_of_names(titles[i], "") == IMPORT_DOUBTFUL, "%s",
                      titles[i]);
    const char *reason;
    for (size_t i = 0; i < sizeof(titles) / sizeof(titles[0]); i++)
        ck_assert_msg(verdict_of(titles[i], &reason) == IMPORT_DOUBTFUL, "%s", titles[i]);
    ck_assert_int_eq(verdict_of("Marc Bureau", &reason), IMPORT_NEW);
    ck_assert_int_eq(verdict_of_names("Bureau", ""), IMPORT_NEW); /* are names, too */
    ck_assert_int_eq(verdict_of_names("Le Bureau", "Ana"), IMPORT_NEW);
    ck_assert_int_eq(verdict_of_names("de la Tour", ""), IMPORT_NEW);
}
END_TEST

/* An address of its own makes no person of a town hall. */
START_TEST(organisation__in_place_of_a_name__is_doubtful)
{
    static const char *const names[][2] = {
        { "de Montclair", "Mairie" },  { "des élus", "Collège" },
        { "Technique", "Service" },    { "du Maire", "Cabinet" },
        { "de Bourges", "Ville" },     { "Musterhausen", "Stadt" },
        { "du Rhône", "CAF" },         { "Ltd", "Water Services" },
        { "Mairie de Montclair", "" }, { "Jean-Moulin", "Lycée" },
    };
    static const char *const people[][2] = {
        { "Virtanen", "Ville" },   { "de Vries", "Sem" }, { "Miller", "Scot" },
        { "Gill", "APS" },         { "Bureau", "Marc" },  { "Parc", "Ana" },
        { "de Bourges", "Léo" },   { "Rao", "CC" },       { "Bureau", "" },
        { "Mairie", "Maryvonne" }, { "Marc", "Bureau" },
    };
    const char *reason;

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        ck_assert_msg(verdict_of_names(names[i][0], names[i][1]) == IMPORT_DOUBTFUL, "%s",
                      names[i][0]);
    for (size_t i = 0; i < sizeof(people) / sizeof(people[0]); i++)
        ck_assert_msg(verdict_of_names(people[i][0], people[i][1]) == IMPORT_NEW, "%s",
                      people[i][0]);
    ck_assert_int_eq(verdict_of("Mme Mission Roy", &reason), IMPORT_NEW);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, totals_and_remarks__are_doubtful__with_their_reason);
    tcase_add_test(tests, sentences_below_a_list__are_nobody);
    tcase_add_test(tests, words_of_sentences__in_a_name_with_an_address__are_a_name);
    tcase_add_test(tests, nothing_of_a_program__is_doubtful__unless_it_is_a_name);
    tcase_add_test(tests, date__in_place_of_a_name__is_doubtful);
    tcase_add_test(tests, several_people__under_one_title__are_nobody);
    tcase_add_test(tests, organisation__in_place_of_a_name__is_doubtful);
    tcase_add_test(tests, two_people__in_one_row__are_doubtful);
}

SUITE_MAIN("import_nobody")
