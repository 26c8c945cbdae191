/* SPDX-License-Identifier: GPL-3.0-or-later */
/* answer_columns.c - the list of a meeting with a column for each question that it asks
 */
#include "export/answer_columns.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/app/answering.h"
#include "atelier/base/memory.h"
#include "atelier/domain/erased_mark.h"

/* Numbers add up in a spreadsheet, and yes and no are words of its language. */
static enum field_kind
kind_of(const struct meeting_question *question)
{
    switch (question->kind) {
    case ANSWER_YES_NO:
        return FIELD_BOOLEAN;
    case ANSWER_NUMBER:
        return FIELD_NUMBER;
    case ANSWER_TEXT:
    case ANSWER_ONE:
    case ANSWER_SEVERAL:
        break;
    }
    return FIELD_TEXT;
}

/* The cell that says all answers at once is for programs then. */
static void
make_columns(struct answer_columns *made, const struct listing *listing)
{
    const size_t own = listing->column_count;

    made->columns = memory_new(own + made->questions.count, sizeof(*made->columns));
    made->names = memory_new(made->questions.count, sizeof(*made->names));
    for (size_t i = 0; i < own; i++) {
        made->columns[i] = listing->columns[i];
        if (strcmp(listing->columns[i].name, "answers") == 0)
            made->columns[i].priority = 0;
    }
    for (size_t i = 0; i < made->questions.count; i++) {
        struct meeting_question *question = &made->questions.items[i];
        (void)snprintf(made->names[i], sizeof(made->names[i]), "answer_%" PRId64,
                       question->head.id);
        erased_mark_say(NULL, &question->text);
        made->columns[own + i] = (struct column){ .name = made->names[i],
                                                  .label = question->text,
                                                  .is_own_label = true,
                                                  .is_private = true,
                                                  .kind = kind_of(question),
                                                  .width = 16,
                                                  .most = 40,
                                                  .priority = 1 };
    }
    made->listing = *listing;
    made->listing.columns = made->columns;
    made->listing.column_count = own + made->questions.count;
}

bool
answer_columns_load(struct answer_columns *columns, struct atelier *at,
                    const struct listing_query *query, struct error *err)
{
    *columns = (struct answer_columns){ 0 };
    if (query->kind != LISTING_REGISTRATION)
        return true;
    if (!question_list(at, query->scope, &columns->questions, err))
        return false;
    if (columns->questions.count > 0)
        make_columns(columns, listing_get(query->kind));
    return true;
}

static char *
cell_of(const struct meeting_question *question, const struct answer *answer)
{
    if (!answer)
        return NULL;
    if (question->kind == ANSWER_YES_NO)
        return memory_copy(strcmp(answer->text, "yes") == 0 ? "1" : "0");
    return memory_copy(answer->text);
}

bool
answer_columns_fill(const struct answer_columns *columns, struct atelier *at,
                    const struct listing_row *row, struct listing_row *filled,
                    struct error *err)
{
    const size_t count = columns->questions.count;
    const size_t own = columns->listing.column_count - count;
    struct answer_list answers = { 0 };
    const bool ok = answer_list(at, row->id, &answers, err);

    *filled = *row;
    filled->cells = memory_new(own + count, sizeof(*filled->cells));
    memcpy(filled->cells, row->cells, own * sizeof(*filled->cells));
    for (size_t i = 0; i < count; i++) {
        const struct meeting_question *question = &columns->questions.items[i];
        filled->cells[own + i] =
            cell_of(question, answer_to(&answers, question->head.id));
    }
    answer_list_clear(&answers);
    return ok;
}

void
answer_columns_empty(const struct answer_columns *columns, struct listing_row *filled)
{
    const size_t count = columns->questions.count;

    for (size_t i = columns->listing.column_count - count;
         i < columns->listing.column_count; i++)
        free(filled->cells[i]);
    free(filled->cells);
}

void
answer_columns_clear(struct answer_columns *columns)
{
    meeting_question_list_clear(&columns->questions);
    free(columns->columns);
    free(columns->names);
    *columns = (struct answer_columns){ 0 };
}
