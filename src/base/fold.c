/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fold.c - text as people search and sort it: without case, accents or marks */
#include "atelier/base/fold.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "atelier/base/memory.h"
#include "atelier/base/text.h"

/* Letters whose mark is part of the letter, so that no decomposition takes it off. */
static const char *
plain_letter(int32_t point)
{
    switch (point) {
    case 0x00df:
    case 0x1e9e:
        return "ss";
    case 0x00c6:
    case 0x00e6:
        return "ae";
    case 0x0152:
    case 0x0153:
        return "oe";
    case 0x00d8:
    case 0x00f8:
        return "o";
    case 0x0141:
    case 0x0142:
        return "l";
    case 0x0110:
    case 0x0111:
    case 0x00d0:
    case 0x00f0:
        return "d";
    case 0x00de:
    case 0x00fe:
        return "th";
    case 0x0130:
    case 0x0131:
        return "i";
    case 0x0126:
    case 0x0127:
        return "h";
    case 0x0419: /* the short i is a letter of its own, not an i with a mark */
    case 0x0439:
        return "й";
    default:
        return NULL;
    }
}

static const char *
second_letter(int32_t point)
{
    switch (point) {
    case 0x00c4:
    case 0x00e4:
        return "ae";
    case 0x00d6:
    case 0x00f6:
    case 0x00d8:
    case 0x00f8:
        return "oe";
    case 0x00dc:
    case 0x00fc:
        return "ue";
    case 0x00c5:
    case 0x00e5:
        return "aa";
    default:
        return NULL;
    }
}

/* What the fold is being made into, and where in it a word may end. */
struct folder {
    struct buffer *out;
    size_t start;
    bool gap;     /* a blank is due before the next letter */
    int32_t held; /* '@' or '.', which stays only between letters; 0 */
};

static bool
is_apostrophe(int32_t point)
{
    return point == '\'' || point == 0x2018 || point == 0x2019 || point == 0x02bc ||
           point == 0x00b4 || point == '`' || point == 0x2032;
}

static void
before_letter(struct folder *f)
{
    bool inside = f->out->length > f->start;
    if (f->held && inside && !f->gap)
        buffer_add_char(f->out, (char)f->held);
    else if ((f->gap || f->held) && inside)
        buffer_add_char(f->out, ' ');
    f->gap = false;
    f->held = 0;
}

static bool
is_ascii_letter_or_digit(int32_t point)
{
    return (point >= 'a' && point <= 'z') || (point >= '0' && point <= '9');
}

static void
add_part(struct folder *f, int32_t point)
{
    if (is_ascii_letter_or_digit(point)) {
        before_letter(f);
        buffer_add_char(f->out, (char)point);
        return;
    }
    switch (utf8proc_category(point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO: {
        utf8proc_uint8_t bytes[4];
        before_letter(f);
        utf8proc_ssize_t length = utf8proc_encode_char(point, bytes);
        buffer_add_part(f->out, (const char *)bytes, (size_t)length);
        break;
    }
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF:
        break;
    default:
        if ((point == '@' || point == '.') && !f->held && !f->gap)
            f->held = point;
        else
            f->gap = true;
    }
}

static void
add_point(struct folder *f, int32_t point)
{
    /* As it came: taken apart, some are a letter and some a blank with a mark. */
    if (is_apostrophe(point))
        return;
    const char *plain = plain_letter(point);
    if (plain) {
        before_letter(f);
        buffer_add(f->out, plain);
        return;
    }
    if (point < 0x80) {
        add_part(f, point >= 'A' && point <= 'Z' ? point + 32 : point);
        return;
    }
    utf8proc_int32_t parts[20];
    utf8proc_ssize_t count = utf8proc_decompose_char(
        point, parts, 20, UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD, NULL);
    for (utf8proc_ssize_t i = 0; i < count && i < 20; i++) {
        if (is_apostrophe(parts[i])) /* ŉ */
            continue;
        const char *letter = parts[i] == point ? NULL : plain_letter(parts[i]);
        if (letter) {
            before_letter(f);
            buffer_add(f->out, letter);
        } else {
            add_part(f, parts[i]);
        }
    }
}

/* The same text with a blank for each bad byte. */
static char *
without_bad_bytes(const char *text)
{
    struct buffer sound = { 0 };
    while (*text) {
        utf8proc_int32_t point;
        utf8proc_ssize_t used =
            utf8proc_iterate((const utf8proc_uint8_t *)text, -1, &point);
        buffer_add_part(&sound, used < 1 ? " " : text, used < 1 ? 1 : (size_t)used);
        text += used < 1 ? 1 : used;
    }
    return buffer_take(&sound);
}

/* Text that came in parts, so that a u and its mark are the one letter that they
 * are; the caller frees.  NULL: it did not. */
static char *
compose(const char *text)
{
    if (text_is_below_marks(text))
        return NULL;
    char *composed = (char *)utf8proc_NFC((const utf8proc_uint8_t *)text);
    if (composed)
        return composed;
    char *sound = without_bad_bytes(text);
    composed = (char *)utf8proc_NFC((const utf8proc_uint8_t *)sound);
    if (!composed)
        return sound;
    free(sound);
    return composed;
}

static bool
is_ascii(char byte)
{
    return (unsigned char)byte < 0x80;
}

/* So many letters and digits of ASCII begin the text: only their case folds. */
static size_t
count_letters(const char *text)
{
    const char *at = text;
    while ((*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z') ||
           (*at >= '0' && *at <= '9'))
        at++;
    return (size_t)(at - text);
}

static void
add_letters(struct folder *f, const char *text, size_t count)
{
    before_letter(f);
    buffer_add_part(f->out, text, count);
    for (char *at = f->out->text + f->out->length - count; *at; at++)
        if (*at >= 'A' && *at <= 'Z')
            *at = (char)(*at + 'a' - 'A');
}

/* Reads code point by code point. */
static bool
fold(struct buffer *buffer, const char *text, bool second)
{
    struct folder f = { .out = buffer, .start = buffer->length };
    char *composed = compose(text);
    bool differs = false;

    for (const char *at = composed ? composed : text; *at;) {
        const size_t letters = count_letters(at);
        if (letters > 0) {
            add_letters(&f, at, letters);
            at += letters;
            continue;
        }
        if (is_ascii(*at)) {
            add_point(&f, *at++);
            continue;
        }
        utf8proc_int32_t point;
        utf8proc_ssize_t used =
            utf8proc_iterate((const utf8proc_uint8_t *)at, -1, &point);
        const char *other = second ? second_letter(point) : NULL;
        if (other) {
            before_letter(&f);
            buffer_add(buffer, other);
            differs = true;
        } else {
            add_point(&f, point);
        }
        at += used;
    }
    free(composed);
    return differs;
}

void
fold_add(struct buffer *buffer, const char *text)
{
    fold(buffer, text, false);
}

/* Whether a letter of two spellings may be in it, alone or as a letter and its mark
 * (U+0300 to U+036F, and the Angstrom sign): few names make the second fold worth its
 * time. */
static bool
may_have_second(const char *text)
{
    static const char tails[] =
        "\x84\xa4\x96\xb6\x98\xb8\x9c\xbc\x85\xa5"; /* ÄäÖöØøÜüÅå */
    for (; *text; text++)
        if (*text == '\xcc' || *text == '\xcd' || strncmp(text, "\xe2\x84\xab", 3) == 0 ||
            (*text == '\xc3' && text[1] && strchr(tails, text[1])))
            return true;
    return false;
}

bool
fold_add_second(struct buffer *buffer, const char *text)
{
    size_t start = buffer->length;
    if (!may_have_second(text))
        return false;
    if (fold(buffer, text, true))
        return true;
    buffer->length = start;
    if (buffer->text)
        buffer->text[start] = '\0';
    return false;
}

char *
fold_copy(const char *text)
{
    struct buffer buffer = { 0 };
    buffer_reserve(&buffer, strlen(text)); /* it is seldom longer */
    fold_add(&buffer, text);
    return buffer_take(&buffer);
}

/* The digits of a number, how many they are before them: 2 is "12", 10 is "210".  Nine
 * and more are a 9 for each nine, then the rest. */
static void
add_number(struct buffer *buffer, const char *digits, size_t count)
{
    enum { NINE = 9 };

    while (count > 1 && *digits == '0') {
        digits++;
        count--;
    }
    for (size_t i = 0; i < count / NINE; i++)
        buffer_add_char(buffer, '9');
    buffer_add_char(buffer, (char)('0' + count % NINE));
    buffer_add_part(buffer, digits, count);
}

char *
fold_order_key(const char *text)
{
    struct buffer buffer = { 0 };
    char *fold = fold_copy(text);

    for (const char *at = fold; *at != '\0';) {
        const size_t digits = strspn(at, "0123456789");

        if (digits > 0)
            add_number(&buffer, at, digits);
        else
            buffer_add_char(&buffer, *at);
        at += digits > 0 ? digits : 1;
    }
    free(fold);
    return buffer_take(&buffer);
}

/* U+0001 sorts below the blank, which sorts below every letter. */
char *
fold_sort_key(const char *family, const char *given)
{
    struct buffer buffer = { 0 };
    if (family)
        fold_add(&buffer, family);
    buffer_add_char(&buffer, '\x01');
    if (given) {
        char *fold = fold_copy(given);
        buffer_add(&buffer, fold);
        free(fold);
    }
    return buffer_take(&buffer);
}
