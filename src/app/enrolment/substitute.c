/* SPDX-License-Identifier: GPL-3.0-or-later */
/* substitute.c - somebody comes in the place of somebody else: to what, and who is
 * proposed
 */
#include "atelier/app/substitute.h"

#include <stdlib.h>

#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/journal.h"
#include "atelier/store/membership_table.h"
#include "atelier/store/registration_table.h"
#include "atelier/store/row_table.h"
#include "atelier/store/workshop_choice_table.h"
#include "enrolment/enrolment.h"
#include "enrolment/enrolment_row.h"
#include "enrolment/seat_taking.h"
#include "enrolment/settle.h"
#include "session/operation.h"
#include "workshop/workshop_leave.h"

/* Whose absence stands as it is: whoever comes instead comes as anybody else. */
static bool
is_away(enum registration_state state)
{
    return state == REGISTRATION_DECLINED || state == REGISTRATION_EXCUSED ||
           state == REGISTRATION_WITHDRAWN;
}

/* Whether there is a seat that can be passed on. */
static bool
holds_seat(enum registration_state state)
{
    return state == REGISTRATION_ACCEPTED || state == REGISTRATION_OFFERED;
}

/* Somebody whose seat is passed on is substituted, or excused with what they said. */
static bool
make_way(struct enrolment *enrolment, const struct substitute_request *request,
         struct registration *left, struct register_outcome *outcome, struct error *err)
{
    const bool is_excuse = request->act == REGISTRATION_EXCUSE;

    if (request->person == left->person)
        return error_set_field(err, ERROR_RULE, "person",
                               _("Nobody comes in their own place; choose somebody "
                                 "else."));
    if (is_away(left->state) && request->act == REGISTRATION_SUBSTITUTE)
        return true;
    return enrolment_act(enrolment, left,
                         holds_seat(left->state) && !is_excuse ? REGISTRATION_SUBSTITUTE
                                                               : request->act,
                         request->reason, NULL, outcome, err);
}

/* The row of who is invited, or waits and is to have a seat that is there; else a new
 * one. */
static bool
prepare_substitute(struct enrolment *enrolment, const struct substitute_request *request,
                   const struct registration *left, bool has_seat,
                   struct registration *registration, struct error *err)
{
    if (!registration_table_find(enrolment->at->db, left->meeting, request->person,
                                 registration, err))
        return false;
    const bool is_live =
        registration->head.id && registration_is_live(registration->state);
    if (is_live && registration->state != REGISTRATION_INVITED &&
        !(has_seat && registration->state == REGISTRATION_WAITING))
        return error_set_field(
            err, ERROR_RULE, "person",
            _("This person is on the list already (%s); choose somebody else."),
            _(registration_states[registration->state].label));
    const struct register_request as = { .meeting = left->meeting,
                                         .person = request->person,
                                         .source = request->invites ? SOURCE_CONVENED
                                                                    : SOURCE_DESK };
    if (is_live)
        registration->previous_state = registration->state;
    else if (!enrolment_row_prepare(enrolment, &as, registration, err))
        return false;
    registration->role = left->role;
    registration->substitute_for = left->head.id;
    if (text_is_blank(registration->note) && !text_is_blank(left->note))
        memory_replace(&registration->note, left->note);
    return true;
}

/* To the seat that was left, or as anybody who is invited or registers. */
static bool
seat_substitute(struct enrolment *enrolment, const struct substitute_request *request,
                const struct registration *left, bool has_seat, int64_t has,
                struct registration *registration, struct error *err)
{
    if (has_seat) {
        registration->state = REGISTRATION_ACCEPTED;
        if (!seat_taking_exchange(enrolment, left, registration, request->questions, err))
            return false;
        registration->rank = NUMBER_NONE; /* theirs until then: who waits has a turn */
        return true;
    }
    if (request->invites) {
        registration->state = REGISTRATION_INVITED;
        return true;
    }
    return seat_taking_check_period(enrolment, err) &&
           seat_taking_choose(enrolment, registration,
                              enrolment->meeting.approval ? REGISTRATION_PENDING
                                                          : REGISTRATION_ACCEPTED,
                              has, request->questions, err);
}

/* `left`: a registration of this meeting. */
static bool
come_instead(struct enrolment *enrolment, const struct substitute_request *request,
             struct registration *left, struct register_outcome *outcome,
             struct error *err)
{
    const bool has_seat = holds_seat(left->state);
    struct registration registration;

    record_init(&registration_entity, &registration);
    /* Nobody has said yes to an offer yet: the days bind the yes of whoever comes. */
    struct workshop_choice_list choices = { 0 };
    bool ok = (left->state != REGISTRATION_OFFERED ||
               seat_taking_check_period(enrolment, err)) &&
              workshop_choice_table_of_registration(enrolment->at->db, left->head.id,
                                                    &choices, err) &&
              make_way(enrolment, request, left, outcome, err);
    enrolment_row_begin(enrolment, outcome);
    ok = ok && prepare_substitute(enrolment, request, left, has_seat, &registration, err);
    struct registration before;
    record_init(&registration_entity, &before);
    const bool is_new = registration.head.id == 0;
    ok = ok && (is_new || row_load(enrolment->at->db, &registration_entity,
                                   registration.head.id, &before, err));
    ok = ok &&
         seat_substitute(
             enrolment, request, left, has_seat,
             is_new ? 0 : enrolment_row_seats(enrolment, before.state, before.role),
             &registration, err) &&
         record_check(&registration_entity, &registration, err) &&
         enrolment_row_save(enrolment, is_new ? NULL : &before, &registration, err);
    ok = ok && (!holds_seat(registration.state) ||
                workshop_inherit(enrolment->at, &choices, registration.head.id, err));
    if (ok)
        enrolment_row_tell(enrolment, &registration, outcome);
    workshop_choice_list_clear(&choices);
    record_clear(&registration_entity, &before);
    record_clear(&registration_entity, &registration);
    return ok;
}

/* "Müller, Anna → Costa, Carla · Title": language-neutral, as all summaries. */
static bool
end_act(struct enrolment *enrolment, bool ok, const struct substitute_request *request,
        int64_t left, int64_t registration, struct error *err)
{
    struct buffer summary = { 0 };

    if (ok) {
        display_title(enrolment->at, ENTITY_PERSON, left, &summary);
        buffer_add(&summary, " → ");
        display_title(enrolment->at, ENTITY_PERSON, request->person, &summary);
        journal_add_where(enrolment->meeting.title, &summary);
    }
    const struct operation_note note = {
        .act = seat_passed_act(&enrolment->passed, ACT_REGISTRATION_SUBSTITUTE),
        .entity = ENTITY_REGISTRATION,
        .row = registration,
        .summary = buffer_text(&summary),
        .reason = request->reason,
        .questions = request->questions,
    };
    ok = operation_end(enrolment->at, ok, &note, err);
    buffer_clear(&summary);
    return ok;
}

/* A quota of who left may have room now for somebody who waits. */
static bool
substitute(struct enrolment *enrolment, const struct substitute_request *request,
           struct register_outcome *outcome, struct error *err)
{
    struct atelier *at = enrolment->at;
    struct registration left;

    record_init(&registration_entity, &left);
    bool ok = row_load(at->db, &registration_entity, request->registration, &left, err) &&
              enrolment_open(enrolment, at, left.meeting, err) &&
              come_instead(enrolment, request, &left, outcome, err);
    ok = end_act(enrolment, ok, request, left.person, outcome->registration, err);
    const bool settles =
        ok && (enrolment->frees || outcome->state == REGISTRATION_WAITING);
    enrolment_close(enrolment);
    if (settles)
        enrolment_settle(at, left.meeting, SETTLE_AS_PLANNED, &outcome->given);
    record_clear(&registration_entity, &left);
    return ok;
}

bool
register_substitute(struct atelier *at, const struct substitute_request *request,
                    struct register_outcome *outcome, struct error *err)
{
    *outcome = (struct register_outcome){ 0 };
    if (!operation_begin(at, ACT_REGISTRATION_SUBSTITUTE_NEEDS,
                         session_subject(at, ENTITY_REGISTRATION, request->registration),
                         err))
        return false;
    struct enrolment enrolment = { .at = at };
    struct substitute_request tidied = *request;
    char *reason = text_is_blank(request->reason) ? NULL : text_tidy(request->reason);

    tidied.reason = reason;
    const bool ok = substitute(&enrolment, &tidied, outcome, err);
    free(reason);
    return ok;
}

/* --- alternates */

/* Whoever declined is not asked again. */
static bool
could_come(struct atelier *at, const struct registration *left, int64_t person,
           bool has_seat, bool *could, struct error *err)
{
    struct registration present;

    record_init(&registration_entity, &present);
    const bool ok = registration_table_find(at->db, left->meeting, person, &present, err);
    *could = ok && (present.head.id == 0 ||
                    (present.state == REGISTRATION_INVITED &&
                     (has_seat || !registration_is_live(left->state))) ||
                    (present.state == REGISTRATION_WAITING && has_seat));
    record_clear(&registration_entity, &present);
    return ok;
}

static bool
add_alternates(struct atelier *at, const struct registration *left,
               const struct membership_list *members, struct register_alternates *list,
               struct error *err)
{
    bool ok = true;

    for (size_t i = 0; ok && i < members->count; i++) {
        const struct membership *member = &members->items[i];
        bool could = false;
        if (member->alternate_of != left->person)
            continue;
        ok = could_come(at, left, member->person, list->has_seat, &could, err);
        if (!could)
            continue;
        list->persons = memory_grow(list->persons, &list->capacity, list->count + 1,
                                    sizeof list->persons[0]);
        list->persons[list->count++] = member->person;
    }
    return ok;
}

bool
register_alternates(struct atelier *at, int64_t registration,
                    struct register_alternates *list, struct error *err)
{
    struct registration left;
    struct meeting meeting;
    struct membership_list members = { 0 };

    register_alternates_clear(list);
    record_init(&registration_entity, &left);
    record_init(&meeting_entity, &meeting);
    bool ok = atelier_may(at, MAY_READ,
                          session_subject(at, ENTITY_REGISTRATION, registration), err) &&
              row_load(at->db, &registration_entity, registration, &left, err) &&
              row_load(at->db, &meeting_entity, left.meeting, &meeting, err);
    list->state = left.state;
    list->has_seat = ok && holds_seat(left.state);
    ok = ok &&
         membership_table_on(at->db, meeting.group, meeting.start.date, &members, err) &&
         add_alternates(at, &left, &members, list, err);
    membership_list_clear(&members);
    record_clear(&meeting_entity, &meeting);
    record_clear(&registration_entity, &left);
    return ok;
}

void
register_alternates_clear(struct register_alternates *list)
{
    free(list->persons);
    *list = (struct register_alternates){ 0 };
}

bool
register_alternates_say(struct atelier *at, const struct register_alternates *list,
                        struct buffer *text)
{
    struct buffer name = { 0 };

    if (list->count == 0)
        return false;
    display_title(at, ENTITY_PERSON, list->persons[0], &name);
    buffer_addf(text, _("%s is their alternate."), buffer_text(&name));
    buffer_reset(&name);
    for (size_t i = 1; i < list->count; i++) {
        buffer_add(&name, i > 1 ? _("; ") : "");
        display_title(at, ENTITY_PERSON, list->persons[i], &name);
    }
    if (list->count > 1) {
        buffer_add(text, "  ");
        buffer_addf(text, _("Others: %s."), buffer_text(&name));
    }
    buffer_clear(&name);
    return true;
}
