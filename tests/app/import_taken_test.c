/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_taken_test.c - rows that a person leaves out, and rows that were written already
 */
#include <stdlib.h>

#include "atelier/app/import_draft.h"
#include "list_office.h"
#include "support/database_file.h"

START_TEST(new_row__that_is_left_out__is_not_written_and_can_be_taken_again)
{
    struct import *import = judged("Nom;Courriel\nRoy;r@example.org\nEssai;\n");
    ck_assert(import_leave_out_row(import, 1, NULL));
    ck_assert_int_eq(import_row_verdict(import, 1), IMPORT_DOUBTFUL);
    ck_assert(import_row_is_left_out(import, 1));
    sheet_expect_reason(import, 1, "You left this row out.");
    sheet_judge(import); /* a decision holds */
    ck_assert(import_row_is_left_out(import, 1));
    ck_assert_int_eq(sheet_run(import).added, 1);
    office_expect("SELECT family FROM person", "Roy\n");
    import_undecide(import, 1);
    sheet_judge(import);
    ck_assert_int_eq(import_row_verdict(import, 1), IMPORT_NEW);
    import_free(import);
}
END_TEST

START_TEST(row_that_is_left_out__stays_so__when_the_import_goes_on)
{
    struct import *import = judged("Nom;Courriel\nRoy;r@example.org\nEssai;\n");
    char *before = import_draft_text(import);
    ck_assert(import_leave_out_row(import, 1, NULL));
    char *after = import_draft_text(import);
    ck_assert(import_draft_go_back(import, before, &err));
    sheet_judge(import);
    ck_assert_int_eq(import_row_verdict(import, 1), IMPORT_NEW);
    ck_assert(import_draft_go_back(import, after, &err));
    sheet_judge(import);
    ck_assert(import_row_is_left_out(import, 1));
    free(before);
    free(after);
    import_free(import);
}
END_TEST

START_TEST(row__that_was_just_written__is_the_same_and_nobody_else)
{
    /* Without an e-mail and an organisation nothing but the run says who it is. */
    struct import *import = judged("Nom;Prénom;Courriel\nRoy;Luc;\nBlanc;Léa;lea\n");
    ck_assert_int_eq(sheet_run(import).added, 1);
    sheet_judge(import);
    ck_assert_int_eq(import_row_verdict(import, 0), IMPORT_SAME);
    char *text = import_draft_text(import); /* also of one that goes on later */
    ck_assert(import_draft_go_back(import, text, &err));
    sheet_judge(import);
    ck_assert_int_eq(import_row_verdict(import, 0), IMPORT_SAME);
    ck_assert_int_eq(sheet_run(import).added, 0);
    free(text);
    import_free(import);
}
END_TEST

START_TEST(row__of_which_the_run_was_only_tried__is_still_new)
{
    struct import *import = judged("Nom;Prénom;Courriel\nRoy;Luc;\n");
    struct import_outcome outcome;
    ck_assert(import_rehearse(import, NULL, NULL, &outcome, &err));
    sheet_judge(import);
    ck_assert_int_eq(import_row_verdict(import, 0), IMPORT_NEW);
    ck_assert_int_eq(sheet_run(import).added, 1);
    import_free(import);
}
END_TEST

/* "line verdict" of each row. */
static void
expect_verdicts(const struct import *import, const char *expected)
{
    struct buffer found = { 0 };
    for (size_t i = 0; i < import_row_count(import); i++)
        buffer_addf(&found, "%s%s", i > 0 ? " " : "",
                    import_verdicts[import_row_verdict(import, i)].name);
    ck_assert_str_eq(buffer_text(&found), expected);
    buffer_clear(&found);
}

START_TEST(twin__of_a_row_that_is_left_out__is_judged_without_it)
{
    struct import *import = judged("Nom;Prénom;Courriel\nRoy;Luc;r@example.org\n"
                                   "ROY;Luc;r@example.org\nRoy;Léa;r@example.org\n"
                                   "Roy;Luc;r@example.org\nBlanc;Léa;\n");
    expect_verdicts(import, "new same doubtful same new");
    ck_assert(import_leave_out_row(import, 0, &err));
    expect_verdicts(import, "doubtful new doubtful same new");
    sheet_expect_reason(import, 2, "Line 3 names Roy, Luc, who may be the same person.");
    sheet_expect_reason(import, 3, "Line 3 says the same.");
    sheet_judge(import);
    expect_verdicts(import, "doubtful new doubtful same new");
    ck_assert(import_leave_out_row(import, 1, &err));
    expect_verdicts(import, "doubtful doubtful new doubtful new");
    import_undecide(import, 0);
    sheet_judge(import);
    expect_verdicts(import, "new doubtful doubtful same new");
    import_undecide(import, 1);
    ck_assert(import_leave_out_row(import, 0, &err));
    sheet_judge(import);
    ck_assert_int_eq(sheet_run(import).added, 2);
    office_expect("SELECT given FROM person ORDER BY id", "Luc\nLéa\n");
    import_free(import);
}
END_TEST

/* Somebody else wrote meanwhile: the rows are judged once more before they are written.
 */
START_TEST(twin__that_was_decided__stays_decided_when_the_earlier_row_is_left_out)
{
    struct import *import = judged("Nom;Prénom;Courriel\nRoy;Luc;r@example.org\n"
                                   "Roy;Léa;r@example.org\n");
    expect_verdicts(import, "new doubtful");
    ck_assert_msg(import_settle(import, 1, 0, &err), "%s", err.message);
    ck_assert(import_leave_out_row(import, 0, &err));
    expect_verdicts(import, "doubtful new");
    office_add(at, &person_entity, "family", "Noir", "given", "Ève", NULL);
    ck_assert_int_eq(sheet_run(import).added, 1);
    import_free(import);
}
END_TEST

START_TEST(categories__are_those__of_the_rows_that_are_taken)
{
    struct import *import =
        judged("Nom;Organisme;Catégorie\nRoy;Lyon;Villes\nBlanc;Bretagne;Régions\n");
    ck_assert_uint_eq(import_new_names(import, IMPORT_CREATED_CATEGORY), 2);
    ck_assert(import_leave_out_row(import, 1, NULL));
    ck_assert_uint_eq(import_new_names(import, IMPORT_CREATED_CATEGORY), 1);
    ck_assert_str_eq(import_new_next(import, IMPORT_CREATED_CATEGORY, NULL)->name,
                     "Villes");
    ck_assert(import_set_creates(import, IMPORT_CREATES_CATEGORIES, &err));
    ck_assert_int_eq(sheet_run(import).categories, 1);
    import_free(import);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests,
                   new_row__that_is_left_out__is_not_written_and_can_be_taken_again);
    tcase_add_test(tests, row_that_is_left_out__stays_so__when_the_import_goes_on);
    tcase_add_test(tests, row__that_was_just_written__is_the_same_and_nobody_else);
    tcase_add_test(tests, row__of_which_the_run_was_only_tried__is_still_new);
    tcase_add_test(tests, twin__of_a_row_that_is_left_out__is_judged_without_it);
    tcase_add_test(
        tests, twin__that_was_decided__stays_decided_when_the_earlier_row_is_left_out);
    tcase_add_test(tests, categories__are_those__of_the_rows_that_are_taken);
}

SUITE_MAIN("import_taken")
