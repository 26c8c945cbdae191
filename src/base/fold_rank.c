/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fold_rank.c - how well a name fits what somebody types */
#include "atelier/base/fold_rank.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* Whether the word is in the text, at the beginning of a word or anywhere. */
static bool
has_word(const char *text, const char *word, size_t length, bool begins)
{
    const char *end = text ? text + strlen(text) : NULL;

    for (const char *at = text; at; at++) {
        at = memmem(at, (size_t)(end - at), word, length);
        if (!at || !begins || at == text || at[-1] == ' ')
            return at;
    }
    return false;
}

/* Whether each word typed is in one of the two. */
static bool
has_words(const char *name, const char *around, const char *typed, bool begins)
{
    for (const char *word = typed + strspn(typed, " "); *word != '\0';) {
        const size_t length = strcspn(word, " ");

        if (!has_word(name, word, length, begins) &&
            !has_word(around, word, length, begins))
            return false;
        word += length;
        word += strspn(word, " ");
    }
    return true;
}

enum fold_rank
fold_rank(const char *name, const char *around, const char *typed)
{
    if (strncmp(name, typed, strlen(typed)) == 0)
        return FOLD_RANK_BEGINS;
    if (has_words(name, NULL, typed, false))
        return has_words(name, NULL, typed, true) ? FOLD_RANK_WORDS : FOLD_RANK_IN;
    return around && has_words(name, around, typed, false) ? FOLD_RANK_AROUND
                                                           : FOLD_RANK_NONE;
}
