/* SPDX-License-Identifier: GPL-3.0-or-later */
/* name_behind.h - what stands behind a name and is none: an office, a name at birth */
#ifndef ATELIER_DOMAIN_NAME_BEHIND_H
#define ATELIER_DOMAIN_NAME_BEHIND_H

#include <stdbool.h>

#include "atelier/base/buffer.h"

/* What was found: an office, or a remark a line each. */
struct name_behind {
    struct buffer office;
    struct buffer note;
};

/* Puts a text to the office if it says one, else to the note. */
void name_behind_add(struct name_behind *behind, const char *text);

/* Cuts ", adjointe", " - Maire", "née Petit" off a tidy whole name, or off a name in a
 * field of its own, of which less is sure. */
void name_behind_cut(struct name_behind *behind, char *name, bool is_whole);

/* Takes "le préfet" or "la Maire" behind a civility out of a tidy name. */
void name_behind_take_office(struct name_behind *behind, char *name);

#endif
