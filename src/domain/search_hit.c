/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_hit.c - what is said of a hit; a list of hits frees its words */
#include "atelier/domain/search_hit.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/fold_rank.h"
#include "atelier/base/memory.h"
#include "atelier/domain/when.h"

static void
clear_hit(struct search_hit *hit)
{
    free(hit->title);
    free(hit->detail);
    free(hit->start);
    free(hit->zone);
    free(hit->said);
}

void
search_hit_list_clear(struct search_hit_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        clear_hit(&list->items[i]);
    free(list->items);
    *list = (struct search_hit_list){ 0 };
}

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
        clear_hit(&list->items[--list->count]);
    free(folded);
    free(ranked);
}

/* What is cut first where there is no room stands last. */
static void
add_meeting(const struct search_hit *hit, struct buffer *buffer)
{
    struct local_time start;

    if (hit->start && local_time_parse(hit->start, &start)) {
        when_format_day(start.date, buffer);
        buffer_add(buffer, ", ");
    }
    if (hit->detail)
        buffer_addf(buffer, "%s, ", hit->detail);
    buffer_add(buffer, hit->title);
}

void
search_hit_add_detail(const struct search_hit *hit, struct buffer *buffer)
{
    if (hit->said) {
        add_meeting(hit, buffer);
        return;
    }
    buffer_add(buffer, hit->detail ? hit->detail : "");
    struct local_time start;
    if (!hit->start || !local_time_parse(hit->start, &start))
        return;
    buffer_add(buffer, hit->detail ? ", " : "");
    when_format_local_time(start, buffer);
    if (!hit->zone)
        return;
    buffer_add(buffer, " ");
    when_format_place(hit->zone, buffer);
}
