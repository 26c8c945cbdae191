/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_table.h - one search over people, organisations, groups, meetings and rooms
 */
#ifndef ATELIER_STORE_SEARCH_TABLE_H
#define ATELIER_STORE_SEARCH_TABLE_H

#include "atelier/domain/entity.h"
#include "atelier/store/database.h"

struct search_hit {
    enum entity_kind entity;
    int64_t row;
    char *title;
    char *detail; /* organisation, date ... */
};
struct search_hit_list {
    struct search_hit *items;
    size_t count;
    size_t capacity;
};
void search_hit_list_clear(struct search_hit_list *list);

/* At most `most` of each noun, people first. */
bool search_table_find(struct database *db, const char *text, size_t most,
                       struct search_hit_list *list, struct error *err);

/* Hits of one noun, for pickers. */
bool search_table_find_in(struct database *db, enum entity_kind entity, const char *text,
                          size_t most, struct search_hit_list *list, struct error *err);

#endif
