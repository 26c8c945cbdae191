/* SPDX-License-Identifier: GPL-3.0-or-later */
/* column_assignment.c - which column for which target, so that their scores add up best
 *
 * Targets are seated one after another, each by the cheapest chain of moves among those
 * that sit already.  The potentials keep every reduced cost from falling below zero, so
 * that the chain is a shortest path.  Behind the columns each target has a seat of its
 * own, which costs nothing: it gets no column then.
 */
#include "import/column_assignment.h"

#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>

#include "atelier/base/memory.h"

/* Columns further left win among equals. */
enum { SCALE = 4096 };

struct seating {
    const int *scores;
    size_t targets;
    size_t columns; /* of the file; as many seats as these and the targets */
    long *target_potential;
    long *seat_potential;
    size_t *sitting;  /* 1 + target on a seat, 0: free; seats count from 1 */
    size_t *previous; /* the seat from which the chain came */
    long *cheapest;
    bool *visited;
    size_t looks;
};

static long
cost(const struct seating *s, size_t target, size_t seat)
{
    if (seat > s->columns)
        return 0;
    int score = s->scores[(target - 1) * s->columns + seat - 1];
    return score > 0 ? -((long)score * SCALE - (long)(seat < SCALE ? seat : SCALE - 1))
                     : SCALE;
}

/* From a seat that is taken to the cheapest next one. */
static size_t
step(struct seating *s, size_t seat)
{
    size_t seats = s->columns + s->targets;
    size_t target = s->sitting[seat];
    size_t next = 0;
    long delta = LONG_MAX;

    s->visited[seat] = true;
    for (size_t at = 1; at <= seats; at++) {
        if (s->visited[at])
            continue;
        s->looks++;
        long reduced =
            cost(s, target, at) - s->target_potential[target] - s->seat_potential[at];
        if (reduced < s->cheapest[at]) {
            s->cheapest[at] = reduced;
            s->previous[at] = seat;
        }
        if (s->cheapest[at] < delta) {
            delta = s->cheapest[at];
            next = at;
        }
    }
    for (size_t at = 0; at <= seats; at++) {
        if (s->visited[at]) {
            s->target_potential[s->sitting[at]] += delta;
            s->seat_potential[at] -= delta;
        } else {
            s->cheapest[at] -= delta;
        }
    }
    return next;
}

static void
seat_target(struct seating *s, size_t target)
{
    size_t seats = s->columns + s->targets;
    size_t seat = 0;

    for (size_t at = 0; at <= seats; at++) {
        s->cheapest[at] = LONG_MAX / 2;
        s->visited[at] = false;
    }
    s->sitting[0] = target;
    do
        seat = step(s, seat);
    while (s->sitting[seat]);
    while (seat) {
        size_t before = s->previous[seat];
        s->sitting[seat] = s->sitting[before];
        seat = before;
    }
}

/* Whoever fits no column gets none, and is in nobody's way. */
static bool
fits_any(const struct seating *s, size_t target)
{
    const int *scores = s->scores + (target - 1) * s->columns;
    for (size_t at = 0; at < s->columns; at++)
        if (scores[at] > 0)
            return true;
    return false;
}

size_t
column_assignment(const int *scores, size_t targets, size_t columns, size_t *choice)
{
    size_t places = columns + targets + 1;
    struct seating s = {
        .scores = scores,
        .targets = targets,
        .columns = columns,
        .target_potential = memory_new(targets + 1, sizeof(long)),
        .seat_potential = memory_new(places, sizeof(long)),
        .sitting = memory_new(places, sizeof(size_t)),
        .previous = memory_new(places, sizeof(size_t)),
        .cheapest = memory_new(places, sizeof(long)),
        .visited = memory_new(places, sizeof(bool)),
    };
    for (size_t t = 1; t <= targets; t++)
        if (fits_any(&s, t))
            seat_target(&s, t);
    for (size_t t = 0; t < targets; t++)
        choice[t] = ASSIGNED_NONE;
    for (size_t at = 1; at <= columns; at++)
        if (s.sitting[at] && scores[(s.sitting[at] - 1) * columns + at - 1] > 0)
            choice[s.sitting[at] - 1] = at - 1;
    free(s.target_potential);
    free(s.seat_potential);
    free(s.sitting);
    free(s.previous);
    free(s.cheapest);
    free(s.visited);
    return s.looks;
}
