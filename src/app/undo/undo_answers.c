/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_answers.c - is there a seat for the answers that come back by an undo? */
#include "undo/undo_answers.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/domain/registration.h"
#include "atelier/store/journal_table.h"
#include "atelier/store/question_table.h"

typedef bool each_choice(void *context, const struct meeting_question *question,
                         const char *choice, int64_t takers, struct error *err);

/* Each choice of the meeting that has seats, and how many take it. */
static bool
each(struct atelier *at, int64_t meeting, each_choice *visit, void *context,
     struct error *err)
{
    struct meeting_question_list list = { 0 };
    bool ok = question_table_list(at->db, meeting, &list, err);

    for (size_t i = 0; ok && i < list.count; i++) {
        const struct meeting_question *question = &list.items[i];
        char *choice;
        for (size_t c = 0; ok && question->seats != NUMBER_NONE &&
                           (choice = meeting_question_choice(question, c)) != NULL;
             c++) {
            int64_t takers = 0;
            ok = answer_table_count(at->db, question->head.id, choice, 0, &takers, err) &&
                 visit(context, question, choice, takers, err);
            free(choice);
        }
    }
    meeting_question_list_clear(&list);
    return ok;
}

static int64_t
past_seats(const struct meeting_question *question, int64_t takers)
{
    return question->seats != NUMBER_NONE && takers > question->seats
               ? takers - question->seats
               : 0;
}

static bool
note(void *context, const struct meeting_question *question, const char *choice,
     int64_t takers, struct error *err)
{
    struct undo_answers *answers = context;

    (void)err;
    answers->items = memory_grow(answers->items, &answers->capacity, answers->count + 1,
                                 sizeof(*answers->items));
    answers->items[answers->count++] =
        (struct undo_answer){ .question = question->head.id,
                              .choice = memory_copy(choice),
                              .past = past_seats(question, takers) };
    return true;
}

bool
undo_answers_measure(struct atelier *at, int64_t meeting, struct undo_answers *answers,
                     struct error *err)
{
    return each(at, meeting, note, answers, err);
}

/* --- before the act */

struct checking {
    struct atelier *at;
    int64_t act;
    const struct undo_answers *before;
    struct questions *questions;
};

static bool
was_on_the_list(const struct checking *checking, int64_t id, bool *was, struct error *err)
{
    struct registration registration;
    bool there = false;

    record_init(&registration_entity, &registration);
    const bool ok = journal_table_past(checking->at->db, &registration_entity, id,
                                       checking->act - 1, &registration, &there, err);
    *was = ok && there && registration_is_live(registration.state);
    record_clear(&registration_entity, &registration);
    return ok;
}

static bool
did_take(const struct checking *checking, int64_t id, const char *choice, bool *took,
         struct error *err)
{
    struct answer answer;
    bool there = false;

    *took = false;
    record_init(&answer_entity, &answer);
    bool ok = journal_table_past(checking->at->db, &answer_entity, id, checking->act - 1,
                                 &answer, &there, err);
    if (ok && there && answer.text && meeting_question_takes(answer.text, choice))
        ok = was_on_the_list(checking, answer.registration, took, err);
    record_clear(&answer_entity, &answer);
    return ok;
}

/* By how many the choice was past its seats then; answers that are gone since are not
 * counted, so that rather too much is asked. */
static bool
find_past(const struct checking *checking, int64_t id, const char *choice, int64_t *past,
          struct error *err)
{
    struct atelier *at = checking->at;
    struct answer_list list = { 0 };
    struct meeting_question question;
    bool there = false;
    int64_t takers = 0;

    record_init(&meeting_question_entity, &question);
    bool ok = journal_table_past(at->db, &meeting_question_entity, id, checking->act - 1,
                                 &question, &there, err) &&
              answer_table_of_question(at->db, id, &list, err);
    for (size_t i = 0; ok && there && i < list.count; i++) {
        bool took;
        ok = did_take(checking, list.items[i].head.id, choice, &took, err);
        takers += took;
    }
    *past = there ? past_seats(&question, takers) : 0;
    answer_list_clear(&list);
    record_clear(&meeting_question_entity, &question);
    return ok;
}

/* --- after the undo */

static int64_t
past_before(const struct undo_answers *before, int64_t question, const char *choice)
{
    for (size_t i = 0; i < before->count; i++)
        if (before->items[i].question == question &&
            strcmp(before->items[i].choice, choice) == 0)
            return before->items[i].past;
    return 0;
}

static bool
ask(const struct checking *checking, const struct meeting_question *question,
    const char *choice, int64_t takers, struct error *err)
{
    struct buffer words = { 0 };

    if (question_answer(checking->questions, QUESTION_SEAT)) {
        question_decide(checking->questions, QUESTION_SEAT);
        return atelier_may(checking->at, question_table[QUESTION_SEAT].permission,
                           (struct row_ref){ ENTITY_MEETING, question->meeting }, err);
    }
    meeting_question_show(question, choice, &words);
    question_put(checking->questions, QUESTION_SEAT, err,
                 /* TRANSLATORS: an answer, a question, two numbers */
                 _("The seat for “%s” of “%s” has been given away since (%" PRId64
                   " people, %" PRId64 " seats)."),
                 buffer_text(&words), question->text, takers, question->seats);
    buffer_clear(&words);
    return false;
}

static bool
check(void *context, const struct meeting_question *question, const char *choice,
      int64_t takers, struct error *err)
{
    const struct checking *checking = context;
    const int64_t past = past_seats(question, takers);
    int64_t then = 0;

    if (past <= past_before(checking->before, question->head.id, choice))
        return true;
    return find_past(checking, question->head.id, choice, &then, err) &&
           (past <= then || ask(checking, question, choice, takers, err));
}

bool
undo_answers_check(struct atelier *at, int64_t act, int64_t meeting,
                   const struct undo_answers *before, struct questions *questions,
                   struct error *err)
{
    struct checking checking = {
        .at = at, .act = act, .before = before, .questions = questions
    };

    return each(at, meeting, check, &checking, err);
}

void
undo_answers_clear(struct undo_answers *answers)
{
    for (size_t i = 0; i < answers->count; i++)
        free(answers->items[i].choice);
    free(answers->items);
    *answers = (struct undo_answers){ 0 };
}
