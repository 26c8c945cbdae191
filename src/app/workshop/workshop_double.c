/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_double.c - a workshop that moves seats nobody in two at once (rule 5) */
#include "workshop/workshop_double.h"

#include "atelier/base/language.h"
#include "atelier/store/row_table.h"
#include "atelier/store/workshop_choice_table.h"
#include "enrolment/seated_names.h"

bool
workshop_double_check(struct atelier *at, const struct workshop *workshop,
                      struct error *err)
{
    struct double_seats found;

    if (workshop->head.id == 0 || workshop->state == WORKSHOP_CANCELLED)
        return true;
    if (!workshop_choice_table_find_double(at->db, workshop, &found, err))
        return false;
    if (found.people == 0)
        return true;
    struct buffer who = { 0 };
    struct buffer other = { 0 };
    seated_names_add(at, found.registrations, found.people, DOUBLE_SEATS_MOST, &who);
    row_title(at->db, &workshop_entity, found.other, &other);
    error_set(
        err, ERROR_RULE,
        /* TRANSLATORS: number, names of people, a workshop, another one */
        ngettext("%zu person would sit in two workshops at once, %s, in “%s” and "
                 "“%s”: move them first.",
                 "%zu people would sit in two workshops at once, %s, in “%s” and, the "
                 "first of them, “%s”: move them first.",
                 found.people),
        found.people, buffer_text(&who), workshop->title, buffer_text(&other));
    buffer_clear(&who);
    buffer_clear(&other);
    return false;
}
