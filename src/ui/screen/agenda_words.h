/* SPDX-License-Identifier: GPL-3.0-or-later */
/* agenda_words.h - the words of an entry on several rows */
#ifndef ATELIER_UI_AGENDA_WORDS_H
#define ATELIER_UI_AGENDA_WORDS_H

#include "terminal/paint.h"

/* Paints them word by word below one another, each that is longer than a row cut at its
 * end, and all of them behind the last row.  Returns how many rows all of them take;
 * without rows nothing is painted. */
int agenda_paint_words(struct area area, const char *text);

#endif
