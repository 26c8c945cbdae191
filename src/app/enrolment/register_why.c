/* SPDX-License-Identifier: GPL-3.0-or-later */
/* register_why.c - why somebody has no seat yet, or would find none, as `registration
 * why` tells, and who comes instead */
#include <inttypes.h>

#include "atelier/app/register.h"
#include "atelier/base/language.h"
#include "atelier/store/registration_table.h"
#include "atelier/store/row_table.h"
#include "enrolment/enrolment_row.h"
#include "enrolment/seat_taking.h"
#include "enrolment/turn.h"

/* "Number 2 of 5 on the waiting list." */
static bool
add_place(struct enrolment *enrolment, const struct registration *registration,
          struct register_reasons *reasons, struct error *err)
{
    struct waiting_list list = { 0 };
    const bool ok = waiting_table_list(enrolment->at->db, enrolment->meeting.head.id,
                                       REGISTRATION_WAITING, &list, err);

    for (size_t i = 0; ok && reasons->place == 0 && i < list.count; i++)
        if (list.items[i].registration == registration->head.id)
            reasons->place = i + 1;
    reasons->waiting = list.count;
    if (reasons->place > 0)
        buffer_addf(&reasons->text, _("Number %zu of %zu on the waiting list."),
                    reasons->place, reasons->waiting);
    waiting_list_clear(&list);
    return ok;
}

static bool
add_substitute(struct enrolment *enrolment, const struct registration *registration,
               struct buffer *text, struct error *err)
{
    struct registration other;
    struct buffer name = { 0 };

    record_init(&registration_entity, &other);
    bool ok = registration_is_live(registration->state) ||
              registration_table_substitute(enrolment->at->db, registration->head.id,
                                            &other, err);
    if (other.head.id) {
        registration_entity.title(&other, &name);
        buffer_add(text, "  ");
        buffer_addf(text, _("%s comes in their place (%s)."), buffer_text(&name),
                    _(registration_states[other.state].label));
    }
    if (ok && registration->substitute_for) {
        buffer_reset(&name);
        row_title(enrolment->at->db, &registration_entity, registration->substitute_for,
                  &name);
        buffer_add(text, "  ");
        buffer_addf(text, _("In the place of %s."), buffer_text(&name));
    }
    buffer_clear(&name);
    record_clear(&registration_entity, &other);
    return ok;
}

static void
add_state_name(const struct registration *registration, struct buffer *text)
{
    buffer_addf(text, _("On the list as: %s."),
                _(registration_states[registration->state].label));
}

/* The days bind a yes, too: what is to be done, or who may do it. */
static void
add_closed(struct enrolment *enrolment, struct buffer *text)
{
    struct error closed = { 0 };
    struct error who = { 0 };

    if (seat_taking_check_period(enrolment, &closed))
        return;
    buffer_add(text, "  ");
    buffer_addf(text, _("Today they cannot accept it: %s"), closed.message);
    if (!atelier_may(enrolment->at, ACT_MEETING_CHANGE_NEEDS,
                     record_subject(&meeting_entity, &enrolment->meeting), &who))
        buffer_addf(text, "  %s", who.message);
}

/* Who comes is said where it can still change. */
static bool
add_state(struct enrolment *enrolment, const struct registration *registration,
          struct register_reasons *reasons, struct error *err)
{
    struct buffer *text = &reasons->text;
    reasons->state = registration->state;
    if (!meeting_is_open(&enrolment->meeting) &&
        registration->state != REGISTRATION_WAITING) {
        add_state_name(registration, text);
        return true;
    }
    switch (registration->state) {
    case REGISTRATION_WAITING:
        return add_place(enrolment, registration, reasons, err);
    case REGISTRATION_OFFERED:
        buffer_add(text, _("A seat is offered, and held until they answer."));
        add_closed(enrolment, text);
        break;
    case REGISTRATION_ACCEPTED:
        buffer_add(text, _("They come."));
        break;
    default:
        add_state_name(registration, text);
        break;
    }
    return true;
}

/* Whom a yes by hand would overtake, whether something is full or not. */
static void
add_ahead(struct enrolment *enrolment, const struct registration *registration,
          struct register_reasons *reasons, struct buffer *why)
{
    struct error ignored = { 0 };
    struct buffer name = { 0 };
    int64_t ahead = 0;
    int64_t first = 0;

    if (!turn_ahead(enrolment, registration,
                    seat_survey_takes(&enrolment->survey, REGISTRATION_ACCEPTED,
                                      registration->role),
                    &reasons->verdict, &ahead, &first, &ignored) ||
        ahead == 0)
        return;
    reasons->ahead = (size_t)ahead;
    row_title(enrolment->at->db, &registration_entity, first, &name);
    if (why->length > 0)
        buffer_add(why, "  ");
    buffer_addf(why,
                ngettext("%lld person waits longer: %s.",
                         "%lld people wait longer, %s first.", (unsigned long)ahead),
                (long long)ahead, buffer_text(&name));
    buffer_clear(&name);
}

/* What keeps them from a seat now: the day, or what is full. */
static void
add_blockers(struct enrolment *enrolment, const struct registration *registration,
             struct register_reasons *reasons)
{
    const struct seat_survey *survey = &enrolment->survey;
    struct buffer why = { 0 };
    struct error closed = { 0 };

    if (!meeting_is_undecided(&enrolment->meeting)) {
        buffer_add(&reasons->text, "  ");
        buffer_addf(&reasons->text,
                    _("The meeting is %s: seats are given by hand alone."),
                    _(meeting_states[enrolment->meeting.state].label));
    }
    if (!seat_taking_check_period(enrolment, &closed))
        buffer_add(&why, closed.message);
    seat_survey_judge(
        survey, registration->category, registration->organisation,
        seat_survey_takes(survey, REGISTRATION_ACCEPTED, registration->role),
        &reasons->verdict);
    seat_survey_say(enrolment->at->db, &reasons->verdict, &why);
    add_ahead(enrolment, registration, reasons, &why);
    if (why.length == 0)
        buffer_add(&why, _("Nothing keeps them from a seat."));
    buffer_addf(&reasons->text, "  %s", buffer_text(&why));
    buffer_clear(&why);
}

/* Whoever asks is told so, as whoever writes is refused. */
static void
add_end(const struct enrolment *enrolment, struct buffer *text)
{
    buffer_add(text, "  ");
    buffer_addf(text, _("The meeting is %s: its list does not change any more."),
                _(meeting_states[enrolment->meeting.state].label));
}

static bool
wants_seat(const struct enrolment *enrolment, const struct registration *registration)
{
    return seat_survey_takes(&enrolment->survey, registration->state,
                             registration->role) == 0 &&
           registration->state != REGISTRATION_ACCEPTED &&
           registration->state != REGISTRATION_SUBSTITUTED;
}

void
register_reasons_clear(struct register_reasons *reasons)
{
    seating_verdict_clear(&reasons->verdict);
    buffer_clear(&reasons->text);
    *reasons = (struct register_reasons){ 0 };
}

bool
register_why(struct atelier *at, int64_t id, struct register_reasons *reasons,
             struct error *err)
{
    register_reasons_clear(reasons);
    struct registration registration;
    struct enrolment enrolment = { .at = at };

    record_init(&registration_entity, &registration);
    bool ok =
        atelier_may(at, MAY_READ, session_subject(at, ENTITY_REGISTRATION, id), err) &&
        row_load(at->db, &registration_entity, id, &registration, err) &&
        enrolment_load(&enrolment, at, registration.meeting, err) &&
        add_state(&enrolment, &registration, reasons, err) &&
        add_substitute(&enrolment, &registration, &reasons->text, err);
    if (ok && !meeting_is_open(&enrolment.meeting))
        add_end(&enrolment, &reasons->text);
    else if (ok && wants_seat(&enrolment, &registration)) {
        if (!registration_is_live(registration.state))
            registration.rank = NUMBER_NONE; /* whoever comes back comes last */
        add_blockers(&enrolment, &registration, reasons);
    }
    enrolment_close(&enrolment);
    record_clear(&registration_entity, &registration);
    return ok;
}

bool
register_why_newcomer(struct atelier *at, int64_t meeting, int64_t person,
                      struct register_reasons *reasons, struct error *err)
{
    register_reasons_clear(reasons);
    struct registration registration;
    struct enrolment enrolment = { .at = at };

    record_init(&registration_entity, &registration);
    registration.meeting = meeting;
    registration.person = person;
    const bool ok =
        atelier_may(at, MAY_READ, (struct row_ref){ ENTITY_MEETING, meeting }, err) &&
        enrolment_load(&enrolment, at, meeting, err) &&
        enrolment_row_fill(&enrolment, &registration, err);
    if (ok) {
        reasons->waiting = (size_t)enrolment.survey.seats.state[REGISTRATION_WAITING];
        buffer_add(&reasons->text, _("This person is not on the list."));
    }
    if (ok && !meeting_is_open(&enrolment.meeting))
        add_end(&enrolment, &reasons->text);
    else if (ok)
        add_blockers(&enrolment, &registration, reasons);
    enrolment_close(&enrolment);
    record_clear(&registration_entity, &registration);
    return ok;
}
