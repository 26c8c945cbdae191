/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_rank.c - at which place of the waiting list somebody is whom an undo brings back
 */
#include "undo/undo_rank.h"

#include "atelier/domain/registration.h"
#include "atelier/store/journal_table.h"
#include "atelier/store/row_table.h"
#include "atelier/store/waiting_table.h"
#include "atelier/store/workshop_choice_table.h"

/* Whoever is offered or promised a seat waits again where it is taken back. */
static bool
has_place(const struct registration *registration)
{
    return registration->rank != NUMBER_NONE &&
           (registration->state == REGISTRATION_WAITING ||
            registration->state == REGISTRATION_OFFERED ||
            registration->state == REGISTRATION_PENDING);
}

static bool
give_place(struct atelier *at, struct registration *registration, struct error *err)
{
    bool is_taken = false;

    if (!waiting_table_has_rank(at->db, registration, &is_taken, err))
        return false;
    return !is_taken || (waiting_table_next_rank(at->db, registration->meeting,
                                                 &registration->rank, err) &&
                         row_update(at->db, &registration_entity, registration, at->login,
                                    atelier_now(at), err));
}

static bool
give_place_in_workshop(struct atelier *at, struct workshop_choice *choice,
                       struct error *err)
{
    bool is_taken = false;

    if (!workshop_choice_table_has_rank(at->db, choice, &is_taken, err))
        return false;
    return !is_taken || (workshop_choice_table_next_rank(at->db, choice->workshop,
                                                         &choice->rank, err) &&
                         row_update(at->db, &workshop_choice_entity, choice, at->login,
                                    atelier_now(at), err));
}

static bool
visit_choice(struct atelier *at, int64_t id, struct error *err)
{
    struct workshop_choice choice;
    bool there = false;

    record_init(&workshop_choice_entity, &choice);
    const bool ok =
        journal_table_now(at->db, &workshop_choice_entity, id, &choice, &there, err) &&
        (!there || choice.state != CHOICE_WAITING ||
         give_place_in_workshop(at, &choice, err));
    record_clear(&workshop_choice_entity, &choice);
    return ok;
}

static bool
visit_row(void *context, const struct journal_row *row, struct error *err)
{
    struct atelier *at = context;
    struct registration registration;
    bool there = false;

    if (row->entity == &workshop_choice_entity)
        return visit_choice(at, row->row, err);
    if (row->entity != &registration_entity)
        return true;
    record_init(&registration_entity, &registration);
    const bool ok =
        journal_table_now(at->db, &registration_entity, row->row, &registration, &there,
                          err) &&
        (!there || !has_place(&registration) || give_place(at, &registration, err));
    record_clear(&registration_entity, &registration);
    return ok;
}

bool
undo_rank_settle(struct atelier *at, int64_t act, struct error *err)
{
    return journal_table_each_row(at->db, act, visit_row, at, err);
}
