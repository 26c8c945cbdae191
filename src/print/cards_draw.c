/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cards_draw.c - badges and place cards on paper, laid out on the page as they say */
#include "cards_draw.h"

#include <stdio.h>

#include "canvas.h"
#include "code_draw.h"

#define PADDING (4 * CANVAS_MM)
#define CODE_SIDE (18 * CANVAS_MM)
#define CODE_TEXT (3 * CANVAS_MM) /* its digits below that */

#define SCALE_STEP 0.9
#define SCALE_LEAST 0.05
#define WORDS_WHOLE_FROM 0.5 /* smaller than that, a name is broken rather */

enum { TOLD_EACH = 50 };

struct cards {
    struct canvas canvas;
    const struct printed_cards *document;
    double width, height; /* of one card */
};

static double
length_of(int64_t tenths)
{
    return (double)tenths / CARD_TENTHS * CANVAS_MM;
}

/* Where to cut: a short line in each corner, outside of what is read. */
static void
draw_corners(struct cards *c, double x, double y)
{
    const double length = 2 * CANVAS_MM;

    for (int corner = 0; corner < 4; corner++) {
        const double at_x = x + (corner & 1 ? c->width : 0);
        const double at_y = y + (corner & 2 ? c->height : 0);
        canvas_draw_line(&c->canvas, CANVAS_LINE_LIGHT, at_x, at_y,
                         at_x + (corner & 1 ? -length : length), at_y);
        canvas_draw_line(&c->canvas, CANVAS_LINE_LIGHT, at_x, at_y, at_x,
                         at_y + (corner & 2 ? -length : length));
    }
}

/* --- the texts of a card, in a box that has room for so much */

struct box {
    double x, y, width, height;
    enum canvas_side side;
    enum canvas_style name;
    double greatest; /* how large the letters may be */
};

static double
write_texts(struct cards *c, const struct printed_card *card, const struct box *box,
            double y)
{
    struct canvas *canvas = &c->canvas;
    const double begin = y;

    y += canvas_write(canvas, box->name, box->side, card->name, box->x, y, box->width);
    y += 1 * CANVAS_MM;
    y += canvas_write(canvas, CANVAS_TEXT, box->side, card->organisation, box->x, y,
                      box->width);
    y += canvas_write(canvas, CANVAS_QUIET, box->side, card->function, box->x, y,
                      box->width);
    if (c->document->folds == 0)
        y += canvas_write(canvas, CANVAS_QUIET, box->side, card->category, box->x, y,
                          box->width);
    return y - begin;
}

/* As large as they may be, and smaller until all of it fits: nothing is cut. */
static void
fit_texts(struct cards *c, const struct printed_card *card, const struct box *box)
{
    const bool measures = c->canvas.measures;
    double height = 0;

    c->canvas.who = card->name;
    c->canvas.measures = true;
    c->canvas.scale = box->greatest;
    while (c->canvas.scale > WORDS_WHOLE_FROM &&
           canvas_widest_word(&c->canvas, box->name, card->name) > box->width)
        c->canvas.scale *= SCALE_STEP;
    while ((height = write_texts(c, card, box, 0)) > box->height &&
           c->canvas.scale > SCALE_LEAST)
        c->canvas.scale *= SCALE_STEP;
    c->canvas.measures = measures;
    write_texts(c, card, box, box->y + (box->height - height) / 2);
    c->canvas.scale = 1;
    c->canvas.who = NULL;
}

/* --- a badge: the meeting above, the code below at the right */

/* Above the code, however long the title is. */
static double
write_heading(struct cards *c, double x, double y, double width, double room)
{
    struct canvas *canvas = &c->canvas;

    while (canvas_measure(canvas, CANVAS_HEADING, c->document->heading, width) +
                   canvas_measure(canvas, CANVAS_QUIET, c->document->when, width) >
               room &&
           canvas->scale > SCALE_LEAST)
        canvas->scale *= SCALE_STEP;
    double height = canvas_write(canvas, CANVAS_HEADING, CANVAS_LEFT,
                                 c->document->heading, x, y, width);
    height += canvas_write(canvas, CANVAS_QUIET, CANVAS_LEFT, c->document->when, x,
                           y + height, width);
    canvas->scale = 1;
    return height;
}

static void
draw_badge(struct cards *c, const struct printed_card *card, double x, double y)
{
    struct canvas *canvas = &c->canvas;
    const double inner = c->width - 2 * PADDING;
    const bool has_code = card->code != NULL;
    const double code_x = x + c->width - PADDING - CODE_SIDE;
    const double code_y =
        y + c->height - PADDING - CODE_SIDE - CODE_DRAW_QUIET - CODE_TEXT;
    double top = y + PADDING;

    top += write_heading(c, x + PADDING, top, inner, code_y - CODE_DRAW_QUIET / 2 - top);
    top += 1.5 * CANVAS_MM;
    const bool is_below = c->height > c->width; /* the code, not beside the name */
    const double bottom =
        has_code && is_below ? code_y - CODE_DRAW_QUIET : y + c->height - PADDING;
    const struct box box = {
        .x = x + PADDING,
        .y = top,
        .width = has_code && !is_below ? inner - CODE_SIDE - PADDING : inner,
        .height = bottom - top,
        .side = CANVAS_LEFT,
        .name = CANVAS_TITLE,
        .greatest = 1,
    };
    fit_texts(c, card, &box);
    if (!has_code)
        return;
    code_draw(canvas, card->code, code_x, code_y, CODE_SIDE);
    canvas_write(canvas, CANVAS_QUIET, CANVAS_MIDDLE, card->code, code_x - PADDING,
                 code_y + CODE_SIDE + CODE_DRAW_QUIET, CODE_SIDE + 2 * PADDING);
}

/* --- a place card: the lower half is read from one side, the upper from the other */

static void
draw_half(struct cards *c, const struct printed_card *card, double x, double y)
{
    const struct box box = {
        .x = x + PADDING,
        .y = y + PADDING,
        .width = c->width - 2 * PADDING,
        .height = c->height / 2 - 2 * PADDING,
        .side = CANVAS_MIDDLE,
        .name = CANVAS_TITLE,
        .greatest = 1.6,
    };

    fit_texts(c, card, &box);
}

static void
draw_place_card(struct cards *c, const struct printed_card *card, double x, double y)
{
    const double middle = y + c->height / 2;

    draw_half(c, card, x, middle);
    canvas_turn(&c->canvas, x, y, c->width, c->height / 2);
    draw_half(c, card, 0, 0);
    canvas_turn_back(&c->canvas);
    canvas_draw_line(&c->canvas, CANVAS_LINE_LIGHT, x, middle, x + 3 * CANVAS_MM, middle);
    canvas_draw_line(&c->canvas, CANVAS_LINE_LIGHT, x + c->width - 3 * CANVAS_MM, middle,
                     x + c->width, middle);
}

/* --- all of them */

static void
tell(size_t done, size_t count)
{
    if (done % TOLD_EACH != 0 && done != count)
        return;
    (void)printf("%zu %zu\n", done, count);
    (void)fflush(stdout);
}

static void
draw_all(struct cards *c)
{
    const struct printed_card_list *people = &c->document->people;
    const struct card_layout *layout = &c->document->layout;
    const size_t across = (size_t)layout->across;
    const size_t page = across * (size_t)layout->down;

    for (size_t i = 0; i < people->count; i++) {
        const size_t at = i % page;
        const int64_t column = (int64_t)(at % across);
        const int64_t row = (int64_t)(at / across);
        const double x =
            length_of(layout->left + column * (layout->width + layout->gap_x));
        const double y = length_of(layout->top + row * (layout->height + layout->gap_y));
        draw_corners(c, x, y);
        if (c->document->folds)
            draw_place_card(c, &people->items[i], x, y);
        else
            draw_badge(c, &people->items[i], x, y);
        if (at + 1 == page || i + 1 == people->count)
            canvas_end_page(&c->canvas);
        tell(i + 1, people->count);
    }
}

bool
cards_draw(const struct printed_cards *document, int descriptor, struct error *err)
{
    struct cards c = { .document = document };
    const struct canvas_request request = { .descriptor = descriptor,
                                            .title = document->title,
                                            .made_at = document->made_at,
                                            .language = document->language };
    const bool ok = canvas_open(&c.canvas, &request, err);

    if (ok) {
        c.width = length_of(document->layout.width);
        c.height = length_of(document->layout.height);
        draw_all(&c);
    }
    return canvas_close(&c.canvas, ok ? err : NULL) && ok;
}
