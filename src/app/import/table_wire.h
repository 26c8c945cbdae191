/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table_wire.h - a table, or why there is none, from one process of ours to another
 *
 * Records lie behind one another: a letter, the length of what follows in four bytes, the
 * lowest first, and that many bytes, which are a text or a number of eight bytes.
 *
 *     v         the version of atelier
 *     e s* c h n (t* r)* .      a table: encoding, sheets, the sheet that was chosen,
 *                               hidden rows, notes; the texts of a row and its line;
 *                               how many rows there were
 *     k f m .                   a refusal: kind, field, message; 0
 *
 * Whoever reads trusts nothing of it.
 */
#ifndef ATELIER_APP_TABLE_WIRE_H
#define ATELIER_APP_TABLE_WIRE_H

#include "import/table_file.h"

/* Adds a table whose rows are finished. */
bool table_wire_write(struct spool *to, struct table_file *file, struct error *err);
bool table_wire_refuse(struct spool *to, const struct error *why, struct error *err);

/* Reads what lies from `offset` to the end into a file whose rows are open.  False with
 * what the refusal says, or that the answer is not whole. */
bool table_wire_read(const struct spool *from, uint64_t offset, struct table_file *file,
                     struct error *err);

#endif
