/* SPDX-License-Identifier: GPL-3.0-or-later */
/* canvas.c - pages of a PDF: light lines, codes and a picture; their texts are
 * canvas_text.c's */
#include "canvas.h"

#include <cairo-pdf.h>
#include <cairo.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "canvas_text.h"

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

/* --- opening it */

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
    canvas_text_open(canvas->tools, request->language);
    return cairo_status(canvas->tools->cairo) == CAIRO_STATUS_SUCCESS ||
           error_set(err, ERROR_SYSTEM, _("The document could not be begun: %s."),
                     cairo_status_to_string(cairo_status(canvas->tools->cairo)));
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

    canvas_text_close(canvas->tools);
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
