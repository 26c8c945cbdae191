/* SPDX-License-Identifier: GPL-3.0-or-later */
/* zone_find.c - time zones as people call them: by a city or a country */
#include "atelier/app/zone_find.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/calendar/zone_list.h"
#include "session/session.h"

static bool
load(struct atelier *at, struct error *err)
{
    return at->zone_list.count > 0 || zone_list_load(&at->zone_list, err);
}

/* tzdata's words for a part of a country may name the country itself. */
static void
add_hit(struct search_hit_list *list, const char *name, const char *country,
        const char *part)
{
    struct buffer detail = { 0 };

    if (country && (!part || strncmp(part, country, strlen(country)) != 0))
        buffer_add(&detail, country);
    if (part)
        buffer_addf(&detail, "%s%s", detail.length > 0 ? ", " : "", part);
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof(*list->items));
    list->items[list->count++] = (struct search_hit){
        .entity = ENTITY_COUNT,
        .title = memory_copy(name),
        .detail = detail.length > 0 ? buffer_take(&detail) : NULL,
    };
    buffer_clear(&detail);
}

static bool
is_present(const struct zone_entry *entry, const char *present)
{
    return present && strcmp(entry->name, present) == 0;
}

/* One that is offered to nobody, like an old name, is still the one that holds. */
static void
add_present(const struct zone_list *zones, const char *text, const char *present,
            struct search_hit_list *list)
{
    for (size_t i = 0; i < zones->count; i++) {
        const struct zone_entry *entry = &zones->entries[i];
        if (!is_present(entry, present))
            continue;
        if (zone_entry_matches(entry, text))
            add_hit(list, entry->name, entry->country_name, entry->comment);
        return;
    }
    if (present && text_is_blank(text))
        add_hit(list, present, NULL, NULL);
}

bool
zone_find(struct atelier *at, const char *text, const char *present, size_t most,
          struct search_hit_list *list, struct error *err)
{
    search_hit_list_clear(list);
    if (!load(at, err))
        return false;
    const struct zone_entry **found = memory_new(most + 1, sizeof(struct zone_entry *));
    const size_t count = zone_list_find(&at->zone_list, text, found, most);

    add_present(&at->zone_list, text, present, list);
    for (size_t i = 0; i < count && list->count < most; i++)
        if (!is_present(found[i], present))
            add_hit(list, found[i]->name, found[i]->country_name, found[i]->comment);
    free(found);
    return true;
}

bool
zone_check(struct atelier *at, const char *name, struct error *err)
{
    return zone_cache_get(at->zones, name, err);
}
