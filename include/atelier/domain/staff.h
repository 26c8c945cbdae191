/* SPDX-License-Identifier: GPL-3.0-or-later */
/* staff.h - who may use the program, and what they may do (rule 13) */
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

enum permission {
    MAY_READ,
    MAY_MARK,     /* presence */
    MAY_REGISTER, /* people, organisations, affiliations, registrations */
    MAY_IMPORT,
    MAY_PLAN, /* groups, memberships, meetings, slots, venues, rooms */
    MAY_OVERBOOK,
    MAY_ADMINISTER /* staff, categories, settings, backup and restore */
};

bool role_may(enum staff_role role, enum permission permission);

/* The permission that writing a row of this noun needs. */
enum permission permission_to_write(enum entity_kind kind);

/* Sets ERROR_RULE: who may not do what, and whom to ask.  Returns false. */
bool role_refuse(enum staff_role role, enum permission permission, struct error *err);

#endif
