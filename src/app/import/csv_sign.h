/* SPDX-License-Identifier: GPL-3.0-or-later */
/* csv_sign.h - signs that look wrong inside a word: a text that was decoded wrongly */
#ifndef ATELIER_APP_CSV_SIGN_H
#define ATELIER_APP_CSV_SIGN_H

#include <stddef.h>

/* The first word of a line of UTF-8 that holds U+FFFD, a capital like Ž behind a small
 * letter, or a sign like ¼ in its midst: where it begins, and its length; 0: none. */
size_t csv_sign_find(const char *line, size_t length, size_t *word_length);

#endif
