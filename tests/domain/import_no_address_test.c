/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_no_address_test.c - words in the place of an e-mail address */
#include "import/import_no_address.h"

#include <string.h>

#include "atelier/domain/import.h"

#include "support/suite.h"

static const char *const noes[] = {
    "pas de mail",
    "Pas d’adresse mail",
    "n’a pas de mail",
    "n'en a pas",
    "sans mail",
    "aucun mail",
    "inconnu",
    "ne souhaite pas",
    "no email",
    "unknown",
    "not available",
    "does not have one",
    "kein E-Mail",
    "keine",
    "unbekannt",
    "sin correo",
    "nessuna",
    "geen e-mail",
    "à venir",
    "en attente",
    "to come",
    "tbc",
    "(aucune)",
    "x",
    "0",
    "voir tél.",
    "par courrier",
    "brak",
};

/* Of an address something is left, that a person can correct. */
static const char *const addresses[] = {
    "dupont",          "jean.dupont.ville.fr", "jean.dupont(at)ville.fr", "a venirova",
    "nodupont",        "sans.nom ville.fr",    "a@example.org",           "xavier",
    "no@@example.org", "par dupont",
};

START_TEST(words__say_no_address)
{
    ck_assert_msg(import_cell_says_no_address(noes[_i]), "%s", noes[_i]);
}
END_TEST

START_TEST(half_an_address__does_not_say_that_there_is_none)
{
    ck_assert_msg(!import_cell_says_no_address(addresses[_i]), "%s", addresses[_i]);
}
END_TEST

/* The verdict on a row with an e-mail column. */
static enum import_verdict
judge(struct import_row *row, const char *cell)
{
    enum import_target targets[] = { IMPORT_FAMILY, IMPORT_GIVEN, IMPORT_EMAIL };
    const struct import_mapping mapping = { .targets = targets, .count = 3 };
    const char *const cells[] = { "Morel", "Ana", cell };

    if (import_row_read(row, &mapping, cells, 3, 5))
        import_row_judge(row, NULL, 0);
    return row->verdict;
}

START_TEST(row__without_an_address__is_taken_and_tells_what_was_left_out)
{
    struct import_row row = { 0 };

    ck_assert_int_eq(judge(&row, "pas de mail"), IMPORT_NEW);
    ck_assert_ptr_null(row.values[IMPORT_EMAIL]);
    ck_assert_ptr_nonnull(strstr(row.told, "“pas de mail”"));
    import_row_clear(&row);
}
END_TEST

/* Signs that everybody writes for nothing are left out without a word. */
START_TEST(sign_of_nothing__is_an_empty_address)
{
    static const char *const nothing[] = { "-",  "n/a",  "néant", "sans",
                                           "NC", "k.A.", "none",  "" };

    for (size_t i = 0; i < sizeof(nothing) / sizeof(nothing[0]); i++) {
        struct import_row row = { 0 };
        ck_assert_msg(judge(&row, nothing[i]) == IMPORT_NEW, "%s", nothing[i]);
        ck_assert_ptr_null(row.values[IMPORT_EMAIL]);
        ck_assert_ptr_null(row.told);
        import_row_clear(&row);
    }
}
END_TEST

START_TEST(half_an_address__refuses_its_row)
{
    struct import_row row = { 0 };

    ck_assert_int_eq(judge(&row, "dupont"), IMPORT_REFUSED);
    import_row_clear(&row);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_loop_test(tests, words__say_no_address, 0, sizeof(noes) / sizeof(noes[0]));
    tcase_add_loop_test(tests, half_an_address__does_not_say_that_there_is_none, 0,
                        sizeof(addresses) / sizeof(addresses[0]));
    tcase_add_test(tests, row__without_an_address__is_taken_and_tells_what_was_left_out);
    tcase_add_test(tests, sign_of_nothing__is_an_empty_address);
    tcase_add_test(tests, half_an_address__refuses_its_row);
}

SUITE_MAIN("import_no_address")
