/* SPDX-License-Identifier: GPL-3.0-or-later */
/* part_advice.h - what may be wrong with a part of a meeting, while it is typed and once
 * it is saved
 */
#ifndef ATELIER_APP_PART_ADVICE_H
#define ATELIER_APP_PART_ADVICE_H

#include "atelier/app/atelier.h"
#include "atelier/domain/item.h"
#include "atelier/domain/speaker.h"
#include "atelier/domain/workshop.h"

/* Beside a field, or in the list from which its value is chosen: there only who is
 * expected elsewhere and which room is taken, by the first of what is there then. */
enum advice { ADVICE_WHOLE, ADVICE_BRIEF };

/* Each adds one sentence about the field of that name, or nothing: hours outside the
 * meeting, a room that is taken then or too small, a person who is expected elsewhere. */
void workshop_advise(struct atelier *at, const struct workshop *workshop,
                     const char *field, enum advice advice, struct buffer *text);
void item_advise(struct atelier *at, const struct item *item, const char *field,
                 enum advice advice, struct buffer *text);
void speaker_advise(struct atelier *at, const struct speaker *speaker, const char *field,
                    enum advice advice, struct buffer *text);

/* Where else somebody is expected at the hours of a meeting to which they come, or of a
 * workshop in which they sit or speak: a line for each, with both names and hours.  What
 * is within the meeting itself they come for. */
void registration_advise(struct atelier *at, int64_t meeting, int64_t person,
                         struct buffer *text);
void seat_advise(struct atelier *at, int64_t workshop, int64_t person,
                 struct buffer *text);

/* Adds a line for each clash of such a part as it is saved: its room, whoever leads or
 * speaks, and the people in it, elsewhere at that time.  What somebody accepted is quiet
 * (rule 5). False: there is nothing to say. */
bool part_warn(struct atelier *at, int64_t meeting, struct row_ref part,
               struct buffer *text);

#endif
