/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_move.c - a meeting is moved to where the keys go in the calendar
 *
 * Its hours stay, and how long it lasts; among the rooms the hour and the room are those
 * that are chosen.
 */
#include "screen/agenda_move.h"

#include <string.h>

#include "atelier/app/edit.h"
#include "atelier/app/plan.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/when.h"
#include "screen/agenda_place.h"
#include "widget/question_ask.h"

struct moving {
    struct ui *ui;
    struct meeting meeting;
    unsigned warnings;
};

void
agenda_move_begin(struct agenda_view *view, struct ui *ui,
                  const struct agenda_entry *entry)
{
    view->moved = entry->row.id;
    view->moved_from = entry->start;
    memory_replace(&view->moved_title, entry->title);
    agenda_view_go(view, ui, view->moved_from.date);
    if (view->stand)
        view->stand(view, view->moved_from);
}

static bool
move(void *context, struct questions *sheet, struct error *err)
{
    struct moving *moving = context;

    return plan_change(ui_atelier(moving->ui), &moving->meeting, sheet, &moving->warnings,
                       err);
}

/* What is done first, and behind it the first of what may be wrong with it. */
static void
say_moved(struct ui *ui, const struct moving *moving)
{
    struct buffer when = { 0 };
    struct buffer wrong = { 0 };
    struct error ignored = { 0 };
    unsigned warnings = 0;

    when_format_span(moving->meeting.start, moving->meeting.end, &when);
    if (moving->warnings != 0)
        (void)plan_warnings(ui_atelier(ui), &moving->meeting, &warnings, &wrong,
                            &ignored);
    if (wrong.length > 0) {
        wrong.text[strcspn(wrong.text, "\n")] = '\0';
        ui_say(ui, _("Moved to %s.  %s  %%K{program.undo} takes it back."),
               buffer_text(&when), buffer_text(&wrong));
    } else {
        ui_say(ui, _("Moved to %s.  %%K{program.undo} takes it back."),
               buffer_text(&when));
    }
    buffer_clear(&when);
    buffer_clear(&wrong);
}

static void
run(struct ui *ui, struct moving *moving)
{
    struct questions sheet = { .subject = { ENTITY_MEETING, moving->meeting.head.id } };
    struct error err = { 0 };

    if (question_ask_all(ui, &sheet, move, moving, &err))
        say_moved(ui, moving);
    else if (err.kind == ERROR_QUESTION || err.kind == ERROR_CANCELLED)
        ui_say(ui, _("Nothing changed."));
    else
        ui_fail(ui, &err);
    questions_clear(&sheet);
}

void
agenda_move_end(struct ui *ui, void *state)
{
    struct agenda_view *view = state;
    struct moving moving = { .ui = ui };
    struct error err = { 0 };
    const struct meeting place = agenda_place_chosen(state);
    const int64_t minutes = local_time_minutes(view->moved_from, place.start);
    const int64_t id = view->moved;

    view->moved = 0;
    record_init(&meeting_entity, &moving.meeting);
    if (!edit_load(ui_atelier(ui), &meeting_entity, id, &moving.meeting, &err)) {
        ui_fail(ui, &err);
    } else {
        struct meeting *meeting = &moving.meeting;
        const int64_t room = view->fill && place.room != 0 ? place.room : meeting->room;

        if (minutes == 0 && room == meeting->room) {
            ui_say(ui, _("Nothing changed."));
        } else {
            meeting->start = local_time_add_minutes(meeting->start, minutes);
            meeting->end = local_time_add_minutes(meeting->end, minutes);
            meeting->room = room;
            run(ui, &moving);
        }
    }
    record_clear(&meeting_entity, &moving.meeting);
}
