/* SPDX-License-Identifier: GPL-3.0-or-later */
/* colours.h - the colours of the screens, as the login likes them */
#ifndef ATELIER_UI_COLOURS_H
#define ATELIER_UI_COLOURS_H

#include <stdint.h>

#include "ui.h"

/* To be run by actions: asks which, shows them at once and keeps them. */
void colours_choose(struct ui *ui, void *state, int64_t argument);
const char *colours_why_none(struct ui *ui, void *state, int64_t argument);

/* What is chosen now, in words. */
const char *colours_word(struct ui *ui);

#endif
