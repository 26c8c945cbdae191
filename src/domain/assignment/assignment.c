/* SPDX-License-Identifier: GPL-3.0-or-later */
/* assignment.c - who gets which workshop: slot after slot, what spreads over several
 * first
 */
#include "atelier/domain/assignment.h"

#include <stdlib.h>

#include "assignment/assignment_reason.h"
#include "assignment/seat_board.h"
#include "assignment/seat_flow.h"
#include "assignment/seat_network.h"
#include "atelier/base/memory.h"

/* --- one slot */

/* Whether a seat that this run gave elsewhere takes a wish from the list: had that gone
 * to somebody else, this slot might have more. */
static bool
is_taken_by_run(const struct board *board, size_t list, size_t seat)
{
    return seat != BOARD_NONE &&
           seat_board_is_new(board, board->lists[list].person, seat);
}

/* The wishes of a slot's lists for workshops that spread, or for those that do not. */
static void
add_options(const struct board *board, size_t list, bool spreading,
            struct seat_option_list *options, struct assignment_slot *slot)
{
    const struct board_list *asked = &board->lists[list];
    const size_t settled = seat_board_settled(board, list);
    bool is_repeat;

    if (asked->rank == 0 && is_taken_by_run(board, list, settled))
        slot->proven = false;
    if (asked->rank != 0 || settled != BOARD_NONE)
        return;
    for (size_t i = 0; i < asked->given->count; i++) {
        const size_t workshop = asked->workshops[i];
        if (workshop == BOARD_NONE || board->workshops[workshop].spreads != spreading)
            continue;
        const size_t in_the_way =
            seat_board_in_the_way(board, list, workshop, &is_repeat);
        if (is_taken_by_run(board, list, in_the_way))
            slot->proven = false;
        if (in_the_way != BOARD_NONE)
            continue;
        options->items = memory_grow(options->items, &options->capacity,
                                     options->count + 1, sizeof options->items[0]);
        options->items[options->count++] = (struct seat_option){
            .list = list,
            .workshop = workshop,
            .rank = i + 1,
        };
    }
}

/* Gives the seats of that rank to those who fit; who does not loses the option. */
static bool
give_rank(struct board *board, struct seat_option_list *options,
          const struct seat_flow *flow, size_t rank)
{
    size_t person = SIZE_MAX;
    size_t list = SIZE_MAX;
    bool all = true;

    for (size_t i = 0; i < options->count; i++) {
        struct seat_option *option = &options->items[i];
        if (option->list != list) {
            list = option->list;
            person++;
        }
        const size_t seat = flow->people[person].seat;
        if (option->rank != rank || option->refused || seat == SEAT_NONE ||
            flow->wishes[seat].rank != rank)
            continue;
        if (seat_board_judge(board, list, option->workshop)) {
            seat_board_give(board, list, rank);
        } else {
            option->refused = true;
            all = false;
        }
    }
    return all;
}

/* Solves, and seats by the rule that any registration goes by; where limits are mixed
 * that refuses people whom the network seats, and they do without that wish.  Returns
 * whether nobody was refused. */
static bool
solve(struct board *board, struct seat_option_list *options)
{
    enum { TRIES_MOST = 50 };
    bool done = false;
    int tries = 0;

    while (!done) {
        struct seat_flow flow;
        done = true;
        tries++;
        seat_network_make(board, options, &flow);
        seat_flow_fill(&flow);
        seat_flow_settle(&flow);
        for (size_t rank = 1; rank <= flow.rank_count; rank++)
            done = give_rank(board, options, &flow, rank) && done;
        seat_flow_clear(&flow);
        done = done || tries == TRIES_MOST;
        for (size_t i = 0; !done && i < options->count; i++)
            if (board->lists[options->items[i].list].rank != 0)
                seat_board_give(board, options->items[i].list, 0);
    }
    return tries == 1;
}

/* The lists from first to the one before end are those of a slot. */
static void
assign_slot(struct board *board, size_t first, size_t end, bool spreading,
            struct assignment_slot *slot)
{
    struct seat_option_list options = { 0 };

    for (size_t i = first; i < end; i++)
        add_options(board, i, spreading, &options, slot);
    for (size_t i = 0; i < options.count; i++) {
        const struct seat_option *option = &options.items[i];
        if (board->workshops[option->workshop].is_mixed ||
            board->people[board->lists[option->list].person].spreads)
            slot->proven = false;
    }
    if (options.count > 0 && !solve(board, &options))
        slot->proven = false;
    free(options.items);
}

static void
assign_slots(struct board *board, bool spreading, struct assignment *result)
{
    for (size_t i = 0, end; i < board->list_count; i = end) {
        end = i;
        while (end < board->list_count && board->lists[end].slot == board->lists[i].slot)
            end++;
        assign_slot(board, i, end, spreading, &result->slots[board->lists[i].slot]);
    }
}

/* --- what is not proven */

/* Gives the list the best wish that fits and is better than what it has. */
static bool
better(struct board *board, size_t list)
{
    const struct board_list *asked = &board->lists[list];
    const size_t had = asked->rank;

    if (had == 0 && seat_board_settled(board, list) != BOARD_NONE)
        return false;
    const size_t end = had == 0 ? asked->given->count : had - 1;
    for (size_t rank = 1; rank <= end; rank++)
        if (asked->workshops[rank - 1] != BOARD_NONE &&
            seat_board_fits(board, list, asked->workshops[rank - 1])) {
            seat_board_give(board, list, rank);
            return true;
        }
    return false;
}

/* Until nobody is left below a wish for which there is a seat: each time somebody rises,
 * and nobody falls. */
static void
better_all(struct board *board, struct assignment *result)
{
    for (bool again = true; again;) {
        again = false;
        for (size_t i = 0; i < board->list_count; i++)
            if (better(board, i)) {
                result->slots[board->lists[i].slot].proven = false;
                again = true;
            }
    }
}

/* --- a run */

static void
begin_slots(const struct board *board, struct assignment *result)
{
    result->slot_count =
        board->list_count == 0 ? 0 : board->lists[board->list_count - 1].slot + 1;
    result->slots = memory_new(result->slot_count + 1, sizeof result->slots[0]);
    for (size_t i = 0; i < board->list_count; i++) {
        struct assignment_slot *slot = &result->slots[board->lists[i].slot];
        slot->slot = board->lists[i].given->slot;
        slot->proven = true;
    }
}

static bool
is_proven(const struct assignment *result)
{
    for (size_t i = 0; i < result->slot_count; i++)
        if (!result->slots[i].proven)
            return false;
    return true;
}

void
assignment_make(const struct assignment_input *input, struct assignment *result)
{
    struct board board;

    *result = (struct assignment){ 0 };
    seat_board_init(&board, input);
    begin_slots(&board, result);
    assign_slots(&board, true, result);
    assign_slots(&board, false, result);
    if (!is_proven(result))
        better_all(&board, result);
    result->proven = is_proven(result);
    assignment_tell(&board, result);
    seat_board_clear(&board);
}

void
assignment_clear(struct assignment *assignment)
{
    for (size_t i = 0; i < assignment->slot_count; i++)
        free(assignment->slots[i].ranks);
    free(assignment->places);
    free(assignment->reasons);
    free(assignment->slots);
    free(assignment->few);
    *assignment = (struct assignment){ 0 };
}
