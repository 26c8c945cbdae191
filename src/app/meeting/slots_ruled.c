/* SPDX-License-Identifier: GPL-3.0-or-later */
/* slots_ruled.c - the slots that the lunch break makes of a meeting, while nobody divided
 * it otherwise and none was used: they are read, and no reader writes them
 */
#include "meeting/slots_ruled.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "atelier/app/slots.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/store/row_table.h"
#include "atelier/store/slot_table.h"
#include "meeting/slot_making.h"

/* Of one that a colleague has just removed there are none: its page says so. */
static bool
load(struct atelier *at, int64_t id, struct meeting *meeting, bool *is_there,
     struct error *err)
{
    struct error why = { 0 };

    *is_there = row_load(at->db, &meeting_entity, id, meeting, &why);
    if (*is_there || why.kind != ERROR_NOT_FOUND)
        return *is_there || error_pass(err, &why);
    error_clear(&why);
    return true;
}

/* One that nothing divides is whole: that is no slot to choose. */
static bool
cut(struct atelier *at, int64_t id, struct slot_list *list, struct error *err)
{
    struct meeting meeting;
    bool is_there;

    record_init(&meeting_entity, &meeting);
    const bool ok = load(at, id, &meeting, &is_there, err);
    if (ok && is_there && meeting_is_open(&meeting))
        slot_making_cut(at, &meeting, list);
    if (list->count < 2)
        slot_list_clear(list);
    for (size_t i = 0; i < list->count; i++)
        list->items[i].head.id = -(int64_t)(i + 1);
    record_clear(&meeting_entity, &meeting);
    return ok;
}

/* None where there are rows. */
static bool
ruled(struct atelier *at, int64_t meeting, struct slot_list *list, struct error *err)
{
    const bool ok = slot_table_list(at->db, meeting, list, err);

    if (!ok || list->count == 0)
        return ok && cut(at, meeting, list, err);
    slot_list_clear(list);
    return true;
}

bool
slots_of(struct atelier *at, int64_t meeting, struct slot_list *list, struct error *err)
{
    return atelier_may(at, MAY_READ_DAY, (struct row_ref){ ENTITY_MEETING, meeting },
                       err) &&
           slot_table_list(at->db, meeting, list, err) &&
           (list->count > 0 || cut(at, meeting, list, err));
}

/* --- as rows of a list */

static char *
cell_of(const struct slot *slot, const char *column, const char *zone)
{
    struct buffer text = { 0 };
    const struct field *field = entity_field(&slot_entity, column);

    if (strcmp(column, "zone") == 0)
        return memory_copy(zone);
    if (field && field_format(field, slot, &text))
        return buffer_take(&text);
    buffer_clear(&text);
    return NULL;
}

static void
add_row(struct listing_page *page, const struct slot *slot, const char *zone)
{
    const struct listing *listing = listing_get(LISTING_SLOT);
    struct listing_row *row = &page->rows[page->count++];

    *row = (struct listing_row){
        .id = slot->head.id,
        .key = { .text = cell_of(slot, "start", zone), .id = slot->head.id },
        .cells = memory_new(listing->column_count, sizeof *row->cells)
    };
    for (size_t i = 0; i < listing->column_count; i++)
        row->cells[i] = cell_of(slot, listing->columns[i].name, zone);
}

bool
slots_ruled_are_asked(const struct listing_query *query)
{
    return query->kind == LISTING_SLOT && query->scope != 0 &&
           text_is_blank(query->search ? query->search : "");
}

bool
slots_ruled_add(struct atelier *at, int64_t id, struct listing_page *page,
                struct error *err)
{
    struct slot_list list = { 0 };
    struct meeting meeting;
    bool is_there;

    record_init(&meeting_entity, &meeting);
    const bool ok = ruled(at, id, &list, err) && load(at, id, &meeting, &is_there, err);
    if (ok && is_there && list.count > 0) {
        listing_page_clear(page);
        page->rows = memory_new(list.count, sizeof *page->rows);
        page->column_count = listing_get(LISTING_SLOT)->column_count;
        for (size_t i = 0; i < list.count; i++)
            add_row(page, &list.items[i], meeting.zone);
    }
    slot_list_clear(&list);
    record_clear(&meeting_entity, &meeting);
    return ok;
}

bool
slots_ruled_count(struct atelier *at, int64_t id, int64_t *count, struct error *err)
{
    struct slot_list list = { 0 };
    const bool ok = ruled(at, id, &list, err);

    *count = (int64_t)list.count;
    slot_list_clear(&list);
    return ok;
}
