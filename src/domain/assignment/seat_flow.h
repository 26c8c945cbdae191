/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seat_flow.h - people flow through their wishes into seats: the network of one slot
 *
 * People are numbered by their place in the line.  A cell takes those people of a
 * workshop who are counted together: `most` of them at most, and of these `hold` on seats
 * that nobody else can take; the others sit in the pool, which the cells of a workshop
 * share.
 */
#ifndef ATELIER_SEAT_FLOW_H
#define ATELIER_SEAT_FLOW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SEAT_NONE SIZE_MAX

struct seat_wish {
    size_t cell;
    size_t rank; /* from 1 */
};

struct seat_cell {
    int64_t most;
    int64_t hold;
    size_t pool; /* SEAT_NONE: only the held ones */
    int64_t taken;
    size_t first_person; /* of those who sit here, chained by next and previous */
};

struct seat_pool {
    int64_t seats;
    int64_t taken;
    size_t first_cell;
    size_t cell_count;
};

struct seat_person {
    size_t first_wish;
    size_t wish_count;
    size_t seat; /* the wish that is given; SEAT_NONE */
    size_t next;
    size_t previous;
};

/* How a search came to a node. */
struct seat_step {
    size_t from;   /* the node before */
    size_t person; /* who leaves that one; SEAT_NONE: nobody moves */
    size_t wish;   /* and goes by this wish; SEAT_NONE: gets no seat */
};

/* Filled by seat_network.c; all arrays are its own.  The nodes are the cells, then the
 * pools, then the end. */
struct seat_flow {
    struct seat_person *people;
    size_t person_count;
    struct seat_wish *wishes;
    struct seat_cell *cells;
    size_t cell_count;
    struct seat_pool *pools;
    size_t pool_count;
    size_t rank_count;

    /* A cost is `words` numbers: how many get no seat, then for each rank how many get
     * it, negative.  Digits, so that the sum of costs is that of the numbers. */
    size_t words;
    int64_t *costs;      /* of each rank; that of 0 is to get no seat */
    int64_t *potentials; /* of each node */
    struct seat_step *steps;
    int64_t *distances;
    unsigned char *states;
    size_t *queue;
};

/* Seats as many as can be, and of these most first wishes, then second ones, ... */
void seat_flow_fill(struct seat_flow *flow);

/* Among the fillings that are as good: seats those in front, then gives them the better
 * wishes.  After seat_flow_fill(). */
void seat_flow_settle(struct seat_flow *flow);

/* Each who is named by the steps to that node goes where they say; ends with who has no
 * node before. */
void seat_flow_follow(struct seat_flow *flow, size_t node);

void seat_flow_clear(struct seat_flow *flow);

/* --- shared by both */

static inline size_t
seat_flow_end(const struct seat_flow *flow)
{
    return flow->cell_count + flow->pool_count;
}

static inline const int64_t *
seat_flow_cost(const struct seat_flow *flow, size_t wish)
{
    const size_t rank = wish == SEAT_NONE ? 0 : flow->wishes[wish].rank;
    return &flow->costs[rank * flow->words];
}

#endif
