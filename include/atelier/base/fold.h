/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fold.h - text as people search and sort it: without case, accents or marks
 *
 * `perigueux` finds Périgueux, `lodz` Łódź, `obrien` O’Brien, `strasse`
 * Straße.  Letters that languages spell in two ways (ä ö ü å ø) have two
 * folds, so that `muller` and `mueller` both find Müller.
 *
 * Folds are stored: as the words of the search, and as the sort_key of people,
 * organisations and registrations, by which namesakes are found too.  Whoever changes one
 * adds a migration that makes them anew.  It leaves rows in temp.search_due for their
 * words, see make_words() of migration.c; for sort keys there is no such way yet.
 */
#ifndef ATELIER_BASE_FOLD_H
#define ATELIER_BASE_FOLD_H

#include <stdbool.h>

#include "atelier/base/buffer.h"

/* Adds the plain fold: lower case letters and digits, words parted by one
 * space; apostrophes vanish, other punctuation parts words (`@` and `.` stay
 * between letters, so that an e-mail is one word); scripts without Latin letters stay
 * as they are, case-folded. */
void fold_add(struct buffer *buffer, const char *text);

/* Adds the second fold (ä -> ae, ö -> oe, ü -> ue, å -> aa, ø -> oe) and returns true
 * when it differs from the plain one; adds nothing and returns false when not. */
bool fold_add_second(struct buffer *buffer, const char *text);

/* The plain fold as a text that the caller frees. */
char *fold_copy(const char *text);

/* What a text is put in order by: the plain fold, with its numbers in the order of their
 * values ("Room 2" before "Room 10").  It is not stored.  The caller frees. */
char *fold_order_key(const char *text);

/* The key by which names are ordered, family name first; bytewise comparison
 * orders it.  The caller frees. */
char *fold_sort_key(const char *family, const char *given);

#endif
