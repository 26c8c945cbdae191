/* SPDX-License-Identifier: GPL-3.0-or-later */
/* identifier.h - random identifiers (RFC 9562 section 5.4, version 4) */
#ifndef ATELIER_BASE_IDENTIFIER_H
#define ATELIER_BASE_IDENTIFIER_H

#include <stdint.h>

enum { UUID_TEXT_SIZE = 37 };

/* 36 lower-case characters and a zero byte, from getrandom(2). */
void uuid_make(char text[UUID_TEXT_SIZE]);

/* A number from 1 to 999,999,999, of which people can read out the digits; from
 * getrandom(2). */
int64_t number_draw(void);

#endif
