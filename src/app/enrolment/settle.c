/* SPDX-License-Identifier: GPL-3.0-or-later */
/* settle.c - freed seats go to those who wait (rule 4), in an act of its own */
#include "enrolment/settle.h"

#include <stdlib.h>

#include "atelier/app/display.h"
#include "atelier/base/memory.h"
#include "atelier/domain/journal.h"
#include "atelier/domain/registration.h"
#include "atelier/store/journal_table.h"
#include "atelier/store/row_table.h"
#include "atelier/store/seats_table.h"
#include "atelier/store/waiting_table.h"
#include "enrolment/enrolment.h"
#include "enrolment/seat_taking.h"
#include "enrolment/turn.h"
#include "session/operation.h"
#include "workshop/workshop_settle.h"

/* Looked at before the turn is taken: most acts have nothing to give out. */
static bool
is_needed(struct atelier *at, int64_t meeting)
{
    struct meeting row;
    struct seats seats;

    record_init(&meeting_entity, &row);
    const bool is = row_load(at->db, &meeting_entity, meeting, &row, NULL) &&
                    meeting_is_undecided(&row) && row.waiting_list != WAITING_NONE &&
                    seats_table_count(at->db, meeting, &seats, NULL) &&
                    seats.state[REGISTRATION_WAITING] > 0;
    record_clear(&meeting_entity, &row);
    return is;
}

static enum registration_state
state_for(const struct enrolment *enrolment, enum settle_how how)
{
    return how == SETTLE_AS_PLANNED &&
                   enrolment->meeting.waiting_list == WAITING_AUTOMATIC
               ? REGISTRATION_ACCEPTED
               : REGISTRATION_OFFERED;
}

static bool
give_out(struct enrolment *enrolment, enum settle_how how, struct register_given *given,
         int64_t *registration, struct error *err)
{
    const enum registration_state state = state_for(enrolment, how);
    const struct waiting *next = NULL;
    bool ok;

    while ((ok = turn_next(enrolment, &next, err)) && next) {
        const int64_t id = next->registration;
        enum registration_state got = state;
        int64_t person = 0;
        ok = enrolment_give(enrolment, id, state, &person, &got, err);
        if (!ok)
            break;
        if (given->count++ == 0) {
            given->person = person;
            given->state = got;
            *registration = id;
        }
    }
    return ok;
}

/* One person by name, several by their number. */
static void
add_summary(struct buffer *summary, const struct enrolment *enrolment,
            const struct register_given *given)
{
    if (given->count == 1) {
        display_title(enrolment->at, ENTITY_PERSON, given->person, summary);
        journal_add_where(enrolment->meeting.title, summary);
    } else {
        buffer_addf(summary, "%s (%zu)", enrolment->meeting.title, given->count);
    }
}

static bool
settle(struct enrolment *enrolment, int64_t meeting, enum settle_how how,
       struct register_given *given, struct error *err)
{
    struct atelier *at = enrolment->at;
    struct buffer summary = { 0 };
    int64_t registration = 0;

    bool ok = enrolment_open(enrolment, at, meeting, err) &&
              seat_taking_check_period(enrolment, err) &&
              give_out(enrolment, how, given, &registration, err);
    if (ok && given->count > 0)
        add_summary(&summary, enrolment, given);
    const struct operation_note note = {
        .act = ACT_REGISTRATION_PROMOTE,
        .entity = given->count == 1 ? ENTITY_REGISTRATION : ENTITY_MEETING,
        .row = given->count == 1 ? registration : meeting,
        .summary = buffer_text(&summary),
    };
    ok = operation_end(at, ok && given->count > 0, &note, err);
    buffer_clear(&summary);
    return ok;
}

/* Whoever freed the seat need not be one who may register people: the seat is given by
 * the rule, not by them. */
void
enrolment_settle(struct atelier *at, int64_t meeting, enum settle_how how,
                 struct register_given *given)
{
    struct enrolment enrolment = { .at = at };
    struct register_given got = { 0 };
    struct error ignored = { 0 };

    if (is_needed(at, meeting) && operation_begin(at, MAY_COME_IN, ROW_NONE, &ignored)) {
        if (!settle(&enrolment, meeting, how, &got, &ignored))
            got = (struct register_given){ 0 };
        enrolment_close(&enrolment);
    }
    workshop_settle_meeting(at, meeting);
    if (given)
        *given = got;
    else if (got.count > 0)
        at->given = got;
}

bool
register_given_take(struct atelier *at, struct register_given *given)
{
    *given = at->given;
    at->given = (struct register_given){ 0 };
    return !register_given_is_empty(given);
}

void
enrolment_settled_state(struct atelier *at, struct register_outcome *outcome)
{
    struct registration registration;

    record_init(&registration_entity, &registration);
    if (row_load(at->db, &registration_entity, outcome->registration, &registration,
                 NULL))
        outcome->state = registration.state;
    record_clear(&registration_entity, &registration);
}

/* --- several meetings */

struct meeting_ids {
    int64_t *items;
    size_t count;
    size_t capacity;
};

static bool
note_meeting(void *context, int64_t meeting, struct error *err)
{
    struct meeting_ids *ids = context;

    (void)err;
    ids->items =
        memory_grow(ids->items, &ids->capacity, ids->count + 1, sizeof ids->items[0]);
    ids->items[ids->count++] = meeting;
    return true;
}

void
enrolment_settle_all(struct atelier *at, struct date released)
{
    struct meeting_ids ids = { 0 };

    if (waiting_table_each_meeting(at->db, released, atelier_now(at), note_meeting, &ids,
                                   NULL))
        for (size_t i = 0; i < ids.count; i++)
            enrolment_settle(at, ids.items[i], SETTLE_AS_PLANNED, NULL);
    free(ids.items);
}

void
enrolment_settle_day(struct atelier *at)
{
    at->released_on = atelier_today(at);
    enrolment_settle_all(at, at->released_on);
}

void
register_settle_released(struct atelier *at)
{
    if (date_compare(at->released_on, atelier_today(at)) != 0 &&
        atelier_may(at, ACT_REGISTRATION_PROMOTE_NEEDS, ROW_NONE, NULL))
        enrolment_settle_day(at);
}
