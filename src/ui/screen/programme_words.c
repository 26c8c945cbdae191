/* SPDX-License-Identifier: GPL-3.0-or-later */
/* programme_words.c - a part of a programme in words, and what is under the bar below the
 * grid
 */
#include <inttypes.h>

#include "atelier/base/language.h"
#include "atelier/domain/when.h"
#include "screen/programme_view.h"
#include "sentence.h"
#include "state_sign.h"

enum { LEAD = 1 };

void
programme_add_place(const struct programme_part *part, struct buffer *text)
{
    if (!programme_part_is_item(part))
        state_sign_add(workshop_states, (int)part->state, text);
    buffer_addf(text, "%s, ", part->title);
    when_format_hours_of_day(part->start, part->end, text);
    if (part->room_name)
        buffer_addf(text, ", %s", part->room_name);
    if (programme_part_is_item(part))
        buffer_addf(text, ", %s", _(item_kinds[part->kind].label));
    else if (part->state != WORKSHOP_PLANNED)
        buffer_addf(text, ", %s", _(workshop_states[part->state].label));
}

static void
add_seats(const struct programme_part *part, struct buffer *text)
{
    const struct seats seats = { .seats = part->seats, .taken = part->taken };

    meeting_head_add_seats(&seats, text);
    if (part->waiting > 0)
        buffer_addf(text,
                    ngettext(", %" PRId64 " waiting", ", %" PRId64 " waiting",
                             (unsigned long)part->waiting),
                    part->waiting);
    if (part->least != NUMBER_NONE && part->taken < part->least)
        buffer_addf(text,
                    ngettext(", at least %" PRId64 " is needed",
                             ", at least %" PRId64 " are needed",
                             (unsigned long)part->least),
                    part->least);
}

void
programme_add_people(const struct programme_part *part, struct buffer *text)
{
    const size_t begin = text->length;

    if (!programme_part_is_item(part))
        add_seats(part, text);
    if (part->leader_name)
        buffer_addf(text, "%s%s", text->length > begin ? "  ·  " : "", part->leader_name);
    if (part->speakers)
        buffer_addf(text, "%s%s", text->length > begin ? "  ·  " : "", part->speakers);
    if (part->holder)
        buffer_addf(text, "%s%s", text->length > begin ? "  ·  " : "", part->holder);
}

/* --- below the grid */

static const char *
what_to_do(const struct programme_view *view)
{
    if (view->programme.count > 0)
        return _("Nothing is planned there.  %K{workshop.add} plans a workshop.");
    if (view->programme.slots.count > 0)
        return _("Nothing is on the programme yet.  %K{workshop.add} adds the first "
                 "workshop, in the slot and room under the bar.");
    return _(
        "Nothing is on the programme yet.  %K{workshop.add} adds the first workshop, "
        "%K{programme.slot} a slot such as a morning.");
}

/* "Enter moves it to 14:00–17:00, Salle Loire, Esc leaves it: Halles". */
static void
add_move(const struct programme_view *view, struct ui *ui,
         const struct programme_place *place, struct buffer *text)
{
    struct buffer there = { 0 };
    struct buffer sentence = { 0 };
    const size_t part = programme_find(&view->programme,
                                       (struct row_ref){ ENTITY_WORKSHOP, view->moved });

    when_format_hours_of_day(place->start, place->end, &there);
    buffer_addf(&there, ", %s", view->programme.rooms[view->column].name);
    /* TRANSLATORS: hours and a room, a title */
    buffer_addf(&sentence,
                _("%%K{programme.open} moves it to %s, %%K{Esc} leaves it: %s"),
                buffer_text(&there),
                part == PROGRAMME_NONE ? "" : view->programme.parts[part].title);
    sentence_add(ui, buffer_text(&sentence), text);
    buffer_clear(&there);
    buffer_clear(&sentence);
}

static void
draw_line(struct area area, int line, const char *text)
{
    if (line >= area.rows)
        return;
    paint_fill(area.top + line, area.left, LEAD, STYLE_PLAIN);
    paint_text(area.top + line, area.left + LEAD, area.columns - LEAD, STYLE_PLAIN, text);
}

void
programme_draw_chosen(const struct programme_view *view, struct ui *ui, struct area area)
{
    const struct programme_part *part = programme_chosen(view);
    struct programme_place place;
    struct buffer first = { 0 };
    struct buffer second = { 0 };

    if (programme_moving_place(view, &place)) {
        add_move(view, ui, &place, &first);
        if (view->warning.length > 0)
            buffer_addf(&second, "! %s", buffer_text(&view->warning));
    } else if (part) {
        programme_add_place(part, &first);
        programme_add_people(part, &second);
    } else {
        const struct area lines = { area.top, area.left + LEAD, area.rows,
                                    area.columns - LEAD };

        paint_clear(area);
        sentence_paint(ui, lines, what_to_do(view));
        return;
    }
    draw_line(area, 0, buffer_text(&first));
    draw_line(area, 1, buffer_text(&second));
    if (view->moved != 0 && second.length > 0 && area.rows > 1)
        paint_restyle(area.top + 1, area.left + LEAD, 1, STYLE_WARNING);
    buffer_clear(&first);
    buffer_clear(&second);
}
