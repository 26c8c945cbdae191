/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workbook.h - workbooks of a spreadsheet, made of the parts that a test writes, and read
 */
#ifndef ATELIER_TESTS_SUPPORT_WORKBOOK_H
#define ATELIER_TESTS_SUPPORT_WORKBOOK_H

#include <stddef.h>

struct workbook_part {
    const char *name; /* NULL ends the parts */
    const char *xml;
    size_t length; /* 0: up to the zero byte */
};

/* Writes the parts as an archive to that path; a part of the same name counts once, the
 * last.  False when it cannot. */
_Bool workbook_write(const char *path, const struct workbook_part *parts,
                     const char *password);

/* A part of an archive as a text that the caller frees; NULL where there is none. */
char *workbook_read_part(const char *path, const char *name);

/* What every workbook has, around one sheet "Liste" in xl/worksheets/sheet1.xml. */
#define WORKBOOK_RELATIONS                                                               \
    {                                                                                    \
        "_rels/.rels",                                                                   \
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/"           \
            "2006/relationships'><Relationship Id='r1' Type='http://schemas."            \
            "openxmlformats.org/officeDocument/2006/relationships/"                      \
            "officeDocument' Target='xl/workbook.xml'/></Relationships>",                \
            0                                                                            \
    }
#define WORKBOOK_BOOK(sheets)                                                            \
    {                                                                                    \
        "xl/workbook.xml",                                                               \
            "<workbook xmlns='http://schemas.openxmlformats.org/"                        \
            "spreadsheetml/2006/main' xmlns:r='http://schemas."                          \
            "openxmlformats.org/officeDocument/2006/relationships'>" sheets              \
            "</workbook>",                                                               \
            0                                                                            \
    }
#define WORKBOOK_ONE_SHEET                                                               \
    WORKBOOK_BOOK("<sheets><sheet name='Liste' sheetId='1' r:id='s1'/></sheets>")
#define WORKBOOK_RELATION(id, type, target)                                              \
    "<Relationship Id='" id "' Type='http://schemas.openxmlformats.org/officeDocument/"  \
    "2006/relationships/" type "' Target='" target "'/>"
#define WORKBOOK_BOOK_RELATIONS(relations)                                               \
    {                                                                                    \
        "xl/_rels/workbook.xml.rels",                                                    \
            "<Relationships xmlns='http://schemas."                                      \
            "openxmlformats.org/package/2006/relationships'>" relations                  \
            "</Relationships>",                                                          \
            0                                                                            \
    }
#define WORKBOOK_SHEET(rows)                                                             \
    "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>" rows \
    "</worksheet>"
#define WORKBOOK_USUAL                                                                   \
    WORKBOOK_BOOK_RELATIONS(                                                             \
        WORKBOOK_RELATION("s1", "worksheet", "worksheets/sheet1.xml")                    \
            WORKBOOK_RELATION("t", "sharedStrings", "/xl/texts.xml")                     \
                WORKBOOK_RELATION("f", "styles", "./styles.xml"))

#endif
