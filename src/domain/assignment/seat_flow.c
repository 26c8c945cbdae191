/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seat_flow.c - as many seats as can be, then as many first wishes, second ones, ...
 *
 * A flow of least cost.  People come one after the other, and each goes the shortest way
 * through the network as it is: to a free seat, or to somebody who moves on, or to
 * getting none.  Then no cycle of negative cost arises, and a flow without one is of
 * least cost (Ahuja, Magnanti, Orlin: Network Flows, theorems 9.1 and 9.3).  The proofs
 * only add and compare costs, so that they hold for lists of counts, compared from the
 * first: who gets no seat, then each rank.  Such a list is kept as digits in numbers of
 * 64 bits, wide enough for any sum that is compared; where one number is too short,
 * several follow.
 *
 * Shortest ways are Dijkstra's, on costs that the potentials of the ways before keep from
 * being negative.  Each potential is the difference of two real ways, and a way passes
 * each cell once: so no digit of what is compared is larger than eight times the cells.
 */
#include "assignment/seat_flow.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"

enum { UNSEEN, SEEN, DONE };

/* --- costs */

static void
make_costs(struct seat_flow *flow)
{
    const size_t nodes = seat_flow_end(flow) + 1;
    const size_t longest =
        flow->cell_count < flow->person_count ? flow->cell_count : flow->person_count;
    unsigned bits = 5;

    while (((uint64_t)1 << (bits - 1)) <= 8 * ((uint64_t)longest + 2))
        bits++;
    const size_t digits = 62 / bits;
    flow->words = flow->rank_count / digits + 1;
    flow->costs = memory_new((flow->rank_count + 1) * flow->words, sizeof flow->costs[0]);
    for (size_t rank = 0; rank <= flow->rank_count; rank++)
        flow->costs[rank * flow->words + rank / digits] =
            (rank == 0 ? 1 : -1) * ((int64_t)1 << (bits * (digits - 1 - rank % digits)));
    flow->potentials = memory_new(nodes * flow->words, sizeof flow->potentials[0]);
    flow->distances = memory_new(nodes * flow->words, sizeof flow->distances[0]);
    flow->steps = memory_new(nodes, sizeof flow->steps[0]);
    flow->states = memory_new(nodes, 1);
    flow->queue = memory_new(nodes, sizeof flow->queue[0]);
}

static bool
is_less(const int64_t *a, const int64_t *b, size_t words)
{
    for (size_t i = 0; i < words; i++)
        if (a[i] != b[i])
            return a[i] < b[i];
    return false;
}

/* --- moving people */

static void
leave(struct seat_flow *flow, size_t person)
{
    struct seat_person *who = &flow->people[person];
    struct seat_cell *cell = &flow->cells[flow->wishes[who->seat].cell];

    if (who->previous == SEAT_NONE)
        cell->first_person = who->next;
    else
        flow->people[who->previous].next = who->next;
    if (who->next != SEAT_NONE)
        flow->people[who->next].previous = who->previous;
    if (cell->taken > cell->hold && cell->pool != SEAT_NONE)
        flow->pools[cell->pool].taken--;
    cell->taken--;
    who->seat = SEAT_NONE;
}

static void
enter(struct seat_flow *flow, size_t person, size_t wish)
{
    struct seat_person *who = &flow->people[person];
    struct seat_cell *cell = &flow->cells[flow->wishes[wish].cell];

    who->seat = wish;
    who->previous = SEAT_NONE;
    who->next = cell->first_person;
    if (who->next != SEAT_NONE)
        flow->people[who->next].previous = person;
    cell->first_person = person;
    if (cell->taken >= cell->hold && cell->pool != SEAT_NONE)
        flow->pools[cell->pool].taken++;
    cell->taken++;
}

void
seat_flow_follow(struct seat_flow *flow, size_t node)
{
    while (node != SEAT_NONE) {
        const struct seat_step step = flow->steps[node];
        if (step.person != SEAT_NONE && flow->people[step.person].seat != SEAT_NONE)
            leave(flow, step.person);
        if (step.person != SEAT_NONE && step.wish != SEAT_NONE)
            enter(flow, step.person, step.wish);
        node = step.from;
    }
}

/* --- the shortest way */

struct search {
    struct seat_flow *flow;
    size_t open;   /* nodes in the queue */
    size_t person; /* who leaves the node that is looked at; SEAT_NONE */
    size_t from;   /* that node */
};

/* A way to the node, longer than that to the one before by what is given, less the
 * potential; what is NULL is 0. */
static void
reach(struct search *search, size_t node, size_t wish, const int64_t *less,
      const int64_t *more)
{
    struct seat_flow *flow = search->flow;
    const size_t words = flow->words;
    const size_t from = search->from;
    int64_t *distance = &flow->distances[node * words];
    bool better = flow->states[node] == UNSEEN;
    bool decided = better;

    if (flow->states[node] == DONE)
        return;
    for (size_t i = 0; i < words; i++) {
        int64_t length = -flow->potentials[node * words + i];
        if (from != SEAT_NONE)
            length +=
                flow->distances[from * words + i] + flow->potentials[from * words + i];
        if (less)
            length += more[i] - less[i];
        else if (more)
            length += more[i];
        if (!decided && length != distance[i]) {
            better = length < distance[i];
            decided = true;
        }
        if (decided && !better)
            return;
        distance[i] = length;
    }
    if (!better)
        return;
    if (flow->states[node] == UNSEEN && node != seat_flow_end(flow))
        flow->queue[search->open++] = node;
    flow->states[node] = SEEN;
    flow->steps[node] =
        (struct seat_step){ .from = from, .person = search->person, .wish = wish };
}

/* All that the person could have instead of the present seat, or of none yet. */
static void
reach_wishes(struct search *search, size_t person)
{
    struct seat_flow *flow = search->flow;
    const struct seat_person *who = &flow->people[person];
    const int64_t *less = who->seat == SEAT_NONE ? NULL : seat_flow_cost(flow, who->seat);

    search->person = person;
    reach(search, seat_flow_end(flow), SEAT_NONE, less, seat_flow_cost(flow, SEAT_NONE));
    for (size_t i = 0; i < who->wish_count; i++) {
        const size_t wish = who->first_wish + i;
        if (wish != who->seat)
            reach(search, flow->wishes[wish].cell, wish, less,
                  seat_flow_cost(flow, wish));
    }
    search->person = SEAT_NONE;
}

static void
expand_cell(struct search *search, size_t node)
{
    struct seat_flow *flow = search->flow;
    const struct seat_cell *cell = &flow->cells[node];

    if (cell->taken < cell->most) {
        if (cell->taken < cell->hold)
            reach(search, seat_flow_end(flow), SEAT_NONE, NULL, NULL);
        else if (cell->pool != SEAT_NONE)
            reach(search, flow->cell_count + cell->pool, SEAT_NONE, NULL, NULL);
    }
    for (size_t person = cell->first_person; person != SEAT_NONE;
         person = flow->people[person].next)
        reach_wishes(search, person);
}

static void
expand_pool(struct search *search, const struct seat_pool *pool)
{
    struct seat_flow *flow = search->flow;

    if (pool->taken < pool->seats)
        reach(search, seat_flow_end(flow), SEAT_NONE, NULL, NULL);
    for (size_t i = 0; i < pool->cell_count; i++) {
        const struct seat_cell *cell = &flow->cells[pool->first_cell + i];
        if (cell->taken > cell->hold)
            reach(search, pool->first_cell + i, SEAT_NONE, NULL, NULL);
    }
}

/* Takes the nearest node out of the queue; SEAT_NONE when the end is as near. */
static size_t
take_nearest(struct search *search)
{
    struct seat_flow *flow = search->flow;
    const size_t words = flow->words;
    size_t best = SEAT_NONE;
    const int64_t *least = &flow->distances[seat_flow_end(flow) * words];

    for (size_t i = 0; i < search->open; i++)
        if (is_less(&flow->distances[flow->queue[i] * words], least, words)) {
            best = i;
            least = &flow->distances[flow->queue[i] * words];
        }
    if (best == SEAT_NONE)
        return SEAT_NONE;
    const size_t node = flow->queue[best];
    flow->queue[best] = flow->queue[--search->open];
    flow->states[node] = DONE;
    return node;
}

/* What is nearer than the end is lowered by as much. */
static void
lower_potentials(struct seat_flow *flow)
{
    const size_t end = seat_flow_end(flow);

    for (size_t node = 0; node < end; node++)
        for (size_t i = 0; flow->states[node] == DONE && i < flow->words; i++)
            flow->potentials[node * flow->words + i] +=
                flow->distances[node * flow->words + i] -
                flow->distances[end * flow->words + i];
}

static void
place(struct seat_flow *flow, size_t person)
{
    struct search search = { .flow = flow, .person = SEAT_NONE, .from = SEAT_NONE };
    const size_t end = seat_flow_end(flow);
    size_t node;

    memset(flow->states, UNSEEN, end + 1);
    reach_wishes(&search, person); /* getting no seat is a way to the end */
    while ((node = take_nearest(&search)) != SEAT_NONE) {
        search.from = node;
        if (node < flow->cell_count)
            expand_cell(&search, node);
        else
            expand_pool(&search, &flow->pools[node - flow->cell_count]);
    }
    lower_potentials(flow);
    seat_flow_follow(flow, end);
}

void
seat_flow_fill(struct seat_flow *flow)
{
    make_costs(flow);
    for (size_t person = 0; person < flow->person_count; person++)
        place(flow, person);
}

void
seat_flow_clear(struct seat_flow *flow)
{
    free(flow->people);
    free(flow->wishes);
    free(flow->cells);
    free(flow->pools);
    free(flow->costs);
    free(flow->potentials);
    free(flow->distances);
    free(flow->steps);
    free(flow->states);
    free(flow->queue);
    *flow = (struct seat_flow){ 0 };
}
