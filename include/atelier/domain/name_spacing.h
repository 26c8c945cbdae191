/* SPDX-License-Identifier: GPL-3.0-or-later */
/* name_spacing.h - one family name that is written in one word or in several
 *
 * De Santis and DeSantis, Van den Berg and Vandenberg, Fitz Gerald and Fitzgerald.
 */
#ifndef ATELIER_DOMAIN_NAME_SPACING_H
#define ATELIER_DOMAIN_NAME_SPACING_H

#include <stdbool.h>
#include <stddef.h>

#include "atelier/base/buffer.h"

enum { NAME_SPACING_MOST = 6 };

/* The other ways to part or join a name: folded. */
struct name_spacing {
    char *ways[NAME_SPACING_MOST];
    size_t count;
};

/* Of a folded name. */
void name_spacing_init(struct name_spacing *spacing, const char *fold);
void name_spacing_clear(struct name_spacing *spacing);

/* Adds a folded name in one word; false: it is one, and nothing is added. */
bool name_spacing_add_joined(const char *fold, struct buffer *buffer);

#endif
