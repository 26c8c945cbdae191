/* SPDX-License-Identifier: GPL-3.0-or-later */
/* answer_note.c - the answer of somebody on a list: read, counted, written */
#include "answer/answer_note.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/store/question_table.h"
#include "atelier/store/row_table.h"

/* One answer on its way into the file. */
struct noting {
    struct atelier *at;
    const struct registration *registration;
    struct meeting_question question;
    struct answer answer; /* as it was; id 0: there was none */
    struct buffer text;   /* as it will be; empty: none */
};

static bool
load(struct noting *noting, int64_t question, struct error *err)
{
    struct atelier *at = noting->at;
    const struct registration *registration = noting->registration;

    if (!row_load(at->db, &meeting_question_entity, question, &noting->question, err) ||
        !answer_table_find(at->db, question, registration->head.id, &noting->answer, err))
        return false;
    return noting->question.meeting == registration->meeting ||
           error_set(err, ERROR_RULE,
                     _("Another meeting asks “%s”; “atelier question list MEETING” shows "
                       "what this one asks."),
                     noting->question.text);
}

/* Whose choice it was has a seat for it already. */
static bool
check_seat(const struct noting *noting, const char *choice, struct error *err)
{
    const struct meeting_question *question = &noting->question;
    int64_t others = 0;

    if (!meeting_question_takes(buffer_text(&noting->text), choice) ||
        (noting->answer.text && meeting_question_takes(noting->answer.text, choice)))
        return true;
    if (!answer_table_count(noting->at->db, question->head.id, choice,
                            noting->registration->head.id, &others, err))
        return false;
    if (others < question->seats)
        return true;
    struct buffer words = { 0 };
    meeting_question_show(question, choice, &words);
    error_set_field(err, ERROR_RULE, "text",
                    /* TRANSLATORS: an answer, a question, its seats */
                    _("“%s” for “%s”: %" PRId64 " of %" PRId64
                      " taken.  Choose another answer, or give the question more seats."),
                    buffer_text(&words), question->text, others, question->seats);
    buffer_clear(&words);
    return false;
}

static bool
check_seats(const struct noting *noting, struct error *err)
{
    bool ok = true;
    char *choice;

    if (noting->question.seats == NUMBER_NONE)
        return true;
    for (size_t i = 0;
         ok && (choice = meeting_question_choice(&noting->question, i)) != NULL; i++) {
        ok = check_seat(noting, choice, err);
        free(choice);
    }
    return ok;
}

static bool
write(struct noting *noting, enum act *act, struct error *err)
{
    struct atelier *at = noting->at;
    struct answer *answer = &noting->answer;
    const bool is_new = answer->head.id == 0;

    if (noting->text.length == 0) {
        *act = ACT_ANSWER_REMOVE;
        return row_delete(at->db, &answer_entity, answer->head.id, answer->head.rev, err);
    }
    memory_replace(&answer->text, buffer_text(&noting->text));
    answer->question = noting->question.head.id;
    answer->registration = noting->registration->head.id;
    *act = is_new ? ACT_ANSWER_ADD : ACT_ANSWER_CHANGE;
    return is_new ? row_insert(at->db, &answer_entity, answer, at->login, atelier_now(at),
                               err)
                  : row_update(at->db, &answer_entity, answer, at->login, atelier_now(at),
                               err);
}

bool
answer_note(struct atelier *at, const struct registration *registration, int64_t question,
            const char *typed, enum act *act, bool *changed, struct error *err)
{
    struct noting noting = { .at = at, .registration = registration };

    *changed = false;
    record_init(&meeting_question_entity, &noting.question);
    record_init(&answer_entity, &noting.answer);
    bool ok = load(&noting, question, err) &&
              meeting_question_read(&noting.question, typed, &noting.text, err);
    if (ok) {
        const char *before = noting.answer.text ? noting.answer.text : "";
        *changed = strcmp(before, buffer_text(&noting.text)) != 0;
        ok = !*changed || (check_seats(&noting, err) && write(&noting, act, err));
    }
    buffer_clear(&noting.text);
    record_clear(&answer_entity, &noting.answer);
    record_clear(&meeting_question_entity, &noting.question);
    return ok;
}
