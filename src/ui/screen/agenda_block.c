/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_block.c - hours down the side, and entries as blocks beside them
 *
 * A block has an edge in the colour of its state as long as it lasts, and its words
 * beside that.
 */
#include "screen/agenda_block.h"

#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "atelier/domain/day_place.h"
#include "screen/agenda_entry.h"
#include "screen/agenda_words.h"

enum {
    HOUR = 60,
    GROUP_COLUMNS = 3,
    SIGN_AND_WORDS_COLUMNS = 6,
    HOUR_AND_GROUP_COLUMNS = 8,
    LINE_COLUMNS = 11
};

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

/* Where there is room for few letters the edge alone tells, in its colour. */
static bool
has_sign(const struct agenda_entry *entry, int columns)
{
    const size_t needed = 1 + text_width(entry->group ? entry->group : entry->title);

    return columns < GROUP_COLUMNS || columns >= SIGN_AND_WORDS_COLUMNS ||
           (size_t)columns >= needed;
}

/* "✓09:30 MOB Parking", "✓MOB" where there is less room, then "MOB", then "✓". */
static void
add_words(const struct agenda_entry *entry, struct date day, struct area words,
          struct buffer *text)
{
    const int columns = words.columns;
    const bool has_hour =
        columns >= HOUR_AND_GROUP_COLUMNS && (words.rows > 1 || columns >= LINE_COLUMNS);

    if (has_sign(entry, columns))
        agenda_entry_add_sign(entry, text);
    if (text->length > 0)
        text->text[--text->length] = '\0';
    if (columns < GROUP_COLUMNS)
        return;
    if (has_hour && date_compare(entry->start.date, day) == 0)
        buffer_addf(text, "%02d:%02d ", entry->start.hour, entry->start.minute);
    buffer_add(text, entry->group ? entry->group : entry->title);
    if (columns >= HOUR_AND_GROUP_COLUMNS && entry->group)
        buffer_addf(text, " %s", entry->title);
}

/* Where there is but one row, it is cut where it ends rather than behind a word. */
static void
paint_words(struct area words, const char *text)
{
    if (words.columns >= HOUR_AND_GROUP_COLUMNS && words.rows > 1)
        (void)agenda_paint_words(words, text);
    else if (words.columns > 0)
        paint_text(words.top, words.left, words.columns, STYLE_PLAIN, text);
}

static void
paint_edge(struct area area, enum style style)
{
    for (int i = 0; i < area.rows; i++)
        paint_text(area.top + i, area.left, 1, style, paint_is_ascii() ? "|" : "▌");
}

static void
paint_chosen(struct area area)
{
    paint_text(area.top, area.left, 1, STYLE_BAR, ">");
    paint_restyle(area.top, area.left, area.columns, STYLE_BAR);
    paint_cursor(area.top, area.left);
}

/* Its words have the first rows, which its workshops leave. */
static void
draw_block(const struct agenda_entry *entry, struct date day, struct area area, int rows,
           bool chosen)
{
    struct buffer text = { 0 };

    paint_edge(area, agenda_entry_style(entry));
    const struct area words = { area.top, area.left + 1, rows, area.columns - 1 };
    add_words(entry, day, words, &text);
    paint_words(words, buffer_text(&text));
    if (chosen)
        paint_chosen(area);
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

/* A workshop has a sign where it is not as its meeting is, or clashes. */
static bool
is_told_apart(const struct agenda_entry *entry, const struct agenda_entry *whole)
{
    return entry->has_clash || entry->state != whole->state;
}

/* Of a workshop the title, behind its sign. */
static void
draw_workshop(const struct agenda_blocks *view, const struct agenda_entry *whole,
              const struct day_place *place, struct area area, bool chosen)
{
    const struct agenda_entry *entry = &view->agenda->items[place->entry];
    struct buffer text = { 0 };

    paint_edge(area, agenda_entry_style(entry));
    const struct area words = { area.top, area.left + 1, area.rows, area.columns - 1 };
    if (is_told_apart(entry, whole) && words.columns >= SIGN_AND_WORDS_COLUMNS)
        agenda_entry_add_sign(entry, &text);
    buffer_add(&text, entry->title);
    if (words.rows > 1 && words.columns > GROUP_COLUMNS)
        (void)agenda_paint_words(words, buffer_text(&text));
    else if (!place->is_bar)
        paint_words(words, buffer_text(&text));
    if (chosen)
        paint_chosen(area);
    buffer_clear(&text);
}

static void
add_hour(int minute, struct buffer *text)
{
    buffer_addf(text, "%02d:%02d", minute / HOUR, minute % HOUR);
}

static void
add_count(const struct day_place *place, struct buffer *text)
{
    buffer_addf(text,
                ngettext("%zu workshop", "%zu workshops", (unsigned long)place->count),
                place->count);
}

/* Where there is no room for words: "14:00", "4 work…" or "×12", and "–16:00" on the last
 * row. */
static void
draw_narrow_sum(const struct day_place *place, struct area area)
{
    enum { COUNT_LEAST = 7, COUNT_ROWS = 3 };
    struct buffer from = { 0 }, to = { 0 }, count = { 0 };

    add_hour(place->from, &from);
    buffer_add(&to, area.columns > DAY_SUM_LEAST ? "–" : "");
    add_hour(place->to, &to);
    if (area.columns >= COUNT_LEAST)
        add_count(place, &count);
    else
        buffer_addf(&count, "×%zu", place->count);
    paint_text(area.top, area.left, area.columns, STYLE_PLAIN, buffer_text(&from));
    if (area.rows >= COUNT_ROWS)
        paint_text(area.top + 1, area.left, area.columns, STYLE_PLAIN,
                   buffer_text(&count));
    if (area.rows > 1)
        paint_text(area.top + area.rows - 1, area.left, area.columns, STYLE_PLAIN,
                   buffer_text(&to));
    buffer_clear(&from);
    buffer_clear(&to);
    buffer_clear(&count);
}

/* "4 workshops 14:00–16:00 · Trams · Parks · …", as far as there are rows. */
static void
draw_sum(const struct agenda_blocks *view, const struct agenda_entry *whole,
         const struct day_blocks *within, const struct day_place *place, struct area area)
{
    struct buffer text = { 0 };
    if (area.columns < DAY_SUM_LEAST) {
        paint_format(area.top, area.left, area.columns, STYLE_PLAIN, "×%zu",
                     place->count);
        return;
    }
    if (area.columns < DAY_SUM_WORDS || area.rows < 2) {
        draw_narrow_sum(place, area);
        return;
    }
    add_count(place, &text);
    buffer_add(&text, " ");
    add_hour(place->from, &text);
    buffer_add(&text, "–");
    add_hour(place->to, &text);
    for (size_t i = 0; i < within->count; i++) {
        const struct day_block *block = &within->items[i];

        if (block->from >= place->to || block->to <= place->from)
            continue;
        const struct agenda_entry *entry = &view->agenda->items[block->entry];
        buffer_add(&text, " · ");
        if (is_told_apart(entry, whole)) {
            agenda_entry_add_sign(entry, &text);
            text.text[--text.length] = '\0'; /* at the word, which may begin a line */
        }
        buffer_add(&text, entry->title);
    }
    (void)agenda_paint_words(area, buffer_text(&text));
    buffer_clear(&text);
}

/* The workshops of a meeting, below its own words and beside its edge. */
static void
draw_within(const struct agenda_blocks *view, const struct day_blocks *within,
            const struct day_places *places, size_t entry, struct area inner,
            size_t chosen)
{
    for (size_t i = 0; i < places->count; i++) {
        const struct day_place *place = &places->items[i];
        const struct area area = { inner.top + place->top, inner.left + place->left,
                                   place->rows, place->columns };

        if (place->count > 0)
            draw_sum(view, &view->agenda->items[entry], within, place, area);
        else
            draw_workshop(view, &view->agenda->items[entry], place, area,
                          place->entry == chosen);
    }
}

static void
draw_whole(const struct agenda_blocks *view, size_t entry, struct area column,
           struct area area, size_t chosen)
{
    const struct area inner = { column.top, area.left + 1, column.rows,
                                area.columns - 1 };
    const int top = area.top - column.top;
    struct day_blocks within = { 0 };
    struct day_places places = { 0 };

    day_blocks_fill_within(&within, view->agenda, view->day, view->room, entry);
    day_places_fill(&places, &within, view->hours, top + 1, top + area.rows,
                    inner.columns, chosen);
    draw_block(&view->agenda->items[entry], view->day, area,
               places.count > 0 ? places.items[0].top - top : area.rows, entry == chosen);
    draw_within(view, &within, &places, entry, inner, chosen);
    day_places_clear(&places);
    day_blocks_clear(&within);
}

void
agenda_draw_blocks(const struct agenda_blocks *view, const struct day_blocks *blocks,
                   struct area column, size_t chosen)
{
    for (size_t i = 0; i < blocks->count; i++) {
        const struct area area = area_of(&blocks->items[i], view->hours, column,
                                         column.columns - 1); /* a gap before the next */

        if (area.rows > 0)
            draw_whole(view, blocks->items[i].entry, column, area, chosen);
    }
}
