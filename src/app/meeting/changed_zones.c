/* SPDX-License-Identifier: GPL-3.0-or-later */
/* changed_zones.c - zones whose rules are not those that the instants follow */
#include "meeting/changed_zones.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "atelier/store/zone_rule_table.h"

struct finding {
    struct atelier *at;
    struct changed_zones *zones;
};

static void
visit_zone(void *context, const char *name, const uint64_t *fingerprint)
{
    struct finding *finding = context;
    struct changed_zones *zones = finding->zones;
    struct error unknown = { 0 };
    const struct zone *zone = zone_cache_get(finding->at->zones, name, &unknown);

    if (!zone || (fingerprint && *fingerprint == zone_fingerprint(zone)))
        return;
    zones->items = memory_grow(zones->items, &zones->capacity, zones->count + 1,
                               sizeof zones->items[0]);
    zones->items[zones->count++].zone = zone;
}

bool
changed_zones_find(struct atelier *at, struct changed_zones *zones, struct error *err)
{
    struct finding finding = { .at = at, .zones = zones };

    zones->count = 0;
    return zone_rule_table_each(at->db, visit_zone, &finding, err);
}

bool
changed_zones_has(const struct changed_zones *zones, const char *name)
{
    for (size_t i = 0; i < zones->count; i++)
        if (strcmp(zone_name(zones->items[i].zone), name) == 0)
            return true;
    return false;
}

void
changed_zones_clear(struct changed_zones *zones)
{
    free(zones->items);
    *zones = (struct changed_zones){ 0 };
}
