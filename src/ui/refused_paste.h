/* SPDX-License-Identifier: GPL-3.0-or-later */
/* refused_paste.h - what is pasted where no text is typed: none of its letters acts
 *
 * Some terminals do not say what is pasted: its letters come all at once.
 */
#ifndef ATELIER_UI_REFUSED_PASTE_H
#define ATELIER_UI_REFUSED_PASTE_H

#include "terminal/key.h"
#include "ui.h"

/* True when the key was part of something pasted, which is said: what else of it has
 * come is dropped.  Where letters act or choose; not where they are text. */
bool refused_paste_keys(struct ui *ui, const struct key *key);

/* Says where a pasted text goes that nothing on the screen took. */
void refused_paste_text(struct ui *ui, bool in_list);

#endif
