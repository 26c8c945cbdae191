/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pasted_keys.h - letters that come all at once, as some terminals send what is pasted
 * without a word that it is
 */
#ifndef ATELIER_UI_PASTED_KEYS_H
#define ATELIER_UI_PASTED_KEYS_H

#include "terminal/key.h"
#include "ui.h"

/* True when the key was part of something pasted, which is said: what else of it has
 * come is dropped.  Where letters act or choose; not where they are text. */
bool pasted_keys_refuse(struct ui *ui, const struct key *key);

/* Says where a pasted text goes that nothing on the screen took. */
void pasted_text_refuse(struct ui *ui, bool in_list);

#endif
