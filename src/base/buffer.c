/* SPDX-License-Identifier: GPL-3.0-or-later */
/* buffer.c - a text that grows */
#include "atelier/base/buffer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/memory.h"

/* An allocator gives as much for less. */
enum { LEAST = 16 };

/* What is formatted is nearly always shorter. */
enum { SHORT = 256 };

void
buffer_reserve(struct buffer *buffer, size_t more)
{
    if (more < buffer->capacity - buffer->length) /* one byte is for the zero */
        return;
    const size_t needed = buffer->length + more + 1;
    buffer->text =
        memory_grow(buffer->text, &buffer->capacity, needed > LEAST ? needed : LEAST, 1);
}

void
buffer_clear(struct buffer *buffer)
{
    free(buffer->text);
    *buffer = (struct buffer){ 0 };
}

void
buffer_reset(struct buffer *buffer)
{
    buffer->length = 0;
    if (buffer->text)
        buffer->text[0] = '\0';
}

void
buffer_add(struct buffer *buffer, const char *text)
{
    if (text)
        buffer_add_part(buffer, text, strlen(text));
}

void
buffer_add_part(struct buffer *buffer, const char *bytes, size_t length)
{
    buffer_reserve(buffer, length);
    memcpy(buffer->text + buffer->length, bytes, length);
    buffer->length += length;
    buffer->text[buffer->length] = '\0';
}

void
buffer_add_char(struct buffer *buffer, char byte)
{
    buffer_reserve(buffer, 1);
    buffer->text[buffer->length++] = byte;
    buffer->text[buffer->length] = '\0';
}

void
buffer_addf(struct buffer *buffer, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    buffer_addv(buffer, format, arguments);
    va_end(arguments);
}

void
buffer_addv(struct buffer *buffer, const char *format, va_list arguments)
{
    char text[SHORT];
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(text, SHORT, format, arguments);
    if (length > 0 && length < SHORT) {
        buffer_add_part(buffer, text, (size_t)length);
    } else if (length > 0) {
        buffer_reserve(buffer, (size_t)length);
        (void)vsnprintf(buffer->text + buffer->length, (size_t)length + 1, format, again);
        buffer->length += (size_t)length;
    }
    va_end(again);
}

void
buffer_drop_end(struct buffer *buffer, char byte)
{
    if (buffer->length > 0 && buffer->text[buffer->length - 1] == byte)
        buffer->text[--buffer->length] = '\0';
}

const char *
buffer_text(const struct buffer *buffer)
{
    return buffer->text ? buffer->text : "";
}

char *
buffer_take(struct buffer *buffer)
{
    char *text = buffer->text ? buffer->text : memory_copy("");
    *buffer = (struct buffer){ 0 };
    return text;
}
