/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_table.h - one search over all that searched.def lists */
#ifndef ATELIER_STORE_SEARCH_TABLE_H
#define ATELIER_STORE_SEARCH_TABLE_H

#include "atelier/domain/search_hit.h"
#include "atelier/store/database.h"

/* At most `most` of each noun, people first, with the organisation of the day; people by
 * the digits of their telephone, too, `by_phone` only. */
bool search_table_find(struct database *db, const char *text, bool by_phone,
                       struct date today, size_t most, struct search_hit_list *list,
                       struct error *err);

/* The same hits, without counting what else is found. */
bool search_table_find_first(struct database *db, const char *text, bool by_phone,
                             struct date today, size_t most, struct search_hit_list *list,
                             struct error *err);

/* Hits of one noun, for pickers. */
bool search_table_find_in(struct database *db, enum entity_kind entity, const char *text,
                          bool by_phone, struct date today, size_t most,
                          struct search_hit_list *list, struct error *err);

/* Whether the rows of a noun are so few that pickers show them before anything is typed.
 */
bool search_table_has_few(enum entity_kind entity);

/* The first rows of such a noun by name, none of another; what it costs depends on `most`
 * alone. */
bool search_table_first(struct database *db, enum entity_kind entity, size_t most,
                        struct search_hit_list *list, struct error *err);

/* What is said in reports, the latest first; of that group alone unless it is 0. */
bool search_table_find_said(struct database *db, const char *text, int64_t group,
                            size_t most, struct search_hit_list *list, struct error *err);

/* The day on which the rows that are written next are made findable: nobody is found by
 * a post that ended before it.  None, as at first: by all posts. */
void search_table_set_today(struct database *db, struct date today);

#endif
