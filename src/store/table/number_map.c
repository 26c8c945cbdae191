/* SPDX-License-Identifier: GPL-3.0-or-later */
/* number_map.c - a small number for each of many ids: each lies at a place made of the
 * id, or at the next free one
 */
#include "table/number_map.h"

#include <stdlib.h>

#include "atelier/base/memory.h"

struct number_map_item {
    int64_t id;
    size_t number; /* plus one; 0: nothing lies here */
};

enum { CAPACITY_FIRST = 64 };

/* Where the id lies, or would. */
static struct number_map_item *
find(const struct number_map *map, int64_t id)
{
    size_t place = (size_t)(((uint64_t)id * UINT64_C(0x9e3779b97f4a7c15)) >> 32) &
                   (map->capacity - 1);

    while (map->items[place].number != 0 && map->items[place].id != id)
        place = (place + 1) & (map->capacity - 1);
    return &map->items[place];
}

size_t
number_map_get(const struct number_map *map, int64_t id, size_t none)
{
    const struct number_map_item *item = map->count > 0 ? find(map, id) : NULL;

    return item && item->number != 0 ? item->number - 1 : none;
}

static void
grow(struct number_map *map)
{
    const struct number_map old = *map;

    map->capacity = old.capacity > 0 ? 2 * old.capacity : CAPACITY_FIRST;
    map->items = memory_new(map->capacity, sizeof map->items[0]);
    for (size_t i = 0; i < old.capacity; i++)
        if (old.items[i].number != 0)
            *find(map, old.items[i].id) = old.items[i];
    free(old.items);
}

void
number_map_set(struct number_map *map, int64_t id, size_t number)
{
    if (2 * (map->count + 1) > map->capacity)
        grow(map);
    struct number_map_item *item = find(map, id);
    map->count += item->number == 0;
    *item = (struct number_map_item){ id, number + 1 };
}

void
number_map_clear(struct number_map *map)
{
    free(map->items);
    *map = (struct number_map){ 0 };
}
