/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clash_rows.c - what does not go together, as the rows of a list */
#include "clash_rows.h"

#include "atelier/app/clashes.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "filled_list.h"

/* Two columns a side, and the sentence, which says the rest; programs find the ids. */
static const struct column columns[] = {
    FILLED_COLUMN("clash", N_("Clash"), FIELD_TEXT, 20),
    FILLED_CHOICE("kind", N_("Kind"), clash_kinds, 20),
    FILLED_HIDDEN("meeting", FIELD_NUMBER),
    FILLED_TEXT("title", N_("Title")),
    FILLED_TIME("start", N_("Start")),
    FILLED_TIME("end", N_("End")),
    FILLED_HIDDEN("zone", FIELD_ZONE),
    FILLED_HIDDEN("other", FIELD_NUMBER),
    FILLED_TEXT("other_title", N_("Clashes with")),
    FILLED_TIME("other_start", N_("Its start")),
    FILLED_HIDDEN("other_end", FIELD_LOCAL_TIME),
    FILLED_HIDDEN("other_zone", FIELD_ZONE),
    FILLED_TEXT("says", N_("What clashes")),
    FILLED_TEXT("accepted_by", N_("Accepted by")),
    FILLED_COLUMN("accepted_at", N_("Accepted on"), FIELD_INSTANT, INSTANT_TEXT_SIZE),
    FILLED_TEXT("reason", N_("Reason")),
};

enum { COLUMNS = sizeof(columns) / sizeof(columns[0]) };

const struct listing clash_rows_listing = { .columns = columns, .column_count = COLUMNS };

static char *
time_text(const struct clash_side *side, struct local_time time)
{
    return side->meeting ? filled_list_time(time) : NULL;
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
add_row(struct atelier *at, const struct clash *clash, struct listing_page *page)
{
    struct buffer name = { 0 };
    struct buffer sentence = { 0 };

    clash_add_name(clash, &name);
    clash_describe(at, clash, &sentence);
    char *const cells[COLUMNS] = {
        memory_copy(buffer_text(&name)),
        memory_copy(clash_kinds[clash->kind].name),
        filled_list_id(clash->first.meeting),
        memory_copy(clash->first.title),
        time_text(&clash->first, clash->first.start),
        time_text(&clash->first, clash->first.end),
        memory_copy(clash->first.zone),
        filled_list_id(clash->second.meeting),
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
    filled_list_add(page, clash->first.meeting, cells);
}

void
clash_rows_fill(struct atelier *at, const struct clash_list *list, bool all,
                struct listing_page *page)
{
    filled_list_init(page, list->count, COLUMNS);
    for (size_t i = 0; i < list->count; i++)
        if (all || !list->items[i].is_accepted)
            add_row(at, &list->items[i], page);
}
