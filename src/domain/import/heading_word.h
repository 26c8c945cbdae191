/* SPDX-License-Identifier: GPL-3.0-or-later */
/* heading_word.h - the words of headings that we know, found by their first word */
#ifndef ATELIER_DOMAIN_HEADING_WORD_H
#define ATELIER_DOMAIN_HEADING_WORD_H

#include <stddef.h>
#include <stdint.h>

#include "atelier/domain/import.h"

/* heading_word.def says what each of them means. */
enum heading_role {
    ROLE_FIELD,
    ROLE_WHOLE,
    ROLE_PART,
    ROLE_ALONE,
    ROLE_LESS,
    ROLE_NAME,
    ROLE_ELSE,
    ROLE_MEET,
    ROLE_ASK,
    ROLE_ASIDE,
    ROLE_COMES,
    ROLE_SENDS,
    ROLE_WHO,
    ROLE_SPARE,
    ROLE_FILL,
    ROLE_WHICH,
    ROLE_SAYS,
    ROLE_HOST
};

/* A line of heading_word.def. */
/* How long its words are at most, with the end of the text. */
enum { HEADING_WORDS_SIZE = 36 };

struct heading_line {
    char words[HEADING_WORDS_SIZE]; /* no pointer, which would move at each start */
    enum import_target target;
    enum heading_role role;
};

extern const struct heading_line heading_lines[];
extern const size_t heading_line_count;

/* The end of the lines that begin with the same word. */
enum { HEADING_NO_LINE = UINT16_MAX };

enum { HEADING_LINES_MOST = 4096, HEADING_PLACES = 2048 };

/* Where the lines of each first word are.  It is made for many headings at once, and
 * allocates nothing. */
struct heading_words {
    uint16_t first[HEADING_PLACES];
    uint16_t next[HEADING_LINES_MOST];
};

void heading_words_init(struct heading_words *words);

/* The first line that begins with the word that stands here, and the next one, in the
 * order of the lines; or HEADING_NO_LINE.  *length is how long the word is. */
size_t heading_line_first(const struct heading_words *words, const char *word,
                          size_t *length);
size_t heading_line_next(const struct heading_words *words, size_t line);

#endif
