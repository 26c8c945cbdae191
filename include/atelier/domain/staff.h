/* SPDX-License-Identifier: GPL-3.0-or-later */
/* staff.h - who may use the program, in which role */
#ifndef ATELIER_DOMAIN_STAFF_H
#define ATELIER_DOMAIN_STAFF_H

#include "atelier/domain/entity.h"

/* By these numbers the file knows them: they never change. */
enum staff_role {
    ROLE_READER = 0,
    ROLE_DOOR = 1,
    ROLE_DESK = 2,
    ROLE_ORGANISER = 3,
    ROLE_ADMINISTRATOR = 4,
    STAFF_ROLE_COUNT
};

struct staff {
    struct record head;
    char *login;
    char *name;
    enum staff_role role;
};

extern const struct choice staff_roles[];
extern const struct entity staff_entity;

#endif
