/* SPDX-License-Identifier: GPL-3.0-or-later */
/* browse_programme.c - what a meeting consists of, read from the lists of its parts */
#include "atelier/app/browse_programme.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/app/browse.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"

enum { PARTS_MOST = 1000, ROOMS_MOST = 500 };

struct reading {
    struct atelier *at;
    const struct meeting *meeting;
    struct programme *programme;
};

static bool
fetch(const struct reading *reading, enum listing_kind kind, int64_t scope, size_t most,
      struct listing_page *page, struct error *err)
{
    const struct listing_query query = { .kind = kind, .scope = scope };

    return listing_fetch(reading->at, &query, LISTING_FIRST, NULL, most, page, err);
}

static const char *
text(enum listing_kind kind, const struct listing_row *row, const char *column)
{
    const struct listing *listing = listing_get(kind);

    for (size_t i = 0; i < listing->column_count; i++)
        if (strcmp(listing->columns[i].name, column) == 0)
            return row->cells[i];
    return NULL;
}

static int64_t
number(enum listing_kind kind, const struct listing_row *row, const char *column,
       int64_t none)
{
    enum { DECIMAL = 10 };
    const char *cell = text(kind, row, column);

    return cell ? strtoll(cell, NULL, DECIMAL) : none;
}

static struct local_time
moment(enum listing_kind kind, const struct listing_row *row, const char *column)
{
    struct local_time time = { 0 };
    const char *cell = text(kind, row, column);

    if (cell)
        (void)local_time_parse(cell, &time);
    return time;
}

/* --- slots */

static bool
read_slots(const struct reading *reading, struct error *err)
{
    struct slot_list *slots = &reading->programme->slots;
    struct listing_page page = { 0 };

    if (!fetch(reading, LISTING_SLOT, reading->meeting->head.id, PARTS_MOST, &page, err))
        return false;
    for (size_t i = 0; i < page.count; i++) {
        slots->items = memory_grow(slots->items, &slots->capacity, slots->count + 1,
                                   sizeof slots->items[0]);
        struct slot *slot = &slots->items[slots->count++];
        record_init(&slot_entity, slot);
        slot->head.id = page.rows[i].id;
        slot->meeting = reading->meeting->head.id;
        slot->label = memory_copy(text(LISTING_SLOT, &page.rows[i], "label"));
        slot->start = moment(LISTING_SLOT, &page.rows[i], "start");
        slot->end = moment(LISTING_SLOT, &page.rows[i], "end");
    }
    listing_page_clear(&page);
    return true;
}

/* --- parts */

/* What both kinds have. */
static struct programme_part *
add_part(const struct reading *reading, enum listing_kind kind,
         const struct listing_row *row, const char *leader, const char *leader_name)
{
    struct programme_part *part = programme_add(reading->programme);

    part->title = memory_copy(text(kind, row, "title"));
    part->start = moment(kind, row, "start");
    part->end = moment(kind, row, "end");
    part->room = number(kind, row, "room", 0);
    part->room_name = memory_copy(text(kind, row, "room_name"));
    part->leader = number(kind, row, leader, 0);
    part->leader_name = memory_copy(text(kind, row, leader_name));
    return part;
}

/* "Petit, Ana; Roy, Max". */
static bool
read_speakers(const struct reading *reading, struct programme_part *part,
              struct error *err)
{
    struct listing_page page = { 0 };
    struct buffer names = { 0 };

    if (!fetch(reading, LISTING_SPEAKER, part->row.id, PARTS_MOST, &page, err))
        return false;
    for (size_t i = 0; i < page.count; i++)
        buffer_addf(&names, "%s%s", i > 0 ? "; " : "",
                    text(LISTING_SPEAKER, &page.rows[i], "person_name"));
    if (page.count > 0)
        part->speakers = buffer_take(&names);
    listing_page_clear(&page);
    return true;
}

static bool
read_workshops(const struct reading *reading, struct error *err)
{
    struct listing_page page = { 0 };
    bool ok = fetch(reading, LISTING_WORKSHOP, reading->meeting->head.id, PARTS_MOST,
                    &page, err);

    for (size_t i = 0; ok && i < page.count; i++) {
        const struct listing_row *row = &page.rows[i];
        struct programme_part *part =
            add_part(reading, LISTING_WORKSHOP, row, "leader", "leader_name");
        const int state =
            choice_find(workshop_states, text(LISTING_WORKSHOP, row, "state"));

        part->row = (struct row_ref){ ENTITY_WORKSHOP, row->id };
        part->slot = number(LISTING_WORKSHOP, row, "slot", 0);
        part->state = state < 0 ? WORKSHOP_PLANNED : (enum workshop_state)state;
        part->seats = number(LISTING_WORKSHOP, row, "seats", NUMBER_NONE);
        part->least = number(LISTING_WORKSHOP, row, "least", NUMBER_NONE);
        part->taken = number(LISTING_WORKSHOP, row, "taken", 0);
        part->waiting = number(LISTING_WORKSHOP, row, "waiting", 0);
        part->is_roomless = part->room == 0;
        if (part->is_roomless)
            part->room = reading->meeting->room;
        ok = read_speakers(reading, part, err);
    }
    listing_page_clear(&page);
    return ok;
}

/* Of a project: who carries it, and where; NULL when neither is known. */
static char *
holder_of(const struct listing_row *row)
{
    const char *holder = text(LISTING_ITEM, row, "holder_name");
    const char *territory = text(LISTING_ITEM, row, "territory");
    struct buffer words = { 0 };

    if (holder)
        buffer_add(&words, holder);
    if (territory)
        buffer_addf(&words, "%s%s", holder ? ", " : "", territory);
    if (words.length == 0) {
        buffer_clear(&words);
        return NULL;
    }
    return buffer_take(&words);
}

static bool
read_items(const struct reading *reading, struct error *err)
{
    struct listing_page page = { 0 };

    if (!fetch(reading, LISTING_ITEM, reading->meeting->head.id, PARTS_MOST, &page, err))
        return false;
    for (size_t i = 0; i < page.count; i++) {
        const struct listing_row *row = &page.rows[i];
        struct programme_part *part =
            add_part(reading, LISTING_ITEM, row, "speaker", "speaker_name");
        const int kind = choice_find(item_kinds, text(LISTING_ITEM, row, "kind"));

        part->row = (struct row_ref){ ENTITY_ITEM, row->id };
        part->kind = kind < 0 ? ITEM_PLENARY : (enum item_kind)kind;
        part->holder = holder_of(row);
    }
    listing_page_clear(&page);
    return true;
}

/* --- rooms */

static bool
is_used(const struct reading *reading, int64_t room)
{
    const struct programme *programme = reading->programme;

    for (size_t i = 0; i < programme->count; i++)
        if (programme->parts[i].room == room &&
            !programme_part_is_item(&programme->parts[i]))
            return true;
    return room != 0 && room == reading->meeting->room;
}

/* Whether a room of that venue is in use. */
static bool
is_near(const struct reading *reading, const struct listing_page *page,
        const struct listing_row *room)
{
    const int64_t venue = number(LISTING_ROOM, room, "venue", 0);
    bool any = false;

    for (size_t i = 0; i < page->count; i++) {
        if (!is_used(reading, page->rows[i].id))
            continue;
        any = true;
        if (number(LISTING_ROOM, &page->rows[i], "venue", 0) == venue)
            return true;
    }
    return !any;
}

/* In this order: that of the meeting, those in use, those of the same venues. */
enum rank { RANK_MEETING, RANK_USED, RANK_NEAR, RANK_COUNT };

static enum rank
rank_of(const struct reading *reading, const struct listing_page *page,
        const struct listing_row *row)
{
    if (row->id == reading->meeting->room)
        return RANK_MEETING;
    if (is_used(reading, row->id))
        return RANK_USED;
    return is_near(reading, page, row) ? RANK_NEAR : RANK_COUNT;
}

static void
add_rooms(const struct reading *reading, const struct listing_page *page, enum rank rank)
{
    for (size_t i = 0; i < page->count; i++) {
        const struct listing_row *row = &page->rows[i];

        if (rank_of(reading, page, row) != rank)
            continue;
        struct programme_room *room = programme_add_room(reading->programme);
        room->id = row->id;
        room->name = memory_copy(text(LISTING_ROOM, row, "name"));
        room->seats = number(LISTING_ROOM, row, "seats", NUMBER_NONE);
    }
}

/* What is in no room stands last, where there is such; else there is one room at least.
 */
static bool
read_rooms(const struct reading *reading, struct error *err)
{
    struct listing_page page = { 0 };

    if (!fetch(reading, LISTING_ROOM, 0, ROOMS_MOST, &page, err))
        return false;
    for (enum rank rank = RANK_MEETING; rank < RANK_COUNT; rank++)
        add_rooms(reading, &page, rank);
    if (is_used(reading, 0) || reading->programme->room_count == 0)
        programme_add_room(reading->programme)->name = memory_copy(_("no room"));
    listing_page_clear(&page);
    return true;
}

bool
browse_programme(struct atelier *at, const struct meeting *meeting,
                 struct programme *programme, struct error *err)
{
    const struct reading reading = { at, meeting, programme };

    programme_clear(programme);
    programme->meeting = meeting->head.id;
    programme->start = meeting->start;
    programme->end = meeting->end;
    if (!read_slots(&reading, err) || !read_workshops(&reading, err) ||
        !read_items(&reading, err) || !read_rooms(&reading, err))
        return false;
    programme_sort(programme);
    return true;
}
