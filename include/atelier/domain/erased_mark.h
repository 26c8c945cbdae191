/* SPDX-License-Identifier: GPL-3.0-or-later */
/* erased_mark.h - what stands where somebody was named who is erased
 *
 * In the place of a name the same is stored whoever erased it, so that each reader is
 * shown a word of theirs.  Texts of others, and what was erased before there was the
 * mark, hold the word of the language of whoever did it: it is known as well.
 */
#ifndef ATELIER_DOMAIN_ERASED_MARK_H
#define ATELIER_DOMAIN_ERASED_MARK_H

#include <stdbool.h>
#include <stddef.h>

#include "atelier/base/buffer.h"

/* In no language, though it reads as English. */
#define ERASED_MARK "erased person"

/* Whether that is all of the text, in whichever language. */
bool erased_mark_is(const char *text);

/* Adds the text with the reader's word wherever one of them stands.  NULL adds nothing.
 */
void erased_mark_show(const char *text, struct buffer *buffer);

/* The same in the language of a document, "fr" or "fr_FR"; NULL, or one that has no word
 * of its own: as a reader. */
void erased_mark_show_in(const char *language, const char *text, struct buffer *buffer);

/* The same within a text that is there already. */
void erased_mark_settle_in(const char *language, struct buffer *text);

enum { ERASED_MARK_OTHERS = 2 };

/* Of a folded word that somebody looks for: the words, folded too, that stand in other
 * languages where it would begin a word of the mark.  Returns how many; none of a word
 * of fewer than three letters, or that begins the others as well. */
size_t erased_mark_others(const char *folded, const char *others[ERASED_MARK_OTHERS]);

#endif
