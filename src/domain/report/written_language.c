/* SPDX-License-Identifier: GPL-3.0-or-later */
/* written_language.c - the language in which texts are written, by their small words */
#include "atelier/domain/written_language.h"

#include <stdbool.h>
#include <string.h>

enum {
    WORD_MOST = 5,   /* letters of the longest of them */
    WORDS_LEAST = 5, /* that say something */
    KINDS_LEAST = 4, /* of them: a third language has one or the other */
    TIMES_MORE = 3,  /* than of any other language: a quote is in its own */
    SMALL_WORDS = 20
};

/* Those that are no word of another of the languages, as "on" and "son" are, nor common
 * in their neighbours, as "in" and "la" are. */
static const struct {
    const char *code;
    const char *words[SMALL_WORDS];
} languages[WRITTEN_LANGUAGES] = {
    { "en",
      { "the", "of",   "and",  "to", "is",  "are", "were", "that", "for",  "with",
        "by",  "from", "this", "it", "not", "be",  "they", "we",   "what", "which" } },
    { "fr",
      { "le",  "les", "des", "une", "du",  "au",   "aux",  "est",  "et",   "dans",
        "qui", "sur", "ne",  "ce",  "pas", "nous", "avec", "vous", "pour", "par" } },
};

static bool
is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

static char
lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool
is_word(const char *word, const char *small)
{
    return *word == *small && strcmp(word, small) == 0;
}

static void
count(struct written_language *written, const char *word)
{
    for (size_t i = 0; i < WRITTEN_LANGUAGES; i++)
        for (size_t j = 0; j < SMALL_WORDS; j++)
            if (is_word(word, languages[i].words[j])) {
                written->words[i]++;
                written->kinds[i] |= 1U << j;
            }
}

void
written_language_read(struct written_language *written, const char *text)
{
    while (*text) {
        char word[WORD_MOST + 1] = "";
        size_t length = 0;
        for (; is_letter(text[length]); length++)
            if (length < WORD_MOST)
                word[length] = lower(text[length]);
        if (length > 0 && length <= WORD_MOST)
            count(written, word);
        text += length > 0 ? length : 1;
    }
}

static size_t
kinds(const struct written_language *written, size_t language)
{
    size_t kinds = 0;

    for (size_t i = 0; i < SMALL_WORDS; i++)
        kinds += (written->kinds[language] >> i) & 1U;
    return kinds;
}

const char *
written_language_code(const struct written_language *written)
{
    size_t most = 0;

    for (size_t i = 1; i < WRITTEN_LANGUAGES; i++)
        if (written->words[i] > written->words[most])
            most = i;
    bool is_plain =
        written->words[most] >= WORDS_LEAST && kinds(written, most) >= KINDS_LEAST;
    for (size_t i = 0; i < WRITTEN_LANGUAGES; i++)
        is_plain = is_plain &&
                   (i == most || written->words[most] >= written->words[i] * TIMES_MORE);
    return is_plain ? languages[most].code : NULL;
}
