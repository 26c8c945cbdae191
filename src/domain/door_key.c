/* SPDX-License-Identifier: GPL-3.0-or-later */
/* door_key.c - whether somebody at the door is meant by what is typed */
#include "atelier/domain/door_key.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/buffer.h"
#include "atelier/base/fold.h"
#include "atelier/base/memory.h"

enum { FOLD_COUNT = sizeof(((struct door_key *)0)->folds) / sizeof(char *) };

/* --- letters */

/* A letter or digit has a bit of its own; whatever else shares the others. */
enum { DIGITS_FROM = 26, OTHERS_FROM = 36, LETTER_BITS = 64, PAIR_FACTOR = 37 };

static bool
has_own_bit(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
}

static unsigned
letter_number(char letter)
{
    const unsigned byte = (unsigned char)letter;

    if (byte >= 'a' && byte <= 'z')
        return byte - 'a';
    if (byte >= '0' && byte <= '9')
        return DIGITS_FROM + (byte - '0');
    return OTHERS_FROM + byte % (LETTER_BITS - OTHERS_FROM);
}

static uint64_t
letter_bit(char letter)
{
    return (uint64_t)1 << letter_number(letter);
}

static uint64_t
pair_bit(char letter, char next)
{
    const unsigned pair = letter_number(letter) * PAIR_FACTOR + letter_number(next);

    return (uint64_t)1 << pair % LETTER_BITS;
}

/* Of so many bytes of a fold; a space ends a word, and is of no pair. */
static void
add_letters(const char *fold, size_t length, uint64_t *letters, uint64_t *pairs)
{
    for (size_t i = 0; i < length; i++)
        if (fold[i] != ' ') {
            *letters |= letter_bit(fold[i]);
            if (i + 1 < length && fold[i + 1] != ' ')
                *pairs |= pair_bit(fold[i], fold[i + 1]);
        }
}

static void
note_letters(struct door_key *key)
{
    struct door_letters *letters = &key->letters;

    for (size_t i = 0; i < FOLD_COUNT; i++)
        if (key->folds[i]) {
            const char *fold = key->folds[i];

            add_letters(fold, strlen(fold), &letters->name, &letters->name_pairs);
            letters->first |= letter_bit(fold[0]);
            for (const char *at = fold; *at; at++)
                if (*at != ' ' && (at == fold || at[-1] == ' '))
                    letters->words |= letter_bit(*at);
        }
    add_letters(key->around, strlen(key->around), &letters->around,
                &letters->around_pairs);
}

/* --- who is to be found */

static char *
fold_two(const char *first, const char *second)
{
    struct buffer text = { 0 };

    buffer_addf(&text, "%s %s", first ? first : "", second ? second : "");
    char *fold = fold_copy(buffer_text(&text));
    buffer_clear(&text);
    return fold;
}

static char *
fold_otherwise(const char *family, const char *given)
{
    struct buffer text = { 0 };
    struct buffer fold = { 0 };

    buffer_addf(&text, "%s %s", family, given ? given : "");
    const bool differs = fold_add_second(&fold, buffer_text(&text));
    buffer_clear(&text);
    if (differs)
        return buffer_take(&fold);
    buffer_clear(&fold);
    return NULL;
}

void
door_key_init(struct door_key *key, const char *family, const char *given,
              const char *organisation, const char *function)
{
    *key = (struct door_key){
        .folds = { fold_two(family, given), fold_two(given, family),
                   fold_otherwise(family, given) },
        .around = fold_two(organisation, function),
    };
    note_letters(key);
}

void
door_key_clear(struct door_key *key)
{
    for (size_t i = 0; i < FOLD_COUNT; i++)
        free(key->folds[i]);
    free(key->around);
    *key = (struct door_key){ 0 };
}

/* --- what is typed */

void
door_typed_init(struct door_typed *typed, const char *fold)
{
    size_t capacity = 0;

    *typed = (struct door_typed){ .fold = fold,
                                  .length = strlen(fold),
                                  .first = fold[0] ? letter_bit(fold[0]) : 0 };
    for (const char *at = fold + strspn(fold, " "); *at; at += strspn(at, " ")) {
        typed->words = memory_grow(typed->words, &capacity, typed->word_count + 1,
                                   sizeof(*typed->words));
        struct door_word *word = &typed->words[typed->word_count++];
        *word = (struct door_word){ .text = at, .length = strcspn(at, " ") };
        word->is_letter = word->length == 1 && has_own_bit(*at);
        add_letters(at, word->length, &word->letters, &word->pairs);
        typed->pairs |= word->pairs;
        at += word->length;
    }
    typed->is_letter = typed->length == 1 && has_own_bit(fold[0]);
}

void
door_typed_clear(struct door_typed *typed)
{
    free(typed->words);
    *typed = (struct door_typed){ 0 };
}

/* --- one and the other */

static bool
name_begins(const struct door_key *key, const struct door_typed *typed)
{
    if (typed->length == 0)
        return true;
    if (typed->first & ~key->letters.first || typed->pairs & ~key->letters.name_pairs)
        return false;
    for (size_t i = 0; i < FOLD_COUNT; i++)
        if (key->folds[i] && key->folds[i][0] == typed->fold[0] &&
            strncmp(key->folds[i], typed->fold, typed->length) == 0)
            return true;
    return false;
}

/* As strstr() finds it, which takes longer to begin than these texts to look through. */
static const char *
find_word(const char *text, const struct door_word *word)
{
    for (const char *at = text; *at; at++) {
        size_t same = 0;

        while (same < word->length && at[same] == word->text[same])
            same++;
        if (same == word->length)
            return at;
    }
    return NULL;
}

static enum fold_rank
rank_in_fold(const char *fold, const struct door_word *word)
{
    enum fold_rank rank = FOLD_RANK_NONE;

    for (const char *at = fold ? find_word(fold, word) : NULL; at;
         at = find_word(at + 1, word)) {
        if (at == fold || at[-1] == ' ')
            return FOLD_RANK_WORDS;
        rank = FOLD_RANK_IN;
    }
    return rank;
}

static enum fold_rank
rank_of_letter(const struct door_letters *letters, uint64_t letter)
{
    return letter & letters->words    ? FOLD_RANK_WORDS
           : letter & letters->name   ? FOLD_RANK_IN
           : letter & letters->around ? FOLD_RANK_AROUND
                                      : FOLD_RANK_NONE;
}

/* Letters or pairs that are missing spare the search: most texts have not all. */
static enum fold_rank
rank_of_word(const struct door_key *key, const struct door_word *word,
             enum fold_rank least)
{
    const struct door_letters *letters = &key->letters;
    enum fold_rank rank = FOLD_RANK_NONE;

    if (word->is_letter)
        return rank_of_letter(letters, word->letters);
    if (least != FOLD_RANK_AROUND && !(word->letters & ~letters->name) &&
        !(word->pairs & ~letters->name_pairs)) {
        const enum fold_rank second = rank_in_fold(key->folds[2], word);
        rank = rank_in_fold(key->folds[0], word);
        rank = second < rank ? second : rank;
    }
    if (rank == FOLD_RANK_NONE && !(word->letters & ~letters->around) &&
        !(word->pairs & ~letters->around_pairs) && find_word(key->around, word))
        rank = FOLD_RANK_AROUND;
    return rank;
}

enum fold_rank
door_key_rank(const struct door_key *key, const struct door_typed *typed,
              enum fold_rank least)
{
    enum fold_rank worst = FOLD_RANK_WORDS;

    if (typed->is_letter)
        return typed->first & key->letters.first
                   ? FOLD_RANK_BEGINS
                   : rank_of_letter(&key->letters, typed->first);
    if (least == FOLD_RANK_BEGINS && name_begins(key, typed))
        return FOLD_RANK_BEGINS;
    for (size_t i = 0; i < typed->word_count && worst != FOLD_RANK_NONE; i++) {
        const enum fold_rank rank = rank_of_word(
            key, &typed->words[i], typed->word_count == 1 ? least : FOLD_RANK_BEGINS);
        worst = rank > worst ? rank : worst;
    }
    return worst;
}
