/* SPDX-License-Identifier: GPL-3.0-or-later */
/* line_fold.c - cuts between graphemes, before blanks */
#include "line_fold.h"

#include <stdbool.h>
#include <string.h>

#include "atelier/base/text.h"
#include "atelier/calendar/content_line.h"

enum { BLANKS_AT_A_FOLD = 16 };

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
    char piece[CONTENT_LINE_OCTETS + 8] = "";
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

size_t
line_fold_at(const char *text, size_t start, size_t limit)
{
    size_t cut = limit;
    size_t least = limit - BLANKS_AT_A_FOLD;

    if (!is_ascii(text[cut]) || !is_ascii(text[cut - 1]))
        cut = grapheme_before(text, start, limit);
    limit = cut;
    while (cut > least && cut > start + 1 && text[cut - 1] == ' ')
        cut--;
    return text[cut - 1] == ' ' ? limit : cut;
}
