/* SPDX-License-Identifier: GPL-3.0-or-later */
/* substitute.c - somebody comes in the place of somebody else: who, and who is proposed
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
#include "enrolment/enrolment.h"
#include "enrolment/settle.h"
#include "session/operation.h"

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
        .act = enrolment_knowing_act(ACT_REGISTRATION_SUBSTITUTE, enrolment->overbooks,
                                     enrolment->passes_quota, enrolment->overtakes),
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
              enrolment_substitute(enrolment, request, &left, outcome, err);
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
    list->has_seat = ok && enrolment_holds_seat(left.state);
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
