/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clipboard.c - puts a text into the clipboard of the person's computer, also over SSH */
#include "terminal/clipboard.h"

#include "atelier/base/base64.h"
#include "terminal/terminal.h"

void
clipboard_set(const char *text, size_t length)
{
    struct buffer sequence = { 0 };

    buffer_add(&sequence, "\033]52;c;");
    base64_add(&sequence, text, length);
    buffer_add_char(&sequence, '\a');
    terminal_send(buffer_text(&sequence), sequence.length);
    buffer_clear(&sequence);
}
