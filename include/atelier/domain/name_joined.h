/* SPDX-License-Identifier: GPL-3.0-or-later */
/* name_joined.h - one family name that is written in one word or in several
 *
 * De Santis and DeSantis, Van den Berg and Vandenberg, Fitz Gerald and Fitzgerald.
 */
#ifndef ATELIER_DOMAIN_NAME_JOINED_H
#define ATELIER_DOMAIN_NAME_JOINED_H

#include <stdbool.h>
#include <stddef.h>

#include "atelier/base/buffer.h"

enum { NAME_JOINED_MOST = 6 };

/* The other ways to part or join a name: folded. */
struct name_joined {
    char *ways[NAME_JOINED_MOST];
    size_t count;
};

/* Of a folded name. */
void name_joined_init(struct name_joined *joined, const char *fold);
void name_joined_clear(struct name_joined *joined);

/* Adds a folded name in one word; false: it is one, and nothing is added. */
bool name_joined_add(const char *fold, struct buffer *buffer);

#endif
