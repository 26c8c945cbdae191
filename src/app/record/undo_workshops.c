/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_workshops.c - is there a seat in a workshop for whoever comes back by an undo */
#include "record/undo_workshops.h"

#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
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
    const int64_t taken = count_taken(at, workshop->head.id);
    int64_t newcomers = 0;

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
