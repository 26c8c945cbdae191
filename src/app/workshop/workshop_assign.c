/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_assign.c - seats in workshops by wishes, for a whole meeting, in one act */
#include "atelier/app/workshop_assign.h"

#include <stdlib.h>

#include "atelier/base/identifier.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/assigning.h"
#include "atelier/store/row_table.h"
#include "atelier/store/workshop_table.h"
#include "session/operation.h"
#include "workshop/workshop_assign_input.h"
#include "workshop/workshop_assign_order.h"
#include "workshop/workshop_enrolment.h"
#include "workshop/workshop_settle.h"

/* Some of those who chose a workshop, once for each. */
struct people {
    int64_t *ids;
    size_t count;
};

struct assigning_work {
    struct atelier *at;
    const struct workshop_assign_request *request;
    struct workshop_assign_result *result;
    struct meeting meeting;
    struct chooser_list choosers;
    struct people people; /* who gets a seat */
};

void
workshop_assign_clear(struct workshop_assign_result *result)
{
    assignment_clear(&result->assignment);
    workshop_list_clear(&result->workshops);
    free(result->came);
    *result = (struct workshop_assign_result){ 0 };
}

/* --- what is there */

static bool
has_wish(const struct chooser_list *choosers)
{
    for (size_t i = 0; i < choosers->count; i++)
        if (choosers->items[i].wish != NUMBER_NONE &&
            choosers->items[i].state != CHOICE_WITHDRAWN)
            return true;
    return false;
}

static bool
load(struct assigning_work *work, struct error *err)
{
    struct database *db = work->at->db;
    const int64_t meeting = work->request->meeting;

    if (!row_load(db, &meeting_entity, meeting, &work->meeting, err) ||
        !workshop_table_list(db, meeting, &work->result->workshops, err) ||
        !workshop_choice_table_of_meeting(db, meeting, &work->choosers, err))
        return false;
    if (!meeting_is_open(&work->meeting))
        return error_set(err, ERROR_RULE,
                         _("The meeting is %s: its list does not change any more."),
                         _(meeting_states[work->meeting.state].label));
    if (work->result->workshops.count == 0)
        return error_set(err, ERROR_RULE, _("The meeting has no workshop yet."));
    return has_wish(&work->choosers) ||
           error_set(err, ERROR_RULE,
                     _("Nobody has wished for a workshop of this meeting yet."));
}

/* People, not wishes: those of one stand together by their registration alone. */
static size_t
count_outside(const struct chooser_list *choosers)
{
    size_t count = 0;

    for (size_t i = 0; i < choosers->count; i++) {
        const struct chooser *chooser = &choosers->items[i];
        bool is_first = chooser->wish != NUMBER_NONE && chooser->state == CHOICE_WISHED &&
                        chooser->standing != REGISTRATION_ACCEPTED;
        for (size_t j = 0; is_first && j < i; j++)
            is_first = choosers->items[j].registration != chooser->registration ||
                       choosers->items[j].wish == NUMBER_NONE;
        count += is_first ? 1 : 0;
    }
    return count;
}

/* --- how many people */

static void
add_person(struct people *people, int64_t person)
{
    people->ids[people->count++] = person;
}

static int
compare_ids(const void *a, const void *b)
{
    const int64_t *x = a;
    const int64_t *y = b;

    return (*x > *y) - (*x < *y);
}

/* Each once; they are forgotten by it. */
static size_t
count_people(struct people *people)
{
    size_t count = 0;

    qsort(people->ids, people->count, sizeof *people->ids, compare_ids);
    for (size_t i = 0; i < people->count; i++)
        count += i == 0 || people->ids[i] != people->ids[i - 1] ? 1 : 0;
    people->count = 0;
    return count;
}

static size_t
count_sitting(struct assigning_work *work)
{
    for (size_t i = 0; i < work->choosers.count; i++)
        if (work->choosers.items[i].state == CHOICE_SEATED)
            add_person(&work->people, work->choosers.items[i].person);
    return count_people(&work->people);
}

static size_t
count_without(struct assigning_work *work)
{
    const struct assignment *assignment = &work->result->assignment;

    for (size_t i = 0; i < assignment->place_count; i++)
        if (assignment->places[i].workshop == 0)
            add_person(&work->people, assignment->places[i].person);
    return count_people(&work->people);
}

static bool
is_seated(const struct chooser_list *choosers, int64_t choice)
{
    for (size_t i = 0; i < choosers->count; i++)
        if (choosers->items[i].choice == choice)
            return choosers->items[i].state == CHOICE_SEATED;
    return false;
}

/* Those who waited, and sit now. */
static bool
note_waited(struct assigning_work *work, struct error *err)
{
    struct workshop_assign_result *result = work->result;
    struct chooser_list now = { 0 };
    const bool ok =
        workshop_choice_table_of_meeting(work->at->db, work->request->meeting, &now, err);

    result->waited = 0;
    result->came = memory_new(work->choosers.count, sizeof *result->came);
    for (size_t i = 0; ok && i < work->choosers.count; i++) {
        const struct chooser *chooser = &work->choosers.items[i];
        if (chooser->state != CHOICE_WAITING || !is_seated(&now, chooser->choice))
            continue;
        add_person(&work->people, chooser->person);
        result->came[result->waited++] =
            (struct workshop_assign_came){ chooser->person, chooser->workshop };
    }
    chooser_list_clear(&work->choosers);
    work->choosers = now;
    return ok;
}

/* Rule 4: whoever waits for a workshop comes before those who only wish for it. */
static bool
seat_waiting(struct assigning_work *work, struct error *err)
{
    const struct workshop_list *list = &work->result->workshops;

    for (size_t i = 0; i < list->count; i++) {
        size_t count = 0;
        if (list->items[i].state == WORKSHOP_PLANNED &&
            !workshop_settle_within(work->at, list->items[i].head.id, &count, err))
            return false;
        work->result->waited += count;
    }
    return work->result->waited == 0 || note_waited(work, err);
}

/* --- what is written */

static bool
set_state(struct assigning_work *work, int64_t choice, enum workshop_choice_state state,
          struct error *err)
{
    struct atelier *at = work->at;
    struct workshop_choice row;
    record_init(&workshop_choice_entity, &row);
    bool ok = row_load(at->db, &workshop_choice_entity, choice, &row, err);
    row.state = state;
    row.rank = NUMBER_NONE;
    ok = ok && row_update(at->db, &workshop_choice_entity, &row, at->login,
                          atelier_now(at), err);
    record_clear(&workshop_choice_entity, &row);
    return ok;
}

static const struct chooser *
find_chooser(const struct assigning_work *work, int64_t person, int64_t workshop)
{
    for (size_t i = 0; i < work->choosers.count; i++)
        if (work->choosers.items[i].person == person &&
            work->choosers.items[i].workshop == workshop)
            return &work->choosers.items[i];
    return NULL;
}

static bool
slot_is(const struct assigning_work *work, int64_t workshop, int64_t slot)
{
    const struct workshop_list *list = &work->result->workshops;

    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].head.id == workshop)
            return list->items[i].slot == slot;
    return false;
}

/* Whoever sat by a wish of that list, and does not any more, only wishes again. */
static bool
leave_others(struct assigning_work *work, const struct assignment_place *place,
             bool *moved, struct error *err)
{
    bool ok = true;

    for (size_t i = 0; ok && i < work->choosers.count; i++) {
        const struct chooser *chooser = &work->choosers.items[i];
        if (chooser->person != place->person || chooser->state != CHOICE_SEATED ||
            chooser->wish == NUMBER_NONE || chooser->workshop == place->workshop ||
            !slot_is(work, chooser->workshop, place->slot))
            continue;
        *moved = true;
        ok = set_state(work, chooser->choice, CHOICE_WISHED, err);
    }
    return ok;
}

static bool
write_place(struct assigning_work *work, const struct assignment_place *place,
            struct error *err)
{
    bool moved = false;

    if (work->request->moves && !place->stays && !leave_others(work, place, &moved, err))
        return false;
    work->result->moved += moved ? 1 : 0;
    if (place->workshop == 0) {
        work->result->unseated++;
        return true;
    }
    const struct chooser *chooser = find_chooser(work, place->person, place->workshop);
    if (place->stays || !chooser || chooser->state == CHOICE_SEATED)
        return true;
    work->result->seated++;
    add_person(&work->people, place->person);
    return set_state(work, chooser->choice, CHOICE_SEATED, err);
}

static bool
write_places(struct assigning_work *work, struct error *err)
{
    const struct assignment *assignment = &work->result->assignment;
    bool ok = true;

    for (size_t i = 0; ok && i < assignment->place_count; i++)
        ok = write_place(work, &assignment->places[i], err);
    work->result->seated += work->result->waited;
    work->result->people = count_people(&work->people);
    work->result->without = count_without(work);
    return ok;
}

static bool
write_run(struct assigning_work *work, struct error *err)
{
    struct atelier *at = work->at;
    const struct workshop_assign_result *result = work->result;
    struct assigning run;

    record_init(&assigning_entity, &run);
    run.meeting = work->request->meeting;
    run.seed = result->seed;
    run.seated = (int64_t)result->seated;
    run.unseated = (int64_t)result->unseated;
    run.proven = result->assignment.proven;
    const bool ok =
        row_insert(at->db, &assigning_entity, &run, at->login, atelier_now(at), err);
    record_clear(&assigning_entity, &run);
    return ok;
}

/* --- the act */

static bool
assign(struct assigning_work *work, struct error *err)
{
    struct workshop_assign_result *result = work->result;
    struct assign_input input = { 0 };

    if (!load(work, err))
        return false;
    work->people.ids = memory_new(work->choosers.count, sizeof *work->people.ids);
    result->sitting = count_sitting(work);
    if (!seat_waiting(work, err))
        return false;
    result->outside = count_outside(&work->choosers);
    bool ok = assign_input_make(work->at, &result->workshops, &work->choosers,
                                work->request->moves, result->seed, &input, err);
    if (ok)
        assignment_make(&input.given, &result->assignment);
    assign_input_clear(&input);
    return ok &&
           assign_order_by_name(work->at, work->request->meeting, &result->assignment,
                                err) &&
           write_places(work, err) && write_run(work, err);
}

bool
workshop_assign(struct atelier *at, const struct workshop_assign_request *request,
                struct workshop_assign_result *result, struct error *err)
{
    struct assigning_work work = { .at = at, .request = request, .result = result };

    result->seed = request->seed ? request->seed : number_draw();
    if (!operation_begin(at, ACT_WORKSHOP_ASSIGN_NEEDS,
                         (struct row_ref){ ENTITY_MEETING, request->meeting }, err))
        return false;
    record_init(&meeting_entity, &work.meeting);
    const bool ok = assign(&work, err);
    const bool writes =
        ok && !request->dry_run && (result->seated > 0 || result->moved > 0);
    struct buffer summary = { 0 };
    if (ok)
        buffer_addf(&summary, "%s (%zu)", work.meeting.title, result->seated);
    const struct operation_note note = {
        .act = ACT_WORKSHOP_ASSIGN,
        .entity = ENTITY_MEETING,
        .row = request->meeting,
        .summary = buffer_text(&summary),
    };
    const bool written = operation_end(at, writes, &note, err);
    buffer_clear(&summary);
    record_clear(&meeting_entity, &work.meeting);
    chooser_list_clear(&work.choosers);
    free(work.people.ids);
    return written || (ok && !writes);
}
