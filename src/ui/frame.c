/* SPDX-License-Identifier: GPL-3.0-or-later */
/* frame.c - paints the lines around a screen from the tables, and the screens between */
#include "frame.h"

#include <string.h>

#include "action_offer.h"
#include "atelier/app/display.h"
#include "atelier/base/language.h"
#include "atelier/base/text.h"
#include "dateline.h"
#include "hint_lines.h"
#include "section_strip.h"
#include "terminal/paint_start.h"
#include "terminal/terminal.h"

/* The message and the hints. */
static int
bottom_rows(void)
{
    return 1 + hint_lines_count();
}

struct area
frame_body(void)
{
    return (struct area){ .top = FRAME_TOP,
                          .left = 0,
                          .rows = terminal_rows() - FRAME_TOP - bottom_rows(),
                          .columns = terminal_columns() };
}

/* The topmost layer that has a title: a form has one, a small question has none. */
static const struct layer *
titled(const struct ui *ui)
{
    for (size_t i = ui->count; i > 0; i--) {
        const struct screen *screen = ui->layers[i - 1].screen;

        if (!screen->dialog || screen->add_title)
            return &ui->layers[i - 1];
    }
    return NULL;
}

/* The screen's own words; else the row that it shows, and which side of it. */
static void
add_title(struct ui *ui, const struct layer *layer, struct buffer *title)
{
    const struct screen *screen = layer->screen;
    struct row_ref row = layer_row(layer);

    if (screen->add_title) {
        screen->add_title(layer->state, ui, title);
        return;
    }
    if (row.id != 0)
        display_title(ui->at, row.entity, row.id, title);
    if (screen->title && !(row.id != 0 && screen->shows))
        buffer_addf(title, "%s%s", row.id != 0 ? " · " : "", _(screen->title));
}

static const char *
arrow(void)
{
    return paint_is_ascii() ? ">" : "›";
}

/* What a level between is called, a group and its meetings by the code; nothing where the
 * title begins with it. */
static void
add_level(struct ui *ui, const struct layer *layer, const char *title,
          struct buffer *trail)
{
    const enum entity_kind kind = layer_row(layer).entity;
    struct buffer name = { 0 };

    add_title(ui, layer, &name);
    const char *text = buffer_text(&name);
    const bool is_coded = kind == ENTITY_WORKING_GROUP || kind == ENTITY_MEETING;
    const size_t length = is_coded ? strcspn(text, " ") : strlen(text);
    const bool is_told = strncmp(text, title, length) == 0 &&
                         (title[length] == ' ' || title[length] == '\0');
    if (!is_told) {
        buffer_add_part(trail, text, length);
        buffer_addf(trail, " %s ", arrow());
    }
    buffer_clear(&name);
}

static bool
is_same_row(const struct layer *a, const struct layer *b)
{
    return layer_row(a).entity == layer_row(b).entity &&
           layer_row(a).id == layer_row(b).id;
}

/* "Groups › INC › Petit, Anne": the section, where `between` the rows through which one
 * came, and the title. */
static bool
put_trail(struct ui *ui, const struct layer *layer, bool between, int columns,
          struct buffer *title)
{
    struct buffer trail = { 0 };

    buffer_addf(&trail, "%s %s ", _(ui->layers[0].screen->title), arrow());
    for (const struct layer *level = ui->layers + 1; between && level < layer; level++)
        if (!level->screen->dialog && layer_row(level).id != 0 &&
            (level + 1 == layer || !is_same_row(level, level + 1)))
            add_level(ui, level, buffer_text(title), &trail);
    buffer_add(&trail, buffer_text(title));
    const bool fits = (int)text_width(buffer_text(&trail)) <= columns;
    if (fits) {
        buffer_reset(title);
        buffer_add(title, buffer_text(&trail));
    }
    buffer_clear(&trail);
    return fits;
}

/* As much of the way to a page, or to a side of it, as there is room for beside its
 * title. */
static void
add_trail(struct ui *ui, const struct layer *layer, int columns, struct buffer *title)
{
    if (layer == &ui->layers[0] || layer->screen->dialog || layer_row(layer).id == 0 ||
        !ui->layers[0].screen->title)
        return;
    if (!put_trail(ui, layer, true, columns, title))
        (void)put_trail(ui, layer, false, columns, title);
}

enum { TITLE_GAP = 2 }; /* before what is said of the rows, where a title is cut */

/* What is said of the rows, and the day, where it stands nowhere else and takes nothing
 * from the title; the name of the network, where above there was room for the day alone.
 */
static void
add_right(struct ui *ui, const struct layer *layer, const char *title, int columns,
          struct buffer *right)
{
    if (layer->screen->add_info)
        layer->screen->add_info(layer->state, ui, right);
    if (ui->dated == DATELINE_WHOLE || (ui->dated == DATELINE_DAY && right->length > 0))
        return;
    struct buffer day = { 0 };
    const int taken = (int)text_width(title) + (int)text_width(buffer_text(right)) + 3;

    const int room = columns - 2 - TITLE_GAP - taken;
    if (ui->dated == DATELINE_DAY)
        dateline_add_network(ui, room, &day);
    else if (right->length == 0)
        (void)dateline_add(ui, room, &day);
    else
        dateline_add_day(ui, room, &day);
    if (day.length > 0)
        buffer_addf(right, "%s%s", right->length > 0 ? " · " : "", buffer_text(&day));
    buffer_clear(&day);
}

/* How wide the right part may be. */
static int
right_width(const char *title, const char *right, int columns)
{
    const int room = columns - 2 - TITLE_GAP - (int)text_width(title);
    const int width = (int)text_width(right);

    if (width <= columns / 2 || width <= room)
        return width;
    return room > columns / 2 ? room : columns / 2;
}

/* False when the line says all that already. */
static bool
is_title_new(struct ui *ui, const char *title, const char *right)
{
    struct buffer line = { 0 };

    buffer_addf(&line, "%s\n%s", right, title);
    const bool is_new = strcmp(buffer_text(&ui->titled), buffer_text(&line)) != 0;
    buffer_clear(&ui->titled);
    ui->titled = line;
    return is_new;
}

static void
paint_title(struct ui *ui, bool fresh)
{
    const struct layer *layer = titled(ui);
    int columns = terminal_columns();

    if (!layer)
        return;
    struct buffer title = { 0 };
    add_title(ui, layer, &title);
    struct buffer right = { 0 };
    add_right(ui, layer, buffer_text(&title), columns, &right);
    int width = 0; /* with the gap before it */
    if (right.length > 0)
        width = right_width(buffer_text(&title), buffer_text(&right), columns) + 1 +
                TITLE_GAP;
    add_trail(ui, layer, columns - 1 - width, &title);
    if (is_title_new(ui, buffer_text(&title), buffer_text(&right)) || fresh) {
        if (width > 0) {
            paint_text(1, columns - width + TITLE_GAP, width - TITLE_GAP, STYLE_PLAIN,
                       buffer_text(&right));
            paint_fill(1, columns - width, TITLE_GAP, STYLE_PLAIN);
        }
        paint_fill(1, 0, 1, STYLE_STRONG);
        paint_text(1, 1, columns - 1 - width, STYLE_STRONG, buffer_text(&title));
        /* Blanks look the same, and cost less. */
        const int end = 1 + (int)text_width(buffer_text(&title));
        paint_restyle(1, end, columns - width - end, STYLE_PLAIN);
    }
    buffer_clear(&title);
    buffer_clear(&right);
}

enum { MESSAGE_LEAD = 3, MESSAGE_ROWS_MOST = 3 };

int
frame_message_rows(const struct ui *ui)
{
    int rows = ui->message.length == 0
                   ? 1
                   : paint_wrapped_lines(terminal_columns() - MESSAGE_LEAD - 1,
                                         buffer_text(&ui->message));

    return rows < MESSAGE_ROWS_MOST ? rows : MESSAGE_ROWS_MOST;
}

/* A long message lies over the last rows of the body while it is said. */
void
frame_paint_message(const struct ui *ui)
{
    int rows = frame_message_rows(ui), columns = terminal_columns();
    struct area area = { terminal_rows() - bottom_rows() - rows + 1,
                         ui->refused || rows > 1 ? MESSAGE_LEAD : 1, rows, columns };

    area.columns = columns - area.left - (rows > 1 ? 1 : 0);
    if (rows > 1)
        paint_clear((struct area){ area.top, 0, rows, columns });
    paint_fill(area.top, 0, area.left, STYLE_PLAIN);
    if (ui->refused && ui->message.length > 0)
        paint_text(area.top, 1, 1, STYLE_WARNING, "!");
    if (rows > 1)
        (void)paint_wrapped(area, 0, ui->refused ? STYLE_STRONG : STYLE_PLAIN,
                            buffer_text(&ui->message));
    else
        paint_text(area.top, area.left, columns - area.left,
                   ui->refused ? STYLE_STRONG : STYLE_PLAIN, buffer_text(&ui->message));
}

void
frame_paint(struct ui *ui, bool fresh)
{
    if (fresh)
        ui->dated = section_strip_draw(ui);
    hint_lines_paint(ui, fresh);
    paint_title(ui, fresh);
}

void
frame_paint_too_small(void)
{
    struct area all = { .rows = terminal_rows(), .columns = terminal_columns() };

    paint_clear(all);
    struct buffer text = { 0 };
    buffer_addf(&text, _("Too small: make the window %dx%d or larger."),
                TERMINAL_COLUMNS_LEAST, TERMINAL_ROWS_LEAST);
    (void)paint_wrapped(all, 0, STYLE_PLAIN, buffer_text(&text));
    buffer_clear(&text);
    paint_cursor(0, 0);
}

void
ui_paint(struct ui *ui)
{
    size_t first = ui->count;
    struct area body = frame_body();

    ui->dirty = false;
    ui->hurried = pace_is_hurried(&ui->pace, terminal_clock());
    paint_set_slow(pace_is_slow(&ui->pace));
    if (frame_message_rows(ui) < ui->message_rows)
        ui->fresh = true; /* what the message lay over */
    ui->message_rows = frame_message_rows(ui);
    if (terminal_is_too_small()) {
        frame_paint_too_small();
        paint_show();
        return;
    }
    if (ui->fresh && !paint_is_plain())
        while (first > 0 && ui->layers[--first].screen->dialog)
            ;
    else if (first > 0)
        first--;
    /* In the plain view nothing of what a dialog lies over is read out behind it. */
    if (ui->fresh && first < ui->count &&
        (paint_is_plain() || !ui->layers[first].screen->dialog))
        paint_clear(body);
    frame_paint(ui, ui->fresh); /* first: dialogs may lie over it */
    for (size_t i = first; i < ui->count; i++)
        ui->layers[i].screen->draw(ui->layers[i].state, ui, body, ui->fresh);
    frame_paint_message(ui);
    ui->fresh = false;
    paint_show();
    if (pace_frame(&ui->pace, ui->hurried, terminal_clock()))
        terminal_ask();
}
