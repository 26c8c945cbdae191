/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_register.c - one person onto the list of a meeting, as a conversation */
#include "meeting/meeting_register.h"

#include <inttypes.h>
#include <stdlib.h>

#include "atelier/app/present.h"
#include "atelier/app/register.h"
#include "atelier/base/language.h"
#include "meeting/seat_question.h"

static void
say_registered(struct ui *ui, int64_t person, const struct register_outcome *outcome)
{
    struct buffer name = { 0 };
    present_title(ui_atelier(ui), ENTITY_PERSON, person, &name);
    const char *state = _(registration_states[outcome->state].label);
    if (outcome->already)
        ui_say(ui, _("%s is on the list already: %s."), buffer_text(&name), state);
    else if (outcome->seats.seats == NUMBER_NONE)
        ui_say(ui, _("%s: %s."), buffer_text(&name), state);
    else
        ui_say(ui,
               ngettext("%s: %s.  %" PRId64 " of %" PRId64 " seat taken.",
                        "%s: %s.  %" PRId64 " of %" PRId64 " seats taken.",
                        (unsigned long)outcome->seats.seats),
               buffer_text(&name), state, outcome->seats.taken, outcome->seats.seats);
    buffer_clear(&name);
}

bool
meeting_register(struct ui *ui, int64_t meeting, int64_t person)
{
    struct register_request request = {
        .meeting = meeting,
        .person = person,
        .source = SOURCE_DESK,
    };
    struct register_outcome outcome = { 0 };
    struct error err = { 0 };
    char *reason = NULL;

    bool ok = register_add(ui_atelier(ui), &request, &outcome, &err);
    if (!ok && seat_question_ask(ui, meeting, &err, &reason)) {
        request.overbook = reason;
        ok = register_add(ui_atelier(ui), &request, &outcome, &err);
    }
    if (ok) {
        ui_refresh(ui);
        say_registered(ui, person, &outcome);
    } else if (!seat_question_is(&err) || reason)
        ui_fail(ui, &err);
    else
        ui_say(ui, _("Not registered."));
    free(reason);
    return ok;
}
