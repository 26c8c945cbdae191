/* SPDX-License-Identifier: GPL-3.0-or-later */
/* browse_workshops.c - the workshops of a meeting, and what a person chose among them */
#include "atelier/app/browse_workshops.h"

#include "atelier/app/register.h"
#include "atelier/store/workshop_table.h"
#include "workshop/workshop_enrolment.h"

bool
browse_workshops(struct atelier *at, int64_t meeting, struct workshop_list *list,
                 struct error *err)
{
    return atelier_may(at, MAY_READ_DAY, (struct row_ref){ ENTITY_MEETING, meeting },
                       err) &&
           workshop_table_list(at->db, meeting, list, err);
}

bool
browse_choices(struct atelier *at, int64_t meeting, int64_t person,
               struct workshop_choice_list *list, struct error *err)
{
    int64_t registration;

    return register_find(at, meeting, person, &registration, err) &&
           workshop_choice_table_of_registration(at->db, registration, list, err);
}

void
browse_workshop_name(struct atelier *at, const struct workshop *workshop,
                     struct buffer *text)
{
    workshop_enrolment_add_name(at, workshop, text);
}
