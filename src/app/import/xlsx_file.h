/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xlsx_file.h - a workbook of a spreadsheet, as the rows of one of its sheets */
#ifndef ATELIER_APP_XLSX_FILE_H
#define ATELIER_APP_XLSX_FILE_H

#include "import/table_kind.h"

/* Pours the rows of the sheet that was chosen, or of the only one; of several it names
 * them alone.  The reading of a table_kind. */
bool xlsx_file_read(struct table_file *file, struct spool **bytes, struct error *err);

#endif
