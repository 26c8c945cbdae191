/* SPDX-License-Identifier: GPL-3.0-or-later */
/* canvas_text.c - texts on the pages of a PDF: their fonts, how they wrap, and the signs
 * that no font has */
#include "canvas_text.h"

#include <inttypes.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "atelier/base/hash.h"
#include "atelier/base/memory.h"
#include "atelier/domain/printed_pages.h"

/* What is there of these is taken, the first first; scripts that it does not have come
 * from others. */
#define FAMILIES "Noto Sans, Liberation Sans, DejaVu Sans, Sans"
#define FAMILIES_MONO "Noto Sans Mono, Liberation Mono, DejaVu Sans Mono, Monospace"

struct canvas_font {
    double size; /* points */
    PangoWeight weight;
    double grey; /* 0: black */
};

static const struct canvas_font canvas_fonts[CANVAS_STYLE_COUNT] = {
    [CANVAS_TEXT] = { 9, PANGO_WEIGHT_NORMAL, 0.1 },
    [CANVAS_STRONG] = { 9.5, PANGO_WEIGHT_SEMIBOLD, 0 },
    [CANVAS_QUIET] = { 7.5, PANGO_WEIGHT_NORMAL, 0.42 },
    [CANVAS_HEADING] = { 8, PANGO_WEIGHT_SEMIBOLD, 0.25 },
    [CANVAS_LEAD] = { 10.5, PANGO_WEIGHT_NORMAL, 0.25 },
    [CANVAS_TITLE] = { 17, PANGO_WEIGHT_BOLD, 0 },
    [CANVAS_SECTION] = { 12.5, PANGO_WEIGHT_BOLD, 0 },
};

/* --- texts laid out */

enum { CACHE_SLOTS = 4096 };

/* A text in one style and width; the next one of its hash takes its place. */
struct laid_text {
    uint64_t hash; /* of style, side, width, size and text */
    char *text;    /* with its marks */
    PangoLayout *layout;
};

struct canvas_cache {
    struct laid_text slots[CACHE_SLOTS];
};

static void
cache_free(struct canvas_cache *cache)
{
    for (size_t i = 0; i < CACHE_SLOTS; i++)
        if (cache->slots[i].layout) {
            g_object_unref(cache->slots[i].layout);
            free(cache->slots[i].text);
        }
    free(cache);
}

/* --- fonts */

void
canvas_text_open(struct canvas_tools *tools, const char *language)
{
    tools->context = pango_cairo_create_context(tools->cairo);
    if (language)
        pango_context_set_language(tools->context, pango_language_from_string(language));
    /* No screen is meant: letters stand where they should, not at whole points. */
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(tools->context, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(tools->context, FALSE);
    /* A hyphen that is not in a name is not printed in it. */
    tools->attributes = pango_attr_list_new();
    pango_attr_list_insert(tools->attributes, pango_attr_insert_hyphens_new(FALSE));
    tools->cache = memory_new(1, sizeof(*tools->cache));
    for (size_t i = 0; i < CANVAS_STYLE_COUNT; i++) {
        PangoFontDescription *font = pango_font_description_from_string(FAMILIES);
        pango_font_description_set_weight(font, canvas_fonts[i].weight);
        tools->fonts[i] = font;
    }
}

void
canvas_text_close(struct canvas_tools *tools)
{
    for (size_t i = 0; i < CANVAS_STYLE_COUNT; i++)
        pango_font_description_free(tools->fonts[i]);
    cache_free(tools->cache);
    pango_attr_list_unref(tools->attributes);
    g_object_unref(tools->context);
}

/* --- signs that no font has */

/* Notes it; false: it was noted before. */
static bool
note_sign(struct canvas_tools *tools, uint32_t sign)
{
    for (size_t i = 0; i < tools->sign_count; i++)
        if (tools->signs[i] == sign)
            return false;
    if (tools->sign_count == SIGNS_MOST)
        return false;
    tools->signs[tools->sign_count++] = sign;
    return true;
}

/* Of a person one sign: whom it concerns counts, not how many; of the document itself
 * those that nobody has, for texts are measured with nobody in mind too. */
static void
tell_sign(struct canvas *canvas, uint32_t sign)
{
    struct canvas_tools *tools = canvas->tools;
    const bool is_new = note_sign(tools, sign);

    if (canvas->who ? canvas->who == tools->told_of || tools->told_count == TOLD_MOST
                    : !is_new)
        return;
    if (canvas->who) {
        tools->told_of = canvas->who;
        tools->told_count++;
    }
    (void)printf("! U+%04" PRIX32 " %s\n", sign, canvas->who ? canvas->who : "");
}

static void
tell_missing(struct canvas *canvas, PangoLayout *layout)
{
    PangoLayoutIter *iter = pango_layout_get_iter(layout);

    do {
        const PangoLayoutRun *run = pango_layout_iter_get_run_readonly(iter);
        for (int i = 0; run && i < run->glyphs->num_glyphs; i++) {
            const PangoGlyph glyph = run->glyphs->glyphs[i].glyph;
            if (glyph != PANGO_GLYPH_EMPTY && glyph & PANGO_GLYPH_UNKNOWN_FLAG)
                tell_sign(canvas, glyph & ~PANGO_GLYPH_UNKNOWN_FLAG);
        }
    } while (pango_layout_iter_next_run(iter));
    pango_layout_iter_free(iter);
}

/* --- texts */

/* Texts of one column begin at one side, whichever way they are written. */
static PangoAlignment
alignment(enum canvas_side side, PangoLayout *layout)
{
    const bool turned = pango_layout_get_direction(layout, 0) == PANGO_DIRECTION_RTL;

    if (side == CANVAS_MIDDLE)
        return PANGO_ALIGN_CENTER;
    return (side == CANVAS_LEFT) != turned ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT;
}

static PangoAttribute *
attribute_of(enum printed_mark mark)
{
    switch (mark) {
    case PRINTED_BOLD:
        return pango_attr_weight_new(PANGO_WEIGHT_BOLD);
    case PRINTED_ITALIC:
        return pango_attr_style_new(PANGO_STYLE_ITALIC);
    case PRINTED_MONO:
        return pango_attr_family_new(FAMILIES_MONO);
    }
    return NULL;
}

static void
end_mark(PangoAttrList *attributes, enum printed_mark mark, size_t from, size_t to)
{
    PangoAttribute *attribute = attribute_of(mark);

    attribute->start_index = (guint)from;
    attribute->end_index = (guint)to;
    pango_attr_list_insert(attributes, attribute);
}

static bool
is_mark(char c)
{
    return c >= PRINTED_BOLD && c <= PRINTED_MONO;
}

/* The text without its marks, and what they say of it. */
static void
set_marked(PangoLayout *layout, PangoAttrList *common, const char *text)
{
    PangoAttrList *attributes = pango_attr_list_copy(common);
    struct buffer plain = { 0 };
    size_t from[PRINTED_MONO + 1];
    bool is_open[PRINTED_MONO + 1] = { false };

    for (; *text; text++) {
        if (!is_mark(*text)) {
            buffer_add_char(&plain, *text);
            continue;
        }
        const enum printed_mark mark = (enum printed_mark) * text;
        if (is_open[mark])
            end_mark(attributes, mark, from[mark], plain.length);
        from[mark] = plain.length;
        is_open[mark] = !is_open[mark];
    }
    for (int mark = PRINTED_BOLD; mark <= PRINTED_MONO; mark++)
        if (is_open[mark])
            end_mark(attributes, (enum printed_mark)mark, from[mark], plain.length);
    pango_layout_set_attributes(layout, attributes);
    pango_layout_set_text(layout, buffer_text(&plain), (int)plain.length);
    pango_attr_list_unref(attributes);
    buffer_clear(&plain);
}

static PangoLayout *
lay_out(const struct canvas *canvas, enum canvas_style style, enum canvas_side side,
        const char *text, double width)
{
    PangoFontDescription *font = canvas->tools->fonts[style];
    PangoLayout *layout = pango_layout_new(canvas->tools->context);

    pango_font_description_set_absolute_size(font, canvas_fonts[style].size *
                                                       canvas->scale * PANGO_SCALE);
    pango_layout_set_font_description(layout, font);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
    if (strpbrk(text, "\1\2\3")) {
        set_marked(layout, canvas->tools->attributes, text);
    } else {
        pango_layout_set_attributes(layout, canvas->tools->attributes);
        pango_layout_set_text(layout, text, -1);
    }
    pango_layout_set_alignment(layout, alignment(side, layout));
    return layout;
}

/* Borrowed until the next one. */
static PangoLayout *
find_layout(struct canvas *canvas, enum canvas_style style, enum canvas_side side,
            const char *text, double width)
{
    const double key[] = { style, side, width, canvas->scale };
    uint64_t hash = hash_add(HASH_EMPTY, key, sizeof(key));
    hash = hash_add(hash, text, strlen(text));
    struct laid_text *laid = &canvas->tools->cache->slots[hash % CACHE_SLOTS];
    if (laid->layout && laid->hash == hash && strcmp(laid->text, text) == 0)
        return laid->layout;
    if (laid->layout)
        g_object_unref(laid->layout);
    laid->hash = hash;
    memory_replace(&laid->text, text);
    laid->layout = lay_out(canvas, style, side, text, width);
    return laid->layout;
}

static double
measure(struct canvas *canvas, enum canvas_style style, enum canvas_side side,
        const char *text, double width)
{
    if (!text || !*text)
        return 0;
    PangoLayout *layout = find_layout(canvas, style, side, text, width);
    int height = 0;
    pango_layout_get_size(layout, NULL, &height);
    if (pango_layout_get_unknown_glyphs_count(layout) > 0)
        tell_missing(canvas, layout);
    return (double)height / PANGO_SCALE;
}

double
canvas_measure(struct canvas *canvas, enum canvas_style style, const char *text,
               double width)
{
    return measure(canvas, style, CANVAS_LEFT, text, width);
}

double
canvas_widest_word(struct canvas *canvas, enum canvas_style style, const char *text)
{
    enum { UNBOUNDED = 100000 };
    double widest = 0;

    while (text && *text) {
        const size_t length = strcspn(text, " -");
        char *word = memory_copy_part(text, length);
        PangoLayout *layout = find_layout(canvas, style, CANVAS_LEFT, word, UNBOUNDED);
        PangoRectangle extents;
        pango_layout_get_extents(layout, NULL, &extents);
        if ((double)extents.width / PANGO_SCALE > widest)
            widest = (double)extents.width / PANGO_SCALE;
        free(word);
        text += length + (text[length] != '\0');
    }
    return widest;
}

double
canvas_write(struct canvas *canvas, enum canvas_style style, enum canvas_side side,
             const char *text, double x, double y, double width)
{
    const double height = measure(canvas, style, side, text, width);
    if (canvas->measures || height == 0)
        return height;
    const double grey = canvas_fonts[style].grey;
    cairo_set_source_rgb(canvas->tools->cairo, grey, grey, grey);
    cairo_move_to(canvas->tools->cairo, x, y);
    pango_cairo_show_layout(canvas->tools->cairo,
                            find_layout(canvas, style, side, text, width));
    return height;
}

double
canvas_write_lines(struct canvas *canvas, enum canvas_style style, const char *text,
                   double x, double y, double width, double room, size_t *line)
{
    int top = 0;
    int end = 0;
    size_t at = 0;
    bool more = measure(canvas, style, CANVAS_LEFT, text, width) > 0;

    if (!more) {
        *line = CANVAS_LINES_END;
        return 0;
    }
    const double grey = canvas_fonts[style].grey;
    cairo_set_source_rgb(canvas->tools->cairo, grey, grey, grey);
    PangoLayoutIter *iter =
        pango_layout_get_iter(find_layout(canvas, style, CANVAS_LEFT, text, width));
    for (; more && at < *line; at++)
        more = pango_layout_iter_next_line(iter);
    while (more) {
        PangoRectangle place;
        int begin = 0;
        int below = 0;
        pango_layout_iter_get_line_yrange(iter, &begin, &below);
        if (at == *line)
            top = end = begin;
        if ((double)(below - top) / PANGO_SCALE > room)
            break;
        end = below;
        pango_layout_iter_get_line_extents(iter, NULL, &place);
        if (!canvas->measures) {
            const int base = pango_layout_iter_get_baseline(iter) - top;
            cairo_move_to(canvas->tools->cairo, x + (double)place.x / PANGO_SCALE,
                          y + (double)base / PANGO_SCALE);
            pango_cairo_show_layout_line(canvas->tools->cairo,
                                         pango_layout_iter_get_line_readonly(iter));
        }
        at++;
        more = pango_layout_iter_next_line(iter);
    }
    pango_layout_iter_free(iter);
    *line = more ? at : CANVAS_LINES_END;
    return (double)(end - top) / PANGO_SCALE;
}
