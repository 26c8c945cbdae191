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

#include "atelier/base/paged_list.h"
#include "atelier/domain/import.h"

enum { IMPORT_KEYS_MOST = 14 };

/* What a row can be found by. */
struct import_keys {
    uint64_t hashes[IMPORT_KEYS_MOST];
    size_t count;
};

void import_keys_make(struct import_keys *keys, const struct import_row *row);

struct import_index_table {
    size_t first; /* of its entries */
    size_t places;
    size_t taken;
};

/*
 * Tables, each begun when the one before is full: nothing is moved when they grow, so
 * that an entry needs no more of its key than tells it from its neighbours.  The first
 * is for a part of the rows; how many keys these had says how large the next one is, so
 * that hardly any place stays empty.  The entries, a number each, lie in one list that is
 * mostly not in memory.  A zeroed struct is empty.
 */
struct import_index {
    struct import_index_table *tables;
    size_t table_count;
    size_t table_capacity;
    struct paged_list *entries;
    size_t rows;       /* of the file */
    size_t keys;       /* of the rows so far */
    unsigned row_bits; /* of an entry: the row, from 1; above them some of the key */
};

/* An empty index of the rows of a file. */
void import_index_init(struct import_index *index, size_t rows);
void import_index_clear(struct import_index *index);
void import_index_add(struct import_index *index, const struct import_keys *keys,
                      size_t row);

/* Rows that share both names, the e-mail, or family name and organisation, each once, at
 * most `most`; a few of them may not, the caller compares. */
size_t import_index_find(const struct import_index *index, const struct import_keys *keys,
                         size_t *rows, size_t most);

/* The memory that it takes. */
size_t import_index_bytes(const struct import_index *index);

#endif
