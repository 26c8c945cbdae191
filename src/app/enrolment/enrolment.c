/* SPDX-License-Identifier: GPL-3.0-or-later */
/* enrolment.c - the one way to a seat (rules 1 to 4) */
#include "enrolment/enrolment.h"

#include <stdlib.h>

#include "answer/answer_note.h"
#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/affiliation.h"
#include "atelier/domain/organisation.h"
#include "atelier/domain/person.h"
#include "atelier/store/person_table.h"
#include "atelier/store/registration_table.h"
#include "atelier/store/row_table.h"
#include "atelier/store/workshop_choice_table.h"
#include "enrolment/seat_taking.h"
#include "enrolment/turn.h"
#include "workshop/workshop_leave.h"

bool
enrolment_load(struct enrolment *enrolment, struct atelier *at, int64_t meeting,
               struct error *err)
{
    *enrolment = (struct enrolment){ .at = at };
    record_init(&meeting_entity, &enrolment->meeting);
    return row_load(at->db, &meeting_entity, meeting, &enrolment->meeting, err) &&
           seat_survey_load(&enrolment->survey, at->db, meeting, atelier_today(at), err);
}

bool
enrolment_open(struct enrolment *enrolment, struct atelier *at, int64_t meeting,
               struct error *err)
{
    if (!enrolment_load(enrolment, at, meeting, err))
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
    waiting_list_clear(&enrolment->promised);
    enrolment->knows_waiting = false;
}

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

/* Name, organisation and function as they are now: what sheets will show (rule 7). */
bool
enrolment_copy_person(const struct enrolment *enrolment,
                      struct registration *registration, struct error *err)
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

static int64_t
seats_of(const struct enrolment *enrolment, enum registration_state state,
         enum registration_role role)
{
    return seat_survey_takes(&enrolment->survey, state, role);
}

/* --- writing */

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

/* `before` NULL: the row is new. */
static bool
save(struct enrolment *enrolment, const struct registration *before,
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
        (before && (turn_is_promised(before->state, before->rank) ||
                    seats_of(enrolment, before->state, before->role) >
                        seats_of(enrolment, registration->state, registration->role))))
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
    return enrolment_copy_person(enrolment, registration, err);
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
    if (!seat_taking_check_period(enrolment, err) ||
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
        enrolment->meeting.approval && !request->has_come ? REGISTRATION_PENDING
                                                          : REGISTRATION_ACCEPTED;
    if (!seat_taking_choose(enrolment, registration, wanted, has, request->questions,
                            err) ||
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
    enrolment->insists = request->has_come;
    struct registration registration;
    record_init(&registration_entity, &registration);
    bool ok = registration_table_find(enrolment->at->db, request->meeting,
                                      request->person, &registration, err) &&
              enter(enrolment, request, &registration, outcome, err);
    record_clear(&registration_entity, &registration);
    return ok;
}

/* Whoever is accepted comes to a seat or onto the list, unless they wait there already,
 * had their turn on it, or hold a seat as an offer. */
static bool
is_new_to_seats(const struct registration *registration, enum registration_act act)
{
    return act == REGISTRATION_REVIVE ||
           (act == REGISTRATION_ACCEPT && registration->state != REGISTRATION_WAITING &&
            registration->state != REGISTRATION_OFFERED &&
            !turn_is_promised(registration->state, registration->rank));
}

/* A seat that is held for them already, as an offer, waits for a yes that the days bind
 * as every way to a seat. */
static bool
check_last_day(const struct enrolment *enrolment, const struct registration *registration,
               enum registration_act act, struct error *err)
{
    return act != REGISTRATION_ACCEPT ||
           seats_of(enrolment, REGISTRATION_ACCEPTED, registration->role) == 0 ||
           seat_taking_check_period(enrolment, err);
}

static bool
pass_on(struct enrolment *enrolment, struct registration *registration,
        enum registration_act act, struct questions *questions, struct error *err)
{
    enum registration_state after;
    if (!registration_state_after(registration->state, act, &after, err))
        return false;
    /* One that an older program left: offers lapse with their meeting now. */
    if (registration->state == REGISTRATION_OFFERED && act == REGISTRATION_ACCEPT &&
        meeting_is_past_offers(&enrolment->meeting))
        return error_set(err, ERROR_RULE,
                         _("The meeting is %s: its offers are over.  Withdraw it, and "
                           "revive it if they came."),
                         _(meeting_states[enrolment->meeting.state].label));
    const int64_t has = seats_of(enrolment, registration->state, registration->role);
    if (!check_last_day(enrolment, registration, act, err))
        return false;
    if (is_new_to_seats(registration, act)) {
        registration->rank = NUMBER_NONE;
        return seat_taking_choose(enrolment, registration, after, has, questions, err);
    }
    if (!seat_taking_take(enrolment, registration,
                          seats_of(enrolment, after, registration->role) - has, questions,
                          err))
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

bool
enrolment_answer_by_coming(struct atelier *at, int64_t id, bool *answered,
                           struct error *err)
{
    struct enrolment enrolment = { .at = at };
    struct registration registration;

    record_init(&registration_entity, &registration);
    bool ok = row_load(at->db, &registration_entity, id, &registration, err);
    const struct registration before = registration; /* its numbers alone */
    *answered = ok && before.state == REGISTRATION_OFFERED;
    if (*answered) {
        registration.previous_state = before.state;
        registration.state = REGISTRATION_ACCEPTED;
        registration.rank = NUMBER_NONE;
        ok = enrolment_load(&enrolment, at, before.meeting, err) &&
             save(&enrolment, &before, &registration, err);
        enrolment_close(&enrolment);
    }
    record_clear(&registration_entity, &registration);
    return ok;
}

/* --- somebody else in somebody's place */

/* Whose absence stands as it is: whoever comes instead comes as anybody else. */
static bool
is_away(enum registration_state state)
{
    return state == REGISTRATION_DECLINED || state == REGISTRATION_EXCUSED ||
           state == REGISTRATION_WITHDRAWN;
}

bool
enrolment_holds_seat(enum registration_state state)
{
    return state == REGISTRATION_ACCEPTED || state == REGISTRATION_OFFERED;
}

/* Somebody whose seat is passed on is substituted, or excused with what they said. */
static bool
make_way(struct enrolment *enrolment, const struct substitute_request *request,
         struct registration *left, struct register_outcome *outcome, struct error *err)
{
    const bool is_excuse = request->act == REGISTRATION_EXCUSE;

    if (request->person == left->person)
        return error_set_field(err, ERROR_RULE, "person",
                               _("Nobody comes in their own place; choose somebody "
                                 "else."));
    if (is_away(left->state) && request->act == REGISTRATION_SUBSTITUTE)
        return true;
    return enrolment_act(enrolment, left,
                         enrolment_holds_seat(left->state) && !is_excuse
                             ? REGISTRATION_SUBSTITUTE
                             : request->act,
                         request->reason, NULL, outcome, err);
}

/* The row of who is invited, or waits and is to have a seat that is there; else a new
 * one. */
static bool
prepare_substitute(struct enrolment *enrolment, const struct substitute_request *request,
                   const struct registration *left, bool has_seat,
                   struct registration *registration, struct error *err)
{
    if (!registration_table_find(enrolment->at->db, left->meeting, request->person,
                                 registration, err))
        return false;
    const bool is_live =
        registration->head.id && registration_is_live(registration->state);
    if (is_live && registration->state != REGISTRATION_INVITED &&
        !(has_seat && registration->state == REGISTRATION_WAITING))
        return error_set_field(
            err, ERROR_RULE, "person",
            _("This person is on the list already (%s); choose somebody else."),
            _(registration_states[registration->state].label));
    const struct register_request as = { .meeting = left->meeting,
                                         .person = request->person,
                                         .source = request->invites ? SOURCE_CONVENED
                                                                    : SOURCE_DESK };
    if (is_live)
        registration->previous_state = registration->state;
    else if (!prepare_row(enrolment, &as, registration, err))
        return false;
    registration->role = left->role;
    registration->substitute_for = left->head.id;
    if (text_is_blank(registration->note) && !text_is_blank(left->note))
        memory_replace(&registration->note, left->note);
    return true;
}

/* To the seat that was left, or as anybody who is invited or registers. */
static bool
seat_substitute(struct enrolment *enrolment, const struct substitute_request *request,
                const struct registration *left, bool has_seat, int64_t has,
                struct registration *registration, struct error *err)
{
    if (has_seat) {
        registration->state = REGISTRATION_ACCEPTED;
        if (!seat_taking_exchange(enrolment, left, registration, request->questions, err))
            return false;
        registration->rank = NUMBER_NONE; /* theirs until then: who waits has a turn */
        return true;
    }
    if (request->invites) {
        registration->state = REGISTRATION_INVITED;
        return true;
    }
    return seat_taking_check_period(enrolment, err) &&
           seat_taking_choose(enrolment, registration,
                              enrolment->meeting.approval ? REGISTRATION_PENDING
                                                          : REGISTRATION_ACCEPTED,
                              has, request->questions, err);
}

bool
enrolment_substitute(struct enrolment *enrolment,
                     const struct substitute_request *request, struct registration *left,
                     struct register_outcome *outcome, struct error *err)
{
    const bool has_seat = enrolment_holds_seat(left->state);
    struct registration registration;

    record_init(&registration_entity, &registration);
    /* Nobody has said yes to an offer yet: the days bind the yes of whoever comes. */
    struct workshop_choice_list choices = { 0 };
    bool ok = (left->state != REGISTRATION_OFFERED ||
               seat_taking_check_period(enrolment, err)) &&
              workshop_choice_table_of_registration(enrolment->at->db, left->head.id,
                                                    &choices, err) &&
              make_way(enrolment, request, left, outcome, err);
    begin_person(enrolment, outcome);
    ok = ok && prepare_substitute(enrolment, request, left, has_seat, &registration, err);
    struct registration before;
    record_init(&registration_entity, &before);
    const bool is_new = registration.head.id == 0;
    ok = ok && (is_new || row_load(enrolment->at->db, &registration_entity,
                                   registration.head.id, &before, err));
    ok = ok &&
         seat_substitute(enrolment, request, left, has_seat,
                         is_new ? 0 : seats_of(enrolment, before.state, before.role),
                         &registration, err) &&
         record_check(&registration_entity, &registration, err) &&
         save(enrolment, is_new ? NULL : &before, &registration, err);
    ok = ok && (!enrolment_holds_seat(registration.state) ||
                workshop_inherit(enrolment->at, &choices, registration.head.id, err));
    if (ok)
        tell_outcome(enrolment, &registration, outcome);
    workshop_choice_list_clear(&choices);
    record_clear(&registration_entity, &before);
    record_clear(&registration_entity, &registration);
    return ok;
}

bool
enrolment_passes_over(const struct error *refusal)
{
    return refusal->kind == ERROR_RULE || refusal->kind == ERROR_QUESTION ||
           refusal->kind == ERROR_NOT_FOUND;
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
    case REGISTRATION_SUBSTITUTE:
        return ACT_REGISTRATION_SUBSTITUTE;
    }
    return ACT_REGISTRATION_CHANGE;
}

enum act
enrolment_act_done(enum registration_act act, enum registration_state after)
{
    return act == REGISTRATION_DECLINE && after == REGISTRATION_WITHDRAWN
               ? ACT_REGISTRATION_WITHDRAW
               : enrolment_journal_act(act);
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
        ok = enrolment_copy_person(enrolment, &registration, err) &&
             save(enrolment, NULL, &registration, err);
    }
    record_clear(&registration_entity, &registration);
    return ok;
}
