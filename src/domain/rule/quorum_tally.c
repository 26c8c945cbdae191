/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quorum_tally.c - whether the people who were counted are enough for each quorum */
#include "atelier/domain/quorum_tally.h"

#include <stdlib.h>

#include "atelier/base/memory.h"

void
quorum_count_list_clear(struct quorum_count_list *list)
{
    free(list->items);
    *list = (struct quorum_count_list){ 0 };
}

void
quorum_count_list_add(struct quorum_count_list *list, int64_t category, int64_t people)
{
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof list->items[0]);
    list->items[list->count++] =
        (struct quorum_count){ .category = category, .people = people };
}

/* Those of a quorum: of its category, or all of them. */
static int64_t
count_people(const struct quorum_count_list *list, const struct quorum *quorum)
{
    int64_t people = 0;
    for (size_t i = 0; i < list->count; i++)
        if (quorum->category == 0 || list->items[i].category == quorum->category)
            people += list->items[i].people;
    return people;
}

void
quorum_tally_list_clear(struct quorum_tally_list *list)
{
    free(list->items);
    *list = (struct quorum_tally_list){ 0 };
}

void
quorum_tally_list_fill(struct quorum_tally_list *list, const struct quorum_list *quorums,
                       const struct quorum_count_list *coming,
                       const struct quorum_count_list *present, bool by_presence)
{
    list->items =
        memory_grow(list->items, &list->capacity, quorums->count, sizeof list->items[0]);
    list->count = quorums->count;
    for (size_t i = 0; i < list->count; i++) {
        const struct quorum *quorum = &quorums->items[i];
        struct quorum_tally tally = {
            .quorum = quorum->head.id,
            .category = quorum->category,
            .wanted = quorum->people,
            .coming = count_people(coming, quorum),
            .present = count_people(present, quorum),
            .by_presence = by_presence,
        };
        tally.reached = (by_presence ? tally.present : tally.coming) >= tally.wanted;
        list->items[i] = tally;
    }
}

bool
quorum_tally_goes_by_presence(enum meeting_state state,
                              const struct presence_count *marks)
{
    return marks->present > 0 ||
           (meeting_state_took_place(state) && (marks->excused > 0 || marks->absent > 0));
}

bool
quorum_tally_matters(const struct meeting *meeting, instant now)
{
    return meeting->state == MEETING_HELD ||
           (meeting->state == MEETING_CONFIRMED && meeting->end_at > now);
}
