/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_workshops.c - is there a seat in a workshop for whoever comes back by an undo */
#include "undo/undo_workshops.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/store/journal_table.h"
#include "atelier/store/row_table.h"
#include "atelier/store/workshop_table.h"
#include "workshop/workshop_double.h"
#include "workshop/workshop_enrolment.h"

static int64_t
count_taken(struct atelier *at, int64_t workshop)
{
    struct workshop_enrolment enrolment;
    const bool ok = workshop_enrolment_load(&enrolment, at, workshop, NULL);
    const int64_t taken = ok ? enrolment.survey.seats.taken : 0;

    workshop_enrolment_close(&enrolment);
    return taken;
}

bool
undo_workshops_measure(struct atelier *at, int64_t meeting,
                       struct undo_workshops *workshops, struct error *err)
{
    struct workshop_list list = { 0 };
    const bool ok = workshop_table_list(at->db, meeting, &list, err);

    for (size_t i = 0; ok && i < list.count; i++) {
        const int64_t id = list.items[i].head.id;
        workshops->items = memory_grow(workshops->items, &workshops->capacity,
                                       workshops->count + 1, sizeof workshops->items[0]);
        workshops->items[workshops->count++] = (struct undo_workshop){
            .id = id, .taken = count_taken(at, id), .seats = list.items[i].seats
        };
    }
    workshop_list_clear(&list);
    return ok;
}

/* Whether it is fuller than before, by who comes back or by seats that go. */
static bool
is_fuller(const struct undo_workshops *before, const struct workshop *workshop,
          int64_t taken)
{
    for (size_t i = 0; i < before->count; i++) {
        const struct undo_workshop *was = &before->items[i];
        if (was->id == workshop->head.id)
            return taken > was->taken || was->seats == NUMBER_NONE ||
                   was->seats > workshop->seats;
    }
    return true;
}

/* --- seats that the rule gave meanwhile */

/* A seat that the rule gave to somebody who waited, since the act, and that nobody has
 * touched after that. */
struct given_seat {
    int64_t choice;
    int64_t by; /* the act; 0: there is none */
};

static bool
find_giver(struct atelier *at, int64_t act, const struct chooser *chooser, int64_t *by,
           struct error *err)
{
    const struct field *state = entity_field(&workshop_choice_entity, "state");
    struct journal_entry since = { 0 };
    const bool ok = journal_table_moved_since(at->db, act, &workshop_choice_entity,
                                              chooser->choice, state, &since, err);

    *by = ok && since.id != 0 && strcmp(since.act, act_name(ACT_WORKSHOP_PROMOTE)) == 0
              ? since.id
              : 0;
    journal_entry_clear(&since);
    return ok;
}

/* The choice as the giving act found it. */
static bool
load_before(struct atelier *at, const struct given_seat *seat,
            struct workshop_choice *before, struct error *err)
{
    bool there = false;

    return journal_table_past(at->db, &workshop_choice_entity, seat->choice, seat->by - 1,
                              before, &there, err);
}

/* Whoever was the last in turn gives theirs back first. */
static bool
find_last_given(struct atelier *at, int64_t act, int64_t workshop,
                struct given_seat *last, struct error *err)
{
    struct chooser_list list = { 0 };
    struct workshop_choice before;
    int64_t rank = 0;
    bool ok = workshop_choice_table_of_workshop(at->db, workshop, &list, err);

    record_init(&workshop_choice_entity, &before);
    for (size_t i = 0; ok && i < list.count; i++) {
        struct given_seat seat = { .choice = list.items[i].choice };
        if (list.items[i].state != CHOICE_SEATED)
            continue;
        ok = find_giver(at, act, &list.items[i], &seat.by, err) &&
             (seat.by == 0 || load_before(at, &seat, &before, err));
        if (ok && seat.by != 0 && before.state == CHOICE_WAITING && before.rank > rank) {
            rank = before.rank;
            *last = seat;
        }
    }
    record_clear(&workshop_choice_entity, &before);
    chooser_list_clear(&list);
    return ok;
}

/* They wait again, at their place. */
static bool
put_back_to_wait(struct atelier *at, const struct given_seat *seat, struct error *err)
{
    struct workshop_choice choice;
    struct workshop_choice before;

    record_init(&workshop_choice_entity, &choice);
    record_init(&workshop_choice_entity, &before);
    bool ok = row_load(at->db, &workshop_choice_entity, seat->choice, &choice, err) &&
              load_before(at, seat, &before, err);
    choice.state = before.state;
    choice.rank = before.rank;
    ok = ok && row_update(at->db, &workshop_choice_entity, &choice, at->login,
                          atelier_now(at), err);
    record_clear(&workshop_choice_entity, &choice);
    record_clear(&workshop_choice_entity, &before);
    return ok;
}

/* No workshop makes offers: a seat that was given by the rule is in their stead. */
static bool
take_given_back(struct atelier *at, int64_t act, const struct workshop *workshop,
                const struct undo_workshops *before, int64_t *taken, struct error *err)
{
    bool ok = true;
    bool found = true;

    while (ok && found && *taken > workshop->seats &&
           is_fuller(before, workshop, *taken)) {
        struct given_seat last = { 0 };
        ok = find_last_given(at, act, workshop->head.id, &last, err);
        found = last.by != 0;
        if (ok && found) {
            ok = put_back_to_wait(at, &last, err);
            *taken = count_taken(at, workshop->head.id);
        }
    }
    return ok;
}

/* --- what is asked */

static bool
ask(struct atelier *at, int64_t meeting, const struct workshop *workshop, int64_t taken,
    struct questions *questions, struct error *err)
{
    if (!question_answer(questions, QUESTION_SEAT))
        return question_put(questions, QUESTION_SEAT, err,
                            /* TRANSLATORS: title of a workshop, number, number */
                            _("The seat in “%s” has been given away since (%lld people, "
                              "%lld seats)."),
                            workshop->title, (long long)taken,
                            (long long)workshop->seats);
    question_decide(questions, QUESTION_SEAT);
    return atelier_may(at, question_table[QUESTION_SEAT].permission,
                       (struct row_ref){ ENTITY_MEETING, meeting }, err);
}

static bool
check(struct atelier *at, int64_t act, const struct workshop *workshop,
      const struct undo_workshops *before, struct questions *questions, struct error *err)
{
    int64_t taken = count_taken(at, workshop->head.id);
    int64_t newcomers = 0;

    if (workshop->seats != NUMBER_NONE &&
        !take_given_back(at, act, workshop, before, &taken, err))
        return false;
    if (!workshop_double_check(at, workshop, err))
        return false;
    if (workshop->seats == NUMBER_NONE || taken <= workshop->seats ||
        !is_fuller(before, workshop, taken))
        return true;
    return workshop_choice_table_count_since(at->db, workshop->head.id, act, &newcomers,
                                             err) &&
           (newcomers == 0 ||
            ask(at, workshop->meeting, workshop, taken, questions, err));
}

bool
undo_workshops_check(struct atelier *at, int64_t act, int64_t meeting,
                     const struct undo_workshops *before, struct questions *questions,
                     struct error *err)
{
    struct workshop_list list = { 0 };
    bool ok = workshop_table_list(at->db, meeting, &list, err);

    for (size_t i = 0; ok && i < list.count; i++)
        ok = check(at, act, &list.items[i], before, questions, err);
    workshop_list_clear(&list);
    return ok;
}

void
undo_workshops_clear(struct undo_workshops *workshops)
{
    free(workshops->items);
    *workshops = (struct undo_workshops){ 0 };
}
