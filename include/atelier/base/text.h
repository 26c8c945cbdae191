/* SPDX-License-Identifier: GPL-3.0-or-later */
/* text.h - UTF-8 text: is it sound, is it safe, how wide is it, where may it be cut
 *
 * The one place that knows Unicode (through utf8proc) and the width of a
 * character on a terminal: texts come from people and files, so no byte of them may reach
 * a terminal as a command, and no accent or wide character may shift a column.
 */
#ifndef ATELIER_BASE_TEXT_H
#define ATELIER_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "atelier/base/buffer.h"

/* Whether the bytes are well-formed UTF-8 without a zero byte. */
bool text_is_valid(const char *bytes, size_t length);

/*
 * What may be stored: NFC, no control characters, no bidirectional or
 * invisible format characters (ZWJ and ZWNJ stay: scripts need them), bad bytes become
 * U+FFFD, white space at both ends goes and runs of it become one space.
 * text_tidy_lines() keeps line breaks (as '\n') and tabs become spaces;
 * text_tidy_indented() keeps the blanks too by which a line stands to the right, a tab as
 * four: Markdown means something by them.  The caller frees; never NULL; may be "".
 */
char *text_tidy(const char *text);
char *text_tidy_bytes(const char *bytes, size_t length);
char *text_tidy_lines(const char *text);
char *text_tidy_indented(const char *text);

/* Whether all of it comes before U+0300, the first mark that joins a letter: such text is
 * NFC as it is.  False for bad bytes too. */
bool text_is_below_marks(const char *text);

/* Whether a character begins at that byte, for it continues none; and how many begin in
 * so many bytes. */
static inline bool
text_begins_character(char byte)
{
    return ((unsigned char)byte & 0xC0) != 0x80;
}
size_t text_count_characters(const char *text, size_t length);

/* Whether nothing but white space is in it; NULL is blank. */
bool text_is_blank(const char *text);

/* Adds text so that a terminal can take no byte of it as a command: each
 * control, format or bad byte becomes `?`; a line break becomes a space. */
void text_add_printable(struct buffer *buffer, const char *text);

/* Adds JSON that was made already so that a terminal can take no byte of it as a command:
 * each control or format character in its strings becomes an escape, which reads as the
 * same character, and each bad byte U+FFFD. */
void text_add_json(struct buffer *buffer, const char *json);

/* Columns on a terminal; wide characters count two, combining marks none. */
size_t text_width(const char *text);

/* Adds text cut to `columns` with "…" at its end when it does not fit (or
 * "." when ascii is true), padded with spaces to exactly `columns` when pad is true. */
void text_add_cut(struct buffer *buffer, const char *text, size_t columns, bool pad,
                  bool ascii);

/* Adds what is said beside something: " (Paris)"; where it has brackets itself ", Paris
 * (3)". */
void text_add_aside(struct buffer *buffer, const char *text);

/* Byte offset of the next / previous grapheme boundary; stays at the ends. */
size_t text_next(const char *text, size_t offset);
size_t text_previous(const char *text, size_t offset);

/* Bytes of the longest prefix that fits the columns, at a grapheme boundary. */
size_t text_prefix(const char *text, size_t columns);

/* A printable stand-in in ASCII, for a terminal or locale without UTF-8:
 * é becomes e, ł l, œ oe; what has none becomes `?`. */
void text_add_ascii(struct buffer *buffer, const char *text);

/* Wraps at blanks to `columns`; calls line() for each line.  A word longer
 * than a line is cut, behind a sign like @ or . where there is one. */
void text_wrap(const char *text, size_t columns,
               void (*line)(void *context, const char *start, size_t length),
               void *context);

#endif
