/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_chosen.c - what is chosen in the calendar, in words below the grid */
#include "screen/agenda_chosen.h"

#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "atelier/domain/day_off.h"
#include "atelier/domain/day_place.h"
#include "screen/agenda_entry.h"
#include "screen/agenda_part.h"
#include "screen/agenda_place.h"
#include "sentence.h"

enum { LEAD = 1 };

static const char *
what_to_do(const struct agenda_view *view)
{
    if (!text_is_blank(line_edit_text(&view->filter)) && view->agenda.count == 0)
        return _("Nothing here holds these words.  %K{Esc} shows all again.");
    if (view->agenda.count > 0)
        return _("Nothing is planned there.  %K{meeting.add} plans a meeting.");
    switch (view->extent) {
    case AGENDA_MONTH:
        return _("Nothing is planned in this month.  %K{meeting.add} plans a meeting on "
                 "the chosen day.");
    case AGENDA_WEEK:
        return _("Nothing is planned in this week.  %K{meeting.add} plans a meeting on "
                 "the chosen day.");
    case AGENDA_DAY:
        break;
    }
    return _("Nothing is planned on this day.  %K{meeting.add} plans a meeting.");
}

/* Why nothing is there, and what can be done. */
static void
add_nothing(const struct agenda_view *view, struct ui *ui, struct buffer *text)
{
    struct buffer off = { 0 };

    if (agenda_count_on(&view->agenda, view->day) == 0 &&
        text_is_blank(line_edit_text(&view->filter)) &&
        day_off_add(&view->days, view->day, &off)) {
        /* TRANSLATORS: a holiday, or that the office is closed */
        buffer_addf(text, _("%s: nothing is planned."), buffer_text(&off));
        buffer_add(text, "  ");
        sentence_add_permitted(ui, _("%K{meeting.add} plans a meeting."), text);
    } else {
        sentence_add_permitted(ui, what_to_do(view), text);
    }
    buffer_clear(&off);
}

struct area
agenda_chosen_area(struct area area, int rows)
{
    enum { MOST = 9 };
    const int lines = rows < MOST ? rows : MOST;

    return (struct area){ area.top + area.rows - lines, area.left, lines, area.columns };
}

/* A line of the list, the chosen one marked. */
static void
draw_line(const struct agenda_view *view, size_t entry, bool chosen, bool is_within,
          struct area area)
{
    struct buffer text = { 0 };

    buffer_add(&text, is_within ? "  " : "");
    if (is_within)
        agenda_add_workshop(&view->agenda.items[entry], view->day, NULL, &text);
    else
        agenda_add_entry(&view->agenda.items[entry], view->day, &text);
    paint_text(area.top, area.left, LEAD, chosen ? STYLE_BAR : STYLE_PLAIN,
               chosen ? ">" : " ");
    paint_text(area.top, area.left + LEAD, area.columns - LEAD, STYLE_PLAIN,
               buffer_text(&text));
    buffer_clear(&text);
}

/* The workshops within a meeting that is told of already. */
static void
draw_within(const struct agenda_view *view, size_t whole, size_t entry, struct area area)
{
    struct day_blocks within = { 0 };
    size_t first = 0;
    size_t chosen = 0;

    day_blocks_fill_within(&within, &view->agenda, view->day, AGENDA_ROOMS, whole);
    while (chosen < within.count && within.items[chosen].entry != entry)
        chosen++;
    const size_t shown = day_window(within.count, (size_t)area.rows, chosen, &first);
    for (int i = 0; i < area.rows; i++) {
        const struct area line = { area.top + i, area.left, 1, area.columns };

        if ((size_t)i < shown)
            draw_line(view, within.items[first + (size_t)i].entry,
                      first + (size_t)i == chosen, true, line);
        else if ((size_t)i == shown && shown < within.count)
            paint_format(line.top, line.left, line.columns, STYLE_QUIET, "   +%zu",
                         within.count - shown);
        else
            paint_fill(line.top, line.left, line.columns, STYLE_PLAIN);
    }
    day_blocks_clear(&within);
}

/* The meeting, and below it what is within it. */
static void
draw_whole(const struct agenda_view *view, size_t entry, struct area area)
{
    const size_t parent = agenda_parent(&view->agenda, entry);
    const size_t whole = parent < view->agenda.count ? parent : entry;
    const struct area below = { area.top + 1, area.left, area.rows - 1, area.columns };

    draw_line(view, whole, whole == entry, false, area);
    draw_within(view, whole, entry, below);
}

void
agenda_draw_chosen(const struct agenda_view *view, struct ui *ui, size_t entry,
                   struct area area)
{
    struct buffer text = { 0 };

    const bool moving = agenda_view_moves(view);

    if (view->chosen && !moving && entry < view->agenda.count && area.rows > 1) {
        draw_whole(view, entry, area);
        return;
    }
    const bool is_brief = view->chosen;
    for (int i = 0; i < area.rows; i++) {
        buffer_reset(&text);
        if (moving) {
            if (i == 0)
                (view->part ? agenda_part_add : agenda_place_add)(view, ui, &text);
        } else if (entry < view->agenda.count) {
            const struct agenda_entry *own = &view->agenda.items[entry];

            if (is_brief && own->workshop != 0) /* its meeting stands in the grid */
                agenda_add_workshop(own, view->day, own->group, &text);
            else
                agenda_add_entry(own, view->day, &text);
            entry = agenda_next_on(&view->agenda, view->day, entry + 1);
        } else if (i == 0) {
            add_nothing(view, ui, &text);
        }
        paint_fill(area.top + i, area.left, LEAD, STYLE_PLAIN);
        paint_text(area.top + i, area.left + LEAD, area.columns - LEAD, STYLE_PLAIN,
                   buffer_text(&text));
    }
    buffer_clear(&text);
}
