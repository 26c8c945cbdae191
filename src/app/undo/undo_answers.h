/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_answers.h - is there a seat for the answers that come back by an undo?
 */
#ifndef ATELIER_APP_UNDO_ANSWERS_H
#define ATELIER_APP_UNDO_ANSWERS_H

#include "atelier/domain/question.h"
#include "session/session.h"

/* By how many a choice of a question was past its seats before the undo. */
struct undo_answer {
    int64_t question;
    char *choice;
    int64_t past;
};

/* Those of one meeting; a zeroed struct holds none. */
struct undo_answers {
    struct undo_answer *items;
    size_t count;
    size_t capacity;
};

/* Before the undo. */
bool undo_answers_measure(struct atelier *at, int64_t meeting,
                          struct undo_answers *answers, struct error *err);

/* After it, inside the same operation: QUESTION_SEAT where a choice is further past its
 * seats than it was, before the undo and before that act. */
bool undo_answers_check(struct atelier *at, int64_t act, int64_t meeting,
                        const struct undo_answers *before, struct questions *questions,
                        struct error *err);

void undo_answers_clear(struct undo_answers *answers);

#endif
