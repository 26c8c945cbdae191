/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_slots.c - slots that an undo brings back, and workshops that go with them */
#include "undo/undo_slots.h"

#include "atelier/base/memory.h"
#include "atelier/domain/slot.h"
#include "atelier/store/journal_table.h"
#include "atelier/store/row_table.h"
#include "atelier/store/slot_table.h"
#include "noun/item_rule.h"
#include "noun/slot_rule.h"
#include "noun/workshop_rule.h"

/* An undo, and the act that it takes back. */
struct reverting {
    struct atelier *at;
    int64_t act;
    struct questions *questions;
};

/* What came since is by the clock of the zone that goes: it is asked as if it moved. */
static bool
settle_clocks(const struct reverting *reverting, const struct meeting *meeting,
              struct error *err)
{
    struct atelier *at = reverting->at;
    struct questions *questions = reverting->questions;
    struct meeting elsewhere;

    record_init(&meeting_entity, &elsewhere);
    record_copy(&meeting_entity, &elsewhere, meeting);
    memory_replace(&elsewhere.zone, NULL);
    const bool ok = slot_rule_follow(at, &elsewhere, meeting, questions, err) &&
                    workshop_rule_follow(at, &elsewhere, meeting, questions, err) &&
                    item_rule_follow(at, &elsewhere, meeting, questions, err);
    record_clear(&meeting_entity, &elsewhere);
    return ok;
}

/* What the act gave the meeting anew. */
struct moved {
    bool zone;
    bool hours;
};

static bool
find_moved(const struct reverting *reverting, const struct journal_row *row,
           struct moved *moved, struct error *err)
{
    struct meeting meeting;

    record_init(&meeting_entity, &meeting);
    memory_replace(&meeting.zone, NULL);
    const bool ok = journal_table_restore(reverting->at->db, row, &meeting, err);
    moved->zone = meeting.zone != NULL;
    moved->hours = !local_time_is_none(meeting.start) || !local_time_is_none(meeting.end);
    record_clear(&meeting_entity, &meeting);
    return ok;
}

/* Slots that were made of the hours which go. */
static bool
return_slots(const struct reverting *reverting, const struct meeting *meeting,
             struct error *err)
{
    struct atelier *at = reverting->at;
    struct meeting left;
    bool there = false;

    record_init(&meeting_entity, &left);
    const bool ok =
        journal_table_past(at->db, &meeting_entity, meeting->head.id, reverting->act,
                           &left, &there, err) &&
        (!there || slot_rule_return(at, &left, meeting, reverting->questions, err));
    record_clear(&meeting_entity, &left);
    return ok;
}

static bool
follow_meeting(const struct reverting *reverting, int64_t id, struct moved moved,
               struct error *err)
{
    struct atelier *at = reverting->at;
    struct meeting meeting;
    bool there = false;

    record_init(&meeting_entity, &meeting);
    bool ok = journal_table_now(at->db, &meeting_entity, id, &meeting, &there, err);
    if (ok && there)
        ok = (!moved.hours || return_slots(reverting, &meeting, err)) &&
             (moved.zone ? settle_clocks(reverting, &meeting, err)
                         : workshop_rule_follow_slot(at, &meeting, err));
    record_clear(&meeting_entity, &meeting);
    return ok;
}

static bool
follow_changed(const struct reverting *reverting, const struct journal_row *row,
               struct error *err)
{
    struct moved moved = { 0 };

    return find_moved(reverting, row, &moved, err) &&
           follow_meeting(reverting, row->row, moved, err);
}

/* Two that overlapped when the act was done may do so again. */
static bool
check_apart(const struct reverting *reverting, const struct slot *slot,
            const struct slot *other, struct error *err)
{
    struct journal_entry since = { 0 };
    struct atelier *at = reverting->at;
    const bool found = journal_table_touched_since(at->db, reverting->act, &slot_entity,
                                                   other->head.id, &since, err);
    const bool ok =
        found && (since.id == 0 || slot_rule_refuse_overlap(slot, other, err));

    journal_entry_clear(&since);
    return ok;
}

/* A colleague may have put another one where it was. */
static bool
check_all_apart(const struct reverting *reverting, const struct slot *slot,
                struct error *err)
{
    struct slot_list list = { 0 };
    bool ok = slot_table_list(reverting->at->db, slot->meeting, &list, err);

    for (size_t i = 0; ok && i < list.count; i++)
        ok = list.items[i].head.id == slot->head.id ||
             !slot_overlaps(slot, &list.items[i]) ||
             check_apart(reverting, slot, &list.items[i], err);
    slot_list_clear(&list);
    return ok;
}

static bool
follow_slot(const struct reverting *reverting, const struct journal_row *row,
            struct error *err)
{
    struct atelier *at = reverting->at;
    struct slot slot;
    bool there = false;

    record_init(&slot_entity, &slot);
    const bool ok =
        journal_table_now(at->db, &slot_entity, row->row, &slot, &there, err) &&
        (!there || (check_all_apart(reverting, &slot, err) &&
                    (row->kind != JOURNAL_CHANGED ||
                     follow_meeting(reverting, slot.meeting, (struct moved){ 0 }, err))));
    record_clear(&slot_entity, &slot);
    return ok;
}

static bool
follow_row(void *context, const struct journal_row *row, struct error *err)
{
    const struct reverting *reverting = context;

    if (row->entity->kind == ENTITY_SLOT)
        return follow_slot(reverting, row, err);
    return row->kind != JOURNAL_CHANGED || row->entity->kind != ENTITY_MEETING ||
           follow_changed(reverting, row, err);
}

bool
undo_slots(struct atelier *at, int64_t act, struct questions *questions,
           struct error *err)
{
    struct reverting reverting = { at, act, questions };

    return journal_table_each_row(at->db, act, follow_row, &reverting, err);
}
