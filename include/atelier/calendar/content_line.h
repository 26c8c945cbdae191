/* SPDX-License-Identifier: GPL-3.0-or-later */
/* content_line.h - lines of iCalendar text (RFC 5545 section 3.1)
 *
 *     content_line_start(out, "DTSTART");
 *     content_line_parameter(out, "TZID", "Europe/Paris");
 *     content_line_local_time(out, start);
 *     content_line_end(out);
 *
 * A property is put together, then folded and sent to a sink.  Whatever the
 * texts hold, what comes out is sound: UTF-8, no control characters, no line
 * over 75 octets, no cut inside a character.  Memory does not grow with the
 * number of lines.
 */
#ifndef ATELIER_CALENDAR_CONTENT_LINE_H
#define ATELIER_CALENDAR_CONTENT_LINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "atelier/base/buffer.h"
#include "atelier/base/civil.h"

/* Where the bytes go.  `write` returns false to stop. */
struct ics_sink {
    bool (*write)(void *context, const char *bytes, size_t length);
    void *context;
};

/* A sink that adds to a buffer. */
struct ics_sink ics_sink_to_buffer(struct buffer *buffer);

/* The stream of lines; zeroed apart from the sink it is ready. */
struct content_line {
    struct ics_sink sink;
    struct buffer line;   /* the property being put together */
    size_t value;         /* where its value begins, 0 before that */
    struct buffer output; /* folded, not yet sent */
    bool failed;          /* the sink refused; everything after is dropped */
};

void content_line_init(struct content_line *out, struct ics_sink sink);
void content_line_clear(struct content_line *out);

/* Sends what is held back; false when the sink refused, now or before. */
bool content_line_flush(struct content_line *out);

void content_line_start(struct content_line *out, const char *name);

/* Quoted when needed, `"`, `^` and line breaks as RFC 6868 says.  An empty
 * value adds nothing. */
void content_line_parameter(struct content_line *out, const char *name,
                            const char *value);

/* A parameter that is a constant, also a list of constants: `VIDEO,AUDIO`. */
void content_line_word_parameter(struct content_line *out, const char *name,
                                 const char *word);

/* The value, by its kind; one that cannot be told (no such day, an absent
 * instant) adds nothing.  Line breaks stay in a text and become blanks in
 * one_line; several calls of these two make a comma list.  A word is a
 * constant and taken as it is.  Digits have zeros before them up to their width. */
void content_line_text(struct content_line *out, const char *text);
void content_line_one_line(struct content_line *out, const char *text);
void content_line_word(struct content_line *out, const char *word);
void content_line_number(struct content_line *out, int64_t number);
void content_line_digits(struct content_line *out, int64_t number, size_t width);
void content_line_local_time(struct content_line *out, struct local_time time);
void content_line_date(struct content_line *out, struct date date);
void content_line_instant(struct content_line *out, instant at); /* UTC, with a Z */

/* A URI; what a URI may not hold is percent-encoded.  Without a scheme it is
 * none and adds nothing. */
void content_line_uri(struct content_line *out, const char *uri);

/* The same without a comma or a semicolon: Radicale takes what stands behind one in
 * CONFERENCE for another value, and loses it. */
void content_line_plain_uri(struct content_line *out, const char *uri);

/*
 * The same URI, with small hex digits where it matters: python-icalendar, khal and
 * xandikos read %2C, %3A, %3B and %5C in any value as the character, and the link
 * leads elsewhere.  They leave %2c alone, and for everybody else the two are one.
 */
void uri_add_small_hex(struct buffer *buffer, const char *uri);

/* Ends the property.  One without a value is dropped: `DESCRIPTION:` alone
 * is an error to some readers. */
void content_line_end(struct content_line *out);

/* A property with a constant value, in one call: BEGIN:VEVENT. */
void content_line_put(struct content_line *out, const char *name, const char *word);

/* The whole property of RFC 7986; nothing when it is not a name of CSS3. */
void content_line_colour(struct content_line *out, const char *colour);

#endif
