/* SPDX-License-Identifier: GPL-3.0-or-later */
/* turn.c - whose turn it is among those who wait (rule 4) */
#include "enrolment/turn.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"

static bool
list(struct enrolment *enrolment, enum registration_state state,
     struct waiting_list *waiting, struct error *err)
{
    return enrolment->survey.seats.state[state] <= 0 ||
           waiting_table_list(enrolment->at->db, enrolment->meeting.head.id, state,
                              waiting, err);
}

static bool
load(struct enrolment *enrolment, struct error *err)
{
    if (!enrolment->knows_waiting)
        enrolment->knows_waiting =
            list(enrolment, REGISTRATION_WAITING, &enrolment->waiting, err) &&
            list(enrolment, REGISTRATION_PENDING, &enrolment->promised, err);
    return enrolment->knows_waiting;
}

/* --- seats that are promised */

/* Whoever comes onto the list by registering has no rank; those who waited keep it. */
bool
turn_is_promised(enum registration_state state, int64_t rank)
{
    return state == REGISTRATION_PENDING && rank != NUMBER_NONE;
}

/* Counts as taken what is promised to others, or as free again. */
static void
reserve(struct enrolment *enrolment, int64_t registration, int64_t people)
{
    struct seat_survey *survey = &enrolment->survey;

    for (size_t i = 0; i < enrolment->promised.count; i++) {
        const struct waiting *promised = &enrolment->promised.items[i];
        const int64_t seats =
            seat_survey_takes(survey, REGISTRATION_ACCEPTED, promised->role) -
            seat_survey_takes(survey, REGISTRATION_PENDING, promised->role);
        if (promised->registration != registration)
            seat_survey_reserve(survey, promised->category, promised->organisation,
                                people * seats);
    }
}

/* --- turns */

/* Once accepted they may take no seat, as speakers: then nothing keeps them. */
static bool
judge(const struct enrolment *enrolment, const struct waiting *waiting,
      struct seating_verdict *verdict)
{
    const int64_t wanted =
        seat_survey_takes(&enrolment->survey, REGISTRATION_ACCEPTED, waiting->role);

    return seat_survey_judge(&enrolment->survey, waiting->category, waiting->organisation,
                             wanted, verdict);
}

static bool
waits_as(const struct enrolment *enrolment, enum registration_role role)
{
    for (size_t i = 0; i < enrolment->waiting.count; i++)
        if (enrolment->waiting.items[i].role == role)
            return true;
    return false;
}

/* A full meeting keeps everybody who would take a seat: where all would, nobody needs to
 * be looked at. */
static bool
is_full(const struct enrolment *enrolment)
{
    for (int role = 0; role < REGISTRATION_ROLE_COUNT; role++)
        if (seat_survey_takes(&enrolment->survey, REGISTRATION_ACCEPTED,
                              (enum registration_role)role) == 0 &&
            waits_as(enrolment, (enum registration_role)role))
            return false;
    return seats_free(&enrolment->survey.seats) == 0;
}

bool
turn_next(struct enrolment *enrolment, const struct waiting **next, struct error *err)
{
    struct seating_verdict verdict = { 0 };

    *next = NULL;
    if (enrolment->survey.seats.state[REGISTRATION_WAITING] <= 0)
        return true;
    if (!load(enrolment, err))
        return false;
    reserve(enrolment, 0, 1);
    const size_t count = is_full(enrolment) ? 0 : enrolment->waiting.count;
    for (size_t i = 0; !*next && i < count; i++)
        if (judge(enrolment, &enrolment->waiting.items[i], &verdict))
            *next = &enrolment->waiting.items[i];
    reserve(enrolment, 0, -1);
    seating_verdict_clear(&verdict);
    return true;
}

static void
reserve_for(struct enrolment *enrolment, const struct waiting *waiting, int64_t people)
{
    struct seat_survey *survey = &enrolment->survey;
    const int64_t seats = seat_survey_takes(survey, REGISTRATION_ACCEPTED, waiting->role);

    seat_survey_reserve(survey, waiting->category, waiting->organisation, people * seats);
}

static bool
is_one_of(const int64_t *registrations, size_t count, int64_t registration)
{
    for (size_t i = 0; i < count; i++)
        if (registrations[i] == registration)
            return true;
    return false;
}

bool
turn_reaches(struct enrolment *enrolment, const int64_t *registrations, size_t count,
             int64_t *reached, struct error *err)
{
    struct seating_verdict verdict = { 0 };

    *reached = 0;
    if (!load(enrolment, err))
        return false;
    const struct waiting_list *list = &enrolment->waiting;
    bool *seated = memory_new(list->count + 1, sizeof *seated);
    reserve(enrolment, 0, 1);
    for (size_t i = 0; *reached == 0 && i < list->count; i++) {
        const struct waiting *waiting = &list->items[i];
        seated[i] = judge(enrolment, waiting, &verdict);
        if (seated[i])
            reserve_for(enrolment, waiting, 1);
        if (seated[i] && is_one_of(registrations, count, waiting->registration))
            *reached = waiting->registration;
    }
    for (size_t i = 0; i < list->count; i++)
        if (seated[i])
            reserve_for(enrolment, &list->items[i], -1);
    reserve(enrolment, 0, -1);
    seating_verdict_clear(&verdict);
    free(seated);
    return true;
}

static bool
is_before(const struct waiting *waiting, const struct registration *registration)
{
    return registration->rank == NUMBER_NONE || waiting->rank < registration->rank;
}

static void
count_ahead(const struct waiting *waiting, int64_t *ahead, int64_t *first,
            int64_t *first_rank)
{
    if (++*ahead == 1 || waiting->rank < *first_rank) {
        *first = waiting->registration;
        *first_rank = waiting->rank;
    }
}

/* Whether the seat that is free for them was promised to somebody else. */
static bool
is_promised_away(struct enrolment *enrolment, const struct registration *registration,
                 int64_t wanted)
{
    struct seating_verdict verdict = { 0 };

    reserve(enrolment, registration->head.id, 1);
    const bool is_free = seat_survey_judge(&enrolment->survey, registration->category,
                                           registration->organisation, wanted, &verdict);
    reserve(enrolment, registration->head.id, -1);
    seating_verdict_clear(&verdict);
    return !is_free;
}

/* Whether they wait for what is taken by somebody who goes past these blocks: one of them
 * keeps both, and no limit of their own keeps them besides. */
static bool
waits_for_the_same(const struct seating_verdict *blocks, struct seating_verdict *verdict)
{
    const size_t all = verdict->count;

    seating_verdict_subtract(verdict, blocks);
    return verdict->count < all && !seat_survey_is_own_limit(verdict);
}

/* Those who wait for the same as somebody who goes past these blocks, and those who would
 * find no seat any more: whoever was before them is taken to have one. */
static void
count_behind_blocks(struct enrolment *enrolment, const struct registration *registration,
                    int64_t wanted, const struct seating_verdict *blocks, int64_t *ahead,
                    int64_t *first, int64_t *first_rank)
{
    struct seat_survey *survey = &enrolment->survey;
    const struct waiting_list *list = &enrolment->waiting;
    bool *seated = memory_new(list->count + 1, sizeof *seated);
    struct seating_verdict verdict = { 0 };
    size_t i;

    for (i = 0; i < list->count && is_before(&list->items[i], registration); i++) {
        const struct waiting *waiting = &list->items[i];
        const bool could = judge(enrolment, waiting, &verdict);
        bool loses = !could && waits_for_the_same(blocks, &verdict);
        if (could) {
            seat_survey_reserve(survey, registration->category,
                                registration->organisation, wanted);
            loses = !judge(enrolment, waiting, &verdict);
            seat_survey_reserve(survey, registration->category,
                                registration->organisation, -wanted);
        }
        if (loses)
            count_ahead(waiting, ahead, first, first_rank);
        seated[i] = could && !loses;
        if (seated[i])
            reserve_for(enrolment, waiting, 1);
    }
    while (i-- > 0)
        if (seated[i])
            reserve_for(enrolment, &list->items[i], -1);
    seating_verdict_clear(&verdict);
    free(seated);
}

static void
count_free(struct enrolment *enrolment, const struct registration *registration,
           int64_t *ahead, int64_t *first, int64_t *first_rank)
{
    const struct waiting_list *list = &enrolment->waiting;
    struct seating_verdict verdict = { 0 };

    for (size_t i = 0; i < list->count && is_before(&list->items[i], registration); i++)
        if (judge(enrolment, &list->items[i], &verdict))
            count_ahead(&list->items[i], ahead, first, first_rank);
    seating_verdict_clear(&verdict);
}

bool
turn_ahead(struct enrolment *enrolment, const struct registration *registration,
           int64_t wanted, const struct seating_verdict *blocks, int64_t *ahead,
           int64_t *first, struct error *err)
{
    const int64_t *state = enrolment->survey.seats.state;
    int64_t first_rank = 0;

    *ahead = *first = 0;
    if (state[REGISTRATION_WAITING] <= 0 && state[REGISTRATION_PENDING] <= 0)
        return true;
    if (!load(enrolment, err))
        return false;
    if (blocks->count > 0) {
        count_behind_blocks(enrolment, registration, wanted, blocks, ahead, first,
                            &first_rank);
        return true;
    }
    count_free(enrolment, registration, ahead, first, &first_rank);
    if (!is_promised_away(enrolment, registration, wanted))
        return true;
    for (size_t i = 0; i < enrolment->promised.count; i++) {
        const struct waiting *promised = &enrolment->promised.items[i];
        if (promised->registration != registration->head.id &&
            is_before(promised, registration))
            count_ahead(promised, ahead, first, &first_rank);
    }
    return true;
}

static void
leave(struct waiting_list *list, int64_t registration)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].registration == registration) {
            memmove(&list->items[i], &list->items[i + 1],
                    (list->count - i - 1) * sizeof list->items[0]);
            list->count--;
            return;
        }
}

static void
join(struct waiting_list *list, const struct registration *registration)
{
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof list->items[0]);
    list->items[list->count++] =
        (struct waiting){ .registration = registration->head.id,
                          .rank = registration->rank,
                          .category = registration->category,
                          .organisation = registration->organisation,
                          .role = registration->role };
}

/* Whoever comes onto the list comes last. */
void
turn_follow(struct enrolment *enrolment, const struct registration *before,
            const struct registration *after)
{
    if (!enrolment->knows_waiting)
        return;
    if (before && before->state == REGISTRATION_WAITING)
        leave(&enrolment->waiting, after->head.id);
    if (before && before->state == REGISTRATION_PENDING)
        leave(&enrolment->promised, after->head.id);
    if (after->state == REGISTRATION_WAITING)
        join(&enrolment->waiting, after);
    if (turn_is_promised(after->state, after->rank))
        join(&enrolment->promised, after);
}
