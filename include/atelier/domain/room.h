/* SPDX-License-Identifier: GPL-3.0-or-later */
/* room.h - a room of a venue, and how many people it seats */
#ifndef ATELIER_DOMAIN_ROOM_H
#define ATELIER_DOMAIN_ROOM_H

#include "atelier/domain/entity.h"

struct room {
    struct record head;
    int64_t venue;
    char *name;
    int64_t seats;
};

extern const struct entity room_entity;

#endif
