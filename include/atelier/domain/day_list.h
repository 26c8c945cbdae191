/* SPDX-License-Identifier: GPL-3.0-or-later */
/* day_list.h - days and periods with a name, as an office writes them down
 *
 * A line each: `2027-05-07 Bridge`, `14/07/2027`, `2027-08-02..2027-08-20 Summer`.  The
 * name may be missing; what stands behind # is a remark.
 */
#ifndef ATELIER_DOMAIN_DAY_LIST_H
#define ATELIER_DOMAIN_DAY_LIST_H

#include <stddef.h>

#include "atelier/base/civil.h"
#include "atelier/base/error.h"

struct named_days {
    struct date first;
    struct date last; /* of the period, itself in it */
    char *name;       /* "" when it has none */
};

struct day_list {
    struct named_days *items;
    size_t count;
    size_t capacity;
};

/* NULL is no line at all.  ERROR_INPUT says which line cannot be read, and how one is
 * written; the list is then empty. */
bool day_list_read(const char *text, struct day_list *list, struct error *err);

/* The first of them that has a day from `first` to `last`; NULL. */
const struct named_days *day_list_find(const struct day_list *list, struct date first,
                                       struct date last);

void day_list_clear(struct day_list *list);

#endif
