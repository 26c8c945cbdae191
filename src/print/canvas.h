/* SPDX-License-Identifier: GPL-3.0-or-later */
/* canvas.h - pages of a PDF: texts that wrap and are never cut, and light lines
 *
 * Lengths are points.  While it only measures nothing is drawn, and every text tells its
 * height as when it is: who lays out a document goes over it twice, with the same code.
 */
#ifndef ATELIER_PRINT_CANVAS_H
#define ATELIER_PRINT_CANVAS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "atelier/base/error.h"
#include "atelier/domain/paper_size.h"

struct canvas_tools;

#define CANVAS_MM (72.0 / 25.4)

#define CANVAS_SHORT (PAPER_SHORT_MM * CANVAS_MM)
#define CANVAS_LONG (PAPER_LONG_MM * CANVAS_MM)

enum canvas_style {
    CANVAS_TEXT,
    CANVAS_STRONG,
    CANVAS_QUIET, /* small and grey */
    CANVAS_HEADING,
    CANVAS_LEAD, /* the office, the group */
    CANVAS_TITLE,
    CANVAS_SECTION,
    CANVAS_STYLE_COUNT
};

enum canvas_side { CANVAS_LEFT, CANVAS_RIGHT, CANVAS_MIDDLE };

struct canvas {
    double width, height;
    bool measures;   /* only */
    double scale;    /* of the fonts; 1 but for what would not fit on a page */
    const char *who; /* whom the texts are about, or NULL: the document */
    struct canvas_tools *tools;
};

struct canvas_request {
    int descriptor; /* stays the caller's */
    bool is_landscape;
    const char *title;    /* these three may be NULL */
    const char *made_at;  /* "2027-03-12T16:40:00Z" */
    const char *language; /* "fr" */
};

bool canvas_open(struct canvas *canvas, const struct canvas_request *request,
                 struct error *err);

/* How high the text is in that width.  In it a printed_mark begins and ends bold letters
 * and others; none of another kind is written.  A sign that no font has is told on
 * standard output. */
double canvas_measure(struct canvas *canvas, enum canvas_style style, const char *text,
                      double width);
/* How wide its widest word is: in less width it is broken. */
double canvas_widest_word(struct canvas *canvas, enum canvas_style style,
                          const char *text);
/* Writes it below that place, unless it only measures; NULL is nothing.  Returns its
 * height. */
double canvas_write(struct canvas *canvas, enum canvas_style style, enum canvas_side side,
                    const char *text, double x, double y, double width);

/* Writes as many of its lines as the height has room for, from `line` on, which becomes
 * the next one; CANVAS_LINES_END behind the last.  Returns how high those were. */
#define CANVAS_LINES_END SIZE_MAX
double canvas_write_lines(struct canvas *canvas, enum canvas_style style,
                          const char *text, double x, double y, double width, double room,
                          size_t *line);

enum canvas_line { CANVAS_LINE_LIGHT, CANVAS_LINE_DARK };
void canvas_draw_line(struct canvas *canvas, enum canvas_line line, double x, double y,
                      double to_x, double to_y);

/* A square of so many modules a side, row by row: those whose lowest bit is set are
 * black, without a gap between them. */
void canvas_draw_modules(struct canvas *canvas, const unsigned char *modules, int count,
                         double x, double y, double side);

/* Until it is turned back, 0, 0 is the lower right corner of that box, and all of it
 * stands on its head. */
void canvas_turn(struct canvas *canvas, double x, double y, double width, double height);
void canvas_turn_back(struct canvas *canvas);

/* A PNG, at that place or, while it only measures, nowhere; as large as both sides allow.
 * Returns how much of the width it takes, and its height.  One that cannot be read is
 * nothing: canvas_close() fails and says so. */
double canvas_draw_picture(struct canvas *canvas, const char *bytes, size_t length,
                           double x, double y, double width, double height,
                           double *own_height);

void canvas_end_page(struct canvas *canvas);

/* Writes what is left and frees it, also when that failed. */
bool canvas_close(struct canvas *canvas, struct error *err);

#endif
