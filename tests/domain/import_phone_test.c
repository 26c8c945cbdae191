/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_phone_test.c - telephones that lost their zero, halves of them, and remarks */
#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "atelier/domain/entity.h"
#include "atelier/domain/import.h"
#include "atelier/domain/phone_number.h"
#include "import/import_phone.h"

#include "support/suite.h"

static const struct {
    const char *cell;
    const char *number; /* NULL: none */
    bool told;
} taken[] = {
    { "380001122", "0380001122", true },
    { "612345678", "0612345678", true },
    { "612345678.0", "0612345678", true },
    { "33612345679", "+33612345679", true },
    { "447911123456", "+447911123456", true },
    { "49301234567", "+49301234567", true },
    { "4989123456", "+4989123456", true },
    { "4930/1234567", "+4930/1234567", true },
    { "49/30/1234567", "+49/30/1234567", true },
    { "4512345678", "+4512345678", true },
    { "43662123456", "+43662123456", true },
    { "436641234567", "+436641234567", true },
    { "420601234567", "+420601234567", true },
    { "262692123456", "+262692123456", true },
    { "99301234567", "99301234567", false },
    { "612345678,00", "0612345678", true },
    { "0612345678.0", "0612345678", false },
    { "33 6 12 34 56 78", "+33 6 12 34 56 78", true },
    { "44 7911 123456", "+44 7911 123456", true },
    { "0380001122", "0380001122", false },
    { "+33612345679", "+33612345679", false },
    { "612 345 678", "612 345 678", false }, /* a person grouped it */
    { "12345678", "12345678", false },
    { "4512", "4512", true }, /* of a house */
    { "6 12 34 56 78", "06 12 34 56 78", true },
    { "6.12.34.56.78", "06.12.34.56.78", true },
    { "O6 12 34 56 78", "06 12 34 56 78", true },
    { "Tél : 06 12 34 56 78", "06 12 34 56 78", false },
    { "tél.: 06 12 34 56 78 (perso)", "06 12 34 56 78 (perso)", false },
    { "Téléphone portable 06 12 34 56 78", "06 12 34 56 78", false },
    { "tel:+33612345679", "+33612345679", false },
    { "tel:+33612345679;ext=12", "+33612345679", false },
    { "'0612345678", "0612345678", false },
    { "’+33612345678", "+33612345678", false },
    { "+420 601 234 567 ::: +420 602 345 678", "+420 601 234 567, +420 602 345 678",
      false },
    { "Tél : O612345678", "0612345678", true },
    { "06 12 34 56 78 06 12 34 56 79", "06 12 34 56 78 06 12 34 56 79", false },
    { "03 80 00 11 22 (bureau)", "03 80 00 11 22 (bureau)", false },
    { "06 12 34 56 78 après 18h", "06 12 34 56 78 après 18h", false },
    { "0380001122x12", "0380001122x12", false },
    { "poste 4512", "poste 4512", true },
    { "ext. 2345", "ext. 2345", true },
    { "03 80 00 11 22 poste 2345", "03 80 00 11 22 poste 2345", false },
    { "0", NULL, false },
    { "00 00 00 00 00", NULL, false },
    { "voir secrétariat 04", NULL, true },
    { "NC", NULL, true },
    { "à demander", NULL, true },
    { "-", NULL, false },
};

START_TEST(telephone__is_taken__with_what_was_dropped_and_without_remarks)
{
    struct buffer told = { 0 };
    ck_assert_msg(import_phone_check(taken[_i].cell, NULL), "%s", taken[_i].cell);
    char *number = import_phone_take(taken[_i].cell, false, IMPORT_ZERO_LOST, &told);
    ck_assert_pstr_eq(number, taken[_i].number);
    ck_assert_msg((told.length > 0) == taken[_i].told, "%s: %s", taken[_i].cell,
                  buffer_text(&told));
    if (taken[_i].told) /* in words that name the cell */
        ck_assert_ptr_nonnull(strstr(buffer_text(&told), taken[_i].cell));
    free(number);
    buffer_clear(&told);
}
END_TEST

static const struct {
    const char *cell;
    const char *email;
    const char *number;
} countries[] = {
    { "1712345678", "a@example.de", "01712345678" },
    { "15112345678", "a@example.de", "015112345678" },
    { "911974123", "a@example.de", "0911974123" },
    { "6641234567", "a@example.at", "06641234567" },
    { "7700900123", "a@example.co.uk", "07700900123" },
    { "1904551550", "a@example.co.uk", "01904551550" },
    { "25111213", "a@example.be", "025111213" },
    { "475123456", "a@example.be", "0475123456" },
    { "612345678", "a@example.nl", "0612345678" },
    { "612345678", "a@example.es", "612345678" },
    { "3331234567", "a@example.it", "3331234567" },
    { "2025550123", "a@example.com", "2025550123" },
};

START_TEST(zero__is_put_back__in_the_lengths_of_the_country)
{
    enum import_target targets[] = { IMPORT_PHONE, IMPORT_EMAIL };
    const struct import_mapping mapping = { .targets = targets, .count = 2 };
    const char *const cells[] = { countries[_i].cell, countries[_i].email };
    struct buffer told = { 0 };
    char *number = import_phone_take(countries[_i].cell, false,
                                     import_phone_zero(&mapping, cells), &told);
    ck_assert_str_eq(number, countries[_i].number);
    free(number);
    buffer_clear(&told);
}
END_TEST

START_TEST(number__that_may_lack_a_zero__is_doubtful)
{
    static const struct {
        const char *cell;
        enum import_zero zero;
        bool doubtful;
    } cases[] = {
        { "612 345 678", IMPORT_ZERO_LOST, true },
        { "612 345 678", IMPORT_ZERO_NEVER, false },
        { "30902770", IMPORT_ZERO_GERMAN, true },
        { "30902770", IMPORT_ZERO_LOST, false },
        { "030 902770", IMPORT_ZERO_GERMAN, false },
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        char *why = import_phone_doubt(cases[i].cell, cases[i].zero);
        ck_assert_msg((why != NULL) == cases[i].doubtful, "%s", cases[i].cell);
        free(why);
    }
}
END_TEST

START_TEST(headings__say__whose_numbers_they_are)
{
    static const char *const spanish[] = { "Apellidos", "Nombre", "Teléfono" };
    static const char *const german[] = { "Nachname", "Telefon" };
    static const char *const french[] = { "Nom", "Prénom", "Téléphone" };
    ck_assert_int_eq(import_headings_zero(spanish, 3), IMPORT_ZERO_NEVER);
    ck_assert_int_eq(import_headings_zero(german, 2), IMPORT_ZERO_GERMAN);
    ck_assert_int_eq(import_headings_zero(french, 3), IMPORT_ZERO_LOST);
}
END_TEST

START_TEST(telephone__that_is_to_stay__stays)
{
    struct buffer told = { 0 };
    char *number = import_phone_take("612345678", true, IMPORT_ZERO_LOST, &told);
    ck_assert_str_eq(number, "612345678");
    ck_assert_uint_eq(told.length, 0);
    free(number);
    buffer_clear(&told);
}
END_TEST

static const char *const halves[] = {
    "1 mars 2027",
    "01/03/27",
    "06",
    "15?",
    "03 80 00 11 2x",
    "03 80 00 11 2?",
    "02 98 00 00 0",
    "03 80 xx xx xx",
    "03 80 00 11 23 (bureau), 06 (perso)",
    "06990011250000000",
    "06 99 00 11 25 00 00 00",
    "6.99001125",
    "6,99001125",
    "0.699001122",
    "2027-03-16",
    "16/03/2027",
    "2027-03-16 00:00:00",
};

START_TEST(telephone__of_which_a_half_is_there__is_refused)
{
    struct error err = { 0 };
    ck_assert_msg(!import_phone_check(halves[_i], &err), "%s passes", halves[_i]);
    ck_assert_ptr_nonnull(strstr(err.message, halves[_i]));
}
END_TEST

/* A number, the address and what the list is like, and what becomes of it. */
static const struct {
    const char *phone;
    const char *other; /* in the second column for telephones */
    const char *email;
    enum import_zero zero;
    const char *number;
    bool asked;
} zeros[] = {
    { "600111333", "", "", IMPORT_ZERO_LOST, "0600111333", false },
    { "600111333", "", "", IMPORT_ZERO_NEVER, "600111333", false },
    { "600111333", "", "", IMPORT_ZERO_ASKED, "600111333", true },
    { "6 00 11 13 33", "", "", IMPORT_ZERO_ASKED, "6 00 11 13 33", true },
    { "600111333", "+34 600 111 222", "", IMPORT_ZERO_LOST, "600111333, +34 600 111 222",
      false },
    { "600111333", "0034600111222", "", IMPORT_ZERO_LOST, "600111333, 0034600111222",
      false },
    { "600111333", "+33 6 00 11 12 22", "", IMPORT_ZERO_ASKED,
      "0600111333, +33 6 00 11 12 22", false },
    { "600111333", "", "jl@example.es", IMPORT_ZERO_LOST, "600111333", false },
    { "600111333", "", "jl@example.fr", IMPORT_ZERO_ASKED, "0600111333", false },
    { "69900", "", "", IMPORT_ZERO_LOST, "69900", true },
    { "4512", "", "", IMPORT_ZERO_LOST, "4512", false },
    { "poste 69900", "", "", IMPORT_ZERO_LOST, "poste 69900", false },
};

START_TEST(lost_zero__is_put_back__where_numbers_begin_with_one)
{
    enum import_target targets[] = { IMPORT_FAMILY, IMPORT_PHONE, IMPORT_PHONE,
                                     IMPORT_EMAIL };
    const struct import_mapping mapping = { .targets = targets,
                                            .count = 4,
                                            .zero = zeros[_i].zero };
    struct import_row row = { 0 };
    ck_assert(import_row_read(
        &row, &mapping,
        (const char *const[]){ "Roy", zeros[_i].phone, zeros[_i].other, zeros[_i].email },
        4, 2));
    ck_assert_str_eq(row.values[IMPORT_PHONE], zeros[_i].number);
    import_row_judge(&row, NULL, 0);
    ck_assert_int_eq(row.verdict, zeros[_i].asked ? IMPORT_DOUBTFUL : IMPORT_NEW);
    if (zeros[_i].asked)
        ck_assert_ptr_nonnull(strstr(row.reason, zeros[_i].phone));
    import_row_clear(&row);
}
END_TEST

static const struct {
    const char *one;
    const char *other;
    bool same;
} spellings[] = {
    { "0699001122", "+33 6 99 00 11 22", true },
    { "06.99.00.11.22", "0033 699001122", true },
    { "+33 (0)6 99 00 11 22", "06 99 00 11 22", true },
    { "+33 (0) 6 99 00 11 22", "+33699001122", true },
    { "+32 470 12 34 56", "0470/12.34.56", true },
    { "+34 600 111 222", "0034600111222", true },
    { "+34 600 111 222", "0600111222", false },
    { "0699001122", "+33 6 99 00 11 23", false },
    { "0699001122", "+33 6 99 00 11 22 (perso)", false },
    { "06 99 00 11 22, 03 80 00 11 22", "+33699001122", false },
};

START_TEST(telephone__in_another_spelling__is_the_same)
{
    const char *one = spellings[_i].one;
    const char *other = spellings[_i].other;
    ck_assert_msg(phone_number_is_same(one, other) == spellings[_i].same, "%s, %s", one,
                  other);
    ck_assert_int_eq(phone_number_is_same(other, one), spellings[_i].same);
}
END_TEST

START_TEST(field__is_kept__without_the_label)
{
    struct person person;
    record_init(&person_entity, &person);
    const struct field *field = entity_field(&person_entity, "phone");
    ck_assert(field_parse(field, &person, "tel:+33699001122", NULL));
    ck_assert_str_eq(person.phone, "+33699001122");
    ck_assert(field_parse(field, &person, "poste 4512", NULL));
    ck_assert_str_eq(person.phone, "poste 4512");
    struct error err = { 0 };
    ck_assert(!field_parse(field, &person, "06990011250000000", &err));
    ck_assert_str_eq(err.field, "phone");
    record_clear(&person_entity, &person);
}
END_TEST

START_TEST(row__names_the_cell__that_is_half_a_number)
{
    enum import_target targets[] = { IMPORT_FAMILY, IMPORT_PHONE, IMPORT_PHONE };
    const struct import_mapping mapping = { .targets = targets, .count = 3 };
    struct import_row row = { 0 };
    ck_assert(!import_row_read(
        &row, &mapping, (const char *const[]){ "Roy", "03 80 00 11 22", "06" }, 3, 2));
    ck_assert_uint_eq(row.column, 2);
    import_row_clear(&row);
}
END_TEST

START_TEST(row__says_beside_its_verdict__what_was_read_otherwise)
{
    struct import_row row = { 0 };
    import_row_tell(&row, "one");
    ck_assert_str_eq(row.reason, "one");
    import_row_tell(&row, "two");
    ck_assert_str_eq(row.reason, "one; two");
    import_row_clear(&row);
}
END_TEST

/* The numbers in such a column are worth more than the remarks in it cost. */
START_TEST(column_called_telephone__holds_them__whatever_else_stands_in_it)
{
    static const char *const headers[] = { "Nom", "Téléphone" };
    static const char *const cells[] = { "03 80 00 11 22", "voir secrétariat 04", "NC",
                                         "-" };
    struct import_column columns[2] = { 0 };
    for (size_t i = 0; i < 4; i++) {
        import_column_add(&columns[0], "Roy", NULL, NULL);
        import_column_add(&columns[1], cells[i], NULL, NULL);
    }
    struct import_mapping mapping = { 0 };
    import_mapping_guess_columns(&mapping, NULL, headers, columns, 2);
    ck_assert_int_eq(mapping.targets[1], IMPORT_PHONE);
    import_mapping_clear(&mapping);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_loop_test(tests,
                        telephone__is_taken__with_what_was_dropped_and_without_remarks, 0,
                        (int)(sizeof taken / sizeof taken[0]));
    tcase_add_loop_test(tests, zero__is_put_back__in_the_lengths_of_the_country, 0,
                        sizeof(countries) / sizeof(countries[0]));
    tcase_add_test(tests, number__that_may_lack_a_zero__is_doubtful);
    tcase_add_test(tests, headings__say__whose_numbers_they_are);
    tcase_add_test(tests, telephone__that_is_to_stay__stays);
    tcase_add_loop_test(tests, telephone__of_which_a_half_is_there__is_refused, 0,
                        (int)(sizeof halves / sizeof halves[0]));
    tcase_add_loop_test(tests, lost_zero__is_put_back__where_numbers_begin_with_one, 0,
                        (int)(sizeof zeros / sizeof zeros[0]));
    tcase_add_loop_test(tests, telephone__in_another_spelling__is_the_same, 0,
                        (int)(sizeof spellings / sizeof spellings[0]));
    tcase_add_test(tests, field__is_kept__without_the_label);
    tcase_add_test(tests, row__names_the_cell__that_is_half_a_number);
    tcase_add_test(tests, row__says_beside_its_verdict__what_was_read_otherwise);
    tcase_add_test(tests,
                   column_called_telephone__holds_them__whatever_else_stands_in_it);
}

SUITE_MAIN("import_phone")
