/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seat_limit.h - a quota of a meeting: so many seats at most, or so many held, and for
 * whom
 *
 * People call it a quota; the code calls it a limit, for it need not be a share.
 */
#ifndef ATELIER_DOMAIN_SEAT_LIMIT_H
#define ATELIER_DOMAIN_SEAT_LIMIT_H

#include "atelier/domain/entity.h"

/* By these numbers the file knows them: they never change. */
enum seat_limit_scope {
    SEAT_LIMIT_CATEGORY = 0,
    SEAT_LIMIT_ORGANISATION = 1,
    SEAT_LIMIT_EACH_ORGANISATION = 2
};

/* By these numbers the file knows them: they never change. */
enum seat_limit_kind {
    SEAT_LIMIT_MOST = 0, /* at most so many */
    SEAT_LIMIT_HOLD = 1  /* so many kept for them */
};

struct seat_limit {
    struct record head;
    int64_t meeting;
    enum seat_limit_scope scope;
    int64_t category;     /* of SEAT_LIMIT_CATEGORY, else 0 */
    int64_t organisation; /* of SEAT_LIMIT_ORGANISATION, else 0 */
    enum seat_limit_kind kind;
    int64_t people;
    struct date until; /* the last day of a hold; none: until the meeting */
    int64_t workshop;  /* 0: of the meeting itself */
};

extern const struct entity seat_limit_entity;
extern const struct choice seat_limit_scopes[]; /* by enum, then { NULL } */
extern const struct choice seat_limit_kinds[];

struct seat_limit_list {
    struct seat_limit *items;
    size_t count;
    size_t capacity;
};

void seat_limit_list_clear(struct seat_limit_list *list);

#endif
