/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clipboard.h - puts a text into the clipboard of the person's computer, also over SSH */
#ifndef ATELIER_UI_CLIPBOARD_H
#define ATELIER_UI_CLIPBOARD_H

#include <stddef.h>

/* What 65536 letters of base64 hold: a terminal may take no more at once. */
enum { CLIPBOARD_MOST = 65536 / 4 * 3 };

/* At most CLIPBOARD_MOST bytes.  By OSC 52: a terminal that does not know it, or does not
 * allow it, ignores it, and nobody is told. */
void clipboard_set(const char *text, size_t length);

#endif
