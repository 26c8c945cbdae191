/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_words.c - the words that a row is found by, as the search index holds them */
#include "search/search_words.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"

struct word {
    const char *start;
    size_t length;
};

/* An e-mail is found by each of its parts, so they are words here. */
static bool
parts_words(char byte)
{
    return byte == ' ' || byte == '@' || byte == '.' || byte == '"';
}

static bool
continues_character(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* The next word at or after *text, cut to what the index holds; false at the end. */
static bool
next_word(const char **text, struct word *word)
{
    const char *at = *text;
    while (*at != '\0' && parts_words(*at))
        at++;
    word->start = at;
    while (*at != '\0' && !parts_words(*at))
        at++;
    word->length = (size_t)(at - word->start);
    *text = at;
    if (word->length > SEARCH_WORD_BYTES) {
        word->length = SEARCH_WORD_BYTES;
        while (continues_character(word->start[word->length]))
            word->length--;
    }
    return word->length > 0;
}

static size_t
first_letter_length(const struct word *word)
{
    size_t length = 1;

    while (length < word->length && continues_character(word->start[length]))
        length++;
    return length;
}

/*
 * The word, with another character for its first letter: one for private use, as far
 * behind U+F0000 as the letter is behind zero.  The few letters for which there is none
 * stay as they are.
 */
static void
add_marked(struct buffer *buffer, const struct word *word)
{
    const size_t length = first_letter_length(word);
    uint32_t point = (unsigned char)word->start[0];

    if (length == 2)
        point &= 0x1F;
    else if (length == 3)
        point &= 0x0F;
    for (size_t i = 1; i < length; i++)
        point = point << 6 | ((unsigned char)word->start[i] & 0x3F);
    if (length <= 3) {
        buffer_add_char(buffer, (char)0xF3);
        buffer_add_char(buffer, (char)(0xB0 | (point >> 12 & 0x0F)));
        buffer_add_char(buffer, (char)(0x80 | (point >> 6 & 0x3F)));
        buffer_add_char(buffer, (char)(0x80 | (point & 0x3F)));
    } else {
        buffer_add_part(buffer, word->start, length);
    }
    buffer_add_part(buffer, word->start + length, word->length - length);
}

static int
compare_words(const void *a, const void *b)
{
    const struct word *left = a;
    const struct word *right = b;
    const size_t common = left->length < right->length ? left->length : right->length;
    const int order = memcmp(left->start, right->start, common);
    if (order != 0)
        return order;
    return (left->length > right->length) - (left->length < right->length);
}

static bool
begins(const struct word *word, const struct word *with)
{
    return word->length >= with->length &&
           memcmp(word->start, with->start, with->length) == 0;
}

/* U+2019 and U+02BC are typed as often as the apostrophe of ASCII. */
static size_t
apostrophe_length(const char *text)
{
    if (*text == '\'')
        return 1;
    if (strncmp(text, "\xE2\x80\x99", 3) == 0 || strncmp(text, "\xE2\x80\x98", 3) == 0)
        return 3;
    return strncmp(text, "\xCA\xBC", 2) == 0 ? 2 : 0;
}

/* "d’agglomération" folds to one word; French looks for the second half of it. */
static void
add_parted(struct buffer *folded, const char *value)
{
    struct buffer parted = { 0 };
    bool found = false;
    for (const char *at = value; *at != '\0';) {
        const size_t length = apostrophe_length(at);
        found = found || length > 0;
        if (length > 0)
            buffer_add_char(&parted, ' ');
        else
            buffer_add_char(&parted, *at);
        at += length > 0 ? length : 1;
    }
    if (found) {
        buffer_add_char(folded, ' ');
        fold_add(folded, buffer_text(&parted));
    }
    buffer_clear(&parted);
}

void
search_words_add(struct search_words *words, const char *value)
{
    if (!value || *value == '\0')
        return;
    struct buffer *folded = &words->folded;
    buffer_add_char(folded, ' ');
    fold_add(folded, value);
    buffer_add_char(folded, ' ');
    fold_add_second(folded, value);
    add_parted(folded, value);
}

void
search_words_write(const struct search_words *words, struct buffer *buffer)
{
    size_t count = 0;
    const char *text = buffer_text(&words->folded);
    struct word list[SEARCH_WORD_MOST];
    while (count < SEARCH_WORD_MOST && next_word(&text, &list[count]))
        count++;
    if (count == 0)
        return;
    qsort(list, count, sizeof list[0], compare_words);
    for (size_t i = 0; i < count; i++) {
        if (i + 1 < count && begins(&list[i + 1], &list[i]))
            continue;
        buffer_add(buffer, "  ");
        add_marked(buffer, &list[i]);
    }
}

void
search_words_clear(struct search_words *words)
{
    buffer_clear(&words->folded);
}

bool
search_words_cover(const char *all, const char *some)
{
    struct word wanted;
    while (next_word(&some, &wanted)) {
        const char *rest = all;
        struct word word;
        bool found = false;
        while (!found && next_word(&rest, &word))
            found = begins(&word, &wanted);
        if (!found)
            return false;
    }
    return true;
}

/* A trigram needs three characters: the spaces lend them. */
void
search_words_match_beginning(const char *text, size_t length, struct buffer *buffer)
{
    const struct word word = { .start = text, .length = length };
    size_t characters = 0;

    for (size_t i = 0; i < length; i++)
        characters += continues_character(text[i]) ? 0 : 1;
    buffer_add(buffer, characters == 1 ? "\"  " : characters == 2 ? "\" " : "\"");
    add_marked(buffer, &word);
    buffer_add_char(buffer, '"');
}

bool
search_words_match(const char *typed, struct buffer *buffer)
{
    if (!typed)
        return false;
    struct buffer folded = { 0 };
    fold_add(&folded, typed);
    const char *text = buffer_text(&folded);
    struct word word;
    size_t count = 0;
    while (count < SEARCH_TYPED_MOST && next_word(&text, &word)) {
        buffer_add(buffer, count > 0 ? " AND " : "");
        search_words_match_beginning(word.start, word.length, buffer);
        count++;
    }
    buffer_clear(&folded);
    return count > 0;
}
