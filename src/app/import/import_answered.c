/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_answered.c - the answers to what a meeting asks that a list of it brings */
#include "import/import_answered.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"
#include "atelier/domain/registration.h"
#include "atelier/store/question_table.h"
#include "atelier/store/registration_table.h"
#include "import/import_asked.h"

bool
import_has_answers(const struct import *import)
{
    bool has = false;

    for (size_t c = 0; !has && c < import->mapping.count; c++)
        has = import_column_brings(import, c) == IMPORT_ANSWER;
    return has;
}

/* --- what a row answers */

/* “none” says that there is nothing, unless it is to be chosen. */
static bool
is_blank(const struct meeting_question *question, const char *cell)
{
    struct buffer answer = { 0 };
    bool blank = import_cell_is_blank(cell, false);

    if (blank && question->kind != ANSWER_TEXT)
        blank =
            !meeting_question_read(question, cell, &answer, NULL) || answer.length == 0;
    buffer_clear(&answer);
    return blank;
}

static void
add_line(const struct meeting_question *question, const char *answer, struct buffer *text)
{
    buffer_addf(text, "%s%s: ", text->length > 0 ? "\n" : "", question->text);
    meeting_question_show(question, answer, text);
}

static bool
read_cell(const struct import *import, size_t column, const char *cell,
          struct buffer *text, struct import_row *row)
{
    const struct meeting_question *question = import_asked_by(import, column);
    struct buffer answer = { 0 };
    struct error why = { 0 };

    if (!question || is_blank(question, cell))
        return true;
    const bool ok = meeting_question_read(question, cell, &answer, &why);
    if (ok) {
        add_line(question, buffer_text(&answer), text);
        row->answers[row->answer_count++] =
            (struct import_answered){ question->head.id, buffer_take(&answer) };
    } else {
        import_row_refuse(row, &import->mapping, IMPORT_ANSWER, why.message);
        row->column = column;
    }
    buffer_clear(&answer);
    return ok;
}

bool
import_answer_read(const struct import *import, const char *const *cells, size_t count,
                   struct import_row *row)
{
    struct buffer text = { 0 };
    bool ok = true;

    if (!import_has_answers(import))
        return true;
    row->answers = memory_new(import->mapping.count + 1, sizeof(*row->answers));
    for (size_t c = 0; ok && c < count && c < import->mapping.count; c++)
        ok = import_column_brings(import, c) != IMPORT_ANSWER ||
             read_cell(import, c, cells[c], &text, row);
    if (ok && text.length > 0)
        row->values[IMPORT_ANSWER] = buffer_take(&text);
    buffer_clear(&text);
    return ok;
}

/* --- what they answered before */

static const struct meeting_question *
question_with(const struct import *import, int64_t id)
{
    const struct meeting_question_list *list = &import->menu.questions;

    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].head.id == id)
            return &list->items[i];
    return NULL;
}

static bool
add_known(struct import *import, const struct import_row *row, int64_t registration,
          struct buffer *text, struct error *err)
{
    struct answer answer;
    bool ok = true;

    record_init(&answer_entity, &answer);
    for (size_t i = 0; ok && i < row->answer_count; i++) {
        const struct meeting_question *question =
            question_with(import, row->answers[i].question);
        ok = answer_table_find(import->at->db, row->answers[i].question, registration,
                               &answer, err);
        if (ok && question && answer.head.id)
            add_line(question, answer.text, text);
    }
    record_clear(&answer_entity, &answer);
    return ok;
}

bool
import_answer_known(struct import *import, const struct import_row *row, int64_t person,
                    char **answers, struct error *err)
{
    struct registration registration;
    struct buffer text = { 0 };

    *answers = NULL;
    if (row->answer_count == 0)
        return true;
    record_init(&registration_entity, &registration);
    const bool ok = registration_table_find(import->at->db, import->goal.meeting, person,
                                            &registration, err) &&
                    (!registration.head.id ||
                     add_known(import, row, registration.head.id, &text, err));
    if (text.length > 0)
        *answers = buffer_take(&text);
    buffer_clear(&text);
    record_clear(&registration_entity, &registration);
    return ok;
}
