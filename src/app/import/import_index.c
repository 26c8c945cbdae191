/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_index.c - which earlier rows of a file may name the same person */
#include "import/import_index.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/hash.h"
#include "atelier/base/memory.h"
#include "atelier/domain/name_kin.h"
#include "atelier/domain/name_spacing.h"

/* More rows of one key are not told apart from these: nobody reads on. */
enum { PLACES_LEAST = 64, SAME_MOST = 32, ENTRY_BITS = 32 };

/* Of the entries: those of some fifty thousand keys. */
enum { ENTRIES_IN_MEMORY = 262144 };

/* At most four of five places of a table are taken. */
enum { TAKEN_MOST = 4, TAKEN_OF = 5 };

enum key { KEY_NAMES, KEY_EMAIL, KEY_COLLEAGUE, KEY_KIN, KIN_KEYS = 12 };

/* --- keys */

/* Letters that are spelt in two ways count as one: Müller, Mueller and Muller have one
 * hash. */
static uint64_t
add_folded(uint64_t hash, const char *folded)
{
    const char *from = folded;
    for (const char *c = folded; *c; c++)
        if ((c[1] == 'e' && strchr("aou", *c)) || (c[0] == 'a' && c[1] == 'a')) {
            hash = hash_add(hash, from, (size_t)(c + 1 - from));
            from = c + 2;
            c++;
        }
    return hash_add(hash, from, strlen(from) + 1);
}

static uint64_t
add_text(uint64_t hash, const char *text)
{
    char *folded = fold_copy(text ? text : "");
    hash = add_folded(hash, folded);
    free(folded);
    return hash;
}

/* De Santis and DeSantis have one hash too. */
static uint64_t
add_family(uint64_t hash, const char *family)
{
    struct buffer joined = { 0 };
    char *folded = fold_copy(family ? family : "");

    hash = add_folded(
        hash, name_spacing_add_joined(folded, &joined) ? buffer_text(&joined) : folded);
    buffer_clear(&joined);
    free(folded);
    return hash;
}

static uint64_t
key_start(enum key key)
{
    return HASH_EMPTY ^ (uint64_t)key;
}

/* Spreads what FNV leaves together. */
static void
take_key(struct import_keys *keys, uint64_t hash)
{
    hash *= UINT64_C(0x9e3779b97f4a7c15);
    keys->hashes[keys->count++] = hash ^ hash >> 32;
}

/* A key for each pair of forms: names that are kin have one in common, and so have two
 * that are the same. */
static void
add_kin(struct import_keys *keys, const struct import_row *row)
{
    struct name_kin family;
    struct name_kin given;

    name_kin_init(&family, row->values[IMPORT_FAMILY]);
    name_kin_init(&given, row->values[IMPORT_GIVEN]);
    for (size_t f = 0; f < family.count; f++) {
        const uint64_t hash = add_folded(key_start(KEY_KIN), family.forms[f]);
        for (size_t g = 0; g < given.count && keys->count < KIN_KEYS; g++)
            take_key(keys, add_folded(hash, given.forms[g]));
    }
    name_kin_clear(&family);
    name_kin_clear(&given);
}

/* A row that does not have what a key is made of has no such key.  The keys that tell
 * most come first. */
void
import_keys_make(struct import_keys *keys, const struct import_row *row)
{
    const char *family = row->values[IMPORT_FAMILY];
    const char *email = row->values[IMPORT_EMAIL];
    const char *organisation = row->values[IMPORT_ORGANISATION];
    struct import_keys kin = { .count = 0 };

    keys->count = 0;
    add_kin(&kin, row);
    if (kin.count > 0)
        keys->hashes[keys->count++] = kin.hashes[0];
    else /* a name is missing, or has no letter */
        take_key(keys, add_text(add_text(key_start(KEY_NAMES), family),
                                row->values[IMPORT_GIVEN]));
    if (email)
        take_key(keys, add_text(key_start(KEY_EMAIL), email));
    if (organisation)
        take_key(keys,
                 add_text(add_family(key_start(KEY_COLLEAGUE), family), organisation));
    for (size_t i = 1; i < kin.count; i++)
        keys->hashes[keys->count++] = kin.hashes[i];
}

/* --- tables */

void
import_index_init(struct import_index *index, size_t rows)
{
    *index = (struct import_index){
        .rows = rows, .entries = paged_list_new(sizeof(uint32_t), ENTRIES_IN_MEMORY)
    };
    while (rows >> index->row_bits)
        index->row_bits++;
}

void
import_index_clear(struct import_index *index)
{
    paged_list_free(index->entries);
    free(index->tables);
    *index = (struct import_index){ 0 };
}

size_t
import_index_bytes(const struct import_index *index)
{
    return index->table_capacity * sizeof(*index->tables) +
           paged_list_bytes(index->entries);
}

/* What stands at a place: 0 is nothing. */
static uint32_t
entry_at(const struct import_index *index, const struct import_index_table *table,
         size_t at)
{
    return *(const uint32_t *)paged_list_get(index->entries, table->first + at);
}

static size_t
place_of(const struct import_index_table *table, uint64_t hash)
{
    return (size_t)((hash >> ENTRY_BITS) * table->places >> ENTRY_BITS);
}

static size_t
place_behind(const struct import_index_table *table, size_t at)
{
    return at + 1 < table->places ? at + 1 : 0;
}

/* Whether an entry is of that key, as far as it says. */
static bool
is_of(const struct import_index *index, uint32_t entry, uint64_t hash)
{
    return entry >> index->row_bits == (uint32_t)hash >> index->row_bits;
}

static void
put(struct import_index *index, uint64_t hash, size_t row)
{
    struct import_index_table *table = &index->tables[index->table_count - 1];
    size_t at = place_of(table, hash);
    uint32_t entry;
    for (int same = 0; (entry = entry_at(index, table, at)) != 0;
         at = place_behind(table, at)) {
        same += is_of(index, entry, hash);
        if (same == SAME_MOST)
            return;
    }
    *(uint32_t *)paged_list_edit(index->entries, table->first + at) =
        ((uint32_t)hash >> index->row_bits << index->row_bits) | ((uint32_t)row + 1);
    table->taken++;
}

/* How many places the keys of the rows to come need, if they have as many as those before
 * this one; more are begun with when there are none yet. */
static size_t
places_needed(const struct import_index *index, size_t row)
{
    const size_t rest = row < index->rows ? index->rows - row : 0;
    const size_t places = index->table_count == 0
                              ? index->rows
                              : rest * index->keys / (row + 1) / TAKEN_MOST * TAKEN_OF;

    return places + places / 32 > PLACES_LEAST ? places + places / 32 : PLACES_LEAST;
}

static bool
has_room(const struct import_index *index)
{
    if (index->table_count == 0)
        return false;
    const struct import_index_table *last = &index->tables[index->table_count - 1];
    return last->taken < last->places / TAKEN_OF * TAKEN_MOST;
}

static void
make_room(struct import_index *index, size_t row)
{
    assert(index->rows > 0); /* it was made for this file */
    if (has_room(index))
        return;
    index->tables = memory_grow(index->tables, &index->table_capacity,
                                index->table_count + 1, sizeof(*index->tables));
    struct import_index_table *table = &index->tables[index->table_count];
    table->first = paged_list_count(index->entries);
    table->places = places_needed(index, row);
    paged_list_grow(index->entries, table->first + table->places);
    index->table_count++;
}

void
import_index_add(struct import_index *index, const struct import_keys *keys, size_t row)
{
    for (size_t k = 0; k < keys->count; k++) {
        make_room(index, row);
        put(index, keys->hashes[k], row);
        index->keys++;
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

static size_t
find_in(const struct import_index *index, const struct import_index_table *table,
        uint64_t hash, size_t *rows, size_t count, size_t most)
{
    const uint32_t row_mask = (UINT32_C(1) << index->row_bits) - 1;
    size_t at = place_of(table, hash);
    uint32_t entry;
    for (; count < most && (entry = entry_at(index, table, at)) != 0;
         at = place_behind(table, at)) {
        const size_t row = (entry & row_mask) - 1;
        if (is_of(index, entry, hash) && !is_among(rows, count, row))
            rows[count++] = row;
    }
    return count;
}

size_t
import_index_find(const struct import_index *index, const struct import_keys *keys,
                  size_t *rows, size_t most)
{
    size_t count = 0;
    for (size_t k = 0; k < keys->count; k++)
        for (size_t t = 0; t < index->table_count; t++)
            count = find_in(index, &index->tables[t], keys->hashes[k], rows, count, most);
    return count;
}
