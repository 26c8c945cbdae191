/* SPDX-License-Identifier: GPL-3.0-or-later */
/* answering.c - what people answer to the questions of a meeting, as acts */
#include "atelier/app/answering.h"

#include <stdlib.h>
#include <string.h>

#include "answer/answer_note.h"
#include "atelier/app/display.h"
#include "atelier/base/fold.h"
#include "atelier/base/language.h"
#include "atelier/domain/journal.h"
#include "atelier/domain/meeting.h"
#include "atelier/store/question_table.h"
#include "atelier/store/row_table.h"
#include "session/operation.h"

bool
question_list(struct atelier *at, int64_t meeting, struct meeting_question_list *list,
              struct error *err)
{
    return atelier_may(at, MAY_READ, ROW_NONE, err) &&
           question_table_list(at->db, meeting, list, err);
}

static bool
is_called(const struct meeting_question *question, const char *text)
{
    char *end = NULL;
    const long long id = strtoll(text, &end, 10);
    char *wanted = fold_copy(text);
    char *own = fold_copy(question->text);
    const bool called =
        strcmp(question->text, text) == 0 || (*own != '\0' && strcmp(own, wanted) == 0);

    free(own);
    free(wanted);
    return called || (*text != '\0' && *end == '\0' && id == question->head.id);
}

bool
question_find(struct atelier *at, int64_t meeting, const char *text, int64_t *question,
              struct error *err)
{
    struct meeting_question_list list = { 0 };
    bool ok = question_list(at, meeting, &list, err);

    *question = 0;
    for (size_t i = 0; ok && *question == 0 && i < list.count; i++)
        if (is_called(&list.items[i], text))
            *question = list.items[i].head.id;
    meeting_question_list_clear(&list);
    return ok && (*question != 0 ||
                  error_set(err, ERROR_NOT_FOUND,
                            _("The meeting asks nothing called “%s”.  “atelier question "
                              "list MEETING” shows what it asks."),
                            text));
}

bool
answer_missing(struct atelier *at, int64_t id, struct buffer *text, struct error *err)
{
    const size_t before = text->length;
    struct meeting_question_list questions = { 0 };
    struct registration registration;
    struct answer answer;

    record_init(&registration_entity, &registration);
    record_init(&answer_entity, &answer);
    bool ok = row_load(at->db, &registration_entity, id, &registration, err) &&
              question_table_list(at->db, registration.meeting, &questions, err);
    for (size_t i = 0; ok && i < questions.count; i++) {
        const struct meeting_question *question = &questions.items[i];
        if (!question->required)
            continue;
        ok = answer_table_find(at->db, question->head.id, id, &answer, err);
        if (ok && answer.head.id == 0)
            buffer_addf(text, "%s%s", text->length > before ? ", " : "", question->text);
    }
    record_clear(&answer_entity, &answer);
    record_clear(&registration_entity, &registration);
    meeting_question_list_clear(&questions);
    return ok;
}

bool
answer_list(struct atelier *at, int64_t registration, struct answer_list *list,
            struct error *err)
{
    answer_list_clear(list);
    if (!atelier_may(at, MAY_READ, ROW_NONE, err))
        return false;
    return !session_reads_private_of(
               at, session_subject(at, ENTITY_REGISTRATION, registration)) ||
           answer_table_of_registration(at->db, registration, list, err);
}

const struct answer *
answer_to(const struct answer_list *list, int64_t question)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].question == question)
            return &list->items[i];
    return NULL;
}

/* --- to answer */

bool
answer_give_all(struct atelier *at, int64_t registration,
                const struct answer_typed *typed, size_t count,
                struct questions *questions, struct error *err)
{
    struct registration row;
    struct meeting meeting;
    struct buffer summary = { 0 };
    enum act act = ACT_ANSWER_CHANGE;

    if (!operation_begin(at, ACT_ANSWER_CHANGE_NEEDS,
                         session_subject(at, ENTITY_REGISTRATION, registration), err))
        return false;
    record_init(&registration_entity, &row);
    record_init(&meeting_entity, &meeting);
    bool ok = row_load(at->db, &registration_entity, registration, &row, err) &&
              answer_check_open(at, &row, &meeting, err);
    for (size_t i = 0; ok && i < count; i++) {
        bool changed;
        ok = answer_note(at, &row, &typed[i], questions, &act, &changed, err);
    }
    if (ok) {
        display_title(at, ENTITY_PERSON, row.person, &summary);
        journal_add_where(meeting.title, &summary);
    }
    const struct operation_note note = {
        .act = count == 1 ? act : ACT_ANSWER_CHANGE,
        .entity = ENTITY_REGISTRATION,
        .row = registration,
        .summary = buffer_text(&summary),
        .questions = questions,
    };
    ok = operation_end(at, ok, &note, err);
    buffer_clear(&summary);
    record_clear(&meeting_entity, &meeting);
    record_clear(&registration_entity, &row);
    return ok;
}

bool
answer_give(struct atelier *at, int64_t registration, int64_t question, const char *text,
            struct questions *questions, struct error *err)
{
    const struct answer_typed typed = { question, text, NULL };

    return answer_give_all(at, registration, &typed, 1, questions, err);
}
