/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wire_reader.h - the records of what is to be printed, whichever document it is
 *
 * See printed_wire.h for what they look like.
 */
#ifndef ATELIER_DOMAIN_WIRE_READER_H
#define ATELIER_DOMAIN_WIRE_READER_H

#include <stdint.h>

#include "atelier/base/buffer.h"
#include "atelier/base/error.h"

/* In every document: the next text of what was begun, the end, and bytes of the logo,
 * which are no text. */
enum { WIRE_NEXT = '+', WIRE_END = '.', WIRE_BYTES = '#' };

enum { WIRE_NEXT_MOST = 32 }; /* texts behind the first of a record */

struct wire_reader {
    const char *at;
    size_t left;
    size_t text_most; /* bytes of one text */
    char letter;
    const char *text;
    size_t length;
    /* Where the texts of what was begun go; NULL behind the last. */
    char **next[WIRE_NEXT_MOST + 1];
    size_t next_at;
};

/* Adds a record; NULL is the empty text. */
void wire_put(struct buffer *wire, char letter, const char *text);
void wire_put_number(struct buffer *wire, char letter, int64_t number);
/* Of none nothing is added. */
void wire_put_bytes(struct buffer *wire, const struct buffer *bytes);

/* Whether the bytes have that first line. */
bool wire_begins(const char *bytes, size_t length, const char *line);

/* Begins behind that first line, which is there. */
struct wire_reader wire_start(const char *bytes, size_t length, const char *line);

/* The next record. */
bool wire_read(struct wire_reader *reader, struct error *err);

/* The record's text; one of no byte is NULL. */
void wire_take(const struct wire_reader *reader, char **text);
void wire_take_bytes(const struct wire_reader *reader, struct buffer *bytes);
/* Where its next ones go, until NULL; of none of them anything is expected. */
void wire_expect(struct wire_reader *reader, char **const *next, size_t count);
/* Of a record WIRE_NEXT. */
bool wire_take_next(struct wire_reader *reader, struct error *err);
bool wire_take_number(const struct wire_reader *reader, int64_t most, int64_t *number,
                      struct error *err);

/* Both false: it is no whole document, or more than one may hold. */
bool wire_refuse(struct error *err);
bool wire_refuse_much(struct error *err);

#endif
