/* SPDX-License-Identifier: GPL-3.0-or-later */
/* noun_table.h - how a noun's file writes its tables */
#ifndef ATELIER_DOMAIN_NOUN_TABLE_H
#define ATELIER_DOMAIN_NOUN_TABLE_H

#include <stddef.h>

/* A field named like the member that it lies in. */
#define FIELD_OF(type, member) .name = #member, .offset = offsetof(type, member)

/* The part of an entity that follows from its struct and its table. */
#define ENTITY_OF(type, table)                                                           \
    .size = sizeof(type), .fields = (table),                                             \
    .field_count = sizeof(table) / sizeof((table)[0])

/* from and to of a post, a membership: the last day is not before the first. */
#define PERIOD_IS_ORDERED(row)                                                           \
    (date_is_none((row)->from) || date_is_none((row)->to) ||                             \
     date_compare((row)->from, (row)->to) <= 0)

#endif
