/* SPDX-License-Identifier: GPL-3.0-or-later */
/* browse_agenda_clashes.c - which entries of an agenda clash with something */
#include <stdlib.h>

#include "atelier/app/browse_agenda.h"
#include "atelier/app/clashes.h"
#include "atelier/base/memory.h"

/* A meeting, or a workshop of it: 0 is the meeting itself. */
struct clashing {
    int64_t meeting;
    int64_t workshop;
};

struct clashing_list {
    struct clashing *items;
    size_t count;
    size_t capacity;
};

static int
compare(const void *a, const void *b)
{
    const struct clashing *x = a;
    const struct clashing *y = b;

    if (x->meeting != y->meeting)
        return x->meeting < y->meeting ? -1 : 1;
    return (x->workshop > y->workshop) - (x->workshop < y->workshop);
}

static void
note(struct clashing_list *list, int64_t meeting, int64_t workshop)
{
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof list->items[0]);
    list->items[list->count++] =
        (struct clashing){ .meeting = meeting, .workshop = workshop };
}

/* What is within a meeting is not always shown, so the meeting has its clash as well. */
static void
note_side(struct clashing_list *list, const struct clash_side *side)
{
    if (side->meeting == 0)
        return;
    note(list, side->meeting, 0);
    if (side->part.entity == ENTITY_WORKSHOP && side->part.id != 0)
        note(list, side->meeting, side->part.id);
}

bool
browse_agenda_clashes(struct atelier *at, const struct agenda_wish *wish,
                      struct agenda *agenda, struct error *err)
{
    const struct span span = { atelier_midnight_in(at, wish->zone, wish->first),
                               atelier_midnight_in(at, wish->zone,
                                                   date_add_days(wish->last, 1)) };
    struct clash_list clashes = { 0 };
    struct clashing_list list = { 0 };
    const bool ok =
        agenda->count == 0 || clashes_find(at, CLASH_ANY, span, &clashes, err);

    for (size_t i = 0; ok && i < clashes.count; i++) {
        if (clashes.items[i].is_accepted)
            continue;
        note_side(&list, &clashes.items[i].first);
        note_side(&list, &clashes.items[i].second);
    }
    if (list.count > 0)
        qsort(list.items, list.count, sizeof list.items[0], compare);
    for (size_t i = 0; ok && i < agenda->count; i++) {
        struct agenda_entry *entry = &agenda->items[i];
        const struct clashing own = { .meeting = entry->row.id,
                                      .workshop = entry->workshop };
        entry->has_clash =
            list.count > 0 &&
            bsearch(&own, list.items, list.count, sizeof list.items[0], compare) != NULL;
    }
    free(list.items);
    clash_list_clear(&clashes);
    return ok;
}
