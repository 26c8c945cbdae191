/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_seating.c - whether somebody can take a seat in a workshop, and what is asked
 * before */
#include "workshop/workshop_seating.h"

#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/store/row_table.h"
#include "enrolment/seat_asking.h"

bool
workshop_seating_may_sit(enum registration_state state)
{
    return state == REGISTRATION_ACCEPTED || state == REGISTRATION_OFFERED ||
           state == REGISTRATION_PENDING;
}

/* --- what overlaps */

static bool
refuse_overlap(struct workshop_enrolment *enrolment,
               const struct registration *registration, const struct workshop *other,
               struct error *err)
{
    struct buffer who = { 0 };
    struct buffer there = { 0 };
    struct buffer here = { 0 };

    registration_entity.title(registration, &who);
    workshop_enrolment_add_name(enrolment->at, other, &there);
    workshop_enrolment_add_name(enrolment->at, &enrolment->workshop, &here);
    error_set(err, ERROR_RULE,
              workshop_is_again(other, &enrolment->workshop)
                  /* TRANSLATORS: a person, a workshop, the same given once more */
                  ? _("%s sits in %s already, which is given again as %s: move them, or "
                      "take them out there.")
                  /* TRANSLATORS: a person, a workshop with its hours, another one */
                  : _("%s sits in %s at that time; %s overlaps it: move them, or take "
                      "them out there."),
              buffer_text(&who), buffer_text(&there), buffer_text(&here));
    buffer_clear(&who);
    buffer_clear(&there);
    buffer_clear(&here);
    return false;
}

static bool
check_choice(struct workshop_enrolment *enrolment,
             const struct registration *registration,
             const struct workshop_choice *choice, struct error *err)
{
    struct workshop other;
    record_init(&workshop_entity, &other);
    bool ok =
        row_load(enrolment->at->db, &workshop_entity, choice->workshop, &other, err);
    if (ok && other.state == WORKSHOP_PLANNED &&
        (workshop_overlaps(&other, &enrolment->workshop) ||
         workshop_is_again(&other, &enrolment->workshop)))
        ok = refuse_overlap(enrolment, registration, &other, err);
    record_clear(&workshop_entity, &other);
    return ok;
}

bool
workshop_seating_check_overlap(struct workshop_enrolment *enrolment,
                               const struct registration *registration, int64_t except,
                               struct error *err)
{
    struct workshop_choice_list list = { 0 };
    bool ok = workshop_choice_table_of_registration(enrolment->at->db,
                                                    registration->head.id, &list, err);
    for (size_t i = 0; ok && i < list.count; i++) {
        const struct workshop_choice *choice = &list.items[i];
        if (choice->state == CHOICE_SEATED && choice->workshop != except &&
            choice->workshop != enrolment->workshop.head.id)
            ok = check_choice(enrolment, registration, choice, err);
    }
    workshop_choice_list_clear(&list);
    return ok;
}

/* --- whose turn it is */

static int64_t
seats_of(const struct workshop_enrolment *enrolment, const struct chooser *chooser)
{
    return workshop_enrolment_takes(enrolment, chooser->role);
}

static bool
has_seat(const struct workshop_enrolment *enrolment, const struct chooser *chooser)
{
    struct seating_verdict verdict = { 0 };
    const bool has =
        seat_survey_judge(&enrolment->survey, chooser->category, chooser->organisation,
                          seats_of(enrolment, chooser), &verdict);

    seating_verdict_clear(&verdict);
    return has;
}

static bool
is_in_turn(const struct chooser *chooser)
{
    return chooser->state == CHOICE_WAITING && !chooser->sits_elsewhere;
}

const struct chooser *
workshop_seating_next(struct workshop_enrolment *enrolment)
{
    for (size_t i = 0; i < enrolment->choosers.count; i++) {
        const struct chooser *chooser = &enrolment->choosers.items[i];
        if (is_in_turn(chooser) && has_seat(enrolment, chooser))
            return chooser;
    }
    return NULL;
}

size_t
workshop_seating_count_next(struct workshop_enrolment *enrolment,
                            const struct chooser **first)
{
    size_t count = 0;

    *first = NULL;
    for (size_t i = 0; i < enrolment->choosers.count; i++) {
        const struct chooser *chooser = &enrolment->choosers.items[i];
        if (!is_in_turn(chooser) || !has_seat(enrolment, chooser))
            continue;
        *first = *first ? *first : chooser;
        count++;
        seat_survey_reserve(&enrolment->survey, chooser->category, chooser->organisation,
                            seats_of(enrolment, chooser));
    }
    return count;
}

/* Somebody with that rank, or NUMBER_NONE for a newcomer, would go before those. */
static bool
is_before(const struct chooser *chooser, int64_t rank)
{
    return is_in_turn(chooser) && (rank == NUMBER_NONE || chooser->rank < rank);
}

/* How many wait longer and lose by it: all of them where no seat is free, else those who
 * would find one now and whom it would leave none. */
static size_t
count_ahead(struct workshop_enrolment *enrolment, const struct registration *registration,
            int64_t rank, bool is_blocked, const struct chooser **first)
{
    const struct chooser_list *list = &enrolment->choosers;
    bool *given = memory_new(list->count + 1, sizeof *given);
    size_t ahead = 0;

    *first = NULL;
    for (size_t i = 0; i < list->count; i++) {
        const struct chooser *chooser = &list->items[i];
        if (!is_before(chooser, rank) || (!is_blocked && !has_seat(enrolment, chooser)))
            continue;
        *first = *first ? *first : chooser;
        ahead++;
        given[i] = true;
        seat_survey_reserve(&enrolment->survey, chooser->category, chooser->organisation,
                            seats_of(enrolment, chooser));
    }
    struct seating_verdict verdict = { 0 };
    const bool leaves_one =
        !is_blocked &&
        seat_survey_judge(
            &enrolment->survey, registration->category, registration->organisation,
            workshop_enrolment_takes(enrolment, registration->role), &verdict);
    seating_verdict_clear(&verdict);
    for (size_t i = 0; i < list->count; i++)
        if (given[i])
            seat_survey_reserve(&enrolment->survey, list->items[i].category,
                                list->items[i].organisation,
                                -seats_of(enrolment, &list->items[i]));
    free(given);
    return leaves_one ? 0 : ahead;
}

/* --- what is asked */

static void
add_full(const struct workshop_enrolment *enrolment, struct buffer *text)
{
    const struct seats *seats = &enrolment->survey.seats;

    buffer_addf(
        text,
        /* TRANSLATORS: title of a workshop, number, number */
        ngettext("“%s” is full: %lld of %lld seat taken.",
                 "“%s” is full: %lld of %lld seats taken.", (unsigned long)seats->seats),
        enrolment->workshop.title, (long long)seats->taken, (long long)seats->seats);
}

static void
say_of(const void *context, const struct seating_verdict *verdict,
       enum question_kind kind, struct buffer *text)
{
    const struct workshop_enrolment *enrolment = context;

    if (kind == QUESTION_SEAT)
        add_full(enrolment, text);
    else
        seat_survey_say_of(enrolment->at->db, verdict, kind, text);
}

void
workshop_seating_say(const struct workshop_enrolment *enrolment,
                     const struct seating_verdict *verdict, struct buffer *text)
{
    const bool is_full = seat_survey_asks(verdict, QUESTION_SEAT);

    if (is_full)
        add_full(enrolment, text);
    if (is_full && seat_survey_asks(verdict, QUESTION_QUOTA))
        buffer_add(text, "  ");
    seat_survey_say_of(enrolment->at->db, verdict, QUESTION_QUOTA, text);
}

static bool
ask_all(struct workshop_enrolment *enrolment, const struct seating_verdict *verdict,
        size_t ahead, const struct chooser *first, struct questions *questions,
        struct error *err)
{
    struct seat_asking asking = { .at = enrolment->at,
                                  .meeting = &enrolment->meeting,
                                  .questions = questions,
                                  .verdict = verdict,
                                  .say = say_of,
                                  .context = enrolment,
                                  .ahead = (int64_t)ahead,
                                  .first = first ? first->registration : 0 };
    const bool ok = seat_asking_pass(&asking, err);

    enrolment->passed = asking.passed;
    return ok;
}

bool
workshop_seating_choose(struct workshop_enrolment *enrolment,
                        const struct registration *registration,
                        struct workshop_choice *choice, bool insists,
                        struct questions *questions, struct error *err)
{
    const bool waits = choice->state == CHOICE_WAITING;
    const bool may_wait = !insists && !waits && !question_wants_seat(questions) &&
                          enrolment->meeting.waiting_list != WAITING_NONE;
    const int64_t rank = waits ? choice->rank : NUMBER_NONE;
    const int64_t wanted = workshop_enrolment_takes(enrolment, registration->role);

    enrolment->passed = (struct seat_passed){ 0 };
    struct seating_verdict verdict = { 0 };
    const bool is_free = seat_survey_judge(&enrolment->survey, registration->category,
                                           registration->organisation, wanted, &verdict);
    const struct chooser *first = NULL;
    const size_t ahead =
        wanted == 0 ? 0 : count_ahead(enrolment, registration, rank, !is_free, &first);
    bool ok = true;
    if (is_free && ahead == 0) {
        choice->state = CHOICE_SEATED;
    } else if (may_wait) {
        choice->state = CHOICE_WAITING;
        ok = workshop_choice_table_next_rank(
            enrolment->at->db, enrolment->workshop.head.id, &choice->rank, err);
    } else {
        ok = ask_all(enrolment, &verdict, ahead, first, questions, err);
        if (ok)
            choice->state = CHOICE_SEATED;
    }
    seating_verdict_clear(&verdict);
    if (ok && choice->state == CHOICE_SEATED)
        choice->rank = NUMBER_NONE;
    return ok;
}
