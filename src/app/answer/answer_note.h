/* SPDX-License-Identifier: GPL-3.0-or-later */
/* answer_note.h - the answer of somebody on a list, inside an act that is under way */
#ifndef ATELIER_APP_ANSWER_NOTE_H
#define ATELIER_APP_ANSWER_NOTE_H

#include "atelier/app/answering.h"
#include "atelier/domain/act.h"
#include "atelier/domain/meeting.h"
#include "atelier/domain/question.h"
#include "atelier/domain/registration.h"
#include "atelier/store/database.h"
#include "session/session.h"

/* Whether somebody on a list may still answer: the list changes, and they are on it.  The
 * meeting was initialised, and is read. */
bool answer_check_open(struct atelier *at, const struct registration *registration,
                       struct meeting *meeting, struct error *err);

/* What answer_give() writes.  *act says what was done; unchanged: nothing was.
 * QUESTION_SEAT when a choice has no seat left. */
bool answer_note(struct atelier *at, const struct registration *registration,
                 const struct answer_typed *typed, struct questions *sheet, enum act *act,
                 bool *changed, struct error *err);

/* Several, of somebody whom the act has put on the list, or found there; *changed: any of
 * them is another than before. */
bool answer_note_all(struct atelier *at, int64_t registration,
                     const struct answer_typed *typed, size_t count,
                     struct questions *sheet, bool *changed, struct error *err);

/* Whether who comes onto the list of the meeting, or is on it, can answer that: for an
 * act on several, which passes over whom a choice has no seat for before they are
 * enrolled. */
bool answer_check_all(struct atelier *at, int64_t meeting, int64_t person,
                      const struct answer_typed *typed, size_t count,
                      struct questions *sheet, struct error *err);

/* Somebody is on the list again: answers whose seats others have taken are taken back. */
bool answers_come_back(struct atelier *at, int64_t registration, struct error *err);

#endif
