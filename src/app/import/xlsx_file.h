/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xlsx_file.h - a workbook of a spreadsheet, as the rows of one of its sheets */
#ifndef ATELIER_APP_XLSX_FILE_H
#define ATELIER_APP_XLSX_FILE_H

#include "import/table_kind.h"

extern const struct table_kind xlsx_file_kind;

#endif
