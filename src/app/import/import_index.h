/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_index.h - which earlier rows of a file may name the same person
 *
 * Keyed by what two rows about one person share, so that a file of fifty thousand rows
 * is not compared row by row, and is not read again for every Martin in it.
 */
#ifndef ATELIER_APP_IMPORT_INDEX_H
#define ATELIER_APP_IMPORT_INDEX_H

#include <stddef.h>
#include <stdint.h>

#include "atelier/domain/import.h"

/* A key of a row; hash 0 is not an entry. */
struct import_index_entry {
    uint32_t hash;
    uint32_t row;
};

/* A zeroed struct is empty. */
struct import_index {
    struct import_index_entry *entries;
    size_t count;
    size_t capacity; /* a power of two */
};

void import_index_clear(struct import_index *index);
void import_index_add(struct import_index *index, const struct import_row *row,
                      size_t number);

/* Rows that share both names, the e-mail, or family name and organisation, each once, at
 * most `most`; a few of them may not, the caller compares. */
size_t import_index_find(const struct import_index *index, const struct import_row *row,
                         size_t *rows, size_t most);

#endif
