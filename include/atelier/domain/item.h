/* SPDX-License-Identifier: GPL-3.0-or-later */
/* item.h - a part of a programme that all of a meeting share: a plenary, a break, a
 * project that is presented
 */
#ifndef ATELIER_DOMAIN_ITEM_H
#define ATELIER_DOMAIN_ITEM_H

#include "atelier/domain/entity.h"

/* By these numbers the file knows them: they never change. */
enum item_kind { ITEM_PLENARY = 0, ITEM_BREAK = 1, ITEM_PROJECT = 2 };

struct item {
    struct record head;
    int64_t meeting;
    enum item_kind kind;
    char *title; /* of a project unless another was typed */
    struct local_time start;
    struct local_time end;
    int64_t room;
    int64_t speaker;
    int64_t project; /* of ITEM_PROJECT, else 0 */
    char *description;
};

extern const struct entity item_entity;
extern const struct choice item_kinds[]; /* by enum, then { NULL } */

struct item_list {
    struct item *items;
    size_t count;
    size_t capacity;
};

void item_list_clear(struct item_list *list);

#endif
