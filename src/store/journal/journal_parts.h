/* SPDX-License-Identifier: GPL-3.0-or-later */
/* journal_parts.h - what a long act changed, put by part after part
 *
 * A session keeps in memory what it has seen, and gives its changeset in one piece: of
 * fifty thousand rows that is tens of megabytes.  A long act puts by now and then what
 * was seen so far, in a file of its own.  In the journal its parts stand behind one
 * another, the last first: a changeset like any other, and one that undoes the later
 * change of a row before the earlier one.
 */
#ifndef ATELIER_STORE_JOURNAL_PARTS_H
#define ATELIER_STORE_JOURNAL_PARTS_H

#include <sqlite3.h>
#include <stddef.h>
#include <stdint.h>

#include "atelier/base/spool.h"

/* A zeroed struct holds none. */
struct journal_parts {
    struct spool *spool;
    uint64_t *ends; /* of each part in the spool */
    size_t count;
    size_t capacity;
};

bool journal_parts_add(struct journal_parts *parts, const void *bytes, size_t size,
                       struct error *err);
void journal_parts_clear(struct journal_parts *parts);

/* Of all of them together. */
uint64_t journal_parts_size(const struct journal_parts *parts);

/* The caller frees *bytes. */
bool journal_parts_load(const struct journal_parts *parts, size_t index, void **bytes,
                        size_t *size, struct error *err);

#endif
