/* SPDX-License-Identifier: GPL-3.0-or-later */
/* terminal_repeat.c - what a program repeats by REP, in full */
#include "support/terminal_repeat.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/buffer.h"

enum { ESCAPE = 0x1b, REPEATED_MOST = 1000 };

static bool
is_final(char c)
{
    return c >= '@' && c <= '~';
}

/* Whether the sequence is ESC [ digits b, and how often that is. */
static bool
is_repetition(const struct terminal_repeat *repeat, long *times)
{
    char *end;
    char text[sizeof(repeat->sequence) + 1] = "";

    memcpy(text, repeat->sequence, repeat->length);
    if (repeat->length < 3 || text[1] != '[' || text[repeat->length - 1] != 'b')
        return false;
    *times = strtol(text + 2, &end, 10);
    if (end == text + 2)
        *times = 1;
    return end == text + repeat->length - 1 && *times >= 0 && *times <= REPEATED_MOST;
}

static void
end_sequence(struct terminal_repeat *repeat, struct buffer *spelled)
{
    long times;

    if (is_repetition(repeat, &times))
        for (; times > 0; times--)
            buffer_add_part(spelled, repeat->sign, repeat->sign_length);
    else
        buffer_add_part(spelled, repeat->sequence, repeat->length);
    repeat->length = 0;
}

/* Text of a title, say, is no sign, but nothing is repeated behind it. */
static void
take_sign(struct terminal_repeat *repeat, char c)
{
    const bool continues = ((unsigned char)c & 0xC0) == 0x80;

    if (!continues)
        repeat->sign_length = 0;
    if (repeat->sign_length < sizeof(repeat->sign))
        repeat->sign[repeat->sign_length++] = c;
}

char *
terminal_repeat_spell(struct terminal_repeat *repeat, const char *bytes, size_t length)
{
    struct buffer spelled = { 0 };

    for (size_t i = 0; i < length; i++) {
        const char c = bytes[i];
        const bool begun = repeat->length > 0;
        if (begun || c == ESCAPE)
            repeat->sequence[repeat->length++] = c;
        else if (c != '\0')
            buffer_add_char(&spelled, c);
        if (!begun && (unsigned char)c >= ' ' && c != 0x7f)
            take_sign(repeat, c);
        if ((repeat->length == 2 && c != '[') || (repeat->length > 2 && is_final(c)) ||
            repeat->length == sizeof(repeat->sequence))
            end_sequence(repeat, &spelled);
    }
    return buffer_take(&spelled);
}
