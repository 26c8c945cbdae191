/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_rows.c - the meetings and workshops of an agenda as the rows of a list */
#include "agenda_rows.h"

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/day_off.h"
#include "filled_list.h"

/* For spreadsheets a workshop stands beside its meeting; programs find the title of the
 * row itself, and the ids. */
static const struct column columns[] = {
    FILLED_HIDDEN("meeting", FIELD_NUMBER),
    FILLED_HIDDEN("workshop", FIELD_NUMBER),
    FILLED_TIME("start", N_("Start")),
    FILLED_TIME("end", N_("End")),
    FILLED_COLUMN("group_code", N_("Group"), FIELD_TEXT, 8),
    FILLED_HIDDEN("title", FIELD_TEXT),
    FILLED_TEXT("meeting_title", N_("Title")),
    FILLED_TEXT("workshop_title", N_("Workshop")),
    FILLED_HIDDEN("room", FIELD_NUMBER),
    FILLED_TEXT("location", N_("Place")),
    FILLED_CHOICE("state", N_("State"), meeting_states, 10),
    FILLED_COLUMN("clash", N_("Clash"), FIELD_BOOLEAN, 5),
    FILLED_TEXT("day_off", N_("Day off")),
};

enum { COLUMNS = sizeof(columns) / sizeof(columns[0]) };

const struct listing agenda_rows_listing = { .columns = columns,
                                             .column_count = COLUMNS };

/* What the day is on which it begins; NULL for most. */
static char *
day_off_of(const struct agenda_entry *entry, const struct clash_days *days)
{
    struct buffer text = { 0 };

    if (!day_off_add(days, entry->start.date, &text))
        return NULL;
    return buffer_take(&text);
}

/* The cells in the order of the columns. */
static void
add_row(const struct agenda_entry *entry, const struct clash_days *days,
        struct listing_page *page)
{
    char *const cells[COLUMNS] = {
        filled_list_id(entry->row.id),
        filled_list_id(entry->workshop),
        filled_list_time(entry->start),
        filled_list_time(entry->end),
        memory_copy(entry->group),
        memory_copy(entry->title),
        memory_copy(entry->whole ? entry->whole : entry->title),
        memory_copy(entry->whole ? entry->title : NULL),
        filled_list_id(entry->room),
        memory_copy(entry->place),
        memory_copy(meeting_states[entry->state].name),
        memory_copy(entry->has_clash ? "1" : "0"),
        day_off_of(entry, days),
    };

    filled_list_add(page, entry->row.id, cells);
}

void
agenda_rows_fill(const struct agenda *agenda, const struct clash_days *days,
                 struct listing_page *page)
{
    filled_list_init(page, agenda->count, COLUMNS);
    for (size_t i = 0; i < agenda->count; i++)
        add_row(&agenda->items[i], days, page);
}
