/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_short.c - an expression of the search index that asks for few letters */
#include "search/search_short.h"

#include <assert.h>
#include <string.h>

#include "atelier/base/text.h"

static bool
take(const char **at, const char *word)
{
    const size_t length = strlen(word);

    if (strncmp(*at, word, length) != 0)
        return false;
    *at += length;
    return true;
}

/* Of the quoted word that begins here, the bytes between its quotes. */
static size_t
quoted_length(const char *quote)
{
    assert(*quote == '"');
    const char *end = strchr(quote + 1, '"');

    assert(end);
    return (size_t)(end - quote - 1);
}

/* --- with few letters */

static size_t
short_length(const char *text, size_t length, size_t most)
{
    size_t used = 0;

    for (size_t letters = 0; used < length; used++)
        if (text_begins_character(text[used]) && letters++ == most)
            break;
    return used;
}

/* Whether one of the quoted words is a part of the text, and finds whatever has that.
 * Blanks before a word stand before each. */
static bool
is_covered(const char *any, const char *text, size_t length)
{
    for (; (any = strchr(any, '"')) != NULL; any += quoted_length(any) + 2) {
        const char *part = any + 1 + strspn(any + 1, " ");
        const size_t part_length = quoted_length(any) - (size_t)(part - any - 1);
        if (part_length > 0 && memmem(text, length, part, part_length))
            return true;
    }
    return false;
}

/* What it adds to: the words with few letters, of which any will do. */
struct few {
    struct buffer any;
    size_t letters;
};

static void add_any(const char **at, struct few *few);

/* NULL: it is only read past. */
static void
add_one(const char **at, struct few *few)
{
    if (take(at, "(")) {
        add_any(at, few);
        const bool closed = take(at, ")");
        assert(closed);
        return;
    }
    const char *text = *at + 1;
    const size_t length = quoted_length(*at);
    *at += length + 2;
    if (!few || is_covered(buffer_text(&few->any), text, length))
        return;
    buffer_add(&few->any, few->any.length > 0 ? " OR \"" : "\"");
    buffer_add_part(&few->any, text, short_length(text, length, few->letters));
    buffer_add_char(&few->any, '"');
}

/* Of several that are wanted at once, the first will do. */
static void
add_any(const char **at, struct few *few)
{
    do {
        add_one(at, few);
        while (take(at, " AND "))
            add_one(at, NULL);
    } while (take(at, " OR "));
}

void
search_short_add(const char *match, size_t letters, struct buffer *buffer)
{
    struct few few = { .letters = letters };

    add_any(&match, &few);
    buffer_addf(buffer, "(%s)", buffer_text(&few.any));
    buffer_clear(&few.any);
}

/* --- the whole of it */

static bool read_any(const char **at, const char *words);

static bool
has_part(const char *words, const char *part, size_t length)
{
    for (const char *at = words; (at = strchr(at, part[0])) != NULL; at++)
        if (strncmp(at, part, length) == 0)
            return true;
    return false;
}

static bool
read_one(const char **at, const char *words)
{
    if (take(at, "(")) {
        const bool holds = read_any(at, words);
        const bool closed = take(at, ")");
        assert(closed);
        return holds && closed;
    }
    const size_t length = quoted_length(*at);
    const bool holds = has_part(words, *at + 1, length);
    *at += length + 2;
    return holds;
}

static bool
read_all(const char **at, const char *words)
{
    bool holds = read_one(at, words);

    while (take(at, " AND ")) {
        const bool next = read_one(at, words);
        holds = holds && next;
    }
    return holds;
}

static bool
read_any(const char **at, const char *words)
{
    bool holds = read_all(at, words);

    while (take(at, " OR ")) {
        const bool next = read_all(at, words);
        holds = holds || next;
    }
    return holds;
}

bool
search_short_holds(const char *match, const char *words)
{
    return read_any(&match, words);
}
