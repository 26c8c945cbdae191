/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_calendar_rooms.c - whether a calendar's places become rooms, and in which venue
 */
#include "screen/import_calendar_rooms.h"

#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "noun/noun.h"
#include "screen/import_calendar_view.h"
#include "widget/choose.h"
#include "widget/picker.h"

const char *
import_calendar_why_no_new_room(struct ui *ui, void *state, int64_t argument)
{
    (void)ui;
    (void)argument;
    const struct calendar_view *view = state;
    size_t homeless;

    if (!view->import)
        return _("Open a file first, with %K{calendar_import.open}.");
    return calendar_import_room_count(view->import, &homeless) > 0
               ? NULL
               : _("The file names no place that may be a new room.");
}

enum answer { USUAL, OTHER, WORDS, MOST_ANSWERS };

static int64_t
pick_venue(struct ui *ui)
{
    return picker_run(ui, _("In which venue are the new rooms?"), ENTITY_VENUE, NULL,
                      &noun_picker);
}

/* False when the person went back. */
static bool
ask(struct ui *ui, const struct calendar_import *import,
    struct calendar_import_choice *choice)
{
    const int64_t usual = calendar_import_venue(import);
    struct buffer in_usual = { 0 };
    struct buffer name = { 0 };

    display_title(ui_atelier(ui), ENTITY_VENUE, usual, &name);
    buffer_addf(&in_usual, _("Create them in %s"), buffer_text(&name));
    const char *const answers[MOST_ANSWERS] = { [USUAL] = buffer_text(&in_usual),
                                                [OTHER] = _("Create them elsewhere…"),
                                                [WORDS] = _("Leave them in words") };
    const int answer = choose(ui, _("New rooms"),
                              _("A place that names its venue becomes a room there."),
                              answers, MOST_ANSWERS, USUAL);
    buffer_clear(&in_usual);
    buffer_clear(&name);
    choice->create_rooms = answer != WORDS;
    if (answer == USUAL)
        choice->venue = usual;
    else if (answer == OTHER)
        choice->venue = pick_venue(ui);
    return answer >= 0 && (answer != OTHER || choice->venue);
}

/* Only where something is open: a venue is chosen, or one is usual. */
static bool
settle(struct ui *ui, const struct calendar_import *import,
       struct calendar_import_choice *choice)
{
    size_t homeless;

    (void)calendar_import_room_count(import, &homeless);
    if (homeless == 0) {
        choice->create_rooms = !choice->create_rooms;
        return true;
    }
    if (calendar_import_venue(import))
        return ask(ui, import, choice);
    choice->venue = pick_venue(ui);
    choice->create_rooms = choice->venue != 0;
    return choice->create_rooms;
}

void
import_calendar_rooms(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    struct calendar_view *view = state;
    struct calendar_import_choice choice = calendar_view_choice(view);
    struct error err = { 0 };

    if (!settle(ui, view->import, &choice))
        return;
    if (!calendar_view_open(view, ui, &choice, &err))
        ui_fail(ui, &err);
    else
        ui_say(ui, "%s",
               choice.create_rooms ? _("The new rooms are created with the meetings.")
                                   : _("Places that are no rooms come in words."));
}
