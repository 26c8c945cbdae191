/* SPDX-License-Identifier: GPL-3.0-or-later */
/* elsewhere.h - the zones whose clocks show another hour than the office's
 *
 * Each zone is compared once: what a list asks for its rows costs a look at a few names.
 */
#ifndef ATELIER_APP_ELSEWHERE_H
#define ATELIER_APP_ELSEWHERE_H

#include <stddef.h>

#include "atelier/domain/search_hit.h"

struct atelier;

/* The zones that were compared with that of the office. */
struct elsewhere {
    char *office;
    struct elsewhere_zone {
        char *name;
        bool is_elsewhere;
    } * zones;
    size_t count;
    size_t capacity;
};

void elsewhere_clear(struct elsewhere *known);

/* Leaves in the hits of a search only those zones that are to be told. */
void elsewhere_settle_hits(struct atelier *at, struct search_hit_list *list);

#endif
