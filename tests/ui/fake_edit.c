/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fake_edit.c - what the gallery keeps of a room that is changed, and what it refuses */
#include <stdlib.h>
#include <string.h>

#include "atelier/app/change_post.h"
#include "atelier/app/edit.h"
#include "atelier/app/shared_address.h"
#include "atelier/base/memory.h"
#include "atelier/domain/room.h"
#include "fake_app.h"

bool
edit_load(struct atelier *at, const struct entity *entity, int64_t id, void *record,
          struct error *err)
{
    struct room *room = record;
    struct buffer name = { 0 };

    (void)err;
    record_clear(entity, record);
    room->head.id = id;
    room->head.rev = 1;
    room->venue = 3;
    fake_room_add_name(at, id, &name);
    room->name = buffer_take(&name);
    room->seats = 10 + id % 90;
    return true;
}

bool
edit_may(struct atelier *at, const struct entity *entity, const void *record,
         struct error *err)
{
    (void)at;
    (void)entity;
    (void)record;
    (void)err;
    return true;
}

bool
edit_leaves(struct atelier *at, const struct entity *entity, const void *record,
            struct buffer *text)
{
    (void)at;
    (void)entity;
    (void)record;
    (void)text;
    return false;
}

bool
edit_warning(struct atelier *at, const struct entity *entity, const void *record,
             struct buffer *text)
{
    (void)at;
    (void)entity;
    (void)record;
    (void)text;
    return false;
}

bool
edit_prepare(struct atelier *at, const struct entity *entity, void *record,
             struct error *err)
{
    (void)at;
    (void)entity;
    (void)record;
    (void)err;
    return true;
}

static bool
keep_room(struct atelier *at, const struct room *room)
{
    at->named = room->head.id;
    memory_replace(&at->name, room->name);
    at->seats = room->seats;
    return true;
}

bool
edit_add(struct atelier *at, const struct entity *entity, void *record,
         struct questions *questions, struct error *err)
{
    struct room *room = record;

    (void)entity;
    (void)questions;
    (void)err;
    room->head.id = ++at->count;
    return keep_room(at, room);
}

bool
edit_change_asked(struct atelier *at, const struct entity *entity, void *record,
                  struct questions *questions, struct error *err)
{
    struct room *room = record;

    (void)questions;
    (void)entity;
    if (strcmp(room->name, "conflict") == 0 && room->head.rev == 1)
        return error_set(err, ERROR_CONFLICT, "A colleague was first.");
    return keep_room(at, room);
}

bool
edit_remove(struct atelier *at, const struct entity *entity, int64_t id, int64_t rev,
            struct error *err)
{
    (void)entity;
    (void)rev;
    if (id == 2)
        return error_set(err, ERROR_RULE,
                         "Three meetings need this room; move them first.");
    at->removed = id;
    return true;
}

bool
edit_names_are_told(struct atelier *at, const struct person *person, bool *exchanged)
{
    (void)at;
    (void)person;
    *exchanged = false;
    return false;
}

bool
shared_address_warn(struct atelier *at, const struct person *before,
                    const struct person *person, struct buffer *text)
{
    (void)at;
    (void)before;
    (void)person;
    (void)text;
    return false;
}

bool
edit_add_person(struct atelier *at, struct person *person, const char *organisation,
                int64_t category, const char *function, struct questions *questions,
                struct error *err)
{
    (void)at;
    (void)person;
    (void)organisation;
    (void)category;
    (void)function;
    (void)questions;
    return error_set(err, ERROR_RULE, "There are no people here.");
}

bool
post_load(struct atelier *at, int64_t person, struct post *post, struct error *err)
{
    (void)at;
    (void)person;
    (void)post;
    return error_set(err, ERROR_RULE, "There are no people here.");
}

bool
post_change(struct atelier *at, struct person *person, const struct post *before,
            const struct post *after, struct questions *questions, struct error *err)
{
    (void)at;
    (void)person;
    (void)before;
    (void)after;
    (void)questions;
    return error_set(err, ERROR_RULE, "There are no people here.");
}
