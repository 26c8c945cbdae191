/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fake_answers.c - meetings that ask nothing, for the interface without a database */
#include "atelier/app/answering.h"
#include "atelier/app/register.h"

bool
question_list(struct atelier *at, int64_t meeting, struct meeting_question_list *list,
              struct error *err)
{
    (void)at;
    (void)meeting;
    (void)err;
    meeting_question_list_clear(list);
    return true;
}

bool
answer_list(struct atelier *at, int64_t registration, struct answer_list *list,
            struct error *err)
{
    (void)at;
    (void)registration;
    (void)err;
    answer_list_clear(list);
    return true;
}

const struct answer *
answer_to(const struct answer_list *list, int64_t question)
{
    (void)list;
    (void)question;
    return NULL;
}

bool
answer_counts(struct atelier *at, const struct meeting_question *question,
              struct answer_count_list *list, struct error *err)
{
    (void)at;
    (void)question;
    (void)list;
    (void)err;
    return true;
}

void
answer_count_list_clear(struct answer_count_list *list)
{
    *list = (struct answer_count_list){ 0 };
}

bool
register_change_answered(struct atelier *at, struct registration *registration,
                         const struct answer_typed *typed, size_t count,
                         struct questions *questions, struct error *err)
{
    (void)typed;
    (void)count;
    return register_change(at, registration, questions, err);
}
