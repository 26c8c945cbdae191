/* SPDX-License-Identifier: GPL-3.0-or-later */
/* write_report.c - the entries of a report: added, moved, indented */
#include "atelier/app/write_report.h"

#include <stdlib.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/report.h"
#include "atelier/domain/report_prefix.h"
#include "atelier/store/report_table.h"
#include "atelier/store/row_table.h"
#include "noun/report_rule.h"
#include "report/entry_order.h"
#include "report/report_act.h"
#include "session/operation.h"

void
entry_take_typed(struct report_entry *entry, const char *typed)
{
    struct report_typed read;

    report_prefix_read(typed, &read);
    entry->kind = read.kind;
    entry->indent = read.indent;
    free(entry->text);
    entry->text = text_tidy_indented(read.text);
    if (*entry->text == '\0')
        memory_replace(&entry->text, NULL);
}

/* --- to add */

/* Behind which row of the list it comes; 0: before all. */
static bool
find_index(const struct report_entry_list *list, int64_t after, size_t *index,
           struct error *err)
{
    *index = after == ENTRY_AT_TOP ? 0 : list->count;
    if (after <= 0)
        return true;
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].head.id == after) {
            *index = report_entry_block_end(list, i);
            return true;
        }
    return error_set(err, ERROR_NOT_FOUND,
                     _("The entry after which it was to come is not there any more."));
}

static int64_t
least(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

/* How deep a row may be that comes behind that one; NULL: it is the first. */
static int64_t
deepest_behind(const struct report_entry *above)
{
    return above ? least(above->indent + 1, ENTRY_INDENT_MOST) : 0;
}

static void
settle_indent(struct report_entry *entry, const struct report_entry *above,
              const struct report_entry *after)
{
    if (entry->indent == NUMBER_NONE)
        entry->indent = after ? after->indent : 0;
    entry->indent = least(entry->indent, deepest_behind(above));
}

/* What is new is open, whatever a form held. */
static bool
check_new(struct atelier *at, struct report_entry *entry, struct error *err)
{
    entry->state = ENTRY_OPEN;
    entry->settled_at = 0;
    memory_replace(&entry->reason, NULL);
    entry->place = 0;
    return record_check(&report_entry_entity, entry, err) &&
           report_rule_check_entry(at, NULL, entry, err);
}

static bool
place_new(struct atelier *at, struct report_entry_list *added, int64_t after,
          struct error *err)
{
    struct report_entry_list list = { 0 };
    struct entry_order order = { 0 };
    size_t index = 0;
    bool ok = report_table_entries(at->db, added->items[0].meeting, &list, err) &&
              find_index(&list, after, &index, err);

    for (size_t i = 0; ok && i < index; i++)
        entry_order_add(&order, &list.items[i]);
    const struct report_entry *anchor = NULL;
    for (size_t i = 0; ok && after > 0 && i < index; i++)
        if (list.items[i].head.id == after)
            anchor = &list.items[i];
    for (size_t i = 0; ok && i < added->count; i++) {
        struct report_entry *entry = &added->items[i];
        ok = check_new(at, entry, err);
        settle_indent(entry, order.count > 0 ? order.rows[order.count - 1] : NULL,
                      anchor);
        entry_order_add(&order, entry);
    }
    for (size_t i = index; ok && i < list.count; i++)
        entry_order_add(&order, &list.items[i]);
    ok = ok && entry_order_write(at, &order, index, added->count, err);
    entry_order_clear(&order);
    report_entry_list_clear(&list);
    return ok;
}

bool
entry_add_all(struct atelier *at, struct report_entry_list *added, int64_t after,
              struct error *err)
{
    struct report report;
    bool ok = added->count > 0;

    for (size_t i = 0; ok && i < added->count; i++)
        ok = record_check(&report_entry_entity, &added->items[i], err);
    if (!ok || !operation_begin(
                   at, ACT_REPORT_ENTRY_ADD_NEEDS,
                   (struct row_ref){ ENTITY_MEETING, added->items[0].meeting }, err))
        return false;
    record_init(&report_entity, &report);
    ok = report_rule_check_open(at, added->items[0].meeting, err) &&
         report_rule_ready(at, added->items[0].meeting, &report, err) &&
         place_new(at, added, after, err);
    record_clear(&report_entity, &report);
    ok = operation_end_row(at, ok, ACT_REPORT_ENTRY_ADD, &report_entry_entity,
                           &added->items[0], err);
    for (size_t i = 0; !ok && i < added->count; i++)
        added->items[i].head.id = 0; /* corrected, it is written again */
    return ok;
}

bool
entry_add(struct atelier *at, struct report_entry *entry, int64_t after,
          struct error *err)
{
    struct report_entry_list one = { .items = entry, .count = 1, .capacity = 1 };

    return entry_add_all(at, &one, after, err);
}

/* --- to move */

/* The block [first, end) comes before the row `target` of the list, so much deeper. */
struct shifting {
    size_t first, end, target;
    int64_t deeper;
};

static bool
shift(struct report_act *act, const struct shifting *to, struct error *err)
{
    struct entry_order order = { 0 };
    struct report_entry_list *list = &act->list;
    size_t start = 0;

    if (to->deeper == 0 && to->target >= to->first && to->target <= to->end)
        return true; /* it is there */
    for (size_t i = 0; i <= list->count; i++) {
        if (i == to->target) {
            start = order.count;
            for (size_t moved = to->first; moved < to->end; moved++) {
                list->items[moved].indent += to->deeper;
                entry_order_add(&order, &list->items[moved]);
            }
        }
        if (i < list->count && (i < to->first || i >= to->end))
            entry_order_add(&order, &list->items[i]);
    }
    const bool ok = entry_order_write(act->at, &order, start, to->end - to->first, err);
    entry_order_clear(&order);
    return ok;
}

/* It stays among what belongs to the same entry. */
static bool
refuse_edge(const struct report_entry *parent, bool up, struct error *err)
{
    struct buffer title = { 0 };

    if (!parent)
        return error_set(err, ERROR_RULE,
                         up ? _("It is the first entry already.")
                            : _("It is the last entry already."));
    report_entry_entity.title(parent, &title);
    error_set(err, ERROR_RULE,
              /* TRANSLATORS: an entry */
              up ? _("It is the first of what belongs to “%s”; make it less deep first.")
                 : _("It is the last of what belongs to “%s”; make it less deep first."),
              buffer_text(&title));
    buffer_clear(&title);
    return false;
}

static const struct report_entry *
parent_of(const struct report_act *act)
{
    const struct report_entry_list *list = &act->list;

    for (size_t i = act->index; i-- > 0;)
        if (list->items[i].indent < list->items[act->index].indent)
            return &list->items[i];
    return NULL;
}

static bool
move_up(struct report_act *act, struct error *err)
{
    const struct report_entry_list *list = &act->list;
    const int64_t above = report_entry_sibling_above(list, act->index);

    if (above < 0 || list->items[above].indent < list->items[act->index].indent)
        return refuse_edge(parent_of(act), true, err);
    const struct shifting to = { .first = act->index,
                                 .end = report_entry_block_end(list, act->index),
                                 .target = (size_t)above };
    return shift(act, &to, err);
}

static bool
move_down(struct report_act *act, struct error *err)
{
    const struct report_entry_list *list = &act->list;
    const size_t end = report_entry_block_end(list, act->index);

    if (end == list->count || list->items[end].indent < list->items[act->index].indent)
        return refuse_edge(parent_of(act), false, err);
    const struct shifting to = { .first = act->index,
                                 .end = end,
                                 .target = report_entry_block_end(list, end) };
    return shift(act, &to, err);
}

bool
entry_move_up(struct atelier *at, int64_t entry, struct error *err)
{
    return report_act_do(at, ACT_REPORT_ENTRY_MOVE, entry, 0, move_up, NULL, err);
}

bool
entry_move_down(struct atelier *at, int64_t entry, struct error *err)
{
    return report_act_do(at, ACT_REPORT_ENTRY_MOVE, entry, 0, move_down, NULL, err);
}

/* The deepest indent in a block. */
static int64_t
deepest_in(const struct report_entry_list *list, size_t first, size_t end)
{
    int64_t deepest = 0;

    for (size_t i = first; i < end; i++)
        if (list->items[i].indent > deepest)
            deepest = list->items[i].indent;
    return deepest;
}

static bool
move_after(struct report_act *act, struct error *err)
{
    const struct report_entry_list *list = &act->list;
    const int64_t after = *(const int64_t *)act->context;
    struct shifting to = { .first = act->index,
                           .end = report_entry_block_end(list, act->index) };
    int64_t indent = 0;

    if (!find_index(list, after, &to.target, err))
        return false;
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].head.id == after) {
            indent = list->items[i].indent;
            if (i >= to.first && i < to.end)
                return error_set(err, ERROR_RULE,
                                 _("An entry cannot come after itself, or after what "
                                   "belongs to it."));
        }
    const int64_t room = ENTRY_INDENT_MOST - deepest_in(list, to.first, to.end);
    to.deeper = least(indent - list->items[act->index].indent, room);
    return shift(act, &to, err);
}

bool
entry_move_after(struct atelier *at, int64_t entry, int64_t after, struct error *err)
{
    return report_act_do(at, ACT_REPORT_ENTRY_MOVE, entry, 0, move_after, &after, err);
}

struct place {
    int64_t above, indent;
};

/* Each entry is one level below that before it at most. */
static bool
is_a_tree(const struct report_entry_list *list, const struct shifting *to)
{
    const int64_t level = list->items[to->first].indent + to->deeper;
    const int64_t last = list->items[to->end - 1].indent + to->deeper;
    const bool stays = to->target >= to->first && to->target <= to->end;
    const size_t before = stays ? to->first : to->target;
    const size_t behind = stays ? to->end : to->target;

    return level >= 0 &&
           deepest_in(list, to->first, to->end) + to->deeper <= ENTRY_INDENT_MOST &&
           level <= deepest_behind(before > 0 ? &list->items[before - 1] : NULL) &&
           (behind == list->count || list->items[behind].indent <= last + 1);
}

static bool
place(struct report_act *act, struct error *err)
{
    const struct report_entry_list *list = &act->list;
    const struct place *place = act->context;
    struct shifting to = { .first = act->index,
                           .end = report_entry_block_end(list, act->index),
                           .target = place->above == 0 ? 0 : list->count + 1,
                           .deeper = place->indent - list->items[act->index].indent };

    for (size_t i = 0; i < list->count; i++)
        if (place->above != 0 && list->items[i].head.id == place->above)
            to.target = i + 1;
    if (to.target > list->count)
        return error_set(
            err, ERROR_NOT_FOUND,
            _("The entry after which it was to come is not there any more."));
    if ((to.target > to.first && to.target < to.end) || !is_a_tree(list, &to))
        return error_set(err, ERROR_RULE,
                         _("There is no entry above that it could belong to."));
    return shift(act, &to, err);
}

bool
entry_place(struct atelier *at, int64_t entry, int64_t above, int64_t indent,
            struct error *err)
{
    struct place to = { above, indent };

    return report_act_do(at, ACT_REPORT_ENTRY_MOVE, entry, 0, place, &to, err);
}

static bool
indent(struct report_act *act, struct error *err)
{
    const struct report_entry_list *list = &act->list;
    const int by = *(const int *)act->context;
    const struct report_entry *entry = &list->items[act->index];
    const size_t end = report_entry_block_end(list, act->index);
    bool ok = true;

    if (by < 0 && entry->indent == 0)
        return error_set(err, ERROR_RULE, _("It is not indented."));
    if (by > 0 && deepest_in(list, act->index, end) == ENTRY_INDENT_MOST)
        return error_set(
            err, ERROR_RULE,
            _("It is as deep as an entry can be, or what belongs to it is."));
    if (by > 0 && (act->index == 0 || list->items[act->index - 1].indent < entry->indent))
        return error_set(err, ERROR_RULE,
                         _("There is no entry above that it could belong to."));
    for (size_t i = act->index; ok && i < end; i++) {
        list->items[i].indent += by;
        ok = row_update(act->at->db, &report_entry_entity, &list->items[i],
                        act->at->login, atelier_now(act->at), err);
    }
    return ok;
}

bool
entry_indent(struct atelier *at, int64_t entry, int by, struct error *err)
{
    return report_act_do(at, ACT_REPORT_ENTRY_MOVE, entry, 0, indent, &by, err);
}
