/* SPDX-License-Identifier: GPL-3.0-or-later */
/* csv_sign.c - signs that look wrong inside a word: a text that was decoded wrongly */
#include "import/csv_sign.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { REPLACEMENT = 0xFFFD };

/* The character of well-formed UTF-8 that begins here. */
static uint32_t
decode(const char *text, size_t left, size_t *length)
{
    unsigned char first = (unsigned char)text[0];
    *length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
    if (*length > left)
        *length = left;
    uint32_t c = *length == 1 ? first : first & (0xFFU >> (*length + 1));
    for (size_t i = 1; i < *length; i++)
        c = c << 6 | ((unsigned char)text[i] & 0x3FU);
    return c;
}

static bool
is_small(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 0xDF && c <= 0xFF && c != 0xF7);
}

/* Letters of the languages that spreadsheets of one byte a letter are written in. */
static bool
is_letter(uint32_t c)
{
    return (c >= 'A' && c <= 'Z') ||
           (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || is_small(c);
}

static bool
is_among(uint32_t c, const uint32_t *signs, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (signs[i] == c)
            return true;
    return false;
}

#define IS_AMONG(c, signs) is_among((c), (signs), sizeof(signs) / sizeof((signs)[0]))

/* Between two letters: what Windows has where Mac Roman and DOS have é, è, ë, ê, à.  An
 * apostrophe, a dot and a dash stand there by right. */
static bool
is_wrong_between(uint32_t c)
{
    static const uint32_t signs[] = { 0x201A, 0x0192, 0x201E, 0x2020, 0x2021,
                                      0x02C6, 0x2030, 0x2039, 0x203A, 0x2018,
                                      0x201C, 0x201D, 0x2022, 0x02DC, 0x2122 };
    return (c >= 0x80 && c <= 0xBF && c != 0xB7 && c != 0xAD && c != 0xA0 && c != 0xAA &&
            c != 0xBA && c != 0xAB && c != 0xBB) ||
           IS_AMONG(c, signs);
}

/* d\x19Aubigné: a program kept one byte of each sign of UTF-16.  What parts cells and
 * lines is none. */
static bool
is_control(uint32_t c)
{
    return (c < ' ' && (c < '\t' || c > '\r')) || c == 0x7F;
}

/* Before the first letter or behind the last one of a word: Polish and French letters. */
static bool
is_wrong_beside(uint32_t c)
{
    static const uint32_t signs[] = { 0xA3, 0xA5, 0xB3, 0xB9, 0xBC, 0xBD, 0xBE };
    return IS_AMONG(c, signs);
}

/* Right behind the last letter of a word: Andr‚, voilˆ. */
static bool
is_wrong_behind(uint32_t c)
{
    static const uint32_t signs[] = { 0x201A, 0x201E, 0x0192, 0x02C6, 0x2039 };
    return IS_AMONG(c, signs);
}

/* Before the first letter: ƒlise. */
static bool
is_wrong_before(uint32_t c)
{
    static const uint32_t signs[] = { 0x0192, 0x02C6, 0x2030, 0xAF };
    return IS_AMONG(c, signs);
}

/* Ã and one of these is a letter of UTF-8 that was read as two: RenÃ©. */
static bool
is_second_half(uint32_t c)
{
    static const uint32_t signs[] = { 0x20AC, 0x201A, 0x192,  0x201E, 0x2026, 0x2020,
                                      0x2021, 0x2C6,  0x2030, 0x160,  0x2039, 0x152,
                                      0x17D,  0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                      0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A,
                                      0x153,  0x17E,  0x178 };
    return (c >= 0x80 && c <= 0xBF) || IS_AMONG(c, signs);
}

static bool
is_wrong_capital(uint32_t c)
{
    static const uint32_t signs[] = { 0x160, 0x17D, 0x152, 0x178 };
    return IS_AMONG(c, signs);
}

/* Whether c is wrong beside what stands before and behind it; `letters` counts those
 * before it: m³ is right. */
static bool
is_wrong(uint32_t before, uint32_t c, uint32_t behind, size_t letters)
{
    if (c == REPLACEMENT || (before == 0xC3 && is_second_half(c)))
        return true;
    if (is_wrong_behind(c) && letters >= 3 && !is_letter(behind))
        return true;
    if (is_wrong_before(c) && before <= ' ' && is_small(behind))
        return true;
    if (is_wrong_capital(c) &&
        (is_small(before) || (is_letter(before) && is_small(behind))))
        return true;
    if (is_letter(before) && is_letter(behind) && (is_wrong_between(c) || is_control(c)))
        return true;
    return is_wrong_beside(c) &&
           ((is_letter(behind) && before != '.' && (before < '0' || before > '9')) ||
            (letters >= 3 && (behind < '0' || behind > '9')));
}

/* No sign of ASCII that can be printed looks wrong. */
static bool
is_plain(uint32_t c)
{
    return c < 0x80 && !is_control(c);
}

static bool
ends_word(uint32_t c)
{
    switch (c) {
    case ';':
    case ',':
    case '|':
    case '"':
    case '(':
    case ')':
    case '<':
    case '>':
    case '/':
        return true;
    default:
        return c <= ' ' && !is_control(c);
    }
}

/* The character that begins at a place of the line; a blank behind its end. */
static uint32_t
behind(const char *line, size_t at, size_t length)
{
    size_t size;
    return at < length ? decode(line + at, length - at, &size) : ' ';
}

size_t
csv_sign_find(const char *line, size_t length, size_t *word_length)
{
    size_t begun = 0;
    size_t letters = 0;
    uint32_t before = ' ';
    bool wrong = false;
    *word_length = 0;
    for (size_t at = 0; at < length;) {
        size_t size;
        uint32_t c = decode(line + at, length - at, &size);
        size_t next = at + size;
        bool ends = ends_word(c);
        if (ends && wrong)
            break;
        wrong = wrong || (!is_plain(c) &&
                          is_wrong(before, c, behind(line, next, length), letters));
        letters = is_letter(c) ? letters + 1 : 0;
        before = c;
        at = next;
        if (ends)
            begun = at;
        *word_length = wrong ? at - begun : 0;
    }
    return begun;
}
