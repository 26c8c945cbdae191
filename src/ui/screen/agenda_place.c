/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_place.c - where a meeting that is moved in the calendar would be */
#include "screen/agenda_place.h"

#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/domain/when.h"
#include "sentence.h"

struct meeting
agenda_place_chosen(const struct agenda_view *view)
{
    struct meeting place = { .start = view->moved_from };

    place.start.date = view->day;
    if (view->fill)
        view->fill(view, &place);
    return place;
}

/* The day, and the hour and the room where they are chosen, too. */
static void
add_place(const struct agenda_view *view, struct ui *ui, struct buffer *text)
{
    const struct meeting place = agenda_place_chosen(view);

    if (!view->fill) {
        when_format_date(view->day, WHEN_LONG, text);
        return;
    }
    when_format_local_time(place.start, text);
    if (place.room != 0) {
        buffer_add(text, ", ");
        display_title(ui_atelier(ui), ENTITY_ROOM, place.room, text);
    }
}

void
agenda_place_add(const struct agenda_view *view, struct ui *ui, struct buffer *buffer)
{
    struct buffer there = { 0 };
    struct buffer text = { 0 };

    add_place(view, ui, &there);
    /* TRANSLATORS: a day, with the hour and the room where they are chosen; a title */
    buffer_addf(&text, _("%%K{calendar.open} moves it to %s, %%K{Esc} leaves it: %s"),
                buffer_text(&there), view->moved_title ? view->moved_title : "");
    sentence_add(ui, buffer_text(&text), buffer);
    buffer_clear(&there);
    buffer_clear(&text);
}
