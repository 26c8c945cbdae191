/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workbook_kind_test.c - a workbook read by a program of its own, and when that fails */
#include "import/workbook_kind.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "import/import_kinds.h"
#include "support/database_file.h"
#include "support/paper.h"
#include "support/suite.h"
#include "support/workbook.h"

#define CELL(text) "<c t='inlineStr'><is><t>" text "</t></is></c>"

static struct table_file file;
static struct error err;

static void
begin(void)
{
    database_file_begin();
}

static void
end(void)
{
    table_file_clear(&file);
    database_file_remove(NULL);
}

static const char *
write_book(void)
{
    static const struct workbook_part parts[] = {
        WORKBOOK_RELATIONS,
        WORKBOOK_BOOK("<sheets><sheet name='Un' r:id='s1'/><sheet name='--sheet' "
                      "r:id='s2'/></sheets>"),
        WORKBOOK_BOOK_RELATIONS(
            WORKBOOK_RELATION("s1", "worksheet", "worksheets/sheet1.xml")
                WORKBOOK_RELATION("s2", "worksheet", "worksheets/sheet2.xml")),
        { "xl/worksheets/sheet1.xml",
          WORKBOOK_SHEET("<sheetData><row r='1'>" CELL("Nom")
                             CELL("Prénom") "</row><row r='5' hidden='1'>" CELL("Petit")
                                 CELL("Zoé") "</row></sheetData>"),
          0 },
        { "xl/worksheets/sheet2.xml",
          WORKBOOK_SHEET("<sheetData><row>" CELL("deux") "</row></sheetData>"), 0 },
        { NULL, NULL, 0 },
    };
    const char *path = database_file_path("list.xlsx");
    ck_assert_msg(workbook_write(path, parts, NULL), "%s cannot be made", path);
    return path;
}

/* As spreadsheets save the texts of our CSV, whose apostrophes they keep. */
START_TEST(apostrophe__before_a_formula__is_taken_off_a_text_cell)
{
    static const struct workbook_part parts[] = {
        WORKBOOK_RELATIONS,
        WORKBOOK_ONE_SHEET,
        WORKBOOK_BOOK_RELATIONS(
            WORKBOOK_RELATION("s1", "worksheet", "worksheets/sheet1.xml")
                WORKBOOK_RELATION("t", "sharedStrings", "texts.xml")),
        { "xl/texts.xml",
          "<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>"
          "<si><t>'+33 6 99</t></si><si><t>''=1+1</t></si></sst>",
          0 },
        { "xl/worksheets/sheet1.xml",
          WORKBOOK_SHEET("<sheetData><row r='1'><c t='s'><v>0</v></c>"
                         "<c t='s'><v>1</v></c>" CELL("'=1+1") CELL("'t Hooft")
                             CELL("=\"06\"") "</row></sheetData>"),
          0 },
        { NULL, NULL, 0 },
    };
    static const char *const expected[] = { "+33 6 99", "'=1+1", "=1+1", "'t Hooft",
                                            "=\"06\"" };
    const char *path = database_file_path("list.xlsx");
    const struct table_choice choice = { 0 };
    struct table_row row = { 0 };
    ck_assert(workbook_write(path, parts, NULL));
    ck_assert_msg(table_file_read(&file, path, &choice, import_kinds, &err), "%s",
                  err.message);
    ck_assert(table_store_row(&file.rows, 0, &row, &err));
    ck_assert_uint_eq(row.count, 5);
    for (size_t i = 0; i < row.count; i++)
        ck_assert_str_eq(row.cells[i], expected[i]);
    table_row_clear(&row);
}
END_TEST

static bool
read_book(struct table_choice choice)
{
    const char *path = write_book();
    table_file_clear(&file);
    err = (struct error){ 0 };
    return table_file_read(&file, path, &choice, import_kinds, &err);
}

/* The program, played by a script; NULL: it is missing. */
static void
play(const char *script)
{
    const char *path = database_file_path("atelier-workbook");
    if (script) {
        ck_assert_ptr_nonnull(paper_write("atelier-workbook", script));
        ck_assert_int_eq(chmod(path, 0755), 0);
    }
    ck_assert_int_eq(setenv("ATELIER_LIBEXECDIR", database_file_path("."), 1), 0);
}

static void
expect_failure(const char *words)
{
    ck_assert(!read_book((struct table_choice){ 0 }));
    ck_assert_int_eq(err.kind, ERROR_SYSTEM);
    ck_assert_msg(strstr(err.message, words), "“%s”", err.message);
}

START_TEST(workbook__is_read__by_the_program)
{
    struct table_row row = { 0 };
    ck_assert_msg(read_book((struct table_choice){ 0 }), "%s", err.message);
    ck_assert_ptr_null(file.sheet);
    ck_assert_uint_eq(file.sheet_count, 2);
    ck_assert_uint_eq(file.rows.count, 0);
    ck_assert_msg(read_book((struct table_choice){ .sheet = "Un" }), "%s", err.message);
    ck_assert_str_eq(file.sheet, "Un");
    ck_assert_uint_eq(file.sheet_count, 2);
    ck_assert_int_eq(file.hidden_rows, 1);
    ck_assert_uint_eq(file.rows.count, 2);
    ck_assert(table_store_row(&file.rows, 1, &row, &err));
    ck_assert_int_eq(row.line, 5);
    ck_assert_str_eq(row.cells[1], "Zoé");
    table_row_clear(&row);
}
END_TEST

START_TEST(choice__reaches_the_program)
{
    ck_assert(read_book((struct table_choice){ .sheet = "--sheet" }));
    ck_assert_str_eq(file.sheet, "--sheet");
    ck_assert(read_book((struct table_choice){ .sheet = "Un", .leave_hidden = true }));
    ck_assert_uint_eq(file.rows.count, 1);
}
END_TEST

START_TEST(refusal__of_the_program__is_that_of_the_file)
{
    ck_assert(!read_book((struct table_choice){ .sheet = "Trois" }));
    ck_assert_int_eq(err.kind, ERROR_INPUT);
    ck_assert_str_eq(err.field, "sheet");
    ck_assert_str_eq(
        err.message,
        "The workbook has no sheet “Trois” with rows.  It has: Un, --sheet.");
}
END_TEST

/* A text file needs no program. */
START_TEST(program__that_is_missing__is_named__and_lists_in_csv_are_read)
{
    play(NULL);
    expect_failure("atelier-workbook, which reads workbooks, cannot be started: No such "
                   "file or directory.  Install atelier again");
    table_file_clear(&file);
    ck_assert(table_file_read(&file, paper_write("list.csv", "Nom\nPetit\n"),
                              &(struct table_choice){ 0 }, import_kinds, &err));
}
END_TEST

static const struct {
    const char *script;
    const char *words;
} failures[] = {
    { "kill -SEGV $$", "ended too early.  Save the workbook as CSV" },
    { "kill -KILL $$", "ended too early.  Save the workbook as CSV" },
    { "exit 9", "ended too early.  Save the workbook as CSV" },
    { "echo 'The disk is full.' >&2; exit 1", "The disk is full." },
    { "exit 0", "is not whole" },
    { "printf '%0100d' 0 >&3", "is not whole" }, /* also over the workbook */
    { "head -c 10 /dev/zero >> /proc/self/fd/3", "is not whole" },
    { ": > /proc/self/fd/3", "is not whole" },
};

START_TEST(program__that_fails__is_a_sentence)
{
    struct buffer script = { 0 };
    buffer_addf(&script, "#!/bin/sh\n%s\n", failures[_i].script);
    play(buffer_text(&script));
    expect_failure(failures[_i].words);
    buffer_clear(&script);
}
END_TEST

START_TEST(program__is_of_no_use_to_people)
{
    struct buffer command = { 0 };
    char said[256] = "";
    buffer_addf(&command, "%s/atelier-workbook 2>&1 3>&-", getenv("ATELIER_LIBEXECDIR"));
    FILE *pipe = popen(buffer_text(&command), "r");
    ck_assert_ptr_nonnull(pipe);
    ck_assert_ptr_nonnull(fgets(said, sizeof(said), pipe));
    ck_assert_int_eq(WEXITSTATUS(pclose(pipe)), 1);
    ck_assert_str_eq(said, "atelier starts this program; it has no use of its own.\n");
    buffer_clear(&command);
}
END_TEST

static void
add_tests(TCase *tests)
{
    if (!getenv("ATELIER_LIBEXECDIR"))
        suite_skip("ATELIER_LIBEXECDIR does not say where the programs are");
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests, workbook__is_read__by_the_program);
    tcase_add_test(tests, choice__reaches_the_program);
    tcase_add_test(tests, apostrophe__before_a_formula__is_taken_off_a_text_cell);
    tcase_add_test(tests, refusal__of_the_program__is_that_of_the_file);
    tcase_add_test(tests, program__that_is_missing__is_named__and_lists_in_csv_are_read);
    tcase_add_loop_test(tests, program__that_fails__is_a_sentence, 0,
                        (int)(sizeof failures / sizeof failures[0]));
    tcase_add_test(tests, program__is_of_no_use_to_people);
}

SUITE_MAIN("workbook_kind")
