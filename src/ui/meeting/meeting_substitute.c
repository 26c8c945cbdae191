/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_substitute.c - who comes in somebody's place, as a conversation */
#include "meeting/meeting_substitute.h"

#include "atelier/app/display.h"
#include "atelier/app/substitute.h"
#include "atelier/base/language.h"
#include "meeting/meeting_standing.h"
#include "widget/choose.h"
#include "widget/question_ask.h"

struct substituting {
    struct ui *ui;
    struct substitute_request request;
    struct register_outcome outcome;
};

static bool
substitute(void *context, struct questions *sheet, struct error *err)
{
    struct substituting *substituting = context;

    substituting->request.questions = sheet;
    return register_substitute(ui_atelier(substituting->ui), &substituting->request,
                               &substituting->outcome, err);
}

static void
say_substituted(struct ui *ui, const struct substituting *done)
{
    struct atelier *at = ui_atelier(ui);
    const char *state = _(registration_states[done->outcome.state].label);
    struct buffer name = { 0 };
    struct buffer left = { 0 };
    struct buffer given = { 0 };

    display_title(at, ENTITY_PERSON, done->request.person, &name);
    display_title(at, ENTITY_REGISTRATION, done->request.registration, &left);
    if (register_given_say(at, &done->outcome.given, &given))
        ui_say(ui,
               _("%s: now %s, in the place of %s.  %s  %%K{program.undo} takes it back."),
               buffer_text(&name), state, buffer_text(&left), buffer_text(&given));
    else
        ui_say(ui, _("%s: now %s, in the place of %s.  %%K{program.undo} takes it back."),
               buffer_text(&name), state, buffer_text(&left));
    buffer_clear(&name);
    buffer_clear(&left);
    buffer_clear(&given);
}

static bool
run(struct ui *ui, int64_t meeting, const struct substitute_request *request)
{
    struct substituting substituting = { .ui = ui, .request = *request };
    struct questions sheet = { .subject = { ENTITY_MEETING, meeting } };
    struct error err = { 0 };

    const bool ok = question_ask_all(ui, &sheet, substitute, &substituting, &err);
    if (ok)
        say_substituted(ui, &substituting);
    else if (err.kind == ERROR_QUESTION || err.kind == ERROR_CANCELLED)
        ui_say(ui, _("Nothing changed."));
    else
        ui_fail(ui, &err);
    questions_clear(&sheet);
    return ok;
}

static int64_t
pick(struct ui *ui, int64_t meeting)
{
    return meeting_standing_pick(ui, meeting,
                                 _("Who comes instead: three letters of a name, an "
                                   "organisation or an e-mail"),
                                 NULL);
}

bool
meeting_substitute(struct ui *ui, int64_t meeting, int64_t registration)
{
    const struct substitute_request request = { .registration = registration,
                                                .person = pick(ui, meeting),
                                                .act = REGISTRATION_SUBSTITUTE };

    return request.person != 0 && run(ui, meeting, &request);
}

/* --- before somebody leaves */

enum answer { ANSWER_NOBODY, ANSWER_ALTERNATE, ANSWER_ANYBODY, ANSWER_LEFT };

/* No is what a careless Enter answers. */
static enum answer
ask(struct ui *ui, const struct register_alternates *list, bool is_excuse)
{
    const char *answers[ANSWER_LEFT] = { _("No, nobody comes instead") };
    enum answer meanings[ANSWER_LEFT] = { ANSWER_NOBODY };
    size_t count = 1;
    struct buffer text = { 0 };
    struct buffer name = { 0 };
    struct buffer yes = { 0 };

    register_alternates_say(ui_atelier(ui), list, &text);
    if (list->count > 0) {
        display_title(ui_atelier(ui), ENTITY_PERSON, list->persons[0], &name);
        buffer_addf(&yes,
                    list->has_seat ? _("Yes, register %s instead")
                                   : _("Yes, invite %s instead"),
                    buffer_text(&name));
        answers[count] = buffer_text(&yes);
        meanings[count++] = ANSWER_ALTERNATE;
    }
    if (is_excuse) {
        answers[count] = list->count > 0 ? _("Yes, somebody else") : _("Yes, somebody");
        meanings[count++] = ANSWER_ANYBODY;
    }
    const int chosen =
        choose(ui, _("Does somebody come instead?"),
               text.length > 0 ? buffer_text(&text) : NULL, answers, count, 0);
    buffer_clear(&text);
    buffer_clear(&name);
    buffer_clear(&yes);
    return chosen < 0 ? ANSWER_LEFT : meanings[chosen];
}

static enum meeting_instead
follow(struct ui *ui, int64_t meeting, const struct register_alternates *list,
       enum answer answer, struct substitute_request *request)
{
    if (answer == ANSWER_NOBODY)
        return INSTEAD_NOBODY;
    if (answer == ANSWER_ALTERNATE) {
        request->person = list->persons[0];
        request->invites = true;
    } else if (answer == ANSWER_ANYBODY) {
        request->person = pick(ui, meeting);
    }
    if (request->person == 0) {
        ui_say(ui, _("Nothing changed."));
        return INSTEAD_LEFT;
    }
    return run(ui, meeting, request) ? INSTEAD_DONE : INSTEAD_LEFT;
}

enum meeting_instead
meeting_ask_instead(struct ui *ui, int64_t meeting, int64_t registration,
                    enum registration_act act, const char *reason)
{
    const bool is_excuse = act == REGISTRATION_EXCUSE;
    struct substitute_request request = { .registration = registration,
                                          .act = act,
                                          .reason = reason };
    struct register_alternates list = { 0 };
    enum registration_state after;
    struct error ignored;
    enum meeting_instead result = INSTEAD_NOBODY;

    if (!is_excuse && act != REGISTRATION_DECLINE && act != REGISTRATION_WITHDRAW)
        return INSTEAD_NOBODY;
    if (register_alternates(ui_atelier(ui), registration, &list, &ignored) &&
        registration_state_after(list.state, act, &after, NULL) &&
        (is_excuse || list.count > 0))
        result = follow(ui, meeting, &list, ask(ui, &list, is_excuse), &request);
    register_alternates_clear(&list);
    return result;
}
