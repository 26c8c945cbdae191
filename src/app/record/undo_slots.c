/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_slots.c - workshops whose slot or meeting an undo moves back */
#include "record/undo_slots.h"

#include "atelier/domain/slot.h"
#include "atelier/store/journal_table.h"
#include "atelier/store/row_table.h"
#include "noun/workshop_rule.h"

static bool
follow_meeting(struct atelier *at, int64_t id, struct error *err)
{
    struct meeting meeting;
    bool there = false;

    record_init(&meeting_entity, &meeting);
    const bool ok =
        journal_table_now(at->db, &meeting_entity, id, &meeting, &there, err) &&
        (!there || workshop_rule_follow(at, &meeting, 0, err));
    record_clear(&meeting_entity, &meeting);
    return ok;
}

static bool
follow_slot(struct atelier *at, int64_t id, struct error *err)
{
    struct slot slot;
    bool there = false;

    record_init(&slot_entity, &slot);
    const bool ok = journal_table_now(at->db, &slot_entity, id, &slot, &there, err) &&
                    (!there || follow_meeting(at, slot.meeting, err));
    record_clear(&slot_entity, &slot);
    return ok;
}

static bool
follow_row(void *context, const struct journal_row *row, struct error *err)
{
    if (row->kind != JOURNAL_CHANGED)
        return true;
    if (row->entity->kind == ENTITY_MEETING)
        return follow_meeting(context, row->row, err);
    return row->entity->kind != ENTITY_SLOT || follow_slot(context, row->row, err);
}

bool
undo_slots(struct atelier *at, int64_t act, struct error *err)
{
    return journal_table_each_row(at->db, act, follow_row, at, err);
}
