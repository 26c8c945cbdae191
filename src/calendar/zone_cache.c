/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zone_cache.c - zones that were loaded once */
#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "atelier/calendar/zone.h"

/* A secretariat uses a handful of zones, so they are looked through in turn. */
struct zone_cache {
    struct zone **zones;
    size_t count;
    size_t capacity;
};

struct zone_cache *
zone_cache_new(void)
{
    return memory_new(1, sizeof(struct zone_cache));
}

void
zone_cache_free(struct zone_cache *cache)
{
    if (!cache)
        return;
    for (size_t i = 0; i < cache->count; i++)
        zone_free(cache->zones[i]);
    free(cache->zones);
    free(cache);
}

const struct zone *
zone_cache_get(struct zone_cache *cache, const char *name, struct error *err)
{
    for (size_t i = 0; name && i < cache->count; i++) {
        if (strcmp(zone_name(cache->zones[i]), name) == 0)
            return cache->zones[i];
    }
    struct zone *zone = zone_load(name, err);
    if (!zone)
        return NULL;
    cache->zones = memory_grow(cache->zones, &cache->capacity, cache->count + 1,
                               sizeof(struct zone *));
    cache->zones[cache->count++] = zone;
    return zone;
}
