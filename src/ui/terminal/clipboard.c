/* SPDX-License-Identifier: GPL-3.0-or-later */
/* clipboard.c - puts a text into the clipboard of the person's computer, also over SSH */
#include "terminal/clipboard.h"

#include "atelier/base/buffer.h"
#include "terminal/terminal.h"

/* RFC 4648. */
static void
add_base64(struct buffer *buffer, const unsigned char *bytes, size_t length)
{
    static const char letters[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    for (size_t i = 0; i < length; i += 3) {
        const size_t left = length - i;
        unsigned three = (unsigned)bytes[i] << 16;
        if (left > 1)
            three |= (unsigned)bytes[i + 1] << 8;
        if (left > 2)
            three |= bytes[i + 2];
        buffer_add_char(buffer, letters[three >> 18]);
        buffer_add_char(buffer, letters[three >> 12 & 63]);
        buffer_add_char(buffer, left > 1 ? letters[three >> 6 & 63] : '=');
        buffer_add_char(buffer, left > 2 ? letters[three & 63] : '=');
    }
}

void
clipboard_set(const char *text, size_t length)
{
    struct buffer sequence = { 0 };

    buffer_add(&sequence, "\033]52;c;");
    add_base64(&sequence, (const unsigned char *)text, length);
    buffer_add_char(&sequence, '\a');
    terminal_send(buffer_text(&sequence), sequence.length);
    buffer_clear(&sequence);
}
