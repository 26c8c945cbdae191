/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_room.c - rooms made of the places of a calendar, in one choice
 *
 * People write a room, a room and its building, an address, or where to dial in.  A place
 * is taken for a room when it names a venue of the office behind a comma, or has no comma
 * at all: what is cut by one is an address, and rooms in other people's streets are worse
 * than words.
 */
#include "calendar/import_room.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/act.h"
#include "atelier/domain/room.h"
#include "atelier/store/row_table.h"
#include "calendar/import_room_name.h"

bool
import_room_take_venue(struct calendar_import *import, int64_t id, struct error *err)
{
    const struct import_place_list *places = &import->places;

    import->usual_venue = import->choice.venue;
    if (import->usual_venue)
        return true;
    if (!id) {
        import->usual_venue = places->venue_count == 1 ? places->venues[0].id : 0;
        return true;
    }
    struct room room;
    record_init(&room_entity, &room);
    const bool ok = row_load(import->at->db, &room_entity, id, &room, err);
    import->usual_venue = room.venue;
    record_clear(&room_entity, &room);
    return ok;
}

/* --- what a place is */

/* "Salle Ovale, Grand Palais, 3 avenue X": the venue stands between two of the commas, or
 * behind the last. */
static const struct import_venue *
find_venue(const struct import_place_list *list, const char *name, size_t *length)
{
    const struct place_cut_list cuts = import_place_cuts(name);
    const struct import_venue *venue = NULL;

    for (size_t first = 0; first + 1 < cuts.count && !venue; first++)
        for (size_t last = cuts.count - 1; last > first && !venue; last--) {
            char *folded = import_place_between(name, cuts.at[first] + 1, cuts.at[last]);
            venue = import_place_venue(list, folded);
            free(folded);
            if (venue)
                *length = cuts.at[first];
        }
    return venue;
}

static int64_t
find(const struct import_place_list *list, const struct calendar_import_place *place)
{
    char *name = fold_copy(place->room);
    int64_t found = 0;

    for (size_t i = 0; i < list->room_count && !found; i++)
        if (list->rooms[i].venue == place->venue &&
            strcmp(list->rooms[i].name, name) == 0)
            found = list->rooms[i].id;
    free(name);
    return found;
}

static void
settle_place(const struct calendar_import *import, struct calendar_import_place *place)
{
    const struct import_place_list *list = &import->places;
    size_t length = strlen(place->name);
    const struct import_venue *venue = find_venue(list, place->name, &length);

    if (!venue && (strchr(place->name, ',') || import_room_is_nowhere(place->folded) ||
                   import_place_begins_with_venue(list, place->folded)))
        return;
    struct buffer name = { 0 };
    buffer_add_part(&name, place->name, length);
    place->room = text_tidy(buffer_text(&name));
    buffer_clear(&name);
    place->may_be_room = import_room_may_be_called(place->room);
    place->venue = venue ? venue->id : import->usual_venue;
    if (import->choice.create_rooms && place->may_be_room && place->venue)
        place->here = find(list, place);
}

void
import_room_settle(struct calendar_import *import)
{
    for (size_t i = 0; i < import->places.count; i++)
        settle_place(import, &import->places.items[i]);
    import_place_list_order(&import->places);
}

int64_t
calendar_import_venue(const struct calendar_import *import)
{
    return import->usual_venue;
}

size_t
calendar_import_room_count(const struct calendar_import *import, size_t *homeless)
{
    size_t count = 0;

    *homeless = 0;
    for (size_t i = 0; i < import->places.listed; i++) {
        const struct calendar_import_place *place = &import->places.items[i];
        count += place->may_be_room;
        *homeless += place->may_be_room && strcmp(place->room, place->name) == 0;
    }
    return count;
}

/* --- of a row */

/* The words are those that came from the file: nobody here chose them. */
static bool
has_its_words(const struct imported *imported)
{
    const struct meeting *meeting = &imported->row.meeting;

    return !imported->part.is_one && !imported->takes_nothing && meeting->place &&
           !meeting->room && imported->wanted.place &&
           strcmp(meeting->place, imported->wanted.place) == 0 && meeting->source_uid;
}

/* Of what is new, or was taken before; what is ours and the same takes nothing, nor does
 * what is off. */
static bool
takes_words(const struct imported *imported)
{
    const struct calendar_import_row *row = &imported->row;
    const struct meeting *wanted = &imported->wanted;

    return wanted->place && !wanted->room && !row->is_off && !imported->takes_nothing &&
           (!row->meeting.head.id || has_its_words(imported));
}

void
import_room_count(struct calendar_import *import)
{
    import_place_list_forget_rows(&import->places);
    for (size_t i = 0; i < import->file_count; i++)
        if (takes_words(import->rows[i]))
            import_place_count_row(&import->places, import->rows[i]->wanted.place);
    import_place_list_order(&import->places);
}

static bool
may_change(const struct calendar_import *import, const struct meeting *meeting)
{
    struct error ignored = { 0 };

    return meeting->head.id && meeting_is_open(meeting) &&
           atelier_may(import->at, ACT_MEETING_IMPORT_NEEDS,
                       record_subject(&meeting_entity, meeting), &ignored);
}

static char *
text_of(const struct field *field, const struct meeting *meeting)
{
    struct buffer text = { 0 };

    return field_format(field, meeting, &text) ? buffer_take(&text) : NULL;
}

/* What the list of changes says of a field becomes true again. */
static void
change_field(struct calendar_import_row *row, const char *name, const char *before,
             const char *after)
{
    const struct field *field = entity_field(&meeting_entity, name);
    size_t i = 0;

    while (i < row->change_count && row->changes[i].field != field)
        i++;
    if (i == row->change_count) {
        row->changes = memory_grow(row->changes, &row->change_capacity,
                                   row->change_count + 1, sizeof row->changes[0]);
        row->changes[row->change_count++] =
            (struct calendar_import_change){ field, memory_copy(before), NULL };
    }
    struct calendar_import_change *change = &row->changes[i];
    memory_replace(&change->after, after);
    if (!change->before && !change->after)
        *change = row->changes[--row->change_count];
}

/* The room that is there is taken in the place of the words. */
static void
use_room(struct calendar_import_row *row, int64_t room)
{
    const struct field *place = entity_field(&meeting_entity, "place");
    struct meeting *meeting = &row->meeting;
    char *words = text_of(place, meeting);

    meeting->room = room;
    memory_replace(&meeting->place, NULL);
    if (meeting->head.id) {
        char *called = text_of(entity_field(&meeting_entity, "room"), meeting);
        change_field(row, "place", words, NULL);
        change_field(row, "room", NULL, called);
        free(called);
    }
    free(words);
}

void
import_room_judge(const struct calendar_import *import, struct imported *imported)
{
    struct calendar_import_row *row = &imported->row;

    row->new_room = NULL;
    if (!import->choice.create_rooms || !has_its_words(imported))
        return;
    const struct calendar_import_place *place =
        import_place_noted(&import->places, imported->wanted.place);
    if (!place || !place->may_be_room || !place->venue)
        return;
    if (row->verdict == IMPORT_SAME && may_change(import, &row->meeting)) {
        row->verdict = IMPORT_CHANGED;
        row->deed = CALENDAR_IMPORT_CHANGE;
    }
    if (row->deed != CALENDAR_IMPORT_ADD && row->deed != CALENDAR_IMPORT_CHANGE)
        return;
    if (place->here)
        use_room(row, place->here);
    else
        row->new_room = place;
}

/* --- written */

bool
import_room_begin(struct calendar_import *import, struct error *err)
{
    struct import_place_list now = { 0 };
    struct import_place_list *list = &import->places;

    if (!import->choice.create_rooms)
        return true;
    const bool ok = atelier_may(import->at, ACT_ROOM_ADD_NEEDS, ROW_NONE, err) &&
                    import_place_list_load(&now, import->at, err);
    if (ok) { /* what was noted stays */
        const struct import_place_list before = *list;
        now.items = before.items;
        now.count = before.count;
        now.capacity = before.capacity;
        now.listed = before.listed;
        now.sorted = before.sorted;
        *list = now;
        now = before;
        now.items = NULL;
        now.count = 0;
        now.sorted = NULL;
    }
    import_place_list_clear(&now);
    return ok;
}

static bool
create(struct calendar_import *import, const struct calendar_import_place *place,
       int64_t *id, struct error *err)
{
    struct room room;

    record_init(&room_entity, &room);
    room.name = memory_copy(place->room);
    room.venue = place->venue;
    const bool ok = record_check(&room_entity, &room, err) &&
                    row_insert(import->at->db, &room_entity, &room, import->at->login,
                               atelier_now(import->at), err);
    *id = room.head.id;
    record_clear(&room_entity, &room);
    return ok;
}

bool
import_room_take(struct calendar_import *import, const struct calendar_import_row *row,
                 struct meeting *meeting, struct calendar_import_outcome *outcome,
                 struct error *err)
{
    const struct calendar_import_place *place = row->new_room;
    if (!place)
        return true;
    int64_t id = find(&import->places, place);
    bool ok = true;
    if (!id) {
        ok = create(import, place, &id, err);
        outcome->rooms += ok;
        import_place_add_room(&import->places, id, place->venue, place->room);
    }
    meeting->room = id;
    memory_replace(&meeting->place, NULL);
    return ok;
}
