/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seat_network.h - the wishes of one slot, and the seats and limits of its workshops, as
 * a network
 */
#ifndef ATELIER_SEAT_NETWORK_H
#define ATELIER_SEAT_NETWORK_H

#include "assignment/seat_board.h"
#include "assignment/seat_flow.h"

/* One wish that may be given; those of a list follow one another, the best first, and the
 * lists are in the order of the line. */
struct seat_option {
    size_t list;
    size_t workshop;
    size_t rank;
    bool refused; /* is no option any more */
};

struct seat_option_list {
    struct seat_option *items;
    size_t count;
    size_t capacity;
};

/*
 * Makes the network of what is not refused; its wishes are the options in their order.
 * Of a workshop whose limits are mixed it knows those of categories alone, and so may
 * seat people there who do not fit.  The caller clears the flow.
 */
void seat_network_make(const struct board *board, const struct seat_option_list *options,
                       struct seat_flow *flow);

#endif
