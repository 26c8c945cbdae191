/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_chosen.c - what is chosen in the calendar, in words below the grid */
#include "screen/agenda_chosen.h"

#include "atelier/base/language.h"
#include "screen/agenda_entry.h"
#include "screen/agenda_move.h"
#include "sentence.h"

enum { LEAD = 1 };

static const char *
what_to_do(const struct agenda_view *view)
{
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

void
agenda_draw_chosen(const struct agenda_view *view, struct ui *ui, size_t entry,
                   struct area area)
{
    struct buffer text = { 0 };

    for (int i = 0; i < area.rows; i++) {
        buffer_reset(&text);
        if (view->moved != 0) {
            if (i == 0)
                agenda_move_add(view, ui, &text);
        } else if (entry < view->agenda.count) {
            agenda_add_entry(&view->agenda.items[entry], view->day, &text);
            entry = agenda_next_on(&view->agenda, view->day, entry + 1);
        } else if (i == 0) {
            sentence_add(ui, what_to_do(view), &text);
        }
        paint_fill(area.top + i, area.left, LEAD, STYLE_PLAIN);
        paint_text(area.top + i, area.left + LEAD, area.columns - LEAD, STYLE_PLAIN,
                   buffer_text(&text));
    }
    buffer_clear(&text);
}
