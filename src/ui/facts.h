/* SPDX-License-Identifier: GPL-3.0-or-later */
/* facts.h - what is known of a record, in the lines above the list that belongs to it */
#ifndef ATELIER_UI_FACTS_H
#define ATELIER_UI_FACTS_H

#include "atelier/domain/entity.h"
#include "screen.h"

struct facts {
    char **items;
    size_t count;
    size_t capacity;
};

/* Adds the fields that are not empty: "E-mail a.mueller@example.org". */
void facts_add_fields(struct facts *facts, struct ui *ui, const struct entity *entity,
                      const void *record, const char *const *names, size_t count);
/* Adds one in its own words.  An empty one begins a new line. */
void facts_add(struct facts *facts, const char *text);
void facts_clear(struct facts *facts);

/* Draws as many facts to a line as fit, and a line that is empty; gives what is left for
 * the list: all, when that would be too little. */
struct area facts_draw(const struct facts *facts, struct area area);

#endif
