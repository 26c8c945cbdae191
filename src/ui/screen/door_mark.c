/* SPDX-License-Identifier: GPL-3.0-or-later */
/* door_mark.c - what becomes of whoever stands at the door: marked by name or by badge,
 * let in unexpected, or told why not
 *
 * A badge never opens a dialog, for the next one would answer it: what it cannot do is
 * said, and stays on the screen.
 */
#include <inttypes.h>
#include <stdlib.h>

#include "atelier/app/attend.h"
#include "atelier/app/display.h"
#include "atelier/app/door.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/act.h"
#include "atelier/domain/badge_code.h"
#include "meeting/meeting_newcomer.h"
#include "meeting/meeting_walk_in.h"
#include "screen/door_view.h"
#include "terminal/terminal.h"
#include "widget/ask.h"

/* So many letters without a pause, and a line's end behind them, were pasted; no hand is
 * as fast. */
enum { PASTED_LETTERS = 8, PAUSE_MILLISECONDS = 50 };

/* --- what is said */

static void
refuse(struct door *door, struct ui *ui, const char *why)
{
    memory_replace(&door->refused, why);
    door->refused_count++;
    ui_refuse(ui, "%s", why);
}

static void
say_marked(const struct door *door, struct ui *ui, const char *name,
           const struct attend_outcome *outcome)
{
    const struct presence_count *count = &outcome->slot;
    const int64_t present = count->present;
    const char *word = presence_word(outcome->mark.kind, outcome->mark.remote);

    if (outcome->mark.kind == PRESENCE_LEFT)
        ui_say(ui,
               ngettext("%s: %s, %" PRId64 " of %" PRId64 " still here.",
                        "%s: %s, %" PRId64 " of %" PRId64 " still here.",
                        (unsigned long)count->inside),
               name, word, count->inside, present);
    else if (outcome->accepted_offer)
        ui_say(ui,
               ngettext("%s: %s, %" PRId64 " of %" PRId64
                        " here.  The seat that was offered is accepted.",
                        "%s: %s, %" PRId64 " of %" PRId64
                        " here.  The seat that was offered is accepted.",
                        (unsigned long)present),
               name, word, present, door->presence.expected);
    else
        ui_say(ui,
               ngettext("%s: %s, %" PRId64 " of %" PRId64 " here.",
                        "%s: %s, %" PRId64 " of %" PRId64 " here.",
                        (unsigned long)present),
               name, word, present, door->presence.expected);
}

/* --- marks */

struct wanted {
    int64_t person;
    enum presence_kind kind;
    enum attend_place place;
    const char *reason;
    bool by_badge;
};

static void
take_mark(struct door *door, const struct wanted *wanted,
          const struct attend_outcome *outcome)
{
    door_roll_mark(&door->roll, wanted->person, &outcome->mark);
    door->presence.count = outcome->slot;
    if (outcome->accepted_offer)
        door->presence.expected++;
    door->last = wanted->person;
}

/* False: nothing was written, which was said. */
static bool
mark(struct door *door, struct ui *ui, const struct wanted *wanted)
{
    const struct attend_request request = {
        .meeting = door->id,
        .person = wanted->person,
        .slot = door->presence.slot,
        .kind = wanted->kind,
        .place = wanted->place,
        .means = "door",
        .reason = wanted->reason,
    };
    struct attend_outcome outcome;
    struct error err = { 0 };
    struct buffer name = { 0 };

    attend_outcome_init(&outcome);
    display_title(ui_atelier(ui), ENTITY_PERSON, wanted->person, &name);
    const bool ok = attend_mark(ui_atelier(ui), &request, &outcome, &err);
    if (!ok && wanted->by_badge)
        refuse(door, ui, err.message);
    else if (!ok)
        ui_fail(ui, &err);
    else if (outcome.already)
        meeting_presence_say_already(ui, buffer_text(&name), &outcome.mark);
    else
        say_marked(door, ui, buffer_text(&name), &outcome);
    if (ok)
        take_mark(door, wanted, &outcome);
    attend_outcome_clear(&outcome);
    buffer_clear(&name);
    return ok;
}

static void
mark_badge(struct door *door, struct ui *ui, int64_t registration)
{
    struct wanted wanted = { .kind = PRESENCE_PRESENT, .by_badge = true };
    struct error err = { 0 };

    door_empty(door);
    if (!door_badge(ui_atelier(ui), &door->roll, registration, &wanted.person, &err))
        refuse(door, ui, err.message);
    else
        (void)mark(door, ui, &wanted);
    door_empty(door); /* and so that whoever came is shown as the list has them now */
}

/* --- who is not expected */

static void
walk_in(struct door *door, struct ui *ui, int64_t person, const char *typed)
{
    const struct row_ref meeting = { ENTITY_MEETING, door->id };
    int64_t registration;

    if (!ui_may(ui, ACT_REGISTRATION_WALK_IN_NEEDS, meeting))
        return;
    const int64_t slot = door->presence.slot;
    if (person != 0)
        registration = meeting_walk_in_person(ui, door->id, slot, person);
    else if (atelier_role_may(ui_atelier(ui), MAY_READ, NULL))
        registration = meeting_newcomer_pick(ui, door->id, slot, typed);
    else
        registration = meeting_newcomer_let_in(ui, door->id, slot, typed);
    if (registration == 0)
        return;
    const struct door_entry *entry = door_roll_registration(&door->roll, registration);
    door->last = entry ? entry->person : person;
    door_empty(door);
}

void
door_walk_in(struct ui *ui, void *state, int64_t argument)
{
    struct door *door = state;

    (void)argument;
    walk_in(door, ui, 0, line_edit_text(&door->field));
}

/* --- by typing */

/* Some terminals do not say what is pasted: then its lines end like typed ones. */
static bool
is_pasted(struct door *door)
{
    const int64_t now = terminal_clock();
    const bool at_once =
        door->run >= PASTED_LETTERS && now - door->run_at < PAUSE_MILLISECONDS;

    if (at_once)
        door->run_at = now;
    else
        door->run = 0;
    return at_once;
}

void
door_mark_typed(struct ui *ui, void *state, int64_t argument)
{
    struct door *door = state;
    const char *text = line_edit_text(&door->field);
    const struct door_entry *entry = door_selected(door);
    int64_t registration;

    (void)argument;
    switch (badge_code_read(text, &registration)) {
    case BADGE_READ:
        mark_badge(door, ui, registration);
        return;
    case BADGE_BROKEN:
        door_empty(door);
        refuse(door, ui, _("The code was not read whole: scan the badge again."));
        return;
    case BADGE_NONE:
        break;
    }
    if (is_pasted(door)) {
        ui_refuse(ui, _("Many letters came at once, as when text is pasted: "
                        "%%K{door.mark} marks who they stand for."));
    } else if (!*text && !door->walked) {
        ui_refuse(ui, _("Type the beginning of a name, or scan a badge."));
    } else if (!entry) {
        walk_in(door, ui, 0, text);
    } else if (!entry->expected && entry->mark == 0) {
        walk_in(door, ui, entry->person, NULL);
    } else {
        const struct wanted wanted = { .person = entry->person,
                                       .kind = PRESENCE_PRESENT };

        if (mark(door, ui, &wanted))
            door_empty(door);
    }
}

/* --- by keys */

/* Whom a key is about: nobody typed and no bar moved, whoever was marked last. */
static struct door_entry *
meant(const struct door *door, struct ui *ui)
{
    struct door_entry *entry = door_selected(door);

    if (!*line_edit_text(&door->field) && !door->walked)
        entry = door->last != 0 ? door_roll_person(&door->roll, door->last) : NULL;
    if (!entry && *line_edit_text(&door->field))
        ui_refuse(ui,
                  _("Nobody on this list fits “%s”.  Type it otherwise, or "
                    "%%K{door.mark} looks among everybody."),
                  line_edit_text(&door->field));
    else if (!entry)
        ui_refuse(ui, _("Type first who is meant."));
    return entry;
}

static void
mark_meant(struct door *door, struct ui *ui, enum presence_kind kind,
           enum attend_place place, const char *reason)
{
    const struct door_entry *entry = meant(door, ui);
    const struct wanted wanted = { .person = entry ? entry->person : 0,
                                   .kind = kind,
                                   .place = place,
                                   .reason = reason };

    if (entry && mark(door, ui, &wanted))
        door_empty(door);
}

void
door_mark_kind(struct ui *ui, void *state, int64_t kind)
{
    mark_meant(state, ui, (enum presence_kind)kind, ATTEND_AS_BEFORE, NULL);
}

void
door_mark_remote(struct ui *ui, void *state, int64_t argument)
{
    struct door *door = state;
    const struct door_entry *entry = door_selected(door);
    const bool is_remote =
        entry && entry->mark != 0 && presence_was_there(entry->kind) && entry->remote;

    (void)argument;
    mark_meant(door, ui, PRESENCE_PRESENT, is_remote ? ATTEND_IN_ROOM : ATTEND_REMOTE,
               NULL);
}

void
door_mark_annul(struct ui *ui, void *state, int64_t argument)
{
    struct door *door = state;
    const struct door_entry *entry = meant(door, ui);

    (void)argument;
    if (!entry)
        return;
    if (entry->mark == 0) {
        ui_refuse(ui, _("%s is not marked: there is nothing to annul."), entry->name);
        return;
    }
    struct buffer text = { 0 };
    /* TRANSLATORS: a person, whose mark of presence is annulled for the reason typed */
    buffer_addf(&text, _("%s.  Why was it wrong?  Both stay in the history."),
                entry->name);
    char *reason = ask(ui, _("The mark was wrong"), buffer_text(&text), NULL, true);
    if (reason)
        mark_meant(door, ui, PRESENCE_ANNULLED, ATTEND_AS_BEFORE, reason);
    buffer_clear(&text);
    free(reason);
}
