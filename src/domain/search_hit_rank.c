/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_hit_rank.c - in which order the hits of a search are shown */
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/fold_rank.h"
#include "atelier/base/memory.h"
#include "atelier/domain/search_hit.h"

struct ranked {
    struct search_hit hit;
    int rank;
    size_t place;
};

/* Whether the name is what is typed, or goes on with another word. */
static bool
is_whole(const char *name, const char *typed)
{
    const char behind = name[strlen(typed)];

    return behind == '\0' || behind == ' ';
}

enum { SAID_LAST = FOLD_RANK_NONE + 1 };

static int
rank_of(const struct search_hit *hit, const char *typed)
{
    if (hit->said)
        return SAID_LAST;
    char *name = fold_copy(hit->title);
    char *around = fold_copy(hit->detail ? hit->detail : "");
    const enum fold_rank rank = fold_rank(name, around, typed);
    const bool whole = rank == FOLD_RANK_BEGINS && is_whole(name, typed);

    free(name);
    free(around);
    return whole ? -1 : (int)rank;
}

static int
by_rank(const void *a, const void *b)
{
    const struct ranked *left = a;
    const struct ranked *right = b;

    if (left->rank != right->rank)
        return left->rank < right->rank ? -1 : 1;
    return left->place < right->place ? -1 : 1;
}

void
search_hit_list_rank(struct search_hit_list *list, const char *typed, size_t most)
{
    struct ranked *ranked = memory_new(list->count + 1, sizeof *ranked);
    char *folded = fold_copy(typed);

    for (size_t i = 0; i < list->count; i++)
        ranked[i] =
            (struct ranked){ list->items[i], rank_of(&list->items[i], folded), i };
    qsort(ranked, list->count, sizeof *ranked, by_rank);
    for (size_t i = 0; i < list->count; i++)
        list->items[i] = ranked[i].hit;
    while (list->count > most)
        search_hit_clear(&list->items[--list->count]);
    free(folded);
    free(ranked);
}

struct named {
    struct search_hit hit;
    char *name; /* as lists of the noun are ordered */
    size_t place;
};

static char *
name_of(const struct search_hit *hit)
{
    const char *comma = hit->entity == ENTITY_PERSON ? strstr(hit->title, ", ") : NULL;

    if (!comma)
        return fold_order_key(hit->title);
    char *family = memory_copy_part(hit->title, (size_t)(comma - hit->title));
    char *name = fold_sort_key(family, comma + 2);

    free(family);
    return name;
}

static int
by_name(const void *a, const void *b)
{
    const struct named *left = a;
    const struct named *right = b;
    const int order = strcmp(left->name, right->name);

    if (order != 0)
        return order;
    return left->place < right->place ? -1 : 1;
}

void
search_hit_list_by_name(struct search_hit_list *list)
{
    struct named *named = memory_new(list->count + 1, sizeof *named);

    for (size_t i = 0; i < list->count; i++)
        named[i] = (struct named){ list->items[i], name_of(&list->items[i]), i };
    qsort(named, list->count, sizeof *named, by_name);
    for (size_t i = 0; i < list->count; i++) {
        list->items[i] = named[i].hit;
        free(named[i].name);
    }
    free(named);
}
