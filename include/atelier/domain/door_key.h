/* SPDX-License-Identifier: GPL-3.0-or-later */
/* door_key.h - what somebody at the door is found by: the folds of a name and of what
 * stands around it, and which letters they have
 *
 * A letter typed is answered for everybody who is expected, so that what can be told
 * from the letters alone never looks at the texts.
 */
#ifndef ATELIER_DOMAIN_DOOR_KEY_H
#define ATELIER_DOMAIN_DOOR_KEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "atelier/base/fold_rank.h"

/* Which letters stand there, a bit each, and which pairs of them, of which some share a
 * bit. */
struct door_letters {
    uint64_t first; /* of the folds of the name */
    uint64_t words; /* first in a word of it */
    uint64_t name;
    uint64_t around; /* in what stands around it */
    uint64_t name_pairs;
    uint64_t around_pairs;
};

struct door_key {
    struct door_letters letters;
    char *folds[3]; /* of the name: family name first, given name first, second fold */
    char *around;   /* fold of organisation and function */
};

/* A word of what was typed, borrowed, and what a text has to have for it. */
struct door_word {
    const char *text;
    size_t length;
    uint64_t letters;
    uint64_t pairs;
    bool is_letter; /* one, which has a bit of its own */
};

struct door_typed {
    const char *fold; /* borrowed */
    size_t length;
    uint64_t first; /* its first letter; 0: none */
    uint64_t pairs;
    bool is_letter; /* and nothing else */
    struct door_word *words;
    size_t word_count;
};

/* Each may be NULL but the family name. */
void door_key_init(struct door_key *key, const char *family, const char *given,
                   const char *organisation, const char *function);
void door_key_clear(struct door_key *key);

/* Of a fold (fold.h), which has to outlive it. */
void door_typed_init(struct door_typed *typed, const char *fold);
void door_typed_clear(struct door_typed *typed);

/*
 * How well it fits, as fold_rank() says it of one name: given names first changes only
 * where the name begins, and a word typed may be of any fold.  It is not better than
 * `least`, the rank of a text that this one goes on from: what that missed is not looked
 * for again.  FOLD_RANK_BEGINS is that of no text.
 */
enum fold_rank door_key_rank(const struct door_key *key, const struct door_typed *typed,
                             enum fold_rank least);

#endif
