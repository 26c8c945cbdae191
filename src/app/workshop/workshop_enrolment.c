/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_enrolment.c - a workshop whose seats are being given: how full it is, who
 * waits
 */
#include "workshop/workshop_enrolment.h"

#include "atelier/base/language.h"
#include "atelier/domain/slot.h"
#include "atelier/store/row_table.h"
#include "atelier/store/seat_limit_table.h"
#include "atelier/store/seats_table.h"

int64_t
workshop_enrolment_takes(const struct workshop_enrolment *enrolment,
                         enum registration_role role)
{
    return seat_survey_takes(&enrolment->survey, REGISTRATION_ACCEPTED, role);
}

static void
count_choosers(struct workshop_enrolment *enrolment)
{
    for (size_t i = 0; i < enrolment->choosers.count; i++) {
        const struct chooser *chooser = &enrolment->choosers.items[i];
        if (chooser->state == CHOICE_SEATED)
            seat_survey_reserve(&enrolment->survey, chooser->category,
                                chooser->organisation,
                                workshop_enrolment_takes(enrolment, chooser->role));
    }
}

static bool
load_survey(struct workshop_enrolment *enrolment, struct error *err)
{
    struct database *db = enrolment->at->db;
    struct seat_survey *survey = &enrolment->survey;
    const int64_t workshop = enrolment->workshop.head.id;

    survey->today = atelier_today(enrolment->at);
    survey->seats.seats = enrolment->workshop.seats;
    if (!seats_table_rule(db, &survey->rule, err) ||
        !seat_limit_table_list_of_workshop(db, workshop, &survey->limits, err) ||
        !workshop_choice_table_of_workshop(db, workshop, &enrolment->choosers, err))
        return false;
    count_choosers(enrolment);
    return true;
}

bool
workshop_enrolment_load(struct workshop_enrolment *enrolment, struct atelier *at,
                        int64_t workshop, struct error *err)
{
    *enrolment = (struct workshop_enrolment){ .at = at };
    record_init(&meeting_entity, &enrolment->meeting);
    record_init(&workshop_entity, &enrolment->workshop);
    return row_load(at->db, &workshop_entity, workshop, &enrolment->workshop, err) &&
           row_load(at->db, &meeting_entity, enrolment->workshop.meeting,
                    &enrolment->meeting, err) &&
           load_survey(enrolment, err);
}

bool
workshop_enrolment_open(struct workshop_enrolment *enrolment, struct atelier *at,
                        int64_t workshop, struct error *err)
{
    if (!workshop_enrolment_load(enrolment, at, workshop, err))
        return false;
    if (!meeting_is_open(&enrolment->meeting))
        return error_set(err, ERROR_RULE,
                         _("The meeting is %s: its list does not change any more."),
                         _(meeting_states[enrolment->meeting.state].label));
    return enrolment->workshop.state == WORKSHOP_PLANNED ||
           error_set(err, ERROR_RULE, _("“%s” is cancelled: nobody gets a seat there."),
                     enrolment->workshop.title);
}

void
workshop_enrolment_close(struct workshop_enrolment *enrolment)
{
    record_clear(&meeting_entity, &enrolment->meeting);
    record_clear(&workshop_entity, &enrolment->workshop);
    seat_survey_clear(&enrolment->survey);
    chooser_list_clear(&enrolment->choosers);
}

/* --- writing */

/* The people of a workshop are few: they are read again. */
static bool
follow(struct workshop_enrolment *enrolment, struct error *err)
{
    const int64_t taken = enrolment->survey.seats.taken;

    seat_survey_clear(&enrolment->survey);
    if (!load_survey(enrolment, err))
        return false;
    if (enrolment->survey.limits.count > 0 || enrolment->survey.seats.taken < taken)
        enrolment->frees = true;
    return true;
}

bool
workshop_enrolment_save(struct workshop_enrolment *enrolment,
                        const struct registration *registration,
                        struct workshop_choice *choice, struct error *err)
{
    struct atelier *at = enrolment->at;
    const instant now = atelier_now(at);

    choice->workshop = enrolment->workshop.head.id;
    choice->registration = registration->head.id;
    return (choice->head.id
                ? row_update(at->db, &workshop_choice_entity, choice, at->login, now, err)
                : row_insert(at->db, &workshop_choice_entity, choice, at->login, now,
                             err)) &&
           follow(enrolment, err);
}

/* --- words */

void
workshop_enrolment_add_name(struct atelier *at, const struct workshop *workshop,
                            struct buffer *text)
{
    struct slot slot;

    record_init(&slot_entity, &slot);
    struct local_time start = workshop->start;
    struct local_time end = workshop->end;
    if (workshop->slot != 0 &&
        row_load(at->db, &slot_entity, workshop->slot, &slot, NULL)) {
        start = slot.start;
        end = slot.end;
    }
    /* TRANSLATORS: title of a workshop, its hours */
    buffer_addf(text, _("“%s” (%02d:%02d–%02d:%02d)"), workshop->title, start.hour,
                start.minute, end.hour, end.minute);
    record_clear(&slot_entity, &slot);
}
