/* SPDX-License-Identifier: GPL-3.0-or-later */
/* staff.h - who may use the program, in which role */
#ifndef ATELIER_DOMAIN_STAFF_H
#define ATELIER_DOMAIN_STAFF_H

#include "atelier/domain/entity.h"

enum staff_role { ROLE_READER, ROLE_DOOR, ROLE_DESK, ROLE_ORGANISER, ROLE_ADMINISTRATOR };

struct staff {
    struct record head;
    char *login;
    char *name;
    enum staff_role role;
};

extern const struct choice staff_roles[];
extern const struct entity staff_entity;

#endif
