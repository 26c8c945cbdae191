/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fold_rank.h - how well a name fits what somebody types: one order for everything that
 * is found by typing
 *
 * A typed letter never puts a worse fit above a better one.
 */
#ifndef ATELIER_BASE_FOLD_RANK_H
#define ATELIER_BASE_FOLD_RANK_H

enum fold_rank {
    FOLD_RANK_BEGINS, /* the name begins with the whole text */
    FOLD_RANK_WORDS,  /* each word typed begins a word of the name */
    FOLD_RANK_IN,     /* each word typed is somewhere in the name */
    FOLD_RANK_AROUND, /* ... in the name or what stands around it */
    FOLD_RANK_NONE
};

/* All three are folds (fold.h); `around` may be NULL. */
enum fold_rank fold_rank(const char *name, const char *around, const char *typed);

#endif
