/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clash_rows.c - what does not go together, as the rows of a list */
#include "clash_rows.h"

#include "atelier/app/clashes.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "cell_text.h"

enum { WIDE = 60 };

/* Two columns a side, and the sentence, which says the rest; programs find the ids. */
static const struct column columns[] = {
    { .name = "clash", .label = N_("Clash"), .most = 20, .priority = 1 },
    { .name = "kind",
      .label = N_("Kind"),
      .kind = FIELD_CHOICE,
      .choices = clash_kinds,
      .most = 20,
      .priority = 1 },
    { .name = "meeting", .kind = FIELD_NUMBER },
    { .name = "title", .label = N_("Title"), .most = WIDE, .priority = 1 },
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
    { .name = "zone", .kind = FIELD_ZONE },
    { .name = "other", .kind = FIELD_NUMBER },
    { .name = "other_title", .label = N_("Clashes with"), .most = WIDE, .priority = 1 },
    { .name = "other_start",
      .label = N_("Its start"),
      .kind = FIELD_LOCAL_TIME,
      .most = LOCAL_TIME_TEXT_SIZE,
      .priority = 1 },
    { .name = "other_end", .kind = FIELD_LOCAL_TIME },
    { .name = "other_zone", .kind = FIELD_ZONE },
    { .name = "says", .label = N_("What clashes"), .most = WIDE, .priority = 1 },
    { .name = "accepted_by", .label = N_("Accepted by"), .most = WIDE, .priority = 1 },
    { .name = "accepted_at",
      .label = N_("Accepted on"),
      .kind = FIELD_INSTANT,
      .most = INSTANT_TEXT_SIZE,
      .priority = 1 },
    { .name = "reason", .label = N_("Reason"), .most = WIDE, .priority = 1 },
};

enum { COLUMNS = sizeof(columns) / sizeof(columns[0]) };

const struct listing clash_rows_listing = { .columns = columns, .column_count = COLUMNS };

static char *
time_text(const struct clash_side *side, struct local_time time)
{
    return side->meeting ? cell_text_time(time) : NULL;
}

static char *
accepted_text(const struct clash *clash)
{
    char text[INSTANT_TEXT_SIZE];

    if (!clash->is_accepted)
        return NULL;
    instant_format(clash->accepted_at, text);
    return memory_copy(text);
}

/* The cells in the order of the columns. */
static void
fill_row(struct atelier *at, const struct clash *clash, struct listing_row *row)
{
    struct buffer name = { 0 };
    struct buffer sentence = { 0 };

    clash_add_name(clash, &name);
    clash_describe(at, clash, &sentence);
    char *const cells[COLUMNS] = {
        memory_copy(buffer_text(&name)),
        memory_copy(clash_kinds[clash->kind].name),
        cell_text_id(clash->first.meeting),
        memory_copy(clash->first.title),
        time_text(&clash->first, clash->first.start),
        time_text(&clash->first, clash->first.end),
        memory_copy(clash->first.zone),
        cell_text_id(clash->second.meeting),
        memory_copy(clash->second.title),
        time_text(&clash->second, clash->second.start),
        time_text(&clash->second, clash->second.end),
        memory_copy(clash->second.zone),
        memory_copy(buffer_text(&sentence)),
        memory_copy(clash->is_accepted ? clash->accepted_by : NULL),
        accepted_text(clash),
        memory_copy(clash->is_accepted ? clash->reason : NULL),
    };
    buffer_clear(&name);
    buffer_clear(&sentence);

    row->id = clash->first.meeting;
    row->cells = memory_new(COLUMNS, sizeof(*row->cells));
    for (size_t i = 0; i < COLUMNS; i++)
        row->cells[i] = cells[i];
}

void
clash_rows_fill(struct atelier *at, const struct clash_list *list, bool all,
                struct listing_page *page)
{
    page->rows = memory_new(list->count + 1, sizeof(*page->rows));
    page->column_count = COLUMNS;
    for (size_t i = 0; i < list->count; i++)
        if (all || !list->items[i].is_accepted)
            fill_row(at, &list->items[i], &page->rows[page->count++]);
}
