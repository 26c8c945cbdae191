/* SPDX-License-Identifier: GPL-3.0-or-later */
/* slot.h - a half-day or session of a meeting: the unit of presence and of a signature */
#ifndef ATELIER_DOMAIN_SLOT_H
#define ATELIER_DOMAIN_SLOT_H

#include "atelier/domain/entity.h"

struct slot {
    struct record head;
    int64_t meeting;
    char *label;
    struct local_time start;
    struct local_time end;
};

extern const struct entity slot_entity;

#endif
