/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_rank.c - where a row stands in the search index: by noun, then by its first
 * letters */
#include "search/search_rank.h"

#include <assert.h>

#include "search/searched.h"

enum {
    LETTERS = 10,
    LETTER_BITS = 5,
    NAMESAKE_BITS = 10,
    CODE_BITS = LETTERS * LETTER_BITS,
    ENTITY_SHIFT = CODE_BITS + NAMESAKE_BITS
};

_Static_assert(SEARCHED_COUNT - 1 <= 1 << (63 - ENTITY_SHIFT),
               "a rank has room for the noun; what is said has a table of its own");

/* Among those of its table. */
static int64_t
entity_code(enum entity_kind entity)
{
    const struct search_source *source = searched_source(entity);
    int64_t code = 0;

    if (!source)
        return -1;
    for (int i = 0; searched_kind((enum searched)i) != entity; i++)
        code +=
            searched_source(searched_kind((enum searched)i))->is_text == source->is_text;
    return code;
}

bool
search_rank_of_entity(enum entity_kind entity, struct search_rank_span *span)
{
    const int64_t code = entity_code(entity);
    if (code < 0)
        return false;
    span->first = code << ENTITY_SHIFT;
    span->last = span->first + (INT64_C(1) << ENTITY_SHIFT) - 1;
    return true;
}

static struct search_rank_span
places(enum entity_kind entity, int64_t code)
{
    struct search_rank_span span = { 0 };
    const bool known = search_rank_of_entity(entity, &span);
    assert(known);
    (void)known;
    span.first += code << NAMESAKE_BITS;
    span.last = span.first + (1 << NAMESAKE_BITS) - 1;
    return span;
}

/* In the order of the bytes: 0 is the end, 31 opens a letter of another script. */
static int64_t
letter_code(unsigned char byte)
{
    enum { CONTROL = 1, SPACE, SIGN, DIGIT, FIRST_LETTER, OTHER_SCRIPT = 31 };
    if (byte == '\0')
        return 0;
    if (byte < ' ')
        return CONTROL;
    if (byte == ' ')
        return SPACE;
    if (byte >= '0' && byte <= '9')
        return DIGIT;
    if (byte >= 'a' && byte <= 'z')
        return FIRST_LETTER + (byte - 'a');
    return byte < 0x80 ? SIGN : OTHER_SCRIPT;
}

/* Four more places for a letter that is not Latin; bytes of UTF-8 are enough
 * to keep the order, and the lead byte tells how many there are. */
static int64_t
other_script_code(const unsigned char *bytes)
{
    int64_t code = bytes[0] & 0x3F;
    for (int i = 1; i < 4; i++) {
        const bool more = bytes[i] != '\0' && (bytes[i] & 0xC0) == 0x80;
        code = (code << 6) | (more ? bytes[i] & 0x3F : 0);
        if (!more) {
            code <<= 6 * (3 - i);
            break;
        }
    }
    return code >> 4; /* 24 bits to 20 */
}

/* The code of its letters, and how many that are; those behind it are none. */
static int64_t
letters_code(const char *key, int *letters)
{
    const unsigned char *at = (const unsigned char *)(key ? key : "");
    int64_t code = 0;
    int filled = 0;

    while (filled < LETTERS && *at != '\0') {
        const int64_t letter = letter_code(*at);
        if (*at < 0x80 || LETTERS - filled < 5) {
            code = (code << LETTER_BITS) | letter;
            filled++;
        } else {
            code = (((code << LETTER_BITS) | letter) << 4 * LETTER_BITS) |
                   other_script_code(at);
            filled += 5;
        }
        at++;
        while ((*at & 0xC0) == 0x80)
            at++;
    }
    *letters = filled;
    return code;
}

struct search_rank_span
search_rank_of_key(enum entity_kind entity, const char *key)
{
    int letters;
    const int64_t code = letters_code(key, &letters);

    return places(entity, code << (LETTERS - letters) * LETTER_BITS);
}

struct search_rank_span
search_rank_of_beginning(enum entity_kind entity, const char *beginning)
{
    int letters;
    const int64_t code = letters_code(beginning, &letters);
    const int rest = (LETTERS - letters) * LETTER_BITS;
    struct search_rank_span span = places(entity, code << rest);

    span.last = places(entity, ((code + 1) << rest) - 1).last;
    return span;
}

struct search_rank_span
search_rank_of_instant(enum entity_kind entity, instant at)
{
    const int64_t limit = INT64_C(1) << CODE_BITS;
    int64_t minutes = at == INSTANT_NONE ? 0 : at / 60 + limit / 2;
    if (minutes < 0)
        minutes = 0;
    if (minutes >= limit)
        minutes = limit - 1;
    return places(entity, limit - 1 - minutes);
}
