/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xlsx_file_test.c - the rows and sheets of workbooks, damaged ones, and those that mean
 * harm */
#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "support/paper.h"
#include "support/suite.h"
#include "xlsx_reading.h"

#define HEAD "<row r='1'>" TEXT("Nom") TEXT("Prénom") "</row>"

/* ---- rows and sheets ---- */

START_TEST(rows__have_the_numbers_of_the_sheet__and_empty_ones_are_left_out)
{
    read_sheet(WORKBOOK_SHEET(
        "<dimension ref='A1'/><sheetData>" HEAD
        "<row r='5'><c r='B5' t='inlineStr'><is><t>Léo</t></is></c></row><row r='9'><c "
        "r='A9' s='1'/></row><row>" TEXT("Un") "</row></sheetData>"));
    expect_rows("1: Nom|Prénom; 5: |Léo; 10: Un|");
}
END_TEST

START_TEST(cells__in_any_order__stand_in_their_columns)
{
    read_sheet(DATA("<row r='1'><c r='C1'><v>3</v></c><c r='A1'><v>1</v></c></row>"));
    expect_rows("1: 1||3");
}
END_TEST

START_TEST(prefix_that_is_declared__is_no_place_of_a_cell)
{
    read_sheet(DATA("<row r='1'><c xmlns:r='urn:x' r='B1'><v>3</v></c></row>"));
    expect_rows("1: |3");
}
END_TEST

START_TEST(rows__out_of_order__are_refused)
{
    expect_refusal(
        write_sheet(DATA("<row r='2'>" TEXT("a") "</row><row r='1'>" TEXT("b") "</row>")),
        "out of order");
}
END_TEST

START_TEST(hidden_rows__are_counted__and_left_out_on_demand)
{
    const char *path = write_sheet(DATA(HEAD "<row r='2' hidden='1'>" TEXT("Un") TEXT(
        "a") "</row><row r='3' hidden='true'/><row r='4'>" TEXT("Deux")
                                            TEXT("b") "</row>"));
    read_file(path, (struct table_choice){ 0 });
    ck_assert_int_eq(file.hidden_rows, 1);
    expect_rows("1: Nom|Prénom; 2: Un|a; 4: Deux|b");
    read_file(path, (struct table_choice){ .leave_hidden = true });
    expect_rows("1: Nom|Prénom; 4: Deux|b");
}
END_TEST

START_TEST(merged_cells__are_said__with_their_lines)
{
    read_sheet(WORKBOOK_SHEET(
        "<sheetData>" HEAD "<row r='2'>" TEXT("Un")
            TEXT("a") "</row><row r='3'><c/>" TEXT("b") "</row><row r='4'>" TEXT("c")
                TEXT("d") "</row></sheetData><mergeCells><mergeCell "
                          "ref='A2:A3'/><mergeCell ref='A4:B4'/><mergeCell ref='x'/>"
                          "</mergeCells>"));
    ck_assert_msg(strstr(buffer_text(&file.notes), "Lines 2 to 3: cells are merged"),
                  "%s", buffer_text(&file.notes));
    ck_assert_msg(strstr(buffer_text(&file.notes), "Line 4: merged cells hide"), "%s",
                  buffer_text(&file.notes));
}
END_TEST

/* Three sheets and a chart, one of them hidden, one empty; strict names, absolute and
 * dotted targets, a case of its own. */
static const char *
write_book(void)
{
#define STRICT "http://purl.oclc.org/ooxml/"
#define SHEET(id, target)                                                                \
    "<Relationship Id='" id "' Type='" STRICT "officeDocument/relationships/worksheet' " \
    "Target='" target "'/>"
    static const struct workbook_part parts[] = {
        { "_rels/.rels",
          "<Relationships><Relationship Id='a' Type='" STRICT
          "officeDocument/relationships/officeDocument' Target='/book/b.xml'/>"
          "</Relationships>",
          0 },
        { "book/b.xml",
          "<x:workbook xmlns:x='" STRICT "spreadsheetml/main' xmlns:y='" STRICT
          "officeDocument/relationships'><x:sheets><x:sheet name='Vide' "
          "y:id='1'/><x:sheet "
          "name='Graphe' y:id='5'/><x:sheet name='Caché' state='veryHidden' y:id='2'/>"
          "<x:sheet name='Été' y:id='3'/><x:sheet name='B' y:id='4'/></x:sheets>"
          "</x:workbook>",
          0 },
        { "book/_rels/b.xml.rels",
          "<Relationships>" SHEET("1", "../one.xml") SHEET("2", "/two.xml")
              SHEET("3", "./three.xml")
                  SHEET("4", "four.xml") "<Relationship Id='5' Type='" STRICT
                                         "officeDocument/relationships/chartsheet' "
                                         "Target='c.xml'/></Relationships>",
          0 },
        { "one.xml", DATA("<row r='1'><c s='1'/></row>"), 0 },
        { "two.xml", DATA("<row>" TEXT("secret") "</row>"), 0 },
        { "book/three.xml", DATA("<row>" TEXT("trois") "</row>"), 0 },
        { "Book/Four.xml", DATA("<row>" TEXT("quatre") "</row>"), 0 },
        { NULL, NULL, 0 },
    };
    return write_parts(parts, NULL);
}

START_TEST(sheets__that_show_rows__are_offered_alone)
{
    read_file(write_book(), (struct table_choice){ 0 });
    ck_assert_uint_eq(file.sheet_count, 2);
    ck_assert_str_eq(file.sheets[0], "Été");
    ck_assert_str_eq(file.sheets[1], "B");
    ck_assert_ptr_null(file.sheet);
    expect_rows("");
}
END_TEST

static const char *
write_three_sheets(const char *first, const char *second)
{
    const struct workbook_part parts[] = {
        WORKBOOK_RELATIONS,
        WORKBOOK_BOOK("<sheets><sheet name='Un' r:id='1'/><sheet name='Deux' r:id='2'/>"
                      "<sheet name='Trois' r:id='3'/></sheets>"),
        WORKBOOK_BOOK_RELATIONS(WORKBOOK_RELATION("1", "worksheet", "one.xml")
                                    WORKBOOK_RELATION("2", "worksheet", "two.xml")
                                        WORKBOOK_RELATION("3", "worksheet", "no.xml")),
        { "xl/one.xml", first, 0 },
        { "xl/two.xml", second, 0 },
        { NULL, NULL, 0 },
    };
    return write_parts(parts, NULL);
}

START_TEST(fault_of_a_sheet__hides_no_other__and_is_said_with_its_name)
{
    static const char *const faults[] = {
        "<worksheet><sheetData><row r='4'><c r='B4'><f>A1</f></c></row></sheetData>"
        "</worksheet>",
        "<worksheet><sheetData><row></sheetData></worksheet>",
        DATA("<row r='2'>" TEXT("a") "</row><row r='1'>" TEXT("b") "</row>"),
    };
    static const char *const words[] = { "Sheet “Un”: Cell B4: the formula has no value",
                                         "Sheet “Un”: xl/one.xml in this workbook is",
                                         "Sheet “Un”: The rows of the sheet" };
    for (size_t i = 0; i < sizeof(faults) / sizeof(faults[0]); i++) {
        const char *path = write_three_sheets(faults[i], DATA(HEAD));
        read_file(path, (struct table_choice){ 0 });
        ck_assert_uint_eq(file.sheet_count, 3);
        read_file(path, (struct table_choice){ .sheet = "Deux" });
        expect_rows("1: Nom|Prénom");
        expect_refusal_of("Un", path, words[i]);
        expect_refusal_of("Trois", path, "Sheet “Trois”: This workbook is incomplete");
    }
}
END_TEST

START_TEST(sheet__that_is_chosen__is_read)
{
    read_file(write_book(), (struct table_choice){ .sheet = "B" });
    ck_assert_str_eq(file.sheet, "B");
    expect_rows("1: quatre");
}
END_TEST

START_TEST(sheet__is_found__in_other_capitals_and_by_its_number)
{
    static const char *const names[] = { "b", "2" };
    read_file(write_book(), (struct table_choice){ .sheet = names[_i] });
    ck_assert_str_eq(file.sheet, "B");
    expect_rows("1: quatre");
}
END_TEST

START_TEST(sheet__that_is_hidden__cannot_be_chosen)
{
    struct error err = { 0 };
    struct table_choice choice = { .sheet = "Caché" };
    ck_assert(!table_file_read(&file, write_book(), &choice, kinds, &err));
    ck_assert_str_eq(err.message,
                     "The workbook has no sheet “Caché” with rows.  It has: Été, B.");
}
END_TEST

/* ---- damage and harm ---- */

START_TEST(workbook__with_a_password__is_refused_with_a_way_out)
{
    const struct workbook_part parts[] = { WORKBOOK_RELATIONS, { NULL, NULL, 0 } };
    expect_refusal(write_parts(parts, "secret"), "has a password");
    expect_refusal(paper_write_bytes("old.xlsx", "\xd0\xcf\x11\xe0\0\0\0\0", 8),
                   "with a password");
}
END_TEST

START_TEST(archive__that_is_no_workbook__is_called_one)
{
    const struct workbook_part any[] = { { "a.txt", "hello", 0 }, { NULL, NULL, 0 } };
    expect_refusal(write_parts(any, NULL), "not an .xlsx workbook");
    const struct workbook_part text[] = { WORKBOOK_RELATIONS,
                                          { "xl/workbook.xml", "<document/>", 0 },
                                          { NULL, NULL, 0 } };
    expect_refusal(write_parts(text, NULL), "not an .xlsx workbook");
}
END_TEST

START_TEST(archive__that_is_cut__is_damaged)
{
    const char *path = write_sheet(DATA(HEAD));
    size_t length;
    char *bytes = paper_read(path, &length);
    expect_refusal(paper_write_bytes("cut.xlsx", bytes, length / 2), "damaged");
    free(bytes);
}
END_TEST

START_TEST(part__that_is_missing__is_named)
{
    const struct workbook_part parts[] = { WORKBOOK_RELATIONS, WORKBOOK_ONE_SHEET,
                                           WORKBOOK_USUAL,     STYLES,
                                           TEXTS(""),          { NULL, NULL, 0 } };
    expect_refusal(write_parts(parts, NULL), "xl/worksheets/sheet1.xml is missing");
}
END_TEST

START_TEST(xml__that_is_damaged_or_nested_or_names_itself__is_refused)
{
    expect_refusal(write_sheet("<worksheet><sheetData><row></sheetData></worksheet>"),
                   "is damaged at line 1");
    expect_refusal(write_sheet("<!DOCTYPE a [<!ENTITY b 'bb'>]><worksheet/>"),
                   "document type");
    struct buffer deep = { 0 };
    for (int i = 0; i < 100; i++)
        buffer_add(&deep, "<a>");
    expect_refusal(write_sheet(buffer_text(&deep)), "nested more than");
    buffer_clear(&deep);
}
END_TEST

/* Texts of the workbook beside those of the row, in far more bytes than are read first.
 */
static void
add_long_row(struct buffer *xml, int row)
{
    buffer_addf(xml, "<row r='%d'><c t='s'><v>%d</v></c>", row, row % 2);
    buffer_addf(xml, "<c t='inlineStr'><is><t>Zo&#233; %d</t></is></c><c><v>%d</v></c>",
                row, row);
    buffer_add(xml, "</row>\n");
}

START_TEST(sheet__that_is_long__is_read_to_its_end)
{
    enum { ROWS = 5000 };
    struct buffer xml = { 0 };
    struct table_row row = { 0 };
    struct error err = { 0 };

    buffer_add(&xml, "<worksheet><sheetData>");
    for (int i = 1; i <= ROWS; i++)
        add_long_row(&xml, i);
    expect_refusal(write_sheet(buffer_text(&xml)), "is damaged at line 5001");
    end();
    begin();
    buffer_add(&xml, "</sheetData></worksheet>");
    read_sheet(buffer_text(&xml));
    buffer_clear(&xml);
    ck_assert_uint_eq(file.rows.count, ROWS);
    for (size_t i = 0; i < ROWS; i++) {
        char text[16];
        char number[16];
        (void)snprintf(text, sizeof(text), "Zoé %zu", i + 1);
        (void)snprintf(number, sizeof(number), "%zu", i + 1);
        ck_assert_msg(table_store_row(&file.rows, i, &row, &err), "%s", err.message);
        ck_assert_str_eq(row.cells[0], i % 2 ? "Kérouan" : "Anne-Lise");
        ck_assert_str_eq(row.cells[1], text);
        ck_assert_str_eq(row.cells[2], number);
    }
    table_row_clear(&row);
}
END_TEST

/* Forty megabytes of blanks are packed into forty thousand bytes. */
START_TEST(part__that_unpacks_a_thousandfold__is_refused)
{
    enum { LENGTH = 40 * 1024 * 1024 };
    char *xml = memory_new(LENGTH, 1);
    memset(xml, ' ', LENGTH);
    memcpy(xml, "<worksheet>", strlen("<worksheet>"));
    const struct workbook_part parts[] = {
        WORKBOOK_RELATIONS, WORKBOOK_ONE_SHEET,
        WORKBOOK_USUAL,     STYLES,
        TEXTS(""),          { "xl/worksheets/sheet1.xml", xml, LENGTH },
        { NULL, NULL, 0 }
    };
    expect_refusal(write_parts(parts, NULL), "unpacks to more than");
    free(xml);
}
END_TEST

START_TEST(columns__beyond_a_list_of_people__are_refused)
{
    expect_refusal(write_sheet(DATA("<row r='1'><c r='XFD1'><v>1</v></c></row>")),
                   "Cell XFD1");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_test(tests,
                   rows__have_the_numbers_of_the_sheet__and_empty_ones_are_left_out);
    tcase_add_test(tests, cells__in_any_order__stand_in_their_columns);
    tcase_add_test(tests, prefix_that_is_declared__is_no_place_of_a_cell);
    tcase_add_test(tests, rows__out_of_order__are_refused);
    tcase_add_test(tests, hidden_rows__are_counted__and_left_out_on_demand);
    tcase_add_test(tests, merged_cells__are_said__with_their_lines);
    tcase_add_test(tests, sheets__that_show_rows__are_offered_alone);
    tcase_add_test(tests, fault_of_a_sheet__hides_no_other__and_is_said_with_its_name);
    tcase_add_test(tests, sheet__that_is_chosen__is_read);
    tcase_add_loop_test(tests, sheet__is_found__in_other_capitals_and_by_its_number, 0,
                        2);
    tcase_add_test(tests, sheet__that_is_hidden__cannot_be_chosen);
    tcase_add_test(tests, workbook__with_a_password__is_refused_with_a_way_out);
    tcase_add_test(tests, archive__that_is_no_workbook__is_called_one);
    tcase_add_test(tests, archive__that_is_cut__is_damaged);
    tcase_add_test(tests, part__that_is_missing__is_named);
    tcase_add_test(tests, xml__that_is_damaged_or_nested_or_names_itself__is_refused);
    tcase_add_test(tests, sheet__that_is_long__is_read_to_its_end);
    tcase_add_test(tests, part__that_unpacks_a_thousandfold__is_refused);
    tcase_add_test(tests, columns__beyond_a_list_of_people__are_refused);
}

SUITE_MAIN("xlsx_file")
