/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_verdict_test.c - new, changed, same or doubtful: what a row does to what is
 * known */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "atelier/domain/import.h"

#include "support/suite.h"

/* A literal where a struct wants a text of its own: nobody writes to it. */
static char *
text(const char *literal)
{
    char *borrowed;

    memcpy(&borrowed, &literal, sizeof(borrowed));
    return borrowed;
}

static struct import_candidate
known(int64_t id, const char *family, const char *given, const char *email,
      const char *organisation)
{
    return (struct import_candidate){
        .person = { .head = { .id = id },
                    .family = text(family),
                    .given = text(given),
                    .email = text(email) },
        .organisation = organisation,
    };
}

/* A row as import_row_read() leaves it. */
static struct import_row
row_of(const char *family, const char *given, const char *email, const char *organisation)
{
    struct import_row row = { .line = 5, .column = IMPORT_NO_COLUMN };

    row.values[IMPORT_FAMILY] = memory_copy(family);
    row.values[IMPORT_GIVEN] = memory_copy(given);
    row.values[IMPORT_EMAIL] = memory_copy(email);
    row.values[IMPORT_ORGANISATION] = memory_copy(organisation);
    return row;
}

static void
expect_verdict(enum import_verdict verdict, struct import_row row,
               struct import_candidate candidate)
{
    import_row_judge(&row, &candidate, 1);
    ck_assert_msg(row.verdict == verdict, "%s, %s is %s", row.values[IMPORT_FAMILY],
                  row.values[IMPORT_GIVEN], import_verdicts[row.verdict].name);
    ck_assert_int_eq(row.verdict == IMPORT_NEW, row.person == 0);
    ck_assert_int_eq(row.verdict == IMPORT_CHANGED, row.changes != 0);
    ck_assert_int_eq(row.verdict == IMPORT_CHANGED || row.verdict == IMPORT_DOUBTFUL,
                     row.reason != NULL);
    import_row_clear(&row);
}

START_TEST(stranger__is__new)
{
    struct import_row row = row_of("Roe", "Anna", NULL, NULL);

    import_row_judge(&row, NULL, 0);
    ck_assert_int_eq(row.verdict, IMPORT_NEW);
    import_row_clear(&row);
    expect_verdict(IMPORT_NEW, row_of("Roe", "Anna", NULL, "City"),
                   known(3, "Roe", "Bill", NULL, "City"));
}

START_TEST(names_and_email__are__certain)
{
    expect_verdict(IMPORT_SAME, row_of("ROE", "anna", "A@example.org", NULL),
                   known(3, "Roe", "Anna", "a@example.org", "City"));
    expect_verdict(IMPORT_CHANGED, row_of("Roe", "Anna", "a@example.org", "Port"),
                   known(3, "Roe", "Anna", "a@example.org", "City"));
}

START_TEST(names_and_organisation__are_certain__where_an_email_lacks)
{
    expect_verdict(IMPORT_SAME, row_of("Müller", "Anna", NULL, "harbour city"),
                   known(3, "Mueller", "Anna", "a@example.org", "Harbour City"));
    expect_verdict(IMPORT_CHANGED, row_of("Roe", "Anna", "a@example.org", "City"),
                   known(3, "Roe", "Anna", NULL, "City"));
}

START_TEST(short_name__of_the_organisation__will_do)
{
    struct import_candidate candidate = known(3, "Roe", "Anna", NULL, "Harbour City");

    candidate.organisation_short = "HC";
    expect_verdict(IMPORT_SAME, row_of("Roe", "Anna", NULL, "HC"), candidate);
}

START_TEST(namesake__is__doubtful)
{
    expect_verdict(IMPORT_DOUBTFUL, row_of("Roe", "Anna", NULL, NULL),
                   known(3, "Roe", "Anna", NULL, NULL));
    expect_verdict(IMPORT_DOUBTFUL, row_of("Roe", "Anna", NULL, "Port"),
                   known(3, "Roe", "Anna", NULL, "City"));
    expect_verdict(IMPORT_DOUBTFUL, row_of("Roe", "Anna", "b@example.org", "City"),
                   known(3, "Roe", "Anna", "a@example.org", "City"));
    expect_verdict(IMPORT_DOUBTFUL, row_of("Anna", "Roe", NULL, NULL),
                   known(3, "Roe", "Anna", NULL, NULL));
    expect_verdict(IMPORT_DOUBTFUL, row_of("Roe", "A.", NULL, "City"),
                   known(3, "Roe", "Anna", NULL, "City"));
    expect_verdict(IMPORT_DOUBTFUL, row_of("Doe", "Anna", "a@example.org", NULL),
                   known(3, "Roe", "Anna", "a@example.org", NULL));
}

static void
expect_civility(enum import_verdict verdict, const char *said, const char *known_as)
{
    struct import_row row = row_of("DUPONT", "ANNA", "a@example.org", NULL);
    struct import_candidate candidate = known(3, "Dupont", "Anna", "a@example.org", NULL);

    row.values[IMPORT_CIVILITY] = memory_copy(said);
    candidate.person.civility = text(known_as);
    expect_verdict(verdict, row, candidate);
}

START_TEST(civility_in_another_spelling__is__no_change)
{
    expect_civility(IMPORT_SAME, "Madame", "Mme");
    expect_civility(IMPORT_SAME, "MME.", "Madame");
    expect_civility(IMPORT_CHANGED, "Dr", "Mme");
    expect_civility(IMPORT_CHANGED, "Mme", NULL);
}

START_TEST(same_initial__elsewhere__is_no_doubt)
{
    expect_verdict(IMPORT_NEW, row_of("Roe", "Alan", NULL, "Port"),
                   known(3, "Roe", "Anna", NULL, "City"));
}

START_TEST(shared_mailbox__makes__nobody_the_same)
{
    expect_verdict(IMPORT_DOUBTFUL, row_of("Doe", "Bill", "office@example.org", "City"),
                   known(3, "Roe", "Anna", "office@example.org", "City"));
}

START_TEST(changes__are_named__and_only_what_the_row_brings)
{
    struct import_row row = row_of("Roe", "Anna", "a@example.org", "City");
    struct import_candidate candidate = known(3, "Roe", "Anna", "a@example.org", "City");

    candidate.person.phone = text("+33 1 99 00");
    candidate.person.needs = text("ramp");
    candidate.function = "clerk";
    row.values[IMPORT_PHONE] = memory_copy("+33.1.99.00");
    row.values[IMPORT_FUNCTION] = memory_copy("mayor");
    row.values[IMPORT_NOTE] = memory_copy("comes by train");
    row.values[IMPORT_CATEGORY] = memory_copy("state");
    import_row_judge(&row, &candidate, 1);
    ck_assert_int_eq(row.verdict, IMPORT_CHANGED);
    ck_assert_uint_eq(row.changes, 1U << IMPORT_FUNCTION | 1U << IMPORT_NOTE);
    ck_assert_str_eq(row.reason,
                     "Function: clerk → mayor; Note: nothing → comes by train");
    ck_assert_int_eq(row.person, 3);
    import_row_clear(&row);
}

START_TEST(telephone__is_the_same__however_its_digits_are_grouped)
{
    static const struct {
        const char *known;
        const char *brought;
        enum import_verdict verdict;
    } phones[] = {
        { "02/123.45.67", "02 123 45 67", IMPORT_SAME },
        { "02/123.45.67", "021234567", IMPORT_SAME },
        { "0211/123456", "0211 123456", IMPORT_SAME },
        { "02 123 45 67 / 0477 12 34 56", "02/123.45.67 / 0477/12.34.56", IMPORT_SAME },
        { "02/123.45.67", "02 123 45 67 / 0477 12 34 56", IMPORT_CHANGED },
        { "021234 / 567890", "021234 567890", IMPORT_CHANGED },
    };
    for (size_t i = 0; i < sizeof(phones) / sizeof(phones[0]); i++) {
        struct import_row row = row_of("Roe", "Anna", "a@example.org", "City");
        struct import_candidate candidate =
            known(3, "Roe", "Anna", "a@example.org", "City");
        candidate.person.phone = text(phones[i].known);
        row.values[IMPORT_PHONE] = memory_copy(phones[i].brought);
        import_row_judge(&row, &candidate, 1);
        ck_assert_msg(row.verdict == phones[i].verdict, "%s beside %s", phones[i].brought,
                      phones[i].known);
        import_row_clear(&row);
    }
}

/* The office's own note and needs stay: what the row says stands behind them. */
START_TEST(note_and_needs__are_added_to__never_replaced)
{
    struct import_candidate candidate = known(3, "Roe", "Anna", "a@example.org", NULL);
    candidate.person.note = text("not before ten");
    candidate.person.needs = text("vegetarian");
    struct import_row row = row_of("Roe", "Anna", "a@example.org", NULL);
    row.values[IMPORT_NOTE] = memory_copy("train at nine");
    row.values[IMPORT_NEEDS] = memory_copy("no gluten");

    import_row_judge(&row, &candidate, 1);
    ck_assert_int_eq(row.verdict, IMPORT_CHANGED);
    ck_assert_str_eq(row.before[IMPORT_NOTE], "not before ten");
    ck_assert_str_eq(row.after[IMPORT_NOTE], "not before ten\ntrain at nine");
    ck_assert_str_eq(row.after[IMPORT_NEEDS], "vegetarian, no gluten");
    ck_assert_ptr_nonnull(strstr(row.reason, "vegetarian → vegetarian, no gluten"));

    struct person person;
    record_init(&person_entity, &person);
    person.head.id = 3;
    person.family = memory_copy("Roe");
    person.note = memory_copy("not before ten");
    person.needs = memory_copy("vegetarian");
    ck_assert(import_row_apply(&row, &person, NULL));
    ck_assert_str_eq(person.note, "not before ten\ntrain at nine");
    ck_assert_str_eq(person.needs, "vegetarian, no gluten");

    /* The same file once more says nothing new. */
    candidate.person.note = person.note;
    candidate.person.needs = person.needs;
    import_row_judge(&row, &candidate, 1);
    ck_assert_int_eq(row.verdict, IMPORT_SAME);
    record_clear(&person_entity, &person);
    import_row_clear(&row);
}

/* A part of what is known is something else. */
START_TEST(needs__are_compared_whole)
{
    static const struct {
        const char *known, *brought;
        enum import_verdict verdict;
    } cases[] = {
        { "Pas de fauteuil", "fauteuil", IMPORT_CHANGED },
        { "Végétarien, sans gluten", "SANS GLUTEN", IMPORT_SAME },
        { "vegetarian; no gluten", "no gluten, Vegetarian", IMPORT_SAME },
        { "vegetarian", "vegetarian, no gluten", IMPORT_CHANGED },
    };

    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct import_candidate candidate =
            known(3, "Roe", "Anna", "a@example.org", NULL);
        candidate.person.needs = text(cases[i].known);
        struct import_row row = row_of("Roe", "Anna", "a@example.org", NULL);
        row.values[IMPORT_NEEDS] = memory_copy(cases[i].brought);
        import_row_judge(&row, &candidate, 1);
        ck_assert_msg(row.verdict == cases[i].verdict, "%s", cases[i].brought);
        import_row_clear(&row);
    }
}
END_TEST

START_TEST(what_needs_and_a_note_say_already__is_not_added__once_more)
{
    static const struct {
        enum import_target target;
        const char *known, *brought, *after;
    } cases[] = {
        { IMPORT_NEEDS, "Végétarien", "végétarien, sans sel", "Végétarien, sans sel" },
        { IMPORT_NEEDS, "Végétarien", "sans sel; VEGETARIEN;", "Végétarien, sans sel" },
        { IMPORT_NEEDS, "Pas de fauteuil", "fauteuil", "Pas de fauteuil, fauteuil" },
        { IMPORT_NEEDS, "sans gluten", "bio, bio", "sans gluten, bio" },
        { IMPORT_NOTE, "Train 9h\nAppeler", "Train 9h\nHôtel, 2 nuits",
          "Train 9h\nAppeler\nHôtel, 2 nuits" },
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct import_candidate candidate =
            known(3, "Roe", "Anna", "a@example.org", NULL);
        *(cases[i].target == IMPORT_NOTE ? &candidate.person.note
                                         : &candidate.person.needs) =
            text(cases[i].known);
        struct import_row row = row_of("Roe", "Anna", "a@example.org", NULL);
        row.values[cases[i].target] = memory_copy(cases[i].brought);
        import_row_judge(&row, &candidate, 1);
        ck_assert_int_eq(row.verdict, IMPORT_CHANGED);
        ck_assert_str_eq(row.after[cases[i].target], cases[i].after);
        import_row_clear(&row);
    }
}

START_TEST(names_written_otherwise__are__doubtful)
{
    static const char *const pairs[][2] = {
        { "DELATOUR", "de La Tour" },     { "La Tour", "de La Tour" },
        { "Tour", "de La Tour" },         { "Ham", "van Ham" },
        { "ST JUST", "Saint-Just" },      { "St-Just", "Saint-Just" },
        { "O'Briain", "Ó Briain" },       { "Иванов", "Ivanov" },
        { "Παππάς", "Pappas" },           { "El Haddad", "Haddad" },
        { "Vandenberg", "van den Berg" }, { "Ste-Marie", "Sainte Marie" },
        { "StClair", "Saint-Clair" },     { "Stefoy", "Sainte-Foy" },
    };

    for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
        expect_verdict(IMPORT_DOUBTFUL, row_of(pairs[i][0], "Anne", NULL, NULL),
                       known(3, pairs[i][1], "Anne", NULL, "City"));
        expect_verdict(IMPORT_DOUBTFUL, row_of(pairs[i][1], "Anne", NULL, NULL),
                       known(3, pairs[i][0], "Anne", NULL, "City"));
        expect_verdict(IMPORT_NEW, row_of(pairs[i][0], "Bill", NULL, NULL),
                       known(3, pairs[i][1], "Anne", NULL, NULL));
    }
    expect_verdict(IMPORT_NEW, row_of("Martin", "Anne", NULL, NULL),
                   known(3, "Saint-Martin", "Anne", NULL, NULL));
}

START_TEST(part_of_a_double_name__counts__among_colleagues)
{
    static const char *const pairs[][2] = { { "Dupontel", "Dupontel-Durand" },
                                            { "Dupontel-Durand", "Durand" },
                                            { "García", "García Márquez" } };

    for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
        expect_verdict(IMPORT_DOUBTFUL, row_of(pairs[i][0], "Anne", NULL, "City"),
                       known(3, pairs[i][1], "Anne", NULL, "City"));
        expect_verdict(IMPORT_NEW, row_of(pairs[i][0], "Anne", NULL, "Port"),
                       known(3, pairs[i][1], "Anne", NULL, "City"));
        expect_verdict(IMPORT_NEW, row_of(pairs[i][0], "Bill", NULL, "City"),
                       known(3, pairs[i][1], "Anne", NULL, "City"));
    }
    expect_verdict(IMPORT_DOUBTFUL, row_of("Roe", "Philippe", NULL, "City"),
                   known(3, "Roe", "Jean-Philippe", NULL, "City"));
    expect_verdict(IMPORT_NEW, row_of("García López", "Anne", NULL, "City"),
                   known(3, "García Márquez", "Anne", NULL, "City"));
}

START_TEST(known_people__keep__the_spelling_of_their_names)
{
    expect_verdict(IMPORT_SAME, row_of("MULLER", "ANNA", "a@example.org", NULL),
                   known(3, "Müller", "Anna", "a@example.org", NULL));
}

START_TEST(two_certain_people__make__a_doubt)
{
    struct import_candidate both[] = { known(3, "Roe", "Anna", "a@example.org", NULL),
                                       known(4, "Roe", "Anna", "a@example.org", NULL) };
    struct import_row row = row_of("Roe", "Anna", "a@example.org", NULL);

    import_row_judge(&row, both, 2);
    ck_assert_int_eq(row.verdict, IMPORT_DOUBTFUL);
    import_row_clear(&row);
}

START_TEST(certainty__wins__over_a_namesake)
{
    struct import_candidate both[] = { known(3, "Roe", "Anna", NULL, "Port"),
                                       known(4, "Roe", "Anna", "a@example.org", NULL) };
    struct import_row row = row_of("Roe", "Anna", "a@example.org", NULL);

    import_row_judge(&row, both, 2);
    ck_assert_int_eq(row.verdict, IMPORT_SAME);
    ck_assert_int_eq(row.person, 4);
    import_row_clear(&row);
}

START_TEST(doubt__names__the_person_it_is_about)
{
    struct import_row row = row_of("Roe", "Anna", NULL, NULL);
    struct import_candidate candidate = known(3, "Roe", "Anna", NULL, "City");

    import_row_judge(&row, &candidate, 1);
    ck_assert_ptr_nonnull(strstr(row.reason, "Roe, Anna (City)"));
    ck_assert_int_eq(row.person, 3);
    import_row_clear(&row);
}

START_TEST(second_row__of_the_same_person__is_not_written_twice)
{
    struct import_row first = row_of("Roe", "Anna", "a@example.org", "City");
    struct import_row again = row_of("ROE", "Anna", "a@example.org", NULL);
    struct import_row other = row_of("Roe", "Anna", "a@example.org", "Port");
    struct import_candidate earlier;

    first.line = 2;
    earlier = import_row_candidate(&first);
    import_row_judge(&again, &earlier, 1);
    ck_assert_int_eq(again.verdict, IMPORT_SAME);
    ck_assert_int_eq(again.earlier, 2);
    ck_assert_ptr_nonnull(strstr(again.reason, "2"));
    import_row_judge(&other, &earlier, 1);
    ck_assert_int_eq(other.verdict, IMPORT_DOUBTFUL);
    ck_assert_int_eq(other.earlier, 2);
    ck_assert_ptr_nonnull(strstr(other.reason, "Line 2"));
    import_row_clear(&first);
    import_row_clear(&again);
    import_row_clear(&other);
}

START_TEST(settling__ends__a_doubt)
{
    struct import_candidate candidate = known(3, "Roe", "Anna", NULL, "City");
    struct import_row row = row_of("Roe", "Anna", NULL, "Port");

    import_row_judge(&row, &candidate, 1);
    ck_assert_int_eq(row.verdict, IMPORT_DOUBTFUL);
    import_row_settle(&row, &candidate);
    ck_assert_int_eq(row.verdict, IMPORT_CHANGED);
    ck_assert_uint_eq(row.changes, 1U << IMPORT_ORGANISATION);
    ck_assert_int_eq(row.person, 3);
    import_row_settle_new(&row);
    ck_assert_int_eq(row.verdict, IMPORT_NEW);
    ck_assert_int_eq(row.person, 0);
    ck_assert_uint_eq(row.changes, 0);
    ck_assert_ptr_null(row.reason);
    import_row_clear(&row);
}

START_TEST(missing_given_name__is__filled_in)
{
    struct import_candidate candidate = known(3, "Roe", NULL, "a@example.org", NULL);
    struct import_row row = row_of("Roe", "Anna", "a@example.org", NULL);

    import_row_settle(&row, &candidate);
    ck_assert_uint_eq(row.changes, 1U << IMPORT_GIVEN);
    import_row_clear(&row);
}

/* Of what is odd in a row is told beside somebody who is known, and of no other row. */
START_TEST(doubtful_row__that_is_found_again__has_its_reason)
{
    struct import_candidate candidate =
        known(3, "Martin", "Léa", "a@example.org", "City");
    struct import_row row = row_of("Martin", "Léo", NULL, "City");

    import_row_judge(&row, &candidate, 1);
    ck_assert_int_eq(row.verdict, IMPORT_DOUBTFUL);
    char *judged = memory_copy(row.reason);
    import_row_recall(&row, IMPORT_DOUBTFUL, 0, 3, &candidate);
    ck_assert_str_eq(row.reason, judged);
    row.odd = memory_copy("odd words.");
    row.odd_target = IMPORT_NOTE;
    row.values[IMPORT_NOTE] = memory_copy("50 %");
    import_row_recall(&row, IMPORT_DOUBTFUL, 0, 3, &candidate);
    ck_assert_ptr_nonnull(strstr(row.reason, "odd words."));
    candidate.line = 2;
    import_row_recall(&row, IMPORT_DOUBTFUL, 0, 0, &candidate);
    ck_assert_ptr_null(strstr(row.reason, "odd words."));
    free(judged);
    import_row_clear(&row);
}

START_TEST(total__that_is_doubtful__keeps_its_reason)
{
    struct import_row row = row_of("Total", "5", NULL, "8 participants");

    import_row_recall(&row, IMPORT_DOUBTFUL, 0, 0, NULL);
    ck_assert_ptr_nonnull(strstr(row.reason, "not a person"));
    import_row_settle_new(&row);
    ck_assert_int_eq(row.verdict, IMPORT_NEW);
    import_row_clear(&row);
    /* who is known for certain is somebody */
    expect_verdict(IMPORT_SAME, row_of("Total", "Marie", "m@example.org", NULL),
                   known(3, "Total", "Marie", "m@example.org", NULL));
}

/* The same family name and initial, in the same house. */
static void
expect_other(enum import_verdict verdict, const char *civility, const char *given,
             const char *email, const char *known_civility, const char *known_given,
             const char *known_email)
{
    struct import_row row = row_of("Martin", given, email, "City");
    struct import_candidate candidate =
        known(3, "Martin", known_given, known_email, "City");

    row.values[IMPORT_CIVILITY] = civility ? memory_copy(civility) : NULL;
    candidate.person.civility = text(known_civility);
    expect_verdict(verdict, row, candidate);
}

START_TEST(civility_and_email__speak__against_a_likeness)
{
    expect_other(IMPORT_NEW, "Madame", "Jeanne", "j@example.org", "Monsieur",
                 "Jean-François", "jf@example.org");
    expect_other(IMPORT_NEW, "M.", "Léo", NULL, "Mme", "Léa", NULL);
    expect_other(IMPORT_NEW, "Mr", "Paul", NULL, "Mrs", "Paula", NULL);
    expect_other(IMPORT_NEW, "Herr", "Jan", NULL, "Frau", "Jana", NULL);
    expect_other(IMPORT_NEW, "Sr.", "Mario", NULL, "Sra.", "María", NULL);
    expect_other(IMPORT_NEW, "Sig.", "Luca", NULL, "Sig.ra", "Lucia", NULL);
    expect_other(IMPORT_NEW, NULL, "Jeanne", "j@example.org", NULL, "Jean",
                 "jean@example.org");
    expect_other(IMPORT_NEW, "Mme", "Jeanne", "j@example.org", "Mme", "Julie",
                 "julie@example.org");
    /* one of them alone says nothing, nor a title, nor an initial */
    expect_other(IMPORT_DOUBTFUL, "M.", "Léo", NULL, NULL, "Léa", NULL);
    expect_other(IMPORT_DOUBTFUL, "Dr", "Léo", NULL, "Mme", "Léa", NULL);
    expect_other(IMPORT_DOUBTFUL, NULL, "Léo", "l@example.org", NULL, "Léa", NULL);
    expect_other(IMPORT_DOUBTFUL, NULL, "J.", "j@example.org", NULL, "Jean",
                 "jean@example.org");
    expect_other(IMPORT_DOUBTFUL, "M.", "Dominique", "e@x.org", "Mme", "Dominique",
                 "d@x.org");
}

START_TEST(function_in_capitals__that_is_the_same__is_no_change)
{
    static const struct {
        const char *row, *known;
        enum import_verdict verdict;
    } functions[] = {
        { "CHARGÉE DE MISSION", "Chargée de mission", IMPORT_SAME },
        { "CHARGEE DE MISSION", "Chargée de mission", IMPORT_SAME },
        { "MAIRE", "maire", IMPORT_SAME },
        { "D.G.S.", "DGS", IMPORT_CHANGED },
        { "Chargée de mission", "CHARGÉE DE MISSION", IMPORT_CHANGED },
        { "CHARGÉE DE PROJET", "Chargée de mission", IMPORT_CHANGED },
    };
    for (size_t i = 0; i < sizeof(functions) / sizeof(functions[0]); i++) {
        struct import_row row = row_of("Roe", "Anna", "a@example.org", "City");
        struct import_candidate candidate =
            known(3, "Roe", "Anna", "a@example.org", "City");

        row.values[IMPORT_FUNCTION] = memory_copy(functions[i].row);
        candidate.function = functions[i].known;
        expect_verdict(functions[i].verdict, row, candidate);
    }
}

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, stranger__is__new);
    tcase_add_test(tests, names_and_email__are__certain);
    tcase_add_test(tests, names_and_organisation__are_certain__where_an_email_lacks);
    tcase_add_test(tests, short_name__of_the_organisation__will_do);
    tcase_add_test(tests, namesake__is__doubtful);
    tcase_add_test(tests, civility_in_another_spelling__is__no_change);
    tcase_add_test(tests, same_initial__elsewhere__is_no_doubt);
    tcase_add_test(tests, shared_mailbox__makes__nobody_the_same);
    tcase_add_test(tests, telephone__is_the_same__however_its_digits_are_grouped);
    tcase_add_test(tests, changes__are_named__and_only_what_the_row_brings);
    tcase_add_test(tests, note_and_needs__are_added_to__never_replaced);
    tcase_add_test(tests, needs__are_compared_whole);
    tcase_add_test(tests, what_needs_and_a_note_say_already__is_not_added__once_more);
    tcase_add_test(tests, names_written_otherwise__are__doubtful);
    tcase_add_test(tests, part_of_a_double_name__counts__among_colleagues);
    tcase_add_test(tests, known_people__keep__the_spelling_of_their_names);
    tcase_add_test(tests, two_certain_people__make__a_doubt);
    tcase_add_test(tests, certainty__wins__over_a_namesake);
    tcase_add_test(tests, doubt__names__the_person_it_is_about);
    tcase_add_test(tests, second_row__of_the_same_person__is_not_written_twice);
    tcase_add_test(tests, doubtful_row__that_is_found_again__has_its_reason);
    tcase_add_test(tests, total__that_is_doubtful__keeps_its_reason);
    tcase_add_test(tests, civility_and_email__speak__against_a_likeness);
    tcase_add_test(tests, function_in_capitals__that_is_the_same__is_no_change);
    tcase_add_test(tests, settling__ends__a_doubt);
    tcase_add_test(tests, missing_given_name__is__filled_in);
}

SUITE_MAIN("import_verdict")
