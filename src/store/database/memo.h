/* SPDX-License-Identifier: GPL-3.0-or-later */
/* memo.h - a few answers that cost much, kept while nothing in the file changes
 *
 * A list asks for the rows of a page, for what is before and after them and how many
 * there are: each statement would look up the same words again.
 */
#ifndef ATELIER_STORE_MEMO_H
#define ATELIER_STORE_MEMO_H

#include <stddef.h>
#include <stdint.h>

enum { MEMO_MOST = 4 }; /* the oldest gives its place up */

struct memo {
    struct {
        char *question;
        char *answer;
    } kept[MEMO_MOST];
    size_t next;
    int64_t version; /* PRAGMA data_version: what other connections changed */
    int64_t changes; /* of this connection */
};

/* Drops all answers unless both are as they were. */
void memo_check(struct memo *memo, int64_t version, int64_t changes);

/* NULL: not known. */
const char *memo_find(const struct memo *memo, const char *question);

/* Takes the answer, not NULL, and gives it back as it is kept. */
const char *memo_keep(struct memo *memo, const char *question, char *answer);

void memo_clear(struct memo *memo);

#endif
