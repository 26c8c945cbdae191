/* SPDX-License-Identifier: GPL-3.0-or-later */
/* form_draw.c - a form on paper: label, field, and beside it what there is to say */
#include "widget/form_item.h"

#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "atelier/domain/css_colour.h"

enum { LABEL_MOST = 32, FIELD_LEAST = 20, FIELD_MOST = 60, NOTE_LEAST = 22 };

struct layout {
    int label, field; /* columns they begin at */
    int field_width;
    int note; /* where notes begin that need several lines */
};

static const char *
label_of(const struct form *form, size_t index)
{
    const char *label = form->items[index].field->label;
    if (form->request->own_labels)
        return label;
    return _(label);
}

static struct layout
lay_out(const struct form *form, int columns)
{
    struct layout layout = { .label = 1 };
    int label = 0;

    for (size_t i = 0; i < form->count; i++) {
        int width = (int)text_width(label_of(form, i)) + (paint_is_plain() ? 4 : 2);

        label = width > label ? width : label;
    }
    if (label > LABEL_MOST)
        label = LABEL_MOST;
    layout.field = layout.label + label + 1;
    int rest = columns - layout.field - 2;
    layout.field_width = rest * 6 / 10;
    if (rest - layout.field_width < NOTE_LEAST)
        layout.field_width = rest - NOTE_LEAST;
    if (layout.field_width < FIELD_LEAST)
        layout.field_width = FIELD_LEAST;
    if (layout.field_width > FIELD_MOST)
        layout.field_width = FIELD_MOST;
    layout.note = layout.field + layout.field_width + 2;
    return layout;
}

static int
width_of(const struct form_item *item, int most)
{
    int width = item->field->kind == FIELD_NUMBER       ? 10
                : item->field->kind == FIELD_BOOLEAN    ? 12
                : item->field->kind == FIELD_DURATION   ? 12
                : item->field->kind == FIELD_DATE       ? 20
                : item->field->kind == FIELD_LOCAL_TIME ? 20
                                                        : most;

    return width < most ? width : most;
}

/* What is chosen from others; of a colour, how it looks. */
static void
paint_chosen(const struct form_item *item, int row, struct layout layout, int width,
             bool focus)
{
    const char *text = line_edit_text(&item->line);
    const int end = (int)text_width(text) + 1;

    paint_text(row, layout.field, width, focus ? STYLE_BAR : STYLE_INPUT, text);
    if (form_item_is_colour(item) && end + PAINT_SAMPLE <= width)
        paint_sample(row, layout.field + end, css_colour_code(text));
    if (focus)
        paint_cursor(row, layout.field);
}

static void
paint_value(struct form_item *item, int row, struct layout layout, int width, bool focus)
{
    if (form_item_is_colour(item)) {
        paint_chosen(item, row, layout, width, focus);
        return;
    }
    switch (item->field->kind) {
    case FIELD_LINES:
        text_area_draw(&item->lines,
                       (struct area){ row, layout.field, form_item_rows(item), width },
                       focus);
        return;
    case FIELD_CHOICE:
        paint_format(row, layout.field, width, focus ? STYLE_BAR : STYLE_PLAIN,
                     focus ? "< %s >" : "%s", line_edit_text(&item->line));
        break;
    case FIELD_BOOLEAN:
        paint_text(row, layout.field, width, focus ? STYLE_BAR : STYLE_PLAIN,
                   line_edit_text(&item->line));
        break;
    case FIELD_REFERENCE:
    case FIELD_ZONE:
        paint_chosen(item, row, layout, width, focus);
        return;
    case FIELD_TEXT:
    case FIELD_EMAIL:
    case FIELD_PHONE:
    case FIELD_NUMBER:
    case FIELD_DURATION:
    case FIELD_DATE:
    case FIELD_LOCAL_TIME:
    case FIELD_INSTANT:
        line_edit_draw(&item->line, row, layout.field, width, focus);
        return;
    }
    if (focus)
        paint_cursor(row, layout.field);
}

/* Label and field; what stands behind it is another's. */
static void
paint_item(struct form *form, size_t index, int row, struct layout layout, int width)
{
    struct form_item *item = &form->items[index];
    bool focus = index == form->focus;
    bool required = (item->field->flags & FIELD_REQUIRED) != 0;

    struct buffer label = { 0 };
    buffer_addf(&label, "%s%s", label_of(form, index), required ? " *" : "");
    if (paint_is_plain()) /* it is heard before its value, on one line */
        paint_format(row, 1, layout.field - 1, STYLE_PLAIN, _("%s: %s"),
                     buffer_text(&label), "");
    else
        paint_text(row, 1, layout.field - 1, focus ? STYLE_STRONG : STYLE_PLAIN,
                   buffer_text(&label));
    paint_fill(row, 0, 1, STYLE_PLAIN);
    buffer_clear(&label);
    paint_value(item, row, layout, width, focus);
}

/* The rows of a note that needs more than what is left of its line. */
struct note_block {
    size_t item;
    int row, rows;
};

/* Behind a short field there is more room for a note on one line. */
static int
note_column(const struct form_item *item, struct layout layout)
{
    return layout.field + width_of(item, layout.field_width) + 2;
}

/* Rows above an item, within the form. */
static int
rows_before(const struct form *form, size_t index)
{
    int rows = 0;

    for (size_t i = 0; i < index; i++)
        rows += form_item_rows(&form->items[i]);
    return rows;
}

static bool
fits_its_line(const struct form *form, size_t index, struct layout layout, int columns)
{
    const struct form_item *item = &form->items[index];
    struct buffer note = { 0 };

    form_item_add_note(form, item, index == form->focus, &note);
    const bool fits =
        (int)text_width(buffer_text(&note)) <= columns - note_column(item, layout) - 1;
    buffer_clear(&note);
    return fits;
}

/* Whose note may have several lines: what is said of the field in hand comes first, then
 * advice on the field that was left last, or on one below. */
static size_t
speaker(const struct form *form, struct layout layout, int columns)
{
    const struct form_item *here = &form->items[form->focus];

    if (here->error || here->advice)
        return form->focus;
    for (size_t i = 1; i < form->count; i++) {
        const size_t at = (form->focus + form->count - i) % form->count;

        if (form->items[at].advice && !fits_its_line(form, at, layout, columns))
            return at;
    }
    return form->focus;
}

/* Where the speaker's note wraps: its own row and those below, or above when it is the
 * last.  No rows when it fits on its line. */
static struct note_block
find_block(const struct form *form, struct layout layout, struct area rows)
{
    const size_t index = speaker(form, layout, rows.columns);
    const struct form_item *item = &form->items[index];
    struct note_block block = {
        .item = index,
        .row = rows.top - form->top + rows_before(form, index),
    };

    if (block.row < rows.top || fits_its_line(form, index, layout, rows.columns))
        return block;
    struct buffer note = { 0 };
    form_item_add_note(form, item, index == form->focus, &note);
    block.rows = paint_wrapped_lines(rows.columns - layout.note - 1, buffer_text(&note));
    if (block.rows > rows.rows)
        block.rows = rows.rows;
    if (block.row + block.rows > rows.top + rows.rows)
        block.row = rows.top + rows.rows - block.rows;
    buffer_clear(&note);
    return block;
}

/* A value longer than its field is shown whole where nothing is said behind it. */
static int
shown_width(const struct form *form, size_t index, int row, struct layout layout,
            int columns, struct note_block block)
{
    const struct form_item *item = &form->items[index];
    int width = width_of(item, layout.field_width);
    int room = columns - layout.field - 1;
    bool covered = row >= block.row && row < block.row + block.rows;

    if (index == form->focus || covered || item->error || item->advice || room < width ||
        item->field->kind == FIELD_LINES ||
        (int)text_width(line_edit_text(&item->line)) < width)
        return width;
    return room;
}

static void
paint_note(const struct form *form, size_t index, int row, int at, int columns,
           struct note_block block)
{
    const struct form_item *item = &form->items[index];

    for (int line = row; line < row + form_item_rows(item); line++) {
        bool covered = line >= block.row && line < block.row + block.rows;
        struct buffer note = { 0 };

        if (line == row && !covered)
            form_item_add_note(form, item, index == form->focus, &note);
        paint_fill(line, at - 2, 2, STYLE_PLAIN);
        paint_text(line, at, columns - at - 1,
                   item->error || item->advice ? STYLE_STRONG : STYLE_QUIET,
                   buffer_text(&note));
        buffer_clear(&note);
    }
}

static void
paint_block(const struct form *form, struct layout layout, int columns,
            struct note_block block)
{
    const struct form_item *item = &form->items[block.item];
    struct area area = { block.row, layout.note, block.rows, columns - layout.note - 1 };
    struct buffer note = { 0 };

    form_item_add_note(form, item, block.item == form->focus, &note);
    (void)paint_wrapped(area, 0, item->error || item->advice ? STYLE_STRONG : STYLE_QUIET,
                        buffer_text(&note));
    buffer_clear(&note);
}

/* A note that has become shorter, or is said of another field, leaves nothing behind. */
static void
clear_rows(int from, int end, int columns)
{
    for (int row = from; row < end; row++)
        paint_fill(row, 0, columns, STYLE_PLAIN);
}

/* Scrolls so that the focused field is on the screen whole. */
static void
scroll(struct form *form, int rows)
{
    int at = rows_before(form, form->focus);
    int height = form_item_rows(&form->items[form->focus]);

    if (at < form->top)
        form->top = at;
    if (at + height > form->top + rows)
        form->top = at + height - rows;
}

static bool
must_fill_in(const struct form *form)
{
    for (size_t i = 0; i < form->count; i++)
        if ((form->items[i].field->flags & FIELD_REQUIRED) != 0)
            return true;
    return false;
}

void
form_draw(void *state, struct ui *ui, struct area body, bool fresh)
{
    struct form *form = state;
    struct layout layout = lay_out(form, body.columns);
    struct area rows = { body.top + 1, body.left, body.rows - 2, body.columns };
    int before = form->top;

    (void)ui;
    scroll(form, rows.rows);
    if (fresh || before != form->top)
        paint_clear(body);
    int row = rows.top - form->top, below = rows.top;
    struct note_block block = find_block(form, layout, rows);
    for (size_t i = 0; i < form->count; i++) {
        int height = form_item_rows(&form->items[i]);

        if (row >= rows.top && row + height <= rows.top + rows.rows) {
            int width = shown_width(form, i, row, layout, body.columns, block);
            int note = layout.field + width + 2;

            clear_rows(below, row, body.columns);
            paint_item(form, i, row, layout, width); /* only whole fields are shown */
            if (note < body.columns)
                paint_note(form, i, row, note, body.columns, block);
            below = row + height;
        }
        row += height;
    }
    clear_rows(below, rows.top + rows.rows, body.columns);
    if (block.rows > 0)
        paint_block(form, layout, body.columns, block);
    if (must_fill_in(form))
        paint_text(body.top + body.rows - 1, layout.field, body.columns - layout.field,
                   STYLE_QUIET, _("* must be filled in"));
}
