/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import_name.c - both names in one cell, parted */
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/import.h"

/* Words are at most so many; a longer "name" is split at its first words only. */
enum { WORDS_MOST = 16 };

struct words {
    const char *start[WORDS_MOST + 1];
    size_t length[WORDS_MOST + 1];
    size_t count;
};

static void
words_find(struct words *words, const char *text)
{
    words->count = 0;
    while (*text != '\0' && words->count < WORDS_MOST) {
        words->start[words->count] = text;
        words->length[words->count] = strcspn(text, " ");
        text += words->length[words->count++];
        text += strspn(text, " ");
    }
    if (words->count == WORDS_MOST && *text != '\0') /* the last one holds the rest */
        words->length[WORDS_MOST - 1] = strlen(words->start[WORDS_MOST - 1]);
}

/* DUPONT, LE-GOFF, MÜLLER: at least two letters, no small one, no initial's dot.
 * Small letters of Latin 1 are C3 9F to C3 BF in UTF-8. */
static bool
is_capitals(const char *word, size_t length)
{
    size_t letters = 0;

    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)word[i];

        if ((byte >= 'a' && byte <= 'z') || byte == '.')
            return false;
        if (byte == 0xC3 && i + 1 < length && (unsigned char)word[i + 1] >= 0x9F)
            return false;
        if (byte >= 'A' && byte <= 'Z')
            letters++;
    }
    return letters >= 1 && length >= 2;
}

/* A small word that belongs to the family name behind it. */
static bool
is_particle(const char *word, size_t length)
{
    static const char *const particles[] = {
        "al",  "ben", "bin", "d",   "da",  "dal", "de",  "del", "dem", "den", "der",
        "des", "di",  "do",  "dos", "du",  "el",  "la",  "las", "le",  "les", "los",
        "o",   "san", "ten", "ter", "van", "vom", "von", "y",   "zu",  "zum", "zur"
    };
    char *part = memory_copy_part(word, length);
    char *folded = fold_copy(part);
    bool found = false;

    for (size_t i = 0; i < sizeof particles / sizeof particles[0] && !found; i++)
        found = strcmp(folded, particles[i]) == 0;
    free(folded);
    free(part);
    return found;
}

static char *
words_copy(const struct words *words, size_t from, size_t to)
{
    if (from >= to)
        return NULL;
    return memory_copy_part(words->start[from],
                            (size_t)(words->start[to - 1] - words->start[from]) +
                                words->length[to - 1]);
}

static bool
word_is_capitals(const struct words *words, size_t i)
{
    return is_capitals(words->start[i], words->length[i]);
}

static bool
word_is_particle(const struct words *words, size_t i)
{
    return is_particle(words->start[i], words->length[i]);
}

/* The family name when it is in capitals and the rest is not: [*from, *to). */
static bool
capitals_show(const struct words *words, size_t *from, size_t *to)
{
    size_t last = words->count - 1;

    if (word_is_capitals(words, last) && !word_is_capitals(words, 0)) {
        *to = words->count;
        for (*from = last; *from > 0 && (word_is_capitals(words, *from - 1) ||
                                         word_is_particle(words, *from - 1));)
            (*from)--;
        if (*from == 0) /* "de LA FONTAINE": nothing is left for the given name */
            return false;
        return true;
    }
    /* "DUPONT Anna", "de LA FONTAINE Anna" */
    size_t end = 0;
    while (end < words->count &&
           (word_is_capitals(words, end) || word_is_particle(words, end)))
        end++;
    bool some = false;
    for (size_t i = 0; i < end; i++)
        some = some || word_is_capitals(words, i);
    if (!some || end == words->count)
        return false;
    *from = 0;
    *to = end;
    return true;
}

/* Where the family name lies when only the order of the two is known. */
static void
order_shows(const struct words *words, bool family_first, size_t *from, size_t *to)
{
    if (family_first) {
        *from = 0;
        for (*to = 1; *to < words->count - 1 && word_is_particle(words, *to - 1);)
            (*to)++;
        return;
    }
    *to = words->count;
    for (*from = words->count - 1; *from > 1 && word_is_particle(words, *from - 1);)
        (*from)--;
}

void
import_name_split(const char *name, bool family_first, char **family, char **given)
{
    char *tidy = text_tidy(name);
    const char *comma = strchr(tidy, ',');

    *given = NULL;
    if (comma) {
        char *before = memory_copy_part(tidy, (size_t)(comma - tidy));
        *family = text_tidy(before);
        *given = text_tidy(comma + 1);
        free(before);
    } else {
        struct words words;
        words_find(&words, tidy);
        size_t from = 0;
        size_t to = words.count;
        if (words.count > 1 && !capitals_show(&words, &from, &to))
            order_shows(&words, family_first, &from, &to);
        *family = words_copy(&words, from, to);
        *given =
            from > 0 ? words_copy(&words, 0, from) : words_copy(&words, to, words.count);
    }
    if (*given && (*given)[0] == '\0') {
        free(*given);
        *given = NULL;
    }
    if (!*family)
        *family = memory_copy("");
    free(tidy);
}
