/* SPDX-License-Identifier: GPL-3.0-or-later */
/* membership.h - who belongs to a group, in what role, from a day to a day */
#ifndef ATELIER_DOMAIN_MEMBERSHIP_H
#define ATELIER_DOMAIN_MEMBERSHIP_H

#include "atelier/domain/entity.h"

/* By these numbers the file knows them: they never change. */
enum membership_role {
    MEMBERSHIP_MEMBER = 0,
    MEMBERSHIP_CHAIR = 1,
    MEMBERSHIP_ALTERNATE = 2,
    MEMBERSHIP_OBSERVER = 3
};
enum { MEMBERSHIP_ROLE_COUNT = 4 };

struct membership {
    struct record head;
    int64_t group;
    int64_t person;
    int64_t organisation; /* for which the person sits */
    enum membership_role role;
    int64_t alternate_of; /* a person */
    struct date from;
    struct date to; /* the last day */
};

extern const struct choice membership_roles[];
extern const struct entity membership_entity;

struct membership_list {
    struct membership *items;
    size_t count;
    size_t capacity;
};
void membership_list_clear(struct membership_list *list);

#endif
