/* SPDX-License-Identifier: GPL-3.0-or-later */
/* meeting_questions.h - what a meeting asks, and how many take each answer */
#ifndef ATELIER_UI_MEETING_QUESTIONS_H
#define ATELIER_UI_MEETING_QUESTIONS_H

#include "atelier/app/answering.h"
#include "terminal/paint.h"
#include "ui.h"

struct meeting_questions {
    struct meeting_question_list list;
    struct answer_count_list *counts; /* of each */
};

bool meeting_questions_load(struct meeting_questions *questions, struct ui *ui,
                            int64_t meeting, struct error *err);
void meeting_questions_clear(struct meeting_questions *questions);

/* "12 of 20 taken, 8 free", or how many where there is no limit. */
void meeting_questions_add_taken(const struct meeting_question *question, int64_t takers,
                                 struct buffer *text);

/* A line a question for the facts of the meeting, under a head; nothing when it asks
 * nothing. */
void meeting_questions_add_facts(const struct meeting_questions *questions,
                                 size_t columns, struct buffer *text);

/* The choices of the question of that id at the foot of an area, each with a bar, below
 * a line that names it; returns what is left above. */
struct area meeting_questions_draw(const struct meeting_questions *questions,
                                   int64_t question, struct area area);

#endif
