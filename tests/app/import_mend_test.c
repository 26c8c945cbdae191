/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_mend_test.c - a refused row is mended where it stands, or comes without what is
 * wrong in it */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/import_people.h"
#include "atelier/domain/person.h"
#include "list_office.h"
#include "support/database_file.h"

#define HEADER "Nom;Prénom;Courriel;Tél;Mobile;Langue\n"

static const char people[] =
    "SELECT family, given, email, phone, language FROM person ORDER BY id";

static void
run(struct import *import)
{
    sheet_run(import);
    import_free(import);
}

static bool
mend(struct import *import, size_t index, const char *const cells[6], size_t *column)
{
    return import_mend_row(import, index, cells, 6, column, &err);
}

START_TEST(cell__that_was_mended__is_what_is_judged_and_written)
{
    static const char *const right[] = { "Petit", "Luc", "luc@example.org", "", "", "" };
    size_t column;
    struct import *import =
        judged(HEADER "Petit;Luc;luc;;;\nPetit;Luc;luc@example.org;;;\n");
    ck_assert_int_eq(import_row_verdict(import, 0), IMPORT_REFUSED);
    ck_assert_int_eq(import_row_verdict(import, 1), IMPORT_NEW);
    ck_assert_msg(mend(import, 0, right, &column), "%s", err.message);
    sheet_judge(import);
    ck_assert_int_eq(import_row_verdict(import, 0), IMPORT_NEW);
    ck_assert_msg(import_row_verdict(import, 1) == IMPORT_SAME,
                  "the rows below are judged with it");
    run(import);
    office_expect(people, "Petit|Luc|luc@example.org|-|-\n");
}
END_TEST

START_TEST(cell__that_is_still_wrong__names_its_column_and_changes_nothing)
{
    static const char *const wrong[] = { "Petit", "Luc", "luc@example.org",
                                         "",      "",    "volapük" };
    size_t column;
    struct import *import = judged(HEADER "Petit;Luc;luc;;;\n");
    ck_assert(!mend(import, 0, wrong, &column));
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_uint_eq(column, 5);
    sheet_judge(import);
    ck_assert_int_eq(import_row_verdict(import, 0), IMPORT_REFUSED);
    import_free(import);
}
END_TEST

START_TEST(row__of_too_few_or_too_many_cells__is_completed)
{
    static const char *const right[] = { "Petit", "Luc", "", "", "", "" };
    size_t column;
    bool done = true;
    struct import *import = judged(HEADER "Petit\nGrand;Zoé;zoe;;;;x;y\n");
    for (size_t i = 0; i < 2; i++) {
        ck_assert(import_leave_out_wrong(import, i, &done, &err));
        ck_assert_msg(!done, "nobody knows which cell is wrong");
    }
    ck_assert_msg(mend(import, 0, right, &column), "%s", err.message);
    sheet_judge(import);
    ck_assert_int_eq(import_row_verdict(import, 0), IMPORT_NEW);
    run(import);
    office_expect(people, "Petit|Luc|-|-|-\n");
}
END_TEST

static void
expect_left_out(const char *row, const char *reason, const char *written)
{
    struct buffer text = { 0 };
    bool done = false;

    buffer_addf(&text, HEADER "%s", row);
    struct import *import = judged(buffer_text(&text));
    ck_assert_int_eq(import_row_verdict(import, 0), IMPORT_REFUSED);
    ck_assert_msg(import_leave_out_wrong(import, 0, &done, &err), "%s", err.message);
    ck_assert(done);
    ck_assert(import_row_is_cut(import, 0));
    sheet_judge(import);
    sheet_expect_reason(import, 0, reason);
    run(import);
    office_expect(people, written);
    buffer_clear(&text);
}

START_TEST(field__that_is_wrong__is_left_out_and_said)
{
    expect_left_out("Petit;Luc;luc;01 02 03 04 05;;fr\n", "without E-mail “luc”",
                    "Petit|Luc|-|01 02 03 04 05|fr\n");
}
END_TEST

START_TEST(fields__that_are_wrong_both__are_left_out_both)
{
    expect_left_out("Petit;Luc;luc;;;volapük\n",
                    "without E-mail “luc”, Language “volapük”", "Petit|Luc|-|-|-\n");
}
END_TEST

START_TEST(spoilt_telephone__leaves_the_other_one)
{
    expect_left_out("Petit;Luc;;0102030405;6.12E+08;\n", "without Telephone “6.12E+08”",
                    "Petit|Luc|-|0102030405|-\n");
}
END_TEST

START_TEST(half_telephone__leaves_the_other_one)
{
    expect_left_out("Petit;Luc;;0102030405;03 80 00 11 2x;\n",
                    "without Telephone “03 80 00 11 2x”", "Petit|Luc|-|0102030405|-\n");
}
END_TEST

START_TEST(name__that_is_missing__is_not_left_out)
{
    bool done = true;
    struct import *import = judged(HEADER ";Luc;luc;;;\n");
    ck_assert(import_leave_out_wrong(import, 0, &done, &err));
    ck_assert(!done);
    import_free(import);
}
END_TEST

START_TEST(decisions_on_other_rows__hold_while_one_is_mended)
{
    static const char *const right[] = { "Petit", "Luc", "", "", "", "" };
    size_t column;
    office_add_person(at, "Durand", "Paul");
    struct import *import =
        judged(HEADER "Petit;Luc;luc;;;\nDurand;Paul;p@example.org;;;\n"
                      "Durand;Paul;;0102030405;;\n");
    ck_assert_int_eq(import_row_verdict(import, 1), IMPORT_DOUBTFUL);
    ck_assert_msg(import_settle(import, 1, 0, &err), "%s", err.message);
    ck_assert_msg(mend(import, 0, right, &column), "%s", err.message);
    sheet_judge(import);
    ck_assert_int_eq(import_row_verdict(import, 1), IMPORT_NEW);
    ck_assert_int_eq(sheet_run(import).added, 2);
    sheet_judge(import);
    ck_assert_msg(import_row_verdict(import, 1) != IMPORT_NEW, "nobody is added twice");
    import_free(import);
}
END_TEST

START_TEST(mended_row__that_is_left_out__is_saved_as_it_was_mended)
{
    static const char *const right[] = { "Durand", "Paul", "p@example.org", "", "", "" };
    size_t column;
    size_t length;
    int64_t rows;
    office_add_person(at, "Durand", "Paul");
    struct import *import = judged(HEADER "Durand;Paul;p;01 02 03 04 05;;\n");
    ck_assert_msg(mend(import, 0, right, &column), "%s", err.message);
    sheet_judge(import);
    const char *path = paper_write("made.csv", "");
    char *name = strdup(path);
    ck_assert_int_eq(remove(name), 0);
    ck_assert_msg(import_save_refused(import, name, &rows, &err), "%s", err.message);
    char *saved = paper_read(name, &length);
    ck_assert_msg(strstr(saved, "Durand;Paul;p@example.org;;;;2;"), "%s", saved);
    free(saved);
    free(name);
    import_free(import);
}
END_TEST

START_TEST(cell__that_was_mended_with_a_slip__is_mended_again)
{
    static const char *const slip[] = { "Petit", "Luc", "luc@exmaple.org", "", "", "" };
    static const char *const right[] = { "Petit", "Luc", "luc@example.org", "", "", "" };
    size_t column;
    struct import *import = judged(HEADER "Petit;Luc;luc;;;\n");
    ck_assert(!import_row_is_mended(import, 0));
    ck_assert_msg(mend(import, 0, slip, &column), "%s", err.message);
    ck_assert(import_row_is_mended(import, 0));
    ck_assert_msg(import_mended_column(import, 0, &column, &err), "%s", err.message);
    ck_assert_uint_eq(column, 2);
    ck_assert_msg(mend(import, 0, right, &column), "%s", err.message);
    sheet_judge(import);
    run(import);
    office_expect(people, "Petit|Luc|luc@example.org|-|-\n");
}
END_TEST

START_TEST(row__that_is_mended_no_more__is_as_the_file_says)
{
    bool done;
    struct import *import = judged(HEADER "Petit;Luc;luc;;;\nGrand;Zoé;zoe;;;\n");
    for (size_t i = 0; i < 2; i++)
        ck_assert_msg(import_leave_out_wrong(import, i, &done, &err), "%s", err.message);
    import_unmend_row(import, 0);
    sheet_judge(import);
    ck_assert(!import_row_is_cut(import, 0));
    ck_assert_int_eq(import_row_verdict(import, 0), IMPORT_REFUSED);
    sheet_expect_reason(import, 1, "without E-mail “zoe”");
    import_free(import);
}
END_TEST

START_TEST(cells__that_are_typed_and_not_saved__leave_the_row_as_it_is)
{
    static const char *const typed[] = { "Petit", "Luc", "luc@", "", "", "" };
    static const char *const right[] = { "Petit", "Luc", "luc@example.org", "", "", "" };
    size_t column;
    size_t count;
    struct import *import = judged(HEADER "Petit;Luc;luc;;;\n");
    ck_assert(!import_typed_cells(import, 0, &count));
    import_type_row(import, 0, typed, 6);
    sheet_judge(import);
    ck_assert(!import_row_is_mended(import, 0));
    ck_assert_int_eq(import_row_verdict(import, 0), IMPORT_REFUSED);
    ck_assert_str_eq(import_typed_cells(import, 0, &count)[2], "luc@");
    ck_assert_uint_eq(count, 6);
    ck_assert_msg(mend(import, 0, right, &column), "%s", err.message);
    ck_assert_msg(!import_typed_cells(import, 0, &count),
                  "what is saved is typed no more");
    import_type_row(import, 0, typed, 6);
    sheet_judge(import);
    ck_assert_msg(import_row_verdict(import, 0) == IMPORT_NEW, "the mended cells hold");
    run(import);
    office_expect(people, "Petit|Luc|luc@example.org|-|-\n");
}
END_TEST

START_TEST(decision__that_is_taken_back__leaves_the_others)
{
    office_add_person(at, "Durand", "Paul");
    struct import *import =
        judged(HEADER "Durand;Paul;p@example.org;;;\nDurand;Paul;q@example.org;;;\n");
    for (size_t i = 0; i < 2; i++)
        ck_assert_msg(import_settle(import, i, 0, &err), "%s", err.message);
    import_undecide(import, 0);
    ck_assert(!import_row_is_decided(import, 0));
    ck_assert(import_row_is_decided(import, 1));
    sheet_judge(import);
    ck_assert_int_eq(import_row_verdict(import, 0), IMPORT_DOUBTFUL);
    ck_assert_int_eq(import_row_verdict(import, 1), IMPORT_NEW);
    import_free(import);
}
END_TEST

START_TEST(file__in_another_encoding__keeps_what_was_said_of_it_and_begins_its_rows_anew)
{
    static const char *const right[] = { "PETIT", "Luc", "", "", "", "" };
    size_t column;
    int64_t mended;
    int64_t decided;
    struct import *import =
        judged(HEADER "PETIT;Luc;luc;01;;\nGrand;Zoé;zoe@example.org;02;;\n");
    import_mapping(import)->targets[1] = IMPORT_FUNCTION;
    import_mapping(import)->targets[3] = IMPORT_NEEDS;
    import_mapping(import)->keep_capitals = true;
    ck_assert_msg(mend(import, 0, right, &column), "%s", err.message);
    import_type_row(import, 0, right, 6);
    import_type_row(import, 1, right, 6);
    import_count_work(import, &mended, &decided);
    ck_assert_msg(mended == 2, "a row that is mended and typed in counts once");
    ck_assert(import_is_read_as(import, "utf-8"));

    struct import *again = import_open_again(import, "Windows-1252", &err);
    ck_assert_msg(again != NULL, "%s", err.message);
    ck_assert(import_is_read_as(again, "Windows-1252"));
    ck_assert_str_eq(import_headers(again, &column)[1], "PrÃ©nom");
    ck_assert_int_eq(import_mapping(again)->targets[1], IMPORT_FUNCTION);
    ck_assert_int_eq(import_mapping(again)->targets[3], IMPORT_NEEDS);
    ck_assert(import_mapping(again)->keep_capitals);
    import_count_work(again, &mended, &decided);
    ck_assert_int_eq(mended + decided, 0);
    import_free(again);
    import_free(import);
}
END_TEST

START_TEST(first_row__that_is_said_to_be_somebody__is_so_in_another_encoding)
{
    struct import *import = judged(HEADER "Petit;Luc;;;;\n");
    import_set_headless(import, true);
    struct import *again = import_open_again(import, "CP850", &err);
    ck_assert_msg(again != NULL, "%s", err.message);
    ck_assert(import_is_headless(again));
    import_free(again);
    import_free(import);
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, cell__that_was_mended__is_what_is_judged_and_written);
    tcase_add_test(tests,
                   cell__that_is_still_wrong__names_its_column_and_changes_nothing);
    tcase_add_test(tests, row__of_too_few_or_too_many_cells__is_completed);
    tcase_add_test(tests, field__that_is_wrong__is_left_out_and_said);
    tcase_add_test(tests, fields__that_are_wrong_both__are_left_out_both);
    tcase_add_test(tests, spoilt_telephone__leaves_the_other_one);
    tcase_add_test(tests, half_telephone__leaves_the_other_one);
    tcase_add_test(tests, name__that_is_missing__is_not_left_out);
    tcase_add_test(tests, decisions_on_other_rows__hold_while_one_is_mended);
    tcase_add_test(tests, mended_row__that_is_left_out__is_saved_as_it_was_mended);
    tcase_add_test(tests, cell__that_was_mended_with_a_slip__is_mended_again);
    tcase_add_test(tests, row__that_is_mended_no_more__is_as_the_file_says);
    tcase_add_test(tests, cells__that_are_typed_and_not_saved__leave_the_row_as_it_is);
    tcase_add_test(tests, decision__that_is_taken_back__leaves_the_others);
    tcase_add_test(
        tests,
        file__in_another_encoding__keeps_what_was_said_of_it_and_begins_its_rows_anew);
    tcase_add_test(tests,
                   first_row__that_is_said_to_be_somebody__is_so_in_another_encoding);
}

SUITE_MAIN("import_mend")
