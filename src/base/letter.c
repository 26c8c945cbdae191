/* SPDX-License-Identifier: GPL-3.0-or-later */
/* letter.c - the letters of all scripts: which are capitals, and their small forms */
#include "atelier/base/letter.h"

#include <utf8proc.h>

static utf8proc_int32_t
character_at(const char *text, size_t *length)
{
    utf8proc_int32_t character = -1;
    utf8proc_ssize_t bytes =
        utf8proc_iterate((const utf8proc_uint8_t *)text, -1, &character);

    *length = bytes > 0 ? (size_t)bytes : (size_t)(text[0] != '\0');
    return bytes > 0 ? character : -1;
}

static bool
is_east_asian(utf8proc_int32_t character)
{
    return (character >= 0x3400 && character <= 0x9FFF) ||
           (character >= 0xAC00 && character <= 0xD7A3) ||
           (character >= 0x20000 && character <= 0x3FFFF);
}

enum letter_kind
letter_at(const char *text, size_t *length)
{
    utf8proc_int32_t character = character_at(text, length);

    if (character < 0)
        return LETTER_NONE;
    switch (utf8proc_category(character)) {
    case UTF8PROC_CATEGORY_LL:
        return LETTER_SMALL;
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
        return LETTER_CAPITAL;
    case UTF8PROC_CATEGORY_LO:
        return is_east_asian(character) ? LETTER_EAST_ASIAN : LETTER_OTHER;
    default:
        return LETTER_NONE;
    }
}

bool
letter_is_in(const char *text)
{
    size_t length;

    while (*text && letter_at(text, &length) == LETTER_NONE)
        text += length;
    return *text != '\0';
}

static void
add_as(struct buffer *buffer, const char *text,
       utf8proc_int32_t (*form)(utf8proc_int32_t character))
{
    size_t length;
    utf8proc_int32_t character = character_at(text, &length);
    utf8proc_uint8_t bytes[4];

    if (character < 0)
        buffer_add_part(buffer, text, length);
    else
        buffer_add_part(buffer, (const char *)bytes,
                        (size_t)utf8proc_encode_char(form(character), bytes));
}

void
letter_add_small(struct buffer *buffer, const char *text)
{
    add_as(buffer, text, utf8proc_tolower);
}

void
letter_add_capital(struct buffer *buffer, const char *text)
{
    add_as(buffer, text, utf8proc_toupper);
}
