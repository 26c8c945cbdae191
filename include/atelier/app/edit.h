/* SPDX-License-Identifier: GPL-3.0-or-later */
/* edit.h - rows of any noun: show, add, change, remove
 *
 * What a noun needs beyond its own check (a meeting's instants, a
 * registration's seat, the last administrator) is added here, so that forms and
 * the command line can use this for every noun.  Registrations are made and
 * changed through register.h; edit_change() on one changes its facts, not its state.
 */
#ifndef ATELIER_APP_EDIT_H
#define ATELIER_APP_EDIT_H

#include <stddef.h>
#include <stdint.h>

#include "atelier/app/atelier.h"
#include "atelier/domain/entity.h"
#include "atelier/domain/question.h"

bool edit_load(struct atelier *at, const struct entity *entity, int64_t id, void *record,
               struct error *err);

/* Whether this login may add, change and remove such rows: asked before a form opens. */
bool edit_may(struct atelier *at, const struct entity *entity, const void *record,
              struct error *err);

/* Sets what a new row usually has: the office's zone, the group's defaults, today. */
bool edit_prepare(struct atelier *at, const struct entity *entity, void *record,
                  struct error *err);

/* Sets id and rev.  QUESTION_DUPLICATE when a person who is probably the same, or an
 * organisation of that name in the same territory (in any, when none is given), is known:
 * its choices are their ids. QUESTION_CLOCK of a meeting and of what has hours in it: see
 * plan_add(). */
bool edit_add(struct atelier *at, const struct entity *entity, void *record,
              struct questions *questions, struct error *err);

/* `record` holds the rev that was loaded.  ERROR_CONFLICT when a colleague was first:
 * load again, show both, let the person choose. */
bool edit_change(struct atelier *at, const struct entity *entity, void *record,
                 struct error *err);

/* The same with the answers to what it asks: see edit_add(). */
bool edit_change_asked(struct atelier *at, const struct entity *entity, void *record,
                       struct questions *questions, struct error *err);

/* What a row that was saved may want looked at: adds a sentence, else returns false. */
bool edit_warning(struct atelier *at, const struct entity *entity, const void *record,
                  struct buffer *text);

/* ERROR_RULE when other rows need it, saying which. */
bool edit_remove(struct atelier *at, const struct entity *entity, int64_t id, int64_t rev,
                 struct error *err);

/* What stays outside the database of a row that was removed, such as files of a login:
 * adds a sentence, else returns false. */
bool edit_leaves(struct atelier *at, const struct entity *entity, const void *record,
                 struct buffer *text);

/* Whether the people who are there tell which of the two names is the family name: one is
 * theirs, the other is not.  *exchanged: it stands as the given name. */
struct person;
bool edit_names_are_told(struct atelier *at, const struct person *person,
                         bool *exchanged);

/* A person with organisation and function in one act: the organisation is found by name
 * or created (with `category`, may be 0), the affiliation made main.  organisation NULL:
 * none.  Asks as edit_add() does. */
bool edit_add_person(struct atelier *at, struct person *person, const char *organisation,
                     int64_t category, const char *function, struct questions *questions,
                     struct error *err);

#endif
