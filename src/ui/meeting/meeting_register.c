/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_register.c - one person onto the list of a meeting, as a conversation */
#include "meeting/meeting_register.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/display.h"
#include "atelier/app/part_advice.h"
#include "atelier/app/register.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "meeting/meeting_standing.h"
#include "meeting/meeting_wait.h"
#include "widget/question_ask.h"

/* Where else they are expected then: the first of it, behind what was done. */
static bool
say_elsewhere(struct ui *ui, int64_t meeting, int64_t person,
              const struct register_outcome *outcome)
{
    struct buffer clash = { 0 };
    struct buffer name = { 0 };

    if (!outcome->already && registration_is_live(outcome->state) &&
        outcome->state != REGISTRATION_WAITING)
        registration_advise(ui_atelier(ui), meeting, person, &clash);
    const bool is_said = clash.length > 0;
    if (is_said) {
        char *line =
            memory_copy_part(buffer_text(&clash), strcspn(buffer_text(&clash), "\n"));
        display_title(ui_atelier(ui), ENTITY_PERSON, person, &name);
        ui_say(ui, _("%s: now %s.  But: %s  %%K{program.undo} takes it back."),
               buffer_text(&name), _(registration_states[outcome->state].label), line);
        free(line);
    }
    buffer_clear(&name);
    buffer_clear(&clash);
    return is_said;
}

static void
say_registered(struct ui *ui, int64_t person, const struct register_outcome *outcome)
{
    struct buffer name = { 0 };
    display_title(ui_atelier(ui), ENTITY_PERSON, person, &name);
    const char *state = _(registration_states[outcome->state].label);
    struct buffer wait = { 0 };
    if (outcome->state == REGISTRATION_WAITING)
        meeting_add_wait(ui, outcome->registration, &wait);
    if (outcome->already)
        ui_say(ui, _("%s is on the list already: %s."), buffer_text(&name), state);
    else if (outcome->seats.seats == NUMBER_NONE || wait.length > 0)
        ui_say(ui, _("%s: %s.%s"), buffer_text(&name), state, buffer_text(&wait));
    else
        ui_say(ui,
               ngettext("%s: %s.  %" PRId64 " of %" PRId64 " seat taken.",
                        "%s: %s.  %" PRId64 " of %" PRId64 " seats taken.",
                        (unsigned long)outcome->seats.seats),
               buffer_text(&name), state, outcome->seats.taken, outcome->seats.seats);
    buffer_reset(&name);
    if (register_given_say(ui_atelier(ui), &outcome->given, &name))
        ui_say(ui, "%s", buffer_text(&name));
    buffer_clear(&wait);
    buffer_clear(&name);
}

/* Left at a question: the person is known all the same, and can be taken later. */
static void
say_left(struct ui *ui, int64_t meeting, int64_t person)
{
    struct buffer name = { 0 };

    display_title(ui_atelier(ui), ENTITY_PERSON, person, &name);
    if (meeting_has_person(ui, meeting, person))
        ui_say(ui, _("Not registered."));
    else
        ui_say(ui, _("Not registered.  %s is known, and not on the list."),
               buffer_text(&name));
    buffer_clear(&name);
}

struct registering {
    struct ui *ui;
    struct register_request request;
    struct register_outcome outcome;
};

static bool
add(void *context, struct questions *sheet, struct error *err)
{
    struct registering *registering = context;
    registering->request.questions = sheet;
    return register_add(ui_atelier(registering->ui), &registering->request,
                        &registering->outcome, err);
}

bool
meeting_register(struct ui *ui, int64_t meeting, int64_t person)
{
    struct registering registering = {
        .ui = ui,
        .request = { .meeting = meeting, .person = person, .source = SOURCE_DESK },
    };
    struct questions sheet = { .subject = { ENTITY_MEETING, meeting },
                               .leave = meeting_leaving(ui, meeting, person) };
    struct error err = { 0 };

    const bool done = question_ask_all(ui, &sheet, add, &registering, &err);
    const bool left =
        !done && (err.kind == ERROR_QUESTION || err.kind == ERROR_CANCELLED);
    if (done) {
        ui_refresh(ui);
        if (!say_elsewhere(ui, meeting, person, &registering.outcome))
            say_registered(ui, person, &registering.outcome);
    } else if (left) {
        say_left(ui, meeting, person);
    } else {
        ui_fail(ui, &err);
    }
    questions_clear(&sheet);
    return done || left;
}
