/* SPDX-License-Identifier: GPL-3.0-or-later */
/* excerpt.h - the part of a text around the words that were looked for
 */
#ifndef ATELIER_BASE_EXCERPT_H
#define ATELIER_BASE_EXCERPT_H

#include <stddef.h>

#include "atelier/base/buffer.h"

enum { EXCERPT_MARKS_MOST = 16 };

/* Bytes of the text of an excerpt. */
struct excerpt_mark {
    size_t start;
    size_t length;
};

/* Starts as zeros. */
struct excerpt {
    struct buffer text;
    struct excerpt_mark marks[EXCERPT_MARKS_MOST]; /* in their order */
    size_t count;
};

/*
 * Takes of one line what is around the first word that begins as one of those typed, as
 * the search compares them (fold.h): its sentence from the beginning if the word then has
 * its place, cut at the ends of words to so many columns, with "… " where it is cut.  All
 * such words in it are marked.
 */
void excerpt_make(const char *line, const char *typed, size_t columns,
                  struct excerpt *excerpt);
void excerpt_clear(struct excerpt *excerpt);

#endif
