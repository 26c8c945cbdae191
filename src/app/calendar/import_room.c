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

static bool
is_name(const char *text)
{
    struct error ignored = { 0 };
    struct room room;

    record_init(&room_entity, &room);
    const bool ok =
        !text_is_blank(text) &&
        field_parse(entity_field(&room_entity, "name"), &room, text, &ignored);
    record_clear(&room_entity, &room);
    return ok;
}

/* "Microsoft Teams Meeting", "Online", "tbc": nobody sits there. */
static bool
is_nowhere(const char *folded)
{
    static const char *const words[] = {
        "a definir",       "en ligne", "en remoto", "google meet", "jitsi",  "online",
        "skype",           "tba",      "tbc",       "tbd",         "teams",  "visio",
        "visioconference", "webex",    "zoom",      "distanciel",  "remote",
    };
    struct buffer text = { 0 };
    bool found = false;

    buffer_addf(&text, " %s ", folded);
    for (size_t i = 0; i < sizeof words / sizeof words[0] && !found; i++) {
        struct buffer word = { 0 };
        buffer_addf(&word, " %s ", words[i]);
        found = strstr(buffer_text(&text), buffer_text(&word)) != NULL;
        buffer_clear(&word);
    }
    buffer_clear(&text);
    return found;
}

/* "Salle Ovale, Grand Palais, 3 avenue X": the venue stands behind one of the commas. */
static const struct import_venue *
find_venue(const struct import_place_list *list, const char *name, size_t *length)
{
    for (const char *comma = strchr(name, ','); comma; comma = strchr(comma + 1, ',')) {
        const struct import_venue *venue = import_place_venue(list, comma + 1);
        *length = (size_t)(comma - name);
        if (venue)
            return venue;
    }
    return NULL;
}

static void
settle_place(const struct calendar_import *import, struct calendar_import_place *place)
{
    const struct import_place_list *list = &import->places;
    size_t length = strlen(place->name);
    const struct import_venue *venue = find_venue(list, place->name, &length);

    if (!venue && (strchr(place->name, ',') || is_nowhere(place->folded) ||
                   import_place_venue(list, place->name)))
        return;
    struct buffer name = { 0 };
    buffer_add_part(&name, place->name, length);
    place->room = text_tidy(buffer_text(&name));
    buffer_clear(&name);
    place->may_be_room = is_name(place->room);
    place->venue = venue ? venue->id : import->usual_venue;
}

void
import_room_settle(struct calendar_import *import)
{
    for (size_t i = 0; i < import->places.count; i++)
        settle_place(import, &import->places.items[i]);
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
    for (size_t i = 0; i < import->places.count; i++) {
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

    return meeting->place && !meeting->room && imported->wanted.place &&
           strcmp(meeting->place, imported->wanted.place) == 0 && meeting->source_uid;
}

static bool
may_change(const struct calendar_import *import, const struct meeting *meeting)
{
    struct error ignored = { 0 };

    return meeting->head.id && meeting_is_open(meeting) &&
           atelier_may(import->at, ACT_MEETING_IMPORT_NEEDS,
                       record_subject(&meeting_entity, meeting), &ignored);
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
    if (row->deed == CALENDAR_IMPORT_ADD || row->deed == CALENDAR_IMPORT_CHANGE)
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
