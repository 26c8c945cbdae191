/* SPDX-License-Identifier: GPL-3.0-or-later */
/* line_fold.c - cuts between graphemes, before blanks and escapes */
#include "line_fold.h"

#include <stdbool.h>
#include <string.h>

#include "atelier/base/text.h"

/* How far back from the limit a better place is looked for. */
enum { STEPS_BACK = 16 };

static bool
is_ascii(char byte)
{
    return ((unsigned char)byte & 0x80) == 0;
}

static bool
is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/*
 * The last boundary between graphemes in start..limit, or between characters
 * when one grapheme fills the line.  Looks at a copy of the piece, because
 * text_next() measures all of its text each time.
 */
static size_t
grapheme_before(const char *text, size_t start, size_t limit)
{
    char piece[LINE_FOLD_OCTETS + 8] = "";
    size_t end = limit + 1; /* what follows may belong to the last grapheme */
    size_t cut = start;

    while (is_continuation(text[end]) && end - start + 1 < sizeof piece)
        end++;
    memcpy(piece, text + start, end - start);
    for (size_t next = text_next(piece, 0); start + next <= limit;
         next = text_next(piece, next))
        cut = start + next;
    if (cut > start)
        return cut;
    cut = limit;
    while (cut > start + 1 && is_continuation(text[cut]))
        cut--;
    return cut;
}

static bool
is_hex(char byte)
{
    return byte != '\0' && strchr("0123456789ABCDEFabcdef", byte);
}

/*
 * Whether a line must not end before `cut`: in a blank, which mail loses, or within
 * `\\,`, `^n` or `%C3`, which readers that go line by line take for something else.
 */
static bool
ends_badly(const char *text, size_t cut)
{
    const char last = text[cut - 1];

    return last == ' ' || last == '\\' || last == '^' || last == '%' ||
           (text[cut - 2] == '%' && is_hex(last) && is_hex(text[cut]));
}

/* In a long run of backslashes, the place between two escapes. */
static size_t
between_escapes(const char *text, size_t start, size_t cut)
{
    size_t run = 0;

    while (run < cut && text[cut - run - 1] == '\\')
        run++;
    return run % 2 == 1 && cut - 1 > start ? cut - 1 : cut;
}

size_t
line_fold_at(const char *text, size_t start, size_t limit)
{
    size_t cut = limit;
    size_t least = limit - STEPS_BACK;

    if (!is_ascii(text[cut]) || !is_ascii(text[cut - 1]))
        cut = grapheme_before(text, start, limit);
    limit = cut;
    while (cut > least && cut > start + 1 && ends_badly(text, cut))
        cut--;
    return ends_badly(text, cut) ? between_escapes(text, start, limit) : cut;
}
