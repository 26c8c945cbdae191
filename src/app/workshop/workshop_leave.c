/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_leave.c - whoever leaves the list of a meeting leaves its workshops */
#include "workshop/workshop_leave.h"

#include "atelier/store/row_table.h"
#include "atelier/store/workshop_choice_table.h"

static bool
has_place(const struct workshop_choice *choice)
{
    return choice->state == CHOICE_SEATED || choice->state == CHOICE_WAITING;
}

bool
workshop_leave(struct atelier *at, int64_t registration, struct error *err)
{
    struct workshop_choice_list list = { 0 };
    bool ok = workshop_choice_table_of_registration(at->db, registration, &list, err);
    for (size_t i = 0; ok && i < list.count; i++) {
        struct workshop_choice *choice = &list.items[i];
        if (!has_place(choice))
            continue;
        workshop_choice_give_up(choice);
        ok = row_update(at->db, &workshop_choice_entity, choice, at->login,
                        atelier_now(at), err);
    }
    workshop_choice_list_clear(&list);
    return ok;
}

static bool
take_over(struct atelier *at, const struct workshop_choice *from, int64_t registration,
          struct error *err)
{
    struct workshop_choice choice;
    record_init(&workshop_choice_entity, &choice);
    bool ok =
        workshop_choice_table_find(at->db, from->workshop, registration, &choice, err);
    if (ok && !(choice.head.id != 0 && has_place(&choice))) {
        choice.workshop = from->workshop;
        choice.registration = registration;
        choice.state = from->state;
        choice.rank = from->rank;
        ok = choice.head.id ? row_update(at->db, &workshop_choice_entity, &choice,
                                         at->login, atelier_now(at), err)
                            : row_insert(at->db, &workshop_choice_entity, &choice,
                                         at->login, atelier_now(at), err);
    }
    record_clear(&workshop_choice_entity, &choice);
    return ok;
}

bool
workshop_inherit(struct atelier *at, const struct workshop_choice_list *choices,
                 int64_t registration, struct error *err)
{
    bool ok = true;

    for (size_t i = 0; ok && i < choices->count; i++)
        if (has_place(&choices->items[i]))
            ok = take_over(at, &choices->items[i], registration, err);
    return ok;
}
