/* SPDX-License-Identifier: GPL-3.0-or-later */
/* elsewhere.c - whether an hour is told with its zone, as it is not the office's */
#include "record/elsewhere.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/app/display.h"
#include "atelier/base/memory.h"
#include "atelier/domain/when.h"
#include "atelier/store/zone_rule_table.h"
#include "session/session.h"

/* The years of meetings, from 2000 to 2050: Brussels and Paris have parted before. */
static const instant compared_from = 946684800;
static const instant compared_to = 2524608000;

void
elsewhere_clear(struct elsewhere *known)
{
    for (size_t i = 0; i < known->count; i++)
        free(known->zones[i].name);
    free(known->zones);
    free(known->office);
    *known = (struct elsewhere){ 0 };
}

/* A zone that cannot be read is none of ours. */
static bool
compare(struct atelier *at, const char *name)
{
    const struct zone *here = zone_cache_get(at->zones, at->settings.zone, NULL);
    const struct zone *there = zone_cache_get(at->zones, name, NULL);

    return !here || !there || !zone_is_alike(here, there, compared_from, compared_to);
}

static bool
look_up(struct atelier *at, const char *name)
{
    struct elsewhere *known = &at->elsewhere;

    if (!known->office || strcmp(known->office, at->settings.zone) != 0) {
        elsewhere_clear(known);
        known->office = memory_copy(at->settings.zone);
    }
    for (size_t i = 0; i < known->count; i++)
        if (strcmp(known->zones[i].name, name) == 0)
            return known->zones[i].is_elsewhere;
    known->zones = memory_grow(known->zones, &known->capacity, known->count + 1,
                               sizeof known->zones[0]);
    struct elsewhere_zone *added = &known->zones[known->count++];
    *added = (struct elsewhere_zone){ memory_copy(name), compare(at, name) };
    return added->is_elsewhere;
}

bool
display_is_elsewhere(struct atelier *at, const char *zone)
{
    if (!zone || !*zone)
        return false;
    if (!at || !at->settings.zone)
        return true;
    return strcmp(zone, at->settings.zone) != 0 && look_up(at, zone);
}

void
display_elsewhere(struct atelier *at, const char *zone, struct buffer *buffer)
{
    if (!display_is_elsewhere(at, zone))
        return;
    buffer_add(buffer, " ");
    when_format_place(zone, buffer);
}

struct search_zones {
    struct atelier *at;
    bool found;
};

static void
visit(void *context, const char *zone, const uint64_t *fingerprint)
{
    struct search_zones *search = context;

    (void)fingerprint;
    search->found = search->found || display_is_elsewhere(search->at, zone);
}

bool
display_has_elsewhere(struct atelier *at)
{
    struct search_zones search = { .at = at };

    /* What cannot be read is told by the list itself. */
    return zone_rule_table_each(at->db, visit, &search, NULL) && search.found;
}

void
elsewhere_settle_hits(struct atelier *at, struct search_hit_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        if (!display_is_elsewhere(at, list->items[i].zone)) {
            free(list->items[i].zone);
            list->items[i].zone = NULL;
        }
}
