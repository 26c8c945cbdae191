/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_return.c - once an act is undone: whose offers it takes with it, and is there a
 * seat for whoever comes back? */
#include "undo/undo_seats.h"

#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/registration.h"
#include "atelier/store/journal_table.h"
#include "atelier/store/registration_table.h"
#include "atelier/store/row_table.h"
#include "atelier/store/waiting_table.h"
#include "undo/undo_rank.h"

/* --- how full it was before the act */

struct counting {
    struct atelier *at;
    int64_t before; /* the act before which it is counted */
    struct seat_survey *survey;
};

/* Those that no act has touched since are counted already. */
static bool
count_back(void *context, int64_t id, struct error *err)
{
    struct counting *counting = context;
    struct registration now;
    struct registration past;
    bool is = false;
    bool was = false;

    record_init(&registration_entity, &now);
    record_init(&registration_entity, &past);
    const bool ok =
        journal_table_now(counting->at->db, &registration_entity, id, &now, &is, err) &&
        journal_table_past(counting->at->db, &registration_entity, id,
                           counting->before - 1, &past, &was, err);
    if (ok)
        seat_survey_follow(counting->survey, is ? &now : NULL, was ? &past : NULL);
    record_clear(&registration_entity, &now);
    record_clear(&registration_entity, &past);
    return ok;
}

static bool
seats_before(struct atelier *at, int64_t act, int64_t meeting, int64_t *number,
             struct error *err)
{
    struct meeting past;
    bool there = false;

    record_init(&meeting_entity, &past);
    const bool ok =
        journal_table_past(at->db, &meeting_entity, meeting, act - 1, &past, &there, err);
    *number = there ? past.seats : NUMBER_NONE;
    record_clear(&meeting_entity, &past);
    return ok;
}

/* The limits as they were; one that is newer limited nobody. */
static bool
limits_before(struct atelier *at, int64_t act, struct seat_limit_list *limits,
              struct error *err)
{
    bool ok = true;

    for (size_t i = 0; ok && i < limits->count; i++) {
        struct seat_limit *limit = &limits->items[i];
        const int64_t id = limit->head.id;
        bool there = false;

        ok = journal_table_past(at->db, &seat_limit_entity, id, act - 1, limit, &there,
                                err);
        if (!there) {
            limit->head.id = 0;
            limit->people = 0;
        }
    }
    return ok;
}

/* Measured when the undo has put back which limits there are, and who takes a seat. */
static bool
measure_past(struct atelier *at, int64_t act, struct undo_meeting *meeting,
             struct error *err)
{
    struct seat_survey *past = &meeting->past;
    struct counting counting = { .at = at, .before = act, .survey = past };

    return seat_survey_load(past, at->db, meeting->id, atelier_today(at), err) &&
           registration_table_each_touched(at->db, meeting->id, act, count_back,
                                           &counting, err) &&
           seats_before(at, act, meeting->id, &past->seats.seats, err) &&
           limits_before(at, act, &past->limits, err);
}

/* --- offers */

/* What they were before they waited, as it was when the offer was made: the acts before
 * it find their row as they left it.  An offer that no act made leaves no such trace, and
 * a promise without one no yes of the office. */
static bool
find_before_offer(struct atelier *at, const struct registration *offered,
                  enum registration_state *previous, struct error *err)
{
    const struct field *state = entity_field(&registration_entity, "state");
    const int64_t id = offered->head.id;
    struct journal_entry offer = { 0 };
    struct registration past;
    bool there = false;

    *previous =
        offered->state == REGISTRATION_PENDING ? REGISTRATION_INVITED : offered->state;
    record_init(&registration_entity, &past);
    bool ok = journal_table_moved_since(at->db, 0, &registration_entity, id, state,
                                        &offer, err) &&
              (offer.id == 0 || journal_table_past(at->db, &registration_entity, id,
                                                   offer.id - 1, &past, &there, err));
    /* The act that is undone still counts as the last one. */
    if (ok && there && past.state == offered->state)
        ok = journal_table_moved_by(at->db, act_name(ACT_REGISTRATION_PROMOTE),
                                    &registration_entity, id, state, &offer, err) &&
             (offer.id == 0 || journal_table_past(at->db, &registration_entity, id,
                                                  offer.id - 1, &past, &there, err));
    if (there && past.state == REGISTRATION_WAITING)
        *previous = past.previous_state;
    record_clear(&registration_entity, &past);
    journal_entry_clear(&offer);
    return ok;
}

static bool
put_back_to_wait(struct atelier *at, int64_t id, struct error *err)
{
    struct registration registration;

    record_init(&registration_entity, &registration);
    bool ok = row_load(at->db, &registration_entity, id, &registration, err) &&
              find_before_offer(at, &registration, &registration.previous_state, err);
    const enum registration_state left = registration.state;
    registration.state = REGISTRATION_WAITING;
    registration_count_change(left, &registration);
    ok = ok && row_update(at->db, &registration_entity, &registration, at->login,
                          atelier_now(at), err);
    record_clear(&registration_entity, &registration);
    return ok;
}

/* A seat that is held for somebody who has not answered: offered, or promised to who
 * needs a yes of the office still. */
struct held_seat {
    struct waiting holder;
    enum registration_state state; /* offered or pending */
};

static bool
was_held(struct atelier *at, int64_t act, const struct held_seat *seat, bool *was,
         struct error *err)
{
    const int64_t id = seat->holder.registration;
    struct registration past;
    bool there = false;

    record_init(&registration_entity, &past);
    const bool ok =
        journal_table_past(at->db, &registration_entity, id, act - 1, &past, &there, err);
    *was = there && past.state == seat->state;
    record_clear(&registration_entity, &past);
    return ok;
}

/* Whether the seat that is offered is one too many since the undo.  What stood before the
 * act may stand beside whoever was there then, past a limit or not; an offer of since
 * was made because the seat was free. */
static bool
is_excess(const struct undo_meeting *before, bool stood, const struct seat_survey *now,
          const struct held_seat *seat)
{
    const struct waiting *offered = &seat->holder;
    const struct seating without = seat_survey_seating(&before->survey);
    const struct seating with = seat_survey_seating(now);
    const struct seating past = seat_survey_seating(&before->past);
    const struct seating_return back = { .before = &without,
                                         .after = &with,
                                         .past = stood ? &past : &without };
    const struct seating_candidate holder = {
        .category = offered->category,
        .organisation = offered->organisation,
        .wanted = seat_survey_takes(now, REGISTRATION_ACCEPTED, offered->role),
    };

    return seating_is_excess(&back, &holder);
}

/* What a yes of the office takes besides. */
static void
reserve(struct seat_survey *survey, const struct waiting *promised, int64_t people)
{
    const int64_t seats =
        seat_survey_takes(survey, REGISTRATION_ACCEPTED, promised->role) -
        seat_survey_takes(survey, REGISTRATION_PENDING, promised->role);

    seat_survey_reserve(survey, promised->category, promised->organisation,
                        people * seats);
}

static bool
take_back(struct atelier *at, struct seat_survey *now, const struct held_seat *seat,
          struct error *err)
{
    struct registration registration = { .state = seat->state,
                                         .role = seat->holder.role,
                                         .category = seat->holder.category,
                                         .organisation = seat->holder.organisation };
    const struct registration before = registration;

    registration.state = REGISTRATION_WAITING;
    seat_survey_follow(now, &before, &registration);
    if (seat->state == REGISTRATION_PENDING)
        reserve(now, &seat->holder, -1);
    return put_back_to_wait(at, seat->holder.registration, err);
}

struct held_seats {
    struct waiting_list offered;
    struct waiting_list promised; /* whoever is pending with a rank */
};

/* The last of those that are left of both, by their ranks. */
static bool
next_held(const struct held_seats *held, size_t *offered, size_t *promised,
          struct held_seat *next)
{
    const struct waiting *offer = *offered ? &held->offered.items[*offered - 1] : NULL;
    const struct waiting *promise =
        *promised ? &held->promised.items[*promised - 1] : NULL;

    if (!offer && !promise)
        return false;
    const bool is_offer = offer && (!promise || offer->rank > promise->rank);
    *next = (struct held_seat){ is_offer ? *offer : *promise,
                                is_offer ? REGISTRATION_OFFERED : REGISTRATION_PENDING };
    --*(is_offer ? offered : promised);
    return true;
}

/* Those that stood before the act, or those that came since; the last one first. */
static bool
take_back_those(struct atelier *at, int64_t act, const struct undo_meeting *before,
                bool stood, struct seat_survey *now, const struct held_seats *held,
                struct error *err)
{
    size_t offered = held->offered.count;
    size_t promised = held->promised.count;
    struct held_seat next;
    bool ok = true;

    while (ok && next_held(held, &offered, &promised, &next)) {
        bool was = false;
        if ((stood || !before->shuts) && !is_excess(before, stood, now, &next))
            continue;
        ok = was_held(at, act, &next, &was, err) &&
             (was != stood || take_back(at, now, &next, err));
    }
    return ok;
}

/* A promised seat counts as taken in the surveys that are compared, as far back as it
 * stood; below 0 not any more. */
static bool
reserve_promised(struct atelier *at, int64_t act, struct undo_meeting *before,
                 const struct waiting_list *promised, int64_t people, struct error *err)
{
    bool ok = true;

    for (size_t i = 0; ok && i < promised->count; i++) {
        const struct held_seat seat = { promised->items[i], REGISTRATION_PENDING };
        bool was = false;
        ok = was_held(at, act, &seat, &was, err);
        reserve(&before->survey, &seat.holder, people);
        if (was)
            reserve(&before->past, &seat.holder, people);
    }
    return ok;
}

/* *now counts the promised seats too, but for the while. */
static bool
take_back_held(struct atelier *at, int64_t act, struct undo_meeting *before,
               struct seat_survey *now, const struct held_seats *held, struct error *err)
{
    const struct waiting_list *promised = &held->promised;

    if (!reserve_promised(at, act, before, promised, 1, err))
        return false;
    for (size_t i = 0; i < promised->count; i++)
        reserve(now, &promised->items[i], 1);
    return take_back_those(at, act, before, false, now, held, err) &&
           take_back_those(at, act, before, true, now, held, err) &&
           reserve_promised(at, act, before, promised, -1, err) &&
           seat_survey_load(now, at->db, before->id, atelier_today(at), err);
}

/* An offer that nobody has answered is taken back where its seat is gone, a promise too,
 * and they wait again at their place; all that came since the act are, where the undo
 * ends that seats are given.  One that stood before the act goes after those that came
 * since, where another undo gave its seat back. */
static bool
take_back_offers(struct atelier *at, int64_t act, struct undo_meeting *before,
                 struct seat_survey *now, struct error *err)
{
    const int64_t *state = now->seats.state;
    struct held_seats held = { 0 };
    bool ok = (state[REGISTRATION_OFFERED] == 0 ||
               waiting_table_list(at->db, before->id, REGISTRATION_OFFERED, &held.offered,
                                  err)) &&
              (state[REGISTRATION_PENDING] == 0 ||
               waiting_table_list(at->db, before->id, REGISTRATION_PENDING,
                                  &held.promised, err));

    if (ok && held.offered.count + held.promised.count > 0)
        ok = take_back_held(at, act, before, now, &held, err);
    waiting_list_clear(&held.offered);
    waiting_list_clear(&held.promised);
    return ok;
}

/* --- what is asked */

/* Who has a seat now and had none before the act. */
struct newcomers {
    struct atelier *at;
    int64_t act;
    const struct seat_survey *survey;
    const struct seating_verdict *verdict; /* only those whom it is about; or NULL */
    struct buffer *names;
    size_t count;
};

static bool
is_about(const struct newcomers *newcomers, const struct registration *registration)
{
    const struct seating_verdict *verdict = newcomers->verdict;

    for (size_t i = 0; verdict && i < verdict->count; i++) {
        const struct seating_blocker *blocker = &verdict->blockers[i];
        const bool theirs =
            (blocker->category != 0 && blocker->category == registration->category) ||
            (blocker->organisation != 0 &&
             blocker->organisation == registration->organisation);
        if (theirs != (blocker->kind == SEATING_HELD))
            return true;
    }
    return !verdict;
}

static bool
takes_seat(const struct newcomers *newcomers, const struct registration *registration)
{
    return seat_survey_takes(newcomers->survey, registration->state, registration->role) >
           0;
}

static bool
note_newcomer(void *context, int64_t id, struct error *err)
{
    enum { NAMED = 3 };
    struct newcomers *newcomers = context;
    struct database *db = newcomers->at->db;
    struct registration now;
    struct registration past;
    bool is = false;
    bool was = false;

    record_init(&registration_entity, &now);
    record_init(&registration_entity, &past);
    const bool ok = journal_table_now(db, &registration_entity, id, &now, &is, err) &&
                    journal_table_past(db, &registration_entity, id, newcomers->act - 1,
                                       &past, &was, err);
    if (ok && is && takes_seat(newcomers, &now) && is_about(newcomers, &now) &&
        !(was && takes_seat(newcomers, &past))) {
        newcomers->count++;
        if (newcomers->count <= NAMED) {
            buffer_add(newcomers->names, newcomers->count > 1 ? "; " : "");
            display_title(newcomers->at, ENTITY_PERSON, now.person, newcomers->names);
        } else if (newcomers->count == NAMED + 1) {
            buffer_add(newcomers->names, "; …");
        }
    }
    record_clear(&registration_entity, &now);
    record_clear(&registration_entity, &past);
    return ok;
}

/* Of the meeting, or of what the verdict is about. */
static void
add_newcomers(struct atelier *at, int64_t act, int64_t meeting,
              const struct seat_survey *survey, const struct seating_verdict *verdict,
              struct buffer *text)
{
    struct buffer names = { 0 };
    struct newcomers newcomers = {
        .at = at, .act = act, .survey = survey, .verdict = verdict, .names = &names
    };

    registration_table_each_touched(at->db, meeting, act, note_newcomer, &newcomers,
                                    NULL);
    if (names.length > 0)
        buffer_addf(text, _("  Came in since: %s."), buffer_text(&names));
    buffer_clear(&names);
}

/* How many more seats are taken than there are. */
static int64_t
overbooked(const struct seats *seats)
{
    return seats->seats != NUMBER_NONE && seats->taken > seats->seats
               ? seats->taken - seats->seats
               : 0;
}

/* How many more that is than before the undo, and than before the act. */
static int64_t
too_many(const struct undo_meeting *before, const struct seats *now)
{
    const struct seats *past = &before->past.seats;

    if (now->seats == NUMBER_NONE)
        return 0;
    int64_t most = now->seats + overbooked(&before->survey.seats);
    if (overbooked(past) > 0 && past->taken > most)
        most = past->taken;
    return now->taken > most ? now->taken - most : 0;
}

/* Whether people come back; else there is less for those who are there, or more of them
 * take a seat. */
static bool
comes_back(const struct undo_seats *seats, const struct undo_meeting *before,
           const struct seats *now)
{
    return !seats->by_rule && now->taken > before->survey.seats.taken;
}

static bool
accept_answer(struct atelier *at, const struct undo_meeting *meeting,
              enum question_kind kind, struct questions *questions, struct error *err)
{
    question_decide(questions, kind);
    return atelier_may(at, question_table[kind].permission,
                       (struct row_ref){ ENTITY_MEETING, meeting->id }, err);
}

static bool
ask_seat(struct atelier *at, const struct undo_seats *seats,
         const struct undo_meeting *before, const struct seat_survey *survey,
         struct questions *questions, struct error *err)
{
    const struct seats *now = &survey->seats;

    if (too_many(before, now) == 0)
        return true;
    if (question_answer(questions, QUESTION_SEAT))
        return accept_answer(at, before, QUESTION_SEAT, questions, err);
    if (comes_back(seats, before, now))
        return question_put(questions, QUESTION_SEAT, err,
                            _("The seat has been given away since (%lld of %lld taken)."),
                            (long long)before->survey.seats.taken, (long long)now->seats);
    struct buffer names = { 0 };
    add_newcomers(at, seats->act, before->id, survey, NULL, &names);
    question_put(questions, QUESTION_SEAT, err,
                 _("More people than seats would be left (%lld of %lld taken).%s"),
                 (long long)now->taken, (long long)now->seats, buffer_text(&names));
    buffer_clear(&names);
    return false;
}

static bool
judge_quotas(const struct undo_meeting *before, const struct seat_survey *survey,
             struct seating_verdict *verdict)
{
    const struct seating without = seat_survey_seating(&before->survey);
    const struct seating with = seat_survey_seating(survey);
    const struct seating past = seat_survey_seating(&before->past);
    const struct seating_return back = { .before = &without,
                                         .after = &with,
                                         .past = &past };

    return seating_judge_return(&back, verdict);
}

static bool
ask_quota(struct atelier *at, const struct undo_seats *seats,
          const struct undo_meeting *before, const struct seat_survey *now,
          struct questions *questions, struct error *err)
{
    struct seating_verdict verdict = { 0 };
    bool ok = true;

    if (!judge_quotas(before, now, &verdict)) {
        struct buffer sentence = { 0 };
        seat_survey_say(at->db, &verdict, &sentence);
        if (!comes_back(seats, before, &now->seats))
            add_newcomers(at, seats->act, before->id, now, &verdict, &sentence);
        ok = question_answer(questions, QUESTION_QUOTA)
                 ? accept_answer(at, before, QUESTION_QUOTA, questions, err)
                 : question_put(questions, QUESTION_QUOTA, err, "%s",
                                buffer_text(&sentence));
        buffer_clear(&sentence);
    }
    seating_verdict_clear(&verdict);
    return ok;
}

static bool
check_seats(struct atelier *at, const struct undo_seats *seats,
            struct undo_meeting *meeting, struct questions *questions, struct error *err)
{
    struct seat_survey now = { 0 };
    bool ok = true; /* the undo may have taken the meeting away */

    meeting->shuts = meeting->gives && !undo_seats_gives(at, meeting->id);
    if (seat_survey_load(&now, at->db, meeting->id, atelier_today(at), NULL))
        ok = measure_past(at, seats->act, meeting, err) &&
             take_back_offers(at, seats->act, meeting, &now, err) &&
             ask_seat(at, seats, meeting, &now, questions, err) &&
             ask_quota(at, seats, meeting, &now, questions, err);
    seat_survey_clear(&now);
    return ok;
}

bool
undo_seats_check(struct atelier *at, struct undo_seats *seats,
                 struct questions *questions, struct error *err)
{
    if (!undo_rank_settle(at, seats->act, err))
        return false;
    for (size_t i = 0; i < seats->count; i++)
        if (!check_seats(at, seats, &seats->meetings[i], questions, err) ||
            !undo_workshops_check(at, seats->act, seats->meetings[i].id,
                                  &seats->meetings[i].workshops, questions, err) ||
            !undo_answers_check(at, seats->act, seats->meetings[i].id,
                                &seats->meetings[i].answers, questions, err))
            return false;
    return true;
}
