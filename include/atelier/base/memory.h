/* SPDX-License-Identifier: GPL-3.0-or-later */
/* memory.h - memory that is there, or the program ends
 *
 * Running out of memory says so in one line on standard error and ends the
 * program with exit status 5 through exit(3), so that what atexit(3) holds (the
 * terminal's restoration) still runs.  None of these return NULL.
 */
#ifndef ATELIER_BASE_MEMORY_H
#define ATELIER_BASE_MEMORY_H

#include <stddef.h>

/* Says these words, a whole line, without allocating, and ends the program as above. */
_Noreturn void memory_end(const char *words);

/* Zeroed memory for count items of size bytes; free(3) releases it. */
void *memory_new(size_t count, size_t size);

/* Makes room for at least `needed` items in a growing array, at least
 * doubling.  `*capacity` counts items and is updated.  New items are zeroed. */
void *memory_grow(void *items, size_t *capacity, size_t needed, size_t size);

/* Gives back the room of a grown array that its `count` items do not need. */
void *memory_fit(void *items, size_t *capacity, size_t count, size_t size);

/* A copy that the caller frees; NULL for NULL. */
char *memory_copy(const char *text);
char *memory_copy_part(const char *text, size_t length);

/* Frees *slot and puts a copy of text (or NULL) there. */
void memory_replace(char **slot, const char *text);

/* Has the system make ready at once what is allocated next, up to so many bytes: that
 * takes half of what it takes page by page, as each is first touched. */
void memory_prepare(size_t size);

#endif
