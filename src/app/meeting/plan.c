/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plan.c - meetings as a whole: plan, move, confirm, postpone, cancel, hold, close */
#include "atelier/app/plan.h"

#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/link.h"
#include "atelier/domain/working_group.h"
#include "atelier/store/meeting_table.h"
#include "atelier/store/row_table.h"
#include "enrolment/lapse.h"
#include "enrolment/settle.h"
#include "enrolment/settle_pending.h"
#include "meeting/meeting_uid.h"
#include "meeting/plan_clock.h"
#include "meeting/plan_step.h"
#include "noun/item_rule.h"
#include "noun/slot_rule.h"
#include "noun/workshop_rule.h"
#include "record/zone_rule.h"
#include "session/operation.h"

/* As far from its start as the group's meetings last. */
static struct local_time
usual_end(const struct meeting *meeting, const struct working_group *group)
{
    return local_time_add_minutes(
        meeting->start, group->duration > 0 ? group->duration : MEETING_USUAL_MINUTES);
}

bool
plan_prepare(struct atelier *at, int64_t id, struct meeting *meeting, struct error *err)
{
    struct working_group group;
    record_init(&working_group_entity, &group);
    bool ok = row_load(at->db, &working_group_entity, id, &group, err);
    if (ok) {
        meeting->group = id;
        memory_replace(&meeting->zone, group.zone ? group.zone : at->settings.zone);
        meeting->room = group.room;
        meeting->seats = group.seats;
        if (!meeting->title)
            meeting->title = memory_copy(group.name);
        if (!local_time_is_none(meeting->start) && local_time_is_none(meeting->end))
            meeting->end = usual_end(meeting, &group);
    }
    record_clear(&working_group_entity, &group);
    return ok;
}

/* An end that was not given is as far away as the group's meetings last. */
static bool
complete(struct atelier *at, struct meeting *meeting, struct error *err)
{
    if (!meeting->zone)
        meeting->zone = memory_copy(at->settings.zone);
    if (local_time_is_none(meeting->start) || !local_time_is_none(meeting->end))
        return true;

    struct working_group group;
    record_init(&working_group_entity, &group);
    bool ok = row_load(at->db, &working_group_entity, meeting->group, &group, err);
    if (ok)
        meeting->end = usual_end(meeting, &group);
    record_clear(&working_group_entity, &group);
    return ok;
}

/* A link that was there before keeps its words, so that the rest can be corrected. */
static bool
settle_link(const struct meeting *before, struct meeting *after, struct error *err)
{
    const struct field *link = entity_field(&meeting_entity, "link");

    return (before && field_equal(link, before, after)) ||
           link_complete(&after->link, err);
}

static struct operation_note
make_note(enum act act, const struct meeting *meeting, const char *reason)
{
    return (struct operation_note){
        .act = act,
        .entity = ENTITY_MEETING,
        .row = meeting->head.id,
        .summary = meeting->title,
        .reason = reason,
    };
}

/* States have acts with rules of their own: a reason, the day, what calendars are owed.
 */
static bool
refuse_state(struct error *err)
{
    return error_set_field(
        err, ERROR_RULE, "state",
        _("Confirm, postpone, cancel, hold or close the meeting: its state is not "
          "typed."));
}

bool
plan_step_add(struct atelier *at, struct meeting *meeting, struct questions *questions,
              struct error *err)
{
    if ((!meeting_is_undecided(meeting) && !refuse_state(err)) ||
        !complete(at, meeting, err) || !settle_link(NULL, meeting, err) ||
        !record_check(&meeting_entity, meeting, err) ||
        !plan_clock_settle(at, meeting, questions, err) ||
        !zone_rule_settle(at, &meeting_entity, NULL, meeting, err) ||
        (meeting->number == NUMBER_NONE &&
         !meeting_table_next_number(at->db, meeting->group, &meeting->number, err)))
        return false;
    meeting_uid_make(at, meeting);
    return row_insert(at->db, &meeting_entity, meeting, at->login, atelier_now(at), err);
}

bool
plan_add(struct atelier *at, struct meeting *meeting, struct questions *questions,
         unsigned *warnings, struct error *err)
{
    *warnings = 0;
    if (!operation_begin(at, ACT_MEETING_ADD_NEEDS,
                         record_subject(&meeting_entity, meeting), err))
        return false;
    const bool ok = plan_step_add(at, meeting, questions, err) &&
                    plan_warnings(at, meeting, warnings, NULL, err);
    struct operation_note note = make_note(ACT_MEETING_ADD, meeting, NULL);
    return operation_end(at, ok, &note, err);
}

static bool
same_time(const struct meeting *a, const struct meeting *b)
{
    return a->start_at == b->start_at && a->end_at == b->end_at &&
           local_time_compare(a->start, b->start) == 0 &&
           local_time_compare(a->end, b->end) == 0;
}

/* A time that nobody touched keeps the instant that was chosen for it, unless the other
 * one is asked for. */
static bool
settle_change(struct atelier *at, const struct meeting *before, struct meeting *after,
              struct questions *questions, struct error *err)
{
    const struct field *zone = entity_field(&meeting_entity, "zone");
    if (!question_answer(questions, QUESTION_CLOCK) && same_time(before, after) &&
        field_equal(zone, before, after))
        return true;
    return plan_clock_settle(at, after, questions, err);
}

/* Rule 10: an unchanged row is not an act, one that moved since is a conflict. */
static bool
write_change(struct atelier *at, struct meeting *meeting, const struct meeting *before,
             struct error *err)
{
    if (record_equal(&meeting_entity, before, meeting) &&
        before->head.rev == meeting->head.rev)
        return true;
    if (!meeting_is_open(before) && before->head.rev == meeting->head.rev)
        return error_set(err, ERROR_RULE,
                         _("The meeting is %s: it does not change any more."),
                         _(meeting_states[before->state].label));
    if (meeting->state != before->state && before->head.rev == meeting->head.rev)
        return refuse_state(err);
    meeting->postponed_from = before->postponed_from;
    /* Postponed by a program that did not keep the day. */
    if (meeting_waits_for_date(before) &&
        local_time_compare(before->start, meeting->start) != 0)
        meeting->postponed_from = before->start;
    meeting->ics_sequence = before->ics_sequence;
    if (meeting_sequence_rises(before, meeting))
        meeting->ics_sequence++;
    return row_update(at->db, &meeting_entity, meeting, at->login, atelier_now(at), err);
}

bool
plan_step_change(struct atelier *at, const struct meeting *before,
                 struct meeting *meeting, struct questions *questions,
                 struct questions *of_parts, struct error *err)
{
    if (!complete(at, meeting, err) || !settle_link(before, meeting, err) ||
        !record_check(&meeting_entity, meeting, err) ||
        !settle_change(at, before, meeting, questions, err) ||
        !zone_rule_settle(at, &meeting_entity, before, meeting, err) ||
        !write_change(at, meeting, before, err))
        return false;
    return slot_rule_follow(at, before, meeting, of_parts, err) &&
           workshop_rule_follow(at, before, meeting, of_parts, err) &&
           item_rule_follow(at, before, meeting, of_parts, err);
}

bool
plan_change(struct atelier *at, struct meeting *meeting, struct questions *questions,
            unsigned *warnings, struct error *err)
{
    *warnings = 0;
    const int64_t rev = meeting->head.rev;
    const struct row_ref subject = record_subject(&meeting_entity, meeting);
    if (!operation_begin(at, ACT_MEETING_CHANGE_NEEDS, subject, err))
        return false;

    struct meeting before;
    record_init(&meeting_entity, &before);
    bool ok = row_load(at->db, &meeting_entity, meeting->head.id, &before, err) &&
              plan_step_change(at, &before, meeting, questions, questions, err) &&
              plan_warnings(at, meeting, warnings, NULL, err);
    bool moved = ok && meeting_sequence_rises(&before, meeting);
    ok = ok && (!moved || atelier_may(at, ACT_MEETING_MOVE_NEEDS, subject, err)) &&
         atelier_may(at, ACT_MEETING_CHANGE_NEEDS,
                     (struct row_ref){ ENTITY_WORKING_GROUP, meeting->group }, err);
    struct register_given came = { 0 };
    if (before.approval && !meeting->approval)
        ok = ok && enrolment_settle_pending(at, meeting->head.id, &came, err);
    struct operation_note note =
        make_note(moved ? ACT_MEETING_MOVE : ACT_MEETING_CHANGE, meeting, NULL);
    ok = operation_end(at, ok, &note, err);
    if (!ok)
        meeting->head.rev = rev; /* what moves with it asked: it is written again */
    if (ok)
        enrolment_settle(at, meeting->head.id, SETTLE_AS_PLANNED, NULL);
    if (ok && !register_given_is_empty(&came))
        at->given = came;
    record_clear(&meeting_entity, &before);
    return ok;
}

static enum act
journal_act_of(enum meeting_act act)
{
    switch (act) {
    case MEETING_CONFIRM:
        return ACT_MEETING_CONFIRM;
    case MEETING_POSTPONE:
        return ACT_MEETING_POSTPONE;
    case MEETING_CANCEL:
        return ACT_MEETING_CANCEL;
    case MEETING_HOLD:
        return ACT_MEETING_HOLD;
    case MEETING_CLOSE:
        return ACT_MEETING_CLOSE;
    case MEETING_REOPEN:
        return ACT_MEETING_REOPEN;
    case MEETING_ACT_COUNT:
        break;
    }
    return ACT_MEETING_CHANGE;
}

/* A meeting that is still to come did not take place yet.  The reason comes last: nobody
 * is asked for the reason of what cannot be done. */
static bool
check_act(struct atelier *at, const struct meeting *meeting, enum meeting_act act,
          const char *reason, struct error *err)
{
    if (act == MEETING_HOLD && meeting->start_at > atelier_now(at))
        return error_set(
            err, ERROR_RULE,
            _("The meeting is still to come; say so when it has taken place."));
    if (act == MEETING_REOPEN && !reason)
        return error_set_field(err, ERROR_INPUT, "reason",
                               _("Say why: whoever relied on the list will ask."));
    if (meeting_act_wants_reason(act) && !reason)
        return error_set_field(err, ERROR_INPUT, "reason",
                               _("Say why: the people on the list will ask."));
    return true;
}

bool
plan_step_act(struct atelier *at, struct meeting *meeting, enum meeting_act act,
              const char *reason, struct register_given *ended, struct error *err)
{
    struct meeting before;
    record_init(&meeting_entity, &before);
    record_copy(&meeting_entity, &before, meeting);
    const bool is_draft_off = act == MEETING_CANCEL && before.state == MEETING_DRAFT;
    bool told = false;
    bool ok = meeting_state_after(before.state, act, &meeting->state, err) &&
              check_act(at, meeting, act, reason, err) &&
              (!is_draft_off || meeting_uid_was_told(at, meeting->head.id, &told, err));
    if (ok) {
        if (act == MEETING_CONFIRM || (reason && act != MEETING_REOPEN))
            memory_replace(&meeting->reason, reason);
        meeting->cancelled_draft = is_draft_off && !told;
        if (act == MEETING_CONFIRM || act == MEETING_POSTPONE)
            meeting->postponed_from =
                act == MEETING_POSTPONE ? meeting->start : (struct local_time){ 0 };
        if (meeting_sequence_rises(&before, meeting))
            meeting->ics_sequence++;
        ok = row_update(at->db, &meeting_entity, meeting, at->login, atelier_now(at),
                        err) &&
             (!meeting_is_past_offers(meeting) ||
              enrolment_lapse_offers(at, meeting->head.id, ended, err));
    }
    record_clear(&meeting_entity, &before);
    return ok;
}

bool
plan_act(struct atelier *at, int64_t id, enum meeting_act act, const char *reason,
         struct error *err)
{
    char *tidy = text_is_blank(reason) ? NULL : text_tidy(reason);

    struct register_given ended = { 0 };
    struct meeting meeting;
    record_init(&meeting_entity, &meeting);
    bool ok = operation_begin(at, act_permission(journal_act_of(act)),
                              (struct row_ref){ ENTITY_MEETING, id }, err);
    if (ok) {
        ok = row_load(at->db, &meeting_entity, id, &meeting, err) &&
             plan_step_act(at, &meeting, act, tidy, &ended, err);
        struct operation_note note = make_note(journal_act_of(act), &meeting, tidy);
        ok = operation_end(at, ok, &note, err);
    }
    if (ok)
        enrolment_settle(at, id, SETTLE_AS_PLANNED, NULL);
    if (ok && !register_given_is_empty(&ended))
        at->given = ended;
    record_clear(&meeting_entity, &meeting);
    free(tidy);
    return ok;
}
