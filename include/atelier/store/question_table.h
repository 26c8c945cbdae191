/* SPDX-License-Identifier: GPL-3.0-or-later */
/* question_table.h - the questions of a meeting, and the answers to them */
#ifndef ATELIER_STORE_QUESTION_TABLE_H
#define ATELIER_STORE_QUESTION_TABLE_H

#include "atelier/domain/answer.h"
#include "atelier/domain/meeting_question.h"
#include "atelier/store/database.h"

/* In their order. */
bool question_table_list(struct database *db, int64_t meeting,
                         struct meeting_question_list *list, struct error *err);

/* Of all that were ever on the list. */
bool answer_table_of_question(struct database *db, int64_t question,
                              struct answer_list *list, struct error *err);

bool answer_table_of_registration(struct database *db, int64_t registration,
                                  struct answer_list *list, struct error *err);

/* head.id 0: none. */
bool answer_table_find(struct database *db, int64_t question, int64_t registration,
                       struct answer *answer, struct error *err);

/* How many others on the list take that choice. */
bool answer_table_count(struct database *db, int64_t question, const char *choice,
                        int64_t registration, int64_t *count, struct error *err);

#endif
