/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_phone_test.c - telephones that lost their zero, halves of them, and remarks */
#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "atelier/domain/import.h"
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
    { "0380001122", "0380001122", false },
    { "+33612345679", "+33612345679", false },
    { "612 345 678", "612 345 678", false }, /* a person grouped it */
    { "12345678", "12345678", false },
    { "4512", "4512", false },
    { "03 80 00 11 22 (bureau)", "03 80 00 11 22 (bureau)", false },
    { "06 12 34 56 78 après 18h", "06 12 34 56 78 après 18h", false },
    { "0380001122x12", "0380001122x12", false },
    { "poste 4512", "poste 4512", false },
    { "voir secrétariat 04", NULL, true },
    { "NC", NULL, true },
    { "à demander", NULL, true },
    { "-", NULL, false },
};

START_TEST(telephone__is_taken__with_what_was_dropped_and_without_remarks)
{
    struct buffer told = { 0 };
    ck_assert_msg(import_phone_check(taken[_i].cell, NULL), "%s", taken[_i].cell);
    char *number = import_phone_take(taken[_i].cell, false, &told);
    ck_assert_pstr_eq(number, taken[_i].number);
    ck_assert_msg((told.length > 0) == taken[_i].told, "%s: %s", taken[_i].cell,
                  buffer_text(&told));
    if (taken[_i].told) /* in words that name the cell */
        ck_assert_ptr_nonnull(strstr(buffer_text(&told), taken[_i].cell));
    free(number);
    buffer_clear(&told);
}
END_TEST

START_TEST(telephone__that_is_to_stay__stays)
{
    struct buffer told = { 0 };
    char *number = import_phone_take("612345678", true, &told);
    ck_assert_str_eq(number, "612345678");
    ck_assert_uint_eq(told.length, 0);
    free(number);
    buffer_clear(&told);
}
END_TEST

static const char *const halves[] = {
    "06",
    "15?",
    "03 80 00 11 2x",
    "03 80 00 11 2?",
    "02 98 00 00 0",
    "03 80 xx xx xx",
    "03 80 00 11 23 (bureau), 06 (perso)",
};

START_TEST(telephone__of_which_a_half_is_there__is_refused)
{
    struct error err = { 0 };
    ck_assert_msg(!import_phone_check(halves[_i], &err), "%s passes", halves[_i]);
    ck_assert_ptr_nonnull(strstr(err.message, halves[_i]));
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
        import_column_add(&columns[0], "Roy", false);
        import_column_add(&columns[1], cells[i], false);
    }
    struct import_mapping mapping = { 0 };
    import_mapping_guess_columns(&mapping, headers, columns, 2);
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
    tcase_add_test(tests, telephone__that_is_to_stay__stays);
    tcase_add_loop_test(tests, telephone__of_which_a_half_is_there__is_refused, 0,
                        (int)(sizeof halves / sizeof halves[0]));
    tcase_add_test(tests, row__names_the_cell__that_is_half_a_number);
    tcase_add_test(tests, row__says_beside_its_verdict__what_was_read_otherwise);
    tcase_add_test(tests,
                   column_called_telephone__holds_them__whatever_else_stands_in_it);
}

SUITE_MAIN("import_phone")
