/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_settle.c - freed seats of workshops go to those who wait (rule 4) */
#include "workshop/workshop_settle.h"

#include <stdlib.h>

#include "atelier/app/display.h"
#include "atelier/base/memory.h"
#include "atelier/domain/journal.h"
#include "atelier/store/row_table.h"
#include "session/operation.h"
#include "workshop/workshop_enrolment.h"
#include "workshop/workshop_seating.h"

bool
workshop_settle_gives(const struct workshop_enrolment *enrolment)
{
    return meeting_is_undecided(&enrolment->meeting) &&
           enrolment->meeting.waiting_list == WAITING_AUTOMATIC &&
           enrolment->workshop.state == WORKSHOP_PLANNED;
}

/* Whether a seat is given of itself, and there is somebody to give one to. */
static bool
is_needed(struct atelier *at, int64_t workshop)
{
    struct workshop_enrolment enrolment;
    const bool is = workshop_enrolment_load(&enrolment, at, workshop, NULL) &&
                    workshop_settle_gives(&enrolment) &&
                    workshop_seating_next(&enrolment) != NULL;

    workshop_enrolment_close(&enrolment);
    return is;
}

static bool
give(struct workshop_enrolment *enrolment, const struct chooser *next, struct error *err)
{
    struct registration registration;
    struct workshop_choice choice;

    record_init(&registration_entity, &registration);
    record_init(&workshop_choice_entity, &choice);
    bool ok =
        row_load(enrolment->at->db, &registration_entity, next->registration,
                 &registration, err) &&
        row_load(enrolment->at->db, &workshop_choice_entity, next->choice, &choice, err);
    choice.state = CHOICE_SEATED;
    choice.rank = NUMBER_NONE;
    ok = ok && workshop_enrolment_save(enrolment, &registration, &choice, err);
    record_clear(&registration_entity, &registration);
    record_clear(&workshop_choice_entity, &choice);
    return ok;
}

static bool
give_all(struct workshop_enrolment *enrolment, int64_t *person, size_t *count,
         struct error *err)
{
    const struct chooser *next;

    *count = 0;
    while ((next = workshop_seating_next(enrolment))) {
        const int64_t who = next->person;
        if (!give(enrolment, next, err))
            return false;
        if ((*count)++ == 0)
            *person = who;
    }
    return true;
}

bool
workshop_settle_within(struct atelier *at, int64_t workshop, size_t *count,
                       struct error *err)
{
    struct workshop_enrolment enrolment;
    int64_t person;
    const bool ok = workshop_enrolment_load(&enrolment, at, workshop, err) &&
                    give_all(&enrolment, &person, count, err);

    workshop_enrolment_close(&enrolment);
    return ok;
}

static void
settle(struct atelier *at, int64_t workshop, struct error *err)
{
    struct workshop_enrolment enrolment = { .at = at };
    struct buffer summary = { 0 };
    int64_t person = 0;
    size_t count = 0;

    const bool ok = workshop_enrolment_open(&enrolment, at, workshop, err) &&
                    give_all(&enrolment, &person, &count, err);
    if (count == 1) {
        display_title(at, ENTITY_PERSON, person, &summary);
        journal_add_where(enrolment.workshop.title, &summary);
    } else if (ok) {
        buffer_addf(&summary, "%s (%zu)", enrolment.workshop.title, count);
    }
    const struct operation_note note = {
        .act = ACT_WORKSHOP_PROMOTE,
        .entity = ENTITY_WORKSHOP,
        .row = workshop,
        .summary = buffer_text(&summary),
    };
    if (operation_end(at, ok && count > 0, &note, err) && at->given.count == 0)
        at->given = (struct register_given){ .count = count,
                                             .person = person,
                                             .workshop = workshop,
                                             .state = REGISTRATION_ACCEPTED };
    buffer_clear(&summary);
    workshop_enrolment_close(&enrolment);
}

/* The seat is given by the rule, not by whoever freed it. */
void
workshop_settle(struct atelier *at, int64_t workshop)
{
    struct error ignored = { 0 };

    if (is_needed(at, workshop) && operation_begin(at, MAY_COME_IN, ROW_NONE, &ignored))
        settle(at, workshop, &ignored);
}

struct workshop_ids {
    int64_t *items;
    size_t count;
    size_t capacity;
};

static bool
note_workshop(void *context, int64_t workshop, struct error *err)
{
    struct workshop_ids *ids = context;

    (void)err;
    ids->items =
        memory_grow(ids->items, &ids->capacity, ids->count + 1, sizeof ids->items[0]);
    ids->items[ids->count++] = workshop;
    return true;
}

void
workshop_settle_meeting(struct atelier *at, int64_t meeting)
{
    struct workshop_ids ids = { 0 };

    if (workshop_choice_table_each_awaited(at->db, meeting, note_workshop, &ids, NULL))
        for (size_t i = 0; i < ids.count; i++)
            workshop_settle(at, ids.items[i]);
    free(ids.items);
}
