/* SPDX-License-Identifier: GPL-3.0-or-later */
/* typed_words.h - a name that is typed where every letter is a command
 *
 * Whoever types "Martin" on a list means to find him.  A letter without a meaning begins
 * the filter, which takes what follows, and so does one that would change a state
 * when the next letter comes as fast as those of a word do; nothing is undone by a
 * letter that comes so fast after another one that did nothing to undo.
 */
#ifndef ATELIER_UI_TYPED_WORDS_H
#define ATELIER_UI_TYPED_WORDS_H

#include "loop.h"

/* Whether a key goes on with a word, and with one that was begun on the same screen. */
enum typed_word { WORD_BEGINS, WORD_GOES_ON, WORD_GOES_ON_HERE };

/* Before the key is noted as the last one. */
enum typed_word typed_words_go_on(struct ui *ui, const struct layer *top,
                                  const struct key *key);

/* True when the action is not run, which is said: the key goes on with a word, or begins
 * one, which filters where it can.  An action that is guarded waits for that: the next
 * key tells, or that none comes. */
bool typed_words_hold_back(struct ui *ui, const struct layer *top,
                           const struct action *action, const struct key *key,
                           enum typed_word word);

/* The action has run, or none was found: what an undo that follows would be meant for. */
void typed_words_note(struct ui *ui, const struct action *action);

/* True when the letter, which no action has, began the filter of the list on top. */
bool typed_words_filter(struct ui *ui, const struct layer *top, const struct key *key);

#endif
