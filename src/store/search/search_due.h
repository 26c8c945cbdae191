/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_due.h - the rows whose words have to be made anew before the transaction ends
 *
 * Whoever writes a row says so (row_follow.c), and nobody who changes one can forget it,
 * not even an undo.  What each noun's words are made of is told by its search_source.
 */
#ifndef ATELIER_STORE_SEARCH_DUE_H
#define ATELIER_STORE_SEARCH_DUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "atelier/domain/entity.h"
#include "atelier/store/database.h"

struct search_due {
    enum entity_kind entity;
    int64_t row;
};

struct search_due_list {
    struct search_due *items; /* as they came; a row may be there twice */
    size_t count;
    size_t capacity;
};

/* After a row was written; `before` or `after` NULL when it was added or removed. */
bool search_due_follow(struct database *db, const struct entity *entity,
                       const void *before, const void *after, struct error *err);

/* A row of a noun that is searched. */
void search_due_add(struct database *db, enum entity_kind entity, int64_t row);

/* In the order of noun and id, each row once. */
void search_due_sort(struct search_due_list *list);

void search_due_clear(struct search_due_list *list);

#endif
