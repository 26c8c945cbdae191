/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sheet.c - the rows of a spreadsheet that was judged */
#include "support/sheet.h"

#include <check.h>

const struct import_row *
sheet_row(struct import *import, size_t index)
{
    static struct import_row rows[8];
    static size_t next;
    struct import_row *row = &rows[next++ % 8];
    struct error err = { 0 };

    ck_assert_msg(import_row_load(import, index, row, &err), "%s", err.message);
    return row;
}
