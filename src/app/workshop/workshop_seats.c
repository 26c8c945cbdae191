/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_seats.c - into a workshop, out of it, and from one into another, as acts */
#include "atelier/app/workshop_seats.h"

#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/domain/journal.h"
#include "atelier/store/registration_table.h"
#include "session/operation.h"
#include "workshop/workshop_enrolment.h"
#include "workshop/workshop_seating.h"
#include "workshop/workshop_settle.h"

/* What is done with each person; false: the refusal says why. */
typedef bool person_step(struct workshop_enrolment *enrolment,
                         struct registration *registration,
                         struct workshop_choice *choice, struct workshop_person *person,
                         struct error *err);

static bool
find_registration(struct workshop_enrolment *enrolment, int64_t person,
                  struct registration *registration, struct error *err)
{
    if (!registration_table_find(enrolment->at->db, enrolment->meeting.head.id, person,
                                 registration, err))
        return false;
    return (registration->head.id != 0 && registration_is_live(registration->state)) ||
           error_set(err, ERROR_RULE,
                     _("This person is not on the list of the meeting; register them "
                       "there first."));
}

static void
tell_outcome(struct workshop_enrolment *enrolment, const struct workshop_choice *choice,
             struct workshop_outcome *outcome)
{
    const bool gives = enrolment->meeting.waiting_list == WAITING_AUTOMATIC;
    const struct chooser *next = gives ? NULL : workshop_seating_next(enrolment);

    outcome->next = next ? next->person : 0;
    outcome->state = choice->state;
    outcome->overbooked = enrolment->passed.seats;
    outcome->taken = enrolment->survey.seats.taken;
    outcome->seats = enrolment->survey.seats.seats;
}

static bool
on_person(struct workshop_enrolment *enrolment, struct workshop_person *person,
          person_step *step, struct error *err)
{
    struct registration registration;
    struct workshop_choice choice;

    record_init(&registration_entity, &registration);
    record_init(&workshop_choice_entity, &choice);
    const bool ok =
        find_registration(enrolment, person->person, &registration, err) &&
        workshop_choice_table_find(enrolment->at->db, enrolment->workshop.head.id,
                                   registration.head.id, &choice, err) &&
        step(enrolment, &registration, &choice, person, err);
    if (ok)
        tell_outcome(enrolment, &choice, &person->outcome);
    record_clear(&registration_entity, &registration);
    record_clear(&workshop_choice_entity, &choice);
    return ok;
}

/* --- into it */

/* Whoever has no seat in the meeting has none in its parts. */
static bool
check_standing(const struct registration *registration, struct error *err)
{
    return workshop_seating_may_sit(registration->state) ||
           error_set(err, ERROR_RULE,
                     _("This person is %s at the meeting: they need a seat there first."),
                     _(registration_states[registration->state].label));
}

static bool
enter(struct workshop_enrolment *enrolment, struct registration *registration,
      struct workshop_choice *choice, int64_t except, bool insists,
      struct workshop_person *person, struct error *err)
{
    if (choice->state == CHOICE_SEATED && choice->head.id != 0) {
        person->outcome.already = true;
        return true;
    }
    const bool waited = choice->state == CHOICE_WAITING && choice->head.id != 0;
    if (!waited)
        choice->state = CHOICE_WISHED;
    return check_standing(registration, err) &&
           workshop_seating_check_overlap(enrolment, registration, except, err) &&
           workshop_seating_choose(enrolment, registration, choice, insists,
                                   person->questions, err) &&
           workshop_enrolment_save(enrolment, registration, choice, err);
}

static bool
register_step(struct workshop_enrolment *enrolment, struct registration *registration,
              struct workshop_choice *choice, struct workshop_person *person,
              struct error *err)
{
    return enter(enrolment, registration, choice, 0, false, person, err);
}

/* --- out of it */

static bool
leave(struct workshop_enrolment *enrolment, struct registration *registration,
      struct workshop_choice *choice, struct error *err)
{
    if (choice->state == CHOICE_SEATED)
        enrolment->frees = true;
    choice->state = CHOICE_WITHDRAWN;
    choice->rank = NUMBER_NONE;
    return workshop_enrolment_save(enrolment, registration, choice, err);
}

static bool
refuse_absent(const struct workshop_enrolment *enrolment, struct error *err)
{
    return error_set(err, ERROR_RULE,
                     _("This person neither sits in “%s” nor waits or wishes for it."),
                     enrolment->workshop.title);
}

static bool
withdraw_step(struct workshop_enrolment *enrolment, struct registration *registration,
              struct workshop_choice *choice, struct workshop_person *person,
              struct error *err)
{
    (void)person;
    if (choice->head.id == 0 || choice->state == CHOICE_WITHDRAWN)
        return refuse_absent(enrolment, err);
    return leave(enrolment, registration, choice, err);
}

/* --- acts */

/* "Müller, Anna · Title", or of several "Title (3)". */
static bool
end_act(struct workshop_enrolment *enrolment, bool ok, enum act act,
        const struct workshop_person *first, size_t done,
        const struct questions *questions, struct error *err)
{
    struct buffer summary = { 0 };

    if (ok && done == 1) {
        display_title(enrolment->at, ENTITY_PERSON, first->person, &summary);
        journal_add_where(enrolment->workshop.title, &summary);
    } else if (ok) {
        buffer_addf(&summary, "%s (%zu)", enrolment->workshop.title, done);
    }
    const struct operation_note note = {
        .act = enrolment->passed.seats ? ACT_WORKSHOP_OVERBOOK : act,
        .entity = ENTITY_WORKSHOP,
        .row = enrolment->workshop.head.id,
        .summary = buffer_text(&summary),
        .questions = questions,
    };
    ok = operation_end(enrolment->at, ok, &note, err);
    buffer_clear(&summary);
    return ok;
}

static bool
is_passed_over(const struct error *refusal)
{
    return refusal->kind == ERROR_RULE || refusal->kind == ERROR_QUESTION ||
           refusal->kind == ERROR_NOT_FOUND;
}

/* Each person in turn; whom the rules refuse is passed over.  The answers of the first
 * who was done stand in the journal: one command answers alike for all. */
static bool
do_each(struct workshop_enrolment *enrolment, struct workshop_person *people,
        size_t count, person_step *step, enum act act, struct error *err)
{
    const struct workshop_person *first = NULL;
    size_t done = 0;
    bool overbooks = false;
    bool ok = true;

    for (size_t i = 0; ok && i < count; i++) {
        struct workshop_person *person = &people[i];
        if (person->refusal.kind == ERROR_NONE &&
            on_person(enrolment, person, step, &person->refusal)) {
            done += person->outcome.already ? 0 : 1;
            overbooks = overbooks || enrolment->passed.seats;
            if (!first || enrolment->passed.seats)
                first = person;
        } else if (!is_passed_over(&person->refusal)) {
            ok = false;
        }
        if (person->refusal.kind != ERROR_NONE && err)
            *err = person->refusal;
    }
    enrolment->passed.seats = overbooks;
    return end_act(enrolment, ok && (done > 0 || first != NULL), act, first, done,
                   first ? first->questions : NULL, err);
}

static bool
act_on_people(struct atelier *at, int64_t workshop, struct workshop_person *people,
              size_t count, person_step *step, enum act act, struct error *err)
{
    struct workshop_enrolment enrolment = { .at = at };
    if (!operation_begin(at, act_permission(act),
                         session_subject(at, ENTITY_WORKSHOP, workshop), err))
        return false;
    bool ok = workshop_enrolment_open(&enrolment, at, workshop, err);
    ok = ok ? do_each(&enrolment, people, count, step, act, err)
            : end_act(&enrolment, false, act, NULL, 0, NULL, err);
    const bool frees = ok && enrolment.frees;
    workshop_enrolment_close(&enrolment);
    if (frees)
        workshop_settle(at, workshop);
    return ok;
}

bool
workshop_register(struct atelier *at, int64_t workshop, struct workshop_person *people,
                  size_t count, struct error *err)
{
    return act_on_people(at, workshop, people, count, register_step,
                         ACT_WORKSHOP_REGISTER, err);
}

bool
workshop_withdraw(struct atelier *at, int64_t workshop, struct workshop_person *people,
                  size_t count, struct error *err)
{
    return act_on_people(at, workshop, people, count, withdraw_step,
                         ACT_WORKSHOP_WITHDRAW, err);
}

/* --- from one into another */

/* Out of the one: its seat is free for others at once. */
static bool
leave_first(struct atelier *at, int64_t workshop, int64_t person, bool *frees,
            struct registration *registration, struct error *err)
{
    struct workshop_enrolment enrolment = { .at = at };
    struct workshop_choice choice;
    record_init(&workshop_choice_entity, &choice);
    bool ok =
        workshop_enrolment_load(&enrolment, at, workshop, err) &&
        find_registration(&enrolment, person, registration, err) &&
        workshop_choice_table_find(at->db, workshop, registration->head.id, &choice, err);
    if (ok && (choice.head.id == 0 ||
               (choice.state != CHOICE_SEATED && choice.state != CHOICE_WAITING)))
        ok = error_set(err, ERROR_RULE,
                       _("This person neither sits in “%s” nor waits for it."),
                       enrolment.workshop.title);
    ok = ok && leave(&enrolment, registration, &choice, err);
    *frees = enrolment.frees;
    workshop_enrolment_close(&enrolment);
    record_clear(&workshop_choice_entity, &choice);
    return ok;
}

static bool
check_same_meeting(struct workshop_enrolment *enrolment,
                   const struct registration *registration, struct error *err)
{
    return registration->meeting == enrolment->meeting.head.id ||
           error_set(err, ERROR_RULE,
                     _("“%s” belongs to another meeting; choose a workshop of this one."),
                     enrolment->workshop.title);
}

bool
workshop_move(struct atelier *at, int64_t workshop, int64_t other,
              struct workshop_person *person, struct error *err)
{
    struct workshop_enrolment enrolment = { .at = at };
    struct registration registration;
    struct workshop_choice choice;
    bool frees = false;

    if (!operation_begin(at, ACT_WORKSHOP_MOVE_NEEDS,
                         session_subject(at, ENTITY_WORKSHOP, workshop), err))
        return false;
    record_init(&registration_entity, &registration);
    record_init(&workshop_choice_entity, &choice);
    bool ok = (workshop != other ||
               error_set(err, ERROR_RULE,
                         _("That is the workshop that they are in; name another.")));
    ok = ok && leave_first(at, workshop, person->person, &frees, &registration, err) &&
         workshop_enrolment_open(&enrolment, at, other, err) &&
         check_same_meeting(&enrolment, &registration, err) &&
         workshop_choice_table_find(at->db, other, registration.head.id, &choice, err) &&
         enter(&enrolment, &registration, &choice, workshop, true, person, err);
    if (ok)
        tell_outcome(&enrolment, &choice, &person->outcome);
    ok = end_act(&enrolment, ok, ACT_WORKSHOP_MOVE, person, 1, person->questions, err);
    workshop_enrolment_close(&enrolment);
    record_clear(&workshop_choice_entity, &choice);
    record_clear(&registration_entity, &registration);
    if (ok && frees)
        workshop_settle(at, workshop);
    return ok;
}
