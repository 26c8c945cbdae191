/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_short.h - an expression of the search index that asks for few letters
 *
 * The index looks up three letters at a time, in each of its pieces: who is found by the
 * first of each word are few, and whether they have the others is seen from their words.
 */
#ifndef ATELIER_STORE_SEARCH_SHORT_H
#define ATELIER_STORE_SEARCH_SHORT_H

#include <stdbool.h>

#include "atelier/base/buffer.h"

/* Adds an expression of which any word will do, each with its first letters alone: it
 * finds all that the whole one finds, and others.  A word is left out where what has it
 * has one of those before: whoever has “Berger” has “Ber”, and “rger” in “Vandenberger”
 * too. */
void search_short_add(const char *match, size_t letters, struct buffer *buffer);

/* Whether the whole expression finds what has these words.  It is made of words in
 * quotes, AND, OR and parentheses, as those of search_match() are. */
bool search_short_holds(const char *match, const char *words);

#endif
