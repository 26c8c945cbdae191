/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_index.c - which earlier rows of a file may name the same person */
#include "import/import_index.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/memory.h"
#include "atelier/domain/name_kin.h"

/* More rows of one key are not told apart from these: nobody reads on. */
enum { FIRST_ENTRIES = 256, SAME_MOST = 32 };

enum key {
    KEY_NAMES,
    KEY_EMAIL,
    KEY_COLLEAGUE,
    KEY_KIN,
    KIN_KEYS = 12,
    KEYS = KEY_KIN + KIN_KEYS
};

/* FNV-1a over the folded text.  Letters that are spelt in two ways count as one:
 * Müller, Mueller and Muller have one hash. */
static uint32_t
key_add(uint32_t hash, const char *text)
{
    char *fold = fold_copy(text ? text : "");
    for (const char *c = fold; *c; c++) {
        hash = (hash ^ (unsigned char)*c) * 0x01000193U;
        if ((strchr("aou", *c) && c[1] == 'e') || (c[0] == 'a' && c[1] == 'a'))
            c++;
    }
    free(fold);
    return (hash ^ 0xffU) * 0x01000193U;
}

static uint32_t
key_start(enum key key)
{
    return 0x811c9dc5U ^ (uint32_t)key;
}

/* A key for each pair of forms: names that are kin have one in common. */
static void
make_kin_keys(const struct import_row *row, uint32_t keys[KIN_KEYS])
{
    struct name_kin family;
    struct name_kin given;
    size_t count = 0;

    name_kin_init(&family, row->values[IMPORT_FAMILY]);
    name_kin_init(&given, row->values[IMPORT_GIVEN]);
    for (size_t i = 0; i < KIN_KEYS; i++)
        keys[i] = 0;
    for (size_t f = 0; f < family.count; f++)
        for (size_t g = 0; g < given.count && count < KIN_KEYS; g++)
            keys[count++] =
                key_add(key_add(key_start(KEY_KIN), family.forms[f]), given.forms[g]);
    name_kin_clear(&family);
    name_kin_clear(&given);
}

/* A row that does not have what a key is made of has no such key: 0. */
static void
make_keys(const struct import_row *row, uint32_t keys[KEYS])
{
    const char *family = row->values[IMPORT_FAMILY];
    const char *email = row->values[IMPORT_EMAIL];
    const char *organisation = row->values[IMPORT_ORGANISATION];
    uint32_t names = key_add(key_start(KEY_NAMES), family);
    uint32_t colleague = key_add(key_start(KEY_COLLEAGUE), family);

    keys[KEY_NAMES] = key_add(names, row->values[IMPORT_GIVEN]);
    keys[KEY_EMAIL] = email ? key_add(key_start(KEY_EMAIL), email) : 0;
    keys[KEY_COLLEAGUE] = organisation ? key_add(colleague, organisation) : 0;
    make_kin_keys(row, keys + KEY_KIN);
}

void
import_index_clear(struct import_index *index)
{
    free(index->entries);
    *index = (struct import_index){ 0 };
}

/* Spreads what FNV leaves in the high bits. */
static size_t
place_of(const struct import_index *index, uint32_t hash)
{
    return (size_t)((hash ^ hash >> 15) & (index->capacity - 1));
}

static void
put(struct import_index *index, struct import_index_entry entry)
{
    size_t at = place_of(index, entry.hash);
    int same = 0;
    while (index->entries[at].hash) {
        same += index->entries[at].hash == entry.hash;
        if (same == SAME_MOST)
            return;
        at = (at + 1) & (index->capacity - 1);
    }
    index->entries[at] = entry;
    index->count++;
}

/* At most three quarters are taken. */
static void
make_room(struct import_index *index)
{
    if (index->count < index->capacity / 4 * 3)
        return;
    struct import_index old = *index;
    index->capacity = old.capacity ? old.capacity * 2 : FIRST_ENTRIES;
    index->entries = memory_new(index->capacity, sizeof(*index->entries));
    index->count = 0;
    for (size_t i = 0; i < old.capacity; i++)
        if (old.entries[i].hash)
            put(index, old.entries[i]);
    free(old.entries);
}

void
import_index_add(struct import_index *index, const struct import_row *row, size_t number)
{
    uint32_t keys[KEYS];
    make_keys(row, keys);
    for (size_t k = 0; k < KEYS; k++) {
        if (!keys[k])
            continue;
        make_room(index);
        put(index, (struct import_index_entry){ keys[k], (uint32_t)number });
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
    uint32_t keys[KEYS];
    make_keys(row, keys);
    size_t count = 0;
    for (size_t k = 0; k < KEYS && index->capacity; k++) {
        size_t at = place_of(index, keys[k]);
        for (; keys[k] && index->entries[at].hash && count < most;
             at = (at + 1) & (index->capacity - 1))
            if (index->entries[at].hash == keys[k] &&
                !is_among(rows, count, index->entries[at].row))
                rows[count++] = index->entries[at].row;
    }
    return count;
}
