/* SPDX-License-Identifier: GPL-3.0-or-later */
/* line_fold.h - where a line that is too long is cut */
#ifndef ATELIER_CALENDAR_LINE_FOLD_H
#define ATELIER_CALENDAR_LINE_FOLD_H

#include <stddef.h>

/* So long is a line at most, its blank at the beginning too (RFC 5545, 3.1). */
enum { LINE_FOLD_OCTETS = 75 };

/*
 * Where the line that begins at `start` is cut, at most at `limit`, which is
 * at most LINE_FOLD_OCTETS further and inside the text: between graphemes, not
 * behind a blank, because mail loses blanks at the end of a line, and not within an
 * escape, because some programs read line by line.
 */
size_t line_fold_at(const char *text, size_t start, size_t limit);

#endif
