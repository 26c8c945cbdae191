/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_place.h - which room of the office a LOCATION names */
#ifndef ATELIER_APP_IMPORT_PLACE_H
#define ATELIER_APP_IMPORT_PLACE_H

#include "atelier/app/import_calendar.h"

struct import_room {
    int64_t id;
    char *name; /* folded */
    char *full; /* folded, with the venue */
};

struct import_place_list {
    struct import_room *rooms;
    size_t room_count;
    size_t room_capacity;
    struct calendar_import_place *items; /* that are none of the rooms */
    size_t count;
    size_t capacity;
};

bool import_place_list_load(struct import_place_list *list, struct atelier *at,
                            struct error *err);
void import_place_list_clear(struct import_place_list *list);

/* The room that is called so, with its venue or alone where one room alone has that name;
 * else 0, and the place is noted. */
int64_t import_place_find(struct import_place_list *list, const char *location);

/* Of what was noted: each place once, those of the most rows first. */
void import_place_list_fold(struct import_place_list *list);

#endif
