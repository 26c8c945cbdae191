/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tick.c - a box with a text and a few boxes to tick under it */
#include "widget/tick.h"

#include <stdio.h>

#include "atelier/base/language.h"
#include "screen.h"
#include "widget/answer_bar.h"
#include "widget/focus.h"

enum { COLUMNS = 64 };

struct tick_box {
    const char *title;
    const char *text;
    struct tick *ticks;
    size_t count;
    size_t selected;
    bool in_order;
    bool done;
};

/* "[x]", "[2]" in order. */
static void
put_tick(const struct tick_box *box, size_t i, int row, struct area inside)
{
    const struct tick *tick = &box->ticks[i];
    const bool here = i == box->selected;
    char mark[24] = " ";

    if (box->in_order && tick->place > 0)
        (void)snprintf(mark, sizeof mark, "%zu", tick->place);
    else if (!box->in_order && tick->taken)
        mark[0] = 'x';
    paint_format(row, inside.left, inside.columns, focus_style(here), "%s [%s] %s",
                 here ? ">" : " ", mark, tick->label);
    if (here)
        paint_cursor(row, inside.left);
}

static void
tick_draw(void *state, struct ui *ui, struct area body, bool fresh)
{
    const struct tick_box *box = state;
    const int columns = body.columns < COLUMNS + 4 ? body.columns : COLUMNS + 4;
    const int ticks = (int)box->count + 2; /* and the frame */
    const int room = body.rows - ticks;
    int lines = paint_wrapped_lines(columns - 4, box->text);

    (void)ui;
    (void)fresh;
    if (lines >= room) /* the ticks come first */
        lines = room > 1 ? room - 1 : 0;
    const int gap = lines > 0;
    struct area inside =
        paint_box(paint_middle(body, lines + gap + ticks, columns), box->title);
    struct area text = inside;
    text.rows = lines;
    if (lines > 0)
        (void)paint_wrapped(text, 0, STYLE_PLAIN, box->text);
    const size_t shown = (size_t)(inside.rows - lines - gap);
    size_t i = answer_bar_first(box->selected, shown);
    answer_bar_draw_rest(inside, i, shown, box->count);
    int row = inside.top + lines + gap;
    for (size_t end = i + shown; i < end && i < box->count; i++, row++)
        put_tick(box, i, row, inside);
}

static bool
tick_key(void *state, struct ui *ui, const struct key *key)
{
    struct tick_box *box = state;

    (void)ui;
    return answer_bar_key(&box->selected, box->count, key);
}

/* The last number and one, or none any more: those behind it go up. */
static void
change_place(struct tick_box *box, struct tick *tick)
{
    const size_t left = tick->place;
    size_t last = 0;

    for (size_t i = 0; i < box->count; i++) {
        struct tick *other = &box->ticks[i];
        last = other->place > last ? other->place : last;
        if (left > 0 && other->place > left)
            other->place--;
    }
    tick->place = left > 0 ? 0 : last + 1;
}

static void
change(struct ui *ui, void *state, int64_t argument)
{
    struct tick_box *box = state;

    (void)ui;
    (void)argument;
    if (box->in_order) {
        change_place(box, &box->ticks[box->selected]);
        return;
    }
    box->ticks[box->selected].taken = !box->ticks[box->selected].taken;
}

static void
take(struct ui *ui, void *state, int64_t argument)
{
    struct tick_box *box = state;

    (void)argument;
    box->done = true;
    ui_back(ui);
}

static const struct action actions[] = { { .name = "tick.take",
                                           .keys = "Enter F2",
                                           .label = N_("Go on with what is ticked"),
                                           .hint = N_("go on"),
                                           .run = take },
                                         { .name = "tick.change",
                                           .keys = "Space",
                                           .label = N_("Take it, or leave it"),
                                           .hint = N_("take or leave"),
                                           .run = change },
                                         { .name = "tick.leave",
                                           .keys = "Esc",
                                           .label = N_("Skip this"),
                                           .hint = N_("skip"),
                                           .run = ui_leave },
                                         ACTION_END };

static const struct screen tick_screen = {
    .name = "tick",
    .dialog = true,
    .actions = actions,
    .draw = tick_draw,
    .key = tick_key,
    .letters_act = true,
};

bool
tick_run(struct ui *ui, const char *title, const char *text, struct tick *ticks,
         size_t count)
{
    struct tick_box box = {
        .title = title, .text = text, .ticks = ticks, .count = count
    };

    return ui_dialog(ui, &tick_screen, &box) && box.done;
}

bool
tick_run_in_order(struct ui *ui, const char *title, const char *text, struct tick *ticks,
                  size_t count)
{
    struct tick_box box = {
        .title = title, .text = text, .ticks = ticks, .count = count, .in_order = true
    };

    return ui_dialog(ui, &tick_screen, &box) && box.done;
}
