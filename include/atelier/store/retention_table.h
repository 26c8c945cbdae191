/* SPDX-License-Identifier: GPL-3.0-or-later */
/* retention_table.h - people whose data were kept as long as they may be */
#ifndef ATELIER_STORE_RETENTION_TABLE_H
#define ATELIER_STORE_RETENTION_TABLE_H

#include "atelier/base/civil.h"
#include "atelier/store/database.h"

/* Somebody, with what still holds them here. */
struct retained {
    int64_t person;
    struct date until; /* their own day, or the last that the years of the office give */
    bool own_day;      /* it stands with them */
    bool is_member;    /* of a group, today or later, or its chair */
    bool speaks;       /* leads or speaks at a meeting whose fate is open */
    bool works_here;   /* a colleague has that name */
};

/* Calls visit() for everybody who was to be kept until a day before today, the longest
 * ago first, until it answers false: their own day decides where they have one, else so
 * many years after their last meeting, or after they were added; years NUMBER_NONE: no
 * limit.  Nobody who was merged or erased.  The visitor may not write. */
bool retention_table_each(struct database *db, struct date today, int64_t years,
                          bool (*visit)(void *context, const struct retained *retained,
                                        struct error *err),
                          void *context, struct error *err);

#endif
