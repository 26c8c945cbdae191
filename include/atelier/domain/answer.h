/* SPDX-License-Identifier: GPL-3.0-or-later */
/* answer.h - what somebody on the list of a meeting answered to one of its questions */
#ifndef ATELIER_DOMAIN_ANSWER_H
#define ATELIER_DOMAIN_ANSWER_H

#include "atelier/domain/entity.h"

struct answer {
    struct record head;
    int64_t question;
    int64_t registration;
    char *text; /* as meeting_question_read() has it */
};

extern const struct entity answer_entity;

struct answer_list {
    struct answer *items;
    size_t count;
    size_t capacity;
};

void answer_list_clear(struct answer_list *list);

#endif
