/* SPDX-License-Identifier: GPL-3.0-or-later */
/* change_post.h - a person, changed together with the post that they hold today
 *
 * Who changes the employer ends a post, or holds two, or corrects what was typed: the act
 * asks which, and whether the lists of meetings to come show the new post (rule 7).
 */
#ifndef ATELIER_APP_CHANGE_POST_H
#define ATELIER_APP_CHANGE_POST_H

#include "atelier/app/atelier.h"
#include "atelier/domain/person.h"
#include "atelier/domain/question.h"

/* What a person does and where, on a day; zeros: no post. */
struct post {
    int64_t organisation;
    char *function;
};

/* The one that lists and badges show today.  free() the function. */
bool post_load(struct atelier *at, int64_t person, struct post *post, struct error *err);

/* The person by edit_change(), and the post from what it was when it was loaded to what
 * it is now, in one act.  QUESTION_POST asks what a change of either means,
 * QUESTION_COMING whether registrations to come that show the old organisation follow;
 * QUESTION_QUOTA is asked where that would take a seat past one.  ERROR_RULE when a
 * colleague changed the post meanwhile. */
bool post_change(struct atelier *at, struct person *person, const struct post *before,
                 const struct post *after, struct questions *questions,
                 struct error *err);

#endif
