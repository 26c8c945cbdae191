/* SPDX-License-Identifier: GPL-3.0-or-later */
/* byte_map.c - a byte for each of a million ids, most of which lie close together */
#include "table/byte_map.h"

#include <stdlib.h>

#include "atelier/base/memory.h"

static int64_t
page_of(int64_t id)
{
    return (int64_t)((uint64_t)id / BYTE_MAP_PAGE);
}

static size_t
place_of(int64_t id)
{
    return (size_t)((uint64_t)id % BYTE_MAP_PAGE);
}

unsigned char
byte_map_get(const struct byte_map *map, int64_t id)
{
    const size_t page = number_map_get(&map->numbers, page_of(id), SIZE_MAX);

    return page == SIZE_MAX ? 0 : map->pages[page][place_of(id)];
}

void
byte_map_set(struct byte_map *map, int64_t id, unsigned char byte)
{
    size_t page = number_map_get(&map->numbers, page_of(id), SIZE_MAX);

    if (page == SIZE_MAX) {
        page = map->count++;
        map->pages =
            memory_grow(map->pages, &map->capacity, map->count, sizeof map->pages[0]);
        number_map_set(&map->numbers, page_of(id), page);
    }
    map->pages[page][place_of(id)] = byte;
}

void
byte_map_clear(struct byte_map *map)
{
    number_map_clear(&map->numbers);
    free(map->pages);
    *map = (struct byte_map){ 0 };
}
