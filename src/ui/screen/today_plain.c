/* SPDX-License-Identifier: GPL-3.0-or-later */
/* today_plain.c - the first screen in the plain view
 *
 * Who listens hears "Wed 03/03/2027 09:30: URB, 45/45, Jobs": when it is, and what it is.
 * What does not fit its row goes on in the next one; nothing is cut.
 */
#include "screen/today_plain.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "meeting/meeting_fullness.h"

enum { LEAD = 2 };

/* What stands in columns on other terminals is parted by commas; where columns end, any
 * blank parts them. */
static void
add_columns(struct buffer *text, const char *columns, size_t end)
{
    for (size_t i = 0; columns[i] != '\0'; i++) {
        const size_t blanks = strspn(columns + i, " ");

        if (blanks > 1 || (blanks == 1 && i < end))
            buffer_add(text, ", ");
        else
            buffer_add_part(text, columns + i, 1);
        i += blanks > 1 ? blanks - 1 : 0;
    }
}

/* "! Fri 26/02/2027: did it take place? · Jobs" */
static void
add_spoken(const struct today_line *line, struct buffer *text)
{
    const size_t when = text_prefix(line->text, (size_t)line->lead);
    const char *rest = line->text + when;
    struct buffer what = { 0 };

    if (line->lead == 0) {
        buffer_add(text, line->text);
        return;
    }
    rest += strspn(rest, " ");
    add_columns(&what, rest,
                line->title_at > 0 ? (size_t)(line->text + line->title - rest) : 0);
    char *day = memory_copy_part(line->text, when);
    /* TRANSLATORS: when it is, and what it is; a blank before : in French */
    buffer_addf(text, _("%s: %s"), day, buffer_text(&what));
    free(day);
    buffer_clear(&what);
}

static int
rows_of(const struct today_line *line, int columns)
{
    struct buffer text = { 0 };

    add_spoken(line, &text);
    const int rows = paint_wrapped_lines(columns - LEAD, buffer_text(&text));
    buffer_clear(&text);
    return rows;
}

static int
draw_line(const struct today_line *line, struct area area, bool selected)
{
    const enum style style = line->warning ? STYLE_WARNING
                             : line->head  ? STYLE_HEAD
                             : line->opens ? STYLE_PLAIN
                                           : STYLE_QUIET;
    const char lead[LEAD + 1] = {
        selected ? '>' : ' ',
        line->seats > 0 && line->warning ? MEETING_OVERBOOKED_SIGN : ' ', '\0'
    };
    struct buffer text = { 0 };

    add_spoken(line, &text);
    const struct area right = { area.top, area.left + LEAD, area.rows,
                                area.columns - LEAD };
    const int rows = paint_wrapped_top(right, style, buffer_text(&text));
    buffer_clear(&text);
    for (int i = 0; i < rows; i++)
        paint_text(area.top + i, area.left, LEAD, style, i == 0 ? lead : "");
    if (selected)
        paint_cursor(area.top, area.left);
    return rows;
}

/* The bar's line is whole among those that are shown; with the first one its head, too.
 */
static void
choose_first(struct today *screen, struct area area)
{
    int rows = 0;
    size_t first = screen->selected;

    while (first < screen->count) {
        rows += rows_of(&screen->lines.items[first], area.columns);
        if (rows > area.rows && first < screen->selected) {
            first++;
            break;
        }
        if (first == 0)
            break;
        first--;
    }
    if (screen->top < first || screen->top > screen->selected)
        screen->top = first;
    if (screen->selected <= 1)
        screen->top = 0;
}

void
today_plain_draw(struct today *screen, struct area area)
{
    choose_first(screen, area);
    for (size_t i = screen->top; i < screen->count && area.rows > 0; i++) {
        const int rows = draw_line(&screen->lines.items[i], area, i == screen->selected);
        area.top += rows;
        area.rows -= rows;
    }
    for (; area.rows > 0; area.rows--)
        paint_fill(area.top++, area.left, area.columns, STYLE_PLAIN);
}
