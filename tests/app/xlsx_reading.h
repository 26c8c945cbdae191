/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xlsx_reading.h - workbooks written part by part, and read by the test itself, not by a
 * program that it starts */
#ifndef ATELIER_TESTS_XLSX_READING_H
#define ATELIER_TESTS_XLSX_READING_H

#include <check.h>
#include <stdio.h>
#include <string.h>

#include "import/xlsx_file.h"
#include "support/database_file.h"
#include "support/workbook.h"

#define DATA(rows) WORKBOOK_SHEET("<sheetData>" rows "</sheetData>")
#define TEXT(text) "<c t='inlineStr'><is><t>" text "</t></is></c>"
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

static const struct table_kind workbook = { .read = xlsx_file_read };
static const struct table_kind *const kinds[] = { &workbook, NULL };

static struct table_file file;

static inline void
begin(void)
{
    database_file_begin();
}

static inline void
end(void)
{
    table_file_clear(&file);
    database_file_remove(NULL);
}

static inline const char *
write_parts(const struct workbook_part *parts, const char *password)
{
    const char *path = database_file_path("list.xlsx");
    ck_assert_msg(workbook_write(path, parts, password), "%s cannot be made", path);
    return path;
}

static inline const char *
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

static inline void
read_file(const char *path, struct table_choice choice)
{
    struct error err = { 0 };
    table_file_clear(&file);
    ck_assert_msg(table_file_read(&file, path, &choice, kinds, &err), "%s", err.message);
}

static inline void
read_sheet(const char *xml)
{
    read_file(write_sheet(xml), (struct table_choice){ 0 });
}

/* Each row as "line: cell|cell", behind one another. */
static inline void
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

static inline void
expect_refusal_of(const char *sheet, const char *path, const char *words)
{
    struct error err = { 0 };
    struct table_choice choice = { .sheet = sheet };
    table_file_clear(&file);
    ck_assert(!table_file_read(&file, path, &choice, kinds, &err));
    ck_assert_msg(err.kind == ERROR_INPUT && strstr(err.message, words), "“%s”",
                  err.message);
}

static inline void
expect_refusal(const char *path, const char *words)
{
    expect_refusal_of(NULL, path, words);
}

#endif
