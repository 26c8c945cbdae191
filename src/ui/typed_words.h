/* SPDX-License-Identifier: GPL-3.0-or-later */
/* typed_words.h - a name that is typed where every letter is a command
 *
 * Whoever types "Martin" on a list means to find him.  A letter without a meaning begins
 * the filter, which takes what follows; and nothing is undone by a letter that comes as
 * fast as those of a word do after another one that did nothing to undo.
 */
#ifndef ATELIER_UI_TYPED_WORDS_H
#define ATELIER_UI_TYPED_WORDS_H

#include "loop.h"

/* Before the key is noted as the last one: whether it goes on with a word. */
bool typed_words_go_on(const struct ui *ui, const struct key *key);

/* True when the action is not run, which is said: the key goes on with a word. */
bool typed_words_hold_back(struct ui *ui, const struct action *action, bool goes_on);

/* The action has run, or none was found: what an undo that follows would be meant for. */
void typed_words_note(struct ui *ui, const struct action *action);

/* True when the letter, which no action has, began the filter of the list on top. */
bool typed_words_filter(struct ui *ui, const struct layer *top, const struct key *key);

#endif
