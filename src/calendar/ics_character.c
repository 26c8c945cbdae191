/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ics_character.c - tells plain characters from those that must not go through */
#include "ics_character.h"

/*
 * Bytes of the character at `at`, 0 when it is not UTF-8: overlong forms,
 * surrogates and what lies beyond U+10FFFF are not (RFC 3629).
 */
static size_t
character_length(const unsigned char *at)
{
    unsigned char low = 0x80;
    unsigned char high = 0xBF;

    if (at[0] < 0x80)
        return 1;
    if (at[0] < 0xC2 || at[0] > 0xF4)
        return 0;
    size_t length = at[0] < 0xE0 ? 2 : at[0] < 0xF0 ? 3 : 4;
    if (at[0] == 0xE0)
        low = 0xA0;
    else if (at[0] == 0xED)
        high = 0x9F;
    else if (at[0] == 0xF0)
        low = 0x90;
    else if (at[0] == 0xF4)
        high = 0x8F;
    if (at[1] < low || at[1] > high)
        return 0;
    for (size_t i = 2; i < length; i++) {
        if ((at[i] & 0xC0) != 0x80)
            return 0;
    }
    return length;
}

enum ics_character
ics_character_at(const unsigned char *at, size_t *length)
{
    *length = 1;
    if (at[0] == '\\' || at[0] == ';' || at[0] == ',')
        return ICS_ESCAPE;
    if (ics_character_is_simple(at[0]) || at[0] == '\t')
        return ICS_PLAIN;
    if (at[0] == '\r' && at[1] == '\n') {
        *length = 2;
        return ICS_BREAK;
    }
    if (at[0] == '\n' || at[0] == '\r')
        return ICS_BREAK;
    if (at[0] < 0x80)
        return ICS_CONTROL;

    *length = character_length(at);
    if (*length == 0) {
        *length = 1;
        return ICS_BAD;
    }
    /* NEL and the other controls of ISO 6429; line and paragraph separators:
     * programs that read line by line break lines there. */
    if (at[0] == 0xC2 && at[1] == 0x85)
        return ICS_BREAK;
    if (at[0] == 0xC2 && at[1] < 0xA0)
        return ICS_CONTROL;
    if (at[0] == 0xE2 && at[1] == 0x80 && (at[2] == 0xA8 || at[2] == 0xA9))
        return ICS_BREAK;
    return ICS_PLAIN;
}
