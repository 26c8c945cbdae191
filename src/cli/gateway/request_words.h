/* SPDX-License-Identifier: GPL-3.0-or-later */
/* request_words.h - what was typed behind `ssh HOST`, cut into words
 *
 * The client joins its words by blanks and ssh hands them on as one text.  Blanks part
 * words; '...', "..." and \ keep them together as in a shell.  Nothing else means
 * anything: $, *, ~, ;, | and > are letters.
 */
#ifndef ATELIER_CLI_REQUEST_WORDS_H
#define ATELIER_CLI_REQUEST_WORDS_H

#include "atelier/base/error.h"

enum { REQUEST_BYTES_MOST = 8192 };

enum request_fault {
    REQUEST_FINE,
    REQUEST_UNFINISHED, /* a quote without its end, or a \ at the end */
    REQUEST_CONTROL,    /* a line end or another control character */
    REQUEST_LONG
};

struct request_words {
    char **words; /* behind room for one before them; NULL ends them */
    int count;
    enum request_fault fault;
};

/* Reads the text, NULL for none, without a word to anybody: no language is known yet. */
void request_words_init(struct request_words *words, const char *text);

/* Says what was wrong with it: ERROR_INPUT, false. */
bool request_words_refuse(const struct request_words *words, struct error *err);

void request_words_clear(struct request_words *words);

#endif
