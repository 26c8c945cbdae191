/* SPDX-License-Identifier: GPL-3.0-or-later */
/* number_map.h - a small number for each of many ids, which need not lie close together
 */
#ifndef ATELIER_STORE_NUMBER_MAP_H
#define ATELIER_STORE_NUMBER_MAP_H

#include <stddef.h>
#include <stdint.h>

struct number_map {
    struct number_map_item *items;
    size_t count;
    size_t capacity; /* a power of two, or 0 */
};

/* The number of the id; `none` when it has none. */
size_t number_map_get(const struct number_map *map, int64_t id, size_t none);
void number_map_set(struct number_map *map, int64_t id, size_t number);
void number_map_clear(struct number_map *map);

#endif
