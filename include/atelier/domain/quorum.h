/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quorum.h - how many people of a category, or of everybody, a group's meeting asks for
 */
#ifndef ATELIER_DOMAIN_QUORUM_H
#define ATELIER_DOMAIN_QUORUM_H

#include "atelier/domain/entity.h"

struct quorum {
    struct record head;
    int64_t group;
    int64_t category; /* 0: of everybody */
    int64_t people;   /* so many at least */
};

extern const struct entity quorum_entity;

struct quorum_list {
    struct quorum *items;
    size_t count;
    size_t capacity;
};

void quorum_list_clear(struct quorum_list *list);

#endif
