/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xlsx_string.c - a text as a workbook can hold it */
#include "export/xlsx_string.h"

#include <stdbool.h>
#include <string.h>

#include "atelier/base/text.h"

#define REPLACEMENT "\xef\xbf\xbd"

/* What a cell holds at the most, in units of UTF-16. */
enum { HEX_MOST = 4, UNITS_MOST = 32767 };

/* _x0041_, and also _x4_, which LibreOffice takes for one. */
static bool
is_escape(const char *text)
{
    if (text[0] != '_' || text[1] != 'x')
        return false;
    size_t digits = strspn(text + 2, "0123456789abcdefABCDEF");
    return digits > 0 && digits <= HEX_MOST && text[2 + digits] == '_';
}

static bool
is_xml(const char *character, size_t length)
{
    unsigned char first = (unsigned char)character[0];
    if (length == 1)
        return first >= ' ' || strchr("\t\n\r", first);
    /* U+FFFE, U+FFFF */
    return strncmp(character, "\xef\xbf\xbe", 3) != 0 &&
           strncmp(character, "\xef\xbf\xbf", 3) != 0;
}

/* Of the well-formed character that begins here; 0: there is none. */
static size_t
character_length(const char *text)
{
    unsigned char first = (unsigned char)text[0];
    size_t length = first < 0x80    ? 1
                    : first >= 0xF0 ? 4
                    : first >= 0xE0 ? 3
                    : first >= 0xC0 ? 2
                                    : 0;
    return length > 0 && strnlen(text, length) == length && text_is_valid(text, length)
               ? length
               : 0;
}

/* Adds what stands in a workbook for the character that begins here; returns how many
 * units of UTF-16 that is. */
static size_t
add_character(struct buffer *buffer, const char *text, size_t length)
{
    static const char escaped[] = "_x005F_";

    if (length == 0) {
        buffer_add(buffer, REPLACEMENT);
        return 1;
    }
    if (is_escape(text)) {
        buffer_add(buffer, escaped);
        return strlen(escaped);
    }
    if (!is_xml(text, length))
        return 0;
    buffer_add_part(buffer, text, length);
    return length == 4 ? 2 : 1;
}

void
xlsx_string_add(struct buffer *buffer, const char *text)
{
    size_t units = 0;
    size_t cut = buffer->length; /* where "…" still fits */

    while (*text) {
        const size_t length = character_length(text);
        units += add_character(buffer, text, length);
        if (units > UNITS_MOST) {
            buffer->length = cut;
            buffer_add(buffer, "…");
            return;
        }
        if (units < UNITS_MOST)
            cut = buffer->length;
        text += length > 0 ? length : 1;
    }
}
