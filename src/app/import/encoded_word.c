/* SPDX-License-Identifier: GPL-3.0-or-later */
/* encoded_word.c - words as the headers of e-mails write them: =?UTF-8?B?w4lsb8Ovc2U=?=
 */
#include "import/encoded_word.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "atelier/base/buffer.h"
#include "import/text_encoding.h"

enum { CHARSET_BYTES = 40 };

struct word {
    char charset[CHARSET_BYTES];
    bool is_base64;
    const char *text;
    size_t length;
    const char *end; /* behind it */
};

/* Its charset, without a language: utf-8*fr.  Where it ends, or NULL. */
static const char *
read_charset(const char *at, struct word *word)
{
    const size_t length = strcspn(at, "?* ");
    const char *end = at + length;

    if (length == 0 || length >= CHARSET_BYTES)
        return NULL;
    memcpy(word->charset, at, length);
    word->charset[length] = '\0';
    end += *end == '*' ? strcspn(end, "? ") : 0;
    return *end == '?' ? end + 1 : NULL;
}

/* “=?charset?B?text?=” at the beginning of a text. */
static bool
read_word(const char *at, struct word *word)
{
    if (strncmp(at, "=?", 2) != 0 || !(at = read_charset(at + 2, word)) ||
        !strchr("BbQq", at[0]) || at[0] == '\0' || at[1] != '?' ||
        !text_encoding_is_known(word->charset))
        return false;
    word->is_base64 = toupper((unsigned char)at[0]) == 'B';
    word->text = at + 2;
    word->length = strcspn(word->text, "?");
    word->end = word->text + word->length;
    if (strncmp(word->end, "?=", 2) != 0)
        return false;
    word->end += 2;
    return true;
}

static void
add_base64(const struct word *word, struct buffer *bytes)
{
    static const char digits[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    unsigned held = 0;
    unsigned bits = 0;

    for (size_t i = 0; i < word->length; i++) {
        const char *digit = strchr(digits, word->text[i]);
        if (!digit)
            continue;
        held = (held << 6 | (unsigned)(digit - digits)) & 0xFFFFFFU;
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            buffer_add_char(bytes, (char)(held >> bits & 0xFFU));
        }
    }
}

static int
hex_digit(char c)
{
    static const char digits[] = "0123456789abcdef";
    const char *digit = c ? strchr(digits, tolower((unsigned char)c)) : NULL;

    return digit ? (int)(digit - digits) : -1;
}

static void
add_quoted(const struct word *word, struct buffer *bytes)
{
    for (size_t i = 0; i < word->length; i++) {
        const char c = word->text[i];
        const int high = i + 2 < word->length ? hex_digit(word->text[i + 1]) : -1;
        const int low = high >= 0 ? hex_digit(word->text[i + 2]) : -1;
        if (c == '=' && low >= 0) {
            buffer_add_char(bytes, (char)(high * 16 + low));
            i += 2;
        } else {
            buffer_add_char(bytes, c == '_' ? ' ' : c);
        }
    }
}

/* Words of one charset that follow each other: a letter may be cut between them. */
static const char *
add_words(struct word *word, struct buffer *text)
{
    struct buffer bytes = { 0 };
    struct word next = *word;

    do {
        *word = next;
        if (word->is_base64)
            add_base64(word, &bytes);
        else
            add_quoted(word, &bytes);
    } while (read_word(word->end + strspn(word->end, " \t\r\n"), &next) &&
             strcasecmp(next.charset, word->charset) == 0);

    const size_t begin = text->length;
    text_encoding_add(word->charset, buffer_text(&bytes), bytes.length, text);
    for (size_t i = begin; i < text->length; i++)
        if (iscntrl((unsigned char)text->text[i]))
            text->text[i] = ' ';
    buffer_clear(&bytes);
    return word->end;
}

char *
encoded_word_decode(const char *text)
{
    struct buffer plain = { 0 };
    struct word word;
    bool is_any = false;

    for (const char *at = text; *at;) {
        if (!read_word(at, &word)) {
            buffer_add_char(&plain, *at++);
            continue;
        }
        is_any = true;
        at = add_words(&word, &plain);
        const char *next = at + strspn(at, " \t\r\n");
        at = read_word(next, &word) ? next : at;
    }
    if (is_any)
        return buffer_take(&plain);
    buffer_clear(&plain);
    return NULL;
}
