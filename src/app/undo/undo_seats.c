/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_seats.c - the meetings whose list or seats an undo changes, and how full they were
 * before it */
#include "undo/undo_seats.h"

#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/presence.h"
#include "atelier/domain/registration.h"
#include "atelier/domain/setting.h"
#include "atelier/store/journal_table.h"
#include "atelier/store/row_table.h"
#include "atelier/store/seats_table.h"
#include "atelier/store/waiting_table.h"
#include "enrolment/enrolment.h"
#include "enrolment/seat_taking.h"

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
        ok = error_set(err, ERROR_RULE, _("“%s” is %s, it does not change any more."),
                       now.title, _(meeting_states[now.state].label));
    record_clear(&meeting_entity, &now);
    return ok;
}

/* Whether there are other seats to give, to others, or on other days. */
static bool
gives_otherwise(const struct meeting *before, const struct meeting *after)
{
    return before->seats != after->seats || before->state != after->state ||
           before->waiting_list != after->waiting_list ||
           before->approval != after->approval ||
           date_compare(before->opens, after->opens) != 0 ||
           date_compare(before->closes, after->closes) != 0;
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
    if (ok && gives_otherwise(&before, left))
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
    else
        add_meeting(measuring->seats, session_subject_of(at, row->entity, record).id);
    return true;
}

static bool
note_meeting(void *context, int64_t id, struct error *err)
{
    (void)err;
    add_meeting(context, id);
    return true;
}

/* Every meeting where somebody takes a seat by the one rule and none by the other, as a
 * promise or an offer may go there, and where somebody waits, as a seat may be free. */
static bool
add_meetings_of_rules(struct measuring *measuring, const struct settings *before,
                      const struct settings *after, struct error *err)
{
    struct database *db = measuring->at->db;
    const struct seat_rule old = settings_seat_rule(before);
    const struct seat_rule new = settings_seat_rule(after);
    const struct seat_rule added = seat_rule_added(&old, &new);
    const struct seat_rule gone = seat_rule_added(&new, &old);

    return seats_table_each_with(db, &added, note_meeting, measuring->seats, err) &&
           seats_table_each_with(db, &gone, note_meeting, measuring->seats, err) &&
           waiting_table_each_meeting(db, (struct date){ 0 }, INSTANT_NONE, note_meeting,
                                      measuring->seats, err);
}

/* Which states and roles take a seat. */
static bool
add_settings(struct measuring *measuring, const struct journal_row *row,
             struct error *err)
{
    struct database *db = measuring->at->db;
    struct settings before;
    struct settings after;
    bool there = false;

    record_init(&settings_entity, &before);
    record_init(&settings_entity, &after);
    bool ok = journal_table_past(db, row->entity, row->row, measuring->act, &after,
                                 &there, err);
    record_copy(&settings_entity, &before, &after);
    ok = ok && journal_table_restore(db, row, &before, err);
    measuring->seats->by_rule = before.pending_takes_seat != after.pending_takes_seat ||
                                before.speaker_takes_seat != after.speaker_takes_seat ||
                                before.staff_takes_seat != after.staff_takes_seat;
    ok = ok && (!measuring->seats->by_rule ||
                add_meetings_of_rules(measuring, &before, &after, err));
    record_clear(&settings_entity, &before);
    record_clear(&settings_entity, &after);
    return ok;
}

static bool
visit_row(void *context, const struct journal_row *row, struct error *err)
{
    if (row->entity == &settings_entity)
        return add_settings(context, row, err);
    switch (row->entity->kind) {
    case ENTITY_MEETING:
    case ENTITY_SLOT:
    case ENTITY_REGISTRATION:
    case ENTITY_PRESENCE:
    case ENTITY_SEAT_LIMIT:
    case ENTITY_WORKSHOP:
    case ENTITY_WORKSHOP_CHOICE:
    case ENTITY_MEETING_QUESTION:
    case ENTITY_ANSWER:
        break;
    default:
        return true;
    }
    void *record = record_new(row->entity);
    const bool ok = add_row(context, row, record, err);
    record_free(row->entity, record);
    return ok;
}

/* --- how full they are */

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
                  _("“%s” is %s, its list does not change "
                    "any more."),
                  meeting.title, _(meeting_states[meeting.state].label));
    }
    record_clear(&meeting_entity, &meeting);
    return is;
}

bool
undo_seats_gives(struct atelier *at, int64_t meeting)
{
    struct enrolment enrolment = { .at = at }; /* its days are asked alone */

    record_init(&meeting_entity, &enrolment.meeting);
    const bool gives =
        row_load(at->db, &meeting_entity, meeting, &enrolment.meeting, NULL) &&
        enrolment.meeting.waiting_list != WAITING_NONE &&
        meeting_is_undecided(&enrolment.meeting) &&
        seat_taking_check_period(&enrolment, NULL);
    record_clear(&meeting_entity, &enrolment.meeting);
    return gives;
}

/* A meeting that the act removed has no seats yet. */
bool
undo_seats_measure(struct atelier *at, int64_t act, struct undo_seats *seats,
                   struct error *err)
{
    struct measuring measuring = { .at = at, .act = act, .seats = seats };

    seats->act = act;
    if (!journal_table_each_row(at->db, act, visit_row, &measuring, err))
        return false;
    for (size_t i = 0; i < seats->count; i++) {
        struct undo_meeting *meeting = &seats->meetings[i];
        meeting->final = is_final(at, meeting->id, NULL);
        meeting->gives = undo_seats_gives(at, meeting->id);
        seat_survey_load(&meeting->survey, at->db, meeting->id, atelier_today(at), NULL);
        if (!undo_workshops_measure(at, meeting->id, &meeting->workshops, err) ||
            !undo_answers_measure(at, meeting->id, &meeting->answers, err))
            return false;
    }
    return true;
}

/* A list that was open when the undone act ended its meeting may change with it. */
bool
undo_seats_check_open(struct atelier *at, const struct undo_seats *seats,
                      struct error *err)
{
    for (size_t i = 0; i < seats->count; i++)
        if (seats->meetings[i].final && is_final(at, seats->meetings[i].id, err))
            return false;
    return true;
}

void
undo_seats_clear(struct undo_seats *seats)
{
    for (size_t i = 0; i < seats->count; i++) {
        seat_survey_clear(&seats->meetings[i].survey);
        seat_survey_clear(&seats->meetings[i].past);
        undo_workshops_clear(&seats->meetings[i].workshops);
        undo_answers_clear(&seats->meetings[i].answers);
    }
    free(seats->meetings);
    *seats = (struct undo_seats){ 0 };
}
