/* SPDX-License-Identifier: GPL-3.0-or-later */
/* workshop_rule.c - what the workshops of a meeting keep to, and how they follow it */
#include "noun/workshop_rule.h"

#include <stdlib.h>

#include "atelier/app/part_advice.h"
#include "atelier/app/slots.h"
#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/slot.h"
#include "atelier/store/row_table.h"
#include "atelier/store/seat_limit_table.h"
#include "atelier/store/slot_table.h"
#include "atelier/store/workshop_table.h"
#include "calendar/meeting_part_span.h"
#include "meeting/meeting_uid.h"
#include "meeting/plan_clock.h"
#include "meeting/slot_making.h"
#include "noun/part_rule.h"
#include "workshop/workshop_double.h"
#include "workshop/workshop_overfull.h"

/* The hours, whoever has them: its slot, or itself. */
static bool
read_hours(struct atelier *at, const struct workshop *workshop, struct local_time *start,
           struct local_time *end, struct error *err)
{
    *start = workshop->start;
    *end = workshop->end;
    if (workshop->slot == 0)
        return true;
    struct slot slot;
    record_init(&slot_entity, &slot);
    bool ok = row_load(at->db, &slot_entity, workshop->slot, &slot, err);
    if (ok && slot.meeting != workshop->meeting)
        ok = error_set_field(err, ERROR_RULE, "slot",
                             _("The slot is of another meeting; choose one of this."));
    *start = slot.start;
    *end = slot.end;
    record_clear(&slot_entity, &slot);
    return ok;
}

static bool
check_within(const struct meeting *meeting, const struct workshop *workshop,
             struct error *err)
{
    return workshop->slot != 0 ||
           part_rule_check_within(meeting, ENTITY_WORKSHOP, workshop->start,
                                  workshop->end, err);
}

/* The clock may show the hours of the meeting, and mean those before or after it. */
static bool
check_within_instants(const struct meeting *meeting, const struct workshop *workshop,
                      struct error *err)
{
    const bool starts = workshop->start_at >= meeting->start_at;

    return workshop->slot != 0 || (starts && workshop->end_at <= meeting->end_at) ||
           part_rule_refuse_outside(meeting, ENTITY_WORKSHOP, starts ? "end" : "start",
                                    err);
}

/* The hours that were typed, or of the whole meeting, where they are those of a slot. */
static const struct slot *
find_slot(const struct slot_list *slots, const struct meeting *meeting,
          const struct workshop *workshop)
{
    const bool has_hours = !local_time_is_none(workshop->start);
    const struct local_time start = has_hours ? workshop->start : meeting->start;
    const struct local_time end = has_hours ? workshop->end : meeting->end;

    for (size_t i = 0; i < slots->count; i++)
        if (local_time_compare(slots->items[i].start, start) == 0 &&
            local_time_compare(slots->items[i].end, end) == 0)
            return &slots->items[i];
    return NULL;
}

/* Neither slot nor hours: the only slot, or the whole meeting.  A new one whose hours are
 * those of a slot lies in it: seats are given slot by slot. */
static bool
choose_hours(struct atelier *at, const struct meeting *meeting, bool is_new,
             struct workshop *workshop, struct error *err)
{
    const bool has_hours = !local_time_is_none(workshop->start);

    if (workshop->slot > 0 || (workshop->slot == 0 && has_hours && !is_new))
        return true;
    struct slot_list slots = { 0 };
    const bool ok = slot_table_list(at->db, meeting->head.id, &slots, err);
    if (ok && workshop->slot < 0) { /* before they were written, as in slots.h */
        const size_t index = (size_t)(-workshop->slot - 1);
        workshop->slot = index < slots.count ? slots.items[index].head.id : 0;
        slot_list_clear(&slots);
        return true;
    }
    const struct slot *same = find_slot(&slots, meeting, workshop);
    if (ok && same) {
        workshop->slot = same->head.id;
        workshop->start = workshop->end = (struct local_time){ 0 };
    } else if (ok && !has_hours && slots.count == 1) {
        workshop->slot = slots.items[0].head.id;
    } else if (ok && !has_hours) {
        workshop->start = meeting->start;
        workshop->end = meeting->end;
    }
    slot_list_clear(&slots);
    return ok;
}

static bool
check_again(struct atelier *at, const struct workshop *workshop, struct error *err)
{
    if (workshop->again == 0)
        return true;
    struct workshop first;
    record_init(&workshop_entity, &first);
    bool ok = row_load(at->db, &workshop_entity, workshop->again, &first, err);
    if (ok && first.meeting != workshop->meeting)
        ok = error_set_field(
            err, ERROR_RULE, "again",
            _("That workshop is of another meeting; choose one of this."));
    else if (ok && first.again != 0)
        ok = error_set_field(err, ERROR_RULE, "again",
                             _("That one is itself given once more: name the first."));
    record_clear(&workshop_entity, &first);
    return ok;
}

static bool
set_instants(struct atelier *at, const struct meeting *meeting, struct workshop *workshop,
             struct error *err)
{
    const struct meeting_whole whole = { .start = meeting->start,
                                         .end = meeting->end,
                                         .span = { meeting->start_at, meeting->end_at } };

    struct local_time start;
    struct local_time end;
    if (!read_hours(at, workshop, &start, &end, err))
        return false;
    const struct zone *zone = zone_cache_get(at->zones, meeting->zone, NULL);
    const struct span span =
        workshop->slot != 0 ? meeting_part_span(zone, start, end, &whole)
                            : meeting_part_span_chosen(
                                  zone, start, end, &whole,
                                  (struct span){ workshop->start_at, workshop->end_at });
    workshop->start_at = span.start;
    workshop->end_at = span.end;
    return span.start < span.end ||
           error_set_field(err, ERROR_INPUT, "end", _("The end is not after the start."));
}

static void
make_uid(struct atelier *at, struct workshop *workshop)
{
    free(workshop->ics_uid);
    workshop->ics_uid = meeting_uid_new(at);
    workshop->ics_sequence = 0;
}

bool
workshop_rule_check(struct atelier *at, const struct workshop *before,
                    struct workshop *after, struct error *err)
{
    if (before && before->meeting != after->meeting)
        return error_set_field(
            err, ERROR_RULE, "meeting",
            _("A workshop stays with its meeting; add one to the other."));
    struct meeting meeting;
    record_init(&meeting_entity, &meeting);
    const bool ok = row_load(at->db, &meeting_entity, after->meeting, &meeting, err) &&
                    part_rule_check_open(&meeting, err) &&
                    choose_hours(at, &meeting, !before, after, err) &&
                    check_within(&meeting, after, err) && check_again(at, after, err) &&
                    set_instants(at, &meeting, after, err) &&
                    check_within_instants(&meeting, after, err) &&
                    workshop_double_check(at, after, err);
    record_clear(&meeting_entity, &meeting);
    if (ok && !before) {
        make_uid(at, after);
    } else if (ok) {
        memory_replace(&after->ics_uid, before->ics_uid);
        after->ics_sequence =
            before->ics_sequence + (workshop_sequence_rises(before, after) ? 1 : 0);
    }
    return ok;
}

/* Quotas and speakers go with it; who chose it keeps it. */
static bool
remove_parts(struct atelier *at, int64_t workshop, struct error *err)
{
    struct seat_limit_list limits = { 0 };
    struct speaker_list speakers = { 0 };
    bool ok = seat_limit_table_list_of_workshop(at->db, workshop, &limits, err) &&
              speaker_table_list(at->db, workshop, &speakers, err);
    for (size_t i = 0; ok && i < limits.count; i++)
        ok = row_delete(at->db, &seat_limit_entity, limits.items[i].head.id,
                        limits.items[i].head.rev, err);
    for (size_t i = 0; ok && i < speakers.count; i++)
        ok = row_delete(at->db, &speaker_entity, speakers.items[i].head.id,
                        speakers.items[i].head.rev, err);
    seat_limit_list_clear(&limits);
    speaker_list_clear(&speakers);
    return ok;
}

/* Whether the hours of a new workshop are those of a slot that the meeting would have. */
static bool
wants_slots(struct atelier *at, const struct workshop *workshop, struct error *err)
{
    struct meeting meeting;
    struct slot_list slots = { 0 };
    record_init(&meeting_entity, &meeting);
    bool wants = row_load(at->db, &meeting_entity, workshop->meeting, &meeting, err) &&
                 slot_table_list(at->db, workshop->meeting, &slots, err) &&
                 slots.count == 0 && meeting_is_open(&meeting);
    if (wants)
        slot_making_cut(at, &meeting, &slots);
    wants = wants && find_slot(&slots, &meeting, workshop);
    slot_list_clear(&slots);
    record_clear(&meeting_entity, &meeting);
    return wants;
}

bool
workshop_rule_make_slots(struct atelier *at, const struct workshop *workshop,
                         struct questions *questions, struct error *err)
{
    struct error none = { 0 };
    size_t made;

    if (workshop->slot > 0 || (workshop->slot == 0 && !wants_slots(at, workshop, &none)))
        return true; /* what else is wrong is said when it is written */
    if (slots_make(at, workshop->meeting, questions, &made, err))
        return true;
    /* None can lie there, as when clocks are put back: it has hours of its own. */
    if (err->kind != ERROR_RULE)
        return false;
    error_clear(err);
    return true;
}

bool
workshop_rule_settle(struct atelier *at, const struct workshop *before,
                     struct workshop *after, struct questions *questions,
                     struct error *err)
{
    const struct plan_clock_part part = {
        .meeting = after->meeting,
        .start = &after->start,
        .end = &after->end,
        .start_at = &after->start_at,
        .end_at = &after->end_at,
        .start_before = before ? &before->start : NULL,
        .end_before = before ? &before->end : NULL,
    };

    return plan_clock_settle_part(at, &part, questions, err);
}

bool
workshop_rule_check_open(struct atelier *at, const struct workshop *workshop,
                         struct error *err)
{
    struct meeting meeting;
    record_init(&meeting_entity, &meeting);
    const bool ok = row_load(at->db, &meeting_entity, workshop->meeting, &meeting, err) &&
                    part_rule_check_open(&meeting, err);
    record_clear(&meeting_entity, &meeting);
    return ok;
}

/* Rule 14: calendars have it, and are told that it does not take place. */
static bool
check_untold(struct atelier *at, const struct workshop *workshop, struct error *err)
{
    struct meeting meeting;
    bool told = false;

    record_init(&meeting_entity, &meeting);
    const bool ok = row_load(at->db, &meeting_entity, workshop->meeting, &meeting, err) &&
                    meeting_uid_was_told(at, workshop->meeting, &told, err);
    told = told || meeting.state != MEETING_DRAFT;
    record_clear(&meeting_entity, &meeting);
    return ok &&
           (!told || error_set(err, ERROR_RULE,
                               _("The meeting was confirmed, so that calendars have the "
                                 "workshop: cancel it instead, and they tell.")));
}

bool
workshop_rule_check_removal(struct atelier *at, const struct workshop *workshop,
                            struct error *err)
{
    return workshop_rule_check_open(at, workshop, err) &&
           check_untold(at, workshop, err) && remove_parts(at, workshop->head.id, err);
}

/* Without a room of its own it is in that of the meeting, which lists tell of the
 * meeting.
 */
static bool
warn_of_room(struct atelier *at, const struct workshop *workshop, struct buffer *text)
{
    const size_t before = text->length;

    if (workshop->room == 0)
        workshop_advise(at, workshop, "room", ADVICE_WHOLE, text);
    return text->length > before;
}

bool
workshop_rule_warn(struct atelier *at, const struct workshop *workshop,
                   struct buffer *text)
{
    return workshop_overfull_warn(at, workshop, text) ||
           part_warn(at, workshop->meeting,
                     (struct row_ref){ ENTITY_WORKSHOP, workshop->head.id }, text) ||
           warn_of_room(at, workshop, text);
}

/* How a meeting moved, and whom to ask what that means; NULL: it did not. */
struct following {
    int64_t minutes;
    struct questions *questions;
};

static bool
follow_hours(struct atelier *at, const struct following *following,
             struct workshop *workshop, struct error *err)
{
    if (!following || workshop->slot != 0)
        return true;
    workshop->start = local_time_add_minutes(workshop->start, following->minutes);
    workshop->end = local_time_add_minutes(workshop->end, following->minutes);
    const struct plan_clock_part part = {
        .meeting = workshop->meeting,
        .name = workshop->title,
        .start = &workshop->start,
        .end = &workshop->end,
        .start_at = &workshop->start_at,
        .end_at = &workshop->end_at,
    };

    return workshop->state == WORKSHOP_CANCELLED ||
           plan_clock_settle_part(at, &part, following->questions, err);
}

static bool
follow_one(struct atelier *at, const struct meeting *meeting, struct workshop *workshop,
           const struct following *following, bool is_told, struct error *err)
{
    struct workshop before;
    record_init(&workshop_entity, &before);
    record_copy(&workshop_entity, &before, workshop);
    bool ok = follow_hours(at, following, workshop, err) &&
              set_instants(at, meeting, workshop, err);
    if (ok && !record_equal(&workshop_entity, &before, workshop)) {
        if (is_told && workshop_sequence_rises(&before, workshop))
            workshop->ics_sequence++;
        ok = row_update(at->db, &workshop_entity, workshop, at->login, atelier_now(at),
                        err);
    }
    record_clear(&workshop_entity, &before);
    return ok;
}

static bool
follow_all(struct atelier *at, const struct meeting *meeting,
           const struct following *following, bool is_told, struct error *err)
{
    struct workshop_list list = { 0 };
    bool ok = workshop_table_list(at->db, meeting->head.id, &list, err);
    for (size_t i = 0; ok && i < list.count; i++)
        ok = follow_one(at, meeting, &list.items[i], following, is_told, err);
    for (size_t i = 0; ok && i < list.count; i++)
        ok = workshop_double_check(at, &list.items[i], err);
    workshop_list_clear(&list);
    return ok;
}

bool
workshop_rule_rename(struct atelier *at, int64_t meeting, struct error *err)
{
    struct workshop_list list = { 0 };
    bool ok = workshop_table_list(at->db, meeting, &list, err);
    for (size_t i = 0; ok && i < list.count; i++) {
        make_uid(at, &list.items[i]);
        ok = row_update(at->db, &workshop_entity, &list.items[i], at->login,
                        atelier_now(at), err);
    }
    workshop_list_clear(&list);
    return ok;
}

bool
workshop_rule_follow(struct atelier *at, const struct meeting *before,
                     const struct meeting *after, struct questions *questions,
                     struct error *err)
{
    const struct following following = {
        .minutes = local_time_minutes(before->start, after->start),
        .questions = questions,
    };

    /* Calendars are told the sum of both numbers: that of the meeting rose for this. */
    return follow_all(at, after,
                      plan_clock_moves_parts(before, after) ? &following : NULL,
                      before->ics_sequence == after->ics_sequence, err);
}

bool
workshop_rule_follow_slot(struct atelier *at, const struct meeting *meeting,
                          struct error *err)
{
    return follow_all(at, meeting, NULL, true, err);
}

bool
workshop_rule_recompute(struct atelier *at, const struct meeting *meeting,
                        struct error *err)
{
    return follow_all(at, meeting, NULL, false, err);
}

bool
workshop_rule_remove(struct atelier *at, int64_t meeting, struct error *err)
{
    struct workshop_list list = { 0 };
    bool ok = workshop_table_list(at->db, meeting, &list, err);
    /* Those that are given again come after the first. */
    for (size_t i = list.count; ok && i > 0; i--) {
        const struct record *workshop = &list.items[i - 1].head;
        ok = remove_parts(at, workshop->id, err) &&
             row_delete(at->db, &workshop_entity, workshop->id, workshop->rev, err);
    }
    workshop_list_clear(&list);
    return ok;
}
