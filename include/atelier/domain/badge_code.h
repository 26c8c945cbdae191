/* SPDX-License-Identifier: GPL-3.0-or-later */
/* badge_code.h - the code on somebody's badge: the number of a registration with two
 * check digits, which a hand scanner types
 *
 * The check is that of ISO/IEC 7064, MOD 97-10, as in the numbers of bank accounts (ISO
 * 13616): the whole code leaves 1 when it is divided by 97.  A digit that is wrong, and
 * two neighbours that changed places, always leave something else.
 */
#ifndef ATELIER_DOMAIN_BADGE_CODE_H
#define ATELIER_DOMAIN_BADGE_CODE_H

#include <stdint.h>

#include "atelier/base/buffer.h"

/* A code has so many digits at least and at most; so many of them, and nothing else, are
 * no word but part of a code that was cut. */
enum { BADGE_CODE_LEAST = 10, BADGE_CODE_MOST = 21, BADGE_CODE_PART = 6 };

/* Adds the code of a registration, whose id is above 0. */
void badge_code_add(int64_t registration, struct buffer *buffer);

enum badge_reading {
    BADGE_NONE,   /* no code at all: words */
    BADGE_BROKEN, /* digits that are no whole code: to be read again */
    BADGE_READ
};

/*
 * Reads what a scanner or a person typed.  Blanks are passed over wherever they stand,
 * digits may be full-width, and the row of digits may have been typed without Shift on a
 * French or Belgian keyboard: & é " ' ( - è _ ç à, where some have § for 6 and ! for 8.
 */
enum badge_reading badge_code_read(const char *text, int64_t *registration);

#endif
