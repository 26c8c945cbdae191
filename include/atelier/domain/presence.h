/* SPDX-License-Identifier: GPL-3.0-or-later */
/* presence.h - who was seen in a slot: marks, never changed, only added */
#ifndef ATELIER_DOMAIN_PRESENCE_H
#define ATELIER_DOMAIN_PRESENCE_H

#include "atelier/domain/entity.h"

enum presence_kind {
    PRESENCE_PRESENT,
    PRESENCE_LEFT,
    PRESENCE_SIGNED,
    PRESENCE_EXCUSED,
    PRESENCE_ABSENT,
    PRESENCE_ANNULLED
};

struct presence {
    struct record head;
    int64_t registration;
    int64_t slot;
    enum presence_kind kind;
    instant at;
    char *by;    /* a login */
    char *means; /* "door", "sheet" */
    char *reason;
};

extern const struct choice presence_kinds[];
extern const struct entity presence_entity;

#endif
