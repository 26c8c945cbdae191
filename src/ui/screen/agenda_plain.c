/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_plain.c - the days of a view in one column
 *
 * Who listens hears the chosen day first, then what is on it, then the days that follow.
 */
#include "screen/agenda_plain.h"

#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "atelier/domain/day_off.h"
#include "atelier/domain/when.h"
#include "screen/agenda_entry.h"
#include "screen/agenda_part.h"
#include "screen/agenda_place.h"
#include "screen/agenda_view.h"

enum { LEAD = 2 };

/* As many lines as the text needs: nothing is cut, and what has no room for all of them
 * is not begun. */
static void
add_line(struct area *area, int lead, const char *mark, const char *text)
{
    const int left = lead + (int)text_width(mark);
    const int lines = paint_wrapped_lines(area->columns - left, text);
    const int rows = lines < 1 ? 1 : lines;

    if (rows > area->rows) {
        paint_clear(*area);
        area->rows = 0;
        return;
    }
    paint_clear((struct area){ area->top, area->left, rows, area->columns });
    paint_text(area->top, area->left + lead, left - lead, STYLE_PLAIN, mark);
    (void)paint_wrapped(
        (struct area){ area->top, area->left + left, rows, area->columns - left }, 0,
        STYLE_PLAIN, text);
    area->top += rows;
    area->rows -= rows;
}

/* Of a week one of the day; the agenda's count: none. */
static size_t
chosen_entry(const struct agenda_view *view)
{
    return view->extent == AGENDA_WEEK && view->chosen ? view->chosen(view)
                                                       : view->agenda.count;
}

/* Where what moves would be; false: nothing does. */
static bool
draw_move(const struct agenda_view *view, struct ui *ui, struct area *area)
{
    struct buffer text = { 0 };

    if (!view->part && view->moved == 0)
        return false;
    (view->part ? agenda_part_add : agenda_place_add)(view, ui, &text);
    add_line(area, 0, "", buffer_text(&text));
    buffer_clear(&text);
    return true;
}

/* Behind what is there already, its label. */
static void
add_value(struct buffer *text, const char *value)
{
    struct buffer both = { 0 };

    buffer_addf(&both, _("%s: %s"), buffer_text(text), value);
    buffer_clear(text);
    *text = both;
}

static void
draw_day(const struct agenda_view *view, struct date day, struct area *area)
{
    const bool chosen = date_compare(day, view->day) == 0;
    size_t i = agenda_next_on(&view->agenda, day, 0);
    struct buffer text = { 0 };
    struct buffer off = { 0 };

    if (!day_off_add(&view->days, day, &off) && !chosen && i >= view->agenda.count)
        return;
    when_format_date(day, WHEN_LONG, &text);
    if (date_compare(day, view->today) == 0)
        buffer_addf(&text, ", %s", _("today"));
    if (off.length > 0)
        buffer_addf(&text, ", %s", buffer_text(&off));
    buffer_clear(&off);
    if (i >= view->agenda.count)
        add_value(&text, _("no meeting"));
    add_line(area, 0, chosen ? "> " : "  ", buffer_text(&text));
    const size_t entry = chosen ? chosen_entry(view) : view->agenda.count;
    for (; i < view->agenda.count; i = agenda_next_on(&view->agenda, day, i + 1)) {
        buffer_reset(&text);
        if (i == entry)
            paint_cursor(area->top, area->left);
        agenda_add_entry(&view->agenda.items[i], day, &text);
        add_line(area, 2 * LEAD, i == entry ? "> " : "", buffer_text(&text));
    }
    buffer_clear(&text);
}

void
agenda_plain_draw(const struct agenda_view *view, struct ui *ui, struct area area)
{
    const int top = area.top;

    paint_cursor(top, area.left);
    const bool moving = draw_move(view, ui, &area);

    for (struct date day = view->day; date_compare(day, view->last) <= 0;
         day = date_add_days(day, 1))
        draw_day(view, day, &area);
    while (area.rows > 0)
        add_line(&area, 0, "", "");
    if (moving)
        paint_cursor(top, area.left);
}
