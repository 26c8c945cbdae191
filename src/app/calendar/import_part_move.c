/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_part_move.c - days and slots of a meeting of this office take other hours */
#include "calendar/import_part_move.h"

#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/meeting_day.h"
#include "atelier/store/row_table.h"
#include "atelier/store/slot_table.h"
#include "noun/slot_rule.h"

/* The rows of one meeting that are to move, and what it is now. */
struct moving {
    struct imported **rows;
    size_t count;
    const struct meeting *before;
    const struct slot_list *slots;
    const struct meeting_day_list *parts;
};

/* --- what it would be */

static bool
is_part(const struct imported *imported, const struct meeting_day *day)
{
    return imported->part.slot == day->slot &&
           local_time_compare(imported->part.start, day->start) == 0;
}

static const struct imported *
row_of(const struct moving *m, const struct meeting_day *day, bool slots_only)
{
    for (size_t i = 0; i < m->count; i++)
        if (is_part(m->rows[i], day) && (!slots_only || day->slot))
            return m->rows[i];
    return NULL;
}

/* By how many minutes all of it moves; 0: it does not move as a whole. */
static int64_t
moved_together(const struct moving *m)
{
    int64_t minutes = 0;

    for (size_t i = 0; i < m->count; i++) {
        const struct imported_part *part = &m->rows[i]->part;
        const struct calendar_import_row *row = &m->rows[i]->row;
        if (i == 0)
            minutes = local_time_minutes(part->start, row->part_start);
        if (local_time_minutes(part->start, row->part_start) != minutes ||
            local_time_minutes(part->end, row->part_end) != minutes)
            return 0;
    }
    return m->count == m->parts->count ? minutes : 0;
}

/* A day that begins or ends the meeting says when it does. */
static void
move_ends(const struct moving *m, const struct imported *imported, struct meeting *after)
{
    if (imported->part.slot)
        return;
    if (local_time_compare(imported->part.start, m->before->start) == 0)
        after->start = imported->row.part_start;
    if (local_time_compare(imported->part.end, m->before->end) == 0)
        after->end = imported->row.part_end;
}

static void
move_meeting(const struct moving *m, bool slots_only, struct meeting *after)
{
    const int64_t together = slots_only ? 0 : moved_together(m);

    if (together) {
        after->start = local_time_add_minutes(after->start, together);
        after->end = local_time_add_minutes(after->end, together);
    }
    for (size_t i = 0; !together && !slots_only && i < m->count; i++)
        move_ends(m, m->rows[i], after);
    if (local_time_compare(after->start, m->before->start) != 0)
        after->start_at = INSTANT_NONE;
    if (local_time_compare(after->end, m->before->end) != 0)
        after->end_at = INSTANT_NONE;
}

static struct slot *
find_slot(const struct slot_list *list, int64_t id)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].head.id == id)
            return &list->items[i];
    return NULL;
}

static struct slot *
add_slot(struct slot_list *list, const struct slot *known)
{
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof list->items[0]);
    struct slot *slot = &list->items[list->count++];
    record_init(&slot_entity, slot);
    record_copy(&slot_entity, slot, known);
    return slot;
}

/* Those that calendars are told of have the hours of the file, or stay; the others follow
 * their meeting by a rule of their own. */
static void
move_slots(const struct moving *m, bool slots_only, struct slot_list *slots)
{
    for (size_t i = 0; i < m->parts->count; i++) {
        const struct meeting_day *day = &m->parts->items[i];
        const struct imported *imported = row_of(m, day, slots_only);
        if (!day->slot)
            continue;
        struct slot *slot = add_slot(slots, find_slot(m->slots, day->slot));
        slot->start = imported ? imported->row.part_start : day->start;
        slot->end = imported ? imported->row.part_end : day->end;
    }
}

/* --- whether it can be that */

static bool
is_told(const struct meeting_day_list *list, int64_t slot, struct local_time start,
        struct local_time end)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].slot == slot &&
            local_time_compare(list->items[i].start, start) == 0 &&
            local_time_compare(list->items[i].end, end) == 0)
            return true;
    return false;
}

/* Whether calendars would be told what the file has, and the other parts as they are. */
static bool
tells_so(const struct moving *m, bool slots_only, const struct import_part_move *move)
{
    struct meeting_day_list told = { 0 };

    meeting_day_list_split(&move->after, &move->slots, &told);
    bool ok = told.count == m->parts->count;
    for (size_t i = 0; ok && i < m->parts->count; i++) {
        const struct meeting_day *day = &m->parts->items[i];
        const struct imported *row = row_of(m, day, slots_only);
        ok = is_told(&told, day->slot, row ? row->row.part_start : day->start,
                     row ? row->row.part_end : day->end);
    }
    meeting_day_list_clear(&told);
    return ok;
}

/* Those that overlap here already may do so in the file. */
static bool
lie_apart(const struct moving *m, const struct slot_list *slots)
{
    bool apart = true;

    for (size_t i = 0; apart && i < slots->count; i++)
        for (size_t j = i + 1; apart && j < slots->count; j++)
            apart = !slot_overlaps(&slots->items[i], &slots->items[j]) ||
                    slot_overlaps(find_slot(m->slots, slots->items[i].head.id),
                                  find_slot(m->slots, slots->items[j].head.id));
    return apart;
}

static void
move_clear(struct import_part_move *move)
{
    record_clear(&meeting_entity, &move->after);
    slot_list_clear(&move->slots);
}

/* False, and nothing is kept, when the meeting cannot have these hours. */
static bool
try(struct calendar_import *import, const struct moving *m, bool slots_only)
{
    struct import_part_move move = { 0 };
    record_init(&meeting_entity, &move.after);
    record_copy(&meeting_entity, &move.after, m->before);
    move_meeting(m, slots_only, &move.after);
    move_slots(m, slots_only, &move.slots);
    bool ok = record_check(&meeting_entity, &move.after, NULL);
    for (size_t i = 0; ok && i < move.slots.count; i++)
        ok = record_check(&slot_entity, &move.slots.items[i], NULL);
    if (!ok || !lie_apart(m, &move.slots) || !tells_so(m, slots_only, &move)) {
        move_clear(&move);
        return false;
    }
    struct import_part_move_list *list = &import->moves;
    list->items =
        memory_grow(list->items, &list->capacity, list->count + 1, sizeof list->items[0]);
    list->items[list->count++] = move;
    return true;
}

/* --- what becomes of the rows */

static void
refuse(struct imported *imported)
{
    if (imported->part.slot)
        imported_say(imported, IMPORT_REFUSED,
                     _("It is a slot of a meeting of this office, which has no place for "
                       "it then: move the meeting or the slot here."));
    else
        imported_say(imported, IMPORT_REFUSED,
                     _("It is a day of a meeting of this office, whose days have the "
                       "hours of the meeting: move the meeting or divide it into slots "
                       "here."));
}

static void
settle_rows(struct calendar_import *import, const struct moving *m)
{
    const bool together = try(import, m, false);
    const bool some = together || try(import, m, true);

    for (size_t i = 0; i < m->count; i++) {
        struct imported_part *part = &m->rows[i]->part;
        const struct slot *slot = part->slot ? find_slot(m->slots, part->slot) : NULL;
        part->slot_rev = slot ? slot->head.rev : 0;
        if (together || (some && slot))
            part->move = import->moves.count;
        else
            refuse(m->rows[i]);
    }
}

static bool
settle(struct calendar_import *import, struct imported **rows, size_t count,
       struct error *err)
{
    const struct meeting *before = &rows[0]->row.meeting;
    struct slot_list slots = { 0 };
    struct meeting_day_list parts = { 0 };

    const bool ok = slot_table_list(import->at->db, before->head.id, &slots, err);
    if (ok) {
        meeting_day_list_split(before, &slots, &parts);
        const struct moving m = { rows, count, before, &slots, &parts };
        settle_rows(import, &m);
    }
    meeting_day_list_clear(&parts);
    slot_list_clear(&slots);
    return ok;
}

static int
compare(const void *a, const void *b)
{
    const struct imported *const *left = a;
    const struct imported *const *right = b;
    const int64_t one = (*left)->row.meeting.head.id;
    const int64_t other = (*right)->row.meeting.head.id;

    if (one != other)
        return one < other ? -1 : 1;
    return local_time_compare((*left)->part.start, (*right)->part.start);
}

static bool
is_the_same_meeting(const struct imported *a, const struct imported *b)
{
    return a->row.meeting.head.id == b->row.meeting.head.id;
}

bool
import_part_move_settle(struct calendar_import *import, struct error *err)
{
    struct imported **moving = memory_new(import->count + 1, sizeof(struct imported *));
    size_t count = 0;
    bool ok = true;
    size_t end;

    for (size_t i = 0; i < import->file_count; i++)
        if (import->rows[i]->part.is_one &&
            import->rows[i]->row.deed == CALENDAR_IMPORT_CHANGE)
            moving[count++] = import->rows[i];
    if (count > 1)
        qsort(moving, count, sizeof(struct imported *), compare);
    for (size_t first = 0; ok && first < count; first = end) {
        for (end = first + 1;
             end < count && is_the_same_meeting(moving[first], moving[end]); end++)
            ;
        ok = settle(import, moving + first, end - first, err);
    }
    free(moving);
    return ok;
}

void
import_part_move_clear(struct calendar_import *import)
{
    for (size_t i = 0; i < import->moves.count; i++)
        move_clear(&import->moves.items[i]);
    free(import->moves.items);
    import->moves = (struct import_part_move_list){ 0 };
}

/* --- written */

static bool
write_slot(struct atelier *at, const struct slot *before, const struct slot *wanted,
           struct error *err)
{
    struct slot after;
    record_init(&slot_entity, &after);
    record_copy(&slot_entity, &after, before);
    after.start = wanted->start;
    after.end = wanted->end;
    const bool ok =
        record_equal(&slot_entity, before, &after) ||
        (slot_rule_check_alone(at, before, &after, err) &&
         row_update(at->db, &slot_entity, &after, at->login, atelier_now(at), err));
    record_clear(&slot_entity, &after);
    return ok;
}

bool
import_part_move_slots(struct calendar_import *import,
                       const struct import_part_move *move, struct error *err)
{
    struct slot_list list = { 0 };
    bool ok = slot_table_list(import->at->db, move->after.head.id, &list, err);

    for (size_t i = 0; ok && i < list.count; i++) {
        const struct slot *wanted = find_slot(&move->slots, list.items[i].head.id);
        ok = !wanted || write_slot(import->at, &list.items[i], wanted, err);
    }
    ok = ok && slot_rule_check_all(import->at, &list, move->after.head.id, err);
    slot_list_clear(&list);
    return ok;
}
