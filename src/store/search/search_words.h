/* SPDX-License-Identifier: GPL-3.0-or-later */
/* search_words.h - the words that a row is found by, as the search index holds them
 *
 * Words are folded, so that accents and case do not matter.  Each stands after two
 * spaces, and its first letter is another character than the same letter further on:
 * three characters then tell a word's beginning from its middle, and one trigram of the
 * index finds all that begins with `m`, with `mu` or with `mul`.
 *
 * The digits of a telephone stand after an `@`, which parts what is typed: whoever may
 * not read telephones does not find anybody by one (rule 13).
 *
 * The words of a post stand after a `#`, in such other characters alone, and the category
 * of its organisation, as a number, between two `~`: lists ask for them, pickers and what
 * looks for the same person do not. What a category is called is not in the index, so
 * that another name for it costs no row anything.
 */
#ifndef ATELIER_STORE_SEARCH_WORDS_H
#define ATELIER_STORE_SEARCH_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "atelier/base/buffer.h"

/* Longer words are cut, further ones left out: what is pasted by mistake must
 * not fill the index. */
enum { SEARCH_WORD_BYTES = 48, SEARCH_WORD_MOST = 64, SEARCH_TYPED_MOST = 8 };

/* A part of a text. */
struct search_word {
    const char *start;
    size_t length;
};

struct search_words {
    struct buffer folded;
    struct buffer phones;     /* digits */
    struct buffer posts;      /* folded */
    struct buffer categories; /* numbers */
};

/* Adds the words of a value in every spelling by which people look for it:
 * `muller` and `mueller`, `obrien` and `brien`.  NULL adds nothing. */
void search_words_add(struct search_words *words, const char *value);

/* Adds what somebody does at an organisation, and the category of that; NULL and 0: none.
 */
void search_words_add_post(struct search_words *words, const char *function,
                           int64_t category);

/* Writes the distinct words in order; one that begins another is left out,
 * for whoever types it finds the longer one. */
void search_words_write(const struct search_words *words, struct buffer *buffer);

void search_words_clear(struct search_words *words);

/* The same for search_text: all distinct words, and the categories as what the text lies
 * within. */
void search_words_write_text(const struct search_words *words, struct buffer *buffer);

/* Whether every word of `some` begins a word of `all`; both as written above. */
bool search_words_cover(const char *all, const char *some);

/* Adds the FTS5 expression for a folded word, or the beginning of one; it holds no quote.
 */
void search_words_match_beginning(const char *text, size_t length, struct buffer *buffer);

/* The same for the digits of a telephone, a word of a post, and a category. */
void search_words_match_phone(const char *digits, struct buffer *buffer);
void search_words_match_post(const char *text, struct buffer *buffer);
void search_words_match_category(int64_t category, struct buffer *buffer);

/* The same for search_text, of a word of a text, of which it has the first letters only;
 * false when that is not all of it.  And for what the text lies within. */
bool search_words_match_text(const struct search_word *word, struct buffer *buffer);
void search_words_match_within(int64_t within, struct buffer *buffer);

/* The next word at or after *text, cut to what the index holds; false at the end. */
bool search_words_next(const char **text, struct search_word *word);

#endif
