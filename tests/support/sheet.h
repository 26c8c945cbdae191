/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sheet.h - the rows of a spreadsheet that was judged */
#ifndef ATELIER_TESTS_SUPPORT_SHEET_H
#define ATELIER_TESTS_SUPPORT_SHEET_H

#include "atelier/app/import_people.h"

/* Borrowed until the eighth next call. */
const struct import_row *sheet_row(struct import *import, size_t index);

#endif
