/* SPDX-License-Identifier: GPL-3.0-or-later */
/* programme.c - what a meeting consists of */
#include "atelier/domain/programme.h"

#include <stdlib.h>

#include "atelier/base/memory.h"

void
programme_clear(struct programme *programme)
{
    for (size_t i = 0; i < programme->count; i++) {
        free(programme->parts[i].title);
        free(programme->parts[i].room_name);
        free(programme->parts[i].leader_name);
        free(programme->parts[i].speakers);
        free(programme->parts[i].holder);
    }
    for (size_t i = 0; i < programme->room_count; i++)
        free(programme->rooms[i].name);
    free(programme->parts);
    free(programme->rooms);
    slot_list_clear(&programme->slots);
    *programme = (struct programme){ 0 };
}

struct programme_part *
programme_add(struct programme *programme)
{
    programme->parts = memory_grow(programme->parts, &programme->capacity,
                                   programme->count + 1, sizeof programme->parts[0]);
    struct programme_part *part = &programme->parts[programme->count++];
    *part = (struct programme_part){ .seats = NUMBER_NONE, .least = NUMBER_NONE };
    return part;
}

struct programme_room *
programme_add_room(struct programme *programme)
{
    programme->rooms = memory_grow(programme->rooms, &programme->room_capacity,
                                   programme->room_count + 1, sizeof programme->rooms[0]);
    struct programme_room *room = &programme->rooms[programme->room_count++];
    *room = (struct programme_room){ .seats = NUMBER_NONE };
    return room;
}

static int
compare(const void *a, const void *b)
{
    const struct programme_part *x = a;
    const struct programme_part *y = b;
    int order = local_time_compare(x->start, y->start);

    if (order == 0)
        order = programme_part_is_item(y) - programme_part_is_item(x);
    return order != 0 ? order : (x->row.id > y->row.id) - (x->row.id < y->row.id);
}

void
programme_sort(struct programme *programme)
{
    if (programme->count > 0)
        qsort(programme->parts, programme->count, sizeof programme->parts[0], compare);
}

bool
programme_part_is_item(const struct programme_part *part)
{
    return part->row.entity == ENTITY_ITEM;
}

bool
programme_part_meets(const struct programme_part *part, struct local_time start,
                     struct local_time end)
{
    return local_time_compare(part->start, start) == 0 ||
           (local_time_compare(part->start, end) < 0 &&
            local_time_compare(start, part->end) < 0);
}

size_t
programme_find(const struct programme *programme, struct row_ref row)
{
    for (size_t i = 0; i < programme->count; i++)
        if (programme->parts[i].row.entity == row.entity &&
            programme->parts[i].row.id == row.id)
            return i;
    return PROGRAMME_NONE;
}

const struct slot *
programme_slot(const struct programme *programme, int64_t id)
{
    for (size_t i = 0; i < programme->slots.count; i++)
        if (programme->slots.items[i].head.id == id)
            return &programme->slots.items[i];
    return NULL;
}
