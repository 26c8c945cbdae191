/* SPDX-License-Identifier: GPL-3.0-or-later */
/* changed_zones.h - zones whose rules are not those that the instants follow */
#ifndef ATELIER_APP_CHANGED_ZONES_H
#define ATELIER_APP_CHANGED_ZONES_H

#include "session/session.h"

/* Zeroed: none. */
struct changed_zones {
    struct changed_zone {
        const struct zone *zone; /* of the session's cache */
    } * items;
    size_t count;
    size_t capacity;
};

/* Reads the rules of each zone, and no meeting.  One that this system does not know waits
 * for a system that does. */
bool changed_zones_find(struct atelier *at, struct changed_zones *zones,
                        struct error *err);

bool changed_zones_has(const struct changed_zones *zones, const char *name);

void changed_zones_clear(struct changed_zones *zones);

#endif
