/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_table.h - the meetings between two instants, as a calendar shows them */
#ifndef ATELIER_STORE_AGENDA_TABLE_H
#define ATELIER_STORE_AGENDA_TABLE_H

#include "atelier/domain/agenda.h"
#include "atelier/store/database.h"

/* Whose: 0 asks for no group, room or person. */
struct agenda_query {
    struct span span;
    int64_t group;
    int64_t room;
    int64_t
        person; /* who is on the list, or was; of workshops: who sits, leads, speaks */
};

/*
 * Tells each entry that may lie in the span, with its hours by the clock of `zone`: one
 * for a meeting, or one for each day or slot of a longer one.  What is told is the
 * visitor's to take over, zeroed where it does.
 */
bool agenda_table_each(struct database *db, const struct agenda_query *query,
                       bool (*visit)(void *context, struct agenda_entry *entry,
                                     const char *zone, struct error *err),
                       void *context, struct error *err);

/* The same of workshops, each as an entry; one that is called off is cancelled. */
bool agenda_table_each_workshop(struct database *db, const struct agenda_query *query,
                                bool (*visit)(void *context, struct agenda_entry *entry,
                                              const char *zone, struct error *err),
                                void *context, struct error *err);

/* Adds the titles of what a meeting consists of, a blank before each: its workshops, what
 * all share, and the projects that are presented. */
bool agenda_table_add_parts(struct database *db, int64_t meeting, struct buffer *titles,
                            struct error *err);

#endif
