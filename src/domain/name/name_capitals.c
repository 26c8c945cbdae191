/* SPDX-License-Identifier: GPL-3.0-or-later */
/* name_capitals.c - names in capitals, or in small letters, as they are usually written
 */
#include <stdlib.h>
#include <string.h>

#include "atelier/base/letter.h"
#include "atelier/base/memory.h"
#include "atelier/domain/person_name.h"
#include "name/name_word.h"

enum { LETTERS_OF_MC = 5 };

/* A Greek sigma at the end of a word has a form of its own. */
static bool
is_last_sigma(const char *letter, size_t length, const char *end)
{
    size_t next;

    return strncmp(letter, "Σ", length) == 0 &&
           (letter + length >= end || letter_at(letter + length, &next) == LETTER_NONE);
}

/* Two letters that are capital together, or a second beginning: IJssel, McDonald. */
static size_t
double_beginning(struct name_word word, size_t at)
{
    const char *start = word.start + at;
    size_t left = word.length - at;

    if (left > 2 && strncmp(start, "IJ", 2) == 0)
        return 2;
    if (left >= LETTERS_OF_MC && strncmp(start, "MC", 2) == 0)
        return 3;
    return 0;
}

static void
add_usual(struct name_word word, struct buffer *text)
{
    size_t prefix = name_word_prefix(word);
    size_t length;
    size_t capitals = 0; /* bytes that stay capital */
    bool begins = true;

    buffer_add_part(text, word.start, prefix);
    for (size_t i = prefix; i < word.length; i += length) {
        const char *letter = word.start + i;
        enum letter_kind kind = letter_at(letter, &length);

        if (begins && kind == LETTER_CAPITAL)
            capitals = i + double_beginning(word, i);
        if (kind == LETTER_CAPITAL &&
            is_last_sigma(letter, length, word.start + word.length) && !begins)
            buffer_add(text, "ς");
        else if (begins || (i < capitals && *letter != 'C'))
            buffer_add_part(text, letter, length);
        else
            letter_add_small(text, letter);
        begins = kind == LETTER_NONE;
    }
}

static bool
is_capital_word(struct name_word word, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(words[i]) == word.length &&
            strncmp(words[i], word.start, word.length) == 0)
            return true;
    return false;
}

#define IS_WORD(WORD, LIST) is_capital_word(WORD, LIST, sizeof(LIST) / sizeof((LIST)[0]))

/* De la Tour, van der Meer: a particle before a family name is written small, and an
 * article behind it.  Le Goff and La Fontaine are not. */
static bool
is_small_in(const struct name_words *words, size_t i)
{
    static const char *const particles[] = { "DE",  "DU", "DES", "DOS", "VAN", "VON",
                                             "VOM", "ZU", "ZUM", "ZUR", "DEN" };
    static const char *const behind[] = { "LA",  "L'",  "L’",  "LAS", "LOS", "LES",
                                          "DER", "DEN", "HET", "TER", "DEM", "'T" };

    if (i + 1 >= words->count)
        return false;
    const struct name_word *word = &words->items[i];
    if (IS_WORD(*word, particles))
        return true;
    return i > 0 && IS_WORD(word[-1], particles) && IS_WORD(*word, behind);
}

static void
add_small(struct name_word word, struct buffer *text)
{
    size_t length;
    for (size_t i = 0; i < word.length; i += length) {
        (void)letter_at(word.start + i, &length);
        letter_add_small(text, word.start + i);
    }
}

/* D’Amico, D’Antoni, D’Andrea: Italian names keep the capital, and end otherwise than
 * those of France.  Ornano lies in Corsica. */
static bool
is_italian(const char *name, size_t length)
{
    static const char *const vowels[] = { "ALTAVILLA", "ANDREA", "AQUILA",
                                          "AURIA",     "ELIA",   "ERAMO",
                                          "ERRICA",    "ISA",    "OVIDIA" };
    static const char *const french[] = { "ORNANO" };
    const struct name_word word = { name, length };

    if (name[length - 1] == 'O' || name[length - 1] == 'I')
        return !IS_WORD(word, french);
    return IS_WORD(word, vowels);
}

/* The D’ of D’ORMESSON, in bytes. */
static size_t
elided(struct name_word word)
{
    static const char *const signs[] = { "D'", "D’" };
    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
        if (word.length > strlen(signs[i]) + 1 &&
            strncmp(signs[i], word.start, strlen(signs[i])) == 0)
            return is_italian(word.start + strlen(signs[i]),
                              word.length - strlen(signs[i]))
                       ? 0
                       : strlen(signs[i]);
    return 0;
}

static void
add_elided(struct name_word word, size_t length, struct buffer *text)
{
    buffer_add_char(text, 'd');
    buffer_add_part(text, word.start + 1, length - 1);
    add_usual((struct name_word){ word.start + length, word.length - length }, text);
}

static char *
usual_capitals(const char *name, bool is_given)
{
    struct name_words words;
    struct buffer text = { 0 };
    name_words_find(&words, name);
    for (size_t i = 0; i < words.count; i++) {
        struct name_word word = words.items[i];

        buffer_add(&text, i > 0 ? " " : "");
        if (!is_given && is_small_in(&words, i))
            add_small(word, &text);
        else if (!name_word_is_capitals(word) || name_word_is_generation(word) ||
                 (is_given && name_word_initials(word) != INITIALS_NO))
            buffer_add_part(&text, word.start, word.length);
        else if (!is_given && elided(word))
            add_elided(word, elided(word), &text);
        else
            add_usual(word, &text);
    }
    return buffer_take(&text);
}

/* In capitals, if it begins with a small letter and has no capital: jean-pierre, as
 * somebody typed in haste; else NULL. */
static char *
raised(const char *name)
{
    struct buffer text = { 0 };
    size_t length = 0;
    bool is_small = *name && letter_at(name, &length) == LETTER_SMALL;

    for (const char *at = name; is_small && *at; at += length) {
        is_small = letter_at(at, &length) != LETTER_CAPITAL;
        letter_add_capital(&text, at);
    }
    if (is_small)
        return buffer_take(&text);
    buffer_clear(&text);
    return NULL;
}

/* The letters of a name, those capital that are it in its usual form: a small letter may
 * have no way back from its capital, as in Yıldız. */
static char *
raise_as(const char *name, const char *usual)
{
    struct buffer text = { 0 };
    size_t length;
    size_t usual_length;

    for (; *name && *usual; name += length, usual += usual_length) {
        const bool is_capital = letter_at(usual, &usual_length) == LETTER_CAPITAL;
        (void)letter_at(name, &length);
        buffer_add_part(&text, is_capital ? usual : name,
                        is_capital ? usual_length : length);
    }
    return buffer_take(&text);
}

static void
take_usual_capitals(char **name, bool is_given)
{
    if (!*name)
        return;
    char *capitals = raised(*name);
    char *usual = usual_capitals(capitals ? capitals : *name, is_given);
    if (capitals) {
        char *raised_name = raise_as(*name, usual);
        free(usual);
        usual = raised_name;
    }
    free(capitals);
    free(*name);
    *name = usual;
}

void
person_name_usual_capitals(struct person_name *name)
{
    take_usual_capitals(&name->family, false);
    take_usual_capitals(&name->given, true);
}
