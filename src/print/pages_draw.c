/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pages_draw.c - pages of headings, texts and tables on paper
 *
 * Gone over twice: once to learn how many pages there are, once to draw them.
 */
#include "pages_draw.h"

#include <stdio.h>
#include <stdlib.h>

#include "canvas.h"
#include "foot_draw.h"
#include "office_draw.h"

#define MARGIN (18 * CANVAS_MM)
#define TOP (15 * CANVAS_MM)
#define BOTTOM (18 * CANVAS_MM)
#define PADDING (1.6 * CANVAS_MM)
#define GAP (2.5 * CANVAS_MM)
#define SIGNER_HEIGHT (26 * CANVAS_MM)
#define SIGNER_WIDTH (75 * CANVAS_MM)
#define INDENT (6 * CANVAS_MM)
#define BAR (3 * CANVAS_MM)
#define KEPT (14 * CANVAS_MM)        /* of what follows a heading */
#define LINES_LEAST (10 * CANVAS_MM) /* of a text that goes on over pages */
#define SCALE_STEP 0.8
#define SCALE_LEAST 0.05

struct pages {
    struct canvas canvas;
    const struct printed_pages *document;
    double left, right, bottom, y, top;
    size_t page, pages;
    bool is_open; /* a page is */
    double indent;
    bool has_bar; /* left of what is written */
    /* The table: */
    size_t columns;
    double x[PRINTED_COLUMNS_MOST + 1];
    double least;
    bool has_frame;
    size_t heads; /* where its heads stand; 0: none */
};

/* --- pages */

static void
end_page(struct pages *p)
{
    const struct foot foot = { .text = p->document->foot,
                               .word = p->document->page,
                               .page = p->page,
                               .pages = p->pages,
                               .left = p->left,
                               .right = p->right };

    if (!p->is_open)
        return;
    foot_draw(&p->canvas, &foot);
    canvas_end_page(&p->canvas);
    if (!p->canvas.measures) {
        (void)printf("%zu %zu\n", p->page, p->pages);
        (void)fflush(stdout);
    }
    p->is_open = false;
}

static void
begin_page(struct pages *p, bool has_office)
{
    end_page(p);
    p->page++;
    p->is_open = true;
    p->y = TOP;
    if (has_office)
        p->y = office_draw(&p->canvas, &p->document->office, p->left, p->right, p->y) +
               2 * CANVAS_MM;
    p->top = p->y;
}

/* Room for so much, on this page or the next. */
static void
make_room(struct pages *p, double height)
{
    if (!p->is_open)
        begin_page(p, p->page == 0);
    else if (p->y + height > p->bottom && p->y > p->top)
        begin_page(p, false);
}

/* --- texts */

static void
write_text(struct pages *p, enum canvas_style style, const char *text, double behind)
{
    const double width = p->right - p->left;
    double height = canvas_measure(&p->canvas, style, text, width);

    make_room(p, height);
    while (height > p->bottom - p->top && p->canvas.scale > SCALE_LEAST) {
        p->canvas.scale *= SCALE_STEP;
        height = canvas_measure(&p->canvas, style, text, width);
    }
    p->y +=
        canvas_write(&p->canvas, style, CANVAS_LEFT, text, p->left, p->y, width) + behind;
    p->canvas.scale = 1;
}

static void
write_fact(struct pages *p, const struct printed_block *block)
{
    const double width = p->right - p->left;

    make_room(p, canvas_measure(&p->canvas, CANVAS_QUIET, block->text, width) +
                     canvas_measure(&p->canvas, CANVAS_TEXT, block->more, width));
    write_text(p, CANVAS_QUIET, block->text, 0);
    write_text(p, CANVAS_TEXT, block->more, 2 * CANVAS_MM);
}

static void
write_signer(struct pages *p, const struct printed_block *block)
{
    make_room(p, SIGNER_HEIGHT);
    p->y += 4 * CANVAS_MM;
    const double x = p->right - SIGNER_WIDTH;
    double y = p->y;
    y += canvas_write(&p->canvas, CANVAS_TEXT, CANVAS_LEFT, block->text, x, y,
                      SIGNER_WIDTH);
    canvas_write(&p->canvas, CANVAS_QUIET, CANVAS_LEFT, block->more, x, y, SIGNER_WIDTH);
    p->y += SIGNER_HEIGHT;
    canvas_draw_line(&p->canvas, CANVAS_LINE_DARK, x, p->y, p->right, p->y);
}

/* --- texts that go on over pages */

static void
draw_bar(struct pages *p, double from)
{
    if (p->has_bar)
        canvas_draw_line(&p->canvas, CANVAS_LINE_DARK, p->left + p->indent - BAR, from,
                         p->left + p->indent - BAR, p->y);
}

static void
write_prose(struct pages *p, enum canvas_style style, const char *text, double behind)
{
    const double x = p->left + p->indent;
    const double width = p->right - x;
    const double height = canvas_measure(&p->canvas, style, text, width);
    size_t line = 0;

    make_room(p, height < LINES_LEAST ? height : LINES_LEAST);
    while (line != CANVAS_LINES_END) {
        const size_t before = line;
        const double from = p->y;
        p->y += canvas_write_lines(&p->canvas, style, text, x, p->y, width,
                                   p->bottom - p->y, &line);
        draw_bar(p, from);
        if (line == before && from <= p->top) /* no page has room for it */
            break;
        if (line != CANVAS_LINES_END)
            begin_page(p, false);
    }
    const double from = p->y;
    p->y += behind;
    draw_bar(p, from);
}

static void
write_item(struct pages *p, const struct printed_block *block)
{
    const double x = p->left + p->indent - INDENT;
    const double height = canvas_measure(&p->canvas, CANVAS_TEXT, block->text,
                                         p->right - p->left - p->indent);

    make_room(p, height < LINES_LEAST ? height : LINES_LEAST);
    canvas_write(&p->canvas, CANVAS_TEXT, CANVAS_RIGHT, block->more,
                 x > p->left ? x : p->left, p->y, INDENT - 1.5 * CANVAS_MM);
    write_prose(p, CANVAS_TEXT, block->text, 1 * CANVAS_MM);
}

static double
indent_of(const struct printed_block *block)
{
    return (double)strtol(block->text, NULL, 10) * INDENT + (block->more ? BAR : 0);
}

/* As wide as it will be written: what is laid out for this is not laid out again. */
static double
measure_next(struct pages *p, const struct printed_block *block, double *indent)
{
    if (block->kind == BLOCK_INDENT)
        *indent = indent_of(block);
    if (block->kind == BLOCK_INDENT || block->kind == BLOCK_COLUMNS)
        return 0;
    return canvas_measure(&p->canvas,
                          block->kind == BLOCK_LABEL ? CANVAS_HEADING : CANVAS_TEXT,
                          block->text, p->right - p->left - *indent);
}

/* A heading stays with what follows, as far as there is any. */
static void
write_heading(struct pages *p, size_t at, enum canvas_style style, double above,
              double behind)
{
    const struct printed_block *blocks = p->document->blocks.items;
    const double own = canvas_measure(&p->canvas, style, blocks[at].text,
                                      p->right - p->left - p->indent) +
                       above + behind;
    double height = own;
    double indent = p->indent;

    for (size_t i = at + 1; i < p->document->blocks.count && height < 4 * KEPT; i++) {
        if (blocks[i].kind == BLOCK_SECTION)
            break;
        height += measure_next(p, &blocks[i], &indent);
        if (blocks[i].kind != BLOCK_LABEL && blocks[i].kind != BLOCK_INDENT &&
            blocks[i].kind != BLOCK_HEADING && blocks[i].kind != BLOCK_COLUMNS)
            break;
    }
    make_room(p, height < own + 2 * KEPT ? height : own + 2 * KEPT);
    if (p->y > p->top)
        p->y += above;
    write_prose(p, style, blocks[at].text, behind);
}

static void
set_indent(struct pages *p, const struct printed_block *block)
{
    p->indent = indent_of(block);
    p->has_bar = block->more != NULL;
}

/* --- tables */

static void
set_columns(struct pages *p, const struct printed_block *block)
{
    int64_t widths[PRINTED_COLUMNS_MOST];
    int64_t all = 0;

    p->columns = printed_columns_read(block->text, widths);
    for (size_t i = 0; i < p->columns; i++)
        all += widths[i];
    p->x[0] = p->left;
    for (size_t i = 0; i < p->columns; i++)
        p->x[i + 1] = p->x[i] + (p->right - p->left) * (double)widths[i] / (double)all;
    p->has_frame = block->more != NULL;
    p->least = block->more ? strtod(block->more, NULL) * CANVAS_MM : 0;
    if (p->least > p->bottom / 2)
        p->least = p->bottom / 2;
    p->heads = 0;
}

/* The cells behind a row; how many of them have a column. */
static size_t
count_cells(const struct pages *p, size_t row)
{
    size_t count = 0;

    while (row + 1 + count < p->document->blocks.count && count < p->columns &&
           p->document->blocks.items[row + 1 + count].kind == BLOCK_CELL)
        count++;
    return count;
}

static double
write_cell(struct pages *p, size_t column, const struct printed_block *cell, bool is_head)
{
    const enum canvas_style style = is_head        ? CANVAS_HEADING
                                    : p->has_frame ? CANVAS_STRONG
                                                   : CANVAS_TEXT;
    const double inset = p->has_frame ? PADDING : 0;
    const double x = p->x[column] + inset;
    const double width = p->x[column + 1] - p->x[column] - GAP - inset;
    const double height = canvas_write(&p->canvas, style, CANVAS_LEFT, cell->text, x,
                                       p->y + PADDING, width);

    return height + canvas_write(&p->canvas, CANVAS_QUIET, CANVAS_LEFT, cell->more, x,
                                 p->y + PADDING + height, width);
}

static double
write_cells(struct pages *p, size_t row, bool is_head)
{
    const size_t count = count_cells(p, row);
    double height = 0;

    for (size_t i = 0; i < count; i++) {
        const double own =
            write_cell(p, i, &p->document->blocks.items[row + 1 + i], is_head);
        height = own > height ? own : height;
    }
    height += 2 * PADDING;
    return !is_head && height < p->least ? p->least : height;
}

static double
measure_cells(struct pages *p, size_t row, bool is_head)
{
    const bool measures = p->canvas.measures;

    p->canvas.measures = true;
    const double height = write_cells(p, row, is_head);
    p->canvas.measures = measures;
    return height;
}

static void
draw_frame(struct pages *p, double height)
{
    for (size_t i = 0; i <= p->columns; i++)
        canvas_draw_line(&p->canvas, CANVAS_LINE_LIGHT, p->x[i], p->y, p->x[i],
                         p->y + height);
}

static void
draw_row(struct pages *p, size_t row, bool is_head, double height)
{
    write_cells(p, row, is_head);
    if (p->has_frame && !is_head)
        draw_frame(p, height);
    p->y += height;
    canvas_draw_line(&p->canvas, is_head ? CANVAS_LINE_DARK : CANVAS_LINE_LIGHT, p->left,
                     p->y, p->right, p->y);
}

static void
write_row(struct pages *p, size_t row)
{
    const bool is_head = p->document->blocks.items[row].kind == BLOCK_HEADS;
    const size_t page = p->page;
    double height = measure_cells(p, row, is_head);

    make_room(p, is_head ? 2 * height : height);
    if (p->page != page && p->heads > 0 && !is_head)
        draw_row(p, p->heads, true, measure_cells(p, p->heads, true));
    while (p->y + height > p->bottom && p->canvas.scale > SCALE_LEAST) {
        p->canvas.scale *= SCALE_STEP;
        height = measure_cells(p, row, is_head);
    }
    draw_row(p, row, is_head, height);
    p->canvas.scale = 1;
    if (is_head)
        p->heads = row;
}

/* --- all of it */

static void
write_block(struct pages *p, size_t at)
{
    const struct printed_block *block = &p->document->blocks.items[at];

    switch (block->kind) {
    case BLOCK_PAGE:
        begin_page(p, true);
        break;
    case BLOCK_TITLE:
        write_text(p, CANVAS_TITLE, block->text, 2 * CANVAS_MM);
        break;
    case BLOCK_LEAD:
        write_text(p, CANVAS_LEAD, block->text, 2 * CANVAS_MM);
        break;
    case BLOCK_HEADING:
        make_room(p, 20 * CANVAS_MM);
        p->y += 3 * CANVAS_MM;
        write_text(p, CANVAS_STRONG, block->text, 1 * CANVAS_MM);
        break;
    case BLOCK_TEXT:
        write_text(p, CANVAS_TEXT, block->text, 2 * CANVAS_MM);
        break;
    case BLOCK_QUIET:
        write_text(p, CANVAS_QUIET, block->text, 1 * CANVAS_MM);
        break;
    case BLOCK_FACT:
        write_fact(p, block);
        break;
    case BLOCK_COLUMNS:
        set_columns(p, block);
        break;
    case BLOCK_HEADS:
    case BLOCK_ROW:
        write_row(p, at);
        break;
    case BLOCK_CELL: /* with its row */
        break;
    case BLOCK_SIGNER:
        write_signer(p, block);
        break;
    case BLOCK_SECTION:
        write_heading(p, at, CANVAS_SECTION, 5 * CANVAS_MM, 2 * CANVAS_MM);
        break;
    case BLOCK_LABEL:
        write_heading(p, at, CANVAS_HEADING, 1 * CANVAS_MM, 0.3 * CANVAS_MM);
        break;
    case BLOCK_PROSE:
        write_prose(p, CANVAS_TEXT, block->text, 1.5 * CANVAS_MM);
        break;
    case BLOCK_ITEM:
        write_item(p, block);
        break;
    case BLOCK_INDENT:
        set_indent(p, block);
        break;
    }
}

static void
go_over(struct pages *p, bool measures)
{
    p->canvas.measures = measures;
    p->page = 0;
    p->columns = 0;
    p->indent = 0;
    p->has_bar = false;
    for (size_t i = 0; i < p->document->blocks.count; i++)
        write_block(p, i);
    end_page(p);
    p->pages = p->page;
}

bool
pages_draw(const struct printed_pages *document, int descriptor, struct error *err)
{
    struct pages p = { .document = document };
    const struct canvas_request request = { .descriptor = descriptor,
                                            .is_landscape = document->landscape != 0,
                                            .title = document->title,
                                            .made_at = document->made_at,
                                            .language = document->language };
    const bool ok = canvas_open(&p.canvas, &request, err);

    if (ok) {
        p.left = MARGIN;
        p.right = p.canvas.width - MARGIN;
        p.bottom = p.canvas.height - BOTTOM;
        go_over(&p, true);
        (void)fflush(stdout);
        go_over(&p, false);
    }
    return canvas_close(&p.canvas, ok ? err : NULL) && ok;
}
