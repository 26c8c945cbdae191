/* SPDX-License-Identifier: GPL-3.0-or-later */
/* slot_rule.c - what the slots of a meeting keep to, and how they follow it */
#include "noun/slot_rule.h"

#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/part_hours.h"
#include "atelier/domain/when.h"
#include "atelier/store/row_table.h"
#include "atelier/store/slot_table.h"
#include "atelier/store/workshop_table.h"
#include "meeting/plan_clock.h"
#include "meeting/slot_making.h"
#include "noun/part_rule.h"
#include "noun/workshop_rule.h"

static bool
check_open(const struct meeting *meeting, struct error *err)
{
    return meeting_is_open(meeting) ||
           error_set(err, ERROR_RULE, _("The meeting is %s: its slots stay as they are."),
                     _(meeting_states[meeting->state].label));
}

static void
add_named(const struct slot *slot, struct buffer *text)
{
    struct buffer span = { 0 };

    when_format_span(slot->start, slot->end, &span);
    /* TRANSLATORS: a slot, its hours */
    buffer_addf(text, _("“%s” (%s)"), slot->label, buffer_text(&span));
    buffer_clear(&span);
}

bool
slot_rule_refuse_overlap(const struct slot *slot, const struct slot *other,
                         struct error *err)
{
    struct buffer own = { 0 };
    struct buffer there = { 0 };

    add_named(slot, &own);
    add_named(other, &there);
    error_set_field(err, ERROR_RULE,
                    local_time_compare(slot->start, other->start) < 0 ? "end" : "start",
                    /* TRANSLATORS: two slots with their hours */
                    _("%s would overlap %s: somebody signs once a slot.  Take other "
                      "hours, or change those of the other slot first."),
                    buffer_text(&own), buffer_text(&there));
    buffer_clear(&there);
    buffer_clear(&own);
    return false;
}

/* Older ones that overlap may have what else is wrong corrected. */
static bool
check_apart(struct atelier *at, const struct slot *before, const struct slot *after,
            struct error *err)
{
    struct slot_list list = { 0 };

    if (before && local_time_compare(before->start, after->start) == 0 &&
        local_time_compare(before->end, after->end) == 0)
        return true;
    bool ok = slot_table_list(at->db, after->meeting, &list, err);
    for (size_t i = 0; ok && i < list.count; i++) {
        const struct slot *other = &list.items[i];

        if (other->head.id != after->head.id && slot_overlaps(other, after))
            ok = slot_rule_refuse_overlap(after, other, err);
    }
    slot_list_clear(&list);
    return ok;
}

static const struct slot *
find(const struct slot_list *list, int64_t id)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].head.id == id)
            return &list->items[i];
    return NULL;
}

static bool
did_overlap(const struct slot_list *before, const struct slot *a, const struct slot *b)
{
    const struct slot *one = find(before, a->head.id);
    const struct slot *other = find(before, b->head.id);

    return one && other && slot_overlaps(one, other);
}

bool
slot_rule_check_all(struct atelier *at, const struct slot_list *before, int64_t meeting,
                    struct error *err)
{
    struct slot_list list = { 0 };
    bool ok = slot_table_list(at->db, meeting, &list, err);

    for (size_t i = 0; ok && i < list.count; i++)
        for (size_t j = i + 1; ok && j < list.count; j++)
            ok = !slot_overlaps(&list.items[i], &list.items[j]) ||
                 did_overlap(before, &list.items[i], &list.items[j]) ||
                 slot_rule_refuse_overlap(&list.items[i], &list.items[j], err);
    slot_list_clear(&list);
    return ok;
}

bool
slot_rule_settle(struct atelier *at, const struct slot *before, struct slot *after,
                 struct questions *questions, struct error *err)
{
    const struct plan_clock_part part = {
        .meeting = after->meeting,
        .start = &after->start,
        .end = &after->end,
        .start_before = before ? &before->start : NULL,
        .end_before = before ? &before->end : NULL,
    };

    return plan_clock_settle_part(at, &part, questions, err);
}

bool
slot_rule_check_alone(struct atelier *at, const struct slot *before, struct slot *after,
                      struct error *err)
{
    if (before && before->meeting != after->meeting)
        return error_set_field(err, ERROR_RULE, "meeting",
                               _("A slot stays with its meeting; add one to the other."));
    struct meeting meeting;
    record_init(&meeting_entity, &meeting);
    bool ok =
        row_load(at->db, &meeting_entity, after->meeting, &meeting, err) &&
        check_open(&meeting, err) &&
        part_rule_check_within(&meeting, ENTITY_SLOT, after->start, after->end, err);
    record_clear(&meeting_entity, &meeting);
    if (ok)
        slot_settle_label(before, after);
    return ok;
}

bool
slot_rule_check(struct atelier *at, const struct slot *before, struct slot *after,
                struct error *err)
{
    return slot_rule_check_alone(at, before, after, err) &&
           check_apart(at, before, after, err);
}

static bool
check_empty(struct atelier *at, const struct slot *slot, struct error *err)
{
    struct workshop_list list = { 0 };
    bool ok = workshop_table_list(at->db, slot->meeting, &list, err);
    for (size_t i = 0; ok && i < list.count; i++)
        if (list.items[i].slot == slot->head.id)
            ok = error_set(err, ERROR_RULE,
                           _("Workshops lie in this slot (“%s”): move or remove them "
                             "first."),
                           list.items[i].title);
    workshop_list_clear(&list);
    return ok;
}

bool
slot_rule_check_removal(struct atelier *at, const struct slot *slot, struct error *err)
{
    struct meeting meeting;
    record_init(&meeting_entity, &meeting);
    bool ok = row_load(at->db, &meeting_entity, slot->meeting, &meeting, err) &&
              check_open(&meeting, err) && check_empty(at, slot, err);
    record_clear(&meeting_entity, &meeting);
    return ok;
}

bool
slot_rule_follow_slot(struct atelier *at, const struct slot *slot, struct error *err)
{
    struct meeting meeting;
    record_init(&meeting_entity, &meeting);
    const bool ok = row_load(at->db, &meeting_entity, slot->meeting, &meeting, err) &&
                    workshop_rule_follow_slot(at, &meeting, err);
    record_clear(&meeting_entity, &meeting);
    return ok;
}

/* --- a meeting that moves */

/* Where its slots are those that were made of its hours, those of the new hours. */
struct cut {
    const struct meeting *meeting; /* as it is now */
    int64_t minutes;               /* by which it begins later */
    struct slot_list before;
    struct slot_list after;
    bool is_kept; /* nobody divided it otherwise, and there are as many again */
};

static bool
is_as_cut(const struct slot *slot, const struct slot *cut)
{
    return local_time_compare(slot->start, cut->start) == 0 &&
           local_time_compare(slot->end, cut->end) == 0;
}

static void
cut_init(struct cut *cut, struct atelier *at, const struct meeting *before,
         const struct meeting *after, const struct slot_list *list)
{
    *cut = (struct cut){ .meeting = after,
                         .minutes = local_time_minutes(before->start, after->start) };
    slot_making_cut(at, before, &cut->before);
    slot_making_cut(at, after, &cut->after);
    cut->is_kept = list->count == cut->before.count && list->count == cut->after.count;
    for (size_t i = 0; cut->is_kept && i < list->count; i++)
        cut->is_kept = is_as_cut(&list->items[i], &cut->before.items[i]);
}

static void
cut_clear(struct cut *cut)
{
    slot_list_clear(&cut->before);
    slot_list_clear(&cut->after);
}

/* What was called by its half of the day, and is not in it any more, by its hours. */
static void
settle_half(const struct cut *cut, size_t place, struct slot *slot)
{
    const struct slot *was = place < cut->before.count ? &cut->before.items[place] : NULL;

    if (cut->is_kept || !was || !slot->label || !was->label ||
        strcmp(slot->label, was->label) != 0)
        return;
    for (size_t i = 0; i < cut->after.count; i++)
        if (strcmp(cut->after.items[i].label, slot->label) == 0 &&
            slot_overlaps(&cut->after.items[i], slot))
            return;
    memory_replace(&slot->label, NULL);
}

/* To the hours of the lunch break too; else as far as the meeting moves. */
static void
place_slot(const struct cut *cut, size_t place, struct slot *slot)
{
    if (cut->is_kept) {
        const struct slot *to = &cut->after.items[place];
        slot->start = to->start;
        slot->end = to->end;
        if (slot->label && strcmp(slot->label, cut->before.items[place].label) == 0)
            memory_replace(&slot->label, to->label);
        return;
    }
    slot->start = local_time_add_minutes(slot->start, cut->minutes);
    slot->end = local_time_add_minutes(slot->end, cut->minutes);
    settle_half(cut, place, slot);
}

static bool
is_within(const struct meeting *meeting, const struct slot *slot)
{
    const struct part_hours within =
        part_hours_within(slot->start, slot->end, meeting->start, meeting->end);

    return within.starts && within.ends;
}

/* One in which somebody was seen keeps the hours that a person gave it, while the meeting
 * still has them. */
static bool
stays(struct atelier *at, const struct cut *cut, const struct slot *slot, bool *stays,
      struct error *err)
{
    *stays = false;
    return cut->is_kept || !is_within(cut->meeting, slot) ||
           slot_table_is_marked(at->db, slot->head.id, stays, err);
}

static bool
move_slot(struct atelier *at, const struct cut *cut, size_t place,
          const struct slot *before, struct questions *questions, struct error *err)
{
    bool is_left = false;
    if (!stays(at, cut, before, &is_left, err) || is_left)
        return is_left;
    struct slot after;
    record_init(&slot_entity, &after);
    record_copy(&slot_entity, &after, before);
    place_slot(cut, place, &after);
    const struct plan_clock_part part = {
        .meeting = after.meeting,
        .name = before->label,
        .start = &after.start,
        .end = &after.end,
    };
    bool ok = plan_clock_settle_part(at, &part, questions, err);
    if (ok) {
        slot_settle_label(before, &after);
        ok = record_equal(&slot_entity, before, &after) ||
             row_update(at->db, &slot_entity, &after, at->login, atelier_now(at), err);
    }
    record_clear(&slot_entity, &after);
    return ok;
}

static bool
has_same_hours(const struct meeting *before, const struct meeting *after)
{
    return local_time_compare(before->start, after->start) == 0 &&
           local_time_compare(before->end, after->end) == 0;
}

/* A meeting that only ends otherwise takes along what was made of its hours. */
bool
slot_rule_follow(struct atelier *at, const struct meeting *before,
                 const struct meeting *after, struct questions *questions,
                 struct error *err)
{
    const bool moves = plan_clock_moves_parts(before, after);
    if (!moves && has_same_hours(before, after))
        return true;
    struct slot_list list = { 0 };
    bool ok = slot_table_list(at->db, after->head.id, &list, err);
    struct cut cut;
    cut_init(&cut, at, before, after, &list);
    for (size_t i = 0; ok && (moves || cut.is_kept) && i < list.count; i++)
        ok = move_slot(at, &cut, i, &list.items[i], questions, err);
    cut_clear(&cut);
    ok = ok && slot_rule_check_all(at, &list, after->head.id, err);
    slot_list_clear(&list);
    return ok;
}

static bool
refuse_outside(const struct meeting *meeting, const struct slot *slot, struct error *err)
{
    struct buffer named = { 0 };
    struct buffer span = { 0 };

    add_named(slot, &named);
    when_format_span(meeting->start, meeting->end, &span);
    error_set_field(err, ERROR_RULE, "start",
                    /* TRANSLATORS: a slot with its hours; the hours of a meeting */
                    _("%s would lie outside the meeting (%s).  Change the hours of the "
                      "slot first, or remove it."),
                    buffer_text(&named), buffer_text(&span));
    buffer_clear(&span);
    buffer_clear(&named);
    return false;
}

/* What lay outside before is nobody's doing now. */
static bool
check_inside(struct atelier *at, const struct meeting *left, const struct meeting *now,
             struct error *err)
{
    struct slot_list list = { 0 };
    bool ok = slot_table_list(at->db, now->head.id, &list, err);

    for (size_t i = 0; ok && i < list.count; i++)
        ok = is_within(now, &list.items[i]) || !is_within(left, &list.items[i]) ||
             refuse_outside(now, &list.items[i], err);
    slot_list_clear(&list);
    return ok;
}

bool
slot_rule_return(struct atelier *at, const struct meeting *left,
                 const struct meeting *now, struct questions *questions,
                 struct error *err)
{
    if (has_same_hours(left, now))
        return true;
    struct slot_list list = { 0 };
    bool ok = slot_table_list(at->db, now->head.id, &list, err);
    struct cut cut;
    cut_init(&cut, at, left, now, &list);
    for (size_t i = 0; ok && cut.is_kept && i < list.count; i++)
        ok = move_slot(at, &cut, i, &list.items[i], questions, err);
    cut_clear(&cut);
    slot_list_clear(&list);
    return ok && check_inside(at, left, now, err);
}

bool
slot_rule_remove(struct atelier *at, int64_t meeting, struct error *err)
{
    struct slot_list list = { 0 };
    bool ok = slot_table_list(at->db, meeting, &list, err);
    for (size_t i = 0; ok && i < list.count; i++) {
        const struct record *slot = &list.items[i].head;
        bool marked = false;
        ok = slot_table_is_marked(at->db, slot->id, &marked, err) &&
             (marked || row_delete(at->db, &slot_entity, slot->id, slot->rev, err));
    }
    slot_list_clear(&list);
    return ok;
}
