/* SPDX-License-Identifier: GPL-3.0-or-later */
/* script.h - names in Cyrillic and Greek letters, as passports write them in Latin ones
 */
#ifndef ATELIER_BASE_SCRIPT_H
#define ATELIER_BASE_SCRIPT_H

#include <stdbool.h>

#include "atelier/base/buffer.h"

/* Adds the folded text in Latin letters: иванов is ivanov, παππας is pappas.  False, and
 * nothing added, when there is no such letter in it. */
bool script_add_latin(struct buffer *buffer, const char *folded);

#endif
