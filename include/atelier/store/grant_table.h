/* SPDX-License-Identifier: GPL-3.0-or-later */
/* grant_table.h - the groups for which the role of a colleague counts */
#ifndef ATELIER_STORE_GRANT_TABLE_H
#define ATELIER_STORE_GRANT_TABLE_H

#include <stddef.h>
#include <stdint.h>

#include "atelier/store/database.h"

/* The rows of a colleague, and the groups they name; empty: the role counts for all. */
struct grant_list {
    struct grant_row {
        int64_t id;
        int64_t rev;
        int64_t group;
    } * items;
    size_t count;
    size_t capacity;
};

/* In the order of the groups' codes. */
bool grant_table_list(struct database *db, int64_t staff, struct grant_list *list,
                      struct error *err);
void grant_list_clear(struct grant_list *list);

#endif
