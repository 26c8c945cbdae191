/* SPDX-License-Identifier: GPL-3.0-or-later */
/* interface.h - the screens as a whole */
#ifndef ATELIER_UI_INTERFACE_H
#define ATELIER_UI_INTERFACE_H

#include <stdbool.h>

#include "atelier/app/atelier.h"
#include "atelier/base/buffer.h"

/* Runs the screens until the person leaves; the terminal is then as it was.  `plain`:
 * without frames and bars, until the menu says otherwise.  ERROR_SYSTEM when the terminal
 * cannot show them (TERM is named). */
bool interface_run(struct atelier *at, bool plain, struct error *err);

/* Every screen's keys as a table for the manual: `atelier docs keys`. */
void interface_keys(struct buffer *buffer);

/* Adds a sentence with the keys that it names: `atelier docs howto`. */
void interface_add_sentence(const char *text, struct buffer *buffer);

#endif
