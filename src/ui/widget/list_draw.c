/* SPDX-License-Identifier: GPL-3.0-or-later */
/* list_draw.c - paints a list, and only those of its rows that changed
 *
 * The bar covers the row; on a slow line the marker and the beginning of the first
 * column.
 */
#include "widget/list.h"

#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "sentence.h"
#include "widget/list_columns.h"
#include "widget/list_plain.h"
#include "widget/list_preview.h"
#include "widget/list_row_text.h"
#include "widget/list_window.h"

static void
paint_cell(int row, int column, int width, const struct column *about, enum style style,
           const char *text)
{
    if (list_columns_stands_right(about))
        paint_right(row, column, width, style, text);
    else
        paint_text(row, column, width, style, text);
}

/* Whether the row above it on the screen says this already, of a column said once. */
static bool
is_said_above(const struct list *list, size_t index, size_t column)
{
    if (!list->once || index == list->top ||
        strcmp(list->listing->columns[column].name, list->once) != 0)
        return false;
    const char *above = list->rows[index - 1].cells[column];
    const char *here = list->rows[index].cells[column];
    return above && here && strcmp(above, here) == 0;
}

/* The bar lies over all but what alarms. */
static enum style
cell_style(const struct list *list, const struct listing_row *row, size_t column,
           bool barred)
{
    const enum style look = list_row_look(list, row, column);

    return barred && look != STYLE_WARNING ? STYLE_BAR : look;
}

/* The first line of a row on the screen. */
static int
line_of(const struct list *list, struct area area, size_t index)
{
    return area.top + 1 + (int)(index - list->top) * list->lines;
}

/* `brief`: only its name, its first column, where a held key is ahead of a slow line. */
static void
paint_row(const struct list *list, struct ui *ui, struct area area, const int widths[],
          size_t index, bool brief)
{
    int line = line_of(list, area, index), column = area.left + LIST_LEAD;
    const struct listing_row *row = index < list->count ? &list->rows[index] : NULL;
    bool selected = row && index == list->selected;
    char lead[LIST_LEAD + 1];

    if (list->lines > 1) {
        int rest = area.top + area.rows - line;
        list_plain_paint(list, ui,
                         (struct area){ line, area.left,
                                        list->lines < rest ? list->lines : rest,
                                        area.columns },
                         widths, index);
        return;
    }
    if (!row) {
        paint_fill(line, area.left, area.columns, STYLE_PLAIN);
        return;
    }
    list_row_lead(list, index, lead);
    const bool barred = selected && !brief && !paint_is_slow();
    const enum style ground = barred ? STYLE_BAR : STYLE_PLAIN;
    paint_text(line, area.left, LIST_LEAD, ground, lead);

    int beginning = 0;
    struct buffer text = { 0 };
    for (size_t i = 0; i < list->listing->column_count && i < LIST_COLUMNS_MOST; i++) {
        if (widths[i] == 0)
            continue;
        list_row_read(list, ui, row, i, &text);
        if (is_said_above(list, index, i))
            buffer_reset(&text);
        paint_cell(line, column, widths[i], &list->listing->columns[i],
                   cell_style(list, row, i, barred), buffer_text(&text));
        if (beginning == 0)
            beginning =
                LIST_LEAD + paint_beginning_columns(buffer_text(&text), widths[i]);
        column += widths[i];
        if (brief)
            break;
        const int gap = list_columns_gap(list->listing, widths, i);
        paint_fill(line, column, gap, ground);
        column += gap;
    }
    if (!brief)
        paint_fill(line, column, area.left + area.columns - column, ground);
    if (selected && !barred)
        paint_restyle(line, area.left, beginning, STYLE_BAR);
    buffer_clear(&text);
}

/* A row that is on the screen already: the bar has come to it, or has left it. */
static void
restyle_row(const struct list *list, struct area area, const int widths[], size_t index)
{
    const struct listing_row *row = &list->rows[index];
    const bool barred = index == list->selected;
    const enum style ground = barred ? STYLE_BAR : STYLE_PLAIN;
    const int line = line_of(list, area, index);
    int column = area.left + LIST_LEAD;
    char lead[LIST_LEAD + 1];

    list_row_lead(list, index, lead);
    paint_text(line, area.left, LIST_LEAD, ground, lead);
    paint_restyle(line, column, area.left + area.columns - column, ground);
    for (size_t i = 0; i < list->listing->column_count && i < LIST_COLUMNS_MOST; i++) {
        if (widths[i] == 0)
            continue;
        const enum style style = cell_style(list, row, i, barred);
        if (style != ground)
            paint_restyle(line, column, widths[i], style);
        column += widths[i] + list_columns_gap(list->listing, widths, i);
    }
}

static bool
is_drawn(const struct list *list, const struct column *column)
{
    return list->drawn && strcmp(list->drawn, column->name) == 0;
}

static void
paint_heads(const struct list *list, struct area area, const int widths[])
{
    int column = area.left + LIST_LEAD;

    paint_fill(area.top, area.left, area.columns, STYLE_HEAD);
    for (size_t i = 0; i < list->listing->column_count && i < LIST_COLUMNS_MOST; i++) {
        const struct column *about = &list->listing->columns[i];

        if (widths[i] == 0)
            continue;
        const char *head = !about->label ? "" : _(about->label);
        if (is_drawn(list, about))
            paint_text(area.top, column, widths[i], STYLE_HEAD, head);
        else
            paint_cell(area.top, column, widths[i], about, STYLE_HEAD, head);
        column += widths[i] + list_columns_gap(list->listing, widths, i);
    }
}

/* While rows are searched for, the search stands where the heads do. */
static void
paint_top(struct list *list, struct area area, const int widths[])
{
    const char *label = list->prompt ? list->prompt : _("Search:");
    int width = (int)text_width(label);

    if (!list->filtering && !list->search) {
        if (list->lines > 1)
            paint_fill(area.top, area.left, area.columns, STYLE_PLAIN);
        else
            paint_heads(list, area, widths);
        return;
    }
    paint_text(area.top, area.left, width + 2, STYLE_STRONG, "");
    paint_text(area.top, area.left + 1, width, STYLE_STRONG, label);
    line_edit_draw(&list->filter, area.top, area.left + width + 2,
                   area.columns - width - 3, list->filtering);
    paint_fill(area.top, area.left + area.columns - 1, 1, STYLE_PLAIN);
}

/* An empty list teaches: what to press. */
static void
paint_empty(const struct list *list, const struct ui *ui, struct area area)
{
    struct area text = { area.top + 2, area.left + LIST_LEAD, area.rows - 2,
                         area.columns - 2 * LIST_LEAD };

    paint_clear((struct area){ area.top + 1, area.left, area.rows - 1, area.columns });
    if (list->search)
        sentence_paint(
            ui, text,
            _("Nothing fits what is searched for.  %K{Esc} shows everything again."));
    else if (list->query.states != 0)
        sentence_paint(ui, text, _("No row is in this state.  %K{Esc} shows all rows."));
    else
        sentence_paint(ui, text, list->empty);
    paint_cursor(area.top + 2, area.left);
}

/* After scrolling: the row that is on top now says everything, and the one that was need
 * not any more. */
static void
paint_tops(const struct list *list, struct ui *ui, struct area area, const int widths[],
           bool hurried)
{
    const size_t was = list->painted.top;

    paint_row(list, ui, area, widths, list->top, hurried);
    if (was > list->top && was < list->top + (size_t)list->height)
        paint_row(list, ui, area, widths, was, hurried);
}

/* The row that the bar has left, and the one that it came to.  Both are on the screen
 * with all their words, unless the screen is behind: what the bar covers is another
 * style. */
static void
paint_moved_bar(struct list *list, struct ui *ui, struct area area, const int widths[],
                bool hurried)
{
    const size_t was = list->painted.selected;
    const bool restyles = !hurried && !paint_is_slow() && list->lines == 1;

    if (was >= list->top && was < list->top + (size_t)list->height) {
        if (restyles)
            restyle_row(list, area, widths, was);
        else
            paint_row(list, ui, area, widths, was, hurried && !list->painted.whole);
    }
    if (restyles)
        restyle_row(list, area, widths, list->selected);
    else
        paint_row(list, ui, area, widths, list->selected, hurried);
    list->painted.whole = !hurried && !paint_is_slow();
}

/* Uses what is on the screen already; false when all rows must be painted. */
static bool
paint_changes(struct list *list, struct ui *ui, struct area area, const int widths[])
{
    long moved = (long)list->top - (long)list->painted.top;
    long height = list->height;
    struct area rows = { area.top + 1, area.left, (int)height * list->lines,
                         area.columns };
    bool hurried = ui_is_hurried(ui);

    if (!list->painted.valid || list->painted.generation != list->generation ||
        (list->painted.owes && !hurried) ||
        memcmp(widths, list->painted.widths, sizeof(list->painted.widths)) != 0 ||
        memcmp(&area, &list->painted.area, sizeof(area)) != 0)
        return false;
    if (moved != 0) {
        if (area.left != 0 || (!hurried && (moved >= height / 2 || -moved >= height / 2)))
            return false;
        moved = moved > height ? height : moved < -height ? -height : moved;
        paint_scroll(rows, (int)moved * list->lines);
        for (int i = 0; i < (moved > 0 ? (int)moved : -(int)moved); i++)
            paint_row(list, ui, area, widths,
                      moved > 0 ? list->top + (size_t)(height - 1 - i)
                                : list->top + (size_t)i,
                      hurried);
        if (list->once)
            paint_tops(list, ui, area, widths, hurried);
    }
    if (list->painted.selected != list->selected)
        paint_moved_bar(list, ui, area, widths, hurried);
    list->painted.owes = hurried;
    return true;
}

/* The screen may have grown: rows for it are fetched here, where its height is known. */
static void
adopt_height(struct list *list, struct ui *ui, int height)
{
    if (height < 1 || height == list->height)
        return;
    list->height = height;
    list->painted.valid = false;
    if (list->count > 0 && list->top + (size_t)height > list->count && list->more_after) {
        size_t lacking = list->top + (size_t)height - list->count;
        struct error ignored = { 0 };
        (void)list_window_fetch(list, ui, LISTING_AFTER, &list->rows[list->count - 1].key,
                                lacking + (size_t)height, &ignored);
    }
    list_window_show(list);
}

/* What a column of a row needs: of a zone that is shown, its head too. */
static int
need_of(const struct list *list, struct ui *ui, const struct listing_row *row,
        size_t column, struct buffer *text)
{
    const struct column *about = &list->listing->columns[column];

    list_row_read(list, ui, row, column, text);
    const int need = (int)text_width(buffer_text(text));
    const int head = need > 0 && about->is_seldom && about->label
                         ? (int)text_width(_(about->label))
                         : 0;

    return need > head ? need : head;
}

/* Rows that were on the screen are known already. */
static bool
is_known(const struct list *list, size_t row)
{
    return list->painted.valid && list->painted.generation == list->generation &&
           row >= list->painted.top && row < list->painted.top + (size_t)list->height;
}

/* Text may be cut, it stands in full in the record; half a number or a day misleads. */
static bool
is_never_cut(const struct column *column)
{
    return column->kind != FIELD_TEXT && column->kind != FIELD_LINES &&
           column->kind != FIELD_EMAIL && column->kind != FIELD_REFERENCE;
}

/* Looks at the rows from..end, at those columns alone that are never cut or at all; true
 * when one of them needs more than was known. */
static bool
look_at(struct list *list, struct ui *ui, size_t from, size_t end, bool all)
{
    struct buffer text = { 0 };
    bool grew = false;

    for (size_t r = from; r < list->count && r < end; r++) {
        if (!all && is_known(list, r))
            continue;
        for (size_t c = 0; c < list->listing->column_count && c < LIST_COLUMNS_MOST;
             c++) {
            const struct column *column = &list->listing->columns[c];

            if (column->priority == 0 || (!all && !is_never_cut(column)))
                continue;
            const int need = need_of(list, ui, &list->rows[r], c, &text);

            if (need > list->needs[c]) {
                list->needs[c] = need;
                grew = true;
            }
        }
    }
    buffer_clear(&text);
    return grew;
}

/* What the rows need is known from one look at those at hand, the next page among them,
 * and stays until other rows are asked for or they change: moving through the list, by
 * rows or pages or to its end, moves no column of names under the eyes of its reader.
 * True when that is more than before. */
static bool
adopt_needs(struct list *list, struct ui *ui)
{
    const bool known = list->looked == list->loads;

    const bool grew =
        known ? look_at(list, ui, list->top, list->top + (size_t)list->height, false)
              : look_at(list, ui, 0, list->count, true);
    if (list->count > 0)
        list->looked = list->loads;
    return grew;
}

/* Which columns are shown, how many lines a row has for them, and how many rows there is
 * room for. */
static void
adopt_width(struct list *list, struct ui *ui, struct area area, int widths[])
{
    list_columns_fit(list->listing, list->with, list->without, area.columns - LIST_LEAD,
                     list->needs, widths);
    int lines = paint_is_plain() ? list_plain_lines(list, widths) : 1;
    if (lines != list->lines)
        list->painted.valid = false;
    list->lines = lines;
    int height = (area.rows - 1) / lines;
    adopt_height(list, ui, height > 0 ? height : area.rows > 1);
}

void
list_draw(struct list *list, struct ui *ui, struct area area, bool fresh)
{
    struct area preview = list->count > 0 ? list_preview_part(&area) : (struct area){ 0 };
    bool reshaped = memcmp(&area, &list->painted.area, sizeof(area)) != 0;
    int widths[LIST_COLUMNS_MOST];

    adopt_width(list, ui, area, widths);
    if (adopt_needs(list, ui))
        adopt_width(list, ui, area, widths);
    reshaped = reshaped ||
               memcmp(widths, list->painted.widths, sizeof(list->painted.widths)) != 0;
    if (list->count == 0) {
        paint_empty(list, ui, area);
        list->painted.valid = false;
    } else {
        if (fresh || !paint_changes(list, ui, area, widths)) {
            for (int i = 0; i < list->height && i < area.rows - 1; i++)
                paint_row(list, ui, area, widths, list->top + (size_t)i, false);
            for (int i = list->height * list->lines; i < area.rows - 1; i++)
                paint_fill(area.top + 1 + i, area.left, area.columns, STYLE_PLAIN);
            list->painted.owes = false;
            list->painted.whole = !paint_is_slow();
        }
        list->painted.valid = true;
        list->painted.top = list->top;
        list->painted.selected = list->selected;
        list->painted.generation = list->generation;
        list_preview_draw(list, ui, preview);
        paint_cursor(line_of(list, area, list->selected), area.left);
    }
    list->painted.area = area;
    memcpy(list->painted.widths, widths, sizeof(list->painted.widths));
    /* Last: while typing, the cursor belongs to the search. */
    if (fresh || reshaped || list->filtering ||
        list->painted.filtering != list->filtering ||
        list->painted.searches != list->searches)
        paint_top(list, area, widths);
    list->painted.filtering = list->filtering;
    list->painted.searches = list->searches;
}

/* "by Seats · ", or nothing in the usual order. */
static void
add_order(const struct list *list, struct buffer *buffer)
{
    const struct listing_query *query = &list->query;
    const struct choice *orders = list->listing->orders;

    if (query->sort > 0)
        buffer_addf(buffer, query->reversed ? _("by %s, backwards") : _("by %s"),
                    _(list->listing->columns[query->sort - 1].label));
    else if (orders && query->order > 0)
        buffer_addf(buffer, query->reversed ? _("%s, backwards") : "%s",
                    _(orders[query->order].label));
    else if (query->reversed)
        buffer_add(buffer, _("backwards"));
    else
        return;
    buffer_add(buffer, " · ");
}

void
list_add_info(struct list *list, struct buffer *buffer)
{
    if (list->mark_count > 0)
        buffer_addf(buffer, ngettext("%zu marked, ", "%zu marked, ", list->mark_count),
                    list->mark_count);
    add_order(list, buffer);
    if (list->states)
        buffer_addf(buffer, "%s · ", list->states);
    if (list->total > 9999)
        buffer_add(buffer, _("more than 9999 rows"));
    else if (list->total >= 0 && list->whole > 9999)
        buffer_addf(buffer, _("%lld of more than 9999"), (long long)list->total);
    else if (list->total >= 0 && list->whole > list->total)
        buffer_addf(buffer, _("%lld of %lld"), (long long)list->total,
                    (long long)list->whole);
    else if (list->total >= 0)
        buffer_addf(buffer, ngettext("%lld row", "%lld rows", (unsigned long)list->total),
                    (long long)list->total);
}
