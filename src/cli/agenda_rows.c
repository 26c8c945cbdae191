/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_rows.c - the meetings and workshops of an agenda as the rows of a list */
#include "agenda_rows.h"

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/day_off.h"
#include "cell_text.h"

enum { WIDE = 60 };

/* For spreadsheets a workshop stands beside its meeting; programs find the title of the
 * row itself, and the ids. */
static const struct column columns[] = {
    { .name = "meeting", .kind = FIELD_NUMBER },
    { .name = "workshop", .kind = FIELD_NUMBER },
    { .name = "start",
      .label = N_("Start"),
      .kind = FIELD_LOCAL_TIME,
      .most = LOCAL_TIME_TEXT_SIZE,
      .priority = 1 },
    { .name = "end",
      .label = N_("End"),
      .kind = FIELD_LOCAL_TIME,
      .most = LOCAL_TIME_TEXT_SIZE,
      .priority = 1 },
    { .name = "group_code", .label = N_("Group"), .most = 8, .priority = 1 },
    { .name = "title" },
    { .name = "meeting_title", .label = N_("Title"), .most = WIDE, .priority = 1 },
    { .name = "workshop_title", .label = N_("Workshop"), .most = WIDE, .priority = 1 },
    { .name = "room", .kind = FIELD_NUMBER },
    { .name = "location", .label = N_("Place"), .most = WIDE, .priority = 1 },
    { .name = "state",
      .label = N_("State"),
      .kind = FIELD_CHOICE,
      .choices = meeting_states,
      .most = 10,
      .priority = 1 },
    { .name = "clash",
      .label = N_("Clash"),
      .kind = FIELD_BOOLEAN,
      .most = 5,
      .priority = 1 },
    { .name = "day_off", .label = N_("Day off"), .most = WIDE, .priority = 1 },
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
fill_row(const struct agenda_entry *entry, const struct clash_days *days,
         struct listing_row *row)
{
    char *const cells[COLUMNS] = {
        cell_text_id(entry->row.id),
        cell_text_id(entry->workshop),
        cell_text_time(entry->start),
        cell_text_time(entry->end),
        memory_copy(entry->group),
        memory_copy(entry->title),
        memory_copy(entry->whole ? entry->whole : entry->title),
        memory_copy(entry->whole ? entry->title : NULL),
        cell_text_id(entry->room),
        memory_copy(entry->place),
        memory_copy(meeting_states[entry->state].name),
        memory_copy(entry->has_clash ? "1" : "0"),
        day_off_of(entry, days),
    };

    row->id = entry->row.id;
    row->cells = memory_new(COLUMNS, sizeof(*row->cells));
    for (size_t i = 0; i < COLUMNS; i++)
        row->cells[i] = cells[i];
}

void
agenda_rows_fill(const struct agenda *agenda, const struct clash_days *days,
                 struct listing_page *page)
{
    page->rows = memory_new(agenda->count + 1, sizeof(*page->rows));
    page->count = agenda->count;
    page->column_count = COLUMNS;
    for (size_t i = 0; i < agenda->count; i++)
        fill_row(&agenda->items[i], days, &page->rows[i]);
}
