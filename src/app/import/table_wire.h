/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table_wire.h - a table, or why there is none, from one process of ours to another
 *
 * Records lie behind one another: a letter, the length of what follows in four bytes, the
 * lowest first, and that many bytes, which are a text or a number of eight bytes.
 *
 *     v         the version of atelier
 *     e s* c (t* r)* h n .      a table: encoding, sheets, the sheet that was chosen;
 *                               the texts of a row and its line; hidden rows, notes,
 *                               how many rows there were
 *     k f m .                   a refusal, in place of it or of its end: kind, field,
 *                               message; 0
 *
 * Rows go over as they are poured, and are read meanwhile.  Whoever reads trusts nothing
 * of it.
 */
#ifndef ATELIER_APP_TABLE_WIRE_H
#define ATELIER_APP_TABLE_WIRE_H

#include "import/table_file.h"

/* A table on its way: where to, and what went over.  The caller clears it. */
struct table_wire {
    struct spool *to;
    struct table_file *file;
    bool begun; /* what stands before the rows went over */
    int64_t rows;
    uint64_t written;
    struct buffer pending;
};

/* From now on each row that is poured into the file goes over. */
void table_wire_open(struct table_wire *wire, struct spool *to, struct table_file *file);

/* The end of it: all rows are poured; or there is no table, and why. */
bool table_wire_end(struct table_wire *wire, struct error *err);
bool table_wire_refuse(struct table_wire *wire, const struct error *why,
                       struct error *err);
void table_wire_clear(struct table_wire *wire);

/* Waits until there may be more to read; false once there will be no more. */
typedef bool table_wire_wait(void *context);

/* Reads what lies from `offset` to the end into a file whose rows are open; `wait` may be
 * NULL: all of it is there.  False with what the refusal says, or that the answer is not
 * whole. */
bool table_wire_read(const struct spool *from, uint64_t offset, table_wire_wait *wait,
                     void *context, struct table_file *file, struct error *err);

#endif
