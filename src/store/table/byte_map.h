/* SPDX-License-Identifier: GPL-3.0-or-later */
/* byte_map.h - a byte for each of a million ids, most of which lie close together
 */
#ifndef ATELIER_STORE_BYTE_MAP_H
#define ATELIER_STORE_BYTE_MAP_H

#include "table/number_map.h"

enum { BYTE_MAP_PAGE = 512 };

/* Pages of ids that follow each other: those of a million fit into the cache of a
 * processor. */
struct byte_map {
    struct number_map numbers; /* of pages */
    unsigned char (*pages)[BYTE_MAP_PAGE];
    size_t count;
    size_t capacity;
};

/* 0: none was set. */
unsigned char byte_map_get(const struct byte_map *map, int64_t id);
void byte_map_set(struct byte_map *map, int64_t id, unsigned char byte);
void byte_map_clear(struct byte_map *map);

#endif
