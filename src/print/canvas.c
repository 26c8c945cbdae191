/* SPDX-License-Identifier: GPL-3.0-or-later */
/* canvas.c - pages of a PDF: texts that wrap and are never cut, and light lines */
#include "canvas.h"

#include <cairo-pdf.h>
#include <cairo.h>
#include <errno.h>
#include <inttypes.h>
#include <pango/pango.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "atelier/base/hash.h"
#include "atelier/base/language.h"
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

/* --- what cairo writes */

static cairo_status_t
write_out(void *context, const unsigned char *bytes, unsigned length)
{
    struct canvas *canvas = context;

    while (length > 0) {
        ssize_t wrote = write(canvas->tools->descriptor, bytes, length);
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote < 0) {
            canvas->tools->why_broken = errno;
            return CAIRO_STATUS_WRITE_ERROR;
        }
        bytes += wrote;
        length -= (unsigned)wrote;
    }
    return CAIRO_STATUS_SUCCESS;
}

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

/* --- opening it */

static void
open_fonts(struct canvas *canvas, const char *language)
{
    canvas->tools->context = pango_cairo_create_context(canvas->tools->cairo);
    if (language)
        pango_context_set_language(canvas->tools->context,
                                   pango_language_from_string(language));
    /* No screen is meant: letters stand where they should, not at whole points. */
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(canvas->tools->context, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(canvas->tools->context, FALSE);
    /* A hyphen that is not in a name is not printed in it. */
    canvas->tools->attributes = pango_attr_list_new();
    pango_attr_list_insert(canvas->tools->attributes,
                           pango_attr_insert_hyphens_new(FALSE));
    canvas->tools->cache = memory_new(1, sizeof(*canvas->tools->cache));
    for (size_t i = 0; i < CANVAS_STYLE_COUNT; i++) {
        PangoFontDescription *font = pango_font_description_from_string(FAMILIES);
        pango_font_description_set_weight(font, canvas_fonts[i].weight);
        canvas->tools->fonts[i] = font;
    }
}

/* The same document is the same bytes: its date is the one that it was told. */
static void
set_metadata(const struct canvas *canvas, const struct canvas_request *request)
{
    cairo_pdf_surface_set_metadata(canvas->tools->surface, CAIRO_PDF_METADATA_CREATOR,
                                   "atelier");
    if (request->title)
        cairo_pdf_surface_set_metadata(canvas->tools->surface, CAIRO_PDF_METADATA_TITLE,
                                       request->title);
    cairo_pdf_surface_set_metadata(canvas->tools->surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                   request->made_at ? request->made_at
                                                    : "1970-01-01T00:00:00Z");
}

bool
canvas_open(struct canvas *canvas, const struct canvas_request *request,
            struct error *err)
{
    const double width = request->is_landscape ? CANVAS_LONG : CANVAS_SHORT;
    const double height = request->is_landscape ? CANVAS_SHORT : CANVAS_LONG;

    *canvas = (struct canvas){ .width = width, .height = height, .scale = 1 };
    canvas->tools = memory_new(1, sizeof(*canvas->tools));
    canvas->tools->descriptor = request->descriptor;
    canvas->tools->surface =
        cairo_pdf_surface_create_for_stream(write_out, canvas, width, height);
    canvas->tools->cairo = cairo_create(canvas->tools->surface);
    set_metadata(canvas, request);
    open_fonts(canvas, request->language);
    return cairo_status(canvas->tools->cairo) == CAIRO_STATUS_SUCCESS ||
           error_set(err, ERROR_SYSTEM, _("The document could not be begun: %s."),
                     cairo_status_to_string(cairo_status(canvas->tools->cairo)));
}

/* --- texts */

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

/* --- lines and pages */

void
canvas_draw_line(struct canvas *canvas, enum canvas_line line, double x, double y,
                 double to_x, double to_y)
{
    const double grey = line == CANVAS_LINE_DARK ? 0.35 : 0.8;

    if (canvas->measures)
        return;
    cairo_set_source_rgb(canvas->tools->cairo, grey, grey, grey);
    cairo_set_line_width(canvas->tools->cairo, line == CANVAS_LINE_DARK ? 0.8 : 0.5);
    cairo_move_to(canvas->tools->cairo, x, y);
    cairo_line_to(canvas->tools->cairo, to_x, to_y);
    cairo_stroke(canvas->tools->cairo);
}

/* One picture of a point a module: a reader of the document draws it as sharp as its
 * paper is, and a tenth is written of what so many rectangles are. */
void
canvas_draw_modules(struct canvas *canvas, const unsigned char *modules, int count,
                    double x, double y, double side)
{
    if (canvas->measures)
        return;
    cairo_t *cairo = canvas->tools->cairo;
    cairo_surface_t *picture = cairo_image_surface_create(CAIRO_FORMAT_A8, count, count);
    unsigned char *points = cairo_image_surface_get_data(picture);
    const int stride = cairo_image_surface_get_stride(picture);
    for (int i = 0; points && i < count * count; i++)
        points[i / count * stride + i % count] = modules[i] & 1 ? 255 : 0;
    cairo_surface_mark_dirty(picture);
    cairo_pattern_t *pattern = cairo_pattern_create_for_surface(picture);
    cairo_pattern_set_filter(pattern, CAIRO_FILTER_NEAREST);
    cairo_save(cairo);
    cairo_translate(cairo, x, y);
    cairo_scale(cairo, side / count, side / count);
    cairo_set_source_rgb(cairo, 0, 0, 0);
    cairo_mask(cairo, pattern);
    cairo_restore(cairo);
    cairo_pattern_destroy(pattern);
    cairo_surface_destroy(picture);
}

void
canvas_turn(struct canvas *canvas, double x, double y, double width, double height)
{
    cairo_save(canvas->tools->cairo);
    cairo_translate(canvas->tools->cairo, x + width, y + height);
    cairo_scale(canvas->tools->cairo, -1, -1);
}

void
canvas_turn_back(struct canvas *canvas)
{
    cairo_restore(canvas->tools->cairo);
}

/* --- a picture */

struct bytes {
    const char *at;
    size_t left;
};

static cairo_status_t
read_in(void *context, unsigned char *data, unsigned length)
{
    struct bytes *bytes = context;

    if (length > bytes->left)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(data, bytes->at, length);
    bytes->at += length;
    bytes->left -= length;
    return CAIRO_STATUS_SUCCESS;
}

static bool
find_picture(struct canvas *canvas, const char *bytes, size_t length)
{
    struct canvas_tools *tools = canvas->tools;
    struct bytes from = { bytes, length };

    if (length == 0 || tools->is_picture_broken)
        return false;
    if (!tools->picture)
        tools->picture = cairo_image_surface_create_from_png_stream(read_in, &from);
    tools->is_picture_broken =
        cairo_surface_status(tools->picture) != CAIRO_STATUS_SUCCESS;
    return !tools->is_picture_broken;
}

double
canvas_draw_picture(struct canvas *canvas, const char *bytes, size_t length, double x,
                    double y, double width, double height, double *own_height)
{
    *own_height = 0;
    if (!find_picture(canvas, bytes, length))
        return 0;
    const double points = cairo_image_surface_get_width(canvas->tools->picture);
    const double rows = cairo_image_surface_get_height(canvas->tools->picture);
    const double scale = width / points < height / rows ? width / points : height / rows;
    *own_height = rows * scale;
    if (!canvas->measures) {
        cairo_t *cairo = canvas->tools->cairo;
        cairo_save(cairo);
        cairo_translate(cairo, x, y);
        cairo_scale(cairo, scale, scale);
        cairo_set_source_surface(cairo, canvas->tools->picture, 0, 0);
        cairo_paint(cairo);
        cairo_restore(cairo);
    }
    return points * scale;
}

void
canvas_end_page(struct canvas *canvas)
{
    if (!canvas->measures)
        cairo_show_page(canvas->tools->cairo);
}

static bool
fail(const struct canvas *canvas, cairo_status_t status, struct error *err)
{
    if (canvas->tools->why_broken)
        return error_set(err, ERROR_SYSTEM, _("The document could not be written: %s."),
                         error_system_text(canvas->tools->why_broken));
    if (canvas->tools->is_picture_broken)
        return error_set(err, ERROR_INPUT,
                         _("The logo cannot be drawn: save it as a PNG once more."));
    return error_set(err, ERROR_SYSTEM, _("The document could not be made: %s."),
                     cairo_status_to_string(status));
}

bool
canvas_close(struct canvas *canvas, struct error *err)
{
    cairo_status_t status = cairo_status(canvas->tools->cairo);

    for (size_t i = 0; i < CANVAS_STYLE_COUNT; i++)
        pango_font_description_free(canvas->tools->fonts[i]);
    cache_free(canvas->tools->cache);
    pango_attr_list_unref(canvas->tools->attributes);
    g_object_unref(canvas->tools->context);
    cairo_destroy(canvas->tools->cairo);
    if (canvas->tools->picture)
        cairo_surface_destroy(canvas->tools->picture);
    cairo_surface_finish(canvas->tools->surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(canvas->tools->surface);
    cairo_surface_destroy(canvas->tools->surface);
    const bool ok =
        (status == CAIRO_STATUS_SUCCESS && !canvas->tools->is_picture_broken) ||
        fail(canvas, status, err);
    free(canvas->tools);
    return ok;
}
