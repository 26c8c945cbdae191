/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seat_turn.c - among fillings that are as good, those in front of the line come first
 *
 * From a filling of least cost every other one is reached by turning people in cycles
 * that cost nothing, and these go only by steps that are tight: whose cost is the
 * difference of the potentials (complementary slackness; turning leaves the potentials as
 * they are). So costs are compared no more: each person in the order of the line asks
 * whether there is a cycle to a seat, then to a better wish, that leaves those in front
 * what they have.
 */
#include "assignment/seat_flow.h"

#include <string.h>

struct turn {
    struct seat_flow *flow;
    size_t person; /* whose turn it is */
    size_t goal;   /* the node where the cycle closes */
    bool seating;  /* for a seat: who has one in front keeps one; else for a better
                    * wish: who is in front keeps it, and everybody keeps a seat */
    size_t open;
};

/* Whether a step from node to node by which the person's wish becomes the other costs
 * nothing.  A wish that is SEAT_NONE is no seat; without a person nothing is paid. */
static bool
is_tight(const struct seat_flow *flow, size_t from, size_t to, const int64_t *less,
         const int64_t *more)
{
    const size_t words = flow->words;

    for (size_t i = 0; i < words; i++) {
        int64_t cost =
            flow->potentials[from * words + i] - flow->potentials[to * words + i];
        if (less)
            cost += more[i] - less[i];
        if (cost != 0)
            return false;
    }
    return true;
}

static void
see(struct turn *turn, size_t node, struct seat_step step)
{
    struct seat_flow *flow = turn->flow;

    if (flow->states[node])
        return;
    flow->states[node] = 1;
    flow->steps[node] = step;
    flow->queue[turn->open++] = node;
}

static void
see_free(struct turn *turn, size_t from, size_t to)
{
    if (is_tight(turn->flow, from, to, NULL, NULL))
        see(turn, to, (struct seat_step){ from, SEAT_NONE, SEAT_NONE });
}

/* Where somebody who sits in the cell could go instead. */
static void
see_wishes(struct turn *turn, size_t node, size_t person)
{
    const struct seat_flow *flow = turn->flow;
    const struct seat_person *who = &flow->people[person];
    const int64_t *less = seat_flow_cost(flow, who->seat);
    const size_t end = seat_flow_end(flow);

    if (turn->seating && person > turn->person &&
        is_tight(flow, node, end, less, seat_flow_cost(flow, SEAT_NONE)))
        see(turn, end, (struct seat_step){ node, person, SEAT_NONE });
    if (!turn->seating && person <= turn->person)
        return;
    for (size_t i = 0; i < who->wish_count; i++) {
        const size_t wish = who->first_wish + i;
        const size_t to = flow->wishes[wish].cell;
        if (wish != who->seat && !flow->states[to] &&
            is_tight(flow, node, to, less, seat_flow_cost(flow, wish)))
            see(turn, to, (struct seat_step){ node, person, wish });
    }
}

static void
see_from_cell(struct turn *turn, size_t node)
{
    const struct seat_flow *flow = turn->flow;
    const struct seat_cell *cell = &flow->cells[node];

    if (cell->taken < cell->most) {
        if (cell->taken < cell->hold)
            see_free(turn, node, seat_flow_end(flow));
        else if (cell->pool != SEAT_NONE)
            see_free(turn, node, flow->cell_count + cell->pool);
    }
    for (size_t person = cell->first_person; person != SEAT_NONE;
         person = flow->people[person].next)
        see_wishes(turn, node, person);
}

static void
see_from_pool(struct turn *turn, size_t node)
{
    const struct seat_flow *flow = turn->flow;
    const struct seat_pool *pool = &flow->pools[node - flow->cell_count];

    if (pool->taken < pool->seats)
        see_free(turn, node, seat_flow_end(flow));
    for (size_t i = 0; i < pool->cell_count; i++) {
        const size_t cell = pool->first_cell + i;
        if (flow->cells[cell].taken > flow->cells[cell].hold)
            see_free(turn, node, cell);
    }
}

/* A seat was taken that was free: another one anywhere may become free. */
static void
see_from_end(struct turn *turn)
{
    const struct seat_flow *flow = turn->flow;
    const size_t end = seat_flow_end(flow);

    for (size_t i = 0; i < flow->cell_count; i++)
        if (flow->cells[i].taken > 0 && flow->cells[i].hold > 0)
            see_free(turn, end, i);
    for (size_t i = 0; i < flow->pool_count; i++)
        if (flow->pools[i].taken > 0)
            see_free(turn, end, flow->cell_count + i);
}

static bool
find_goal(struct turn *turn)
{
    struct seat_flow *flow = turn->flow;

    while (turn->open > 0 && !flow->states[turn->goal]) {
        const size_t node = flow->queue[--turn->open];
        if (node < flow->cell_count)
            see_from_cell(turn, node);
        else if (node < seat_flow_end(flow))
            see_from_pool(turn, node);
        else
            see_from_end(turn);
    }
    return flow->states[turn->goal];
}

static void
forget(struct turn *turn)
{
    memset(turn->flow->states, 0, seat_flow_end(turn->flow) + 1);
    turn->open = 0;
}

/* Tries the wishes that are better than the present one, the best first. */
static bool
try_wishes(struct turn *turn)
{
    struct seat_flow *flow = turn->flow;
    const struct seat_person *who = &flow->people[turn->person];
    const size_t from =
        who->seat == SEAT_NONE ? seat_flow_end(flow) : flow->wishes[who->seat].cell;
    const size_t rank = who->seat == SEAT_NONE ? SIZE_MAX : flow->wishes[who->seat].rank;
    const int64_t *less = seat_flow_cost(flow, who->seat);

    for (size_t i = 0; i < who->wish_count; i++) {
        const size_t wish = who->first_wish + i;
        const size_t to = flow->wishes[wish].cell;
        if (flow->wishes[wish].rank >= rank || flow->states[to] ||
            !is_tight(flow, from, to, less, seat_flow_cost(flow, wish)))
            continue;
        see(turn, to, (struct seat_step){ SEAT_NONE, turn->person, wish });
        if (find_goal(turn)) {
            seat_flow_follow(flow, turn->goal);
            return true;
        }
    }
    return false;
}

/*
 * The sets of people who can be seated are the bases of a matroid (a gammoid), so that
 * asking in the order of the line finds the best set by time alone as well, whatever was
 * drawn.  What could not be reached stays so for those behind until somebody turns.
 */
static void
seat_in_front(struct turn *turn)
{
    turn->seating = true;
    turn->goal = seat_flow_end(turn->flow);
    forget(turn);
    for (turn->person = 0; turn->person < turn->flow->person_count; turn->person++)
        if (turn->flow->people[turn->person].seat == SEAT_NONE && try_wishes(turn))
            forget(turn);
}

static void
give_better_wishes(struct turn *turn)
{
    struct seat_flow *flow = turn->flow;

    turn->seating = false;
    for (turn->person = 0; turn->person < flow->person_count; turn->person++) {
        const size_t seat = flow->people[turn->person].seat;
        if (seat == SEAT_NONE || flow->wishes[seat].rank == 1)
            continue;
        turn->goal = flow->wishes[seat].cell;
        forget(turn);
        (void)try_wishes(turn);
    }
}

void
seat_flow_settle(struct seat_flow *flow)
{
    struct turn turn = { .flow = flow };

    seat_in_front(&turn);
    give_better_wishes(&turn);
}
