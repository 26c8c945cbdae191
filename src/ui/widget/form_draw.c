/* SPDX-License-Identifier: GPL-3.0-or-later */
/* form_draw.c - a form on paper: label, field, and beside or under it what there is to
 * say of it */
#include "widget/form_item.h"

#include <stdlib.h>
#include <string.h>

#include "atelier/base/language.h"
#include "atelier/base/memory.h"
#include "atelier/base/text.h"
#include "atelier/domain/css_colour.h"
#include "widget/focus.h"

enum { LABEL_MOST = 32, FIELD_LEAST = 20, FIELD_MOST = 60, NOTE_LEAST = 22 };

struct layout {
    int label, field; /* columns they begin at */
    int field_width;
    int long_width; /* of a text for which that is too narrow, where there is room */
};

static const char *
label_of(const struct form *form, size_t index)
{
    const char *label = form->items[index].field->label;
    if (form->request->own_labels ||
        (form->items[index].field->flags & FIELD_OWN_WORDS) != 0)
        return label;
    return _(label);
}

static struct layout
lay_out(const struct form *form, int columns)
{
    struct layout layout = { .label = 1 };
    int label = 0;

    for (size_t i = 0; i < form->count; i++) {
        int width = paint_width(label_of(form, i)) + (paint_is_plain() ? 4 : 2);

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
    layout.long_width = layout.field_width;
    if (layout.field_width > FIELD_MOST) {
        layout.field_width = FIELD_MOST;
        layout.long_width = rest - NOTE_LEAST;
    }
    return layout;
}

/* The cells of its longest line. */
static int
longest_line(const char *text)
{
    int longest = 0;

    while (*text != '\0') {
        const size_t length = strcspn(text, "\n");
        char *line = memory_copy_part(text, length);
        const int width = (int)text_width(line);

        longest = width > longest ? width : longest;
        free(line);
        text += length + (text[length] == '\n' ? 1 : 0);
    }
    return longest;
}

static int
width_of(const struct form_item *item, struct layout layout)
{
    const int own = item->field->kind == FIELD_NUMBER       ? 10
                    : item->field->kind == FIELD_BOOLEAN    ? 12
                    : item->field->kind == FIELD_DURATION   ? 12
                    : item->field->kind == FIELD_DATE       ? 20
                    : item->field->kind == FIELD_LOCAL_TIME ? 20
                                                            : 0;

    if (own > 0)
        return own < layout.field_width ? own : layout.field_width;
    /* The caret needs a cell behind the text. */
    return longest_line(form_item_text(item)) < layout.field_width ? layout.field_width
                                                                   : layout.long_width;
}

/* What is chosen and not typed: from a few, from yes and no, from others; of a colour,
 * how it looks. */
static void
paint_chosen(const struct form_item *item, int row, struct layout layout, int width,
             bool focus)
{
    struct buffer text = { 0 };

    buffer_addf(&text, focus && item->field->kind == FIELD_CHOICE ? "< %s >" : "%s",
                line_edit_text(&item->line));
    const int end = (int)text_width(buffer_text(&text)) + 1;
    focus_paint_field(row, layout.field, width, buffer_text(&text), focus);
    const struct css_colour *colour =
        form_item_is_colour(item) ? css_colour_called(buffer_text(&text)) : NULL;
    if (colour && end + PAINT_SAMPLE <= width)
        paint_sample(row, layout.field + end, colour->code);
    if (focus)
        paint_cursor(row, layout.field);
    buffer_clear(&text);
}

static void
paint_value(struct form_item *item, int row, struct layout layout, int width, bool focus)
{
    if (item->field->kind == FIELD_LINES)
        text_area_draw(&item->lines,
                       (struct area){ row, layout.field, form_item_rows(item), width },
                       focus);
    else if (form_item_is_text(item))
        line_edit_draw(&item->line, row, layout.field, width, focus);
    else
        paint_chosen(item, row, layout, width, focus);
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
    paint_fill(row, 0, 1, focus_style(focus));
    if (paint_is_plain()) /* it is heard before its value, on one line */
        paint_format(row, 1, layout.field - 2, focus_style(focus), _("%s: %s"),
                     buffer_text(&label), "");
    else
        paint_text(row, 1, layout.field - 2, focus_style(focus), buffer_text(&label));
    paint_fill(row, layout.field - 1, 1, STYLE_PLAIN);
    buffer_clear(&label);
    paint_value(item, row, layout, width, focus);
}

/* Behind a short field there is more room for a note on one line. */
static int
note_column(const struct form_item *item, struct layout layout)
{
    return layout.field + width_of(item, layout) + 2;
}

/* A note has its field's rows alone: what does not fit behind it stands under it, and
 * what nobody waits for is cut off. */
static struct form_place
place_of(const struct form *form, size_t index, int row, struct layout layout,
         struct area rows)
{
    const struct form_item *item = &form->items[index];
    const bool focus = index == form->focus;
    struct form_place place = { .row = row, .rows = form_item_rows(item) };
    struct buffer note = { 0 };

    if (!focus && !item->error && !item->advice)
        return place;
    form_item_add_note(form, item, focus, &note);
    if ((int)text_width(buffer_text(&note)) >
        rows.columns - note_column(item, layout) - 1)
        place.under =
            paint_wrapped_lines(rows.columns - layout.field - 1, buffer_text(&note));
    if (place.rows + place.under > rows.rows)
        place.under = rows.rows > place.rows ? rows.rows - place.rows : 0;
    place.rows += place.under;
    buffer_clear(&note);
    return place;
}

/* Where all fields stand while none is scrolled away; returns the rows that they need.
 */
static int
place_all(const struct form *form, struct layout layout, struct area rows,
          struct form_place places[])
{
    int row = rows.top;

    for (size_t i = 0; i < form->count; i++) {
        places[i] = place_of(form, i, row, layout, rows);
        row += places[i].rows;
    }
    return row - rows.top;
}

/* A value longer than its field is shown whole where nothing is said behind it. */
static int
shown_width(const struct form *form, size_t index, struct layout layout, int columns)
{
    const struct form_item *item = &form->items[index];
    int width = width_of(item, layout);
    int room = columns - layout.field - 1;

    if (index == form->focus || item->error || item->advice || room < width ||
        item->field->kind == FIELD_LINES ||
        (int)text_width(line_edit_text(&item->line)) < width)
        return width;
    return room;
}

/* Behind the field, where `at` is, or in the rows under it. */
static void
paint_note(const struct form *form, size_t index, int at, struct layout layout,
           struct form_place place, int columns)
{
    const struct form_item *item = &form->items[index];
    const enum style style = item->error || item->advice ? STYLE_STRONG : STYLE_QUIET;
    const int under = place.row + place.rows - place.under;
    struct buffer note = { 0 };

    form_item_add_note(form, item, index == form->focus, &note);
    for (int line = place.row; line < under && at < columns; line++) {
        paint_fill(line, at - 2, 2, STYLE_PLAIN);
        paint_text(line, at, columns - at - 1, style,
                   line == place.row && place.under == 0 ? buffer_text(&note) : "");
    }
    if (place.under > 0)
        (void)paint_wrapped(
            (struct area){ under, layout.field, place.under, columns - layout.field - 1 },
            0, style, buffer_text(&note));
    buffer_clear(&note);
}

/* A note that has become shorter, or is said of another field, leaves nothing behind. */
static void
clear_rows(int from, int end, int columns)
{
    for (int row = from; row < end; row++)
        paint_fill(row, 0, columns, STYLE_PLAIN);
}

/* Scrolls so that the focused field is on the screen whole, and its note. */
static void
scroll(struct form *form, struct form_place places[], struct area rows)
{
    const struct form_place *place = &places[form->focus];
    const int at = place->row - rows.top;

    if (at + place->rows > form->top + rows.rows)
        form->top = at + place->rows - rows.rows;
    if (at < form->top)
        form->top = at;
    for (size_t i = 0; i < form->count; i++)
        places[i].row -= form->top;
}

static bool
must_fill_in(const struct form *form)
{
    for (size_t i = 0; i < form->count; i++)
        if ((form->items[i].field->flags & FIELD_REQUIRED) != 0)
            return true;
    return false;
}

/* What stands above the fields, and how many of them have been scrolled away. */
static void
draw_head(const struct form *form, struct layout layout, struct area body, size_t above)
{
    struct buffer text = { 0 };

    if (must_fill_in(form)) /* at the head, where it stays when a note needs rows */
        buffer_add(&text, _("* must be filled in"));
    if (above > 0)
        buffer_addf(&text, ngettext("%s↑ %zu more", "%s↑ %zu more", (unsigned long)above),
                    text.length > 0 ? "  " : "", above);
    if (text.length > 0)
        paint_text(body.top, layout.field, body.columns - layout.field, STYLE_QUIET,
                   buffer_text(&text));
    buffer_clear(&text);
}

/* In a row of its own, which a form that fits does not give away. */
static void
draw_end(struct layout layout, struct area body, size_t below)
{
    const int row = body.top + body.rows - 1;

    paint_fill(row, 0, body.columns, STYLE_PLAIN);
    if (below > 0)
        paint_format(row, layout.field, body.columns - layout.field, STYLE_QUIET,
                     ngettext("↓ %zu more", "↓ %zu more", (unsigned long)below), below);
}

/* A field with its note, on rows that its place has alone. */
static void
draw_item(struct form *form, size_t index, struct layout layout, struct form_place place,
          int columns)
{
    const int width = shown_width(form, index, layout, columns);

    clear_rows(place.row + 1, place.row + place.rows, columns);
    paint_item(form, index, place.row, layout, width);
    paint_note(form, index, layout.field + width + 2, layout, place, columns);
}

/* What was typed since the last drawing, when that alone has changed. */
static bool
draw_typed(struct form *form, struct layout layout, struct area rows)
{
    const struct form_place *drawn = &form->drawn;

    if (!form->only_typed)
        return false;
    const struct form_place place = place_of(form, form->focus, drawn->row, layout, rows);
    if (place.rows != drawn->rows || place.under != drawn->under)
        return false;
    draw_item(form, form->focus, layout, place, rows.columns);
    return true;
}

/* Only whole fields are shown. */
static void
draw_all(struct form *form, struct layout layout, struct area body, struct area rows,
         bool fresh)
{
    struct form_place *places = memory_new(form->count, sizeof(*places));
    const int before = form->top;
    const bool fits = place_all(form, layout, rows, places) <= rows.rows;
    size_t above = 0, below = 0;

    if (!fits) {
        rows.rows--;
        (void)place_all(form, layout, rows, places);
    }
    scroll(form, places, rows);
    if (fresh || before != form->top)
        paint_clear(body);
    int empty = rows.top;
    for (size_t i = 0; i < form->count; i++) {
        const struct form_place place = places[i];

        if (place.row < rows.top) {
            above++;
        } else if (place.row + place.rows > rows.top + rows.rows) {
            below++;
        } else {
            clear_rows(empty, place.row, body.columns);
            draw_item(form, i, layout, place, body.columns);
            empty = place.row + place.rows;
        }
    }
    clear_rows(empty, rows.top + rows.rows, body.columns);
    draw_head(form, layout, body, above);
    if (!fits)
        draw_end(layout, body, below);
    form->drawn = places[form->focus];
    free(places);
}

void
form_draw(void *state, struct ui *ui, struct area body, bool fresh)
{
    struct form *form = state;
    const struct layout layout = lay_out(form, body.columns);
    const struct area rows = { body.top + 1, body.left, body.rows - 1, body.columns };

    (void)ui;
    if (fresh || !draw_typed(form, layout, rows))
        draw_all(form, layout, body, rows, fresh);
    form->only_typed = false;
}
