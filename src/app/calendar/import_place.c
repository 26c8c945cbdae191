/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_place.c - which room of the office a LOCATION names */
#include "calendar/import_place.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/room.h"
#include "atelier/domain/venue.h"
#include "atelier/store/row_table.h"
#include "session/session.h"

void
import_place_add_room(struct import_place_list *list, int64_t id, int64_t venue,
                      const char *name)
{
    list->rooms = memory_grow(list->rooms, &list->room_capacity, list->room_count + 1,
                              sizeof list->rooms[0]);
    list->rooms[list->room_count++] =
        (struct import_room){ .id = id, .venue = venue, .name = fold_copy(name) };
}

static void
take_room(void *context, int64_t id, const char *name)
{
    import_place_add_room(context, id, 0, name);
}

static void
take_venue(void *context, int64_t id, const char *name)
{
    struct import_place_list *list = context;

    list->venues = memory_grow(list->venues, &list->venue_capacity, list->venue_count + 1,
                               sizeof list->venues[0]);
    list->venues[list->venue_count++] =
        (struct import_venue){ .id = id, .name = fold_copy(name) };
}

static struct import_venue *
venue_of(const struct import_place_list *list, const struct import_room *room)
{
    for (size_t i = 0; i < list->venue_count; i++)
        if (list->venues[i].id == room->venue)
            return &list->venues[i];
    return NULL;
}

static bool
find_venue(struct import_place_list *list, struct atelier *at, struct import_room *found,
           struct error *err)
{
    struct room room;
    record_init(&room_entity, &room);
    const bool ok = row_load(at->db, &room_entity, found->id, &room, err);
    found->venue = room.venue;
    record_clear(&room_entity, &room);
    struct import_venue *venue = ok ? venue_of(list, found) : NULL;
    if (venue) {
        struct buffer full = { 0 };
        buffer_addf(&full, "%s %s", found->name, venue->name);
        found->full = buffer_take(&full);
        venue->rooms++;
        venue->room = found->id;
    }
    return ok;
}

bool
import_place_list_load(struct import_place_list *list, struct atelier *at,
                       struct error *err)
{
    bool ok = row_each(at->db, &venue_entity, "name", take_venue, list, err) &&
              row_each(at->db, &room_entity, "name", take_room, list, err);

    for (size_t i = 0; ok && i < list->room_count; i++)
        ok = find_venue(list, at, &list->rooms[i], err);
    return ok;
}

static void
clear_item(struct calendar_import_place *item)
{
    free(item->name);
    free(item->folded);
    free(item->room);
}

void
import_place_list_clear(struct import_place_list *list)
{
    for (size_t i = 0; i < list->room_count; i++) {
        free(list->rooms[i].name);
        free(list->rooms[i].full);
    }
    for (size_t i = 0; i < list->venue_count; i++)
        free(list->venues[i].name);
    for (size_t i = 0; i < list->count; i++)
        clear_item(&list->items[i]);
    free(list->rooms);
    free(list->venues);
    free(list->items);
    free(list->sorted);
    *list = (struct import_place_list){ 0 };
}

static void
note_place(struct import_place_list *list, const char *location)
{
    char *name = text_tidy(location);

    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof list->items[0]);
    list->items[list->count] = (struct calendar_import_place){
        .name = name,
        .folded = fold_copy(name),
        .number = list->count,
        .rows = 1,
    };
    list->count++;
}

static int
compare_names(const void *a, const void *b)
{
    const struct calendar_import_place *one = a;
    const struct calendar_import_place *other = b;

    const int order = strcmp(one->folded, other->folded);

    return order ? order : (one->number > other->number) - (one->number < other->number);
}

static int
compare_rows(const void *a, const void *b)
{
    const struct calendar_import_place *one = a;
    const struct calendar_import_place *other = b;

    if ((one->here != 0) != (other->here != 0))
        return one->here ? 1 : -1;
    return one->rows != other->rows
               ? (one->rows < other->rows) - (one->rows > other->rows)
               : compare_names(a, b);
}

static int
compare_sorted(const void *a, const void *b)
{
    return compare_names(*(struct calendar_import_place *const *)a,
                         *(struct calendar_import_place *const *)b);
}

void
import_place_list_order(struct import_place_list *list)
{
    if (list->count == 0)
        return;
    qsort(list->items, list->count, sizeof list->items[0], compare_rows);
    if (!list->sorted)
        list->sorted = memory_new(list->count, sizeof(struct calendar_import_place *));
    list->listed = 0;
    for (size_t i = 0; i < list->count; i++) {
        list->sorted[i] = &list->items[i];
        list->listed += !list->items[i].here && list->items[i].rows > 0;
    }
    qsort(list->sorted, list->count, sizeof(struct calendar_import_place *),
          compare_sorted);
}

void
import_place_list_fold(struct import_place_list *list)
{
    size_t kept = 0;

    if (list->count == 0)
        return;
    qsort(list->items, list->count, sizeof list->items[0], compare_names);
    for (size_t i = 1; i < list->count; i++)
        if (strcmp(list->items[i].folded, list->items[kept].folded) == 0) {
            list->items[kept].rows += list->items[i].rows;
            clear_item(&list->items[i]);
        } else {
            list->items[++kept] = list->items[i];
        }
    list->count = kept + 1;
    import_place_list_order(list);
}

static int
compare_with(const void *folded, const void *item)
{
    return strcmp(folded, (*(struct calendar_import_place *const *)item)->folded);
}

static struct calendar_import_place *
find_noted(const struct import_place_list *list, const char *location)
{
    if (list->count == 0)
        return NULL;
    char *folded = fold_copy(location);
    struct calendar_import_place *const *found =
        bsearch(folded, list->sorted, list->count, sizeof(struct calendar_import_place *),
                compare_with);
    free(folded);
    return found ? *found : NULL;
}

const struct calendar_import_place *
import_place_noted(const struct import_place_list *list, const char *location)
{
    return find_noted(list, location);
}

void
import_place_list_forget_rows(struct import_place_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        list->items[i].rows = 0;
}

void
import_place_count_row(struct import_place_list *list, const char *location)
{
    struct calendar_import_place *place = find_noted(list, location);

    if (place)
        place->rows++;
}

/* --- the parts of a place */

struct place_cut_list
import_place_cuts(const char *text)
{
    struct place_cut_list cuts = { 0 };

    for (size_t at = strcspn(text, ",\n"); text[at] && cuts.count < PLACE_CUTS - 1;
         at += 1 + strcspn(text + at + 1, ",\n"))
        cuts.at[cuts.count++] = at;
    cuts.at[cuts.count++] = strlen(text);
    return cuts;
}

char *
import_place_between(const char *text, size_t from, size_t to)
{
    struct buffer part = { 0 };

    buffer_add_part(&part, text + from, to - from);
    char *folded = fold_copy(buffer_text(&part));
    buffer_clear(&part);
    return folded;
}

const struct import_venue *
import_place_venue(const struct import_place_list *list, const char *folded)
{
    const struct import_venue *found = NULL;
    size_t same = 0;

    for (size_t i = 0; i < list->venue_count; i++)
        if (strcmp(list->venues[i].name, folded) == 0) {
            found = &list->venues[i];
            same++;
        }
    return same == 1 ? found : NULL;
}

bool
import_place_begins_with_venue(const struct import_place_list *list, const char *folded)
{
    for (size_t i = 0; i < list->venue_count; i++) {
        const char *name = list->venues[i].name;
        const size_t length = strlen(name);
        if (strncmp(folded, name, length) == 0 &&
            (folded[length] == '\0' || folded[length] == ' '))
            return true;
    }
    return false;
}

/* --- which room it is */

/* Whether one of the cuts parts the room from its venue, or there is none. */
static bool
ends_at_cut(const char *text, const struct place_cut_list *cuts, size_t count,
            const char *name)
{
    bool found = count == 0;

    for (size_t i = 0; i < count && !found; i++) {
        char *folded = import_place_between(text, 0, cuts->at[i]);
        found = strcmp(folded, name) == 0;
        free(folded);
    }
    return found;
}

/* The room that is named with its venue up to a cut; NULL: none, or several. */
static const struct import_room *
room_at_cut(const struct import_place_list *list, const char *text,
            const struct place_cut_list *cuts, size_t cut)
{
    char *folded = import_place_between(text, 0, cuts->at[cut]);
    const struct import_room *found = NULL;
    size_t same = 0;

    for (size_t i = 0; i < list->room_count; i++) {
        const struct import_room *room = &list->rooms[i];
        if (room->full && strcmp(room->full, folded) == 0 &&
            ends_at_cut(text, cuts, cut, room->name)) {
            found = room;
            same++;
        }
    }
    free(folded);
    return same == 1 ? found : NULL;
}

/* An address may follow the venue, as in our own calendars; words that follow it make
 * another venue of it.  The longest name is meant. */
static int64_t
full_room(const struct import_place_list *list, const char *text)
{
    const struct place_cut_list cuts = import_place_cuts(text);
    const struct import_room *found = NULL;

    for (size_t cut = cuts.count; cut > 0 && !found; cut--)
        found = room_at_cut(list, text, &cuts, cut - 1);
    return found ? found->id : 0;
}

static int64_t
only_room(const struct import_place_list *list, const char *folded)
{
    const struct import_venue *venue = import_place_venue(list, folded);

    return venue && venue->rooms == 1 ? venue->room : 0;
}

int64_t
import_place_find(struct import_place_list *list, const char *location, bool *by_venue)
{
    char *folded = fold_copy(location);
    const int64_t full = full_room(list, location);
    int64_t alone = 0;
    size_t same = 0;

    for (size_t i = 0; i < list->room_count; i++)
        if (strcmp(list->rooms[i].name, folded) == 0) {
            alone = list->rooms[i].id;
            same++;
        }
    const int64_t found = full        ? full
                          : same == 1 ? alone
                          : same == 0 ? only_room(list, folded)
                                      : 0;
    *by_venue = found && !full && same == 0;
    free(folded);
    if (!found)
        note_place(list, location);
    return found;
}
