/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_people.c - into a workshop, out of it, elsewhere, as conversations */
#include "meeting/workshop_people.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/browse_workshops.h"
#include "atelier/app/display.h"
#include "atelier/app/edit.h"
#include "atelier/app/part_advice.h"
#include "atelier/app/workshop_seats.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/workshop.h"
#include "meeting/meeting_standing.h"
#include "widget/ask.h"
#include "widget/choose.h"
#include "widget/pager.h"
#include "widget/question_ask.h"

enum deed_kind { DEED_SEAT, DEED_TAKE_OUT, DEED_MOVE };

/* What is done with some people, for question_ask_all(). */
struct deed {
    struct ui *ui;
    enum deed_kind kind;
    int64_t workshop;
    int64_t other; /* of a move */
    struct workshop_person *people;
    size_t count;
};

static bool
load(struct ui *ui, int64_t id, struct workshop *workshop)
{
    struct error err = { 0 };

    record_init(&workshop_entity, workshop);
    if (edit_load(ui_atelier(ui), &workshop_entity, id, workshop, &err))
        return true;
    ui_fail(ui, &err);
    record_clear(&workshop_entity, workshop);
    return false;
}

static int64_t
meeting_of(struct ui *ui, int64_t id)
{
    struct workshop workshop;
    if (!load(ui, id, &workshop))
        return 0;
    const int64_t meeting = workshop.meeting;
    record_clear(&workshop_entity, &workshop);
    return meeting;
}

/* --- the deed */

static bool
act(struct deed *deed, struct error *err)
{
    struct atelier *at = ui_atelier(deed->ui);

    switch (deed->kind) {
    case DEED_SEAT:
        return workshop_register(at, deed->workshop, deed->people, deed->count, err);
    case DEED_TAKE_OUT:
        return workshop_withdraw(at, deed->workshop, deed->people, deed->count, err);
    case DEED_MOVE:
        break;
    }
    return workshop_move(at, deed->workshop, deed->other, deed->people, err);
}

/* One person is asked about; of several, whom something would be asked about are passed
 * over and told. */
static bool
do_deed(void *context, struct questions *sheet, struct error *err)
{
    struct deed *deed = context;

    for (size_t i = 0; i < deed->count; i++) {
        deed->people[i].questions = deed->count == 1 ? sheet : NULL;
        deed->people[i].refusal = (struct error){ 0 };
        deed->people[i].outcome = (struct workshop_outcome){ 0 };
    }
    return act(deed, err);
}

/* Where else they are expected then; NULL: nowhere.  The caller frees. */
static char *
elsewhere(const struct deed *deed)
{
    const struct workshop_person *person = &deed->people[0];
    const int64_t workshop = deed->kind == DEED_MOVE ? deed->other : deed->workshop;
    struct buffer text = { 0 };
    char *line = NULL;

    if (person->outcome.state == CHOICE_SEATED && !person->outcome.already)
        seat_advise(ui_atelier(deed->ui), workshop, person->person, &text);
    if (text.length > 0)
        line = memory_copy_part(buffer_text(&text), strcspn(buffer_text(&text), "\n"));
    buffer_clear(&text);
    return line;
}

static void
say_one(const struct deed *deed)
{
    const struct workshop_person *person = &deed->people[0];
    const struct workshop_outcome *outcome = &person->outcome;
    struct buffer name = { 0 };
    char *clash = elsewhere(deed);

    display_title(ui_atelier(deed->ui), ENTITY_PERSON, person->person, &name);
    if (clash)
        ui_say(deed->ui, _("%s: now %s.  But: %s  %%K{program.undo} takes it back."),
               buffer_text(&name), _(workshop_choice_states[outcome->state].label),
               clash);
    else if (outcome->already)
        ui_say(deed->ui, _("%s sits there already."), buffer_text(&name));
    else if (outcome->seats == NUMBER_NONE)
        ui_say(deed->ui, _("%s: now %s.  %%K{program.undo} takes it back."),
               buffer_text(&name), _(workshop_choice_states[outcome->state].label));
    else
        ui_say(deed->ui,
               _("%s: now %s, %" PRId64 " of %" PRId64
                 " taken.  %%K{program.undo} takes it back."),
               buffer_text(&name), _(workshop_choice_states[outcome->state].label),
               outcome->taken, outcome->seats);
    if (outcome->next != 0) {
        buffer_reset(&name);
        display_title(ui_atelier(deed->ui), ENTITY_PERSON, outcome->next, &name);
        ui_say(deed->ui,
               _("A seat is free, and %s waits first: %%K{workshop.accept} on "
                 "their row gives it."),
               buffer_text(&name));
    }
    free(clash);
    buffer_clear(&name);
}

static void
say_many(const struct deed *deed)
{
    const struct error *why = NULL;
    size_t done = 0;

    for (size_t i = 0; i < deed->count; i++)
        if (deed->people[i].refusal.kind == ERROR_NONE)
            done++;
        else
            why = why ? why : &deed->people[i].refusal;
    if (why)
        ui_say(deed->ui,
               ngettext("%zu person done, %zu passed over: %s",
                        "%zu people done, %zu passed over: %s", (unsigned long)done),
               done, deed->count - done, why->message);
    else
        ui_say(deed->ui,
               ngettext("%zu person done.  %%K{program.undo} takes it back.",
                        "%zu people done.  %%K{program.undo} takes it back.",
                        (unsigned long)done),
               done);
}

static void
run(struct deed *deed)
{
    struct questions sheet = { .subject = { ENTITY_MEETING,
                                            meeting_of(deed->ui, deed->workshop) } };
    struct error err = { 0 };
    if (question_ask_all(deed->ui, &sheet, do_deed, deed, &err)) {
        ui_refresh(deed->ui);
        if (deed->count == 1)
            say_one(deed);
        else
            say_many(deed);
    } else if (err.kind == ERROR_QUESTION || err.kind == ERROR_CANCELLED) {
        ui_say(deed->ui, _("Nothing changed."));
    } else {
        ui_fail(deed->ui, &err);
    }
    questions_clear(&sheet);
}

static void
run_for(struct ui *ui, enum deed_kind kind, int64_t workshop, const int64_t *people,
        size_t count)
{
    struct deed deed = { .ui = ui, .kind = kind, .workshop = workshop, .count = count };
    if (count == 0)
        return;
    deed.people = memory_new(count, sizeof *deed.people);
    for (size_t i = 0; i < count; i++)
        deed.people[i].person = people[i];
    run(&deed);
    free(deed.people);
}

void
workshop_people_seat(struct ui *ui, int64_t workshop, const int64_t *people, size_t count)
{
    run_for(ui, DEED_SEAT, workshop, people, count);
}

void
workshop_people_take_out(struct ui *ui, int64_t workshop, const int64_t *people,
                         size_t count)
{
    run_for(ui, DEED_TAKE_OUT, workshop, people, count);
}

void
workshop_people_add(struct ui *ui, int64_t workshop)
{
    const int64_t meeting = meeting_of(ui, workshop);
    const int64_t person =
        meeting == 0 ? 0
                     : meeting_listed_pick(ui, meeting,
                                           _("Who sits in the workshop: type three "
                                             "letters of somebody of the meeting"));

    if (person != 0)
        workshop_people_seat(ui, workshop, &person, 1);
}

/* --- elsewhere */

/* The other workshops of the meeting that take place; their ids go to *ids.  The caller
 * frees both and the texts. */
static size_t
list_others(struct ui *ui, const struct workshop *from, int64_t **ids, char ***texts)
{
    struct workshop_list list = { 0 };
    struct error err = { 0 };
    size_t count = 0;

    *ids = NULL;
    *texts = NULL;
    if (!browse_workshops(ui_atelier(ui), from->meeting, &list, &err)) {
        ui_fail(ui, &err);
        return 0;
    }
    *ids = memory_new(list.count + 1, sizeof **ids);
    *texts = memory_new(list.count + 1, sizeof **texts);
    for (size_t i = 0; i < list.count; i++) {
        const struct workshop *workshop = &list.items[i];
        if (workshop->head.id == from->head.id || workshop->state != WORKSHOP_PLANNED)
            continue;
        struct buffer text = { 0 };
        browse_workshop_name(ui_atelier(ui), workshop, &text);
        (*ids)[count] = workshop->head.id;
        (*texts)[count++] = buffer_take(&text);
    }
    workshop_list_clear(&list);
    return count;
}

void
workshop_people_move(struct ui *ui, int64_t workshop, int64_t person)
{
    struct workshop from;
    if (!load(ui, workshop, &from))
        return;
    int64_t *ids;
    char **texts;
    const size_t count = list_others(ui, &from, &ids, &texts);
    if (count == 0)
        ui_say(ui, _("The meeting has no other workshop."));
    const int chosen = count == 0 ? -1
                                  : choose(ui, _("To which workshop?"), NULL,
                                           (const char *const *)texts, count, 0);
    if (chosen >= 0) {
        struct workshop_person who = { .person = person };
        struct deed deed = { .ui = ui,
                             .kind = DEED_MOVE,
                             .workshop = workshop,
                             .other = ids[chosen],
                             .people = &who,
                             .count = 1 };
        run(&deed);
    }
    for (size_t i = 0; i < count; i++)
        free(texts[i]);
    free(texts);
    free(ids);
    record_clear(&workshop_entity, &from);
}

/* --- why, and whether at all */

void
workshop_people_why(struct ui *ui, int64_t workshop, int64_t person)
{
    struct buffer text = { 0 };
    struct error err = { 0 };
    const int64_t meeting = meeting_of(ui, workshop);

    if (meeting != 0 && workshop_why(ui_atelier(ui), meeting, person, &text, &err))
        pager_run(ui, _("Why do they sit where they sit?"), buffer_text(&text));
    else if (meeting != 0)
        ui_fail(ui, &err);
    buffer_clear(&text);
}

static void
cancel(struct ui *ui, int64_t id)
{
    struct buffer told = { 0 };
    struct error err = { 0 };
    char *reason = ask(ui, _("Cancel the workshop"),
                       _("Why?  The people who chose it will ask."), NULL, true);
    if (reason && workshop_cancel(ui_atelier(ui), id, reason, &told, &err)) {
        ui_refresh(ui);
        ui_say(ui, _("Cancelled.  %s  %%K{program.undo} takes it back."),
               buffer_text(&told));
    } else if (reason) {
        ui_fail(ui, &err);
    }
    free(reason);
    buffer_clear(&told);
}

void
workshop_people_cancel(struct ui *ui, int64_t id)
{
    struct workshop workshop;
    struct error err = { 0 };
    if (!load(ui, id, &workshop))
        return;
    if (workshop.state == WORKSHOP_PLANNED) {
        cancel(ui, id);
    } else if (workshop_revive(ui_atelier(ui), id, &err)) {
        ui_refresh(ui);
        ui_say(ui, _("Planned again; nobody sits there yet.  %%K{program.undo} takes it "
                     "back."));
    } else {
        ui_fail(ui, &err);
    }
    record_clear(&workshop_entity, &workshop);
}
