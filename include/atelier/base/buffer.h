/* SPDX-License-Identifier: GPL-3.0-or-later */
/* buffer.h - a text that grows
 *
 * A zeroed struct is an empty buffer.  `text` is NULL until something was
 * added, afterwards always ends with a zero byte; buffer_text() is never NULL.
 */
#ifndef ATELIER_BASE_BUFFER_H
#define ATELIER_BASE_BUFFER_H

#include <stdarg.h>
#include <stddef.h>

struct buffer {
    char *text;
    size_t length;
    size_t capacity;
};

void buffer_clear(struct buffer *buffer); /* frees */
void buffer_reset(struct buffer *buffer); /* empties, keeps the memory */
/* Makes room for so many bytes more at once, where they are known to come. */
void buffer_reserve(struct buffer *buffer, size_t more);
void buffer_add(struct buffer *buffer, const char *text); /* NULL adds nothing */
void buffer_add_part(struct buffer *buffer, const char *bytes, size_t length);
void buffer_add_char(struct buffer *buffer, char byte);
void buffer_addf(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void buffer_addv(struct buffer *buffer, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));

/* Takes the byte away, where the text ends so. */
void buffer_drop_end(struct buffer *buffer, char byte);

/* Borrows; valid until the buffer changes. */
const char *buffer_text(const struct buffer *buffer);

/* Moves the text out; the caller frees it, the buffer is empty again. */
char *buffer_take(struct buffer *buffer);

#endif
