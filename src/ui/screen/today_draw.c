/* SPDX-License-Identifier: GPL-3.0-or-later */
/* today_draw.c - paints the lines of the first screen, and the seats of a meeting as a
 * bar */
#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "meeting/meeting_fullness.h"
#include "screen/today_plain.h"
#include "screen/today_view.h"
#include "terminal/paint.h"

enum {
    LEAD = 2,
    BAR_COLUMNS = 12,
    LEAST_TITLE = 20 /* cells of a title that a bar leaves */
};

/* A meeting: the bar stands beside its figures, the title has what is left. */
static void
draw_measured(const struct today_line *line, int row, int left, int columns,
              enum style style)
{
    const int64_t taken = line->taken < line->seats ? line->taken : line->seats;
    const int bar_at = line->title_at - 2;
    const int title_at = bar_at + BAR_COLUMNS + 2;
    char *figures = memory_copy_part(line->text, line->title - 2);

    paint_text(row, left, bar_at, style, figures);
    free(figures);
    paint_text(row, left + bar_at, BAR_COLUMNS + 2, STYLE_PLAIN, "");
    if (line->seats > 0)
        paint_bar(row, left + bar_at, BAR_COLUMNS, taken, line->seats);
    paint_text(row, left + title_at, columns - title_at, style, line->text + line->title);
}

static void
draw_line(const struct today_line *line, struct area area, int row, bool selected)
{
    const int columns = area.columns - LEAD;
    const enum style style = line->warning               ? STYLE_WARNING
                             : line->opens || line->head ? STYLE_PLAIN
                                                         : STYLE_QUIET;
    /* No colour alone says which row it is. */
    char lead[LEAD + 1] = { selected ? '>' : ' ', ' ', '\0' };
    if (line->seats > 0 && line->warning)
        lead[1] = MEETING_OVERBOOKED_SIGN;
    paint_text(row, area.left, LEAD, style, lead);
    if (line->title_at > 0 && columns > LEAD + line->title_at + LEAST_TITLE + BAR_COLUMNS)
        draw_measured(line, row, area.left + LEAD, columns, style);
    else
        paint_text(row, area.left + LEAD, columns, style, line->text);
    if (line->head)
        paint_restyle(row, area.left + LEAD, (int)text_width(line->text), STYLE_HEAD);
    if (selected) {
        paint_row_bar(row, area.left, line->warning ? LEAD + line->lead : area.columns,
                      LEAD + line->lead);
        paint_cursor(row, area.left);
    }
}

/* A tall screen shows more of what was done; no screen scrolls for more. */
static void
fit_acts(struct today *screen, size_t rows)
{
    size_t least = screen->lines.first_act + TODAY_ACTS;
    size_t count = rows > least ? rows : least;

    screen->count = count < screen->lines.count ? count : screen->lines.count;
    if (screen->selected >= screen->count && screen->count > 0)
        screen->selected = screen->count - 1;
}

/* What is searched for stands above what it leaves. */
static void
draw_filter(struct today *screen, struct area area)
{
    const char *label = _("Search:");
    const int width = (int)text_width(label);

    paint_text(area.top, area.left, width + 2, STYLE_STRONG, "");
    paint_text(area.top, area.left + 1, width, STYLE_STRONG, label);
    line_edit_draw(&screen->filter, area.top, area.left + width + 2,
                   area.columns - width - 3, screen->filtering);
    paint_fill(area.top, area.left + area.columns - 1, 1, STYLE_PLAIN);
}

static void
draw_rows(struct today *screen, struct area area)
{
    const size_t rows = (size_t)area.rows;

    if (screen->selected < screen->top)
        screen->top = screen->selected;
    if (screen->selected >= screen->top + rows)
        screen->top = screen->selected - rows + 1;
    if (screen->top == 2 || screen->selected <= 1)
        screen->top = screen->selected < rows ? 0 : screen->top;
    for (size_t i = 0; i < rows; i++) {
        size_t index = screen->top + i;
        int row = area.top + (int)i;
        if (index < screen->count)
            draw_line(&screen->lines.items[index], area, row, index == screen->selected);
        else
            paint_text(row, area.left, area.columns, STYLE_PLAIN, "");
    }
}

void
today_draw(void *state, struct ui *ui, struct area area, bool fresh)
{
    (void)ui;
    (void)fresh;
    struct today *screen = state;
    const struct area whole = area;
    if (screen->filtering || !text_is_blank(line_edit_text(&screen->filter))) {
        area.top++;
        area.rows--;
    }
    if (area.rows < 1)
        area.rows = 1;
    fit_acts(screen, (size_t)area.rows);
    (paint_is_plain() ? today_plain_draw : draw_rows)(screen, area);
    if (area.top > whole.top) /* last: while typing, the cursor belongs to it */
        draw_filter(screen, whole);
}
