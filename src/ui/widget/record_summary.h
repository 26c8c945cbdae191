/* SPDX-License-Identifier: GPL-3.0-or-later */
/* record_summary.h - what is known of a record, in the lines above the list that belongs
 * to it */
#ifndef ATELIER_UI_RECORD_SUMMARY_H
#define ATELIER_UI_RECORD_SUMMARY_H

#include "atelier/domain/entity.h"
#include "screen.h"

struct record_summary {
    char **items;
    size_t count;
    size_t capacity;
    int rows; /* on the screen; 0: not drawn since something was added */
};

/* Adds the fields that are not empty: "E-mail a.mueller@example.org". */
void record_summary_add_fields(struct record_summary *facts, struct ui *ui,
                               const struct entity *entity, const void *record,
                               const char *const *names, size_t count);
/* Adds one in its own words.  An empty one begins a new line. */
void record_summary_add(struct record_summary *facts, const char *text);
/* Adds a translated label before what follows: "Chair ", in the plain view "Chair: ". */
void record_summary_label(const char *label, struct buffer *text);
void record_summary_clear(struct record_summary *facts);

/* Draws as many facts to a line as fit, and a line that is empty; gives what is left for
 * the list, which keeps its first rows: where there is little room, only the first facts
 * are drawn.  `fresh`: nothing of it is on the screen. */
struct area record_summary_draw(struct record_summary *facts, struct area area,
                                bool fresh);

#endif
