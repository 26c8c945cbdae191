/* SPDX-License-Identifier: GPL-3.0-or-later */
/* month_making.c - a month as a page: its weeks down, its days across */
#include <stdio.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/day_off.h"
#include "atelier/domain/month_grid.h"
#include "atelier/domain/when.h"
#include "print/pages_making.h"
#include "session/session.h"

/* How high a week is at the least, in millimetres: four to six fill a page. */
static const char *
height_of(int weeks)
{
    return weeks > 5 ? "21" : "25";
}

static void
add_heads(struct printed_pages *pages)
{
    printed_pages_add(pages, BLOCK_HEADS, NULL, NULL);
    printed_pages_add(pages, BLOCK_CELL, _("Wk"), NULL);
    for (int i = 1; i <= WEEK_DAYS; i++)
        printed_pages_add(pages, BLOCK_CELL, when_weekday(i), NULL);
}

static void
add_day(struct printed_pages *pages, const struct agenda *agenda,
        const struct clash_days *days, struct date day)
{
    char number[16];
    struct buffer text = { 0 };

    (void)day_off_add(days, day, &text);
    for (size_t i = agenda_next_on(agenda, day, 0); i < agenda->count;
         i = agenda_next_on(agenda, day, i + 1)) {
        const struct agenda_entry *entry = &agenda->items[i];
        if (text.length > 0)
            buffer_add(&text, "\n");
        agenda_entry_add_hours(entry, day, &text);
        buffer_addf(&text, " %s %s", entry->group ? entry->group : "", entry->title);
        if (entry->state == MEETING_CANCELLED || entry->state == MEETING_POSTPONED ||
            entry->state == MEETING_DRAFT)
            buffer_addf(&text, " (%s)", _(meeting_states[entry->state].label));
    }
    (void)snprintf(number, sizeof(number), "%d", day.day);
    printed_pages_add(pages, BLOCK_CELL, number,
                      text.length > 0 ? buffer_text(&text) : NULL);
    buffer_clear(&text);
}

static void
add_weeks(struct printed_pages *pages, const struct agenda *agenda,
          const struct clash_days *days, struct date month)
{
    const struct month_grid grid = month_grid_of(month);
    char number[16];

    printed_pages_add(pages, BLOCK_COLUMNS, "3 9 9 9 9 9 5 5", height_of(grid.weeks));
    add_heads(pages);
    for (int week = 0; week < grid.weeks; week++) {
        const struct date first = date_add_days(grid.first, (int64_t)week * WEEK_DAYS);
        printed_pages_add(pages, BLOCK_ROW, NULL, NULL);
        (void)snprintf(number, sizeof(number), "%02d", date_iso_week(first));
        printed_pages_add(pages, BLOCK_CELL, NULL, number);
        for (int i = 0; i < WEEK_DAYS; i++) {
            const struct date day = date_add_days(first, i);
            if (day.month == month.month)
                add_day(pages, agenda, days, day);
            else
                printed_pages_add(pages, BLOCK_CELL, NULL, NULL);
        }
    }
}

bool
month_making_read(struct atelier *at, const struct pages_request *request,
                  struct printed_pages *pages, struct error *err)
{
    const struct date month = request->wish.first;
    struct agenda agenda = { 0 };
    struct buffer title = { 0 };
    struct clash_days days = { 0 };
    const bool ok = browse_agenda(at, &request->wish, &agenda, err);

    if (ok) {
        when_format_month(month, &title);
        pages->title = memory_copy(buffer_text(&title));
        pages->page = memory_copy(_("Page"));
        pages->landscape = 1;
        printed_pages_add(pages, BLOCK_TITLE, buffer_text(&title), NULL);
        clash_days_init(&days, &at->settings);
        add_weeks(pages, &agenda, &days, month);
        clash_days_clear(&days);
    }
    buffer_clear(&title);
    agenda_clear(&agenda);
    return ok;
}
