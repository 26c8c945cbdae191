/* SPDX-License-Identifier: GPL-3.0-or-later */
/* assignment_reason.c - what a run says of each list, slot and workshop */
#include "assignment/assignment_reason.h"

#include <stdlib.h>

#include "atelier/base/memory.h"

/* --- reasons */

/* Whether the list got a seat of those that the blocker is about. */
static bool
is_about(const struct board *board, const struct seating_blocker *blocker, size_t list)
{
    const struct assignment_person *person =
        board->people[board->lists[list].person].given;

    if (blocker->kind == SEATING_CATEGORY_FULL)
        return person->category == blocker->category;
    if (blocker->kind == SEATING_ORGANISATION_FULL)
        return person->organisation == blocker->organisation;
    return true;
}

static instant
last_wish(const struct board *board, const struct seating_blocker *blocker,
          size_t workshop)
{
    instant last = INSTANT_NONE;

    if (blocker->kind == SEATING_FULL || blocker->kind == SEATING_HELD)
        return board->workshops[workshop].last;
    for (size_t i = 0; i < board->list_count; i++)
        if (seat_board_given(board, i) == workshop && is_about(board, blocker, i) &&
            (last == INSTANT_NONE || board->lists[i].given->wished > last))
            last = board->lists[i].given->wished;
    return last;
}

/* What comes later in a slot is given later: somebody may sit there because this one was
 * full.  Hours of their own are given first. */
static bool
is_later(const struct board *board, size_t other, size_t workshop)
{
    const struct assignment_time *there = &board->workshops[other].given->times[0];
    const struct assignment_time *here = &board->workshops[workshop].given->times[0];

    return there->slot != 0 && there->hours.start > here->hours.start;
}

static struct assignment_reason
reason_of(struct board *board, size_t list, size_t rank)
{
    const struct board_list *asked = &board->lists[list];
    const size_t workshop = asked->workshops[rank - 1];
    struct assignment_reason reason = { .kind = ASSIGNMENT_GONE,
                                        .rank = rank,
                                        .workshop = asked->given->workshops[rank - 1],
                                        .last = INSTANT_NONE };
    bool is_repeat;

    if (workshop == BOARD_NONE)
        return reason;
    const bool is_full = !seat_board_judge(board, list, workshop);
    const size_t other = seat_board_in_the_way(board, list, workshop, &is_repeat);
    if (other != BOARD_NONE && !(is_full && is_later(board, other, workshop))) {
        reason.kind = is_repeat ? ASSIGNMENT_REPEAT : ASSIGNMENT_OVERLAP;
        reason.other = board->workshops[other].given->id;
        return reason;
    }
    reason.kind = ASSIGNMENT_FULL;
    if (is_full) {
        reason.blocker = board->verdict.blockers[0];
        reason.last = last_wish(board, &reason.blocker, workshop);
    }
    return reason;
}

static void
add_reasons(struct board *board, size_t list, struct assignment *result,
            struct assignment_place *place)
{
    const size_t better =
        place->rank > 0 ? place->rank - 1 : board->lists[list].given->count;

    place->reason = result->reason_count;
    for (size_t rank = 1; rank <= better; rank++) {
        result->reasons =
            memory_grow(result->reasons, &result->reason_capacity,
                        result->reason_count + 1, sizeof result->reasons[0]);
        result->reasons[result->reason_count++] = reason_of(board, list, rank);
    }
    place->reason_count = result->reason_count - place->reason;
}

/* --- places */

/* Somebody may sit in the slot by another list, or from before. */
static void
add_place(struct board *board, size_t list, struct assignment *result)
{
    const struct board_list *told = &board->lists[list];
    struct assignment_place *place = &result->places[result->place_count++];
    size_t workshop = seat_board_given(board, list);

    *place = (struct assignment_place){ .person = told->given->person,
                                        .slot = told->given->slot,
                                        .wished = told->given->wished,
                                        .rank = told->rank };
    const bool is_own = workshop != BOARD_NONE;
    if (!is_own)
        workshop = seat_board_settled(board, list);
    if (workshop != BOARD_NONE) {
        place->workshop = board->workshops[workshop].given->id;
        place->stays = !seat_board_is_new(board, told->person, workshop);
        for (size_t i = 0; place->rank == 0 && i < told->given->count; i++)
            if (told->workshops[i] == workshop)
                place->rank = i + 1;
    }
    if (is_own || workshop == BOARD_NONE)
        add_reasons(board, list, result, place);
    else
        place->reason = result->reason_count;
}

static void
mark_last(struct board *board)
{
    for (size_t i = 0; i < board->list_count; i++) {
        const size_t workshop = seat_board_given(board, i);
        const instant wished = board->lists[i].given->wished;
        if (workshop == BOARD_NONE)
            continue;
        instant *last = &board->workshops[workshop].last;
        if (*last == INSTANT_NONE || wished > *last)
            *last = wished;
    }
}

static int
compare_places(const void *a, const void *b)
{
    const struct assignment_place *left = a;
    const struct assignment_place *right = b;

    return (left->person > right->person) - (left->person < right->person);
}

/* The lists come by slot, then line; the places of each slot by person. */
static void
add_places(struct board *board, struct assignment *result)
{
    result->places = memory_new(board->list_count + 1, sizeof result->places[0]);
    mark_last(board);
    for (size_t i = 0; i < board->list_count; i++)
        add_place(board, i, result);
    for (size_t i = 0, end; i < board->list_count; i = end) {
        for (end = i;
             end < board->list_count && board->lists[end].slot == board->lists[i].slot;
             end++)
            ;
        qsort(&result->places[i], end - i, sizeof result->places[0], compare_places);
    }
}

/* --- slots and workshops */

static void
add_slots(const struct board *board, struct assignment *result)
{
    for (size_t i = 0; i < board->list_count; i++) {
        const struct board_list *list = &board->lists[i];
        struct assignment_slot *slot = &result->slots[list->slot];
        slot->wishing++;
        if (list->given->count > slot->rank_count)
            slot->rank_count = list->given->count;
    }
    for (size_t i = 0; i < result->slot_count; i++)
        result->slots[i].ranks =
            memory_new(result->slots[i].rank_count + 1, sizeof result->slots[i].ranks[0]);
    for (size_t i = 0; i < board->list_count; i++) {
        const size_t rank = board->lists[i].rank;
        struct assignment_slot *slot = &result->slots[board->lists[i].slot];
        if (rank == 0)
            continue;
        slot->seated++;
        slot->ranks[rank - 1]++;
    }
}

static void
add_few(const struct board *board, struct assignment *result)
{
    for (size_t i = 0; i < board->workshop_count; i++) {
        const struct board_workshop *workshop = &board->workshops[i];
        if (workshop->given->least == NUMBER_NONE ||
            workshop->seating.taken >= workshop->given->least)
            continue;
        result->few = memory_grow(result->few, &result->few_capacity,
                                  result->few_count + 1, sizeof result->few[0]);
        result->few[result->few_count++] =
            (struct assignment_few){ .workshop = workshop->given->id,
                                     .least = workshop->given->least,
                                     .taken = workshop->seating.taken };
    }
}

void
assignment_tell(struct board *board, struct assignment *result)
{
    add_places(board, result);
    add_slots(board, result);
    add_few(board, result);
}
