/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_place.c - which room of the office a LOCATION names */
#include "calendar/import_place.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/memory.h"
#include "atelier/domain/room.h"
#include "atelier/domain/venue.h"
#include "atelier/store/row_table.h"
#include "session/session.h"

static void
add_room(void *context, int64_t id, const char *name)
{
    struct import_place_list *list = context;

    list->rooms = memory_grow(list->rooms, &list->room_capacity, list->room_count + 1,
                              sizeof list->rooms[0]);
    list->rooms[list->room_count++] =
        (struct import_room){ .id = id, .name = fold_copy(name) };
}

static bool
add_venue(struct atelier *at, struct import_room *found, struct error *err)
{
    struct room room;
    struct venue venue;
    record_init(&room_entity, &room);
    record_init(&venue_entity, &venue);
    const bool ok = row_load(at->db, &room_entity, found->id, &room, err) &&
                    row_load(at->db, &venue_entity, room.venue, &venue, err);
    if (ok) {
        struct buffer full = { 0 };
        buffer_addf(&full, "%s, %s", room.name, venue.name);
        found->full = fold_copy(buffer_text(&full));
        buffer_clear(&full);
    }
    record_clear(&room_entity, &room);
    record_clear(&venue_entity, &venue);
    return ok;
}

bool
import_place_list_load(struct import_place_list *list, struct atelier *at,
                       struct error *err)
{
    bool ok = row_each(at->db, &room_entity, "name", add_room, list, err);

    for (size_t i = 0; ok && i < list->room_count; i++)
        ok = add_venue(at, &list->rooms[i], err);
    return ok;
}

void
import_place_list_clear(struct import_place_list *list)
{
    for (size_t i = 0; i < list->room_count; i++) {
        free(list->rooms[i].name);
        free(list->rooms[i].full);
    }
    for (size_t i = 0; i < list->count; i++)
        free(list->items[i].name);
    free(list->rooms);
    free(list->items);
    *list = (struct import_place_list){ 0 };
}

static void
note_place(struct import_place_list *list, const char *location)
{
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof list->items[0]);
    list->items[list->count++] =
        (struct calendar_import_place){ .name = memory_copy(location), .rows = 1 };
}

static int
compare_names(const void *a, const void *b)
{
    const struct calendar_import_place *one = a;
    const struct calendar_import_place *other = b;

    return strcmp(one->name, other->name);
}

static int
compare_rows(const void *a, const void *b)
{
    const struct calendar_import_place *one = a;
    const struct calendar_import_place *other = b;

    return one->rows != other->rows
               ? (one->rows < other->rows) - (one->rows > other->rows)
               : compare_names(a, b);
}

void
import_place_list_fold(struct import_place_list *list)
{
    size_t kept = 0;

    if (list->count == 0)
        return;
    qsort(list->items, list->count, sizeof list->items[0], compare_names);
    for (size_t i = 1; i < list->count; i++)
        if (strcmp(list->items[i].name, list->items[kept].name) == 0) {
            list->items[kept].rows += list->items[i].rows;
            free(list->items[i].name);
        } else {
            list->items[++kept] = list->items[i];
        }
    list->count = kept + 1;
    qsort(list->items, list->count, sizeof list->items[0], compare_rows);
}

/* An address may follow the venue, as in our own calendars. */
static bool
begins_with(const char *text, const char *words)
{
    const size_t length = strlen(words);

    return strncmp(text, words, length) == 0 &&
           (text[length] == '\0' || text[length] == ' ');
}

int64_t
import_place_find(struct import_place_list *list, const char *location)
{
    char *folded = fold_copy(location);
    int64_t full = 0;
    int64_t alone = 0;
    size_t same = 0;

    for (size_t i = 0; i < list->room_count; i++) {
        const struct import_room *room = &list->rooms[i];
        if (room->full && begins_with(folded, room->full))
            full = room->id;
        if (strcmp(room->name, folded) == 0) {
            alone = room->id;
            same++;
        }
    }
    free(folded);
    const int64_t found = full ? full : (same == 1 ? alone : 0);
    if (!found)
        note_place(list, location);
    return found;
}
