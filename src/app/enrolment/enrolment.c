/* SPDX-License-Identifier: GPL-3.0-or-later */
/* enrolment.c - the one way to a seat (rules 1 to 4) */
#include "enrolment/enrolment.h"

#include <stdlib.h>

#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/affiliation.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/person.h"
#include "atelier/domain/when.h"
#include "atelier/store/person_table.h"
#include "atelier/store/registration_table.h"
#include "atelier/store/row_table.h"
#include "enrolment/turn.h"

bool
enrolment_open(struct enrolment *enrolment, struct atelier *at, int64_t meeting,
               struct error *err)
{
    *enrolment = (struct enrolment){ .at = at };
    record_init(&meeting_entity, &enrolment->meeting);
    if (!row_load(at->db, &meeting_entity, meeting, &enrolment->meeting, err) ||
        !seat_survey_load(&enrolment->survey, at->db, meeting, atelier_today(at), err))
        return false;
    return meeting_is_open(&enrolment->meeting) ||
           error_set(err, ERROR_RULE,
                     _("The meeting is %s: its list does not change any more."),
                     _(meeting_states[enrolment->meeting.state].label));
}

void
enrolment_close(struct enrolment *enrolment)
{
    record_clear(&meeting_entity, &enrolment->meeting);
    seat_survey_clear(&enrolment->survey);
    waiting_list_clear(&enrolment->waiting);
    enrolment->knows_waiting = false;
}

/* Name, organisation and function as they are now: what sheets will show (rule 7). */
static bool
copy_person(struct enrolment *enrolment, struct registration *registration,
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
              person_table_affiliation(db, registration->person,
                                       enrolment->meeting.start.date, &post, err) &&
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

bool
enrolment_check_period(const struct enrolment *enrolment, struct error *err)
{
    struct date today = atelier_today(enrolment->at);
    const struct meeting *meeting = &enrolment->meeting;
    const bool is_early =
        !date_is_none(meeting->opens) && date_compare(today, meeting->opens) < 0;
    const bool is_late =
        !date_is_none(meeting->closes) && date_compare(today, meeting->closes) > 0;
    if (!is_early && !is_late)
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

/* --- what may have to be asked */

/* The answer of the sheet, when the login may give it. */
static bool
accept_answer(struct enrolment *enrolment, enum question_kind kind, struct error *err)
{
    return atelier_may(enrolment->at, question_table[kind].permission,
                       record_subject(&meeting_entity, &enrolment->meeting), err);
}

/* Whether something of what blocks is a matter of that question; asks it, unless the
 * sheet answers it. */
static bool
pass_blockers(struct enrolment *enrolment, const struct seating_verdict *verdict,
              enum question_kind kind, struct questions *questions, bool *passes,
              struct error *err)
{
    *passes = seat_survey_asks(verdict, kind);
    if (!*passes)
        return true;
    if (question_answer(questions, kind))
        return accept_answer(enrolment, kind, err);
    struct buffer sentence = { 0 };
    seat_survey_say_of(enrolment->at->db, verdict, kind, &sentence);
    question_put(questions, kind, err, "%s", buffer_text(&sentence));
    buffer_clear(&sentence);
    return false;
}

static bool
ask_turn(struct enrolment *enrolment, int64_t ahead, int64_t first,
         struct questions *questions, struct error *err)
{
    struct buffer name = { 0 };

    row_title(enrolment->at->db, &registration_entity, first, &name);
    question_put(questions, QUESTION_OVERTAKE, err,
                 ngettext("%lld person waits longer: %s.",
                          "%lld people wait longer, %s first.", (unsigned long)ahead),
                 (long long)ahead, buffer_text(&name));
    buffer_clear(&name);
    return false;
}

/* Rule 4: nobody goes before those who wait longer, unless knowingly. */
static bool
pass_turn(struct enrolment *enrolment, int64_t rank, bool is_free,
          struct questions *questions, bool *overtakes, struct error *err)
{
    int64_t ahead = 0;
    int64_t first = 0;

    *overtakes = false;
    if (!turn_ahead(enrolment, rank, is_free, &ahead, &first, err))
        return false;
    *overtakes = ahead > enrolment->left;
    if (!*overtakes)
        return true;
    return question_answer(questions, QUESTION_OVERTAKE)
               ? accept_answer(enrolment, QUESTION_OVERTAKE, err)
               : ask_turn(enrolment, ahead - enrolment->left, first, questions, err);
}

/* Whether a step of taking seats ended the whole: what is asked does not, so that all of
 * it is put at once. */
static bool
is_refused(bool ok, const struct error *err)
{
    return !ok && err->kind != ERROR_QUESTION;
}

static bool
take_judged(struct enrolment *enrolment, int64_t rank,
            const struct seating_verdict *verdict, struct questions *questions,
            struct error *err)
{
    bool overtakes = false;
    bool overbooks = false;
    bool passes_quota = false;
    const bool turn =
        pass_turn(enrolment, rank, verdict->count == 0, questions, &overtakes, err);
    if (is_refused(turn, err))
        return false;
    const bool seat =
        pass_blockers(enrolment, verdict, QUESTION_SEAT, questions, &overbooks, err);
    if (is_refused(seat, err))
        return false;
    if (!pass_blockers(enrolment, verdict, QUESTION_QUOTA, questions, &passes_quota,
                       err) ||
        !turn || !seat)
        return false;
    if (overbooks)
        question_decide(questions, QUESTION_SEAT);
    if (passes_quota)
        question_decide(questions, QUESTION_QUOTA);
    if (overtakes)
        question_decide(questions, QUESTION_OVERTAKE);
    enrolment->overbooks = overbooks;
    enrolment->passes_quota = passes_quota;
    enrolment->overtakes = overtakes;
    return true;
}

/* Whether a change of state can take the seats that it takes. */
static bool
take_seats(struct enrolment *enrolment, const struct registration *registration,
           int64_t more, struct questions *questions, struct error *err)
{
    if (more <= 0)
        return true;
    if (!enrolment_check_period(enrolment, err))
        return false;
    struct seating_verdict verdict = { 0 };
    seat_survey_judge(&enrolment->survey, registration->category,
                      registration->organisation, more, &verdict);
    const bool ok = take_judged(enrolment, registration->rank, &verdict, questions, err);
    seating_verdict_clear(&verdict);
    return ok;
}

static int64_t
seats_of(const struct enrolment *enrolment, enum registration_state state,
         enum registration_role role)
{
    return seat_survey_takes(&enrolment->survey, state, role);
}

/* Whoever answered wants the seat, not the list. */
static bool
insists(const struct questions *questions)
{
    return question_answer(questions, QUESTION_SEAT) ||
           question_answer(questions, QUESTION_QUOTA) ||
           question_answer(questions, QUESTION_OVERTAKE);
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

/* Where somebody comes to stand who does not wait yet: in the wanted state, or on the
 * waiting list.  They take `has` seats already. */
static bool
choose_state(struct enrolment *enrolment, struct registration *registration,
             enum registration_state wanted, int64_t has, struct questions *questions,
             struct error *err)
{
    const bool insisting = insists(questions);
    const int64_t more = seats_of(enrolment, wanted, registration->role) - has;
    bool waits = false;

    if (more > 0 && (!enrolment_check_period(enrolment, err) ||
                     (!insisting && !someone_waits(enrolment, &waits, err))))
        return false;
    struct error refusal = { 0 };
    if (!waits && take_seats(enrolment, registration, more, questions, &refusal)) {
        registration->state = wanted;
        return true;
    }
    const bool is_blocked = waits || refusal.kind == ERROR_QUESTION;
    if (is_blocked && !insisting && enrolment->meeting.waiting_list != WAITING_NONE) {
        registration->state = REGISTRATION_WAITING;
        return waiting_table_next_rank(enrolment->at->db, enrolment->meeting.head.id,
                                       &registration->rank, err);
    }
    if (err)
        *err = refusal;
    return false;
}

/* --- writing */

/* `before` NULL: the row is new. */
static bool
save(struct enrolment *enrolment, const struct registration *before,
     struct registration *registration, struct error *err)
{
    struct atelier *at = enrolment->at;
    const instant now = atelier_now(at);

    if (!(before ? row_update(at->db, &registration_entity, registration, at->login, now,
                              err)
                 : row_insert(at->db, &registration_entity, registration, at->login, now,
                              err)))
        return false;
    seat_survey_follow(&enrolment->survey, before, registration);
    turn_follow(enrolment, before, registration);
    /* Whoever fills a hold may leave a seat to others. */
    if (enrolment->survey.limits.count > 0 ||
        (before && seats_of(enrolment, before->state, before->role) >
                       seats_of(enrolment, registration->state, registration->role)))
        enrolment->frees = true;
    return true;
}

static void
begin_person(struct enrolment *enrolment, struct register_outcome *outcome)
{
    *outcome = (struct register_outcome){ 0 };
    enrolment->overbooks = enrolment->passes_quota = enrolment->overtakes = false;
}

static void
tell_outcome(const struct enrolment *enrolment, const struct registration *registration,
             struct register_outcome *outcome)
{
    outcome->registration = registration->head.id;
    outcome->state = registration->state;
    outcome->overbooked = enrolment->overbooks;
    outcome->passed_quota = enrolment->passes_quota;
    outcome->overtook = enrolment->overtakes;
    outcome->seats = enrolment->survey.seats;
}

/* A new row, or the one that is invited; who declined or withdrew gets a new row and
 * the old one stays as history (rule 1). */
static bool
prepare_row(struct enrolment *enrolment, const struct register_request *request,
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
    return copy_person(enrolment, registration, err);
}

static bool
enter(struct enrolment *enrolment, const struct register_request *request,
      struct registration *registration, struct register_outcome *outcome,
      struct error *err)
{
    if (registration->head.id && registration_is_live(registration->state) &&
        registration->state != REGISTRATION_INVITED) {
        outcome->already = true;
        tell_outcome(enrolment, registration, outcome);
        return true;
    }
    if (!enrolment_check_period(enrolment, err) ||
        !prepare_row(enrolment, request, registration, err))
        return false;
    /* Numbers alone are read of it: its texts stay the row's. */
    const struct registration before = *registration;
    const bool is_new = registration->head.id == 0;
    const int64_t has =
        is_new ? 0 : seats_of(enrolment, registration->state, registration->role);
    if (!text_is_blank(request->note))
        memory_replace(&registration->note, request->note);
    const enum registration_state wanted =
        enrolment->meeting.approval ? REGISTRATION_PENDING : REGISTRATION_ACCEPTED;
    if (!choose_state(enrolment, registration, wanted, has, request->questions, err) ||
        !record_check(&registration_entity, registration, err) ||
        !save(enrolment, is_new ? NULL : &before, registration, err))
        return false;
    tell_outcome(enrolment, registration, outcome);
    return true;
}

bool
enrolment_enter(struct enrolment *enrolment, const struct register_request *request,
                struct register_outcome *outcome, struct error *err)
{
    begin_person(enrolment, outcome);
    struct registration registration;
    record_init(&registration_entity, &registration);
    bool ok = registration_table_find(enrolment->at->db, request->meeting,
                                      request->person, &registration, err) &&
              enter(enrolment, request, &registration, outcome, err);
    record_clear(&registration_entity, &registration);
    return ok;
}

/* Whoever is accepted comes to a seat or onto the list, unless they wait there already,
 * or hold a seat as an offer. */
static bool
is_new_to_seats(enum registration_state state, enum registration_act act)
{
    return act == REGISTRATION_REVIVE ||
           (act == REGISTRATION_ACCEPT && state != REGISTRATION_WAITING &&
            state != REGISTRATION_OFFERED);
}

static bool
pass_on(struct enrolment *enrolment, struct registration *registration,
        enum registration_act act, struct questions *questions, struct error *err)
{
    enum registration_state after;
    if (!registration_state_after(registration->state, act, &after, err))
        return false;
    const int64_t has = seats_of(enrolment, registration->state, registration->role);
    if (is_new_to_seats(registration->state, act)) {
        registration->rank = NUMBER_NONE;
        return choose_state(enrolment, registration, after, has, questions, err);
    }
    if (!take_seats(enrolment, registration,
                    seats_of(enrolment, after, registration->role) - has, questions, err))
        return false;
    registration->state = after;
    return true;
}

bool
enrolment_act(struct enrolment *enrolment, struct registration *registration,
              enum registration_act act, const char *reason, struct questions *questions,
              struct register_outcome *outcome, struct error *err)
{
    const struct registration before = *registration; /* its numbers alone */

    begin_person(enrolment, outcome);
    if (!pass_on(enrolment, registration, act, questions, err))
        return false;
    registration->previous_state = before.state;
    if (registration->state == REGISTRATION_ACCEPTED)
        registration->rank = NUMBER_NONE;
    if (act != REGISTRATION_ACCEPT && act != REGISTRATION_REVIVE &&
        !text_is_blank(reason))
        memory_replace(&registration->excuse, reason);
    if (!save(enrolment, &before, registration, err))
        return false;
    tell_outcome(enrolment, registration, outcome);
    return true;
}

bool
enrolment_give(struct enrolment *enrolment, int64_t id, enum registration_state state,
               int64_t *person, enum registration_state *given, struct error *err)
{
    struct registration registration;

    record_init(&registration_entity, &registration);
    bool ok = row_load(enrolment->at->db, &registration_entity, id, &registration, err);
    const struct registration before = registration;
    /* Nobody has said yes to whoever did not come onto the list as approved. */
    const bool is_approved = !enrolment->meeting.approval ||
                             registration.previous_state == REGISTRATION_PENDING;
    registration.previous_state = registration.state;
    /* The rank stays: it says how they came to it. */
    registration.state = is_approved ? state : REGISTRATION_PENDING;
    *given = registration.state;
    ok = ok && save(enrolment, &before, &registration, err);
    *person = registration.person;
    record_clear(&registration_entity, &registration);
    return ok;
}

enum act
enrolment_journal_act(enum registration_act act)
{
    switch (act) {
    case REGISTRATION_ACCEPT:
        return ACT_REGISTRATION_ACCEPT;
    case REGISTRATION_DECLINE:
        return ACT_REGISTRATION_DECLINE;
    case REGISTRATION_EXCUSE:
        return ACT_REGISTRATION_EXCUSE;
    case REGISTRATION_REFUSE:
        return ACT_REGISTRATION_REFUSE;
    case REGISTRATION_WITHDRAW:
        return ACT_REGISTRATION_WITHDRAW;
    case REGISTRATION_REVIVE:
        return ACT_REGISTRATION_REVIVE;
    }
    return ACT_REGISTRATION_CHANGE;
}

enum act
enrolment_knowing_act(enum act act, bool overbooks, bool passes_quota, bool overtakes)
{
    return overbooks      ? ACT_REGISTRATION_OVERBOOK
           : passes_quota ? ACT_REGISTRATION_PAST_QUOTA
           : overtakes    ? ACT_REGISTRATION_OVERTAKE
                          : act;
}

bool
enrolment_invite(struct enrolment *enrolment, int64_t person, bool *invited,
                 struct error *err)
{
    struct registration registration;
    record_init(&registration_entity, &registration);
    bool ok = registration_table_find(enrolment->at->db, enrolment->meeting.head.id,
                                      person, &registration, err);
    *invited = ok && registration.head.id == 0;
    if (*invited) {
        registration.meeting = enrolment->meeting.head.id;
        registration.person = person;
        registration.source = SOURCE_CONVENED;
        registration.state = REGISTRATION_INVITED;
        registration.previous_state = REGISTRATION_INVITED;
        ok = copy_person(enrolment, &registration, err) &&
             save(enrolment, NULL, &registration, err);
    }
    record_clear(&registration_entity, &registration);
    return ok;
}
