/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_index.h - which earlier rows of a file may name the same person
 *
 * Keyed by the folded family name and by the e-mail, so that a file of fifty
 * thousand rows is not compared row by row.
 */
#ifndef ATELIER_APP_IMPORT_INDEX_H
#define ATELIER_APP_IMPORT_INDEX_H

#include <stddef.h>
#include <stdint.h>

#include "atelier/domain/import.h"

struct import_index_entry {
    uint64_t hash;
    size_t row;  /* index in the list of rows */
    size_t next; /* entry + 1 in the same bucket; 0: none */
};

struct import_index {
    struct import_index_entry *entries;
    size_t count;
    size_t capacity;
    size_t *buckets; /* entry + 1; 0: empty */
    size_t bucket_count;
};

void import_index_clear(struct import_index *index);
void import_index_add(struct import_index *index, const struct import_row *row,
                      size_t number);

/* The rows that share the family name or the e-mail, each once, at most `most`. */
size_t import_index_find(const struct import_index *index, const struct import_row *row,
                         size_t *rows, size_t most);

#endif
