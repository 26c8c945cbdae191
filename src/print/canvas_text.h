/* SPDX-License-Identifier: GPL-3.0-or-later */
/* canvas_text.h - texts on the pages of a PDF, for canvas.c alone; what writes them is in
 * canvas.h */
#ifndef ATELIER_PRINT_CANVAS_TEXT_H
#define ATELIER_PRINT_CANVAS_TEXT_H

#include <cairo.h>
#include <pango/pango.h>

#include "canvas.h"

struct canvas_cache;

/* Told of those without a glyph: signs of the document itself, and people. */
enum { SIGNS_MOST = 400, TOLD_MOST = 400 };

struct canvas_tools {
    cairo_surface_t *surface;
    cairo_t *cairo;
    PangoContext *context;
    PangoAttrList *attributes;
    struct canvas_cache *cache; /* few texts are drawn that were not measured */
    PangoFontDescription *fonts[CANVAS_STYLE_COUNT];
    int descriptor;
    int why_broken;             /* errno of what could not be written, or 0 */
    uint32_t signs[SIGNS_MOST]; /* without a glyph, told already */
    size_t sign_count;
    const char *told_of; /* the person that one was told of last */
    size_t told_count;
    cairo_surface_t *picture; /* the one of the document, once it was drawn */
    bool is_picture_broken;
};

/* The fonts, for texts of that language; NULL: of any. */
void canvas_text_open(struct canvas_tools *tools, const char *language);
void canvas_text_close(struct canvas_tools *tools);

#endif
