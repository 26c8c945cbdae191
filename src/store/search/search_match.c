/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_match.c - what a person typed, as an expression of the search index */
#include "search/search_match.h"

#include <stdint.h>
#include <string.h>

#include "atelier/base/fold.h"
#include "atelier/domain/erased_mark.h"
#include "search/search_phone.h"
#include "search/search_words.h"

/* The words that were typed, and one telephone or name that is written otherwise. */
struct typed {
    struct search_word words[SEARCH_TYPED_MOST];
    size_t count;
    size_t ways; /* that were added */
    const struct search_ways *as;
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

/* Who was erased is found by the word of any language. */
static void
match_name(const struct typed *typed, const struct buffer *word, struct buffer *buffer)
{
    struct buffer other = { 0 };
    const char *marks[ERASED_MARK_OTHERS];
    const bool is_saint = add_other_saint(typed, word, &other);
    const size_t count = erased_mark_others(buffer_text(word), marks);

    buffer_add(buffer, is_saint || count > 0 ? "(" : "");
    if (is_saint) {
        search_words_match_beginning(buffer_text(&other), other.length, buffer);
        buffer_add(buffer, " OR ");
    }
    for (size_t i = 0; i < count; i++) {
        search_words_match_beginning(marks[i], strlen(marks[i]), buffer);
        buffer_add(buffer, " OR ");
    }
    search_words_match_beginning(buffer_text(word), word->length, buffer);
    buffer_add(buffer, is_saint || count > 0 ? ")" : "");
    buffer_clear(&other);
}

/* What somebody does, or the category of where: the word begins a word of it. */
static void
match_post(const struct search_category_list *categories, const struct buffer *word,
           struct buffer *buffer)
{
    buffer_add(buffer, " OR ");
    search_words_match_post(buffer_text(word), buffer);
    for (size_t i = 0; i < categories->count; i++)
        if (search_category_is_called(&categories->items[i], buffer_text(word))) {
            buffer_add(buffer, " OR ");
            search_words_match_category(categories->items[i].id, buffer);
        }
}

/* Digits may be a word of a name, or begin a telephone. */
static void
match_word(const struct typed *typed, const struct buffer *word, struct buffer *buffer)
{
    const bool is_phone = typed->as->by_phone && is_number(word);
    const bool either = is_phone || typed->as->by_post;

    buffer_add(buffer, either ? "(" : "");
    match_name(typed, word, buffer);
    if (is_phone) {
        buffer_add(buffer, " OR ");
        search_words_match_phone(buffer_text(word), buffer);
    }
    if (typed->as->by_post)
        match_post(typed->as->by_post, word, buffer);
    buffer_add(buffer, either ? ")" : "");
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
    search_words_match_phone(digits, buffer);
    buffer_add_char(buffer, ')');
}

/* A telephone in one piece, without the zero before it, and without its country. */
static void
add_numbers(struct typed *typed, const char *text, struct buffer *buffer)
{
    struct buffer digits = { 0 };

    if (search_phone_digits(text, &digits)) {
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
search_match(const char *text, const struct search_ways *as, struct buffer *buffer)
{
    enum { JOINED_MOST = 3 };
    if (!text)
        return false;
    struct buffer folded = { 0 };
    fold_add(&folded, text);
    const char *at = buffer_text(&folded);
    struct typed typed = { .as = as };
    while (typed.count < SEARCH_TYPED_MOST &&
           search_words_next(&at, &typed.words[typed.count]))
        typed.count++;
    if (typed.count > 0) {
        add_way(&typed, SIZE_MAX, buffer);
        for (size_t i = 0; i + 1 < typed.count && typed.count <= JOINED_MOST; i++)
            add_way(&typed, i, buffer);
        if (as->by_phone)
            add_numbers(&typed, text, buffer);
    }
    buffer_clear(&folded);
    return typed.count > 0;
}
