/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json.c - texts as JSON (RFC 8259) writes them */
#include "atelier/base/json.h"

#include <stdbool.h>

enum { FIRST_PLAIN = 0x20 };

static bool
is_plain(char byte)
{
    return (unsigned char)byte >= FIRST_PLAIN && byte != '"' && byte != '\\';
}

static void
add_escaped(struct buffer *buffer, char byte)
{
    if (byte == '\n')
        buffer_add(buffer, "\\n");
    else if ((unsigned char)byte < FIRST_PLAIN)
        buffer_addf(buffer, "\\u%04x", (unsigned)(unsigned char)byte);
    else
        buffer_addf(buffer, "\\%c", byte);
}

void
json_add_text(struct buffer *buffer, const char *text)
{
    if (!text) {
        buffer_add(buffer, "null");
        return;
    }
    buffer_add_char(buffer, '"');
    while (*text != '\0') {
        const char *plain = text;
        while (*text != '\0' && is_plain(*text))
            text++;
        buffer_add_part(buffer, plain, (size_t)(text - plain));
        if (*text != '\0')
            add_escaped(buffer, *text++);
    }
    buffer_add_char(buffer, '"');
}
