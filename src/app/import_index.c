/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_index.c - which earlier rows of a file may name the same person */
#include "import_index.h"

#include <stdlib.h>

#include "atelier/base/fold.h"
#include "atelier/base/memory.h"

enum { FIRST_BUCKETS = 256, KEYS = 2 };

/* FNV-1a over the folded text; 0 for none. */
static uint64_t
hash_fold(const char *text, uint64_t seed)
{
    if (!text)
        return 0;
    char *fold = fold_copy(text);
    uint64_t hash = 0xcbf29ce484222325U ^ seed;
    for (const char *c = fold; *c; c++)
        hash = (hash ^ (unsigned char)*c) * 0x100000001b3U;
    free(fold);
    return hash ? hash : 1;
}

static void
make_keys(const struct import_row *row, uint64_t keys[KEYS])
{
    keys[0] = hash_fold(row->values[IMPORT_FAMILY], 1);
    keys[1] = hash_fold(row->values[IMPORT_EMAIL], 2);
}

void
import_index_clear(struct import_index *index)
{
    free(index->entries);
    free(index->buckets);
    *index = (struct import_index){ 0 };
}

static void
link_entry(struct import_index *index, size_t entry)
{
    size_t bucket = (size_t)index->entries[entry].hash & (index->bucket_count - 1);
    index->entries[entry].next = index->buckets[bucket];
    index->buckets[bucket] = entry + 1;
}

static void
make_room(struct import_index *index)
{
    if (index->bucket_count && index->count < index->bucket_count)
        return;
    free(index->buckets);
    index->bucket_count = index->bucket_count ? index->bucket_count * 2 : FIRST_BUCKETS;
    index->buckets = memory_new(index->bucket_count, sizeof(*index->buckets));
    for (size_t i = 0; i < index->count; i++)
        link_entry(index, i);
}

void
import_index_add(struct import_index *index, const struct import_row *row, size_t number)
{
    uint64_t keys[KEYS];
    make_keys(row, keys);
    for (size_t k = 0; k < KEYS; k++) {
        if (!keys[k])
            continue;
        make_room(index);
        index->entries = memory_grow(index->entries, &index->capacity, index->count + 1,
                                     sizeof(*index->entries));
        index->entries[index->count] =
            (struct import_index_entry){ .hash = keys[k], .row = number };
        link_entry(index, index->count++);
    }
}

static bool
is_among(const size_t *rows, size_t count, size_t row)
{
    for (size_t i = 0; i < count; i++)
        if (rows[i] == row)
            return true;
    return false;
}

size_t
import_index_find(const struct import_index *index, const struct import_row *row,
                  size_t *rows, size_t most)
{
    uint64_t keys[KEYS];
    size_t count = 0;
    make_keys(row, keys);
    for (size_t k = 0; k < KEYS && index->bucket_count; k++) {
        size_t entry = index->buckets[(size_t)keys[k] & (index->bucket_count - 1)];
        for (; keys[k] && entry && count < most; entry = index->entries[entry - 1].next) {
            const struct import_index_entry *e = &index->entries[entry - 1];
            if (e->hash == keys[k] && !is_among(rows, count, e->row))
                rows[count++] = e->row;
        }
    }
    return count;
}
