/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_block.c - hours down the side, and entries as blocks beside them
 *
 * A block has an edge in the colour of its state as long as it lasts, and its words
 * beside that.
 */
#include "screen/agenda_block.h"

#include "atelier/base/text.h"
#include "screen/agenda_entry.h"
#include "state_sign.h"

enum { HOUR = 60, GROUP_COLUMNS = 3, HOUR_AND_GROUP_COLUMNS = 8 };

void
agenda_draw_hours(const struct day_hours *hours, struct area area)
{
    paint_clear(area);
    for (int row = 0; row < area.rows && row < hours->rows; row++) {
        const int minute = hours->from + row * hours->step;
        if (minute % HOUR == 0)
            paint_format(area.top + row, area.left, AGENDA_HOUR_COLUMNS, STYLE_QUIET,
                         "%02d:00", minute / HOUR);
    }
}

/* "✓09:30 MOB Parking", "✓MOB" where there is less room, then "MOB", then "✓". */
static void
add_words(const struct agenda_entry *entry, struct date day, int columns,
          struct buffer *text)
{
    if (columns != GROUP_COLUMNS)
        state_sign_add(meeting_states, (int)entry->state, text);
    if (text->length > 0)
        text->text[--text->length] = '\0';
    if (columns < GROUP_COLUMNS)
        return;
    if (columns >= HOUR_AND_GROUP_COLUMNS && date_compare(entry->start.date, day) == 0)
        buffer_addf(text, "%02d:%02d ", entry->start.hour, entry->start.minute);
    buffer_add(text, entry->group ? entry->group : entry->title);
    if (columns >= HOUR_AND_GROUP_COLUMNS && entry->group)
        buffer_addf(text, " %s", entry->title);
}

static void
draw_block(const struct agenda_entry *entry, struct date day, struct area area,
           bool chosen)
{
    const enum style style = agenda_entry_style(entry);
    const struct area words = { area.top, area.left + 1, area.rows, area.columns - 1 };
    struct buffer text = { 0 };

    for (int i = 0; i < area.rows; i++)
        paint_text(area.top + i, area.left, 1, style, paint_is_ascii() ? "|" : "▌");
    add_words(entry, day, words.columns, &text);
    if (words.columns >= HOUR_AND_GROUP_COLUMNS)
        (void)paint_wrapped_top(words, STYLE_PLAIN, buffer_text(&text));
    else if (words.columns > 0)
        paint_text(words.top, words.left, words.columns, STYLE_PLAIN, buffer_text(&text));
    if (chosen) {
        paint_text(area.top, area.left, 1, STYLE_BAR, ">");
        paint_restyle(area.top, area.left, area.columns, STYLE_BAR);
        paint_cursor(area.top, area.left);
    }
    buffer_clear(&text);
}

void
agenda_draw_blocks(const struct agenda *agenda, struct date day,
                   const struct day_blocks *blocks, const struct day_hours *hours,
                   struct area column, size_t chosen)
{
    for (size_t i = 0; i < blocks->count; i++) {
        const struct day_block *block = &blocks->items[i];
        const int columns = column.columns - 1; /* a gap before the next */
        const int left = columns * block->lane / block->lanes;
        const int right = columns * (block->lane + 1) / block->lanes;
        const int top = day_hours_row(hours, block->from);
        const int end = day_hours_end_row(hours, block);
        const int bottom = end < column.rows ? end : column.rows;

        if (top < bottom)
            draw_block(&agenda->items[block->entry], day,
                       (struct area){ column.top + top, column.left + left, bottom - top,
                                      right - left },
                       i == chosen);
    }
}
