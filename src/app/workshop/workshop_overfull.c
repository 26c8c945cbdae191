/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_overfull.c - a workshop with fewer seats than people who sit there */
#include "workshop/workshop_overfull.h"

#include "atelier/base/language.h"
#include "enrolment/seated_names.h"
#include "workshop/workshop_enrolment.h"

bool
workshop_overfull_warn(struct atelier *at, const struct workshop *workshop,
                       struct buffer *text)
{
    struct workshop_enrolment enrolment;
    const bool ok = workshop_enrolment_load(&enrolment, at, workshop->head.id, NULL) &&
                    workshop->seats != NUMBER_NONE &&
                    enrolment.survey.seats.taken > workshop->seats;
    const int64_t taken = enrolment.survey.seats.taken;

    if (ok) {
        buffer_addf(text,
                    _("Seats: %lld, people who sit there: %lld.  Nobody is taken "
                      "out."),
                    (long long)workshop->seats, (long long)taken);
        seated_names_add_last(at, &(struct seated_query){ .workshop = workshop->head.id },
                              taken - workshop->seats, text);
    }
    workshop_enrolment_close(&enrolment);
    return ok;
}
