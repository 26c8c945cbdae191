/* SPDX-License-Identifier: GPL-3.0-or-later */
/* answer_note.h - the answer of somebody on a list, inside an act that is under way */
#ifndef ATELIER_APP_ANSWER_NOTE_H
#define ATELIER_APP_ANSWER_NOTE_H

#include "atelier/domain/act.h"
#include "atelier/domain/registration.h"
#include "atelier/store/database.h"
#include "session/session.h"

/* What answer_give() writes.  *act says what was done; unchanged: nothing was. */
bool answer_note(struct atelier *at, const struct registration *registration,
                 int64_t question, const char *typed, enum act *act, bool *changed,
                 struct error *err);

#endif
