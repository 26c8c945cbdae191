/* SPDX-License-Identifier: GPL-3.0-or-later */
/* look.h - how each style looks: by what the terminal can do, and on which background */
#ifndef ATELIER_UI_LOOK_H
#define ATELIER_UI_LOOK_H

#include <stdbool.h>

#include <curses.h>

#include "atelier/domain/theme.h"
#include "terminal/paint.h"

struct look {
    attr_t attributes;
    short pair; /* 0: the terminal's own colours */
};

/* Whether there may be colours: the terminal has some, and NO_COLOR is not set.  Asked
 * once, when curses is there. */
bool look_has_colours(void);

/* THEME_AUTOMATIC becomes what the terminal says of its background, if it says anything.
 * Fills the looks of all styles; true when some have colours. */
bool look_fill(enum theme theme, struct look looks[STYLE_COUNT]);

/* The pair that shows the colour of a code ("#008080") as well as the terminal can; 0: it
 * has too few colours. */
short look_sample(const char *code);

#endif
