/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_cells_test.c - what the cells of a list tell of its columns where there are no
 * headings */
#include "atelier/domain/import.h"

#include "support/suite.h"

enum { ROWS = 4, COLUMNS_MOST = 3 };

static void
expect_columns(const char *const rows[ROWS][COLUMNS_MOST],
               const enum import_target *targets, size_t count)
{
    struct import_column columns[COLUMNS_MOST] = { { 0 } };
    struct import_mapping mapping = { 0 };

    for (size_t r = 0; r < ROWS; r++)
        for (size_t c = 0; c < count; c++) {
            import_column_add(&columns[c], rows[r][c], NULL, NULL);
            import_column_add_words(&columns[c], rows[r][c]);
        }
    import_mapping_guess_cells(&mapping, columns, count);
    for (size_t c = 0; c < count; c++)
        ck_assert_msg(mapping.targets[c] == targets[c], "column %zu is %s", c,
                      import_targets[mapping.targets[c]].name);
    import_mapping_clear(&mapping);
}

START_TEST(two_columns_of_names__are_told_apart_by_given_names)
{
    static const char *const rows[ROWS][COLUMNS_MOST] = {
        { "Marie", "Morel" },
        { "Paul", "Garnier" },
        { "Sophie", "Renard" },
        { "Jean", "Colas" },
    };
    static const enum import_target targets[] = { IMPORT_GIVEN, IMPORT_FAMILY };

    expect_columns(rows, targets, 2);
}
END_TEST

/* Of four cells at least three must be able to be a name. */
START_TEST(a_column_half_of_numbers__is_no_name__and_makes_none_of_its_neighbour)
{
    static const char *const rows[ROWS][COLUMNS_MOST] = {
        { "Marie", "B 12" },
        { "Paul", "Nord" },
        { "Sophie", "C 4" },
        { "Jean", "Sud" },
    };
    static const enum import_target targets[] = { IMPORT_NOTHING, IMPORT_NOTHING };

    expect_columns(rows, targets, 2);
}
END_TEST

START_TEST(a_column_with_one_number__is_still_of_names)
{
    static const char *const rows[ROWS][COLUMNS_MOST] = {
        { "Marie", "Morel" },
        { "Paul", "Garnier 2" },
        { "Sophie", "Renard" },
        { "Jean", "Colas" },
    };
    static const enum import_target targets[] = { IMPORT_GIVEN, IMPORT_FAMILY };

    expect_columns(rows, targets, 2);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, two_columns_of_names__are_told_apart_by_given_names);
    tcase_add_test(tests,
                   a_column_half_of_numbers__is_no_name__and_makes_none_of_its_neighbour);
    tcase_add_test(tests, a_column_with_one_number__is_still_of_names);
}

SUITE_MAIN("import_cells")
