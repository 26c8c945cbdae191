/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zone_cache.c - zones that were loaded once */
#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "atelier/calendar/zone.h"

struct known_zone {
    struct zone *zone;
    char *canonical; /* NULL: nobody asked yet, or it is of no place */
};

/* A secretariat uses a handful of zones, so they are looked through in turn. */
struct zone_cache {
    struct known_zone *zones;
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
    for (size_t i = 0; i < cache->count; i++) {
        zone_free(cache->zones[i].zone);
        free(cache->zones[i].canonical);
    }
    free(cache->zones);
    free(cache);
}

static struct known_zone *
find(struct zone_cache *cache, const char *name, struct error *err)
{
    for (size_t i = 0; name && i < cache->count; i++) {
        if (strcmp(zone_name(cache->zones[i].zone), name) == 0)
            return &cache->zones[i];
    }
    struct zone *zone = zone_load(name, err);
    if (!zone)
        return NULL;
    cache->zones = memory_grow(cache->zones, &cache->capacity, cache->count + 1,
                               sizeof(struct known_zone));
    cache->zones[cache->count] = (struct known_zone){ .zone = zone };
    return &cache->zones[cache->count++];
}

const struct zone *
zone_cache_get(struct zone_cache *cache, const char *name, struct error *err)
{
    const struct known_zone *known = find(cache, name, err);

    return known ? known->zone : NULL;
}

bool
zone_cache_canonical(struct zone_cache *cache, const char *name, const char **canonical,
                     struct error *err)
{
    struct known_zone *known = find(cache, name, err);

    if (known && !known->canonical)
        known->canonical = zone_canonical(name);
    *canonical = known ? known->canonical : NULL;
    return known;
}
