/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_enrolment.h - a workshop whose seats are being given: how full it is, who
 * waits
 *
 * Loaded inside the transaction, and kept right with each choice that is written there.
 */
#ifndef ATELIER_APP_WORKSHOP_ENROLMENT_H
#define ATELIER_APP_WORKSHOP_ENROLMENT_H

#include "atelier/app/seat_passed.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/workshop.h"
#include "atelier/store/workshop_choice_table.h"
#include "enrolment/seat_survey.h"
#include "session/session.h"

struct workshop_enrolment {
    struct atelier *at;
    struct meeting meeting;
    struct workshop workshop;
    struct seat_survey survey; /* of the workshop */
    struct chooser_list choosers;
    struct seat_passed passed; /* of the present person */
    bool frees;                /* a seat became free, by anybody of the act */
};

/* To look at. */
bool workshop_enrolment_load(struct workshop_enrolment *enrolment, struct atelier *at,
                             int64_t workshop, struct error *err);
/* ERROR_RULE when the meeting does not change any more or the workshop is called off. */
bool workshop_enrolment_open(struct workshop_enrolment *enrolment, struct atelier *at,
                             int64_t workshop, struct error *err);
void workshop_enrolment_close(struct workshop_enrolment *enrolment);

/* 1 or 0. */
int64_t workshop_enrolment_takes(const struct workshop_enrolment *enrolment,
                                 enum registration_role role);

/* Writes the choice of that registration, new when its id is 0. */
bool workshop_enrolment_save(struct workshop_enrolment *enrolment,
                             const struct registration *registration,
                             struct workshop_choice *choice, struct error *err);

/* "Title, 9:30–12:30" */
void workshop_enrolment_add_name(struct atelier *at, const struct workshop *workshop,
                                 struct buffer *text);

#endif
