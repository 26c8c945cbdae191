/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_row_test.c - cells become values, or a reason with its column */
#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "atelier/domain/import.h"

#include "support/suite.h"

enum { COLUMNS = 8 };

static const enum import_target columns[COLUMNS] = {
    IMPORT_FAMILY, IMPORT_GIVEN,    IMPORT_EMAIL, IMPORT_ORGANISATION,
    IMPORT_PHONE,  IMPORT_LANGUAGE, IMPORT_PHONE, IMPORT_NOTE,
};

static struct import_mapping
mapping_of_columns(void)
{
    struct import_mapping mapping = { .count = COLUMNS };

    mapping.targets = memory_new(COLUMNS, sizeof mapping.targets[0]);
    memcpy(mapping.targets, columns, sizeof columns);
    return mapping;
}

static bool
read(struct import_row *row, const char *const *cells, size_t count)
{
    struct import_mapping mapping = mapping_of_columns();
    bool ok;

    *row = (struct import_row){ 0 };
    ok = import_row_read(row, &mapping, cells, count, 12);
    import_mapping_clear(&mapping);
    ck_assert_int_eq(row->line, 12);
    ck_assert_int_eq(ok, row->verdict != IMPORT_REFUSED);
    return ok;
}

static void
expect_refused(size_t column, const char *const *cells, size_t count)
{
    struct import_row row;

    ck_assert(!read(&row, cells, count));
    ck_assert_uint_eq(row.column, column);
    ck_assert_ptr_nonnull(row.reason);
    ck_assert_uint_gt(strlen(row.reason), 10);
    import_row_clear(&row);
}

START_TEST(values__are_tidied__and_capitals_are_the_usual_ones)
{
    struct import_row row;

    ck_assert(read(&row,
                   (const char *const[]){
                       "  McALLISTER  d'Été ", "éLISE", "E@Example.org", "Harbour   City",
                       "01 23 45 67 89", "Français", "06 12 34 56 78", "x" },
                   COLUMNS));
    ck_assert_str_eq(row.values[IMPORT_FAMILY], "McAllister d'Été");
    ck_assert_str_eq(row.values[IMPORT_GIVEN], "éLISE");
    ck_assert_str_eq(row.values[IMPORT_EMAIL], "E@Example.org");
    ck_assert_str_eq(row.values[IMPORT_ORGANISATION], "Harbour City");
    ck_assert_str_eq(row.values[IMPORT_LANGUAGE], "fr");
    ck_assert_str_eq(row.values[IMPORT_PHONE], "01 23 45 67 89, 06 12 34 56 78");
    import_row_clear(&row);
}

START_TEST(civility_and_particle__leave__the_names)
{
    struct import_row row;

    ck_assert(read(
        &row,
        (const char *const[]){ "Mme HAM (CD93)", "Zeger van", "", "", "", "", "", "" },
        COLUMNS));
    ck_assert_str_eq(row.values[IMPORT_FAMILY], "van Ham");
    ck_assert_str_eq(row.values[IMPORT_GIVEN], "Zeger");
    ck_assert_str_eq(row.values[IMPORT_CIVILITY], "Mme");
    import_row_clear(&row);
}

START_TEST(what_stands_in_brackets__goes_to_the_note)
{
    struct import_row row;

    ck_assert(read(&row,
                   (const char *const[]){ "DUPONT (Durand)", "Élisabeth  (Lisa)", "", "",
                                          "", "", "", "Comes by train" },
                   COLUMNS));
    ck_assert_str_eq(row.values[IMPORT_FAMILY], "Dupont");
    ck_assert_str_eq(row.values[IMPORT_GIVEN], "Élisabeth");
    ck_assert_str_eq(row.values[IMPORT_NOTE],
                     "Comes by train\nDUPONT (Durand)\nÉlisabeth (Lisa)");
    import_row_clear(&row);
}

START_TEST(parts_of_a_name__are_joined__in_their_order)
{
    enum import_target targets[] = { IMPORT_FAMILY,      IMPORT_FAMILY,   IMPORT_GIVEN,
                                     IMPORT_CIVILITY,    IMPORT_CIVILITY, IMPORT_EMAIL,
                                     IMPORT_SECOND_EMAIL };
    static const char *const rows[][11] = {
        { "Berg", "van der", "Jan", "", "", "", "b@example.org", "van der Berg", "",
          "b@example.org" },
        { "van der", "Berg", "Jan", "Frau", "Dr.", "a@example.org", "b@example.org",
          "van der Berg", "Frau Dr.", "a@example.org" },
        { "Tour", "de La", "Anne", "Dr.", "Frau", "", "", "de La Tour", "Frau Dr.", "" },
        { "García", "Márquez", "Gabo", "Sr.", "Sr.", "", "", "García Márquez", "Sr.",
          "" },
        { "García", "", "Gabo", "", "Dr.", "", "", "García", "Dr.", "" },
        { "d'", "Hondt", "Coco", "", "", "", "", "d'Hondt", "", "" },
        { "Hondt", "d’", "Coco", "", "", "", "", "d’Hondt", "", "" },
        { "van 't", "Hof", "Coco", "", "", "", "", "van 't Hof", "", "" },
    };

    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct import_mapping mapping = { .targets = targets, .count = 7 };
        struct import_row row = { 0 };
        ck_assert(import_row_read(&row, &mapping, rows[i], 7, 2));
        ck_assert_str_eq(row.values[IMPORT_FAMILY], rows[i][7]);
        ck_assert_str_eq(row.values[IMPORT_CIVILITY] ? row.values[IMPORT_CIVILITY] : "",
                         rows[i][8]);
        ck_assert_str_eq(row.values[IMPORT_EMAIL] ? row.values[IMPORT_EMAIL] : "",
                         rows[i][9]);
        import_row_clear(&row);
    }
}

START_TEST(a_yes_to_a_need__is__the_need)
{
    static const char *const headers[] = { "Nom", "Besoin PMR (O/N) ?", "Végétarien ?",
                                           "Allergies" };
    static const char *const rows[][5] = {
        { "Aubry", "oui", "X", "arachides", "Besoin PMR, Végétarien, arachides" },
        { "Aubry", "non", "", "ja", "Allergies" },
        { "Aubry", "1", "nein", "No", "Besoin PMR" },
        { "Aubry", "fauteuil", "✓", "aucune", "fauteuil, Végétarien" },
        { "Aubry", "faux", "☐", "nee", NULL },
    };

    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct import_mapping mapping = { 0 };
        struct import_row row = { 0 };
        import_mapping_guess(&mapping, headers, 4);
        ck_assert(import_row_read(&row, &mapping, rows[i], 4, 2));
        ck_assert_pstr_eq(row.values[IMPORT_NEEDS], rows[i][4]);
        import_row_clear(&row);
        import_mapping_ask(&mapping, NULL); /* the first row was somebody */
        ck_assert(import_row_read(&row, &mapping, rows[0], 4, 2));
        ck_assert_str_eq(row.values[IMPORT_NEEDS], "oui, X, arachides");
        import_row_clear(&row);
        import_mapping_clear(&mapping);
    }
}

START_TEST(blank_cells__are__absent)
{
    struct import_row row;

    ck_assert(read(&row, (const char *const[]){ "Roe", " ", "", "", "", "", "\t", "" },
                   COLUMNS));
    ck_assert_ptr_null(row.values[IMPORT_GIVEN]);
    ck_assert_ptr_null(row.values[IMPORT_EMAIL]);
    ck_assert_ptr_null(row.values[IMPORT_PHONE]);
    ck_assert_ptr_null(row.reason);
    import_row_clear(&row);
}

START_TEST(row__is_refused__without_a_family_name)
{
    expect_refused(0, (const char *const[]){ "", "Anna", "", "", "", "", "", "" },
                   COLUMNS);
}

START_TEST(row__is_refused__for_an_email_without_at)
{
    expect_refused(
        2, (const char *const[]){ "Roe", "", "roe.example.org", "", "", "", "", "" },
        COLUMNS);
}

START_TEST(row__is_refused__for_an_unknown_language)
{
    expect_refused(
        5, (const char *const[]){ "Roe", "", "", "", "", "Klingonais", "", "" }, COLUMNS);
}

START_TEST(row__is_refused__with_too_few_columns)
{
    struct import_row row;

    expect_refused(IMPORT_NO_COLUMN, (const char *const[]){ "Roe", "Anna" }, 2);
    ck_assert(!read(&row, (const char *const[]){ "Roe", "Anna" }, 2));
    ck_assert_ptr_nonnull(strstr(row.reason, "2 of the 8"));
    import_row_clear(&row);
}

START_TEST(row__is_refused__when_it_spills_over)
{
    struct import_row row;

    expect_refused(
        IMPORT_NO_COLUMN,
        (const char *const[]){ "Roe", "", "", "City", "of Roses", "", "", "", "x" }, 9);
    ck_assert(read(&row,
                   (const char *const[]){ "Roe", "", "", "", "", "", "", "", "", " " },
                   10)); /* blank cells at the end are the spreadsheet's */
    import_row_clear(&row);
}

START_TEST(row__is_refused__for_a_text_too_long)
{
    char *name = memory_new(10001, 1);

    memset(name, 'x', 10000);
    expect_refused(1, (const char *const[]){ "Roe", name, "", "", "", "", "", "" },
                   COLUMNS);
    expect_refused(3, (const char *const[]){ "Roe", "", "", name, "", "", "", "" },
                   COLUMNS);
    free(name);
}

START_TEST(languages__are_understood__by_code_and_in_words)
{
    static const char *const languages[][2] = {
        { "EN", "en" }, { "Anglais", "en" }, { "DEUTSCH", "de" },
        { "sv", "sv" }, { "SV", "sv" },      { "pt-BR", "pt-BR" },
    };

    for (size_t i = 0; i < sizeof languages / sizeof languages[0]; i++) {
        struct import_row row;

        ck_assert(read(
            &row, (const char *const[]){ "Roe", "", "", "", "", languages[i][0], "", "" },
            COLUMNS));
        ck_assert_str_eq(row.values[IMPORT_LANGUAGE], languages[i][1]);
        import_row_clear(&row);
    }
}

START_TEST(both_names_in_one_cell__are_parted__and_blamed_together)
{
    enum import_target targets[] = { IMPORT_EMAIL, IMPORT_NAME_GIVEN_FIRST };
    struct import_mapping mapping = { .targets = targets, .count = 2 };
    struct import_row row = { 0 };

    ck_assert(import_row_read(&row, &mapping, (const char *const[]){ "", "Anna MÜLLER" },
                              2, 2));
    ck_assert_str_eq(row.values[IMPORT_FAMILY], "Müller");
    ck_assert_str_eq(row.values[IMPORT_GIVEN], "Anna");
    import_row_clear(&row);

    mapping.keep_capitals = true;
    ck_assert(import_row_read(&row, &mapping,
                              (const char *const[]){ "", "Mme Anna MÜLLER" }, 2, 2));
    ck_assert_str_eq(row.values[IMPORT_FAMILY], "MÜLLER");
    ck_assert_str_eq(row.values[IMPORT_CIVILITY], "Mme");
    import_row_clear(&row);

    ck_assert(!import_row_read(&row, &mapping,
                               (const char *const[]){ "a@example.org", "" }, 2, 3));
    ck_assert_uint_eq(row.column, 1);
    import_row_clear(&row);
}

START_TEST(apply__fills__a_new_person)
{
    struct import_row row;
    struct person person;

    ck_assert(
        read(&row,
             (const char *const[]){ "Roe", "Anna", "a@example.org", "City",
                                    "01 23 45 67 89", "English", "", "met in Lodz" },
             COLUMNS));
    record_init(&person_entity, &person);
    ck_assert(import_row_apply(&row, &person, NULL));
    ck_assert_str_eq(person.family, "Roe");
    ck_assert_str_eq(person.given, "Anna");
    ck_assert_str_eq(person.email, "a@example.org");
    ck_assert_str_eq(person.phone, "01 23 45 67 89");
    ck_assert_str_eq(person.language, "en");
    ck_assert_str_eq(person.note, "met in Lodz");
    record_clear(&person_entity, &person);
    import_row_clear(&row);
}

START_TEST(apply__touches__only_what_changes_in_a_known_person)
{
    struct import_row row;
    struct person person;

    ck_assert(read(&row,
                   (const char *const[]){ "ROE", "ANNA", "a@example.org", "",
                                          "01 23 45 67 89", "", "", "" },
                   COLUMNS));
    record_init(&person_entity, &person);
    person.head.id = 4;
    person.family = memory_copy("Roe");
    person.given = memory_copy("Anna");
    person.phone = memory_copy("99");
    person.needs = memory_copy("ramp");
    row.changes = 1U << IMPORT_EMAIL;
    ck_assert(import_row_apply(&row, &person, NULL));
    ck_assert_str_eq(person.family, "Roe");
    ck_assert_str_eq(person.given, "Anna");
    ck_assert_str_eq(person.phone, "99");
    ck_assert_str_eq(person.needs, "ramp");
    ck_assert_str_eq(person.email, "a@example.org");
    record_clear(&person_entity, &person);
    import_row_clear(&row);
}

START_TEST(caller__can_refuse__for_its_own_reasons)
{
    struct import_mapping mapping = mapping_of_columns();
    struct import_row row = { 0 };

    import_row_refuse(&row, &mapping, IMPORT_ORGANISATION, "No such place.");
    ck_assert_int_eq(row.verdict, IMPORT_REFUSED);
    ck_assert_uint_eq(row.column, 3);
    import_row_refuse(&row, &mapping, IMPORT_CATEGORY, "No such category.");
    ck_assert_uint_eq(row.column, IMPORT_NO_COLUMN);
    ck_assert_str_eq(row.reason, "No such category.");
    import_row_clear(&row);
    import_mapping_clear(&mapping);
}

START_TEST(cells__that_say_nothing__are_empty)
{
    static const char *const nothing[] = {
        "-",         "–",       "—",
        "...",       "…",       "?",
        "??",        "n/a",     "N/A",
        "n.a.",      "NC",      "nc",
        "N.C.",      "néant",   "Néant",
        "sans",      "aucun",   "Aucune",
        "none",      "keine",   "k.A.",
        "ninguno",   "nessuno", "geen",
        "n.v.t.",    "nil",     "non renseigné",
        "anonymous", "Anonyme", "/",
        " - ",
    };
    struct import_row row;

    for (size_t i = 0; i < sizeof(nothing) / sizeof(nothing[0]); i++) {
        const char *say = nothing[i];
        ck_assert_msg(
            read(&row,
                 (const char *const[]){ "Roe", "Anna", say, say, say, say, say, say },
                 COLUMNS),
            "“%s” is refused: %s", say, row.reason);
        for (int t = 0; t < IMPORT_TARGET_COUNT; t++)
            ck_assert_msg((row.values[t] != NULL) ==
                              (t == IMPORT_FAMILY || t == IMPORT_GIVEN),
                          "“%s” is %s", say, row.values[t]);
        import_row_clear(&row);
    }
    /* a name may be such a word; and what says more says something */
    ck_assert(read(
        &row, (const char *const[]){ "Sans", "Nil", "", "Na", "", "", "", "sans gluten" },
        COLUMNS));
    ck_assert_str_eq(row.values[IMPORT_FAMILY], "Sans");
    ck_assert_str_eq(row.values[IMPORT_GIVEN], "Nil");
    ck_assert_str_eq(row.values[IMPORT_NOTE], "sans gluten");
    import_row_clear(&row);
    expect_refused(0, (const char *const[]){ "-", "Anna", "", "", "", "", "", "" },
                   COLUMNS);
    expect_refused(0, (const char *const[]){ "?", "?", "", "", "", "", "", "" }, COLUMNS);
}

START_TEST(what_stands_beside_a_name__is_kept__in_the_function_or_the_note)
{
    enum import_target targets[] = { IMPORT_NAME_GIVEN_FIRST, IMPORT_ORGANISATION,
                                     IMPORT_FUNCTION };
    struct import_mapping mapping = { .targets = targets, .count = 3 };
    static const struct {
        const char *organisation, *function; /* of the file */
        const char *kept, *note;
    } rows[] = {
        { "Ville", "", "adjointe", NULL },
        { "", "", NULL, "adjointe" },
        { "Ville", "Adjointe", "Adjointe", NULL },
        { "Ville", "Médecin", "Médecin", "adjointe" },
    };
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct import_row row = { 0 };
        ck_assert(import_row_read(&row, &mapping,
                                  (const char *const[]){ "Mme Léa BLANC, adjointe",
                                                         rows[i].organisation,
                                                         rows[i].function },
                                  3, 3));
        ck_assert_pstr_eq(row.values[IMPORT_FUNCTION], rows[i].kept);
        ck_assert_pstr_eq(row.values[IMPORT_NOTE], rows[i].note);
        import_row_clear(&row);
    }
}

START_TEST(civility__has_one_spelling)
{
    static const char *const spellings[][2] = {
        { "M", "M." },
        { "m.", "M." },
        { "M.", "M." },
        { "Monsieur", "M." },
        { "MONSIEUR", "M." },
        { "Madame", "Mme" },
        { "MME", "Mme" },
        { "Mme.", "Mme" },
        { "Mademoiselle", "Mlle" },
        { "Herrn", "Herr" },
        { "FRAU", "Frau" },
        { "Mr.", "Mr" },
        { "mrs", "Mrs" },
        { "Señora", "Sra." },
        { "Signora", "Sig.ra" },
        { "mevrouw", "Mevr." },
        { "Maître", "Me" },
        { "Dr.", "Dr." },
        { "Frau Dr.", "Frau Dr." },
    };
    enum import_target targets[] = { IMPORT_CIVILITY, IMPORT_FAMILY };
    struct import_mapping mapping = { .targets = targets, .count = 2 };

    for (size_t i = 0; i < sizeof(spellings) / sizeof(spellings[0]); i++) {
        struct import_row row = { 0 };
        ck_assert(import_row_read(&row, &mapping,
                                  (const char *const[]){ spellings[i][0], "Roe" }, 2, 3));
        ck_assert_str_eq(row.values[IMPORT_CIVILITY], spellings[i][1]);
        import_row_clear(&row);
    }
}

START_TEST(name__that_may_be_none__is_doubtful)
{
    static const struct {
        const char *family;
        const char *given;
        enum import_verdict verdict;
    } rows[] = {
        { "Nguy?n", "Lan", IMPORT_DOUBTFUL },  { "Nguyen", "L?o", IMPORT_DOUBTFUL },
        { "Nguyen", "TRUE", IMPORT_DOUBTFUL }, { "Nguyen", "Lan ?", IMPORT_NEW },
        { "True", "Lan", IMPORT_DOUBTFUL },    { "Trueman", "Lan", IMPORT_NEW },
        { "?ukasik", "Lan", IMPORT_DOUBTFUL }, { "Roe", "Pawe?", IMPORT_DOUBTFUL },
        { "Roe-?elik", "A", IMPORT_DOUBTFUL }, { "Roe ?", "A", IMPORT_NEW },
    };
    enum import_target targets[] = { IMPORT_FAMILY, IMPORT_GIVEN };
    struct import_mapping mapping = { .targets = targets, .count = 2 };

    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        struct import_row row = { 0 };
        ck_assert(import_row_read(&row, &mapping,
                                  (const char *const[]){ rows[i].family, rows[i].given },
                                  2, 3));
        import_row_judge(&row, NULL, 0);
        ck_assert_msg(row.verdict == rows[i].verdict, "%s %s: %s", rows[i].family,
                      rows[i].given, row.reason);
        import_row_clear(&row);
    }
}

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, values__are_tidied__and_capitals_are_the_usual_ones);
    tcase_add_test(tests, civility_and_particle__leave__the_names);
    tcase_add_test(tests, what_stands_in_brackets__goes_to_the_note);
    tcase_add_test(tests, parts_of_a_name__are_joined__in_their_order);
    tcase_add_test(tests, a_yes_to_a_need__is__the_need);
    tcase_add_test(tests, blank_cells__are__absent);
    tcase_add_test(tests, row__is_refused__without_a_family_name);
    tcase_add_test(tests, row__is_refused__for_an_email_without_at);
    tcase_add_test(tests, row__is_refused__for_an_unknown_language);
    tcase_add_test(tests, row__is_refused__with_too_few_columns);
    tcase_add_test(tests, row__is_refused__when_it_spills_over);
    tcase_add_test(tests, row__is_refused__for_a_text_too_long);
    tcase_add_test(tests, languages__are_understood__by_code_and_in_words);
    tcase_add_test(tests, both_names_in_one_cell__are_parted__and_blamed_together);
    tcase_add_test(tests, cells__that_say_nothing__are_empty);
    tcase_add_test(tests,
                   what_stands_beside_a_name__is_kept__in_the_function_or_the_note);
    tcase_add_test(tests, civility__has_one_spelling);
    tcase_add_test(tests, name__that_may_be_none__is_doubtful);
    tcase_add_test(tests, apply__fills__a_new_person);
    tcase_add_test(tests, apply__touches__only_what_changes_in_a_known_person);
    tcase_add_test(tests, caller__can_refuse__for_its_own_reasons);
}

SUITE_MAIN("import_row")
