/* SPDX-License-Identifier: GPL-3.0-or-later */
/* transliteration.h - names in Cyrillic and Greek letters, as passports write them in
 * Latin ones
 */
#ifndef ATELIER_BASE_TRANSLITERATION_H
#define ATELIER_BASE_TRANSLITERATION_H

#include <stdbool.h>

#include "atelier/base/buffer.h"

/* Adds the folded text in Latin letters: иванов is ivanov, παππας is pappas.  False, and
 * nothing added, when there is no such letter in it. */
bool transliteration_add(struct buffer *buffer, const char *folded);

#endif
