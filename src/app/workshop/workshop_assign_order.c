/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_assign_order.c - the places of a run in the order of names */
#include "workshop/workshop_assign_order.h"

#include <stdlib.h>

#include "atelier/base/memory.h"
#include "atelier/store/workshop_choice_table.h"

/* Somebody, and how many stand before them by name. */
struct named {
    int64_t person;
    size_t before;
};

struct named_list {
    struct named *items;
    size_t count;
    size_t capacity;
};

/* A place, and where it stands. */
struct standing {
    struct assignment_place place;
    size_t slot; /* how many slots stand before its */
    size_t before;
};

static bool
note_person(void *context, int64_t person, struct error *err)
{
    struct named_list *list = context;

    (void)err;
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof list->items[0]);
    list->items[list->count] = (struct named){ .person = person, .before = list->count };
    list->count++;
    return true;
}

static int
compare_people(const void *a, const void *b)
{
    const struct named *x = a;
    const struct named *y = b;

    return (x->person > y->person) - (x->person < y->person);
}

static size_t
count_before(const struct named_list *list, int64_t person)
{
    const struct named wanted = { .person = person };
    const struct named *found =
        bsearch(&wanted, list->items, list->count, sizeof list->items[0], compare_people);

    return found ? found->before : list->count;
}

static int
compare_standings(const void *a, const void *b)
{
    const struct standing *x = a;
    const struct standing *y = b;

    if (x->slot != y->slot)
        return x->slot < y->slot ? -1 : 1;
    if (x->before != y->before)
        return x->before < y->before ? -1 : 1;
    return (x->place.person > y->place.person) - (x->place.person < y->place.person);
}

/* The places of a slot stand together. */
static void
order(const struct named_list *names, struct assignment *assignment)
{
    const size_t count = assignment->place_count;
    struct standing *all = memory_new(count, sizeof *all);

    for (size_t i = 0; i < count; i++) {
        const struct assignment_place *place = &assignment->places[i];
        all[i].place = *place;
        all[i].before = count_before(names, place->person);
        if (i > 0)
            all[i].slot =
                all[i - 1].slot + (all[i - 1].place.slot != place->slot ? 1 : 0);
    }
    qsort(all, count, sizeof *all, compare_standings);
    for (size_t i = 0; i < count; i++)
        assignment->places[i] = all[i].place;
    free(all);
}

bool
assign_order_by_name(struct atelier *at, int64_t meeting, struct assignment *assignment,
                     struct error *err)
{
    struct named_list names = { 0 };
    const bool ok =
        workshop_choice_table_each_by_name(at->db, meeting, note_person, &names, err);

    if (ok && assignment->place_count > 1 && names.count > 0) {
        qsort(names.items, names.count, sizeof names.items[0], compare_people);
        order(&names, assignment);
    }
    free(names.items);
    return ok;
}
