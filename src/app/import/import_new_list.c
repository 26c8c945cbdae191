/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_new_list.c - names of a file that the office does not have, each once
 *
 * A file may name another organisation in each of ten thousand rows: names are found by
 * their hash, and counted as rows change, so that no key goes through all of them.
 */
#include "import/import_new_list.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/hash.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"

enum { FIRST_PLACES = 64 };

static uint64_t
hash_of(const char *folded)
{
    return hash_add(HASH_EMPTY, folded, strlen(folded));
}

static bool
is_called(const struct import_new_name *name, const char *folded)
{
    char *own = fold_copy(name->name);
    const bool is = strcmp(own, folded) == 0;
    free(own);
    return is;
}

/* Where a name stands, or will. */
static size_t
place_of(const struct import_new_list *list, uint64_t hash, const char *folded)
{
    size_t at = (size_t)(hash & (list->place_count - 1));
    while (list->places[at]) {
        const struct import_new_name *name = &list->names[list->places[at] - 1];
        if (name->hash == hash && is_called(name, folded))
            break;
        at = (at + 1) & (list->place_count - 1);
    }
    return at;
}

/* At most half are taken. */
static void
make_room(struct import_new_list *list)
{
    if (list->count < list->place_count / 2)
        return;
    free(list->places);
    list->place_count = list->place_count ? list->place_count * 2 : FIRST_PLACES;
    list->places = memory_new(list->place_count, sizeof(*list->places));
    for (size_t i = 0; i < list->count; i++) {
        size_t at = (size_t)(list->names[i].hash & (list->place_count - 1));
        while (list->places[at])
            at = (at + 1) & (list->place_count - 1);
        list->places[at] = (uint32_t)i + 1;
    }
}

uint32_t
import_new_list_find(const struct import_new_list *list, const char *name)
{
    if (list->count == 0)
        return 0;
    char *folded = fold_copy(name);
    const uint32_t number = list->places[place_of(list, hash_of(folded), folded)];
    free(folded);
    return number;
}

uint32_t
import_new_list_add(struct import_new_list *list, const char *name)
{
    make_room(list);
    list->names =
        memory_grow(list->names, &list->capacity, list->count + 1, sizeof(*list->names));
    char *folded = fold_copy(name);
    const uint64_t hash = hash_of(folded);
    const size_t place = place_of(list, hash, folded);
    free(folded);
    list->names[list->count++] =
        (struct import_new_name){ .name = text_tidy(name), .hash = hash };
    list->places[place] = (uint32_t)list->count;
    return list->places[place];
}

void
import_new_list_count(struct import_new_list *list, uint32_t number, bool brings)
{
    int64_t *rows = &list->names[number - 1].rows;

    list->taken += brings && *rows == 0;
    *rows += brings ? 1 : -1;
    list->taken -= !brings && *rows == 0;
}

void
import_new_list_clear(struct import_new_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->names[i].name);
    free(list->names);
    free(list->places);
    *list = (struct import_new_list){ 0 };
}
