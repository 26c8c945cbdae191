/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_choice_hook.c - wishes, seats and runs of assigning are written by acts of
 * their own (workshop_seats.h, workshop_assign.h), never as a row */
#include "atelier/base/language.h"
#include "noun/noun_hook.h"

extern const struct noun_hook workshop_choice_hook;
const struct noun_hook workshop_choice_hook = {
    .refusal = N_("Wishes and seats of workshops are not typed as a row: register, "
                  "move or assign people."),
};
