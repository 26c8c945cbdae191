/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fake_app.c - the app layer as the gallery needs it: rooms without a database
 *
 * ROOMS in the environment says how many there are (40).  The file that CHANGED
 * names, when it appears, stands for a colleague's write.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "atelier/app/atelier.h"
#include "atelier/app/browse.h"
#include "atelier/app/display.h"
#include "atelier/app/edit.h"
#include "atelier/app/post.h"
#include "atelier/app/preference.h"
#include "atelier/app/reference.h"
#include "atelier/app/undo.h"
#include "atelier/app/upkeep.h"
#include "atelier/app/zone_find.h"
#include "atelier/base/fold.h"
#include "atelier/base/memory.h"
#include "atelier/domain/room.h"
#include "atelier/domain/when.h"

struct atelier {
    int64_t count;
    int64_t removed; /* one room can be removed */
    int64_t named;   /* one can have another name */
    char *name;
    int64_t seats;
    bool changed;
    enum theme theme;
    bool (*stop)(void *context);
    void *stop_context;
};

struct atelier *fake_atelier(void);
void fake_atelier_free(struct atelier *at);

struct atelier *
fake_atelier(void)
{
    struct atelier *at = memory_new(1, sizeof(*at));
    const char *count = getenv("ROOMS");

    at->count = count == NULL ? 40 : strtoll(count, NULL, 10);
    at->seats = NUMBER_NONE;
    return at;
}

void
fake_atelier_free(struct atelier *at)
{
    free(at->name);
    free(at);
}

/* --- one person at work, who likes one theme until the end */

enum theme
preference_theme(struct atelier *at)
{
    return at->theme;
}

bool
preference_set_theme(struct atelier *at, enum theme theme, struct error *err)
{
    (void)err;
    at->theme = theme;
    return true;
}

const struct own_folder *
atelier_folder(const struct atelier *at)
{
    (void)at;
    return NULL;
}

bool
atelier_changed(struct atelier *at)
{
    const char *path = getenv("CHANGED");

    if (path == NULL || at->changed || access(path, F_OK) != 0)
        return false;
    at->changed = true;
    at->removed = 1; /* the colleague removed the first room */
    return true;
}

bool
atelier_is_let_in(const struct atelier *at, struct error *err)
{
    (void)at;
    (void)err;
    return true;
}

void
atelier_set_stop(struct atelier *at, bool (*stop)(void *context), void *context)
{
    at->stop = stop;
    at->stop_context = context;
}

bool
atelier_may(const struct atelier *at, enum permission permission, struct row_ref subject,
            struct error *err)
{
    (void)at;
    (void)permission;
    (void)subject;
    (void)err;
    return true;
}

enum staff_role
atelier_role(const struct atelier *at)
{
    (void)at;
    return ROLE_ADMINISTRATOR;
}

void
atelier_set_waiting(struct atelier *at, bool (*give_up)(void *context, int64_t waited),
                    void *context)
{
    (void)at; /* nothing is written to a file here */
    (void)give_up;
    (void)context;
}

struct date
atelier_today(struct atelier *at)
{
    (void)at;
    return (struct date){ 2027, 3, 1 };
}

bool
atelier_local_time(struct atelier *at, instant when, const char *zone,
                   struct local_time *local, struct error *err)
{
    (void)at;
    (void)zone;
    (void)err;
    *local = local_time_from_instant(when);
    return true;
}

/* --- rooms */

static const char *const names[] = { "Périgueux",       "Łódź", "São Paulo",
                                     "Council chamber", "東京", "Salle des fêtes",
                                     "Zürich" };

static void
add_name(const struct atelier *at, int64_t id, struct buffer *buffer)
{
    if (id == at->named)
        buffer_add(buffer, at->name);
    else
        buffer_addf(buffer, "%s %lld", names[id % 7], (long long)id);
}

static bool
fits(const struct atelier *at, int64_t id, const char *wanted)
{
    struct buffer name = { 0 };
    char *folded;
    bool yes;

    if (id < 1 || id > at->count || id == at->removed)
        return false;
    if (wanted == NULL)
        return true;
    add_name(at, id, &name);
    folded = fold_copy(buffer_text(&name));
    yes = strstr(folded, wanted) != NULL;
    free(folded);
    buffer_clear(&name);
    return yes;
}

static void
add_row(const struct atelier *at, int64_t id, struct listing_page *page)
{
    const struct listing *listing = listing_get(LISTING_ROOM);
    struct listing_row *row = &page->rows[page->count++];
    struct buffer name = { 0 };
    char seats[24];

    add_name(at, id, &name);
    (void)snprintf(seats, sizeof(seats), "%lld",
                   (long long)(id == at->named && at->seats != NUMBER_NONE
                                   ? at->seats
                                   : 10 + id % 90));
    *row = (struct listing_row){ .id = id, .key = { .id = id } };
    row->cells = memory_new(listing->column_count, sizeof(*row->cells));
    for (size_t i = 0; i < listing->column_count; i++) {
        const char *column = listing->columns[i].name;

        if (strcmp(column, "name") == 0)
            row->cells[i] = memory_copy(buffer_text(&name));
        else if (strcmp(column, "venue_name") == 0)
            row->cells[i] =
                memory_copy(id % 2 ? "Hôtel de ville" : "Maison des associations");
        else if (strcmp(column, "seats") == 0)
            row->cells[i] = memory_copy(seats);
        else if (strcmp(column, "address") == 0)
            row->cells[i] = memory_copy("1 place de l'Exemple");
    }
    buffer_clear(&name);
}

bool
listing_fetch(struct atelier *at, const struct listing_query *query,
              enum listing_direction direction, const struct listing_key *key,
              size_t count, struct listing_page *page, struct error *err)
{
    char *wanted = query->search == NULL ? NULL : fold_copy(query->search);
    int64_t step = direction == LISTING_LAST || direction == LISTING_BEFORE ? -1 : 1;
    int64_t id = direction == LISTING_FIRST   ? 1
                 : direction == LISTING_LAST  ? at->count
                 : direction == LISTING_FROM  ? key->id
                 : direction == LISTING_AFTER ? key->id + 1
                                              : key->id - 1;
    int64_t first = id;

    (void)err;
    *page =
        (struct listing_page){ .column_count = listing_get(LISTING_ROOM)->column_count };
    if (query->kind != LISTING_ROOM) {
        free(wanted);
        return true;
    }
    page->rows = memory_new(count + 1, sizeof(*page->rows));
    for (; id >= 1 && id <= at->count && page->count < count; id += step)
        if (fits(at, id, wanted))
            add_row(at, id, page);
    for (; id >= 1 && id <= at->count && !fits(at, id, wanted); id += step)
        ;
    if (step > 0) {
        page->more_after = id <= at->count;
        page->more_before = first > 1;
    } else {
        page->more_before = id >= 1;
        page->more_after = first < at->count;
        for (size_t i = 0; i < page->count / 2; i++) {
            struct listing_row row = page->rows[i];

            page->rows[i] = page->rows[page->count - 1 - i];
            page->rows[page->count - 1 - i] = row;
        }
    }
    free(wanted);
    return true;
}

bool
listing_locate(struct atelier *at, const struct listing_query *query, int64_t id,
               struct listing_key *key, struct error *err)
{
    char *wanted = query->search == NULL ? NULL : fold_copy(query->search);
    bool found = fits(at, id, wanted);

    free(wanted);
    if (!found)
        return error_set(err, ERROR_NOT_FOUND, "No such room.");
    *key = (struct listing_key){ .id = id };
    return true;
}

bool
listing_count(struct atelier *at, const struct listing_query *query, int64_t most,
              int64_t *count, struct error *err)
{
    char *wanted = query->search == NULL ? NULL : fold_copy(query->search);

    (void)err;
    *count = 0;
    for (int64_t id = 1; query->kind == LISTING_ROOM && id <= at->count && *count < most;
         id++)
        *count += fits(at, id, wanted);
    free(wanted);
    return true;
}

bool
reference_find(struct atelier *at, enum entity_kind entity, const char *text, size_t most,
               struct search_hit_list *list, struct error *err)
{
    char *wanted = fold_copy(text);

    (void)err;
    for (int64_t id = 1; id <= at->count && list->count < most; id++)
        if (fits(at, id, wanted)) {
            struct buffer name = { 0 };

            add_name(at, id, &name);
            list->items = memory_grow(list->items, &list->capacity, list->count + 1,
                                      sizeof(*list->items));
            list->items[list->count++] = (struct search_hit){
                .entity = entity, .row = id, .title = buffer_take(&name)
            };
        }
    free(wanted);
    return true;
}

bool
zone_find(struct atelier *at, const char *text, const char *present, size_t most,
          struct search_hit_list *list, struct error *err)
{
    (void)present;
    return reference_find(at, ENTITY_ROOM, text, most, list, err);
}

bool
browse_search(struct atelier *at, const char *text, size_t most,
              struct search_hit_list *list, struct error *err)
{
    return reference_find(at, ENTITY_ROOM, text, most, list, err);
}

/* --- values */

void
display_field(struct atelier *at, const struct field *field, const void *record,
              struct buffer *buffer)
{
    if (field->kind == FIELD_REFERENCE)
        add_name(at, field_number(field, record), buffer);
    else if (field->kind == FIELD_CHOICE)
        buffer_add(buffer, field->choices[field_number(field, record)].label);
    else
        (void)field_format(field, record, buffer);
}

void
display_cell(struct atelier *at, const struct column *column, const char *canonical,
             struct buffer *buffer)
{
    (void)at;
    (void)column;
    buffer_add(buffer, canonical);
}

void
display_elsewhere(struct atelier *at, const char *zone, struct buffer *buffer)
{
    (void)at;
    (void)zone;
    (void)buffer;
}

void
display_row(struct atelier *at, const struct entity *entity, const void *record,
            struct buffer *buffer)
{
    (void)at;
    entity->title(record, buffer);
}

void
display_title(struct atelier *at, enum entity_kind entity, int64_t id,
              struct buffer *buffer)
{
    (void)at;
    buffer_addf(buffer, "%s %lld", entity_get(entity)->label, (long long)id);
}

/* --- changing */

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
    add_name(at, id, &name);
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
undo_may(struct atelier *at)
{
    (void)at;
    return true;
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
edit_change(struct atelier *at, const struct entity *entity, void *record,
            struct error *err)
{
    struct room *room = record;

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

instant
atelier_now(const struct atelier *at)
{
    (void)at;
    return 0;
}

bool
undo_next(struct atelier *at, int64_t before, struct journal_entry *entry,
          struct error *err)
{
    if (at->removed == 0 || before != 0)
        return error_set(err, ERROR_NOT_FOUND, "There is nothing to undo.");
    entry->id = 1;
    entry->at = INT64_MAX;
    entry->act = memory_copy("room.remove");
    return true;
}

bool
undo_is_long_ago(const struct atelier *at, const struct journal_entry *entry)
{
    (void)at;
    (void)entry;
    return false;
}

bool
undo_act(struct atelier *at, int64_t id, struct questions *questions,
         struct journal_entry *entry, struct error *err)
{
    (void)id;
    (void)questions;
    if (at->removed == 0)
        return error_set(err, ERROR_NOT_FOUND, "There is nothing to undo.");
    at->removed = 0;
    entry->act = memory_copy("room.remove");
    entry->summary = memory_copy("the room");
    return true;
}

bool
redo_last(struct atelier *at, struct questions *questions, struct journal_entry *entry,
          struct error *err)
{
    (void)questions;
    (void)at;
    (void)entry;
    return error_set(err, ERROR_NOT_FOUND, "There is nothing to redo.");
}

bool
undo_offers_find(struct atelier *at, const struct journal_entry *entry,
                 struct undo_offers *offers)
{
    (void)at;
    (void)entry;
    *offers = (struct undo_offers){ 0 };
    return false;
}

void
undo_offers_say(struct atelier *at, const struct undo_offers *offers, struct buffer *text)
{
    (void)at;
    (void)offers;
    (void)text;
}

void
undo_offers_clear(struct undo_offers *offers)
{
    (void)offers;
}

bool
undo_is_own(struct atelier *at, int64_t id)
{
    (void)at;
    (void)id;
    return true;
}

bool
undo_warn(struct atelier *at, const struct journal_entry *entry, struct buffer *text)
{
    (void)at;
    (void)entry;
    (void)text;
    return false;
}

/* --- settings: nobody opens them here */

const struct settings *
atelier_settings(const struct atelier *at)
{
    static const struct settings none = { .keep_years = NUMBER_NONE };

    (void)at;
    return &none;
}

bool
upkeep_warn_of_seats(struct atelier *at, const struct settings *before,
                     const struct settings *after, struct buffer *text)
{
    (void)at;
    (void)before;
    (void)after;
    (void)text;
    return false;
}

bool
upkeep_change_settings(struct atelier *at, struct settings *settings, struct error *err)
{
    (void)at;
    (void)settings;
    return error_set(err, ERROR_RULE, "There are no settings here.");
}
