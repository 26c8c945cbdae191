/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_seats.c - the meetings whose list or seats an undo changes: may it, and is there a
 * seat for whoever comes back? */
#include "record/undo_seats.h"

#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/presence.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/seat_limit.h"
#include "atelier/store/journal_table.h"
#include "atelier/store/registration_table.h"
#include "atelier/store/row_table.h"
#include "atelier/store/seats_table.h"
#include "atelier/store/waiting_table.h"

struct measuring {
    struct atelier *at;
    int64_t act;
    struct undo_seats *seats;
};

/* One that was noted already, or anew; NULL where there is none. */
static struct undo_meeting *
add_meeting(struct undo_seats *seats, int64_t id)
{
    for (size_t i = 0; i < seats->count; i++)
        if (seats->meetings[i].id == id)
            return &seats->meetings[i];
    if (id == 0)
        return NULL;
    seats->meetings = memory_grow(seats->meetings, &seats->capacity, seats->count + 1,
                                  sizeof seats->meetings[0]);
    seats->meetings[seats->count++] = (struct undo_meeting){ .id = id };
    return &seats->meetings[seats->count - 1];
}

/* The act changed a limit, or when the meeting gives seats. */
static void
add_limited(struct undo_seats *seats, int64_t id)
{
    struct undo_meeting *meeting = add_meeting(seats, id);

    if (meeting)
        meeting->limited = true;
}

/* --- which meetings */

static int64_t
meeting_of_registration(struct atelier *at, int64_t id)
{
    struct registration registration;
    int64_t meeting = 0;

    record_init(&registration_entity, &registration);
    if (row_load(at->db, &registration_entity, id, &registration, NULL))
        meeting = registration.meeting;
    record_clear(&registration_entity, &registration);
    return meeting;
}

/* A closed meeting does not change, but by opening it again (rule 7). */
static bool
check_meeting(struct atelier *at, const struct meeting *before,
              const struct meeting *after, struct error *err)
{
    struct meeting now;
    bool ok = true;

    record_init(&meeting_entity, &now);
    if (before->state == after->state &&
        row_load(at->db, &meeting_entity, after->head.id, &now, NULL) &&
        now.state == MEETING_CLOSED)
        ok = error_set(err, ERROR_RULE,
                       _("It cannot be undone: “%s” is %s, it does not change any more."),
                       now.title, _(meeting_states[now.state].label));
    record_clear(&meeting_entity, &now);
    return ok;
}

/* One that the act made or removed has no seats to count. */
static bool
add_changed_meeting(struct measuring *measuring, const struct journal_row *row,
                    const void *after, struct error *err)
{
    struct meeting before;
    const struct meeting *left = after;

    if (row->kind != JOURNAL_CHANGED)
        return true;
    record_init(&meeting_entity, &before);
    record_copy(&meeting_entity, &before, after);
    const bool ok = journal_table_restore(measuring->at->db, row, &before, err) &&
                    check_meeting(measuring->at, &before, left, err);
    if (ok && (before.seats != left->seats || before.state != left->state ||
               before.waiting_list != left->waiting_list ||
               date_compare(before.closes, left->closes) != 0))
        add_meeting(measuring->seats, row->row);
    record_clear(&meeting_entity, &before);
    return ok;
}

/* The row as the act found it when it is gone, else as the act left it. */
static bool
add_row(struct measuring *measuring, const struct journal_row *row, void *record,
        struct error *err)
{
    struct atelier *at = measuring->at;
    bool there = false;

    if (!journal_table_past(at->db, row->entity, row->row, measuring->act, record, &there,
                            err))
        return false;
    if (row->entity->kind == ENTITY_MEETING)
        return add_changed_meeting(measuring, row, record, err);
    if (row->kind == JOURNAL_REMOVED && !journal_table_restore(at->db, row, record, err))
        return false;
    if (row->entity->kind == ENTITY_PRESENCE)
        add_meeting(
            measuring->seats,
            meeting_of_registration(at, ((const struct presence *)record)->registration));
    else if (row->entity->kind == ENTITY_SEAT_LIMIT)
        add_limited(measuring->seats, record_subject(row->entity, record).id);
    else
        add_meeting(measuring->seats, record_subject(row->entity, record).id);
    return true;
}

static bool
visit_row(void *context, const struct journal_row *row, struct error *err)
{
    switch (row->entity->kind) {
    case ENTITY_MEETING:
    case ENTITY_SLOT:
    case ENTITY_REGISTRATION:
    case ENTITY_PRESENCE:
    case ENTITY_SEAT_LIMIT:
        break;
    default:
        return true;
    }
    void *record = record_new(row->entity);
    const bool ok = add_row(context, row, record, err);
    record_free(row->entity, record);
    return ok;
}

/* --- how full they were */

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

/* Rule 7: the list of a meeting that is cancelled or closed is final. */
static bool
is_final(struct atelier *at, int64_t id, struct error *err)
{
    struct meeting meeting;
    bool is = false;

    record_init(&meeting_entity, &meeting);
    if (row_load(at->db, &meeting_entity, id, &meeting, NULL) &&
        !meeting_is_open(&meeting)) {
        is = true;
        error_set(err, ERROR_RULE,
                  _("It cannot be undone: “%s” is %s, its list does not change "
                    "any more."),
                  meeting.title, _(meeting_states[meeting.state].label));
    }
    record_clear(&meeting_entity, &meeting);
    return is;
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

static bool
measure_meeting(struct atelier *at, int64_t act, struct undo_meeting *meeting,
                struct error *err)
{
    struct seat_survey *now = &meeting->survey;
    struct seat_survey *past = &meeting->past;
    struct counting counting = { .at = at, .before = act, .survey = past };
    const struct date today = atelier_today(at);

    /* A meeting that the act removed has no seats yet. */
    if (!seat_survey_load(now, at->db, meeting->id, today, NULL))
        return true;
    if (!seat_survey_load(past, at->db, meeting->id, today, err) ||
        !registration_table_each_touched(at->db, meeting->id, act, count_back, &counting,
                                         err) ||
        !seats_before(at, act, meeting->id, &past->seats.seats, err) ||
        !limits_before(at, act, &past->limits, err))
        return false;
    const int64_t number = past->seats.seats;
    meeting->taken = now->seats.taken;
    meeting->seats = now->seats.seats;
    meeting->allowed =
        number != NUMBER_NONE && past->seats.taken > number ? past->seats.taken : 0;
    return true;
}

bool
undo_seats_measure(struct atelier *at, int64_t act, struct undo_seats *seats,
                   struct error *err)
{
    struct measuring measuring = { .at = at, .act = act, .seats = seats };
    bool ok = journal_table_each_row(at->db, act, visit_row, &measuring, err);

    for (size_t i = 0; ok && i < seats->count; i++) {
        seats->meetings[i].final = is_final(at, seats->meetings[i].id, NULL);
        ok = measure_meeting(at, act, &seats->meetings[i], err);
    }
    return ok;
}

void
undo_seats_clear(struct undo_seats *seats)
{
    for (size_t i = 0; i < seats->count; i++) {
        seat_survey_clear(&seats->meetings[i].survey);
        seat_survey_clear(&seats->meetings[i].past);
    }
    free(seats->meetings);
    *seats = (struct undo_seats){ 0 };
}

/* --- once it is done */

static bool
put_back_to_wait(struct atelier *at, int64_t id, struct error *err)
{
    struct registration registration;

    record_init(&registration_entity, &registration);
    bool ok = row_load(at->db, &registration_entity, id, &registration, err);
    registration.previous_state = registration.state;
    registration.state = REGISTRATION_WAITING;
    registration_count_change(registration.previous_state, &registration);
    ok = ok && row_update(at->db, &registration_entity, &registration, at->login,
                          atelier_now(at), err);
    record_clear(&registration_entity, &registration);
    return ok;
}

/* Whether the undo left fewer seats for those to whom one is offered. */
static bool
is_tighter(const struct undo_meeting *before, const struct seats *seats)
{
    return before->limited || seats->taken > before->taken ||
           (seats->seats != NUMBER_NONE &&
            (before->seats == NUMBER_NONE || seats->seats < before->seats));
}

/* Whether there is still the seat that somebody was offered. */
static bool
holds_good(struct seat_survey *survey, const struct waiting *offered)
{
    const struct registration registration = { .state = REGISTRATION_OFFERED,
                                               .role = offered->role,
                                               .category = offered->category,
                                               .organisation = offered->organisation };
    struct seating_verdict verdict = { 0 };

    seat_survey_follow(survey, &registration, NULL);
    const bool good = seat_survey_judge(
        survey, offered->category, offered->organisation,
        seat_survey_takes(survey, REGISTRATION_OFFERED, offered->role), &verdict);
    if (good)
        seat_survey_follow(survey, NULL, &registration);
    seating_verdict_clear(&verdict);
    return good;
}

/* An offer that nobody has answered is taken back where its seat is gone, the last one
 * first: they wait again at their place. */
static bool
take_back_offers(struct atelier *at, int64_t meeting, struct error *err)
{
    struct waiting_list offered = { 0 };
    struct seat_survey survey = { 0 };
    bool ok = waiting_table_list(at->db, meeting, REGISTRATION_OFFERED, &offered, err) &&
              seat_survey_load(&survey, at->db, meeting, atelier_today(at), err);

    for (size_t i = offered.count; ok && i > 0; i--)
        if (!holds_good(&survey, &offered.items[i - 1]))
            ok = put_back_to_wait(at, offered.items[i - 1].registration, err);
    seat_survey_clear(&survey);
    waiting_list_clear(&offered);
    return ok;
}

/* How many seats more are taken than there are and than were before. */
static int64_t
too_many(const struct undo_meeting *before, const struct seats *seats)
{
    int64_t most = seats->seats;

    if (seats->seats == NUMBER_NONE)
        return 0;
    if (before->taken > most)
        most = before->taken;
    if (before->allowed > most)
        most = before->allowed;
    return seats->taken > most ? seats->taken - most : 0;
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
ask_seat(struct atelier *at, const struct undo_meeting *before, const struct seats *seats,
         struct questions *questions, struct error *err)
{
    if (too_many(before, seats) == 0)
        return true;
    if (question_answer(questions, QUESTION_SEAT))
        return accept_answer(at, before, QUESTION_SEAT, questions, err);
    return question_put(questions, QUESTION_SEAT, err,
                        _("The seat has been given away since (%lld of %lld taken)."),
                        (long long)before->taken, (long long)seats->seats);
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

/* Nobody was counted by category or organisation where there was no quota, and an undo
 * that brings one back brings nobody. */
static bool
ask_quota(struct atelier *at, const struct undo_meeting *before,
          struct questions *questions, struct error *err)
{
    if (before->survey.limits.count == 0)
        return true;
    struct seat_survey survey = { 0 };
    struct seating_verdict verdict = { 0 };
    bool ok = seat_survey_load(&survey, at->db, before->id, atelier_today(at), err);
    if (ok && !judge_quotas(before, &survey, &verdict)) {
        struct buffer sentence = { 0 };
        seat_survey_say(at->db, &verdict, &sentence);
        ok = question_answer(questions, QUESTION_QUOTA)
                 ? accept_answer(at, before, QUESTION_QUOTA, questions, err)
                 : question_put(questions, QUESTION_QUOTA, err, "%s",
                                buffer_text(&sentence));
        buffer_clear(&sentence);
    }
    seating_verdict_clear(&verdict);
    seat_survey_clear(&survey);
    return ok;
}

static bool
check_seats(struct atelier *at, const struct undo_meeting *before,
            struct questions *questions, struct error *err)
{
    struct seats seats;

    if (!seats_table_count(at->db, before->id, &seats, NULL))
        return true; /* the undo took the meeting away */
    if (is_tighter(before, &seats) &&
        (!take_back_offers(at, before->id, err) ||
         !seats_table_count(at->db, before->id, &seats, err)))
        return false;
    return ask_seat(at, before, &seats, questions, err) &&
           ask_quota(at, before, questions, err);
}

bool
undo_seats_check(struct atelier *at, const struct undo_seats *seats,
                 struct questions *questions, struct error *err)
{
    /* A list that was open when the undone act ended its meeting may change with it. */
    for (size_t i = 0; i < seats->count; i++)
        if ((seats->meetings[i].final && is_final(at, seats->meetings[i].id, err)) ||
            !check_seats(at, &seats->meetings[i], questions, err))
            return false;
    return true;
}
