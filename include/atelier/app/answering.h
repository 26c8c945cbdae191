/* SPDX-License-Identifier: GPL-3.0-or-later */
/* answering.h - what people answer to the questions of a meeting, and questions that are
 * taken over from another one
 */
#ifndef ATELIER_APP_ANSWERING_H
#define ATELIER_APP_ANSWERING_H

#include <stddef.h>

#include "atelier/app/atelier.h"
#include "atelier/domain/answer.h"
#include "atelier/domain/meeting_question.h"
#include "atelier/domain/question.h"

/* In their order. */
bool question_list(struct atelier *at, int64_t meeting,
                   struct meeting_question_list *list, struct error *err);

/* The question of the meeting with that id or text, accents and case aside. */
bool question_find(struct atelier *at, int64_t meeting, const char *text,
                   int64_t *question, struct error *err);

/* None for who may not read what is private (rule 13). */
bool answer_list(struct atelier *at, int64_t registration, struct answer_list *list,
                 struct error *err);

/* A choice of a question, as it is stored, and how many of those on the list take it. */
struct answer_count {
    char *choice;
    int64_t takers;
};

struct answer_count_list {
    struct answer_count
        *items; /* in the order of the question; none of a text, a number */
    size_t count;
    size_t capacity;
};

bool answer_counts(struct atelier *at, const struct meeting_question *question,
                   struct answer_count_list *list, struct error *err);
void answer_count_list_clear(struct answer_count_list *list);

/* NULL: none of them is to this question. */
const struct answer *answer_to(const struct answer_list *list, int64_t question);

/* Adds what is required and has no answer of theirs: "Meal, Bus"; nothing when all is
 * answered.  Nobody is kept off a list for it: it is told, to be asked for. */
bool answer_missing(struct atelier *at, int64_t registration, struct buffer *text,
                    struct error *err);

/* What was typed for an answer, borrowed; "" takes it back.  `field`: the input to go
 * back to when it is none; NULL: "text". */
struct answer_typed {
    int64_t question;
    const char *text;
    const char *field;
};

/* Notes, changes or takes back the answer of who is on the list: one act, and none where
 * it is the same as before.  ERROR_INPUT of the field "text" when it is no answer to
 * that, QUESTION_SEAT when no seat is left for it. */
bool answer_give(struct atelier *at, int64_t registration, int64_t question,
                 const char *text, struct questions *questions, struct error *err);

/* Several at once as one act. */
bool answer_give_all(struct atelier *at, int64_t registration,
                     const struct answer_typed *typed, size_t count,
                     struct questions *questions, struct error *err);

/* Puts a question behind another one of its meeting, 0: before all, in one act; where it
 * stands there already, nothing is written.  *moved: whether it was not. */
bool question_place(struct atelier *at, int64_t question, int64_t after, bool *moved,
                    struct error *err);

/* Takes the questions of one meeting over that the other does not ask yet; *count: how
 * many.  From 0: from the last one of its group.  Where there are none, nothing is
 * written. */
bool question_copy(struct atelier *at, int64_t from, int64_t meeting, size_t *count,
                   struct error *err);

#endif
