/* SPDX-License-Identifier: GPL-3.0-or-later */
/* question_place.c - where a question stands among those of its meeting */
#include <string.h>

#include "atelier/app/answering.h"
#include "atelier/base/language.h"
#include "atelier/domain/field.h"
#include "atelier/store/question_table.h"
#include "atelier/store/row_table.h"
#include "noun/meeting_question_rule.h"
#include "session/operation.h"

/* list->count: it is not one of them. */
static size_t
find(const struct meeting_question_list *list, int64_t question)
{
    size_t i = 0;

    while (i < list->count && list->items[i].head.id != question)
        i++;
    return i;
}

/* The one at `from` stands at `to`, and those between give way. */
static void
move(struct meeting_question_list *list, size_t from, size_t to)
{
    const struct meeting_question moved = list->items[from];

    if (from < to)
        memmove(list->items + from, list->items + from + 1, (to - from) * sizeof(moved));
    else
        memmove(list->items + to + 1, list->items + to, (from - to) * sizeof(moved));
    list->items[to] = moved;
}

static bool
write(struct atelier *at, struct meeting_question_list *list, struct error *err)
{
    bool ok = true;

    for (size_t i = 0; ok && i < list->count; i++) {
        struct meeting_question *row = &list->items[i];
        if (row->place == (int64_t)i + 1)
            continue;
        row->place = (int64_t)i + 1;
        ok = row_update(at->db, &meeting_question_entity, row, at->login, atelier_now(at),
                        err);
    }
    return ok;
}

static bool
place(struct atelier *at, const struct meeting_question *question, int64_t after,
      bool *moved, struct error *err)
{
    struct meeting_question_list list = { 0 };
    bool ok = question_table_list(at->db, question->meeting, &list, err);
    const size_t from = find(&list, question->head.id);
    const size_t above = after == 0 ? 0 : find(&list, after);

    if (ok && after != 0 && above == list.count)
        ok = error_set_field(err, ERROR_INPUT, "after",
                             _("Question %lld is not one of that meeting."),
                             (long long)after);
    const size_t to = after == 0 ? 0 : above < from ? above + 1 : above;
    *moved = ok && after != question->head.id && to != from;
    if (*moved) {
        move(&list, from, to);
        ok = write(at, &list, err);
    }
    meeting_question_list_clear(&list);
    return ok;
}

bool
question_place(struct atelier *at, int64_t question, int64_t after, bool *moved,
               struct error *err)
{
    struct meeting_question row;

    *moved = false;
    if (!operation_begin(at, ACT_QUESTION_MOVE_NEEDS,
                         session_subject(at, ENTITY_MEETING_QUESTION, question), err))
        return false;
    record_init(&meeting_question_entity, &row);
    const bool ok = row_load(at->db, &meeting_question_entity, question, &row, err) &&
                    meeting_question_rule_check_open(at, row.meeting, err) &&
                    place(at, &row, after, moved, err);
    const bool written = operation_end_row(at, ok && *moved, ACT_QUESTION_MOVE,
                                           &meeting_question_entity, &row, err);
    record_clear(&meeting_question_entity, &row);
    return written || (ok && !*moved);
}
