/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xlsx_file_test.c - workbooks as many programs write them, damaged ones, and those that
 * mean harm */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "import/xlsx_file.h"
#include "support/database_file.h"
#include "support/paper.h"
#include "support/suite.h"
#include "support/workbook.h"

#define DATA(rows) WORKBOOK_SHEET("<sheetData>" rows "</sheetData>")
#define TEXT(text) "<c t='inlineStr'><is><t>" text "</t></is></c>"
#define HEAD "<row r='1'>" TEXT("Nom") TEXT("Prénom") "</row>"

#define TEXTS(texts)                                                                     \
    {                                                                                    \
        "xl/texts.xml",                                                                  \
            "<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/"               \
            "2006/main'>" texts "</sst>",                                                \
            0                                                                            \
    }
#define STYLES                                                                           \
    {                                                                                    \
        "xl/styles.xml",                                                                 \
            "<styleSheet xmlns='http://schemas.openxmlformats.org/"                      \
            "spreadsheetml/2006/main'><numFmts><numFmt numFmtId='164' "                  \
            "formatCode='dddd\\ d"                                                       \
            "\\ mmmm\\ yyyy'/><numFmt numFmtId='165' formatCode='0.00&quot; "            \
            "days&quot;'/>"                                                              \
            "<numFmt numFmtId='166' "                                                    \
            "formatCode='[$-40C]h:mm'/></numFmts><cellStyleXfs><xf "                     \
            "numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/><xf "              \
            "numFmtId='14'/>"                                                            \
            "<xf numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='166'/><xf "           \
            "numFmtId='22'/>"                                                            \
            "</cellXfs></styleSheet>",                                                   \
            0                                                                            \
    }

/* Read by the test itself, not by a program that it starts. */
static const struct table_kind workbook = { .read = xlsx_file_read };
static const struct table_kind *const kinds[] = { &workbook, NULL };

static struct table_file file;

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
write_parts(const struct workbook_part *parts, const char *password)
{
    const char *path = database_file_path("list.xlsx");
    ck_assert_msg(workbook_write(path, parts, password), "%s cannot be made", path);
    return path;
}

static const char *
write_sheet(const char *xml)
{
    const struct workbook_part parts[] = {
        WORKBOOK_RELATIONS,
        WORKBOOK_ONE_SHEET,
        WORKBOOK_USUAL,
        STYLES,
        TEXTS("<si><t>Kérouan</t></si><si><r><t>Anne-</t></r><r><t>Lise</t></r><rPh "
              "sb='0'><t>an</t></rPh></si>"),
        { "xl/worksheets/sheet1.xml", xml, 0 },
        { NULL, NULL, 0 },
    };
    return write_parts(parts, NULL);
}

static void
read_file(const char *path, struct table_choice choice)
{
    struct error err = { 0 };
    table_file_clear(&file);
    ck_assert_msg(table_file_read(&file, path, &choice, kinds, &err), "%s", err.message);
}

static void
read_sheet(const char *xml)
{
    read_file(write_sheet(xml), (struct table_choice){ 0 });
}

/* Each row as "line: cell|cell", behind one another. */
static void
expect_rows(const char *expected)
{
    struct buffer found = { 0 };
    struct table_row row = { 0 };
    struct error err = { 0 };
    for (size_t i = 0; i < file.rows.count; i++) {
        ck_assert_msg(table_store_row(&file.rows, i, &row, &err), "%s", err.message);
        buffer_addf(&found, "%s%d: ", i ? "; " : "", (int)row.line);
        for (size_t c = 0; c < row.count; c++)
            buffer_addf(&found, "%s%s", c ? "|" : "", row.cells[c]);
    }
    ck_assert_str_eq(buffer_text(&found), expected);
    table_row_clear(&row);
    buffer_clear(&found);
}

static void
expect_refusal_of(const char *sheet, const char *path, const char *words)
{
    struct error err = { 0 };
    struct table_choice choice = { .sheet = sheet };
    table_file_clear(&file);
    ck_assert(!table_file_read(&file, path, &choice, kinds, &err));
    ck_assert_msg(err.kind == ERROR_INPUT && strstr(err.message, words), "“%s”",
                  err.message);
}

static void
expect_refusal(const char *path, const char *words)
{
    expect_refusal_of(NULL, path, words);
}

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
    { "<c t='inlineStr'><is><r><t>de </t></r><r><t>Vries</t></r></is></c>", "de Vries" },
    { "<c t='str'><f>A1</f><v>Zoé</v></c>", "Zoé" },
    { "<c t='str'><f>A1</f><v></v></c>", "" },
    { TEXT("a_x000D__x000A_b"), "a b" },
    { TEXT("_x005F_x0041_"), "_x0041_" },
    { TEXT("_xD83D__xDE00_"), "😀" },
    { TEXT("_x004_"), "_x004_" },
    { TEXT("a&#13;\nb"), "a b" },
    { "<c t='b'><v>1</v></c>", "TRUE" },
    { "<c t='b'><v>true</v></c>", "TRUE" },
    { "<c t='b'><f>A1</f><v>0</v></c>", "FALSE" },
    { "<c t='e'><v>#N/A</v></c>", "#N/A" },
    { "<c><v>612345678</v></c>", "612345678" },
    { "<c><v>6.12345678E8</v></c>", "612345678" },
    { "<c><v>33612345678</v></c>", "33612345678" },
    { "<c><v>1.5</v></c>", "1.5" },
    { "<c s='1'><v>46462</v></c>", "2027-03-16" },
    { "<c s='2'><v>46462</v></c>", "2027-03-16" },
    { "<c s='3'><v>46462</v></c>", "46462" },
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
    tcase_add_loop_test(tests, cell__is_read__as_a_person_sees_it, 0,
                        (int)(sizeof cells / sizeof cells[0]));
    tcase_add_loop_test(tests, number__has_the_zeros_and_blanks__of_its_format, 0,
                        (int)(sizeof masks / sizeof masks[0]));
    tcase_add_test(tests, format__is_found__by_its_number);
    tcase_add_test(tests, date__of_the_other_system__is_four_years_later);
    tcase_add_test(tests, formula__without_a_value__refuses_the_file_and_names_the_cell);
    tcase_add_test(tests, text__that_is_missing__refuses_the_file);
    tcase_add_test(tests,
                   rows__have_the_numbers_of_the_sheet__and_empty_ones_are_left_out);
    tcase_add_test(tests, cells__in_any_order__stand_in_their_columns);
    tcase_add_test(tests, rows__out_of_order__are_refused);
    tcase_add_test(tests, hidden_rows__are_counted__and_left_out_on_demand);
    tcase_add_test(tests, merged_cells__are_said__with_their_lines);
    tcase_add_test(tests, sheets__that_show_rows__are_offered_alone);
    tcase_add_test(tests, fault_of_a_sheet__hides_no_other__and_is_said_with_its_name);
    tcase_add_test(tests, sheet__that_is_chosen__is_read);
    tcase_add_test(tests, sheet__that_is_hidden__cannot_be_chosen);
    tcase_add_test(tests, workbook__with_a_password__is_refused_with_a_way_out);
    tcase_add_test(tests, archive__that_is_no_workbook__is_called_one);
    tcase_add_test(tests, archive__that_is_cut__is_damaged);
    tcase_add_test(tests, part__that_is_missing__is_named);
    tcase_add_test(tests, xml__that_is_damaged_or_nested_or_names_itself__is_refused);
    tcase_add_test(tests, part__that_unpacks_a_thousandfold__is_refused);
    tcase_add_test(tests, columns__beyond_a_list_of_people__are_refused);
}

SUITE_MAIN("xlsx_file")
