/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json.c - texts as JSON (RFC 8259) writes them */
#include "atelier/base/json.h"

static void
add_byte(struct buffer *buffer, char byte)
{
    enum { FIRST_PLAIN = 0x20 };

    switch (byte) {
    case '"':
    case '\\':
        buffer_addf(buffer, "\\%c", byte);
        break;
    case '\n':
        buffer_add(buffer, "\\n");
        break;
    default:
        if ((unsigned char)byte < FIRST_PLAIN)
            buffer_addf(buffer, "\\u%04x", (unsigned)(unsigned char)byte);
        else
            buffer_add_char(buffer, byte);
    }
}

void
json_add_text(struct buffer *buffer, const char *text)
{
    if (!text) {
        buffer_add(buffer, "null");
        return;
    }
    buffer_add_char(buffer, '"');
    for (const char *at = text; *at != '\0'; at++)
        add_byte(buffer, *at);
    buffer_add_char(buffer, '"');
}
