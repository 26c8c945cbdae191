/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_words.c - the words that a row is found by, as the search index holds them */
#include "search/search_words.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"

/* Before the digits of a telephone, the words of a post and the number of its category:
 * no typed word has one, as the first parts words and the others are no letters. */
#define PHONE_MARK '@'
#define POST_MARK '#'
#define CATEGORY_MARK '~'

/* Before the number of what a text lies within: a letter for private use, of which no
 * word has one. */
#define WITHIN_MARK "\xEE\x80\x80"

/* So many letters of a word has search_text a list for (0031-reports-searched.sql). */
enum { TEXT_LETTERS_MOST = 10 };

/* An e-mail is found by each of its parts, so they are words here. */
static bool
parts_words(char byte)
{
    return byte == ' ' || byte == PHONE_MARK || byte == '.' || byte == '"';
}

bool
search_words_next(const char **text, struct search_word *word)
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
letter_length(const struct search_word *word)
{
    size_t length = 1;

    while (length < word->length && !text_begins_character(word->start[length]))
        length++;
    return length;
}

/* The first letter of the word as another character: one for private use, as far
 * behind U+F0000 as the letter is behind zero.  The few letters for which there is none
 * stay as they are. */
static void
add_letter(struct buffer *buffer, const struct search_word *word)
{
    const size_t length = letter_length(word);
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
}

/* The word, with another character for its first letter. */
static void
add_marked(struct buffer *buffer, const struct search_word *word)
{
    const size_t length = letter_length(word);

    add_letter(buffer, word);
    buffer_add_part(buffer, word->start + length, word->length - length);
}

static int
compare_words(const void *a, const void *b)
{
    const struct search_word *left = a;
    const struct search_word *right = b;
    const size_t common = left->length < right->length ? left->length : right->length;
    const int order = memcmp(left->start, right->start, common);
    if (order != 0)
        return order;
    return (left->length > right->length) - (left->length < right->length);
}

static bool
begins(const struct search_word *word, const struct search_word *with)
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

/* A value in every spelling by which people look for it. */
static void
add_spellings(struct buffer *folded, const char *value)
{
    if (!value || *value == '\0')
        return;
    buffer_add_char(folded, ' ');
    fold_add(folded, value);
    buffer_add_char(folded, ' ');
    fold_add_second(folded, value);
    add_parted(folded, value);
}

void
search_words_add(struct search_words *words, const char *value)
{
    add_spellings(&words->folded, value);
}

void
search_words_add_post(struct search_words *words, const char *function, int64_t category)
{
    add_spellings(&words->posts, function);
    if (category != 0) /* with a mark behind it too: 1 does not begin 12 */
        buffer_addf(&words->categories, " %" PRId64 "%c", category, CATEGORY_MARK);
}

static void
add_as_phone(struct buffer *buffer, const struct search_word *word)
{
    buffer_add_char(buffer, PHONE_MARK);
    buffer_add_part(buffer, word->start, word->length);
}

/* No letter of it is that of a name: whoever looks for the middle of one does not come
 * upon it. */
static void
add_as_post(struct buffer *buffer, const struct search_word *word)
{
    struct search_word rest = *word;

    buffer_add_char(buffer, POST_MARK);
    while (rest.length > 0) {
        const size_t length = letter_length(&rest);
        add_letter(buffer, &rest);
        rest.start += length;
        rest.length -= length;
    }
}

static void
add_as_category(struct buffer *buffer, const struct search_word *word)
{
    buffer_add_char(buffer, CATEGORY_MARK);
    buffer_add_part(buffer, word->start, word->length);
}

struct word_list {
    struct search_word *items;
    size_t count;
    size_t capacity;
};

static void
list_words(const char *text, size_t most, struct word_list *list)
{
    struct search_word word;

    while (list->count < most && search_words_next(&text, &word)) {
        list->items = memory_grow(list->items, &list->capacity, list->count + 1,
                                  sizeof list->items[0]);
        list->items[list->count++] = word;
    }
}

/* The distinct words of the text, each as add() writes it. */
static void
write_words(const char *text, size_t most,
            void (*add)(struct buffer *buffer, const struct search_word *word),
            struct buffer *buffer)
{
    struct word_list list = { 0 };

    list_words(text, most, &list);
    if (list.count > 0)
        qsort(list.items, list.count, sizeof list.items[0], compare_words);
    for (size_t i = 0; i < list.count; i++) {
        if (i + 1 < list.count && begins(&list.items[i + 1], &list.items[i]))
            continue;
        buffer_add(buffer, "  ");
        add(buffer, &list.items[i]);
    }
    free(list.items);
}

void
search_words_write(const struct search_words *words, struct buffer *buffer)
{
    write_words(buffer_text(&words->folded), SEARCH_WORD_MOST, add_marked, buffer);
    write_words(buffer_text(&words->phones), SEARCH_WORD_MOST, add_as_phone, buffer);
    write_words(buffer_text(&words->posts), SEARCH_WORD_MOST, add_as_post, buffer);
    write_words(buffer_text(&words->categories), SEARCH_WORD_MOST, add_as_category,
                buffer);
}

void
search_words_clear(struct search_words *words)
{
    buffer_clear(&words->folded);
    buffer_clear(&words->phones);
    buffer_clear(&words->posts);
    buffer_clear(&words->categories);
}

static void
add_as_it_is(struct buffer *buffer, const struct search_word *word)
{
    buffer_add_part(buffer, word->start, word->length);
}

static void
add_as_within(struct buffer *buffer, const struct search_word *word)
{
    buffer_add(buffer, WITHIN_MARK);
    buffer_add_part(buffer, word->start, strcspn(word->start, "~"));
}

void
search_words_write_text(const struct search_words *words, struct buffer *buffer)
{
    write_words(buffer_text(&words->folded), SIZE_MAX, add_as_it_is, buffer);
    write_words(buffer_text(&words->categories), SIZE_MAX, add_as_within, buffer);
}

bool
search_words_cover(const char *all, const char *some)
{
    struct search_word wanted;
    while (search_words_next(&some, &wanted)) {
        const char *rest = all;
        struct search_word word;
        bool found = false;
        while (!found && search_words_next(&rest, &word))
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
    const struct search_word word = { .start = text, .length = length };
    const size_t characters = text_count_characters(text, length);

    buffer_add(buffer, characters == 1 ? "\"  " : characters == 2 ? "\" " : "\"");
    add_marked(buffer, &word);
    buffer_add_char(buffer, '"');
}

void
search_words_match_phone(const char *digits, struct buffer *buffer)
{
    const struct search_word word = { .start = digits, .length = strlen(digits) };

    buffer_add(buffer, word.length == 1 ? "\" " : "\"");
    add_as_phone(buffer, &word);
    buffer_add_char(buffer, '"');
}

void
search_words_match_post(const char *text, struct buffer *buffer)
{
    const struct search_word word = { .start = text, .length = strlen(text) };

    buffer_add(buffer, text_count_characters(text, word.length) == 1 ? "\" " : "\"");
    add_as_post(buffer, &word);
    buffer_add_char(buffer, '"');
}

void
search_words_match_category(int64_t category, struct buffer *buffer)
{
    buffer_addf(buffer, "\"%c%" PRId64 "%c\"", CATEGORY_MARK, category, CATEGORY_MARK);
}

bool
search_words_match_text(const struct search_word *word, struct buffer *buffer)
{
    size_t length = 0;
    size_t letters = 0;

    while (length < word->length)
        if (text_begins_character(word->start[length]) && letters++ == TEXT_LETTERS_MOST)
            break;
        else
            length++;
    buffer_add_char(buffer, '"');
    buffer_add_part(buffer, word->start, length);
    buffer_add(buffer, "\"*");
    return length == word->length;
}

void
search_words_match_within(int64_t within, struct buffer *buffer)
{
    buffer_addf(buffer, "\"" WITHIN_MARK "%" PRId64 "\"", within);
}
