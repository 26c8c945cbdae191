/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xlsx_text.c - the texts of a workbook's cells: runs of a rich text, and _xHHHH_ */
#include "import/xlsx_text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "import/xlsx_part.h"

/* "_x000D_" */
enum { ESCAPE_LENGTH = 7, HEX_DIGITS = 4 };

void
xlsx_text_begin(struct xlsx_text *text)
{
    buffer_reset(&text->text);
    text->inside = false;
    text->phonetics = 0;
}

static bool
is_phonetic(const char *name)
{
    return name[0] == 'r' && strcmp(name, "rPh") == 0;
}

void
xlsx_text_start(struct xlsx_text *text, const char *name)
{
    if (xlsx_is_letter(name, 't'))
        text->inside = text->phonetics == 0;
    else if (is_phonetic(name))
        text->phonetics++;
}

void
xlsx_text_end(struct xlsx_text *text, const char *name)
{
    if (xlsx_is_letter(name, 't'))
        text->inside = false;
    else if (is_phonetic(name))
        text->phonetics--;
}

void
xlsx_text_add(struct xlsx_text *text, const char *part, int length)
{
    if (text->inside)
        buffer_add_part(&text->text, part, (size_t)length);
}

/* The unit that is escaped here, or -1. */
static long
escaped_unit(const char *text)
{
    if (text[0] != '_' || text[1] != 'x')
        return -1;
    char digits[HEX_DIGITS + 1] = { 0 };
    for (int i = 0; i < HEX_DIGITS; i++) {
        if (!isxdigit((unsigned char)text[2 + i]))
            return -1;
        digits[i] = text[2 + i];
    }
    return text[ESCAPE_LENGTH - 1] == '_' ? strtol(digits, NULL, 16) : -1;
}

static void
add_character(struct buffer *to, long c)
{
    if (c < 0x80) {
        buffer_add_char(to, (char)c);
    } else if (c < 0x800) {
        buffer_add_char(to, (char)(0xC0 | c >> 6));
        buffer_add_char(to, (char)(0x80 | (c & 0x3F)));
    } else if (c < 0x10000) {
        buffer_add_char(to, (char)(0xE0 | c >> 12));
        buffer_add_char(to, (char)(0x80 | (c >> 6 & 0x3F)));
        buffer_add_char(to, (char)(0x80 | (c & 0x3F)));
    } else {
        buffer_add_char(to, (char)(0xF0 | c >> 18));
        buffer_add_char(to, (char)(0x80 | (c >> 12 & 0x3F)));
        buffer_add_char(to, (char)(0x80 | (c >> 6 & 0x3F)));
        buffer_add_char(to, (char)(0x80 | (c & 0x3F)));
    }
}

static void
add_blank(struct buffer *to)
{
    if (to->length > 0 && to->text[to->length - 1] != ' ')
        buffer_add_char(to, ' ');
}

/* A break stays one, however it is written; other signs that are not seen are a blank. */
static void
add_control(struct buffer *to, long unit)
{
    if (unit == '\n' && to->length > 0 && to->text[to->length - 1] == '\r')
        to->text[to->length - 1] = '\n';
    else if (unit == '\n' || unit == '\r')
        buffer_add_char(to, (char)unit);
    else
        add_blank(to);
}

static bool
is_high(long unit)
{
    return unit >= 0xD800 && unit <= 0xDBFF;
}

static bool
is_low(long unit)
{
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

/* What an escape stands for; returns how many bytes it took. */
static size_t
add_escaped(struct buffer *to, const char *text, long unit)
{
    long next = is_high(unit) ? escaped_unit(text + ESCAPE_LENGTH) : -1;
    if (is_low(next)) {
        add_character(to, 0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00));
        return (size_t)2 * ESCAPE_LENGTH;
    }
    if (unit < ' ')
        add_control(to, unit);
    else if (is_high(unit) || is_low(unit))
        buffer_add(to, "\xef\xbf\xbd");
    else
        add_character(to, unit);
    return ESCAPE_LENGTH;
}

void
xlsx_text_decode(struct buffer *to, const char *text)
{
    while (*text) {
        size_t plain = 0;
        while ((unsigned char)text[plain] >= ' ' && text[plain] != '_')
            plain++;
        buffer_add_part(to, text, plain);
        text += plain;
        if (!*text)
            return;
        long unit = escaped_unit(text);
        if (unit >= 0) {
            text += add_escaped(to, text, unit);
            continue;
        }
        if ((unsigned char)*text < ' ')
            add_control(to, *text);
        else
            buffer_add_char(to, *text);
        text++;
    }
}
