/* SPDX-License-Identifier: GPL-3.0-or-later */
/* spoken.h - which language the screens speak, and how to have the other */
#ifndef ATELIER_UI_SPOKEN_H
#define ATELIER_UI_SPOKEN_H

#include <stdint.h>

#include "ui.h"

/* A sentence that somebody understands who cannot read the language of the screens;
 * translated. */
const char *spoken_word(void);

/* The same for the settings, where a key asks which. */
const char *spoken_sentence(void);

/* To be run by an action: asks which, speaks it at once and keeps it for the login. */
void spoken_choose(struct ui *ui, void *state, int64_t argument);

#endif
