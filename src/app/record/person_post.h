/* SPDX-License-Identifier: GPL-3.0-or-later */
/* person_post.h - posts that begin and end, and what a new one means for the old, inside
 * an act that others began */
#ifndef ATELIER_APP_PERSON_POST_H
#define ATELIER_APP_PERSON_POST_H

#include "atelier/base/buffer.h"
#include "atelier/domain/affiliation.h"
#include "atelier/domain/question.h"
#include "session/session.h"

/* "European policy officer, Oldtown"; organisation 0: no post. */
void person_post_add_words(struct atelier *at, int64_t organisation, const char *function,
                           struct buffer *text);

/* The post that comes after the old one; organisation 0: none does. */
struct post_asked {
    int64_t organisation;
    const char *function;
    struct date from;
    bool is_row; /* a post of its own is typed: the old one cannot become it */
};

/* Puts QUESTION_POST: false. */
bool person_post_ask(struct atelier *at, const struct affiliation *old,
                     const struct post_asked *after, struct questions *questions,
                     struct error *err);

/* Not the main one any more, and ended the day before that one; one that does not begin
 * before it was never held elsewhere, and ends on its first day. */
bool person_post_end(struct atelier *at, struct affiliation *post, struct date next,
                     struct error *err);

/* The main one from today on; function NULL: none. */
bool person_post_begin(struct atelier *at, int64_t person, int64_t organisation,
                       const char *function, struct error *err);

#endif
