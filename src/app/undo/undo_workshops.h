/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo_workshops.h - is there a seat in a workshop for whoever comes back by an undo, and
 * do they sit in one at a time (rules 2 and 5)?
 */
#ifndef ATELIER_APP_UNDO_WORKSHOPS_H
#define ATELIER_APP_UNDO_WORKSHOPS_H

#include "atelier/domain/question.h"
#include "session/session.h"

/* How full a workshop was before the undo. */
struct undo_workshop {
    int64_t id;
    int64_t taken;
    int64_t seats; /* NUMBER_NONE: no limit */
};

/* Those of one meeting; a zeroed struct holds none. */
struct undo_workshops {
    struct undo_workshop *items;
    size_t count;
    size_t capacity;
};

/* Before the undo. */
bool undo_workshops_measure(struct atelier *at, int64_t meeting,
                            struct undo_workshops *workshops, struct error *err);

/* After it, inside the same operation: a seat that the rule has given since goes back to
 * who comes back, and its holder waits again; QUESTION_SEAT where a seat has been given
 * away since that act; ERROR_RULE where somebody would sit in two at once. */
bool undo_workshops_check(struct atelier *at, int64_t act, int64_t meeting,
                          const struct undo_workshops *before,
                          struct questions *questions, struct error *err);

void undo_workshops_clear(struct undo_workshops *workshops);

#endif
