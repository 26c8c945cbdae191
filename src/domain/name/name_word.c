/* SPDX-License-Identifier: GPL-3.0-or-later */
/* name_word.c - what one word of a name is */
#include "name/name_word.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/letter.h"
#include "atelier/base/memory.h"

void
name_words_find(struct name_words *words, const char *text)
{
    words->count = 0;
    while (*text != '\0' && words->count < NAME_WORDS_MOST) {
        struct name_word *word = &words->items[words->count++];

        word->start = text;
        word->length = strcspn(text, " ");
        text += word->length;
        text += strspn(text, " ");
    }
    if (words->count == NAME_WORDS_MOST && *text != '\0')
        words->items[words->count - 1].length =
            strlen(words->items[words->count - 1].start);
}

char *
name_words_copy(const struct name_words *words, size_t from, size_t to)
{
    if (from >= to)
        return NULL;
    const struct name_word *last = &words->items[to - 1];
    const char *start = words->items[from].start;
    return memory_copy_part(start, (size_t)(last->start - start) + last->length);
}

bool
name_word_fold_short(struct name_word word, char folded[static NAME_SHORT_WORD])
{
    size_t length = word.length;
    while (length > 0 && word.start[length - 1] == '.')
        length--;
    if (length == 0 || length >= NAME_SHORT_WORD)
        return false;
    for (size_t i = 0; i < length; i++) {
        const char byte = word.start[i];
        if (byte >= 'A' && byte <= 'Z')
            folded[i] = (char)(byte - 'A' + 'a');
        else if (byte >= 'a' && byte <= 'z')
            folded[i] = byte;
        else
            return false;
    }
    folded[length] = '\0';
    return true;
}

static bool
is_among(const char *folded, const char (*words)[NAME_LISTED], size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (folded[0] == words[i][0] && strcmp(folded, words[i]) == 0)
            return true;
    return false;
}

bool
name_word_is_one_of(struct name_word word, const char (*folded_words)[NAME_LISTED],
                    size_t count)
{
    char folded[NAME_SHORT_WORD];

    if (name_word_fold_short(word, folded))
        return is_among(folded, folded_words, count);
    char *part = memory_copy_part(word.start, word.length);
    char *slow = fold_copy(part);
    bool found = is_among(slow, folded_words, count);
    free(slow);
    free(part);
    return found;
}

#define IS_ONE_OF(WORD, LIST)                                                            \
    name_word_is_one_of(WORD, LIST, sizeof(LIST) / sizeof((LIST)[0]))

/* Văn is no “van”: a letter of Latin with more than ASCII; an apostrophe is none. */
static bool
has_accent(struct name_word word)
{
    for (size_t i = 0; i < word.length; i++)
        if ((unsigned char)word.start[i] >= 0xC3 && (unsigned char)word.start[i] < 0xE2)
            return true;
    return false;
}

static bool
has_capital(struct name_word word)
{
    size_t length;

    for (size_t i = 0; i < word.length; i += length)
        if (letter_at(word.start + i, &length) == LETTER_CAPITAL)
            return true;
    return false;
}

/* The ap of “Llŷr ap Rhys”, son of; Ab and Ap are given names. */
static bool
is_welsh(struct name_word word)
{
    static const char words[][NAME_LISTED] = { "ab", "ap", "ferch" };

    return IS_ONE_OF(word, words) && !has_capital(word);
}

bool
name_word_is_particle(struct name_word word)
{
    static const char particles[][NAME_LISTED] = {
        "abu", "af",  "al",    "auf",    "aux", "ben",   "bin",   "bint",  "d",     "da",
        "dal", "de",  "degli", "dei",    "del", "dell",  "della", "delle", "dello", "dem",
        "den", "der", "des",   "di",     "do",  "dos",   "du",    "el",    "ibn",   "im",
        "in",  "l",   "la",    "las",    "le",  "les",   "lo",    "los",   "mac",   "mc",
        "o",   "op",  "saint", "sainte", "san", "santa", "sao",   "st",    "ste",   "t",
        "te",  "ten", "ter",   "van",    "vom", "von",   "y",     "zu",    "zum",   "zur",
    };

    return !has_accent(word) && (IS_ONE_OF(word, particles) || is_welsh(word));
}

/* A particle that may also be a given name, or join two. */
static bool
may_be_name(struct name_word word)
{
    static const char names[][NAME_LISTED] = { "al", "ben", "san", "y" };

    return IS_ONE_OF(word, names);
}

bool
name_word_is_small_particle(struct name_word word)
{
    return !has_capital(word) && name_word_is_particle(word) && !may_be_name(word);
}

/* 'T, D’: one capital beside an apostrophe is no initial. */
static bool
is_elided(struct name_word word)
{
    return has_capital(word) && name_word_initials(word) == INITIALS_MAYBE &&
           (memchr(word.start, '\'', word.length) || word.length > 3);
}

bool
name_word_is_capital_particle(struct name_word word)
{
    return (name_word_is_capitals(word) || is_elided(word)) &&
           name_word_is_particle(word) && !may_be_name(word);
}

bool
name_word_begins_family(struct name_word word)
{
    static const char words[][NAME_LISTED] = {
        "da",  "dal", "de",  "degli", "dei", "del", "della", "delle", "den",
        "der", "des", "di",  "dos",   "du",  "el",  "la",    "le",    "les",
        "lo",  "ten", "ter", "van",   "vom", "von", "zu",    "zum",   "zur",
    };

    return has_capital(word) && !has_accent(word) && IS_ONE_OF(word, words);
}

bool
name_word_ends_in_particle(struct name_word word)
{
    for (size_t i = word.length; i-- > 1;)
        if (word.start[i] == '-') {
            const struct name_word end = { word.start + i + 1, word.length - i - 1 };
            return end.length > 1 && name_word_is_particle(end) && !may_be_name(end);
        }
    return false;
}

bool
name_word_begins_elided(struct name_word word)
{
    static const char begins[][NAME_LISTED] = { "d'",    "d’",    "l'",    "l’",
                                                "dell'", "dell’", "dall'", "dall’",
                                                "all'",  "all’" };
    size_t length;

    for (size_t i = 0; i < sizeof(begins) / sizeof(begins[0]); i++)
        if (word.length > strlen(begins[i]) &&
            strncmp(word.start, begins[i], strlen(begins[i])) == 0)
            return letter_at(word.start + strlen(begins[i]), &length) == LETTER_CAPITAL;
    return false;
}

bool
name_word_is_article(struct name_word word)
{
    return word.length == 2 &&
           (strncmp(word.start, "Le", 2) == 0 || strncmp(word.start, "La", 2) == 0);
}

bool
name_word_is_faculty(struct name_word word)
{
    static const char faculties[][NAME_LISTED] = {
        "med",   "phil",   "jur",      "iur",     "rer",  "nat",   "pol",  "oec",
        "theol", "vet",    "dent",     "h.c",     "hc",   "habil", "mult", "sc",
        "techn", "agr",    "soc",      "ing",     "-ing", "publ",  "paed", "em",
        "emer",  "emerit", "emeritus", "emerita", "e.h",
    };

    static const char large[][NAME_LISTED] = { "med", "jur", "iur", "vet",
                                               "dent" }; /* Dr Med. */
    static const char retired[][NAME_LISTED] = { "i.R.", "a.D.", "i.R", "a.D" };
    for (size_t i = 0; i < sizeof(retired) / sizeof(retired[0]); i++)
        if (strlen(retired[i]) == word.length &&
            strncmp(retired[i], word.start, word.length) == 0)
            return true;
    return has_capital(word)
               ? word.start[word.length - 1] == '.' && IS_ONE_OF(word, large)
               : IS_ONE_OF(word, faculties);
}

bool
name_word_joins(struct name_word word)
{
    static const char joints[][NAME_LISTED] = { "y", "e", "i", "und" };

    return !has_capital(word) && IS_ONE_OF(word, joints);
}

bool
name_word_is_birth(struct name_word word)
{
    static const char words[][NAME_LISTED] = { "nee",      "ne",   "epouse",
                                               "ep",       "born", "geb",
                                               "geborene", "nata", "alias" };

    return !has_capital(word) && IS_ONE_OF(word, words);
}

bool
name_word_is_generation(struct name_word word)
{
    static const char roman[][NAME_LISTED] = { "II", "III", "IV" };
    static const char words[][NAME_LISTED] = { "jr", "sr", "jun", "sen" };

    for (size_t i = 0; i < sizeof(roman) / sizeof(roman[0]); i++)
        if (strlen(roman[i]) == word.length &&
            strncmp(roman[i], word.start, word.length) == 0)
            return true;
    return IS_ONE_OF(word, words);
}

bool
name_word_is_degree(struct name_word word)
{
    static const char degrees[][NAME_LISTED] = {
        "phd",  "ph.d",  "dphil", "mba",   "emba",  "msc", "m.sc", "bsc",
        "b.sc", "mphil", "mpa",   "md",    "m.d",   "llm", "ll.m", "llb",
        "edd",  "ed.d",  "esq",   "cpa",   "cfa",   "pmp", "hdr",  "csc",
        "drsc", "m.a",   "b.a",   "m.eng", "b.eng", "mdb", "mdl",
    };

    return IS_ONE_OF(word, degrees);
}

bool
name_word_is_sure_degree(struct name_word word)
{
    static const char degrees[][NAME_LISTED] = { "phd",  "ph.d",  "dphil", "mba",
                                                 "emba", "msc",   "m.sc",  "bsc",
                                                 "b.sc", "mphil", "llm",   "ll.m" };

    return IS_ONE_OF(word, degrees);
}

/* --- capitals */

static bool
is_prefix(const char *start, size_t length)
{
    static const char prefixes[][NAME_LISTED] = { "mc", "mac",  "fitz",  "o",   "d",
                                                  "l",  "dell", "dall",  "all", "sant",
                                                  "de", "del",  "della", "di",  "da",
                                                  "du", "le",   "la",    "van", "von",
                                                  "al", "el",   "ad",    "as" };

    return IS_ONE_OF(((struct name_word){ start, length }), prefixes);
}

/* Where small letters end and only capitals follow; 0 when there is no such place. */
size_t
name_word_prefix(struct name_word word)
{
    size_t length;
    size_t end = 0;

    for (size_t i = 0; i < word.length; i += length)
        if (letter_at(word.start + i, &length) == LETTER_SMALL &&
            strncmp(word.start + i, "ß", length) != 0)
            end = i + length;
    if (end == 0)
        return 0;
    /* with its apostrophe or hyphen */
    while (end < word.length && letter_at(word.start + end, &length) == LETTER_NONE)
        end += length;
    return end < word.length && is_prefix(word.start, end) ? end : 0;
}

bool
name_word_is_capitals(struct name_word word)
{
    size_t capitals = 0;
    size_t letters = 0;
    size_t length;

    for (size_t i = name_word_prefix(word); i < word.length; i += length) {
        enum letter_kind kind = letter_at(word.start + i, &length);

        if (word.start[i] == '.' || strncmp(word.start + i, "ª", length) == 0 ||
            (kind == LETTER_SMALL && strncmp(word.start + i, "ß", length) != 0))
            return false;
        letters += kind != LETTER_NONE;
        capitals += kind == LETTER_CAPITAL;
    }
    return capitals >= 1 && letters >= 2;
}

enum initials
name_word_initials(struct name_word word)
{
    size_t letters = 0;
    size_t length;
    bool dotted = false;
    bool vowel = false;

    for (size_t i = 0; i < word.length; i += length) {
        enum letter_kind kind = letter_at(word.start + i, &length);

        if (kind == LETTER_CAPITAL)
            letters++;
        else if (kind != LETTER_NONE)
            return INITIALS_NO;
        dotted = dotted || word.start[i] == '.';
        vowel = vowel || length > 1 || strchr("AEIOUY", word.start[i]);
    }
    if (letters == 0 || letters > 3)
        return INITIALS_NO;
    if (dotted)
        return INITIALS_SURE;
    static const char families[][NAME_LISTED] = { "ng" };
    if (letters == 1 || (letters == 2 && (vowel || IS_ONE_OF(word, families))))
        return INITIALS_MAYBE;
    return vowel ? INITIALS_NO : INITIALS_SURE;
}
