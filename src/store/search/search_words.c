/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_words.c - the words that a row is found by, as the search index holds them */
#include "search/search_words.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/text.h"
#include "search/search_joined.h"

struct word {
    const char *start;
    size_t length;
};

/* Before the digits of a telephone: no typed word has one, as it parts words. */
#define PHONE_MARK '@'

/* An e-mail is found by each of its parts, so they are words here. */
static bool
parts_words(char byte)
{
    return byte == ' ' || byte == PHONE_MARK || byte == '.' || byte == '"';
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
        while (!text_begins_character(word->start[word->length]))
            word->length--;
    }
    return word->length > 0;
}

static size_t
first_letter_length(const struct word *word)
{
    size_t length = 1;

    while (length < word->length && !text_begins_character(word->start[length]))
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

static void
add_as_phone(struct buffer *buffer, const struct word *word)
{
    buffer_add_char(buffer, PHONE_MARK);
    buffer_add_part(buffer, word->start, word->length);
}

/* The distinct words of the text, each as add() writes it. */
static void
write_words(const char *text, void (*add)(struct buffer *buffer, const struct word *word),
            struct buffer *buffer)
{
    size_t count = 0;
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
        add(buffer, &list[i]);
    }
}

void
search_words_write(const struct search_words *words, struct buffer *buffer)
{
    write_words(buffer_text(&words->folded), add_marked, buffer);
    write_words(buffer_text(&words->phones), add_as_phone, buffer);
}

void
search_words_clear(struct search_words *words)
{
    buffer_clear(&words->folded);
    buffer_clear(&words->phones);
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
    const size_t characters = text_count_characters(text, length);

    buffer_add(buffer, characters == 1 ? "\"  " : characters == 2 ? "\" " : "\"");
    add_marked(buffer, &word);
    buffer_add_char(buffer, '"');
}

/* The words that were typed, and one telephone or name that is written otherwise. */
struct typed {
    struct word words[SEARCH_TYPED_MOST];
    size_t count;
    size_t ways; /* that were added */
    bool by_phone;
};

static void
begin_way(struct typed *typed, struct buffer *buffer)
{
    buffer_add(buffer, typed->ways++ > 0 ? " OR (" : "(");
}

static bool
is_number(const struct buffer *word)
{
    const char *text = buffer_text(word);

    return text[strspn(text, "0123456789")] == '\0';
}

static void
match_phone(const char *digits, struct buffer *buffer)
{
    const struct word word = { .start = digits, .length = strlen(digits) };

    buffer_add(buffer, word.length == 1 ? "\" " : "\"");
    add_as_phone(buffer, &word);
    buffer_add_char(buffer, '"');
}

/* Saint-Just is typed stjust, St Clair saintclair; Sainte in the same way.  Alone, the
 * words find what begins with them. */
static bool
add_other_saint(const struct typed *typed, const struct buffer *word,
                struct buffer *other)
{
    static const char *const saints[] = { "saint", "st" };
    const char *text = buffer_text(word);

    for (size_t i = 0; i < 2; i++) {
        const size_t length = strlen(saints[i]);
        if (strncmp(text, saints[i], length) != 0 ||
            (typed->count == 1 && strlen(text + length) < 3))
            continue;
        buffer_addf(other, "%s%s", saints[1 - i], text + length);
        return true;
    }
    return false;
}

static void
match_name(const struct typed *typed, const struct buffer *word, struct buffer *buffer)
{
    struct buffer other = { 0 };

    if (add_other_saint(typed, word, &other)) {
        buffer_add_char(buffer, '(');
        search_words_match_beginning(buffer_text(&other), other.length, buffer);
        buffer_add(buffer, " OR ");
        search_words_match_beginning(buffer_text(word), word->length, buffer);
        buffer_add_char(buffer, ')');
    } else {
        search_words_match_beginning(buffer_text(word), word->length, buffer);
    }
    buffer_clear(&other);
}

/* Digits may be a word of a name, or begin a telephone. */
static void
match_word(const struct typed *typed, const struct buffer *word, struct buffer *buffer)
{
    const bool either = typed->by_phone && is_number(word);

    buffer_add(buffer, either ? "(" : "");
    match_name(typed, word, buffer);
    if (either) {
        buffer_add(buffer, " OR ");
        match_phone(buffer_text(word), buffer);
        buffer_add_char(buffer, ')');
    }
}

/* All the words; the one at `joined` and the next as one. */
static void
add_way(struct typed *typed, size_t joined, struct buffer *buffer)
{
    begin_way(typed, buffer);
    for (size_t i = 0; i < typed->count; i++) {
        struct buffer word = { 0 };
        buffer_add_part(&word, typed->words[i].start, typed->words[i].length);
        if (i == joined) {
            i++;
            buffer_add_part(&word, typed->words[i].start, typed->words[i].length);
        }
        match_word(typed, &word, buffer);
        buffer_add(buffer, i + 1 < typed->count ? " AND " : "");
        buffer_clear(&word);
    }
    buffer_add_char(buffer, ')');
}

static void
add_number(struct typed *typed, const char *digits, struct buffer *buffer)
{
    begin_way(typed, buffer);
    match_phone(digits, buffer);
    buffer_add_char(buffer, ')');
}

/* A telephone in one piece, without the zero before it, and without its country. */
static void
add_numbers(struct typed *typed, const char *text, struct buffer *buffer)
{
    struct buffer digits = { 0 };

    if (search_joined_digits(text, &digits)) {
        const char *whole = buffer_text(&digits);
        add_number(typed, whole, buffer);
        if (whole[0] == '0' && whole[1])
            add_number(typed, whole + 1, buffer);
        if (digits.length > SEARCH_NATIONAL_DIGITS)
            add_number(typed, whole + digits.length - SEARCH_NATIONAL_DIGITS, buffer);
    }
    buffer_clear(&digits);
}

bool
search_words_match(const char *text, bool by_phone, struct buffer *buffer)
{
    enum { JOINED_MOST = 3 };
    if (!text)
        return false;
    struct buffer folded = { 0 };
    fold_add(&folded, text);
    const char *at = buffer_text(&folded);
    struct typed typed = { .by_phone = by_phone };
    while (typed.count < SEARCH_TYPED_MOST && next_word(&at, &typed.words[typed.count]))
        typed.count++;
    if (typed.count > 0) {
        add_way(&typed, SIZE_MAX, buffer);
        for (size_t i = 0; i + 1 < typed.count && typed.count <= JOINED_MOST; i++)
            add_way(&typed, i, buffer);
        if (by_phone)
            add_numbers(&typed, text, buffer);
    }
    buffer_clear(&folded);
    return typed.count > 0;
}
