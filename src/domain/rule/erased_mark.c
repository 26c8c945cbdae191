/* SPDX-License-Identifier: GPL-3.0-or-later */
/* erased_mark.c - what stands where somebody was named who is erased */
#include "atelier/domain/erased_mark.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"

/* The first, and what it was called in each language that there is: a file may hold any
 * of them. */
static const char *const words[] = { N_("erased person"), "personne effacée" };

/* Of the languages that they are in. */
static const char *const codes[] = { "en", "fr" };

enum { WORDS = sizeof(words) / sizeof(words[0]) };

/* The words of each, folded, in the same order of what they say. */
static const char *const parts[][WORDS] = { { "erased", "effacee" },
                                            { "person", "personne" } };

enum { PARTS = sizeof(parts) / sizeof(parts[0]) };

static bool
begins(const char *word, const char *with)
{
    return strncmp(word, with, strlen(with)) == 0;
}

size_t
erased_mark_others(const char *folded, const char *others[ERASED_MARK_OTHERS])
{
    enum { LETTERS_LEAST = 3 };
    size_t count = 0;

    for (size_t part = 0; strlen(folded) >= LETTERS_LEAST && part < PARTS; part++)
        for (size_t i = 0; i < WORDS; i++)
            for (size_t other = 0; other < WORDS; other++)
                if (begins(parts[part][i], folded) &&
                    !begins(parts[part][other], folded) && count < ERASED_MARK_OTHERS)
                    others[count++] = parts[part][other];
    return count;
}

bool
erased_mark_is(const char *text)
{
    bool is = false;

    for (size_t i = 0; text && !is && i < WORDS; i++)
        is = strcmp(text, words[i]) == 0;
    return is;
}

/* The next of them in the text, and how long it is; NULL: there is none. */
static const char *
find(const char *text, size_t *length)
{
    const char *first = NULL;

    for (size_t i = 0; i < WORDS; i++) {
        const char *found = strstr(text, words[i]);
        if (!found || (first && found > first))
            continue;
        first = found;
        *length = strlen(words[i]);
    }
    return first;
}

static void
show(const char *word, const char *text, struct buffer *buffer)
{
    size_t length = 0;

    for (const char *found; text && (found = find(text, &length));
         text = found + length) {
        buffer_add_part(buffer, text, (size_t)(found - text));
        buffer_add(buffer, word);
    }
    buffer_add(buffer, text);
}

void
erased_mark_show(const char *text, struct buffer *buffer)
{
    if (erased_mark_stands_in(text))
        show(_(words[0]), text, buffer);
    else
        buffer_add(buffer, text); /* as nearly every text */
}

bool
erased_mark_stands_in(const char *text)
{
    size_t length;

    return text && find(text, &length);
}

void
erased_mark_show_in(const char *language, const char *text, struct buffer *buffer)
{
    const char *word = _(words[0]);

    for (size_t i = 0; language && i < WORDS; i++)
        if (strncmp(language, codes[i], strlen(codes[i])) == 0)
            word = words[i];
    show(word, text, buffer);
}

void
erased_mark_say_in(const char *language, struct buffer *text)
{
    if (!erased_mark_stands_in(buffer_text(text)))
        return;
    char *before = buffer_take(text);
    erased_mark_show_in(language, before, text);
    free(before);
}

void
erased_mark_say(const char *language, char **text)
{
    struct buffer shown = { 0 };

    if (!erased_mark_stands_in(*text))
        return;
    erased_mark_show_in(language, *text, &shown);
    free(*text);
    *text = buffer_take(&shown);
}
