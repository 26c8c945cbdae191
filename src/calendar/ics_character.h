/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ics_character.h - what a character means to an iCalendar text */
#ifndef ATELIER_CALENDAR_ICS_CHARACTER_H
#define ATELIER_CALENDAR_ICS_CHARACTER_H

#include <stdbool.h>
#include <stddef.h>

enum ics_character {
    ICS_PLAIN,   /* goes through */
    ICS_ESCAPE,  /* backslash, semicolon, comma */
    ICS_BREAK,   /* a line break of any kind */
    ICS_CONTROL, /* is dropped */
    ICS_BAD      /* not UTF-8 */
};

/* What stands at `at`, which ends with a zero byte, and how many bytes it
 * takes (a bad byte: one). */
enum ics_character ics_character_at(const unsigned char *at, size_t *length);

/* Whether this byte is a plain character by itself, which most are. */
static inline bool
ics_character_is_simple(unsigned char byte)
{
    return byte >= ' ' && byte < 0x7F && byte != '\\' && byte != ';' && byte != ',';
}

#endif
