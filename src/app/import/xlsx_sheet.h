/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xlsx_sheet.h - the rows of one sheet of a workbook */
#ifndef ATELIER_APP_XLSX_SHEET_H
#define ATELIER_APP_XLSX_SHEET_H

#include "import/table_file.h"
#include "import/xlsx_book.h"

/* Whether any cell has a text: new workbooks have empty sheets. */
bool xlsx_sheet_has_text(const struct xlsx_book *book, const char *part, bool *has,
                         struct error *err);

/* Pours the rows, and notes what a person would not expect of them. */
bool xlsx_sheet_pour(const struct xlsx_book *book, const char *part,
                     struct table_file *file, struct error *err);

#endif
