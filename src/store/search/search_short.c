/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_short.c - an expression of the search index that asks for few letters */
#include "search/search_short.h"

#include <assert.h>
#include <string.h>

#include "atelier/base/text.h"

/* Of a word: two steps of three letters.  One step finds too many to look at, more steps
 * take longer than to look at them. */
enum { LETTERS = 4 };

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

static void add_any(const char **at, bool is_within, struct buffer *buffer);

static size_t
short_length(const char *text, size_t length)
{
    size_t used = 0;

    for (size_t letters = 0; used < length; used++)
        if (text_begins_character(text[used]) && letters++ == LETTERS)
            break;
    return used;
}

static void
add_one(const char **at, struct buffer *buffer)
{
    if (take(at, "(")) {
        add_any(at, true, buffer);
        const bool closed = take(at, ")");
        assert(closed);
        return;
    }
    const size_t length = quoted_length(*at);
    buffer_add_char(buffer, '"');
    buffer_add_part(buffer, *at + 1, short_length(*at + 1, length));
    buffer_add_char(buffer, '"');
    *at += length + 2;
}

/* Of several that are wanted at once, in parentheses, the first will do. */
static void
add_all(const char **at, bool is_within, struct buffer *buffer)
{
    add_one(at, buffer);
    while (take(at, " AND ")) {
        struct buffer other = { 0 };

        add_one(at, &other);
        if (!is_within)
            buffer_addf(buffer, " AND %s", buffer_text(&other));
        buffer_clear(&other);
    }
}

/* With few letters, many are the same. */
static void
add_any(const char **at, bool is_within, struct buffer *buffer)
{
    struct buffer any = { 0 };

    add_all(at, is_within, &any);
    while (take(at, " OR ")) {
        struct buffer other = { 0 };

        add_all(at, is_within, &other);
        if (!is_within || !strstr(buffer_text(&any), buffer_text(&other)))
            buffer_addf(&any, " OR %s", buffer_text(&other));
        buffer_clear(&other);
    }
    buffer_addf(buffer, is_within ? "(%s)" : "%s", buffer_text(&any));
    buffer_clear(&any);
}

void
search_short_add(const char *match, struct buffer *buffer)
{
    add_any(&match, false, buffer);
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
