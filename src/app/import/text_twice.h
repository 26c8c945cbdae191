/* SPDX-License-Identifier: GPL-3.0-or-later */
/* text_twice.h - letters that were encoded twice: UTF-8 that a program took for
 * Windows-1252 and wrote as UTF-8 again, DurÃ©
 */
#ifndef ATELIER_APP_TEXT_TWICE_H
#define ATELIER_APP_TEXT_TWICE_H

#include "import/table_kind.h"

/* How many were undone, and the first of them. */
struct text_twice {
    int64_t undone;
    struct buffer before, after;
};
void text_twice_clear(struct text_twice *twice);

/* Adds a text as it was before the second encoding; false, and nothing is added, when it
 * was encoded once, or does not become cleaner as a whole.  Its controls, which nobody
 * stores, go with it. */
bool text_twice_undo(struct text_twice *twice, const char *text, size_t length,
                     struct buffer *undone);

/* Says once what was undone. */
void text_twice_note(const struct text_twice *twice, struct table_file *file);

/* Undoes it between the signs that part the cells of a text file, unless a person chose
 * how letters are written; *text, from *start on, is exchanged for the result. */
bool text_twice_mend(struct table_file *file, struct spool **text, uint64_t *start,
                     struct error *err);

#endif
