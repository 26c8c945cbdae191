/* SPDX-License-Identifier: GPL-3.0-or-later */
/* help_text.h - the words of the help: what can be done here, then how things are done */
#ifndef ATELIER_UI_HELP_TEXT_H
#define ATELIER_UI_HELP_TEXT_H

#include "atelier/base/buffer.h"
#include "loop.h"

/* Adds the keys of that layer, then the pages of howto.h; of both only what holds the
 * words that are wanted, the pages that are called so first.  "": all, the titles of the
 * pages before them.  A text for a pager. */
void help_text_add(const struct ui *ui, const struct layer *layer, const char *wanted,
                   struct buffer *text);

#endif
