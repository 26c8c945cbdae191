/* SPDX-License-Identifier: GPL-3.0-or-later */
/* instants_shown.c - until somebody who may has made the instants anew, they are shown by
 * today's rules */
#include "meeting/instants_shown.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/app/instants.h"
#include "atelier/base/memory.h"
#include "atelier/store/row_table.h"
#include "meeting/changed_zones.h"
#include "meeting/instants_moved.h"

void
instants_show(struct atelier *at, struct meeting *meeting)
{
    struct span span;

    if (!instants_moved(at, meeting, &span, NULL))
        return;
    meeting->start_at = span.start;
    meeting->end_at = span.end;
}

#define COLUMN_NONE SIZE_MAX

/* Where a list has them; COLUMN_NONE: nowhere. */
struct places {
    size_t meeting; /* COLUMN_NONE: the row is the meeting's */
    size_t zone;
    size_t start_at;
    size_t end_at;
};

static size_t
find_column(const struct listing *listing, const char *name)
{
    for (size_t i = 0; i < listing->column_count; i++)
        if (strcmp(listing->columns[i].name, name) == 0)
            return i;
    return COLUMN_NONE;
}

static void
put(const struct listing_row *row, size_t column, instant at)
{
    char text[INSTANT_TEXT_SIZE];

    if (column == COLUMN_NONE)
        return;
    instant_format(at, text);
    memory_replace(&row->cells[column], text);
}

/* A meeting that was removed meanwhile stays as it was read. */
static void
show_row(struct atelier *at, const struct places *places, const struct listing_row *row)
{
    const char *cell =
        places->meeting == COLUMN_NONE ? NULL : row->cells[places->meeting];
    const int64_t id = cell ? strtoll(cell, NULL, 10) : row->id;
    struct meeting meeting;

    record_init(&meeting_entity, &meeting);
    if (row_load(at->db, &meeting_entity, id, &meeting, NULL)) {
        instants_show(at, &meeting);
        put(row, places->start_at, meeting.start_at);
        put(row, places->end_at, meeting.end_at);
    }
    record_clear(&meeting_entity, &meeting);
}

/* Where no rules have changed, no meeting is read. */
bool
instants_show_page(struct atelier *at, const struct listing *listing,
                   struct listing_page *page, struct error *err)
{
    const struct places places = { .meeting = find_column(listing, "meeting"),
                                   .zone = find_column(listing, "zone"),
                                   .start_at = find_column(listing, "start_at"),
                                   .end_at = find_column(listing, "end_at") };
    struct changed_zones changed = { 0 };

    if (places.zone == COLUMN_NONE || places.end_at == COLUMN_NONE)
        return true;
    const bool ok = changed_zones_find(at, &changed, err);
    for (size_t i = 0; changed.count > 0 && i < page->count; i++) {
        const char *zone = page->rows[i].cells[places.zone];
        if (zone && changed_zones_has(&changed, zone))
            show_row(at, &places, &page->rows[i]);
    }
    changed_zones_clear(&changed);
    return ok;
}
