/* SPDX-License-Identifier: GPL-3.0-or-later */
/* answer_counts.c - how many take each choice of a question */
#include <stdlib.h>

#include "atelier/app/answering.h"
#include "atelier/base/memory.h"
#include "atelier/store/question_table.h"
#include "session/session.h"

bool
answer_counts(struct atelier *at, const struct meeting_question *question,
              struct answer_count_list *list, struct error *err)
{
    char *choice;

    answer_count_list_clear(list);
    if (!atelier_may(at, MAY_READ, ROW_NONE, err))
        return false;
    for (size_t i = 0; (choice = meeting_question_choice(question, i)) != NULL; i++) {
        list->items =
            memory_grow(list->items, &list->capacity, i + 1, sizeof(*list->items));
        list->items[list->count++].choice = choice;
        if (!answer_table_count(at->db, question->head.id, choice, 0,
                                &list->items[i].takers, err))
            return false;
    }
    return true;
}

void
answer_count_list_clear(struct answer_count_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->items[i].choice);
    free(list->items);
    *list = (struct answer_count_list){ 0 };
}
