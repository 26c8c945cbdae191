/* SPDX-License-Identifier: GPL-3.0-or-later */
/* answer_bar.h - the bar over the few rows of a box: how keys move it, and which rows are
 * in sight */
#ifndef ATELIER_UI_ANSWER_BAR_H
#define ATELIER_UI_ANSWER_BAR_H

#include <stdbool.h>
#include <stddef.h>

#include "terminal/key.h"
#include "terminal/paint.h"

/* Moves the bar to the next or last of `count` rows, round the ends; true when the key
 * was for it. */
bool answer_bar_key(size_t *selected, size_t count, const struct key *key);

/* The first of the rows in sight, of which there is room for so many: the bar is one of
 * them. */
size_t answer_bar_first(size_t selected, size_t room);

/* Says on the frame below the inside of a box how many of `count` rows are out of sight,
 * where the first in sight is that one of so many. */
void answer_bar_draw_rest(struct area inside, size_t first, size_t shown, size_t count);

#endif
