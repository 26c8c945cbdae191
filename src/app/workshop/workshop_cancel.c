/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_cancel.c - a workshop is called off, or planned again */
#include <stdlib.h>

#include "atelier/app/workshop_seats.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/store/row_table.h"
#include "enrolment/seated_names.h"
#include "session/operation.h"
#include "workshop/workshop_enrolment.h"
#include "workshop/workshop_settle.h"

/* Whoever sat there, or waited, by name. */
static void
say_who(const struct workshop_enrolment *enrolment, const int64_t *left, size_t count,
        bool waited, struct buffer *told)
{
    struct buffer names = { 0 };

    seated_names_add(enrolment->at, left, count, SEATED_NAMES_MOST, &names);
    if (count > 0 && told->length > 0)
        buffer_add(told, "  ");
    if (count > 0)
        buffer_addf(told,
                    waited
                        /* TRANSLATORS: number, title of a workshop, names */
                        ? ngettext("%zu person does not wait for “%s” any more: %s.",
                                   "%zu people do not wait for “%s” any more: %s.", count)
                        /* TRANSLATORS: number, title of a workshop, names */
                        : ngettext("%zu person has no place in “%s” any more: %s.",
                                   "%zu people have no place in “%s” any more: %s.",
                                   count),
                    count, enrolment->workshop.title, buffer_text(&names));
    buffer_clear(&names);
}

static bool
take_out(struct workshop_enrolment *enrolment, const struct chooser *chooser,
         struct error *err)
{
    struct atelier *at = enrolment->at;
    struct workshop_choice choice;
    record_init(&workshop_choice_entity, &choice);
    bool ok = row_load(at->db, &workshop_choice_entity, chooser->choice, &choice, err);
    workshop_choice_give_up(&choice);
    ok = ok && row_update(at->db, &workshop_choice_entity, &choice, at->login,
                          atelier_now(at), err);
    record_clear(&workshop_choice_entity, &choice);
    return ok;
}

/* Those in that state, noted behind the others. */
static bool
empty_of(struct workshop_enrolment *enrolment, enum workshop_choice_state state,
         int64_t *left, size_t *count, struct error *err)
{
    const struct chooser_list *list = &enrolment->choosers;
    bool ok = true;

    for (size_t i = 0; ok && i < list->count; i++) {
        if (list->items[i].state != state)
            continue;
        left[(*count)++] = list->items[i].registration;
        ok = take_out(enrolment, &list->items[i], err);
    }
    return ok;
}

static bool
empty(struct workshop_enrolment *enrolment, struct buffer *told, struct error *err)
{
    const struct chooser_list *list = &enrolment->choosers;
    int64_t *left = memory_new(list->count + 1, sizeof *left);
    size_t sat = 0;
    size_t count = 0;
    bool ok = empty_of(enrolment, CHOICE_SEATED, left, &count, err);
    sat = count;
    ok = ok && empty_of(enrolment, CHOICE_WAITING, left, &count, err);
    if (ok && told) {
        say_who(enrolment, left, sat, false, told);
        say_who(enrolment, left + sat, count - sat, true, told);
    }
    free(left);
    return ok;
}

static bool
set_state(struct workshop_enrolment *enrolment, enum workshop_state state,
          const char *reason, struct error *err)
{
    struct atelier *at = enrolment->at;
    struct workshop *workshop = &enrolment->workshop;

    if (!meeting_is_open(&enrolment->meeting))
        return error_set(err, ERROR_RULE,
                         _("The meeting is %s: its programme stays as it is."),
                         _(meeting_states[enrolment->meeting.state].label));
    if (workshop->state == state)
        return error_set(err, ERROR_RULE,
                         state == WORKSHOP_CANCELLED ? _("“%s” is cancelled already.")
                                                     : _("“%s” is planned already."),
                         workshop->title);
    if (state == WORKSHOP_CANCELLED && !reason)
        return error_set_field(err, ERROR_INPUT, "reason",
                               _("Say why: the people who chose it will ask."));
    workshop->state = state;
    memory_replace(&workshop->reason, reason);
    workshop->ics_sequence++;
    return row_update(at->db, &workshop_entity, workshop, at->login, atelier_now(at),
                      err);
}

static bool
act(struct atelier *at, int64_t workshop, enum workshop_state state, const char *reason,
    struct buffer *told, struct error *err)
{
    const bool is_off = state == WORKSHOP_CANCELLED;
    char *tidy = text_is_blank(reason) ? NULL : text_tidy(reason);
    struct workshop_enrolment enrolment = { .at = at };
    bool ok = operation_begin(at, ACT_WORKSHOP_CANCEL_NEEDS,
                              session_subject(at, ENTITY_WORKSHOP, workshop), err);
    if (ok) {
        ok = workshop_enrolment_load(&enrolment, at, workshop, err) &&
             set_state(&enrolment, state, tidy, err) &&
             (!is_off || empty(&enrolment, told, err));
        const struct operation_note note = {
            .act = is_off ? ACT_WORKSHOP_CANCEL : ACT_WORKSHOP_REVIVE,
            .entity = ENTITY_WORKSHOP,
            .row = workshop,
            .summary = enrolment.workshop.title,
            .reason = tidy,
        };
        ok = operation_end(at, ok, &note, err);
        workshop_enrolment_close(&enrolment);
    }
    free(tidy);
    return ok;
}

bool
workshop_cancel(struct atelier *at, int64_t workshop, const char *reason,
                struct buffer *told, struct error *err)
{
    return act(at, workshop, WORKSHOP_CANCELLED, reason, told, err);
}

bool
workshop_revive(struct atelier *at, int64_t workshop, struct error *err)
{
    return act(at, workshop, WORKSHOP_PLANNED, NULL, NULL, err);
}
