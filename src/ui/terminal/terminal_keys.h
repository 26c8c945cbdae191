/* SPDX-License-Identifier: GPL-3.0-or-later */
/* terminal_keys.h - what the keys of the terminal in use send */
#ifndef ATELIER_UI_TERMINAL_KEYS_H
#define ATELIER_UI_TERMINAL_KEYS_H

#include "terminal/key.h"

/* Teaches what terminfo(5) knows of the terminal and the decoder does not: of a vt100,
 * whose F5 to F10 are ESC O and a small letter.  The terminal has been started. */
void terminal_keys_learn(struct key_decoder *decoder);

#endif
