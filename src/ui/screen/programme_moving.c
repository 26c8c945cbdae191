/* SPDX-License-Identifier: GPL-3.0-or-later */
/* programme_moving.c - a workshop is moved to where the keys go in the programme */
#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/domain/when.h"
#include "screen/programme_view.h"
#include "widget/question_ask.h"

static const struct programme_part *
moved_part(const struct programme_view *view)
{
    const size_t part = programme_find(&view->programme,
                                       (struct row_ref){ ENTITY_WORKSHOP, view->moved });

    return view->moved == 0 || part == PROGRAMME_NONE ? NULL
                                                      : &view->programme.parts[part];
}

void
programme_moving_begin(struct programme_view *view, struct ui *ui)
{
    const struct programme_part *part = programme_chosen(view);

    if (!part)
        ui_refuse(ui, _("Nothing is planned there that could be moved."));
    else if (programme_part_is_item(part))
        ui_refuse(ui, _("What all share moves with its hours.  %%K{programme.edit} "
                        "changes them."));
    else
        view->moved = part->row.id;
    programme_moving_judge(view, ui);
}

bool
programme_moving_place(const struct programme_view *view, struct programme_place *place)
{
    const struct programme_part *part = moved_part(view);
    const struct programme_row *row = programme_chosen_row(view);

    if (!part || !row)
        return false;
    *place = programme_place_of(&view->programme, part, row,
                                view->programme.rooms[view->column].id);
    return true;
}

void
programme_moving_judge(struct programme_view *view, struct ui *ui)
{
    const struct programme_part *part = moved_part(view);
    struct programme_place place;
    struct error ignored = { 0 };

    buffer_reset(&view->warning);
    if (programme_moving_place(view, &place))
        (void)programme_place_warn(ui_atelier(ui), &view->head.meeting, &view->programme,
                                   part, &place, &view->warning, &ignored);
    error_clear(&ignored);
}

void
programme_moving_follow(struct programme_view *view, struct ui *ui)
{
    if (view->moved != 0 && !moved_part(view)) {
        programme_moving_leave(view);
        ui_refuse(ui, _("Somebody has removed that workshop meanwhile."));
    }
    programme_moving_judge(view, ui);
}

/* What is done first, and behind it what may be wrong with it. */
static void
say_moved(const struct programme_view *view, struct ui *ui,
          const struct programme_place *place)
{
    struct buffer there = { 0 };

    when_format_hours_of_day(place->start, place->end, &there);
    if (place->room != 0) {
        buffer_add(&there, ", ");
        display_title(ui_atelier(ui), ENTITY_ROOM, place->room, &there);
    }
    if (view->warning.length > 0)
        ui_say(ui, _("Moved to %s.  %s  %%K{program.undo} takes it back."),
               buffer_text(&there), buffer_text(&view->warning));
    else
        ui_say(ui, _("Moved to %s.  %%K{program.undo} takes it back."),
               buffer_text(&there));
    buffer_clear(&there);
}

struct move {
    struct ui *ui;
    const struct programme_part *part;
    struct programme_place place;
    bool moved;
};

static bool
move(void *context, struct questions *sheet, struct error *err)
{
    struct move *move = context;

    return programme_move(ui_atelier(move->ui), move->part, &move->place, sheet,
                          &move->moved, err);
}

void
programme_moving_end(struct programme_view *view, struct ui *ui)
{
    const struct programme_part *part = moved_part(view);
    struct move moving = { .ui = ui, .part = part };
    struct questions sheet = { .subject = { ENTITY_WORKSHOP, view->moved } };
    struct error err = { 0 };

    if (!programme_moving_place(view, &moving.place)) {
        programme_moving_leave(view);
        return;
    }
    const bool ok = question_ask_all(ui, &sheet, move, &moving, &err);
    questions_clear(&sheet);
    if (ok && moving.moved)
        say_moved(view, ui, &moving.place);
    else if (ok || err.kind == ERROR_QUESTION || err.kind == ERROR_CANCELLED)
        ui_say(ui, _("Nothing changed."));
    else
        ui_fail(ui, &err);
    view->wanted = part->row;
    programme_moving_leave(view);
}

void
programme_moving_leave(struct programme_view *view)
{
    view->moved = 0;
    buffer_reset(&view->warning);
}
