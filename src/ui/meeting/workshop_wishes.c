/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_wishes.c - what people wish for, and seats by their wishes, as conversations
 */
#include "meeting/workshop_wishes.h"

#include <stdlib.h>

#include "atelier/app/browse_workshops.h"
#include "atelier/app/display.h"
#include "atelier/app/workshop_assign.h"
#include "atelier/app/workshop_seats.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "sentence.h"
#include "widget/choose.h"
#include "widget/pager.h"
#include "widget/tick.h"

/* The wishes of one person while they are asked. */
struct wish_asking {
    struct ui *ui;
    struct workshop_list workshops; /* of the meeting */
    int64_t *wanted;                /* of all slots, one after the other */
    size_t count;
    size_t lists; /* one for each slot */
    size_t asked;
    size_t taken; /* that were not left with Esc */
    bool changed;
    char *name;
};

/* Workshops of one slot that take place, as boxes; numbered as they were wished. */
static size_t
fill(struct wish_asking *asking, int64_t slot, const struct workshop_choice_list *had,
     struct tick *ticks, int64_t *ids)
{
    size_t count = 0;

    for (size_t i = 0; i < asking->workshops.count; i++) {
        const struct workshop *workshop = &asking->workshops.items[i];
        if (workshop->slot != slot || workshop->state != WORKSHOP_PLANNED)
            continue;
        ids[count] = workshop->head.id;
        ticks[count] = (struct tick){ .label = workshop->title };
        for (size_t j = 0; j < had->count; j++)
            if (had->items[j].workshop == workshop->head.id &&
                had->items[j].wish != NUMBER_NONE)
                ticks[count].place = (size_t)had->items[j].wish;
        count++;
    }
    return count;
}

static bool
are_as_wished(const struct tick *ticks, const int64_t *ids, size_t count,
              const struct workshop_choice_list *had)
{
    for (size_t i = 0; i < count; i++) {
        size_t wish = 0;
        for (size_t j = 0; j < had->count; j++)
            if (had->items[j].workshop == ids[i] && had->items[j].wish != NUMBER_NONE)
                wish = (size_t)had->items[j].wish;
        if (ticks[i].place != wish)
            return false;
    }
    return true;
}

/* By their numbers, the first first. */
static void
take(struct wish_asking *asking, const struct tick *ticks, const int64_t *ids,
     size_t count)
{
    for (size_t before = 0, next = 0; next < count; before = ticks[next].place) {
        next = count;
        for (size_t i = 0; i < count; i++)
            if (ticks[i].place > before &&
                (next == count || ticks[i].place < ticks[next].place))
                next = i;
        if (next == count)
            return;
        asking->wanted[asking->count++] = ids[next];
    }
}

/* "Wishes of Adams, Ada · Morning (1 of 2)" */
static void
add_title(const struct wish_asking *asking, int64_t slot, struct buffer *title)
{
    /* TRANSLATORS: a person */
    buffer_addf(title, _("Wishes of %s"), asking->name);
    if (slot != 0) {
        buffer_add(title, " · ");
        display_title(ui_atelier(asking->ui), ENTITY_SLOT, slot, title);
    }
    if (asking->lists > 1) {
        buffer_add(title, " ");
        /* TRANSLATORS: of several lists this one */
        buffer_addf(title, _("(%zu of %zu)"), asking->asked, asking->lists);
    }
}

/* Left with Esc the list stays as it was, and the others are asked still. */
static void
ask_slot(struct wish_asking *asking, int64_t slot, const struct workshop_choice_list *had)
{
    const size_t most = asking->workshops.count;
    struct tick *ticks = memory_new(most + 1, sizeof *ticks);
    int64_t *ids = memory_new(most + 1, sizeof *ids);
    size_t count = fill(asking, slot, had, ticks, ids);
    struct buffer title = { 0 };
    struct buffer text = { 0 };

    asking->asked++;
    sentence_add(asking->ui,
                 _("%K{Space} gives the next number, or takes it away: 1 is the first "
                   "wish."),
                 &text);
    add_title(asking, slot, &title);
    if (tick_run_in_order(asking->ui, buffer_text(&title), buffer_text(&text), ticks,
                          count))
        asking->taken++;
    else
        count = fill(asking, slot, had, ticks, ids);
    take(asking, ticks, ids, count);
    asking->changed = asking->changed || !are_as_wished(ticks, ids, count, had);
    buffer_clear(&title);
    buffer_clear(&text);
    free(ids);
    free(ticks);
}

/* Whether none before it of those that take place lies in its slot. */
static bool
begins_list(const struct workshop_list *list, size_t place)
{
    if (list->items[place].state != WORKSHOP_PLANNED)
        return false;
    for (size_t i = 0; i < place; i++)
        if (list->items[i].slot == list->items[place].slot &&
            list->items[i].state == WORKSHOP_PLANNED)
            return false;
    return true;
}

static void
ask_all(struct wish_asking *asking, const struct workshop_choice_list *had)
{
    for (size_t i = 0; i < asking->workshops.count; i++)
        asking->lists += begins_list(&asking->workshops, i);
    for (size_t i = 0; i < asking->workshops.count; i++)
        if (begins_list(&asking->workshops, i))
            ask_slot(asking, asking->workshops.items[i].slot, had);
}

static void
note(struct wish_asking *asking, int64_t meeting, int64_t person)
{
    struct error err = { 0 };

    if (!workshop_wish(ui_atelier(asking->ui), meeting, person, asking->wanted,
                       asking->count, &err)) {
        ui_fail(asking->ui, &err);
        return;
    }
    ui_refresh(asking->ui);
    if (asking->count == 0)
        ui_say(asking->ui,
               _("%s has no wishes any more.  %%K{program.undo} takes it "
                 "back."),
               asking->name);
    else
        ui_say(asking->ui,
               ngettext("%zu wish of %s noted.  %%K{program.undo} takes it back.",
                        "%zu wishes of %s noted.  %%K{program.undo} takes it back.",
                        (unsigned long)asking->count),
               asking->count, asking->name);
}

bool
workshop_wishes_ask(struct ui *ui, int64_t meeting, int64_t person)
{
    struct wish_asking asking = { .ui = ui };
    struct workshop_choice_list had = { 0 };
    struct buffer name = { 0 };
    struct error err = { 0 };

    display_title(ui_atelier(ui), ENTITY_PERSON, person, &name);
    asking.name = buffer_take(&name);
    if (!browse_workshops(ui_atelier(ui), meeting, &asking.workshops, &err) ||
        !browse_choices(ui_atelier(ui), meeting, person, &had, &err)) {
        ui_fail(ui, &err);
    } else if (asking.workshops.count == 0) {
        ui_say(ui, _("The meeting has no workshop yet."));
    } else {
        asking.wanted = memory_new(asking.workshops.count + 1, sizeof *asking.wanted);
        ask_all(&asking, &had);
        if (asking.changed)
            note(&asking, meeting, person);
        else
            ui_say(ui, _("Nothing changed."));
        free(asking.wanted);
    }
    workshop_choice_list_clear(&had);
    workshop_list_clear(&asking.workshops);
    free(asking.name);
    return asking.taken > 0;
}

/* --- seats by wishes */

static void
keep(struct ui *ui, struct workshop_assign_request *request)
{
    struct workshop_assign_result result = { 0 };
    struct error err = { 0 };

    request->dry_run = false;
    if (workshop_assign(ui_atelier(ui), request, &result, &err)) {
        ui_refresh(ui);
        struct buffer sum = { 0 };
        workshop_assign_say_sum(&result, &sum);
        ui_say(ui, _("%s  %%K{program.undo} takes it back."), buffer_text(&sum));
        buffer_clear(&sum);
    } else {
        ui_fail(ui, &err);
    }
    workshop_assign_clear(&result);
}

/* Whether they are to be asked for: there are some, and nobody went back. */
static bool
show(struct ui *ui, const struct workshop_assign_result *result)
{
    const char *title = _("Seats by wishes: who would sit where");
    struct buffer text = { 0 };
    bool goes_on = false;

    workshop_assign_say(ui_atelier(ui), result, &text);
    workshop_assign_say_sum(result, &text);
    if (result->seated > 0)
        goes_on = pager_run_on(ui, title, buffer_text(&text));
    else
        pager_run(ui, title, buffer_text(&text));
    buffer_clear(&text);
    return goes_on;
}

static void
say_nothing_given(struct ui *ui, const struct workshop_assign_result *result)
{
    struct buffer sum = { 0 };

    workshop_assign_say_sum(result, &sum);
    ui_say(ui, "%s  %s", buffer_text(&sum), _("Nothing changed."));
    buffer_clear(&sum);
}

void
workshop_wishes_assign(struct ui *ui, int64_t meeting)
{
    struct workshop_assign_request request = { .meeting = meeting, .dry_run = true };
    struct workshop_assign_result result = { 0 };
    struct error err = { 0 };

    if (!workshop_assign(ui_atelier(ui), &request, &result, &err)) {
        ui_fail(ui, &err);
        workshop_assign_clear(&result);
        return;
    }
    request.seed = result.seed;
    const bool goes_on = show(ui, &result);
    const char *const answers[] = { _("Give these seats"), _("Leave all as it is") };
    if (result.seated == 0)
        say_nothing_given(ui, &result);
    else if (goes_on && choose(ui, _("Seats by wishes"), NULL, answers, 2, 0) == 0)
        keep(ui, &request);
    else
        ui_say(ui, _("Nothing changed."));
    workshop_assign_clear(&result);
}
