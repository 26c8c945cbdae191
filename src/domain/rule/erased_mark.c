/* SPDX-License-Identifier: GPL-3.0-or-later */
/* erased_mark.c - what stands where somebody was named who is erased */
#include "atelier/domain/erased_mark.h"

#include <stddef.h>
#include <string.h>

#include "atelier/base/language.h"

/* The first, and what it was called in each language that there is: a file may hold any
 * of them. */
static const char *const words[] = { N_("erased person"), "personne effacée" };

enum { WORDS = sizeof(words) / sizeof(words[0]) };

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

void
erased_mark_show(const char *text, struct buffer *buffer)
{
    size_t length = 0;

    for (const char *found; text && (found = find(text, &length));
         text = found + length) {
        buffer_add_part(buffer, text, (size_t)(found - text));
        buffer_add(buffer, _(words[0]));
    }
    buffer_add(buffer, text);
}
