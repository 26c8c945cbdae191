/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_seen_cells_test.c - a text that was seen before is like it was, beside any
 * others
 */
#include "import/import_seen_cells.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "support/suite.h"

static const char *const cells[] = {
    "",
    "-",
    "Oui",
    "non",
    "x",
    "Mme",
    "M. Zoé PAUL",
    "Zoé PAUL",
    "Paul Durand",
    "a@example.org",
    "0199000001",
    "+34 977 010",
    "Région Sud",
    "Suppléante",
    "Intervenant",
    "Excusée",
    "12 mars",
    "Maire",
    "Présidente",
    "Zoé <a@b.org>",
    "977 010 010",
    "DURAND Zoé",
    "Durand Luc",
    "Luc Durand",
    "Durand Lucien-Marie",
    "à confirmer",
    "Titulaire",
    "Association",
};

enum { CELLS = sizeof cells / sizeof cells[0], NUMBERED = 600 };

/* More texts than there are places for. */
static void
write_cell(size_t number, char text[static 40])
{
    if (number % 3 == 0)
        (void)snprintf(text, 40, "Paul Durand %zu", number % NUMBERED);
    else
        (void)snprintf(text, 40, "%s", cells[number % CELLS]);
}

START_TEST(column_of_texts_seen_before__is_that_of_its_cells)
{
    const struct import_category_names none = { 0 };
    struct import_seen_cells *seen = import_seen_cells_new(&none);
    struct import_column added = { 0 };
    struct import_column joined = { 0 };

    for (size_t i = 0; i < (size_t)3 * NUMBERED; i++) {
        char text[40];
        write_cell(i, text);
        import_column_add(&added, text, NULL, NULL);
        import_column_join(&joined, import_seen_cells_alone(seen, text));
        ck_assert_mem_eq(&joined, &added, offsetof(struct import_column, seen));
    }
    ck_assert_uint_gt(joined.answers, 0);
    ck_assert_uint_gt(joined.memberships, 0);
    ck_assert_uint_gt(joined.noes, 0);
    ck_assert_uint_gt(joined.parts, 0);
    ck_assert_uint_gt(joined.family_first, 0);
    ck_assert_uint_gt(joined.given_ahead, 0);
    ck_assert_uint_gt(joined.given_behind, 0);
    ck_assert_uint_eq(joined.distinct, IMPORT_DISTINCT_MOST);
    import_seen_cells_free(seen);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_test(tests, column_of_texts_seen_before__is_that_of_its_cells);
}

SUITE_MAIN("import_seen_cells")
