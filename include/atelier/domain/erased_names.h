/* SPDX-License-Identifier: GPL-3.0-or-later */
/* erased_names.h - the names of somebody who is erased, found and replaced in any text
 *
 * By whole words, accents and case aside, in either order: “Anna Müller”, “MULLER Anna”,
 * “Müller, Anna”.
 */
#ifndef ATELIER_DOMAIN_ERASED_NAMES_H
#define ATELIER_DOMAIN_ERASED_NAMES_H

#include <stdbool.h>

#include "atelier/base/buffer.h"

struct erased_name {
    char *fold;
    bool capital; /* one word alone, found only where it begins with a capital */
};

/* Starts as zeros. */
struct erased_names {
    struct erased_name *items;
    size_t count;
    size_t capacity;
    size_t longest; /* in bytes of its fold */
};
void erased_names_clear(struct erased_names *names);

/* Both together, in either order. */
void erased_names_add_full(struct erased_names *names, const char *family,
                           const char *given);
/* The family name alone, where nobody else has it. */
void erased_names_add_alone(struct erased_names *names, const char *family);
/* An e-mail, a telephone. */
void erased_names_add_text(struct erased_names *names, const char *text);

/* Whether one of them may be in the text: quick, and true for more than is replaced. */
bool erased_names_may_be_in(const struct erased_names *names, const char *text);

/* Adds the text with `word` for each of them; false and nothing added: there is none. */
bool erased_names_replace(const struct erased_names *names, const char *text,
                          const char *word, struct buffer *replaced);

#endif
