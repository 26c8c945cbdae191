/* SPDX-License-Identifier: GPL-3.0-or-later */
/* walk_in.c - who was not expected: a seat and a mark of presence, one act of the journal
 */
#include "atelier/app/walk_in.h"

#include "atelier/app/answering.h"
#include "atelier/app/display.h"
#include "atelier/base/memory.h"
#include "atelier/domain/journal.h"
#include "atelier/domain/person.h"
#include "atelier/store/presence_table.h"
#include "atelier/store/row_table.h"
#include "enrolment/enrolment.h"
#include "enrolment/settle.h"
#include "meeting/marking.h"
#include "record/edit_person.h"
#include "session/operation.h"

void
walk_in_outcome_init(struct walk_in_outcome *outcome)
{
    *outcome = (struct walk_in_outcome){ 0 };
    attend_outcome_init(&outcome->attendance);
}

void
walk_in_outcome_clear(struct walk_in_outcome *outcome)
{
    attend_outcome_clear(&outcome->attendance);
    memory_replace(&outcome->unanswered, NULL);
}

/* One of those who were shown as alike; 0: none of them, or none was. */
static int64_t
recognised(const struct questions *questions)
{
    const struct question_entry *answer = question_answer(questions, QUESTION_DUPLICATE);

    return answer && question_is_offered(questions, QUESTION_DUPLICATE, answer->value)
               ? answer->value
               : 0;
}

/* Who the newcomer is, from now on. */
static bool
know(struct atelier *at, const struct walk_in_request *request, int64_t *id,
     struct error *err)
{
    const struct walk_in_newcomer *newcomer = &request->newcomer;
    struct person person;

    *id = recognised(request->questions);
    if (*id != 0)
        return true;
    record_init(&person_entity, &person);
    memory_replace(&person.family, newcomer->family);
    memory_replace(&person.given, newcomer->given);
    memory_replace(&person.email, newcomer->email);
    const bool ok = record_check(&person_entity, &person, err) &&
                    edit_person_insert(at, &person, newcomer->organisation, 0,
                                       newcomer->function, request->questions, err);
    *id = person.head.id;
    record_clear(&person_entity, &person);
    return ok;
}

/* Who waits, for a seat or for a yes, is on the list already, without one; an offer is
 * answered by the mark. */
static bool
accept(struct enrolment *enrolment, const struct walk_in_request *request,
       struct register_outcome *outcome, struct error *err)
{
    struct registration registration;

    record_init(&registration_entity, &registration);
    const bool ok = row_load(enrolment->at->db, &registration_entity,
                             outcome->registration, &registration, err) &&
                    enrolment_act(enrolment, &registration, REGISTRATION_ACCEPT, NULL,
                                  request->questions, outcome, err);
    record_clear(&registration_entity, &registration);
    return ok;
}

static bool
take_seat(struct enrolment *enrolment, const struct walk_in_request *request,
          int64_t person, struct register_outcome *outcome, struct error *err)
{
    const struct register_request wanted = {
        .meeting = request->meeting,
        .person = person,
        .source = SOURCE_DOOR,
        .note = request->note,
        .has_come = true,
        .questions = request->questions,
    };

    return enrolment_open(enrolment, enrolment->at, request->meeting, err) &&
           enrolment_enter(enrolment, &wanted, outcome, err) &&
           (outcome->state == REGISTRATION_ACCEPTED ||
            outcome->state == REGISTRATION_OFFERED ||
            accept(enrolment, request, outcome, err));
}

/* A meeting without a slot gets its own before: *opened, and nothing else was done. */
static bool
mark(struct marking *marking, struct attend_outcome *outcome, bool *opened,
     struct error *err)
{
    struct database *db = marking->at->db;
    const int64_t meeting = marking->request->meeting;

    *opened = false;
    if (!marking_open(marking, err) || !marking_prepare(marking, err))
        return false;
    *opened = marking->slot == 0;
    if (*opened || !marking_write(marking, &outcome->mark, err))
        return false;
    outcome->already = marking->verdict == PRESENCE_UNCHANGED;
    outcome->accepted_offer = marking->accepts_offer;
    return presence_table_count(db, meeting, marking->slot, &outcome->slot, err);
}

/* Nobody is kept at the door for an answer: it is told, to be asked for. */
static bool
find_unanswered(struct atelier *at, int64_t registration, char **unanswered,
                struct error *err)
{
    struct buffer text = { 0 };
    const bool ok = answer_missing(at, registration, &text, err);

    if (text.length > 0)
        *unanswered = buffer_take(&text);
    buffer_clear(&text);
    return ok;
}

/* "Müller, Anna · Title": language-neutral, as all summaries. */
static bool
end_act(struct enrolment *enrolment, bool ok, const struct walk_in_request *request,
        const struct walk_in_outcome *outcome, struct error *err)
{
    const bool only_marks = outcome->registration.already;
    const bool is_knowing = seat_passed_any(&enrolment->passed);
    struct buffer summary = { 0 };

    if (ok) {
        display_title(enrolment->at, ENTITY_PERSON, outcome->person, &summary);
        journal_add_where(enrolment->meeting.title, &summary);
    }
    struct operation_note note = {
        .act = only_marks   ? ACT_PRESENCE_ADD
               : is_knowing ? ACT_REGISTRATION_WALK_IN_KNOWING
                            : ACT_REGISTRATION_WALK_IN,
        .entity = only_marks ? ENTITY_PRESENCE : ENTITY_REGISTRATION,
        .row = only_marks ? outcome->attendance.mark.head.id
                          : outcome->registration.registration,
        .summary = buffer_text(&summary),
        .questions = request->questions,
    };
    ok = operation_end(enrolment->at, ok, &note, err);
    buffer_clear(&summary);
    return ok;
}

/* One try: where the meeting has no slot yet, *opened, and nothing was written. */
static bool
admit(struct marking *marking, struct attend_request *attending,
      const struct walk_in_request *request, struct walk_in_outcome *outcome, bool *frees,
      bool *opened, struct error *err)
{
    struct atelier *at = marking->at;
    const struct row_ref meeting = { ENTITY_MEETING, request->meeting };
    struct enrolment enrolment = { .at = at };

    *opened = false;
    if (!atelier_may(at, ACT_PRESENCE_ADD_NEEDS, meeting, err) ||
        !operation_begin(at, ACT_REGISTRATION_WALK_IN_NEEDS, meeting, err))
        return false;
    bool ok = attending->person != 0 || know(at, request, &attending->person, err);
    outcome->person = attending->person;
    ok = ok &&
         take_seat(&enrolment, request, outcome->person, &outcome->registration, err) &&
         mark(marking, &outcome->attendance, opened, err) &&
         find_unanswered(at, outcome->registration.registration, &outcome->unanswered,
                         err);
    if (ok && outcome->registration.state == REGISTRATION_OFFERED)
        outcome->registration.state = REGISTRATION_ACCEPTED;
    ok = end_act(&enrolment, ok, request, outcome, err);
    *frees = enrolment.frees;
    enrolment_close(&enrolment);
    return ok;
}

static bool
open_slot(struct marking *marking, struct error *err)
{
    return operation_begin(marking->at, ACT_PRESENCE_OPEN_NEEDS,
                           (struct row_ref){ ENTITY_MEETING, marking->request->meeting },
                           err) &&
           marking_open_slots(marking, err);
}

bool
walk_in_add(struct atelier *at, const struct walk_in_request *request,
            struct walk_in_outcome *outcome, struct error *err)
{
    struct attend_request attending = {
        .meeting = request->meeting,
        .person = request->person,
        .slot = request->slot,
        .kind = PRESENCE_PRESENT,
        .place = request->place,
        .means = request->means,
    };
    bool frees = false;
    bool opened;
    bool ok;

    if (request->questions)
        request->questions->has_come = true;
    do {
        struct marking marking;

        walk_in_outcome_clear(outcome);
        walk_in_outcome_init(outcome);
        attending.person = request->person;
        marking_init(&marking, at, &attending);
        ok = admit(&marking, &attending, request, outcome, &frees, &opened, err);
        if (opened)
            ok = open_slot(&marking, err);
        marking_clear(&marking);
    } while (ok && opened);
    if (ok && frees)
        enrolment_settle(at, request->meeting, SETTLE_AS_PLANNED,
                         &outcome->registration.given);
    if (ok && outcome->attendance.already) /* maybe a colleague's */
        session_withhold(at, &presence_entity, &outcome->attendance.mark);
    return ok;
}
