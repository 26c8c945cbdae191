/* SPDX-License-Identifier: GPL-3.0-or-later */
/* state_sign.h - the sign and the colour of a state, beside its word
 *
 * The word alone says it all; sign and colour let the eye find it in a long list.
 */
#ifndef ATELIER_UI_STATE_SIGN_H
#define ATELIER_UI_STATE_SIGN_H

#include <stdbool.h>

#include "atelier/domain/field.h"
#include "terminal/paint.h"

/* What a sign and the blank behind it take. */
enum { STATE_SIGN_COLUMNS = 2 };

/* Whether these are states that have signs: of a registration, a meeting, a presence. */
bool state_sign_has(const struct choice *choices);

/* Adds the sign and a blank; nothing in the plain view, where words are read out, and
 * where there is no sign. */
void state_sign_add(const struct choice *choices, int state, struct buffer *buffer);

/* The sign of what has a clash, and a blank; its colour is STYLE_OPEN. */
void state_sign_add_clash(struct buffer *buffer);

/* STYLE_PLAIN where there is no sign. */
enum style state_sign_style(const struct choice *choices, int state);

#endif
