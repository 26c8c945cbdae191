/* SPDX-License-Identifier: GPL-3.0-or-later */
/* seat_taking.c - whether somebody can take a seat, and what is asked before */
#include "enrolment/seat_taking.h"

#include "atelier/base/language.h"
#include "atelier/domain/registration_period.h"
#include "atelier/domain/when.h"
#include "atelier/store/row_table.h"
#include "enrolment/seat_asking.h"
#include "enrolment/turn.h"

bool
seat_taking_check_period(const struct enrolment *enrolment, struct error *err)
{
    const struct meeting *meeting = &enrolment->meeting;
    const enum registration_period period =
        registration_period_on(meeting, atelier_today(enrolment->at));
    const bool is_early = period == PERIOD_TO_COME;
    if (period == PERIOD_OPEN)
        return true;
    struct buffer day = { 0 };
    when_format_date(is_early ? meeting->opens : meeting->closes, WHEN_SHORT, &day);
    if (is_early)
        error_set(err, ERROR_RULE, _("Registration opens on %s."), buffer_text(&day));
    else
        error_set(err, ERROR_RULE,
                  _("Registration closed on %s.  Change the meeting's last day of "
                    "registration to let somebody in."),
                  buffer_text(&day));
    buffer_clear(&day);
    return false;
}

/* `wanted`: the seats that it takes anew. */
static bool
take_judged(struct enrolment *enrolment, const struct registration *registration,
            int64_t wanted, const struct seating_verdict *verdict,
            struct questions *questions, struct error *err)
{
    struct seat_asking asking = { .at = enrolment->at,
                                  .meeting = &enrolment->meeting,
                                  .questions = questions,
                                  .verdict = verdict };

    if (!turn_ahead(enrolment, registration, wanted, verdict, &asking.ahead,
                    &asking.first, err))
        return false;
    asking.ahead -= enrolment->left;
    if (!seat_asking_pass(&asking, err))
        return false;
    enrolment->passed = asking.passed;
    return true;
}

bool
seat_taking_take(struct enrolment *enrolment, const struct registration *registration,
                 int64_t more, struct questions *questions, struct error *err)
{
    if (more <= 0)
        return true;
    if (!seat_taking_check_period(enrolment, err))
        return false;
    struct seating_verdict verdict = { 0 };
    seat_survey_judge(&enrolment->survey, registration->category,
                      registration->organisation, more, &verdict);
    const bool ok = take_judged(enrolment, registration, more, &verdict, questions, err);
    seating_verdict_clear(&verdict);
    return ok;
}

/* Rule 4: a freed seat never goes to a newcomer while someone waits whom nothing keeps
 * from it. */
static bool
someone_waits(struct enrolment *enrolment, bool *waits, struct error *err)
{
    const struct waiting *next = NULL;

    *waits = false;
    if (enrolment->meeting.waiting_list == WAITING_NONE)
        return true;
    const bool ok = turn_next(enrolment, &next, err);
    *waits = next != NULL;
    return ok;
}

/* Whether this login may let the meeting keep a list of those who wait. */
static bool
may_keep_list(struct enrolment *enrolment)
{
    struct error ignored = { 0 };

    return enrolment->meeting.waiting_list == WAITING_NONE && !enrolment->insists &&
           atelier_may(enrolment->at, ACT_MEETING_CHANGE_NEEDS,
                       record_subject(&meeting_entity, &enrolment->meeting), &ignored);
}

/* Where the meeting keeps no list of those who wait, it may from now on. */
static void
offer_list(struct enrolment *enrolment, struct questions *questions,
           const struct error *refusal)
{
    if (refusal->kind == ERROR_QUESTION && refusal->question == QUESTION_SEAT &&
        may_keep_list(enrolment))
        question_offer(questions, QUESTION_SEAT, _("Keep a waiting list from now on"),
                       SEAT_KEEP_LIST);
}

/* As the sheet says, in the same act as the registration. */
static bool
keep_list(struct enrolment *enrolment, const struct questions *questions,
          struct error *err)
{
    const struct question_entry *answer = question_answer(questions, QUESTION_SEAT);
    struct atelier *at = enrolment->at;

    if (!answer || answer->value != SEAT_KEEP_LIST || !may_keep_list(enrolment))
        return true;
    enrolment->meeting.waiting_list = WAITING_PROPOSE;
    return row_update(at->db, &meeting_entity, &enrolment->meeting, at->login,
                      atelier_now(at), err);
}

bool
seat_taking_choose(struct enrolment *enrolment, struct registration *registration,
                   enum registration_state wanted, int64_t has,
                   struct questions *questions, struct error *err)
{
    const bool insisting = enrolment->insists || question_wants_seat(questions);
    const int64_t more =
        seat_survey_takes(&enrolment->survey, wanted, registration->role) - has;
    bool waits = false;

    if (more > 0 && (!seat_taking_check_period(enrolment, err) ||
                     !keep_list(enrolment, questions, err) ||
                     (!insisting && !someone_waits(enrolment, &waits, err))))
        return false;
    struct error refusal = { 0 };
    if (!waits && seat_taking_take(enrolment, registration, more, questions, &refusal)) {
        registration->state = wanted;
        return true;
    }
    const bool is_blocked = waits || question_means_no_seat(&refusal);
    if (is_blocked && !insisting && enrolment->meeting.waiting_list != WAITING_NONE) {
        registration->state = REGISTRATION_WAITING;
        return waiting_table_next_rank(enrolment->at->db, enrolment->meeting.head.id,
                                       &registration->rank, err);
    }
    offer_list(enrolment, questions, &refusal);
    if (err)
        *err = refusal;
    return false;
}

/* The seat is there: what is asked is what the exchange makes worse.  Whom it was not
 * meant for comes to it as anybody does: in time, and after those who wait longer for
 * what it passes; who waits for something else loses nothing. */
bool
seat_taking_exchange(struct enrolment *enrolment, const struct registration *left,
                     const struct registration *registration, struct questions *questions,
                     struct error *err)
{
    const struct seat_survey *survey = &enrolment->survey;
    const int64_t wanted =
        seat_survey_takes(survey, registration->state, registration->role);
    struct seating_verdict before = { 0 };
    struct seating_verdict verdict = { 0 };

    seat_survey_judge(survey, left->category, left->organisation, wanted, &before);
    seat_survey_judge(survey, registration->category, registration->organisation, wanted,
                      &verdict);
    seating_verdict_subtract(&verdict, &before);
    const bool ok = verdict.count == 0 ||
                    (seat_taking_check_period(enrolment, err) &&
                     take_judged(enrolment, registration, 0, &verdict, questions, err));
    seating_verdict_clear(&before);
    seating_verdict_clear(&verdict);
    return ok;
}
