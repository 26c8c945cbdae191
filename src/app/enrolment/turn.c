/* SPDX-License-Identifier: GPL-3.0-or-later */
/* turn.c - whose turn it is among those who wait (rule 4) */
#include "enrolment/turn.h"

#include <string.h>

#include "atelier/base/memory.h"

static bool
load(struct enrolment *enrolment, struct error *err)
{
    if (enrolment->knows_waiting)
        return true;
    enrolment->knows_waiting =
        waiting_table_list(enrolment->at->db, enrolment->meeting.head.id,
                           REGISTRATION_WAITING, &enrolment->waiting, err);
    return enrolment->knows_waiting;
}

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
    if (is_full(enrolment))
        return true;
    for (size_t i = 0; !*next && i < enrolment->waiting.count; i++)
        if (judge(enrolment, &enrolment->waiting.items[i], &verdict))
            *next = &enrolment->waiting.items[i];
    seating_verdict_clear(&verdict);
    return true;
}

bool
turn_ahead(struct enrolment *enrolment, int64_t rank, bool is_free, int64_t *ahead,
           int64_t *first, struct error *err)
{
    struct seating_verdict verdict = { 0 };

    *ahead = *first = 0;
    if (enrolment->survey.seats.state[REGISTRATION_WAITING] <= 0)
        return true;
    if (!load(enrolment, err))
        return false;
    for (size_t i = 0; i < enrolment->waiting.count; i++) {
        const struct waiting *waiting = &enrolment->waiting.items[i];
        if (rank != NUMBER_NONE && waiting->rank >= rank)
            break;
        if (!judge(enrolment, waiting, &verdict) &&
            (is_free || seat_survey_is_own_limit(&verdict)))
            continue;
        if (++*ahead == 1)
            *first = waiting->registration;
    }
    seating_verdict_clear(&verdict);
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

/* Whoever comes onto the list comes last. */
void
turn_follow(struct enrolment *enrolment, const struct registration *before,
            const struct registration *after)
{
    struct waiting_list *list = &enrolment->waiting;

    if (!enrolment->knows_waiting)
        return;
    if (before && before->state == REGISTRATION_WAITING)
        leave(list, after->head.id);
    if (after->state != REGISTRATION_WAITING)
        return;
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof list->items[0]);
    list->items[list->count++] = (struct waiting){ .registration = after->head.id,
                                                   .rank = after->rank,
                                                   .category = after->category,
                                                   .organisation = after->organisation,
                                                   .role = after->role };
}
