/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xlsx_cell_test.c - what a cell of a workbook says: texts, numbers by their formats,
 * dates, formulas */
#include "support/suite.h"
#include "xlsx_reading.h"

static void
expect_cell(const char *cell, const char *expected)
{
    struct buffer xml = { 0 };
    buffer_add(&xml, "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/"
                     "2006/main'><sheetData><row r='3'>");
    buffer_addf(&xml, "%s" TEXT("x") "</row></sheetData></worksheet>", cell);
    read_sheet(buffer_text(&xml));
    buffer_clear(&xml);
    struct table_row row = { 0 };
    struct error err = { 0 };
    ck_assert_msg(table_store_row(&file.rows, 0, &row, &err), "%s", err.message);
    ck_assert_str_eq(row.cells[0], expected);
    table_row_clear(&row);
}

/* ---- cells ---- */

static const struct {
    const char *cell;
    const char *expected;
} cells[] = {
    { "<c t='s'><v>0</v></c>", "Kérouan" },
    { "<c t='s'><v>1</v></c>", "Anne-Lise" },
    { "<c t='s'><f>A1</f><v>1</v></c>", "Anne-Lise" },
    { "<c t='s'><v> 01</v></c>", "Anne-Lise" },
    { "<c t='s'/>", "" },
    { "<c t='inlineStr'><is><r><t>de </t></r><r><t>Vries</t></r></is></c>", "de Vries" },
    { "<c t='str'><f>A1</f><v>Zoé</v></c>", "Zoé" },
    { "<c t='str'><f>A1</f><v></v></c>", "" },
    { TEXT("a_x000D__x000A_b"), "a\nb" },
    { TEXT("a_x000A__x000A_b"), "a\n\nb" },
    { TEXT("a&#10;b"), "a\nb" },
    { TEXT("a_x0009_b"), "a b" },
    { TEXT("_x005F_x0041_"), "_x0041_" },
    { TEXT("_xD83D__xDE00_"), "😀" },
    { TEXT("_x004_"), "_x004_" },
    { TEXT("a&#13;\nb"), "a\nb" },
    { "<c t='b'><v>1</v></c>", "TRUE" },
    { "<c t='b'><v>true</v></c>", "TRUE" },
    { "<c t='b'><f>A1</f><v>0</v></c>", "FALSE" },
    { "<c t='e'><v>#N/A</v></c>", "#N/A" },
    { "<c><v>612345678</v></c>", "612345678" },
    { "<c><v>6.12345678E8</v></c>", "612345678" },
    { "<c><v>33612345678</v></c>", "33612345678" },
    { "<c><v>0</v></c>", "0" },
    { "<c><v>007</v></c>", "7" },
    { "<c><v>-7</v></c>", "-7" },
    { "<c><v>123456789012345</v></c>", "123456789012345" },
    { "<c><v>1234567890123456</v></c>", "1.23456789012346e+15" },
    { "<c><v>1.5</v></c>", "1.5" },
    { "<c s='1'><v>46462</v></c>", "2027-03-16" },
    { "<c s='2'><v>46462</v></c>", "2027-03-16" },
    { "<c s='3'><v>46462</v></c>", "46462" },
    { "<c s=' 1'><v>46462</v></c>", "2027-03-16" },
    { "<c xmlns:x='urn:x' s='1' x:s='3'><v>46462</v></c>", "2027-03-16" },
    { "<c s='4'><v>0.395833333333333</v></c>", "09:30" },
    { "<c s='5'><v>46462.395833333336</v></c>", "2027-03-16 09:30" },
    { "<c s='5'><v>46461.999999999</v></c>", "2027-03-16" },
    { "<c s='1'><v>1</v></c>", "1900-01-01" },
    { "<c s='1'><v>59</v></c>", "1900-02-28" },
    { "<c s='1'><v>61</v></c>", "1900-03-01" },
    { "<c t='d'><v>2027-03-16T00:00:00</v></c>", "2027-03-16" },
    { "<c t='d'><v>2027-03-16T09:30:00Z</v></c>", "2027-03-16 09:30" },
    { "<c t='d'><v>2027-03-16</v></c>", "2027-03-16" },
    { "<c s='9999'><v>7</v></c>", "7" },
    { "<c/>", "" },
};

START_TEST(cell__is_read__as_a_person_sees_it)
{
    expect_cell(cells[_i].cell, cells[_i].expected);
}
END_TEST

/* ---- formats of numbers ---- */

static void
read_with_styles(const char *formats, const char *styles, const char *row)
{
    struct buffer xml = { 0 };
    struct buffer sheet = { 0 };
    buffer_addf(&xml,
                "<styleSheet><numFmts>%s</numFmts><cellXfs>%s</cellXfs></styleSheet>",
                formats, styles);
    buffer_addf(&sheet,
                "<worksheet><sheetData><row r='1'>%s</row></sheetData></worksheet>", row);
    const struct workbook_part parts[] = {
        WORKBOOK_RELATIONS,
        WORKBOOK_ONE_SHEET,
        WORKBOOK_USUAL,
        TEXTS(""),
        { "xl/styles.xml", buffer_text(&xml), 0 },
        { "xl/worksheets/sheet1.xml", buffer_text(&sheet), 0 },
        { NULL, NULL, 0 },
    };
    read_file(write_parts(parts, NULL), (struct table_choice){ 0 });
    buffer_clear(&xml);
    buffer_clear(&sheet);
}

static const struct {
    const char *code;
    const char *number;
    const char *expected;
} masks[] = {
    { "0#&quot; &quot;##&quot; &quot;##&quot; &quot;##&quot; &quot;##", "612345678",
      "06 12 34 56 78" },
    { "0#&quot; &quot;##&quot; &quot;##&quot; &quot;##&quot; &quot;##", "33612345678",
      "336 12 34 56 78" },
    { "0#&quot; &quot;##&quot; &quot;##", "7", "00 00 07" },
    { "0#\\ ##\\ ##\\ ##\\ ##;-0;@", "612345678", "06 12 34 56 78" },
    { "0#&quot;.&quot;##&quot;.&quot;##&quot;.&quot;##&quot;.&quot;##", "612345678",
      "06.12.34.56.78" },
    { "&quot;+33 &quot;0 00 00 00 00", "612345678", "+33 6 12 34 56 78" },
    { "[h]:mm", "1.0833333333333333", "26:00" },
    { "[hh]:mm:ss", "0.0625", "01:30" },
    { "[h]:mm:ss", "4.500011574074074", "108:00:01" },
    { "[m]:ss", "1", "24:00" },
    { "[Red][h]:mm", "2", "48:00" },
    { "h:mm", "0.0625", "01:30" },
    { "d/m/yyyy [h]:mm", "46462.395833333336", "2027-03-16 09:30" },
    { "00000", "1234", "01234" },
    { "00000", "1.234E3", "01234" },
    { "00000", "0", "00000" },
    { "00000", "75001", "75001" },
    { "00000", "123456", "123456" },
    { "[$-40C]00000", "1234", "01234" },
    { "[Blue]00000_)", "1234", "01234" },
    { "&quot;F-&quot;00000", "1234", "F-01234" },
    { "###\\-####", "1234", "1234" },
    { "(###) ###\\-####", "5551234", "555-1234" },
    { "(###) ###\\-####", "2125551234", "(212) 555-1234" },
    { "##", "0", "0" },
    { "00000", "-12", "-12" },
    { "00000", "1.5", "1.5" },
    { "0", "7", "7" },
    { "0&quot; ans&quot;", "46", "46" },
    { "#,##0", "12345", "12345" },
    { "00.0", "7", "7" },
    { "00%", "7", "7" },
    { "0?0", "7", "7" },
    { "[&lt;=9999999]000-0000;00000", "7", "7" },
    { "[$€-40C]00", "7", "7" },
    { "&quot;00", "7", "7" },
    { "0000000000000000000000000000000000000000", "7", "7" },
};

START_TEST(number__has_the_zeros_and_blanks__of_its_format)
{
    struct buffer format = { 0 };
    struct buffer cell = { 0 };
    struct buffer row = { 0 };
    buffer_addf(&format, "<numFmt numFmtId='164' formatCode='%s'/>", masks[_i].code);
    buffer_addf(&cell, "<c s='0'><v>%s</v></c>", masks[_i].number);
    buffer_addf(&row, "1: %s", masks[_i].expected);
    read_with_styles(buffer_text(&format), "<xf numFmtId='164'/>", buffer_text(&cell));
    expect_rows(buffer_text(&row));
    buffer_clear(&format);
    buffer_clear(&cell);
    buffer_clear(&row);
}
END_TEST

START_TEST(format__is_found__by_its_number)
{
    read_with_styles("<numFmt numFmtId='300' formatCode='000'/>"
                     "<numFmt numFmtId='164' formatCode='0000'/>"
                     "<numFmt numFmtId='65535' formatCode='00000'/>"
                     "<numFmt numFmtId='14' formatCode='00'/>"
                     "<numFmt numFmtId='-1' formatCode='000000'/>"
                     "<numFmt numFmtId='65536' formatCode='000000'/>"
                     "<numFmt formatCode='000000'/>",
                     "<xf numFmtId='164'/><xf numFmtId='300'/><xf numFmtId='65535'/>"
                     "<xf numFmtId='14'/><xf numFmtId='-1'/><xf numFmtId='65536'/><xf/>"
                     "<xf numFmtId='165'/>",
                     "<c s='0'><v>7</v></c><c s='1'><v>7</v></c><c s='2'><v>7</v></c>"
                     "<c s='3'><v>7</v></c><c s='4'><v>7</v></c><c s='5'><v>7</v></c>"
                     "<c s='6'><v>7</v></c><c s='7'><v>7</v></c>");
    expect_rows("1: 0007|007|00007|07|7|7|7|7");
}
END_TEST

START_TEST(date__of_the_other_system__is_four_years_later)
{
    const char *const flags[] = { "1", "true" };
    for (size_t i = 0; i < 2; i++) {
        struct buffer book = { 0 };
        buffer_addf(&book,
                    "<workbook xmlns:r='r'><workbookPr date1904='%s'/><sheets><sheet "
                    "name='Liste' r:id='s1'/></sheets></workbook>",
                    flags[i]);
        const struct workbook_part parts[] = {
            WORKBOOK_RELATIONS,
            { "xl/workbook.xml", buffer_text(&book), 0 },
            WORKBOOK_USUAL,
            STYLES,
            TEXTS(""),
            { "xl/worksheets/sheet1.xml",
              DATA("<row r='1'><c s='1'><v>45000</v></c></row>"), 0 },
            { NULL, NULL, 0 },
        };
        read_file(write_parts(parts, NULL), (struct table_choice){ 0 });
        expect_rows("1: 2027-03-16");
        buffer_clear(&book);
    }
}
END_TEST

START_TEST(formula__without_a_value__refuses_the_file_and_names_the_cell)
{
    const char *const formulas[] = { "<c r='AB4'><f>A1</f></c>",
                                     "<c r='AB4'><f>A1</f><v></v></c>",
                                     "<c r='AB4' t='str'><f>A1</f></c>" };
    for (size_t i = 0; i < 3; i++) {
        struct buffer xml = { 0 };
        buffer_addf(&xml,
                    "<worksheet><sheetData><row r='4'>%s</row></sheetData></worksheet>",
                    formulas[i]);
        expect_refusal(write_sheet(buffer_text(&xml)),
                       "Cell AB4: the formula has no value");
        buffer_clear(&xml);
    }
}
END_TEST

START_TEST(text__that_is_missing__refuses_the_file)
{
    expect_refusal(
        write_sheet(DATA("<row r='2'>" TEXT("x") "<c t='s'><v>2</v></c></row>")),
        "Cell B2: its text is missing");
}
END_TEST

static void
add_tests(TCase *tests)
{
    tcase_add_checked_fixture(tests, begin, end);
    tcase_add_loop_test(tests, cell__is_read__as_a_person_sees_it, 0,
                        (int)(sizeof cells / sizeof cells[0]));
    tcase_add_loop_test(tests, number__has_the_zeros_and_blanks__of_its_format, 0,
                        (int)(sizeof masks / sizeof masks[0]));
    tcase_add_test(tests, format__is_found__by_its_number);
    tcase_add_test(tests, date__of_the_other_system__is_four_years_later);
    tcase_add_test(tests, formula__without_a_value__refuses_the_file_and_names_the_cell);
    tcase_add_test(tests, text__that_is_missing__refuses_the_file);
}

SUITE_MAIN("xlsx_cell")
