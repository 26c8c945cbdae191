/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report_entry_rule.c - what holds of entries of a report among the others */
#include "atelier/domain/report_entry.h"

bool
report_entry_can_be_settled(enum report_entry_kind kind)
{
    return report_entry_is_carried(kind) || kind == ENTRY_REMARK;
}

bool
report_entry_is_carried(enum report_entry_kind kind)
{
    return kind == ENTRY_RECOMMENDATION || kind == ENTRY_DECISION;
}

bool
report_entry_says_same(const struct report_entry *a, const struct report_entry *b)
{
    const struct entity *entity = &report_entry_entity;

    for (size_t i = 0; i < entity->field_count; i++)
        if (!(entity->fields[i].flags & FIELD_TOGETHER) &&
            !field_equal(&entity->fields[i], a, b))
            return false;
    return true;
}

size_t
report_entry_block_end(const struct report_entry_list *list, size_t index)
{
    size_t end = index + 1;

    while (end < list->count && list->items[end].indent > list->items[index].indent)
        end++;
    return end;
}

int64_t
report_entry_sibling_above(const struct report_entry_list *list, size_t index)
{
    int64_t above = (int64_t)index - 1;

    while (above >= 0 && list->items[above].indent > list->items[index].indent)
        above--;
    return above;
}
