/* SPDX-License-Identifier: GPL-3.0-or-later */
/* undo.h - undo of the last act, or of a chosen one, and redo */
#ifndef ATELIER_APP_UNDO_H
#define ATELIER_APP_UNDO_H

#include <stddef.h>
#include <stdint.h>

#include "atelier/app/atelier.h"
#include "atelier/base/work.h"
#include "atelier/domain/journal.h"
#include "atelier/domain/question.h"

/* The newest act of this login that can be undone; with `before` the newest before that
 * entry.  ERROR_NOT_FOUND when there is none. */
bool undo_next(struct atelier *at, int64_t before, struct journal_entry *entry,
               struct error *err);

/* Whether it was not done in this working day: who undoes once too often does not mean
 * that, so it is asked or named first. */
bool undo_is_long_ago(const struct atelier *at, const struct journal_entry *entry);

/* Whether the act that was just done can be undone by who did it: whoever lowers or
 * removes their own login cannot come back. */
bool undo_may(struct atelier *at);

/* Undoes this login's newest act that is not undone (rule 9): again for the one before.
 * *entry is the act undone.  ERROR_RULE, naming who moved the field and when;
 * QUESTION_SEAT when a seat that comes back has been given away since, QUESTION_QUOTA
 * when a quota keeps from it; QUESTION_CLOCK of what came into a meeting since, in the
 * time zone that it has again. */
bool undo_last(struct atelier *at, struct questions *questions,
               struct journal_entry *entry, struct error *err);

/* The same of one act, chosen from the history: the acts after it stay.
 * QUESTION_COLLEAGUE when somebody else did it.  ERROR_NOT_FOUND when there is no such
 * act; ERROR_RULE also when it is an undo, or undone already. */
bool undo_act(struct atelier *at, int64_t id, struct questions *questions,
              struct journal_entry *entry, struct error *err);

/* Who is told of each row that an undo or a redo has gone through, of how many is not
 * known (0 of 0), and may stop it: ERROR_CANCELLED, and nothing has changed.  NULL:
 * nobody any more. */
void undo_tell(struct atelier *at, work_progress *progress, void *context);

/* Whether undo_act() would undo it, with these answers: all of it is tried, and nothing
 * is kept.  *blocker, if given, is the act that has moved what would come back, if one
 * has.
 */
bool undo_try(struct atelier *at, int64_t id, struct questions *questions,
              int64_t *blocker, struct error *err);

/* The newest act of this login before that entry (0: of all) that would be undone, if
 * only what it asks is answered: a bit of *asks for each question.  False: none of the
 * last fifty. */
bool undo_find_before(struct atelier *at, int64_t before, struct journal_entry *entry,
                      unsigned *asks);

/* The act that keeps that one from being undone, and would be undone itself; false: there
 * is none, or it would not be either. */
bool undo_find_first(struct atelier *at, int64_t id, struct journal_entry *entry,
                     unsigned *asks);

/* Before which entry the next undo of this login looks, as those from it on were refused
 * and it has done nothing since; 0: with the newest. */
int64_t undo_position(struct atelier *at);

/* Keeps it, where the file can be written. */
void undo_go_on_before(struct atelier *at, int64_t before);

/* Whether it asks nothing about a colleague: what stands of the act, which may be a redo,
 * was done by this login. */
bool undo_is_own(struct atelier *at, int64_t id);

/* Puts back what this login's last undo took, and again that of the one before it, until
 * another act was done; a redo can be undone.  *entry is the act that stands again.
 * ERROR_NOT_FOUND when there is nothing to redo, else as undo_last(). */
bool redo_last(struct atelier *at, struct questions *questions,
               struct journal_entry *entry, struct error *err);

/* Rule 3: after an undo or a redo of that act, where it left fewer seats than are taken,
 * or let more people take one: adds a line each, with figures; false: nothing to say. */
bool undo_warn(struct atelier *at, const struct journal_entry *entry,
               struct buffer *text);

/* Who had an offer that the last undo or redo of that act took back: they wait again. */
struct undo_offers {
    int64_t *people;
    size_t count;
    size_t promised; /* of these had no offer yet: they were pending */
    size_t capacity;
};

/* False: nobody; undo_offers_clear() frees it. */
bool undo_offers_find(struct atelier *at, const struct journal_entry *entry,
                      struct undo_offers *offers);
/* Adds the sentence that names them, or how many they are. */
void undo_offers_say(struct atelier *at, const struct undo_offers *offers,
                     struct buffer *text);
void undo_offers_clear(struct undo_offers *offers);

#endif
