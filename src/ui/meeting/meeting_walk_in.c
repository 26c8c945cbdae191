/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_walk_in.c - somebody who is there and is not on the list, as a conversation */
#include "meeting/meeting_walk_in.h"

#include <inttypes.h>

#include "atelier/app/display.h"
#include "atelier/app/walk_in.h"
#include "atelier/base/language.h"
#include "meeting/meeting_standing.h"
#include "widget/form.h"
#include "widget/question_ask.h"

struct walking_in {
    struct ui *ui;
    struct walk_in_request request;
    struct walk_in_outcome outcome;
};

static bool
add(void *context, struct questions *sheet, struct error *err)
{
    struct walking_in *walking = context;

    walking->request.questions = sheet;
    return walk_in_add(ui_atelier(walking->ui), &walking->request, &walking->outcome,
                       err);
}

static void
say_seats(const struct walking_in *walking, struct buffer *text)
{
    const struct seats *seats = &walking->outcome.registration.seats;

    if (seats->seats != NUMBER_NONE)
        buffer_addf(text,
                    ngettext("  %" PRId64 " of %" PRId64 " seat taken.",
                             "  %" PRId64 " of %" PRId64 " seats taken.",
                             (unsigned long)seats->seats),
                    seats->taken, seats->seats);
}

/* Who it is, and what was known or became known: on the list, here, how many are. */
static void
say(const struct walking_in *walking)
{
    const struct walk_in_outcome *outcome = &walking->outcome;
    struct buffer name = { 0 };
    struct buffer text = { 0 };

    display_title(ui_atelier(walking->ui), ENTITY_PERSON, outcome->person, &name);
    if (outcome->attendance.already)
        buffer_addf(&text, _("%s: on the list and marked as here already."),
                    buffer_text(&name));
    else
        buffer_addf(&text,
                    outcome->registration.already
                        ? _("%s: was on the list, is marked as here: %" PRId64 " in all.")
                        : _("%s: registered and marked as here: %" PRId64 " in all."),
                    buffer_text(&name), outcome->attendance.slot.present);
    if (outcome->attendance.accepted_offer)
        buffer_add(&text, _("  The seat that was offered is accepted."));
    if (!outcome->registration.already)
        say_seats(walking, &text);
    if (outcome->registration.given.count > 0) {
        buffer_add(&text, "  ");
        register_given_say(ui_atelier(walking->ui), &outcome->registration.given, &text);
    }
    if (outcome->unanswered)
        buffer_addf(&text, _("  Not answered yet: %s."), outcome->unanswered);
    ui_say(walking->ui, "%s", buffer_text(&text));
    buffer_clear(&name);
    buffer_clear(&text);
}

/* Left at a question: the person is known all the same, and can be taken later. */
static void
say_left(const struct walking_in *walking)
{
    struct buffer name = { 0 };

    display_title(ui_atelier(walking->ui), ENTITY_PERSON, walking->request.person, &name);
    if (meeting_has_person(walking->ui, walking->request.meeting,
                           walking->request.person)) {
        ui_say(walking->ui, _("%s: still on the list without a seat, and not marked."),
               buffer_text(&name));
        buffer_clear(&name);
        return;
    }
    ui_say(
        walking->ui,
        _("%s: known, but not on the list of this meeting; not registered, not marked. "
          " %%K{presence.walk_in} registers them."),
        buffer_text(&name));
    buffer_clear(&name);
}

/* The registration; 0 when nobody was registered, which only an error says. */
static int64_t
walk_in(struct walking_in *walking, const char *leave, struct error *err)
{
    struct questions sheet = { .subject = { ENTITY_MEETING, walking->request.meeting },
                               .leave = leave };

    walk_in_outcome_init(&walking->outcome);
    const bool ok = question_ask_all(walking->ui, &sheet, add, walking, err);
    const int64_t id = ok ? walking->outcome.registration.registration : 0;
    if (ok) {
        ui_refresh(walking->ui);
        say(walking);
    }
    walk_in_outcome_clear(&walking->outcome);
    questions_clear(&sheet);
    return id;
}

int64_t
meeting_walk_in_person(struct ui *ui, int64_t meeting, int64_t slot, int64_t person)
{
    struct walking_in walking = {
        .ui = ui,
        .request = { .meeting = meeting, .person = person, .slot = slot, .means = "desk" }
    };
    struct error err = { 0 };
    const int64_t id = walk_in(&walking, meeting_leaving(ui, meeting, person), &err);

    if (err.kind == ERROR_QUESTION || err.kind == ERROR_CANCELLED)
        say_left(&walking);
    else if (id == 0)
        ui_fail(ui, &err);
    return id;
}

bool
meeting_walk_in_newcomer(struct ui *ui, int64_t meeting, int64_t slot,
                         const struct walk_in_newcomer *newcomer, int64_t *registration,
                         struct error *err)
{
    struct walking_in walking = { .ui = ui,
                                  .request = { .meeting = meeting,
                                               .newcomer = *newcomer,
                                               .slot = slot,
                                               .means = "door" } };

    *registration = walk_in(&walking, NULL, err);
    if (*registration == 0 &&
        (err->kind == ERROR_QUESTION || err->kind == ERROR_CANCELLED))
        return form_go_back(err);
    return *registration != 0;
}
