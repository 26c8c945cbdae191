/* SPDX-License-Identifier: GPL-3.0-or-later */
/* item_rule.c - what the items of a programme keep to, and how they follow their meeting
 */
#include "noun/item_rule.h"

#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/store/row_table.h"
#include "atelier/store/workshop_table.h"
#include "meeting/plan_clock.h"
#include "noun/part_rule.h"

/* The title is stored: lists, calendars and what is printed show it to everybody. */
static bool
settle_title(struct atelier *at, struct item *item, struct error *err)
{
    struct buffer title = { 0 };

    if (item->title)
        return true;
    switch (item->kind) {
    case ITEM_PLENARY:
        return error_set_field(err, ERROR_INPUT, "title",
                               _("Say what the plenary is about."));
    case ITEM_BREAK:
        buffer_add(&title, _("Break"));
        break;
    case ITEM_PROJECT:
        display_title(at, ENTITY_PROJECT, item->project, &title);
        break;
    }
    item->title = buffer_take(&title);
    return true;
}

bool
item_rule_settle(struct atelier *at, const struct item *before, struct item *after,
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
item_rule_check(struct atelier *at, const struct item *before, struct item *after,
                struct error *err)
{
    if (before && before->meeting != after->meeting)
        return error_set_field(err, ERROR_RULE, "meeting",
                               _("An item stays with its meeting; add one to the "
                                 "other."));
    struct meeting meeting;
    record_init(&meeting_entity, &meeting);
    const bool ok =
        row_load(at->db, &meeting_entity, after->meeting, &meeting, err) &&
        part_rule_check_open(&meeting, err) &&
        part_rule_check_within(&meeting, ENTITY_ITEM, after->start, after->end, err) &&
        settle_title(at, after, err);
    record_clear(&meeting_entity, &meeting);
    return ok;
}

bool
item_rule_check_removal(struct atelier *at, const struct item *item, struct error *err)
{
    struct meeting meeting;
    record_init(&meeting_entity, &meeting);
    const bool ok = row_load(at->db, &meeting_entity, item->meeting, &meeting, err) &&
                    part_rule_check_open(&meeting, err);
    record_clear(&meeting_entity, &meeting);
    return ok;
}

static bool
move_item(struct atelier *at, struct item *item, int64_t minutes,
          struct questions *questions, struct error *err)
{
    const struct local_time start = item->start;
    const struct local_time end = item->end;
    const struct plan_clock_part part = {
        .meeting = item->meeting,
        .name = item->title,
        .start = &item->start,
        .end = &item->end,
    };

    item->start = local_time_add_minutes(item->start, minutes);
    item->end = local_time_add_minutes(item->end, minutes);
    return plan_clock_settle_part(at, &part, questions, err) &&
           ((local_time_compare(item->start, start) == 0 &&
             local_time_compare(item->end, end) == 0) ||
            row_update(at->db, &item_entity, item, at->login, atelier_now(at), err));
}

bool
item_rule_follow(struct atelier *at, const struct meeting *before,
                 const struct meeting *after, struct questions *questions,
                 struct error *err)
{
    if (!plan_clock_moves_parts(before, after))
        return true;
    const int64_t minutes = local_time_minutes(before->start, after->start);
    struct item_list list = { 0 };
    bool ok = item_table_list(at->db, after->head.id, &list, err);
    for (size_t i = 0; ok && i < list.count; i++)
        ok = move_item(at, &list.items[i], minutes, questions, err);
    item_list_clear(&list);
    return ok;
}

bool
item_rule_remove(struct atelier *at, int64_t meeting, struct error *err)
{
    struct item_list list = { 0 };
    bool ok = item_table_list(at->db, meeting, &list, err);
    for (size_t i = 0; ok && i < list.count; i++) {
        const struct record *item = &list.items[i].head;
        ok = row_delete(at->db, &item_entity, item->id, item->rev, err);
    }
    item_list_clear(&list);
    return ok;
}
