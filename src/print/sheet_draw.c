/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sheet_draw.c - the attendance sheet on paper: rows to sign, a column a slot
 *
 * Laid out twice: once to learn how many pages there are, once to draw them.  Where there
 * are more slots than columns the list comes again for the next ones.
 */
#include "sheet_draw.h"

#include <stdio.h>
#include <stdlib.h>

#include "atelier/base/memory.h"
#include "canvas.h"
#include "foot_draw.h"
#include "office_draw.h"

#define MARGIN (15 * CANVAS_MM)
#define TOP (13 * CANVAS_MM)
#define BOTTOM (18 * CANVAS_MM)     /* below the rows */
#define ROW_LEAST (10 * CANVAS_MM)  /* a signature wants so much */
#define BLANK_ROW (11 * CANVAS_MM)  /* to be written by hand */
#define SIGNER_ROW (15 * CANVAS_MM) /* of the chair, the leader */
#define PADDING (1.7 * CANVAS_MM)   /* above and below the texts of a row */
#define GAP (2.5 * CANVAS_MM)       /* between columns */
#define NUMBER_WIDTH (8 * CANVAS_MM)
#define SCALE_STEP 0.8
#define SCALE_LEAST 0.05

enum {
    SLOTS_PORTRAIT = 2, /* columns to sign that a page has, upright and lying */
    SLOTS_LANDSCAPE = 6
};

enum item_kind { ITEM_PERSON, ITEM_BLANK, ITEM_SIGNER, ITEM_HEADING };

/* A line of the table. */
struct item {
    enum item_kind kind;
    int number;    /* how many rows to sign came before */
    size_t at;     /* in people or signers */
    double height; /* with its padding */
    double scale;  /* of its letters */
    double needs;  /* what must fit below one another: a heading and its rows */
    const char *heading;
};

struct attendance {
    struct canvas canvas;
    const struct printed_sheet *sheet;
    struct item *items;
    size_t count;
    size_t capacity;
    double name_width, organisation_width, slot_width;
    double name_x, organisation_x, slot_x, right;
    size_t slots_each; /* columns of a page; the slots from the first on */
    size_t first_slot;
    size_t page, pages;
};

/* --- columns */

static bool
is_landscape(const struct printed_sheet *sheet)
{
    return sheet->slots.count > SLOTS_PORTRAIT;
}

/* As many columns on each page of the list, and not one alone on the last. */
static size_t
count_columns(const struct printed_sheet *sheet)
{
    const size_t slots = sheet->slots.count > 0 ? sheet->slots.count : 1;
    const size_t times = (slots + SLOTS_LANDSCAPE - 1) / SLOTS_LANDSCAPE;

    return (slots + times - 1) / times;
}

static void
set_columns(struct attendance *a)
{
    /* The names' share of what is left of the number, by the columns to sign in. */
    static const double shares[SLOTS_LANDSCAPE + 1] = { 0.7,  0.66, 0.58, 0.52,
                                                        0.47, 0.42, 0.38 };
    const double left = a->canvas.width - 2 * MARGIN - NUMBER_WIDTH;

    a->slots_each = count_columns(a->sheet);
    const double texts = left * shares[a->slots_each];
    a->right = a->canvas.width - MARGIN;
    a->name_x = MARGIN + NUMBER_WIDTH;
    a->organisation_x = a->name_x + texts * 0.46;
    a->slot_x = a->name_x + texts;
    a->name_width = a->organisation_x - a->name_x - GAP;
    a->organisation_width = a->slot_x - a->organisation_x - GAP;
    a->slot_width = (a->right - a->slot_x) / (double)a->slots_each;
}

/* --- rows */

static double
texts_height(struct attendance *a, const struct printed_person *person)
{
    struct canvas *canvas = &a->canvas;

    canvas->who = person->name;
    const double name =
        canvas_measure(canvas, CANVAS_STRONG, person->name, a->name_width) +
        canvas_measure(canvas, CANVAS_QUIET, person->category, a->name_width);
    const double organisation =
        canvas_measure(canvas, CANVAS_TEXT, person->organisation, a->organisation_width) +
        canvas_measure(canvas, CANVAS_QUIET, person->function, a->organisation_width);
    canvas->who = NULL;
    return name > organisation ? name : organisation;
}

/* What a page has for rows, at the least. */
static double
page_room(const struct attendance *a)
{
    return (a->canvas.height - TOP - BOTTOM) / 2;
}

/* A text that would fill a page by itself is written smaller; nothing is cut. */
static void
measure_person(struct attendance *a, struct item *item)
{
    const struct printed_person *person = &a->sheet->people.items[item->at];

    item->scale = 1;
    while ((item->height = texts_height(a, person) + 2 * PADDING) > page_room(a) &&
           item->scale > SCALE_LEAST)
        a->canvas.scale = item->scale *= SCALE_STEP;
    a->canvas.scale = 1;
    if (item->height < ROW_LEAST)
        item->height = ROW_LEAST;
}

static struct item *
add_item(struct attendance *a, enum item_kind kind, double height)
{
    a->items = memory_grow(a->items, &a->capacity, a->count + 1, sizeof(*a->items));
    struct item *item = &a->items[a->count++];
    *item = (struct item){ .kind = kind, .height = height, .needs = height, .scale = 1 };
    return item;
}

static void
add_heading(struct attendance *a, const char *text)
{
    if (!text)
        return;
    const double height =
        canvas_measure(&a->canvas, CANVAS_HEADING, text, a->right - a->name_x);
    struct item *item = add_item(a, ITEM_HEADING, height + 5 * CANVAS_MM);
    item->heading = text;
}

/* Those in the room, or those who are not. */
static int
add_people(struct attendance *a, bool remote, int number)
{
    const struct printed_person_list *people = &a->sheet->people;
    bool is_first = true;

    for (size_t i = 0; i < people->count; i++) {
        if (people->items[i].remote != remote)
            continue;
        if (is_first && remote)
            add_heading(a, a->sheet->remote_heading);
        is_first = false;
        struct item *item = add_item(a, ITEM_PERSON, 0);
        item->at = i;
        item->number = ++number;
        measure_person(a, item);
        item->needs = item->height;
    }
    return number;
}

static int
add_blank(struct attendance *a, int number)
{
    if (a->sheet->blank > 0)
        add_heading(a, a->sheet->blank_heading);
    for (int64_t i = 0; i < a->sheet->blank; i++)
        add_item(a, ITEM_BLANK, BLANK_ROW)->number = ++number;
    return number;
}

static void
add_signers(struct attendance *a)
{
    if (a->sheet->signers.count > 0)
        add_heading(a, a->sheet->signer_heading);
    for (size_t i = 0; i < a->sheet->signers.count; i++) {
        const struct printed_signer *signer = &a->sheet->signers.items[i];
        a->canvas.who = signer->name;
        double height =
            canvas_measure(&a->canvas, CANVAS_STRONG, signer->name, a->name_width) +
            canvas_measure(&a->canvas, CANVAS_QUIET, signer->role, a->name_width) +
            2 * PADDING;
        a->canvas.who = NULL;
        add_item(a, ITEM_SIGNER, height > SIGNER_ROW ? height : SIGNER_ROW)->at = i;
    }
}

/* A heading stays with what follows: the next row, or all who sign for the meeting. */
static void
keep_together(struct attendance *a)
{
    for (size_t i = a->count; i-- > 0;) {
        struct item *item = &a->items[i];
        if (i + 1 == a->count)
            continue;
        const struct item *next = &a->items[i + 1];
        const double both = item->height + next->needs;
        if (item->kind == ITEM_HEADING || next->kind == ITEM_SIGNER)
            if (both <= page_room(a) && item->kind != ITEM_BLANK &&
                item->kind != ITEM_PERSON)
                item->needs = both;
    }
}

static void
add_items(struct attendance *a)
{
    int number = add_people(a, false, 0);
    number = add_blank(a, number);
    add_people(a, true, number);
    add_signers(a);
    keep_together(a);
}

/* --- above and below the rows */

/* Several beside one another, each below its label. */
static double
write_facts(struct attendance *a, double y)
{
    const size_t beside = is_landscape(a->sheet) ? 3 : 2;
    const double width = (a->right - MARGIN) / (double)beside;
    double height = 0;

    for (size_t i = 0; i < a->sheet->facts.count; i++) {
        const struct printed_fact *fact = &a->sheet->facts.items[i];
        const double x = MARGIN + width * (double)(i % beside);
        if (i % beside == 0) {
            y += height;
            height = 0;
        }
        const double label = canvas_write(&a->canvas, CANVAS_QUIET, CANVAS_LEFT,
                                          fact->label, x, y, width - GAP);
        const double both = label +
                            canvas_write(&a->canvas, CANVAS_TEXT, CANVAS_LEFT,
                                         fact->value, x, y + label, width - GAP) +
                            2 * CANVAS_MM;
        height = both > height ? both : height;
    }
    return y + height;
}

static double
write_opening(struct attendance *a, double y)
{
    struct canvas *canvas = &a->canvas;
    const double width = a->right - MARGIN;

    y = office_draw(canvas, &a->sheet->office, MARGIN, a->right, y);
    y +=
        canvas_write(canvas, CANVAS_QUIET, CANVAS_LEFT, a->sheet->kind, MARGIN, y, width);
    y += canvas_write(canvas, CANVAS_TITLE, CANVAS_LEFT, a->sheet->title, MARGIN, y,
                      width);
    y +=
        canvas_write(canvas, CANVAS_LEAD, CANVAS_LEFT, a->sheet->group, MARGIN, y, width);
    return write_facts(a, y + 3.5 * CANVAS_MM) + 4 * CANVAS_MM;
}

/* On the pages after the first. */
static double
write_short_opening(struct attendance *a, double y)
{
    const double width = (a->right - MARGIN) / 4;
    const double title = canvas_write(&a->canvas, CANVAS_HEADING, CANVAS_LEFT,
                                      a->sheet->title, MARGIN, y, width * 3 - GAP);
    const double kind = canvas_write(&a->canvas, CANVAS_QUIET, CANVAS_RIGHT,
                                     a->sheet->kind, a->right - width, y, width);

    return y + (title > kind ? title : kind) + 4 * CANVAS_MM;
}

static double
write_slot(struct attendance *a, size_t column, double y)
{
    const size_t at = a->first_slot + column;
    if (at >= a->sheet->slots.count)
        return 0;
    const struct printed_slot *slot = &a->sheet->slots.items[at];
    const double x = a->slot_x + a->slot_width * (double)column + GAP / 2;
    const double width = a->slot_width - GAP;
    const double label =
        canvas_write(&a->canvas, CANVAS_HEADING, CANVAS_LEFT, slot->label, x, y, width);

    return label + canvas_write(&a->canvas, CANVAS_QUIET, CANVAS_LEFT, slot->hours, x,
                                y + label, width);
}

static double
write_columns(struct attendance *a, double y)
{
    double height = canvas_write(&a->canvas, CANVAS_HEADING, CANVAS_LEFT,
                                 a->sheet->name_heading, a->name_x, y, a->name_width);
    const double organisation = canvas_write(&a->canvas, CANVAS_HEADING, CANVAS_LEFT,
                                             a->sheet->organisation_heading,
                                             a->organisation_x, y, a->organisation_width);
    height = organisation > height ? organisation : height;
    for (size_t i = 0; i < a->slots_each; i++) {
        const double slot = write_slot(a, i, y);
        height = slot > height ? slot : height;
    }
    y += height + 1.5 * CANVAS_MM;
    canvas_draw_line(&a->canvas, CANVAS_LINE_DARK, MARGIN, y, a->right, y);
    return y;
}

static void
write_foot(struct attendance *a)
{
    const struct foot foot = { .text = a->sheet->version,
                               .word = a->sheet->page ? a->sheet->page : "",
                               .page = a->page,
                               .pages = a->pages,
                               .left = MARGIN,
                               .right = a->right,
                               .gap = GAP };

    foot_draw(&a->canvas, &foot);
}

static double
begin_page(struct attendance *a)
{
    a->page++;
    return write_columns(a, a->page == 1 ? write_opening(a, TOP)
                                         : write_short_opening(a, TOP));
}

static void
end_page(struct attendance *a)
{
    write_foot(a);
    canvas_end_page(&a->canvas);
    if (a->canvas.measures)
        return;
    (void)printf("%zu %zu\n", a->page, a->pages);
    (void)fflush(stdout);
}

/* --- the rows on the pages */

static void
write_number(struct attendance *a, int number, double y)
{
    char text[16];

    (void)snprintf(text, sizeof(text), "%d", number);
    canvas_write(&a->canvas, CANVAS_QUIET, CANVAS_LEFT, text, MARGIN,
                 y + PADDING + 0.5 * CANVAS_MM, NUMBER_WIDTH);
}

/* In the columns to sign in: nothing, or a word instead. */
static void
draw_cells(struct attendance *a, const struct item *item, const char *word, double y)
{
    for (size_t i = 0; i < a->slots_each; i++) {
        const double x = a->slot_x + a->slot_width * (double)i;
        if (a->first_slot + i < a->sheet->slots.count || a->sheet->slots.count == 0) {
            canvas_draw_line(&a->canvas, CANVAS_LINE_LIGHT, x, y, x, y + item->height);
            canvas_write(&a->canvas, CANVAS_QUIET, CANVAS_MIDDLE, word, x,
                         y + PADDING + 0.5 * CANVAS_MM, a->slot_width);
        }
    }
    canvas_draw_line(&a->canvas, CANVAS_LINE_LIGHT, a->right, y, a->right,
                     y + item->height);
    canvas_draw_line(&a->canvas, CANVAS_LINE_LIGHT, MARGIN, y + item->height, a->right,
                     y + item->height);
}

/* Two texts below one another. */
static void
write_two(struct attendance *a, enum canvas_style style, const char *first,
          const char *second, double x, double y, double width)
{
    y += PADDING;
    y += canvas_write(&a->canvas, style, CANVAS_LEFT, first, x, y, width);
    canvas_write(&a->canvas, CANVAS_QUIET, CANVAS_LEFT, second, x, y, width);
}

static void
draw_person(struct attendance *a, const struct item *item, double y)
{
    const struct printed_person *person = &a->sheet->people.items[item->at];

    write_number(a, item->number, y);
    a->canvas.scale = item->scale;
    write_two(a, CANVAS_STRONG, person->name, person->category, a->name_x, y,
              a->name_width);
    write_two(a, CANVAS_TEXT, person->organisation, person->function, a->organisation_x,
              y, a->organisation_width);
    a->canvas.scale = 1;
    draw_cells(a, item, person->remote ? a->sheet->remote_word : NULL, y);
}

static void
draw_item(struct attendance *a, const struct item *item, double y)
{
    if (a->canvas.measures)
        return;
    switch (item->kind) {
    case ITEM_PERSON:
        draw_person(a, item, y);
        break;
    case ITEM_BLANK:
        write_number(a, item->number, y);
        draw_cells(a, item, NULL, y);
        canvas_draw_line(&a->canvas, CANVAS_LINE_LIGHT, a->organisation_x - GAP / 2, y,
                         a->organisation_x - GAP / 2, y + item->height);
        break;
    case ITEM_SIGNER:
        write_two(a, CANVAS_STRONG, a->sheet->signers.items[item->at].name,
                  a->sheet->signers.items[item->at].role, a->name_x, y, a->name_width);
        draw_cells(a, item, NULL, y);
        break;
    case ITEM_HEADING:
        canvas_write(&a->canvas, CANVAS_HEADING, CANVAS_LEFT, item->heading, a->name_x,
                     y + 3.5 * CANVAS_MM, a->right - a->name_x);
        canvas_draw_line(&a->canvas, CANVAS_LINE_LIGHT, MARGIN, y + item->height,
                         a->right, y + item->height);
        break;
    }
}

static void
go_over_list(struct attendance *a)
{
    const double bottom = a->canvas.height - BOTTOM;
    double y = begin_page(a);
    double top = y;

    for (size_t i = 0; i < a->count; i++) {
        const struct item *item = &a->items[i];
        if (y + item->needs > bottom && y > top) {
            end_page(a);
            y = top = begin_page(a);
        }
        draw_item(a, item, y);
        y += item->height;
    }
    end_page(a);
}

static void
go_over(struct attendance *a, bool measures)
{
    a->canvas.measures = measures;
    a->page = 0;
    a->first_slot = 0;
    do {
        go_over_list(a);
        a->first_slot += a->slots_each;
    } while (a->first_slot < a->sheet->slots.count);
    a->pages = a->page;
}

bool
sheet_draw(const struct printed_sheet *sheet, int document, struct error *err)
{
    struct attendance a = { .sheet = sheet };
    const struct canvas_request request = { .descriptor = document,
                                            .is_landscape = is_landscape(sheet),
                                            .title = sheet->title,
                                            .made_at = sheet->made_at,
                                            .language = sheet->language };
    const bool ok = canvas_open(&a.canvas, &request, err);
    if (ok) {
        set_columns(&a);
        add_items(&a);
        go_over(&a, true);
        (void)fflush(stdout);
        go_over(&a, false);
    }
    free(a.items);
    return canvas_close(&a.canvas, ok ? err : NULL) && ok;
}
