/* SPDX-License-Identifier: GPL-3.0-or-later */
/* typography.h - the quotes, dashes and spaces that a language prints
 *
 * People type "ville", ... and l'eau; printed, French is « ville », … and l’eau with
 * spaces that no line breaks at, English “town”.  What was typed right already stays, and
 * so do addresses of the web, hours (9:30) and what is no quote (19").
 */
#ifndef ATELIER_DOMAIN_TYPOGRAPHY_H
#define ATELIER_DOMAIN_TYPOGRAPHY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "atelier/base/buffer.h"

/* Where a text stands that comes in parts: a quote may begin in one that is bold and end
 * behind it. */
struct typography {
    bool is_french;
    uint32_t last; /* the character before; 0: the text begins */
    bool is_quoted;
};

/* Of "fr", "fr_FR"; every other language is set as English. */
struct typography typography_of(const char *language);

/* Adds the next part of a text. */
void typography_add(struct typography *setting, const char *text, struct buffer *to);

/* A part comes between that is not set: code, an address. */
void typography_pass(struct typography *setting);

#endif
