/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wire_reader.c - the records of what is to be printed, whichever document it is
 */
#include "print/wire_reader.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/printed_office.h"
#include "atelier/domain/printed_sheet.h"

/* --- writing */

void
wire_put(struct buffer *wire, char letter, const char *text)
{
    const size_t length = text ? strlen(text) : 0;

    buffer_addf(wire, "%c%zu:", letter, length);
    buffer_add_part(wire, text ? text : "", length);
}

void
wire_put_number(struct buffer *wire, char letter, int64_t number)
{
    char text[24];

    (void)snprintf(text, sizeof(text), "%" PRId64, number);
    wire_put(wire, letter, text);
}

void
wire_put_bytes(struct buffer *wire, const struct buffer *bytes)
{
    if (bytes->length == 0)
        return;
    buffer_addf(wire, "%c%zu:", WIRE_BYTES, bytes->length);
    buffer_add_part(wire, buffer_text(bytes), bytes->length);
}

/* --- reading */

bool
wire_refuse(struct error *err)
{
    return error_set(err, ERROR_INPUT,
                     _("What came to be printed is not whole; try again."));
}

bool
wire_refuse_much(struct error *err)
{
    return error_set(err, ERROR_INPUT, _("That is too much for one document."));
}

bool
wire_begins(const char *bytes, size_t length, const char *line)
{
    return length >= strlen(line) && memcmp(bytes, line, strlen(line)) == 0;
}

struct wire_reader
wire_start(const char *bytes, size_t length, const char *line)
{
    return (struct wire_reader){ .at = bytes + strlen(line),
                                 .left = length - strlen(line),
                                 .text_most = PRINTED_TEXT_MOST };
}

bool
wire_read(struct wire_reader *reader, struct error *err)
{
    if (reader->left == 0)
        return wire_refuse(err);
    reader->letter = *reader->at++;
    reader->left--;
    const bool is_text = reader->letter != WIRE_BYTES;
    const size_t most = is_text ? reader->text_most : PRINTED_LOGO_MOST;
    size_t length = 0;
    bool has_digit = false;
    while (reader->left > 0 && *reader->at >= '0' && *reader->at <= '9') {
        length = length * 10 + (size_t)(*reader->at - '0');
        if (length > most)
            return wire_refuse_much(err);
        has_digit = true;
        reader->at++;
        reader->left--;
    }
    if (!has_digit || reader->left == 0 || *reader->at != ':' ||
        length > reader->left - 1 || (is_text && !text_is_valid(reader->at + 1, length)))
        return wire_refuse(err);
    reader->text = reader->at + 1;
    reader->length = length;
    reader->at += length + 1;
    reader->left -= length + 1;
    return true;
}

void
wire_take(const struct wire_reader *reader, char **text)
{
    free(*text);
    *text = reader->length > 0 ? memory_copy_part(reader->text, reader->length) : NULL;
}

void
wire_take_bytes(const struct wire_reader *reader, struct buffer *bytes)
{
    buffer_reset(bytes);
    buffer_add_part(bytes, reader->text, reader->length);
}

void
wire_expect(struct wire_reader *reader, char **const *next, size_t count)
{
    for (size_t i = 0; i <= WIRE_NEXT_MOST; i++)
        reader->next[i] = i < count ? next[i] : NULL;
    reader->next_at = 0;
}

bool
wire_take_next(struct wire_reader *reader, struct error *err)
{
    char **text = reader->next[reader->next_at];

    if (!text)
        return wire_refuse(err);
    wire_take(reader, text);
    reader->next_at++;
    return true;
}

bool
wire_take_number(const struct wire_reader *reader, int64_t most, int64_t *number,
                 struct error *err)
{
    int64_t value = 0;

    for (size_t i = 0; i < reader->length; i++) {
        if (reader->text[i] < '0' || reader->text[i] > '9')
            return wire_refuse(err);
        value = value * 10 + (reader->text[i] - '0');
        if (value > most)
            return wire_refuse_much(err);
    }
    *number = value;
    return true;
}
