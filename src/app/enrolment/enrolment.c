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
#include "atelier/store/person_table.h"
#include "atelier/store/registration_table.h"
#include "atelier/store/row_table.h"
#include "atelier/store/seats_table.h"

bool
enrolment_open(struct enrolment *enrolment, struct atelier *at, int64_t meeting,
               struct error *err)
{
    *enrolment = (struct enrolment){ .at = at };
    record_init(&meeting_entity, &enrolment->meeting);
    if (!row_load(at->db, &meeting_entity, meeting, &enrolment->meeting, err) ||
        !seats_table_rule(at->db, &enrolment->rule, err))
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

/* The answer of the sheet, when the login may give it. */
static bool
accept_answer(struct enrolment *enrolment, enum question_kind kind, struct error *err)
{
    return atelier_may(enrolment->at, question_table[kind].permission,
                       record_subject(&meeting_entity, &enrolment->meeting), err);
}

/* Counts, and decides whether the seats are there, or may be taken all the same. */
static bool
check_seats(struct enrolment *enrolment, int64_t more, struct questions *questions,
            bool *overbooks, struct error *err)
{
    struct seats seats;
    if (!seats_table_count(enrolment->at->db, enrolment->meeting.head.id, &seats, err))
        return false;
    *overbooks = !seats_fit(&seats, more);
    if (!*overbooks)
        return true;
    return question_answer(questions, QUESTION_SEAT)
               ? accept_answer(enrolment, QUESTION_SEAT, err)
               : seats_ask(&seats, more, questions, err);
}

/* Rule 4: nobody goes before those who wait longer, unless knowingly. */
static bool
check_turn(struct enrolment *enrolment, const struct registration *registration,
           struct questions *questions, bool *overtakes, struct error *err)
{
    if (enrolment->meeting.waiting_list == WAITING_NONE)
        return true;
    struct registration first;
    record_init(&registration_entity, &first);
    int64_t ahead = 0;
    bool ok = registration_table_ahead(enrolment->at->db, enrolment->meeting.head.id,
                                       registration->rank, &ahead, &first, err);
    *overtakes = ok && ahead > enrolment->left;
    struct buffer name = { 0 };
    if (*overtakes && question_answer(questions, QUESTION_OVERTAKE)) {
        ok = accept_answer(enrolment, QUESTION_OVERTAKE, err);
    } else if (*overtakes) {
        registration_entity.title(&first, &name);
        ok = question_put(questions, QUESTION_OVERTAKE, err,
                          ngettext("%lld person waits longer: %s.",
                                   "%lld people wait longer, %s first.",
                                   (unsigned long)(ahead - enrolment->left)),
                          (long long)(ahead - enrolment->left), buffer_text(&name));
    }
    buffer_clear(&name);
    record_clear(&registration_entity, &first);
    return ok;
}

/* Whether a change of state can take the seats that it takes.  All that is to be asked is
 * put at once. */
static bool
take_seats(struct enrolment *enrolment, const struct registration *registration,
           int64_t more, struct questions *questions, struct error *err)
{
    if (more <= 0)
        return true;
    bool overtakes = false;
    const bool is_their_turn =
        check_turn(enrolment, registration, questions, &overtakes, err);
    if (!is_their_turn && err->kind != ERROR_QUESTION)
        return false;
    bool overbooks = false;
    if (!check_seats(enrolment, more, questions, &overbooks, err) || !is_their_turn)
        return false;
    if (overbooks)
        question_decide(questions, QUESTION_SEAT);
    if (overtakes)
        question_decide(questions, QUESTION_OVERTAKE);
    enrolment->overbooks = overbooks;
    enrolment->overtakes = overtakes;
    return true;
}

static int64_t
seats_of(const struct enrolment *enrolment, enum registration_state state,
         enum registration_role role)
{
    return enrolment->rule.takes[state][role] ? 1 : 0;
}

static bool
count_outcome(struct enrolment *enrolment, const struct registration *registration,
              struct register_outcome *outcome, struct error *err)
{
    outcome->registration = registration->head.id;
    outcome->state = registration->state;
    outcome->overbooked = enrolment->overbooks;
    outcome->overtook = enrolment->overtakes;
    return seats_table_count(enrolment->at->db, enrolment->meeting.head.id,
                             &outcome->seats, err);
}

/* The days between which people register; the office is not bound by them before. */
static bool
check_period(struct enrolment *enrolment, struct error *err)
{
    struct date today = atelier_today(enrolment->at);
    const struct meeting *meeting = &enrolment->meeting;
    char day[DATE_TEXT_SIZE];
    if (!date_is_none(meeting->opens) && date_compare(today, meeting->opens) < 0) {
        date_format(meeting->opens, day);
        return error_set(err, ERROR_RULE, _("Registration opens on %s."), day);
    }
    if (!date_is_none(meeting->closes) && date_compare(today, meeting->closes) > 0) {
        date_format(meeting->closes, day);
        return error_set(err, ERROR_RULE,
                         _("Registration closed on %s.  Change the meeting's last day of "
                           "registration to let somebody in."),
                         day);
    }
    return true;
}

/* Rule 4: a freed seat never goes to a newcomer while someone waits. */
static bool
someone_waits(struct enrolment *enrolment, bool *waits, struct error *err)
{
    *waits = false;
    if (enrolment->meeting.waiting_list == WAITING_NONE)
        return true;
    struct seats seats;
    if (!seats_table_count(enrolment->at->db, enrolment->meeting.head.id, &seats, err))
        return false;
    *waits = seats.state[REGISTRATION_WAITING] > 0;
    return true;
}

/* Where a newcomer comes to stand: accepted, pending or waiting. */
static bool
choose_state(struct enrolment *enrolment, struct registration *registration, int64_t has,
             struct questions *questions, struct error *err)
{
    /* Whoever answered wants the seat, not the list. */
    const bool insists = question_answer(questions, QUESTION_SEAT) ||
                         question_answer(questions, QUESTION_OVERTAKE);
    bool waits = false;
    enum registration_state wanted =
        enrolment->meeting.approval ? REGISTRATION_PENDING : REGISTRATION_ACCEPTED;
    int64_t more = seats_of(enrolment, wanted, registration->role) - has;

    if (more > 0 && !insists && !someone_waits(enrolment, &waits, err))
        return false;
    struct error refusal = { 0 };
    if (!waits && take_seats(enrolment, registration, more, questions, &refusal)) {
        registration->state = wanted;
        return true;
    }
    bool is_full = waits || refusal.kind == ERROR_QUESTION;
    if (is_full && !insists && enrolment->meeting.waiting_list != WAITING_NONE) {
        registration->state = REGISTRATION_WAITING;
        return registration_table_next_rank(enrolment->at->db, enrolment->meeting.head.id,
                                            &registration->rank, err);
    }
    if (err)
        *err = refusal;
    return false;
}

static bool
save(struct enrolment *enrolment, struct registration *registration, struct error *err)
{
    struct atelier *at = enrolment->at;
    instant now = atelier_now(at);
    return registration->head.id ? row_update(at->db, &registration_entity, registration,
                                              at->login, now, err)
                                 : row_insert(at->db, &registration_entity, registration,
                                              at->login, now, err);
}

/* A new row, or the one that is invited; who declined or withdrew gets a new row and
 * the old one stays as history (rule 1). */
static bool
enter(struct enrolment *enrolment, const struct register_request *request,
      struct registration *registration, struct register_outcome *outcome,
      struct error *err)
{
    if (registration->head.id && registration_is_live(registration->state) &&
        registration->state != REGISTRATION_INVITED) {
        outcome->already = true;
        return count_outcome(enrolment, registration, outcome, err);
    }
    if (!check_period(enrolment, err))
        return false;

    int64_t has = 0;
    if (!registration->head.id || registration->state != REGISTRATION_INVITED) {
        record_clear(&registration_entity, registration);
        registration->meeting = request->meeting;
        registration->person = request->person;
        registration->role = request->role;
        registration->source = request->source;
        registration->previous_state = REGISTRATION_INVITED;
        if (!copy_person(enrolment, registration, err))
            return false;
    } else {
        has = seats_of(enrolment, registration->state, registration->role);
        registration->previous_state = registration->state;
    }
    if (!text_is_blank(request->note))
        memory_replace(&registration->note, request->note);
    return choose_state(enrolment, registration, has, request->questions, err) &&
           record_check(&registration_entity, registration, err) &&
           save(enrolment, registration, err) &&
           count_outcome(enrolment, registration, outcome, err);
}

bool
enrolment_enter(struct enrolment *enrolment, const struct register_request *request,
                struct register_outcome *outcome, struct error *err)
{
    *outcome = (struct register_outcome){ 0 };
    enrolment->overbooks = enrolment->overtakes = false;
    struct registration registration;
    record_init(&registration_entity, &registration);
    bool ok = registration_table_find(enrolment->at->db, request->meeting,
                                      request->person, &registration, err) &&
              enter(enrolment, request, &registration, outcome, err);
    record_clear(&registration_entity, &registration);
    return ok;
}

bool
enrolment_act(struct enrolment *enrolment, struct registration *registration,
              enum registration_act act, const char *reason, struct questions *questions,
              struct register_outcome *outcome, struct error *err)
{
    *outcome = (struct register_outcome){ 0 };
    enrolment->overbooks = enrolment->overtakes = false;
    enum registration_state after;
    if (!registration_state_after(registration->state, act, &after, err))
        return false;

    int64_t more = seats_of(enrolment, after, registration->role) -
                   seats_of(enrolment, registration->state, registration->role);
    if (!take_seats(enrolment, registration, more, questions, err))
        return false;

    registration->previous_state = registration->state;
    registration->state = after;
    if (act == REGISTRATION_ACCEPT || act == REGISTRATION_REVIVE)
        registration->rank = NUMBER_NONE;
    else if (!text_is_blank(reason))
        memory_replace(&registration->excuse, reason);
    return save(enrolment, registration, err) &&
           count_outcome(enrolment, registration, outcome, err);
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
enrolment_knowing_act(enum act act, bool overbooks, bool overtakes)
{
    return overbooks   ? ACT_REGISTRATION_OVERBOOK
           : overtakes ? ACT_REGISTRATION_OVERTAKE
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
             save(enrolment, &registration, err);
    }
    record_clear(&registration_entity, &registration);
    return ok;
}
