/* SPDX-License-Identifier: GPL-3.0-or-later */
/* enrolment_row.c - the row of who is on the list: begun, filled, written and told of */
#include "enrolment/enrolment_row.h"

#include <stdlib.h>

#include "answer/answer_note.h"
#include "atelier/base/fold.h"
#include "atelier/base/memory.h"
#include "atelier/domain/affiliation.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/person.h"
#include "atelier/store/person_table.h"
#include "atelier/store/registration_table.h"
#include "atelier/store/row_table.h"
#include "enrolment/turn.h"
#include "workshop/workshop_leave.h"

/* That of the day of the meeting; a sheet may be typed in afterwards of people whose post
 * is known from today on alone. */
static bool
find_post(const struct enrolment *enrolment, int64_t person, struct affiliation *post,
          struct error *err)
{
    struct database *db = enrolment->at->db;
    const struct date day = enrolment->meeting.start.date;
    const struct date today = atelier_today(enrolment->at);

    return person_table_affiliation(db, person, day, post, err) &&
           (post->head.id != 0 || date_compare(day, today) >= 0 ||
            person_table_affiliation(db, person, today, post, err));
}

bool
enrolment_row_fill(const struct enrolment *enrolment, struct registration *registration,
                   struct error *err)
{
    struct database *db = enrolment->at->db;
    struct person person;
    record_init(&person_entity, &person);
    struct affiliation post;
    record_init(&affiliation_entity, &post);
    struct organisation organisation;
    record_init(&organisation_entity, &organisation);
    bool ok = row_load(db, &person_entity, registration->person, &person, err) &&
              find_post(enrolment, registration->person, &post, err) &&
              (!post.organisation ||
               row_load(db, &organisation_entity, post.organisation, &organisation, err));
    if (ok) {
        memory_replace(&registration->family, person.family);
        memory_replace(&registration->given, person.given);
        memory_replace(&registration->function, post.function);
        registration->organisation = post.organisation;
        memory_replace(&registration->organisation_name, organisation.name);
        registration->category = organisation.category;
        free(registration->sort_key);
        registration->sort_key = fold_sort_key(person.family, person.given);
    }
    record_clear(&person_entity, &person);
    record_clear(&affiliation_entity, &post);
    record_clear(&organisation_entity, &organisation);
    return ok;
}

int64_t
enrolment_row_seats(const struct enrolment *enrolment, enum registration_state state,
                    enum registration_role role)
{
    return seat_survey_takes(&enrolment->survey, state, role);
}

/* Rule 8: whoever comes onto the list again goes on from where their calendar was. */
static bool
count_change(struct enrolment *enrolment, const struct registration *before,
             struct registration *registration, struct error *err)
{
    if (before && registration_is_live(before->state)) {
        registration_count_change(before->state, registration);
        return true;
    }
    int64_t last = NUMBER_NONE;
    if (!registration_table_sequence(enrolment->at->db, registration->meeting,
                                     registration->person, &last, err))
        return false;
    if (last != NUMBER_NONE)
        registration->ics_sequence = last + 1;
    return true;
}

bool
enrolment_row_save(struct enrolment *enrolment, const struct registration *before,
                   struct registration *registration, struct error *err)
{
    struct atelier *at = enrolment->at;
    const instant now = atelier_now(at);

    if (!count_change(enrolment, before, registration, err) ||
        !(before ? row_update(at->db, &registration_entity, registration, at->login, now,
                              err)
                 : row_insert(at->db, &registration_entity, registration, at->login, now,
                              err)))
        return false;
    if (before && registration_is_live(before->state) &&
        !registration_is_live(registration->state) &&
        !workshop_leave(at, registration->head.id, err))
        return false;
    if (before && !registration_is_live(before->state) &&
        registration_is_live(registration->state) &&
        !answers_come_back(at, registration->head.id, err))
        return false;
    seat_survey_follow(&enrolment->survey, before, registration);
    turn_follow(enrolment, before, registration);
    /* Whoever fills a hold may leave a seat to others, and so may a promised one. */
    if (enrolment->survey.limits.count > 0 ||
        (before &&
         (turn_is_promised(before->state, before->rank) ||
          enrolment_row_seats(enrolment, before->state, before->role) >
              enrolment_row_seats(enrolment, registration->state, registration->role))))
        enrolment->frees = true;
    return true;
}

void
enrolment_row_begin(struct enrolment *enrolment, struct register_outcome *outcome)
{
    *outcome = (struct register_outcome){ 0 };
    enrolment->passed = (struct seat_passed){ 0 };
}

void
enrolment_row_tell(const struct enrolment *enrolment,
                   const struct registration *registration,
                   struct register_outcome *outcome)
{
    outcome->registration = registration->head.id;
    outcome->state = registration->state;
    outcome->passed = enrolment->passed;
    outcome->seats = enrolment->survey.seats;
}

bool
enrolment_row_prepare(struct enrolment *enrolment, const struct register_request *request,
                      struct registration *registration, struct error *err)
{
    if (registration->head.id && registration->state == REGISTRATION_INVITED) {
        registration->previous_state = registration->state;
        return true;
    }
    record_clear(&registration_entity, registration);
    registration->meeting = request->meeting;
    registration->person = request->person;
    registration->role = request->role;
    registration->source = request->source;
    registration->previous_state = REGISTRATION_INVITED;
    return enrolment_row_fill(enrolment, registration, err);
}
