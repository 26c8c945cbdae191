/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workbook_wire.h - how a sheet is told to atelier-workbook, which makes a workbook of it
 *
 * Cells one behind the other, each "T5:Lille": its kind as in list_cell.h, how many
 * bytes, and those.  First the name of the sheet, then the number of columns, then of
 * each column its heading and its width, then the rows until the end.
 */
#ifndef ATELIER_APP_WORKBOOK_WIRE_H
#define ATELIER_APP_WORKBOOK_WIRE_H

#include <stdint.h>

#include "atelier/base/buffer.h"
#include "atelier/base/error.h"
#include "atelier/base/spool.h"
#include "export/list_cell.h"

void workbook_wire_add(struct buffer *buffer, enum list_cell kind, const char *text);

/* Reads what a spool held when it was zeroed: the answer is added behind. */
struct sheet_reader {
    const struct spool *spool;
    uint64_t end;    /* of the cells */
    uint64_t offset; /* of the part below */
    size_t at, held;
    char part[16384];
};

/* False without an error at the end; ERROR_SYSTEM when it is no such sheet. */
bool workbook_wire_read(struct sheet_reader *reader, enum list_cell *kind,
                        struct buffer *text, struct error *err);

#endif
