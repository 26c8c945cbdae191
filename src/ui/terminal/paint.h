/* SPDX-License-Identifier: GPL-3.0-or-later */
/* paint.h - text onto cells, the only way anything reaches the screen
 *
 * Everything painted is made printable, cut and padded to whole cells here,
 * and becomes ASCII where the locale has no UTF-8; who was erased is called so in the
 * reader's language (erased_mark.h), but not where text is typed.  Nothing is sent to the
 * terminal before paint_show().
 */
#ifndef ATELIER_UI_PAINT_H
#define ATELIER_UI_PAINT_H

#include <stdbool.h>
#include <stddef.h>

#include "atelier/base/buffer.h"
#include "atelier/domain/theme.h"

/* A rectangle of the screen. */
struct area {
    int top;
    int left;
    int rows;
    int columns;
};

/* What a text is, not how it looks: terminals with and without colour differ. */
enum style {
    STYLE_PLAIN,
    STYLE_STRONG,  /* titles */
    STYLE_QUIET,   /* hints, help, what is shown but not editable */
    STYLE_BAR,     /* the selected row or answer */
    STYLE_SECTION, /* the line of sections */
    STYLE_SECTION_HERE,
    STYLE_KEY,   /* a key in the hint line */
    STYLE_HEAD,  /* heads of columns */
    STYLE_INPUT, /* where text can be typed */
    STYLE_WARNING,
    STYLE_SETTLED, /* a state: yes, it is so */
    STYLE_OPEN,    /* a state that waits for somebody */
    STYLE_ENDED,   /* a state in which nothing is to come */
    STYLE_COUNT
};

/* Paints `text` into exactly `columns` cells: cut with … or padded with blanks. */
void paint_text(int row, int column, int columns, enum style style, const char *text);
void paint_right(int row, int column, int columns, enum style style, const char *text);

/* The same with a format; the text is made printable after formatting. */
void paint_format(int row, int column, int columns, enum style style, const char *format,
                  ...) __attribute__((format(printf, 5, 6)));

/* Gives cells that are painted already another style, and leaves their text alone. */
void paint_restyle(int row, int column, int columns, enum style style);

/* Lays the bar over a row that is painted already: over all of it, or on a slow line over
 * its first `least` columns. */
void paint_row_bar(int row, int column, int columns, int least);
/* How many columns of a text are its beginning, which says enough on a slow line. */
int paint_beginning_columns(const char *text, int columns);

/* A line that carries little: a bar as wide as the screen costs it three times as much.
 */
void paint_set_slow(bool slow);
bool paint_is_slow(void);

void paint_clear(struct area area);
void paint_fill(int row, int column, int columns, enum style style);

/* A frame of lines around the area (of + - | without UTF-8; none in the plain view), its
 * inside cleared, a title in its upper edge (may be NULL). Returns the inside. */
struct area paint_box(struct area area, const char *title);

/* The area of that size in the middle of another, as much of it as there is; at its left
 * in the plain view. */
struct area paint_middle(struct area of, int rows, int columns);

/* Wraps text at blanks and line breaks; paints the lines from `skip` on while they fit
 * and returns how many lines the whole text has. */
int paint_wrapped(struct area area, int skip, enum style style, const char *text);
/* Paints the first lines, as many as the area has rows for, and returns how many. */
int paint_wrapped_top(struct area area, enum style style, const char *text);
/* The same, with "…" behind the last word where there is more. */
void paint_wrapped_cut(struct area area, enum style style, const char *text);
/* How many lines the whole text has, without painting. */
int paint_wrapped_lines(int columns, const char *text);

/* A bar of `done` out of `total`, and its figures are the caller's business: ███▌░░░░, or
 * [####----] without UTF-8.  Blank in the plain view. */
void paint_bar(int row, int column, int columns, long long done, long long total);
/* The same as the text of a cell; nothing in the plain view. */
void paint_add_bar(struct buffer *text, int columns, long long done, long long total);
/* Adds the step of a small curve for one value of those up to the most; nothing in the
 * plain view. */
void paint_add_step(struct buffer *text, long long value, long long most);

/* What the colour of that code ("#008080") looks like, in so many cells, between brackets
 * that show a dark one on a dark ground; nothing where the terminal has not that many
 * colours, or code is NULL. */
enum { PAINT_SAMPLE = 6 };
void paint_sample(int row, int column, const char *code);

/* Where the real cursor goes after everything is painted (the focused item or caret). */
void paint_cursor(int row, int column);

/* Moves the rows of an area up (lines > 0) or down, as a terminal scrolls. */
void paint_scroll(struct area area, int lines);

bool paint_is_ascii(void);
/* How many columns the text takes as it is shown: of some letters, as of œ, ASCII makes
 * two. */
int paint_width(const char *text);

/* The colours, from the next painting on.  None where there can be none: the terminal has
 * no colours, or NO_COLOR asks for none, whatever was chosen. */
void paint_set_theme(enum theme theme);
enum theme paint_theme(void); /* as it was set */
bool paint_can_colour(void);
bool paint_is_coloured(void);

/* The plain view: no lines of frames, no bars, and beside what is in a frame nothing else
 * on its rows, so that a screen reader reads it in order and a copy holds words only. */
void paint_set_plain(bool plain);
bool paint_is_plain(void);

#endif
