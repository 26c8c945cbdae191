/* SPDX-License-Identifier: GPL-3.0-or-later */
/* letter.h - the letters of all scripts: which are capitals, and their small forms, and
 * these in capitals */
#ifndef ATELIER_BASE_LETTER_H
#define ATELIER_BASE_LETTER_H

#include <stdbool.h>
#include <stddef.h>

#include "atelier/base/buffer.h"

enum letter_kind {
    LETTER_NONE, /* a digit, a sign, a mark */
    LETTER_SMALL,
    LETTER_CAPITAL,
    LETTER_EAST_ASIAN, /* Han or Hangul: the family name comes first, mostly unparted */
    LETTER_OTHER       /* of a script without capitals */
};

/* What the character at the beginning of a text is, and how many bytes it takes: at
 * least one before the end of the text. */
enum letter_kind letter_at(const char *text, size_t *length);

/* Whether a text has a letter of any script. */
bool letter_is_in(const char *text);

/* Adds the character at the beginning of a text as a small letter. */
void letter_add_small(struct buffer *buffer, const char *text);
/* Or as a capital one. */
void letter_add_capital(struct buffer *buffer, const char *text);

#endif
