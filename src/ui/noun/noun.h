/* SPDX-License-Identifier: GPL-3.0-or-later */
/* noun.h - add, change and remove a row of any noun, as whole conversations
 *
 * Each opens the form of the noun (field.h says what is on it), checks, saves by the
 * right function of the app layer, asks about clock changes, shows both versions when a
 * colleague saved first, keeps a draft and offers it again.
 */
#ifndef ATELIER_UI_NOUN_H
#define ATELIER_UI_NOUN_H

#include <stdbool.h>
#include <stdint.h>

#include "atelier/domain/draft.h"
#include "atelier/domain/entity.h"
#include "ui.h"
#include "widget/picker.h"

/* The id of the new row; 0 when nothing was added.  `of` is a row that it belongs to, or
 * ROW_NONE: the field that refers to it (the group of a new member) is set, not asked. */
int64_t noun_add(struct ui *ui, enum entity_kind kind, struct row_ref of);

/* The same: the form begins with what `given` holds, a record of that noun. */
int64_t noun_add_as(struct ui *ui, const struct entity *entity, const void *given);

/* Both: a record of that noun, which belongs to `of`. */
int64_t noun_add_given(struct ui *ui, const struct entity *entity, const void *given,
                       struct row_ref of);

/* The short form of what is created while doing something else; `typed` fills its first
 * text field.  A person for the list of a meeting is `of` that meeting: a draft that is
 * taken up later puts them there. */
int64_t noun_add_short(struct ui *ui, enum entity_kind kind, struct row_ref of,
                       const char *typed);

/* Creates a row on the spot by the short form; has the words of the noun. */
extern const struct picker_nouns noun_picker;

bool noun_edit(struct ui *ui, enum entity_kind kind, int64_t id);

/* Asks when undo could not take it back; else removes and says so. */
bool noun_remove(struct ui *ui, enum entity_kind kind, int64_t id);

/* Goes on with what a draft holds: the id of the row that was added or changed; 0 when
 * none was.  `of` is as for the form that left it. */
int64_t noun_resume(struct ui *ui, const struct entity *entity, const struct draft *draft,
                    struct row_ref of);
/* Whether it is of a form on the way to something else. */
bool noun_draft_is_short(const struct draft *draft);

#endif
