/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fake_rooms.c - the rooms of the gallery, as lists, searches and cells show them */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/browse.h"
#include "atelier/app/display.h"
#include "atelier/app/reference.h"
#include "atelier/app/reference_within.h"
#include "atelier/app/zone_find.h"
#include "atelier/base/fold.h"
#include "atelier/base/memory.h"
#include "fake_app.h"

static const char *const names[] = { "Périgueux",       "Łódź", "São Paulo",
                                     "Council chamber", "東京", "Salle des fêtes",
                                     "Zürich" };

void
fake_room_add_name(const struct atelier *at, int64_t id, struct buffer *buffer)
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
    fake_room_add_name(at, id, &name);
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

    fake_room_add_name(at, id, &name);
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

            fake_room_add_name(at, id, &name);
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
reference_has_few(enum entity_kind entity)
{
    (void)entity;
    return true;
}

/* Nothing is called as it was typed. */
bool
reference_is_within(enum entity_kind entity)
{
    (void)entity;
    return false;
}

bool
reference_find_within(struct atelier *at, enum entity_kind entity, int64_t meeting,
                      const char *text, struct search_hit_list *list, struct error *err)
{
    (void)at;
    (void)entity;
    (void)meeting;
    (void)text;
    (void)list;
    (void)err;
    return true;
}

bool
reference_called(struct atelier *at, enum entity_kind entity, const char *name,
                 int64_t *id, struct error *err)
{
    (void)at;
    (void)entity;
    (void)name;
    (void)err;
    *id = 0;
    return true;
}

bool
browse_search(struct atelier *at, const char *text, size_t most,
              struct search_hit_list *list, struct error *err)
{
    return reference_find(at, ENTITY_ROOM, text, most, list, err);
}

bool
browse_search_first(struct atelier *at, const char *text, size_t most,
                    struct search_hit_list *list, struct error *err)
{
    return browse_search(at, text, most, list, err);
}

/* --- values */

void
display_field(struct atelier *at, const struct field *field, const void *record,
              struct buffer *buffer)
{
    if (field->kind == FIELD_REFERENCE)
        fake_room_add_name(at, field_number(field, record), buffer);
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
