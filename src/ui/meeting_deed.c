/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_deed.c - what is done with a meeting, as whole conversations */
#include "meeting_deed.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/plan.h"
#include "atelier/app/present.h"
#include "atelier/app/register.h"
#include "atelier/base/language.h"
#include "noun.h"
#include "seat_question.h"
#include "widget/ask.h"
#include "widget/file_ask.h"
#include "widget/file_path.h"
#include "widget/picker.h"

void
meeting_deed_convene(struct ui *ui, int64_t meeting)
{
    struct error err = { 0 };
    struct convene_outcome outcome;
    if (!plan_convene(ui_atelier(ui), meeting, true, &outcome, &err)) {
        ui_fail(ui, &err);
        return;
    }
    if (outcome.members == 0) {
        ui_refuse(ui,
                  _("The group has no members on that day.  Add them on its own screen, "
                    "under Groups."));
        return;
    }
    if (outcome.invited == 0) {
        ui_say(ui, _("Every member of the group is on the list already."));
        return;
    }
    if (!plan_convene(ui_atelier(ui), meeting, false, &outcome, &err)) {
        ui_fail(ui, &err);
        return;
    }
    ui_say(ui,
           ngettext("%" PRId64 " member invited; u takes it back.",
                    "%" PRId64 " members invited; u takes it back.",
                    (unsigned long)outcome.invited),
           outcome.invited);
}

static const char *
act_title(enum meeting_act act)
{
    switch (act) {
    case MEETING_CONFIRM:
        return _("Confirm the meeting");
    case MEETING_POSTPONE:
        return _("Postpone the meeting");
    case MEETING_CANCEL:
        return _("Cancel the meeting");
    case MEETING_HOLD:
        return _("The meeting took place");
    case MEETING_CLOSE:
        return _("Close the meeting");
    }
    return "";
}

static const char *
act_done(enum meeting_act act)
{
    switch (act) {
    case MEETING_CONFIRM:
        return _("The meeting is confirmed.");
    case MEETING_POSTPONE:
        return _("The meeting is postponed; its list is kept.");
    case MEETING_CANCEL:
        return _("The meeting is cancelled; u takes it back.");
    case MEETING_HOLD:
        return _("The meeting took place.");
    case MEETING_CLOSE:
        return _("The meeting is closed; its list is final.");
    }
    return "";
}

void
meeting_deed_act(struct ui *ui, int64_t meeting, enum meeting_act act)
{
    struct error err = { 0 };
    char *reason = NULL;
    bool ok = plan_act(ui_atelier(ui), meeting, act, NULL, &err);
    if (!ok && err.field && strcmp(err.field, "reason") == 0) {
        reason = ask(ui, act_title(act), _("Why?  People will read it."), NULL, true);
        if (!reason)
            return;
        ok = plan_act(ui_atelier(ui), meeting, act, reason, &err);
    }
    if (ok)
        ui_say(ui, "%s", act_done(act));
    else
        ui_fail(ui, &err);
    free(reason);
}

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

/* False when the person gave up.  The seats on the screen are right again before the
 * next one is asked for. */
static bool
register_one(struct ui *ui, int64_t meeting, int64_t person)
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
    if (!ok && seat_question_ask(ui, &err, &reason)) {
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

void
meeting_deed_register(struct ui *ui, int64_t meeting)
{
    int64_t person;
    if (!ui_may(ui, MAY_REGISTER))
        return;
    do {
        person = picker_run(ui,
                            _("Register: type three letters of a name, an organisation "
                              "or an e-mail"),
                            ENTITY_PERSON, NULL, noun_add_short);
    } while (person && !ui_is_leaving(ui) && register_one(ui, meeting, person));
}

static void
say_exported(struct ui *ui, const struct export_outcome *outcome)
{
    struct buffer name = { 0 };
    unsigned long events = (unsigned long)outcome->events;
    file_path_add(&name, outcome->path);
    if (outcome->replaced)
        ui_say(ui,
               ngettext(
                   "%" PRId64 " meeting written to %s; the older calendar is replaced.",
                   "%" PRId64 " meetings written to %s; the older calendar is replaced.",
                   events),
               outcome->events, buffer_text(&name));
    else
        ui_say(ui,
               ngettext("%" PRId64 " meeting written to %s.",
                        "%" PRId64 " meetings written to %s.", events),
               outcome->events, buffer_text(&name));
    buffer_clear(&name);
}

void
meeting_deed_export(struct ui *ui, const struct export_scope *scope)
{
    struct error err = { 0 };
    struct export_outcome outcome = { 0 };
    char *path = NULL;
    for (;;) {
        char *typed = file_ask(
            ui, _("Export the calendar"),
            _("File or folder, like ~/ or ~/meetings.ics; empty for a file with a "
              "speaking name in this folder."),
            path, false);
        free(path);
        path = typed;
        if (!path)
            return;
        if (export_calendar_file(ui_atelier(ui), scope, *path ? path : NULL, &outcome,
                                 &err))
            break;
        ui_fail(ui, &err);
        error_clear(&err);
    }
    say_exported(ui, &outcome);
    export_outcome_clear(&outcome);
    free(path);
}
