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
    const char *group = entry->workshop == 0 ? entry->group : NULL;
    buffer_add(text, group ? group : entry->title);
    if (columns >= HOUR_AND_GROUP_COLUMNS && group)
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

/* Where a block stands in the area; no rows: it does not. */
static struct area
area_of(const struct day_block *block, const struct day_hours *hours, struct area column,
        int columns)
{
    const int left = columns * block->lane / block->lanes;
    const int right = columns * (block->lane + 1) / block->lanes;
    const int top = day_hours_row(hours, block->from);
    const int end = day_hours_end_row(hours, block);
    const int bottom = end < column.rows ? end : column.rows;

    return (struct area){ column.top + top, column.left + left,
                          bottom > top ? bottom - top : 0, right - left };
}

/* The workshops of a meeting, below its own words and beside its edge. */
static void
draw_within(const struct agenda_blocks *view, size_t entry, struct area column,
            struct area outer)
{
    enum { EDGE = 2, LEAST_COLUMNS = 4 };
    const struct area inner = { column.top, outer.left + EDGE, column.rows,
                                outer.columns - EDGE };
    struct day_blocks blocks = { 0 };

    day_blocks_fill_within(&blocks, view->agenda, view->day, view->room, entry);
    for (size_t i = 0; i < blocks.count; i++) {
        struct area area = area_of(&blocks.items[i], view->hours, inner, inner.columns);
        const int below = outer.top + 1 - area.top;

        if (below > 0) {
            area.top += below;
            area.rows -= below;
        }
        if (area.rows > 0 && area.columns >= LEAST_COLUMNS)
            draw_block(&view->agenda->items[blocks.items[i].entry], view->day, area,
                       false);
    }
    day_blocks_clear(&blocks);
}

void
agenda_draw_blocks(const struct agenda_blocks *view, const struct day_blocks *blocks,
                   struct area column, size_t chosen)
{
    for (size_t i = 0; i < blocks->count; i++) {
        const size_t entry = blocks->items[i].entry;
        const struct area area = area_of(&blocks->items[i], view->hours, column,
                                         column.columns - 1); /* a gap before the next */

        if (area.rows == 0)
            continue;
        draw_block(&view->agenda->items[entry], view->day, area, i == chosen);
        draw_within(view, entry, column, area);
    }
}
