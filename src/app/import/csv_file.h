/* SPDX-License-Identifier: GPL-3.0-or-later */
/* csv_file.h - a spreadsheet's text file: its encoding, its delimiter, its rows */
#ifndef ATELIER_APP_CSV_FILE_H
#define ATELIER_APP_CSV_FILE_H

#include "import/table_kind.h"

/* Takes every file for its own. */
extern const struct table_kind csv_file_kind;

#endif
