/* SPDX-License-Identifier: GPL-3.0-or-later */
/* today_open.c - what the line under the bar of the first screen opens, and what is done
 * with it there
 */
#include <stdlib.h>
#include <string.h>

#include "atelier/app/display.h"
#include "atelier/app/register.h"
#include "atelier/base/language.h"
#include "atelier/domain/registration.h"
#include "meeting/meeting_clashes.h"
#include "meeting/meeting_substitute.h"
#include "noun/noun.h"
#include "report/entry_settling.h"
#include "resume.h"
#include "screen/today_view.h"
#include "take_back.h"

const char *
today_why_not_opened(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    (void)ui;
    const struct today *screen = state;
    return screen->selected < screen->count && screen->lines.items[screen->selected].opens
               ? NULL
               : _("There is nothing here to open yet.");
}

void
today_open_line(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    const struct today *screen = state;
    const struct today_line *line = &screen->lines.items[screen->selected];
    ui_open_at(ui, line->target, line->id, line->row);
}

bool
today_is_day_of_meeting(const void *state)
{
    const struct today *screen = state;
    return screen->selected < screen->count && screen->lines.items[screen->selected].here;
}

const char *
today_why_no_presence(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    (void)ui;
    return today_is_day_of_meeting(state)
               ? NULL
               : _("Choose a meeting of today: who is there is marked "
                   "on its day.");
}

void
today_open_presence(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    const struct today *screen = state;
    ui_open(ui, SCREEN_PRESENCE_LIST, screen->lines.items[screen->selected].id);
}

void
today_open_door(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    const struct today *screen = state;
    ui_open(ui, SCREEN_DOOR, screen->lines.items[screen->selected].id);
}

bool
today_answers(const void *state)
{
    const struct today *screen = state;

    return screen->selected < screen->count &&
           (screen->lines.items[screen->selected].offered != 0 ||
            screen->lines.items[screen->selected].to_do != 0);
}

const char *
today_why_no_offer(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    (void)ui;
    return today_answers(state) ? NULL
                                : _("Choose a line with a seat that is offered, or with "
                                    "something to do.");
}

static void
answer_offer(struct ui *ui, const struct today_line *line, enum registration_act act)
{
    const int64_t registration = line->offered;
    struct register_outcome outcome = { 0 };
    struct buffer given = { 0 };
    struct buffer name = { 0 };
    struct error err = { 0 };

    if (meeting_ask_instead(ui, line->id, registration, act, NULL) != INSTEAD_NOBODY)
        return;
    display_title(ui_atelier(ui), ENTITY_REGISTRATION, registration, &name);
    if (!register_act(ui_atelier(ui), registration, act, NULL, NULL, &outcome, &err))
        ui_fail(ui, &err);
    else if (register_given_say(ui_atelier(ui), &outcome.given, &given))
        ui_say(ui, _("%s: now %s.  %s  %%K{program.undo} takes it back."),
               buffer_text(&name), _(registration_states[outcome.state].label),
               buffer_text(&given));
    else
        ui_say(ui, _("%s: now %s.  %%K{program.undo} takes it back."), buffer_text(&name),
               _(registration_states[outcome.state].label));
    buffer_clear(&name);
    buffer_clear(&given);
}

void
today_answer(struct ui *ui, void *state, int64_t argument)
{
    const struct today *screen = state;
    const struct today_line *line = &screen->lines.items[screen->selected];

    if (line->to_do != 0)
        entry_settling_run(ui, line->to_do,
                           argument == REGISTRATION_ACCEPT ? ENTRY_DONE : ENTRY_DROPPED,
                           0);
    else
        answer_offer(ui, line, (enum registration_act)argument);
}

static bool
is_meeting(const void *state)
{
    const struct today *screen = state;
    return screen->selected < screen->count &&
           screen->lines.items[screen->selected].target == SCREEN_REGISTRATION_LIST &&
           screen->lines.items[screen->selected].id != 0;
}

const char *
today_why_no_meeting(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    (void)ui;
    return is_meeting(state) ? NULL : _("Choose a line about a meeting.");
}

void
today_tell_clashes(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    const struct today *screen = state;
    const struct today_line *line = &screen->lines.items[screen->selected];
    meeting_clashes_tell_at(ui, line->id, line->text);
}

void
today_change(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    const struct today *screen = state;
    (void)noun_edit(ui, ENTITY_MEETING, screen->lines.items[screen->selected].id);
}

/* With the bar on an act that one, as in the history. */
bool
today_take_back(void *state, struct ui *ui)
{
    const struct today *screen = state;
    const struct today_line *line = &screen->lines.items[screen->selected];

    if (screen->selected >= screen->count || line->target != SCREEN_JOURNAL_LIST ||
        !line->opens)
        return false;
    take_back_chosen(ui, line->row);
    return true;
}

void
today_resume(struct ui *ui, void *state, int64_t argument)
{
    (void)argument;
    (void)state;
    resume_drafts(ui);
}
