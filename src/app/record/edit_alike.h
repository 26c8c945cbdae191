/* SPDX-License-Identifier: GPL-3.0-or-later */
/* edit_alike.h - who, or what, is probably there already: asked before it is added */
#ifndef ATELIER_APP_EDIT_ALIKE_H
#define ATELIER_APP_EDIT_ALIKE_H

#include "atelier/domain/entity.h"
#include "atelier/domain/person.h"
#include "atelier/domain/question.h"
#include "session/session.h"

/* Inside the open transaction, so that no twin can slip in behind the answer: a yes to
 * QUESTION_DUPLICATE holds for those who were shown, and for all of them when nobody was.
 * Hooks of their nouns: the record is a struct person, a struct organisation. */
bool edit_alike_ask_person(struct atelier *at, const void *record,
                           struct questions *questions, struct error *err);

/* The same of somebody who comes from that organisation: among colleagues a part of a
 * double name counts.  NULL: nobody knows from where. */
bool edit_alike_ask_newcomer(struct atelier *at, const struct person *person,
                             const char *organisation, struct questions *questions,
                             struct error *err);
bool edit_alike_ask_organisation(struct atelier *at, const void *record,
                                 struct questions *questions, struct error *err);

#endif
