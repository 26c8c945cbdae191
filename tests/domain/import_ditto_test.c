/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_ditto_test.c - cells that stand for what is above them */
#include "import/import_ditto.h"

#include <string.h>

#include "atelier/domain/import.h"
#include "support/suite.h"

START_TEST(ditto__is_known_by_mark_and_word)
{
    static const char *const dittos[] = { "idem",       "Idem.", "″",    "\"",
                                          "〃",         "-\"-",  "id.",  "lo mismo",
                                          "siehe oben", "''",    "«",    "»",
                                          "„",          "j.w.",  "dto.", "wie oben" };
    for (size_t i = 0; i < sizeof dittos / sizeof dittos[0]; i++)
        ck_assert_msg(import_cell_is_ditto(dittos[i]), "%s", dittos[i]);
    static const char *const others[] = { "",         "-", "ID", "Idema", "Ville d'Idem",
                                          "Dito, Ana" };
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        ck_assert_msg(!import_cell_is_ditto(others[i]), "%s", others[i]);
}

/* No organisation of that name is created. */
START_TEST(row_with_a_ditto__is_doubtful__and_taken_without_it)
{
    enum import_target columns[] = { IMPORT_FAMILY, IMPORT_ORGANISATION, IMPORT_NOTE };
    struct import_mapping mapping = { .targets = columns, .count = 3 };
    struct import_row row = { 0 };
    ck_assert(import_row_read(&row, &mapping,
                              (const char *const[]){ "Petit", "idem", "idem" }, 3, 2));
    ck_assert_ptr_null(row.values[IMPORT_ORGANISATION]);
    ck_assert_str_eq(row.values[IMPORT_NOTE], "idem");
    import_row_judge(&row, NULL, 0);
    ck_assert_int_eq(row.verdict, IMPORT_DOUBTFUL);
    ck_assert_ptr_nonnull(strstr(row.reason, "“idem” stands for what is above it"));
    import_row_clear(&row);
}

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, ditto__is_known_by_mark_and_word);
    tcase_add_test(tests, row_with_a_ditto__is_doubtful__and_taken_without_it);
}

SUITE_MAIN("import_ditto")
