/* SPDX-License-Identifier: GPL-3.0-or-later */
/* edit_alike.h - who, or what, is probably there already: asked before it is added */
#ifndef ATELIER_APP_EDIT_ALIKE_H
#define ATELIER_APP_EDIT_ALIKE_H

#include "atelier/domain/entity.h"
#include "atelier/domain/question.h"
#include "session/session.h"

/* Inside the open transaction, so that no twin can slip in behind the answer: a yes holds
 * for those who were shown, and for all of them when nobody was.  QUESTION_DUPLICATE of a
 * person or an organisation; true for every other noun. */
bool edit_alike_ask(struct atelier *at, const struct entity *entity, const void *record,
                    struct questions *questions, struct error *err);

#endif
