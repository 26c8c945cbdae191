/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seat_network.c - the wishes of one slot, and the seats and limits of its workshops, as
 * a network
 *
 * Limits of one kind lie in two layers: each category, or each organisation, of a
 * workshop is a cell with what it may take at most, and the cells share the seats.  What
 * is held is the cell's own, and the pool is what nothing holds.
 */
#include "assignment/seat_network.h"

#include <stdlib.h>

#include "atelier/base/memory.h"

/* People of a workshop who are counted together. */
struct cell_name {
    size_t workshop;
    int64_t key; /* category or organisation; 0: all others */
};

struct network {
    const struct board *board;
    struct seat_flow *flow;
    struct cell_name *names; /* of the cells, sorted */
};

static int64_t
at_least_0(int64_t number)
{
    return number > 0 ? number : 0;
}

static bool
goes_by_category(const struct board_workshop *workshop)
{
    const struct seat_limit_list *limits = workshop->seating.limits;

    for (size_t i = 0; i < limits->count; i++)
        if (limits->items[i].scope == SEAT_LIMIT_CATEGORY &&
            seating_holds_on(&limits->items[i], workshop->seating.today))
            return true;
    return false;
}

/* Whether the limit counts for people of that key. */
static bool
concerns(const struct seat_limit *limit, int64_t key, bool by_category)
{
    if (key == 0)
        return false;
    if (by_category)
        return limit->scope == SEAT_LIMIT_CATEGORY && limit->category == key;
    return limit->scope == SEAT_LIMIT_EACH_ORGANISATION ||
           (limit->scope == SEAT_LIMIT_ORGANISATION && limit->organisation == key);
}

static struct cell_name
name_of(const struct board *board, const struct seat_option *option)
{
    const struct board_workshop *workshop = &board->workshops[option->workshop];
    const struct seat_limit_list *limits = workshop->seating.limits;
    const struct assignment_person *person =
        board->people[board->lists[option->list].person].given;

    if (limits && limits->count > 0) {
        const bool by_category = goes_by_category(workshop);
        const int64_t key = by_category ? person->category : person->organisation;
        for (size_t i = 0; i < limits->count; i++)
            if (concerns(&limits->items[i], key, by_category))
                return (struct cell_name){ option->workshop, key };
    }
    return (struct cell_name){ option->workshop, 0 };
}

static int
compare_names(const void *a, const void *b)
{
    const struct cell_name *left = a;
    const struct cell_name *right = b;

    if (left->workshop != right->workshop)
        return left->workshop < right->workshop ? -1 : 1;
    return (left->key > right->key) - (left->key < right->key);
}

/* What the limits of the cell's people leave them at most, and what is held for them. */
static void
measure(const struct board_workshop *workshop, int64_t key, struct seat_cell *cell)
{
    const struct seating *seating = &workshop->seating;
    const struct seat_limit_list *limits = seating->limits;

    *cell = (struct seat_cell){ .most = INT64_MAX, .pool = SEAT_NONE };
    if (key == 0 || !limits)
        return;
    const bool by_category = goes_by_category(workshop);
    const int64_t taken = seating_count_list_get(
        by_category ? seating->categories : seating->organisations, key);
    for (size_t i = 0; i < limits->count; i++) {
        const struct seat_limit *limit = &limits->items[i];
        if (!concerns(limit, key, by_category) ||
            !seating_holds_on(limit, seating->today))
            continue;
        const int64_t left = at_least_0(limit->people - taken);
        if (limit->kind == SEAT_LIMIT_HOLD)
            cell->hold = left;
        else if (left < cell->most)
            cell->most = left;
    }
}

/* Shares the seats of a workshop among its cells.  Where more is held than there is, each
 * gets what is left when the others have all that is held for them. */
static void
share(struct network *network, size_t first, size_t count)
{
    struct seat_flow *flow = network->flow;
    const struct board_workshop *workshop =
        &network->board->workshops[network->names[first].workshop];
    const struct seating *seating = &workshop->seating;
    const bool is_limited = seating->seats != NUMBER_NONE;
    const int64_t left = is_limited ? at_least_0(seating->seats - seating->taken) : 0;
    const int64_t held = seating_held(seating);

    for (size_t i = first; i < first + count; i++) {
        struct seat_cell *cell = &flow->cells[i];
        measure(workshop, network->names[i].key, cell);
        if (!is_limited)
            cell->hold = INT64_MAX;
        else if (held >= left)
            cell->hold = at_least_0(cell->hold - (held - left));
        else if (count == 1)
            cell->hold += left - held;
        else
            cell->pool = flow->pool_count;
        cell->first_person = SEAT_NONE;
    }
    if (flow->cells[first].pool != SEAT_NONE)
        flow->pools[flow->pool_count++] = (struct seat_pool){ .seats = left - held,
                                                              .first_cell = first,
                                                              .cell_count = count };
}

static void
make_cells(struct network *network, const struct seat_option_list *options)
{
    struct seat_flow *flow = network->flow;
    size_t count = 0;

    for (size_t i = 0; i < options->count; i++)
        if (!options->items[i].refused)
            network->names[count++] = name_of(network->board, &options->items[i]);
    qsort(network->names, count, sizeof network->names[0], compare_names);
    for (size_t i = 0; i < count; i++)
        if (i == 0 ||
            compare_names(&network->names[flow->cell_count - 1], &network->names[i]) != 0)
            network->names[flow->cell_count++] = network->names[i];
    flow->cells = memory_new(flow->cell_count + 1, sizeof flow->cells[0]);
    flow->pools = memory_new(flow->cell_count + 1, sizeof flow->pools[0]);
    for (size_t i = 0, end; i < flow->cell_count; i = end) {
        end = i + 1;
        while (end < flow->cell_count &&
               network->names[end].workshop == network->names[i].workshop)
            end++;
        share(network, i, end - i);
    }
}

static void
make_people(const struct network *network, const struct seat_option_list *options)
{
    struct seat_flow *flow = network->flow;
    size_t wish = 0;

    flow->people = memory_new(options->count + 1, sizeof flow->people[0]);
    flow->wishes = memory_new(options->count + 1, sizeof flow->wishes[0]);
    for (size_t i = 0; i < options->count; i++) {
        const struct seat_option *option = &options->items[i];
        if (i == 0 || option->list != option[-1].list)
            flow->people[flow->person_count++] =
                (struct seat_person){ .first_wish = wish, .seat = SEAT_NONE };
        if (option->refused)
            continue;
        const struct cell_name name = name_of(network->board, option);
        const struct cell_name *found =
            bsearch(&name, network->names, flow->cell_count, sizeof name, compare_names);
        flow->wishes[wish++] = (struct seat_wish){
            .cell = (size_t)(found - network->names),
            .rank = option->rank,
        };
        flow->people[flow->person_count - 1].wish_count++;
        if (option->rank > flow->rank_count)
            flow->rank_count = option->rank;
    }
}

void
seat_network_make(const struct board *board, const struct seat_option_list *options,
                  struct seat_flow *flow)
{
    struct network network = { .board = board, .flow = flow };

    *flow = (struct seat_flow){ 0 };
    network.names = memory_new(options->count + 1, sizeof network.names[0]);
    make_cells(&network, options);
    make_people(&network, options);
    free(network.names);
}
